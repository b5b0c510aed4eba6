//! Reads table files: header, rows, headers in the middle, rows of another length.

use crate::charset::Source;
use crate::csv::{self, Cut, Scanner};
use crate::draft::At;
use crate::engine::{Engine, span};
use crate::formats::{self, Found};
use crate::mapping::{Delimiter, Mapping};
use crate::plan::Plan;
use crate::row::{Field, Form, Held, Row, hold};
use redress_base::{Fault, Finding, ItemId, Place, Refusal, Span};

/// What a table file is read with; changes where a new header stands in the middle.
struct Sheet<'m> {
    mapping: &'m Mapping,
    plan: Plan,
    header: Vec<String>,
    /// For every slot, the cell that holds it under the header.
    places: Vec<Option<usize>>,
    /// The same for rows of another length that the tool once wrote: cells, places.
    layouts: Vec<(usize, Vec<Option<usize>>)>,
    /// Row lengths met so far.
    lengths: Vec<usize>,
}

/// Where a file is cut and who it is.
#[derive(Clone, Copy)]
pub(crate) struct Input<'a> {
    pub(crate) item: ItemId,
    pub(crate) name: &'a str,
    pub(crate) source: Source<'a>,
    pub(crate) at: usize,
    pub(crate) mapping: Option<&'a Mapping>,
}

impl<'a> Input<'a> {
    pub(crate) fn delimiter(&self) -> u8 {
        match self.mapping.and_then(|mapping| mapping.delimiter) {
            Some(Delimiter::Comma) => b',',
            Some(Delimiter::Tab) => b'\t',
            Some(Delimiter::Semicolon) => b';',
            None => csv::delimiter(self.source.bytes(), self.at),
        }
    }

    fn refuse(&self, fault: csv::Fault) -> Refusal {
        let (code, row, byte) = match fault {
            csv::Fault::QuoteOpen { row, byte } => ("posts-quote-left-open", row, byte),
            csv::Fault::TooLong { row, byte } => ("posts-cell-too-long", row, byte),
        };
        let end = self.source.bytes().len() as u64;
        let place = Place::Row { row: u64::from(row), start: byte as u64, end, field: None };
        let finding = Finding::error(code).with("row", u64::from(row)).with("byte", byte);
        let finding = finding.with("limit", crate::arena::LONGEST);
        finding.at(Span { item: self.item, place }).refuse(Fault::Input)
    }
}

/// Header names as they are compared: without surrounding white space.
pub(crate) fn names(source: Source<'_>, fields: &[Field]) -> Vec<String> {
    let name = |field: &Field| match hold(source, *field) {
        Held::Text(text) | Held::Broken(text) => text.trim().to_owned(),
        Held::Nothing | Held::Nested => String::new(),
    };
    fields.iter().map(name).collect()
}

/// Reads every row of a table file.
pub(crate) fn read(input: Input<'_>, engine: &mut Engine<'_>) -> Result<(), Refusal> {
    let mut scanner = Scanner::new(input.source.bytes(), input.at, input.delimiter());
    let mut fields = Vec::new();
    let first = scanner.next(&mut fields).map_err(|fault| input.refuse(fault))?;
    let header = names(input.source, &fields);
    let mapping = match input.mapping {
        Some(mapping) => mapping,
        None => formats::by_columns(&header, Found::Header).ok_or_else(|| unknown(input.item, &header))?,
    };
    let start = first.map_or(At::Row { row: 1, start: 0, len: 0 }, at);
    let mut sheet = Sheet::new(input, mapping, header, start, engine)?;
    engine.tally.report.format = format!("{}/csv", mapping.name);
    engine.tally.report.variant = formats::variant(mapping, &sheet.header);
    while let Some(cut) = scanner.next(&mut fields).map_err(|fault| input.refuse(fault))? {
        if u32::try_from(cut.end - cut.start).is_err() {
            return Err(input.refuse(csv::Fault::TooLong { row: cut.row, byte: cut.start }));
        }
        if let Some(again) = sheet.header_again(input, &fields, cut, engine)? {
            sheet = again;
            continue;
        }
        sheet.row(input, &fields, cut, engine)?;
    }
    Ok(())
}

/// The refusal of columns that no format and no mapping explains.
pub(crate) fn unknown(item: ItemId, columns: &[String]) -> Refusal {
    let mut shown: Vec<String> =
        columns.iter().take(40).map(|name| name.chars().take(40).collect()).collect();
    if columns.len() > shown.len() {
        shown.push("…".to_owned());
    }
    // What does not read as names of columns may be the first post.
    if !crate::columns::are_names(columns) {
        shown = vec!["–".to_owned()];
    }
    Finding::error("posts-unknown-format")
        .with("columns", shown.join(", "))
        .at(Span::whole(item))
        .refuse(Fault::Input)
}

