//! The published schemas: an address each, the form that a document names is fixed, and the copies in `schemas/` are current.

use crate::output::LINE;
use crate::run::{Room, repository};
use serde_json::{Value, json};

/// The names that the command offers.
fn names(room: &Room) -> Vec<String> {
    let help = room.ok(&["schema", "--help"]);
    let list = help.split_once("[possible values: ").unwrap().1.split_once(']').unwrap().0.to_owned();
    list.split(',').map(|name| name.trim().to_owned()).collect()
}

/// Schemas of older versions, which stay as they were released: files of those versions are there.
const RELEASED: [&str; 5] =
    ["ledger.1.json", "ledger.2.json", "ledger.3.json", "ledger.4.json", "verification.1.json"];

/// Every kept ledger fits the schema of its own version and of the latest, and no older one.
#[test]
fn kept_ledgers_fit_their_schemas() {
    let read = |name: &str| {
        let text = std::fs::read_to_string(repository().join("schemas").join(name)).unwrap();
        jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
    };
    let forms = ["1", "2", "3", "4", "5"].map(|version| read(&format!("ledger.{version}.json")));
    for version in 1..=forms.len() {
        let file = format!("crates/redress-case/tests/fixtures/ledger-v{version}.jsonl");
        for line in std::fs::read_to_string(repository().join(file)).unwrap().lines() {
            let entry: Value = serde_json::from_str(line).unwrap();
            let named = entry["schema"].as_str().unwrap().rsplit_once('/').unwrap().1;
            let named: usize = named.parse().unwrap();
            assert!((1..=version).contains(&named), "{entry:#}");
            for (form, of) in forms.iter().zip(1..) {
                assert_eq!(form.is_valid(&entry), of >= named, "{of}: {entry:#}");
            }
        }
    }
}

/// Every form that a document of the program names has a schema of that version.
#[test]
fn every_document_has_its_schema() {
    let mut files = Vec::new();
    crate::run::list(&repository().join("crates/redress-cli/src"), &mut files);
    let mut seen = 0;
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for part in text.split("schema: \"redress/").skip(1) {
            let (name, version) = part.split('"').next().unwrap().rsplit_once('/').unwrap();
            let kept = repository().join("schemas").join(format!("{name}.{version}.json"));
            assert!(kept.is_file(), "{} writes redress/{name}/{version}", file.display());
            seen += 1;
        }
    }
    assert!(seen > 30, "{seen}");
}

/// `REDRESS_SCHEMAS_WRITE=1 cargo test -p redress-cli --test it schemas` writes them anew.
#[test]
fn the_schemas_of_the_repository_are_what_the_program_prints() {
    let room = Room::new();
    let folder = repository().join("schemas");
    let names = names(&room);
    assert!(names.len() > 30, "{names:?}");
    let mut expected = Vec::new();
    for name in names {
        let printed = room.ok(&["schema", &name]);
        let schema: Value = serde_json::from_str(&printed).unwrap();
        let id = schema["$id"].as_str().unwrap();
        let version = id.strip_prefix(&format!("urn:redress:{name}:")).expect(id);
        if let Some(said) = schema.pointer("/properties/schema") {
            let form = json!(format!("redress/{name}/{version}"));
            let latest = said["enum"].as_array().and_then(|forms| forms.last());
            assert_eq!(latest.unwrap_or(&said["const"]), &form, "{name}");
        }
        let file = format!("{name}.{version}.json");
        if std::env::var_os("REDRESS_SCHEMAS_WRITE").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join(&file), &printed).unwrap();
        }
        let kept = std::fs::read_to_string(folder.join(&file)).unwrap_or_default();
        assert!(kept == printed, "schemas/{file} is not what redress schema {name} prints");
        expected.push(file);
    }
    let mut there: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".json"))
        .collect();
    expected.extend(RELEASED.map(str::to_owned));
    there.sort();
    expected.sort();
    assert_eq!(there, expected);
}

/// What goes in and what comes out of the law book fits the schema that it names.
#[test]
fn facts_answers_and_the_vocabulary_fit_their_schemas() {
    let room = Room::new();
    let fits = |name: &str, document: &Value| {
        let schema: Value = serde_json::from_str(&room.ok(&["schema", name])).unwrap();
        let checker = jsonschema::validator_for(&schema).unwrap();
        checker.iter_errors(document).map(|error| error.to_string()).take(3).collect::<Vec<_>>()
    };
    let mut facts: Value = serde_json::from_str(LINE).unwrap();
    assert_eq!(fits("facts", &facts), Vec::<String>::new());
    facts["schema"] = json!("redress/facts/1");
    assert_eq!(fits("facts", &facts), Vec::<String>::new());
    room.write("named.jsonl", facts.to_string());
    let answers: Value = serde_json::from_str(&room.ok(&["law", "eval", "named.jsonl", "--json"])).unwrap();
    assert_eq!(fits("answers", &answers), Vec::<String>::new());
    facts["schema"] = json!("redress/facts/2");
    assert_eq!(fits("facts", &facts).len(), 1);
    room.write("other.jsonl", facts.to_string());
    let answer = room.redress(&["law", "eval", "other.jsonl"]);
    assert!(answer.code == 3 && answer.err.contains("another form"), "{}", answer.err);
    let vocabulary = room.json(&["law", "facts", "view_count"]);
    assert_eq!(fits("vocabulary", &vocabulary), Vec::<String>::new());
    assert_eq!(vocabulary["facts"][0]["set_by"][0], "measure");
    room.write("bad.jsonl", "{}");
    let refused = room.redress(&["law", "eval", "bad.jsonl", "--json"]);
    assert_eq!(fits("refusal", &serde_json::from_str(&refused.out).unwrap()), Vec::<String>::new());
}
