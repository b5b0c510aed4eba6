//! A second process: this test binary again, told by its environment to do one of the jobs below.
//!
//! Run without that environment, the test in here has nothing to do.

use crate::support::{Chance, append, digests, head, line, open};
use crate::{conformance, full_disk, system_calls, two_writers};
use redress_store::CaseFolder;
use redress_workbench::ports::Store;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

const JOB: &str = "REDRESS_STORE_TEST_JOB";
const CASE: &str = "REDRESS_STORE_TEST_CASE";
const SEED: &str = "REDRESS_STORE_TEST_SEED";

/// A command that runs `job` on `case` in a process of its own.
pub(crate) fn job(job: &str, case: &Path, seed: u64) -> Command {
    dress(Command::new(std::env::current_exe().unwrap()), job, case, seed)
}

/// The same behind a shell command line, in which `"$0" "$@"` starts the process.
pub(crate) fn job_in_shell(script: &str, name: &str, case: &Path, seed: u64) -> Command {
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(script).arg(std::env::current_exe().unwrap());
    dress(shell, name, case, seed)
}

fn dress(mut command: Command, job: &str, case: &Path, seed: u64) -> Command {
    command.args(["--exact", "child::process", "--nocapture", "--test-threads=1"]);
    command.env(JOB, job).env(CASE, case).env(SEED, seed.to_string());
    command
}

#[test]
fn process() {
    let Ok(job) = std::env::var(JOB) else { return };
    let case = PathBuf::from(std::env::var_os(CASE).unwrap());
    let seed = std::env::var(SEED).unwrap().parse().unwrap();
    match job.as_str() {
        "write" => write(&case, seed),
        "create" => drop(CaseFolder::create(&case, [7; 32])),
        "hold" => two_writers::hold(&case),
        "traced" => system_calls::script(&case),
        "small-disk" => full_disk::on_a_small_disk(&case),
        "small-files" => full_disk::with_small_files_only(&case),
        "read-only" => full_disk::on_a_read_only_disk(&case),
        "receive" => crate::case_file::receive_beside(&case),
        "small-case-file" => crate::case_file::with_small_files_only(&case),
        other => match other.strip_prefix("suite ") {
            Some(job) => conformance::other(&case, job),
            None => panic!("no job {other}"),
        },
    }
}

/// One line to whoever started this process; it is out when this returns.
pub(crate) fn say(words: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{words}").unwrap();
    out.flush().unwrap();
}

/// Writes objects and entries until it is killed, and says which are acknowledged.
fn write(case: &Path, seed: u64) {
    let mut chance = Chance(seed);
    let mut store = open(case);
    say("open");
    loop {
        let length = match chance.below(4) {
            0 => 1 << 20,
            1 => 200_000,
            _ => 1 + usize::try_from(chance.below(5_000)).unwrap(),
        };
        let bytes = chance.bytes(length);
        let digests = if chance.below(2) == 0 {
            let digests = digests(&bytes);
            store.put(&bytes, &digests).unwrap();
            digests
        } else {
            store.put_stream(&mut bytes.as_slice(), &mut |_| {}).unwrap()
        };
        say(&format!("object {}", digests.sha256));
        // One to three entries in one append: all or none of them.
        let (first, before) = head(&store);
        let mut lines = Vec::new();
        let mut prev = before;
        for at in 1..=1 + chance.below(3) {
            let next = line(first + at, &prev, &format!("{} {at}", digests.sha256));
            prev = crate::support::digests(next.as_bytes()).sha256;
            lines.push(next);
        }
        store.append(&lines, &before).unwrap();
        for acknowledged in &lines {
            say(&format!("entry {acknowledged}"));
        }
        if chance.below(8) == 0 {
            append(&mut store, "alone").unwrap();
        }
    }
}
