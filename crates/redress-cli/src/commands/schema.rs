//! `redress schema`: the JSON Schemas of what redress writes.

use super::{Session, text};
use clap::ArgMatches;
use redress_base::Refusal;
use schemars::{Schema, schema_for};

/// Prints one schema.
pub(crate) fn run(_session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let schema = of(text(matches, "schema").unwrap_or_default());
    crate::out::raw(&serde_json::to_string_pretty(&schema).unwrap_or_default());
    Ok(())
}

/// The schema of that name; the one of results where the name is another.
pub(crate) fn of(name: &str) -> Schema {
    match name {
        "ledger" => schema_for!(redress_case::Entry),
        "item" => schema_for!(redress_evidence::SealedItem),
        "reader" => schema_for!(redress_posts::ReaderReport),
        "verification" => schema_for!(redress_evidence::verify::Report),
        "recomputed" => schema_for!(redress_workbench::Recomputed),
        "added" => schema_for!(redress_workbench::Added),
        "chain" => schema_for!(redress_case::Chain),
        _ => schema_for!(redress_case::CaseResult),
    }
}
