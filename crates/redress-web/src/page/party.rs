//! One party: what is on file without what identifies it, and the form by which it is entered or changed.

use super::naming::Naming;
use super::posts::moment;
use crate::call::Call;
use crate::loaded::Loaded;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_base::Stamp;
use redress_case::{Because, Capacity, DETAIL_FIELDS, Kind, Party, PartyId, Recorded, Relation, What};
use redress_words::safe_text;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One party as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(OneParty) };

/// A party, and what was entered about it. No name is in here.
#[derive(Serialize, JsonSchema)]
struct OneParty {
    /// As it stands.
    party: Party,
    /// Every entry about it, in their order.
    entries: Vec<PartyEntry>,
}

/// An entry about a party.
#[derive(Serialize, JsonSchema)]
struct PartyEntry {
    /// Its number.
    entry: u64,
    /// Who made it.
    by: String,
    /// When.
    at: Stamp,
    /// Whether a later entry struck it.
    struck: bool,
    /// What it said.
    of: Party,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let party = asked(call, &loaded)?;
    let own = loaded.state.party_entries.iter().filter(|one| one.of.id == party.id);
    let entries = own.map(|one| PartyEntry {
        entry: one.seq,
        by: one.by.clone(),
        at: one.at,
        struck: one.struck.is_some(),
        of: one.of.clone(),
    });
    super::value(&OneParty { entries: entries.collect(), party })
}

/// Fields of details that may have several lines.
const MANY_LINES: [&str; 3] = ["address", "accounts", "note"];

/// The party that the address names.
///
/// # Errors
/// [`Wrong::NotFound`] where there is none.
pub(crate) fn asked(call: &Call<'_>, loaded: &Loaded) -> Result<Party, Wrong> {
    let id = call.parts.get("party").and_then(|typed| typed.parse::<PartyId>().ok());
    id.and_then(|id| loaded.state.parties().remove(&id)).ok_or(Wrong::NotFound)
}

/// Shows one.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let party = asked(call, &loaded)?;
    let title = call.say("web-party-title", &[("party", party.id.to_string().into())]);
    let body = html! {
        (card("on-file", &call.text("web-party-on-file"), &html! {
            p { (call.text(&format!("case-capacity-{}", party.capacity.word()))) }
            (said(call, &loaded, &party))
            (look(call, &party))
        }))
        (taking_back(call, &loaded, &party))
        (card("change", &call.text("web-party-change"), &html! {
            p.muted { (call.text("web-party-change-how")) }
            form.fields method="post" action=(call.at("people/set")) autocomplete="off" {
                (token(call))
                input type="hidden" name="of-party" value=(party.id);
                input type="hidden" name="seen" value=(loaded.state.entries);
                (fields(call, &loaded, Some(&party)))
                div.row { button.btn.main { (call.text("web-save")) } a.btn.plain href=(call.at("people")) { (call.text("web-cancel")) } }
            }
        }))
        (entries(call, &loaded, party.id))
    };
    Ok(Reply::Page(Leaf::new(title, Some(call.text("web-parties-note")), body)))
}

/// What is on file of a party, each on a line of its own.
pub(crate) fn said(call: &Call<'_>, loaded: &Loaded, party: &Party) -> Markup {
    let mut lines: Vec<String> = Vec::new();
    if party.kind != Kind::Natural {
        lines.push(call.text(&format!("case-person-{}", party.kind.word())));
    }
    if let Some(other) = party.acts_for {
        lines.push(call.say("case-party-for", &[("party", other.to_string().into())]));
    }
    lines.extend(party.relation.map(|one| call.text(&format!("case-relation-{}", one.word()))));
    lines.extend(party.because.map(|one| call.text(&format!("case-because-{}", one.word()))));
    lines.extend((party.minor == Some(true)).then(|| call.text("case-party-minor")));
    lines.extend(party.identity_unknown.then(|| call.text("web-party-unknown")));
    lines.extend(party.died.map(|day| call.say("case-party-died", &[("day", call.words.date(day).into())])));
    lines
        .extend(party.until.map(|day| call.say("case-party-until", &[("day", call.words.date(day).into())])));
    let details = if party.details.is_some() { "web-party-details" } else { "web-party-no-details" };
    lines.push(call.text(details));
    html! {
        p.muted { @for (place, line) in lines.iter().enumerate() { @if place > 0 { " · " } (line) } }
        @if !party.statements.is_empty() { p.muted {
            (call.text("web-party-laid")) " "
            @for post in &party.statements { (laid(call, loaded, post)) " " }
        } }
        @if !party.proof.is_empty() { p.small { @for item in &party.proof { a.ev href={(call.at("evidence")) "#" (item)} { (item) } " " } } }
    }
}

