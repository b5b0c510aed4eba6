//! The identity gap: a route asks for a definite other side, and nobody knows who it is.
//!
//! Three lawful ways, each through a body that may find out (刑法 246(3) and 法释〔2021〕1号 325(2);
//! 法释〔2014〕11号 3; 刑事诉讼法 110 and 治安管理处罚法 90). The program prepares the requests; it never identifies.

use crate::Who;
use crate::cite::{
    CRIMINAL_LAW, CRIMINAL_PROCEDURE, CRIMINAL_PROCEDURE_INTERPRETATION, Cite, NETWORK_TORT, OPINIONS,
    POLICE_ADMINISTRATIVE_RULES, PUBLIC_SECURITY, PUBLIC_SECURITY_OLD,
};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::part::note;
use redress_base::{Date, Value};
use redress_facts::Scope;

/// Whether the file leaves open who the other side is.
pub(crate) fn unknown(desk: &Desk<'_>) -> bool {
    desk.value(&Scope::Case, "defendant_identified") != Value::TT
}

/// Where the other side is not known: the three lawful ways as steps, and that the program never identifies.
pub(crate) fn gap(desk: &Desk<'_>, draft: &mut Draft) {
    if !unknown(desk) {
        return;
    }
    draft.note(note("remedies-never-identifies", vec![]));
    draft.step("remedies-step-identity-court", Who::Person, help_cites());
    draft.step(
        "remedies-step-identity-platform",
        Who::Person,
        vec![NETWORK_TORT.art("2"), NETWORK_TORT.art("3")],
    );
    let report = if desk.today() >= Date::constant(2026, 1, 1) {
        PUBLIC_SECURITY.art("90")
    } else {
        PUBLIC_SECURITY_OLD.art("77")
    };
    draft.step(
        "remedies-step-identity-police",
        Who::Person,
        vec![CRIMINAL_PROCEDURE.art("110"), report, POLICE_ADMINISTRATIVE_RULES.art("165").item("3")],
    );
}

/// Where the law opens police help with a private suit.
pub(crate) fn help_cites() -> Vec<Cite> {
    let third_paragraph = CRIMINAL_LAW.art("246").item("3").since(Date::constant(2015, 11, 1));
    let request = CRIMINAL_PROCEDURE_INTERPRETATION.art("325").item("2");
    vec![third_paragraph, OPINIONS.art("11"), request]
}
