//! Derives every figure of a bundle again from its sealed bytes, and compares.

use crate::material::{SealedBytes, material as read_material};
use crate::pack::{GRAPH_PATH, LAW_PATH, LEDGER_PATH, RESULT_PATH, derived, graph};
use crate::packed_papers::{derived as derived_from, papers_again};
use crate::verification::{VERIFICATION_PATH, verification};
use crate::web_material::{WEB_PATH, web_material};
use crate::{Assessed, Progress};
use redress_analysis::statements;
use redress_base::{Fault, Finding, Refusal};
use redress_case::{CaseResult, KeptItem, Ledger, RESULT_SCHEMA, State};
use redress_evidence::bag::item_path;
use redress_evidence::hash;
use redress_evidence::verify::Folder;
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_posts::TableOpener;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Schema of a recomputation.
pub const RECOMPUTED_SCHEMA: &str = "redress/recomputed/1";
/// Differences listed.
const LISTED: usize = 50;
/// The most that is held in memory of one file of a bundle; one item is read at a time. What is longer is refused before it
/// is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Of the result, the ledger, the law, a paper: in bytes.
    pub metadata: u64,
    /// Of an item.
    pub item: u64,
}

impl Bounds {
    /// For a program of one's own on one's own computer.
    pub const OWN: Bounds = Bounds { metadata: 1 << 30, item: u64::MAX };
    /// For a server that others use too.
    pub const SHARED: Bounds = Bounds { metadata: 64 << 20, item: 1 << 30 };
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recomputed {
    /// [`RECOMPUTED_SCHEMA`].
    pub schema: String,
    /// Whether every derived file came out byte for byte the same.
    pub same: bool,
    /// Figures compared.
    pub figures: u64,
    /// Answers compared.
    pub answers: u64,
    /// Routes compared.
    pub routes: u64,
    /// Derived files compared.
    pub files: u64,
    /// Papers that were filled again and compared.
    pub papers: u64,
    /// Figures in them.
    pub paper_figures: u64,
    /// Values that came out differently, the first ones.
    pub differences: Vec<Difference>,
    /// Derived files that differ.
    pub differing_files: Vec<String>,
    /// Another program version, another law book.
    pub findings: Vec<Finding>,
}

/// One value that came out differently.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// JSON pointer (RFC 6901) into `data/result.json`; into a paper, with its file before it:
    /// `data/papers/000012-evidence-list.json#/input/exhibits/0/sha256`.
    pub at: String,
    /// As it stands in the bundle; absent where it is not there.
    pub sealed: Option<Value>,
    /// As it was derived again; absent where it was not.
    pub again: Option<Value>,
}

/// The tools of a recomputation.
#[derive(Clone, Copy)]
pub struct Tools<'a> {
    /// Opens database files.
    pub tables: &'a dyn TableOpener,
    /// The law book of this program.
    pub book: &'a Book,
    /// The vocabulary of this program.
    pub vocabulary: &'a Vocabulary,
    /// This program and version.
    pub software: &'a str,
    /// How much is held in memory.
    pub bounds: Bounds,
}

struct FromBundle<'a>(&'a dyn Folder, Bounds);

impl SealedBytes for FromBundle<'_> {
    fn bytes(&self, kept: &KeptItem) -> Result<Vec<u8>, Refusal> {
        let path = item_path(kept.item.id);
        if kept.item.digests.bytes > self.1.item {
            return Err(too_long(&path, self.1.item));
        }
        // A file that is longer than what was sealed is read no further than that, and differs.
        let bytes = up_to(self.0, &path, kept.item.digests.bytes.saturating_add(1))?;
        if hash::digests(&bytes) != kept.item.digests {
            let found = Finding::error("workbench-item-differs").with("item", kept.item.id.to_string());
            return Err(found.refuse(Fault::Verification));
        }
        Ok(bytes)
    }
}

