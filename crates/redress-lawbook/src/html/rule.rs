//! One rule in near-prose, with its exceptions and the values that it gives, and as code.

use super::condition::Outline;
use super::page::{Page, anchor_of_rule, tag};
use maud::{Markup, html};
use redress_law::{Burden, Confidence, Defeater, End, Gift, Provision, Role, Rule, print};
use std::collections::BTreeMap;

/// The rule; what its page says already (dates, verified or not) is said again only where it differs.
pub(crate) fn section(page: &Page<'_>, on: &Provision, rule: &Rule) -> Markup {
    let outline = Outline { page, day: rule.in_force.from };
    let (first, later): (Vec<&Defeater>, Vec<&Defeater>) =
        rule.unless.iter().partition(|one| one.check_first);
    html! {
        section.rule #(anchor_of_rule(rule)) {
            @if page.alone() { h3 { (page.label(&rule.label)) } } @else { h4 { (page.label(&rule.label)) } }
            (meta(page, on, rule))
            @if !first.is_empty() { div.gate { @for one in first { (exception(page, rule, one)) } } }
            (outline.root(&rule.requires))
            @if !later.is_empty() {
                div.unless { p.joint { (page.text("lawbook-unless")) } @for one in later { (exception(page, rule, one)) } }
            }
            (severity(page, &rule.severity))
            (gives(&outline, &rule.gives))
            @if page.code { details.code { summary { (page.text("lawbook-as-code")) } pre { code { (print(rule, page.say.law())) } } } }
        }
    }
}

fn meta(page: &Page<'_>, on: &Provision, rule: &Rule) -> Markup {
    html! {
        p.meta {
            @if !page.alone() { span.term { (rule.id) } }
            @if rule.role != Role::Element { (tag("role", &page.say.role(rule.role))) }
            @if rule.draft { (tag("open", &page.text("lawbook-draft"))) }
            @if rule.confidence == Confidence::O { (tag("open", &page.say.confidence(Confidence::O))) }
            @if rule.in_force.end == End::NotResearched { (tag("open", &page.text("lawbook-end-not-researched"))) }
            @if rule.in_force != on.in_force { span { (page.say.in_force(&rule.in_force)) } }
            @if rule.nothing_before { span { (page.text("lawbook-nothing-before")) } }
            @if rule.clock != on.clock { span { (page.say.clock(rule.clock)) } }
            (page.cites(&rule.cites))
        }
    }
}

fn exception(page: &Page<'_>, rule: &Rule, one: &Defeater) -> Markup {
    let burden = match one.burden {
        Burden::MustBeExcluded => "lawbook-must-be-excluded",
        Burden::ForTheOtherSide => "lawbook-for-the-other-side",
    };
    html! {
        p.exception {
            @if one.check_first { (tag("first", &page.text("lawbook-check-first"))) " " }
            (page.rule_link(&one.rule, rule.in_force.from))
            span.burden { (page.text(burden)) }
        }
    }
}

/// Measures by which the milder of two versions is found.
fn severity(page: &Page<'_>, measures: &BTreeMap<String, u64>) -> Markup {
    html! {
        @if !measures.is_empty() { p.small { b { (page.text("lawbook-severity")) } " " (numbers(page, measures)) } }
    }
}

fn numbers(page: &Page<'_>, measures: &BTreeMap<String, u64>) -> String {
    let each: Vec<String> = measures
        .iter()
        .map(|(name, n)| {
            let args =
                [("measure", page.say.measure(name).into()), ("number", page.say.words.number(*n).into())];
            page.say("lawbook-measure", &args)
        })
        .collect();
    page.say.row(&each)
}

/// What the rule gives once it is made out.
fn gives(outline: &Outline<'_>, gifts: &[Gift]) -> Markup {
    let page = outline.page;
    let name = |column: &str| page.text(&format!("lawbook-gives-{column}"));
    let ordered = gifts.iter().any(|gift| gift.in_order);
    html! {
        @if !gifts.is_empty() {
            table.tbl.cards.gives {
                caption { (page.text(if ordered { "lawbook-gives-in-order" } else { "lawbook-gives-all" })) }
                thead { tr { @for column in ["what", "numbers", "when"] { th scope="col" { (name(column)) } } } }
                tbody {
                    @for gift in gifts {
                        tr {
                            td { (page.label(&gift.label)) (page.term(&gift.name)) }
                            td data-l=(name("numbers")) { (numbers(page, &gift.severity)) }
                            td data-l=(name("when")) {
                                @if gift.when.is_empty() { span.faint { (page.text("lawbook-gives-always")) } }
                                @else { (outline.limbs(&gift.when)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
