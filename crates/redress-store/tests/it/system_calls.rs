//! Killed at every system call that writes, and refused at every one: `strace` stops the process there.
//!
//! One script makes a case, puts objects and appends entries that name them. It is run once to count its
//! calls, and then once for each call and each way in which the call can end badly.

use crate::child::{self, say};
use crate::support::{append, digests, head, line, read};
use redress_base::{Refusal, Sha256};
use redress_store::{Access, CaseFolder};
use redress_workbench::ports::Store;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Calls that change what is on the disk, or open what is to be changed.
pub(crate) const CALLS: [&str; 16] = [
    "openat",
    "write",
    "writev",
    "pwrite64",
    "ftruncate",
    "fallocate",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "mkdir",
    "mkdirat",
    "rmdir",
];
/// What `strace` does at the call: the process dies before it, or the call is not done and says why.
const ENDS: [&str; 3] = ["signal=KILL", "error=ENOSPC", "error=EIO"];
/// Calls of each kind by which the script's thread gets ahead of the one that runs the tests: `strace`
/// counts each thread's calls, and the other one makes a few before it waits.
const AHEAD: u64 = 12;
pub(crate) const DEVICE: &str = "/dev/null";
/// Two at a time: each waits for the disk and for `strace` most of its time.
const SIDE_BY_SIDE: usize = 2;

/// The script, in the process that is stopped. A step that is refused is done again: the same open case
/// must go on.
pub(crate) fn script(case: &Path) {
    for _ in 0..AHEAD {
        let device = std::fs::OpenOptions::new().write(true).open(DEVICE);
        device.unwrap().write_all(b".").unwrap();
    }
    let mut store = CaseFolder::create(case, [7; 32]).unwrap_or_else(|refusal| {
        say(&format!("refused {}", refusal.finding.code));
        // Either it is not there, or it is there whole.
        CaseFolder::create(case, [7; 32]).or_else(|_| CaseFolder::open(case, Access::Write)).unwrap()
    });
    say("made");
    for (number, length) in [300, 9_000, 40_000].into_iter().enumerate() {
        let bytes = vec![u8::try_from(number).unwrap() + 1; length];
        let known = digests(&bytes);
        again(&mut || match number {
            2 => store.put_stream(&mut bytes.as_slice(), &mut |_| {}).map(drop),
            _ => store.put(&bytes, &known),
        });
        say(&format!("object {}", known.sha256));
        enter(&mut store, &known.sha256, 1 + number);
    }
    say("end");
}

fn again(step: &mut dyn FnMut() -> Result<(), Refusal>) {
    if let Err(refusal) = step() {
        say(&format!("refused {}", refusal.finding.code));
        step().unwrap();
    }
}

/// Appends so many lines at once, each naming the object, and says so. What was refused is looked for
/// before it is done again.
fn enter(store: &mut CaseFolder, object: &Sha256, count: usize) {
    let (first, before) = head(store);
    let mut lines = Vec::new();
    let mut prev = before;
    for at in 1..=u64::try_from(count).unwrap() {
        let next = line(first + at, &prev, &format!("{object} {at}"));
        prev = digests(next.as_bytes()).sha256;
        lines.push(next);
    }
    if let Err(refusal) = store.append(&lines, &before) {
        say(&format!("refused {}", refusal.finding.code));
        if head(store).1 == before {
            store.append(&lines, &before).unwrap();
        } else {
            assert_eq!(refusal.finding.code, "store-append-uncertain");
            return;
        }
    }
    for acknowledged in &lines {
        say(&format!("entry {acknowledged}"));
    }
}

/// The script under `strace`.
pub(crate) fn traced(case: &Path, options: &[&str]) -> Command {
    let inner = child::job("traced", case, 0);
    let mut command = Command::new("strace");
    command.args(["--follow-forks", "--seccomp-bpf", "-qqq"]).args(options);
    command.arg(inner.get_program()).args(inner.get_args());
    command.envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command
}

/// How often the script's thread makes each call. `None`: there is no `strace`, or it may not trace.
fn counted(folder: &Path) -> Option<BTreeMap<&'static str, u64>> {
    let log = folder.join("log");
    let (case, trace) = (folder.join("counted"), format!("--trace={}", CALLS.join(",")));
    let run = traced(&case, &[&trace, "-o", log.to_str().unwrap()]).output().ok()?;
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    if !said.contains("end\n") {
        return None;
    }
    let log = std::fs::read_to_string(log).unwrap();
    // Each line begins with the number of its thread.
    let thread = log.lines().find(|line| line.contains(DEVICE)).and_then(|line| line.split(' ').next())?;
    let mut counts = BTreeMap::new();
    for line in log.lines().filter(|line| line.split(' ').next() == Some(thread)) {
        let call = line.split_once(' ').unwrap().1.trim_start().split('(').next().unwrap();
        if let Some(known) = CALLS.iter().find(|known| **known == call) {
            *counts.entry(*known).or_default() += 1;
        }
    }
    Some(counts)
}

