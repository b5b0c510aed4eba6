//! `redress schema`: the JSON Schemas of what redress writes.

use super::{Session, text};
use crate::documents;
use clap::ArgMatches;
use redress_base::Refusal;
use schemars::{Schema, schema_for};

/// Prints one schema.
pub(crate) fn run(_session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let schema = of(text(matches, "schema").unwrap_or_default());
    crate::out::raw(&serde_json::to_string_pretty(&schema).unwrap_or_default());
    Ok(())
}

/// Every document that `--json` or a bundle holds, by the name in its `schema`.
pub(crate) const NAMES: [&str; 19] = [
    "added",
    "chain",
    "claims",
    "demo",
    "entry",
    "item",
    "law",
    "law-check",
    "ledger",
    "measures",
    "missing",
    "opened",
    "packed",
    "reader",
    "recomputed",
    "refusal",
    "result",
    "terms",
    "verification",
];

/// The schema of that name; the one of results where the name is another.
fn of(name: &str) -> Schema {
    match name {
        "added" => schema_for!(redress_workbench::Added),
        "chain" => schema_for!(redress_case::Chain),
        "claims" => schema_for!(documents::Claims),
        "demo" => schema_for!(documents::Demo),
        "entry" => schema_for!(documents::EntryMade),
        "item" => schema_for!(redress_evidence::SealedItem),
        "law" => schema_for!(redress_law::Ir),
        "law-check" => schema_for!(documents::LawCheck),
        "ledger" => schema_for!(redress_case::Entry),
        "measures" => schema_for!(documents::Measures),
        "missing" => schema_for!(documents::Missing),
        "opened" => schema_for!(documents::Opened),
        "packed" => schema_for!(documents::Packed),
        "reader" => schema_for!(redress_posts::ReaderReport),
        "recomputed" => schema_for!(redress_workbench::Recomputed),
        "refusal" => schema_for!(documents::Refused),
        "terms" => schema_for!(documents::Terms),
        "verification" => schema_for!(redress_evidence::verify::Report),
        _ => schema_for!(redress_case::CaseResult),
    }
}
