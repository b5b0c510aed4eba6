//! What an exhibit is handed in to show (证明目的), by statement: the facts that this side asserts on it, and the figures that
//! were counted from it (法释〔2019〕19号 19, in force 2020-05-01, O).

use super::StatementPart;
use crate::Source;
use redress_analysis::Figure;
use redress_base::{ItemId, Unit};
use redress_case::FactRow;
use redress_facts::{Claim, Datum, Kind, Scope, Standing, Term};
use redress_paper::{Fixed, Pen, Run};
use redress_words::{Language, Words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What an exhibit shows of one statement, or of the case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ShownPart {
    /// The number of the statement in every paper of the case; absent for the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u64>,
    /// Facts in the words of the vocabulary, without what it says to whoever enters them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fixed>,
    /// What was counted from it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Unit>,
}

/// What is shown of one scope, each once and in order.
#[derive(Default)]
struct Shown {
    facts: BTreeMap<String, String>,
    figures: BTreeSet<Unit>,
}

impl ShownPart {
    /// What an exhibit shows: of the statements that the paper names in their order, then of the case. No paper proves what its
    /// party denies, what a person judges, a day by itself, or what the program worked out (指导意见 10, in force 2023-09-20:
    /// what may be protected is no object of proof). Where nothing is left, whoever signs says what it is for.
    pub(crate) fn of(source: &Source<'_>, item: ItemId) -> Vec<ShownPart> {
        // The case comes last.
        let mut shown: BTreeMap<u64, Shown> = BTreeMap::new();
        let numbers = StatementPart::numbers(source);
        let place = |scope: &Scope| match scope {
            Scope::Case => Some(u64::MAX),
            Scope::Statement(id) => numbers.get(id.as_str()).copied(),
        };
        let ours =
            claims_on(source, item).filter(|(fact, claim)| named(source, &fact.scope) && asserts(claim));
        for (fact, claim) in ours {
            let told =
                source.vocabulary.get(&fact.term).and_then(|term| told(&fact.term, term, &claim.value));
            if let (Some(told), Some(at)) = (told, place(&fact.scope)) {
                shown.entry(at).or_default().facts.entry(told.zh).or_insert(told.en);
            }
        }
        for figure in source.result.figures.iter().filter(|figure| is_counted(source, figure, item)) {
            if let Some(at) = place(&figure.scope) {
                shown.entry(at).or_default().figures.insert(figure.unit);
            }
        }
        let part = |(at, of): (u64, Shown)| ShownPart {
            number: (at != u64::MAX).then_some(at),
            facts: of.facts.into_iter().map(|(zh, en)| Fixed { zh, en }).collect(),
            figures: of.figures.into_iter().collect(),
        };
        shown.into_iter().map(part).collect()
    }

    /// `言论一：内容不实、指向特定的被害人；传播数据（浏览、转发）`.
    pub(crate) fn told(&self, pen: &Pen<'_>) -> Vec<Run> {
        let mut all: Vec<Fixed> = Vec::new();
        all.extend((!self.facts.is_empty()).then(|| joined(&self.facts)));
        if !self.figures.is_empty() {
            let units: Vec<Fixed> = self.figures.iter().map(|unit| unit_named(*unit)).collect();
            all.push(pen.filled_both("shows-figures", &[("units", joined(&units))]));
        }
        let mut both = Fixed {
            zh: all.iter().map(|one| one.zh.as_str()).collect::<Vec<_>>().join("；"),
            en: all.iter().map(|one| one.en.as_str()).collect::<Vec<_>>().join("; "),
        };
        if let Some(number) = self.number {
            let named = pen.filled_both("statement-named", &[("number", pen.numeral_both(number))]);
            both = pen.filled_both("shows-of", &[("statement", named), ("what", both)]);
        }
        pen.fixed(&both.zh, &both.en)
    }
}

/// Whether a figure of a statement that the paper names was counted from an item. Figures of the whole case count whatever was
/// sealed, also what Article 10 sets aside, and make nothing evidence (指导意见 10, in force 2023-09-20).
fn is_counted(source: &Source<'_>, figure: &Figure, item: ItemId) -> bool {
    figure.scope != Scope::Case && named(source, &figure.scope) && counted_from(figure, item)
}

/// Whether any figure of a named statement was counted from an item.
pub(super) fn counted(source: &Source<'_>, item: ItemId) -> bool {
    source.result.figures.iter().any(|figure| is_counted(source, figure, item))
}

pub(super) fn counted_from(figure: &Figure, item: ItemId) -> bool {
    figure.parts.iter().any(|part| part.span.item == item)
}

/// The claims that rest on an item, each with its fact.
pub(super) fn claims_on<'s>(
    source: &'s Source<'_>,
    item: ItemId,
) -> impl Iterator<Item = (&'s FactRow, &'s Claim)> {
    let facts = source.result.facts.iter();
    facts
        .flat_map(|fact| fact.claims.iter().map(move |claim| (fact, claim)))
        .filter(move |(_, claim)| claim.sources.iter().any(|span| span.item == item))
}

