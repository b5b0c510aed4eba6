//! Databases of every released version open; a newer one is refused.

use crate::support::{Bytes, Room, bare_room, room};
use redress_conformance::{append, digests, told};
use redress_office::{Office, SCHEMA_VERSION, SetUp};
use redress_rights::{AccountName, Role};
use redress_store::Access;
use redress_workbench::ports::{Roster, Store};

/// What `pg_dump --schema=redress --inserts` wrote of an office of that version with one case of two entries
/// and one object.
const RELEASED: [(i32, &str); 4] = [
    (1, include_str!("../fixtures/office-v1.sql")),
    (2, include_str!("../fixtures/office-v2.sql")),
    (3, include_str!("../fixtures/office-v3.sql")),
    (4, include_str!("../fixtures/office-v4.sql")),
];

/// Somebody on the case of the fixture, from version 2 on.
const PEOPLE: &str = "INSERT INTO redress.accounts (name, holds, hash) VALUES ('ann', '{victim}', 'none'); \
    INSERT INTO redress.memberships (case_id, account, role, scope, since, given_by) \
    VALUES ('rd-fixture', 'ann', 'victim', NULL, 1767600000, 'ann'); \
    INSERT INTO redress.office_log (at, by_account, act, object, outcome, case_id, about) \
    VALUES (1767600000, 'ann', 'open-case', 'case', 'allowed', 'rd-fixture', 'ann'); \
    INSERT INTO redress.statistics_rows (case_id, seq, maker, record) VALUES ('rd-fixture', 2, 'none', '{}'); \
    INSERT INTO redress.statistics_releases (at, first_day, last_day, terms, document) \
    VALUES (1767600000, '2025-01-01', '2025-12-31', '{}', '{}'); \
    INSERT INTO redress.resumes (account, case_id, document) VALUES ('ann', 'rd-fixture', '{}'), ('ann', NULL, '{}')";

fn filled(room: &Room, dump: &str) {
    room.admin().batch_execute(dump).unwrap();
    let object = room.object("rd-fixture", &digests(b"fixture").sha256);
    std::fs::create_dir_all(object.parent().unwrap()).unwrap();
    std::fs::write(object, b"fixture").unwrap();
}

#[test]
fn an_office_of_every_released_version_opens() {
    assert_eq!(RELEASED.len(), usize::try_from(SCHEMA_VERSION).unwrap(), "a released version has no fixture");
    for (version, dump) in RELEASED {
        let Some(room) = bare_room("released versions", Bytes::Disk) else { return };
        filled(&room, dump);
        if version < SCHEMA_VERSION {
            assert_eq!(told(Office::open(&room.config())), "Usage schema-older");
        }
        assert_eq!(Office::init(&room.config()).unwrap(), SetUp { found: version, now: SCHEMA_VERSION });
        let mut case = room.office().case("rd-fixture", Access::Write).unwrap();
        assert_eq!(case.ledger().unwrap().len(), 2);
        assert_eq!(case.signing_seed().unwrap(), [7; 32]);
        assert_eq!(case.objects().unwrap(), [digests(b"fixture").sha256]);
        assert_eq!(told(case.open(&digests(b"fixture").sha256).map(drop)), "done");
        append(&mut case, "after").unwrap();
        assert!(room.admin().batch_execute("DELETE FROM redress.ledger").is_err());
        let ann = AccountName::parse("ann").unwrap();
        let found = room.office().roster().membership("rd-fixture", &ann).unwrap();
        assert_eq!(found.map(|one| one.role), (version >= 2).then_some(Role::Victim));
    }
}

/// Writes the fixture of this version anew: `REDRESS_FIXTURES_WRITE=1`, needs `pg_dump`.
#[test]
fn the_fixture_of_this_version_is_written_when_asked() {
    if std::env::var_os("REDRESS_FIXTURES_WRITE").is_none() {
        return;
    }
    let room = room("fixture", Bytes::Disk).unwrap();
    let mut case = room.office().create_case("rd-fixture", [7; 32]).unwrap();
    case.put(b"fixture", &digests(b"fixture")).unwrap();
    append(&mut case, &digests(b"fixture").sha256.to_string()).unwrap();
    append(&mut case, "第二条").unwrap();
    room.admin().batch_execute(PEOPLE).unwrap();
    let dump = std::process::Command::new("pg_dump")
        .args(["--schema=redress", "--inserts", "--no-owner", "-U", "redress", "-h"])
        .arg(room.cluster.socket())
        .args(["-p", &room.cluster.port.to_string(), &room.database])
        .output()
        .unwrap();
    assert!(dump.status.success());
    // Lines that begin with a backslash are for psql alone.
    let text = String::from_utf8(dump.stdout).unwrap();
    let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with('\\')).collect();
    let path = format!("{}/tests/fixtures/office-v{SCHEMA_VERSION}.sql", env!("CARGO_MANIFEST_DIR"));
    std::fs::create_dir_all(std::path::Path::new(&path).parent().unwrap()).unwrap();
    std::fs::write(path, kept.join("\n") + "\n").unwrap();
}

#[test]
fn an_office_of_a_newer_version_is_refused_and_left_alone() {
    let Some(room) = room("a newer office", Bytes::Disk) else { return };
    room.admin().execute("INSERT INTO redress.schema_version (version) VALUES (99)", &[]).unwrap();
    assert_eq!(told(Office::open(&room.config())), "Newer schema-newer");
    assert_eq!(told(Office::init(&room.config())), "Newer schema-newer");
}

#[test]
fn two_programs_that_set_an_office_up_at_once_do_it_once() {
    let Some(room) = bare_room("set up at once", Bytes::Disk) else { return };
    let found: Vec<i32> = std::thread::scope(|scope| {
        let started: Vec<_> =
            (0..4).map(|_| scope.spawn(|| Office::init(&room.config()).unwrap().found)).collect();
        started.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(found.iter().filter(|found| **found == 0).count(), 1, "{found:?}");
}
