//! A case as one file: the same elsewhere, never taken in when anything in it is not what it says, whole or not there.

use crate::child;
use crate::desk::{Fixed, at_desk, filled};
use crate::support::{Chance, open, told};
use redress_base::{Fault, Refusal};
use redress_case::{Copies, Purpose};
use redress_store::{Access, CaseFolder, OpenCaseFile, write_case_file};
use redress_workbench::ports::{Progress, Store};
use redress_workbench::{CaseFile, Quiet, take_in};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

/// Writes the case in one file for that purpose.
fn export(store: &mut CaseFolder, target: &Path, purpose: Purpose, details: bool) -> Result<(), Refusal> {
    let plan = at_desk(store, &Fixed(1_800_000_000), |desk| desk.export(None, purpose, None, details))?;
    write_case_file(&plan, store, target, &mut Quiet)
}

fn receive(file: &Path, folder: &Path) -> Result<CaseFolder, Refusal> {
    let mut file = OpenCaseFile::open(file)?;
    Ok(CaseFolder::receive(folder, &mut file, [9; 32], &mut Quiet)?.0)
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            drop(std::fs::copy(entry.path(), target))
        }
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Every kept object, by its path.
fn objects(case: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for shelf in names(&case.join("objects")) {
        for name in names(&case.join("objects").join(&shelf)) {
            let path = case.join("objects").join(&shelf).join(&name);
            found.push((format!("{shelf}/{name}"), std::fs::read(path).unwrap()));
        }
    }
    found
}

#[test]
fn a_case_goes_elsewhere_line_by_line_and_object_by_object() {
    let room = tempfile::tempdir().unwrap();
    let (here, there, file) =
        (room.path().join("here"), room.path().join("there"), room.path().join("case.zip"));
    let mut store = filled(&here);
    copy(&here, &room.path().join("twin"));
    export(&mut store, &file, Purpose::Backup, true).unwrap();
    let other = receive(&file, &there).unwrap();
    assert_eq!(other.ledger().unwrap(), store.ledger().unwrap());
    assert_eq!(objects(&there), objects(&here));
    assert_eq!(other.signing_seed().unwrap(), store.signing_seed().unwrap());
    // The same case at the same moment is the same file.
    let mut twin = open(&room.path().join("twin"));
    export(&mut twin, &room.path().join("twin.zip"), Purpose::Backup, true).unwrap();
    assert!(std::fs::read(&file).unwrap() == std::fs::read(room.path().join("twin.zip")).unwrap());
    // What stands there is not written over, and nothing is left beside it.
    assert_eq!(told(export(&mut store, &file, Purpose::Backup, true)), "Usage store-file-exists");
    assert_eq!(names(room.path()), ["case.zip", "here", "there", "twin", "twin.zip"]);
}

#[test]
fn copies_are_the_same_ahead_behind_or_apart() {
    let room = tempfile::tempdir().unwrap();
    let (here, there) = (room.path().join("here"), room.path().join("there"));
    let file = |name: &str| room.path().join(name);
    let mut store = filled(&here);
    export(&mut store, &file("1.zip"), Purpose::Counsel, false).unwrap();
    let mut other = receive(&file("1.zip"), &there).unwrap();
    assert_ne!(other.signing_seed().unwrap(), store.signing_seed().unwrap());
    let take = |into: &mut CaseFolder, name: &str| {
        take_in(into, &mut OpenCaseFile::open(&file(name)).unwrap(), &mut Quiet)
    };
    let taken = take(&mut other, "1.zip").unwrap();
    assert!(matches!(taken.copies, Copies::Same { .. }) && taken.entries == 0 && taken.left_out.len() == 1);
    // The other side goes on, and what it adds comes home.
    export(&mut other, &file("2.zip"), Purpose::Counsel, true).unwrap();
    let taken = take(&mut store, "2.zip").unwrap();
    assert!(matches!(taken.copies, Copies::OtherAhead { more: 2, .. }) && taken.entries == 2);
    assert_eq!(store.ledger().unwrap(), other.ledger().unwrap());
    assert!(matches!(take(&mut store, "1.zip").unwrap().copies, Copies::ThisAhead { .. }));
    // Both go on: refused, with the place, and nothing is changed.
    export(&mut store, &file("3.zip"), Purpose::Counsel, true).unwrap();
    at_desk(&mut other, &Fixed(1_800_000_500), |desk| desk.seal_head(Some("B"))).unwrap();
    let before = (other.ledger().unwrap(), objects(&there));
    let refusal = take(&mut other, "3.zip").unwrap_err();
    assert_eq!((refusal.fault, refusal.finding.code.as_str()), (Fault::Usage, "workbench-file-apart"));
    let common = u64::try_from(before.0.len()).unwrap() - 1;
    assert_eq!(refusal.finding.args["common"], redress_base::Arg::from(common));
    assert_eq!((other.ledger().unwrap(), objects(&there)), before);
}

