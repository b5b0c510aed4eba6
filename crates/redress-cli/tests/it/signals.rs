//! Ctrl-C, SIGTERM and `kill -9` at any moment of a command that writes a file or a folder: nothing half-written ever has
//! the final name, and the case opens with every acknowledged entry.
//!
//! `REDRESS_SIGNAL_RUNS` says how many runs of each command, `REDRESS_SIGNAL_SEED` which ones; the figures of a long run
//! stand in docs/reliability.md.

use crate::case_file::head;
use crate::run::{Room, answer, typed};
use redress_conformance::Chance;
use redress_store::{Access, CaseFolder, OpenCaseFile};
use redress_workbench::{CaseFile as _, Store as _};
use rustix::process::{Pid, Signal, kill_process};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

const RUNS: u64 = 20;

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |given| given.parse().unwrap())
}

fn lines(case: &Path) -> Vec<String> {
    CaseFolder::open(case, Access::Read).unwrap().ledger().unwrap()
}

fn copy(from: &Path, to: &Path) {
    if to.exists() {
        std::fs::remove_dir_all(to).unwrap();
    }
    crate::demo::copy(from, to);
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// The signal came too late.
    Done,
    /// It stopped by itself, with the documented code and one message.
    Stopped,
    /// The system ended it.
    Killed,
}

/// Runs a command and sends it a signal after a while; checks what it says and how it ends.
fn disturbed(room: &Room, line: &str, signal: Signal, after: Duration) -> End {
    let mut command = room.command(&typed(line));
    let begun = Instant::now();
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    std::thread::sleep(after.saturating_sub(begun.elapsed()));
    // The process may have ended by itself; it is not waited for yet, so that its number is still its own.
    let _ = kill_process(Pid::from_child(&child), signal);
    let output = child.wait_with_output().unwrap();
    let ended = output.status.code();
    let said = answer(output);
    match (ended, signal) {
        (Some(0), _) => End::Done,
        (Some(130), Signal::INT | Signal::TERM) => {
            assert_eq!(said.err.matches('✗').count(), 1, "{line}: {}", said.err);
            assert!(said.err.contains("Stopped") && said.err.contains('→'), "{line}: {}", said.err);
            End::Stopped
        }
        // Before the program listens at all: it has not touched anything.
        (None, _) => End::Killed,
        (code, _) => {
            assert_eq!(code, Some(0), "{line}: {}{}", said.out, said.err);
            End::Done
        }
    }
}

/// One command under test.
struct Trial<'a> {
    name: &'a str,
    /// As it is typed; it works on `spring`, a copy of `base`, and writes `out`.
    line: &'a str,
    /// Whether what stands under the final name is whole.
    whole: &'a dyn Fn(&Room),
}

fn under_signals(trial: &Trial<'_>) {
    let runs = number("REDRESS_SIGNAL_RUNS", RUNS);
    let mut chance = Chance(number("REDRESS_SIGNAL_SEED", 20_261_122));
    let room = room();
    let before = lines(&room.path("base"));
    let clean = || {
        copy(&room.path("base"), &room.path("spring"));
        let _ = std::fs::remove_dir_all(room.path("out"));
        let _ = std::fs::remove_file(room.path("out"));
    };
    clean();
    let begun = Instant::now();
    room.ok(&typed(trial.line));
    let usual = u64::try_from(begun.elapsed().as_micros()).unwrap();
    (trial.whole)(&room);
    let mut figures: BTreeMap<String, u64> = BTreeMap::new();
    for run in 0..runs {
        clean();
        // What a killed one left stays for the next one to take away; only what this one leaves is its own.
        let clear = left_behind(&room).is_empty();
        let signal = [Signal::INT, Signal::TERM, Signal::KILL][usize::try_from(chance.below(3)).unwrap()];
        let after = Duration::from_micros(chance.below(usual + usual / 8));
        let end = disturbed(&room, trial.line, signal, after);
        *figures.entry(format!("{end:?}")).or_default() += 1;
        let kept = lines(&room.path("spring"));
        assert!(kept.starts_with(&before), "{} run {run}: an acknowledged entry is gone", trial.name);
        let there = room.path("out").symlink_metadata().is_ok();
        assert!(there || end != End::Done, "{} run {run}: acknowledged, and not there", trial.name);
        if there {
            *figures.entry("whole under its name".to_owned()).or_default() += 1;
            (trial.whole)(&room);
        }
        if end == End::Stopped && !there && clear {
            let left = left_behind(&room);
            // Between two stages a stop ends at once; what was begun stands under a name of its own, in nobody's way.
            assert!(
                left.iter().all(|name| name.ends_with("-unfinished")),
                "{} run {run}: {left:?}",
                trial.name
            );
        }
    }
    // Whatever a killed one left behind is in nobody's way, and is taken away.
    clean();
    room.ok(&typed(trial.line));
    (trial.whole)(&room);
    assert_eq!(left_behind(&room), Vec::<String>::new());
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{}: {runs} runs of about {usual} µs, {figures:?}", trial.name).unwrap();
}

