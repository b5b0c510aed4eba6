//! What is measured: statements, their reach against the law's numbers, and the timeline.

use super::figures::{bar, line};
use super::frame::Page;
use crate::marks::exact;
use crate::{Excerpt, chart};
use maud::{Markup, html};
use redress_analysis::Figure;
use redress_base::{Arg, Unit};
use redress_case::StatementRow;
use redress_facts::Scope;

/// Statements, figures, charts.
pub(crate) fn section(page: &Page<'_>) -> Markup {
    let result = page.result;
    let taken_up = result.statements.iter().filter(|row| row.taken_up);
    let others = || result.statements.iter().filter(|row| !row.taken_up);
    let threshold = [("threshold", result.params.threshold.to_string().into())];
    let body = html! {
        p.small.muted { (page.say("report-measured-lead", &threshold)) }
        @for row in taken_up { (statement(page, row)) }
        article.statement {
            h3 { (page.text("report-case-figures")) }
            @if let Some(line) = result.timelines.get("case") { (chart::timeline(page.words, line)) }
            div.flines { @for figure in result.figures.iter().filter(|figure| figure.scope == Scope::Case) { (line(page, figure)) } }
        }
        @if others().next().is_some() {
            details {
                summary { (page.say("report-other-statements", &[("count", others().count().into()), ("all", result.statements_total.into())])) }
                @for row in others() { (statement(page, row)) }
            }
        }
    };
    page.card("measured", &body)
}

fn statement(page: &Page<'_>, row: &StatementRow) -> Markup {
    let args: [(&str, Arg); 3] =
        [("members", row.members.into()), ("exact", row.exact.into()), ("accounts", row.accounts.into())];
    let mine: Vec<&Figure> = page.result.figures.iter().filter(|figure| figure.scope.to_string() == row.id).collect();
    let (barred, plain): (Vec<&Figure>, Vec<&Figure>) =
        mine.iter().partition(|figure| row.taken_up && threshold(&row.id, figure).is_some());
    html! {
        article.statement id=(row.id) {
            h3 { @if row.taken_up { (page.name(&row.id)) " " } span.faint.mono { (row.id) } }
            p { (page.say("report-statement", &args)) " " (when(page, row)) }
            @for figure in barred { @if let Some(number) = threshold(&row.id, figure) { (bar(page, figure, number)) } }
            div.flines { @for figure in plain { (line(page, figure)) } }
            @if let Some(line) = page.result.timelines.get(&row.id) { (chart::timeline(page.words, line)) }
            (hidden(page, row))
        }
    }
}

/// From when to when it was published.
fn when(page: &Page<'_>, row: &StatementRow) -> String {
    let (Some(first), Some(last)) = (row.first, row.last) else { return page.text("report-no-date") };
    let (first, last) = (page.words.instant(first.at), page.words.instant(last.at));
    page.say("report-from-to", &[("first", first.into()), ("last", last.into())])
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

/// The words of a few posts, each in its own closed fold.
fn hidden(page: &Page<'_>, row: &StatementRow) -> Markup {
    let none = page.excerpts.of(&row.id).next().is_none();
    html! {
        @if none && row.taken_up { p.small.faint { (page.text("report-words-left-out")) } }
        @for excerpt in page.excerpts.of(&row.id) { (fold(page, excerpt)) }
    }
}

fn fold(page: &Page<'_>, excerpt: &Excerpt) -> Markup {
    let at = excerpt.published.map_or_else(|| page.text("report-no-date"), |stamp| page.words.instant(stamp.at));
    html! {
        details.hid {
            summary {
                span { (page.text("report-hidden")) } " "
                span.show { (page.text("report-show")) } " "
                span.faint {
                    @if let Some(number) = excerpt.account { (page.say("report-account", &[("number", i64::from(number).into())])) " · " }
                    (at) " · " (redress_words::safe_text(&excerpt.post))
                }
            }
            blockquote { (redress_words::safe_text(excerpt.text.reveal())) }
            @if let Some(span) = &excerpt.span { p.small { (exact(span)) } }
        }
    }
}