/// Every byte of a case file, changed in two ways: found, or nothing that is read depends on it.
#[test]
fn no_changed_byte_is_taken_in_silently() {
    let room = tempfile::tempdir().unwrap();
    let (here, file) = (room.path().join("here"), room.path().join("case.zip"));
    let mut store = filled(&here);
    export(&mut store, &file, Purpose::Backup, true).unwrap();
    let good = std::fs::read(&file).unwrap();
    let before = (store.ledger().unwrap(), objects(&here));
    let original = OpenCaseFile::open(&file).unwrap();
    let changed = room.path().join("changed.zip");
    let (mut found, mut harmless) = (0, 0);
    for at in 0..good.len() {
        for change in [1u8, 0x80] {
            let mut bytes = good.clone();
            bytes[at] ^= change;
            std::fs::write(&changed, &bytes).unwrap();
            match OpenCaseFile::open(&changed) {
                Err(_) => found += 1,
                Ok(mut opened) => match take_in(&mut store, &mut opened, &mut Quiet) {
                    Err(_) => found += 1,
                    Ok(taken) => {
                        harmless += 1;
                        assert!(matches!(taken.copies, Copies::Same { .. }), "byte {at}");
                        assert_eq!(opened.manifest(), original.manifest(), "byte {at}");
                        assert_eq!(opened.seed(), original.seed(), "byte {at}");
                    }
                },
            }
        }
        assert_eq!(objects(&here).len(), before.1.len(), "byte {at}");
    }
    assert_eq!((store.ledger().unwrap(), objects(&here)), before);
    child::say(&format!("{} bytes changed twice: {found} found, {harmless} harmless", good.len()));
    assert!(found > harmless, "{found} {harmless}");
}

type Member = (String, Vec<u8>, CompressionMethod);

/// The same file with other members.
fn rebuilt(from: &Path, to: &Path, change: impl FnOnce(&mut Vec<Member>)) {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(from).unwrap()).unwrap();
    let mut members: Vec<Member> = Vec::new();
    for at in 0..archive.len() {
        let mut member = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).unwrap();
        members.push((
            String::from_utf8(member.name_raw().to_vec()).unwrap(),
            bytes,
            CompressionMethod::Stored,
        ));
    }
    change(&mut members);
    let mut zip = zip::ZipWriter::new(std::fs::File::create(to).unwrap());
    for (name, bytes, method) in members {
        zip.start_file(name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    zip.finish().unwrap();
}

fn replace(bytes: &mut Vec<u8>, from: &str, to: &str) {
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains(from), "{from}");
    *bytes = text.replace(from, to).into_bytes();
}

/// A case in two files, a backup and one for counsel, and a third one that is one of them with a change.
struct Forgery {
    room: tempfile::TempDir,
    inside: PathBuf,
    bad: PathBuf,
}

impl Forgery {
    fn new() -> Forgery {
        let room = tempfile::tempdir().unwrap();
        let inside = room.path().join("inside");
        std::fs::create_dir(&inside).unwrap();
        let mut store = filled(&room.path().join("here"));
        export(&mut store, &inside.join("c.zip"), Purpose::Counsel, false).unwrap();
        export(&mut store, &inside.join("b.zip"), Purpose::Backup, true).unwrap();
        Forgery { bad: inside.join("bad.zip"), room, inside }
    }

    /// What is said of the changed file; no folder appears, and nothing beside it.
    fn refused(&self, from: &str, change: impl FnOnce(&mut Vec<Member>), expected: &str) {
        rebuilt(&self.inside.join(from), &self.bad, change);
        assert_eq!(told(receive(&self.bad, &self.inside.join("new"))), expected);
        assert_eq!(names(&self.inside), ["b.zip", "bad.zip", "c.zip"]);
        assert_eq!(names(self.room.path()), ["here", "inside"]);
    }
}

