//! People and accounts: parties by what the file needs of them, accounts by their local number.

use super::party::{fields, said};
use crate::call::Call;
use crate::loaded::Loaded;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_case::Party;
use redress_posts::{Account, KnownBy};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use std::collections::BTreeMap;

/// Accounts that are listed at once.
const ACCOUNTS: usize = 100;

/// Parties and accounts as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(People) };

/// Who takes part, and how many posted. No name is in here.
#[derive(Serialize, JsonSchema)]
struct People {
    /// The parties, by their number.
    parties: Vec<Party>,
    /// How many accounts posted.
    accounts: usize,
    /// Of these, masked by the tool that exported them.
    masked: usize,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let accounts = loaded.read.corpus.accounts();
    super::value(&People {
        parties: loaded.state.parties().into_values().collect(),
        accounts: accounts.len(),
        masked: accounts.iter().filter(|one| one.masked()).count(),
    })
}

/// Shows them.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let read = &loaded.read;
    let mut posts: BTreeMap<u32, u64> = BTreeMap::new();
    for post in read.corpus.posts() {
        if let Some(account) = post.account() {
            *posts.entry(account.0).or_default() += 1;
        }
    }
    let mut accounts: Vec<(&Account, u64)> = (0u32..)
        .zip(read.corpus.accounts())
        .map(|(ix, account)| (account, posts.get(&ix).copied().unwrap_or_default()))
        .collect();
    accounts.sort_by_key(|(account, count)| (std::cmp::Reverse(*count), account.number()));
    let body = html! {
        (parties(call, &loaded))
        (enter(call, &loaded))
        (card("accounts", &call.text("web-accounts"), &html! {
            p.muted { (call.text("web-accounts-note")) }
            p.muted { (call.say("web-accounts-shown", &[("shown", accounts.len().min(ACCOUNTS).into()), ("total", accounts.len().into())])) }
            div.scroll tabindex="0" { table.tbl.narrow {
                thead { tr { th scope="col" { (call.text("web-member-account")) } th scope="col" { (call.text("web-account-known")) } th.r scope="col" { (call.text("web-account-posts")) } } }
                tbody { @for (account, count) in accounts.iter().take(ACCOUNTS) { tr {
                    td { a href={(call.at("posts")) "?account=" (account.number())} { (call.say("web-account", &[("number", u64::from(account.number()).into())])) } }
                    td { (call.text(known(account.known_by()))) }
                    td.r { (call.words.number(*count)) }
                } } }
            } }
        }))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-people"), Some(call.text("web-people-lead")), body)))
}

const fn known(by: KnownBy) -> &'static str {
    match by {
        KnownBy::Id => "web-known-id",
        KnownBy::Hash => "web-known-hash",
        KnownBy::Name => "web-known-name",
    }
}

fn parties(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let parties = loaded.state.parties();
    card(
        "parties",
        &call.text("web-parties"),
        &html! {
            p.muted { (call.text("web-parties-note")) }
            @if parties.is_empty() { p { (call.text("web-parties-none")) } }
            ul.lines { @for party in parties.values() { li id=(party.id) {
                div {
                    h3 { a href=(call.at(&format!("people/{}", party.id))) { (party.id) " · " (call.text(&format!("cli-capacity-{}", party.capacity.word()))) } }
                    (said(call, loaded, party))
                }
                a.btn.s href=(call.at(&format!("people/{}", party.id))) { (call.text("web-party-change")) span.vh { " " (party.id) } }
            } } }
        },
    )
}

fn enter(call: &Call<'_>, loaded: &Loaded) -> Markup {
    card(
        "party",
        &call.text("web-party-add"),
        &html! {
            form.fields method="post" action=(call.at("people/add")) autocomplete="off" {
                (token(call))
                (fields(call, loaded, None))
                button.btn.main { (call.text("web-party-enter")) }
            }
        },
    )
}
