//! What is measured: statements, their reach against the law's numbers, and the timeline.

use super::card;
use crate::marks::{evidence, places};
use crate::{Excerpts, chart};
use maud::{Markup, html};
use redress_analysis::Figure;
use redress_base::{Arg, Unit};
use redress_case::{CaseResult, StatementRow};
use redress_facts::Scope;
use redress_words::Words;

/// Statements, figures, charts.
pub(crate) fn section(result: &CaseResult, excerpts: &Excerpts, words: &Words) -> Markup {
    let others = result.statements.iter().filter(|row| !row.taken_up);
    let body = html! {
        p.small.muted { (words.say("report-measured-lead", &[("threshold", result.params.threshold.to_string().into())])) }
        @for row in result.statements.iter().filter(|row| row.taken_up) { (statement(result, excerpts, words, row)) }
        @if result.statements.iter().any(|row| !row.taken_up) {
            details {
                summary { (words.say("report-other-statements", &[("count", result.statements_total.into())])) }
                @for row in others { (statement(result, excerpts, words, row)) }
            }
        }
        h3 { (words.say("report-case-figures", &[])) }
        @for figure in result.figures.iter().filter(|figure| figure.scope == Scope::Case) { (line(words, figure)) }
        @if let Some(line) = result.timelines.get("case") { (chart::timeline(words, line)) }
    };
    card(words, "measured", &body)
}

fn statement(result: &CaseResult, excerpts: &Excerpts, words: &Words, row: &StatementRow) -> Markup {
    let args: [(&str, Arg); 3] =
        [("members", row.members.into()), ("exact", row.exact.into()), ("accounts", row.accounts.into())];
    let mine = || result.figures.iter().filter(|figure| figure.scope.to_string() == row.id);
    html! {
        article.statement id=(row.id) {
            h3 { span.mono { (row.id) } " " span.faint { (row.anchor) } }
            p.small { (words.say("report-statement", &args)) }
            @for figure in mine() { @if let Some(threshold) = threshold(&row.id, figure) { (bar(words, figure, threshold)) } }
            details {
                summary { (words.say("report-other-figures", &[("count", mine().filter(|one| threshold(&row.id, one).is_none()).count().into())])) }
                @for figure in mine() { @if threshold(&row.id, figure).is_none() { (line(words, figure)) } }
            }
            @if let Some(line) = result.timelines.get(&row.id) { (chart::timeline(words, line)) }
            (hidden(words, excerpts, row))
        }
    }
}

/// 法释〔2013〕21号 art 2(1), in force 2013-09-10: 5,000 clicks or views, 500 reposts, of the same information. The
/// numbers belong to defamation alone; the page says so beside the bar.
fn threshold(statement: &str, figure: &Figure) -> Option<u64> {
    match (figure.id.strip_prefix(statement)?, figure.unit) {
        (".views", Unit::Views) => Some(5_000),
        (".reposts", Unit::Reposts) => Some(500),
        _ => None,
    }
}

fn bar(words: &Words, figure: &Figure, threshold: u64) -> Markup {
    let answer = match figure.count.at_least(threshold) {
        redress_base::Truth::T => "report-bar-reached",
        redress_base::Truth::F => "report-bar-below",
        redress_base::Truth::U => "report-bar-open",
    };
    html! {
        div.bar id=(figure.id) {
            (line_inside(words, figure))
            (chart::interval(words, figure.count, figure.unit, Some(threshold)))
            p.small { (words.say(answer, &[("threshold", threshold.into())])) " " (words.say("report-bar-defamation-only", &[])) }
        }
    }
}

fn line(words: &Words, figure: &Figure) -> Markup {
    html! { div.fline id=(figure.id) { (line_inside(words, figure)) } }
}

fn line_inside(words: &Words, figure: &Figure) -> Markup {
    let name = figure.id.split_once('.').map_or(figure.id.as_str(), |(_, name)| name);
    let shown = figure.parts.iter().find_map(|part| part.shown.as_deref());
    html! {
        div.fhead {
            span.mono.small { (name) }
            b { (words.count(figure.count, figure.unit)) }
            @if let Some(shown) = shown { span.faint { "“" (shown) "”" } }
        }
        p.small { (places(words, figure.parts.iter().map(|part| &part.span), figure.parts_total)) }
        @if figure.unit == Unit::TopicReads { p.small.muted { (words.say("report-topic-reads", &[])) } }
        @for finding in &figure.findings { p.small.muted { (words.finding(finding).sentence) } }
        @if figure.parts.len() > 1 || figure.parts.iter().any(|part| part.seen_at.is_some()) { (table(words, figure)) }
    }
}

/// Every kept part: counters as they were shown, and when.
fn table(words: &Words, figure: &Figure) -> Markup {
    html! {
        details {
            summary { (words.say("report-parts", &[("count", figure.parts_total.into())])) }
            table.tbl {
                thead { tr {
                    @for column in ["place", "shown", "count", "seen"] { th scope="col" { (words.say(&format!("report-part-{column}"), &[])) } }
                } }
                tbody {
                    @for part in &figure.parts {
                        tr {
                            td { (evidence(&part.span)) }
                            td { (part.shown.as_deref().unwrap_or_default()) }
                            td.r { (words.interval(part.count)) }
                            td { (part.seen_at.map_or_else(|| words.say("report-not-recorded", &[]), |stamp| words.instant(stamp.at))) }
                        }
                    }
                }
            }
        }
    }
}

/// The words of a few posts, each in its own closed fold.
fn hidden(words: &Words, excerpts: &Excerpts, row: &StatementRow) -> Markup {
    let count = excerpts.of(&row.id).count();
    html! {
        @if count == 0 { p.small.faint { (words.say("report-words-left-out", &[])) } }
        @for excerpt in excerpts.of(&row.id) {
            details class="hid" {
                summary {
                    span { (words.say("report-hidden", &[])) " " }
                    span.faint {
                        @if let Some(number) = excerpt.account { (words.say("report-account", &[("number", i64::from(number).into())])) " · " }
                        (excerpt.published.map_or_else(|| words.say("report-no-date", &[]), |stamp| words.instant(stamp.at)))
                        " · " (excerpt.post)
                    }
                    span.show { (words.say("report-show", &[])) }
                }
                blockquote { (redress_words::safe_text(excerpt.text.reveal())) }
                @if let Some(span) = &excerpt.span { p.small { (evidence(span)) } }
            }
        }
    }
}
