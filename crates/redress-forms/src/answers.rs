//! What a person answers beside the file, laid over what the file says.
//!
//! An answer never replaces a number that the evidence carries: those come from the result alone.

use redress_base::{Fault, Finding, Refusal};
use redress_paper::PaperFigure;
use serde_json::{Map, Value};

/// Lays answers over an input: tables are merged field by field, a list is replaced whole or, by a table with numbers as
/// its keys, place by place; anything else takes the place of what stood there.
///
/// # Errors
/// `Input` where an answer would put or change a figure, or names a place of a list that is not there.
pub fn merge(input: &mut Value, answers: &Value) -> Result<(), Refusal> {
    if !figures_of(answers).is_empty() || names_figure(answers) {
        return Err(Finding::error("forms-answer-figure").refuse(Fault::Input));
    }
    lay_over(input, answers, &mut Vec::new())
}

fn lay_over(input: &mut Value, answers: &Value, path: &mut Vec<String>) -> Result<(), Refusal> {
    match (input, answers) {
        (Value::Object(fields), Value::Object(answers)) => {
            if is_figure(fields) {
                let found = Finding::error("forms-answer-figure-at").with("path", path.join("."));
                return Err(found.refuse(Fault::Input));
            }
            for (name, answer) in answers {
                path.push(name.clone());
                lay_over(fields.entry(name.clone()).or_insert(Value::Null), answer, path)?;
                path.pop();
            }
            Ok(())
        }
        (Value::Array(places), Value::Object(answers)) => {
            for (place, answer) in answers {
                path.push(place.clone());
                let next = places.len();
                let at = place.parse::<usize>().ok().filter(|at| *at <= next);
                let Some(at) = at else {
                    let found = Finding::error("forms-answer-place").with("path", path.join("."));
                    return Err(found.with("places", next).refuse(Fault::Input));
                };
                if at == next {
                    places.push(Value::Null);
                }
                if let Some(known) = places.get_mut(at) {
                    lay_over(known, answer, path)?;
                }
                path.pop();
            }
            Ok(())
        }
        (known, answer) => {
            if contains_figure(known) {
                let found = Finding::error("forms-answer-figure-at").with("path", path.join("."));
                return Err(found.refuse(Fault::Input));
            }
            *known = answer.clone();
            Ok(())
        }
    }
}

/// Every figure of an input, in order, by where it stands. `recompute` compares them with the bundle's result.
pub fn figures_of(input: &Value) -> Vec<(String, PaperFigure)> {
    let mut found = Vec::new();
    collect(input, &mut Vec::new(), &mut found);
    found
}

fn collect(value: &Value, path: &mut Vec<String>, found: &mut Vec<(String, PaperFigure)>) {
    match value {
        Value::Object(fields) => {
            if is_figure(fields) {
                found.extend(
                    serde_json::from_value(value.clone()).ok().map(|figure| (path.join("."), figure)),
                );
                return;
            }
            for (name, value) in fields {
                path.push(name.clone());
                collect(value, path, found);
                path.pop();
            }
        }
        Value::Array(places) => {
            for (at, value) in places.iter().enumerate() {
                path.push(at.to_string());
                collect(value, path, found);
                path.pop();
            }
        }
        _ => {}
    }
}

pub(crate) fn is_figure(fields: &Map<String, Value>) -> bool {
    fields.contains_key("figure") && fields.contains_key("count")
}

fn names_figure(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields.contains_key("figure") || fields.values().any(names_figure),
        Value::Array(places) => places.iter().any(names_figure),
        _ => false,
    }
}

fn contains_figure(value: &Value) -> bool {
    !figures_of(value).is_empty()
}

#[cfg(test)]
mod tests {
    use super::merge;
    use serde_json::json;

    #[test]
    fn answers_are_laid_over_field_by_field_and_place_by_place() {
        let mut input = json!({ "court": null, "prosecutors": [{ "name": null, "sex": "女" }] });
        merge(&mut input, &json!({ "court": "某法院", "prosecutors": { "0": { "name": "温某" }, "1": { "name": "程某" } } })).unwrap();
        assert_eq!(
            input,
            json!({ "court": "某法院", "prosecutors": [{ "name": "温某", "sex": "女" }, { "name": "程某" }] })
        );
        assert!(merge(&mut input, &json!({ "prosecutors": { "5": {} } })).is_err());
    }

    /// design.md §2 rule 5: no number without its evidence.
    #[test]
    fn no_answer_puts_changes_or_removes_a_figure() {
        let figure = json!({ "figure": "st-1.views", "unit": "views", "count": { "lower": 5, "upper": 5 }, "exhibits": [] });
        let input = json!({ "statements": [{ "words": "x", "figures": [figure] }] });
        for answers in [
            json!({ "statements": [{ "figures": [figure] }] }),
            json!({ "statements": { "0": { "figures": { "0": { "count": { "lower": 9000 } } } } } }),
            json!({ "statements": { "0": { "figures": [] } } }),
            json!({ "statements": [] }),
            json!({ "statements": null }),
        ] {
            let mut changed = input.clone();
            assert!(merge(&mut changed, &answers).is_err(), "{answers}");
        }
        let mut changed = input.clone();
        merge(&mut changed, &json!({ "statements": { "0": { "words": "y" } } })).unwrap();
        assert_eq!(changed["statements"][0]["words"], "y");
    }
}
