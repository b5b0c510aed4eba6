//! The decision: may this role do this, to this thing, now?

use crate::{Cell, Membership, Object, Range, Role, Scope, UseCase, row};
use redress_base::{Fault, Finding, Instant, Refusal};
use std::collections::BTreeSet;

/// A thing that is acted on, as far as rights care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Its kind.
    pub object: Object,
    /// Whether it is of the asker's own side or body, or addressed to it: an event of one's own body, a
    /// notice to one's platform, one's own account.
    pub own: bool,
}

impl Thing {
    /// A thing of one's own.
    pub const fn own(object: Object) -> Thing {
        Thing { object, own: true }
    }

    /// A thing of somebody else, or of nobody.
    pub const fn any(object: Object) -> Thing {
        Thing { object, own: false }
    }
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// May.
    Allowed,
    /// May once an entry of it stands in the ledger: without the entry it is not done.
    AllowedWithEntry,
    /// May not; the code has a sentence.
    Denied(&'static str),
}

impl Decision {
    /// Whether it may be done, with or without an entry.
    pub const fn is_allowed(self) -> bool {
        !matches!(self, Decision::Denied(_))
    }

    /// Turns a denial into a refusal; `Ok(true)` where an entry has to stand first.
    ///
    /// # Errors
    /// `Usage` with the code of the denial.
    pub fn require(self) -> Result<bool, Refusal> {
        match self {
            Decision::Allowed => Ok(false),
            Decision::AllowedWithEntry => Ok(true),
            Decision::Denied(code) => Err(denial(code)),
        }
    }
}

/// The refusal of a denial. One function for every denial, so that "you are not on it" and "there is no
/// such case" cannot come to differ in kind, code or arguments.
pub fn denial(code: &str) -> Refusal {
    Finding::error(code).refuse(Fault::Usage)
}

/// What somebody hears who asks for a case that does not exist, or that they are not on.
pub const NO_SUCH_CASE: &str = "rights-no-such-case";

/// What somebody hears whose membership covers less than they ask for.
pub const NOT_GIVEN: &str = "rights-not-given";

/// What somebody hears who acts for another body or side.
pub const NOT_OWN: &str = "rights-not-own";

/// What somebody hears who asks for an act that there is not.
pub const NO_SUCH_ACT: &str = "rights-no-such-act";

/// May this be done on a case? `membership` is the one of the asker on that case; `None` where there is
/// none or no such case, and nothing here depends on which of the two it is.
pub fn on_case(membership: Option<&Membership>, use_case: UseCase, thing: Thing, now: Instant) -> Decision {
    // First of all, and for every request alike: who is not on a case does not learn that it exists, not
    // even by being told that the request makes no sense.
    let Some(member) = membership.filter(|one| one.runs(now)) else {
        return Decision::Denied(NO_SUCH_CASE);
    };
    if use_case.range() != Range::Case {
        return Decision::Denied(NO_SUCH_ACT);
    }
    cell_decides(use_case, thing, member.role, Some(&member.scope))
}

/// May this be done in the office, without a case? `holds` are the roles that the account was given.
pub fn in_office(holds: &BTreeSet<Role>, use_case: UseCase, thing: Thing) -> Decision {
    if use_case.range() != Range::Office {
        return Decision::Denied(NO_SUCH_ACT);
    }
    let answers = holds.iter().map(|role| cell_decides(use_case, thing, *role, None));
    // `Allowed` orders before `AllowedWithEntry` before `Denied`: the most that one of the roles allows.
    answers.min().unwrap_or(Decision::Denied("rights-no-role"))
}

/// `scope` is that of the membership; in the office nothing is given in part, and there is none.
fn cell_decides(use_case: UseCase, thing: Thing, role: Role, scope: Option<&Scope>) -> Decision {
    let Some(row) = row(use_case, thing.object) else { return Decision::Denied(NO_SUCH_ACT) };
    let allowed = if row.entry { Decision::AllowedWithEntry } else { Decision::Allowed };
    let given = scope.is_some_and(|scope| scope.covers(thing.object));
    match row.cell(role) {
        Cell::No => Decision::Denied(role.refusal_code()),
        Cell::Yes => allowed,
        Cell::Given if given => allowed,
        Cell::Whole if scope == Some(&Scope::Whole) => allowed,
        Cell::Given | Cell::Whole => Decision::Denied(NOT_GIVEN),
        // One's own too only as far as the membership goes: who helps with a part acts within that part.
        Cell::Own if thing.own && (given || scope.is_none()) => allowed,
        Cell::Own if thing.own => Decision::Denied(NOT_GIVEN),
        Cell::Own => Decision::Denied(NOT_OWN),
    }
}
