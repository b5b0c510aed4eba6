//! Files that were set aside: by whom, when and why, what rests on them, and the way to count them again. What was taken up
//! never disappears without a word.

use super::naming::Naming;
use super::overview::term;
use crate::call::Call;
use crate::loaded::Loaded;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_base::ItemId;
use redress_case::{Anchor, ClaimEntry, Entry, KeptItem, What};
use redress_facts::Vocabulary;
use redress_words::safe_text;
use std::collections::BTreeMap;

/// The entry by which a file was set aside; nothing where a reading of it stands, or it was never read.
pub(crate) fn entry(loaded: &Loaded, item: ItemId) -> Option<&Entry> {
    let kept = loaded.state.items.get(&item).filter(|kept| kept.read.is_none())?;
    let struck = kept.readings.iter().filter_map(|reading| reading.struck).max()?;
    loaded.ledger.entry(struck)
}

/// By whom, when and why.
pub(crate) fn why(call: &Call<'_>, entry: &Entry) -> String {
    let reason = match &entry.what {
        What::Struck { reason, .. } => safe_text(reason),
        _ => String::new(),
    };
    let day = entry.at.at.beijing_date().map(|day| call.words.date(day)).unwrap_or_default();
    let args = [("by", call.words.author(&entry.by).into()), ("day", day.into()), ("reason", reason.into())];
    call.say("web-aside-why", &args)
}

/// Counts it again.
pub(crate) fn again(call: &Call<'_>, item: ItemId) -> Markup {
    html! { form method="post" action=(call.at("evidence/count")) {
        (token(call))
        input type="hidden" name="item" value=(item);
        button.btn { (call.text("web-aside-again")) span.vh { " " (item) } }
    } }
}

/// The statements that were taken up by posts which stand in this file alone, with how many facts hang on them.
fn resting(call: &Call<'_>, loaded: &Loaded, names: &Naming<'_>, item: ItemId) -> Vec<(String, usize)> {
    let corpus = &loaded.read.corpus;
    let alone = |key: &str| {
        let post = corpus.find(key).and_then(|ix| corpus.post(ix));
        post.is_some_and(|post| corpus.sightings_of(post).all(|seen| corpus.span(seen).item == item))
    };
    let mut found: Vec<(String, usize)> = Vec::new();
    for claim in loaded.state.standing_claims() {
        let Anchor::Post(key) = &claim.anchor else { continue };
        if !alone(key) {
            continue;
        }
        let name = names.anchor(call, &claim.anchor);
        match found.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => found.push((name, 1)),
        }
    }
    found
}

/// What would count no more with the file; nothing where nothing would.
pub(crate) fn rests(call: &Call<'_>, loaded: &Loaded, item: ItemId) -> Markup {
    let found = resting(call, loaded, &Naming::of(call, loaded), item);
    html! { @if !found.is_empty() { div.note #rests {
        p { (call.text("web-aside-rests")) }
        ul.dots { @for (name, count) in found { li { (call.say("web-aside-rests-one", &[("name", name.into()), ("count", count.into())])) } } }
    } } }
}

/// The posts by which statements were taken up and which are in no file that counts, each with the facts that hang on it.
pub(crate) fn lost(loaded: &Loaded) -> BTreeMap<&str, Vec<&ClaimEntry>> {
    let read = &loaded.read;
    let mut found: BTreeMap<&str, Vec<&ClaimEntry>> = BTreeMap::new();
    for claim in loaded.state.standing_claims() {
        let Anchor::Post(key) = &claim.anchor else { continue };
        if read.corpus.find(key).and_then(|ix| read.statements.of_post(ix)).is_none() {
            found.entry(key).or_default().push(claim);
        }
    }
    found
}

/// That statements were taken up whose posts count no more, and the way to have them again; nothing where there are none.
pub(crate) fn told(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let lost = lost(loaded);
    if lost.is_empty() {
        return html! {};
    }
    let vocabulary = Vocabulary::standard();
    let aside: Vec<(&KeptItem, &Entry)> =
        loaded.state.items.values().filter_map(|kept| Some((kept, entry(loaded, kept.item.id)?))).collect();
    card(
        "lost",
        &call.text("web-lost"),
        &html! {
            p { (call.text("web-lost-what")) }
            ul.lines { @for (post, claims) in &lost { li { div {
                h3 { (call.say("web-lost-one", &[("post", safe_text(post).into()), ("count", claims.len().into())])) }
                p.small { @for (place, claim) in claims.iter().enumerate() { @if place > 0 { " · " } a href={(call.at("facts")) "#e-" (claim.seq)} { (term(call, &vocabulary, &claim.term)) } } }
            } } } }
            @if aside.is_empty() { p { (call.text("web-lost-bring")) " " a href=(call.at("evidence")) { (call.text("web-nav-evidence")) } } }
            @else {
                p { (call.text("web-lost-files")) }
                ul.lines { @for (kept, entry) in aside { li {
                    div { a href={(call.at("evidence")) "#" (kept.item.id)} { (kept.item.id) } " " (safe_text(&kept.item.name)) p.small.muted { (why(call, entry)) } }
                    (again(call, kept.item.id))
                } } }
            }
        },
    )
}
