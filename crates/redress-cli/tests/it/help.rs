//! Help, languages and documents.

use crate::run::Room;

const COMMANDS: [&str; 14] = [
    "demo",
    "new",
    "add",
    "measure",
    "fact",
    "assess",
    "explain",
    "missing",
    "pack",
    "verify",
    "recompute",
    "law",
    "office",
    "schema",
];

#[test]
fn every_command_has_help_with_examples_in_both_languages() {
    let room = Room::new();
    for command in COMMANDS {
        for (language, examples) in [("en", "Examples:"), ("zh-Hans", "例子：")] {
            let help = room.ok(&["--lang", language, command, "--help"]);
            assert!(help.contains(examples), "{command} {language}: {help}");
            assert!(!help.contains('⟦'), "a sentence is missing: {help}");
        }
    }
}

#[test]
fn the_language_follows_the_system_unless_it_is_chosen() {
    let room = Room::new();
    let mut command = room.command(&["--help"]);
    command
        .env_remove("REDRESS_LANG")
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "zh_CN.UTF-8");
    let help = crate::run::answer(command.output().unwrap()).out;
    assert!(help.contains("明证"), "{help}");
}

/// Whatever `--json` prints names its schema, and fits it.
#[test]
fn every_document_fits_the_schema_that_it_names() {
    let room = Room::new();
    let example = crate::run::repository().join("examples/courier-rumour");
    let file = |name: &str| example.join(name).to_string_lossy().into_owned();
    let (csv, mapping) =
        (file("material/articles/public-account-articles.csv"), file("mappings/articles.toml"));
    let commands: [&[&str]; 18] = [
        &["new", "spring", "--by", "Zhou"],
        &["add", "spring", &csv, "--mapping", &mapping],
        &["measure", "spring"],
        &["fact", "spring", "set", "case", "work_affected", "yes"],
        &["fact", "spring", "list"],
        &["fact", "spring", "terms", "repost"],
        &["fact", "spring", "withdraw", "5", "--reason", "x"],
        &["assess", "spring"],
        &["explain", "spring", "case.posts"],
        &["missing", "spring"],
        &["pack", "spring", "bundle"],
        &["verify", "bundle"],
        &["recompute", "bundle"],
        &["law", "check"],
        &["law", "list"],
        &["demo", "--out", "demo"],
        &["measure", "nowhere"],
        &["verify", "spring"],
    ];
    for command in commands {
        let mut all = vec!["--json"];
        all.extend(command);
        let answer = room.redress(&all);
        let document: serde_json::Value = serde_json::from_str(&answer.out).expect(&answer.err);
        let named = document["schema"].as_str().unwrap_or_default().to_owned();
        let name = named.strip_prefix("redress/").and_then(|rest| rest.split_once('/')).expect(&named).0;
        let schema: serde_json::Value = serde_json::from_str(&room.ok(&["schema", name])).unwrap();
        let checker = jsonschema::validator_for(&schema).unwrap();
        let errors: Vec<String> =
            checker.iter_errors(&document).map(|error| error.to_string()).take(3).collect();
        assert!(errors.is_empty(), "{command:?} {name}: {errors:?}");
    }
}

#[test]
fn a_wrong_request_is_exit_two() {
    let room = Room::new();
    assert_eq!(room.redress(&["frobnicate"]).code, 2);
    assert_eq!(room.redress(&["measure", "nowhere"]).code, 2);
    room.case("spring");
    assert_eq!(room.redress(&["new", "spring"]).code, 2);
    assert_eq!(room.redress(&["fact", "spring", "set", "case", "statement.falze", "yes"]).code, 2);
    assert_eq!(room.redress(&["fact", "spring", "set", "case", "work_affected", "maybe"]).code, 2);
    assert_eq!(room.redress(&["fact", "spring", "withdraw", "99", "--reason", "x"]).code, 2);
    assert_eq!(room.redress(&["explain", "spring", "no-such-thing"]).code, 2);
    assert_eq!(room.redress(&["assess", "spring", "--today", "31 March"]).code, 2);
}
