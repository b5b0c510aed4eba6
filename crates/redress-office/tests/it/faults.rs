//! Connections that break anywhere, servers that crash, and a second process: nothing acknowledged is lost,
//! the chain never forks, nothing is half-written, and a refusal that says "nothing was added" is true.
//!
//! `REDRESS_FAULT_RUNS` says how many runs, `REDRESS_FAULT_SEED` which ones; the figures of a long run stand in docs/office.md.

use crate::proxy::{Cut, Proxy};
use crate::support::say;
use redress_base::Refusal;
use redress_conformance::{Chance, Cluster, digests, head, line};
use redress_office::{Office, OfficeCase, OfficeConfig};
use redress_store::Access;
use redress_workbench::ports::Store;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const RUNS: u64 = 300;
/// A new case after so many runs, so that reading a whole chain after each of them stays quick.
const RUNS_A_CASE: u64 = 25;
const JOB: &str = "REDRESS_OFFICE_FAULT_CASE";

/// What happened, for the one line at the end.
#[derive(Debug, Default)]
struct Figures(BTreeMap<String, u64>);

impl Figures {
    fn count(&mut self, what: &str) {
        *self.0.entry(what.to_owned()).or_default() += 1;
    }
}

/// The world of one test: a server of its own, a network to it, and a way around that network.
struct World {
    cluster: Cluster,
    proxy: Proxy,
    folder: tempfile::TempDir,
    /// Through the network that breaks.
    office: Office,
    /// Around it.
    around: Office,
}

pub(crate) fn config(folder: &Path, name: &str, port: u16) -> OfficeConfig {
    let path = folder.join(name);
    let text = format!(
        "[database]\nurl = 'host=127.0.0.1 port={port} user=redress dbname=postgres'\n[objects]\nfolder = 'objects'\n"
    );
    std::fs::write(&path, text).unwrap();
    OfficeConfig::read(&path).unwrap()
}

impl World {
    fn new(test: &str) -> Option<World> {
        let Some(cluster) = Cluster::start() else {
            say(&format!("SKIPPED {test} (no PostgreSQL here)"));
            return None;
        };
        let proxy = Proxy::to(([127, 0, 0, 1], cluster.port).into());
        let folder = tempfile::tempdir().unwrap();
        let direct = config(folder.path(), "direct.toml", cluster.port);
        Office::init(&direct).unwrap();
        let around = Office::open(&direct).unwrap();
        let office = Office::open(&config(folder.path(), "office.toml", proxy.port)).unwrap();
        Some(World { cluster, proxy, folder, office, around })
    }

    /// Opens the case through the network; a server that has not noticed yet that the last writer is gone
    /// may say for a moment that the case is busy.
    fn writer(&self, case_id: &str) -> OfficeCase {
        for _ in 0..2_000 {
            match self.office.case(case_id, Access::Write) {
                Ok(case) => return case,
                Err(_) => std::thread::sleep(Duration::from_millis(3)),
            }
        }
        self.office.case(case_id, Access::Write).unwrap()
    }
}

/// One case, and what its writers were told.
pub(crate) struct Told {
    pub(crate) case_id: String,
    /// Lines of acknowledged appends.
    pub(crate) kept: Vec<String>,
    /// Appends whose outcome was said to be open.
    pub(crate) open: Vec<Vec<String>>,
    /// Appends that were said not to be in.
    pub(crate) refused: Vec<Vec<String>>,
}

/// So many lines after the head of `case`, naming `what`.
pub(crate) fn lines(case: &OfficeCase, count: u64, what: &str) -> Vec<String> {
    let (seq, mut prev) = (case.head().seq, case.head().digest);
    (1..=count)
        .map(|at| {
            let next = line(seq + at, &prev, &format!("{what} {at} of {count}"));
            prev = digests(next.as_bytes()).sha256;
            next
        })
        .collect()
}

