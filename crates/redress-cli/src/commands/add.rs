//! `redress add`: takes files in.

use super::{Session, path, text};
use crate::disk;
use clap::ArgMatches;
use redress_base::{Fault, Finding, Level, Refusal};
use redress_case::Role;
use redress_envelope::{Given, Whole, given, whole_case, whole_case_in};
use redress_posts::ReaderReport;
use redress_store::{Access, Sources};
use redress_workbench::{AddOptions, Added};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Seals files and reads posts out of them.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let folder = path(matches, "case")?;
    let options = options(matches)?;
    let named: Vec<PathBuf> = matches.get_many::<PathBuf>("files").into_iter().flatten().cloned().collect();
    let sources: Vec<Sources> = named.iter().map(|path| Sources::at(path)).collect::<Result<_, _>>()?;
    for (list, path) in sources.iter().zip(&named) {
        refuse_cases(list, path)?;
    }
    let total = sources.iter().flat_map(Sources::files).map(|file| file.bytes).sum();
    let mut added = session.at_desk(&folder, Access::Write, |desk| {
        let mut files =
            sources.iter().flat_map(|list| list.files().iter().map(move |file| disk::incoming(list, file)));
        desk.add(&mut files, Some(total), &options)
    })?;
    let left_out = sources.iter().flat_map(Sources::findings).cloned();
    added.findings.splice(0..0, left_out);
    show(session, &added);
    session.out.document(&added);
    match added.refused.first() {
        Some(refused) => {
            let count = added.refused.len();
            let code = if added.items.is_empty() { "cli-all-refused" } else { "cli-some-refused" };
            Err(Finding::error(code)
                .with("count", count)
                .with("first", refused.name.as_str())
                .refuse(Fault::Input))
        }
        None => Ok(()),
    }
}

/// A case folder holds the key that signs its log, and so may a whole case as one file, or what was unpacked out of it: sealed
/// and packed, it would go to the other side.
fn refuse_cases(list: &Sources, path: &Path) -> Result<(), Refusal> {
    let refuse = |whole: Whole, path: &Path| {
        let code = match whole {
            Whole::Folder => "cli-case-folder-inside",
            Whole::File => "cli-case-file-inside",
        };
        Err(Finding::error(code).with("path", path.display().to_string()).refuse(Fault::Usage))
    };
    if disk::in_case_folder(path) {
        return refuse(Whole::Folder, path);
    }
    if let Some(whole) = whole_case(list.files().iter().map(|source| source.name.as_str())) {
        return refuse(whole, path);
    }
    for source in list.files() {
        // What cannot be read is told where it would be sealed.
        let Ok(mut file) = list.open(source) else { continue };
        if let Ok(Some(whole)) = whole_case_in(&mut file) {
            let inside = if path.is_dir() { path.join(&source.name) } else { path.to_path_buf() };
            return refuse(whole, &inside);
        }
        if matches!(given(&mut file), Ok(Given::Secret)) {
            let inside = if path.is_dir() { path.join(&source.name) } else { path.to_path_buf() };
            let found = Finding::error("cli-add-key").with("path", inside.display().to_string());
            return Err(found.refuse(Fault::Usage));
        }
    }
    Ok(())
}

fn options(matches: &ArgMatches) -> Result<AddOptions, Refusal> {
    let mapping = match matches.get_one::<PathBuf>("mapping") {
        Some(path) => {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            Some((name, disk::whole(path)?))
        }
        None => None,
    };
    let role = if text(matches, "role") == Some("paper") { Role::Paper } else { Role::Material };
    Ok(AddOptions {
        role,
        mapping,
        observed: text(matches, "observed").map(disk::declared_time).transpose()?,
        clock_ahead_ms: matches.get_one::<i64>("clock-ahead").copied(),
        source: text(matches, "from").unwrap_or_default().to_owned(),
        by: text(matches, "by").map(str::to_owned),
        seal_only: matches.get_flag("seal-only"),
        keep_going: matches.get_flag("keep-going"),
        dry_run: matches.get_flag("dry-run"),
    })
}

/// Prints what became of each file.
pub(crate) fn show(session: &Session<'_>, added: &Added) {
    let out = &session.out;
    let mut told = BTreeSet::new();
    for row in &added.items {
        let place = [("item", row.item.id.to_string().into()), ("name", row.item.name.as_str().into())];
        out.chat("cli-added-item", &place);
        match &row.report {
            Some(report) => show_report(session, report, &mut told),
            None => out.chat("cli-added-sealed", &[("format", row.item.format.as_str().into())]),
        }
        if let Some(archive) = &row.archive {
            archive.lines(session.words).iter().for_each(|line| out.chat_line(&format!("    {line}")));
            archive.findings.iter().for_each(|finding| out.finding(finding));
        }
        if let Some(stated) = &row.stated {
            stated.lines(session.words).iter().for_each(|line| out.chat_line(&format!("    {line}")));
            stated.findings.iter().for_each(|finding| out.finding(finding));
        }
    }
    for item in &added.kept_before {
        out.chat("cli-kept-before", &[("item", item.to_string().into())]);
    }
    for finding in &added.findings {
        out.finding(finding);
    }
    for refused in &added.refused {
        out.finding(&refused.finding);
    }
    if added.items.is_empty() || added.dry_run {
        out.chat("cli-nothing-added", &[]);
    }
}

/// Prints what a reader counted.
fn show_report(session: &Session<'_>, report: &ReaderReport, told: &mut BTreeSet<String>) {
    let out = &session.out;
    let args = [
        ("format", report.format.as_str().into()),
        ("charset", report.charset.as_str().into()),
        ("rows", report.rows.into()),
        ("distinct", report.distinct.into()),
    ];
    out.chat("cli-added-read", &args);
    let counted = [
        ("cli-report-repeats", report.repeats),
        ("cli-report-ragged", report.ragged),
        ("cli-report-undated", report.undated),
        ("cli-report-masked", report.masked_authors),
        ("cli-report-floors", report.floors),
        ("cli-report-rounded", report.rounded),
        ("cli-report-skipped", report.skipped),
    ];
    let sums: Vec<String> = counted
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(code, count)| session.words.say(code, &[("count", (*count).into())]))
        .collect();
    if !sums.is_empty() {
        out.chat_line(&format!("    {}", sums.join(" · ")));
    }
    // One example of each kind; --json has the others, and the totals.
    let mut seen: Vec<&str> = Vec::new();
    for finding in &report.findings {
        if seen.contains(&finding.code.as_str()) {
            continue;
        }
        seen.push(&finding.code);
        // What is only a note and reads the same for every file is told once.
        if finding.level == Level::Note && !told.insert(session.words.finding(finding).sentence) {
            continue;
        }
        out.finding(finding);
        let total = report.totals.get(&finding.code).copied().unwrap_or(1);
        if total > 1 {
            out.chat("cli-report-in-all", &[("count", total.into())]);
        }
    }
}
