//! A recorded fact on a paper, with the exhibits that it rests on.
//!
//! A judgement is never filled in: whoever signs the paper makes it there, in their own words.

use super::statement::named_exhibits;
use crate::Source;
use redress_base::ItemId;
use redress_facts::{Claim, Datum, Kind, Scope};
use redress_paper::{ExhibitRef, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One fact of the vocabulary.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CircumstancePart {
    /// Its term.
    pub term: String,
    /// The word that was chosen, where it takes one of several.
    pub choice: Option<String>,
    /// What shows it.
    pub exhibits: Vec<ExhibitRef>,
    /// How many more of them there are.
    #[serde(skip_serializing_if = "super::nothing")]
    pub more: u64,
}

/// Facts that a form knows how to say: a term, and for a choice the words that it says.
pub(crate) type Sayable = (&'static str, &'static [&'static str]);

impl CircumstancePart {
    /// Those of the facts that the file's own side recorded as being so: about the case, and about the statements that
    /// the filing takes up. Where its own records differ, the fact stays away, and so does every judgement.
    pub(crate) fn all(
        source: &Source<'_>,
        statements: &[String],
        wanted: &[Sayable],
    ) -> Vec<CircumstancePart> {
        let mut found = Vec::new();
        for (term, choices) in wanted {
            let judged = source.vocabulary.get(term).is_none_or(|term| term.kind == Kind::Judgement);
            if judged {
                continue;
            }
            let rows = source.result.facts.iter().filter(|row| row.term == *term);
            let here = |scope: &Scope| match scope {
                Scope::Case => true,
                Scope::Statement(id) => statements.contains(id),
            };
            let claims: Vec<&Claim> = rows
                .filter(|row| here(&row.scope))
                .flat_map(|row| &row.claims)
                .filter(|one| !one.opposing)
                .collect();
            found.extend(agreed(&claims).into_iter().flat_map(|value| said(term, choices, value)).map(
                |part| {
                    let items: BTreeSet<ItemId> =
                        claims.iter().flat_map(|claim| &claim.sources).map(|span| span.item).collect();
                    let (exhibits, more) = named_exhibits(source, &items);
                    CircumstancePart { exhibits, more, ..part }
                },
            ));
        }
        found
    }

    /// Its text in a form, by its key.
    pub(crate) fn key(&self) -> String {
        match &self.choice {
            Some(choice) => format!("fact-{}-{choice}", self.term),
            None => format!("fact-{}", self.term),
        }
    }

    /// Facts as numbered paragraphs.
    pub(crate) fn lay_all(pen: &mut Pen<'_>, facts: &[CircumstancePart]) {
        for (number, fact) in (1_usize..).zip(facts) {
            let mut runs = vec![Run::plain(format!("（{number}）"))];
            runs.extend(pen.say(&fact.key()));
            runs.extend(pen.exhibits_of(&fact.exhibits, fact.more));
            pen.paragraph(runs);
        }
    }
}

/// The value that all claims give; nothing where they differ or there is none.
fn agreed<'c>(claims: &[&'c Claim]) -> Option<&'c Datum> {
    let first = claims.first()?;
    claims.iter().all(|claim| claim.value == first.value).then_some(&first.value)
}

fn said(term: &str, choices: &[&str], value: &Datum) -> Vec<CircumstancePart> {
    let of = |choice: Option<&String>| CircumstancePart {
        term: term.to_owned(),
        choice: choice.cloned(),
        exhibits: Vec::new(),
        more: 0,
    };
    let sayable = |word: &&String| choices.contains(&word.as_str());
    match value {
        Datum::Yes => vec![of(None)],
        Datum::Choice(word) => Some(word).filter(sayable).map(|word| of(Some(word))).into_iter().collect(),
        Datum::Words(words) => words.iter().filter(sayable).map(|word| of(Some(word))).collect(),
        Datum::No | Datum::Unknown | Datum::Count(_) | Datum::Date(_) => Vec::new(),
    }
}
