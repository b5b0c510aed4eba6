//! Answers that pick something out of the file: a service that the material names, an exhibit by its number. What is not
//! there is refused, with what is.

use crate::Form;
use redress_base::{Fault, Finding, Refusal};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// A place of an input, and what may stand there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Offered {
    /// The field.
    pub field: &'static str,
    /// What may stand there.
    pub values: Vec<OfferedValue>,
}

/// Something that the file has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OfferedValue {
    /// As it is written in a file of answers.
    pub value: String,
    /// What it is called, where that is something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl Offered {
    /// Exhibits by their numbers.
    pub(crate) fn exhibits(field: &'static str, all: &[crate::ExhibitPart]) -> Offered {
        let value = |one: &crate::ExhibitPart| OfferedValue {
            value: one.at.number.to_string(),
            name: Some(one.name.clone()),
        };
        Offered { field, values: all.iter().map(value).collect() }
    }

    /// Words that the material uses.
    pub(crate) fn words<'w>(field: &'static str, all: impl Iterator<Item = &'w String>) -> Offered {
        Offered { field, values: all.map(|word| OfferedValue { value: word.clone(), name: None }).collect() }
    }
}

/// Refuses an answer that picks what the file does not have; `answered` is the input with the answers laid over it. The code
/// is `forms-answer-not-on-file`.
pub(crate) fn on_file(form: &dyn Form, answered: &Value, answers: &Value) -> Result<(), Refusal> {
    // An input that does not read is refused by its layout, which says where.
    let Ok(all) = form.offered(answered) else { return Ok(()) };
    for offered in all {
        let said = answers.get(offered.field).and_then(|_| answered.get(offered.field));
        let one_by_one = |said: &'_ Value| said.as_array().cloned().unwrap_or_else(|| vec![said.clone()]);
        for value in said.map(one_by_one).unwrap_or_default() {
            let plain = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            if value.is_null() || offered.values.iter().any(|known| known.value == plain) {
                continue;
            }
            let named = |OfferedValue { value, name }: &OfferedValue| match name {
                Some(name) => format!("{value} ({name})"),
                None => value.clone(),
            };
            let known: Vec<String> = offered.values.iter().map(named).collect();
            let found = Finding::error("forms-answer-not-on-file")
                .with("form", form.id())
                .with("path", offered.field)
                .with("value", plain)
                .with("known", known.join(", "));
            return Err(found.refuse(Fault::Input));
        }
    }
    Ok(())
}
