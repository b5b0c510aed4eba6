//! 行政复议申请书: 行政复议法 11, 20-24, in force 2024-01-01.

use crate::parts::{
    APPLICATION_DETAILS, ApplicantsPart, DocumentPart, ExhibitPart, close, day_zh, last_day, lay_evidence,
    lay_own,
};
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_paper::{Block, Cell, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The input of an application for administrative reconsideration.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AdministrativeReconsiderationInput {
    /// 申请人.
    pub applicants: ApplicantsPart,
    /// 被申请人; absent: the body of the act that is contested.
    pub respondent: Option<String>,
    /// Its address.
    pub respondent_address: Option<String>,
    /// Every act that was recorded.
    pub acts: Vec<ContestedAct>,
    /// Which of them is contested, from 1. With one alone it need not be said.
    pub which: Option<u32>,
    /// Requests and reports to the police.
    pub asked_before: Vec<DocumentPart>,
    /// Requests beside the one that the form makes.
    pub requests: Option<String>,
    /// What happened.
    pub own_words: Option<String>,
    /// Grounds.
    pub grounds: Option<String>,
    /// The public-security case so far.
    pub steps: Vec<DocumentPart>,
    /// The last of the sixty days.
    pub last_day: Option<String>,
    /// The same from learning of the right.
    pub last_day_learned: Option<String>,
    /// The evidence list.
    pub exhibits: Vec<ExhibitPart>,
    /// 行政复议机关.
    pub government: Option<String>,
    /// Day of signing.
    pub date: Option<String>,
}

/// An act that may be contested.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ContestedAct {
    /// Its kind; absent where the record leaves it open.
    pub kind: Option<ActKind>,
    /// The paper, or the step that shows that nothing was done.
    pub paper: DocumentPart,
    /// The day on which it became known.
    pub known: Option<String>,
}

/// Kinds of act, as far as the law tells them apart for the order of remedies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ActKind {
    /// 不履行法定职责: 行政复议法 11(十一).
    Inaction,
    /// 当场作出的行政处罚决定: 23(1)(一).
    OnTheSpot,
    /// Another decision.
    Decision,
}

/// The form.
pub(super) struct AdministrativeReconsideration;

impl FormKind for AdministrativeReconsideration {
    type Input = AdministrativeReconsiderationInput;
    const ID: &'static str = "administrative-reconsideration";
    const TEXT: &'static str = include_str!("../../../../forms/administrative-reconsideration/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = APPLICATION_DETAILS;
    const QUOTES: bool = false;

    fn fill(source: &Source<'_>) -> AdministrativeReconsiderationInput {
        let asked = [
            ("reconsideration", &["performance-asked"][..]),
            ("administrative-penalty", &["reported", "received"]),
        ];
        let limit = |id: &str| last_day(source, &[id], None).map(day_zh);
        AdministrativeReconsiderationInput {
            applicants: ApplicantsPart::of(source),
            acts: acts(source),
            asked_before: DocumentPart::steps(source, &asked),
            steps: DocumentPart::steps(source, &[("administrative-penalty", &[])]),
            last_day: limit("reconsideration-20-sixty-days"),
            last_day_learned: limit("reconsideration-20-sixty-days-from-learning"),
            exhibits: ExhibitPart::all(source),
            date: Some(day_zh(source.today)),
            ..AdministrativeReconsiderationInput::default()
        }
    }

    fn lay(input: &AdministrativeReconsiderationInput, pen: &mut Pen<'_>) {
        pen.title();
        pen.heading(1, "parties");
        input.applicants.lay(pen, "applicants", "applicant");
        let act = contested(input);
        respondent(input, act, pen);
        contested_act(input, act, pen);
        requests(input, act, pen);
        facts(input, act, pen);
        time(input, pen);
        lay_evidence(pen, &input.exhibits);
        let organ = ("organ", "government", input.government.as_deref());
        let annexes =
            ["annexed-copies", "annexed-act", "annexed-evidence", "annexed-identity", "annexed-mandate"];
        close(pen, organ, "signed", input.date.as_deref(), &annexes);
    }

    fn day(input: &AdministrativeReconsiderationInput) -> Option<&str> {
        input.date.as_deref()
    }
}