/// Reads the case through this office, which checks its chain, and compares it with what was told.
pub(crate) fn check(office: &Office, told: &mut Told) {
    let case = office.case(&told.case_id, Access::Read).unwrap();
    let kept = case.ledger().unwrap();
    let place: BTreeMap<&String, usize> = kept.iter().zip(0..).collect();
    assert_eq!(place.len(), kept.len(), "a line is there twice");
    let lost = told.kept.iter().find(|line| !place.contains_key(line));
    assert_eq!(lost, None, "an acknowledged line is gone");
    for append in told.refused.iter().chain(&told.open) {
        let found = append.iter().filter(|line| place.contains_key(line)).count();
        assert!(found == 0 || found == append.len(), "an append is half there");
    }
    for append in &told.refused {
        assert!(!append.iter().any(|line| place.contains_key(line)), "said not to be in, and is: {append:?}");
    }
    // What was open is settled by reading: from now on it counts as told.
    for append in std::mem::take(&mut told.open) {
        if append.iter().all(|line| place.contains_key(line)) {
            told.kept.extend(append);
        }
    }
    assert_eq!(told.kept.len(), kept.len(), "a line is there that nobody wrote");
}

/// One append under whatever `chance` has in store for it. Gives the writer back where it can go on.
fn run(
    world: &World,
    chance: &mut Chance,
    told: &mut Told,
    figures: &mut Figures,
    mut case: OfficeCase,
    name: &str,
) -> Option<OfficeCase> {
    let bytes = (chance.below(3) == 0).then(|| format!("object of {name}").into_bytes());
    let what = bytes.as_ref().map_or_else(|| name.to_owned(), |bytes| digests(bytes).sha256.to_string());
    let append = lines(&case, 1 + chance.below(4), &what);
    let before = case.head().digest;
    let crash = chance.below(100) == 0;
    let later = Duration::from_micros(chance.below(2) * chance.below(20_000));
    let cut = match chance.below(10) {
        0 | 1 => None,
        2 | 3 => Some(Cut::Request),
        4..=6 => Some(Cut::Answer),
        7 => Some(Cut::Late(later)),
        _ => Some(Cut::Commit(later)),
    };
    if let (Some(cut), false) = (cut, crash) {
        // Answers are short, requests carry the lines.
        world.proxy.arm(cut, chance.below(if cut == Cut::Answer { 400 } else { 1_800 }));
    }
    let pause = Duration::from_micros(chance.below(3_000));
    let done = std::thread::scope(|scope| {
        if crash {
            scope.spawn(move || {
                std::thread::sleep(pause);
                world.cluster.crash();
            });
        }
        if let Some(bytes) = &bytes {
            case.put(bytes, &digests(bytes))?;
        }
        case.append(&append, &before)
    });
    let struck = world.proxy.disarm() && cut.is_some() && !crash;
    figures.count(if crash {
        "servers crashed"
    } else if struck {
        "connections cut"
    } else {
        "undisturbed"
    });
    if done.is_ok() {
        figures.count(if crash || struck { "acknowledged after trouble" } else { "acknowledged" });
        if let Some(bytes) = &bytes {
            let around = world.around.case(&told.case_id, Access::Read).unwrap();
            around.open(&digests(bytes).sha256).unwrap();
        }
    }
    heard(done, append, told, figures, chance).then_some(case)
}

/// Takes down what the writer was told; says whether it goes on with the value that it has.
fn heard(
    done: Result<(), Refusal>,
    append: Vec<String>,
    told: &mut Told,
    figures: &mut Figures,
    chance: &mut Chance,
) -> bool {
    let Err(refusal) = done else {
        told.kept.extend(append);
        return true;
    };
    let code = refusal.finding.code.as_str();
    figures.count(code);
    match code {
        "office-append-unknown" => told.open.push(append),
        _ => told.refused.push(append),
    }
    // Half of the writers go on, half begin anew.
    chance.below(2) == 0 && code != "store-busy"
}

