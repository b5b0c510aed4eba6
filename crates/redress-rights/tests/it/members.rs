//! Who brings in whom, and who may end whose membership.

use crate::support::{NOW, member, name};
use redress_rights::{
    Membership, Object, Role, Scope, Thing, UseCase, gives, is_reachable, may_add, on_case,
};

#[test]
fn who_brings_in_whom() {
    let mut table = String::new();
    for giver in Role::ALL {
        let adds: Vec<&str> =
            Role::ALL.iter().filter(|role| may_add(*giver, **role)).map(|role| role.id()).collect();
        table.push_str(&format!("{giver} adds {}\n", adds.join(", ")));
    }
    insta::assert_snapshot!(table);
}

#[test]
fn nobody_makes_a_keeper_or_a_relative_but_by_the_person() {
    for giver in Role::ALL {
        assert!(!may_add(*giver, Role::Keeper), "{giver}");
        assert_eq!(may_add(*giver, Role::Relative), *giver == Role::Victim, "{giver}");
    }
}

/// Whoever the second table lets bring in somebody, the matrix lets bring in somebody; and the other way.
#[test]
fn the_two_tables_agree() {
    for giver in Role::ALL.iter().filter(|role| **role != Role::Keeper) {
        let own = member("g", *giver, Scope::Whole);
        let adds = on_case(Some(&own), UseCase::AddMember, Thing::any(Object::Membership), NOW).is_allowed();
        assert_eq!(adds, Role::ALL.iter().any(|role| may_add(*giver, *role)), "{giver}");
    }
    for one in gives() {
        assert!(!one.zh.is_empty() && !one.en.is_empty());
    }
}

#[test]
fn an_audit_is_not_ended_by_whom_it_audits() {
    let auditor = Membership { given_by: name("v"), ..member("a", Role::Auditor, Scope::Whole) };
    for role in Role::ALL {
        assert!(!member("v", *role, Scope::Whole).may_end(&auditor), "{role}");
    }
    assert!(auditor.may_end(&auditor), "everybody may leave");
}

#[test]
fn who_gave_may_take_back_and_a_body_stays_that_a_body_brought_in() {
    let victim = member("v", Role::Victim, Scope::Whole);
    let by = |giver: &str, role| Membership { given_by: name(giver), ..member("p", role, Scope::Whole) };
    assert!(victim.may_end(&by("v", Role::DeskPolice)));
    assert!(!victim.may_end(&by("court", Role::DeskPolice)));
    assert!(victim.may_end(&by("court", Role::Counsel)));
    let counsel = member("c", Role::Counsel, Scope::Whole);
    assert!(!counsel.may_end(&victim) && !counsel.may_end(&by("v", Role::Relative)));
    let elsewhere = Membership { case_id: "rd-2".into(), ..victim.clone() };
    assert!(!victim.may_end(&elsewhere), "a membership of another case");
}

#[test]
fn a_case_is_not_left_without_anybody_who_can_open_it_to_others() {
    let victim = member("v", Role::Victim, Scope::Whole);
    let gone = Membership { until: Some(NOW), ..victim.clone() };
    let liaison = member("l", Role::DeskPlatformLiaison, Scope::Whole);
    assert!(is_reachable([&victim, &liaison], NOW));
    assert!(!is_reachable([&gone, &liaison], NOW));
    assert!(!is_reachable([], NOW));
}
