//! What is wrong with the form of a line that is not a file of facts: every fault with a code of its own, all at once.

use crate::file::FactLine;
use crate::read::claim;
use crate::tree::Tree;
use redress_base::{Date, Finding};
use redress_facts::Vocabulary;

/// What a key takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    Text,
    Day,
    Number,
    Truth,
    List,
    Object,
    Standing,
    Form,
    Anything,
}

/// A key of a form: its name, what it takes, whether it must be there.
type Key = (&'static str, Takes, bool);

const FILE: [Key; 6] = [
    ("schema", Takes::Form, false),
    ("id", Takes::Text, true),
    ("at", Takes::Day, true),
    ("filed", Takes::Day, false),
    ("facts", Takes::List, true),
    ("readings", Takes::Object, false),
];

const FACT: [Key; 10] = [
    ("fact", Takes::Text, true),
    ("subject", Takes::Text, false),
    ("value", Takes::Anything, false),
    ("lo", Takes::Number, false),
    ("hi", Takes::Number, false),
    ("unit", Takes::Text, false),
    ("standing", Takes::Standing, true),
    ("as_of", Takes::Day, false),
    ("source", Takes::Text, false),
    ("against", Takes::Truth, false),
];

const STANDINGS: [&str; 7] = ["measured", "stated", "official", "admitted", "judged", "disputed", "unknown"];

/// Every fault of a line that could not be read as a file of facts; `error` is what the reader said of the first.
pub(crate) fn faults(
    text: &str,
    line: usize,
    error: &serde_json::Error,
    vocabulary: &Vocabulary,
) -> Vec<Finding> {
    let unread = |error: &serde_json::Error| {
        let code = if error.is_eof() { "inquiry-cut-short" } else { "inquiry-not-json" };
        vec![Finding::error(code).with("line", line).with("column", column(text, error))]
    };
    let members = match serde_json::from_str(text) {
        Err(error) => return unread(&error),
        Ok(Tree::Object(members)) => members,
        Ok(other) => {
            return vec![
                Finding::error("inquiry-not-an-object").with("line", line).with("found", other.kind()),
            ];
        }
    };
    let mut found = of_object(&members, &FILE, 0);
    let at = member(&members, "at").and_then(Tree::text).and_then(|text| text.parse().ok());
    if let Some(Tree::List(entries)) = member(&members, "facts") {
        for (number, entry) in (1usize..).zip(entries) {
            found.extend(of_entry(entry, number, at, vocabulary));
        }
    }
    if let Some(Tree::Object(readings)) = member(&members, "readings") {
        let wrong = readings.iter().filter(|(_, value)| value.text().is_none());
        found.extend(wrong.map(|(key, value)| unfit(key, value, Takes::Text).with("entry", 0usize)));
    }
    if found.is_empty() {
        return unread(error);
    }
    let id = member(&members, "id").and_then(Tree::text).unwrap_or("–");
    found.into_iter().map(|one| one.with("line", line).with("id", id)).collect()
}

/// The column of an error in characters; the reader counts bytes.
fn column(text: &str, error: &serde_json::Error) -> usize {
    let row = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    row.char_indices().take_while(|(at, _)| *at < error.column()).count()
}

fn member<'t>(members: &'t [(String, Tree)], key: &str) -> Option<&'t Tree> {
    members.iter().find(|(name, _)| name == key).map(|(_, value)| value)
}

/// The faults of one entry of `facts`: of its form, or else of what it says.
fn of_entry(entry: &Tree, number: usize, at: Option<Date>, vocabulary: &Vocabulary) -> Vec<Finding> {
    let Tree::Object(members) = entry else {
        return vec![unfit("facts", entry, Takes::Object).with("entry", number)];
    };
    let mut found = of_object(members, &FACT, number);
    if found.is_empty()
        && let Some(one) = serde_json::from_value::<FactLine>(entry.value()).ok()
        && let Some(day) = at.or(one.as_of)
        && let Err(finding) = claim(&one, day, vocabulary)
    {
        found.push(finding.with("entry", number));
    }
    found
}

