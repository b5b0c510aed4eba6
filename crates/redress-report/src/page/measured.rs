//! What is measured: statements, their reach against the law's numbers, and the timeline.

use super::figures::{Depth, bar, line};
use super::floors::floor;
use super::frame::Page;
use crate::marks::exact;
use crate::{Excerpt, chart};
use maud::{Markup, html};
use redress_analysis::{Figure, Timeline};
use redress_base::{Arg, Stamp, Unit};
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
            div.flines { @for figure in result.figures.iter().filter(|figure| figure.scope == Scope::Case) { (line(page, figure, Depth::Whole)) } }
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
    let mine: Vec<&Figure> =
        page.result.figures.iter().filter(|figure| figure.scope.to_string() == row.id).collect();
    // Protected speech is not held against a number, and neither is what no person has taken up.
    let held = row.taken_up && !page.set_aside(&Scope::Statement(row.id.clone()));
    let (barred, rest): (Vec<&Figure>, Vec<&Figure>) =
        mine.iter().partition(|figure| held && floor(&row.id, figure).is_some());
    let depth = if row.taken_up { Depth::Whole } else { Depth::Short };
    let (beside, plain): (Vec<&Figure>, Vec<&Figure>) = rest.iter().partition(|figure| held && reach(figure));
    html! {
        article.statement id=(row.id) {
            h3 { @if row.taken_up { (page.name(&row.id)) " " } @if row.taken_up && !held { span.tag { (page.text("report-set-aside")) } " " } span.faint.mono { (row.id) } }
            p { (page.say("report-statement", &args)) (page.gap()) (when(page, row)) }
            @for figure in barred { @if let Some(floor) = floor(&row.id, figure) { (bar(page, figure, &floor)) } }
            @if !beside.is_empty() { div.flines { @for figure in beside { (line(page, figure, depth)) } } }
            @if !plain.is_empty() { details {
                summary { (page.say("report-other-figures", &[("count", plain.len().into())])) }
                div.flines { @for figure in plain { (line(page, figure, depth)) } }
            } }
            @if let Some(line) = page.result.timelines.get(&row.id) { (chart::timeline(page.words, line)) (drawn(page, row, line)) }
            (hidden(page, row))
        }
    }
}

/// A timeline counts the captured reposts under a statement too: why it shows more than say so themselves.
fn drawn(page: &Page<'_>, row: &StatementRow, line: &Timeline) -> Markup {
    let dated: u64 = line.buckets.iter().map(|bucket| bucket.posts).sum();
    let reposts = dated.saturating_add(line.undated).saturating_sub(row.members);
    let args = [("members", row.members.into()), ("reposts", reposts.into())];
    html! { @if reposts > 0 { p.small.muted { (page.say("report-timeline-reposts", &args)) } } }
}

/// From when to when it was published.
fn when(page: &Page<'_>, row: &StatementRow) -> String {
    let (Some(first), Some(last)) = (row.first, row.last) else { return page.text("report-no-date") };
    let day = |stamp: Stamp| stamp.at.beijing_date().map(|day| page.words.date(day)).unwrap_or_default();
    let (first, last) = (day(first), day(last));
    if first == last {
        return page.say("report-on-day", &[("day", first.into())]);
    }
    page.say("report-from-to", &[("first", first.into()), ("last", last.into())])
}

/// What stands beside the bars: displayed against captured, plays and group members, which are not views.
fn reach(figure: &Figure) -> bool {
    matches!(figure.unit, Unit::Reposts | Unit::Views | Unit::Plays | Unit::GroupMembers)
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
    let at =
        excerpt.published.map_or_else(|| page.text("report-no-date"), |stamp| page.words.instant(stamp.at));
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
