//! One provision a page: its front data, its paraphrase, and where its rule blocks stand.

use crate::cursor::{is_label, is_rule_id, is_term};
use crate::duty::{Deadline, Duty, RawDeadline, RawDuty};
use crate::exam::Exam;
use crate::ir::{Clock, Confidence, Doubt, End, InForce, Label, Rank, Role};
use crate::lines::Spot;
use crate::span::Articles;
use redress_base::{Article, Date, Finding};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use toml::value::Datetime;

/// A contested reading of a provision, named so that a result can point to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contested {
    /// Its name, by which a rule (`读法`) and a question choose.
    pub id: String,
    /// The question.
    pub zh: String,
    /// The question.
    pub en: String,
    /// A term that a person sets to choose the reading, where the rule asks for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
}

/// One article of one instrument, as the book states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// The article.
    pub article: Article,
    /// Its name.
    pub title: Label,
    /// What it says, in the book's own words; not the official text.
    pub paraphrase: Label,
    /// When it is in force.
    pub in_force: InForce,
    /// Which date chooses it.
    pub clock: Clock,
    /// Where the text was read.
    pub source: String,
    /// Whether it was read there.
    pub confidence: Confidence,
    /// What else of it or of its instrument was not checked; visible in every result that rests on it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub unverified: BTreeSet<Doubt>,
    /// Readings on which courts or writers differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contested: Vec<Contested>,
    /// What this encoding leaves out, in the book's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limits: Option<Label>,
    /// Rules on this page.
    pub rules: Vec<String>,
    /// Time limits that it sets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<Deadline>,
    /// What it makes somebody owe.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<Duty>,
    /// Its tests.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exams: Vec<Exam>,
    /// The page of the law book.
    pub page: String,
}

/// The name of an article as it reads from that day on, in addresses and anchors: `cn.criminal-law.246.1997-10-01`. It stays
/// when other articles come into the book; in a book no two provisions share it.
pub fn address(article: &Article, from: Date) -> String {
    format!("{}.{from}", article.to_string().replace('/', "."))
}

/// A draft that is not in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The day on which it was published.
    #[schemars(with = "String")]
    pub published: Date,
    /// What it is.
    pub zh: String,
    /// What it is.
    pub en: String,
}

/// An instrument: the folder of the pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Its folder: `"cn/criminal-law"`.
    pub id: String,
    /// Its name.
    pub title: Label,
    /// Its official number, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Rank among the sources.
    pub rank: Rank,
    /// Of an interpretation: the first day of the law it explains, where it reaches back no further than that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub explains_from: Option<Date>,
    /// Where the text was read.
    pub source: String,
    /// Whether it was read there.
    pub confidence: Confidence,
    /// What else of it was not checked; it holds for every page of the folder.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub unverified: BTreeSet<Doubt>,
    /// Set where it is a draft: its rules are off unless they are asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<Draft>,
    /// The articles that it has, where that number is certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub articles: Option<Articles>,
    /// Articles that the book does not encode, with the reason.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub not_encoded: BTreeMap<String, Label>,
}

