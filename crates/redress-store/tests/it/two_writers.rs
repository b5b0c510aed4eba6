//! Two processes on one case: the second one is told at once, and nothing is mixed.

use crate::child;
use crate::support::{append, open, told};
use redress_store::{Access, CaseFolder};
use redress_workbench::ports::Store;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

/// The other process: holds the case until its input ends.
pub(crate) fn hold(case: &Path) {
    let mut store = open(case);
    append(&mut store, "from the other process").unwrap();
    child::say("held");
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).unwrap();
}

#[test]
fn a_second_process_is_refused_until_the_first_one_ends() {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case");
    drop(CaseFolder::create(&case, [7; 32]).unwrap());
    let mut other =
        child::job("hold", &case, 0).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut said = String::new();
    let mut out = BufReader::new(other.stdout.take().unwrap());
    while !said.ends_with("held\n") {
        assert_ne!(out.read_line(&mut said).unwrap(), 0);
    }
    assert_eq!(told(CaseFolder::open(&case, Access::Write)), "Busy store-busy");
    assert_eq!(told(CaseFolder::open(&case, Access::Read)), "Busy store-busy");
    drop(other.stdin.take());
    assert!(other.wait().unwrap().success());
    assert_eq!(open(&case).ledger().unwrap().len(), 1);
}

#[test]
fn readers_share_a_case_and_keep_writers_out() {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case");
    drop(CaseFolder::create(&case, [7; 32]).unwrap());
    let first = CaseFolder::open(&case, Access::Read).unwrap();
    let second = CaseFolder::open(&case, Access::Read).unwrap();
    assert_eq!(told(CaseFolder::open(&case, Access::Write)), "Busy store-busy");
    drop((first, second));
    let writer = open(&case);
    assert_eq!(told(CaseFolder::open(&case, Access::Write)), "Busy store-busy");
    drop(writer);
    open(&case);
}
