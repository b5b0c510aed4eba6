//! One file a command. Each turns arguments into one use case and shows its answer.

mod add;
mod assess;
mod demo;
mod explain;
pub(crate) mod fact;
mod law;
mod measure;
mod missing;
mod new;
mod office;
mod office_people;
mod pack;
mod recompute;
mod schema;
mod similar;
mod verify;

pub(crate) use schema::NAMES as SCHEMAS;

use crate::clock::SystemClock;
use crate::out::Out;
use crate::progress::Bars;
use clap::ArgMatches;
use redress_base::{Date, Fault, Finding, Refusal};
use redress_store::{Access, CaseFolder, SqliteTables};
use redress_words::Words;
use redress_workbench::{Clock, Desk};
use std::path::{Path, PathBuf};

/// Program and version, as written into every record.
pub(crate) const SOFTWARE: &str = concat!("redress ", env!("CARGO_PKG_VERSION"));

/// Runs the chosen command.
///
/// # Errors
/// Why nothing was done.
pub(crate) fn run(matches: &ArgMatches, words: &Words) -> Result<(), Refusal> {
    let Some((name, own)) = matches.subcommand() else { return Ok(()) };
    let session = Session {
        words,
        out: Out::new(words, own.get_flag("json")),
        quiet: own.get_flag("quiet") || own.get_flag("json"),
    };
    match name {
        "demo" => demo::run(&session, own),
        "new" => new::run(&session, own),
        "add" => add::run(&session, own),
        "measure" => measure::run(&session, own),
        "fact" => fact::run(&session, own),
        "assess" => assess::run(&session, own),
        "explain" => explain::run(&session, own),
        "missing" => missing::run(&session, own),
        "pack" => pack::run(&session, own),
        "verify" => verify::run(&session, own),
        "recompute" => recompute::run(&session, own),
        "law" => law::run(&session, own),
        "similar" => similar::run(&session, own),
        "office" => office::run(&session, own),
        _ => schema::run(&session, own),
    }
}

/// What every command needs.
pub(crate) struct Session<'w> {
    /// The person's language.
    pub words: &'w Words,
    /// Where answers go.
    pub out: Out<'w>,
    /// No progress.
    pub quiet: bool,
}

impl Session<'_> {
    /// Runs `work` at the desk of the case in `path`.
    ///
    /// # Errors
    /// Where the case cannot be opened, and whatever `work` refuses.
    pub(crate) fn at_desk<T>(
        &self,
        path: &Path,
        access: Access,
        work: impl FnOnce(&mut Desk<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let mut store = CaseFolder::open(path, access)?;
        for notice in store.notices() {
            self.out.finding(notice);
        }
        self.with(&mut store, &SystemClock, work)
    }

    /// Runs `work` at a desk with this store and this clock.
    ///
    /// # Errors
    /// Whatever `work` refuses.
    pub(crate) fn with<T>(
        &self,
        store: &mut CaseFolder,
        clock: &dyn Clock,
        work: impl FnOnce(&mut Desk<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let mut bars = Bars::new(self.words, self.quiet);
        let mut desk = Desk { store, clock, progress: &mut bars, tables: &SqliteTables, software: SOFTWARE };
        work(&mut desk)
    }
}

/// A required path argument; clap has made sure that it is there.
pub(crate) fn path(matches: &ArgMatches, name: &str) -> Result<PathBuf, Refusal> {
    let missing = || Finding::error("cli-path-missing").with("path", name).refuse(Fault::Usage);
    matches.get_one::<PathBuf>(name).cloned().ok_or_else(missing)
}

/// An optional text argument.
pub(crate) fn text<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// `--today`, if given.
pub(crate) fn today(matches: &ArgMatches) -> Result<Option<Date>, Refusal> {
    let Some(given) = text(matches, "today") else { return Ok(None) };
    let unreadable = |_| Finding::error("cli-day-unreadable").with("value", given).refuse(Fault::Usage);
    given.parse().map(Some).map_err(unreadable)
}

/// Fresh random bytes.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Refusal> {
    let mut bytes = [0u8; N];
    getrandom::fill(&mut bytes).map_err(|error| {
        Finding::error("cli-no-randomness").with("problem", error.to_string()).refuse(Fault::Storage)
    })?;
    Ok(bytes)
}
