//! Protected speech, before everything else (Guiding Opinions art 10, in force 2023-09-20).

use super::frame::Page;
use crate::marks::{chip, places};
use maud::{Markup, html};
use redress_case::{FactRow, ProtectedRow};
use redress_facts::{Claim, Datum, Scope};

/// Which statements are set aside, and which question is still open.
pub(crate) fn section(page: &Page<'_>) -> Markup {
    let result = page.result;
    let aside = || result.protected.iter().filter(|row| row.set_aside);
    let others = result.protected.iter().filter(|row| !row.set_aside);
    let body = html! {
        div.gate {
            p { (page.text("report-gate-lead")) }
            @if result.protected.is_empty() { p { (page.text("report-gate-none")) } }
            @if organised(page) { p { b { (page.text("remedies-warn-article-10-again")) } } }
        }
        ul.lines { @for row in aside().chain(others) { (line(page, row)) } }
        p.small.muted { (page.say("report-gate-rest", &[("count", result.statements_total.into())])) }
    };
    page.card("protected", &body)
}

fn line(page: &Page<'_>, row: &ProtectedRow) -> Markup {
    let claims = |term: &str| claims(page, &row.scope, term);
    html! {
        li {
            div {
                h3 { (page.scope(&row.scope)) }
                @if row.set_aside { p.small { (page.text("report-gate-aside")) } }
                @for claim in claims("is_report_of_wrongdoing").iter().chain(claims("is_comment_or_criticism")) { (judged(page, claim)) }
            }
            div.pair {
                span.small { (page.text("report-gate-report")) " " (chip(page.words, row.report)) }
                span.small { (page.text("report-gate-criticism")) " " (chip(page.words, row.criticism)) }
            }
        }
    }
}

/// Who said so, and why: what Article 10 asks is never computed.
fn judged(page: &Page<'_>, claim: &Claim) -> Markup {
    let Some(reason) = &claim.reason else { return html! {} };
    let total = u64::try_from(claim.sources.len()).unwrap_or(u64::MAX);
    html! {
        p.small.muted {
            (page.words.author(&claim.by)) (page.colon()) (redress_words::safe_text(reason)) " "
            @if total > 0 { (places(page.words, claim.sources.iter(), total)) }
        }
    }
}

fn claims<'p>(page: &Page<'p>, scope: &Scope, term: &str) -> &'p [Claim] {
    let fits = |row: &&FactRow| row.scope == *scope && row.term == term;
    page.result.facts.iter().find(fits).map_or(&[], |row| row.claims.as_slice())
}

/// Whether the complainant is an official, a company, a platform or another organisation.
fn organised(page: &Page<'_>) -> bool {
    let natural = |claim: &Claim| matches!(&claim.value, Datum::Choice(word) if word == "natural-person");
    let known = |claim: &Claim| matches!(&claim.value, Datum::Choice(_));
    claims(page, &Scope::Case, "complainant_kind").iter().any(|claim| known(claim) && !natural(claim))
}
