//! Which chart a table has.

use super::frame::{NARROW, WIDE};
use super::{bars, frame, line, shown, title, weeks};
use crate::{HotEvent, Published, Table};
use maud::{Markup, html};
use redress_words::Words;

/// The chart of a table as an SVG file, where it has one: bars for the funnel, lines for persons by period, weekly bars
/// with the events.
pub fn chart(words: &Words, published: &Published, table: &Table, events: &[HotEvent]) -> Option<String> {
    let about = about(words, published, table);
    let one = Drawn { id: format!("chart-{}", table.id), wide: WIDE, about: Some(&about), alone: true };
    drawn(words, table, events, one).map(|markup| format!("{}\n", markup.into_string()))
}

/// The chart as a part of a page, drawn twice: for a desk and for a phone. Of the two one is shown.
pub(super) fn on_page(
    words: &Words,
    published: &Published,
    table: &Table,
    events: &[HotEvent],
) -> Option<Markup> {
    let about = about(words, published, table);
    let desk = Drawn { id: format!("chart-{}", table.id), wide: WIDE, about: Some(&about), alone: false };
    // What stands in the chart at a desk is on a phone in the caption and the line below its table.
    let phone = Drawn { id: format!("chart-{}-phone", table.id), wide: NARROW, about: None, alone: false };
    let (desk, phone) = (drawn(words, table, events, desk)?, drawn(words, table, events, phone)?);
    Some(html! { div.desk { div.scroll tabindex="0" { (desk) } } div.phone { (phone) } })
}

/// Scope and period: what stands in every chart of an own series.
fn about(words: &Words, published: &Published, table: &Table) -> String {
    format!("{} · {}", super::scope(words, published, &table.scope), super::period(words, table))
}

/// How a chart is drawn.
struct Drawn<'a> {
    id: String,
    wide: i64,
    about: Option<&'a str>,
    alone: bool,
}

fn drawn(words: &Words, table: &Table, events: &[HotEvent], one: Drawn<'_>) -> Option<Markup> {
    if table.is_empty() {
        return None;
    }
    let (tall, body) = match table.id.as_str() {
        "funnel" => bars::funnel(words, table, one.wide),
        "arrests" | "charged" => line::totals(words, table, one.wide)?,
        "weeks" => weeks::weeks(words, table, events, one.wide)?,
        _ => return None,
    };
    let framed = frame::Framed {
        id: &one.id,
        title: title(words, table),
        describe: describe(words, table),
        wide: one.wide,
        tall,
        about: one.about,
        alone: one.alone,
        body,
    };
    Some(frame::framed(framed))
}

/// What the chart shows, in words: the numbers themselves.
fn describe(words: &Words, table: &Table) -> String {
    let mut said = vec![words.say(&format!("statistics-chart-{}", table.id), &[])];
    let last = table.columns.len().saturating_sub(1);
    if table.id == "funnel" {
        said.extend(table.rows.iter().filter(|line| !line.head.id.starts_with("share-")).filter_map(
            |line| {
                let cell = line.cells.get(last)?;
                Some(format!("{} {}", super::label(words, &line.head), shown(words, *cell)))
            },
        ));
    }
    said.extend(table.breaks.iter().map(|at| super::broken(words, at)));
    said.join("; ")
}
