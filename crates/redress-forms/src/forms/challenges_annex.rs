//! 可预见的质疑与回应: what the other side may say, on what basis, and what the file holds to answer it. Both sides are part of
//! every result. It names what Article 10 leaves open, and says what one's own case lacks: it stays with one's own lawyer.

use crate::parts::{AboutPart, FactPart, StatementPart, day_zh};
use crate::{FormKind, Source};
use redress_base::Count;
use redress_case::Capacity;
use redress_paper::{Cell, PaperFigure, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The input of the annex.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ChallengesAnnexInput {
    /// The statements whose figures it tells, with their numbers.
    pub about: Vec<AboutPart>,
    /// The challenges, Article 10 first.
    pub challenges: Vec<ChallengePart>,
    /// Day of the annex.
    pub date: Option<String>,
}

/// One challenge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChallengePart {
    /// Which: a key of the form's words.
    pub challenge: ChallengeKind,
    /// Facts that answer it.
    pub facts: Vec<FactPart>,
    /// Figures that it puts in doubt.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<PaperFigure>,
}

/// What may be said against a file like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChallengeKind {
    /// Protected speech (指导意见 10, in force 2023-09-20).
    Protected,
    /// It is true (刑法 246; 民法典 1025).
    Truth,
    /// The person cannot be recognised (民法典 1024).
    Person,
    /// Passed on without knowledge (法释〔2013〕21号 1).
    Fabricated,
    /// Not the same information (法释〔2013〕21号 2).
    Same,
    /// Counts are not real (法释〔2013〕21号 2, 实际).
    Counts,
    /// Units were mixed (法释〔2013〕21号 2).
    Units,
    /// Forged or changed (法释〔2019〕19号 90, 93).
    Forged,
    /// Captured by a party (法释〔2019〕19号 93(6), 94).
    Party,
    /// The time is not dependable (法释〔2018〕16号 11).
    Time,
    /// Whose account it is (法释〔2021〕1号 316).
    Account,
    /// Too late (刑法 87; 民法典 188).
    Late,
    /// Not complete, or out of context (法释〔2019〕19号 93(4)). Of the evidence alone, like the next.
    Complete,
    /// What was before sealing (法释〔2021〕12号 18).
    Origin,
}

/// The challenge, its words, its basis, and the facts that answer it.
const ALL: [(ChallengeKind, &str, &str, &[&str]); 12] = [
    (
        ChallengeKind::Protected,
        "c-protected",
        "2023年《指导意见》10",
        &[
            "is_report_of_wrongdoing",
            "is_comment_or_criticism",
            "intentional_fabrication",
            "public_interest_reporting",
        ],
    ),
    (
        ChallengeKind::Truth,
        "c-truth",
        "刑法 246；民法典 1025",
        &["statement_false", "statement_is_factual", "evidence_verified"],
    ),
    (ChallengeKind::Person, "c-person", "民法典 1024", &["identifiable_victim"]),
    (
        ChallengeKind::Fabricated,
        "c-fabricated",
        "法释〔2013〕21号 1",
        &["fabricated_or_altered", "knowing_false_spread", "organised_others"],
    ),
    (ChallengeKind::Same, "c-same", "法释〔2013〕21号 2(一)", &[]),
    (ChallengeKind::Counts, "c-counts", "法释〔2013〕21号 2(一)", &[]),
    (ChallengeKind::Units, "c-units", "法释〔2013〕21号 2(一)", &[]),
    (
        ChallengeKind::Forged,
        "c-forged",
        "法释〔2019〕19号 90、93",
        &[
            "hash_sha256",
            "hash_sm3",
            "log_inclusion_ok",
            "process_repeatable",
            "original_medium_held",
            "raw_response_kept",
        ],
    ),
    (
        ChallengeKind::Party,
        "c-party",
        "法释〔2019〕19号 93(六)、94",
        &["capture_operator", "operator_interest", "notarised", "third_party_platform"],
    ),
    (
        ChallengeKind::Time,
        "c-time",
        "法释〔2018〕16号 11",
        &["clock_checked", "capture_time_recorded", "tsa_token_valid"],
    ),
    (
        ChallengeKind::Account,
        "c-account",
        "法释〔2021〕1号 316",
        &["defendant_identified", "account_id_recorded"],
    ),
    (ChallengeKind::Late, "c-late", "刑法 87；民法典 188", &["know_harm_date", "last_interruption_date"]),
];

/// What may be said against the evidence itself: of those above, and what belongs beside the evidence alone.
const EVIDENCE: [(ChallengeKind, &str, &str, &[&str]); 2] = [
    (
        ChallengeKind::Complete,
        "c-complete",
        "法释〔2019〕19号 93(四)",
        &["kept_completely", "content_complete", "related_metadata_kept"],
    ),
    (
        ChallengeKind::Origin,
        "c-origin",
        "法释〔2021〕12号 18",
        &["truth_before_capture_shown", "notarised", "third_party_platform"],
    ),
];

