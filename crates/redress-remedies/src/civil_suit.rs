//! 民事诉讼: reputation, privacy, personal information (民法典 1024-1038, in force 2021-01-01;
//! Guiding Opinions 9).
//!
//! Article 10 does not decide here: the Civil Code has its own tests (998, 999, 1025, 1026). An unknown
//! speaker does not close the route: the platform may be sued first and the court may order it to say
//! who it was (法释〔2014〕11号 2-3).

use crate::cite::{
    CIVIL_CODE, CIVIL_CODE_TIME, CIVIL_PROCEDURE, CIVIL_PROCEDURE_INTERPRETATION, Cite, INTERNET_COURTS,
    MENTAL_DAMAGES, NETWORK_TORT, OPINIONS,
};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::element::Element;
use crate::part::{Part, note};
use crate::{Reason, Route, RouteId, Who, civil_limitation};
use redress_base::{Date, Value};
use redress_facts::Scope;

/// How a civil suit stands.
pub(crate) fn route(desk: &Desk<'_>) -> Route {
    let mut draft = Draft::new(RouteId::CivilSuit, vec![infringement(desk)]);
    draft.deadlines(civil_limitation::money_claims(desk));
    notes(desk, &mut draft);
    steps(&mut draft);
    warnings(desk, &mut draft);
    draft.duty("remedies-duty-register-seven-days", Who::Court, vec![CIVIL_PROCEDURE.art("126")]);
    draft.duty("remedies-duty-platform-notice", Who::Platform, vec![CIVIL_CODE.art("1195")]);
    draft.duty("remedies-duty-legal-aid", Who::LegalAid, vec![crate::cite::LEGAL_AID.art("43")]);
    draft.finish(desk)
}

/// At least one statement infringes reputation, or spreads privacy where the file raises that.
pub(crate) fn infringement(desk: &Desk<'_>) -> Part {
    let of = |scope: &Scope| {
        let reputation = reputation(desk, scope);
        if !desk.raised(scope, "privacy_spread") {
            return reputation;
        }
        let privacy = desk.fact(scope, "privacy_spread");
        let cites = vec![CIVIL_CODE.art("1032"), CIVIL_CODE.art("1033"), OPINIONS.art("9")];
        Part::any(vec![reputation, Part::line("remedies-civil-privacy", scope, privacy, cites)])
    };
    Part::any_statement(desk.statements().iter().map(of).collect(), "remedies-no-statement")
}

/// Reputation. Where everything that the claimant has to show is made out and only a defence is open
/// that the other side has to show (1025), the suit can be brought: the line says so.
fn reputation(desk: &Desk<'_>, scope: &Scope) -> Part {
    const RULE: &str = "civil-reputation";
    let cites = vec![CIVIL_CODE.art("1024"), CIVIL_CODE.art("1025"), OPINIONS.art("9")];
    let strict = desk.rule(scope, RULE);
    let presumed = desk.outcome(scope, RULE).is_some_and(|outcome| outcome.presumptive == Value::TT);
    if strict.value == Value::UU && presumed {
        let shown = Element { value: Value::TT, bringable: false, ..strict };
        return Part::line("remedies-civil-reputation-unless-defence", scope, shown, cites);
    }
    Part::line("remedies-civil-reputation", scope, strict, cites)
}

fn notes(desk: &Desk<'_>, draft: &mut Draft) {
    let known = desk.value(&Scope::Case, "defendant_identified");
    let code =
        if known == Value::TT { "remedies-civil-defendant-known" } else { "remedies-civil-platform-first" };
    draft.note(note(code, vec![NETWORK_TORT.art("2"), NETWORK_TORT.art("3")]));
    draft.note(note("remedies-civil-no-limit-to-stop", vec![CIVIL_CODE.art("995")]));
    let code_in_force = Date::constant(2021, 1, 1);
    let before = |scope: &Scope| {
        desk.days(scope, "act_date").is_some_and(|days| days.earliest < code_in_force)
    };
    if desk.statements().iter().any(before) {
        let cites = vec![CIVIL_CODE_TIME.art("1"), CIVIL_CODE_TIME.art("24")];
        draft.note(Reason { contested: true, ..note("remedies-civil-before-the-code", cites) });
    }
}

fn steps(draft: &mut Draft) {
    draft.step("remedies-step-seal", Who::Person, vec![CIVIL_PROCEDURE.art("124")]);
    draft.final_step("remedies-step-notify-platform", Who::Person, vec![CIVIL_CODE.art("1195")]);
    draft.step("remedies-step-preserve-evidence", Who::Person, vec![CIVIL_PROCEDURE.art("84")]);
    draft.step(
        "remedies-step-file-civil-suit",
        Who::Person,
        vec![
            CIVIL_PROCEDURE.art("122"),
            CIVIL_PROCEDURE_INTERPRETATION.art("24"),
            CIVIL_PROCEDURE_INTERPRETATION.art("25"),
        ],
    );
    draft.step("remedies-step-ask-disclosure", Who::Person, vec![NETWORK_TORT.art("3")]);
    draft.step(
        "remedies-step-claim-costs",
        Who::Person,
        vec![NETWORK_TORT.art("11"), NETWORK_TORT.art("12")],
    );
}

fn warnings(desk: &Desk<'_>, draft: &mut Draft) {
    draft.warn(
        "remedies-warn-wrong-notice",
        "remedies-step-notify-platform",
        vec![CIVIL_CODE.art("1195").item("3")],
    );
    draft.warn_mental_damages("remedies-step-file-civil-suit");
    draft.warn(
        "remedies-warn-abusive-words",
        "remedies-step-file-civil-suit",
        vec![CIVIL_PROCEDURE_INTERPRETATION.art("210")],
    );
    draft.warn(
        "remedies-warn-how-evidence-was-got",
        "remedies-step-seal",
        vec![CIVIL_PROCEDURE_INTERPRETATION.art("106")],
    );
    if desk.today() >= Date::constant(2025, 11, 1) {
        draft.warn(
            "remedies-warn-which-court",
            "remedies-step-file-civil-suit",
            vec![INTERNET_COURTS.art("1")],
        );
    }
    if desk.mentions("complainant_kind", &["company", "platform", "organisation"]) {
        let cites: Vec<Cite> = vec![MENTAL_DAMAGES.art("4").unverified(), OPINIONS.art("9")];
        draft.warn(
            "remedies-warn-no-mental-damages-for-organisations",
            "remedies-step-file-civil-suit",
            cites,
        );
    }
}
