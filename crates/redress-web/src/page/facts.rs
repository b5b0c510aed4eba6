//! The facts: value, standing, sources, disputes; and the form by which one is entered with its reason.

use super::overview::{about, term};
use crate::call::Call;
use crate::loaded::Loaded;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_base::Place;
use redress_case::{ClaimEntry, FactRow};
use redress_facts::{Kind, Standing, Term, TermScope, Vocabulary};
use redress_words::{Language, safe_text};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The facts as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Facts) };

/// Every claim that is relied on.
#[derive(Serialize, JsonSchema)]
struct Facts<'r> {
    /// By scope and term.
    facts: &'r [FactRow],
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    super::value(&Facts { facts: &call.loaded()?.result.facts })
}

/// Shows the facts.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let vocabulary = Vocabulary::standard();
    let names = redress_report::names(&loaded.result, call.words);
    let body = html! {
        (enter(call, &loaded, &vocabulary))
        (card("entered", &call.text("web-facts-entered"), &html! {
            @if loaded.state.claims.is_empty() { p { (call.text("web-facts-none")) } }
            @for claim in loaded.state.claims.iter().rev() { (entered(call, &vocabulary, claim)) }
        }))
        (card("measured", &call.text("web-facts-measured"), &html! {
            p.muted { (call.text("web-facts-measured-note")) }
            div.scroll tabindex="0" { table.tbl {
                thead { tr { th scope="col" { (call.text("web-fact-what")) } th scope="col" { (call.text("web-fact-about")) } th scope="col" { (call.text("web-fact-values")) } } }
                tbody { @for row in &loaded.result.facts { tr {
                    td { (term(call, &vocabulary, &row.term)) }
                    td { (about(call, &names, &row.scope)) }
                    td { @for claim in &row.claims { div { b { (redress_report::datum(call.words, &claim.value)) } " " span.faint { (standing(call, claim.standing)) } } } }
                } } }
            } }
        }))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-facts"), Some(call.text("web-facts-lead")), body)))
}

fn standing(call: &Call<'_>, standing: Standing) -> String {
    let word = match standing {
        Standing::Measured => "measured",
        Standing::Stated => "stated",
        Standing::Official => "official",
        Standing::Admitted => "admitted",
        Standing::Judged => "judged",
    };
    call.text(&format!("web-standing-{word}"))
}

