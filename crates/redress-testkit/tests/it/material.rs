//! The committed material against a fresh run of the generator.

use redress_testkit::courier::{DATABASE, material};
use rusqlite::{Connection, MAIN_DB, types::Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/courier-rumour")
}

fn walk(folder: &Path, below: &Path, out: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, below, out);
        } else {
            let name = path.strip_prefix(below).unwrap().to_string_lossy().replace('\\', "/");
            out.insert(name, fs::read(&path).unwrap());
        }
    }
}

#[test]
fn regeneration_gives_the_committed_bytes() {
    let mut committed = BTreeMap::new();
    let folder = example().join("material");
    walk(&folder, &folder, &mut committed);
    for file in material().unwrap() {
        let there = committed.remove(file.path).unwrap_or_else(|| panic!("{} is not committed", file.path));
        if file.path == DATABASE {
            assert_eq!(rows(&there), rows(&file.bytes), "{}", file.path);
        } else {
            assert!(there == file.bytes, "{} differs from what the generator makes", file.path);
        }
    }
    assert_eq!(committed.keys().collect::<Vec<_>>(), Vec::<&String>::new(), "not made by the generator");
}

/// Every row of every table, in order: what a database says, whatever library wrote it.
fn rows(bytes: &[u8]) -> BTreeMap<String, Vec<Vec<Value>>> {
    let mut db = Connection::open_in_memory().unwrap();
    db.deserialize_read_exact(MAIN_DB, bytes, bytes.len(), true).unwrap();
    let names: Vec<String> = db
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let read = |name: &str| {
        let mut all = db.prepare(&format!("SELECT * FROM \"{name}\" ORDER BY rowid")).unwrap();
        let width = all.column_count();
        let cells = |row: &rusqlite::Row<'_>| (0..width).map(|at| row.get(at)).collect::<Result<Vec<_>, _>>();
        all.query_map([], |row| cells(row)).unwrap().map(Result::unwrap).collect()
    };
    names.iter().map(|name| (name.clone(), read(name))).collect()
}

/// The page showed 612 forwards, 487 could be listed: alone, the list stays below 500.
#[test]
fn fewer_forwards_are_captured_than_displayed() {
    let files = material().unwrap();
    let database = &files.iter().find(|file| file.path == DATABASE).unwrap().bytes;
    let tables = rows(database);
    assert_eq!(tables["reposts"].len(), 487);
    let ids: BTreeSet<String> = tables["reposts"].iter().map(|row| format!("{:?}", row[0])).collect();
    assert_eq!(ids.len(), 487, "every forward is another one");
    let main = tables["weibo"].iter().find(|row| row[0] == Value::Text("5263100000000101".into())).unwrap();
    assert!(main.contains(&Value::Integer(612)));
}

/// Text as the measure sees it: letters and digits, lower case, without people called and links.
fn grams(text: &str) -> BTreeSet<Vec<char>> {
    let words = text.split_whitespace().filter(|word| !word.starts_with('@') && !word.starts_with("http"));
    let kept: Vec<char> =
        words.flat_map(str::chars).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    kept.windows(3).map(<[char]>::to_vec).collect()
}

fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (grams(a), grams(b));
    let (both, either) = (a.intersection(&b).count(), a.union(&b).count());
    both * 5 >= either * 4
}

fn note_texts() -> BTreeMap<u64, String> {
    let files = material().unwrap();
    let mut out = BTreeMap::new();
    for part in ["2026-02-07.csv", "2026-03-06.csv"] {
        let file = files.iter().find(|file| file.path.ends_with(part)).unwrap();
        let text = std::str::from_utf8(&file.bytes).unwrap();
        // A row's text may hold line feeds; a row ends with carriage return and line feed.
        for row in text.split("\r\n").skip(1).filter(|row| !row.is_empty()) {
            let (id, rest) = row.split_once(',').unwrap();
            let quoted = rest.strip_prefix('"').and_then(|rest| rest.split_once("\",")).map(|(text, _)| text);
            let text = quoted.unwrap_or_else(|| rest.split(',').next().unwrap());
            out.insert(id.parse().unwrap(), text.to_owned());
        }
    }
    out
}

#[test]
fn copies_are_alike_and_the_other_statements_are_not() {
    let texts = note_texts();
    let lead = |id: u64| &texts[&id];
    let main = lead(5_263_100_000_000_101);
    let mut copies = 0;
    for (id, text) in &texts {
        let near = (5_263_100_000_000_101..5_263_100_000_000_140).contains(id);
        assert_eq!(alike(main, text), near, "{id}: {text}");
        copies += usize::from(near);
    }
    assert!(copies >= 12, "only {copies} copies were found by a run");
    let second = lead(5_263_100_000_000_401);
    let near = texts.values().filter(|text| alike(second, text)).count();
    assert!(near >= 4, "only {near} copies of the second statement");
}

#[test]
fn every_address_is_an_example_and_nobody_real_can_be_reached() {
    for file in material().unwrap().iter().filter(|file| file.path != DATABASE) {
        let text = String::from_utf8_lossy(&file.bytes);
        for rest in text.split("https://").skip(1) {
            let host = rest.split(['/', ',', '"', ' ']).next().unwrap();
            assert!(host.ends_with(".example"), "{}: {host}", file.path);
        }
    }
}
