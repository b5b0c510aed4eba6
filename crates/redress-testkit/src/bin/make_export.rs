//! Writes a large export: `make-export OUT [POSTS [DAYS [SEED]]]`; prints its truth as JSON.
#![expect(
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a maker that people run by hand speaks to them"
)]

use redress_testkit::export::{Plan, write};
use std::path::Path;
use std::process::ExitCode;

fn run(words: &[String]) -> Result<String, Box<dyn std::error::Error>> {
    let number = |at: usize, otherwise: u64| words.get(at).map_or(Ok(otherwise), |word| word.parse());
    let out = words.first().ok_or("usage: make-export OUT [POSTS [DAYS [SEED]]]")?;
    let usual = Plan::GUIDING_CASE;
    let plan =
        Plan { posts: number(1, usual.posts)?, days: number(2, usual.days)?, seed: number(3, usual.seed)? };
    std::fs::create_dir_all(out)?;
    Ok(serde_json::to_string_pretty(&write(plan, Path::new(out))?)?)
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(truth) => {
            println!("{truth}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
