//! Answers that do not fit the input of a form, told by place: what belongs there, and what stands there.

use crate::Form;
use crate::choices::{choices_at, is};
use crate::questions::resolved;
use redress_base::Finding;
use serde_json::Value;

/// The longest value that is shown.
const SHOWN: usize = 40;

/// Every place of the answers that the form does not have, or that holds something of another kind. Their codes are
/// `forms-answer-unknown` and `forms-answer-unfit`.
pub fn misfits(form: &dyn Form, answers: &Value) -> Vec<Finding> {
    let schema = form.schema().to_value();
    let mut found = Vec::new();
    let walk = Walk { form, root: &schema };
    walk.at(&schema, answers, &mut Vec::new(), &mut found);
    found
}

struct Walk<'a> {
    form: &'a dyn Form,
    root: &'a Value,
}

impl Walk<'_> {
    fn at(&self, schema: &Value, answer: &Value, path: &mut Vec<String>, found: &mut Vec<Finding>) {
        let schema = resolved(self.root, schema).0;
        match (expected(schema), answer) {
            // Nothing was said.
            (_, Value::Null) | (None, _) => {}
            (Some("table"), Value::Object(fields)) => {
                let known = schema.get("properties").and_then(Value::as_object);
                for (name, answer) in fields {
                    path.push(name.clone());
                    match known.and_then(|known| known.get(name)) {
                        Some(field) => self.at(field, answer, path, found),
                        None => found.push(self.unknown(path, known)),
                    }
                    path.pop();
                }
            }
            (Some("list"), Value::Array(places)) => {
                for (at, answer) in places.iter().enumerate() {
                    self.place(schema, &at.to_string(), answer, path, found);
                }
            }
            // A table with numbers as its keys answers places of a list.
            (Some("list"), Value::Object(places)) => {
                for (at, answer) in places {
                    self.place(schema, at, answer, path, found);
                }
            }
            (Some("yes-no"), Value::Bool(_)) => {}
            (Some("text"), Value::String(_)) => {}
            (Some("choice"), Value::String(word)) if words(schema).any(|known| known == word) => {}
            (Some("number"), Value::Number(number)) if within(schema, number) => {}
            (Some(expected), _) => found.push(self.unfit(expected, answer, path)),
        }
    }

    fn place(
        &self,
        list: &Value,
        at: &str,
        answer: &Value,
        path: &mut Vec<String>,
        found: &mut Vec<Finding>,
    ) {
        if let Some(items) = list.get("items") {
            path.push(at.to_owned());
            self.at(items, answer, path, found);
            path.pop();
        }
    }

    fn unfit(&self, expected: &str, answer: &Value, path: &[String]) -> Finding {
        let path = path.join(".");
        let allowed = choices_at(self.form, &path);
        let allowed: Vec<String> = allowed
            .into_iter()
            .map(|one| format!("{} ({} / {})", one.value, one.said.zh, one.said.en))
            .collect();
        let mut value: String = answer.to_string().chars().take(SHOWN).collect();
        if answer.to_string().chars().count() > SHOWN {
            value.push('…');
        }
        Finding::error("forms-answer-unfit")
            .with("form", self.form.id())
            .with("path", path)
            .with("expected", expected)
            .with("found", kind(answer))
            .with("value", value)
            .with("allowed", if allowed.is_empty() { "none".to_owned() } else { allowed.join(", ") })
    }

    fn unknown(&self, path: &[String], known: Option<&serde_json::Map<String, Value>>) -> Finding {
        let known: Vec<&str> = known.into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        Finding::error("forms-answer-unknown")
            .with("form", self.form.id())
            .with("path", path.join("."))
            .with("known", known.join(", "))
    }
}

/// What belongs into a place; nothing where the schema leaves it open.
fn expected(schema: &Value) -> Option<&'static str> {
    if words(schema).next().is_some() {
        return Some("choice");
    }
    let kinds = [
        ("object", "table"),
        ("array", "list"),
        ("boolean", "yes-no"),
        ("integer", "number"),
        ("number", "number"),
        ("string", "text"),
    ];
    kinds.into_iter().find(|(kind, _)| is(schema, kind)).map(|(_, expected)| expected)
}

