//! The facts: value, standing, sources, disputes; and the form by which one is entered with its reason.

use super::naming::{Choice, Naming};
use super::overview::{about, term};
use crate::call::Call;
use crate::loaded::Loaded;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_base::Place;
use redress_case::{Anchor, ClaimEntry, FactRow, Role, State};
use redress_facts::{Claim, Datum, Kind, Standing, Term, TermScope, Vocabulary};
use redress_words::{Language, safe_text};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// What can show a fact: not what the program itself sealed.
const SHOWING: [Role; 2] = [Role::Material, Role::Paper];

/// Entries that stand open; the earlier ones are one step away.
const ENTERED: usize = 10;

/// The facts as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Facts) };

/// Every claim that is relied on.
#[derive(Serialize, JsonSchema)]
struct Facts<'r> {
    /// By scope and term.
    facts: &'r [FactRow],
    /// What was entered, in order, what was taken back and disputed too.
    entries: Vec<Entered<'r>>,
}

/// One claim as it was entered.
#[derive(Serialize, JsonSchema)]
struct Entered<'r> {
    /// The number of its entry.
    seq: u64,
    /// The key of the post whose statement it is about; nothing where it is about the case.
    post: Option<&'r str>,
    /// The term of the vocabulary.
    term: &'r str,
    /// The claim.
    claim: &'r Claim,
    /// The entry that took it back, if any.
    withdrawn: Option<u64>,
    /// Entries that dispute it.
    disputes: &'r [u64],
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let entries = loaded.state.claims.iter().map(|one| Entered {
        seq: one.seq,
        post: match &one.anchor {
            Anchor::Case => None,
            Anchor::Post(key) => Some(key),
        },
        term: &one.term,
        claim: &one.claim,
        withdrawn: one.withdrawn,
        disputes: &one.disputes,
    });
    super::value(&Facts { facts: &loaded.result.facts, entries: entries.collect() })
}

/// Shows the facts.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    call.sought(call.query)?;
    let vocabulary = Vocabulary::standard();
    let names = Naming::of(call, &loaded);
    let body = html! {
        (enter(call, &loaded, &vocabulary)?)
        (card("entered", &call.text("web-facts-entered"), &html! {
            @if loaded.state.claims.is_empty() { p { (call.text("web-facts-none")) } }
            @for claim in loaded.state.claims.iter().rev().take(ENTERED) { (entered(call, (&loaded, &names), &vocabulary, claim)) }
            @if loaded.state.claims.len() > ENTERED { details {
                summary { (call.say("web-facts-earlier", &[("count", (loaded.state.claims.len() - ENTERED).into())])) }
                @for claim in loaded.state.claims.iter().rev().skip(ENTERED) { (entered(call, (&loaded, &names), &vocabulary, claim)) }
            } }
        }))
        (card("measured", &call.text("web-facts-measured"), &html! {
            p.muted { (call.text("web-facts-measured-note")) }
            details { summary { (call.say("web-facts-measured-show", &[("count", loaded.result.facts.len().into())])) } div.scroll tabindex="0" { table.tbl {
                thead { tr { th scope="col" { (call.text("web-fact-what")) } th scope="col" { (call.text("web-fact-about")) } th scope="col" { (call.text("web-fact-values")) } } }
                tbody { @for row in &loaded.result.facts { tr {
                    td { (term(call, &vocabulary, &row.term)) }
                    td { (about(call, &names, &row.scope)) }
                    td { @for claim in &row.claims { div { b { (redress_report::datum(call.words, &claim.value)) } " " span.faint { (known_by(call, claim.standing)) @if claim.disputed { " · " (call.text("web-fact-disputed")) } } } } }
                } } }
            } } }
        }))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-facts"), Some(call.text("web-facts-lead")), body)))
}

const fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Measured => "measured",
        Standing::Stated => "stated",
        Standing::Official => "official",
        Standing::Admitted => "admitted",
        Standing::Judged => "judged",
    }
}

fn known_by(call: &Call<'_>, standing: Standing) -> String {
    call.text(&format!("web-standing-{}", standing_word(standing)))
}