#[test]
fn nothing_acknowledged_is_lost_when_connections_break_and_servers_crash() {
    let Some(world) = World::new("faults") else { return };
    let runs = std::env::var("REDRESS_FAULT_RUNS").map_or(RUNS, |runs| runs.parse().unwrap());
    let seed = std::env::var("REDRESS_FAULT_SEED").map_or(20_260_718, |seed| seed.parse().unwrap());
    let mut chance = Chance(seed);
    let mut figures = Figures::default();
    let mut entries = 0;
    let mut told = Told { case_id: String::new(), kept: vec![], open: vec![], refused: vec![] };
    let mut writer = None;
    for at in 0..runs {
        if at % RUNS_A_CASE == 0 {
            drop(writer.take());
            entries += told.kept.len();
            let case_id = format!("case-{at}");
            writer = Some(world.around.create_case(&case_id, [5; 32]).unwrap());
            told = Told { case_id, kept: vec![], open: vec![], refused: vec![] };
            drop(writer.take());
        }
        let case = writer.take().unwrap_or_else(|| world.writer(&told.case_id));
        writer = run(&world, &mut chance, &mut told, &mut figures, case, &format!("run-{at}"));
        check(&world.around, &mut told);
        if writer.as_ref().is_some_and(|case| case.head().seq != u64::try_from(told.kept.len()).unwrap()) {
            writer = None;
        }
    }
    entries += told.kept.len();
    let cuts = world.proxy.cuts();
    say(&format!("{runs} runs, {cuts} cuts, {entries} entries kept, none lost: {:?}", figures.0));
    let cut = figures.0.get("connections cut").copied().unwrap_or_default();
    assert!(cut * 3 > runs, "the cuts must reach the moments that matter");
    assert!(
        figures.0.contains_key("acknowledged after trouble") && figures.0.contains_key("office-append-lost")
    );
}

/// The other process: appends until it is killed, and says what is acknowledged.
#[test]
fn process() {
    let Ok(case_id) = std::env::var(JOB) else { return };
    let config = std::env::var("REDRESS_OFFICE_FAULT_CONFIG").unwrap();
    let office = Office::open(&OfficeConfig::read(Path::new(&config)).unwrap()).unwrap();
    println!();
    for number in 0.. {
        // Busy while the first writer of this test holds the case, or the server still ends a killed one.
        let Ok(mut case) = office.case(&case_id, Access::Write) else { continue };
        let (seq, prev) = head(&case);
        let next = line(seq + 1, &prev, &format!("{} {number}", std::process::id()));
        case.append(std::slice::from_ref(&next), &prev).unwrap();
        println!("entry {next}");
    }
}

#[test]
fn two_processes_that_are_killed_lose_nothing_and_never_fork() {
    let Some(world) = World::new("two killed processes") else { return };
    drop(world.around.create_case("shared", [5; 32]).unwrap());
    let mut chance = Chance(7);
    let mut acknowledged = Vec::new();
    for _ in 0..12 {
        let start = || {
            let mut command = Command::new(std::env::current_exe().unwrap());
            command.args(["--exact", "faults::process", "--nocapture", "--test-threads=1"]);
            command.env(JOB, "shared");
            command.env("REDRESS_OFFICE_FAULT_CONFIG", world.folder.path().join("direct.toml"));
            command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
        };
        let length = || world.around.case("shared", Access::Read).unwrap().head().seq;
        let before = length();
        let started = [start(), start()];
        // However busy this machine is: they have written something, and are writing more.
        let begun = Instant::now();
        while length() < before + 3 {
            assert!(begun.elapsed() < Duration::from_secs(120), "nobody writes");
            std::thread::sleep(Duration::from_millis(5));
        }
        std::thread::sleep(Duration::from_micros(chance.below(30_000)));
        for mut process in started {
            process.kill().unwrap();
            let said = process.wait_with_output().unwrap();
            let said = String::from_utf8(said.stdout).unwrap();
            let whole = said.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
            acknowledged.extend(whole.filter_map(|line| line.strip_prefix("entry ").map(str::to_owned)));
        }
        let kept = world.around.case("shared", Access::Read).unwrap().ledger().unwrap();
        let lost = acknowledged.iter().find(|line| !kept.contains(line));
        assert_eq!(lost, None);
    }
    say(&format!("24 killed processes, {} entries acknowledged, none lost", acknowledged.len()));
    assert!(acknowledged.len() > 12);
}
