//! What is made out, not made out, missing or disputed, with the reasons for each.

use super::facts;
use super::frame::Page;
use super::law::cite;
use crate::marks::{chip, class, figure, glyph, places, sign};
use maud::{Markup, html};
use redress_base::Value;
use redress_case::OutcomeRow;
use redress_facts::Scope;
use redress_law::{ClaimUse, Confidence, FactUse, Node, NodeKind};

/// The legend, an overview, then every rule that was examined with its explanation; then the facts.
pub(crate) fn section(page: &Page<'_>) -> Markup {
    let rows = examined(page);
    let groups: Vec<&[&OutcomeRow]> = rows.chunk_by(|a, b| a.scope == b.scope).collect();
    let body = html! {
        @if page.result.protected.is_empty() { p { (page.text("report-nothing-taken-up")) } }
        p.small.muted { (page.text("report-glyphs")) }
        p.legend { @for value in Value::ALL.iter().rev() { span { span class={"g-" (class(*value))} { (sign(*value)) } (page.words.value(*value)) } } }
        (overview(page, &rows))
        @for group in groups { @if let Some(first) = group.first() {
            div.group.set-aside[page.set_aside(&first.scope)] {
                h3 { (page.scope(&first.scope)) @if page.set_aside(&first.scope) { " " span.tag { (page.text("report-set-aside")) } } }
                @for row in group { (answer(page, row)) }
            }
        } }
        (facts::table(page))
    };
    page.card("established", &body)
}

/// Every rule but the shields, which the first part has; statements in their order, then the case.
fn examined<'p>(page: &Page<'p>) -> Vec<&'p OutcomeRow> {
    let place = |scope: &Scope| page.result.statements.iter().position(|row| row.id == scope.to_string());
    let mut rows: Vec<&OutcomeRow> =
        page.result.outcomes.iter().filter(|row| row.headline && !row.rule.starts_with("op10-")).collect();
    rows.sort_by_key(|row| place(&row.scope).unwrap_or(usize::MAX));
    rows
}

/// Rules down, statements across: every answer on one sheet, each linked to its reasons.
fn overview(page: &Page<'_>, rows: &[&OutcomeRow]) -> Markup {
    let mut scopes: Vec<&Scope> =
        rows.iter().map(|row| &row.scope).filter(|scope| **scope != Scope::Case).collect();
    scopes.dedup();
    let mut rules: Vec<&OutcomeRow> = Vec::new();
    for row in rows.iter().filter(|row| row.scope != Scope::Case) {
        if !rules.iter().any(|known| known.rule == row.rule) {
            rules.push(row);
        }
    }
    let cell =
        |rule: &str, scope: &Scope| rows.iter().find(|row| row.rule == rule && row.scope == *scope).copied();
    html! {
        @if scopes.len() > 1 { div.scroll tabindex="0" role="group" aria-label=(page.text("report-answers-matrix")) { table.tbl.matrix {
            thead { tr { th scope="col" { (page.text("report-rule")) } @for scope in &scopes { th scope="col" { (page.scope(scope)) @if page.set_aside(scope) { br; span.tag { (page.text("report-set-aside")) } } } } } }
            tbody { @for rule in rules { tr {
                th scope="row" { (page.label(&rule.outcome.label)) }
                @for scope in &scopes { td { @if let Some(row) = cell(&rule.rule, scope) { (mark(page, row)) } } }
            } } }
        } } }
    }
}

fn mark(page: &Page<'_>, row: &OutcomeRow) -> Markup {
    let value = row.outcome.value;
    html! {
        a.mark href={"#" (name(row))} { span class={"g-" (class(value))} { (sign(value)) } " " (page.words.value(value)) span.vh { " · " (page.label(&row.outcome.label)) " · " (page.about(&row.scope)) } }
    }
}

/// As `redress explain` names it.
fn name(row: &OutcomeRow) -> String {
    format!("{}@{}", row.rule, row.scope)
}

fn answer(page: &Page<'_>, row: &OutcomeRow) -> Markup {
    let outcome = &row.outcome;
    html! {
        details.answer id=(name(row)) {
            summary {
                span.q {
                    b { (page.label(&outcome.label)) } span.vh { " · " (page.about(&row.scope)) }
                    @if let Some(version) = &outcome.version { " " span.cite { (page.words.article(&version.article)) } }
                }
                (chip(page.words, outcome.value))
            }
            @if let Some(version) = &outcome.version { p.cite { (cite(page, version)) } }
            (readings(page, row))
            ul.tree { (node(page, &outcome.tree)) }
            @for finding in &outcome.findings { p.small.muted { (page.finding(finding)) } }
        }
    }
}

