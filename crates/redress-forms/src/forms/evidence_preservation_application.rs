//! 证据保全申请书, before or within a suit (民事诉讼法 84, in force 2024-01-01, day unverified; 法释〔2019〕19号 25, in force 2020-05-01).

use super::complaint::{choice, each};
use crate::parts::{
    CIVIL_RESPONDENT_DETAILS, CLAIMANT_DETAILS, ClaimantPart, ExhibitPart, RespondentPart, StatementPart,
    StepPart, day_zh, numbered, recorded,
};
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_paper::{Align, Cell, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// When it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PreservationTime {
    /// 诉前: in urgent cases, before suit (民事诉讼法 84(二)).
    BeforeSuit,
    /// 诉中.
    InSuit,
}

/// A piece of evidence to be preserved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PreservedPart {
    /// 名称、内容: which post of which account.
    pub what: Option<String>,
    /// Where it is: link, platform.
    pub place: Option<String>,
    /// Who holds it.
    pub holder: Option<String>,
    /// What it is to prove.
    pub proves: Option<String>,
    /// Numbers of the exhibits that show that it exists.
    pub exhibits: Vec<u32>,
}

/// The input of an application for the preservation of evidence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PreservationInput {
    /// 申请人.
    pub claimant: ClaimantPart,
    /// 被申请人.
    pub respondents: Vec<RespondentPart>,
    /// Before or within a suit.
    pub time: Option<PreservationTime>,
    /// Steps of the suit on file.
    pub case_steps: Vec<StepPart>,
    /// 证据基本情况.
    pub evidence: Vec<PreservedPart>,
    /// Statements and parties of the other side that this paper leaves out.
    pub left_out: Vec<String>,
    /// 申请理由: why it may be lost or hard to get later.
    pub reason: Option<String>,
    /// Why it is urgent, before suit.
    pub urgent: Option<String>,
    /// 保全措施.
    pub measures: Vec<String>,
    /// Whether the measure limits the use of what is preserved, or may do harm (法释〔2019〕19号 26).
    pub limits_use: Option<bool>,
    /// Security offered then.
    pub security: Option<String>,
    /// 证据目录, from which exhibits are quoted.
    pub exhibits: Vec<ExhibitPart>,
    /// The court.
    pub court: Option<String>,
    /// Day of signing.
    pub date: Option<String>,
}

/// The form.
pub(super) struct EvidencePreservationApplication;

impl FormKind for EvidencePreservationApplication {
    type Input = PreservationInput;
    const ID: &'static str = "evidence-preservation-application";
    const TEXT: &'static str = include_str!("../../../../forms/evidence-preservation-application/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = &{
        let [victim, relative, guardian, agent] = CLAIMANT_DETAILS;
        [victim, relative, guardian, agent, (Capacity::Respondent, CIVIL_RESPONDENT_DETAILS)]
    };
    const QUOTES: bool = true;

    fn fill(source: &Source<'_>) -> PreservationInput {
        let case_steps = StepPart::all(source, "civil-suit", &["filed", "registered"]);
        // A suit on file is within a suit; without one, only somebody who said so asks before it.
        let time = match recorded::truth(source, "preservation_before_suit") {
            _ if !case_steps.is_empty() => Some(PreservationTime::InSuit),
            Some(true) => Some(PreservationTime::BeforeSuit),
            _ => None,
        };
        PreservationInput {
            left_out: source.all_left_out(),
            claimant: ClaimantPart::of(source),
            respondents: RespondentPart::all(source),
            time,
            case_steps,
            evidence: StatementPart::all(source).iter().map(PreservedPart::of).collect(),
            limits_use: recorded::truth(source, "preservation_limits_use"),
            exhibits: ExhibitPart::all(source),
            date: Some(day_zh(source.today)),
            ..PreservationInput::default()
        }
    }

    fn lay(input: &PreservationInput, pen: &mut Pen<'_>) {
        pen.title();
        parties(input, pen);
        pen.heading(1, "evidence");
        if input.evidence.is_empty() {
            let runs = pen.absent("evidence-needed", "evidence");
            pen.paragraph(runs);
        }
        each(pen, "evidence", "evidence-one", &input.evidence, |one, pen| one.lay(pen, &input.exhibits));
        reasons(input, pen);
        measures(input, pen);
        super::close(pen, &input.claimant, input.court.as_deref(), input.date.as_deref(), false);
    }

    fn day(input: &PreservationInput) -> Option<&str> {
        input.date.as_deref()
    }
}

