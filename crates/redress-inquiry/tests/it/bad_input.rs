//! Bad files of facts: one clear refusal each, with its place.

use proptest::prelude::*;
use redress_facts::Vocabulary;
use redress_inquiry::{lines, read, read_line};
use redress_law::Book;
use std::sync::LazyLock;

static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::standard);

fn refused(line: &str) -> (String, String) {
    let refusal = read(line, 7, Book::standard(), &WORDS).unwrap_err();
    assert_eq!(refusal.finding.args.get("line"), Some(&7usize.into()), "{line}");
    (refusal.finding.code.clone(), format!("{:?}", refusal.finding.args))
}

fn with(facts: &str) -> String {
    format!(r#"{{"id":"a","at":"2026-11-21","facts":[{facts}]}}"#)
}

type Mistake = (String, &'static str, &'static str);

/// A line, the code of its refusal, and what the refusal names.
fn mistakes() -> Vec<Mistake> {
    let mut all = first_mistakes();
    all.extend(later_mistakes());
    all
}

fn first_mistakes() -> Vec<Mistake> {
    let o = r#""standing":"official""#;
    vec![
        ("not json".to_owned(), "inquiry-not-json", "column"),
        (r#"{"id":"a","at":"2026-11-21","facts":["#.to_owned(), "inquiry-cut-short", "column"),
        ("[]".to_owned(), "inquiry-not-an-object", "list"),
        (r#"{"id":"a","at":"2026-11-21","facts":[],"more":1}"#.to_owned(), "inquiry-key-unknown", "more"),
        (r#"{"id":"a","at":"2026-11-21","fact":[]}"#.to_owned(), "inquiry-key-unknown-near", "facts"),
        (r#"{"id":"a","facts":[]}"#.to_owned(), "inquiry-key-missing", "at"),
        (r#"{"id":"a","id":"b","at":"2026-11-21","facts":[]}"#.to_owned(), "inquiry-key-twice", "id"),
        (r#"{"id":"a","at":"21.11.2026","facts":[]}"#.to_owned(), "inquiry-bad-day", "21.11.2026"),
        (r#"{"id":7,"at":"2026-11-21","facts":[]}"#.to_owned(), "inquiry-wrong-type", "text"),
        (
            r#"{"schema":"redress/facts/2","id":"a","at":"2026-11-21","facts":[]}"#.to_owned(),
            "inquiry-other-form",
            "redress/facts/2",
        ),
        (with(r#"{"fact":"view_count","value":1,"standing":"oficial"}"#), "inquiry-bad-standing", "oficial"),
        (with(r#"{"fact":"view_count","lo":"1","standing":"official"}"#), "inquiry-wrong-type", "number"),
        (
            with(&format!(r#"{{"fact":"view_cuont","value":1,{o}}}"#)),
            "inquiry-unknown-fact-near",
            "view_count",
        ),
        (with(&format!(r#"{{"fact":"xyzzyplugh","value":1,{o}}}"#)), "inquiry-unknown-fact", "xyzzyplugh"),
        (
            with(&format!(r#"{{"fact":"view_count","value":1,"unit":"reposts",{o}}}"#)),
            "inquiry-wrong-unit",
            "views",
        ),
        (
            with(&format!(r#"{{"fact":"view_count","value":1,"unit":"bananas",{o}}}"#)),
            "inquiry-wrong-unit",
            "views",
        ),
        (
            with(&format!(r#"{{"fact":"statement_false","value":true,"unit":"views",{o}}}"#)),
            "inquiry-wrong-unit",
            "views",
        ),
        (with(&format!(r#"{{"fact":"view_count","value":-1,{o}}}"#)), "inquiry-value-unfit", "lo/hi"),
        (with(&format!(r#"{{"fact":"view_count","value":1.5,{o}}}"#)), "inquiry-value-unfit", "lo/hi"),
        (
            with(&format!(r#"{{"fact":"statement_false","value":"yes",{o}}}"#)),
            "inquiry-value-unfit",
            "true, false",
        ),
        (with(&format!(r#"{{"fact":"act_date","value":"2026-02-30",{o}}}"#)), "inquiry-value-unfit", "2026"),
    ]
}

fn later_mistakes() -> Vec<Mistake> {
    let o = r#""standing":"official""#;
    vec![
        (
            with(&format!(r#"{{"fact":"consequence_person","value":"dog",{o}}}"#)),
            "inquiry-value-unfit",
            "victim",
        ),
        (with(&format!(r#"{{"fact":"view_count","lo":5,"hi":4,{o}}}"#)), "inquiry-upside-down", "lo"),
        (
            with(&format!(
                r#"{{"fact":"statement_false","value":true,{o},"source":"x"}},{{"fact":"statement_false","value":false,{o},"source":"x"}}"#
            )),
            "inquiry-contradiction",
            "first",
        ),
        (r#"{"id":"a","at":"1900-01-01","facts":[]}"#.to_owned(), "inquiry-before-any-law", "1900"),
        (
            r#"{"id":"a","at":"2026-11-21","filed":"1950-01-01","facts":[]}"#.to_owned(),
            "inquiry-before-any-law",
            "1950",
        ),
        (
            with(&format!(
                r#"{{"fact":"act_date","subject":"s","value":"2026-02-01",{o}}},{{"fact":"act_end_date","subject":"s","value":"2026-01-01",{o}}}"#
            )),
            "inquiry-act-upside-down",
            "2026-02-01",
        ),
        (
            with(&format!(r#"{{"fact":"act_date","subject":"s","value":"2030-01-01",{o}}}"#)),
            "inquiry-act-to-come",
            "2030-01-01",
        ),
        (
            format!(
                r#"{{"id":"a","at":"2026-11-21","filed":"2025-12-31","facts":[{{"fact":"act_date","subject":"s","value":"2026-01-01",{o}}}]}}"#
            ),
            "inquiry-filed-before-act",
            "2025-12-31",
        ),
        (
            r#"{"id":"a","at":"2026-11-21","facts":[],"readings":{"several-times":"four"}}"#.to_owned(),
            "inquiry-no-such-reading",
            "two, three",
        ),
        (
            r#"{"id":"a","at":"2026-11-21","facts":[],"readings":{"severel-times":"two"}}"#.to_owned(),
            "inquiry-reading-unknown",
            "severel-times",
        ),
    ]
}

#[test]
fn each_mistake_has_its_own_message_and_its_place() {
    for (line, code, holds) in mistakes() {
        let (found, args) = refused(&line);
        assert_eq!(found, code, "{line}");
        assert!(args.contains(holds), "{line}: {args}");
    }
}

/// All that is wrong with a line is told at once: of its form and of what it says.
#[test]
fn every_fault_of_a_line_is_told() {
    let codes = |line: &str| -> Vec<(String, String)> {
        let faults = read_line(line, 3, Book::standard(), &WORDS).unwrap_err();
        let entry = |one: &redress_base::Finding| format!("{:?}", one.args.get("entry"));
        faults.iter().map(|one| (one.code.clone(), entry(one))).collect()
    };
    let of_form = codes(
        r#"{"id":"a","att":"2026-11-21","facts":[{"fact":"view_cuont","value":1,"standing":"official","as_of":"2026-11-01"},{"fact":"act_date","value":"2026-13-01"}]}"#,
    );
    let named: Vec<&str> = of_form.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(
        named,
        [
            "inquiry-key-unknown-near",
            "inquiry-key-missing",
            "inquiry-unknown-fact-near",
            "inquiry-key-missing"
        ]
    );
    assert!(of_form[3].1.contains('2'), "{of_form:?}");
    let o = r#""standing":"official""#;
    let said = codes(&with(&format!(
        r#"{{"fact":"view_count","value":-1,{o}}},{{"fact":"xyzzyplugh",{o}}},{{"fact":"act_date","value":"soon",{o}}}"#
    )));
    assert_eq!(said.len(), 3, "{said:?}");
}

/// The column is counted in characters, not in bytes.
#[test]
fn a_column_is_one_that_an_editor_shows() {
    let faults = read_line(r#"{"id":"案件" nonsense}"#, 1, Book::standard(), &WORDS).unwrap_err();
    assert_eq!(faults[0].args.get("column"), Some(&12usize.into()), "{faults:?}");
}

#[test]
fn an_object_over_several_lines_is_told_as_such() {
    let pretty = "{\n  \"id\": \"a\",\n  \"at\": \"2026-11-21\",\n  \"facts\": []\n}\n";
    for text in [pretty.to_owned(), format!("[\n{pretty}]"), "{\"id\":\"a\",\n\"facts\":[]}".to_owned()] {
        assert_eq!(lines(&text).unwrap_err().code, "inquiry-over-lines", "{text}");
    }
    assert_eq!(lines("\n \n").unwrap_err().code, "inquiry-nothing-in-it");
    assert_eq!(lines("\u{feff}{}\n\n{}").unwrap(), vec![(1, "{}"), (3, "{}")]);
    // One that breaks off is a fault of its own line.
    assert_eq!(lines("{\"id\":\n{}").unwrap().len(), 2);
}

/// Two sources may differ; that is no contradiction.
#[test]
fn two_sources_may_differ() {
    let line = with(
        r#"{"fact":"statement_false","value":true,"standing":"official","source":"x"},
           {"fact":"statement_false","value":false,"standing":"official","source":"y"}"#,
    );
    assert!(read(&line, 1, Book::standard(), &WORDS).is_ok());
}

/// One source may give a floor and a figure above it, or figures in two units; what cannot both be so is refused.
#[test]
fn one_source_contradicts_itself_only_where_both_cannot_be() {
    let of = |one: &str, other: &str| {
        let line = |value: &str| {
            format!(
                r#"{{"fact":"view_count",{value},"standing":"official","source":"x","as_of":"2026-11-01"}}"#
            )
        };
        read(&with(&format!("{},{}", line(one), line(other))), 1, Book::standard(), &WORDS).is_ok()
    };
    assert!(of(r#""lo":30001"#, r#""value":35000"#));
    assert!(of(r#""lo":7500,"hi":8499"#, r#""lo":8499,"hi":9000"#));
    assert!(of(r#""value":100,"unit":"views""#, r#""value":470000000,"unit":"topic-reads""#));
    assert!(!of(r#""value":100,"unit":"views""#, r#""value":101"#));
    assert!(!of(r#""lo":30001"#, r#""value":30000"#));
    assert!(!of(r#""lo":7500,"hi":8499"#, r#""lo":8500,"hi":9000"#));
    assert!(!of(r#""hi":4999"#, r#""value":5000"#));
    assert!(!of(r#""value":4000"#, r#""value":4001"#));
    assert!(!of(r#""value":4000"#, r#""value":"unknown""#));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// Whatever comes in, it is read or refused.
    #[test]
    fn no_line_panics(line in "\\PC{0,200}") {
        let _ = read(&line, 1, Book::standard(), &WORDS);
    }

    #[test]
    fn no_value_panics(fact in prop::sample::select(vec!["view_count", "act_date", "insult_mode", "statement_false"]), value in "\\PC{0,20}", n in any::<i64>()) {
        for value in [serde_json::Value::from(value.as_str()), n.into(), serde_json::json!([value, n])] {
            let line = serde_json::json!({"id": "a", "at": "2026-11-21", "facts": [
                {"fact": fact, "value": value, "standing": "official"}]});
            let _ = read(&line.to_string(), 1, Book::standard(), &WORDS);
        }
    }
}
