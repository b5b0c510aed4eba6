//! The captures of one post or one file, side by side, with what differs from each to the next.

use super::captures::of_name;
use super::posts::{COLUMNS, moment};
use crate::call::Call;
use crate::compare::{Body, of_item, of_posts};
use crate::differ::{letters, lines};
use crate::loaded::Loaded;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_base::{Count, ItemId, Sha256, Stamp, Unit};
use redress_case::ItemRow;
use redress_posts::{Post, PostIx, Sighting, Subject};
use redress_words::safe_text;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use std::collections::BTreeMap;

/// The captures as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(SideBySide) };

/// Captures of one post or of files of one name: the first, and the last ones. No word of them is in here.
#[derive(Serialize, JsonSchema)]
struct SideBySide {
    /// In their order.
    captures: Vec<One>,
}

/// One capture.
#[derive(Serialize, JsonSchema)]
struct One {
    /// The sealed item in which it stands.
    item: ItemId,
    /// The time that the capture says.
    #[serde(skip_serializing_if = "Option::is_none")]
    seen: Option<Stamp>,
    /// When the item was sealed.
    #[serde(skip_serializing_if = "Option::is_none")]
    sealed: Option<Stamp>,
    /// What it showed of each counter.
    counters: BTreeMap<Unit, Count>,
    /// SHA-256 of the item.
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<Sha256>,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let of = |item: ItemId| loaded.state.items.get(&item).map(|kept| &kept.item);
    let one = |item: ItemId, seen: Option<Stamp>, counters: BTreeMap<Unit, Count>| One {
        item,
        seen,
        sealed: of(item).map(|item| item.sealed_at),
        counters,
        sha256: of(item).map(|item| item.digests.sha256),
    };
    let captures = match (call.asked("post"), call.asked("name")) {
        (Some(key), _) => {
            let ix = loaded.read.corpus.find(key).ok_or(Wrong::NotFound)?;
            let post = loaded.read.corpus.post(ix).ok_or(Wrong::NotFound)?;
            let seen = sightings(&loaded, post);
            let counters = counters(&loaded, ix, &seen);
            let shown = |place: usize| {
                let counted =
                    counters.iter().filter_map(|(unit, counts)| Some((*unit, (*counts.get(place)?)?)));
                counted.collect::<BTreeMap<Unit, Count>>()
            };
            seen.iter()
                .enumerate()
                .map(|(place, seen)| one(seen.item(), seen.seen_at(), shown(place)))
                .collect()
        }
        (None, Some(name)) => {
            let items = ends(of_name(&loaded, name));
            items.iter().map(|row| one(row.item.id, row.item.observed, BTreeMap::new())).collect()
        }
        (None, None) => Vec::new(),
    };
    if captures.is_empty() { Err(Wrong::NotFound) } else { super::value(&SideBySide { captures }) }
}

/// Captures side by side: the first, and the last ones.
const SIDE_BY_SIDE: usize = 6;

/// Shows them.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let body = match (call.asked("post"), call.asked("name")) {
        (Some(key), _) => {
            let ix = loaded.read.corpus.find(key).ok_or(Wrong::NotFound)?;
            let post = loaded.read.corpus.post(ix).ok_or(Wrong::NotFound)?;
            of_post(call, &loaded, key, (ix, post))?
        }
        (None, Some(name)) => {
            let items = of_name(&loaded, name);
            if items.is_empty() {
                return Err(Wrong::NotFound);
            }
            of_files(call, name, &ends(items))?
        }
        (None, None) => return Err(Wrong::NotFound),
    };
    let body = html! { (body) div.row { a.btn href=(call.at("evidence/captures")) { (call.text("web-capture-back")) } } };
    Ok(Reply::Page(Leaf::new(call.text("web-capture"), Some(call.text("web-captures-lead")), body)))
}

/// The first and the last ones.
fn ends<T>(mut all: Vec<T>) -> Vec<T> {
    let beyond = all.len().saturating_sub(SIDE_BY_SIDE);
    if beyond > 0 {
        all.drain(1..=beyond);
    }
    all
}

/// A row of the table: its head, and a cell for each capture.
fn row(head: &str, cells: &[Markup]) -> Markup {
    html! { tr { th scope="row" { (head) } @for cell in cells { td { (cell) } } } }
}

fn item(call: &Call<'_>, id: ItemId) -> Markup {
    html! { a.ev href={(call.at("evidence")) "#" (id)} { (id) } }
}

