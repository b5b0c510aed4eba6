//! 刑事控告书: 刑事诉讼法 110-112, in force 2018-10-26; 公安机关办理刑事案件程序规定 169-171, in force 2020-09-01 (day not
//! checked).

use super::complaint::choice;
use crate::parts::{
    APPLICATION_DETAILS, ApplicantsPart, CircumstancePart, DocumentPart, ExhibitPart, RespondentPart,
    Sayable, StatementPart, close, day_zh, lay_evidence, lay_own, lay_respondents, lay_statements, lay_tick,
};
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_paper::{Align, Block, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The input of a criminal accusation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CriminalReportInput {
    /// 控告人.
    pub applicants: ApplicantsPart,
    /// 被控告人.
    pub respondents: Vec<RespondentPart>,
    /// Whether it is an accusation (控告) rather than a report (报案).
    pub accusation: Option<bool>,
    /// Requests beside those that the form makes.
    pub requests: Option<String>,
    /// The statements, the first published first.
    pub statements: Vec<StatementPart>,
    /// Statements and parties of the other side that this paper leaves out.
    pub left_out: Vec<String>,
    /// What the accuser adds.
    pub own_words: Option<String>,
    /// 危害后果, in the accuser's words.
    pub consequences: Option<String>,
    /// Consequences recorded on file.
    pub consequence_facts: Vec<CircumstancePart>,
    /// What was done so far: notices to platforms, reports, transfers.
    pub handled: Vec<DocumentPart>,
    /// 涉嫌罪名: a person chooses.
    pub offences: Vec<Offence>,
    /// The accuser's grounds.
    pub grounds: Option<String>,
    /// Circumstances of Opinions 8 recorded on file.
    pub aggravations: Vec<CircumstancePart>,
    /// Circumstances of Opinions 12 recorded on file.
    pub order_facts: Vec<CircumstancePart>,
    /// Circumstances of 法释〔2013〕21号 3, for defamation only.
    pub order_facts_defamation: Vec<CircumstancePart>,
    /// What endangers social order, in the accuser's words.
    pub order: Option<String>,
    /// Whether a private prosecution was brought.
    pub private_suit: Option<bool>,
    /// Its steps.
    pub private_suit_steps: Vec<DocumentPart>,
    /// On venue, in the accuser's words.
    pub venue: Option<String>,
    /// The evidence list.
    pub exhibits: Vec<ExhibitPart>,
    /// The undertaking is given.
    pub truthful: Option<bool>,
    /// 公安机关.
    pub police: Option<String>,
    /// Day of signing.
    pub date: Option<String>,
}

/// An offence of the Criminal Law that the accuser names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Offence {
    /// 246, insult.
    Insult,
    /// 246, defamation.
    Defamation,
    /// 253-1.
    PersonalInformation,
    /// 287-1.
    UnlawfulUse,
    /// 286-1.
    RefusingDuties,
}

const OFFENCES: [(Offence, &str, &str); 5] = [
    (Offence::Insult, "offence-insult", "law-insult"),
    (Offence::Defamation, "offence-defamation", "law-defamation"),
    (Offence::PersonalInformation, "offence-personal-information", "law-personal-information"),
    (Offence::UnlawfulUse, "offence-unlawful-use", "law-unlawful-use"),
    (Offence::RefusingDuties, "offence-refusing-duties", "law-refusing-duties"),
];
const GRAVE: &[&str] = &["mental-disorder", "self-harm", "suicide", "other-grave"];
/// Opinions 12 (in force 2023-09-20): what is no judgement of its items. The vile impact on society is one.
pub(super) const ORDER: &[Sayable] = &[
    ("grave_consequence", GRAVE),
    ("random_public_target", &[]),
    ("repeated_spreading", &[]),
    ("many_victims_or_repeated", &[]),
    ("organised_multi_platform", &[]),
];
/// 法释〔2013〕21号 3 (in force 2013-09-10): defamation only.
pub(super) const ORDER_DEFAMATION: &[Sayable] =
    &[("mass_incident", &[]), ("public_disorder", &[]), ("ethnic_religious_conflict", &[])];
