//! The words of closed lists: what a person picks from, each value with its word in both languages.

use crate::Form;
use crate::questions::{resolved, schema_at};
use crate::sealed::{Hold, hold_at};
use redress_paper::Fixed;
use redress_words::{Language, Words};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// One value that an answer may have, and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Choice {
    /// As it is written in a file of answers: `private-prosecutor`, `true`.
    pub value: String,
    /// Its word.
    pub said: Fixed,
}

/// Under which keys the words of a closed list stand in the texts of a form: a beginning, and then the value.
const LISTS: &[(&str, &[&str])] = &[
    ("ActKind", &["kind-"]),
    ("AidExempt", &["exempt-"]),
    ("AidRole", &["role-"]),
    ("AidService", &["service-"]),
    ("Barrier", &["barrier-"]),
    ("Because", &["because-"]),
    // Two lists have this name: what a civil suit is about, and why a platform is asked something.
    ("Cause", &["cause-", "ask-"]),
    ("Complaining", &["complaining-"]),
    ("Conduct", &["conduct-"]),
    ("Field", &["field-"]),
    ("Measure", &["measure-"]),
    ("Offence", &["offence-"]),
    ("PreservationTime", &["time-"]),
    ("RecommendationKind", &["title-"]),
    ("Relation", &["relation-"]),
    ("Service", &["way-"]),
    ("Transfer", &["way-"]),
];
/// Questions of yes and no that are answered by agreeing.
const AGREED: [&str; 2] = ["mediation", "mediation_civil"];

/// What may stand in a place of a form's input, with its words; nothing where any text may.
pub fn choices_at(form: &dyn Form, path: &str) -> Vec<Choice> {
    let schema = form.schema().to_value();
    schema_at(&schema, path).map(|here| of(form, &schema, here, path)).unwrap_or_default()
}

/// Every place of a form's input that a person answers out of a closed list. A place of a list is called `0`.
pub fn choices(form: &dyn Form) -> Vec<(String, Vec<Choice>)> {
    let schema = form.schema().to_value();
    let mut found = Vec::new();
    walk(form, &schema, &schema, &mut Vec::new(), &mut found);
    found
}

fn walk(
    form: &dyn Form,
    root: &Value,
    here: &Value,
    path: &mut Vec<String>,
    found: &mut Vec<(String, Vec<Choice>)>,
) {
    // No input is as deep as this: a schema that refers to itself would be.
    if path.len() > 8 {
        return;
    }
    let here = resolved(root, here).0;
    for (name, field) in here.get("properties").and_then(Value::as_object).into_iter().flatten() {
        path.push(name.clone());
        let at = path.join(".");
        if hold_at(form, &at) != Hold::Sealed {
            let own = schema_at(root, &at).map(|here| words_of(form, root, here)).unwrap_or_default();
            match own.is_empty() {
                true => walk(form, root, field, path, found),
                false => found.push((at, own)),
            }
        }
        path.pop();
    }
    if let Some(items) = here.get("items") {
        path.push("0".to_owned());
        walk(form, root, items, path, found);
        path.pop();
    }
}

fn of(form: &dyn Form, root: &Value, here: &Value, path: &str) -> Vec<Choice> {
    let words = words_of(form, root, here);
    if !words.is_empty() || !is(here, "boolean") {
        return words;
    }
    let field = path.rsplit('.').next().unwrap_or_default();
    let (yes, no) = if AGREED.contains(&field) { ("agree", "disagree") } else { ("yes", "no") };
    let choice =
        |value: &str, key| Choice { value: value.to_owned(), said: text(form, key).unwrap_or_default() };
    vec![choice("true", yes), choice("false", no)]
}

/// The words of the closed list that stands here, or whose words a list that stands here holds.
fn words_of(form: &dyn Form, root: &Value, here: &Value) -> Vec<Choice> {
    let (here, name) = match here.get("items") {
        Some(items) => resolved(root, items),
        None => (here, list_name(root, here)),
    };
    let plain = here.get("enum").and_then(Value::as_array).into_iter().flatten();
    let described = here.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    let described = described.filter_map(|one| one.get("const"));
    let values = plain.chain(described).filter_map(Value::as_str);
    values.map(|value| Choice { value: value.to_owned(), said: said(form, name, value) }).collect()
}

/// The name under which a schema is defined.
fn list_name<'s>(root: &'s Value, here: &Value) -> &'s str {
    let defined = root.get("$defs").and_then(Value::as_object).into_iter().flatten();
    defined.filter(|(_, one)| *one == here).map(|(name, _)| name.as_str()).next().unwrap_or_default()
}

/// The word of a value. A body has the name that the program gives it everywhere; a value that nobody gave a word is said as it
/// is written, and a test over every form finds it.
fn said(form: &dyn Form, list: &str, value: &str) -> Fixed {
    if list == "Body" {
        let say = |language| Words::of(language).say(&format!("forms-body-{value}"), &[]);
        return Fixed::new(say(Language::ZhHans), say(Language::En));
    }
    let beginnings = LISTS.iter().filter(|(name, _)| *name == list).flat_map(|(_, all)| all.iter());
    let keys: Vec<String> = beginnings.map(|beginning| format!("{beginning}{value}")).collect();
    let of = |form: &dyn Form| keys.iter().find_map(|key| text(form, key));
    // A form whose input has a list that it never prints has no words for it; another form does.
    let elsewhere = || crate::forms().iter().find_map(|form| of(*form));
    of(form).or_else(elsewhere).unwrap_or_else(|| Fixed::new(value, value))
}

/// A text of the form.
pub(crate) fn text(form: &dyn Form, key: &str) -> Option<Fixed> {
    let words = form.text().ok()?.texts.get(key)?;
    Some(Fixed::new(words.zh.as_str(), words.en.as_str()))
}

pub(crate) fn is(schema: &Value, kind: &str) -> bool {
    match schema.get("type") {
        Some(Value::String(one)) => one == kind,
        Some(Value::Array(many)) => many.iter().any(|one| one == kind),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{choices, choices_at};
    use crate::{find, forms};

    #[test]
    fn every_value_that_a_person_picks_has_its_word_in_both_languages() {
        let mut seen = 0;
        for form in forms() {
            for (path, all) in choices(*form) {
                for one in all {
                    let worded = |word: &str| !word.is_empty() && !word.contains(['{', '⟦']);
                    assert!(worded(&one.said.zh) && !one.said.zh.is_ascii(), "{} {path}: {one:?}", form.id());
                    assert!(worded(&one.said.en), "{} {path}: {one:?}", form.id());
                    seen += 1;
                }
            }
        }
        assert!(seen > 100, "{seen}");
    }

    #[test]
    fn yes_and_no_are_said_as_the_question_asks() {
        let form = find("complaint-defamation").unwrap();
        let words = |path| choices_at(form, path).into_iter().map(|one| one.said.zh).collect::<Vec<_>>();
        assert_eq!(words("help.asked"), ["是", "否"]);
        assert_eq!(words("mediation"), ["同意", "不同意"]);
        assert!(words("grounds").is_empty());
    }
}
