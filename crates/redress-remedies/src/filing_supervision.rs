//! 立案监督: what there is to do where the police do not open a criminal case (Guiding Opinions 14; 刑事诉讼法 112,
//! 113, 180 (2018-10-26); police rules 178, 179, 182 (2020); 人民检察院刑事诉讼规则 557-564 (2019-12-30)).
//!
//! Three ways, which may be gone side by side: reconsideration and review inside the police, supervision by the
//! procuratorate, and the private suit, which has its own route.

use crate::article_ten;
use crate::cite::{
    ADMINISTRATIVE_SUIT_INTERPRETATION, CRIMINAL_LAW, CRIMINAL_PROCEDURE, OPINIONS, POLICE_CRIMINAL_RULES,
    PROCURATORATE_RULES,
};
use crate::complainant::natural_person;
use crate::desk::Desk;
use crate::draft::Draft;
use crate::duty::Dates;
use crate::element::Element;
use crate::part::{Part, note};
use crate::police::{self, SERVED};
use crate::{Cite, Deadline, Route, RouteId, Who};
use redress_base::Value;
use redress_facts::Scope;
use redress_law::period::{Length, Period, Regime};

const DECISION: &str = "decision";
const REPORT: &str = "report_date";

/// How supervision of filing stands.
pub(crate) fn route(desk: &Desk<'_>) -> Route {
    let person = natural_person(desk, CRIMINAL_LAW.art("246").item("1"));
    let mut conditions = vec![article_ten::gate(desk, article_ten::criminal), person, not_filed(desk)];
    if desk.raised(&Scope::Case, "filer_role") {
        let entitled =
            desk.choice(&Scope::Case, "filer_role", &["victim", "legal-representative", "close-relative"]);
        let cites = vec![CRIMINAL_PROCEDURE.art("113"), PROCURATORATE_RULES.art("557")];
        conditions.push(Part::line("remedies-supervision-by-victim", &Scope::Case, entitled, cites));
    }
    let mut draft = Draft::new(RouteId::FilingSupervision, conditions);
    notes(desk, &mut draft);
    dates(desk, &mut draft);
    steps(&mut draft);
    papers(&mut draft);
    warnings(&mut draft);
    duties(desk, &mut draft);
    draft.finish(desk)
}

/// The police refused, did not answer, or let their time pass. As long as they may still decide, the route waits;
/// where they have opened a case there is nothing to supervise.
fn not_filed(desk: &Desk<'_>) -> Part {
    let refused = desk.choice(&Scope::Case, DECISION, &["criminal-refused", "no-answer"]);
    let overdue = desk.fact(&Scope::Case, "filing_review_overdue");
    let overdue = if desk.raised(&Scope::Case, "filing_review_overdue") { vec![overdue] } else { vec![] };
    let either = Element::any(std::iter::once(refused).chain(overdue));
    let open = police::case_open(desk);
    let cites = vec![OPINIONS.art("14"), CRIMINAL_PROCEDURE.art("113"), PROCURATORATE_RULES.art("562")];
    if open.value == Value::TT {
        return Part::line("remedies-supervision-case-opened", &Scope::Case, open.not(), cites);
    }
    Part::curable("remedies-supervision-not-filed", &Scope::Case, either, cites)
}

fn notes(desk: &Desk<'_>, draft: &mut Draft) {
    draft.note(note("remedies-supervision-three-ways", vec![OPINIONS.art("14")]));
    let accuser = desk.choice(&Scope::Case, "filed_as", &["accusation"]);
    let cites = vec![CRIMINAL_PROCEDURE.art("112"), POLICE_CRIMINAL_RULES.art("178").item("2")];
    draft.shown(Part::line("remedies-supervision-accuser", &Scope::Case, accuser, cites));
}

/// The seven days for a petition against a decision not to prosecute.
pub(crate) fn petition(desk: &Desk<'_>) -> Deadline {
    let seven = Period::new(Length::Days(7), Regime::CriminalProcedure);
    let cites = [CRIMINAL_PROCEDURE.art("180")];
    Deadline::of_case(
        desk,
        "remedies-deadline-non-prosecution-petition",
        "non_prosecution_received_date",
        seven,
        &cites,
    )
    .done_by(desk, "non_prosecution_petition_date")
}

