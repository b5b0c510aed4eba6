//! What is an account's own: seen by that account alone, and gone with the membership that it belongs to.

use super::front::{Front, code, front};
use postgres::NoTls;
use redress_base::Instant;
use redress_rights::{Role, Scope};
use redress_workbench::{Clock as _, NewMember, Person};
use std::collections::BTreeMap;

type Changed = BTreeMap<Option<String>, Option<String>>;

fn changed(all: &[(Option<&str>, Option<&str>)]) -> Changed {
    all.iter().map(|(case, text)| (case.map(str::to_owned), text.map(str::to_owned))).collect()
}

fn kept(front: &Front, person: &Person) -> Vec<(Option<String>, String)> {
    front.office.resumes(person).unwrap().into_iter().collect()
}

const ROWS: &str = "SELECT count(*) FROM redress.resumes";

#[test]
fn what_is_ones_own_comes_back_and_nobody_else_sees_it() {
    let Some(mut front) = front("resumes::what_is_ones_own") else { return };
    let [ann, bob] = ["ann", "bob"].map(|name| front.person(name, &[Role::Victim]));
    front.case(&ann, "rd-1", Role::Victim);
    let own = changed(&[(Some("rd-1"), Some("a")), (None, Some("b")), (Some("rd-none"), Some("c"))]);
    front.office.keep_resumes(&ann, &own).unwrap();
    // A case that there is not, or that is somebody else's, keeps nothing, and says nothing of it.
    assert_eq!(kept(&front, &ann), [(None, "b".to_owned()), (Some("rd-1".to_owned()), "a".to_owned())]);
    front.office.keep_resumes(&bob, &changed(&[(Some("rd-1"), Some("x"))])).unwrap();
    assert!(kept(&front, &bob).is_empty());
    assert_eq!(front.count(ROWS), 2);
    // Of what is kept anew only that changes; what is taken back is gone.
    front.office.keep_resumes(&ann, &changed(&[(Some("rd-1"), Some("d"))])).unwrap();
    assert_eq!(kept(&front, &ann)[1].1, "d");
    front.office.keep_resumes(&ann, &changed(&[(Some("rd-1"), None)])).unwrap();
    assert_eq!(kept(&front, &ann), [(None, "b".to_owned())]);
    let long = "x".repeat((1 << 20) + 1);
    let refused =
        front.office.keep_resumes(&ann, &changed(&[(None, Some(&long)), (Some("rd-1"), Some("e"))]));
    assert_eq!(code(refused), "office-resume-long");
    assert_eq!(kept(&front, &ann), [(None, "b".to_owned())]);
}

/// The database itself: whatever the program forgets to ask.
#[test]
fn the_wall_holds_for_the_steward_too() {
    let Some(mut front) = front("resumes::the_wall_holds") else { return };
    let [ann, bob] = ["ann", "bob"].map(|name| front.person(name, &[Role::Victim]));
    front.case(&ann, "rd-1", Role::Victim);
    front.case(&bob, "rd-2", Role::Victim);
    front.office.keep_resumes(&ann, &changed(&[(Some("rd-1"), Some("secret")), (None, Some("{}"))])).unwrap();
    let (socket, port) = (front.room.cluster.socket().display(), front.room.cluster.port);
    let database = &front.room.database;
    let address = format!("host={socket} port={port} user=plain_{database} dbname={database}");
    let mut plain = postgres::Client::connect(&address, NoTls).unwrap();
    for (setting, rows) in [
        ("SET redress.steward = 'on'", 0),
        ("SET redress.steward = 'off'; SET redress.account = 'bob'", 0),
        ("SET redress.account = 'ann'", 2),
    ] {
        plain.batch_execute(setting).unwrap();
        assert_eq!(plain.query_one(ROWS, &[]).unwrap().get::<_, i64>(0), rows, "{setting}");
    }
    plain.batch_execute("SET redress.account = 'bob'").unwrap();
    for row in ["('ann', 'rd-1', 'x')", "('bob', 'rd-1', 'x')", "('ann', NULL, 'x')"] {
        let forged = format!(
            "INSERT INTO redress.resumes (account, case_id, document) VALUES {row} \
             ON CONFLICT (account, case_id) DO UPDATE SET document = excluded.document"
        );
        let refused = plain.batch_execute(&forged).unwrap_err();
        let said = refused.as_db_error().unwrap();
        // Nothing of a row is quoted, neither here nor in the log of the server.
        assert!(said.detail().is_none() && said.code().code() == "42501", "{row}: {said:?}");
    }
    assert_eq!(plain.execute("DELETE FROM redress.resumes", &[]).unwrap(), 0);
}

#[test]
fn with_a_membership_its_row_ends() {
    let Some(mut front) = front("resumes::with_a_membership") else { return };
    let ann = front.person("ann", &[Role::Victim]);
    let [bob, carl] = ["bob", "carl"].map(|name| front.person(name, &[Role::Counsel]));
    front.case(&ann, "rd-1", Role::Victim);
    front.add(&ann, "rd-1", "bob", Role::Counsel).unwrap();
    let until = Some(Instant(front.clock.now().at.0 + 3600));
    let new = NewMember { account: "carl".into(), role: Role::Counsel, scope: Scope::Whole, until };
    front.reception().add_member(&ann, "rd-1", new).unwrap();
    for person in [&ann, &bob, &carl] {
        front.office.keep_resumes(person, &changed(&[(Some("rd-1"), Some("a")), (None, Some("b"))])).unwrap();
    }
    assert_eq!(front.count(ROWS), 6);
    front.reception().remove_member(&ann, "rd-1", "bob").unwrap();
    assert_eq!(kept(&front, &bob), [(None, "b".to_owned())]);
    assert_eq!(front.count(ROWS), 5, "the row is gone, and not only hidden");
    // Nobody is told when a membership runs out: it is hidden then, and gone before anything else is kept.
    let sql = "ALTER TABLE redress.memberships DISABLE TRIGGER resumes_follow; \
               UPDATE redress.memberships SET until = since + 1 WHERE account = 'carl'; \
               ALTER TABLE redress.memberships ENABLE ALWAYS TRIGGER resumes_follow";
    std::thread::sleep(std::time::Duration::from_secs(2));
    front.room.admin().batch_execute(sql).unwrap();
    assert_eq!(kept(&front, &carl), [(None, "b".to_owned())]);
    assert_eq!(front.count(ROWS), 5);
    front.office.keep_resumes(&ann, &changed(&[(None, Some("c"))])).unwrap();
    assert_eq!(front.count(ROWS), 4);
    // Whoever comes back begins anew.
    front.add(&ann, "rd-1", "bob", Role::Counsel).unwrap();
    assert_eq!(kept(&front, &bob), [(None, "b".to_owned())]);
    // And the log of the office holds none of it.
    assert_eq!(front.count("SELECT count(*) FROM redress.office_log WHERE act LIKE '%resume%'"), 0);
}
