//! Which chart a table has.

use super::{bars, frame, line, shown, title, weeks};
use crate::{HotEvent, Table};
use maud::Markup;
use redress_words::Words;

/// The chart of a table as an SVG file, where it has one: bars for the funnel, lines for persons by period, weekly bars
/// with the events.
pub fn chart(words: &Words, table: &Table, events: &[HotEvent]) -> Option<String> {
    drawn(words, table, events, true).map(|markup| format!("{}\n", markup.into_string()))
}

/// The same as a part of a page, or alone.
pub(super) fn drawn(words: &Words, table: &Table, events: &[HotEvent], alone: bool) -> Option<Markup> {
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
    said.join("; ")
}
