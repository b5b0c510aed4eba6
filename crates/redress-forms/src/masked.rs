//! An input without what identifies persons: for a bundle, which carries what its purpose needs and no more.

use serde_json::Value;

/// What marks a table as a person: both fields stand in every person part.
const MARKS: [&str; 2] = ["name", "id_number"];
/// What of a person is not personal: which party it is, and how they stand to another.
const KEPT: [&str; 5] = ["party", "organisation", "relation", "because", "acts_for"];
/// What stands in place of a value.
const MASK: &str = "＊＊＊";

/// The input with every detail of every person masked, and the accounts that somebody named for a party. Numbers,
/// statements and exhibits stay: they are in the sealed evidence beside it.
pub fn masked(input: &Value) -> Value {
    match input {
        Value::Object(fields) => {
            let person = MARKS.iter().all(|mark| fields.contains_key(*mark));
            let of = |(name, value): (&String, &Value)| {
                let hide = person && !KEPT.contains(&name.as_str()) || name == "named_accounts";
                let shown = if hide && value.is_string() { Value::from(MASK) } else { masked(value) };
                (name.clone(), shown)
            };
            Value::Object(fields.iter().map(of).collect())
        }
        Value::Array(places) => Value::Array(places.iter().map(masked).collect()),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::masked;
    use serde_json::json;

    #[test]
    fn a_person_is_masked_and_a_figure_stays() {
        let input = json!({
            "prosecutors": [{ "party": "party-01", "name": "温某", "phone": "138", "id_number": "110" }],
            "defendants": [{ "unknown": true, "named_accounts": "@某人", "person": { "name": null, "id_number": null } }],
            "statements": [{ "figures": [{ "figure": "st-1.views", "count": { "lower": 1, "upper": 1 } }] }],
        });
        let masked = masked(&input);
        assert_eq!(masked["prosecutors"][0]["party"], "party-01");
        assert_eq!(masked["prosecutors"][0]["name"], "＊＊＊");
        assert_eq!(masked["prosecutors"][0]["phone"], "＊＊＊");
        assert_eq!(masked["defendants"][0]["named_accounts"], "＊＊＊");
        assert_eq!(masked["defendants"][0]["person"]["name"], json!(null));
        assert_eq!(masked["statements"], input["statements"]);
    }
}