fn at(cut: Cut) -> At<'static> {
    let len = u32::try_from(cut.end - cut.start).unwrap_or(u32::MAX);
    At::Row { row: cut.row, start: cut.start as u64, len }
}

impl<'m> Sheet<'m> {
    fn new(
        input: Input<'_>,
        mapping: &'m Mapping,
        header: Vec<String>,
        start: At<'_>,
        engine: &mut Engine<'_>,
    ) -> Result<Sheet<'m>, Refusal> {
        let plan = Plan::new(mapping, input.name);
        let here = span(input.item, start, None);
        for (slot, name) in plan.slots.iter().enumerate() {
            match header.iter().filter(|cell| *cell == name).count() {
                0 if input.mapping.is_some() => {
                    let make = || {
                        Finding::warning("posts-column-absent").with("name", name.as_str()).at(here.clone())
                    };
                    if plan.needs(slot) {
                        return Err(make().refuse(Fault::Input));
                    }
                    engine.tally.notice("posts-column-absent", make);
                }
                0 | 1 => {}
                count => {
                    let finding = Finding::error("posts-header-twice").with("name", name.as_str());
                    return Err(finding.with("count", count).at(here).refuse(Fault::Input));
                }
            }
        }
        let places = places(&plan, &header);
        let others = mapping.layout.iter().filter(|layout| layout.columns.len() != header.len());
        let layouts =
            others.map(|layout| (layout.columns.len(), self::places(&plan, &layout.columns))).collect();
        Ok(Sheet { mapping, plan, header, places, layouts, lengths: Vec::new() })
    }

    /// A header in the middle: the same one again, or the one of another version of the tool.
    fn header_again(
        &self,
        input: Input<'m>,
        fields: &[Field],
        cut: Cut,
        engine: &mut Engine<'_>,
    ) -> Result<Option<Sheet<'m>>, Refusal> {
        let first = fields.first().map(|field| input.source.text(field.start, field.end)).unwrap_or_default();
        let own = self.header.first().is_some_and(|name| *name == first);
        if !own && !formats::first_columns().any(|name| name == first) {
            return Ok(None);
        }
        let names = names(input.source, fields);
        let same = names == self.header;
        let known = formats::by_columns(&names, Found::Header);
        let mapped = input.mapping.filter(|_| {
            self.plan
                .slots
                .iter()
                .enumerate()
                .all(|(slot, name)| !self.plan.needs(slot) || names.contains(name))
        });
        let (mapping, code) = match (same, input.mapping.is_some(), known, mapped) {
            (true, ..) => (self.mapping, "posts-header-again"),
            (false, true, _, Some(mapping)) | (false, false, Some(mapping), _) => {
                (mapping, "posts-header-changed")
            }
            _ => return Ok(None),
        };
        let level = if same { Finding::note } else { Finding::warning };
        let make = || level(code).with("row", u64::from(cut.row)).at(span(input.item, at(cut), None));
        engine.tally.notice(code, make);
        Sheet::new(input, mapping, names, at(cut), engine).map(Some)
    }

    fn row(
        &mut self,
        input: Input<'_>,
        fields: &[Field],
        cut: Cut,
        engine: &mut Engine<'_>,
    ) -> Result<(), Refusal> {
        let (cells, columns) = (fields.len(), self.header.len());
        let mut places = &self.places;
        let mut notice = |code: &str, level: fn(&str) -> Finding| {
            engine.tally.notice(code, || {
                let finding = level(code).with("row", u64::from(cut.row)).with("cells", cells);
                finding.with("columns", columns).at(span(input.item, at(cut), None))
            });
        };
        let mut skip = false;
        if cells != columns {
            if let Some((_, other)) = self.layouts.iter().find(|(length, _)| *length == cells) {
                notice("posts-columns-shifted", Finding::warning);
                places = other;
            } else if cells < columns && cut.unfinished && !self.lengths.contains(&cells) {
                notice("posts-last-row-cut", Finding::warning);
                skip = true;
            } else if cells < columns {
                let usual = self.mapping.short_rows.contains(&cells);
                notice("posts-ragged-row", if usual { Finding::note } else { Finding::warning });
            } else {
                notice("posts-long-row", Finding::warning);
                skip = fields.iter().skip(columns).any(|field| field.start != field.end);
            }
        }
        if fields.iter().any(|field| field.form == Form::Mixed) {
            notice("posts-stray-quote", Finding::warning);
        }
        engine.tally.report.ragged += u64::from(cells != columns);
        if skip {
            engine.skip();
            return Ok(());
        }
        if !self.lengths.contains(&cells) {
            self.lengths.push(cells);
        }
        engine.take(&self.plan, &Row { source: input.source, fields, places, at: at(cut) })
    }
}

fn places(plan: &Plan, columns: &[String]) -> Vec<Option<usize>> {
    plan.slots.iter().map(|slot| columns.iter().position(|name| name == slot)).collect()
}