fn plain(name: &str, bytes: Vec<u8>) -> Member {
    (name.to_owned(), bytes, CompressionMethod::Stored)
}

/// Where the first object stands among the members.
fn object(members: &[Member]) -> usize {
    members.iter().position(|one| one.0.starts_with("objects/")).unwrap()
}

/// A change of the members, and what is said of the file then.
type Changed = (fn(&mut Vec<Member>), &'static str);

#[test]
fn nothing_more_and_nothing_less_stands_in_a_case_file() {
    let forgery = Forgery::new();
    for name in
        ["../../evil", "/tmp/evil-redress", "objects/../../evil", "objects/aa/bb", "readme.txt", "C:\\evil"]
    {
        let extra = |members: &mut Vec<Member>| members.push(plain(name, b"x".to_vec()));
        forgery.refused("b.zip", extra, "Verification store-case-file-extra");
    }
    let changes: [Changed; 5] = [
        (|members| drop(members.remove(object(members))), "Verification workbench-file-object-missing"),
        (
            |members| {
                let at = object(members);
                members[at].1.push(b'x');
            },
            "Verification workbench-file-object",
        ),
        (
            |members| {
                let at = object(members);
                members[at].1.clear();
            },
            "Verification workbench-file-object",
        ),
        // An object that no entry names.
        (
            |members| {
                let digest = redress_evidence::hash::digests(b"x").sha256.to_string();
                let (first, rest) = digest.split_at(2);
                members.push(plain(&format!("objects/{first}/{rest}"), b"x".to_vec()));
            },
            "Verification workbench-file-extra",
        ),
        // Few bytes that would become many.
        (
            |members| {
                members[1] = ("ledger.jsonl".to_owned(), vec![b'\n'; 64 << 20], CompressionMethod::Deflated);
            },
            "Verification store-case-file-extra",
        ),
    ];
    for (change, expected) in changes {
        forgery.refused("b.zip", change, expected);
    }
}

#[test]
fn a_ledger_or_a_manifest_that_is_not_what_it_says_is_refused_and_no_folder_appears() {
    let forgery = Forgery::new();
    let changes: [Changed; 5] = [
        (
            |members| replace(&mut members[1].1, "\"seq\":2", "\"seq\":3"),
            "Verification case-ledger-chain-broken",
        ),
        (|members| replace(&mut members[1].1, "ledger/2", "ledger/9"), "Newer case-ledger-newer"),
        (|members| replace(&mut members[0].1, "case-file/1", "case-file/2"), "Newer store-case-file-newer"),
        (
            |members| replace(&mut members[0].1, "\"objects\": ", "\"objects\": 1"),
            "Verification workbench-file-manifest",
        ),
        // A ledger that breaks off is another ledger.
        (
            |members| {
                let last = members[1].1.iter().rposition(|byte| *byte == b'{').unwrap();
                let end = members[1].1[..last].iter().rposition(|byte| *byte == b'\n').unwrap();
                members[1].1.truncate(end + 1);
            },
            "Verification workbench-file-manifest",
        ),
    ];
    for (change, expected) in changes {
        forgery.refused("b.zip", change, expected);
    }
}

/// A key that is not the one named; a key in a file that is no backup.
#[test]
fn a_foreign_key_is_refused_and_no_folder_appears() {
    let forgery = Forgery::new();
    forgery.refused("b.zip", |members| members[2].1 = vec![5; 32], "Verification store-case-file-key");
    let unnamed = |members: &mut Vec<Member>| members.push(plain("key", vec![7; 32]));
    forgery.refused("c.zip", unnamed, "Verification store-case-file-extra");
    let named = |members: &mut Vec<Member>| {
        replace(&mut members[0].1, "\"seed\": false", "\"seed\": true");
        members.push(plain("key", vec![7; 32]));
    };
    forgery.refused("c.zip", named, "Verification store-case-file-key");
}

#[test]
fn a_part_of_a_case_file_is_none() {
    let Forgery { inside, bad, room: _room } = Forgery::new();
    let whole = std::fs::read(inside.join("b.zip")).unwrap();
    for part in 0..16 {
        std::fs::write(&bad, &whole[..whole.len() * part / 16]).unwrap();
        // Of nothing nobody can say what it was; a beginning is known as one of a case file.
        let known =
            if part == 0 { "Input store-no-case-file" } else { "Verification store-case-file-damaged" };
        assert_eq!(told(receive(&bad, &inside.join("new"))), known);
    }
    assert_eq!(told(OpenCaseFile::open(&inside)), "Input store-no-case-file");
}

/// Stops after so many questions whether to stop.
struct Stopping(std::cell::Cell<u32>);

impl Progress for Stopping {
    fn begin(&mut self, _stage: &str, _total: Option<u64>) {}
    fn advance(&mut self, _amount: u64) {}
    fn end(&mut self) {}
    fn stopped(&self) -> bool {
        let left = self.0.get();
        self.0.set(left.saturating_sub(1));
        left == 0
    }
}

#[test]
fn stopped_anywhere_nothing_is_there() {
    let room = tempfile::tempdir().unwrap();
    let (here, file) = (room.path().join("here"), room.path().join("case.zip"));
    let mut store = filled(&here);
    let plan =
        at_desk(&mut store, &Fixed(1_800_000_000), |desk| desk.export(None, Purpose::Backup, None, true))
            .unwrap();
    let mut stops = 0;
    while told(write_case_file(&plan, &store, &file, &mut Stopping(stops.into()))) != "done" {
        assert_eq!(names(room.path()), ["here"]);
        stops += 1;
    }
    let (wrote, mut stops, there) = (stops, 0, room.path().join("there"));
    loop {
        let mut opened = OpenCaseFile::open(&file).unwrap();
        match told(CaseFolder::receive(&there, &mut opened, [9; 32], &mut Stopping(stops.into()))).as_str() {
            "done" => break,
            said => assert_eq!(said, "Interrupted workbench-stopped"),
        }
        assert_eq!(names(room.path()), ["case.zip", "here"]);
        stops += 1;
    }
    assert!(wrote >= 3 && stops >= 3, "{wrote} {stops}");
}

#[test]
fn killed_while_taking_in_the_folder_is_whole_or_not_there() {
    let room = tempfile::tempdir().unwrap();
    let file = room.path().join("case.zip");
    let mut store = filled(&room.path().join("here"));
    export(&mut store, &file, Purpose::Backup, true).unwrap();
    let lines = store.ledger().unwrap();
    let mut chance = Chance(20_260_422);
    let (mut whole, mut none) = (0, 0);
    for round in 0..40 {
        let folder = room.path().join(format!("there-{round}"));
        let mut maker = child::job("receive", &folder, 0).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(chance.below(90_000)));
        maker.kill().unwrap();
        maker.wait().unwrap();
        if folder.exists() {
            whole += 1;
        } else {
            drop(receive(&file, &folder).unwrap());
            none += 1;
        }
        let there = CaseFolder::open(&folder, Access::Write).unwrap();
        assert_eq!(there.ledger().unwrap(), lines);
        assert!(names(room.path()).iter().all(|name| !name.starts_with('.')));
    }
    child::say(&format!("40 killed while taking in: {whole} whole, {none} not there and taken in again"));
}

