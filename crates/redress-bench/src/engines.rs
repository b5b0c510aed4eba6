//! One rule of five limbs on the same cases: redress, OpenFisca-Core and zen-engine, JSON in and explanation out.

use crate::Problem;
use crate::five_limbs::{Case, RULE, STATEMENT, pages};
use crate::meter::{self, least, median, own_cpu};
use crate::passage::number;
use crate::python::{OPENFISCA, Peer, Python, ZEN};
use crate::table::Table;
use redress_base::{Truth, Value};
use redress_facts::{Scope, Vocabulary};
use redress_inquiry::{Inquirer, read};
use redress_law::{Book, is_sound};
use serde::{Deserialize, Serialize};
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;

const CASES: usize = 2_000;
const SEED: u64 = 246;
/// Our CPU over OpenFisca's: at least twenty times as fast.
const RATIO: f64 = 1.0 / 20.0;
/// Cases that are answered before the clock starts, as the peers' script does.
const WARM: usize = 100;
const PEERS: &str = include_str!("peers/law.py");

/// A way to put the cases to a peer, as the script knows it.
struct Way {
    peer: &'static Peer,
    word: &'static str,
    said: &'static str,
}

const fn way(peer: &'static Peer, word: &'static str, said: &'static str) -> Way {
    Way { peer, word, said }
}

/// The way that the bar is on.
const BARRED: &str = "openfisca-limbs";
const WAYS: [Way; 8] = [
    way(&OPENFISCA, BARRED, "OpenFisca, limbs as variables, trace"),
    way(&OPENFISCA, "openfisca-web", "OpenFisca, the same as its /trace does it"),
    way(&OPENFISCA, "openfisca-formula", "OpenFisca, one formula, trace"),
    way(&OPENFISCA, "openfisca-value", "OpenFisca, one formula, no trace"),
    way(&OPENFISCA, "openfisca-at-once", "OpenFisca, all in one call, no trace"),
    way(&ZEN, "zen-trace", "zen-engine, table of five rows, trace"),
    way(&ZEN, "zen-value", "zen-engine, the same, no trace"),
    way(&ZEN, "zen-at-once", "zen-engine, all in one call, trace"),
];

/// What one passage over the cases came to.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Passage {
    /// Seconds of CPU from the first case's text to the last answer's.
    cpu: f64,
    /// Bytes of JSON that came out.
    bytes: u64,
    /// One letter a case: T yes, F no, U not known.
    answers: String,
}

/// Interleaved repeats; the bar is on the ratio of the least disturbed repeats.
pub(crate) fn bench(repeats: usize, table: &mut Table) -> Result<(), Problem> {
    let work = tempfile::tempdir()?;
    let cases = Case::many(CASES, SEED);
    let file = work.path().join("cases.jsonl");
    fs::write(&file, cases.iter().map(|case| case.line() + "\n").collect::<String>())?;
    let script = work.path().join("law.py");
    fs::write(&script, PEERS)?;
    table.heading(&format!(
        "one rule of five limbs, {CASES} cases, JSON in and out, {repeats} interleaved repeats, CPU time of the least disturbed"
    ));
    let python = Python::with(&[&OPENFISCA, &ZEN], work.path(), table)?;
    let mut ours = Vec::new();
    let mut theirs: [Vec<Passage>; WAYS.len()] = Default::default();
    for _ in 0..repeats {
        ours.push(passage(Command::new(std::env::current_exe()?).arg("part-law").arg(&file))?);
        for (way, runs) in WAYS.iter().zip(&mut theirs) {
            if let Some(mut command) = python.run(way.peer, &script) {
                runs.push(passage(command.arg(way.word).arg(&file))?);
            }
        }
    }
    speed(&ours, &theirs, table);
    answers(&cases, &ours, &theirs, table);
    Ok(())
}

fn passage(command: &mut Command) -> Result<Passage, Problem> {
    Ok(serde_json::from_str(&meter::run(command)?.1)?)
}

fn speed(ours: &[Passage], theirs: &[Vec<Passage>], table: &mut Table) {
    let each = |runs: &[Passage]| least(runs.iter().map(|run| run.cpu)) * 1e6 / number(CASES as u64);
    let middle = |runs: &[Passage]| median(runs.iter().map(|run| run.cpu)) * 1e6 / number(CASES as u64);
    let size = |runs: &[Passage]| runs.first().map_or(0, |run| run.bytes / CASES as u64);
    let own = each(ours);
    table.line(
        "redress, with explanation tree",
        &format!(
            "{own:8.1} µs a case (median {:.1})   {:.0} a second   {} bytes of explanation",
            middle(ours),
            1e6 / own,
            size(ours)
        ),
    );
    for (way, runs) in WAYS.iter().zip(theirs).filter(|(_, runs)| !runs.is_empty()) {
        let cpu = each(runs);
        let (median, bytes) = (middle(runs), size(runs));
        let text = format!(
            "{cpu:8.1} µs a case (median {median:.1})   {bytes} bytes   {:.1} times redress",
            cpu / own
        );
        table.line(way.said, &text);
    }
    match WAYS.iter().zip(theirs).find(|(way, runs)| way.word == BARRED && !runs.is_empty()) {
        Some((_, runs)) => {
            table.bar("redress / OpenFisca, case by case with trace", own / each(runs), RATIO, "x")
        }
        None => table.skip("redress / OpenFisca", "there is no OpenFisca to compare with"),
    }
}