/// Recomputes a bundle.
///
/// # Errors
/// `Input` where it is not a bundle of redress or a part is missing; `Verification` where a sealed item
/// is not what was sealed; `Newer` for a bundle of a later version.
pub fn recompute(
    folder: &dyn Folder,
    tools: Tools<'_>,
    progress: &mut dyn Progress,
) -> Result<Recomputed, Refusal> {
    check_card(folder, tools)?;
    let sealed_bytes = file(folder, RESULT_PATH, tools.bounds.metadata)?;
    let sealed = read_result(&sealed_bytes)?;
    let packed = text(folder, LEDGER_PATH, tools)?;
    let lines: Vec<&str> =
        packed.lines().take(usize::try_from(sealed.ledger_entries).unwrap_or(usize::MAX)).collect();
    let ledger = Ledger::read(&lines)?;
    if ledger.head != sealed.ledger_head {
        return Err(Finding::error("workbench-ledger-differs").refuse(Fault::Verification));
    }
    let state = State::fold(&ledger)?;
    let material = read_material(&state, &FromBundle(folder, tools.bounds), tools.tables, progress)?;
    let found = statements(&material.corpus, &sealed.params);
    let (again, due) = derived_from((&state, &material, &found), &sealed, sealed.today, tools)?;
    let mut done = compare(folder, &sealed_bytes, &sealed, &again, tools)?;
    let page = verification((&sealed, &state, &due), (tools.book, tools.vocabulary))?;
    file_again(folder, (VERIFICATION_PATH, &page), tools, &mut done)?;
    let papers = papers_again(
        &lines,
        &state,
        (tools.book, tools.vocabulary),
        |path| file(folder, path, tools.bounds.metadata),
        |state, today| {
            let material = read_material(&state, &FromBundle(folder, tools.bounds), tools.tables, progress)?;
            let found = statements(&material.corpus, &sealed.params);
            let (result, due) = derived_from((&state, &material, &found), &sealed, today, tools)?;
            Ok(Assessed { result, material, statements: found, due, state })
        },
    )?;
    graph_again(folder, &packed, (&sealed.software, tools), &mut done)?;
    web_again(folder, &packed, (&sealed.software, tools), &mut done)?;
    done.papers = papers.papers;
    done.paper_figures = papers.figures;
    done.same &= papers.differences.is_empty() && papers.absent.is_empty();
    done.differences.extend(papers.differences);
    done.differing_files.extend(papers.absent);
    Ok(done)
}

