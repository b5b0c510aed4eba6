//! The door: one sealed file into the corpus, whole or not at all.

use crate::charset::{self, Charset};
use crate::corpus::Corpus;
use crate::csv_file::{self, Input};
use crate::engine::Engine;
use crate::magic::{self, Magic};
use crate::mapping::Mapping;
use crate::report::{ReaderReport, Tally};
use crate::tables::TableOpener;
use crate::{database, json_file};
use redress_base::{Fault, Finding, ItemId, Refusal, Span};

/// Reads the bytes of one sealed item into the corpus.
///
/// `name` is the name the person's file had: some formats say an id only there. Without a mapping the
/// format is known by its columns. `tables` opens database files.
///
/// # Errors
/// `Fault::Input`, with item, row and byte, where the file as a whole cannot be read: empty, no table,
/// of an unknown format or charset, cut in the middle, with a header twice. The corpus is then as it was.
pub fn read(
    item: ItemId,
    name: &str,
    bytes: &[u8],
    mapping: Option<&Mapping>,
    tables: &dyn TableOpener,
    into: &mut Corpus,
) -> Result<ReaderReport, Refusal> {
    let mark = into.mark();
    match run(item, name, bytes, mapping, tables, into) {
        Ok(report) => {
            into.accept();
            Ok(report)
        }
        Err(mut refusal) => {
            into.back_to(mark);
            if refusal.finding.span.is_none() {
                refusal.finding.span = Some(Span::whole(item));
            }
            Err(refusal)
        }
    }
}

fn run(
    item: ItemId,
    name: &str,
    bytes: &[u8],
    mapping: Option<&Mapping>,
    tables: &dyn TableOpener,
    into: &mut Corpus,
) -> Result<ReaderReport, Refusal> {
    match magic::look(bytes) {
        Magic::Media(media) => {
            let finding = Finding::error("posts-not-a-table").with("media", media);
            return Err(finding.at(Span::whole(item)).refuse(Fault::Input));
        }
        Magic::Database => {
            let opened = tables.open(bytes)?;
            let mut engine = Engine::new(into, Tally::new(item, Charset::Database), item);
            database::read(item, name, opened.as_ref(), mapping, &mut engine)?;
            return Ok(engine.finish().finish());
        }
        Magic::Text => {}
    }
    let (charset, source, at) = charset::check(item, bytes)?;
    if bytes.get(at..).unwrap_or_default().iter().all(u8::is_ascii_whitespace) {
        return Err(Finding::error("posts-empty").at(Span::whole(item)).refuse(Fault::Input));
    }
    let mut engine = Engine::new(into, Tally::new(item, charset), item);
    if charset == Charset::Gb18030 {
        engine
            .tally
            .notice("posts-read-as-gb18030", || Finding::note("posts-read-as-gb18030").at(Span::whole(item)));
    }
    let input = Input { item, name, source, at, mapping };
    let as_table = mapping.is_some_and(|mapping| mapping.delimiter.is_some());
    if !as_table && json_file::is_json(source, at) {
        json_file::read(input, &mut engine)?;
    } else {
        csv_file::read(input, &mut engine)?;
    }
    Ok(engine.finish().finish())
}