fn words(schema: &Value) -> impl Iterator<Item = &str> {
    let plain = schema.get("enum").and_then(Value::as_array).into_iter().flatten();
    let described = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    plain.chain(described.filter_map(|one| one.get("const"))).filter_map(Value::as_str)
}

/// Whether a number is a whole one between the bounds of the schema.
fn within(schema: &Value, number: &serde_json::Number) -> bool {
    let bound = |name: &str| schema.get(name).and_then(Value::as_f64);
    let Some(value) = number.as_f64().filter(|_| !number.is_f64()) else { return is(schema, "number") };
    let most = match schema.get("format").and_then(Value::as_str) {
        Some("uint32") => Some(f64::from(u32::MAX)),
        _ => bound("maximum"),
    };
    bound("minimum").is_none_or(|least| value >= least) && most.is_none_or(|most| value <= most)
}

pub(crate) fn kind(answer: &Value) -> &'static str {
    match answer {
        Value::Null => "nothing",
        Value::Bool(_) => "yes-no",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "table",
    }
}

#[cfg(test)]
mod tests {
    use super::misfits;
    use crate::find;
    use redress_base::Arg;
    use serde_json::json;

    fn told(form: &str, answers: &serde_json::Value) -> Vec<(String, String, String)> {
        let found = misfits(find(form).unwrap(), answers);
        let arg = |args: &std::collections::BTreeMap<String, Arg>, name: &str| match args.get(name) {
            Some(Arg::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let one = |one: redress_base::Finding| {
            (one.code.clone(), arg(&one.args, "path"), arg(&one.args, "expected"))
        };
        found.into_iter().map(one).collect()
    }

    #[test]
    fn every_misfit_is_told_with_its_place() {
        let answers = json!({
            "court": 3, "mediation": "yes", "incidental": true, "help": { "items": "one", "askd": true },
            "prosecutors": { "0": { "name": true } }, "loss_exhibits": [-1, 2, 1.5],
        });
        let one = |code: &str, path: &str, expected: &str| {
            (format!("forms-answer-{code}"), path.to_owned(), expected.to_owned())
        };
        let mut found = told("complaint-defamation", &answers);
        found.sort();
        assert_eq!(
            found,
            [
                one("unfit", "court", "text"),
                one("unfit", "help.items", "list"),
                one("unfit", "loss_exhibits.0", "number"),
                one("unfit", "loss_exhibits.2", "number"),
                one("unfit", "mediation", "yes-no"),
                one("unfit", "prosecutors.0.name", "text"),
                one("unknown", "help.askd", ""),
            ]
        );
    }

    #[test]
    fn a_word_outside_its_list_comes_with_the_list() {
        let found = misfits(find("legal-aid-application").unwrap(), &json!({ "role": "prosecutor" }));
        let Some(Arg::Text(allowed)) = found.first().unwrap().args.get("allowed") else {
            panic!("{found:?}")
        };
        assert!(allowed.contains("private-prosecutor (自诉案件的自诉人 / Private prosecutor)"), "{allowed}");
        assert!(
            misfits(find("legal-aid-application").unwrap(), &json!({ "role": "private-prosecutor" }))
                .is_empty()
        );
        assert!(told("legal-aid-application", &json!({ "services": ["advice"] })).is_empty());
        assert_eq!(told("legal-aid-application", &json!([])).len(), 1);
    }

    #[test]
    fn what_the_forms_fill_fits_them() {
        for form in crate::forms() {
            let path = format!("{}/../../forms/{}/samples/full.json", env!("CARGO_MANIFEST_DIR"), form.id());
            #[expect(clippy::disallowed_methods, reason = "a test reads the sample beside it")]
            let text = std::fs::read_to_string(path).unwrap();
            assert_eq!(misfits(*form, &serde_json::from_str(&text).unwrap()), [], "{}", form.id());
        }
    }
}