fn dates(desk: &Desk<'_>, draft: &mut Draft) {
    if let Some(seven) = police::refusal_reconsideration(desk) {
        draft.deadline(seven);
    }
    let police = |code: &str, from: &str, days: u16, done: &str, item: &str| {
        let period = Period::new(Length::Days(days), Regime::PoliceProcedure);
        let cites = [POLICE_CRIMINAL_RULES.art("179").item(item)];
        Deadline::of_case(desk, code, from, period, &cites).done_by(desk, done)
    };
    let longer = desk.value(&Scope::Case, "reconsideration_extended") == Value::TT;
    let days = if longer { 60 } else { 30 };
    let (asked, answered) = ("police_reconsideration_date", "police_reconsideration_decided_date");
    draft.once_known(
        police("remedies-deadline-police-reconsideration-decision", asked, days, answered, "1")
            .for_authority(),
    );
    let (received, review) = ("police_reconsideration_received_date", "police_review_date");
    draft.once_known(police("remedies-deadline-police-re-review", received, 7, review, "2"));
    let decided = "police_review_decided_date";
    draft.once_known(
        police("remedies-deadline-police-re-review-decision", review, days, decided, "2").for_authority(),
    );
    draft.once_known(petition(desk));
}

fn steps(draft: &mut Draft) {
    draft.step(
        "remedies-step-police-reconsideration",
        Who::Person,
        vec![CRIMINAL_PROCEDURE.art("112"), POLICE_CRIMINAL_RULES.art("179"), OPINIONS.art("14")],
    );
    draft.step(
        "remedies-step-ask-oversight",
        Who::Person,
        vec![CRIMINAL_PROCEDURE.art("113"), PROCURATORATE_RULES.art("557")],
    );
    draft.step(
        "remedies-step-filing-oversight",
        Who::Procuratorate,
        vec![CRIMINAL_PROCEDURE.art("113"), PROCURATORATE_RULES.art("559"), OPINIONS.art("14")],
    );
    draft.step(
        "remedies-step-police-explain",
        Who::Police,
        vec![POLICE_CRIMINAL_RULES.art("182"), PROCURATORATE_RULES.art("560")],
    );
    draft.step(
        "remedies-step-notify-to-file",
        Who::Procuratorate,
        vec![CRIMINAL_PROCEDURE.art("113"), PROCURATORATE_RULES.art("561"), PROCURATORATE_RULES.art("563")],
    );
    draft.step("remedies-step-higher-police", Who::Person, vec![OPINIONS.art("14")]);
    draft.step(
        "remedies-step-sue-instead",
        Who::Person,
        vec![CRIMINAL_PROCEDURE.art("114"), CRIMINAL_PROCEDURE.art("210")],
    );
}

fn papers(draft: &mut Draft) {
    let asked = || vec![CRIMINAL_PROCEDURE.art("113"), PROCURATORATE_RULES.art("557")];
    draft.paper("remedies-paper-refusal-notice", vec![POLICE_CRIMINAL_RULES.art("178")]);
    draft.paper("remedies-paper-receipt", vec![POLICE_CRIMINAL_RULES.art("171")]);
    draft.paper("remedies-paper-police-reconsideration", vec![POLICE_CRIMINAL_RULES.art("179")]);
    draft.paper("remedies-paper-oversight-request", asked());
    draft.paper("remedies-paper-evidence-list", asked());
}

fn warnings(draft: &mut Draft) {
    let ask = "remedies-step-police-reconsideration";
    draft.warn(
        "remedies-warn-seven-days",
        ask,
        vec![POLICE_CRIMINAL_RULES.art("179"), CRIMINAL_PROCEDURE.art("180")],
    );
    draft.warn("remedies-warn-report-as-accuser", ask, vec![CRIMINAL_PROCEDURE.art("112")]);
    draft.warn(
        "remedies-warn-no-administrative-suit",
        ask,
        vec![ADMINISTRATIVE_SUIT_INTERPRETATION.art("1").item("2(1)")],
    );
}

