//! 公诉: insult or defamation that seriously endangers social order (刑法 246(2)).
//!
//! The gate is Guiding Opinions 12 (in force 2023-09-20): each of its circumstances also needs 社会影响
//! 恶劣. Filing and its control: 刑事诉讼法 110-113, police rules 176-179, Opinions 13 and 14.

use crate::cite::{
    CRIMINAL_LAW, CRIMINAL_PROCEDURE, CRIMINAL_PROCEDURE_INTERPRETATION, LEGAL_AID, OPINIONS,
    POLICE_CRIMINAL_RULES, POLICE_FILING_OPINION, PROCURATORATE_RULES,
};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::element::Element;
use crate::limitation::deadline;
use crate::offence::{natural_person, offence};
use crate::part::{Part, note};
use redress_law::period::{Length, Period, Regime};
use crate::{Route, RouteId, Who, police};
use redress_base::{Date, Value};
use redress_facts::Scope;

/// How public prosecution stands.
pub(crate) fn route(desk: &Desk<'_>) -> Route {
    let offence = offence(desk);
    let mut draft = Draft::new(
        RouteId::PublicProsecution,
        vec![offence.part, natural_person(desk, CRIMINAL_LAW.art("246").item("1")), gate(desk)],
    );
    draft.deadlines(offence.deadlines);
    notes(desk, &mut draft);
    dates(desk, &mut draft);
    steps(desk, &mut draft);
    warnings(desk, &mut draft);
    duties(&mut draft);
    draft.finish(desk)
}

/// 严重危害社会秩序: the circumstances of Article 12, each with its social impact, or what the law room
/// found under 刑法 246(2).
pub(crate) fn gate(desk: &Desk<'_>) -> Part {
    let fact = |term: &str| desk.fact(&Scope::Case, term);
    let all = |terms: &[&str]| Element::all(terms.iter().map(|term| fact(term)));
    let impact = |what: Element| Element::all([what, fact("vile_social_impact")]);
    let item = |code: &str, number: &str, what: Element| {
        let cites = vec![OPINIONS.art("12").item(number)];
        Part::line(code, &Scope::Case, impact(what), cites)
    };
    let target = [
        "random_public_target",
        "wide_spread",
        "many_vulgar_comments",
        "network_order_destroyed",
    ];
    let mut parts = vec![
        item("remedies-order-grave-consequence", "1", grave_consequence(desk)),
        item("remedies-order-random-target", "2", all(&target)),
        item("remedies-order-many-or-repeated", "3", fact("many_victims_or_repeated")),
        // The Chinese wording of item 4 was not read.
        Part::line(
            "remedies-order-organised",
            &Scope::Case,
            impact(fact("organised_multi_platform")),
            vec![OPINIONS.art("12").item("4").unverified()],
        ),
    ];
    parts.push(law_room(desk));
    Part::any(parts)
}

/// Item 1 names the victim or a close relative and mental disorder, suicide "and the like". Self-harm is
/// named only in 法释〔2013〕21号: whether it counts here is for a person to judge.
fn grave_consequence(desk: &Desk<'_>) -> Element {
    let kind = |words: &[&str]| desk.choice(&Scope::Case, "grave_consequence", words);
    let alike = Element::all([kind(&["self-harm"]), desk.fact(&Scope::Case, "self_harm_counts")]);
    let person = desk.choice(&Scope::Case, "consequence_person", &["victim", "close-relative"]);
    Element::all([Element::any([kind(&["mental-disorder", "suicide", "other-grave"]), alike]), person])
}

/// 严重危害社会秩序 as a person or an authority judged it, or as the rule came out.
fn law_room(desk: &Desk<'_>) -> Part {
    let cites = vec![CRIMINAL_LAW.art("246").item("2"), OPINIONS.art("12").item("5")];
    let judged = desk.fact(&Scope::Case, "social_order_endangered");
    Part::line("remedies-order-endangered", &Scope::Case, judged, cites)
}

fn notes(desk: &Desk<'_>, draft: &mut Draft) {
    if police::case_open(desk).value == Value::TT {
        draft.note(note("remedies-police-case-open", vec![OPINIONS.art("13")]));
    }
    if desk.today() < Date::constant(2023, 9, 20) {
        draft.note(note("remedies-opinions-not-yet", vec![CRIMINAL_LAW.art("246").item("2")]));
    }
    draft.note(note("remedies-order-factors", vec![OPINIONS.art("12")]));
}

