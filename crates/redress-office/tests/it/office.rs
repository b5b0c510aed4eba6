//! One office through its life: set up, its cases, and what somebody with a database console cannot do.

use crate::support::{Bytes, bare_room, room};
use redress_base::Sha256;
use redress_conformance::{append, digests, head, line, told};
use redress_office::{Office, SCHEMA_VERSION, SetUp};
use redress_store::Access;
use redress_workbench::ports::Store;

#[test]
fn an_office_is_set_up_once_and_lists_its_cases() {
    let Some(room) = bare_room("an office is set up", Bytes::Disk) else { return };
    assert_eq!(told(Office::open(&room.config())), "Usage not-set-up");
    assert_eq!(Office::init(&room.config()).unwrap(), SetUp { found: 0, now: SCHEMA_VERSION });
    assert_eq!(Office::init(&room.config()).unwrap(), SetUp { found: SCHEMA_VERSION, now: SCHEMA_VERSION });
    let office = room.office();
    assert_eq!(office.cases().unwrap(), []);
    append(&mut office.create_case("rd-b", [1; 32]).unwrap(), "one").unwrap();
    drop(office.create_case("rd-a", [2; 32]).unwrap());
    let listed: Vec<_> = office.cases().unwrap().into_iter().map(|row| (row.case_id, row.entries)).collect();
    assert_eq!(listed, [("rd-a".to_owned(), 0), ("rd-b".to_owned(), 1)]);
    assert_eq!(told(office.create_case("rd-a", [2; 32])), "Usage case-exists");
    assert_eq!(told(office.case("rd-c", Access::Read)), "Usage no-such-case");
    for name in ["", ".", "..", "../rd-a", "a/b", "a b", "-a", "案", "a\0", &"a".repeat(65)] {
        assert_eq!(told(office.create_case(name, [2; 32])), "Usage case-name", "{name:?}");
        assert_ne!(told(office.case(name, Access::Read)), "done", "{name:?}");
    }
}

#[test]
fn a_database_console_cannot_change_drop_or_reorder_entries() {
    let Some(room) = room("a database console", Bytes::Disk) else { return };
    let office = room.office();
    let mut case = office.create_case("rd-a", [1; 32]).unwrap();
    append(&mut case, "one").unwrap();
    append(&mut case, "two").unwrap();
    let mut console = room.admin();
    console.batch_execute("SET session_replication_role = replica").unwrap();
    for sql in [
        "UPDATE redress.ledger SET line = 'x'",
        "DELETE FROM redress.ledger",
        "TRUNCATE redress.ledger CASCADE",
        "INSERT INTO redress.ledger VALUES ('rd-a', 4, 'x')",
        "INSERT INTO redress.ledger VALUES ('rd-a', 2, 'x')",
        "INSERT INTO redress.ledger VALUES ('rd-a', 0, 'x'), ('rd-a', 3, 'y')",
        "UPDATE redress.cases SET seq = 1",
        "UPDATE redress.cases SET head = decode(repeat('ab', 32), 'hex')",
        "UPDATE redress.cases SET case_id = 'rd-z'",
        "UPDATE redress.cases SET state = 'arriving'",
        "DELETE FROM redress.cases",
        "TRUNCATE redress.cases CASCADE",
        "UPDATE redress.case_keys SET seed = decode(repeat('ab', 32), 'hex')",
        "DELETE FROM redress.case_keys",
    ] {
        assert!(console.batch_execute(sql).is_err(), "{sql}");
    }
    assert_eq!(case.ledger().unwrap().len(), 2);
    append(&mut case, "three").unwrap();
}

#[test]
fn what_a_console_with_all_rights_did_is_found_and_named() {
    let Some(room) = room("what a console did", Bytes::Disk) else { return };
    let office = room.office();
    let mut case = office.create_case("rd-a", [1; 32]).unwrap();
    for what in ["one", "two", "three"] {
        append(&mut case, what).unwrap();
    }
    drop(case);
    let mut console = room.admin();
    let around = |sql: &str, console: &mut postgres::Client| {
        let whole = format!(
            "ALTER TABLE redress.ledger DISABLE TRIGGER ALL; {sql}; ALTER TABLE redress.ledger ENABLE TRIGGER ALL"
        );
        console.batch_execute(&whole).unwrap();
    };
    let refused = || office.case("rd-a", Access::Read).unwrap_err().to_string();
    around("CREATE TABLE kept AS SELECT * FROM redress.ledger", &mut console);
    // Switched on again by somebody who did not know how: the guards no longer hold for every session.
    assert_eq!(
        Office::open(&room.config()).unwrap_err().to_string(),
        r#"office-guard-missing name="ledger_follows""#
    );
    around("UPDATE redress.ledger SET line = replace(line, 'two', 'TWO')", &mut console);
    assert_eq!(refused(), "store-chain-broken entry=3");
    around("UPDATE redress.ledger l SET line = k.line FROM kept k WHERE k.seq = l.seq", &mut console);
    drop(office.case("rd-a", Access::Read).unwrap());
    // The last entry is gone: the chain of the rest is whole, and the head still knows.
    around("DELETE FROM redress.ledger WHERE seq = 3", &mut console);
    assert_eq!(refused(), "store-chain-broken entry=3");
}

