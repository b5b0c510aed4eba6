//! Whether the court accepts a private suit: 法释〔2021〕1号 316 and 317, grounds of refusal 320 (in force 2021-03-01).

use crate::cite::{CRIMINAL_PROCEDURE_INTERPRETATION as INTERPRETATION, OPINIONS};
use crate::desk::Desk;
use crate::element::Element;
use crate::part::Part;
use redress_facts::Scope;

/// The conditions of acceptance beside the offence and the crossing with public procedure.
pub(crate) fn conditions(desk: &Desk<'_>) -> Vec<Part> {
    let mut parts = vec![defendant(desk), whereabouts(desk), not_withdrawn(desk), not_mediated(desk)];
    parts.extend(raised(desk));
    parts
}

fn defendant(desk: &Desk<'_>) -> Part {
    let known = desk.fact(&Scope::Case, "defendant_identified");
    let cites = vec![INTERPRETATION.art("316").item("4"), OPINIONS.art("11")];
    Part::curable("remedies-defendant-definite", &Scope::Case, known, cites)
}

fn whereabouts(desk: &Desk<'_>) -> Part {
    let known = desk.fact(&Scope::Case, "defendant_whereabouts_known");
    let cites = vec![INTERPRETATION.art("320").item("2(5)")];
    Part::curable("remedies-defendant-whereabouts", &Scope::Case, known, cites)
}

fn not_withdrawn(desk: &Desk<'_>) -> Part {
    const RULE: &str = "ps-withdrawal-bar";
    let said = || desk.choice(&Scope::Case, "previously_withdrawn", &["otherwise"]);
    let free = desk.rule_or(&Scope::Case, RULE, said).not();
    let cites = vec![INTERPRETATION.art("320").item("2(6)")];
    Part::line("remedies-not-withdrawn", &Scope::Case, free, cites).answered_by(desk, &Scope::Case, RULE)
}

fn not_mediated(desk: &Desk<'_>) -> Part {
    const RULE: &str = "ps-mediation-bar";
    let said = || desk.fact(&Scope::Case, "mediated_before");
    let free = desk.rule_or(&Scope::Case, RULE, said).not();
    let cites = vec![INTERPRETATION.art("320").item("2(7)")];
    Part::line("remedies-not-mediated", &Scope::Case, free, cites).answered_by(desk, &Scope::Case, RULE)
}

/// Conditions that are looked at once the file speaks of them: as a rule the victim sues, a court with
/// jurisdiction is chosen, and the defendant is alive.
fn raised(desk: &Desk<'_>) -> Vec<Part> {
    let spoken_of = |terms: &[&str]| terms.iter().any(|term| desk.raised(&Scope::Case, term));
    let fact = |term: &str| desk.fact(&Scope::Case, term);
    let mut parts = Vec::new();
    if spoken_of(&["filer_role", "victim_hindrance"]) {
        let cites = vec![INTERPRETATION.art("316").item("3"), INTERPRETATION.art("317")];
        parts.push(Part::rule("remedies-filer-entitled", desk, &Scope::Case, "ps-who-may-sue", cites));
    }
    if spoken_of(&["court_link", "court_with_jurisdiction"]) {
        const RULE: &str = "ps-jurisdiction";
        let cites = vec![INTERPRETATION.art("2").item("2"), INTERPRETATION.art("316").item("2")];
        let part = Part::curable(
            "remedies-court-has-jurisdiction",
            &Scope::Case,
            desk.rule(&Scope::Case, RULE),
            cites,
        );
        parts.push(part.answered_by(desk, &Scope::Case, RULE));
    }
    let curable = |code: &str, element: Element, item: &str| {
        Part::curable(code, &Scope::Case, element, vec![INTERPRETATION.art("316").item(item)])
    };
    if spoken_of(&["claim_specific"]) {
        parts.push(curable("remedies-claim-specific", fact("claim_specific"), "4"));
    }
    if spoken_of(&["evidence_sufficient"]) {
        // New evidence reopens it (321).
        parts.push(curable("remedies-evidence-sufficient", fact("evidence_sufficient"), "4"));
    }
    if spoken_of(&["defendant_dead"]) {
        let cites = vec![INTERPRETATION.art("320").item("2(4)")];
        let alive = fact("defendant_dead").not();
        parts.push(Part::line("remedies-defendant-alive", &Scope::Case, alive, cites));
    }
    parts
}
