//! What the file's own side recorded about the content of a statement, or about what an authority decided, as a complaint
//! tells it: how it was established, and by which exhibits.
//!
//! A judgement is never told, nor what only the other side says; where the own records differ, nothing is said.

use super::fact::standing_key;
use super::statement::named_exhibits;
use super::{AboutPart, StatementPart, nothing};
use crate::Source;
use redress_base::ItemId;
use redress_facts::{Claim, Datum, Scope, Standing};
use redress_paper::{ExhibitRef, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Something recorded as being so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssertedPart {
    /// Its term.
    pub term: String,
    /// The word that was chosen, where it takes one of several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<String>,
    /// The statement that it is about; absent where it is about the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<AboutPart>,
    /// How it was established, each way once.
    pub standings: Vec<Standing>,
    /// The other side says otherwise, or somebody marked it as disputed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disputed: bool,
    /// What shows it.
    #[serde(default)]
    pub exhibits: Vec<ExhibitRef>,
    /// How many more exhibits there are.
    #[serde(default, skip_serializing_if = "nothing")]
    pub more: u64,
}

/// A term, and the words of it that are told where it takes one of several.
pub(crate) type Told = (&'static str, &'static [&'static str]);

impl AssertedPart {
    /// What is recorded of these terms: of each statement in its order, then of the case.
    pub(crate) fn all(
        source: &Source<'_>,
        statements: &[StatementPart],
        of_statement: &[Told],
        of_case: &[Told],
    ) -> Vec<AssertedPart> {
        let about = |one: &StatementPart| AboutPart { number: one.number, statement: one.id.clone() };
        let each =
            statements.iter().flat_map(|one| of_statement.iter().map(move |told| (Some(about(one)), told)));
        let case = of_case.iter().map(|told| (None, told));
        each.chain(case).flat_map(|(about, told)| AssertedPart::of(source, about.as_ref(), told)).collect()
    }

    /// One for each way in which it was established, with the exhibits of that way alone: a screenshot is no official document.
    fn of(source: &Source<'_>, about: Option<&AboutPart>, (term, words): &Told) -> Vec<AssertedPart> {
        let scope = about.map_or(Scope::Case, |about| Scope::Statement(about.statement.clone()));
        let row = source.result.facts.iter().find(|row| row.scope == scope && row.term == *term);
        let Some(row) = row else { return Vec::new() };
        let own: Vec<&Claim> =
            row.claims.iter().filter(|one| !one.opposing && one.standing != Standing::Judged).collect();
        let Some(value) = own.first().map(|claim| &claim.value) else { return Vec::new() };
        if own.iter().any(|claim| claim.value != *value) {
            return Vec::new();
        }
        let choice = match value {
            Datum::Yes if words.is_empty() => None,
            Datum::Choice(word) if words.contains(&word.as_str()) => Some(word.clone()),
            _ => return Vec::new(),
        };
        let standings: BTreeSet<Standing> = own.iter().map(|claim| claim.standing).collect();
        let against = |claim: &Claim| claim.disputed || claim.opposing && claim.value != *value;
        let part = |standing: Standing| {
            let so = own.iter().filter(|claim| claim.standing == standing);
            let items: BTreeSet<ItemId> = so.flat_map(|claim| &claim.sources).map(|span| span.item).collect();
            let (exhibits, more) = named_exhibits(source, &items);
            AssertedPart {
                term: (*term).to_owned(),
                choice: choice.clone(),
                about: about.cloned(),
                standings: vec![standing],
                disputed: row.claims.iter().any(against),
                exhibits,
                more,
            }
        };
        standings.into_iter().map(part).collect()
    }

    /// Whether it is about this statement.
    pub(crate) fn is_about(&self, statement: &str) -> bool {
        self.about.as_ref().is_some_and(|about| about.statement == statement)
    }

    /// One paragraph: what is recorded, how it was established, and by which exhibits.
    pub(crate) fn lay(&self, pen: &mut Pen<'_>) {
        let key = match &self.choice {
            Some(choice) => format!("asserted-{}-{choice}", self.term),
            None => format!("asserted-{}", self.term),
        };
        let mut how: Vec<Run> = Vec::new();
        for (at, standing) in self.standings.iter().enumerate() {
            if at > 0 {
                how.push(Run::plain("、"));
            }
            how.extend(pen.say(standing_key(*standing)));
        }
        if self.disputed {
            how.push(Run::plain("，"));
            how.extend(pen.say("said-disputed"));
        }
        let exhibits = pen.exhibits_of(&self.exhibits, self.more);
        let number = self.about.as_ref().map(|about| pen.numeral_both(about.number)).unwrap_or_default();
        let values = [("number", vec![Run::plain(number.zh)]), ("how", how), ("exhibits", exhibits)];
        let runs = pen.say_each(&key, &values, &[("number", number.en)]);
        pen.paragraph(runs);
    }
}
