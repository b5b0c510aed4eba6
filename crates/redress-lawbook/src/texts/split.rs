//! A text cut into articles.

use super::heading::{self, Heading, Number, Row, Style, is_space};
use super::{SCHEMA, listed};
use redress_base::{Finding, Sha256};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::Digest as _;
use std::collections::{BTreeMap, BTreeSet};

/// What a stretch of a copy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PieceKind {
    /// What stands before the first heading: title, front matter.
    Front,
    /// An article with its heading.
    Article,
    /// An entry of a list of contents.
    Contents,
    /// The heading of a book, chapter, section or annex, and what follows it before the next article.
    Structure,
}

/// A stretch of a copy. The pieces lie edge to edge and cover the whole text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// First byte.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
}

/// One article of a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ArticleText {
    /// As the book keys it: `"246"`, `"253-1"`.
    pub article: String,
    /// First byte, that of the heading's line.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
    /// SHA-256 of these bytes as they stand in the copy.
    pub sha256: Sha256,
    /// The words behind the number, without the space around them.
    pub text: String,
}

/// A copy cut into articles (schema `redress/law-texts/1`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// `"redress/law-texts/1"`.
    pub schema: String,
    /// Length of the copy in bytes.
    pub bytes: usize,
    /// SHA-256 of the copy.
    pub sha256: Sha256,
    /// Every stretch of it, in order.
    pub pieces: Vec<Piece>,
    /// The articles, in order; one that occurs twice stands here twice.
    pub articles: Vec<ArticleText>,
    /// What was noticed.
    pub findings: Vec<Finding>,
}

impl Split {
    /// The article of that number; of several, the first.
    pub fn article(&self, article: &str) -> Option<&ArticleText> {
        self.articles.iter().find(|one| one.article == article)
    }
}

/// A place at which a piece begins.
struct Cut {
    kind: PieceKind,
    start: usize,
    line: usize,
    heading: Option<Heading>,
}

/// Cuts Markdown or plain text into articles by their headings: `第二百四十六条`, `第120条之一`, with `#`, bold or
/// full-width spaces before them. Chapters are no articles; an article listed in a list of contents does not take
/// the place of the article itself. A text without such headings is cut by its numbered items (`1.`, or else `一、`),
/// and a finding says so.
pub fn split(text: &str) -> Split {
    let (mut cuts, style) = styled(text);
    let contents = mark_contents(text, &mut cuts);
    let ends: Vec<usize> = cuts.iter().skip(1).map(|cut| cut.start).chain([text.len()]).collect();
    let mut split = Split {
        schema: SCHEMA.to_owned(),
        bytes: text.len(),
        sha256: digest(text),
        pieces: Vec::new(),
        articles: Vec::new(),
        findings: Vec::new(),
    };
    let mut lines = Vec::new();
    for (cut, end) in cuts.iter().zip(ends) {
        split.pieces.push(Piece { kind: cut.kind, start: cut.start, end });
        if let (PieceKind::Article, Some(heading)) = (cut.kind, &cut.heading) {
            let raw = text.get(cut.start..end).unwrap_or_default();
            let words = raw.get(heading.words..).unwrap_or_default().trim_matches(is_space);
            split.articles.push(ArticleText {
                article: heading.key(),
                start: cut.start,
                end,
                sha256: digest(raw),
                text: words.to_owned(),
            });
            lines.push((heading.number, cut.line));
        }
    }
    split.findings = findings(&split, &lines, contents);
    if style != Style::Articles {
        let note = Finding::note("lawbook-items-as-articles").with("count", split.articles.len());
        split.findings.insert(0, note);
    }
    split
}

/// The fewest items by which a text without articles is cut.
const FEWEST: usize = 3;

/// The cuts by the first way of numbering that the text has.
fn styled(text: &str) -> (Vec<Cut>, Style) {
    let first = cuts(text, Style::Articles);
    if first.iter().any(|cut| cut.heading.is_some()) {
        return (first, Style::Articles);
    }
    let others = [Style::Items, Style::Sections].map(|style| (cuts(text, style), style));
    let enough =
        |(cuts, _): &(Vec<Cut>, Style)| cuts.iter().filter(|cut| cut.heading.is_some()).count() >= FEWEST;
    others.into_iter().find(enough).unwrap_or((first, Style::Articles))
}

pub(super) fn digest(text: &str) -> Sha256 {
    Sha256(sha2::Sha256::digest(text.as_bytes()).into())
}

/// Every place at which a piece begins; the first is the beginning of the text.
fn cuts(text: &str, style: Style) -> Vec<Cut> {
    let mut cuts = vec![Cut { kind: PieceKind::Front, start: 0, line: 1, heading: None }];
    let mut fence = Skip::new(text);
    let (mut start, mut last, mut level) = (0, None, usize::MAX);
    for (at, raw) in text.split_inclusive('\n').enumerate() {
        let line = raw.trim_end_matches(['\n', '\r']);
        let row = if fence.hides(line) { Row::Text } else { heading::read(line, style) };
        let cut = match row {
            Row::Article(heading) if !heading.loose || follows(last, heading.number) => {
                last = Some(heading.number);
                level = if heading.level == 0 { usize::MAX } else { heading.level };
                Some((PieceKind::Article, Some(heading)))
            }
            Row::Structure => Some((PieceKind::Structure, None)),
            Row::Title(own) if own <= level => Some((PieceKind::Structure, None)),
            _ => None,
        };
        if let Some((kind, heading)) = cut {
            if start == 0 {
                cuts.clear();
            }
            cuts.push(Cut { kind, start, line: at + 1, heading });
        }
        start += raw.len();
    }
    cuts
}

