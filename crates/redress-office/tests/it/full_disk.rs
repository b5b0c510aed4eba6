//! A full disk under the database server and under the objects: what was acknowledged is there when there is room again,
//! what was refused is not, and each refusal says so in one sentence.
//!
//! A small disk of its own needs the right to mount one, and a server that does not run as root; where this machine does not
//! give that, the test says by its name that it is skipped. The limit on the length of files works everywhere.

use crate::faults::{Told, check, config, lines};
use crate::support::say;
use redress_base::{Fault, Refusal};
use redress_conformance::{Chance, Cluster, digests};
use redress_office::{Office, OfficeCase};
use redress_store::Access;
use redress_words::{Language, Words};
use redress_workbench::ports::Store;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

const JOB: &str = "REDRESS_OFFICE_DISK_JOB";
/// How often the disk fills up on each of the two ways.
const ROUNDS: u64 = 3;

/// An office whose server, objects and everything lie on one disk.
struct World {
    cluster: Cluster,
    office: Office,
    filler: PathBuf,
    _folder: tempfile::TempDir,
}

impl World {
    fn new(test: &str) -> Option<World> {
        let Some(cluster) = Cluster::start() else {
            say(&format!("SKIPPED {test} (no PostgreSQL here)"));
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let config = config(folder.path(), "office.toml", cluster.port);
        Office::init(&config).unwrap();
        let office = Office::open(&config).unwrap();
        let filler = folder.path().join("filler");
        Some(World { cluster, office, filler, _folder: folder })
    }

    fn writer(&self, told: &Told) -> OfficeCase {
        for _ in 0..2_000 {
            if let Ok(case) = self.office.case(&told.case_id, Access::Write) {
                return case;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        self.office.case(&told.case_id, Access::Write).unwrap()
    }

    /// Takes all room but for so many bytes.
    fn fill(&self, but: usize) {
        let mut file = std::fs::File::create(&self.filler).unwrap();
        let mut length: u64 = 0;
        for size in [1 << 20, 64 << 10, 4 << 10] {
            while file.write_all(&vec![0; size]).is_ok() {
                length += u64::try_from(size).unwrap();
            }
        }
        file.set_len(length.saturating_sub(u64::try_from(but).unwrap())).unwrap();
    }

    fn make_room(&self) {
        std::fs::remove_file(&self.filler).unwrap();
    }
}

/// One refusal: what the disk or the database would not do (exit 6), in a sentence of both languages with its advice.
fn clear(refusal: &Refusal) -> String {
    assert_eq!(refusal.fault, Fault::Storage, "{refusal}");
    for language in [Language::ZhHans, Language::En] {
        let said = Words::new(language).finding(&refusal.finding);
        assert!(!said.sentence.is_empty() && !said.sentence.contains('⟦'), "{refusal}: {}", said.sentence);
        assert!(said.advice.is_some_and(|advice| !advice.is_empty()), "{refusal}");
    }
    refusal.finding.code.clone()
}

/// One append of lines that are hard to press together; what it was told is taken down.
fn append(case: &mut OfficeCase, told: &mut Told, chance: &mut Chance, size: usize) -> Result<(), String> {
    let word: String = (0..size / 16).map(|_| format!("{:016x}", chance.below(u64::MAX))).collect();
    let (append, before) = (lines(case, 1 + chance.below(3), &word), case.head().digest);
    match case.append(&append, &before) {
        Ok(()) => told.kept.extend(append),
        Err(refusal) => {
            let code = clear(&refusal);
            let list = if code == "office-append-unknown" { &mut told.open } else { &mut told.refused };
            list.push(append);
            return Err(code);
        }
    }
    Ok(())
}

fn told(world: &World, case_id: &str) -> Told {
    drop(world.office.create_case(case_id, [5; 32]).unwrap());
    Told { case_id: case_id.to_owned(), kept: vec![], open: vec![], refused: vec![] }
}

#[test]
fn a_full_disk_under_the_database_and_the_objects_loses_nothing() {
    let test = "a_full_disk_under_the_database_and_the_objects_loses_nothing";
    let disk = tempfile::tempdir().unwrap();
    let point = disk.path().to_str().unwrap();
    // Everything that the job makes lies below TMPDIR, the server's own folder too.
    let script = format!(
        "mount -t tmpfs -o size=160m tmpfs '{point}' && chmod 1777 '{point}' || exit 77; exec \"$0\" \"$@\""
    );
    let mut command = Command::new("unshare");
    command.args(["--mount", "sh", "-c", &script]).arg(std::env::current_exe().unwrap());
    command.args(["--exact", "full_disk::process", "--nocapture", "--test-threads=1"]);
    let output = command.env(JOB, "small disk").env("TMPDIR", disk.path()).output();
    let Some(output) = output.ok().filter(|output| output.status.code() != Some(77)) else {
        return say(&format!("SKIPPED {test} (this machine does not let a test mount a small disk)"));
    };
    let words = String::from_utf8_lossy(&output.stdout);
    if !words.contains("job begins") {
        return say(&format!("SKIPPED {test} (this machine does not let a test mount a small disk)"));
    }
    assert!(output.status.success(), "{words}{}", String::from_utf8_lossy(&output.stderr));
    words.lines().filter(|line| line.contains("full disk")).for_each(say);
}

/// The process on the small disk.
#[test]
fn process() {
    if std::env::var(JOB).is_err() {
        return;
    }
    say("job begins");
    let Some(world) = World::new("full disk: the job") else { return };
    let mut chance = Chance(20_261_122);
    let mut figures: BTreeMap<String, u64> = BTreeMap::new();
    for round in 0..ROUNDS {
        no_room_for_rows(&world, &mut told(&world, &format!("rows-{round}")), &mut chance, &mut figures);
        no_room_for_the_log(&world, &mut told(&world, &format!("log-{round}")), &mut chance, &mut figures);
    }
    say(&format!("full disk: {} times, {figures:?}", 2 * ROUNDS));
    assert!(figures.contains_key("office-database-full"), "{figures:?}");
}

/// The tables and the objects cannot grow, the server runs on.
fn no_room_for_rows(
    world: &World,
    told: &mut Told,
    chance: &mut Chance,
    figures: &mut BTreeMap<String, u64>,
) {
    let mut case = world.writer(told);
    let small = b"sealed before".to_vec();
    case.put(&small, &digests(&small)).unwrap();
    append(&mut case, told, chance, 1_000).unwrap();
    world.fill(usize::try_from(chance.below(4)).unwrap() * 100_000);
    let mut refused = 0;
    while refused < 6 {
        let size = 1_000 + usize::try_from(chance.below(120_000)).unwrap();
        match append(&mut case, told, chance, size) {
            Ok(()) => *figures.entry("acknowledged".to_owned()).or_default() += 1,
            Err(code) => {
                refused += 1;
                *figures.entry(code).or_default() += 1;
            }
        }
        check(&world.office, told);
    }
    let large = vec![7_u8; 3 << 20];
    assert_eq!(clear(&case.put(&large, &digests(&large)).unwrap_err()), "store-disk-full");
    let refused = case.put_stream(&mut large.as_slice(), &mut |_| {}).unwrap_err();
    assert_eq!(clear(&refused), "store-disk-full");
    // What is there can be read while nothing can be written.
    case.open(&digests(&small).sha256).unwrap();
    world.make_room();
    append(&mut case, told, chance, 100_000).unwrap();
    case.put(&large, &digests(&large)).unwrap();
    drop(case);
    world.cluster.crash();
    check(&world.office, told);
    let case = world.writer(told);
    assert_eq!(case.objects().unwrap().len(), 2);
    case.open(&digests(&large).sha256).unwrap();
}

/// The server's log cannot grow: it goes down in the middle of whatever it does, and comes up when there is room.
fn no_room_for_the_log(
    world: &World,
    told: &mut Told,
    chance: &mut Chance,
    figures: &mut BTreeMap<String, u64>,
) {
    let mut case = world.writer(told);
    append(&mut case, told, chance, 1_000).unwrap();
    let up_again = AtomicBool::new(false);
    world.fill(0);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            // Uses the log up without needing room for a row.
            let (host, port) = (world.cluster.socket().display(), world.cluster.port);
            let address = format!("host={host} port={port} user=redress dbname=postgres");
            let mut console = postgres::Client::connect(&address, postgres::NoTls).unwrap();
            let sql = "SELECT pg_logical_emit_message(false, 'x', repeat('y', 400000))";
            let ended = (0..400).any(|_| console.batch_execute(sql).is_err());
            assert!(ended, "the server's log found room");
            std::thread::sleep(Duration::from_millis(700));
            world.make_room();
            world.cluster.start_again();
            up_again.store(true, Ordering::SeqCst);
        });
        let mut after = 0;
        while after < 3 {
            let up = up_again.load(Ordering::SeqCst);
            let code = match append(&mut case, told, chance, 500) {
                Ok(()) => "acknowledged".to_owned(),
                Err(code) => {
                    if up {
                        case = world.writer(told);
                    }
                    code
                }
            };
            after += u64::from(up && code == "acknowledged");
            *figures.entry(code).or_default() += 1;
        }
    });
    *figures.entry("server went down".to_owned()).or_default() += 1;
    drop(case);
    check(&world.office, told);
}

