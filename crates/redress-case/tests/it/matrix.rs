//! Every kind of entry, by every version of writer, before every version of reader.
//!
//! The kept ledgers were written by the program itself: version 1 by the last program that knew no other, with
//! its example case; version 2 by the commands that make one entry of every kind; version 3 is that ledger with a hearing
//! that has a time; version 4 is the one before with posts under a label; version 5 the one before with a capture, what another
//! attests, a stamped checkpoint, an act on an original, a checkpoint of the log that somebody cosigned, a post summarised, and a
//! statement taken back from a party.

use crate::kept;
use redress_base::{Arg, Fault, Refusal};
use redress_case::{Entry, KINDS, LEDGER_SCHEMA, LEDGER_VERSION, Ledger, Role, State, What};
use redress_evidence::canonical;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn entries(version: u16) -> Vec<Entry> {
    kept(version).into_iter().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn kinds(version: u16) -> BTreeSet<&'static str> {
    entries(version).iter().map(|entry| entry.what.kind()).collect()
}

/// The version that a line names.
fn named(line: &str) -> u16 {
    let line: Value = serde_json::from_str(line).unwrap();
    line["schema"].as_str().unwrap().strip_prefix("redress/ledger/").unwrap().parse().unwrap()
}

/// This line as the only one of a ledger, under that version.
fn alone(line: &str, version: u16) -> String {
    let mut line: Value = serde_json::from_str(line).unwrap();
    line["schema"] = json!(format!("redress/ledger/{version}"));
    line["seq"] = json!(1);
    line["prev"] = json!("0".repeat(64));
    String::from_utf8(canonical::to_vec(&line).unwrap()).unwrap()
}

fn text(refusal: &Refusal, name: &str) -> String {
    match &refusal.finding.args[name] {
        Arg::Text(text) => text.clone(),
        other => format!("{other:?}"),
    }
}

#[test]
fn every_reader_reads_every_older_writer_and_names_what_is_newer() {
    assert_eq!(LEDGER_SCHEMA, format!("redress/ledger/{LEDGER_VERSION}"));
    let mut cells = 0;
    for written in 1..=LEDGER_VERSION {
        let lines = kept(written);
        for known in 1..=LEDGER_VERSION {
            cells += 1;
            let read = Ledger::read_as(known, &lines);
            let newer = lines.iter().position(|line| named(line) > known);
            match newer {
                None => assert_eq!(read.unwrap().entries.len(), lines.len()),
                Some(at) => {
                    let refusal = read.unwrap_err();
                    assert_eq!(
                        (refusal.fault, refusal.finding.code.as_str()),
                        (Fault::Newer, "case-ledger-newer")
                    );
                    let name = format!("redress/ledger/{}", named(lines[at]));
                    assert_eq!(text(&refusal, "schema"), name, "written by {written}");
                    assert_eq!(text(&refusal, "known"), format!("redress/ledger/{known}"));
                    assert_eq!(refusal.finding.args["line"], Arg::from(at + 1));
                    // Everything before it can be read.
                    assert_eq!(Ledger::read_as(known, &lines[..at]).unwrap().entries.len(), at);
                }
            }
        }
    }
    assert_eq!(cells, usize::from(LEDGER_VERSION).pow(2));
    assert!(kept(1).iter().all(|line| named(line) == 1) && kept(2).iter().any(|line| named(line) == 2));
    assert!(kept(2).iter().all(|line| named(line) <= 2) && kept(3).iter().any(|line| named(line) == 3));
    assert!(kept(3).iter().all(|line| named(line) <= 3) && kept(4).iter().any(|line| named(line) == 4));
    assert!(kept(4).iter().all(|line| named(line) <= 4) && kept(5).iter().any(|line| named(line) == 5));
}

/// One entry, under the version of every writer, before every reader: read, newer, or no form that any writer has.
#[test]
fn every_kind_is_written_under_the_version_that_brought_it_and_no_other() {
    let mut cells = 0;
    for line in kept(1).into_iter().chain(kept(5)) {
        let entry: Entry = serde_json::from_str(line).unwrap();
        for written in 1..=LEDGER_VERSION + 1 {
            for known in 1..=LEDGER_VERSION {
                cells += 1;
                let read = Ledger::read_as(known, &[alone(line, written)]);
                let told = read.map(drop).map_err(|refusal| (refusal.fault, refusal.finding.code));
                let expected = if written > known {
                    Err((Fault::Newer, "case-ledger-newer".to_owned()))
                } else if written == entry.what.since() {
                    Ok(())
                } else {
                    Err((Fault::Verification, "case-ledger-unreadable".to_owned()))
                };
                assert_eq!(told, expected, "{} of {written} before {known}", entry.what.kind());
            }
        }
    }
    assert!(cells > 800, "{cells}");
}

