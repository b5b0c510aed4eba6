//! `kill -9` at any instant loses nothing that was acknowledged.
//!
//! This proves the program's own order of steps. What a disk does with a flush when the power goes is
//! the disk's promise, not ours to test here.

use crate::child;
use crate::support::{Chance, open, read, told};
use redress_base::Sha256;
use redress_store::{Access, CaseFolder};
use redress_workbench::ports::Store;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

const KILLS: u64 = 300;

/// Everything that killed writers had acknowledged.
#[derive(Default)]
struct Acknowledged {
    entries: Vec<String>,
    objects: BTreeSet<String>,
}

impl Acknowledged {
    /// Takes the whole lines of what a writer said; a last line without its end says nothing.
    fn hear(&mut self, said: &str) {
        for line in said.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n')) {
            match line.split_once(' ') {
                Some(("entry", entry)) => self.entries.push(entry.to_owned()),
                Some(("object", digest)) => drop(self.objects.insert(digest.to_owned())),
                _ => {}
            }
        }
    }
}

/// Starts a writer, lets it open the case and acknowledge `more` things, and kills it `after` that.
fn kill_a_writer(case: &Path, seed: u64, more: u64, after: Duration) -> String {
    let mut writer = child::job("write", case, seed).stdout(Stdio::piped()).spawn().unwrap();
    let mut out = BufReader::new(writer.stdout.take().unwrap());
    let mut said = String::new();
    while !said.ends_with("open\n") {
        assert_ne!(out.read_line(&mut said).unwrap(), 0, "the writer ended: {said}");
    }
    for _ in 0..more {
        assert_ne!(out.read_line(&mut said).unwrap(), 0, "the writer ended: {said}");
    }
    std::thread::sleep(after);
    writer.kill().unwrap();
    writer.wait().unwrap();
    out.read_to_string(&mut said).unwrap();
    said
}

#[test]
fn nothing_acknowledged_is_lost_when_a_writer_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case");
    drop(CaseFolder::create(&case, [7; 32]).unwrap());
    let mut chance = Chance(20_260_301);
    let mut heard = Acknowledged::default();
    let (mut in_a_put, mut in_an_append) = (0, 0);
    for _ in 0..KILLS {
        let before = heard.objects.clone();
        let (more, after) = (chance.below(4), Duration::from_micros(chance.below(25_000)));
        heard.hear(&kill_a_writer(&case, chance.next(), more, after));
        in_an_append += u32::from(case.join("case.sqlite-journal").exists());
        let store = open(&case);
        in_a_put += u32::from(!store.notices().is_empty());
        assert_eq!(unfinished(&case), 0);
        let kept = store.ledger().unwrap();
        let acknowledged: BTreeSet<&str> = heard.entries.iter().map(String::as_str).collect();
        assert!(acknowledged.len() <= kept.len());
        let missing = acknowledged.iter().find(|entry| !kept.iter().any(|line| line == **entry));
        assert_eq!(missing, None, "an acknowledged entry is gone");
        for digest in heard.objects.difference(&before) {
            assert_eq!(told(read(&store, &digest.parse().unwrap())), "done", "{digest}");
        }
    }
    let store = open(&case);
    for line in store.ledger().unwrap().iter().filter(|line| !line.contains("alone")) {
        let digest: Sha256 = line.split("what\":\"").nth(1).unwrap()[..64].parse().unwrap();
        assert_eq!(told(read(&store, &digest)), "done", "an entry names what is not there");
    }
    let (entries, objects) = (heard.entries.len(), heard.objects.len());
    child::say(&format!(
        "{KILLS} kills: {entries} entries and {objects} objects acknowledged, none lost; \
         {in_a_put} kills in a write, {in_an_append} in a commit"
    ));
    assert!(in_a_put > 0 && in_an_append > 0, "the kills must reach the moments that matter");
}

fn unfinished(case: &Path) -> usize {
    let names = std::fs::read_dir(case.join("objects")).unwrap();
    names
        .filter(|name| name.as_ref().unwrap().file_name().to_string_lossy().starts_with("unfinished"))
        .count()
}

#[test]
fn a_case_that_was_being_made_is_there_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let mut chance = Chance(137);
    let (mut whole, mut none) = (0, 0);
    for round in 0..60 {
        let case = folder.path().join(format!("case-{round}"));
        let mut maker = child::job("create", &case, 0).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(chance.below(60_000)));
        maker.kill().unwrap();
        maker.wait().unwrap();
        if case.exists() {
            drop(CaseFolder::open(&case, Access::Write).unwrap());
            whole += 1;
        } else {
            drop(CaseFolder::create(&case, [8; 32]).unwrap());
            none += 1;
        }
        let names: Vec<_> =
            std::fs::read_dir(folder.path()).unwrap().map(|name| name.unwrap().file_name()).collect();
        assert!(names.iter().all(|name| !name.to_string_lossy().starts_with('.')), "{names:?}");
    }
    child::say(&format!("60 cases killed while being made: {whole} whole, {none} not there and made again"));
}
