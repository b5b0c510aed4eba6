//! The walls of the database: what a missing check of the program could not show either.

use super::front::{code, config, front};
use postgres::NoTls;
use redress_office::Office;
use redress_rights::Role;
use redress_store::Access;

const TABLES: [&str; 12] = [
    "accounts",
    "case_keys",
    "case_marks",
    "cases",
    "ledger",
    "memberships",
    "objects",
    "office_log",
    "resumes",
    "statistics_releases",
    "statistics_rows",
    "tries",
];

#[test]
fn without_an_account_nothing_is_visible_and_nothing_can_be_written() {
    let Some(mut front) = front("walls::without_an_account") else { return };
    let victim = front.person("ann", &[Role::Victim]);
    front.case(&victim, "rd-1", Role::Victim);
    let (socket, port) = (front.room.cluster.socket().display(), front.room.cluster.port);
    let database = &front.room.database;
    let address = format!("host={socket} port={port} user=plain_{database} dbname={database}");
    let mut plain = postgres::Client::connect(&address, NoTls).unwrap();
    let count = |plain: &mut postgres::Client, table: &str| -> i64 {
        plain.query_one(&format!("SELECT count(*) FROM redress.{table}"), &[]).unwrap().get(0)
    };
    for setting in
        ["SELECT 1", "SET redress.account = ''", "SET redress.account = 'bob'", "SET redress.steward = 'off'"]
    {
        plain.batch_execute(setting).unwrap();
        for table in TABLES {
            assert_eq!(count(&mut plain, table), 0, "{table} after {setting}");
        }
    }
    plain.batch_execute("SET redress.account = 'ann'").unwrap();
    for (table, rows) in [
        ("cases", 1),
        ("case_keys", 1),
        ("memberships", 1),
        ("accounts", 1),
        ("office_log", 0),
        ("case_marks", 0),
        ("tries", 0),
    ] {
        assert_eq!(count(&mut plain, table), rows, "{table} for ann");
    }
    // One's own rows are read, not written: nobody gives themselves a membership.
    for sql in [
        "INSERT INTO redress.memberships (case_id, account, role, since, given_by) VALUES ('rd-1', 'ann', 'auditor', 0, 'ann')",
        "INSERT INTO redress.cases (case_id) VALUES ('rd-2')",
        "INSERT INTO redress.office_log (at, act, object, outcome) VALUES (0, 'x', 'case', 'allowed')",
    ] {
        assert!(plain.batch_execute(sql).is_err(), "{sql}");
    }
    assert_eq!(plain.execute("UPDATE redress.accounts SET holds = '{keeper}'", &[]).unwrap(), 0);
}

#[test]
fn somebodys_office_holds_their_cases_only() {
    let Some(mut front) = front("walls::somebodys_office") else { return };
    let (ann, bob) = (front.person("ann", &[Role::Victim]), front.person("bob", &[Role::Victim]));
    front.case(&ann, "rd-ann", Role::Victim);
    front.case(&bob, "rd-bob", Role::Victim);
    let seen =
        |office: &Office| office.cases().unwrap().into_iter().map(|row| row.case_id).collect::<Vec<_>>();
    assert_eq!(seen(&front.office), ["rd-ann", "rd-bob"], "the steward's");
    let anns = front.office.acting_for(&ann).unwrap();
    assert_eq!(seen(&anns), ["rd-ann"]);
    assert!(anns.case("rd-ann", Access::Write).is_ok());
    for case_id in ["rd-bob", "rd-nobody"] {
        let refused = anns.case(case_id, Access::Read);
        assert_eq!(refused.unwrap_err().to_string(), format!("office-no-such-case case=\"{case_id}\""));
    }
    // Not even by asking the store to make it.
    assert_eq!(code(anns.create_case("rd-new", [1; 32])), "office-database-rights");
}

/// A superuser passes row rules by: somebody's session is not opened with one.
#[test]
fn a_role_that_passes_the_walls_is_refused() {
    let Some(mut front) = front("walls::a_role_that_passes") else { return };
    let ann = front.person("ann", &[Role::Victim]);
    let office = Office::open(&config(&front.room, "redress")).unwrap();
    assert_eq!(code(office.acting_for(&ann)), "office-role-passes-walls");
}

#[test]
fn a_wall_that_somebody_took_down_is_noticed() {
    let Some(front) = front("walls::a_wall_that_somebody") else { return };
    for (table, what) in [("ledger", "NO FORCE"), ("memberships", "DISABLE"), ("case_keys", "NO FORCE")] {
        let back = if what == "DISABLE" { "ENABLE" } else { "FORCE" };
        let alter = |what: &str| format!("ALTER TABLE redress.{table} {what} ROW LEVEL SECURITY");
        front.room.admin().batch_execute(&alter(what)).unwrap();
        let config = config(&front.room, &format!("plain_{}", front.room.database));
        assert_eq!(code(Office::open(&config)), "office-wall-missing", "{table}");
        front.room.admin().batch_execute(&alter(back)).unwrap();
        assert!(Office::open(&config).is_ok());
    }
}

#[test]
fn a_membership_is_ended_and_never_rewritten_and_the_log_only_grows() {
    let Some(mut front) = front("walls::a_membership_is_ended") else { return };
    let ann = front.person("ann", &[Role::Victim]);
    front.case(&ann, "rd-1", Role::Victim);
    let mut admin = front.room.admin();
    for sql in [
        "UPDATE redress.memberships SET role = 'auditor'",
        "UPDATE redress.memberships SET since = 0",
        "UPDATE redress.memberships SET until = NULL",
        "DELETE FROM redress.memberships",
        "TRUNCATE redress.memberships",
        "UPDATE redress.office_log SET outcome = 'allowed'",
        "DELETE FROM redress.office_log",
        "TRUNCATE redress.office_log",
        "DELETE FROM redress.case_marks",
    ] {
        let refused = admin.batch_execute(sql).unwrap_err();
        assert_eq!(refused.code().map(|code| code.code()), Some("23000"), "{sql}: {refused}");
    }
    admin.batch_execute("UPDATE redress.memberships SET until = since + 100").unwrap();
    assert!(admin.batch_execute("UPDATE redress.memberships SET until = since + 101").is_err());
    admin.batch_execute("UPDATE redress.memberships SET until = since + 99").unwrap();
}
