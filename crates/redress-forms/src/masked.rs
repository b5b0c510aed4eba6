//! An input without what identifies persons: for a bundle, which carries what its purpose needs and no more.
//!
//! What is not known to be nobody's data is masked, so that a field which somebody adds to a form is masked until it is
//! named here. Kept are numbers, figures, exhibits by name and check value, the words of statements (they stand in the
//! sealed evidence beside it), facts of the vocabulary, ids, days, and the words of closed lists.

use crate::answers::is_figure;
use redress_paper::PaperFigure;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// What stands in place of a value.
const MASK: &str = "＊＊＊";
/// Tables known by fields that all stand in them, and what of each is kept as it is.
const TABLES: [(&[&str], &[&str]); 5] = [
    // A person: which party it is, and how they stand to another. Words of closed lists and ids, looked at as such.
    (&["name", "id_number"], &[]),
    (&["at", "sha256", "sm3"], &["name", "kind"]),
    (
        &["id", "words", "account", "figures"],
        &["words", "account", "platform", "post", "link", "first", "last"],
    ),
    (&["term", "zh", "en", "said"], &["zh", "en"]),
    (&["value", "standing"], &["value"]),
];
/// Days that are a person's own.
const OWN_DAYS: [&str; 2] = ["birth", "died"];
/// Fields that hold a word of the vocabulary, which no schema lists.
const TERMS: [&str; 2] = ["term", "choice"];

/// The input with every text masked that may say who somebody is.
pub fn masked(input: &Value) -> Value {
    of("", input)
}

/// A value that stands in a field.
fn of(field: &str, value: &Value) -> Value {
    match value {
        Value::Object(fields) if is_figure(fields) && figure(value) => value.clone(),
        Value::Object(fields) => {
            let kept = kept_of(fields);
            let each = |(name, value): (&String, &Value)| {
                let shown = value.is_string() && kept.contains(&name.as_str());
                (name.clone(), if shown { value.clone() } else { of(name, value) })
            };
            Value::Object(fields.iter().map(each).collect())
        }
        Value::Array(places) => Value::Array(places.iter().map(|one| of(field, one)).collect()),
        Value::String(text) if !nobodys(field, text) => Value::from(MASK),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
    }
}

/// A figure and nothing beside it: a table that only looks like one is masked as any other.
fn figure(value: &Value) -> bool {
    let read = serde_json::from_value::<PaperFigure>(value.clone());
    read.is_ok_and(|figure| figure.figure.bytes().all(|byte| byte.is_ascii_graphic()))
}

/// What of a table is kept as it is.
fn kept_of(fields: &Map<String, Value>) -> &'static [&'static str] {
    let known = TABLES.iter().find(|(marks, _)| marks.iter().all(|mark| fields.contains_key(*mark)));
    known.map_or(&[], |(_, kept)| kept)
}

/// Whether a text is an id, a day, a check value or a word of a closed list.
fn nobodys(field: &str, text: &str) -> bool {
    let term = || {
        TERMS.contains(&field)
            && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-'))
            && longest_run(text) < 4
    };
    text.is_empty()
        || id(text)
        || check_value(text)
        || (day(text) && !OWN_DAYS.contains(&field))
        || listed(text)
        || term()
}

/// `item-000001`, `st-3f2a9c01`, `party-01`, `rd-0011223344556677`: a kind, and a number or digits of a digest.
fn id(text: &str) -> bool {
    let Some((kind, number)) = text.split_once('-') else { return false };
    match kind {
        "item" | "party" => {
            (1..=20).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
        }
        "st" | "rd" => (1..=64).contains(&number.len()) && number.bytes().all(is_hex),
        _ => false,
    }
}

fn is_hex(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

/// SHA-256 or SM3.
fn check_value(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(is_hex)
}

/// `2026年4月20日` or `2026-04-20`.
fn day(text: &str) -> bool {
    let number = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let chinese = || {
        let (year, rest) = text.split_once('年')?;
        let (month, rest) = rest.split_once('月')?;
        Some((year, month, rest.strip_suffix('日')?))
    };
    let iso = || {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        Some((year, month, day))
    };
    let whole = |(year, month, day)| number(year, 4) && number(month, 2) && number(day, 2);
    chinese().is_some_and(whole) || iso().is_some_and(whole)
}

/// The longest row of digits.
fn longest_run(text: &str) -> usize {
    text.split(|char: char| !char.is_ascii_digit()).map(str::len).max().unwrap_or_default()
}

/// Whether it is a word of a closed list of some form's input. A name in Latin letters looks like one and is none.
fn listed(text: &str) -> bool {
    static WORDS: OnceLock<BTreeSet<String>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut words = BTreeSet::new();
        for form in crate::forms() {
            closed(form.schema().as_value(), &mut words);
        }
        words
    });
    words.contains(text)
}

/// The words of the closed lists in a schema: `enum` and `const`.
fn closed(schema: &Value, words: &mut BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            for (name, value) in fields {
                match (name.as_str(), value) {
                    ("const", Value::String(word)) => drop(words.insert(word.clone())),
                    ("enum", Value::Array(all)) => {
                        words.extend(all.iter().filter_map(Value::as_str).map(str::to_owned));
                    }
                    _ => closed(value, words),
                }
            }
        }
        Value::Array(all) => all.iter().for_each(|one| closed(one, words)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::masked;
    use serde_json::json;

    #[test]
    fn a_person_is_masked_and_a_figure_stays() {
        let input = json!({
            "submitted_by": "温某",
            "prosecutors": [{ "party": "party-01", "name": "wen", "phone": "13800000000", "id_number": "110",
                "birth": "1994年5月6日", "relation": "parent" }],
            "applicants": [{ "deceased": "温某", "died": "2026年3月1日", "relation": "sibling" }],
            "defendants": [{ "unknown": true, "named_accounts": "zhang-wei", "person": { "name": null, "id_number": null } }],
            "statements": [{ "id": "st-1", "words": "原话", "account": "某", "link": null, "first": "2026年1月1日",
                "figures": [{ "figure": "st-1.views", "unit": "views", "count": { "lower": 1, "upper": 1 }, "exhibits": [] }] }],
            "date": "2026年4月20日", "on": "2026-04-20", "grounds": ["party-01 温某", "见证据3"],
        });
        let masked = masked(&input);
        let mask = json!("＊＊＊");
        assert_eq!(masked["submitted_by"], mask);
        let person = json!({ "party": "party-01", "name": mask, "phone": mask, "id_number": mask, "birth": mask,
            "relation": "parent" });
        assert_eq!(masked["prosecutors"], json!([person]));
        assert_eq!(masked["applicants"], json!([{ "deceased": mask, "died": mask, "relation": "sibling" }]));
        assert_eq!(masked["defendants"][0]["named_accounts"], mask);
        assert_eq!(masked["defendants"][0]["unknown"], json!(true));
        assert_eq!(masked["defendants"][0]["person"]["name"], json!(null));
        assert_eq!(masked["statements"], input["statements"]);
        assert_eq!((&masked["date"], &masked["on"]), (&input["date"], &input["on"]));
        assert_eq!(masked["grounds"], json!([mask, mask]));
    }
}
