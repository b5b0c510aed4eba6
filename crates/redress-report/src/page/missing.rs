//! What would change the answers: for us, and for the other side, at equal size.

use super::{card, label, scope};
use maud::{Markup, html};
use redress_case::{CaseResult, MissingRow};
use redress_law::{Family, Need};
use redress_words::Words;

/// Two columns: what we could still show, what the other side would need.
pub(crate) fn section(result: &CaseResult, words: &Words) -> Markup {
    let with_sets = || result.missing.iter().filter(|row| !row.completions.sets.is_empty());
    let body = html! {
        div.cols {
            div {
                h3 { (words.say("report-missing-ours", &[])) }
                @for row in with_sets().filter(|row| row.completions.family != Family::Risk) { (sets(result, words, row)) }
                @if !with_sets().any(|row| row.completions.family != Family::Risk) { p.muted { (words.say("report-missing-none", &[])) } }
            }
            div {
                h3 { (words.say("report-missing-theirs", &[])) }
                @for row in with_sets().filter(|row| row.completions.family == Family::Risk) { (sets(result, words, row)) }
                @if !with_sets().any(|row| row.completions.family == Family::Risk) { p.muted { (words.say("report-missing-none", &[])) } }
            }
        }
    };
    card(words, "missing", &body)
}

fn sets(result: &CaseResult, words: &Words, row: &MissingRow) -> Markup {
    const SHOWN: usize = 3;
    let rule = result.outcomes.iter().find(|one| one.rule == row.rule && one.scope == row.scope);
    let name = rule.map_or(row.rule.as_str(), |one| label(words, &one.outcome.label.zh, &one.outcome.label.en));
    let more = row.completions.sets.len().saturating_sub(SHOWN);
    html! {
        div.sets {
            p { b { (name) } " " span.faint { (scope(words, &row.scope)) } }
            ol { @for set in row.completions.sets.iter().take(SHOWN) {
                li { @for (place, need) in set.iter().enumerate() { @if place > 0 { span.plus { " + " } } (one(words, need)) } }
            } }
            @if more > 0 || row.completions.truncated { p.small.faint { (words.say("report-more-sets", &[("count", more.into())])) } }
        }
    }
}

fn one(words: &Words, need: &Need) -> Markup {
    html! {
        span.need {
            (label(words, &need.label.zh, &need.label.en))
            " " span.mono.faint { (need.term) }
            @if need.perishable { " " span.tag.perishable { (words.say("report-perishable", &[])) } }
            @if need.open { " " span.tag { (words.say("report-only-a-person", &[])) } }
        }
    }
}
