//! What the file recorded beside the statements: facts that somebody stated or a paper shows, and steps of procedures,
//! each with the exhibit that shows it.
//!
//! A judgement is never taken over: whoever signs the paper makes it in their own words.

use super::day_zh;
use crate::Source;
use redress_base::{Date, ItemId};
use redress_case::{Recorded, Step};
use redress_facts::{Claim, Datum, Scope, Standing};
use redress_paper::{ExhibitRef, Fixed, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The value that a fact of the case was given, and the exhibits that it rests on.
///
/// Claims of the other side and judgements are passed over. Where the remaining claims differ there is no value: the
/// person who signs says which holds.
pub(crate) fn stated(source: &Source<'_>, scope: &Scope, term: &str) -> Option<(Datum, Vec<ExhibitRef>)> {
    let row = source.result.facts.iter().find(|row| row.scope == *scope && row.term == term)?;
    let own = |claim: &&Claim| !claim.opposing && claim.standing != Standing::Judged;
    let claims: Vec<&Claim> = row.claims.iter().filter(own).collect();
    let value = claims.first()?.value.clone();
    if claims.iter().any(|claim| claim.value != value) {
        return None;
    }
    let items: BTreeSet<ItemId> =
        claims.iter().flat_map(|claim| &claim.sources).map(|span| span.item).collect();
    Some((value, items.into_iter().filter_map(|item| source.exhibit(item)).collect()))
}

/// Whether a fact of the case was said to be so.
pub(crate) fn truth(source: &Source<'_>, term: &str) -> Option<bool> {
    match stated(source, &Scope::Case, term)?.0 {
        Datum::Yes => Some(true),
        Datum::No => Some(false),
        _ => None,
    }
}

/// The word of a fact of the case with a closed list.
pub(crate) fn word(source: &Source<'_>, term: &str) -> Option<String> {
    match stated(source, &Scope::Case, term)?.0 {
        Datum::Choice(word) => Some(word),
        _ => None,
    }
}

/// The word of a fact of the case with a closed list, as one of a form's own list; nothing where that has no such word.
pub(crate) fn chosen<T: serde::de::DeserializeOwned>(source: &Source<'_>, term: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word(source, term)?)).ok()
}

/// The words of a fact of the case that may have several.
pub(crate) fn words(source: &Source<'_>, term: &str) -> Vec<String> {
    match stated(source, &Scope::Case, term) {
        Some((Datum::Words(words), _)) => words,
        _ => Vec::new(),
    }
}

/// The day of a fact of the case.
pub(crate) fn day(source: &Source<'_>, term: &str) -> Option<Date> {
    match stated(source, &Scope::Case, term)?.0 {
        Datum::Date(day) => Some(day),
        _ => None,
    }
}

/// Makes a closed list of recorded facts: each is a term of the vocabulary, the value that is told, and the text that
/// says so.
macro_rules! consequences {
    ($($(#[$doc:meta])* $name:ident = $term:literal is $value:expr, $key:literal),+ $(,)?) => {
        /// Something that happened because of the statements, as it was stated or as a paper shows it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum Consequence { $($(#[$doc])* $name),+ }

        impl Consequence {
            const ALL: &'static [Consequence] = &[$(Consequence::$name),+];

            fn told(self) -> (&'static str, Datum) {
                match self { $(Consequence::$name => ($term, $value)),+ }
            }

            const fn key(self) -> &'static str {
                match self { $(Consequence::$name => $key),+ }
            }
        }
    };
}

consequences! {
    /// Mental disorder (法释〔2013〕21号 2(二), in force 2013-09-10).
    MentalDisorder = "grave_consequence" is Datum::Choice("mental-disorder".to_owned()), "consequence-mental-disorder",
    /// Self-harm.
    SelfHarm = "grave_consequence" is Datum::Choice("self-harm".to_owned()), "consequence-self-harm",
    /// Suicide.
    Suicide = "grave_consequence" is Datum::Choice("suicide".to_owned()), "consequence-suicide",
    /// Another consequence of that kind.
    OtherGrave = "grave_consequence" is Datum::Choice("other-grave".to_owned()), "consequence-other-grave",
    /// A diagnosis of a depressive state.
    DepressiveState = "medical_diagnosis" is Datum::Choice("depressive-state".to_owned()), "consequence-depressive-state",
    /// A diagnosis of a depressive disorder.
    MajorDepression = "medical_diagnosis" is Datum::Choice("major-depression".to_owned()), "consequence-major-depression",
    /// Another diagnosis.
    OtherDiagnosis = "medical_diagnosis" is Datum::Choice("other-diagnosis".to_owned()), "consequence-other-diagnosis",
    /// Work or study suffered.
    WorkAffected = "work_affected" is Datum::Yes, "consequence-work-affected",
}

/// One recorded consequence and what shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsequencePart {
    /// Which.
    pub what: Consequence,
    /// What shows it.
    #[serde(default)]
    pub exhibits: Vec<ExhibitRef>,
}

impl ConsequencePart {
    /// Every recorded consequence, in the order of the list.
    pub(crate) fn all(source: &Source<'_>) -> Vec<ConsequencePart> {
        let told = |what: Consequence| {
            let (term, value) = what.told();
            let (found, exhibits) = stated(source, &Scope::Case, term)?;
            (found == value).then_some(ConsequencePart { what, exhibits })
        };
        Consequence::ALL.iter().copied().filter_map(told).collect()
    }

    /// One paragraph each.
    pub(crate) fn lay_all(pen: &mut Pen<'_>, all: &[ConsequencePart]) {
        for one in all {
            let exhibits = pen.exhibits(&one.exhibits);
            let runs = pen.say_with(one.what.key(), &[("exhibits", exhibits)]);
            pen.paragraph(runs);
        }
    }
}

/// A step of a procedure: what happened, when, before whom, by which paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct StepPart {
    /// What happened, in the words of the procedure.
    pub what: Fixed,
    /// The day.
    pub on: String,
    /// Before whom, as the paper names it.
    pub body: Option<String>,
    /// Number of the paper or of the receipt.
    pub number: Option<String>,
    /// The paper that shows it.
    pub exhibit: Option<ExhibitRef>,
}

