//! The tests of a page: facts and what a rule must answer on them, one line each.

use crate::cursor::{is_rule_id, is_term};
use crate::lines::Spot;
use redress_base::{Date, Finding, Value};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One line of a test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exam {
    /// The rule that is asked.
    pub rule: String,
    /// What the line is about, in the author's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// First and last day of the act.
    #[schemars(with = "(String, String)")]
    pub act: (Date, Date),
    /// The day of filing.
    #[schemars(with = "String")]
    pub filing: Date,
    /// Contested readings that are chosen.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub readings: BTreeMap<String, String>,
    /// The facts, as they are written: value, and `?` behind it where it is disputed.
    pub facts: BTreeMap<String, String>,
    /// The value that must come out.
    pub value: Value,
    /// The presumptive value, where the line asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presumptive: Option<Value>,
    /// The enumerated reading, where the line asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enumerated: Option<Value>,
    /// The value that the rule gives, where the line asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gives: Option<String>,
    /// First day of the version that decides, where the line asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub from: Option<Date>,
    /// Page line, from 1.
    pub line: usize,
}

/// What the following lines start from.
#[derive(Clone)]
struct Start {
    act: (Date, Date),
    filing: Option<Date>,
    readings: BTreeMap<String, String>,
    facts: BTreeMap<String, String>,
}

const ACT: Date = Date::constant(2026, 3, 1);

impl Start {
    fn empty() -> Start {
        Start { act: (ACT, ACT), filing: None, readings: BTreeMap::new(), facts: BTreeMap::new() }
    }
}

/// Reads one ```` ```test ```` fence.
pub(crate) fn read(path: &str, text: &str, first: usize, findings: &mut Vec<Finding>) -> Vec<Exam> {
    let mut exams = Vec::new();
    let mut rule = String::new();
    let mut base = Start::empty();
    for (offset, raw) in text.lines().enumerate() {
        let line = first + offset;
        let (body, name) = raw.split_once('#').map_or((raw, ""), |(body, name)| (body, name.trim()));
        let body = body.trim();
        if body.is_empty() {
            continue;
        }
        let spot = Spot { path, line, column: 1 };
        if is_rule_id(body) && !body.contains("->") && body != "base" {
            body.clone_into(&mut rule);
            base = Start::empty();
        } else if let Some(rest) = head(body, "base") {
            match start(rest, &Start { facts: BTreeMap::new(), ..base.clone() }) {
                Ok(read) => base = read,
                Err(found) => findings.push(spot.error("law-test-line").with("found", found)),
            }
        } else {
            match exam(body, &rule, name, &base, line) {
                Ok(exam) => exams.push(exam),
                Err(found) => findings.push(spot.error("law-test-line").with("found", found)),
            }
        }
    }
    exams
}

fn exam(body: &str, rule: &str, name: &str, base: &Start, line: usize) -> Result<Exam, String> {
    let (given, wanted) = body.split_once("->").ok_or_else(|| body.to_owned())?;
    if rule.is_empty() {
        return Err(body.to_owned());
    }
    let given = given.trim();
    let from_nothing = head(given, "empty");
    let start = match from_nothing {
        Some(rest) => {
            let dates = Start { facts: BTreeMap::new(), ..base.clone() };
            start(rest, &dates)?
        }
        None => start(given, base)?,
    };
    let mut words = wanted.split_whitespace();
    let value = letters(words.next())?;
    let filing = start.filing.unwrap_or_else(|| after(start.act.1));
    let mut exam = Exam {
        rule: rule.to_owned(),
        name: name.to_owned(),
        act: start.act,
        filing,
        readings: start.readings,
        facts: start.facts,
        value,
        presumptive: None,
        enumerated: None,
        gives: None,
        from: None,
        line,
    };
    while let Some(word) = words.next() {
        match word {
            "presumptive" => exam.presumptive = Some(letters(words.next())?),
            "enumerated" => exam.enumerated = Some(letters(words.next())?),
            "gives" => exam.gives = Some(words.next().unwrap_or_default().to_owned()),
            "from" => exam.from = Some(date(words.next().unwrap_or_default())?),
            other => return Err(other.to_owned()),
        }
    }
    Ok(exam)
}

/// What stands behind a word that begins a line; a fact may be named so too.
fn head<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    text.strip_prefix(word).filter(|rest| rest.is_empty() || rest.starts_with([' ', ':', '\t']))
}

/// A month after the act.
fn after(act: Date) -> Date {
    act.checked_add(jiff::Span::new().days(30)).unwrap_or(act)
}

fn letters(word: Option<&str>) -> Result<Value, String> {
    let word = word.unwrap_or_default();
    word.parse().map_err(|()| word.to_owned())
}

fn date(word: &str) -> Result<Date, String> {
    word.parse().map_err(|_| word.to_owned())
}

/// `2024-03-01..2024-03-05 filing 2024-05-01 reading a=b: fact=value; …`
fn start(text: &str, base: &Start) -> Result<Start, String> {
    let mut start = base.clone();
    let (head, facts) = match text.split_once(':') {
        Some((head, facts)) => (head, facts),
        None if text.contains('=') && !text.trim_start().starts_with("reading ") => ("", text),
        None => (text, ""),
    };
    let mut words = head.split_whitespace();
    while let Some(word) = words.next() {
        match word {
            "filing" => start.filing = Some(date(words.next().unwrap_or_default())?),
            "reading" => {
                let choice = words.next().unwrap_or_default();
                let (id, name) = choice.split_once('=').ok_or_else(|| choice.to_owned())?;
                start.readings.insert(id.to_owned(), name.to_owned());
            }
            days => {
                let (from, to) = days.split_once("..").unwrap_or((days, days));
                start.act = (date(from)?, date(to)?);
            }
        }
    }
    for fact in facts.split(';').map(str::trim).filter(|fact| !fact.is_empty()) {
        let (term, value) = fact.split_once('=').ok_or_else(|| fact.to_owned())?;
        let (term, value) = (term.trim(), value.trim());
        if !is_term(term) || value.is_empty() {
            return Err(fact.to_owned());
        }
        start.facts.insert(term.to_owned(), value.to_owned());
    }
    Ok(start)
}

#[cfg(test)]
mod tests {
    use super::read;
    use redress_base::Value;

    #[test]
    fn lines_start_from_the_base_and_say_what_they_expect() {
        let text = "some-rule\nbase 2024-03-01 filing 2024-05-01: a=yes; b=5\nb=4 -> FF # short\n\
                    2025-01-01: -> TT presumptive FT gives x\nempty -> UU\nreading r=two: c=no? -> FT\n";
        let mut findings = vec![];
        let exams = read("p.md", text, 10, &mut findings);
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(exams.len(), 4);
        assert_eq!((exams[0].name.as_str(), exams[0].line), ("short", 12));
        assert_eq!(exams[0].facts["b"], "4");
        assert_eq!(exams[1].act.0.to_string(), "2025-01-01");
        assert_eq!((exams[1].presumptive, exams[1].gives.as_deref()), (Some(Value::FT), Some("x")));
        assert!(exams[2].facts.is_empty());
        assert_eq!(exams[3].readings["r"], "two");
        read("p.md", "some-rule\na -> TT\n", 1, &mut findings);
        assert_eq!(findings[0].code, "law-test-line");
    }
}
