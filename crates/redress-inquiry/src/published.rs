//! Published cases as data (`law/cases/*.toml`): every sourced fact, conflicts kept, and how it was handled.

use crate::file::{FactLine, File, LineStanding};
use crate::read;
use crate::stage::{Known, Stage};
use redress_base::{Date, Finding};
use redress_facts::{Sheet, Vocabulary};
use redress_law::Stand;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use toml::value::Datetime;

include!(concat!(env!("OUT_DIR"), "/cases.rs"));

/// A published case, in its anonymised form.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedCase {
    /// `"C02"`.
    pub id: String,
    /// Its name.
    pub zh: String,
    /// Its name.
    pub en: String,
    /// Who published it.
    pub published: String,
    /// When, if that is known.
    #[serde(default)]
    pub date: Option<Datetime>,
    /// Articles that it illustrates.
    #[serde(default)]
    pub articles: Vec<String>,
    /// Keys of its sources.
    #[serde(default)]
    pub sources: Vec<String>,
    /// What is said of it and was not verified; no fact rests on it.
    #[serde(default)]
    pub unverified: Vec<Note>,
    /// Where each source stands.
    #[serde(default)]
    pub source: BTreeMap<String, String>,
    /// Its statements or acts, each with an outcome of its own.
    #[serde(default)]
    pub statement: Vec<Statement>,
    /// Its facts.
    #[serde(default)]
    pub fact: Vec<SourcedFact>,
    /// Its path.
    #[serde(default)]
    pub event: Vec<Event>,
    /// How it was handled: a reference to compare with, never an answer of this program.
    #[serde(default)]
    pub handled: Vec<Handled>,
    /// What the book is expected to answer on each day of the path.
    #[serde(default)]
    pub stage: Vec<Stage>,
    /// The value of every rule that a day does not name: mostly `"UU"`.
    pub others: String,
    /// Rules that answer otherwise on every subject of every day, by value: those of a law that came after the acts.
    #[serde(default)]
    pub everywhere: BTreeMap<String, Vec<String>>,
    /// Where the book is known to answer otherwise than it should, on every day of the path.
    #[serde(default)]
    pub known: Vec<Known>,
    /// What it is expected to answer besides, and on other days.
    #[serde(default)]
    pub expect: Vec<Expectation>,
    /// The same case with a fact changed, at a boundary.
    #[serde(default)]
    pub twin: Vec<Twin>,
}

/// A remark in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// A statement or an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// `"st-1"`.
    pub id: String,
    /// What it is.
    pub zh: String,
    /// What it is.
    pub en: String,
}

/// A fact with its source.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourcedFact {
    /// Term of the vocabulary.
    pub fact: String,
    /// `"case"` or a statement.
    #[serde(default)]
    pub subject: Option<String>,
    /// The value.
    #[serde(default)]
    pub value: Option<toml::Value>,
    /// At least this many.
    #[serde(default)]
    pub lo: Option<u64>,
    /// At most this many.
    #[serde(default)]
    pub hi: Option<u64>,
    /// Unit of a count.
    #[serde(default)]
    pub unit: Option<String>,
    /// How it was established.
    #[serde(default = "official")]
    pub standing: LineStanding,
    /// As of when.
    #[serde(default)]
    pub as_of: Option<Datetime>,
    /// Key of its source.
    #[serde(default)]
    pub source: Option<String>,
    /// From which day of the path it is known.
    #[serde(default)]
    pub known_from: Option<Datetime>,
    /// Said by the other side.
    #[serde(default)]
    pub against: bool,
    /// Who counted, or who says so.
    #[serde(default)]
    pub by: Option<String>,
    /// One end of a time of which only the month, or only the days around it, is published.
    #[serde(default)]
    pub bound: Option<Bound>,
    /// A remark of the author.
    #[serde(default)]
    pub note: Option<String>,
}

const fn official() -> LineStanding {
    LineStanding::Official
}

