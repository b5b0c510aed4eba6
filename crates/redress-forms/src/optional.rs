//! What nobody has to answer for a form, and a person may.

use crate::Form;
use crate::questions::{AnswerKind, kind_at};
use crate::sealed::{Hold, hold_at};
use redress_paper::Fixed;
use serde_json::Value;
use std::collections::BTreeSet;

/// Fields that have a line of their own, or are no answer to a question.
const ELSEWHERE: [&str; 3] = ["left_out", "exhibits", "date"];

/// A place of an input that may be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Optional {
    /// The field.
    pub path: String,
    /// What it is called.
    pub label: Fixed,
}

/// The single answers of a form that are not among those `asked`.
pub fn optional(form: &dyn Form, asked: &BTreeSet<&str>) -> Vec<Optional> {
    let schema = form.schema().to_value();
    let fields = schema.get("properties").and_then(Value::as_object);
    let single = |name: &str| {
        !ELSEWHERE.contains(&name)
            && !asked.contains(name)
            && hold_at(form, name) == Hold::Open
            && !matches!(kind_at(form, name), AnswerKind::Table | AnswerKind::Tables)
    };
    let words = form.text().ok();
    let open = fields.into_iter().flatten().filter(|(name, _)| single(name));
    open.map(|(name, field)| {
        let own = name.replace('_', "-");
        // What a paper says itself makes a name only as far as nothing is put into it.
        let label = words.and_then(|words| {
            let named = words.texts.get(&format!("field-{own}"));
            named.or_else(|| words.texts.get(&own)).map(|words| (words.zh.as_str(), words.en.as_str()))
        });
        let label = label.map(|(zh, en)| Fixed { zh: before(zh), en: before(en) });
        // A field without words of its own is told by its description.
        let described = || field.get("description").and_then(Value::as_str).unwrap_or_default();
        let label = label.unwrap_or_else(|| Fixed { zh: described().to_owned(), en: described().to_owned() });
        Optional { path: name.clone(), label }
    })
    .collect()
}

/// A text up to the first place where something is put into it, without the colon before that place.
fn before(text: &str) -> String {
    let head = text.split('{').next().unwrap_or_default();
    head.trim_end_matches(['：', ':', ' ', '（', '(', '，', ',']).to_owned()
}