fn of_object(members: &[(String, Tree)], keys: &[Key], entry: usize) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, (name, value)) in members.iter().enumerate() {
        let twice = members.iter().take(at).any(|(other, _)| other == name);
        let known = keys.iter().find(|(key, _, _)| key == name);
        match known {
            _ if twice => found.push(Finding::error("inquiry-key-twice").with("key", name.as_str())),
            None => found.push(unknown(name, keys)),
            Some((_, takes, needed)) if !fits(value, *takes, *needed) => {
                found.push(unfit(name, value, *takes));
            }
            Some(_) => {}
        }
    }
    let missing = keys.iter().filter(|(key, _, needed)| *needed && member(members, key).is_none());
    found.extend(missing.map(|(key, _, _)| Finding::error("inquiry-key-missing").with("key", *key)));
    found.into_iter().map(|one| one.with("entry", entry)).collect()
}

fn unknown(name: &str, keys: &[Key]) -> Finding {
    let near = redress_facts::nearest(name, keys.iter().map(|(key, _, _)| *key));
    let known: Vec<&str> = keys.iter().map(|(key, _, _)| *key).collect();
    let code = if near.is_some() { "inquiry-key-unknown-near" } else { "inquiry-key-unknown" };
    let finding = Finding::error(code).with("key", name).with("known", known.join(", "));
    finding.with("near", near.unwrap_or_default())
}

/// Whether a value is what a key takes. `null` says nothing, which only a key that may be left out can do.
fn fits(value: &Tree, takes: Takes, needed: bool) -> bool {
    if matches!(value, Tree::Leaf(serde_json::Value::Null)) {
        return takes == Takes::Anything || (!needed && !matches!(takes, Takes::Truth | Takes::Object));
    }
    match takes {
        Takes::Anything => true,
        Takes::Text => value.text().is_some(),
        Takes::Day => value.text().is_some_and(|text| text.parse::<Date>().is_ok()),
        Takes::Number => matches!(value, Tree::Leaf(leaf) if leaf.as_u64().is_some()),
        Takes::Truth => matches!(value, Tree::Leaf(leaf) if leaf.is_boolean()),
        Takes::List => matches!(value, Tree::List(_)),
        Takes::Object => matches!(value, Tree::Object(_)),
        Takes::Standing => value.text().is_some_and(|text| STANDINGS.contains(&text)),
        Takes::Form => value.text() == Some(crate::File::SCHEMA),
    }
}

fn unfit(key: &str, value: &Tree, takes: Takes) -> Finding {
    let (code, word) = match takes {
        Takes::Day => ("inquiry-bad-day", "day"),
        Takes::Standing => ("inquiry-bad-standing", "standing"),
        Takes::Form => ("inquiry-other-form", "form"),
        Takes::Number => ("inquiry-wrong-type", "number"),
        Takes::Truth => ("inquiry-wrong-type", "truth"),
        Takes::List => ("inquiry-wrong-type", "list"),
        Takes::Object => ("inquiry-wrong-type", "object"),
        Takes::Text | Takes::Anything => ("inquiry-wrong-type", "text"),
    };
    let finding = Finding::error(code).with("key", key).with("found", value.short());
    if code == "inquiry-wrong-type" { finding.with("takes", word) } else { finding }
}

#[cfg(test)]
mod tests {
    use super::{FACT, FILE, Key, STANDINGS};
    use crate::file::{FactLine, File, LineStanding};
    use serde_json::{Value, json};
    use std::collections::BTreeSet;

    /// Names and needs of the keys, as the schema of the type has them.
    fn of_schema(schema: &Value) -> BTreeSet<(String, bool)> {
        let needed = |key: &str| schema["required"].as_array().is_some_and(|all| all.contains(&json!(key)));
        let keys = schema["properties"].as_object().into_iter().flat_map(|all| all.keys());
        keys.map(|key| (key.clone(), needed(key))).collect()
    }

    fn of_table(keys: &[Key]) -> BTreeSet<(String, bool)> {
        keys.iter().map(|(key, _, needed)| ((*key).to_owned(), *needed)).collect()
    }

    #[test]
    fn the_keys_are_those_of_the_form() {
        assert_eq!(of_table(&FILE), of_schema(&json!(schemars::schema_for!(File))));
        assert_eq!(of_table(&FACT), of_schema(&json!(schemars::schema_for!(FactLine))));
        let schema = json!(schemars::schema_for!(LineStanding));
        let words: BTreeSet<&str> = schema["oneOf"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|one| one["const"].as_str())
            .collect();
        assert_eq!(words, BTreeSet::from(STANDINGS));
    }
}
