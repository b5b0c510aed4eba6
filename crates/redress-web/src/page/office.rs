//! The office: one's own account; the keeper's accounts; audits; what is left to the console of the server.

use super::fields::day;
use crate::call::Call;
use crate::library::{Holder, Recount};
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_rights::{Account, FEWEST_CHARACTERS, Object, Role, Thing, UseCase, in_office};
use redress_words::safe_text;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use std::collections::BTreeSet;

/// The office as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Desk) };

/// What of the office the reader sees.
#[derive(Serialize, JsonSchema)]
struct Desk {
    /// Whether people sign in here; in a folder on one computer there are no accounts.
    accounts_here: bool,
    /// The reader's account; absent where nobody signs in.
    account: Option<String>,
    /// The roles that it holds.
    holds: BTreeSet<Role>,
    /// Every account, for the keeper; absent for everybody else.
    accounts: Option<Vec<Account>>,
}

/// Whether somebody with these roles may do that in the office; the reception asks again before anything is done.
pub(crate) fn may(holds: &BTreeSet<Role>, act: UseCase, object: Object) -> bool {
    in_office(holds, act, Thing::own(object)).is_allowed()
}

fn desk(call: &Call<'_>) -> Result<Desk, Wrong> {
    if call.app.library.holder() == Holder::Folder {
        return Ok(Desk { accounts_here: false, account: None, holds: BTreeSet::new(), accounts: None });
    }
    let desk = call.app.front(&call.session.visitor, |front, person| {
        let holds = person.holds().clone();
        // Asked for only by who may: a page that is opened is no try to see who works here.
        let accounts = if may(&holds, UseCase::ListAccounts, Object::Account) {
            Some(front.list_accounts(person)?)
        } else {
            None
        };
        Ok(Desk { accounts_here: true, account: Some(person.name().as_str().to_owned()), holds, accounts })
    })?;
    Ok(desk)
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    super::value(&desk(call)?)
}

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let desk = desk(call)?;
    let lead = Some(call.text("web-office-lead"));
    if !desk.accounts_here {
        let body =
            card("alone", &call.text("web-members-alone"), &html! { p { (call.text("web-office-folder")) } });
        return Ok(Reply::Page(Leaf::new(call.text("web-nav-office-page"), lead, body)));
    }
    let may = |act, object| may(&desk.holds, act, object);
    let body = html! {
        (card("own", &call.text("web-settings-account"), &html! {
            p { b { (safe_text(desk.account.as_deref().unwrap_or_default())) } @for role in &desk.holds { " · " (call.text(&role.word())) } }
            p { a href="/settings#password" { (call.text("web-password-change")) } }
        }))
        @if let Some(accounts) = &desk.accounts {
            (card("accounts", &call.text("web-office-accounts"), &list(call, accounts, desk.account.as_deref())))
            (card("new-account", &call.text("web-account-add"), &new_account(call)))
        }
        @if may(UseCase::ReadOfficeLog, Object::OfficeLog) { (card("log", &call.text("web-office-log"), &html! { p { (call.text("web-office-log-what")) } p { a.btn href="/office/log" { (call.text("web-office-log")) } } })) }
        @if may(UseCase::AppointAuditor, Object::Membership) { (card("audit", &call.text("web-audit"), &audit(call, desk.accounts.as_deref().unwrap_or_default()))) }
        @if may(UseCase::RecountCases, Object::Statistics) { (card("recount", &call.text("web-recount"), &html! {
            p { (call.text("web-recount-what")) }
            form method="post" action="/office/recount" { (token(call)) button.btn { (call.text("web-recount-now")) } }
        })) }
        (card("console", &call.text("web-console"), &html! { p { (call.text("web-console-what")) } ul.dots { @for code in ["web-console-first", "web-console-configuration", "web-console-tables", "web-console-folders", "web-console-lines", "web-console-backup"] { li { (call.text(code)) } } } }))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-office-page"), lead, body)))
}

