//! The export is the same every time, and holds what its truth says.

use super::{Plan, Truth, write};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const SMALL: Plan = Plan { posts: 4_000, days: 4, seed: 3 };

fn made(folder: &Path) -> (Truth, Vec<(String, Vec<u8>)>) {
    let truth = write(SMALL, folder).unwrap();
    let mut files = Vec::new();
    for sub in [folder.to_path_buf(), folder.join("weibo")] {
        for entry in fs::read_dir(sub).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                files.push((
                    path.file_name().unwrap().to_string_lossy().into_owned(),
                    fs::read(&path).unwrap(),
                ));
            }
        }
    }
    files.sort();
    (truth, files)
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let (a, b) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    assert_eq!(made(a.path()), made(b.path()));
}

#[test]
fn the_truth_counts_what_the_files_hold() {
    let folder = tempfile::tempdir().unwrap();
    let (truth, files) = made(folder.path());
    assert_eq!(truth.files, u64::try_from(files.len()).unwrap());
    assert_eq!(truth.bytes, files.iter().map(|(_, bytes)| u64::try_from(bytes.len()).unwrap()).sum::<u64>());
    assert_eq!(truth.posts, SMALL.posts);
    assert_eq!(truth.posts, truth.unlike + truth.short + truth.exact + truth.near);
    let mut ids = BTreeSet::new();
    let mut rows = 0u64;
    for (name, bytes) in &files {
        let text = std::str::from_utf8(bytes).unwrap().trim_start_matches('\u{feff}');
        for line in text.lines().skip(usize::from(name.ends_with("csv"))) {
            let id = if name.ends_with("csv") {
                line.split(',').next().unwrap().to_owned()
            } else {
                let row: serde_json::Value = serde_json::from_str(line).unwrap();
                row.get("note_id")
                    .filter(|_| name.contains("contents"))
                    .or(row.get("comment_id"))
                    .unwrap()
                    .to_string()
            };
            ids.insert((name.contains("comments"), id.trim_matches('"').to_owned()));
            rows += 1;
        }
    }
    assert_eq!(rows, truth.rows);
    assert_eq!(u64::try_from(ids.len()).unwrap(), truth.posts);
    assert!(truth.repeats > 0 && truth.shared_statements > 10, "{truth:?}");
}
