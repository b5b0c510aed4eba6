//! `redress schema`: the JSON Schemas of what redress writes.

use super::{Session, text};
use crate::{documents, documents_file};
use clap::ArgMatches;
use redress_base::Refusal;
use schemars::{Schema, schema_for};
use serde_json::{Value, json};

/// Prints one schema.
pub(crate) fn run(_session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let schema = named(text(matches, "schema").unwrap_or_default());
    crate::out::raw(&serde_json::to_string_pretty(&schema).unwrap_or_default());
    Ok(())
}

/// The schema of that name under its own address; where the document says which form it has, that is fixed.
fn named(name: &str) -> Value {
    let mut schema = of(name);
    let version = version(name);
    schema.insert("$id".to_owned(), json!(format!("urn:redress:{name}:{version}")));
    let mut schema = schema.to_value();
    if name == "ledger" {
        // An entry keeps the version that brought its kind: a ledger has lines of every version up to the latest.
        let forms: Vec<String> = (1..=version).map(|one| format!("redress/ledger/{one}")).collect();
        if let Some(said) = schema.pointer_mut("/properties/schema") {
            *said = json!({"type": "string", "enum": forms});
        }
    } else if let Some(said) = schema.pointer_mut("/properties/schema") {
        *said = json!({"type": "string", "const": format!("redress/{name}/{version}")});
    }
    schema
}

/// The version of a form, as its documents name it.
fn version(name: &str) -> u32 {
    match name {
        "ledger" => u32::from(redress_case::LEDGER_VERSION),
        "law-check" | "verification" | "vocabulary" => 2,
        _ => 1,
    }
}

/// Every document that `--json` or a bundle holds, by the name in its `schema`.
pub(crate) const NAMES: &[&str] = &[
    "accounts",
    "added",
    "agenda",
    "answers",
    "bagged",
    "case-file",
    "case-list",
    "chain",
    "claims",
    "cosigned",
    "cosigner-made",
    "envelope-closed",
    "envelope-key",
    "envelope-opened",
    "demo",
    "details-shown",
    "drafted",
    "duties",
    "completions",
    "entry",
    "exported",
    "explanation",
    "facts",
    "formatted",
    "forms",
    "imported",
    "item",
    "items",
    "stamped",
    "custody",
    "law",
    "law-check",
    "law-diff",
    "law-texts-added",
    "law-texts-compared",
    "law-texts-list",
    "ledger",
    "log",
    "measures",
    "members",
    "missing",
    "moved",
    "next",
    "notices",
    "office",
    "office-cases",
    "office-log",
    "opened",
    "packed",
    "packed-paper",
    "parties",
    "party-entered",
    "procedures",
    "published",
    "questions",
    "published-statistics",
    "reader",
    "readings",
    "received",
    "recommended",
    "recomputed",
    "recounted",
    "refusal",
    "releases",
    "result",
    "serving",
    "similar",
    "statistics",
    "step-entered",
    "steps",
    "terms",
    "transfer-sheet",
    "transferred",
    "verification",
    "vocabulary",
    "written",
];

