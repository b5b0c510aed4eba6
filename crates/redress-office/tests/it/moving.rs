//! From a folder into the office and back: byte for byte, restartable, refused where histories part.

use crate::support::{Bytes, Room, room};
use redress_conformance::{append, digests, told};
use redress_office::{Course, Office};
use redress_store::{Access, CaseFolder};
use redress_workbench::ports::{Progress, Quiet, Store};
use std::io::Read;
use std::path::PathBuf;

const CASE: &str = "rd-0123456789abcdef";

fn folder(room: &Room, name: &str, entries: u64) -> PathBuf {
    let path = room.folder.path().join(name);
    let mut case = CaseFolder::create(&path, [9; 32]).unwrap();
    for entry in 0..entries {
        let bytes = format!("sealed {entry}").into_bytes();
        case.put(&bytes, &digests(&bytes)).unwrap();
        append(&mut case, &digests(&bytes).sha256.to_string()).unwrap();
    }
    path
}

fn read(path: &std::path::Path) -> CaseFolder {
    CaseFolder::open(path, Access::Read).unwrap()
}

fn same(one: &dyn Store, other: &dyn Store) {
    assert_eq!(one.ledger().unwrap(), other.ledger().unwrap());
    assert_eq!(one.signing_seed().unwrap(), other.signing_seed().unwrap());
    assert_eq!(one.objects().unwrap(), other.objects().unwrap());
    for digest in one.objects().unwrap() {
        let bytes = [one, other].map(|store| {
            let mut bytes = Vec::new();
            store.open(&digest).unwrap().read_to_end(&mut bytes).unwrap();
            bytes
        });
        assert_eq!(bytes[0], bytes[1]);
    }
}

#[test]
fn a_case_goes_into_the_office_and_back_byte_for_byte() {
    for bytes in [Bytes::Disk, Bytes::S3] {
        let Some(room) = room("into the office and back", bytes) else { continue };
        let office = room.office();
        let home = folder(&room, "home", 30);
        let moved = office.import(CASE, &read(&home), &mut Quiet).unwrap();
        assert_eq!((moved.course, moved.entries, moved.objects), (Course::Whole, 30, 30));
        same(&read(&home), &office.case(CASE, Access::Read).unwrap());
        // Again: nothing. Then the office goes on, and the folder gets the rest.
        assert_eq!(office.import(CASE, &read(&home), &mut Quiet).unwrap().course, Course::Same);
        append(&mut office.case(CASE, Access::Write).unwrap(), "in the office").unwrap();
        assert_eq!(office.import(CASE, &read(&home), &mut Quiet).unwrap().course, Course::Ahead);
        let back = office.export(CASE, &home, &mut Quiet).unwrap();
        assert_eq!((back.course, back.entries, back.objects), (Course::Continued, 1, 0));
        let fresh = room.folder.path().join("fresh");
        assert_eq!(office.export(CASE, &fresh, &mut Quiet).unwrap().course, Course::Whole);
        same(&read(&fresh), &read(&home));
        same(&read(&fresh), &office.case(CASE, Access::Read).unwrap());
        // The folder goes on, and the office gets the rest.
        append(&mut CaseFolder::open(&fresh, Access::Write).unwrap(), "at home").unwrap();
        let moved = office.import(CASE, &read(&fresh), &mut Quiet).unwrap();
        assert_eq!((moved.course, moved.entries), (Course::Continued, 1));
        assert_eq!(office.export(CASE, &home, &mut Quiet).unwrap().entries, 1);
        assert_eq!(office.export(CASE, &home, &mut Quiet).unwrap().course, Course::Same);
    }
}

