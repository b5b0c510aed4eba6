//! One figure: its name, its number, what was displayed, and where each part of it stands in the evidence.

use super::floors::{Floor, floor_answer, floor_source};
use super::frame::Page;
use crate::chart;
use crate::marks::{exact, places};
use maud::{Markup, html};
use redress_analysis::Figure;
use redress_base::{Finding, Unit};
use redress_words::Words;

/// How much of a figure is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    /// With a table of every kept part.
    Whole,
    /// With its first places only; `result.json` and `redress explain` have the rest.
    Short,
}

/// A figure on one line, with its parts and remarks folded behind it.
pub(crate) fn line(page: &Page<'_>, figure: &Figure, depth: Depth) -> Markup {
    html! {
        div.fline id=(figure.id) {
            span.what { (name(page, figure)) }
            span.much { b { (page.words.count(figure.count, figure.unit)) } (displayed(figure)) }
            div.from { (sources(page, figure, depth)) }
        }
    }
}

/// A figure against the number that the law names for it.
pub(crate) fn bar(page: &Page<'_>, figure: &Figure, floor: &Floor) -> Markup {
    html! {
        div.bar id=(figure.id) {
            div.fhead {
                h4 { (name(page, figure)) }
                b.v { (page.words.count(figure.count, figure.unit)) }
                span.faint { (displayed(figure)) }
            }
            (chart::interval(page.words, figure, floor.number))
            p { (floor_answer(page.words, figure, floor.number)) }
            p.small.muted { (floor_source(page.words, floor)) }
            (legend(page, figure))
            div.from { (sources(page, figure, Depth::Whole)) }
        }
    }
}

/// Patterns are named where they are drawn; a plain bar needs no legend.
fn legend(page: &Page<'_>, figure: &Figure) -> Markup {
    let sure = figure.disputed.map_or(figure.count.lower, |disputed| disputed.lower) > 0;
    let contested = figure.disputed.is_some_and(|disputed| disputed.lower < figure.count.lower);
    let rounded = figure.count.upper.is_some_and(|upper| upper > figure.count.lower);
    let open = figure.count.upper.is_none();
    html! {
        p.key {
            @if sure { span { i.k-solid {} (page.text("report-key-solid")) } }
            @if contested { span { i.k-hatch {} (page.text("report-key-contested")) } }
            @if rounded { span { i.k-pale {} (page.text("report-key-rounded")) } }
            @if open { span { i.k-open {} (page.text("report-key-open")) } }
        }
    }
}

/// `statement.reposts.displayed` is called by what it counts, not by its id.
fn name(page: &Page<'_>, figure: &Figure) -> String {
    figure_name(page.words, figure)
}

/// What a figure counts.
pub fn figure_name(words: &Words, figure: &Figure) -> String {
    let own = figure.id.split_once('.').map_or(figure.id.as_str(), |(_, name)| name);
    let numberless = own.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let code = format!("report-figure-{}", numberless.replace('.', "-"));
    if words.has(&code) { words.say(&code, &[]) } else { words.unit(figure.unit) }
}

/// What the page or file showed, where the figure rests on one counter.
fn displayed(figure: &Figure) -> Markup {
    let shown = figure.parts.first().and_then(|part| part.shown.as_deref());
    html! { @if let (Some(shown), 1) = (shown, figure.parts_total) { span.faint { " “" (redress_words::safe_text(shown)) "”" } } }
}

/// Links, remarks, and every part that is kept.
fn sources(page: &Page<'_>, figure: &Figure, depth: Depth) -> Markup {
    let dated = figure.parts.iter().any(|part| part.seen_at.is_some());
    html! {
        (places(page.words, figure.parts.iter().map(|part| &part.span), figure.parts_total))
        @if figure.unit == Unit::TopicReads { p.small.muted { (page.text("report-topic-reads")) } }
        (remarks(page, &figure.findings))
        @if depth == Depth::Whole && (figure.parts.len() > 1 || dated) { (table(page, figure)) }
    }
}

/// Remarks of one code are said once and counted; the rest stand behind a fold.
fn remarks(page: &Page<'_>, findings: &[Finding]) -> Markup {
    let groups: Vec<&[Finding]> = findings.chunk_by(|a, b| a.code == b.code).collect();
    html! {
        @for group in groups {
            @if let Some((first, rest)) = group.split_first() {
                p.small.muted { (page.words.finding(first).sentence) }
                @if !rest.is_empty() { details {
                    summary { (page.say("report-more-remarks", &[("count", rest.len().into())])) }
                    @for one in rest { p.small.muted { (page.words.finding(one).sentence) } }
                } }
            }
        }
    }
}

/// Every kept part: counters as they were shown, and when.
fn table(page: &Page<'_>, figure: &Figure) -> Markup {
    let left_out = figure.parts_total.saturating_sub(u64::try_from(figure.parts.len()).unwrap_or(u64::MAX));
    html! {
        details {
            summary { (page.say("report-parts", &[("count", figure.parts_total.into())])) }
            div.scroll tabindex="0" role="group" aria-label=(page.say("report-parts", &[("count", figure.parts_total.into())])) { table.tbl {
                thead { tr {
                    @for column in ["place", "shown", "count", "seen"] { th scope="col" { (page.text(&format!("report-part-{column}"))) } }
                } }
                tbody { @for part in &figure.parts { tr {
                    td { (exact(&part.span)) }
                    td { (part.shown.as_deref().map(redress_words::safe_text).unwrap_or_default()) }
                    td.r { (page.words.interval(part.count)) }
                    td { (part.seen_at.map_or_else(|| page.text("report-not-recorded"), |stamp| page.words.instant(stamp.at))) }
                } } }
            } }
            @if left_out > 0 { p.small.faint { (page.say("report-parts-left-out", &[("count", left_out.into())])) } }
        }
    }
}
