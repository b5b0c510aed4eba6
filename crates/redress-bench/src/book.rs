//! The standard law book: all of it on one case file, its check, and its check against a changed copy.

use crate::Problem;
use crate::meter::{self, Use, least, median, own_cpu};
use crate::table::Table;
use redress_base::{Finding, Level};
use redress_facts::Vocabulary;
use redress_inquiry::{Inquirer, PublishedCase, read};
use redress_law::Book;
use serde::{Deserialize, Serialize};
use std::hint::black_box;
use std::process::Command;

/// Every rule, route, time limit and duty on one case file: milliseconds of CPU.
const ONE_CASE: f64 = 10.0;
/// `law check`: every page read, checked and tested, seconds of CPU with the start of the process.
const CHECK: f64 = 2.0;
/// Times that each case is answered in one process.
const TIMES: usize = 9;

/// What the whole book took on one published case.
#[derive(Debug, Serialize, Deserialize)]
struct OnCase {
    id: String,
    facts: usize,
    answers: usize,
    bytes: usize,
    /// Milliseconds of CPU: line of JSON in, answers as JSON out.
    plain: f64,
    /// The same with the whole explanation of every rule.
    trees: f64,
}

/// What all the published cases came to, and what was done once before.
#[derive(Debug, Serialize, Deserialize)]
struct OnCases {
    rules: usize,
    /// Milliseconds of CPU until the first case can be read.
    ready: f64,
    cases: Vec<OnCase>,
}

/// What a check found.
#[derive(Debug, Serialize, Deserialize)]
struct Checked {
    rules: usize,
    passed: usize,
    failed: usize,
    errors: usize,
    killed: usize,
    survived: usize,
}

/// The bars are on the slowest published case and on the check; mutation has none.
pub(crate) fn bench(repeats: usize, table: &mut Table) -> Result<(), Problem> {
    let mut books: Vec<OnCases> = Vec::new();
    let mut checks: Vec<(Use, Checked)> = Vec::new();
    for _ in 0..repeats {
        books.push(serde_json::from_str(&part_of_this("part-book")?.1)?);
        let (used, printed) = part_of_this("part-check")?;
        checks.push((used, serde_json::from_str(&printed)?));
    }
    one_case(&books, table);
    checked(&checks, table);
    let (used, printed) = part_of_this("part-mutants")?;
    let mutated: Checked = serde_json::from_str(&printed)?;
    let changes = mutated.killed + mutated.survived;
    let noticed = format!("{changes} changes, {} noticed by no test", mutated.survived);
    table.line("law check --mutate, one run", &format!("{:.1} s of CPU   {noticed}", used.cpu));
    Ok(())
}

fn part_of_this(word: &str) -> Result<(Use, String), Problem> {
    meter::run(Command::new(std::env::current_exe()?).arg(word))
}

fn one_case(books: &[OnCases], table: &mut Table) {
    let Some(first) = books.first() else { return };
    let rules = first.rules;
    table.heading(&format!(
        "the whole book ({rules} versions of rules) on one case file, the least disturbed of {} repeats, CPU time, each the median of {TIMES}",
        books.len()
    ));
    let quiet =
        |at: usize, of: fn(&OnCase) -> f64| least(books.iter().filter_map(|book| book.cases.get(at)).map(of));
    let middle =
        |at: usize| median(books.iter().filter_map(|book| book.cases.get(at)).map(|case| case.plain));
    let mut times: Vec<(f64, usize)> =
        (0..first.cases.len()).map(|at| (quiet(at, |case| case.plain), at)).collect();
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    let named = |(plain, at): (f64, usize)| {
        let case = first.cases.get(at)?;
        let trees = quiet(at, |case| case.trees);
        let said = format!(
            "(median {:.2})   {}: {} facts, {} answers, {} kB of JSON; with every tree {trees:.1} ms",
            middle(at),
            case.id,
            case.facts,
            case.answers,
            case.bytes / 1000
        );
        Some((plain, said))
    };
    let places =
        [("quickest", 0), ("in the middle", times.len() / 2), ("slowest", times.len().saturating_sub(1))];
    for (place, at) in places {
        if let Some((plain, said)) = times.get(at).copied().and_then(named) {
            table.line(
                &format!("{place} of {} published cases", times.len()),
                &format!("{plain:.2} ms   {said}"),
            );
        }
    }
    let ready = median(books.iter().map(|book| book.ready));
    table.line("before the first case: book and vocabulary", &format!("{ready:.0} ms, once"));
    let slowest = times.last().map_or(f64::NAN, |(plain, _)| *plain);
    table.bar("whole book on one case file, slowest", slowest, ONE_CASE, "ms");
}