impl PreservedPart {
    fn of(statement: &StatementPart) -> PreservedPart {
        let account =
            statement.account.as_ref().map(|account| format!("账号“{account}”")).unwrap_or_default();
        let first = statement.first.as_ref().map(|first| format!("于{first}")).unwrap_or_default();
        let who = format!("{account}{first}");
        PreservedPart {
            what: (!who.is_empty()).then(|| format!("{who}发布的信息（{}）", statement.named_zh())),
            place: statement.link.clone().or_else(|| statement.platform.clone()),
            exhibits: statement.exhibit.iter().map(|one| one.number).collect(),
            ..PreservedPart::default()
        }
    }

    fn lay(&self, pen: &mut Pen<'_>, listed: &[ExhibitPart]) {
        let mut rows = Vec::new();
        let fields = [
            ("evidence-what", "what", &self.what),
            ("evidence-place", "place", &self.place),
            ("evidence-holder", "holder", &self.holder),
            ("evidence-proves", "proves", &self.proves),
        ];
        for (key, field, value) in fields {
            pen.row_named(&mut rows, key, field, value.as_deref());
        }
        let shown = numbered(&self.exhibits, listed);
        if !shown.is_empty() {
            let shown = pen.exhibits(&shown);
            rows.push(vec![Cell::label(pen.say("evidence-shown")), Cell::of(shown)]);
        }
        pen.grid("evidence-one", rows);
    }
}

fn parties(input: &PreservationInput, pen: &mut Pen<'_>) {
    pen.heading(1, "parties");
    input.claimant.lay(pen, "applicant");
    each(pen, "respondents", "respondent", &input.respondents, |one, pen| one.lay_known(pen, "respondent"));
    pen.heading(2, "time");
    let runs = match input.time {
        Some(PreservationTime::BeforeSuit) => pen.say("time-before-suit"),
        Some(PreservationTime::InSuit) => pen.say("time-in-suit"),
        None => pen.absent("time-label", "time"),
    };
    pen.paragraph(runs);
    StepPart::lay_all(pen, &input.case_steps);
}

fn reasons(input: &PreservationInput, pen: &mut Pen<'_>) {
    pen.heading(1, "reasons");
    let own = pen.value("reason-label", "reason", input.reason.as_deref());
    let runs = pen.say_with("reason-own", &[("words", own)]);
    pen.paragraph(runs);
    if input.time == Some(PreservationTime::BeforeSuit) {
        let urgent = pen.value("urgent-label", "urgent", input.urgent.as_deref());
        let runs = pen.say_with("urgent", &[("words", urgent)]);
        pen.paragraph(runs);
    }
    let law = match input.time {
        Some(PreservationTime::BeforeSuit) => "law-before-suit",
        _ => "law-in-suit",
    };
    pen.tell(law);
}

fn measures(input: &PreservationInput, pen: &mut Pen<'_>) {
    pen.heading(1, "measures");
    if input.measures.is_empty() {
        let runs = pen.absent("measures-label", "measures");
        pen.paragraph(runs);
    }
    let items = input.measures.iter().map(|measure| vec![Run::filled(measure.as_str())]).collect();
    super::civil_claims::places(pen, items);
    pen.heading(1, "security");
    let mut runs = pen.say("limits-use");
    runs.extend(choice(pen, "limits-use", "limits_use", input.limits_use, ("yes", "no")));
    pen.line(Align::Start, runs);
    if input.limits_use == Some(true) {
        let own = pen.value("security-label", "security", input.security.as_deref());
        let runs = pen.say_with("security-own", &[("words", own)]);
        pen.paragraph(runs);
    }
}
