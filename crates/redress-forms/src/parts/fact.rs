//! A fact on a paper: what the file says of it, who said so, and on which exhibits it rests; or that nobody recorded it.

use super::{KeptPart, StatementPart};
use crate::Source;
use redress_base::ItemId;
use redress_facts::{Claim, Datum, Scope, Standing};
use redress_paper::{ExhibitRef, Pen, Run, Style};
use redress_words::{Language, Words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactPart {
    /// Term of the vocabulary.
    pub term: String,
    /// What it is, in Chinese and in English.
    pub zh: String,
    /// English.
    pub en: String,
    /// What the file says, one entry a claim that is relied on; empty where nobody recorded it.
    pub said: Vec<SaidPart>,
    /// What the file itself records that speaks to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<KeptPart>,
}

/// What somebody said of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaidPart {
    /// The statement of which it was said; absent where it was said of the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<AboutPart>,
    /// The value in Chinese.
    pub value: String,
    /// How it was established.
    pub standing: Standing,
    /// Said for the other side.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub opposing: bool,
    /// Disputed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disputed: bool,
    /// Exhibits it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exhibits: Vec<ExhibitRef>,
}

/// A statement that a fact is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AboutPart {
    /// Its number among the statements of the case, from 1.
    pub number: u64,
    /// `st-…`.
    pub statement: String,
}

impl FactPart {
    /// A term with every claim about it, of the case and of the statements that papers show, in their order: one that
    /// Article 10 sets aside, or that nobody took up, is not among them (指导意见 10, in force 2023-09-20). `None` for a
    /// term that the vocabulary lacks.
    pub(crate) fn of(source: &Source<'_>, term: &str) -> Option<FactPart> {
        let known = source.vocabulary.get(term)?;
        let mut said: Vec<SaidPart> = Vec::new();
        for (about, scope) in scopes(source) {
            let rows = source.result.facts.iter().filter(|fact| fact.term == term && fact.scope == scope);
            for claim in rows.flat_map(|fact| &fact.claims) {
                let part = SaidPart::of(source, claim, about.clone());
                if !said.contains(&part) {
                    said.push(part);
                }
            }
        }
        let kept = KeptPart::of(source, term);
        Some(FactPart { term: term.to_owned(), zh: known.zh.clone(), en: known.en.clone(), said, kept })
    }

    /// Its terms, in order.
    pub(crate) fn all(source: &Source<'_>, terms: &[&str]) -> Vec<FactPart> {
        terms.iter().filter_map(|term| FactPart::of(source, term)).collect()
    }

    /// What it is called.
    pub(crate) fn name(&self, pen: &Pen<'_>) -> Vec<Run> {
        pen.fixed(&self.zh, &self.en)
    }

    /// What the file says, one paragraph a claim, then what it records itself; or that nothing is recorded.
    pub(crate) fn told(&self, pen: &Pen<'_>) -> Vec<Vec<Run>> {
        if self.said.is_empty() && self.kept.is_empty() {
            return vec![pen.say("fact-not-recorded")];
        }
        let said = self.said.iter().map(|said| said.told(pen));
        said.chain(self.kept.iter().map(|kept| kept.told(pen))).collect()
    }
}

impl SaidPart {
    fn of(source: &Source<'_>, claim: &Claim, about: Option<AboutPart>) -> SaidPart {
        let items: BTreeSet<ItemId> = claim.sources.iter().map(|span| span.item).collect();
        SaidPart {
            about,
            value: value_zh(&claim.value),
            standing: claim.standing,
            opposing: claim.opposing,
            disputed: claim.disputed,
            exhibits: items.into_iter().filter_map(|item| source.exhibit(item)).collect(),
        }
    }

    fn told(&self, pen: &Pen<'_>) -> Vec<Run> {
        let mut runs = Vec::new();
        if let Some(about) = &self.about {
            runs.extend(pen.say_both("said-about", &[("number", pen.numeral_both(about.number))]));
        }
        runs.extend([Run::filled(self.value.as_str()), Run::plain("　")]);
        runs.extend(pen.say(standing_key(self.standing)));
        for (is, key) in [(self.opposing, "said-opposing"), (self.disputed, "said-disputed")] {
            if is {
                runs.push(Run::plain("，"));
                runs.extend(pen.say(key));
            }
        }
        if self.exhibits.is_empty() {
            runs.push(Run::new("", Style::Small));
            runs.extend(pen.say("said-no-exhibit"));
        } else {
            runs.extend(pen.exhibits(&self.exhibits));
        }
        runs
    }
}

/// The text that says how something was established.
pub(crate) const fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::Stated => "standing-stated",
        Standing::Measured => "standing-measured",
        Standing::Official => "standing-official",
        Standing::Admitted => "standing-admitted",
        Standing::Judged => "standing-judged",
    }
}

/// The case, and each statement that papers show with its number.
fn scopes(source: &Source<'_>) -> Vec<(Option<AboutPart>, Scope)> {
    let mut scopes = vec![(None, Scope::Case)];
    for (number, row) in StatementPart::rows_shown(source) {
        let about = AboutPart { number, statement: row.id.clone() };
        scopes.push((Some(about), Scope::Statement(row.id.clone())));
    }
    scopes
}

/// A value in Chinese.
fn value_zh(value: &Datum) -> String {
    let words = Words::of(Language::ZhHans);
    match value {
        Datum::Yes => "是".to_owned(),
        Datum::No => "否".to_owned(),
        Datum::Unknown => "无法查明".to_owned(),
        Datum::Count(of) => words.count(of.count, of.unit),
        Datum::Date(day) => super::day_zh(*day),
        Datum::Choice(word) => choice(words, word),
        Datum::Words(all) => all.iter().map(|word| choice(words, word)).collect::<Vec<_>>().join("、"),
    }
}

/// A word of a closed list, in words; the code itself where it has none.
fn choice(words: &Words, word: &str) -> String {
    let code = format!("facts-choice-{word}");
    if words.has(&code) { words.say(&code, &[]) } else { word.to_owned() }
}
