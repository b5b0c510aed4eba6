//! Who is brought in, who leaves, and that a case stays reachable.

use super::front::{code, config, front, name};
use redress_base::Instant;
use redress_office::Office;
use redress_rights::{Object, Role, Scope, Thing, UseCase};
use redress_workbench::{Clock, NewMember, Reception};

const CASE: &str = "rd-1";

#[test]
fn only_whom_a_role_brings_in_and_only_in_a_role_that_they_hold() {
    let Some(mut front) = front("members::only_whom") else { return };
    let ann = front.person("ann", &[Role::Victim]);
    front.case(&ann, CASE, Role::Victim);
    let counsel = front.person("counsel", &[Role::Counsel]);
    front.person("friend", &[Role::Relative]);
    front.add(&ann, CASE, "counsel", Role::Counsel).unwrap();
    // A friend of a party is not made a court, and that the account is there is not told.
    let mut refused =
        |who: &redress_workbench::Person, account: &str, role| code(front.add(who, CASE, account, role));
    assert_eq!(refused(&ann, "friend", Role::DeskCourt), "workbench-no-account-for-role");
    assert_eq!(refused(&ann, "nobody", Role::DeskCourt), "workbench-no-account-for-role");
    assert_eq!(refused(&ann, "not a name", Role::DeskCourt), "workbench-no-account-for-role");
    assert_eq!(refused(&counsel, "friend", Role::Relative), "workbench-member-role");
    assert_eq!(refused(&ann, "keeper", Role::Keeper), "workbench-member-role");
    assert_eq!(refused(&ann, "counsel", Role::Counsel), "workbench-member-already");
    let part = Scope::Only([Object::Notice].into());
    let new = |role, scope, until| NewMember { account: "friend".into(), role, scope, until };
    let mut add = |new| code(front.reception().add_member(&ann, CASE, new));
    assert_eq!(add(new(Role::Counsel, part.clone(), None)), "workbench-member-scope");
    assert_eq!(add(new(Role::Relative, part.clone(), Some(Instant(5)))), "workbench-member-until");
    front.reception().add_member(&ann, CASE, new(Role::Relative, part, None)).unwrap();
    let friend = front.sign_in("friend");
    let mut may = |object| front.reception().may(&friend, CASE, UseCase::ViewUnmasked, Thing::any(object));
    assert!(may(Object::Notice).unwrap().entry);
    assert_eq!(code(may(Object::Material)), "rights-not-given");
    // Who is on the case is not part of what was given.
    assert_eq!(code(front.reception().members(&friend, CASE)), "rights-not-given");
}

#[test]
fn a_membership_ends_when_it_ends() {
    let Some(mut front) = front("members::a_membership_ends") else { return };
    let (ann, bob) = (front.person("ann", &[Role::Victim]), front.person("bob", &[Role::Counsel]));
    front.case(&ann, CASE, Role::Victim);
    let until = Some(Instant(front.clock.now().at.0 + 1000));
    let new = NewMember { account: "bob".into(), role: Role::Counsel, scope: Scope::Whole, until };
    front.reception().add_member(&ann, CASE, new).unwrap();
    assert!(front.reception().members(&bob, CASE).is_ok());
    front.clock.0 = 1001;
    assert_eq!(code(front.reception().members(&bob, CASE)), "rights-no-such-case");
    assert_eq!(front.reception().members(&ann, CASE).unwrap().len(), 1);
    // And can be brought in again.
    front.add(&ann, CASE, "bob", Role::Counsel).unwrap();
    assert!(front.reception().members(&bob, CASE).is_ok());
}

