//! Runs the tests of the book, and sees whether they would notice a change of the book.

use crate::answer::visit;
use crate::book::Book;
use crate::combine;
use crate::exam::Exam;
use crate::ir::Rule;
use crate::lines::Spot;
use crate::mutate;
use crate::question::Question;
use redress_base::{Count, Finding, Instant, Stamp, TimeSource, Value};
use redress_facts::{Claim, Datum, Kind, Scope, Sheet, Standing, TermScope, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

/// What came of running the tests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Examined {
    /// Lines that gave what they expect.
    pub passed: usize,
    /// Lines that did not, each with its place.
    pub failed: Vec<Finding>,
    /// Rules that lack a test of a kind.
    pub untested: Vec<Finding>,
}

/// What came of changing the book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mutated {
    /// Changes that a test noticed.
    pub killed: usize,
    /// Changes that no test noticed, each with the rule and what was changed.
    pub survived: Vec<Finding>,
}

/// A test with its facts, ready to be asked.
struct Ready<'b> {
    exam: &'b Exam,
    page: &'b str,
    sheet: Sheet,
}

impl Book {
    /// Runs every test of every page. Facts that cannot be read are failures too.
    pub fn examine(&self, vocabulary: &Vocabulary) -> Examined {
        let mut all = Examined::default();
        for (page, exam) in self.exams() {
            match ready(page, exam, vocabulary).and_then(|ready| self.ask(&ready, vocabulary)) {
                Ok(()) => all.passed += 1,
                Err(finding) => all.failed.push(*finding),
            }
        }
        all.untested = self.untested();
        all
    }

    /// Changes every rule in every way that [`mutate`] knows, one at a time, and looks whether a test notices.
    pub fn mutants(&self, vocabulary: &Vocabulary, only: &dyn Fn(&Rule) -> bool) -> Mutated {
        let exams: Vec<Ready<'_>> =
            self.exams().filter_map(|(page, exam)| ready(page, exam, vocabulary).ok()).collect();
        let above = self.above();
        let mut changed = self.clone();
        let mut all = Mutated::default();
        for (at, rule) in self.ir.rules.iter().enumerate().filter(|(_, rule)| only(rule)) {
            let near = above.get(rule.id.as_str());
            let concerned: Vec<&Ready<'_>> = exams
                .iter()
                .filter(|e| e.exam.rule == rule.id || near.is_some_and(|near| near.contains(&e.exam.rule)))
                .collect();
            for (what, mutant) in mutate::all(rule) {
                if let Some(slot) = changed.ir.rules.get_mut(at) {
                    *slot = mutant;
                }
                if concerned.iter().any(|ready| changed.ask(ready, vocabulary).is_err()) {
                    all.killed += 1;
                } else {
                    let spot = Spot { path: &rule.origin.path, line: rule.origin.line, column: 1 };
                    let finding = Finding::warning("law-mutant-survived").with("rule", rule.id.as_str());
                    all.survived.push(spot.on(finding).with("what", what));
                }
            }
            if let Some(slot) = changed.ir.rules.get_mut(at) {
                slot.clone_from(rule);
            }
        }
        all
    }

    fn exams(&self) -> impl Iterator<Item = (&str, &Exam)> {
        self.ir.provisions.iter().flat_map(|page| page.exams.iter().map(|exam| (page.page.as_str(), exam)))
    }

    /// The rules that rest on each rule, at any depth.
    fn above(&self) -> BTreeMap<&str, BTreeSet<String>> {
        let mut direct: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for rule in &self.ir.rules {
            for below in crate::check::references(rule) {
                direct.entry(below).or_default().insert(&rule.id);
            }
        }
        let mut all = BTreeMap::new();
        for id in direct.keys().copied() {
            let mut seen: BTreeSet<String> = BTreeSet::new();
            let mut open: Vec<&str> = direct.get(id).into_iter().flatten().copied().collect();
            while let Some(next) = open.pop() {
                if seen.insert(next.to_owned()) {
                    open.extend(direct.get(next).into_iter().flatten().copied());
                }
            }
            all.insert(id, seen);
        }
        all
    }

