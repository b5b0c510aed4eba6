//! The leak check: whether anything that identifies somebody came through into a text for others (指导意见 19, 20;
//! 个人信息保护法 6, 28, in force 2021-11-01).
//!
//! Text and values are folded to one form first, so that spaces, separators, letter cases, full-width forms and characters
//! that do not show hide nothing. Sentences and names of the program's own books are known word for word: a value that
//! stands *inside* one of them is a coincidence, and no leak.

mod days;
mod fold;
mod guarded;

pub use guarded::{Guarded, LeakKind};

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use fold::{Folded, fold, folded_chars};
use guarded::Edge;
use redress_base::{Fault, Finding, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Characters in a row that make a quotation.
const QUOTATION: usize = 8;
/// Shortest sentence of the program's own that excuses a quotation.
const OWN: usize = 4;

/// Something that came through. What it is stands here, never the value itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Leak {
    /// Line of the text, from 1.
    pub line: u64,
    /// Character of the line, from 1.
    pub column: u64,
    /// What kind of value.
    pub kind: LeakKind,
}

/// Searches `text` for every guarded value and for eight characters in a row of any of the `written` texts. `own` are the
/// sentences and names of the program's own books that the text is made of.
///
/// # Errors
/// `Storage` where the values are too many to be searched for at once.
pub fn leaks<'t>(
    text: &str,
    own: &BTreeSet<String>,
    guarded: &Guarded,
    written: impl Iterator<Item = (LeakKind, &'t str)>,
) -> Result<Vec<Leak>, Refusal> {
    let folded = Folded::of(text);
    let own = own_ranges(&folded, own)?;
    let mut found: BTreeMap<usize, LeakKind> = BTreeMap::new();
    values(text, &folded, &own, guarded, &mut found)?;
    quotations(&folded, &own, written, &mut found);
    let leak = |(at, kind): (usize, LeakKind)| {
        let before = text.get(..folded.origin(at)).unwrap_or_default();
        let line = before.matches('\n').count().saturating_add(1);
        let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()).saturating_add(1);
        let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        Leak { line: count(line), column: count(column), kind }
    };
    let mut leaks: Vec<Leak> = found.into_iter().map(leak).collect();
    leaks.sort();
    leaks.dedup();
    Ok(leaks)
}

/// Refuses a text with leaks: says how many, and where the first ones are.
///
/// # Errors
/// `Input` where there is one.
pub fn refuse(leaks: &[Leak], said: impl Fn(LeakKind) -> String) -> Result<(), Refusal> {
    const TOLD: usize = 5;
    if leaks.is_empty() {
        return Ok(());
    }
    let each = |leak: &Leak| format!("{}:{} {}", leak.line, leak.column, said(leak.kind));
    let places: Vec<String> = leaks.iter().take(TOLD).map(each).collect();
    let found = Finding::error("documents-leak").with("count", leaks.len());
    Err(found.with("places", places.join("; ")).refuse(Fault::Input))
}

fn unbuildable(problem: &aho_corasick::BuildError) -> Refusal {
    Finding::error("documents-leak-unsearchable").with("problem", problem.to_string()).refuse(Fault::Storage)
}

/// Many patterns in one pass; every match, also where they overlap.
fn automaton<'p>(patterns: impl Iterator<Item = &'p str>) -> Result<AhoCorasick, Refusal> {
    // The contiguous form: a tenth of the memory of the fastest, for texts that are short beside the patterns.
    let mut builder = AhoCorasick::builder();
    builder.kind(Some(AhoCorasickKind::ContiguousNFA));
    builder.build(patterns).map_err(|problem| unbuildable(&problem))
}

/// Where the program's own sentences stand: folded characters, the end not included.
struct Own {
    ranges: Vec<(usize, usize)>,
    /// Folded characters inside a sentence of at least [`OWN`].
    covered: Vec<bool>,
}

impl Own {
    /// Whether one sentence holds all of it.
    fn holds(&self, start: usize, end: usize) -> bool {
        let upto = self.ranges.partition_point(|(from, _)| *from <= start);
        self.ranges.iter().take(upto).any(|(_, to)| *to >= end)
    }

    /// How many characters no sentence holds.
    fn open(&self, start: usize, end: usize) -> usize {
        self.covered.get(start..end).map_or(0, |part| part.iter().filter(|covered| !**covered).count())
    }
}

