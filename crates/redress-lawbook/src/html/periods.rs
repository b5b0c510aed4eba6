//! Time limits and duties of a provision as tables.

use super::page::Page;
use maud::{Markup, html};
use redress_base::Date;
use redress_law::{Deadline, Duty};

/// Time limits.
pub(crate) fn deadlines(page: &Page<'_>, all: &[Deadline], day: Date) -> Markup {
    let name = |column: &str| page.text(&format!("lawbook-period-{column}"));
    html! {
        @if !all.is_empty() {
            table.tbl.cards.periods {
                caption { (page.text("lawbook-deadlines")) }
                thead { tr { @for column in ["deadline", "who", "length", "from", "when", "lost"] { th scope="col" { (name(column)) } } } }
                tbody {
                    @for one in all {
                        tr {
                            td { (page.label(&one.label)) (page.term(&one.id)) }
                            td data-l=(name("who")) { (page.say.body(one.who)) }
                            td data-l=(name("length")) { (page.say.length(one.length)) br; span.small.faint { (page.say.regime(one.regime)) } }
                            td data-l=(name("from")) {
                                (dates(page, &one.from))
                                @if !one.restarts.is_empty() { br; span.small { (page.text("lawbook-period-restarts")) " " (dates(page, &one.restarts)) } }
                                @for kept in &one.kept_by { br; span.small { (page.text("lawbook-period-kept")) " " (page.fact(kept)) } }
                            }
                            td data-l=(name("when")) { @if let Some(rule) = &one.when { (page.rule_link(rule, day)) } }
                            td data-l=(name("lost")) { @if let Some(warn) = &one.warn { (page.label(warn)) } }
                        }
                    }
                }
            }
        }
    }
}

/// Duties.
pub(crate) fn duties(page: &Page<'_>, all: &[Duty], day: Date) -> Markup {
    let name = |column: &str| page.text(&format!("lawbook-period-{column}"));
    html! {
        @if !all.is_empty() {
            table.tbl.cards.periods {
                caption { (page.text("lawbook-duties")) }
                thead { tr { @for column in ["duty", "who", "length", "when", "done"] { th scope="col" { (name(column)) } } } }
                tbody {
                    @for one in all {
                        tr {
                            td { (page.label(&one.label)) (page.term(&one.id)) }
                            td data-l=(name("who")) { (page.say.body(one.who)) }
                            td data-l=(name("length")) {
                                @match one.length {
                                    Some(length) => { (page.say.length(length)) }
                                    None => { (page.text("lawbook-promptly")) }
                                }
                                @if let Some(regime) = one.regime { br; span.small.faint { (page.say.regime(regime)) } }
                                @if let Some(from) = &one.from { br; span.small { (page.text("lawbook-period-since")) " " (page.fact(from)) } }
                            }
                            td data-l=(name("when")) { @if let Some(rule) = &one.when { (page.rule_link(rule, day)) } }
                            td data-l=(name("done")) {
                                @if let Some(done) = &one.done { (page.fact(done)) }
                                @if let Some(proof) = &one.proof { br; span.small { (page.text("lawbook-period-proof")) " " (page.fact(proof)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Of several days, the latest once all are known.
fn dates(page: &Page<'_>, terms: &[String]) -> Markup {
    html! {
        @for (at, term) in terms.iter().enumerate() { @if at > 0 { br; } (page.fact(term)) }
        @if terms.len() > 1 { br; span.small.faint { (page.text("lawbook-period-latest")) } }
    }
}
