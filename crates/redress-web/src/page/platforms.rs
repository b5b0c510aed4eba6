//! On which platforms a statement was found: a table, statement by platform. It counts what was captured, and no more.

use super::naming::Naming;
use crate::call::Call;
use crate::loaded::{Loaded, Read};
use crate::shell::card;
use maud::{Markup, html};
use redress_base::Stamp;
use redress_posts::{Post, PostKind};
use redress_words::safe_text;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The platforms of one statement, or of all posts.
#[derive(Serialize, JsonSchema)]
pub(crate) struct OfStatement {
    /// Its id; absent for every post of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    statement: Option<String>,
    /// By the short name of the platform: `weibo`.
    platforms: BTreeMap<String, OnPlatform>,
}

/// What was captured on one platform.
#[derive(Default, Serialize, JsonSchema)]
pub(crate) struct OnPlatform {
    /// Posts of every kind.
    posts: u64,
    /// Of these, reposts.
    reposts: u64,
    /// Accounts that posted them; posts of which the file names no account are in none.
    accounts: u64,
    /// When the first of them was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<Stamp>,
    /// When the last of them was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<Stamp>,
}

/// Every post of the case first, then each statement that was taken up.
pub(crate) fn list(loaded: &Loaded) -> Vec<OfStatement> {
    let read = &*loaded.read;
    let all = OfStatement { statement: None, platforms: counted(read, read.corpus.posts().iter()) };
    let taken_up = loaded.result.statements.iter().filter(|row| row.taken_up);
    let one = |id: &String| {
        let found = read.statements.find(id)?;
        let posts = found.members.iter().filter_map(|ix| read.corpus.post(*ix));
        Some(OfStatement { statement: Some(id.clone()), platforms: counted(read, posts) })
    };
    std::iter::once(all).chain(taken_up.filter_map(|row| one(&row.id))).collect()
}

fn counted<'r>(read: &'r Read, posts: impl Iterator<Item = &'r Post>) -> BTreeMap<String, OnPlatform> {
    let mut of: BTreeMap<&str, (OnPlatform, BTreeSet<u32>)> = BTreeMap::new();
    for post in posts {
        let (one, accounts) = of.entry(read.corpus.platform(post)).or_default();
        one.posts += 1;
        one.reposts += u64::from(post.kind() == PostKind::Repost);
        accounts.extend(post.account().map(|account| account.0));
        if let Some(published) = post.published() {
            one.first = Some(one.first.filter(|first| first.at <= published.at).unwrap_or(published));
            one.last = Some(one.last.filter(|last| last.at >= published.at).unwrap_or(published));
        }
    }
    let whole = |(name, (one, accounts)): (&str, (OnPlatform, BTreeSet<u32>))| {
        (name.to_owned(), OnPlatform { accounts: accounts.len() as u64, ..one })
    };
    of.into_iter().map(whole).collect()
}

/// What people call a platform.
fn named(call: &Call<'_>, short: &str) -> String {
    let code = format!("web-platform-{short}");
    if call.words.has(&code) { call.text(&code) } else { safe_text(short) }
}

/// The table: a row each for the case and its statements, a column for each platform.
pub(crate) fn table(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let (rows, names) = (list(loaded), Naming::of(call, loaded));
    let columns: BTreeSet<&String> = rows.iter().flat_map(|row| row.platforms.keys()).collect();
    card(
        "platforms",
        &call.text("web-platforms"),
        &html! {
            p.muted { (call.text("web-platforms-what")) }
            @if columns.is_empty() { p { (call.text("web-platforms-none")) } }
            @else { div.scroll tabindex="0" { table.tbl {
                thead { tr { th scope="col" { (call.text("web-fact-about")) } @for column in &columns { th scope="col" { (named(call, column)) } } } }
                tbody { @for row in &rows { tr {
                    th scope="row" { @match &row.statement { Some(id) => a href={(call.at("statements")) "/" (id)} { (names.name(call, id)) }, None => (call.text("web-platforms-all")) } }
                    @for column in &columns { td { @match row.platforms.get(*column) { Some(one) => (cell(call, one)), None => span.faint { (call.text("web-platforms-not-here")) } } } }
                } } }
            } } }
        },
    )
}

fn cell(call: &Call<'_>, one: &OnPlatform) -> Markup {
    let day = |stamp: Option<Stamp>| stamp.and_then(|stamp| stamp.at.beijing_date());
    let counts =
        [("posts", one.posts.into()), ("accounts", one.accounts.into()), ("reposts", one.reposts.into())];
    html! {
        (call.say("web-platforms-counts", &counts))
        @if let (Some(first), Some(last)) = (day(one.first), day(one.last)) { div.small.muted {
            @if first == last { (call.words.date(first)) } @else { (call.words.date(first)) " – " (call.words.date(last)) }
        } }
    }
}
