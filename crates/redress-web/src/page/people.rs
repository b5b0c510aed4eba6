//! People and accounts: parties by what the file needs of them, accounts by their local number.

use super::pager::Part;
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
    /// After how many of them the listed ones begin.
    skip: usize,
    /// Those who posted most first.
    listed: Vec<OneAccount>,
}

/// One account.
#[derive(Serialize, JsonSchema)]
struct OneAccount {
    /// Its local number.
    account: u32,
    /// Whether its name was masked by the tool that exported it.
    masked: bool,
    /// How many posts it wrote.
    posts: u64,
}

/// The accounts with their posts, those who posted most first.
fn by_posts(loaded: &Loaded) -> Vec<(&Account, u64)> {
    let corpus = &loaded.read.corpus;
    let mut posts: BTreeMap<u32, u64> = BTreeMap::new();
    for account in corpus.posts().iter().filter_map(|post| post.account()) {
        *posts.entry(account.0).or_default() += 1;
    }
    let count = |ix: u32| posts.get(&ix).copied().unwrap_or_default();
    let mut all: Vec<(&Account, u64)> =
        (0u32..).zip(corpus.accounts()).map(|(ix, account)| (account, count(ix))).collect();
    all.sort_by_key(|(account, count)| (std::cmp::Reverse(*count), account.number()));
    all
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let accounts = loaded.read.corpus.accounts();
    let all = by_posts(&loaded);
    let part = Part::asked(call, ACCOUNTS, all.len())?;
    let listed = all.into_iter().skip(part.skip).take(part.most);
    let listed = listed
        .map(|(one, posts)| OneAccount { account: one.number(), masked: one.masked(), posts })
        .collect();
    super::value(&People {
        skip: part.skip,
        listed,
        parties: loaded.state.parties().into_values().collect(),
        accounts: accounts.len(),
        masked: accounts.iter().filter(|one| one.masked()).count(),
    })
}

/// Shows them.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let accounts = by_posts(&loaded);
    let part = Part::asked(call, ACCOUNTS, accounts.len())?;
    let body = html! {
        (parties(call, &loaded))
        (enter(call, &loaded))
        (card("accounts", &call.text("web-accounts"), &html! {
            p.muted { (call.text("web-accounts-note")) }
            div.scroll tabindex="0" { table.tbl.narrow {
                thead { tr { th scope="col" { (call.text("web-member-account")) } th scope="col" { (call.text("web-account-known")) } th.r scope="col" { (call.text("web-account-posts")) } } }
                tbody { @for (account, count) in accounts.iter().skip(part.skip).take(part.most) { tr {
                    td { a href={(call.at("posts")) "?account=" (account.number())} { (call.say("web-account", &[("number", u64::from(account.number()).into())])) } }
                    td { (call.text(known(account.known_by()))) }
                    td.r { (call.words.number(*count)) }
                } } }
            } }
            (part.shown(call, "accounts"))
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
                    h3 { a href=(call.at(&format!("people/{}", party.id))) { (party.id) " · " (call.text(&format!("case-capacity-{}", party.capacity.word()))) } }
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