/// Both readings, and what changes without the catch-all or without defences; said only where they differ.
fn readings(page: &Page<'_>, row: &OutcomeRow) -> Markup {
    let outcome = &row.outcome;
    let said = |value: Value| redress_base::Arg::from(page.words.value(value));
    let (worst, best) = (outcome.value.worst(), outcome.value.best());
    html! {
        @if worst != best {
            p.small { (page.say("report-readings", &[("worst", said(Value::certain(worst))), ("best", said(Value::certain(best)))])) }
        }
        @if outcome.enumerated != outcome.value { p.small { (page.say("report-enumerated", &[("value", said(outcome.enumerated))])) } }
        @if outcome.presumptive != outcome.value { p.small { (page.say("report-presumptive", &[("value", said(outcome.presumptive))])) } }
        @if outcome.versions_differ { p.small { (page.text("report-versions-differ")) } }
        @for one in &outcome.versions {
            p.small { (cite(page, &one.version)) " (" (page.words.date(one.version.in_force.from)) ")" (page.colon()) (page.words.value(one.value)) }
        }
    }
}

/// A nameless "all" or "any" that is the only step below a named one is said on the same line.
fn single(one: &Node) -> Option<&Node> {
    let [only] = one.children.as_slice() else { return None };
    let nameless = only.label.zh.is_empty() && only.label.en.is_empty() && only.facts.is_empty();
    (nameless && joint(one).is_none() && joint(only).is_some()).then_some(only)
}

const fn joint(one: &Node) -> Option<&'static str> {
    match one.kind {
        NodeKind::All => Some("report-joint-all"),
        NodeKind::Any => Some("report-joint-any"),
        NodeKind::AtLeast => Some("report-joint-at-least"),
        _ => None,
    }
}

/// A step: decisive branches stand open, the others are folded.
fn node(page: &Page<'_>, one: &Node) -> Markup {
    let below = single(one).map_or(&one.children, |only| &only.children);
    let children = html! { @if !below.is_empty() { ul { @for child in below { (node(page, child)) } } } };
    html! {
        li.decisive[one.decisive] {
            @if one.children.is_empty() || one.decisive { (step(page, one)) (uses(page, one)) (children) }
            @else { details.branch { summary { (step(page, one)) } (uses(page, one)) (children) } }
        }
    }
}

fn step(page: &Page<'_>, one: &Node) -> Markup {
    let joined = if joint(one).is_some() { Some(one) } else { single(one) };
    let count = |node: &Node| [("count", i64::from(node.n.unwrap_or(1)).into())];
    let joined = joined.and_then(|node| Some(page.say(joint(node)?, &count(node))));
    let label = page.label(&one.label);
    html! {
        span.n {
            span class={"g-" (class(one.value))} { (glyph(page.words, one.value)) }
            span.t {
                @if !label.is_empty() { span.what { (label) } " " }
                @if let Some(test) = one.test.as_ref().filter(|test| !matches!(test, redress_law::Want::Yes)) { span.what { (page.want(test)) } " " }
                @if let Some(joined) = joined { span.tag { (joined) } " " }
                span.why { (page.text(&one.reason)) } " "
                @if one.kind == NodeKind::Open { span.tag { (page.text("report-only-a-person")) } " " }
                @if one.confidence == Some(Confidence::O) { span.tag { (page.text("report-unverified")) } }
            }
        }
    }
}

fn uses(page: &Page<'_>, one: &Node) -> Markup {
    html! { @for fact in &one.facts { @if !fact.claims.is_empty() { (fact_use(page, fact)) } } }
}

fn fact_use(page: &Page<'_>, fact: &FactUse) -> Markup {
    let total = u64::try_from(fact.sources.len()).unwrap_or(u64::MAX);
    html! {
        div.use {
            @for claim in &fact.claims { (claim_use(page, claim)) }
            @if let Some(id) = &fact.figure { (figure(page.words, id)) " " }
            @if total > 0 { (places(page.words, fact.sources.iter(), total)) }
        }
    }
}

fn claim_use(page: &Page<'_>, claim: &ClaimUse) -> Markup {
    html! {
        span.claim {
            @if claim.opposing { span.tag { (page.text(opposing(claim.standing))) } " " }
            b { (page.datum(&claim.value)) } " " (page.text(facts::standing(claim.standing)))
            @if claim.by != "redress" { (page.comma()) (page.words.author(&claim.by)) }
            @if let Some(code) = &claim.set_aside { " · " (page.text(code)) }
        }
    }
}

/// Whose a claim on the other side is: theirs, or a measure's own doubt.
pub(crate) const fn opposing(standing: redress_facts::Standing) -> &'static str {
    match standing {
        redress_facts::Standing::Measured => "report-opposing-measured",
        _ => "report-opposing",
    }
}
