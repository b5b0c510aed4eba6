//! What was captured several times: files of one name with other bytes, and posts that were seen more than once.

use super::posts::{COLUMNS, account_name, asking, moment};
use crate::call::Call;
use crate::loaded::{Loaded, Read};
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::card;
use maud::{Markup, html};
use redress_base::{Count, ItemId, Stamp, Unit};
use redress_case::ItemRow;
use redress_posts::{Account, PostIx, Sighting, Subject};
use redress_words::safe_text;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use std::collections::BTreeMap;

/// Posts that are listed.
const LISTED: usize = 50;

/// The captures as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Captures) };

/// What was captured several times. No word of a post is in here.
#[derive(Serialize, JsonSchema)]
struct Captures {
    /// Files of one name.
    files: Vec<Files>,
    /// Posts that were seen more than once, those seen most often first.
    posts: Vec<Seen>,
    /// How many there are of them.
    posts_total: usize,
}

/// Sealed items of one name with different bytes.
#[derive(Serialize, JsonSchema)]
struct Files {
    /// The name.
    name: String,
    /// The items, in the order in which they were sealed.
    items: Vec<ItemId>,
}

/// A post that was seen more than once.
#[derive(Serialize, JsonSchema)]
struct Seen {
    /// Its key.
    key: String,
    /// The local number of its account.
    account: Option<u32>,
    /// How often it was seen.
    times: u32,
    /// The earliest moment of a capture that says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<Stamp>,
    /// The latest.
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<Stamp>,
    /// Counters that showed different figures.
    changed: Vec<Unit>,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let (posts, posts_total) = posts(&loaded.read);
    super::value(&Captures { files: files(&loaded), posts, posts_total })
}

/// The items of one name, in the order in which they were sealed, each with other bytes than those before.
pub(crate) fn of_name<'l>(loaded: &'l Loaded, name: &str) -> Vec<&'l ItemRow> {
    let mut own: Vec<&ItemRow> = Vec::new();
    for row in loaded.result.kept.items.iter().filter(|row| row.item.name == name) {
        if !own.iter().any(|known| known.item.digests.sha256 == row.item.digests.sha256) {
            own.push(row);
        }
    }
    own
}

fn files(loaded: &Loaded) -> Vec<Files> {
    let mut names: BTreeMap<&str, u32> = BTreeMap::new();
    for row in &loaded.result.kept.items {
        *names.entry(&row.item.name).or_default() += 1;
    }
    let several = names.into_iter().filter(|(_, times)| *times > 1).map(|(name, _)| name);
    let files = several.map(|name| Files {
        name: name.to_owned(),
        items: of_name(loaded, name).iter().map(|row| row.item.id).collect(),
    });
    files.filter(|files| files.items.len() > 1).collect()
}

/// The posts that were seen most often, and how many were seen more than once.
fn posts(read: &Read) -> (Vec<Seen>, usize) {
    let corpus = &read.corpus;
    let mut times = vec![0u32; corpus.posts().len()];
    for seen in corpus.sightings() {
        if let Some(count) = times.get_mut(seen.post().0 as usize) {
            *count = count.saturating_add(1);
        }
    }
    let mut several: Vec<(u32, PostIx)> =
        (0u32..).zip(times).filter(|(_, times)| *times > 1).map(|(ix, times)| (times, PostIx(ix))).collect();
    several.sort_by_key(|(times, ix)| (std::cmp::Reverse(*times), *ix));
    let total = several.len();
    several.truncate(LISTED);
    let mut shown: BTreeMap<PostIx, BTreeMap<Unit, Vec<Count>>> =
        several.iter().map(|(_, ix)| (*ix, BTreeMap::new())).collect();
    for seen in corpus.observations() {
        let Subject::Post(post) = seen.subject() else { continue };
        if let Some(units) = shown.get_mut(&post) {
            units.entry(seen.unit()).or_default().push(seen.count());
        }
    }
    let one = |(times, ix): (u32, PostIx)| {
        let post = corpus.post(ix)?;
        let when = || corpus.sightings_of(post).filter_map(Sighting::seen_at);
        let units = shown.remove(&ix).unwrap_or_default();
        let differ = |counts: &[Count]| counts.iter().any(|count| Some(count) != counts.first());
        Some(Seen {
            key: corpus.key(post),
            account: post.account().and_then(|account| corpus.account(account)).map(Account::number),
            times,
            first: when().min_by_key(|stamp| stamp.at),
            last: when().max_by_key(|stamp| stamp.at),
            changed: units.into_iter().filter(|(_, counts)| differ(counts)).map(|(unit, _)| unit).collect(),
        })
    };
    (several.into_iter().filter_map(one).collect(), total)
}

/// Shows them.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let files = files(&loaded);
    let (posts, total) = posts(&loaded.read);
    let body = html! {
        (card("files", &call.text("web-captures-files"), &html! {
            @if files.is_empty() { p { (call.text("web-captures-files-none")) } }
            ul.lines { @for one in &files { li {
                div { h3 { (safe_text(&one.name)) } p.muted { @for item in &one.items { a.ev href={(call.at("evidence")) "#" (item)} { (item) } " " } } }
                a.btn.s href={(call.at("evidence/captures/of")) "?" (asking("name", &one.name))} { (call.text("web-captures-compare")) span.vh { " " (safe_text(&one.name)) } }
            } } }
            p.small.muted { (call.text("web-captures-seal-note")) }
        }))
        (card("posts", &call.text("web-captures-posts"), &html! {
            @if posts.is_empty() { p { (call.text("web-captures-posts-none")) } }
            @else {
                p.muted { (call.say("web-captures-shown", &[("shown", posts.len().into()), ("total", total.into())])) }
                (table(call, &loaded.read, &posts))
            }
        }))
        div.row { a.btn href=(call.at("evidence")) { (call.text("web-nav-evidence")) } }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-captures"), Some(call.text("web-captures-lead")), body)))
}

fn table(call: &Call<'_>, read: &Read, posts: &[Seen]) -> Markup {
    let account = |key: &str| {
        let post = read.corpus.find(key).and_then(|ix| read.corpus.post(ix));
        account_name(call, post.and_then(|post| read.corpus.account(post.account()?)))
    };
    let when =
        |stamp: Option<Stamp>| stamp.map_or_else(|| call.text("web-no-date"), |stamp| moment(call, stamp));
    html! { div.scroll tabindex="0" { table.tbl {
        thead { tr {
            th scope="col" { (call.text("web-member-account")) } th.r scope="col" { (call.text("web-captures-times")) }
            th scope="col" { (call.text("web-captures-first")) } th scope="col" { (call.text("web-captures-last")) }
            th scope="col" { (call.text("web-captures-changed")) } th scope="col" { (call.text("web-captures-compare")) }
        } }
        tbody { @for one in posts { tr {
            td { (account(&one.key)) }
            td.r { (call.words.number(u64::from(one.times))) }
            td { (when(one.first)) }
            td { (when(one.last)) }
            td {
                @for unit in COLUMNS.iter().filter(|unit| one.changed.contains(unit)) { (call.words.unit(*unit)) " " }
                @if !COLUMNS.iter().any(|unit| one.changed.contains(unit)) { span.faint { (call.text("web-captures-same")) } }
            }
            td { a href={(call.at("evidence/captures/of")) "?" (asking("post", &one.key))} { (call.text("web-captures-compare")) span.vh { " " (account(&one.key)) } } }
        } } }
    } } }
}