#[test]
fn every_kept_line_is_written_again_byte_for_byte() {
    for version in 1..=LEDGER_VERSION {
        for line in kept(version) {
            let entry: Entry = serde_json::from_str(line).unwrap();
            assert_eq!(String::from_utf8(canonical::to_vec(&entry).unwrap()).unwrap(), line);
        }
    }
}

/// The list of kinds is the one of the form, and the kept ledger of the latest version has every one of them: a new
/// kind without a line in it fails here.
#[test]
fn every_kind_has_a_kept_line() {
    let known: BTreeSet<&str> = KINDS.into_iter().collect();
    assert_eq!(known.len(), KINDS.len());
    let schema = schemars::schema_for!(What).to_value();
    let forms: BTreeSet<&str> = schema["oneOf"]
        .as_array()
        .unwrap()
        .iter()
        .map(|form| form["properties"]["kind"]["const"].as_str().unwrap())
        .collect();
    assert_eq!(forms, known);
    assert_eq!(kinds(LEDGER_VERSION), known);
    let first: BTreeSet<&str> =
        entries(2).iter().filter(|entry| entry.what.since() == 1).map(|entry| entry.what.kind()).collect();
    assert_eq!(kinds(1), first);
    let roles: BTreeSet<Role> = (1..=LEDGER_VERSION)
        .flat_map(entries)
        .filter_map(|entry| match entry.what {
            What::Sealed { role, .. } => Some(role),
            _ => None,
        })
        .collect();
    assert_eq!(
        roles,
        BTreeSet::from([Role::Material, Role::Paper, Role::Mapping, Role::Checkpoint, Role::Timestamp])
    );
}

#[test]
fn kept_ledgers_fold_and_fold_the_same_way_twice() {
    for version in 1..=LEDGER_VERSION {
        let ledger = Ledger::read(&kept(version)).unwrap();
        let state = State::fold(&ledger).unwrap();
        assert_eq!(state, State::fold(&ledger).unwrap());
        assert_eq!(state.entries, u64::try_from(kept(version).len()).unwrap());
    }
    let state = State::fold(&Ledger::read(&kept(2)).unwrap()).unwrap();
    assert_eq!((state.parties().len(), state.events().len(), state.notices.len()), (2, 1, 1));
    assert_eq!((state.filings.len(), state.decisions.len(), state.views.len()), (1, 1, 1));
    assert_eq!((state.exports.len(), state.hand_overs.len(), state.receipts.len()), (1, 1, 1));
    assert_eq!(state.handed_over(), None);
    let state5 = State::fold(&Ledger::read(&kept(5)).unwrap()).unwrap();
    let summaries = state5.summaries();
    // Of two of one post the later counts, and one that was struck does not.
    let one = summaries["weibo/5263100000000101"];
    assert_eq!((summaries.len(), one.seq, one.by.as_str()), (1, 41, "李某"));
    assert!(state5.summaries[0].struck.is_some());
    assert!(state5.parties().values().all(|party| party.statements.is_empty()), "taken back");
    // The obstacle and the dispute were struck: they stay, and count no more.
    assert!(state.obstacles[0].struck.is_some() && state.disputes[0].struck.is_some());
    assert!(state.claims.iter().all(|claim| claim.disputes.is_empty()));
}

/// Whatever may be struck is struck by the fold, and nothing else is.
#[test]
fn the_fold_strikes_what_can_be_struck_and_nothing_else() {
    let lines = kept(2);
    let ledger = Ledger::read(&lines).unwrap();
    let already: Vec<u64> = ledger
        .entries
        .iter()
        .filter_map(|entry| match entry.what {
            What::Struck { entry, .. } => Some(entry),
            _ => None,
        })
        .collect();
    let mut struck = 0;
    for entry in &ledger.entries {
        let what = What::Struck { entry: entry.seq, reason: "x".to_owned() };
        let more = redress_case::chain(&ledger, entry.at, "A", vec![what]).unwrap();
        let all: Vec<&str> = lines.iter().copied().chain(more.iter().map(String::as_str)).collect();
        let folded = State::fold(&Ledger::read(&all).unwrap());
        let may = entry.what.can_be_struck() && !already.contains(&entry.seq);
        assert_eq!(folded.is_ok(), may, "{} {}", entry.seq, entry.what.kind());
        struck += u32::from(may);
    }
    assert!(struck >= 7, "{struck}");
}
