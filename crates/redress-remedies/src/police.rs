//! What is known of a police case and of a private suit, and how Article 13 of the Guiding Opinions (2023-09-20)
//! makes the one stop the other.

use crate::Deadline;
use crate::cite::{OPINIONS, POLICE_CRIMINAL_RULES};
use crate::desk::Desk;
use crate::element::Element;
use crate::part::Part;
use redress_base::{Date, Value};
use redress_facts::Scope;
use redress_law::period::{Length, Period, Regime};

const OPEN: &str = "police_case_open";
const DECISION: &str = "decision";
/// First day of the Guiding Opinions.
pub(crate) const OPINIONS_DAY: Date = Date::constant(2023, 9, 20);
/// The day on which the decision not to open a criminal case was served.
pub(crate) const SERVED: &str = "notice_received_date";
/// The day on which an administrative decision was received.
pub(crate) const ADMINISTRATIVE_SERVED: &str = "administrative_decision_received_date";
pub(crate) const FILED: &str = "private_suit_filed_date";
pub(crate) const ACCEPTED: &str = "private_suit_accepted_date";

/// Whether the police have opened a criminal case: said so, or seen from their decision or the day, or from the public
/// prosecution that came of it. No answer is not "no".
pub(crate) fn case_open(desk: &Desk<'_>) -> Element {
    let said = desk.happened(OPEN, "police_filed_date");
    // A public prosecution comes of a case that was opened: there is no filing left to wait for.
    if said.value == Value::UU && desk.value(&Scope::Case, "public_prosecution_brought") == Value::TT {
        return Element { value: Value::TT, bringable: false, ..said };
    }
    if said.value != Value::UU || desk.mentions(DECISION, &["no-answer"]) {
        return said;
    }
    let seen = desk.choice(&Scope::Case, DECISION, &["criminal-filed"]);
    Element { value: seen.value, bringable: seen.value == Value::UU && said.bringable, ..said }
}

/// Whether a private suit was filed.
pub(crate) fn suit_filed(desk: &Desk<'_>) -> Element {
    let filed = desk.happened("private_suit_filed", FILED);
    if filed.value == Value::UU && suit_accepted(desk).value == Value::TT {
        return Element { value: Value::TT, bringable: false, ..filed };
    }
    filed
}

/// Whether the court accepted it.
pub(crate) fn suit_accepted(desk: &Desk<'_>) -> Element {
    desk.happened("private_suit_accepted", ACCEPTED)
}

/// The condition of a private suit that public procedure does not take its place.
///
/// Police have filed and the court has accepted: it terminates the private case. Police have filed and the court
/// has not accepted: it may ask for withdrawal or refuse. Whether that is a bar in full or turns on what the court
/// does is contested (op13-police-bar); where the court has refused, it is a bar under either reading.
pub(crate) fn no_public_case(desk: &Desk<'_>) -> Part {
    const BAR: &str = "op13-private-suit-barred";
    let open = case_open(desk);
    let cites = vec![OPINIONS.art("13")];
    if open.value != Value::TT {
        return Part::line("remedies-no-police-case", &Scope::Case, open.not(), cites);
    }
    if suit_accepted(desk).value == Value::TT && desk.today() >= OPINIONS_DAY {
        let ends = Element { value: Value::FF, bringable: false, ..open };
        return Part::line("remedies-police-case-ends-accepted-suit", &Scope::Case, ends, cites);
    }
    let free = desk.rule_or(&Scope::Case, BAR, Element::unknown).not();
    if free.value == Value::FF && desk.today() >= OPINIONS_DAY {
        return Part::line("remedies-police-case-bars-suit", &Scope::Case, free, cites).answered_by(
            desk,
            &Scope::Case,
            BAR,
        );
    }
    let turns = Element { value: Value::FU, bringable: false, ..open };
    let mut part = Part::line("remedies-police-case-may-bar-suit", &Scope::Case, turns, cites).contested();
    part.lines
        .iter_mut()
        .for_each(|line| line.rule = desk.outcome(&Scope::Case, BAR).map(|_| BAR.to_owned()));
    part
}

/// The seven days for asking the police to look again at a refusal to file.
pub(crate) fn refusal_reconsideration(desk: &Desk<'_>) -> Option<Deadline> {
    let seven = Period::new(Length::Days(7), Regime::PoliceProcedure);
    let cites = [POLICE_CRIMINAL_RULES.art("179").item("1")];
    desk.mentions(DECISION, &["criminal-refused"]).then(|| {
        Deadline::of_case(desk, "remedies-deadline-police-reconsideration", SERVED, seven, &cites)
            .done_by(desk, "police_reconsideration_date")
    })
}