fn own_ranges(folded: &Folded, own: &BTreeSet<String>) -> Result<Own, Refusal> {
    let sentences: BTreeSet<String> = own.iter().map(|one| fold(one)).filter(|one| !one.is_empty()).collect();
    let automaton = automaton(sentences.iter().map(String::as_str))?;
    let mut found = Own { ranges: Vec::new(), covered: vec![false; folded.len()] };
    for hit in automaton.find_overlapping_iter(&folded.text) {
        let (start, end) = (folded.index(hit.start()), folded.index(hit.end()));
        found.ranges.push((start, end));
        if end.saturating_sub(start) >= OWN
            && let Some(part) = found.covered.get_mut(start..end)
        {
            part.fill(true);
        }
    }
    found.ranges.sort_unstable();
    Ok(found)
}

fn values(
    text: &str,
    folded: &Folded,
    own: &Own,
    guarded: &Guarded,
    found: &mut BTreeMap<usize, LeakKind>,
) -> Result<(), Refusal> {
    let automaton = automaton(guarded.pieces.keys().map(String::as_str))?;
    let kinds: Vec<(LeakKind, Edge)> = guarded.pieces.values().copied().collect();
    for hit in automaton.find_overlapping_iter(&folded.text) {
        let Some((kind, edge)) = kinds.get(hit.pattern().as_usize()).copied() else { continue };
        let (start, end) = (folded.index(hit.start()), folded.index(hit.end()));
        if !own.holds(start, end) && stands(text, folded, start, end, edge) {
            found.entry(start).or_insert(kind);
        }
    }
    Ok(())
}

/// Whether a short piece stands by itself in the text as written.
fn stands(text: &str, folded: &Folded, start: usize, end: usize, edge: Edge) -> bool {
    let inside = |c: char| match edge {
        Edge::Free => false,
        Edge::Digits => c.is_ascii_digit(),
        Edge::Word => c.is_ascii_alphanumeric(),
    };
    let before = text.get(..folded.origin(start)).and_then(|text| text.chars().next_back());
    let last = text.get(folded.origin(end.saturating_sub(1))..).unwrap_or_default();
    let after = last.chars().nth(1);
    !before.is_some_and(inside) && !after.is_some_and(inside)
}

/// Eight characters in a row of what others wrote. The text is the short side: its runs are laid out once, and everything
/// that was written is read past them.
fn quotations<'t>(
    folded: &Folded,
    own: &Own,
    written: impl Iterator<Item = (LeakKind, &'t str)>,
    found: &mut BTreeMap<usize, LeakKind>,
) {
    let chars: Vec<char> = folded.text.chars().collect();
    let mut runs: BTreeMap<[char; QUOTATION], Vec<usize>> = BTreeMap::new();
    // One bit for each pair of a first and a last character, so that nearly everything is passed over at once.
    let mut seen = vec![false; 1 << 16];
    let slot = |run: &[char; QUOTATION]| {
        let [first, second, .., last] = run.map(u32::from);
        let mixed = first.wrapping_mul(31).wrapping_add(second).wrapping_mul(31).wrapping_add(last);
        usize::from(u16::try_from(mixed & 0xFFFF).unwrap_or_default())
    };
    for (start, run) in chars.windows(QUOTATION).enumerate() {
        // At a joint of two own sentences one letter may be nobody's.
        if own.open(start, start.saturating_add(QUOTATION)) <= 1 {
            continue;
        }
        let Ok(run) = <[char; QUOTATION]>::try_from(run) else { continue };
        if let Some(bit) = seen.get_mut(slot(&run)) {
            *bit = true;
        }
        runs.entry(run).or_default().push(start);
    }
    for (kind, text) in written {
        let mut window = ['\0'; QUOTATION];
        let mut filled = 0usize;
        folded_chars(text, |c| {
            window.rotate_left(1);
            if let Some(last) = window.last_mut() {
                *last = c;
            }
            filled = filled.saturating_add(1);
            if filled >= QUOTATION
                && seen.get(slot(&window)).is_some_and(|bit| *bit)
                && let Some(starts) = runs.get(&window)
            {
                for start in starts {
                    found.entry(*start).or_insert(kind);
                }
            }
        });
    }
}