#[test]
fn readers_see_whole_appends_beside_a_writer() {
    let Some(room) = room("readers beside a writer", Bytes::Disk) else { return };
    let office = room.office();
    let mut writer = office.create_case("rd-a", [1; 32]).unwrap();
    let reader = office.case("rd-a", Access::Read).unwrap();
    append(&mut writer, "one").unwrap();
    assert_eq!(reader.ledger().unwrap().len(), 1);
    assert_eq!(reader.ledger().unwrap(), writer.ledger().unwrap());
}

/// A writer whose hold was lost with its connection, and the one that came after it.
#[test]
fn a_writer_that_lost_its_hold_adds_nothing_after_another_one_has_gone_on() {
    let Some(room) = room("a lost hold", Bytes::Disk) else { return };
    let office = room.office();
    let mut first = office.create_case("rd-a", [1; 32]).unwrap();
    append(&mut first, "one").unwrap();
    let (seq, prev) = head(&first);
    let sql = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity \
               WHERE datname = current_database() AND pid <> pg_backend_pid()";
    room.admin().execute(sql, &[]).unwrap();
    let mut second = office.case("rd-a", Access::Write).unwrap();
    append(&mut second, "two").unwrap();
    let late = line(seq + 1, &prev, "late");
    // Where the broken connection is noticed only in the append, its outcome is looked for and found.
    let first_told = told(first.append(std::slice::from_ref(&late), &prev));
    assert!(["Busy busy", "Busy ledger-moved"].contains(&first_told.as_str()), "{first_told}");
    assert_eq!(told(first.append(std::slice::from_ref(&late), &prev)), "Busy busy");
    assert_eq!(told(first.put(b"x", &digests(b"x"))), "Busy busy");
    append(&mut second, "three").unwrap();
    drop(second);
    // It holds the case again as soon as nobody else does, and is told that the ledger has gone on.
    let again = (0..500).map(|_| told(first.append(std::slice::from_ref(&late), &prev)));
    assert!(again.into_iter().any(|told| told == "Busy ledger-moved"));
    assert_eq!(office.case("rd-a", Access::Read).unwrap().ledger().unwrap().len(), 3);
}

#[test]
fn a_commit_is_acknowledged_from_the_disk_whatever_the_role_prefers() {
    let Some(room) = room("a commit from the disk", Bytes::Disk) else { return };
    let mut console = room.admin();
    let database = &room.database;
    console
        .batch_execute(&format!(
            "ALTER DATABASE {database} SET synchronous_commit = off; \
             ALTER DATABASE {database} SET default_transaction_isolation = 'serializable'; \
             ALTER DATABASE {database} SET search_path = hostile; CREATE SCHEMA hostile; \
             CREATE FUNCTION hostile.strpos(text, text) RETURNS integer LANGUAGE sql AS 'SELECT 0'; \
             CREATE TABLE hostile.seen (setting text); \
             CREATE FUNCTION hostile.look() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
               INSERT INTO hostile.seen VALUES (current_setting('synchronous_commit')); RETURN NULL; END $$; \
             CREATE TRIGGER look AFTER INSERT ON redress.ledger EXECUTE FUNCTION hostile.look()"
        ))
        .unwrap();
    let office = room.office();
    let mut case = office.create_case("rd-a", [1; 32]).unwrap();
    append(&mut case, &digests(b"named").sha256.to_string()).unwrap();
    let seen: String = console.query_one("SELECT setting FROM hostile.seen", &[]).unwrap().get(0);
    assert_eq!(seen, "on");
    case.put(b"named", &digests(b"named")).unwrap();
    case.forget(&digests(b"named").sha256).unwrap();
    assert_eq!(case.objects().unwrap(), [digests(b"named").sha256]);
}

#[test]
fn cases_keep_their_bytes_apart() {
    for bytes in [Bytes::Disk, Bytes::S3] {
        let Some(room) = room("cases apart", bytes) else { continue };
        let office = room.office();
        let mut one = office.create_case("rd-one", [1; 32]).unwrap();
        let mut two = office.create_case("rd-two", [1; 32]).unwrap();
        let digest: Sha256 = digests(b"both").sha256;
        one.put(b"both", &digests(b"both")).unwrap();
        assert_eq!(told(two.open(&digest).map(drop)), "Verification object-missing");
        two.put(b"both", &digests(b"both")).unwrap();
        one.forget(&digest).unwrap();
        assert_eq!(told(one.open(&digest).map(drop)), "Verification object-missing");
        assert_eq!(told(two.open(&digest).map(drop)), "done");
    }
}
