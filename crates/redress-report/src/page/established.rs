//! What is made out, not made out, missing or disputed, with the reasons for each.

use super::{card, label, scope};
use crate::marks::{chip, glyph, places};
use maud::{Markup, html};
use redress_case::{CaseResult, OutcomeRow};
use redress_law::{Confidence, FactUse, Node, NodeKind};
use redress_words::Words;

/// Every rule that was examined, with its explanation; then the facts.
pub(crate) fn section(result: &CaseResult, words: &Words) -> Markup {
    let body = html! {
        @if result.protected.is_empty() { p { (words.say("report-nothing-taken-up", &[])) } }
        @for row in result.outcomes.iter().filter(|row| !row.rule.starts_with("op10-")) { (answer(words, row)) }
        (facts(result, words))
        p.small.faint { (words.say("report-law-used", &[
            ("digest", result.law.digest.as_str().into()), ("rules", result.law.rules.into()),
            ("day", words.date(result.today).into()),
        ])) }
    };
    card(words, "established", &body)
}

fn answer(words: &Words, row: &OutcomeRow) -> Markup {
    let outcome = &row.outcome;
    let version = outcome.version.as_ref().map(|version| words.article(&version.article));
    html! {
        details class="answer" id={(row.rule) "@" (row.scope)} {
            summary {
                span.q { b { (label(words, &outcome.label.zh, &outcome.label.en)) } " " span.faint { (scope(words, &row.scope)) } }
                (chip(words, outcome.value))
            }
            p.cite { @if let Some(version) = version { (version) } }
            @if outcome.enumerated != outcome.value {
                p.small { (words.say("report-enumerated", &[("value", words.value(outcome.enumerated).into())])) }
            }
            @if outcome.presumptive != outcome.value {
                p.small { (words.say("report-presumptive", &[("value", words.value(outcome.presumptive).into())])) }
            }
            @if outcome.versions_differ { p.small { (words.say("report-versions-differ", &[])) } }
            ul.tree { (node(words, &outcome.tree, 0)) }
            @for finding in &outcome.findings { p.small.muted { (words.finding(finding).sentence) } }
        }
    }
}

fn node(words: &Words, one: &Node, depth: usize) -> Markup {
    let joint = match one.kind {
        NodeKind::All => Some("report-joint-all"),
        NodeKind::Any => Some("report-joint-any"),
        _ => None,
    };
    html! {
        li.decisive[one.decisive] {
            div.n {
                span class={"g-" (class(one))} { (glyph(words, one.value)) }
                span.what { (label(words, &one.label.zh, &one.label.en)) }
                span.faint.small { (words.say(&one.reason, &[])) }
                @if one.kind == NodeKind::Open { span.tag { (words.say("report-only-a-person", &[])) } }
                @if one.confidence == Some(Confidence::O) { span.tag { (words.say("report-unverified", &[])) } }
            }
            @for fact in &one.facts { (fact_use(words, fact)) }
            @if !one.children.is_empty() {
                @if let Some(joint) = joint { span.tag { (words.say(joint, &[])) } }
                ul { @for child in &one.children { (node(words, child, depth + 1)) } }
            }
        }
    }
}

const fn class(one: &Node) -> &'static str {
    match one.value {
        redress_base::Value::TT => "made",
        redress_base::Value::FF => "not",
        redress_base::Value::UU | redress_base::Value::UT => "miss",
        _ => "disp",
    }
}

fn fact_use(words: &Words, fact: &FactUse) -> Markup {
    let total = u64::try_from(fact.sources.len()).unwrap_or(u64::MAX);
    html! {
        div.use {
            span.mono.small { (fact.term) }
            @if let Some(figure) = &fact.figure { " " a.ev href={"#" (figure)} { (figure) } }
            @if !fact.sources.is_empty() { " " (places(words, fact.sources.iter(), total)) }
        }
    }
}

/// Every claim that is relied on, with its author, its standing and its sources.
fn facts(result: &CaseResult, words: &Words) -> Markup {
    html! {
        details {
            summary { (words.say("report-facts", &[("count", result.facts.len().into())])) }
            div.scroll tabindex="0" { table.tbl.cards {
                thead { tr {
                    @for column in ["fact", "value", "standing", "sources"] { th scope="col" { (words.say(&format!("report-fact-{column}"), &[])) } }
                } }
                tbody {
                    @for row in &result.facts { @for claim in &row.claims {
                        tr {
                            td { span.mono { (row.term) } br; span.faint { (scope(words, &row.scope)) } }
                            td {
                                @if claim.opposing { span.tag { (words.say("report-opposing", &[])) } " " }
                                (claim.value)
                                @if let Some(reason) = &claim.reason { br; span.small.muted { (redress_words::safe_text(reason)) } }
                            }
                            td { (words.say(standing(claim.standing), &[])) br; span.faint { (redress_words::safe_text(&claim.by)) } }
                            td { (places(words, claim.sources.iter(), u64::try_from(claim.sources.len()).unwrap_or(u64::MAX))) }
                        }
                    } }
                }
            } }
        }
    }
}

const fn standing(standing: redress_facts::Standing) -> &'static str {
    match standing {
        redress_facts::Standing::Stated => "report-standing-stated",
        redress_facts::Standing::Measured => "report-standing-measured",
        redress_facts::Standing::Official => "report-standing-official",
        redress_facts::Standing::Admitted => "report-standing-admitted",
        redress_facts::Standing::Judged => "report-standing-judged",
    }
}