fn entered(
    call: &Call<'_>,
    (loaded, names): (&Loaded, &Naming<'_>),
    vocabulary: &Vocabulary,
    entry: &ClaimEntry,
) -> Markup {
    let gone = entry.withdrawn.is_some();
    let scope = names.anchor(call, &entry.anchor);
    html! {
        article.fact id={"e-" (entry.seq)} {
            h3 { @if gone { s { (term(call, vocabulary, &entry.term)) } } @else { (term(call, vocabulary, &entry.term)) } ": " (redress_report::datum(call.words, &entry.claim.value)) }
            p.small.muted {
                (scope) " · " (known_by(call, entry.claim.standing)) " · " (call.words.author(&entry.claim.by)) " · #" (entry.seq)
                @if gone { " · " (call.text("web-fact-withdrawn")) }
                @if entry.claim.disputed || !entry.disputes.is_empty() { " · " (call.text("web-fact-disputed")) }
            }
            @if let Some(reason) = &entry.claim.reason { p { (safe_text(reason)) } }
            @for one in loaded.state.disputes.iter().filter(|one| one.of.entry == entry.seq && one.struck.is_none()) {
                p.small { (call.say("web-fact-disputed-why", &[("reason", safe_text(&one.of.reason).into()), ("by", call.words.author(&one.by).into()), ("entry", one.seq.into())])) }
            }
            @if let Some(reason) = entry.withdrawn.and_then(|seq| withdrawal(loaded, seq)) {
                p.small { (call.say("web-fact-withdrawn-why", &[("reason", safe_text(&reason).into())])) }
            }
            (super::bare::note(call, loaded, vocabulary, entry))
            p.small { @for source in &entry.claim.sources { a.ev href={(call.at("evidence")) "#" (source.item)} { (source.item) @if let Place::Row { row, .. } = source.place { " · " (row) } } " " } }
            @if !gone { details {
                summary { (call.text("web-fact-change")) }
                form.fields method="post" action=(call.at("facts/withdraw")) {
                    (token(call)) input type="hidden" name="entry" value=(entry.seq);
                    label { (call.text("web-field-reason")) input name="reason" maxlength="1000" required; }
                    button.btn { (call.text("web-fact-withdraw")) }
                }
                form.fields method="post" action=(call.at("facts/dispute")) {
                    (token(call)) input type="hidden" name="entry" value=(entry.seq);
                    label { (call.text("web-field-dispute")) input name="reason" maxlength="1000" required; }
                    button.btn { (call.text("web-fact-dispute")) }
                }
            } }
        }
    }
}

/// The claims about a fact that nobody has taken back.
pub(crate) fn standing<'s>(
    state: &'s State,
    id: &'s str,
    anchor: &'s Anchor,
) -> impl Iterator<Item = &'s ClaimEntry> {
    let own = move |one: &&ClaimEntry| one.withdrawn.is_none() && one.term == id && one.anchor == *anchor;
    state.claims.iter().filter(own)
}

/// What is on file of this fact already: another value asks for a reason.
fn on_file(call: &Call<'_>, loaded: &Loaded, names: &Naming<'_>, id: &str) -> Markup {
    let own = loaded.state.claims.iter().filter(|one| one.withdrawn.is_none() && one.term == id);
    let line = |one: &ClaimEntry| {
        let args = [
            ("about", names.anchor(call, &one.anchor).into()),
            ("value", redress_report::datum(call.words, &one.claim.value).into()),
            ("by", call.words.author(&one.claim.by).into()),
        ];
        html! { li { a href={"#e-" (one.seq)} { (call.say("web-fact-on-file-one", &args)) } } }
    };
    let lines: Vec<Markup> = own.map(line).collect();
    html! { @if !lines.is_empty() { p.note { (call.text("web-fact-on-file")) } ul.dots { @for line in lines { (line) } } } }
}

/// Why a claim was taken back.
fn withdrawal(loaded: &Loaded, seq: u64) -> Option<String> {
    match &loaded.ledger.entry(seq)?.what {
        redress_case::What::Withdrawn { reason, .. } => Some(reason.clone()),
        _ => None,
    }
}

/// The entry that is to be entered once more, with what it lacked.
fn again<'l>(call: &Call<'_>, loaded: &'l Loaded, id: &str) -> Option<&'l ClaimEntry> {
    let seq: u64 = call.asked("again")?.parse().ok()?;
    loaded.state.claims.iter().find(|one| one.seq == seq && one.term == id && one.withdrawn.is_none())
}

/// First which fact, then its value: without script a page each, so that only the fitting values are offered.
fn enter(call: &Call<'_>, loaded: &Loaded, vocabulary: &Vocabulary) -> Result<Markup, Wrong> {
    let chosen = call.asked("term").and_then(|id| Some((id, vocabulary.get(id)?)));
    let body = match chosen {
        None => super::which_fact::choose(call, loaded, vocabulary)?,
        Some((id, one)) => value(call, loaded, id, one),
    };
    Ok(card("enter", &call.text("web-fact-enter"), &body))
}