/// No file of the server may grow beyond 20 megabytes: the same from the other side, on any machine.
#[test]
fn a_limit_on_the_files_of_the_database_loses_nothing() {
    let Some(world) = World::new("a_limit_on_the_files_of_the_database_loses_nothing") else { return };
    world.cluster.limit_files(20 << 11);
    let mut told = told(&world, "limited");
    let mut chance = Chance(3);
    let mut case = world.writer(&told);
    let mut figures: BTreeMap<String, u64> = BTreeMap::new();
    let mut refused = 0;
    for _ in 0..400 {
        match append(&mut case, &mut told, &mut chance, 300_000) {
            Ok(()) => *figures.entry("acknowledged".to_owned()).or_default() += 1,
            Err(code) => {
                refused += 1;
                *figures.entry(code).or_default() += 1;
            }
        }
        if refused == 8 {
            break;
        }
    }
    say(&format!("limited files: {figures:?}"));
    // The server has no code of its own for it; its words ("File too large") are handed on.
    assert_eq!(figures.get("office-database-refused"), Some(&8), "{figures:?}");
    check(&world.office, &mut told);
    drop(case);
    world.cluster.limit_files(0);
    check(&world.office, &mut told);
    append(&mut world.writer(&told), &mut told, &mut chance, 300_000).unwrap();
    check(&world.office, &mut told);
}