/// A statement that is laid to somebody, by the name under which it is listed.
fn laid(call: &Call<'_>, loaded: &Loaded, post: &str) -> Markup {
    let names = Naming::of(call, loaded);
    let read = &loaded.read;
    let place = read.corpus.find(post).and_then(|ix| read.rows.statement(ix));
    let statement = place.and_then(|place| read.statements.list().get(place));
    html! {
        @match statement {
            Some(one) => a href={(call.at("statements")) "/" (one.id)} { (names.named(call, one)) },
            None => (safe_text(post)),
        }
    }
}

/// Asks for what identifies a party; that somebody looked is an entry first.
fn look(call: &Call<'_>, party: &Party) -> Markup {
    html! {
        @if party.details.is_some() { details {
            summary { (call.text("web-party-look")) }
            form.fields method="post" action=(call.at("people/look")) {
                (token(call))
                input type="hidden" name="of-party" value=(party.id);
                p.small.muted { (call.text("web-party-look-what")) }
                label { (call.text("web-field-purpose")) input name="purpose" maxlength="400" autocomplete="off"; }
                button.btn { (call.text("web-party-look-now")) }
            }
        } }
    }
}

/// The fields of a party: those of one on file filled in, what identifies it left empty.
pub(crate) fn fields(call: &Call<'_>, loaded: &Loaded, party: Option<&Party>) -> Markup {
    html! {
        label { (call.text("web-field-capacity")) select name="capacity" required {
            // Nobody is entered by a click on a form that nobody has filled in.
            @if party.is_none() { option value="" { (call.text("web-choose")) } }
            @for one in Capacity::ALL { option value=(one.word()) selected[party.is_some_and(|party| party.capacity == *one)] { (call.text(&format!("case-capacity-{}", one.word()))) } }
        } }
        label { (call.text("web-field-person")) select name="person" {
            @for one in Kind::ALL { option value=(one.word()) selected[party.is_some_and(|party| party.kind == *one)] { (call.text(&format!("case-person-{}", one.word()))) } }
        } }
        label { (call.text("web-field-identity")) select name="identity" {
            option value="known" { (call.text("web-identity-known")) }
            option value="unknown" selected[party.is_some_and(|party| party.identity_unknown)] { (call.text("web-identity-unknown")) }
        } }
        (acting(call, loaded, party))
        (statements(call, loaded, party))
        details {
            summary { (call.text("web-party-more")) }
            div.fields {
                label { (call.text("web-field-minor")) select name="minor" {
                    option value="" { (call.text("web-not-said")) }
                    @for (word, yes) in [("yes", true), ("no", false)] { option value=(word) selected[party.is_some_and(|party| party.minor == Some(yes))] { (call.text(&format!("facts-{word}"))) } }
                } }
                label { (call.text("web-field-died")) input type="date" name="died" value=[party.and_then(|party| party.died)]; }
                label { (call.text("web-field-until")) input type="date" name="until" value=[party.and_then(|party| party.until)]; }
                label { (call.text("web-field-shown-by")) select name="shown-by" multiple size="4" {
                    @for row in &loaded.result.kept.items { option value=(row.item.id) selected[party.is_some_and(|party| party.proof.contains(&row.item.id))] { (row.item.id) " " (safe_text(&row.item.name)) } }
                } }
            }
        }
        fieldset {
            legend { (call.text("web-party-identifies")) }
            div.fields { @for field in DETAIL_FIELDS { label {
                (call.text(&format!("case-detail-{field}")))
                @if MANY_LINES.contains(&field) { textarea name={"detail-" (field)} rows="2" maxlength="500" {} }
                @else { input name={"detail-" (field)} maxlength="500"; }
            } } }
        }
        @if call.asked("doubted").is_some() { label.check { input type="checkbox" name="doubted" value="1"; (call.text("web-field-doubted")) } }
        p.small.muted { (call.text("web-party-note")) }
    }
}

/// For whom somebody acts, how they stand to that person, and why they may.
fn acting(call: &Call<'_>, loaded: &Loaded, party: Option<&Party>) -> Markup {
    let others: BTreeMap<PartyId, Party> = loaded.state.parties();
    let others = others.values().filter(|other| party.is_none_or(|party| party.id != other.id));
    html! {
        fieldset {
            legend { (call.text("web-party-acts")) }
            div.fields {
                label { (call.text("web-field-for")) select name="for" {
                    option value="" { (call.text("web-party-for-nobody")) }
                    @for other in others { option value=(other.id) selected[party.is_some_and(|party| party.acts_for == Some(other.id))] { (other.id) " · " (call.text(&format!("case-capacity-{}", other.capacity.word()))) } }
                } }
                label { (call.text("web-field-relation")) select name="relation" {
                    option value="" { (call.text("web-not-said")) }
                    @for one in Relation::ALL { option value=(one.word()) selected[party.is_some_and(|party| party.relation == Some(*one))] { (call.text(&format!("case-relation-{}", one.word()))) } }
                } }
                label { (call.text("web-field-because")) select name="because" {
                    option value="" { (call.text("web-not-said")) }
                    @for one in Because::ALL { option value=(one.word()) selected[party.is_some_and(|party| party.because == Some(*one))] { (call.text(&format!("case-because-{}", one.word()))) } }
                } }
            }
        }
    }
}

