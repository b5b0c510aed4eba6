//! Against whom a civil suit goes: the actor, the guardian of a minor, the platform; and when several of them answer
//! jointly (民法典 1168-1172, 1188, 1194-1197, in force 2021-01-01; 法释〔2024〕12号 4-13; 法释〔2014〕11号 2).

use crate::Branch;
use crate::cite::{CIVIL_CODE, NETWORK_TORT, TORT_INTERPRETATION};
use crate::desk::Desk;
use crate::infringement::infringement_with;
use crate::part::Part;
use redress_base::Value;
use redress_facts::Scope;

/// Everyone who comes into question, each for itself.
pub(crate) fn defendants(desk: &Desk<'_>) -> Vec<Branch> {
    let mut all = vec![actor(desk)];
    if desk.raised(&Scope::Case, "minor_infringer") {
        all.push(guardian(desk));
    }
    all.push(platform(desk));
    all
}

/// Whoever acted, once known; until then the suit may go against the platform alone.
fn actor(desk: &Desk<'_>) -> Branch {
    let known = desk.fact(&Scope::Case, "defendant_identified");
    let known = Part::curable("remedies-defendant-actor", &Scope::Case, known, vec![]);
    let cites = vec![NETWORK_TORT.art("2"), CIVIL_CODE.art("1165")];
    let branch = Branch::new("remedies-defendant-actor", &known, cites);
    let open = |rule: &str| {
        desk.rule(&Scope::Case, rule).value == Value::TT
            || desk.statements().iter().any(|scope| desk.rule(scope, rule).value == Value::TT)
    };
    let joint = [
        ("cc1168-joint", "remedies-joint-together"),
        ("cc1169-instigation", "remedies-joint-instigated"),
        ("cc1170-unknown-actor", "remedies-joint-unknown-actor"),
        ("cc1171-each-sufficient", "remedies-joint-each-enough"),
        ("cc1172-shares", "remedies-joint-shares"),
    ];
    let said: Vec<&str> = joint.iter().filter(|(rule, _)| open(rule)).map(|(_, code)| *code).collect();
    branch.also(&said)
}

/// The guardian answers for the whole; child and guardian are named together.
fn guardian(desk: &Desk<'_>) -> Branch {
    let infringed = infringement_with(desk, "cc1188-guardian");
    let cites = vec![CIVIL_CODE.art("1188"), TORT_INTERPRETATION.art("4"), TORT_INTERPRETATION.art("5")];
    let branch = Branch::new("remedies-defendant-guardian", &infringed, cites)
        .also(&["remedies-joint-guardian-whole"]);
    let grown = desk.value(&Scope::Case, "actor_adult_when_sued") == Value::TT;
    if grown { branch.also(&["remedies-joint-guardian-former"]) } else { branch }
}

/// The platform: for the harm that grew after a proper notice, or for the whole where it knew. To be sued at all, for
/// the sake of disclosure, it needs neither.
fn platform(desk: &Desk<'_>) -> Branch {
    let ignored = infringement_with(desk, "platform-joint-enlarged");
    let knew = infringement_with(desk, "platform-knew");
    let mut said = vec!["remedies-joint-platform-disclosure"];
    if ignored.element.value != Value::FF {
        said.push("remedies-joint-platform-enlarged");
    }
    if knew.element.value != Value::FF {
        said.push("remedies-joint-platform-knew");
    }
    let cites = vec![CIVIL_CODE.art("1195"), CIVIL_CODE.art("1197"), NETWORK_TORT.art("2")];
    Branch::new("remedies-defendant-platform", &Part::any(vec![ignored, knew]), cites).also(&said)
}
