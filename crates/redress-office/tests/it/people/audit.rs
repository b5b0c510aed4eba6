//! The log, and the audit: by the mark of a case, with two people, and without learning which case it is.

use super::front::{code, front};
use redress_base::Instant;
use redress_rights::{Object, Role, Thing, UseCase};
use redress_workbench::Clock;

const CASE: &str = "rd-0123456789abcdef";

#[test]
fn an_auditor_finds_a_case_by_its_mark_and_is_let_in_by_the_keeper() {
    let Some(mut front) = front("audit::by_its_mark") else { return };
    let police = front.person("police", &[Role::DeskPolice]);
    front.case(&police, CASE, Role::DeskPolice);
    let auditor = front.person("auditor", &[Role::Auditor]);
    for _ in 0..3 {
        let granted = front.reception().may(&police, CASE, UseCase::ViewUnmasked, Thing::any(Object::Party));
        assert!(granted.unwrap().entry);
    }
    let log = front.reception().read_log(&auditor, 100).unwrap();
    assert!(!format!("{log:?}").contains(CASE), "the number of a case stands in the log");
    let reads: Vec<_> = log.iter().filter(|line| line.act == "view-unmasked").collect();
    assert_eq!(reads.len(), 3);
    let mark = reads[0].mark.clone().unwrap();
    // The auditor is not on the case yet, and learns nothing of it.
    assert_eq!(code(front.reception().members(&auditor, CASE)), "rights-no-such-case");
    let keeper = front.sign_in("keeper");
    let until = Instant(front.clock.now().at.0 + 86_400);
    let mut appoint = |mark: &str, who: &str, until| {
        front.reception().appoint_auditor(&keeper, mark, who, until).map_err(|refusal| refusal.finding.code)
    };
    assert_eq!(appoint("m-0000000000000000", "auditor", until).unwrap_err(), "workbench-no-such-mark");
    assert_eq!(appoint(&mark, "police", until).unwrap_err(), "workbench-no-account-for-role");
    assert_eq!(appoint(&mark, "auditor", Instant(5)).unwrap_err(), "workbench-member-until");
    assert_eq!(appoint(&mark, "auditor", until), Ok(()));
    assert_eq!(
        appoint(&mark, "auditor", until).unwrap_err(),
        "workbench-no-such-mark",
        "nobody audits twice at once"
    );
    // Now the auditor reads the ledger, masked, and nothing else; the members see who is there.
    assert!(front.reception().may(&auditor, CASE, UseCase::ReadLedger, Thing::any(Object::Ledger)).is_ok());
    for (use_case, object) in [
        (UseCase::ViewUnmasked, Object::Party),
        (UseCase::ViewMasked, Object::Material),
        (UseCase::Pack, Object::Case),
    ] {
        let refused = front.reception().may(&auditor, CASE, use_case, Thing::any(object));
        assert_eq!(code(refused), "rights-denied-auditor");
    }
    let members = front.reception().members(&police, CASE).unwrap();
    assert!(members.iter().any(|one| one.role == Role::Auditor && one.given_by.as_str() == "keeper"));
    assert_eq!(code(front.reception().remove_member(&police, CASE, "auditor")), "workbench-member-stays");
    front.clock.0 = 86_401;
    assert_eq!(code(front.reception().members(&auditor, CASE)), "rights-no-such-case");
}

#[test]
fn the_keeper_sees_of_the_log_what_is_about_no_case() {
    let Some(mut front) = front("audit::the_keeper_sees") else { return };
    let ann = front.person("ann", &[Role::Victim]);
    front.case(&ann, CASE, Role::Victim);
    let _ = front.reception().may(&ann, CASE, UseCase::Pack, Thing::any(Object::Case)).unwrap();
    let keeper = front.sign_in("keeper");
    let log = front.reception().read_log(&keeper, 100).unwrap();
    assert!(
        log.iter().any(|line| line.act == "make-account") && log.iter().any(|line| line.act == "sign-in")
    );
    assert!(
        log.iter().all(|line| line.mark.is_none() && line.act != "pack" && line.act != "open-case"),
        "{log:?}"
    );
    assert!(!format!("{log:?}").contains(CASE));
}

/// Two who work together, one asking and one reading the log, learn no more than one: what is asked of a case
/// that the asker is not on has no mark, whether the case exists or not.
#[test]
fn the_log_does_not_tell_which_case_exists() {
    let Some(mut front) = front("audit::the_log_does_not_tell") else { return };
    let ann = front.person("ann", &[Role::Victim]);
    front.case(&ann, CASE, Role::Victim);
    let stranger = front.person("stranger", &[Role::Counsel]);
    let auditor = front.person("auditor", &[Role::Auditor]);
    for case_id in [CASE, "rd-ffffffffffffffff"] {
        let refused =
            front.reception().may(&stranger, case_id, UseCase::ReadLedger, Thing::any(Object::Ledger));
        assert_eq!(code(refused), "rights-no-such-case");
    }
    let log = front.reception().read_log(&auditor, 100).unwrap();
    let asked: Vec<_> = log
        .iter()
        .filter(|line| line.by.as_deref() == Some("stranger") && line.act == "read-ledger")
        .collect();
    assert_eq!(asked.len(), 2);
    assert!(asked.iter().all(|line| line.mark.is_none()));
}
