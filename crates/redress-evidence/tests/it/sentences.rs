//! Every code of this room has its sentence in both languages, and no sentence is without a code.

use std::collections::BTreeSet;
use std::path::Path;

fn codes() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for piece in text.split('"').filter(|piece| piece.starts_with("evidence-")) {
                codes.insert(piece.to_owned());
            }
        }
    }
    codes
}

/// Keys of messages, and whether each has advice.
fn sentences(language: &str) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../locales/{language}/evidence.ftl"));
    let text = std::fs::read_to_string(path).unwrap();
    let keys = text.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key.to_owned());
    keys.filter(|key| key.starts_with("evidence-")).collect()
}

#[test]
fn codes_and_sentences_match_in_both_languages() {
    let codes = codes();
    assert!(codes.len() > 40, "{codes:?}");
    for language in ["en", "zh-Hans"] {
        assert_eq!(codes, sentences(language), "{language}");
    }
}