fn checked(checks: &[(Use, Checked)], table: &mut Table) {
    let Some((_, found)) = checks.first() else { return };
    table.heading(&format!("law check of the standard pages, {} repeats, medians", checks.len()));
    let said = format!("{} of {} tests, {} errors", found.passed, found.passed + found.failed, found.errors);
    table.must("the book is sound", found.failed == 0 && found.errors == 0, &said);
    let peak = median(checks.iter().map(|(used, _)| used.peak));
    table.line("rules and memory", &format!("{} versions of rules, peak {:.0} MB", found.rules, peak / 1e6));
    table.bar("law check, CPU", median(checks.iter().map(|(used, _)| used.cpu)), CHECK, "s");
}

/// `part-book [CASE [TIMES]]`: the whole book on every published case, or on one many times for a profiler.
#[expect(clippy::print_stdout, reason = "the parent process reads it")]
pub(crate) fn part(words: &[String]) -> Result<bool, Problem> {
    let only = words.get(1);
    let times = words.get(2).map_or(Ok(TIMES), |times| times.parse())?;
    let vocabulary = Vocabulary::standard();
    let book = Book::standard();
    let inquirer = Inquirer::new(book, &vocabulary);
    let ready = own_cpu()? * 1e3;
    let mut cases = Vec::new();
    for case in PublishedCase::standard().into_iter().filter(|case| only.is_none_or(|only| case.id == *only))
    {
        let line = line_of(&case)?;
        let answer = |explain: bool| -> Result<(usize, usize, String), Problem> {
            let (file, sheet) = read(&line, 1, book, &vocabulary).map_err(|refusal| refusal.to_string())?;
            let answers = inquirer.answer(&file, &sheet, explain).map_err(|refusal| refusal.to_string())?;
            Ok((file.facts.len(), answers.elements.len(), answers.line()))
        };
        let (facts, answers, text) = answer(false)?;
        let timed = |explain: bool, times: usize| -> Result<f64, Problem> {
            let mut took = Vec::new();
            for _ in 0..times {
                let begun = own_cpu()?;
                black_box(answer(explain)?);
                took.push((own_cpu()? - begun) * 1e3);
            }
            Ok(median(took.into_iter()))
        };
        cases.push(OnCase {
            id: case.id,
            facts,
            answers,
            bytes: text.len(),
            plain: timed(false, times)?,
            trees: timed(true, 1)?,
        });
    }
    println!("{}", serde_json::to_string(&OnCases { rules: book.rules().len(), ready, cases })?);
    Ok(true)
}

/// Everything that is known of a case on the last day of its path, as a line of JSON.
fn line_of(case: &PublishedCase) -> Result<String, Problem> {
    let file = case.last_day().map(|day| case.file(day)).ok_or("a published case without a day")?;
    Ok(serde_json::to_string(&file)?)
}

/// `part-check`, `part-mutants`: what `redress law check` does, without or with changes of the book.
#[expect(clippy::print_stdout, reason = "the parent process reads it")]
pub(crate) fn part_check(mutate: bool) -> Result<bool, Problem> {
    let vocabulary = Vocabulary::standard();
    let (book, findings) = Book::compile_with(&Book::standard_pages(), &vocabulary);
    let examined = book.examine(&vocabulary);
    let mutated = if mutate { book.mutants(&vocabulary, &|_| true) } else { redress_law::Mutated::default() };
    let errors = findings.iter().filter(|finding: &&Finding| finding.level == Level::Error).count();
    let checked = Checked {
        rules: book.rules().len(),
        passed: examined.passed,
        failed: examined.failed.len(),
        errors,
        killed: mutated.killed,
        survived: mutated.survived.len(),
    };
    println!("{}", serde_json::to_string(&checked)?);
    Ok(true)
}
