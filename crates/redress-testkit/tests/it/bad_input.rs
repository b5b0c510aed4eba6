//! The bad files: the committed bytes are what the generator makes, and the reader does with each
//! what the manifest says.

use redress_base::{Fault, ItemId};
use redress_posts::{Corpus, NoTables, ReaderReport, read};
use redress_testkit::bad_input::{files, huge_line};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    schema: String,
    file: Vec<Expected>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    name: String,
    wrong: String,
    expect: Outcome,
    code: Option<String>,
    place: Option<String>,
    rows: Option<u64>,
}

#[derive(Deserialize, PartialEq, Eq, Debug)]
#[serde(rename_all = "kebab-case")]
enum Outcome {
    Refused,
    Reported,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors/bad-input")
}

fn manifest() -> Vec<Expected> {
    let text = std::fs::read_to_string(folder().join("manifest.toml")).unwrap();
    let manifest: Manifest = toml::from_str(&text).unwrap();
    assert_eq!(manifest.schema, "redress/bad-input/1");
    manifest.file
}

#[test]
fn the_committed_files_are_what_the_generator_makes() {
    let made = files().unwrap();
    let listed: Vec<String> = manifest().into_iter().map(|expected| expected.name).collect();
    assert_eq!(listed, made.iter().map(|file| file.name).collect::<Vec<_>>());
    for file in &made {
        let there = std::fs::read(folder().join(file.name)).unwrap();
        // The head of an SQLite file names the version of the library that wrote it.
        let same =
            if file.name == "truncated.db" { there.len() == file.bytes.len() } else { there == file.bytes };
        assert!(same, "{} differs", file.name);
    }
    let extra = std::fs::read_dir(folder()).unwrap().count();
    assert_eq!(extra, made.len() + 1, "a file that the manifest does not list");
}

/// What a refusal or a report says: its codes with their places.
fn said(outcome: &Result<ReaderReport, redress_base::Refusal>) -> BTreeMap<String, String> {
    let place = |finding: &redress_base::Finding| {
        let span = finding.span.as_ref().map(ToString::to_string).unwrap_or_default();
        span.strip_prefix("item-000001").unwrap_or(&span).trim_start().to_owned()
    };
    match outcome {
        Err(refusal) => BTreeMap::from([(refusal.finding.code.clone(), place(&refusal.finding))]),
        Ok(report) => {
            let mut all = BTreeMap::new();
            for finding in &report.findings {
                all.entry(finding.code.clone()).or_insert_with(|| place(finding));
            }
            all
        }
    }
}

#[test]
fn each_file_gets_its_one_clear_answer() {
    for expected in manifest() {
        let (name, wrong) = (&expected.name, &expected.wrong);
        let bytes = std::fs::read(folder().join(name)).unwrap();
        let mut corpus = Corpus::default();
        let outcome = read(ItemId(1), name, &bytes, None, &NoTables, &mut corpus);
        let said = said(&outcome);
        assert_eq!(outcome.is_err(), expected.expect == Outcome::Refused, "{name} ({wrong}): {said:?}");
        assert!(!said.is_empty(), "{name} ({wrong}) was read without a word");
        if let Some(code) = &expected.code {
            let place = said.get(code).unwrap_or_else(|| panic!("{name} ({wrong}): {said:?}"));
            assert!(expected.place.as_ref().is_none_or(|wanted| wanted == place), "{name}: {place}");
        }
        match &outcome {
            Err(refusal) => {
                assert_eq!(refusal.fault, Fault::Input, "{name}");
                assert!(corpus.posts().is_empty() && corpus.accounts().is_empty(), "{name} is half taken");
            }
            Ok(report) => {
                assert!(expected.rows.is_none_or(|rows| rows == report.read), "{name}: {}", report.read)
            }
        }
    }
}

#[test]
fn a_cell_of_twenty_megabytes_is_refused_with_its_row() {
    let bytes = huge_line(20 << 20);
    let mut corpus = Corpus::default();
    let refusal = read(ItemId(1), "huge-line.csv", &bytes, None, &NoTables, &mut corpus).unwrap_err();
    assert_eq!((refusal.fault, refusal.finding.code.as_str()), (Fault::Input, "posts-cell-too-long"));
    assert!(refusal.to_string().contains("row 3"), "{refusal}");
    assert!(corpus.posts().is_empty());
}
