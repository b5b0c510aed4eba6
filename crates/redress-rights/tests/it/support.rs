//! Memberships for the tests, and a way to ask the matrix.

use redress_base::Instant;
use redress_rights::{
    AccountName, Decision, Membership, Object, Role, Scope, Thing, UseCase, in_office, on_case,
};
use std::collections::BTreeSet;

pub(crate) const NOW: Instant = Instant(1_767_600_000);

#[expect(clippy::unwrap_used, reason = "made for tests")]
pub(crate) fn name(text: &str) -> AccountName {
    AccountName::parse(text).unwrap()
}

pub(crate) fn member(who: &str, role: Role, scope: Scope) -> Membership {
    Membership {
        case_id: "rd-1".into(),
        account: name(who),
        role,
        scope,
        since: Instant(NOW.0 - 10),
        until: None,
        given_by: name("giver"),
    }
}

/// What the matrix says where the use case stands: to a member of a case, or to an account of the office.
pub(crate) fn ask(role: Role, scope: Scope, use_case: UseCase, object: Object, own: bool) -> Decision {
    let thing = Thing { object, own };
    match use_case.range() {
        redress_rights::Range::Case => on_case(Some(&member("x", role, scope)), use_case, thing, NOW),
        redress_rights::Range::Office => in_office(&BTreeSet::from([role]), use_case, thing),
    }
}

/// The six circumstances that decide: scope (the whole, every kind of thing, nothing) and whose thing it is.
pub(crate) fn circumstances() -> [(Scope, bool); 6] {
    let kinds = || Scope::Only(Object::ALL.iter().copied().collect());
    let nothing = || Scope::Only(BTreeSet::new());
    [
        (Scope::Whole, true),
        (Scope::Whole, false),
        (kinds(), true),
        (kinds(), false),
        (nothing(), true),
        (nothing(), false),
    ]
}

/// Every role with every use case on every kind of thing, in every circumstance.
pub(crate) fn everything() -> impl Iterator<Item = (Role, UseCase, Object, Scope, bool, Decision)> {
    Role::ALL.iter().flat_map(|role| {
        UseCase::ALL.iter().flat_map(move |use_case| {
            Object::ALL.iter().flat_map(move |object| {
                circumstances().into_iter().map(move |(scope, own)| {
                    let decision = ask(*role, scope.clone(), *use_case, *object, own);
                    (*role, *use_case, *object, scope, own, decision)
                })
            })
        })
    })
}