/// One run stopped at one call, and the case opened afterwards. Gives what the script said.
fn stopped(folder: &Path, number: usize, call: &str, at: u64, end: &str) -> String {
    let case = folder.join(format!("case-{number}"));
    let inject = format!("--inject={call}:{end}:when={at}");
    let log = folder.join(format!("log-{number}"));
    let output =
        traced(&case, &[&inject, "-o", log.to_str().unwrap()]).stderr(Stdio::null()).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let place = format!("{call} {at} {end}");
    if end == "signal=KILL" {
        assert!(!output.status.success(), "{place}: it was not killed");
    } else {
        // A refusal is one refusal: the script does the step again and comes to its end. (Where what it
        // says could not be written, the script itself ends.)
        let ended = said.contains("end\n") || call == "write" || call == "openat";
        assert!(ended, "{place}: the same process does not go on: {said}");
    }
    assert_eq!(after(&case, &said), Ok(()), "{place}: {said}");
    let _ = std::fs::remove_dir_all(&case);
    std::fs::remove_file(log).unwrap();
    said
}

/// Everything that was acknowledged is there and whole, and the case goes on; or what is wrong.
pub(crate) fn after(case: &Path, said: &str) -> Result<(), String> {
    let told = |refusal: Refusal| refusal.to_string();
    let heard = |kind: &str| -> Vec<String> {
        let lines = said.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
        lines.filter_map(|line| line.strip_prefix(kind)).map(str::to_owned).collect()
    };
    let (entries, objects) = (heard("entry "), heard("object "));
    if !case.exists() {
        if !entries.is_empty() || !objects.is_empty() || said.contains("made\n") {
            return Err("the case is gone".to_owned());
        }
        drop(CaseFolder::create(case, [7; 32]).map_err(told)?);
    }
    let mut store = CaseFolder::open(case, Access::Write).map_err(told)?;
    store.signing_seed().map_err(told)?;
    let kept = store.ledger().map_err(told)?;
    if let Some(lost) = entries.iter().find(|entry| !kept.contains(entry)) {
        return Err(format!("an acknowledged entry is gone: {lost}"));
    }
    let named = kept.iter().map(|line| line.split("what\":\"").nth(1).unwrap()[..64].to_owned());
    for digest in objects.iter().cloned().chain(named) {
        read(&store, &digest.parse().unwrap()).map_err(told)?;
    }
    let more = digests(said.as_bytes());
    store.put(said.as_bytes(), &more).map_err(told)?;
    append(&mut store, &more.sha256.to_string()).map_err(told)?;
    drop(store);
    let names = std::fs::read_dir(case.join("objects")).unwrap();
    let mut names = names.map(|name| name.unwrap().file_name().into_string().unwrap());
    if let Some(odd) = names.find(|name| name.len() != 2 && !name.starts_with("altered-")) {
        return Err(format!("something half-written stays: {odd}"));
    }
    let again = CaseFolder::open(case, Access::Write).and_then(|store| store.ledger()).map_err(told)?;
    if again.len() == kept.len() + 1 { Ok(()) } else { Err("the next append did not last".to_owned()) }
}

#[test]
fn killed_or_refused_at_every_call_that_writes_nothing_acknowledged_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let Some(counts) = counted(folder.path()) else {
        say("SKIPPED killed_or_refused_at_every_call_that_writes (strace is missing or may not trace here)");
        return;
    };
    let mut runs: Vec<(&str, u64, &str)> = Vec::new();
    for (call, count) in &counts {
        // Those by which the script got ahead are left out.
        let first = if matches!(*call, "openat" | "write") { AHEAD + 1 } else { 1 };
        runs.extend((first..=*count).flat_map(|at| ENDS.map(|end| (*call, at, end))));
    }
    let root: PathBuf = folder.path().to_path_buf();
    let told: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..SIDE_BY_SIDE)
            .map(|worker| {
                let (root, runs) = (&root, &runs);
                scope.spawn(move || {
                    let own = runs.iter().enumerate().skip(worker).step_by(SIDE_BY_SIDE);
                    own.map(|(number, (call, at, end))| stopped(root, number, call, *at, end))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    let refusals =
        told.iter().flat_map(|said| said.lines()).filter(|line| line.starts_with("refused ")).count();
    let places: u64 = runs.len() as u64 / ENDS.len() as u64;
    say(&format!(
        "{places} calls that write ({counts:?}): {} runs killed or refused there, {refusals} refusals, none lost",
        runs.len()
    ));
    assert!(places > 60 && refusals > 60, "{places} {refusals}");
}
