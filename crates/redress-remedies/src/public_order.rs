//! 严重危害社会秩序, the gate from private to public prosecution (刑法 246(2)).
//!
//! Guiding Opinions 12 (in force 2023-09-20) serves insult and defamation; 法释〔2013〕21号 3 (2013-09-10) serves
//! defamation only. What each asks stands in the law book; here its items become lines.

use crate::cite::{CRIMINAL_LAW, Cite, NETWORK_DEFAMATION, OPINIONS};
use crate::desk::Desk;
use crate::element::Element;
use crate::part::Part;
use redress_base::Value;
use redress_facts::Scope;

const OPINIONS_RULE: &str = "op12-public-order";
const DEFAMATION_RULE: &str = "fs2013-21-order";

/// The facts that only the interpretation on defamation asks for.
const DEFAMATION_FACTS: [&str; 7] = [
    "mass_incident",
    "public_disorder",
    "ethnic_religious_conflict",
    "national_image_harm",
    "national_interest_endangered",
    "international_impact",
    "other_order_danger",
];

/// Social order is seriously endangered: by the Opinions for either offence, or by the interpretation where
/// `defamation` is made out.
pub(crate) fn gate(desk: &Desk<'_>, defamation: Element) -> Part {
    let by_interpretation = vec![defamation_line(defamation), interpretation(desk)];
    Part::any(vec![opinions(desk), Part::all(by_interpretation)])
}

fn opinions(desk: &Desk<'_>) -> Part {
    let item = |number: &str| OPINIONS.art("12").item(number);
    let lines = vec![
        (1, "remedies-order-grave-consequence", vec![item("1")]),
        (2, "remedies-order-random-target", vec![item("2")]),
        (3, "remedies-order-many-or-repeated", vec![item("3")]),
        // The Chinese wording of item 4 was not read.
        (4, "remedies-order-organised", vec![item("4").unverified()]),
        (5, "remedies-order-endangered", vec![CRIMINAL_LAW.art("246").item("2"), item("5")]),
    ];
    Part::items(desk, &Scope::Case, OPINIONS_RULE, lines)
}

fn defamation_line(defamation: Element) -> Part {
    let cites = vec![NETWORK_DEFAMATION.art("3")];
    Part::line("remedies-order-defamation-only", &Scope::Case, defamation, cites)
}

/// The seven cases. Where nobody speaks of any of them they stay unknown, in one line, and nothing is waited for.
fn interpretation(desk: &Desk<'_>) -> Part {
    let item = |number: &str| vec![NETWORK_DEFAMATION.art("3").item(number)];
    let raised = DEFAMATION_FACTS.iter().any(|term| desk.raised(&Scope::Case, term));
    let element = desk.rule(&Scope::Case, DEFAMATION_RULE);
    if !raised && element.value == Value::UU {
        let element = Element { bringable: false, ..element };
        let cites: Vec<Cite> = vec![NETWORK_DEFAMATION.art("3")];
        return Part::line("remedies-order-seven-cases", &Scope::Case, element, cites).answered_by(
            desk,
            &Scope::Case,
            DEFAMATION_RULE,
        );
    }
    let lines = vec![
        (1, "remedies-order-mass-incident", item("1")),
        (2, "remedies-order-disorder", item("2")),
        (3, "remedies-order-conflict", item("3")),
        (4, "remedies-order-many-defamed", item("4")),
        (5, "remedies-order-national-image", item("5")),
        (6, "remedies-order-international", item("6")),
        (7, "remedies-order-other-danger", item("7")),
    ];
    Part::items(desk, &Scope::Case, DEFAMATION_RULE, lines)
}
