//! What a person answers beside the file, laid over what the file says.
//!
//! An answer never changes what the evidence and the ledger say: that comes from them alone.

use crate::Form;
use crate::misfit::misfits;
use crate::sealed::falsified;
use redress_base::{Fault, Finding, Refusal};
use redress_paper::PaperFigure;
use serde_json::{Map, Value};

/// Lays answers over an input: tables are merged field by field, a list is replaced whole or, by a table with numbers as
/// its keys, place by place; anything else takes the place of what stood there.
///
/// # Errors
/// `Input` where an answer would add, change or take out what the file alone says, names a place of a list that is not
/// there, or picks what the file does not have. The input is unchanged then.
pub fn merge(form: &dyn Form, input: &mut Value, answers: &Value) -> Result<(), Refusal> {
    let mut answered = input.clone();
    lay_over(form, &mut answered, answers, &mut Vec::new())?;
    if let Some(one) = falsified(form, input, &answered).into_iter().next() {
        let found = Finding::error("forms-answer-sealed").with("form", form.id()).with("path", one.path);
        return Err(found.refuse(Fault::Input));
    }
    if let Some(found) = misfits(form, answers).into_iter().next() {
        return Err(found.refuse(Fault::Input));
    }
    if let Some(found) = crate::shape::no_day(form, answers) {
        return Err(found.refuse(Fault::Input));
    }
    crate::offered::on_file(form, &answered, answers)?;
    *input = answered;
    Ok(())
}

fn lay_over(
    form: &dyn Form,
    input: &mut Value,
    answers: &Value,
    path: &mut Vec<String>,
) -> Result<(), Refusal> {
    match (input, answers) {
        (Value::Object(fields), Value::Object(answers)) => {
            for (name, answer) in answers {
                path.push(name.clone());
                lay_over(form, fields.entry(name.clone()).or_insert(Value::Null), answer, path)?;
                path.pop();
            }
            Ok(())
        }
        // Nothing stands there yet. No field of any table has a number for its name, so that numbers are places of a list.
        (known @ Value::Null, Value::Object(places)) => {
            *known = if numbered(places) { Value::Array(Vec::new()) } else { Value::Object(Map::new()) };
            lay_over(form, known, answers, path)
        }
        (Value::Array(places), Value::Object(answers)) => {
            // By their numbers, and not as words: the tenth comes after the second.
            let mut answers: Vec<(&String, &Value)> = answers.iter().collect();
            answers.sort_by_key(|(place, _)| (place.parse::<usize>().unwrap_or(usize::MAX), *place));
            for (place, answer) in answers {
                path.push(place.clone());
                let next = places.len();
                let at = place.parse::<usize>().ok().filter(|at| *at <= next);
                let Some(at) = at else {
                    let found = Finding::error("forms-answer-place")
                        .with("form", form.id())
                        .with("path", path.join("."));
                    return Err(found.with("places", next).refuse(Fault::Input));
                };
                if at == next {
                    places.push(Value::Null);
                }
                if let Some(known) = places.get_mut(at) {
                    lay_over(form, known, answer, path)?;
                }
                path.pop();
            }
            Ok(())
        }
        (known, answer) => {
            *known = answer.clone();
            Ok(())
        }
    }
}

fn numbered(places: &Map<String, Value>) -> bool {
    !places.is_empty() && places.keys().all(|place| place.parse::<usize>().is_ok())
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

#[cfg(test)]
mod tests {
    use super::merge;
    use crate::find;
    use serde_json::json;

    #[test]
    fn answers_are_laid_over_field_by_field_and_place_by_place() {
        let form = find("complaint-defamation").unwrap();
        let mut input = json!({ "court": null, "prosecutors": [{ "name": null, "sex": "女" }] });
        let answers = json!({
            "court": "某法院",
            "prosecutors": { "0": { "name": "温某" }, "1": { "name": "程某" } },
        });
        merge(form, &mut input, &answers).unwrap();
        assert_eq!(
            input,
            json!({ "court": "某法院", "prosecutors": [{ "name": "温某", "sex": "女" }, { "name": "程某" }] })
        );
        assert!(merge(form, &mut input, &json!({ "prosecutors": { "5": {} } })).is_err());
    }

    /// design.md §2 rule 5: no number without its evidence. Article 10 of the Guiding Opinions (in force 2023-09-20): no
    /// statement beside those that the file gives.
    #[test]
    fn no_answer_adds_changes_or_takes_out_what_the_file_says() {
        let form = find("complaint-defamation").unwrap();
        let count = json!({ "lower": 5, "upper": 5 });
        let figure = json!({ "figure": "st-1.views", "unit": "views", "count": count, "exhibits": [] });
        let input =
            json!({ "statements": [{ "id": "st-1", "words": "x", "link": null, "figures": [figure] }] });
        for (answers, path) in [
            (
                json!({ "statements": { "0": { "figures": { "0": { "count": { "lower": 9000 } } } } } }),
                "statements.0.figures.0.count.lower",
            ),
            (json!({ "statements": { "0": { "figures": [] } } }), "statements.0.figures"),
            (json!({ "statements": [] }), "statements"),
            (json!({ "statements": null }), "statements"),
            (json!({ "statements": { "0": { "words": "y" } } }), "statements.0.words"),
            (json!({ "statements": { "0": { "account": "@某人" } } }), "statements.0.account"),
            (json!({ "statements": { "1": { "id": "st-2", "words": "y" } } }), "statements"),
            (
                json!({ "defendants": [{ "accounts": [{ "platform": "weibo", "account": "某人" }] }] }),
                "defendants.0.accounts",
            ),
        ] {
            let mut changed = input.clone();
            let refusal = merge(form, &mut changed, &answers).unwrap_err();
            assert_eq!(refusal.finding.code, "forms-answer-sealed", "{answers}");
            assert_eq!(
                refusal.finding.args.get("path"),
                Some(&redress_base::Arg::Text(path.to_owned())),
                "{answers}"
            );
            assert_eq!(changed, input, "{answers}");
        }
        let mut changed = input.clone();
        // The same words change nothing; where a post could be opened, the file left empty.
        let answers = json!({ "statements": { "0": { "words": "x", "link": "https://a.example/1" } } });
        merge(form, &mut changed, &answers).unwrap();
        assert_eq!(changed["statements"][0]["link"], "https://a.example/1");
    }

    /// What no step recorded, a person may say; what one recorded stands.
    #[test]
    fn a_gap_of_a_recorded_paper_is_filled_and_never_changed() {
        let form = find("reconsideration-application").unwrap();
        let input = json!({ "refusal": { "on": "2026年3月1日", "number": null } });
        let mut changed = input.clone();
        merge(form, &mut changed, &json!({ "refusal": { "number": "某公不立字1号" } })).unwrap();
        for answers in [
            json!({ "refusal": { "on": "2026年3月9日" } }),
            json!({ "refusal": { "exhibit": { "number": 1, "item": "item-0001" } } }),
            json!({ "refusal_received": null, "refusal": null }),
        ] {
            assert!(merge(form, &mut input.clone(), &answers).is_err(), "{answers}");
        }
    }
}