/// The schema of that name; the one of results where the name is another.
fn of(name: &str) -> Schema {
    match name {
        "accounts" => schema_for!(super::office_people::Accounts),
        "members" => schema_for!(super::office_people::Members),
        "office-log" => schema_for!(super::office_people::OfficeLog),
        "recounted" => schema_for!(super::office::CasesRecounted),
        "releases" => schema_for!(super::stats_office::Releases),
        "added" => schema_for!(redress_workbench::Added),
        "published-statistics" => schema_for!(redress_statistics::Published),
        "statistics" => schema_for!(redress_statistics::Release),
        "answers" => schema_for!(redress_inquiry::Answers),
        "chain" => schema_for!(redress_case::Chain),
        "claims" => schema_for!(documents::Claims),
        "completions" => schema_for!(redress_law::Completions),
        "explanation" => schema_for!(redress_law::Outcome),
        "facts" => schema_for!(redress_inquiry::File),
        "formatted" => schema_for!(documents::Formatted),
        "readings" => schema_for!(documents::ReadingRows),
        "similar" => schema_for!(documents::SimilarCases),
        "vocabulary" => schema_for!(documents::FactRows),
        "demo" => schema_for!(documents::Demo),
        "serving" => schema_for!(documents::Serving),
        "entry" => schema_for!(documents::EntryMade),
        "item" => schema_for!(redress_evidence::SealedItem),
        "law" => schema_for!(redress_law::Ir),
        "law-diff" => schema_for!(redress_lawbook::LawDiff),
        "law-texts-added" => schema_for!(documents::TextAdded),
        "law-texts-compared" => schema_for!(documents::TextComparison),
        "law-texts-list" => schema_for!(documents::ShelfList),
        "written" => schema_for!(documents::Written),
        "law-check" => schema_for!(documents::LawCheck),
        "ledger" => schema_for!(redress_case::Entry),
        "measures" => schema_for!(documents::Measures),
        "missing" => schema_for!(documents::Missing),
        "moved" => schema_for!(super::office::CaseMoved),
        "office" => schema_for!(super::office::OfficeSetUp),
        "office-cases" => schema_for!(super::office::OfficeCases),
        "opened" => schema_for!(documents::Opened),
        "cosigned" => schema_for!(documents::Cosigned),
        "cosigner-made" => schema_for!(documents::CosignerMade),
        "bagged" => schema_for!(documents::Bagged),
        "envelope-closed" => schema_for!(documents::EnvelopeClosed),
        "envelope-key" => schema_for!(documents::EnvelopeKey),
        "envelope-opened" => schema_for!(documents::EnvelopeOpened),
        "packed" => schema_for!(documents::Packed),
        "published" => schema_for!(crate::documents_file::PublishedDocument),
        "recommended" => schema_for!(crate::documents_file::RecommendedDocument),
        "reader" => schema_for!(redress_posts::ReaderReport),
        "recomputed" => schema_for!(redress_workbench::Recomputed),
        "refusal" => schema_for!(documents::Refused),
        "terms" => schema_for!(documents::Terms),
        "verification" => schema_for!(redress_evidence::verify::Report),
        _ => of_the_file(name),
    }
}

/// The documents about the case file; the schema of results where the name is another.
fn of_the_file(name: &str) -> Schema {
    match name {
        "agenda" => schema_for!(documents_file::AgendaDocument),
        "case-file" => schema_for!(redress_workbench::CaseFileManifest),
        "case-list" => schema_for!(documents_file::CaseList),
        "drafted" => schema_for!(crate::documents_papers::Drafted),
        "forms" => schema_for!(crate::documents_papers::FormsDocument),
        "questions" => schema_for!(crate::documents_papers::QuestionsDocument),
        "packed-paper" => schema_for!(redress_workbench::PackedPaper),
        "details-shown" => schema_for!(documents_file::DetailsShown),
        "duties" => schema_for!(documents_file::DutyRows),
        "exported" => schema_for!(documents_file::Exported),
        "imported" => schema_for!(documents_file::Imported),
        "items" => schema_for!(documents_file::Items),
        "stamped" => schema_for!(documents_file::StampDone),
        "custody" => schema_for!(documents_file::Custody),
        "log" => schema_for!(documents_file::LogRows),
        "next" => schema_for!(documents_file::Next),
        "notices" => schema_for!(documents_file::Notices),
        "parties" => schema_for!(documents_file::Parties),
        "party-entered" => schema_for!(documents_file::PartyEntered),
        "procedures" => schema_for!(documents_file::ProcedureRows),
        "received" => schema_for!(documents_file::Received),
        "step-entered" => schema_for!(documents_file::StepEntered),
        "steps" => schema_for!(documents_file::Steps),
        "transfer-sheet" => schema_for!(redress_workbench::TransferSheet),
        "transferred" => schema_for!(documents_file::Transferred),
        _ => schema_for!(redress_case::CaseResult),
    }
}