/// The front data of a provision's page, as the rules on it need them.
#[derive(Clone, Debug)]
pub(crate) struct Front {
    pub(crate) article: Article,
    pub(crate) in_force: InForce,
    pub(crate) clock: Clock,
    pub(crate) confidence: Confidence,
    pub(crate) unverified: BTreeSet<Doubt>,
    pub(crate) penalty: bool,
    pub(crate) role: Role,
    pub(crate) deadlines: Vec<Deadline>,
    pub(crate) duties: Vec<Duty>,
    pub(crate) severity: BTreeMap<String, u64>,
    pub(crate) title: Label,
    pub(crate) source: String,
    pub(crate) contested: Vec<Contested>,
    pub(crate) limits: Option<Label>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawEnd {
    Word(String),
    Repealed { repealed: Datetime, by: String },
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct RawFront {
    instrument: String,
    article: String,
    #[serde(default)]
    item: Option<String>,
    zh: String,
    en: String,
    from: Datetime,
    end: RawEnd,
    clock: Clock,
    source: String,
    confidence: Confidence,
    #[serde(default)]
    unverified: BTreeSet<Doubt>,
    #[serde(default)]
    penalty: bool,
    #[serde(default)]
    role: Role,
    #[serde(default)]
    deadline: Vec<RawDeadline>,
    #[serde(default)]
    duty: Vec<RawDuty>,
    #[serde(default)]
    severity: BTreeMap<String, u64>,
    #[serde(default)]
    contested: Vec<Contested>,
    #[serde(default)]
    limits: Option<Label>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct RawInstrument {
    instrument: String,
    zh: String,
    en: String,
    #[serde(default)]
    number: Option<String>,
    rank: Rank,
    #[serde(default)]
    explains_from: Option<Datetime>,
    source: String,
    confidence: Confidence,
    #[serde(default)]
    unverified: BTreeSet<Doubt>,
    #[serde(default)]
    draft: Option<RawDraft>,
    #[serde(default)]
    articles: Option<String>,
    #[serde(default)]
    not_encoded: BTreeMap<String, Label>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDraft {
    published: Datetime,
    zh: String,
    en: String,
}

fn day(datetime: &Datetime) -> Option<Date> {
    datetime.to_string().parse().ok()
}

/// The place of a TOML error inside the page; `line` is the page line of the front data's first line.
fn toml_error(path: &str, text: &str, line: usize, error: &toml::de::Error) -> Finding {
    let start = error.span().map_or(0, |span| span.start);
    let before = text.get(..start).unwrap_or_default();
    let rows = before.matches('\n').count();
    let column = before.rsplit('\n').next().map_or(0, |tail| tail.chars().count()) + 1;
    Spot { path, line: line + rows, column }.error("law-front-data").with("detail", error.message())
}

/// Reads the front data of a provision.
pub(crate) fn front(path: &str, text: &str, line: usize, findings: &mut Vec<Finding>) -> Option<Front> {
    let spot = Spot { path, line, column: 1 };
    let raw: RawFront = match toml::from_str(text) {
        Ok(raw) => raw,
        Err(error) => {
            findings.push(toml_error(path, text, line, &error));
            return None;
        }
    };
    let end = match &raw.end {
        RawEnd::Word(word) if word == "open" => Some(End::Open),
        RawEnd::Word(word) if word == "not-researched" => Some(End::NotResearched),
        RawEnd::Word(_) => None,
        RawEnd::Repealed { repealed, by } => day(repealed).map(|on| End::Repealed { on, by: by.clone() }),
    };
    let (Some(from), Some(end)) = (day(&raw.from), end) else {
        findings.push(spot.error("law-front-dates"));
        return None;
    };
    let mut unverified = raw.unverified;
    // What nobody has looked up is not known, whether or not the page says it twice.
    unverified.extend((end == End::NotResearched).then_some(Doubt::End));
    let title = Label::new(&raw.zh, &raw.en);
    if !is_label(&title) {
        findings.push(spot.error("law-missing-label").with("what", raw.article.as_str()));
    }
    for contested in raw.contested.iter().filter(|c| c.term.as_deref().is_some_and(|term| !is_term(term))) {
        findings
            .push(spot.error("law-expected-term").with("found", contested.term.clone().unwrap_or_default()));
    }
    for contested in raw.contested.iter().filter(|c| !is_rule_id(&c.id)) {
        findings.push(spot.error("law-expected-rule-id").with("found", contested.id.as_str()));
    }
    let article = Article {
        instrument: raw.instrument.into(),
        article: raw.article.into(),
        item: raw.item.map(Into::into),
    };
    let deadlines = sorted(raw.deadline.into_iter().map(|one| one.read(&article)), spot, findings);
    let duties = sorted(raw.duty.into_iter().map(|one| one.read(&article)), spot, findings);
    Some(Front {
        article,
        role: raw.role,
        deadlines,
        duties,
        in_force: InForce { from, end },
        clock: raw.clock,
        confidence: raw.confidence,
        unverified,
        penalty: raw.penalty,
        severity: raw.severity,
        title,
        source: raw.source,
        contested: raw.contested,
        limits: raw.limits,
    })
}

/// What could be read; the rest is reported.
fn sorted<T>(
    read: impl Iterator<Item = Result<T, String>>,
    spot: Spot<'_>,
    findings: &mut Vec<Finding>,
) -> Vec<T> {
    let mut good = Vec::new();
    for one in read {
        match one {
            Ok(value) => good.push(value),
            Err(found) => findings.push(spot.error("law-front-period").with("found", found)),
        }
    }
    good
}

/// Reads the front data of an instrument's `index.md`.
pub(crate) fn instrument(
    path: &str,
    text: &str,
    line: usize,
    findings: &mut Vec<Finding>,
) -> Option<Instrument> {
    match toml::from_str::<RawInstrument>(text) {
        Ok(raw) => Some(Instrument {
            id: raw.instrument,
            title: Label::new(&raw.zh, &raw.en),
            number: raw.number,
            rank: raw.rank,
            explains_from: raw.explains_from.as_ref().and_then(day),
            source: raw.source,
            confidence: raw.confidence,
            unverified: raw.unverified,
            draft: raw.draft.and_then(|draft| {
                day(&draft.published).map(|published| Draft { published, zh: draft.zh, en: draft.en })
            }),
            articles: raw.articles.as_deref().and_then(|span| {
                let read = Articles::read(span);
                let spot = Spot { path, line, column: 1 };
                findings.extend(read.is_none().then(|| spot.error("law-span-unread").with("found", span)));
                read
            }),
            not_encoded: raw.not_encoded,
        }),
        Err(error) => {
            findings.push(toml_error(path, text, line, &error));
            None
        }
    }
}

impl Front {
    /// The public form of the page.
    pub(crate) fn into_provision(
        self,
        paraphrase: Label,
        rules: Vec<String>,
        exams: Vec<Exam>,
        page: &str,
    ) -> Provision {
        Provision {
            article: self.article,
            title: self.title,
            paraphrase,
            in_force: self.in_force,
            clock: self.clock,
            source: self.source,
            confidence: self.confidence,
            unverified: self.unverified,
            contested: self.contested,
            limits: self.limits,
            rules,
            deadlines: self.deadlines,
            duties: self.duties,
            exams,
            page: page.to_owned(),
        }
    }
}