fn when(call: &Call<'_>, seen: Option<Stamp>, sealed: Option<Stamp>) -> Markup {
    let sealed = || sealed.and_then(|stamp| stamp.at.beijing_date()).map(|day| call.words.date(day));
    html! { @match seen {
        Some(stamp) => (moment(call, stamp)),
        None => (call.say("web-capture-sealed", &[("day", sealed().unwrap_or_default().into())])),
    } }
}

/// The sightings of a post in the order of their time; those that say none stand last, in the order of the files.
fn sightings<'l>(loaded: &'l Loaded, post: &Post) -> Vec<&'l Sighting> {
    let mut all: Vec<&Sighting> = loaded.read.corpus.sightings_of(post).collect();
    all.reverse();
    all.sort_by_key(|seen| seen.seen_at().map_or((true, None), |stamp| (false, Some(stamp.at))));
    ends(all)
}

fn of_post(call: &Call<'_>, loaded: &Loaded, key: &str, of: (PostIx, &Post)) -> Result<Markup, Wrong> {
    let seen = sightings(loaded, of.1);
    let sealed = |id: ItemId| loaded.state.items.get(&id).map(|kept| kept.item.sealed_at);
    let items: Vec<ItemId> = seen.iter().map(|seen| seen.item()).collect();
    let bodies = of_posts(call, key, &items)?;
    let words = |place: usize, item: &ItemId| -> Markup {
        let earlier = items.get(..place).unwrap_or_default();
        if earlier.contains(item) {
            return html! { span.faint { (call.text("web-capture-words-row")) } };
        }
        // A table of figures beside the post holds none of its words, and is nothing to compare with.
        let before = earlier.iter().rev().find(|before| !matches!(bodies.get(before), Some(Body::Empty)));
        let body = before.and_then(|before| bodies.get(before));
        words(call, body, bodies.get(item), ("post", key), (before, *item))
    };
    let words: Vec<Markup> = items.iter().enumerate().map(|(place, item)| words(place, item)).collect();
    let when: Vec<Markup> = seen.iter().map(|one| when(call, one.seen_at(), sealed(one.item()))).collect();
    let links: Vec<Markup> = items.iter().map(|id| item(call, *id)).collect();
    let counters = counters(loaded, of.0, &seen);
    let dated: Vec<bool> = seen.iter().map(|one| one.seen_at().is_some()).collect();
    Ok(card(
        "captures",
        &call.text("web-capture"),
        &html! { div.scroll tabindex="0" { table.tbl.captures { tbody {
            (row(&call.text("web-capture-when"), &when))
            (row(&call.text("web-capture-item"), &links))
            @for (unit, counts) in &counters { (row(call.words.unit(*unit).as_ref(), &counted(call, *unit, counts, &dated))) }
            (row(&call.text("web-capture-words"), &words))
        } } } },
    ))
}

/// What each capture showed of every counter.
fn counters(loaded: &Loaded, ix: PostIx, seen: &[&Sighting]) -> Vec<(Unit, Vec<Option<Count>>)> {
    let corpus = &loaded.read.corpus;
    let mut all: BTreeMap<Unit, Vec<Option<Count>>> = BTreeMap::new();
    for one in corpus.observations().iter().filter(|one| one.subject() == Subject::Post(ix)) {
        let Some(of) = corpus.sighting(one.sighting()) else { continue };
        let place = seen.iter().position(|known| std::ptr::eq(*known, of));
        let cells = all.entry(one.unit()).or_insert_with(|| vec![None; seen.len()]);
        if let Some(cell) = place.and_then(|place| cells.get_mut(place)) {
            *cell = Some(one.count());
        }
    }
    COLUMNS.iter().filter_map(|unit| Some((*unit, all.remove(unit)?))).collect()
}

/// The figures with the change from each to the next that shows one. Of a capture that says no time nobody knows whether
/// it came before or after, and so no change.
fn counted(call: &Call<'_>, unit: Unit, counts: &[Option<Count>], dated: &[bool]) -> Vec<Markup> {
    let mut before: Option<Count> = None;
    let mut cells = Vec::with_capacity(counts.len());
    for (count, dated) in counts.iter().zip(dated) {
        let earlier = before.filter(|_| *dated);
        before = count.or(before);
        cells.push(html! { @match count {
            None => span.faint { (call.text("web-not-shown")) },
            Some(count) => { (call.words.count(*count, unit)) @if let Some(change) = earlier.and_then(|earlier| change(call, earlier, *count)) { br; span.faint { (change) } } },
        } });
    }
    cells
}