fn value(call: &Call<'_>, loaded: &Loaded, id: &str, one: &Term) -> Markup {
    let zh = call.words.language() == Language::ZhHans;
    let question = if zh { one.ask_zh.as_ref() } else { one.ask_en.as_ref() };
    let names = Naming::of(call, loaded);
    let asked = call.asked("statement");
    let again = again(call, loaded, id);
    let statements = names.choices(asked);
    let about = |one: &Choice| {
        asked == Some(one.id.as_str())
            || again.is_some_and(|entry| entry.anchor.to_string() == format!("post:{}", one.anchor))
    };
    // Of several statements none is taken for the one that is meant: a fact would go to whichever stands first.
    let open = one.scope == TermScope::Statement && statements.len() > 1 && !statements.iter().any(about);
    let known_by = again.map(|entry| standing_word(entry.claim.standing));
    html! {
        form.fields method="post" action=(call.at("facts/set")) {
            (token(call))
            input type="hidden" name="term" value=(id);
            // Whoever else enters the same fact meanwhile is told, and so is this person.
            input type="hidden" name="seen" value=(loaded.state.entries);
            h3 { (if zh { &one.zh } else { &one.en }) }
            @if let Some(question) = question { p { (question) } }
            (on_file(call, loaded, &names, id))
            label { (call.text("web-field-scope")) select name="scope" required {
                @if one.scope == TermScope::Case { option value="case" { (call.text("report-scope-case")) } }
                @if open { option value="" { (call.text("web-choose")) } }
                @for one in &statements { option value={"post:" (one.anchor)} selected[about(one)] { (names.name(call, &one.id)) " (" (call.words.number(one.members)) ")" } }
                @if statements.len() < loaded.read.statements.list().len() { option value="other" { (call.text("web-fact-other-below")) } }
            } }
            @if statements.len() < loaded.read.statements.list().len() { (other(call, loaded, statements.len())) }
            (values(call, one, again.map(|entry| &entry.claim.value)))
            label { (call.text("web-field-standing")) select name="standing" {
                @for word in ["stated", "official", "admitted", "judged"] { option value=(word) selected[known_by.map_or((word == "judged") == (one.kind == Kind::Judgement) && word != "official" && word != "admitted", |known| known == word)] { (call.text(&format!("web-standing-{word}"))) } }
            } }
            div id=(super::bare::FIELD) {
                (super::bare::asks(call, one))
                label { (call.text("web-field-source")) select name="source" multiple size="5" {
                    @for row in loaded.result.kept.items.iter().filter(|row| SHOWING.contains(&row.role)) { option value=(row.item.id) { (row.item.id) " " (safe_text(&row.item.name)) } }
                } }
            }
            label { (call.text("web-field-reason")) textarea name="reason" rows="2" maxlength="1000" { (again.and_then(|entry| entry.claim.reason.as_deref()).unwrap_or_default()) } }
            label.check { input type="checkbox" name="opposing" value="1" checked[again.is_some_and(|entry| entry.claim.opposing)]; (call.text("web-field-opposing")) }
            div.row { button.btn.main { (call.text("web-fact-save")) } a.btn.plain href=(call.at("facts")) { (call.text("web-cancel")) } }
        }
    }
}

/// The way to a statement that the list does not offer: by the number of a post of it, or from its own page.
fn other(call: &Call<'_>, loaded: &Loaded, listed: usize) -> Markup {
    let all = super::statement_list::total(loaded);
    html! { details.other-statement {
        summary { (call.say("web-fact-other", &[("listed", listed.into()), ("all", all.into())])) }
        div.fields {
            p.small.muted { (call.text("web-fact-other-how")) " " a href=(call.at("statements")) { (call.text("web-nav-statements")) } }
            label { (call.text("web-field-scope-other")) input name="scope-other" maxlength="200" autocomplete="off" placeholder="weibo/4912…"; }
        }
    } }
}

fn values(call: &Call<'_>, one: &Term, before: Option<&Datum>) -> Markup {
    let label = call.text("web-field-value");
    let word = |word: &String| {
        let code = format!("facts-choice-{word}");
        if call.words.has(&code) { call.text(&code) } else { word.clone() }
    };
    let known = |word: &str| match before {
        Some(Datum::Yes) => word == "yes",
        Some(Datum::No) => word == "no",
        Some(Datum::Unknown) => word == "unknown",
        Some(Datum::Choice(choice)) => choice == word,
        Some(Datum::Words(words)) => words.iter().any(|one| one == word),
        _ => false,
    };
    let typed = match before {
        Some(Datum::Date(day)) => Some(day.to_string()),
        Some(Datum::Count(count)) => Some(count.count.to_string()),
        _ => None,
    };
    match &one.kind {
        Kind::Truth | Kind::Judgement => {
            html! { fieldset { legend { (label) } @for word in ["yes", "no", "unknown"] { label.check { input type="radio" name="value" value=(word) checked[known(word)] required; (call.text(&format!("facts-{word}"))) } } } }
        }
        Kind::Count(unit) => {
            html! { label { (label) " (" (call.words.unit(*unit)) ")" input name="value" required inputmode="numeric" autocomplete="off" placeholder="486" value=[typed]; } }
        }
        Kind::Date => html! { label { (label) input type="date" name="value" required value=[typed]; } },
        Kind::Choice(words) => {
            html! { label { (label) select name="value" required { @for one in words { option value=(one) selected[known(one)] { (word(one)) } } } } }
        }
        Kind::Set(words) => {
            html! { fieldset { legend { (label) } @for one in words { label.check { input type="checkbox" name="value" value=(one) checked[known(one)]; (word(one)) } } } }
        }
    }
}

/// The claim about the same fact that was made after the page was shown.
pub(crate) fn changed_since<'s>(
    state: &'s State,
    seen: u64,
    id: &str,
    anchor: &redress_case::Anchor,
) -> Option<&'s ClaimEntry> {
    state.claims.iter().find(|entry| entry.seq > seen && entry.term == id && entry.anchor == *anchor)
}