const CONSEQUENCES: &[Sayable] = &[
    ("grave_consequence", GRAVE),
    ("medical_diagnosis", &["depressive-state", "major-depression", "other-diagnosis"]),
    ("work_affected", &[]),
];
/// Opinions 8.
const AGGRAVATIONS: &[Sayable] = &[
    ("victim_minor", &[]),
    ("victim_disabled", &[]),
    ("organised_others", &[]),
    ("sexual_topic", &[]),
    ("ai_generated", &[]),
    ("platform_initiated", &[]),
];

/// The form.
pub(super) struct CriminalReport;

impl FormKind for CriminalReport {
    type Input = CriminalReportInput;
    const ID: &'static str = "criminal-report";
    const TEXT: &'static str = include_str!("../../../../forms/criminal-report/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = APPLICATION_DETAILS;
    const QUOTES: bool = true;

    fn fill(source: &Source<'_>) -> CriminalReportInput {
        let statements = StatementPart::all(source);
        let ids: Vec<String> = statements.iter().map(|one| one.id.clone()).collect();
        let facts = |wanted: &[Sayable]| CircumstancePart::all(source, &ids, wanted);
        let private_suit_steps = DocumentPart::steps(source, &[("private-prosecution", &[])]);
        let brought = DocumentPart::steps(source, &[("private-prosecution", &["filed", "filed-again"])]);
        let handled =
            [("platform-notice", &[][..]), ("administrative-penalty", &[]), ("public-prosecution", &[])];
        CriminalReportInput {
            left_out: source.all_left_out(),
            applicants: ApplicantsPart::of(source),
            respondents: RespondentPart::all(source),
            consequence_facts: facts(CONSEQUENCES),
            aggravations: facts(AGGRAVATIONS),
            order_facts: facts(ORDER),
            order_facts_defamation: facts(ORDER_DEFAMATION),
            statements,
            handled: DocumentPart::steps(source, &handled),
            // That none is recorded does not say that none was brought.
            private_suit: (!brought.is_empty()).then_some(true),
            private_suit_steps,
            exhibits: ExhibitPart::all(source),
            date: Some(day_zh(source.today)),
            ..CriminalReportInput::default()
        }
    }

    fn lay(input: &CriminalReportInput, pen: &mut Pen<'_>) {
        pen.title();
        parties(input, pen);
        requests(input, pen);
        facts(input, pen);
        offence(input, pen);
        if input.offences.iter().any(|one| matches!(one, Offence::Insult | Offence::Defamation)) {
            order(input, pen);
        }
        lay_evidence(pen, &input.exhibits);
        suit_and_venue(input, pen);
        lay_tick(pen, "undertaking", "truthful", input.truthful);
        let organ = ("organ", "police", input.police.as_deref());
        let annexes = ["annexed-evidence", "annexed-identity", "annexed-mandate"];
        close(pen, organ, "signed", input.date.as_deref(), &annexes);
    }

    fn day(input: &CriminalReportInput) -> Option<&str> {
        input.date.as_deref()
    }
}

fn parties(input: &CriminalReportInput, pen: &mut Pen<'_>) {
    pen.heading(1, "parties");
    input.applicants.lay(pen, "applicants", "applicant");
    lay_respondents(pen, "respondents", "respondent", &input.respondents);
    let mut runs = pen.say("filed-as");
    runs.push(Run::plain("："));
    let answers = ("filed-accusation", "filed-report");
    runs.extend(choice(pen, "filed-as", "accusation", input.accusation, answers));
    pen.line(Align::Start, runs);
    pen.note(&["accusation-note"]);
}