/// The job: takes the case file beside the folder in.
pub(crate) fn receive_beside(folder: &Path) {
    drop(receive(&folder.with_file_name("case.zip"), folder));
}

#[test]
fn a_full_disk_is_one_refusal_and_nothing_is_there() {
    let room = tempfile::tempdir().unwrap();
    let script = "trap '' XFSZ; ulimit -f 512; exec \"$0\" \"$@\"";
    let case = room.path().join("case");
    let output = child::job_in_shell(script, "small-case-file", &case, 0).output().unwrap();
    let (said, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && said.contains("job ends"), "{said}{errors}");
    assert!(!errors.contains("ZipWriter"), "{errors}");
}

/// The job in which no file may grow beyond some hundred kilobytes: four objects fit one by one, and not in one file.
pub(crate) fn with_small_files_only(case: &Path) {
    let mut store = filled(case);
    for fill in 0..4u8 {
        let bytes = vec![fill; 200_000];
        crate::desk::seal(&mut store, &format!("{fill}.bin"), &bytes);
    }
    let target: PathBuf = case.with_file_name("case.zip");
    assert_eq!(told(export(&mut store, &target, Purpose::Backup, true)), "Storage store-disk-full");
    assert_eq!(names(case.parent().unwrap()), ["case"]);
    child::say("job ends");
}
