//! Help, languages and documents.

use crate::run::Room;

const COMMANDS: [&str; 13] = [
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

#[test]
fn documents_fit_the_schemas_that_the_program_prints() {
    let room = Room::new();
    room.case("spring");
    for (schema, document) in [
        ("result", crate::run::Demo::once().result()),
        ("recomputed", crate::run::Demo::once().room.json(&["recompute", "en/bundle"])),
        ("verification", crate::run::Demo::once().room.json(&["verify", "en/bundle"])),
        ("chain", crate::run::Demo::once().room.json(&["explain", "en/case", "cl246-defamation"])),
    ] {
        let schema: serde_json::Value = serde_json::from_str(&room.ok(&["schema", schema])).unwrap();
        let checker = jsonschema::validator_for(&schema).unwrap();
        let errors: Vec<String> =
            checker.iter_errors(&document).map(|error| error.to_string()).take(3).collect();
        assert!(errors.is_empty(), "{errors:?}");
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
    assert_eq!(room.redress(&["fact", "spring", "set", "case", "harm.work", "maybe"]).code, 2);
    assert_eq!(room.redress(&["fact", "spring", "withdraw", "99", "--reason", "x"]).code, 2);
    assert_eq!(room.redress(&["explain", "spring", "no-such-thing"]).code, 2);
    assert_eq!(room.redress(&["assess", "spring", "--today", "31 March"]).code, 2);
}
