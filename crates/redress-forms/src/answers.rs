//! What a person answers beside the file, laid over what the file says.
//!
//! An answer never replaces a number that the evidence carries: those come from the result alone.

use crate::Form;
use redress_base::{Fault, Finding, Refusal};
use redress_paper::{Edition, Missing, PaperFigure, Standing};
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

fn is_figure(fields: &Map<String, Value>) -> bool {
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

/// What a form still asks, for an input: the list that stands on top of its draft.
///
/// # Errors
/// As [`Form::lay`].
pub fn questions(form: &dyn Form, input: &Value) -> Result<Vec<Missing>, Refusal> {
    Ok(form.lay(input, Edition::Chinese, Standing::Draft)?.missing)
}
