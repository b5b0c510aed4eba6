//! Facts: every claim that is relied on, with its author, its standing and its sources.

use super::frame::Page;
use crate::marks::{figure, places};
use maud::{Markup, html};
use redress_case::FactRow;
use redress_facts::{Claim, Standing};

/// The table of facts, by statement, folded.
pub(crate) fn table(page: &Page<'_>) -> Markup {
    let facts = &page.result.facts;
    html! {
        details {
            summary { (page.say("report-facts", &[("count", facts.len().into())])) }
            div.scroll tabindex="0" role="group" aria-label=(page.say("report-facts", &[("count", facts.len().into())])) { table.tbl.cards {
                thead { tr {
                    @for column in ["fact", "value", "standing", "sources"] { th scope="col" { (page.text(&format!("report-fact-{column}"))) } }
                } }
                tbody { @for fact in facts { @for claim in &fact.claims { (row(page, fact, claim)) } } }
            } }
        }
    }
}

fn row(page: &Page<'_>, fact: &FactRow, claim: &Claim) -> Markup {
    let total = u64::try_from(claim.sources.len()).unwrap_or(u64::MAX);
    html! {
        tr {
            td { (page.term(&fact.term)) br; span.faint { (page.scope(&fact.scope)) } " " span.faint.mono { (fact.term) } }
            td {
                @if claim.opposing { span.tag { (page.text(super::established::opposing(claim.standing))) } " " }
                (page.datum(&claim.value))
                @if let Some(reason) = &claim.reason { br; span.small.muted { (page.reason(&fact.term, reason)) } }
            }
            td { (page.text(standing(claim.standing))) br; span.faint { (page.words.author(&claim.by)) } }
            td {
                @if let Some(id) = &claim.figure { (figure(page.words, id)) " " }
                @if total > 0 || claim.figure.is_none() { (places(page.words, claim.sources.iter(), total)) }
            }
        }
    }
}

/// How a claim was established: labels, never weights.
pub(crate) const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Stated => "facts-standing-stated",
        Standing::Measured => "facts-standing-measured",
        Standing::Official => "facts-standing-official",
        Standing::Admitted => "facts-standing-admitted",
        Standing::Judged => "facts-standing-judged",
    }
}