/// Which end of a span a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// Not before this day.
    First,
    /// Not after this day.
    Last,
}

/// A step of the path.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// When.
    pub date: Datetime,
    /// What.
    pub zh: String,
    /// What.
    pub en: String,
    /// By whom.
    #[serde(default)]
    pub by: Option<String>,
    /// With what result.
    #[serde(default)]
    pub outcome: Option<String>,
    /// Key of its source.
    #[serde(default)]
    pub source: Option<String>,
}

/// How a statement or a charge was handled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Handled {
    /// `"case"` or a statement.
    #[serde(default)]
    pub subject: Option<String>,
    /// How.
    pub zh: String,
    /// How.
    pub en: String,
    /// Key of its source.
    #[serde(default)]
    pub source: Option<String>,
}

/// What the book is expected to answer at a stage.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// The day of the question.
    pub date: Datetime,
    /// `"case"` or a statement.
    #[serde(default)]
    pub subject: Option<String>,
    /// A rule…
    #[serde(default)]
    pub rule: Option<String>,
    /// …and its value,
    #[serde(default)]
    pub value: Option<String>,
    /// the article whose version decides,
    #[serde(default)]
    pub article: Option<String>,
    /// and the first day of that version.
    #[serde(default)]
    pub from: Option<Datetime>,
    /// A route…
    #[serde(default)]
    pub route: Option<String>,
    /// …and its state.
    #[serde(default)]
    pub state: Option<String>,
    /// A time limit…
    #[serde(default)]
    pub deadline: Option<String>,
    /// …and whether it has passed,
    #[serde(default)]
    pub passed: Option<bool>,
    /// its last day,
    #[serde(default)]
    pub due: Option<Datetime>,
    /// and where it stands.
    #[serde(default)]
    pub standing: Option<Stand>,
    /// What the program answers in its place: a known disagreement, kept until one of the two is mended.
    #[serde(default)]
    pub found: Option<String>,
    /// Why, from the law and the facts.
    #[serde(default)]
    pub why: Option<String>,
}

/// The case with facts changed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Twin {
    /// What is changed.
    pub zh: String,
    /// What is changed.
    pub en: String,
    /// Facts in place of all that the case has for the same fact and subject.
    pub set: Vec<SourcedFact>,
    /// Another day of the act.
    #[serde(default)]
    pub act: Option<Datetime>,
    /// What is expected then.
    #[serde(flatten)]
    pub expect: Expectation,
}

impl PublishedCase {
    /// Reads one case.
    ///
    /// # Errors
    /// The TOML reader's message, with line and column.
    pub fn parse(text: &str) -> Result<PublishedCase, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    /// The cases that this version of the program carries, by id; a test keeps them readable.
    pub fn standard() -> Vec<PublishedCase> {
        CASES.iter().filter_map(|(_, text)| PublishedCase::parse(text).ok()).collect()
    }

    /// The files of the standard cases: `(name, text)`.
    pub fn standard_files() -> &'static [(&'static str, &'static str)] {
        CASES
    }

    /// What was known of it on a day, as a file of facts.
    pub fn file(&self, at: Date) -> File {
        let known =
            |fact: &&SourcedFact| fact.known_from.as_ref().and_then(day).is_none_or(|from| from <= at);
        let facts = self.fact.iter().filter(known).map(SourcedFact::line).collect();
        File { schema: None, id: self.id.clone(), at, filed: None, facts, readings: BTreeMap::new() }
    }

    /// The last day of its path, or of what is known of it.
    pub fn last_day(&self) -> Option<Date> {
        let of_facts = self.fact.iter().filter_map(|fact| fact.known_from.as_ref().and_then(day));
        let of_events = self.event.iter().filter_map(|event| day(&event.date));
        let expected = self.expect.iter().map(|one| &one.date);
        let expected = expected.chain(self.stage.iter().map(|one| &one.date)).filter_map(day);
        of_facts.chain(of_events).chain(expected).max()
    }
}