fn dates(desk: &Desk<'_>, draft: &mut Draft) {
    const REPORT: &str = "report_date";
    let reported = desk.days(&Scope::Case, REPORT);
    if reported.is_some() && police::case_open(desk).value != Value::TT {
        for (code, days) in
            [("remedies-deadline-police-review", 3), ("remedies-deadline-police-review-longest", 30)]
        {
            let period = Period::new(Length::Days(days), Regime::PoliceProcedure);
            let cites = [POLICE_FILING_OPINION.art("1").unverified()];
            let review = deadline(desk, &Scope::Case, code, REPORT, reported, period, &cites);
            let served = desk.days(&Scope::Case, police::SERVED).map(|days| days.latest);
            draft.deadline(crate::Deadline { for_authority: true, ..review }.done(served));
        }
    }
    if let Some(seven) = police::refusal_reconsideration(desk) {
        draft.deadline(seven);
    }
}

fn steps(desk: &Desk<'_>, draft: &mut Draft) {
    let open = police::case_open(desk).value == Value::TT;
    if !open {
        draft.step("remedies-step-seal", Who::Person, vec![CRIMINAL_PROCEDURE.art("110")]);
        draft.step(
            "remedies-step-report-as-accuser",
            Who::Person,
            vec![CRIMINAL_PROCEDURE.art("110"), POLICE_CRIMINAL_RULES.art("17")],
        );
        draft.step("remedies-step-keep-receipt", Who::Person, vec![POLICE_CRIMINAL_RULES.art("171")]);
    }
    draft.step("remedies-step-describe-order", Who::Person, vec![OPINIONS.art("12")]);
    if !open {
        draft.step(
            "remedies-step-police-reconsideration",
            Who::Person,
            vec![CRIMINAL_PROCEDURE.art("112"), POLICE_CRIMINAL_RULES.art("179"), OPINIONS.art("14")],
        );
        draft.step(
            "remedies-step-filing-oversight",
            Who::Procuratorate,
            vec![CRIMINAL_PROCEDURE.art("113"), PROCURATORATE_RULES.art("557"), OPINIONS.art("14")],
        );
    }
    draft.step("remedies-step-legal-aid", Who::Person, vec![LEGAL_AID.art("29"), LEGAL_AID.art("42")]);
    draft.step(
        "remedies-step-join-as-victim",
        Who::Person,
        vec![OPINIONS.art("13"), CRIMINAL_PROCEDURE.art("46")],
    );
}

fn warnings(desk: &Desk<'_>, draft: &mut Draft) {
    draft.warn_mental_damages("");
    draft.warn(
        "remedies-warn-report-as-accuser",
        "remedies-step-report-as-accuser",
        vec![CRIMINAL_PROCEDURE.art("112")],
    );
    draft.warn(
        "remedies-warn-no-administrative-suit",
        "remedies-step-police-reconsideration",
        vec![crate::cite::ADMINISTRATIVE_SUIT_INTERPRETATION.art("1").item("2(1)")],
    );
    if desk.days(&Scope::Case, "private_suit_filed_date").is_some() {
        draft.warn(
            "remedies-warn-ask-for-ruling",
            "",
            vec![OPINIONS.art("13"), CRIMINAL_PROCEDURE_INTERPRETATION.art("320").item("2(6)")],
        );
    }
}

fn duties(draft: &mut Draft) {
    draft.duty(
        "remedies-duty-police-accept",
        Who::Police,
        vec![CRIMINAL_PROCEDURE.art("110"), POLICE_CRIMINAL_RULES.art("171")],
    );
    draft.duty("remedies-duty-refusal-served", Who::Police, vec![POLICE_CRIMINAL_RULES.art("178")]);
    draft.duty(
        "remedies-duty-tell-private-suit",
        Who::Police,
        vec![OPINIONS.art("13"), POLICE_CRIMINAL_RULES.art("176").item("1")],
    );
    draft.duty("remedies-duty-court-transfer", Who::Court, vec![OPINIONS.art("13")]);
    draft.duty_to_tell(Who::Procuratorate);
    draft.duty("remedies-duty-progress", Who::Police, vec![OPINIONS.art("17")]);
}
