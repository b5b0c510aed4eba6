//! `redress stats`: figures of many cases, with small cells withheld, and the published series.

use super::{Session, day, text};
use crate::clock::SystemClock;
use crate::typesetting::Press;
use clap::ArgMatches;
use redress_base::{Date, Fault, Finding, ItemId, Refusal};
use redress_forms::{StatisticsReport, statistics_basis, statistics_report};
use redress_paper::{Edition, Standing};
use redress_statistics::{
    By, HotEvent, Plan, Published, Release, Row, Scope, TableBreak, chart, csv, nothing_in, page,
    published_csv, published_page, published_text, read_breaks, read_events, text as table_text,
};
use redress_store::Access;
use redress_words::Language;
use redress_workbench::{Clock as _, Typesetter as _, not_ahead};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Counts cases, or shows what was published.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let published = Published::standard()?;
    let format = if session.out.json { "json" } else { text(matches, "format").unwrap_or("text") };
    if matches.get_flag("published") {
        return published_series(session, matches, format, &published);
    }
    if let Some(counter) = &session.counter {
        return super::stats_office::run(session, counter, matches, &published);
    }
    let plan = plan(matches)?;
    let rows = rows(session, matches, &plan)?;
    let release = Release::of(&rows, &plan, &published)?;
    tell(session, matches, release, &published)
}

/// Shows a release in the form that was asked for.
pub(super) fn tell(
    session: &Session<'_>,
    matches: &ArgMatches,
    mut release: Release,
    published: &Published,
) -> Result<(), Refusal> {
    let format = if session.out.json { "json" } else { text(matches, "format").unwrap_or("text") };
    if let Some(table) = text(matches, "table") {
        release = release.only(table);
    }
    let words = session.words;
    match format {
        "json" => json(session, matches, &release),
        "csv" => put(session, matches, &csv(words, &release.tables)),
        "html" => put(session, matches, &page(words, &release, published)),
        "svg" => charts(session, matches, &release, published),
        "pdf" | "docx" => paper(session, matches, format, &release, published),
        _ => show(session, matches, &release, published),
    }
}

fn plan(matches: &ArgMatches) -> Result<Plan, Refusal> {
    let today = SystemClock.now().at.beijing_date().unwrap_or(Date::MAX);
    // A period may end later; what is known on a day that has not come is not known.
    day(matches, "as-of")?.map_or(Ok(()), |day| not_ahead(&SystemClock, day))?;
    Ok(Plan {
        scope: Scope {
            register: text(matches, "stats-scope").unwrap_or_default().trim().to_owned(),
            region: text(matches, "region").map(|region| region.trim().to_owned()),
        },
        by: text(matches, "stats-by").and_then(By::from_word).unwrap_or_default(),
        from: day(matches, "stats-from")?,
        to: day(matches, "stats-to")?,
        as_of: day(matches, "as-of")?.unwrap_or(today),
        threshold: matches.get_one::<u64>("threshold").copied().unwrap_or(5),
        events: events(matches)?.unwrap_or_default(),
        breaks: breaks(matches)?.unwrap_or_default(),
    })
}

/// The list of `--events`, if given.
pub(super) fn events(matches: &ArgMatches) -> Result<Option<Vec<HotEvent>>, Refusal> {
    written(matches, "events")?.map(|(file, text)| read_events(&file, &text)).transpose()
}

/// The list of `--breaks`, if given.
pub(super) fn breaks(matches: &ArgMatches) -> Result<Option<Vec<TableBreak>>, Refusal> {
    written(matches, "breaks")?.map(|(file, text)| read_breaks(&file, &text)).transpose()
}

/// Name and text of a file, if given.
fn written(matches: &ArgMatches, name: &str) -> Result<Option<(String, String)>, Refusal> {
    let Some(file) = matches.get_one::<PathBuf>(name) else { return Ok(None) };
    let shown = file.display().to_string();
    let text = String::from_utf8(crate::disk::whole(file)?).map_err(|error| {
        let found = Finding::error("cli-read-failed").with("path", shown.as_str());
        found.with("problem", error.to_string()).refuse(Fault::Input)
    })?;
    Ok(Some((shown, text)))
}

/// One row a case. A case that cannot be read refuses the whole, with the name of its folder: figures that leave one out
/// would be wrong. So does a case that is there twice, for it would be counted twice.
fn rows(session: &Session<'_>, matches: &ArgMatches, plan: &Plan) -> Result<Vec<Row>, Refusal> {
    let mut seen: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut rows = Vec::new();
    for folder in super::cases(matches)? {
        let counted = session.at_desk(&folder, Access::Read, |desk| desk.statistics_record());
        let (case_id, record) = counted.map_err(|refusal| super::of_case(&folder, refusal))?;
        if let Some(first) = seen.get(&case_id) {
            let found = Finding::error("cli-stats-case-twice").with("first", first.display().to_string());
            return Err(found.with("second", folder.display().to_string()).refuse(Fault::Usage));
        }
        rows.push(record.row(&plan.scope, plan.as_of));
        seen.insert(case_id, folder);
    }
    Ok(rows)
}