impl StepPart {
    /// The standing steps of a procedure with one of these events, in the order of their days; every event where none is
    /// named.
    pub(crate) fn all(source: &Source<'_>, procedure: &str, events: &[&str]) -> Vec<StepPart> {
        let named = |one: &&Recorded<Step>| {
            let event = &one.of.event;
            let asked = events.is_empty() || events.contains(&event.event.as_str());
            one.struck.is_none() && event.procedure == procedure && asked && source.step_shown(event)
        };
        let mut steps: Vec<&Recorded<Step>> = source.state.steps.iter().filter(named).collect();
        steps.sort_by_key(|one| (one.of.event.on, one.seq));
        steps.into_iter().filter_map(|one| StepPart::of(source, &one.of)).collect()
    }

    fn of(source: &Source<'_>, step: &Step) -> Option<StepPart> {
        let event = &step.event;
        let kind = source.procedures.get(&event.procedure)?.event(&event.event)?;
        Some(StepPart {
            what: Fixed::new(&*kind.label.zh, &*kind.label.en),
            on: day_zh(event.on),
            body: event.body.as_ref().map(|body| body.name.clone()),
            number: event.number.clone(),
            exhibit: step.paper.and_then(|item| source.exhibit(item)),
        })
    }

    /// One paragraph each.
    pub(crate) fn lay_all(pen: &mut Pen<'_>, all: &[StepPart]) {
        for one in all {
            let mut runs = vec![Run::filled(format!("{}，", one.on))];
            runs.extend(pen.fixed(&one.what.zh, &one.what.en));
            let bracket: Vec<&str> =
                [&one.body, &one.number].into_iter().flatten().map(String::as_str).collect();
            if !bracket.is_empty() {
                runs.push(Run::filled(format!("（{}）", bracket.join("，"))));
            }
            runs.extend(pen.exhibits(&one.exhibit.into_iter().collect::<Vec<_>>()));
            runs.push(Run::plain("。"));
            pen.paragraph(runs);
        }
    }
}
