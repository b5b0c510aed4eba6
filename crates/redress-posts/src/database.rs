//! Reads database files through the [`Tables`] port: every table that a format knows.

use crate::charset::Source;
use crate::csv_file::unknown;
use crate::draft::At;
use crate::engine::Engine;
use crate::formats::{self, Found};
use crate::mapping::Mapping;
use crate::plan::Plan;
use crate::row::{Field, Form, Row};
use crate::tables::{Cell, Tables};
use redress_base::{Finding, ItemId, Refusal, Span};

/// Reads the tables that the mapping names, or else every table whose name and columns are known.
/// Tables that are not read are named in a note.
pub(crate) fn read(
    item: ItemId,
    name: &str,
    tables: &dyn Tables,
    mapping: Option<&Mapping>,
    engine: &mut Engine<'_>,
) -> Result<(), Refusal> {
    let mut seen = Vec::new();
    let mut formats_read = Vec::new();
    for table in tables.names()? {
        let columns = tables.columns(&table)?;
        let format = match mapping {
            Some(mapping) => Some(mapping).filter(|mapping| mapping.table.as_ref() == Some(&table)),
            None => formats::by_columns(&columns, Found::Table(&table)),
        };
        match format {
            Some(format) => {
                read_table(name, tables, &table, &columns, format, engine)?;
                formats_read.push(format.name.clone());
            }
            None => {
                let make = || {
                    Finding::note("posts-table-not-read").with("table", table.as_str()).at(Span::whole(item))
                };
                engine.tally.notice("posts-table-not-read", make);
            }
        }
        seen.push(table);
    }
    if formats_read.is_empty() {
        return Err(unknown(item, &seen));
    }
    engine.tally.report.format = format!("{}/sqlite", formats_read.join("+"));
    Ok(())
}

fn read_table(
    name: &str,
    tables: &dyn Tables,
    table: &str,
    columns: &[String],
    format: &Mapping,
    engine: &mut Engine<'_>,
) -> Result<(), Refusal> {
    let plan = Plan::new(format, name);
    let wanted: Vec<&str> = plan
        .slots
        .iter()
        .map(String::as_str)
        .filter(|slot| columns.iter().any(|name| name == slot))
        .collect();
    let places: Vec<Option<usize>> =
        plan.slots.iter().map(|slot| wanted.iter().position(|name| name == slot)).collect();
    let mut text = String::new();
    let mut fields = Vec::new();
    tables.rows(table, &wanted, &mut |rowid, cells| {
        text.clear();
        fields.clear();
        fields.extend(cells.iter().map(|cell| write(cell, &mut text)));
        let at = At::Record { table, rowid };
        engine.take(&plan, &Row { source: Source::Utf8(&text), fields: &fields, places: &places, at })
    })
}

/// Writes a cell at the end of the row's text.
fn write(cell: &Cell, text: &mut String) -> Field {
    let start = text.len();
    let form = match cell {
        Cell::Null => Form::Null,
        Cell::Blob(_) => Form::Nested,
        Cell::Integer(number) => {
            text.push_str(&number.to_string());
            Form::Plain
        }
        Cell::Real(number) => {
            text.push_str(&number.to_string());
            Form::Plain
        }
        Cell::Text(words) => {
            text.push_str(words);
            Form::Plain
        }
    };
    Field { start, end: text.len(), form }
}
