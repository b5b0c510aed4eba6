//! The files of facts that a command is asked about: the lines of a file or of standard input, of every file in a folder,
//! or a published case.

use super::{text_of, whole};
use crate::out;
use redress_base::{Arg, Fault, Finding, Refusal};
use redress_facts::{Sheet, Vocabulary};
use redress_inquiry::{File, PublishedCase, lines, read_line};
use redress_law::Book;
use redress_store::Sources;
use redress_words::Words;
use std::collections::BTreeMap;
use std::path::Path;

/// Faults that are told one by one; of the others only the number.
const FAULTS_TOLD: usize = 20;

/// One file of facts, or everything that is wrong with it.
pub(crate) type Read = Result<(File, Sheet), Vec<Finding>>;

/// What there is to answer.
pub(crate) struct Asked {
    /// Every file of facts, in order.
    pub(crate) read: Vec<Read>,
    /// What was noticed besides.
    pub(crate) noticed: Vec<Finding>,
}

/// Reads what a path names. A name that no file has may be the id of a published case.
///
/// # Errors
/// `Input` where nothing can be read there, and where a folder holds anything else than files of facts.
pub(crate) fn asked(path: &Path, book: &Book, vocabulary: &Vocabulary) -> Result<Asked, Refusal> {
    let mut asked = Asked { read: Vec::new(), noticed: Vec::new() };
    if path.as_os_str() != "-" && path.symlink_metadata().is_err() {
        let cases = PublishedCase::standard();
        if let Some(case) = cases.iter().find(|case| path.as_os_str() == case.id.as_str()) {
            asked.read.push(of_case(case, vocabulary));
            return Ok(asked);
        }
    }
    if path.is_dir() {
        of_folder(&mut asked, path, book, vocabulary)?;
    } else {
        let name = path.display().to_string();
        asked.read =
            of_text(&name, &whole(path)?, book, vocabulary).map_err(|one| one.refuse(Fault::Input))?;
    }
    asked.noticed.extend(repeated(&asked.read));
    Ok(asked)
}

/// Every file of a folder, in the order of their names. What is no file of facts is refused by its name, because nobody
/// should believe that it was answered.
fn of_folder(asked: &mut Asked, folder: &Path, book: &Book, vocabulary: &Vocabulary) -> Result<(), Refusal> {
    let sources = Sources::at(folder)?;
    asked.noticed.extend(sources.findings().iter().cloned());
    let fits = |name: &str| [".jsonl", ".json", ".toml"].iter().any(|ending| name.ends_with(ending));
    if let Some(other) = sources.files().iter().find(|file| !fits(&file.name)) {
        let finding = Finding::error("cli-not-facts").with("file", other.name.as_str());
        return Err(finding.refuse(Fault::Input));
    }
    for file in sources.files() {
        let text = text_of(&file.name, sources.open(file)?)?;
        let named = |finding: Finding| finding.with("file", file.name.as_str());
        let read = of_text(&file.name, &text, book, vocabulary);
        let read = read.map_err(|finding| named(*finding).refuse(Fault::Input))?;
        let named_all = |faults: Vec<Finding>| faults.into_iter().map(named).collect();
        asked.read.extend(read.into_iter().map(|one| one.map_err(named_all)));
    }
    if asked.read.is_empty() {
        let path = folder.display().to_string();
        return Err(Finding::error("cli-no-facts").with("path", path).refuse(Fault::Input));
    }
    Ok(())
}

/// Lines of files of facts, or the one case of a TOML file.
fn of_text(name: &str, text: &str, book: &Book, vocabulary: &Vocabulary) -> Result<Vec<Read>, Box<Finding>> {
    if !name.ends_with(".toml") {
        let lines = lines(text)?;
        return Ok(lines.into_iter().map(|(at, line)| read_line(line, at, book, vocabulary)).collect());
    }
    let case: PublishedCase = toml::from_str(text).map_err(|error: toml::de::Error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let place = Finding::error("cli-case-unread").with("path", name);
        Box::new(place.with("line", before.matches('\n').count() + 1).with("column", column))
    })?;
    Ok(vec![of_case(&case, vocabulary)])
}