/// What the police owe whoever reports, up to the notice of a refusal.
pub(crate) fn filing_duties(desk: &Desk<'_>, draft: &mut Draft) {
    let mut police =
        |code: &str, dates: Dates, cites: Vec<Cite>| draft.owes(desk, code, Who::Police, dates, cites);
    police(
        "remedies-duty-police-accept",
        Dates::from(REPORT).done("report_accepted_date").proof("receipt_held"),
        vec![CRIMINAL_PROCEDURE.art("110"), POLICE_CRIMINAL_RULES.art("169")],
    );
    police(
        "remedies-duty-receipt",
        Dates::from(REPORT).done("receipt_date").proof("receipt_held"),
        vec![POLICE_CRIMINAL_RULES.art("171")],
    );
    let day = Period::new(Length::Hours(24), Regime::PoliceProcedure);
    police(
        "remedies-duty-transfer-report",
        Dates::from("outside_jurisdiction_date").within(day).done("police_transfer_date"),
        vec![POLICE_CRIMINAL_RULES.art("175")],
    );
    let three = Period::new(Length::Days(3), Regime::PoliceProcedure);
    // What was served may be another decision.
    let served = if desk.mentions(DECISION, &["criminal-refused"]) {
        Dates::from("decision_date").within(three).done(SERVED)
    } else {
        Dates::default()
    };
    police(
        "remedies-duty-refusal-served",
        served,
        vec![CRIMINAL_PROCEDURE.art("112"), POLICE_CRIMINAL_RULES.art("178").item("2")],
    );
    if police_decided(desk) {
        draft.overtaken(&["remedies-duty-police-accept", "remedies-duty-receipt"]);
    }
}

/// Whether the police have decided anything: what they owed before that is behind them.
pub(crate) fn police_decided(desk: &Desk<'_>) -> bool {
    desk.mentions(DECISION, &["administrative-penalty", "no-penalty", "criminal-refused", "criminal-filed"])
}

fn duties(desk: &Desk<'_>, draft: &mut Draft) {
    filing_duties(desk, draft);
    let days = |n| Period::new(Length::Days(n), Regime::CriminalProcedure);
    let demand = Dates::from("oversight_request_date").done("reasons_requested_date");
    draft.owes(
        desk,
        "remedies-duty-demand-reasons",
        Who::Procuratorate,
        demand,
        vec![CRIMINAL_PROCEDURE.art("113"), PROCURATORATE_RULES.art("559")],
    );
    draft.owes(
        desk,
        "remedies-duty-explain-refusal",
        Who::Police,
        Dates::from("reasons_requested_date").within(days(7)).done("police_explained_date"),
        vec![POLICE_CRIMINAL_RULES.art("182"), PROCURATORATE_RULES.art("560")],
    );
    draft.owes(
        desk,
        "remedies-duty-tell-oversight-result",
        Who::Procuratorate,
        Dates::from("oversight_decided_date").within(days(10)).done("oversight_reply_date"),
        vec![PROCURATORATE_RULES.art("561")],
    );
    draft.owes(
        desk,
        "remedies-duty-file-on-notice",
        Who::Police,
        Dates::from("oversight_notice_date").within(days(15)).done("police_filed_date"),
        vec![CRIMINAL_PROCEDURE.art("113"), POLICE_CRIMINAL_RULES.art("182"), PROCURATORATE_RULES.art("563")],
    );
    draft.owes(
        desk,
        "remedies-duty-end-investigation",
        Who::Police,
        Dates::from("police_filed_date")
            .within(Period::new(Length::Months(3), Regime::CriminalProcedure))
            .done("investigation_ended_date"),
        vec![PROCURATORATE_RULES.art("564")],
    );
    let written = vec![POLICE_CRIMINAL_RULES.art("179"), PROCURATORATE_RULES.art("557")];
    draft.owes(desk, "remedies-duty-person-as-accuser", Who::Person, Dates::standing(), written);
}