/// What stands beside the final name under a hidden one.
fn left_behind(room: &Room) -> Vec<String> {
    let names = std::fs::read_dir(room.dir.path()).unwrap();
    let names = names.map(|name| name.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with('.')).collect()
}

/// A case with enough in it that writing it takes a while, and files of it.
fn room() -> Room {
    let room = Room::new();
    room.case("base");
    let mut chance = Chance(5);
    for file in 0..24 {
        let size = usize::try_from(2_000 + chance.below(60_000)).unwrap();
        let bytes: Vec<u8> = (0..size).map(|_| u8::try_from(chance.below(95) + 32).unwrap()).collect();
        room.write(&format!("material/{file:02}.txt"), bytes);
    }
    room.ok(&typed("add base material"));
    room.ok(&typed("party base add victim"));
    copy(&room.path("base"), &room.path("sender"));
    room.ok(&typed("export sender backup.zip"));
    room.ok(&typed(
        "transfer sender sent.zip --way next-stage --from-body police --to-body court --on 2026-03-02",
    ));
    std::fs::create_dir(room.path("away")).unwrap();
    std::fs::rename(room.path("sender"), room.path("away/sender")).unwrap();
    room
}

/// A case file under its final name is one to the last object.
fn whole_file(room: &Room) {
    let mut file = OpenCaseFile::open(&room.path("out")).unwrap();
    let digests = file.objects();
    assert_eq!(u64::try_from(digests.len()).unwrap(), file.manifest().objects);
    for digest in digests {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file.object(&digest).unwrap().unwrap(), &mut bytes).unwrap();
        assert_eq!(redress_evidence::hash::digests(&bytes).sha256, digest);
    }
    // What left is on record.
    let last = lines(&room.path("spring")).pop().unwrap();
    assert!(last.contains("\"exported\"") || last.contains("\"handed-over\""), "{last}");
    assert_eq!(file.lines().last(), Some(&last));
}

/// A case folder under its final name opens, with every entry of the file that it came from and every object.
fn whole_case(room: &Room, file: &str, more: usize) {
    let file = OpenCaseFile::open(&room.path(file)).unwrap();
    let case = CaseFolder::open(&room.path("out"), Access::Write).unwrap();
    let kept = case.ledger().unwrap();
    assert!(kept.starts_with(file.lines()));
    assert_eq!(kept.len(), file.lines().len() + more);
    for digest in file.objects() {
        std::io::copy(&mut case.open(&digest).unwrap(), &mut std::io::sink()).unwrap();
    }
}

#[test]
fn an_export_is_whole_or_not_there() {
    under_signals(&Trial { name: "export", line: "export spring out", whole: &whole_file });
}

#[test]
fn a_transfer_is_whole_or_not_there() {
    let line = "transfer spring out --way next-stage --from-body police --to-body court --on 2026-03-02";
    under_signals(&Trial { name: "transfer", line, whole: &whole_file });
}

#[test]
fn an_import_is_whole_or_not_there() {
    under_signals(&Trial {
        name: "import",
        line: "import backup.zip out",
        whole: &|room| whole_case(room, "backup.zip", 0),
    });
}

#[test]
fn a_receipt_is_whole_or_not_there() {
    under_signals(&Trial {
        name: "receive",
        line: "receive sent.zip out --body court --on 2026-03-03",
        whole: &|room| whole_case(room, "sent.zip", 1),
    });
}

#[test]
fn a_bundle_is_whole_or_not_there_and_on_record() {
    under_signals(&Trial {
        name: "pack",
        line: "pack spring out",
        whole: &|room| {
            room.ok(&["verify", "out"]);
            let last = lines(&room.path("spring")).pop().unwrap();
            assert!(
                last.contains("\"packed\""),
                "a bundle is outside of which the ledger knows nothing: {last}"
            );
        },
    });
}

/// A signal between two stages is no less of a wish than one inside of them, and the message says what stands.
#[test]
fn a_stop_before_anything_was_done_changes_nothing() {
    let room = room();
    copy(&room.path("base"), &room.path("spring"));
    let before = head(&room, "spring");
    let mut stopped = 0;
    for file in 0..60u8 {
        room.write(&format!("more/{file:02}.txt"), vec![b'!' + file; 100_000]);
    }
    for after in (0..600).step_by(12) {
        let line = "add spring more --dry-run";
        if disturbed(&room, line, Signal::INT, Duration::from_millis(after)) == End::Stopped {
            stopped += 1;
        }
        assert_eq!(head(&room, "spring"), before);
    }
    assert!(stopped > 0, "no signal came while the command ran");
}