/// The acts on file. A refusal to open a criminal case is none of them (法释〔2018〕1号 1(2)(一), in force 2018-02-08).
fn acts(source: &Source<'_>) -> Vec<ContestedAct> {
    let steps = |procedure: &str, event: &str| DocumentPart::steps(source, &[(procedure, &[event])]);
    let mut found: Vec<ContestedAct> = steps("reconsideration", "inaction-known")
        .into_iter()
        .map(|paper| {
            // What was not done has no day of its own.
            let known = paper.on.clone();
            ContestedAct { kind: Some(ActKind::Inaction), known, paper: DocumentPart { on: None, ..paper } }
        })
        .collect();
    let known = known_decisions(source);
    let decided = ["penalty-decided", "no-penalty-decided"];
    let served = DocumentPart::last(source, "administrative-penalty", &["served"]);
    let decisions = DocumentPart::steps(source, &[("administrative-penalty", &decided)]);
    let alone = decisions.len() == 1;
    for paper in
        decisions.into_iter().filter(|paper| !known.iter().any(|one| one.paper.number == paper.number))
    {
        // Which of several decisions was served that day, the record does not say.
        let known = served.as_ref().filter(|_| alone).and_then(|one| one.on.clone());
        found.push(ContestedAct { kind: Some(ActKind::Decision), known, paper });
    }
    found.extend(known);
    // Told that nothing follows: whether that is a refusal to perform, a person says.
    let declined = steps("administrative-penalty", "declined").into_iter();
    found.extend(declined.map(|paper| ContestedAct { kind: None, known: paper.on.clone(), paper }));
    found
}

/// Decisions of which the day of knowing was recorded, with their kind.
fn known_decisions(source: &Source<'_>) -> Vec<ContestedAct> {
    let mut found = Vec::new();
    for (_, track) in source.docket.tracks().filter(|(key, _)| key.procedure == "reconsideration") {
        let known = track.history.iter().filter(|done| done.event.event == "decision-known");
        for done in known {
            let spot = done.event.reason.as_deref() == Some("on-the-spot");
            let kind = Some(if spot { ActKind::OnTheSpot } else { ActKind::Decision });
            let paper = DocumentPart::of(source, done);
            found.push(ContestedAct {
                kind,
                known: paper.on.clone(),
                paper: DocumentPart { on: None, ..paper },
            });
        }
    }
    found
}

/// The one act of the application: 行政复议法 22 asks for one application each.
fn contested(input: &AdministrativeReconsiderationInput) -> Option<&ContestedAct> {
    match (input.which, input.acts.as_slice()) {
        (None, [only]) => Some(only),
        (None, _) => None,
        (Some(which), acts) => acts.get(usize::try_from(which).ok()?.checked_sub(1)?),
    }
}

fn respondent(input: &AdministrativeReconsiderationInput, act: Option<&ContestedAct>, pen: &mut Pen<'_>) {
    pen.heading(2, "respondent");
    let named = input.respondent.as_deref();
    let name = named.or_else(|| act.and_then(|act| act.paper.body.as_deref()));
    let mut rows = Vec::new();
    pen.row(&mut rows, "respondent-organ", "respondent", name);
    pen.row(&mut rows, "respondent-address", "respondent_address", input.respondent_address.as_deref());
    pen.grid("respondent", rows);
}

fn kind_key(kind: ActKind) -> &'static str {
    match kind {
        ActKind::Inaction => "kind-inaction",
        ActKind::OnTheSpot => "kind-on-the-spot",
        ActKind::Decision => "kind-decision",
    }
}

