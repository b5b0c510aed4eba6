//! Brings somebody in on a case of an office, and ends a membership. The reception asks for every right.

use super::{last_day, unfit};
use crate::call::Call;
use crate::page::members::parts;
use crate::reply::{Reply, Wrong};
use redress_base::{Fault, Finding, Refusal};
use redress_rights::{Object, Role, Scope};
use redress_workbench::NewMember;
use std::collections::BTreeSet;

/// Brings somebody in.
pub(crate) fn add(call: &Call<'_>) -> Result<Reply, Wrong> {
    let typed = call.required("in-role")?;
    let role = Role::from_id(typed).ok_or_else(|| unfit(call, "in-role", typed))?;
    let new = NewMember {
        account: call.required("member")?.to_owned(),
        role,
        scope: scope(call)?,
        until: last_day(call, "last-day")?,
    };
    call.app.front(&call.session.visitor, |front, person| front.add_member(person, call.case(), new))?;
    Ok(Reply::See(call.at("members")))
}

/// Ends a membership now.
pub(crate) fn end(call: &Call<'_>) -> Result<Reply, Wrong> {
    let account = call.required("member")?;
    if call.typed("sure").is_none() {
        return Err(Finding::error("web-member-unsure").refuse(Fault::Usage).into());
    }
    let own = call.app.front(&call.session.visitor, |front, person| {
        front.remove_member(person, call.case(), account)?;
        Ok(person.name().as_str() == account)
    })?;
    // Whoever left finds no page of the case any more.
    Ok(Reply::See(if own { "/".to_owned() } else { call.at("members") }))
}

/// All of the case, or what was ticked of it.
fn scope(call: &Call<'_>) -> Result<Scope, Refusal> {
    let known = |typed: &str| parts().find(|object| object.id() == typed);
    let ticked = call.every("part").filter(|typed| !typed.is_empty());
    let given: BTreeSet<Object> = ticked
        .map(|typed| known(typed).ok_or_else(|| unfit(call, "part", typed)))
        .collect::<Result<_, _>>()?;
    Ok(if given.is_empty() { Scope::Whole } else { Scope::Only(given) })
}