/// By how much a figure changed at the least; two ranges that meet may be the same number.
fn change(call: &Call<'_>, earlier: Count, later: Count) -> Option<String> {
    let say = |code: &str, count: u64| Some(call.say(code, &[("count", count.into())]));
    match (earlier.upper, later.upper) {
        _ if earlier == later => None,
        (Some(top), _) if later.lower > top => say("web-capture-grown", later.lower - top),
        (_, Some(top)) if earlier.lower > top => say("web-capture-shrunk", earlier.lower - top),
        _ => Some(call.text("web-capture-unsure")),
    }
}

/// Whether words differ from the capture before, and how to ask for those that do.
fn words(
    call: &Call<'_>,
    before: Option<&Body>,
    now: Option<&Body>,
    (what, of): (&str, &str),
    (earlier, later): (Option<&ItemId>, ItemId),
) -> Markup {
    if matches!(now, Some(Body::Empty)) {
        return html! { span.faint { (call.text("web-capture-words-none")) } };
    }
    let (Some(before), Some(earlier)) = (before, earlier) else {
        return html! { span.faint { (call.text("web-capture-first")) } };
    };
    let said = match (before, now) {
        (Body::Long, _) | (_, Some(Body::Long)) => return html! { (call.text("web-capture-long")) },
        (Body::Words(before), Some(Body::Words(now))) => told(call, what, before.reveal(), now.reveal()),
        _ => return html! { (call.text("web-capture-not-text")) },
    };
    let Some(said) = said else { return html! { (call.text("web-capture-words-same")) } };
    html! {
        p { (said) }
        @if !call.session.spared { details {
            summary { (call.text("web-capture-reveal")) }
            form method="post" action=(call.at("evidence/captures/reveal")) {
                (token(call))
                input type="hidden" name=(what) value=(of);
                input type="hidden" name="earlier" value=(earlier);
                input type="hidden" name="later" value=(later);
                p.small.muted { (call.text("web-capture-reveal-what")) }
                button.btn.s { (call.text("web-capture-reveal")) }
            }
        } }
    }
}

/// How much of two texts differs; nothing where they are the same.
fn told(call: &Call<'_>, what: &str, before: &str, now: &str) -> Option<String> {
    if before == now {
        return None;
    }
    if what == "name" {
        let found = lines(before, now);
        let args = [("gone", found.gone.len().into()), ("new", found.new.len().into())];
        return Some(call.say("web-capture-lines-differ", &args));
    }
    let found = letters(before, now);
    let long = |text: &str| text.chars().count();
    let args = [
        ("kept", (long(found.before) + long(found.after)).into()),
        ("gone", long(found.gone).into()),
        ("new", long(found.new).into()),
    ];
    Some(call.say("web-capture-words-differ", &args))
}

fn of_files(call: &Call<'_>, name: &str, items: &[&ItemRow]) -> Result<Markup, Wrong> {
    let bodies: Vec<Body> = items.iter().map(|row| of_item(call, row)).collect::<Result<_, _>>()?;
    let words = |place: usize, row: &ItemRow| {
        let before = place.checked_sub(1);
        let earlier = before.and_then(|before| items.get(before)).map(|row| &row.item.id);
        let body = before.and_then(|before| bodies.get(before));
        words(call, body, bodies.get(place), ("name", name), (earlier, row.item.id))
    };
    let cells = |make: &dyn Fn(&ItemRow) -> Markup| items.iter().map(|row| make(row)).collect::<Vec<_>>();
    let digest = |row: &ItemRow| {
        let digest = row.item.digests.sha256.to_string();
        html! { span.mono title=(digest) { (digest.chars().take(16).collect::<String>()) "…" } }
    };
    let words: Vec<Markup> = items.iter().enumerate().map(|(place, row)| words(place, row)).collect();
    Ok(card(
        "captures",
        &safe_text(name),
        &html! { div.scroll tabindex="0" { table.tbl.captures { tbody {
            (row(&call.text("web-capture-when"), &cells(&|row| when(call, row.item.observed, Some(row.item.sealed_at)))))
            (row(&call.text("web-capture-item"), &cells(&|row| item(call, row.item.id))))
            (row(&call.text("web-capture-bytes"), &cells(&|row| html! { (call.words.number(row.item.digests.bytes)) })))
            (row(&call.text("web-capture-hash"), &cells(&digest)))
            (row(&call.text("web-capture-change"), &words))
        } } } },
    ))
}
