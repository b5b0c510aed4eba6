//! What would change the answers: for us, and for the other side, at equal size.

use super::frame::Page;
use maud::{Markup, html};
use redress_case::{MissingRow, OutcomeRow};
use redress_facts::Scope;
use redress_law::{Family, Need};

/// Statement by statement, what we could still show beside what the other side would need.
pub(crate) fn section(page: &Page<'_>) -> Markup {
    let result = page.result;
    let mut scopes: Vec<Scope> =
        result.statements.iter().map(|row| Scope::Statement(row.id.clone())).collect();
    scopes.push(Scope::Case);
    scopes.retain(|scope| of(page, scope).next().is_some());
    let body = html! {
        p.small.muted { (page.text("report-missing-lead")) }
        @if scopes.is_empty() { p { (page.text("report-missing-none")) } }
        div.folds { @for (place, scope) in scopes.iter().enumerate() {
            details.change open[place == 0] {
                summary { h3 { (page.about(scope)) } }
                div.cols { (column(page, scope, false)) (column(page, scope, true)) }
            }
        } }
    };
    page.card("missing", &body)
}

fn of<'p>(page: &Page<'p>, scope: &Scope) -> impl Iterator<Item = &'p MissingRow> {
    page.result.missing.iter().filter(move |row| row.scope == *scope && !row.completions.sets.is_empty())
}

fn column(page: &Page<'_>, scope: &Scope, risk: bool) -> Markup {
    let head = if risk { "report-missing-theirs" } else { "report-missing-ours" };
    let mine = || of(page, scope).filter(|row| (row.completions.family == Family::Risk) == risk);
    html! {
        div {
            h4 { (page.text(head)) }
            @for row in mine() { (sets(page, row)) }
            @if mine().next().is_none() { p.small.muted { (page.text("report-missing-none")) } }
        }
    }
}

/// The smallest set stands open; the others are one step away.
fn sets(page: &Page<'_>, row: &MissingRow) -> Markup {
    let fits = |one: &&OutcomeRow| one.rule == row.rule && one.scope == row.scope;
    let rule = page.result.outcomes.iter().find(fits);
    let name = rule.map_or(row.rule.as_str(), |one| page.label(&one.outcome.label));
    let Some((first, rest)) = row.completions.sets.split_first() else { return html! {} };
    html! {
        div.sets {
            p { b { (name) } " " @if row.completions.family == Family::Dispute { span.tag { (page.text("report-family-dispute")) } } }
            (set(page, first))
            @if !rest.is_empty() { details {
                summary { (page.say("report-more-sets", &[("count", rest.len().into())])) span.vh { " · " (name) " · " (page.about(&row.scope)) } }
                @for one in rest { (set(page, one)) }
                @if row.completions.truncated { p.small.faint { (page.text("report-sets-left-out")) } }
            } }
        }
    }
}

fn set(page: &Page<'_>, needs: &[Need]) -> Markup {
    html! { ul.set { @for need in needs { li {
        (page.label(&need.label)) span.faint { (page.colon()) (page.want(&need.want)) }
        @if need.perishable { " " span.tag.perishable { (page.text("report-perishable")) } }
        @if need.open { " " span.tag { (page.text("report-only-a-person")) } }
    } } } }
}
