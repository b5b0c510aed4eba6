//! Accounts, audits and counting anew. The reception asks for every right, and writes down what was done.

use super::{last_day, new_password, unfit};
use crate::call::Call;
use crate::page::office::recounted;
use crate::reply::{Leaf, Reply, Wrong};
use redress_base::{Fault, Finding};
use redress_rights::Role;
use std::collections::BTreeSet;

/// Makes an account.
pub(crate) fn account(call: &Call<'_>) -> Result<Reply, Wrong> {
    let name = call.required("account-name")?;
    let ticked = call.every("holds").filter(|typed| !typed.is_empty());
    let holds: BTreeSet<Role> = ticked
        .map(|typed| Role::from_id(typed).ok_or_else(|| unfit(call, "holds", typed)))
        .collect::<Result<_, _>>()?;
    let password = new_password(call)?;
    let (_turn, salt) = call.app.hashing()?;
    call.app.front(&call.session.visitor, |front, person| {
        front.add_account(person, name, holds, &password, &salt)
    })?;
    Ok(Reply::See("/office#accounts".to_owned()))
}

/// Locks an account, or opens it again.
pub(crate) fn lock(call: &Call<'_>) -> Result<Reply, Wrong> {
    let name = call.required("account-name")?;
    let locked = match call.required("locked")? {
        "yes" => true,
        "no" => false,
        typed => return Err(unfit(call, "locked", typed).into()),
    };
    call.app.front(&call.session.visitor, |front, person| front.lock_account(person, name, locked))?;
    Ok(Reply::See("/office#accounts".to_owned()))
}

/// Sets a password anew for somebody who forgot theirs; their sessions end with it.
pub(crate) fn password(call: &Call<'_>) -> Result<Reply, Wrong> {
    let name = call.required("account-name")?;
    let password = new_password(call)?;
    let (_turn, salt) = call.app.hashing()?;
    call.app.front(&call.session.visitor, |front, person| {
        // One's own is changed with the old one, under the settings (OWASP ASVS 4.0.3, 2.1.6).
        if person.name().as_str().eq_ignore_ascii_case(name.trim()) {
            return Err(Finding::error("web-password-own").with("at", "account-name").refuse(Fault::Usage));
        }
        front.reset_password(person, name, &password, &salt)
    })?;
    Ok(Reply::See("/office#accounts".to_owned()))
}

/// Puts an auditor on the case of that mark. The keeper does not learn which case it is.
pub(crate) fn audit(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (mark, auditor) = (call.required("audit-mark")?, call.required("auditor")?);
    let typed = call.required("last-day")?;
    let until = last_day(call, "last-day")?.ok_or_else(|| unfit(call, "last-day", typed))?;
    call.app
        .front(&call.session.visitor, |front, person| front.appoint_auditor(person, mark, auditor, until))?;
    Ok(Reply::See("/office#audit".to_owned()))
}

/// Counts anew what lags, for the statistics.
pub(crate) fn recount(call: &Call<'_>) -> Result<Reply, Wrong> {
    let done = call.app.library.recount(&call.session.visitor)?;
    Ok(Reply::Page(Leaf::new(call.text("web-nav-office-page"), None, recounted(call, &done))))
}