#[test]
fn histories_that_part_are_refused_at_the_entry_where_they_do() {
    let Some(room) = room("histories that part", Bytes::Disk) else { return };
    let office = room.office();
    let home = folder(&room, "home", 3);
    office.import(CASE, &read(&home), &mut Quiet).unwrap();
    append(&mut office.case(CASE, Access::Write).unwrap(), "in the office").unwrap();
    append(&mut CaseFolder::open(&home, Access::Write).unwrap(), "at home").unwrap();
    let refused = office.import(CASE, &read(&home), &mut Quiet).unwrap_err();
    assert_eq!(refused.to_string(), "office-parted entry=4");
    let refused = office.export(CASE, &home, &mut Quiet).unwrap_err();
    assert_eq!(refused.to_string(), "office-parted entry=4");
    assert_eq!(read(&home).ledger().unwrap().len(), 4);
    // The same history under another key is another case.
    let other = room.folder.path().join("other");
    drop(CaseFolder::create(&other, [8; 32]).unwrap());
    assert_eq!(told(office.import(CASE, &read(&other), &mut Quiet)), "Verification other-key");
}

/// Stops after so many steps.
struct Stops(u64);

impl Progress for Stops {
    fn begin(&mut self, _stage: &str, _total: Option<u64>) {}
    fn advance(&mut self, amount: u64) {
        self.0 = self.0.saturating_sub(amount);
    }
    fn end(&mut self) {}
    fn stopped(&self) -> bool {
        self.0 == 0
    }
}

#[test]
fn a_case_that_has_half_arrived_is_seen_by_nobody_and_arrives_at_the_next_attempt() {
    let Some(room) = room("half arrived", Bytes::Disk) else { return };
    let office = room.office();
    let home = folder(&room, "home", 20);
    for steps in [3, 1, 12, 25] {
        let told = told(office.import(CASE, &read(&home), &mut Stops(steps)));
        if told == "done" {
            break;
        }
        assert_eq!(told, "Interrupted stopped");
        assert_eq!(office.cases().unwrap(), []);
        assert_eq!(redress_conformance::told(office.case(CASE, Access::Read)), "Usage no-such-case");
        assert_eq!(
            redress_conformance::told(office.export(CASE, &room.folder.path().join("x"), &mut Quiet)),
            "Usage no-such-case"
        );
    }
    let moved = office.import(CASE, &read(&home), &mut Quiet).unwrap();
    assert!(moved.objects < 20, "what had come already came again");
    same(&read(&home), &office.case(CASE, Access::Read).unwrap());

    let out = room.folder.path().join("out");
    assert_eq!(told(office.export(CASE, &out, &mut Stops(7))), "Interrupted stopped");
    assert!(!out.exists());
    office.export(CASE, &out, &mut Quiet).unwrap();
    same(&read(&home), &read(&out));
}

#[test]
fn a_damaged_object_stays_where_it_is() {
    let Some(room) = room("a damaged object", Bytes::Disk) else { return };
    let office = room.office();
    let home = folder(&room, "home", 3);
    let digest = digests(b"sealed 1").sha256.to_string();
    let file = home.join("objects").join(&digest[..2]).join(&digest[2..]);
    std::fs::remove_file(&file).unwrap();
    std::fs::write(&file, "altered!").unwrap();
    assert_eq!(told(office.import(CASE, &read(&home), &mut Quiet)), "Verification object-altered");
    assert_eq!(office.cases().unwrap(), []);
    std::fs::write(&file, "sealed 1").unwrap();
    office.import(CASE, &read(&home), &mut Quiet).unwrap();
}

/// A case with more entries than one append takes: moved in several, whole all the same.
#[test]
fn a_long_ledger_moves_whole() {
    let Some(room) = room("a long ledger", Bytes::Disk) else { return };
    let office: Office = room.office();
    let home = room.folder.path().join("home");
    let mut case = CaseFolder::create(&home, [9; 32]).unwrap();
    let mut head = redress_store::Head::EMPTY;
    let mut lines = Vec::new();
    for _ in 0..1_501 {
        let line = redress_conformance::line(head.seq + 1, &head.digest, "x");
        head = head.after(&line).unwrap();
        lines.push(line);
    }
    case.append(&lines, &redress_store::Head::EMPTY.digest).unwrap();
    drop(case);
    assert_eq!(office.import(CASE, &read(&home), &mut Quiet).unwrap().head, head);
    same(&read(&home), &office.case(CASE, Access::Read).unwrap());
}