/// The challenges to the evidence, whoever the case is about, with what is recorded to answer them. They say nothing of what was said,
/// of whom, or with what right.
pub(super) fn of_evidence(source: &Source<'_>) -> Vec<ChallengePart> {
    use ChallengeKind::{Account, Forged, Party, Time};
    let shared = ALL.iter().filter(|(kind, ..)| matches!(kind, Forged | Party | Time | Account));
    let all = shared.chain(&EVIDENCE).map(|(challenge, _, _, terms)| ChallengePart {
        challenge: *challenge,
        facts: FactPart::all(source, terms),
        figures: Vec::new(),
    });
    all.collect()
}

/// The form.
pub(super) struct ChallengesAnnex;

impl FormKind for ChallengesAnnex {
    type Input = ChallengesAnnexInput;
    const ID: &'static str = "challenges-annex";
    const TEXT: &'static str = include_str!("../../../../forms/challenges-annex/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = &[];
    const QUOTES: bool = false;

    fn fill(source: &Source<'_>) -> ChallengesAnnexInput {
        let statements = StatementPart::shown(source);
        let figures = |kind: ChallengeKind| -> Vec<PaperFigure> {
            let all = statements.iter().flat_map(|one| {
                ["posts", "views", "reposts"].into_iter().filter_map(|name| one.figure(name).cloned())
            });
            match kind {
                ChallengeKind::Same => all.filter(|figure| figure.disputed.is_some()).collect(),
                ChallengeKind::Counts => all.filter(|figure| !figure.figure.ends_with(".posts")).collect(),
                _ => Vec::new(),
            }
        };
        let of = |(challenge, _, _, terms): &(ChallengeKind, &str, &str, &[&str])| ChallengePart {
            challenge: *challenge,
            facts: FactPart::all(source, terms),
            figures: figures(*challenge),
        };
        let about = |one: &StatementPart| AboutPart { number: one.number, statement: one.id.clone() };
        ChallengesAnnexInput {
            about: statements.iter().map(about).collect(),
            challenges: ALL.iter().map(of).collect(),
            date: Some(day_zh(source.today)),
        }
    }

    fn lay(input: &ChallengesAnnexInput, pen: &mut Pen<'_>) {
        pen.title();
        // 指导意见 10 (in force 2023-09-20): it tells the figures of statements of which the article is still open.
        let internal = pen.strong("internal");
        pen.line(redress_paper::Align::Center, internal);
        pen.tell("intro");
        let rows: Vec<Vec<Cell>> = input.challenges.iter().map(|one| row(one, &input.about, pen)).collect();
        if !rows.is_empty() {
            pen.table("challenge", vec![5, 3, 8], &["challenge", "basis", "answer"], rows);
        }
        let date = pen.value("date", "date", input.date.as_deref());
        pen.line(redress_paper::Align::End, date);
    }

    fn day(input: &ChallengesAnnexInput) -> Option<&str> {
        input.date.as_deref()
    }
}

/// A challenge, its basis, and what answers it.
pub(super) fn row(one: &ChallengePart, about: &[AboutPart], pen: &Pen<'_>) -> Vec<Cell> {
    let known = ALL.iter().chain(&EVIDENCE).find(|(kind, ..)| *kind == one.challenge);
    let (key, basis) = known.map_or(("challenge", ""), |(_, key, basis, _)| (*key, *basis));
    let mut answers: Vec<Vec<Run>> = Vec::new();
    for fact in &one.facts {
        for told in fact.told(pen) {
            let mut runs = fact.name(pen);
            runs.push(Run::plain("："));
            runs.extend(told);
            answers.push(runs);
        }
    }
    for figure in &one.figures {
        let mut all = named(about, figure, pen);
        all.extend(pen.say_with("figure-all", &[("figure", pen.figure(figure))]));
        answers.push(all);
        match figure.disputed {
            // "At least none" is no count; unknown never looks like no.
            Some(exact) if exact == Count::floor(0) => answers.push(pen.say("figure-exact-open")),
            Some(exact) => {
                let exact = PaperFigure { count: exact, ..figure.clone() };
                answers.push(pen.say_with("figure-exact", &[("figure", pen.figure(&exact))]));
            }
            None => {}
        }
    }
    if answers.is_empty() {
        answers.push(pen.say("fact-not-recorded"));
    }
    vec![Cell::of(pen.say(key)), Cell::of(vec![Run::plain(basis)]), Cell::tall(answers)]
}

/// 言论一：, before a figure of it.
fn named(about: &[AboutPart], figure: &PaperFigure, pen: &Pen<'_>) -> Vec<Run> {
    let of = |one: &&AboutPart| {
        figure.figure.strip_prefix(&one.statement).is_some_and(|rest| rest.starts_with('.'))
    };
    let Some(one) = about.iter().find(of) else { return Vec::new() };
    let mut runs = pen.statement(one.number);
    runs.push(Run::plain("："));
    runs
}

#[cfg(test)]
mod tests {
    use super::{ALL, EVIDENCE};
    use redress_facts::Vocabulary;

    /// A term that the vocabulary lacks would silently leave a challenge without its answer.
    #[test]
    fn every_challenge_asks_for_facts_that_there_are() {
        let vocabulary = Vocabulary::standard();
        for (kind, .., terms) in ALL.iter().chain(&EVIDENCE) {
            assert!(terms.iter().all(|term| vocabulary.get(term).is_some()), "{kind:?}");
        }
    }
}