fn list(call: &Call<'_>, accounts: &[Account], own: Option<&str>) -> Markup {
    html! { ul.lines { @for one in accounts { @let name = one.name.as_str(); li {
        div {
            h3 { (safe_text(name)) @if one.locked { " " span.tag { (call.text("web-account-is-locked")) } } }
            p.small.muted { @for (at, role) in one.holds.iter().enumerate() { @if at > 0 { " · " } (call.text(&role.word())) } }
            @if own == Some(name) { p.small { (call.text("web-account-own")) } } @else {
                form.row method="post" action="/office/lock" {
                    (token(call))
                    input type="hidden" name="account-name" value=(name);
                    @let (word, code) = if one.locked { ("no", "web-account-unlock") } else { ("yes", "web-account-lock") };
                    button.btn.s name="locked" value=(word) { (call.text(code)) span.vh { " " (safe_text(name)) } }
                }
                details { summary { (call.text("web-account-password")) span.vh { " " (safe_text(name)) } } form.fields method="post" action="/office/password" {
                    (token(call))
                    input type="hidden" name="account-name" value=(name);
                    (new_password(call))
                    div.row { button.btn { (call.text("web-account-password")) } }
                } }
            }
        }
    } } } }
}

/// The two fields of a new password.
pub(crate) fn new_password(call: &Call<'_>) -> Markup {
    html! {
        label { (call.text("web-field-new-password")) input type="password" name="new-password" required autocomplete="new-password" minlength=(FEWEST_CHARACTERS); }
        label { (call.text("web-field-new-again")) input type="password" name="new-again" required autocomplete="new-password"; }
        p.small.muted { (call.say("web-password-rule", &[("least", FEWEST_CHARACTERS.into())])) }
    }
}

fn new_account(call: &Call<'_>) -> Markup {
    html! {
        p.muted { (call.text("web-account-add-what")) }
        form.fields method="post" action="/office/account" {
            (token(call))
            label { (call.text("web-field-account-name")) input name="account-name" maxlength="64" required autocomplete="off" spellcheck="false"; }
            fieldset {
                legend { (call.text("web-field-holds")) }
                @for role in Role::ALL { label.check { input type="checkbox" name="holds" value=(role.id()); (call.text(&role.word())) } }
            }
            (new_password(call))
            button.btn.main { (call.text("web-account-add")) }
        }
    }
}

fn audit(call: &Call<'_>, accounts: &[Account]) -> Markup {
    let auditors = accounts.iter().filter(|one| !one.locked && one.holds.contains(&Role::Auditor));
    html! {
        p.muted { (call.text("web-audit-what")) }
        form.fields method="post" action="/office/audit" {
            (token(call))
            label { (call.text("web-field-audit-mark")) input name="audit-mark" maxlength="100" required autocomplete="off" spellcheck="false"; }
            label { (call.text("web-field-auditor")) select name="auditor" required {
                option value="" { (call.text("web-choose")) }
                @for one in auditors { option value=(one.name.as_str()) { (safe_text(one.name.as_str())) } }
            } }
            (day(call, "last-day", true))
            button.btn { (call.text("web-audit-now")) }
        }
    }
}

/// What counting anew did.
pub(crate) fn recounted(call: &Call<'_>, done: &Recount) -> Markup {
    let counts =
        [("counted", done.counted.into()), ("busy", done.busy.into()), ("unread", done.unread.into())];
    card(
        "recounted",
        &call.text("web-recount"),
        &html! {
            p { (call.say("web-recounted", &counts)) }
            @for (case, finding) in &done.own { @let said = call.told(finding); p.note { a href={"/c/" (case)} { span.mono { (case) } } " " (said.sentence) @if let Some(advice) = said.advice { " " (advice) } } }
            p { a.btn href="/office" { (call.text("web-nav-office-page")) } }
        },
    )
}