/// Whether a number is the next one in order.
fn follows(last: Option<Number>, next: Number) -> bool {
    match (last, next) {
        (None, (main, after)) => main == 1 && after.is_none(),
        (Some((before, _)), (main, None)) => main == before + 1,
        (Some((before, sub)), (main, Some(after))) => main == before && after == sub.unwrap_or(0) + 1,
    }
}

/// Stretches in which nothing is a heading: front matter between `---` or `+++`, and code.
struct Skip {
    until: Option<&'static str>,
    first: bool,
    closes: bool,
}

impl Skip {
    fn new(text: &str) -> Skip {
        let opening = text.lines().next().map(str::trim).unwrap_or_default();
        let closes = text.lines().skip(1).any(|line| line.trim() == opening);
        Skip { until: None, first: true, closes }
    }

    fn hides(&mut self, line: &str) -> bool {
        let line = line.trim();
        let first = std::mem::take(&mut self.first);
        if let Some(mark) = self.until {
            if line.starts_with(mark) {
                self.until = None;
            }
            return true;
        }
        let front = ["---", "+++"].into_iter().find(|mark| first && self.closes && line == *mark);
        let code = ["```", "~~~"].into_iter().find(|mark| line.starts_with(mark));
        self.until = front.or(code);
        self.until.is_some()
    }
}

/// A heading that could be an entry of a list of contents.
struct Entry {
    /// It ends in a page number.
    page: bool,
    /// Nothing stands below its line.
    alone: bool,
    /// How long its words are.
    words: usize,
}

fn entry(text: &str, cut: &Cut, end: usize) -> Option<Entry> {
    let heading = cut.heading.as_ref()?;
    let raw = text.get(cut.start..end)?;
    let (line, below) = raw.split_once('\n').unwrap_or((raw, ""));
    let words = line.get(heading.words..).unwrap_or_default().trim_matches(is_space);
    let alone = below.chars().all(is_space);
    listed::could_be(line, words).then(|| Entry { page: listed::has_page(line), alone, words: words.len() })
}

/// Turns entries of a list of contents into what they are; how many there were. An entry stays an article where
/// the text has no better one of its number.
fn mark_contents(text: &str, cuts: &mut [Cut]) -> usize {
    let ends: Vec<usize> = cuts.iter().skip(1).map(|cut| cut.start).chain([text.len()]).collect();
    let entries: Vec<Option<Entry>> = cuts.iter().zip(ends).map(|(cut, end)| entry(text, cut, end)).collect();
    let best = best(cuts, &entries);
    let (mut count, mut within) = (0, false);
    for (at, (cut, entry)) in cuts.iter_mut().zip(entries).enumerate() {
        let number = cut.heading.as_ref().map(|heading| heading.number);
        let (held, last) = number.and_then(|number| best.get(&number)).copied().unwrap_or((at, at));
        // Behind the last entry of a list stands what is not its own: the title of the law, a date.
        let listed = entry.is_some_and(|one| one.page || one.alone && held != at || within && last > at);
        if listed {
            cut.kind = PieceKind::Contents;
            count += 1;
        }
        within = listed;
    }
    count
}

/// For each number the place of its best occurrence (one with a text of its own, or else the entry with the longest
/// words) and of its last.
fn best(cuts: &[Cut], entries: &[Option<Entry>]) -> BTreeMap<Number, (usize, usize)> {
    let mut ranks: BTreeMap<Number, (usize, usize, usize)> = BTreeMap::new();
    for (at, (cut, entry)) in cuts.iter().zip(entries).enumerate() {
        let Some(heading) = &cut.heading else { continue };
        let listed = entry.as_ref().filter(|one| one.page || one.alone);
        let rank = listed.map_or(usize::MAX, |one| one.words);
        let held = ranks.entry(heading.number).or_insert((rank, at, at));
        if rank > held.0 {
            (held.0, held.1) = (rank, at);
        }
        held.2 = at;
    }
    ranks.into_iter().map(|(number, (_, best, last))| (number, (best, last))).collect()
}

/// What is remarkable about the articles: none, repeated, out of order, with gaps, empty.
fn findings(split: &Split, lines: &[(Number, usize)], contents: usize) -> Vec<Finding> {
    let mut found = Vec::new();
    if contents > 0 {
        found.push(Finding::note("lawbook-contents-list").with("count", contents));
    }
    if split.articles.is_empty() {
        found.push(Finding::error("lawbook-no-article"));
    }
    let mut seen = BTreeSet::new();
    let mut last: Option<(Number, &str)> = None;
    for (one, (number, line)) in split.articles.iter().zip(lines) {
        let at = |finding: Finding| finding.with("article", one.article.as_str()).with("line", *line);
        if !seen.insert(*number) {
            found.push(at(Finding::warning("lawbook-article-repeated")));
        } else if let Some((before, name)) = last {
            if *number < before {
                found.push(at(Finding::warning("lawbook-article-order")).with("before", name));
            } else if !follows(Some(before), *number) && number.0 != before.0 + 1 {
                found.push(at(Finding::warning("lawbook-article-gap")).with("before", name));
            }
        }
        if one.text.is_empty() {
            found.push(at(Finding::warning("lawbook-article-empty")));
        }
        last = Some((*number, one.article.as_str()));
    }
    found
}
