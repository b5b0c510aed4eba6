//! What the criminal routes share: an offence under 刑法 246 (text with paragraph 3 in force 2015-11-01), per
//! statement, after Article 10, within limitation.

use crate::Deadline;
use crate::article_ten::{self, Charge, criminal};
use crate::cite::{CRIMINAL_LAW, NETWORK_DEFAMATION, OPINIONS};
use crate::complainant::of_individual;
use crate::desk::Desk;
use crate::element::Element;
use crate::limitation;
use crate::part::Part;
use redress_base::Value;
use redress_facts::Scope;

/// The offence condition over every statement, and the limitation dates.
pub(crate) struct Offence {
    pub(crate) part: Part,
    /// The same for defamation alone.
    pub(crate) defamation: Element,
    pub(crate) deadlines: Vec<Deadline>,
}

/// At least one statement in which an offence is made out, unprotected and not time-barred.
pub(crate) fn offence(desk: &Desk<'_>) -> Offence {
    let mut deadlines = Vec::new();
    let (mut parts, mut defamation) = (Vec::new(), Vec::new());
    for scope in desk.statements() {
        let timely = limitation::criminal(desk, scope);
        deadlines.extend(timely.deadlines);
        let defamed = of_individual(desk, scope, charge(desk, scope, Charge::Defamation));
        let insulted = of_individual(desk, scope, charge(desk, scope, Charge::Insult));
        defamation.push(Element::all([defamed.element.clone(), timely.part.element.clone()]));
        let either = Part::any(vec![defamed, insulted]);
        parts.push(Part::all(vec![either, timely.part]));
    }
    let defamation = if defamation.is_empty() { Element::unknown() } else { Element::any(defamation) };
    Offence { part: Part::any_statement(parts, "remedies-no-statement"), defamation, deadlines }
}

/// One charge against one statement: Article 10 first, then the elements.
fn charge(desk: &Desk<'_>, scope: &Scope, charge: Charge) -> Part {
    let law = CRIMINAL_LAW.art("246").item("1");
    let (code, cites) = match charge {
        Charge::Defamation => {
            ("remedies-elements-defamation", vec![law, NETWORK_DEFAMATION.art("2"), OPINIONS.art("2")])
        }
        Charge::Insult => ("remedies-elements-insult", vec![law, OPINIONS.art("3")]),
    };
    let elements = Part::rule(code, desk, scope, criminal(charge), cites);
    Part::all(vec![article_ten::not_protected(desk, scope, charge), elements])
}

/// Whether the charge still comes into question for any statement: its elements fail in none, or there is none.
pub(crate) fn comes_into_question(desk: &Desk<'_>, charge: Charge) -> bool {
    let fails = |scope: &Scope| {
        let protected = article_ten::shield(desk, scope, charge).value == Value::TT;
        protected || desk.rule(scope, criminal(charge)).value == Value::FF
    };
    desk.statements().is_empty() || !desk.statements().iter().all(fails)
}
