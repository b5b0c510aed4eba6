//! What is known of a police case, and how Article 13 of the Guiding Opinions (2023-09-20) makes
//! private and public procedure cross.

use crate::Deadline;
use crate::cite::{OPINIONS, POLICE_CRIMINAL_RULES};
use crate::desk::Desk;
use crate::element::Element;
use crate::limitation::deadline;
use crate::part::Part;
use redress_law::period::{Length, Period, Regime};
use redress_base::{Date, Value};
use redress_facts::Scope;

const OPEN: &str = "police_case_open";
const DECISION: &str = "decision";
pub(crate) const SERVED: &str = "notice_received_date";

/// Whether the police have opened a criminal case: said so, or seen from their decision. No answer is
/// not "no".
pub(crate) fn case_open(desk: &Desk<'_>) -> Element {
    let said = desk.fact(&Scope::Case, OPEN);
    if said.value != Value::UU || desk.mentions(DECISION, &["no-answer"]) {
        return said;
    }
    let seen = desk.choice(&Scope::Case, DECISION, &["criminal-filed"]);
    Element { value: seen.value, bringable: seen.value == Value::UU && said.bringable, ..said }
}

/// The condition of a private suit that public procedure does not take its place.
///
/// Police have filed and the court has accepted: it terminates the private case. Police have filed and
/// the court has not accepted: it may ask for withdrawal or refuse; whether that is a bar or a choice is
/// contested, so the worst reading fails and the best is still open.
pub(crate) fn no_public_case(desk: &Desk<'_>) -> Part {
    let open = case_open(desk);
    let cites = vec![OPINIONS.art("13")];
    if open.value != Value::TT {
        return Part::line("remedies-no-police-case", &Scope::Case, open.not(), cites);
    }
    let in_force = desk.today() >= Date::constant(2023, 9, 20);
    let accepted = desk.days(&Scope::Case, "private_suit_accepted_date").is_some();
    if accepted && in_force {
        let ends = Element { value: Value::FF, bringable: false, ..open };
        return Part::line("remedies-police-case-ends-accepted-suit", &Scope::Case, ends, cites);
    }
    let turns = Element { value: Value::FU, bringable: false, ..open };
    Part::line("remedies-police-case-may-bar-suit", &Scope::Case, turns, cites).contested()
}

/// The seven days for asking the police to look again at a refusal to file.
pub(crate) fn refusal_reconsideration(desk: &Desk<'_>) -> Option<Deadline> {
    let seven = Period::new(Length::Days(7), Regime::PoliceProcedure);
    desk.mentions(DECISION, &["criminal-refused"]).then(|| {
        deadline(
            desk,
            &Scope::Case,
            "remedies-deadline-police-reconsideration",
            SERVED,
            desk.days(&Scope::Case, SERVED),
            seven,
            &[POLICE_CRIMINAL_RULES.art("179")],
        )
    })
}
