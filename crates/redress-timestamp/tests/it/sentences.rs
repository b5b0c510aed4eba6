//! Every code of this room has its sentence in both languages with advice where it is an error, and no sentence is
//! without a code.

use redress_timestamp::{Check, Outcome};
use std::collections::BTreeSet;
use std::path::Path;

fn codes() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let pieces = text.split('"').filter(|piece| piece.starts_with("timestamp-") && !piece.contains('{'));
        codes.extend(pieces.map(str::to_owned));
    }
    codes
}

#[test]
fn codes_and_sentences_match_in_both_languages() {
    let labels = Check::ALL.map(Check::key).into_iter();
    let outcomes = [Outcome::Holds, Outcome::Fails, Outcome::NotCheckable].map(Outcome::key);
    let said: BTreeSet<String> = codes().into_iter().chain(labels).chain(outcomes).collect();
    assert!(said.len() > 80, "{said:?}");
    for language in ["en", "zh-Hans"] {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../locales/{language}/timestamp.ftl"));
        let text = std::fs::read_to_string(path).unwrap();
        let keys = text
            .lines()
            .filter(|line| !line.starts_with([' ', '#']))
            .filter_map(|line| line.split_once(" = "));
        let keys: BTreeSet<String> = keys.map(|(key, _)| key.to_owned()).collect();
        assert_eq!(keys, said, "{language}");
    }
}
