//! Who is on a case of an office: in which role, how far, since when; bringing somebody in and ending a membership.

use super::fields::day;
use crate::call::Call;
use crate::library::Holder;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_rights::{Cell, Membership, Object, Role, Scope, rows};
use redress_words::safe_text;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The page as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Members) };

/// Who is on the case.
#[derive(Serialize, JsonSchema)]
struct Members {
    /// Whether people sign in here; in a folder on one computer there are no accounts.
    accounts: bool,
    /// Memberships that run now.
    members: Vec<Membership>,
    /// The roles in which the reader can bring somebody in.
    brings_in: Vec<Role>,
}

/// The members, and the reader's own membership.
struct Seen {
    members: Vec<Membership>,
    own: Option<Membership>,
}

/// The reception answers for a case that the reader is not on as for one that there is not.
fn seen(call: &Call<'_>) -> Result<Option<Seen>, Wrong> {
    if call.app.library.holder() == Holder::Folder {
        call.loaded()?;
        return Ok(None);
    }
    let seen = call.app.front(&call.session.visitor, |front, person| {
        let members = front.members(person, call.case())?;
        Ok(Seen { members, own: front.membership(person, call.case())? })
    })?;
    Ok(Some(seen))
}

/// The roles in which whoever holds that membership can bring somebody in.
fn brings_in(own: Option<&Membership>) -> Vec<Role> {
    let own = own.into_iter();
    own.flat_map(|own| Role::ALL.iter().copied().filter(|role| own.may_add(*role))).collect()
}

/// The kinds of things that a relative may be given one by one (Civil Code 1032, 2021-01-01; PIPL 44, 2021-11-01): those of
/// which a row of the table says so.
pub(crate) fn parts() -> impl Iterator<Item = Object> {
    let given = |object: &Object| {
        rows().iter().any(|row| row.object == *object && row.cell(Role::Relative) == Cell::Given)
    };
    Object::ALL.iter().copied().filter(given)
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    super::value(&match seen(call)? {
        None => Members { accounts: false, members: Vec::new(), brings_in: Vec::new() },
        Some(seen) => {
            Members { accounts: true, brings_in: brings_in(seen.own.as_ref()), members: seen.members }
        }
    })
}

/// Shows them.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let lead = Some(call.text("web-members-lead"));
    let Some(seen) = seen(call)? else {
        let alone = card(
            "alone",
            &call.text("web-members-alone"),
            &html! {
                p { (call.text("web-members-folder")) }
                ul.dots { @for (page, code) in [("hand-over", "web-members-hand-over"), ("bundle", "web-members-bundle")] { li { a href=(call.at(page)) { (call.text(code)) } } } }
            },
        );
        return Ok(Reply::Page(Leaf::new(call.text("web-nav-members"), lead, alone)));
    };
    let roles = brings_in(seen.own.as_ref());
    let body = html! {
        (card("members", &call.text("web-on-case"), &list(call, &seen)))
        @if roles.is_empty() { section.card { p { (call.text("web-members-none-to-add")) } } }
        @else { (card("bring-in", &call.text("web-member-add"), &form(call, &roles))) }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-members"), lead, body)))
}

fn list(call: &Call<'_>, seen: &Seen) -> Markup {
    let day =
        |at: redress_base::Instant| at.beijing_date().map(|day| call.words.date(day)).unwrap_or_default();
    html! { ul.lines { @for one in &seen.members { @let own = seen.own.as_ref().is_some_and(|own| own.account == one.account); li {
        div {
            h3 { (safe_text(one.account.as_str())) @if own { " " span.tag { (call.text("web-member-you")) } } }
            p { (call.text(&one.role.word())) }
            @if let Scope::Only(given) = &one.scope { p.small { (call.text("web-member-only")) @for object in given { " · " (call.text(&object.word())) } } }
            p.small.muted {
                (call.say("web-member-since", &[("day", day(one.since).into()), ("by", safe_text(one.given_by.as_str()).into())]))
                @if let Some(until) = one.until { " " (call.say("web-member-until", &[("day", day(redress_base::Instant(until.0 - 1)).into())])) }
            }
            @if seen.own.as_ref().is_some_and(|own| own.may_end(one)) { (end(call, one, own)) }
        }
    } } } }
}

/// The form that ends a membership. Who ends their own has to know that they do not come back by themselves.
fn end(call: &Call<'_>, one: &Membership, own: bool) -> Markup {
    let code = if own { "web-member-leave" } else { "web-member-end" };
    html! { details {
        summary { (call.text(code)) span.vh { " " (safe_text(one.account.as_str())) } }
        form.fields method="post" action=(call.at("members/end")) {
            (token(call))
            input type="hidden" name="member" value=(one.account.as_str());
            p.small { (call.text(if own { "web-member-leave-what" } else { "web-member-end-what" })) }
            label.check { input type="checkbox" name="sure" value="1" required; (call.text("web-member-sure")) }
            div.row { button.btn { (call.text(code)) } }
        }
    } }
}

fn form(call: &Call<'_>, roles: &[Role]) -> Markup {
    html! {
        p.muted { (call.text("web-member-add-what")) }
        form.fields method="post" action=(call.at("members")) {
            (token(call))
            label { (call.text("web-field-member")) input name="member" maxlength="64" required autocomplete="off" spellcheck="false"; }
            label { (call.text("web-field-in-role")) select name="in-role" required {
                option value="" { (call.text("web-choose")) }
                @for role in roles { option value=(role.id()) { (call.text(&role.word())) } }
            } }
            @if roles.contains(&Role::Relative) { details {
                summary { (call.text("web-field-part")) }
                p.small.muted { (call.text("web-member-part-what")) }
                @for object in parts() { label.check { input type="checkbox" name="part" value=(object.id()); (call.text(&object.word())) } }
            } }
            (day(call, "last-day", false))
            p.small.muted { (call.text("web-member-last-day-what")) }
            button.btn.main { (call.text("web-member-add")) }
        }
    }
}
