//! 人格权侵害禁令: an order to stop, before or without a judgment (民法典 997, in force 2021-01-01;
//! Guiding Opinions 15).
//!
//! No national rules of procedure were found: courts differ between a special procedure and the
//! analogy to preservation (民事诉讼法 103-104). What rests on that analogy is marked.

use crate::cite::{
    CIVIL_CODE, CIVIL_PROCEDURE, CIVIL_PROCEDURE_INTERPRETATION, DOMESTIC_VIOLENCE, OPINIONS, WOMEN,
};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::element::Element;
use crate::part::{Part, note};
use crate::{Reason, Route, RouteId, Who, civil_suit};
use redress_base::{Date, Value};
use redress_facts::Scope;

/// How an injunction stands.
pub(crate) fn route(desk: &Desk<'_>) -> Route {
    let fact = |term: &str| desk.fact(&Scope::Case, term);
    let line = |code: &str, element: Element| {
        Part::line(code, &Scope::Case, element, vec![CIVIL_CODE.art("997"), OPINIONS.art("15")])
    };
    let conditions = vec![
        in_force(desk),
        line("remedies-injunction-ongoing", fact("ongoing_or_imminent")),
        unlawful(desk),
        line("remedies-injunction-irreparable", fact("irreparable_harm")),
        line("remedies-injunction-evidence", fact("injunction_evidence")),
    ];
    let mut draft = Draft::new(RouteId::Injunction, conditions);
    for line in civil_suit::infringement(desk).lines {
        draft.note(Reason { decisive: false, ..line });
    }
    let respondent = if desk.value(&Scope::Case, "defendant_identified") == Value::TT {
        "remedies-injunction-respondent-known"
    } else {
        "remedies-injunction-respondent-account"
    };
    draft.note(Reason { contested: true, ..note(respondent, vec![CIVIL_CODE.art("997")]) });
    steps(&mut draft);
    draft.warn("remedies-warn-no-national-procedure", "remedies-step-apply-injunction", vec![]);
    draft.warn(
        "remedies-warn-security",
        "remedies-step-apply-injunction",
        vec![CIVIL_PROCEDURE.art("103"), CIVIL_PROCEDURE.art("104").unverified()],
    );
    draft.warn(
        "remedies-warn-wrong-notice",
        "remedies-step-notify-platform",
        vec![CIVIL_CODE.art("1195").item("3")],
    );
    draft.duty(
        "remedies-duty-urgent-ruling",
        Who::Court,
        vec![CIVIL_PROCEDURE.art("103").unverified(), CIVIL_PROCEDURE.art("104").unverified()],
    );
    draft.finish(desk)
}

/// The Civil Code opened this route on 2021-01-01.
fn in_force(desk: &Desk<'_>) -> Part {
    let open = desk.today() >= Date::constant(2021, 1, 1);
    let value = if open { Value::TT } else { Value::FF };
    Part::line(
        "remedies-injunction-in-force",
        &Scope::Case,
        Element::fixed(value),
        vec![CIVIL_CODE.art("997")],
    )
}

/// An unlawful act against personality rights is for a person to judge; what the statements come to on
/// the material is shown beside it and does not take the judgement's place.
fn unlawful(desk: &Desk<'_>) -> Part {
    let cites = vec![CIVIL_CODE.art("997"), CIVIL_CODE.art("998")];
    let judged = desk.fact(&Scope::Case, "unlawful_act");
    Part::line("remedies-injunction-unlawful", &Scope::Case, judged, cites)
}

fn steps(draft: &mut Draft) {
    draft.step("remedies-step-seal-ongoing", Who::Person, vec![CIVIL_CODE.art("997")]);
    draft.final_step("remedies-step-notify-platform", Who::Person, vec![CIVIL_CODE.art("1195")]);
    draft.step(
        "remedies-step-apply-injunction",
        Who::Person,
        vec![CIVIL_CODE.art("997"), OPINIONS.art("15")],
    );
    draft.step("remedies-step-injunction-ruling", Who::Court, vec![OPINIONS.art("15")]);
    draft.step(
        "remedies-step-injunction-reconsideration",
        Who::Person,
        vec![CIVIL_PROCEDURE_INTERPRETATION.art("171").unverified()],
    );
    draft.step(
        "remedies-step-protection-order",
        Who::Person,
        vec![WOMEN.art("29"), DOMESTIC_VIOLENCE.art("23")],
    );
}