fn requests(input: &CriminalReportInput, pen: &mut Pen<'_>) {
    pen.heading(1, "requests");
    let keys = ["request-take", "request-file", "request-preserve", "request-tell"];
    let items = keys.iter().map(|key| pen.say(key)).collect();
    pen.block(Block::List { ordered: true, items });
    lay_own(pen, "request-other", "requests", input.requests.as_deref());
}

fn facts(input: &CriminalReportInput, pen: &mut Pen<'_>) {
    pen.heading(1, "facts");
    lay_statements(pen, &input.statements);
    lay_own(pen, "own-words", "own_words", input.own_words.as_deref());
    lay_own(pen, "consequences", "consequences", input.consequences.as_deref());
    lay_facts(pen, "consequence-facts", &input.consequence_facts);
    if !input.handled.is_empty() {
        pen.heading(2, "handled");
        DocumentPart::lay_list(pen, "handled", &input.handled);
    }
}

fn offence(input: &CriminalReportInput, pen: &mut Pen<'_>) {
    pen.heading(1, "offence");
    if input.offences.is_empty() {
        let runs = pen.absent("offence-none", "offences");
        pen.paragraph(runs);
    }
    let named = |one: Offence| input.offences.contains(&one);
    let ticks = OFFENCES.iter().map(|(one, key, _)| pen.tick(named(*one), key)).collect();
    pen.block(Block::List { ordered: false, items: ticks });
    for (_, _, law) in OFFENCES.iter().filter(|(one, ..)| named(*one)) {
        pen.tell(law);
    }
    pen.tell("article10");
    lay_own(pen, "grounds", "grounds", input.grounds.as_deref());
    lay_facts(pen, "aggravation", &input.aggravations);
}

/// Without it the matter is the private prosecutor's (刑法 246(2), in force 2015-11-01).
fn order(input: &CriminalReportInput, pen: &mut Pen<'_>) {
    pen.heading(1, "order");
    pen.tell("order-law");
    let mut facts = input.order_facts.clone();
    if input.offences.contains(&Offence::Defamation) {
        facts.extend(input.order_facts_defamation.iter().cloned());
    }
    lay_facts(pen, "order-facts", &facts);
    lay_own(pen, "order-none", "order", input.order.as_deref());
}

fn suit_and_venue(input: &CriminalReportInput, pen: &mut Pen<'_>) {
    let mut runs = pen.say("private-suit");
    runs.push(Run::plain("："));
    runs.extend(choice(pen, "private-suit", "private_suit", input.private_suit, ("yes", "no")));
    pen.line(Align::Start, runs);
    DocumentPart::lay_list(pen, "private-suit-steps", &input.private_suit_steps);
    pen.heading(1, "venue");
    pen.tell("venue-law");
    lay_own(pen, "venue", "venue", input.venue.as_deref());
}

/// Recorded facts under a line that says what they are; nothing where there are none.
pub(super) fn lay_facts(pen: &mut Pen<'_>, key: &str, facts: &[CircumstancePart]) {
    if !facts.is_empty() {
        pen.tell(key);
        CircumstancePart::lay_all(pen, facts);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find;
    use redress_facts::Vocabulary;

    #[test]
    fn every_fact_that_the_form_may_say_has_words_and_is_no_judgement() {
        let text = find("criminal-report").unwrap().text().unwrap();
        let vocabulary = Vocabulary::standard();
        for (term, choices) in [ORDER, ORDER_DEFAMATION, CONSEQUENCES, AGGRAVATIONS].concat() {
            assert_ne!(vocabulary.get(term).unwrap().kind, redress_facts::Kind::Judgement, "{term}");
            let of = |choice: Option<&str>| CircumstancePart {
                term: term.to_owned(),
                choice: choice.map(str::to_owned),
                exhibits: Vec::new(),
                more: 0,
            };
            let parts: Vec<CircumstancePart> = if choices.is_empty() {
                vec![of(None)]
            } else {
                choices.iter().map(|one| of(Some(one))).collect()
            };
            for part in parts {
                assert!(text.texts.contains_key(&part.key()), "{}", part.key());
            }
        }
    }
}