/// Whether a scope is in the filings: the case, or a statement that a person took up and that Article 10 leaves.
pub(super) fn named(source: &Source<'_>, scope: &Scope) -> bool {
    match scope {
        Scope::Case => true,
        Scope::Statement(id) => StatementPart::named(source, id),
    }
}

/// Whether a claim says for this side that something is so.
fn asserts(claim: &Claim) -> bool {
    let so = match &claim.value {
        Datum::No | Datum::Unknown => false,
        // Numbers that were counted stand among the figures.
        Datum::Count(of) => of.unit != Unit::Days && claim.by != "redress",
        Datum::Choice(word) => word != "none",
        Datum::Words(words) => !words.is_empty(),
        Datum::Yes | Datum::Date(_) => true,
    };
    so && !claim.opposing && claim.standing != Standing::Judged
}

/// Whom a consequence befell is said with the consequence.
const BEFALLEN: &str = "consequence_person";

/// A fact as a list of evidence names it. Days alone, and what the authority looks at anyway, are no object of proof.
fn told(id: &str, term: &Term, value: &Datum) -> Option<Fixed> {
    if term.first_hand || id == BEFALLEN || matches!(term.kind, Kind::Date | Kind::Judgement) {
        return None;
    }
    // A word of a closed list says more than the name of the list.
    let word = |words: &Words, choice: &str| {
        let code = format!("facts-choice-{choice}");
        words.has(&code).then(|| words.say(&code, &[]))
    };
    let named = |language: Language, label: &str, split: &str, between: &str| {
        let words = Words::of(language);
        let label = label.split(split).next().unwrap_or(label).trim().to_owned();
        let chosen: Vec<String> = match value {
            Datum::Choice(choice) => word(words, choice).into_iter().collect(),
            Datum::Words(all) => all.iter().filter_map(|choice| word(words, choice)).collect(),
            _ => Vec::new(),
        };
        let chosen = chosen.join(between);
        match (chosen.is_empty(), label.contains(&chosen), language) {
            (true, ..) => label,
            // The label is made of its words: the one that is so says it all.
            (_, true, _) => chosen,
            (.., Language::ZhHans) => format!("{label}（{chosen}）"),
            (.., Language::En) => format!("{label} ({chosen})"),
        }
    };
    Some(Fixed {
        zh: named(Language::ZhHans, &term.zh, "（", "、"),
        en: named(Language::En, &term.en, " (", ", "),
    })
}

/// What is counted, without the measure word that stands before it where a number does.
fn unit_named(unit: Unit) -> Fixed {
    let zh = Words::of(Language::ZhHans).unit(unit);
    let bare = zh.strip_prefix(['次', '条', '个', '名']).unwrap_or(&zh);
    Fixed { zh: bare.to_owned(), en: Words::of(Language::En).unit(unit) }
}

fn joined(all: &[Fixed]) -> Fixed {
    Fixed {
        zh: all.iter().map(|one| one.zh.as_str()).collect::<Vec<_>>().join("、"),
        en: all.iter().map(|one| one.en.as_str()).collect::<Vec<_>>().join(", "),
    }
}
