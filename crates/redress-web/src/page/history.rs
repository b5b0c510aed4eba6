//! The history: every entry of the ledger, the last first. Nothing in it disappears.

use super::posts::moment;
use super::search::number;
use super::told::{Teller, Told};
use crate::call::Call;
use crate::loaded::Loaded;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, folded, token};
use maud::{Markup, html};
use redress_base::Stamp;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// Entries of one page.
const ENTRIES: usize = 100;

/// Of these, so many stand open; the others are one step away.
const OPEN: usize = 20;

/// The history as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(History) };

/// The entries in few words.
#[derive(Serialize, JsonSchema)]
struct History {
    /// The last first.
    entries: Vec<Row>,
    /// SHA-256 of the last.
    head: String,
}

/// One entry.
#[derive(Serialize, JsonSchema)]
struct Row {
    /// Its number.
    entry: u64,
    /// When, and by whose clock.
    at: Stamp,
    /// Who.
    by: String,
    /// What kind of entry.
    kind: &'static str,
    /// What it says.
    #[serde(flatten)]
    told: Told,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let teller = Teller::of(call, &loaded)?;
    let row = |entry: &redress_case::Entry| Row {
        entry: entry.seq,
        at: entry.at,
        by: entry.by.clone(),
        kind: entry.what.kind(),
        told: teller.tell(entry),
    };
    let entries = loaded.ledger.entries.iter().rev().map(row).collect();
    super::value(&History { entries, head: loaded.ledger.head.to_string() })
}

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let skip = number(call, call.query, "skip")?.unwrap_or(0);
    let teller = Teller::of(call, &loaded)?;
    let all = loaded.ledger.entries.len();
    let shown: Vec<&redress_case::Entry> =
        loaded.ledger.entries.iter().rev().skip(skip).take(ENTRIES).collect();
    let (first, later) = shown.split_at(shown.len().min(OPEN));
    let table = |entries: &[&redress_case::Entry]| {
        html! {
            div.scroll tabindex="0" { table.tbl.cards {
                thead { tr { th.r scope="col" { "#" } th scope="col" { (call.text("web-history-when")) } th scope="col" { (call.text("web-history-who")) } th scope="col" { (call.text("web-history-what")) } } }
                tbody { @for entry in entries { tr id={"e-" (entry.seq)} {
                    td.r { (entry.seq) } td { (moment(call, entry.at)) } td { (call.words.author(&entry.by)) } td { b { (call.text(&format!("case-entry-{}", entry.what.kind()))) } (told(call, &teller.tell(entry))) }
                } } }
            } }
        }
    };
    let body = card(
        "ledger",
        &call.text("web-history"),
        &html! {
            p.muted { (call.text("web-history-note")) }
            (table(first))
            @if !later.is_empty() { (folded(&call.say("web-to-do-more", &[("count", later.len().into())]), &table(later))) }
            nav.row aria-label=(call.text("web-pages")) {
                @if skip > 0 { a.btn rel="prev" href={(call.at("history")) "?skip=" (skip.saturating_sub(ENTRIES))} { (call.text("web-page-before")) } }
                @if skip.saturating_add(ENTRIES) < all { a.btn rel="next" href={(call.at("history")) "?skip=" (skip.saturating_add(ENTRIES))} { (call.text("web-page-next")) } }
            }
            p.small.faint { (call.text("web-history-head")) " " span.mono { (loaded.ledger.head) } }
        },
    );
    let body = html! { (body) (seal(call, &loaded)) };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-history"), Some(call.text("web-history-lead")), body)))
}

/// What an entry says, with the way to it.
fn told(call: &Call<'_>, told: &Told) -> Markup {
    let change = match (&told.before, &told.now) {
        (Some(before), Some(now)) => Some(
            call.say("web-told-change", &[("before", before.as_str().into()), ("now", now.as_str().into())]),
        ),
        (_, now) => now.clone(),
    };
    html! {
        @if let Some(about) = &told.about { div { @match &told.address { Some(address) => a href=(address) { (about) }, None => (about) } } }
        @if let Some(change) = change { div { (change) } }
        @if let Some(reason) = &told.reason { div.small.muted { (call.say("web-told-why", &[("reason", reason.as_str().into())])) } }
    }
}

/// Seals the ledger as it stands. A case that was handed over takes no entries.
fn seal(call: &Call<'_>, loaded: &Loaded) -> Markup {
    card(
        "seal",
        &call.text("web-seal"),
        &html! {
            p.muted { (call.text("web-seal-what")) }
            @if loaded.state.handed_over().is_some() { p { (call.text("web-seal-handed")) } }
            @else { form method="post" action=(call.at("seal")) { (token(call)) button.btn { (call.text("web-seal-now")) } } }
            p { a href=(call.at("seals")) { (call.text("web-seals-more")) } }
            p { a href=(call.at("custody")) { (call.text("web-custody-seals-back")) } }
        },
    )
}