#[test]
fn who_may_end_what() {
    let Some(mut front) = front("members::who_may_end_what") else { return };
    let ann = front.person("ann", &[Role::Victim]);
    front.case(&ann, CASE, Role::Victim);
    let counsel = front.person("counsel", &[Role::Counsel]);
    let court = front.person("court", &[Role::DeskCourt]);
    front.person("police", &[Role::DeskPolice]);
    front.person("auditor", &[Role::Auditor]);
    front.add(&ann, CASE, "counsel", Role::Counsel).unwrap();
    front.add(&ann, CASE, "court", Role::DeskCourt).unwrap();
    front.add(&court, CASE, "police", Role::DeskPolice).unwrap();
    front.add(&court, CASE, "auditor", Role::Auditor).unwrap();
    let mut end = |who: &redress_workbench::Person, account: &str| {
        front.reception().remove_member(who, CASE, account).map_err(|refusal| refusal.finding.code)
    };
    assert_eq!(end(&counsel, "ann").unwrap_err(), "workbench-member-stays");
    assert_eq!(end(&ann, "police").unwrap_err(), "workbench-member-stays");
    assert_eq!(end(&court, "auditor").unwrap_err(), "workbench-member-stays");
    assert_eq!(end(&ann, "nobody").unwrap_err(), "workbench-no-such-member");
    assert_eq!(end(&ann, "not a name").unwrap_err(), "workbench-no-such-member");
    assert_eq!(end(&court, "police"), Ok(()));
    assert_eq!(end(&ann, "court"), Ok(()));
    assert_eq!(end(&counsel, "counsel"), Ok(()));
    assert_eq!(end(&ann, "ann").unwrap_err(), "workbench-last-member", "an auditor alone brings in nobody");
    assert_eq!(end(&court, "ann").unwrap_err(), "rights-no-such-case");
}

/// Two people who remove each other at once: a case is never left without both.
#[test]
fn two_who_remove_each_other_leave_one() {
    let Some(mut front) = front("members::two_who_remove") else { return };
    let (one, two) = (front.person("one", &[Role::DeskCourt]), front.person("two", &[Role::DeskCourt]));
    let config = config(&front.room, &format!("plain_{}", front.room.database));
    for round in 0..10 {
        let case_id = format!("rd-{round}");
        front.case(&one, &case_id, Role::DeskCourt);
        front.add(&one, &case_id, "two", Role::DeskCourt).unwrap();
        let ended: Vec<bool> = std::thread::scope(|scope| {
            let threads: Vec<_> = [(&one, "two"), (&two, "one")]
                .map(|(who, whom)| {
                    let (config, case_id) = (&config, case_id.as_str());
                    scope.spawn(move || {
                        let mut roster = Office::open(config).unwrap().roster();
                        let clock = super::front::Now(0);
                        let mut reception = Reception { roster: &mut roster, clock: &clock };
                        reception.remove_member(who, case_id, whom).is_ok()
                    })
                })
                .into();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let left = front.count(&format!(
            "SELECT count(*) FROM redress.memberships WHERE case_id = '{case_id}' AND until IS NULL"
        ));
        assert!(left >= 1, "{ended:?}");
        assert_eq!(left, 1, "{ended:?}");
    }
}

#[test]
fn a_case_and_its_first_member_come_together() {
    let Some(mut front) = front("members::a_case_and_its_first") else { return };
    let ann = front.person("ann", &[Role::Victim]);
    assert_eq!(code(front.reception().opening(&ann, CASE, Role::Counsel)), "workbench-no-account-for-role");
    let liaison = front.person("liaison", &[Role::DeskPlatformLiaison]);
    let refused = front.reception().opening(&liaison, CASE, Role::DeskPlatformLiaison);
    assert_eq!(code(refused), "rights-denied-desk-platform-liaison");
    let opening = front.reception().opening(&ann, CASE, Role::Victim).unwrap();
    front.room.admin().batch_execute("DELETE FROM redress.accounts WHERE name = 'ann'").unwrap();
    // The membership cannot be written, so there is no case either.
    assert!(front.office.open_case(&opening, [1; 32]).is_err());
    assert_eq!(front.count("SELECT count(*) FROM redress.cases"), 0);
    assert_eq!(opening.membership().account, name("ann"));
}