impl SourcedFact {
    /// The fact as a line of a file.
    pub fn line(&self) -> FactLine {
        FactLine {
            fact: self.fact.clone(),
            subject: self.subject.clone(),
            value: self.value.as_ref().map(json),
            lo: self.lo,
            hi: self.hi,
            unit: self.unit.clone(),
            standing: self.standing,
            as_of: self.as_of.as_ref().and_then(day),
            source: self.said_by(),
            against: self.against,
        }
    }

    /// Who says so, and where. Both ends of a span are the word of one source and no contradiction: it says which
    /// end it gives.
    fn said_by(&self) -> Option<String> {
        let end = self.bound.map(|bound| match bound {
            Bound::First => "not before",
            Bound::Last => "not after",
        });
        let parts: Vec<&str> =
            [self.source.as_deref(), self.by.as_deref(), end].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(": "))
    }
}

impl Twin {
    /// The case with the facts of the twin, at the day of its question.
    pub fn file(&self, of: &PublishedCase) -> Option<File> {
        let mut file = of.file(day(&self.expect.date)?);
        let subject = |line: &FactLine| line.subject.clone().unwrap_or_else(|| "case".to_owned());
        let mut set: Vec<FactLine> = self.set.iter().map(SourcedFact::line).collect();
        file.facts
            .retain(|line| !set.iter().any(|new| new.fact == line.fact && subject(new) == subject(line)));
        if let Some(act) = self.act.as_ref().and_then(day) {
            file.facts.retain(|line| line.fact != "act_date" && line.fact != "act_end_date");
            let mut subjects: Vec<Option<String>> =
                of.statement.iter().map(|one| Some(one.id.clone())).collect();
            if subjects.is_empty() {
                subjects.push(None);
            }
            for subject in subjects {
                set.push(FactLine {
                    fact: "act_date".to_owned(),
                    subject,
                    value: Some(act.to_string().into()),
                    lo: None,
                    hi: None,
                    unit: None,
                    standing: LineStanding::Official,
                    as_of: None,
                    source: Some("twin".to_owned()),
                    against: false,
                });
            }
        }
        file.facts.extend(set);
        Some(file)
    }
}

/// The claims of a file that is already in memory.
///
/// # Errors
/// What [`crate::read`] would say of the first bad line.
pub(crate) fn sheet(file: &File, vocabulary: &Vocabulary) -> Result<Sheet, Box<Finding>> {
    let mut sheet = Sheet::new();
    for (at, one) in file.facts.iter().enumerate() {
        let (scope, claim) =
            read::claim(one, file.at, vocabulary).map_err(|found| Box::new(found.with("entry", at + 1)))?;
        sheet.add(scope, &one.fact, claim);
    }
    Ok(sheet)
}

impl File {
    /// The claims of a file that is already in memory.
    ///
    /// # Errors
    /// What [`crate::read`] would say of the first bad entry.
    pub fn sheet(&self, vocabulary: &Vocabulary) -> Result<Sheet, Box<Finding>> {
        sheet(self, vocabulary)
    }
}

/// The calendar day of a TOML date.
pub(crate) fn day(datetime: &Datetime) -> Option<Date> {
    datetime.to_string().get(..10).and_then(|text| text.parse().ok())
}

impl Expectation {
    /// The day of the question.
    pub fn day(&self) -> Option<Date> {
        day(&self.date)
    }
}

/// A TOML value as the JSON that a file of facts holds.
fn json(value: &toml::Value) -> serde_json::Value {
    match value {
        toml::Value::Boolean(yes) => (*yes).into(),
        toml::Value::Integer(n) => u64::try_from(*n).map_or_else(|_| (*n).into(), Into::into),
        toml::Value::Array(all) => all.iter().map(json).collect(),
        toml::Value::String(text) => text.as_str().into(),
        toml::Value::Datetime(at) => at.to_string().into(),
        other => other.to_string().into(),
    }
}