    fn ask(&self, ready: &Ready<'_>, vocabulary: &Vocabulary) -> Result<(), Box<Finding>> {
        let exam = ready.exam;
        let spot = Spot { path: ready.page, line: exam.line, column: 1 };
        let failed = |what: &str, expected: String, found: String| {
            let finding = spot.error("law-test-failed").with("rule", exam.rule.as_str()).with("what", what);
            Err(Box::new(finding.with("expected", expected).with("found", found)))
        };
        let question = Question {
            rule: &exam.rule,
            scope: scope(),
            sheet: &ready.sheet,
            act: Some(exam.act),
            filing: exam.filing,
            readings: &exam.readings,
            vocabulary,
        };
        let Ok((tree, _)) = self.tree(&question) else {
            return failed("rule", exam.rule.clone(), String::new());
        };
        let readings = combine::of(&tree);
        let asked = [
            ("value", Some(exam.value), readings.strict),
            ("presumptive", exam.presumptive, readings.presumptive),
            ("enumerated", exam.enumerated, readings.enumerated),
        ];
        for (what, expected, found) in asked {
            if let Some(expected) = expected.filter(|expected| *expected != found) {
                return failed(what, expected.to_string(), found.to_string());
            }
        }
        if let Some(name) = &exam.gives {
            let gives = self.gives(&question, &tree, readings.strict);
            let applying: Vec<&str> =
                gives.iter().filter(|g| g.value == Value::TT).map(|g| g.name.as_str()).collect();
            if applying != [name.as_str()] {
                return failed("gives", name.clone(), applying.join(", "));
            }
        }
        if let Some(from) = exam.from {
            let mut found = Vec::new();
            visit(&tree, &mut |node| {
                let own = node.version_from().filter(|_| node.rule() == exam.rule);
                found.extend(own.map(|from| from.to_string()));
            });
            if found.first() != Some(&from.to_string()) {
                return failed("from", from.to_string(), found.join(", "));
            }
        }
        Ok(())
    }

    /// Every rule has a positive, a negative, an open and a disputed test.
    fn untested(&self) -> Vec<Finding> {
        let mut kinds: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (_, exam) in self.exams() {
            let kind = match exam.value {
                Value::TT => "TT",
                Value::FF => "FF",
                Value::FT => "FT",
                _ => "UU",
            };
            kinds.entry(exam.rule.as_str()).or_default().insert(kind);
        }
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        for rule in self.ir.rules.iter().filter(|rule| seen.insert(rule.id.as_str())) {
            let own = kinds.get(rule.id.as_str());
            let missing: Vec<&str> = ["TT", "FF", "UU", "FT"]
                .into_iter()
                .filter(|kind| !own.is_some_and(|own| own.contains(kind)))
                .collect();
            if !missing.is_empty() {
                let spot = Spot { path: &rule.origin.path, line: rule.origin.line, column: 1 };
                let finding = Finding::warning("law-rule-untested").with("rule", rule.id.as_str());
                found.push(spot.on(finding).with("missing", missing.join(", ")));
            }
        }
        found
    }
}

fn scope() -> Scope {
    Scope::Statement("st-test0000".to_owned())
}

fn ready<'b>(page: &'b str, exam: &'b Exam, vocabulary: &Vocabulary) -> Result<Ready<'b>, Box<Finding>> {
    let mut sheet = Sheet::new();
    for (term, text) in &exam.facts {
        let spot = Spot { path: page, line: exam.line, column: 1 };
        let bad = || {
            let near = vocabulary.near(term).join(", ");
            Box::new(
                spot.error("law-test-fact")
                    .with("term", term.as_str())
                    .with("found", text.as_str())
                    .with("near", near),
            )
        };
        let known = vocabulary.get(term).ok_or_else(bad)?;
        let (text, disputed) = text.strip_suffix('?').map_or((text.as_str(), false), |text| (text, true));
        let value = datum(text, &known.kind).ok_or_else(bad)?;
        let standing = if known.kind == Kind::Judgement { Standing::Judged } else { Standing::Official };
        let scope = if known.scope == TermScope::Case { Scope::Case } else { scope() };
        sheet.add(scope, term, claim(value, standing, disputed));
    }
    Ok(Ready { exam, page, sheet })
}

fn claim(value: Datum, standing: Standing, disputed: bool) -> Claim {
    Claim {
        value,
        standing,
        by: "test".to_owned(),
        as_of: Stamp { at: Instant(0), source: TimeSource::Declared },
        sources: vec![],
        figure: None,
        reason: None,
        opposing: false,
        disputed,
        named: Some("test".to_owned()),
    }
}

/// The value of a fact as a test writes it.
fn datum(text: &str, kind: &Kind) -> Option<Datum> {
    if text == "unknown" {
        return Some(Datum::Unknown);
    }
    Some(match kind {
        Kind::Truth | Kind::Judgement => match text {
            "yes" => Datum::Yes,
            "no" => Datum::No,
            _ => return None,
        },
        Kind::Count(unit) => {
            let count = match text.split_once("..") {
                None => Count::exactly(text.parse().ok()?),
                Some((low, "")) => Count::floor(low.parse().ok()?),
                Some((low, high)) => Count::between(low.parse().ok()?, high.parse().ok()?),
            };
            Datum::count(count, *unit)
        }
        Kind::Date => Datum::Date(text.parse().ok()?),
        Kind::Choice(words) => Datum::Choice(words.iter().find(|word| *word == text)?.clone()),
        Kind::Set(words) => {
            let inside = text.strip_prefix('{').and_then(|t| t.strip_suffix('}')).unwrap_or(text);
            let own: Vec<&str> = inside.split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
            let known = own.iter().all(|word| words.iter().any(|known| known == word));
            if !known {
                return None;
            }
            Datum::Words(own.into_iter().map(str::to_owned).collect())
        }
    })
}
