//! `redress-bench`: the bars of the project, measured.
//!
//! - **Takes**: `58k`, `1m`, `hash`, `evidence`, `cluster`, `law`, `cases`, `papers`, `pages` or `all`; see docs/benchmarks.md.
//! - **Gives**: a table of figures, each with its peer, ratio and bar; exit code 1 where a bar is missed.
//! - **Knows**: evidence, posts, analysis, facts, law, inquiry, case, workbench and store for the parts that are
//!   measured apart; the built `redress` program for everything end to end.
//! - **Never**: runs as a test. Times depend on the machine; only ratios and bars on CPU time, taken
//!   in the same run on the same bytes, are compared.
//! - **Source**: docs/benchmarks.md.

mod appends;
mod book;
mod cabinet;
mod cases;
mod clusters;
mod engines;
mod evidence;
mod five_limbs;
mod hashing;
mod meter;
mod pages;
mod papers;
mod passage;
mod program;
mod python;
mod table;

use std::error::Error;
use std::process::ExitCode;
use table::Table;

/// Anything that stops a benchmark.
type Problem = Box<dyn Error>;

const USAGE: &str = "\
usage: redress-bench [58k | 1m | hash | evidence | cluster | law | cases | papers | pages | all] [--redress PATH] [--repeats N] [--bars FACTOR]

  58k      import, seal, measure and assess 58,000 posts with the redress program; at most 2 s of CPU
  1m       the same for 1,000,000 posts; under 1.5 GB of memory
  hash     SHA-256 and SM3 of a case's files; at most 1.1 times the CPU of OpenSSL's two passes
  evidence bags of 20,000 small files at most a tenth of bagit.py's CPU; 3,000 files of 100 kB at most 0.4 of OpenSSL's two
           passes; one file of 4 GiB no slower than OpenSSL's slower digest (4.3 GB on the disk, taken away afterwards); the
           example bundle verified in 100 ms; at most 100 MB
  cluster  posts that say the same, against rensa and datasketch where Python has them
  law      one rule against OpenFisca-Core and zen-engine where Python has them, at least 20 times OpenFisca;
           the whole book on one case file in 10 ms; law check in 2 s
  cases    10,000 cases with 1,000,000 entries on the disk (about 1.5 GB, taken away afterwards): open a case in
           50 ms, list and search in 100 ms, append in 20 ms and at most 3 times a bare SQLite insert
  papers   the full set of papers of the example case in 3 s; an evidence list of 1,000 exhibits in 5 s, beside
           LibreOffice turning the same DOCX into PDF
  pages    the pages of a browser on 58,000 posts: each in 200 ms, search and filter in 100 ms at the 95th
           percentile, at most 500 MB; requests a second by wrk where it is installed
  all      everything (default)

  --redress PATH   the program to measure; otherwise it is built beside this one
  --repeats N      interleaved repeats of the short measurements (default 5)
  --bars FACTOR    multiplies every bar: for slower machines, never for the record (default 1)";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    // The parts that are measured as processes of their own call this program again.
    let part = match words.first().map(String::as_str) {
        Some("part-digests") => Some(evidence::part(words.get(1))),
        Some("part-hash") => Some(hashing::part(words.get(1))),
        Some("part-cluster") => Some(clusters::part(words.get(1))),
        Some("part-export") => Some(passage::part(&words)),
        Some("part-law") => Some(engines::part(words.get(1))),
        Some("part-book") => Some(book::part(&words)),
        Some("part-check") => Some(book::part_check(false)),
        Some("part-mutants") => Some(book::part_check(true)),
        _ => None,
    };
    let outcome = part.unwrap_or_else(|| run(&words));
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            table::complain(&problem.to_string());
            ExitCode::from(2)
        }
    }
}

/// What the words of the command line ask for.
struct Wish {
    what: String,
    redress: Option<String>,
    repeats: usize,
    bars: f64,
}

impl Wish {
    fn read(words: &[String]) -> Result<Wish, Problem> {
        let mut wish = Wish { what: "all".to_owned(), redress: None, repeats: 5, bars: 1.0 };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or_else(|| format!("{word} needs a value"));
            match word.as_str() {
                "--redress" => wish.redress = Some(value()?.clone()),
                "--repeats" => wish.repeats = value()?.parse::<usize>()?.max(1),
                "--bars" => wish.bars = value()?.parse()?,
                "58k" | "1m" | "hash" | "evidence" | "cluster" | "law" | "cases" | "papers" | "pages"
                | "all" => wish.what.clone_from(word),
                _ => return Err(USAGE.into()),
            }
        }
        Ok(wish)
    }

    fn asks(&self, what: &str) -> bool {
        self.what == what || self.what == "all"
    }
}

fn run(words: &[String]) -> Result<bool, Problem> {
    let wish = Wish::read(words)?;
    let mut table = Table::new(wish.bars);
    if wish.asks("hash") {
        hashing::bench(wish.repeats, &mut table)?;
    }
    if wish.asks("cluster") {
        clusters::bench(wish.repeats.min(3), &mut table)?;
    }
    if wish.asks("law") {
        engines::bench(wish.repeats, &mut table)?;
        book::bench(wish.repeats, &mut table)?;
    }
    if wish.asks("cases") {
        cases::bench(&mut table)?;
    }
    if wish.asks("58k")
        || wish.asks("1m")
        || wish.asks("papers")
        || wish.asks("pages")
        || wish.asks("evidence")
    {
        let redress = program::find(wish.redress.as_deref())?;
        if wish.asks("evidence") {
            evidence::bench(&redress, wish.repeats, &mut table)?;
        }
        if wish.asks("58k") {
            passage::guiding_case(&redress, wish.repeats, &mut table)?;
        }
        if wish.asks("papers") {
            papers::bench(&redress, wish.repeats.min(3), &mut table)?;
        }
        if wish.asks("pages") {
            pages::bench(&redress, &mut table)?;
        }
        if wish.asks("1m") {
            passage::million(&redress, &mut table)?;
        }
    }
    Ok(table.finish())
}