fn entered(call: &Call<'_>, vocabulary: &Vocabulary, entry: &ClaimEntry) -> Markup {
    let gone = entry.withdrawn.is_some();
    let scope = match &entry.anchor {
        redress_case::Anchor::Case => call.text("report-scope-case"),
        redress_case::Anchor::Post(key) => safe_text(key),
    };
    html! {
        article.fact id={"e-" (entry.seq)} {
            h3 { @if gone { s { (term(call, vocabulary, &entry.term)) } } @else { (term(call, vocabulary, &entry.term)) } ": " (redress_report::datum(call.words, &entry.claim.value)) }
            p.small.muted {
                (scope) " · " (standing(call, entry.claim.standing)) " · " (safe_text(&entry.claim.by)) " · #" (entry.seq)
                @if gone { " · " (call.text("web-fact-withdrawn")) }
                @if entry.claim.disputed || !entry.disputes.is_empty() { " · " (call.text("web-fact-disputed")) }
            }
            @if let Some(reason) = &entry.claim.reason { p { (safe_text(reason)) } }
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

/// First which fact, then its value: without script a page each, so that only the fitting values are offered.
fn enter(call: &Call<'_>, loaded: &Loaded, vocabulary: &Vocabulary) -> Markup {
    let chosen = call.asked("term").and_then(|id| Some((id, vocabulary.get(id)?)));
    card(
        "enter",
        &call.text("web-fact-enter"),
        &match chosen {
            None => choose(call, vocabulary),
            Some((id, one)) => value(call, loaded, id, one),
        },
    )
}

fn choose(call: &Call<'_>, vocabulary: &Vocabulary) -> Markup {
    let zh = call.words.language() == Language::ZhHans;
    html! {
        form.fields method="get" action=(call.at("facts")) {
            @if let Some(statement) = call.asked("statement") { input type="hidden" name="statement" value=(statement); }
            label { (call.text("web-field-term")) select name="term" required {
                option value="" { (call.text("web-choose")) }
                @for (id, one) in vocabulary.iter() { option value=(id) { (if zh { &one.zh } else { &one.en }) } }
            } }
            button.btn { (call.text("web-go-on")) }
        }
    }
}

fn value(call: &Call<'_>, loaded: &Loaded, id: &str, one: &Term) -> Markup {
    let zh = call.words.language() == Language::ZhHans;
    let question = if zh { one.ask_zh.as_ref() } else { one.ask_en.as_ref() };
    let statements: Vec<_> = loaded.result.statements.iter().collect();
    let names = redress_report::names(&loaded.result, call.words);
    html! {
        form.fields method="post" action=(call.at("facts/set")) {
            (token(call))
            input type="hidden" name="term" value=(id);
            // Whoever else enters the same fact meanwhile is told, and so is this person.
            input type="hidden" name="seen" value=(loaded.state.entries);
            h3 { (if zh { &one.zh } else { &one.en }) }
            @if let Some(question) = question { p { (question) } }
            label { (call.text("web-field-scope")) select name="scope" required {
                @if one.scope == TermScope::Case { option value="case" { (call.text("report-scope-case")) } }
                @for row in statements { option value={"post:" (row.anchor)} selected[call.asked("statement") == Some(row.id.as_str())] { (names.get(row.id.as_str()).unwrap_or(&row.id)) " (" (call.words.number(row.members)) ")" } }
            } }
            (values(call, one))
            label { (call.text("web-field-standing")) select name="standing" {
                @for word in ["stated", "official", "admitted", "judged"] { option value=(word) selected[(word == "judged") == (one.kind == Kind::Judgement) && word != "official" && word != "admitted"] { (call.text(&format!("web-standing-{word}"))) } }
            } }
            label { (call.text("web-field-source")) select name="source" multiple size="5" {
                @for row in &loaded.result.kept.items { option value=(row.item.id) { (row.item.id) " " (safe_text(&row.item.name)) } }
            } }
            label { (call.text("web-field-reason")) textarea name="reason" rows="2" maxlength="1000" {} }
            label.check { input type="checkbox" name="opposing" value="1"; (call.text("web-field-opposing")) }
            div.row { button.btn.main { (call.text("web-fact-save")) } a.btn.plain href=(call.at("facts")) { (call.text("web-cancel")) } }
        }
    }
}

fn values(call: &Call<'_>, one: &Term) -> Markup {
    let label = call.text("web-field-value");
    let word = |word: &String| {
        let code = format!("facts-choice-{word}");
        if call.words.has(&code) { call.text(&code) } else { word.clone() }
    };
    match &one.kind {
        Kind::Truth | Kind::Judgement => {
            html! { fieldset { legend { (label) } @for word in ["yes", "no", "unknown"] { label.check { input type="radio" name="value" value=(word) required; (call.text(&format!("facts-{word}"))) } } } }
        }
        Kind::Count(unit) => {
            html! { label { (label) " (" (call.words.unit(*unit)) ")" input name="value" required inputmode="numeric" autocomplete="off" placeholder="486"; } }
        }
        Kind::Date => html! { label { (label) input type="date" name="value" required; } },
        Kind::Choice(words) => {
            html! { label { (label) select name="value" required { @for one in words { option value=(one) { (word(one)) } } } } }
        }
        Kind::Set(words) => {
            html! { fieldset { legend { (label) } @for one in words { label.check { input type="checkbox" name="value" value=(one); (word(one)) } } } }
        }
    }
}

/// Whether a claim about the same fact was made after the page was shown.
pub(crate) fn changed_since(
    loaded: &Loaded,
    seen: u64,
    id: &str,
    anchor: &redress_case::Anchor,
) -> Option<u64> {
    let same = |entry: &&ClaimEntry| entry.seq > seen && entry.term == id && entry.anchor == *anchor;
    loaded.state.claims.iter().find(same).map(|entry| entry.seq)
}
