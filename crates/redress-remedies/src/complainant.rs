//! Who complains: an individual or an organisation. Said of the case, or statement by statement where several complain
//! in one file.

use crate::cite::{Cite, OPINIONS};
use crate::desk::Desk;
use crate::element::Element;
use crate::part::Part;
use redress_facts::Scope;

const KIND: &str = "complainant_kind";
const INDIVIDUALS: [&str; 2] = ["natural-person", "public-official"];

/// Whether anybody says who complains.
pub(crate) fn said(desk: &Desk<'_>) -> bool {
    desk.raised(&Scope::Case, KIND) || by_statement(desk)
}

/// Whether some statement says it for itself.
fn by_statement(desk: &Desk<'_>) -> bool {
    desk.statements().iter().any(|scope| desk.own(scope, KIND))
}

/// Whether the complainant of a statement is an individual: what the statement says, else what the case says.
fn individual(desk: &Desk<'_>, scope: &Scope) -> Element {
    desk.choice(scope, KIND, &INDIVIDUALS)
}

/// The condition that an individual complains; where that differs by statement, of one statement at least.
pub(crate) fn condition(desk: &Desk<'_>, code: &str, cites: Vec<Cite>) -> Part {
    if !by_statement(desk) {
        return Part::line(code, &Scope::Case, individual(desk, &Scope::Case), cites);
    }
    let of = |scope: &Scope| Part::line(code, scope, individual(desk, scope), cites.clone());
    Part::any_statement(desk.statements().iter().map(of).collect(), code)
}

/// The condition that the complainant is a natural person: the Opinions speak of abuse against
/// individuals, and the two offences of "another" (他人), which is read as a natural person.
pub(crate) fn natural_person(desk: &Desk<'_>, law: Cite) -> Part {
    condition(desk, "remedies-complainant-natural-person", vec![OPINIONS.art("1"), law.unverified()])
}

/// What a statement comes to for the one who complains of it: where it is a company's, it opens no road of an
/// individual who complains of another statement.
pub(crate) fn of_individual(desk: &Desk<'_>, scope: &Scope, part: Part) -> Part {
    if !desk.own(scope, KIND) {
        return part;
    }
    Part::all(vec![part, Part { element: individual(desk, scope), lines: vec![] }])
}

/// Whether any claim, of the case or of a statement, says that the complainant is one of these.
pub(crate) fn mentions(desk: &Desk<'_>, kinds: &[&str]) -> bool {
    std::iter::once(&Scope::Case).chain(desk.statements()).any(|scope| desk.mentions_at(scope, KIND, kinds))
}
