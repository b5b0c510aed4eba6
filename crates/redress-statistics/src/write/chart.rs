//! Which chart a table has.

use super::{bars, frame, line, shown, title, weeks};
use crate::{HotEvent, Published, Table};
use maud::Markup;
use redress_words::Words;

/// The chart of a table as an SVG file, where it has one: bars for the funnel, lines for persons by period, weekly bars
/// with the events.
pub fn chart(words: &Words, published: &Published, table: &Table, events: &[HotEvent]) -> Option<String> {
    let about = about(words, published, table);
    drawn(words, table, events, &about, true).map(|markup| format!("{}\n", markup.into_string()))
}

/// Scope and period: what stands in every chart of an own series.
pub(super) fn about(words: &Words, published: &Published, table: &Table) -> String {
    format!("{} · {}", super::scope(words, published, &table.scope), super::period(words, table))
}

/// The same as a part of a page, or alone with its own colours.
pub(super) fn drawn(
    words: &Words,
    table: &Table,
    events: &[HotEvent],
    about: &str,
    alone: bool,
) -> Option<Markup> {
    if table.is_empty() {
        return None;
    }
    let (tall, body) = match table.id.as_str() {
        "funnel" => bars::funnel(words, table),
        "arrests" | "charged" => line::totals(words, table)?,
        "weeks" => weeks::weeks(words, table, events)?,
        _ => return None,
    };
    let framed = frame::Framed {
        id: &format!("chart-{}", table.id),
        title: title(words, table),
        describe: describe(words, table),
        tall,
        about: Some(about),
        alone,
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