/// What is known of a published case on the last day of its path.
fn of_case(case: &PublishedCase, vocabulary: &Vocabulary) -> Read {
    let Some(day) = case.last_day() else {
        return Err(vec![Finding::error("cli-case-without-a-day").with("id", case.id.as_str())]);
    };
    let file = case.file(day);
    match file.sheet(vocabulary) {
        Ok(sheet) => Ok((file, sheet)),
        Err(finding) => Err(vec![finding.with("line", 1usize).with("id", case.id.as_str())]),
    }
}

/// Ids that come more than once: their answers could not be told apart.
fn repeated(read: &[Read]) -> Vec<Finding> {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for (file, _) in read.iter().flatten() {
        *times.entry(&file.id).or_default() += 1;
    }
    let more = times.into_iter().filter(|(_, times)| *times > 1);
    more.map(|(id, times)| Finding::warning("cli-id-twice").with("id", id).with("count", times)).collect()
}

impl Asked {
    /// Tells on standard error what was noticed.
    pub(crate) fn tell(&self, words: &Words) {
        self.noticed.iter().for_each(|finding| out::complain(words, finding));
    }

    /// The refusal of all that could not be read, as its last word; the faults before it are told on standard error
    /// unless a program reads, which gets them as data. `None` where all was read.
    pub(crate) fn refusal(&self, words: &Words, told: bool) -> Option<Refusal> {
        let bad: Vec<&Vec<Finding>> = self.read.iter().filter_map(|one| one.as_ref().err()).collect();
        let faults: Vec<&Finding> = bad.iter().copied().flatten().collect();
        let first = faults.first()?;
        if faults.len() == 1 && self.read.len() == 1 {
            return Some((*first).clone().refuse(Fault::Input));
        }
        if told {
            faults.iter().take(FAULTS_TOLD).for_each(|finding| out::complain(words, finding));
        }
        let names: Vec<String> = bad.iter().filter_map(|faults| faults.first()).map(name).collect();
        let more = faults.len().saturating_sub(FAULTS_TOLD);
        let finding = Finding::error(if more > 0 { "cli-lines-refused-more" } else { "cli-lines-refused" });
        let finding = finding.with("count", bad.len()).with("total", self.read.len()).with("more", more);
        Some(finding.with("names", names.join(", ")).refuse(Fault::Input))
    }
}

/// What a refused line is called: by its file, its number and its id.
fn name(fault: &Finding) -> String {
    let said = |key: &str| match fault.args.get(key) {
        Some(Arg::Text(text)) => Some(text.clone()),
        Some(Arg::Number(n)) => Some(n.to_string()),
        None => None,
    };
    let place: Vec<String> = ["file", "line"].iter().filter_map(|key| said(key)).collect();
    let id = said("id").map(|id| format!(" ({id})")).unwrap_or_default();
    format!("{}{id}", place.join(":"))
}

/// The file of facts with that id, or the first.
///
/// # Errors
/// `Input` with what is wrong with it; `Usage` where none has the id.
pub(crate) fn pick(asked: Asked, words: &Words, wanted: Option<&str>) -> Result<(File, Sheet), Refusal> {
    asked.tell(words);
    let is = |one: &Read| match (one, wanted) {
        (_, None) => true,
        (Ok((file, _)), Some(wanted)) => file.id == wanted,
        (Err(faults), Some(wanted)) => {
            faults.iter().any(|one| one.args.get("id") == Some(&Arg::Text(wanted.to_owned())))
        }
    };
    let ids: Vec<String> = asked.read.iter().flatten().map(|(file, _)| file.id.clone()).collect();
    match asked.read.into_iter().find(is) {
        Some(Ok(found)) => Ok(found),
        Some(bad) => {
            let alone = Asked { read: vec![bad], noticed: Vec::new() };
            let nothing = || Finding::error("cli-no-facts").refuse(Fault::Input);
            Err(alone.refusal(words, true).unwrap_or_else(nothing))
        }
        None => {
            let finding = Finding::error("cli-id-unknown").with("id", wanted.unwrap_or_default());
            Err(finding.with("known", ids.join(", ")).refuse(Fault::Usage))
        }
    }
}