/// The graph of CASE follows from the ledger as it was packed; bundles of before have none.
fn graph_again(
    folder: &dyn Folder,
    packed: &str,
    (software, tools): (&str, Tools<'_>),
    done: &mut Recomputed,
) -> Result<(), Refusal> {
    let lines: Vec<&str> = packed.lines().collect();
    file_again(folder, (GRAPH_PATH, &graph(&Ledger::read(&lines)?, software)?), tools, done)
}

/// Compares a derived file that bundles of before do not have.
fn file_again(
    folder: &dyn Folder,
    (path, again): (&str, &[u8]),
    tools: Tools<'_>,
    done: &mut Recomputed,
) -> Result<(), Refusal> {
    if !folder.list()?.iter().any(|entry| entry.path == path) {
        return Ok(());
    }
    done.files += 1;
    if file(folder, path, tools.bounds.metadata)? != again {
        done.differing_files.push(path.to_owned());
        done.same = false;
    }
    Ok(())
}

/// The web material follows from the sealed items; bundles of before have none.
fn web_again(
    folder: &dyn Folder,
    packed: &str,
    (software, tools): (&str, Tools<'_>),
    done: &mut Recomputed,
) -> Result<(), Refusal> {
    if !folder.list()?.iter().any(|entry| entry.path == WEB_PATH) {
        return Ok(());
    }
    let lines: Vec<&str> = packed.lines().collect();
    let state = State::fold(&Ledger::read(&lines)?)?;
    let again = web_material(&state, &FromBundle(folder, tools.bounds), software)?;
    let sealed = file(folder, WEB_PATH, tools.bounds.item)?;
    done.files += 1;
    if again.is_none_or(|again| sealed != again.wacz) {
        done.differing_files.push(WEB_PATH.to_owned());
        done.same = false;
    }
    Ok(())
}

fn compare(
    folder: &dyn Folder,
    sealed_bytes: &[u8],
    sealed: &CaseResult,
    again: &CaseResult,
    tools: Tools<'_>,
) -> Result<Recomputed, Refusal> {
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let mut done = Recomputed {
        schema: RECOMPUTED_SCHEMA.to_owned(),
        same: false,
        figures: count(again.figures.len().max(sealed.figures.len())),
        answers: count(again.outcomes.len().max(sealed.outcomes.len())),
        routes: count(again.routes.len().max(sealed.routes.len())),
        files: 0,
        papers: 0,
        paper_figures: 0,
        differences: Vec::new(),
        differing_files: Vec::new(),
        findings: notes(folder, sealed, tools),
    };
    let files = derived(again)?;
    done.files = count(files.len());
    for (path, bytes) in &files {
        let same = if path == RESULT_PATH {
            bytes == sealed_bytes
        } else {
            file(folder, path, tools.bounds.metadata)? == *bytes
        };
        if !same {
            done.differing_files.push(path.clone());
        }
    }
    let unreadable = |error: serde_json::Error| {
        let found = Finding::error("workbench-result-unreadable").with("problem", error.to_string());
        found.refuse(Fault::Input)
    };
    let left = serde_json::from_slice(sealed_bytes).map_err(unreadable)?;
    let right = serde_json::to_value(again).map_err(unreadable)?;
    differences(&left, &right, &mut String::new(), &mut done.differences);
    done.same = done.differing_files.is_empty() && done.differences.is_empty();
    Ok(done)
}

fn notes(folder: &dyn Folder, sealed: &CaseResult, tools: Tools<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if sealed.software != tools.software {
        let other = Finding::note("workbench-other-software").with("sealed", sealed.software.as_str());
        findings.push(other.with("here", tools.software));
    }
    if sealed.law.digest != tools.book.digest() {
        findings.push(Finding::warning("workbench-other-law").with("path", LAW_PATH));
    }
    if folder.open(LAW_PATH).is_err() {
        findings.push(Finding::warning("workbench-law-absent").with("path", LAW_PATH));
    }
    findings
}

/// The bundle says what it is before anything else of it is believed.
fn check_card(folder: &dyn Folder, tools: Tools<'_>) -> Result<(), Refusal> {
    let card: Value = serde_json::from_slice(&file(folder, "redress-bundle.json", tools.bounds.metadata)?)
        .unwrap_or_default();
    let schema = card.get("schema").and_then(Value::as_str).unwrap_or_default();
    match version(schema, "redress/bundle/") {
        // The two shapes differ in their log, which nothing is derived from here.
        Some(1 | 2) => Ok(()),
        Some(newer) if newer > 2 => Err(Finding::error("workbench-result-newer")
            .with("schema", schema)
            .with("known", "redress/bundle/2")
            .refuse(Fault::Newer)),
        _ => Err(Finding::error("workbench-not-a-bundle").refuse(Fault::Input)),
    }
}

/// The version of a schema of ours, if it is one.
fn version(schema: &str, family: &str) -> Option<u64> {
    schema.strip_prefix(family)?.parse().ok()
}

fn read_result(bytes: &[u8]) -> Result<CaseResult, Refusal> {
    let unreadable = |error: serde_json::Error| {
        let found = Finding::error("workbench-result-unreadable").with("problem", error.to_string());
        found.refuse(Fault::Input)
    };
    let value: Value = serde_json::from_slice(bytes).map_err(unreadable)?;
    let schema = value.get("schema").and_then(Value::as_str).unwrap_or_default();
    if schema != RESULT_SCHEMA && version(schema, "redress/result/").is_some_and(|version| version > 1) {
        let found = Finding::error("workbench-result-newer").with("schema", schema);
        return Err(found.with("known", RESULT_SCHEMA).refuse(Fault::Newer));
    }
    serde_json::from_value(value).map_err(unreadable)
}

/// A file of a bundle, whole.
fn file(folder: &dyn Folder, path: &str, longest: u64) -> Result<Vec<u8>, Refusal> {
    let bytes = up_to(folder, path, longest.saturating_add(1))?;
    if bytes.len() as u64 > longest { Err(too_long(path, longest)) } else { Ok(bytes) }
}

/// No more of it than so many bytes.
fn up_to(folder: &dyn Folder, path: &str, most: u64) -> Result<Vec<u8>, Refusal> {
    use std::io::Read as _;
    let mut bytes = Vec::new();
    let read = folder.open(path)?.take(most).read_to_end(&mut bytes);
    read.map_err(|error| {
        let found = Finding::error("workbench-bundle-unreadable").with("path", path);
        found.with("problem", error.to_string()).refuse(Fault::Input)
    })?;
    Ok(bytes)
}

fn too_long(path: &str, most: u64) -> Refusal {
    let found = Finding::error("workbench-bundle-long").with("path", path);
    found.with("most", most >> 20).refuse(Fault::Input)
}

fn text(folder: &dyn Folder, path: &str, tools: Tools<'_>) -> Result<String, Refusal> {
    String::from_utf8(file(folder, path, tools.bounds.metadata)?).map_err(|error| {
        let found = Finding::error("workbench-bundle-unreadable").with("path", path);
        found.with("problem", error.to_string()).refuse(Fault::Input)
    })
}

/// Collects where two documents differ, by JSON pointer (RFC 6901).
fn differences(sealed: &Value, again: &Value, at: &mut String, found: &mut Vec<Difference>) {
    if sealed == again || found.len() >= LISTED {
        return;
    }
    match (sealed, again) {
        (Value::Object(left), Value::Object(right)) => {
            let keys: std::collections::BTreeSet<&String> = left.keys().chain(right.keys()).collect();
            for key in keys {
                let step = key.replace('~', "~0").replace('/', "~1");
                descend(left.get(key), right.get(key), &step, at, found);
            }
        }
        (Value::Array(left), Value::Array(right)) => {
            for index in 0..left.len().max(right.len()) {
                descend(left.get(index), right.get(index), &index.to_string(), at, found);
            }
        }
        _ => note(Some(sealed), Some(again), at, found),
    }
}

fn descend(
    sealed: Option<&Value>,
    again: Option<&Value>,
    step: &str,
    at: &mut String,
    found: &mut Vec<Difference>,
) {
    let length = at.len();
    at.push('/');
    at.push_str(step);
    match (sealed, again) {
        (Some(sealed), Some(again)) => differences(sealed, again, at, found),
        (sealed, again) => note(sealed, again, at, found),
    }
    at.truncate(length);
}

fn note(sealed: Option<&Value>, again: Option<&Value>, at: &str, found: &mut Vec<Difference>) {
    if found.len() < LISTED {
        found.push(Difference { at: at.to_owned(), sealed: sealed.cloned(), again: again.cloned() });
    }
}

#[cfg(test)]
mod tests {
    use super::differences;
    use serde_json::json;

    #[test]
    fn differences_are_named_by_pointer() {
        let mut found = Vec::new();
        let left = json!({"a": [1, {"b/c": 2}], "gone": true});
        let right = json!({"a": [1, {"b/c": 3}, 4]});
        differences(&left, &right, &mut String::new(), &mut found);
        let places: Vec<&str> = found.iter().map(|difference| difference.at.as_str()).collect();
        assert_eq!(places, ["/a/1/b~1c", "/a/2", "/gone"]);
    }
}
