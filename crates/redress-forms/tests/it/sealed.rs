//! What the file says, no answer changes, in any form; what a form asks for, an answer gives.

use crate::samples::samples;
use redress_forms::{
    AnswerKind, Hold, Questions, Shape, choices_at, forms, hold_at, kind_at, merge, questionnaire, shape_at,
};
use redress_paper::{Edition, Standing};
use serde_json::{Value, json};

/// Every place of an input that holds no table and no list, with its path.
fn leaves(value: &Value, path: &str, found: &mut Vec<(String, Value)>) {
    let below = |step: &str| if path.is_empty() { step.to_owned() } else { format!("{path}.{step}") };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| leaves(value, &below(name), found)),
        Value::Array(places) => {
            places.iter().enumerate().for_each(|(at, value)| leaves(value, &below(&at.to_string()), found));
        }
        Value::Null => {}
        leaf => found.push((path.to_owned(), leaf.clone())),
    }
}

/// The answer that puts a value to a path.
fn answer(path: &str, value: Value) -> Value {
    path.rsplit('.').fold(value, |inner, step| json!({ step: inner }))
}

fn other(value: &Value) -> Value {
    match value {
        Value::Bool(yes) => json!(!yes),
        Value::Number(_) => json!(987_654),
        _ => json!("另一说法"),
    }
}

/// Names of fields that carry evidence wherever they stand, whatever the table of parts says.
const EVIDENCE: &[&str] = &[
    "sha256", "sm3", "head", "lower", "upper", "figure", "words", "item", "pages", "first", "taken", "bytes",
    "start",
];

#[test]
fn no_answer_changes_takes_out_or_adds_to_what_the_file_says() {
    for form in forms() {
        let (_, input) = samples(*form).into_iter().find(|(name, _)| name == "full").unwrap();
        let mut found = Vec::new();
        leaves(&input, "", &mut found);
        // What picks out of the file takes nothing else.
        let offered: Vec<&str> = form.offered(&input).unwrap().iter().map(|one| one.field).collect();
        for (path, value) in &found {
            let hold = hold_at(*form, path);
            let evidence = path.rsplit('.').find(|step| step.parse::<usize>().is_err());
            if evidence.is_some_and(|name| EVIDENCE.contains(&name)) {
                assert_eq!(hold, Hold::Sealed, "{} {path}", form.id());
            }
            for new in [other(value), Value::Null] {
                let mut changed = input.clone();
                let merged = merge(*form, &mut changed, &answer(path, new));
                match hold {
                    // A word outside its closed list is told as such, and what is no day where a day belongs.
                    Hold::Open => {
                        let code = merged.err().map(|refusal| refusal.finding.code);
                        let listed = !choices_at(*form, path).is_empty();
                        assert!(
                            code.is_none()
                                || listed && code.as_deref() == Some("forms-answer-unfit")
                                || shape_at(*form, path) == Shape::Day
                                    && code.as_deref() == Some("forms-answer-no-day")
                                || offered.contains(&path.split('.').next().unwrap_or_default())
                                    && code.as_deref() == Some("forms-answer-not-on-file"),
                            "{} {path}: {code:?}",
                            form.id()
                        );
                    }
                    Hold::Gaps | Hold::Sealed => {
                        let code = merged.unwrap_err().finding.code;
                        assert_eq!(code, "forms-answer-sealed", "{} {path}", form.id());
                        assert_eq!(changed, input, "{} {path}", form.id());
                    }
                }
            }
        }
        lists(*form, &input);
    }
}

/// A list of what the file says neither grows nor shrinks.
fn lists(form: &dyn redress_forms::Form, input: &Value) {
    for (name, value) in input.as_object().unwrap() {
        let Some(places) = value.as_array().filter(|_| hold_at(form, name) == Hold::Sealed) else { continue };
        let longer =
            json!({ places.len().to_string(): places.first().cloned().unwrap_or(json!({ "id": "st-9" })) });
        for answer in [json!([]), Value::Null, longer] {
            if places.is_empty() && !answer.is_object() {
                continue;
            }
            let merged = merge(form, &mut input.clone(), &json!({ name: answer }));
            assert_eq!(merged.unwrap_err().finding.code, "forms-answer-sealed", "{} {name}", form.id());
        }
    }
}

#[test]
fn what_is_asked_can_be_answered_and_what_the_file_gives_is_not_asked() {
    for form in forms() {
        let empty = json!({});
        let missing = form.lay(&empty, Edition::Chinese, Standing::Draft).unwrap().missing;
        let text = questionnaire(*form, &Questions { missing: &missing, ..Questions::default() }, false);
        for one in &missing {
            // A list of tables is asked place by place.
            let asked =
                text.contains(&format!("# {} = ", one.path)) || text.contains(&format!("# {}.0.", one.path));
            let from_file = ["statements", "exhibits", "rows", "contents"].contains(&one.path.as_str());
            assert_eq!(asked, !from_file, "{} {}", form.id(), one.path);
            let value = match kind_at(*form, &one.path) {
                AnswerKind::Text => match choices_at(*form, &one.path).into_iter().next() {
                    Some(choice) => json!(choice.value),
                    None if shape_at(*form, &one.path) == Shape::Day => json!("2026-03-01"),
                    None if shape_at(*form, &one.path) == Shape::Phone => json!("13800000000"),
                    None => json!("某"),
                },
                AnswerKind::Choice => json!(true),
                AnswerKind::List | AnswerKind::Numbers | AnswerKind::Tables => json!([]),
                AnswerKind::Number => json!(1),
                AnswerKind::Table => json!({}),
            };
            // Lists of the empty input are not there yet: their places are given as they are in a list.
            let mut input = listed(&one.path);
            if asked {
                merge(*form, &mut input, &answer(&one.path, value)).unwrap();
            }
        }
    }
}

/// An input with an empty table at every place of a list that a path names.
fn listed(path: &str) -> Value {
    path.rsplit('.').skip(1).fold(json!({}), |inner, step| match step.parse::<usize>() {
        Ok(_) => json!([inner]),
        Err(_) => json!({ step: inner }),
    })
}
