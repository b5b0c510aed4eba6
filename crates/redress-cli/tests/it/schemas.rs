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
            assert_eq!(said["const"], json!(format!("redress/{name}/{version}")), "{name}");
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