fn published_series(
    session: &Session<'_>,
    matches: &ArgMatches,
    format: &str,
    published: &Published,
) -> Result<(), Refusal> {
    let words = session.words;
    match format {
        "json" => json(session, matches, published),
        "csv" => put(session, matches, &published_csv(words, published)),
        "html" => put(session, matches, &published_page(words, published)),
        "svg" => Err(Finding::error("cli-stats-no-charts").refuse(Fault::Usage)),
        "pdf" | "docx" => Err(Finding::error("cli-stats-no-paper").refuse(Fault::Usage)),
        _ => put(session, matches, &published_text(words, published)),
    }
}

/// The tables in which something was counted; the names of the others.
fn show(
    session: &Session<'_>,
    matches: &ArgMatches,
    release: &Release,
    published: &Published,
) -> Result<(), Refusal> {
    let words = session.words;
    let full = release.tables.iter().filter(|table| !table.is_empty());
    let tables = full.map(|table| format!("{}\n", table_text(words, published, table).join("\n")));
    let mut shown: Vec<String> = tables.collect();
    shown.extend(nothing_in(words, &release.tables).map(|nothing| format!("{nothing}\n")));
    put(session, matches, &shown.join("\n"))
}

pub(super) fn json<T: Serialize>(
    session: &Session<'_>,
    matches: &ArgMatches,
    document: &T,
) -> Result<(), Refusal> {
    if session.out.json && !matches.contains_id("stats-out") {
        session.out.document(document);
        return Ok(());
    }
    let text = serde_json::to_string_pretty(document).unwrap_or_default();
    put(session, matches, &format!("{text}\n"))
}

/// One chart, or each in a file of its own in a folder.
fn charts(
    session: &Session<'_>,
    matches: &ArgMatches,
    release: &Release,
    published: &Published,
) -> Result<(), Refusal> {
    let drawn = release
        .tables
        .iter()
        .filter_map(|table| Some((table, chart(session.words, published, table, &release.events)?)))
        .collect::<Vec<_>>();
    let out = matches.get_one::<PathBuf>("stats-out");
    match (drawn.as_slice(), out, matches.contains_id("table")) {
        ([], _, _) => Err(Finding::error("cli-stats-no-charts").refuse(Fault::Usage)),
        ([(_, one)], _, true) => put(session, matches, one),
        (_, None, _) => Err(Finding::error("cli-stats-which-chart").refuse(Fault::Usage)),
        (several, Some(folder), _) => {
            let force = matches.get_flag("force");
            let file = |table: &str| folder.join(format!("{table}.svg"));
            // All of them or none.
            several.iter().try_for_each(|(table, _)| crate::disk::free(&file(&table.id), force))?;
            several.iter().try_for_each(|(table, one)| write(session, &file(&table.id), one, force))
        }
    }
}

/// The release as a paper, complete where somebody is named who compiled it.
fn paper(
    session: &Session<'_>,
    matches: &ArgMatches,
    format: &str,
    release: &Release,
    published: &Published,
) -> Result<(), Refusal> {
    let Some(file) = matches.get_one::<PathBuf>("stats-out") else {
        return Err(Finding::error("cli-stats-paper-out").refuse(Fault::Usage));
    };
    let force = matches.get_flag("force");
    crate::disk::free(file, force)?;
    let report = StatisticsReport {
        release,
        published,
        compiled_by: text(matches, "compiled-by"),
        today: SystemClock.now().at.beijing_date().unwrap_or(Date::MAX),
    };
    let english = session.words.language() == Language::En;
    let edition = if english { Edition::Glossed } else { Edition::Chinese };
    let paper = statistics_report(&report, edition, Standing::Final)?;
    let mut press = Press::new(&[], format == "docx")?;
    // A release shows no exhibit.
    let mut none = |item: ItemId| {
        let found = Finding::error("cli-stats-no-exhibit").with("item", item.to_string());
        Err(found.refuse(Fault::Usage))
    };
    let printed = press.print(&paper, &mut none)?;
    let made = printed.files.into_iter().find(|(kind, _)| kind == format);
    crate::disk::put(file, &made.map(|(_, bytes)| bytes).unwrap_or_default(), force)?;
    session.out.chat("cli-done-wrote", &[("path", file.display().to_string().into())]);
    statistics_basis()?.iter().for_each(|finding| session.out.finding(finding));
    Ok(())
}

/// To the file that was named, or to standard output as it is.
fn put(session: &Session<'_>, matches: &ArgMatches, text: &str) -> Result<(), Refusal> {
    match matches.get_one::<PathBuf>("stats-out") {
        Some(file) => write(session, file, text, matches.get_flag("force")),
        None => {
            crate::out::whole(text);
            Ok(())
        }
    }
}

fn write(session: &Session<'_>, file: &Path, text: &str, force: bool) -> Result<(), Refusal> {
    crate::disk::put(file, text.as_bytes(), force)?;
    session.out.chat("cli-done-wrote", &[("path", file.display().to_string().into())]);
    Ok(())
}