fn contested_act(input: &AdministrativeReconsiderationInput, act: Option<&ContestedAct>, pen: &mut Pen<'_>) {
    pen.heading(1, "act");
    let Some(act) = act else {
        // With none on file the act is told; of several one is chosen.
        let field = if input.acts.is_empty() { "acts" } else { "which" };
        let runs = pen.absent("act-none", field);
        pen.paragraph(runs);
        others(input, None, pen);
        return;
    };
    let at = input.acts.iter().position(|one| one == act).unwrap_or_default();
    pen.within("acts", |pen| {
        pen.within(at, |pen| {
            let mut rows = Vec::new();
            let kind = match act.kind {
                Some(kind) => pen.say(kind_key(kind)),
                None => pen.absent("act-kind", "kind"),
            };
            rows.push(vec![Cell::label(pen.say("act-kind")), Cell::of(kind)]);
            let paper = &act.paper;
            for (key, value) in [
                ("act-what", &paper.what),
                ("act-body", &paper.body),
                ("document-number", &paper.number),
                ("document-on", &paper.on),
            ] {
                if value.is_some() {
                    pen.row(&mut rows, key, "paper", value.as_deref());
                }
            }
            pen.row(&mut rows, "act-known", "known", act.known.as_deref());
            pen.grid("act", rows);
        });
    });
    others(input, Some(act), pen);
    DocumentPart::lay_list(pen, "asked-before", &input.asked_before);
}

/// The acts that are left to their own applications, with the numbers by which one is chosen.
fn others(input: &AdministrativeReconsiderationInput, act: Option<&ContestedAct>, pen: &mut Pen<'_>) {
    let rest = (1_usize..).zip(&input.acts).filter(|(_, one)| Some(*one) != act);
    let items: Vec<Vec<Run>> = rest
        .map(|(number, one)| {
            let parts = [&one.paper.what, &one.paper.body, &one.paper.number, &one.known];
            let text = parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join("，");
            vec![Run::plain(format!("（{number}）")), Run::filled(text)]
        })
        .collect();
    if !items.is_empty() {
        pen.tell("act-others");
        pen.block(Block::List { ordered: false, items });
    }
}

fn requests(input: &AdministrativeReconsiderationInput, act: Option<&ContestedAct>, pen: &mut Pen<'_>) {
    pen.heading(1, "requests");
    match act.and_then(|act| act.kind) {
        Some(ActKind::Inaction) => pen.tell("request-inaction"),
        Some(ActKind::OnTheSpot | ActKind::Decision) => pen.tell("request-decision"),
        None => {}
    }
    lay_own(pen, "request-other", "requests", input.requests.as_deref());
}

fn facts(input: &AdministrativeReconsiderationInput, act: Option<&ContestedAct>, pen: &mut Pen<'_>) {
    pen.heading(1, "facts");
    lay_own(pen, "own-words", "own_words", input.own_words.as_deref());
    DocumentPart::lay_list(pen, "steps", &input.steps);
    match act.and_then(|act| act.kind) {
        Some(ActKind::Inaction) => pen.tell("law-inaction"),
        Some(ActKind::OnTheSpot) => pen.tell("law-on-the-spot"),
        Some(ActKind::Decision) => pen.tell("law-decision"),
        None => {}
    }
    lay_own(pen, "grounds", "grounds", input.grounds.as_deref());
}

fn time(input: &AdministrativeReconsiderationInput, pen: &mut Pen<'_>) {
    pen.heading(1, "time");
    let mut rows = Vec::new();
    for (key, field, value) in [
        ("last-day", "last_day", &input.last_day),
        ("last-day-learned", "last_day_learned", &input.last_day_learned),
    ] {
        if value.is_some() {
            pen.row(&mut rows, key, field, value.as_deref());
        }
    }
    if !rows.is_empty() {
        pen.grid("time", rows);
    }
    pen.tell("time-note");
}

#[cfg(test)]
mod tests {
    use super::{AdministrativeReconsiderationInput, ContestedAct, contested};

    /// 行政复议法 22, in force 2024-01-01: one application each; which of several, a person says.
    #[test]
    fn one_application_contests_one_act() {
        let act = ContestedAct::default();
        let other = ContestedAct { known: Some("2026年3月1日".to_owned()), ..ContestedAct::default() };
        let one = AdministrativeReconsiderationInput { acts: vec![act.clone()], ..Default::default() };
        assert_eq!(contested(&one), Some(&act));
        let two = AdministrativeReconsiderationInput { acts: vec![act, other.clone()], ..Default::default() };
        assert_eq!(contested(&two), None);
        let chosen = AdministrativeReconsiderationInput { which: Some(2), ..two.clone() };
        assert_eq!(contested(&chosen), Some(&other));
        for beyond in [0, 3] {
            assert_eq!(
                contested(&AdministrativeReconsiderationInput { which: Some(beyond), ..two.clone() }),
                None
            );
        }
    }
}