/// Speed without the right answer is none; and what becomes of a case in which something is not known.
fn answers(cases: &[Case], ours: &[Passage], theirs: &[Vec<Passage>], table: &mut Table) {
    let right = |run: &Passage, case: &dyn Fn(&Case) -> bool| {
        let both = cases.iter().zip(run.answers.chars()).filter(|(one, _)| case(one));
        both.filter(|(one, letter)| letter_of(one.truth()) == *letter).count()
    };
    let complete = cases.iter().filter(|case| case.complete()).count();
    let all = ours.iter().map(|run| right(run, &|_| true)).min().unwrap_or_default();
    table.must("redress, right answers", all == CASES, &format!("{all} of {CASES}"));
    for (way, runs) in WAYS.iter().zip(theirs).filter(|(_, runs)| !runs.is_empty()) {
        let same = runs.iter().map(|run| right(run, &Case::complete)).min().unwrap_or_default();
        let said = format!("{same} of {complete} with every fact known");
        table.must(&format!("{}, right answers", way.word), same == complete, &said);
    }
    let open: Vec<bool> = cases.iter().map(|case| case.truth() == Truth::U).collect();
    let count = open.iter().filter(|open| **open).count();
    let said = |run: Option<&Passage>, letter: char| {
        let letters = run.map(|run| run.answers.chars()).into_iter().flatten();
        letters.zip(&open).filter(|(one, open)| **open && *one == letter).count()
    };
    let shown = |run: Option<&Passage>| {
        let [no, yes, unknown] = ['F', 'T', 'U'].map(|letter| said(run, letter));
        format!("\"unknown\" {unknown}   \"no\" {no}   \"yes\" {yes}   of {count}")
    };
    table.heading("the same run: cases that turn on a fact which nobody has said");
    table.line("redress", &shown(ours.first()));
    for (word, name) in [(BARRED, "OpenFisca"), ("zen-trace", "zen-engine ([] is \"no\")")] {
        let runs = WAYS.iter().zip(theirs).find(|(way, runs)| way.word == word && !runs.is_empty());
        if let Some((_, runs)) = runs {
            table.line(name, &shown(runs.first()));
        }
    }
}

/// `part-law FILE`: answers every case of the file and prints what it took.
#[expect(clippy::print_stdout, reason = "the parent process reads it")]
pub(crate) fn part(file: Option<&String>) -> Result<bool, Problem> {
    let text = fs::read_to_string(Path::new(file.ok_or("part-law FILE")?))?;
    let vocabulary = Vocabulary::standard();
    let (book, findings) = Book::compile_with(&pages(), &vocabulary);
    if !is_sound(&findings) {
        return Err(format!("the page of the rule does not compile: {findings:?}").into());
    }
    let inquirer = Inquirer::new(&book, &vocabulary);
    let subject = Scope::Statement(STATEMENT.to_owned());
    // As an office's service would, into one buffer.
    let mut explanation = Vec::new();
    let mut one = |line: &str| -> Result<(Value, u64), Problem> {
        let (file, sheet) = read(line, 1, &book, &vocabulary).map_err(|refusal| refusal.to_string())?;
        let outcome =
            inquirer.outcome(&file, &sheet, RULE, &subject).map_err(|refusal| refusal.to_string())?;
        explanation.clear();
        serde_json::to_writer(&mut explanation, &outcome)?;
        Ok((outcome.value, black_box(&explanation).len() as u64))
    };
    for line in text.lines().take(WARM) {
        black_box(one(line)?);
    }
    let mut run = Passage::default();
    let begun = own_cpu()?;
    for line in text.lines() {
        let (value, bytes) = one(line)?;
        run.bytes += bytes;
        run.answers.push(match value {
            Value::TT => 'T',
            Value::FF => 'F',
            Value::UU => 'U',
            _ => '?',
        });
    }
    run.cpu = own_cpu()? - begun;
    println!("{}", serde_json::to_string(&run)?);
    Ok(true)
}

const fn letter_of(truth: Truth) -> char {
    match truth {
        Truth::T => 'T',
        Truth::F => 'F',
        Truth::U => 'U',
    }
}
