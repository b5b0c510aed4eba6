//! Facts that were entered on a bare word and count for nothing until an exhibit shows them: said where they are entered, where
//! they stand, and among what is missing, each with the way to the field that it lacks.

use super::naming::Naming;
use super::overview::term;
use super::posts::asking;
use crate::call::Call;
use crate::loaded::Loaded;
use maud::{Markup, html};
use redress_case::{Anchor, ClaimEntry, State};
use redress_facts::{Kind, Term, Vocabulary};
use redress_law::lacks_evidence;

/// Facts of this kind that are named on the overview.
const NAMED: usize = 4;

/// The field of the form in which exhibits are chosen.
pub(crate) const FIELD: &str = "exhibits-of-fact";

/// Whether a claim stands and counts for nothing, for want of an exhibit.
pub(crate) fn is_bare(vocabulary: &Vocabulary, entry: &ClaimEntry) -> bool {
    entry.withdrawn.is_none() && lacks_evidence(vocabulary, &entry.term, &entry.claim)
}

/// The claims that count for nothing for want of an exhibit, where no other claim says the same with one.
pub(crate) fn list<'s>(state: &'s State, vocabulary: &'s Vocabulary) -> impl Iterator<Item = &'s ClaimEntry> {
    let same = |a: &ClaimEntry, b: &ClaimEntry| {
        a.term == b.term && a.anchor == b.anchor && a.claim.value == b.claim.value && a.seq != b.seq
    };
    let shown = move |one: &ClaimEntry| {
        state.claims.iter().any(|other| {
            // What was shown since, or entered once more, stands for the earlier entry.
            same(one, other)
                && other.withdrawn.is_none()
                && (other.seq > one.seq || !lacks_evidence(vocabulary, &other.term, &other.claim))
        })
    };
    state.claims.iter().filter(move |one| is_bare(vocabulary, one) && !shown(one))
}

/// The address of the form with this fact in it, at the field for its exhibits.
fn mend(call: &Call<'_>, loaded: &Loaded, entry: &ClaimEntry) -> String {
    let read = &loaded.read;
    let place = match &entry.anchor {
        Anchor::Case => None,
        Anchor::Post(key) => read.corpus.find(key).and_then(|ix| read.rows.statement(ix)),
    };
    let statement = place.and_then(|place| read.statements.list().get(place));
    let statement = statement.map(|one| format!("&{}", asking("statement", &one.id))).unwrap_or_default();
    format!("{}?term={}&again={}{statement}#{FIELD}", call.at("facts"), entry.term, entry.seq)
}

/// These facts among what is missing; nothing where there is none.
pub(crate) fn told(call: &Call<'_>, loaded: &Loaded, names: &Naming<'_>) -> Option<Markup> {
    let vocabulary = Vocabulary::standard();
    let bare: Vec<&ClaimEntry> = list(&loaded.state, &vocabulary).collect();
    if bare.is_empty() {
        return None;
    }
    Some(html! {
        p.small { (call.say("web-bare-count", &[("count", bare.len().into())])) }
        ul.todo #without-exhibit { @for one in bare.iter().take(NAMED) { li {
            a href=(mend(call, loaded, one)) { (term(call, &vocabulary, &one.term)) }
            p.small.muted { (names.anchor(call, &one.anchor)) " · " (call.text("web-bare-choose")) }
        } } }
        @if bare.len() > NAMED { p { a href={(call.at("facts")) "#entered"} { (call.say("web-to-do-more", &[("count", (bare.len() - NAMED).into())])) } } }
    })
}

/// What is said of an entry that counts for nothing, with the way to mend it.
pub(crate) fn note(call: &Call<'_>, loaded: &Loaded, vocabulary: &Vocabulary, entry: &ClaimEntry) -> Markup {
    html! { @if is_bare(vocabulary, entry) { p.note.bare { (call.text("web-bare-entry")) " " a href=(mend(call, loaded, entry)) { (call.text("web-bare-mend")) } } } }
}

/// What it takes for a fact of this kind to count.
pub(crate) fn asks(call: &Call<'_>, one: &Term) -> Markup {
    let code = match one.kind {
        Kind::Judgement => "web-bare-judged",
        _ if one.first_hand => "web-bare-first-hand",
        _ => "web-bare-asks",
    };
    html! { p.small.muted[code != "web-bare-asks"].note[code == "web-bare-asks"] { (call.text(code)) } }
}
