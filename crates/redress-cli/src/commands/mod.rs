//! One file a command. Each turns arguments into one use case and shows its answer.

mod add;
mod answers;
mod assess;
mod bag;
mod case_file;
mod cosign;
mod custody;
mod demo;
mod draft;
mod due;
mod entry;
pub(crate) mod envelope;
mod explain;
pub(crate) mod fact;
mod items;
mod law;
mod list;
mod log;
mod measure;
mod missing;
mod new;
mod notices;
mod office;
mod office_people;
mod pack;
mod party;
mod procedure;
mod publish;
mod recompute;
mod record;
mod schema;
mod serve;
mod similar;
mod stamp;
mod stats;
pub(crate) mod stats_office;
mod step;
mod verify;

pub(crate) use demo::lay_example;
pub(crate) use office::{only_opening_role, opening_role, recounted};
pub(crate) use office_people::Caller;
pub(crate) use schema::NAMES as SCHEMAS;
pub(crate) use stamp::{ask as ask_authority, reaches as reaches_authority};

use crate::clock::SystemClock;
use crate::out::Out;
use crate::place::{Counter, Opened};
use crate::progress::Bars;
use clap::ArgMatches;
use redress_base::{Date, Fault, Finding, ItemId, Refusal};
use redress_case::Organ;
use redress_law::Body;
use redress_store::{Access, SqliteTables};
use redress_words::Words;
use redress_workbench::{Clock, Desk, Store};
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
        out: Out::new(words, own.get_flag("json"), own.get_flag("quiet")),
        quiet: own.get_flag("quiet") || own.get_flag("json"),
        counter: Counter::of(name, own)?,
    };
    match name {
        "demo" => demo::run(&session, own),
        "new" => new::run(&session, own),
        "list" => list::run(&session, own),
        "items" => items::run(&session, own),
        "stamp" => stamp::run(&session, own),
        "custody" => custody::run(&session, own),
        "add" => add::run(&session, own),
        "measure" => measure::run(&session, own),
        "fact" => fact::run(&session, own),
        "party" => party::run(&session, own),
        "step" => step::run(&session, own),
        "procedure" => procedure::run(&session, own),
        "record" => record::run(&session, own),
        "export" | "import" | "transfer" | "receive" => case_file::run(&session, name, own),
        "publish" | "recommend" => publish::run(&session, name, own),
        "forms" => draft::forms(&session, own),
        "draft" => draft::run(&session, own),
        "log" => log::run(&session, own),
        "assess" => assess::run(&session, own),
        "due" => due::run(&session, own),
        "notices" => notices::run(&session, own),
        "explain" => explain::run(&session, own),
        "missing" => missing::run(&session, own),
        "pack" => pack::run(&session, own),
        "bag" => bag::run(&session, own),
        "verify" => verify::run(&session, own),
        "cosign" => cosign::run(&session, own),
        "envelope" => envelope::run(&session, own),
        "recompute" => recompute::run(&session, own),
        "law" => law::run(&session, own),
        "similar" => similar::run(&session, own),
        "stats" => stats::run(&session, own),
        "office" => office::run(&session, own),
        "serve" => serve::run(&session, own),
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
    /// The office, where the case is one of an office.
    pub counter: Option<Counter>,
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
        let mut opened = self.open(path, access)?;
        self.at(&mut opened, work)
    }

    /// Runs `work` at the desk of an open case.
    ///
    /// # Errors
    /// Whatever `work` refuses.
    pub(crate) fn at<T>(
        &self,
        opened: &mut Opened,
        work: impl FnOnce(&mut Desk<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        self.with_as(opened.store.as_mut(), opened.acting.as_deref(), &SystemClock, work)
    }

    /// Runs `work` at a desk with this store and this clock.
    ///
    /// # Errors
    /// Whatever `work` refuses.
    pub(crate) fn with<T>(
        &self,
        store: &mut dyn Store,
        clock: &dyn Clock,
        work: impl FnOnce(&mut Desk<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        self.with_as(store, None, clock, work)
    }

    fn with_as<T>(
        &self,
        store: &mut dyn Store,
        acting: Option<&str>,
        clock: &dyn Clock,
        work: impl FnOnce(&mut Desk<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let mut bars = Bars::new(self.words, self.quiet);
        let (progress, tables) = (&mut bars, &SqliteTables);
        work(&mut Desk { store, clock, progress, tables, software: SOFTWARE, acting })
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

/// A day, if given.
pub(crate) fn day(matches: &ArgMatches, name: &str) -> Result<Option<Date>, Refusal> {
    let Some(given) = text(matches, name) else { return Ok(None) };
    let unreadable = |_| Finding::error("cli-day-unreadable").with("value", given).refuse(Fault::Usage);
    given.parse().map(Some).map_err(unreadable)
}

/// A sealed item, if given.
pub(crate) fn item(given: &str) -> Result<ItemId, Refusal> {
    given
        .parse()
        .map_err(|()| Finding::error("cli-source-unknown").with("source", given).refuse(Fault::Usage))
}

/// A body by its kind and its name.
pub(crate) fn organ(matches: &ArgMatches, kind: &str, name: &str) -> Result<Organ, Refusal> {
    let missing =
        || Finding::error("cli-body-missing").with("option", format!("--{kind}")).refuse(Fault::Usage);
    let word = text(matches, kind).ok_or_else(missing)?;
    let kind = BODIES.iter().copied().find(|one| one.word() == word).ok_or_else(missing)?;
    Ok(Organ { kind, name: text(matches, name).map(str::to_owned) })
}

/// The bodies that can be named.
pub(crate) const BODIES: [Body; 7] = Body::NAMED;

/// The cases that were named: each a case folder, or a folder of case folders.
pub(crate) fn cases(matches: &ArgMatches) -> Result<Vec<PathBuf>, Refusal> {
    let mut found = Vec::new();
    for given in matches.get_many::<PathBuf>("cases").into_iter().flatten() {
        let is_case = |folder: &Path| folder.join("case.sqlite").symlink_metadata().is_ok();
        if is_case(given) || matches.try_get_one::<PathBuf>("office-file").ok().flatten().is_some() {
            found.push(given.clone());
            continue;
        }
        let none =
            || Finding::error("cli-no-cases").with("path", given.display().to_string()).refuse(Fault::Usage);
        let entries = std::fs::read_dir(given).map_err(|_| none())?;
        let inside = entries.flatten().map(|entry| entry.path());
        let before = found.len();
        found.extend(inside.filter(|folder| is_case(folder) && !hidden(folder)));
        if found.len() == before {
            return Err(none());
        }
    }
    // The order in which a disk lists its folders is nobody's order.
    found.sort();
    found.dedup();
    Ok(found)
}

/// A folder under construction has a hidden name.
fn hidden(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

/// A refusal of one case among several, with the name of its folder.
pub(crate) fn of_case(folder: &Path, mut refusal: Refusal) -> Refusal {
    refusal.finding.args.insert("file".to_owned(), folder.display().to_string().into());
    refusal
}