/// The statements that can be laid to a party; those that are already stand ticked, and are taken back by an act of their own.
fn statements(call: &Call<'_>, loaded: &Loaded, party: Option<&Party>) -> Markup {
    let names = Naming::of(call, loaded);
    let read = &loaded.read;
    let of = |post: &String| read.corpus.find(post).and_then(|ix| read.rows.statement(ix));
    let has: Vec<Option<usize>> =
        party.iter().flat_map(|party| &party.statements).map(of).filter(Option::is_some).collect();
    let laid = |anchor: &String| of(anchor).is_some_and(|place| has.contains(&Some(place)));
    html! {
        @if !loaded.result.statements.is_empty() { details open[!has.is_empty()] {
            summary { (call.text("web-field-laid-to")) }
            p.small.muted { (call.text("web-party-laid-how")) }
            @for row in &loaded.result.statements {
                label.check {
                    input type="checkbox" name="laid-to" value=(row.anchor) checked[laid(&row.anchor)] disabled[laid(&row.anchor)];
                    span { (names.name(call, &row.id)) " (" (call.words.number(row.members)) ")" }
                }
            }
        } }
    }
}

/// The statements that are laid to a party, each with the way to take that back.
fn taking_back(call: &Call<'_>, loaded: &Loaded, party: &Party) -> Markup {
    let read = &loaded.read;
    let of = |post: &String| read.corpus.find(post).and_then(|ix| read.rows.statement(ix));
    // Of several posts of one statement the first stands for it; a post that is in none stands for itself.
    let mut seen = BTreeSet::new();
    let first = |post: &&String| of(post).is_none_or(|place| seen.insert(place));
    let laid: Vec<&String> = party.statements.iter().filter(first).collect();
    html! {
        @if !laid.is_empty() { (card("laid", &call.text("web-party-laid-heading"), &html! {
            p.small.muted { (call.text("web-party-taken-back-what")) }
            @for post in laid { article.fact {
                p { (self::laid(call, loaded, post)) }
                details {
                    summary { (call.text("web-party-take-back")) }
                    form.fields method="post" action=(call.at("people/take-back")) {
                        (token(call))
                        input type="hidden" name="of-party" value=(party.id);
                        input type="hidden" name="laid-to" value=(post);
                        label { (call.text("web-field-reason")) input name="reason" maxlength="1000" required; }
                        button.btn { (call.text("web-party-take-back")) }
                    }
                }
            } }
        })) }
    }
}

/// Why an entry about a party was made, where it took a statement back.
fn why(loaded: &Loaded, entry: u64) -> Option<&str> {
    match &loaded.ledger.entry(entry)?.what {
        What::Party { reason, .. } => reason.as_deref(),
        _ => None,
    }
}

/// What was entered about a party, the latest first, each with the way to strike it.
fn entries(call: &Call<'_>, loaded: &Loaded, id: PartyId) -> Markup {
    let own: Vec<&Recorded<Party>> =
        loaded.state.party_entries.iter().rev().filter(|one| one.of.id == id).collect();
    card(
        "entries",
        &call.text("web-party-entries"),
        &html! { @for one in own { article.fact id={"e-" (one.seq)} {
            p { @if one.struck.is_some() { s { "#" (one.seq) } } @else { "#" (one.seq) } " · " (call.words.author(&one.by)) " · " (moment(call, one.at)) }
            (said(call, loaded, &one.of))
            @if let Some(reason) = why(loaded, one.seq) { p { (call.text("web-party-taken-back")) " " (safe_text(reason)) } }
            @if one.struck.is_none() { details {
                summary { (call.text("web-party-strike")) }
                form.fields method="post" action=(call.at("people/strike")) {
                    (token(call))
                    input type="hidden" name="of-party" value=(id);
                    input type="hidden" name="entry" value=(one.seq);
                    p.small.muted { (call.text("web-party-strike-what")) }
                    label { (call.text("web-field-reason")) input name="reason" maxlength="1000" required; }
                    button.btn { (call.text("web-party-strike")) }
                }
            } }
        } } },
    )
}
