//! No name that stands in an input survives its masking, wherever somebody wrote it; what is counted again does.

use crate::samples::samples;
use redress_forms::{figures_of, forms, masked};
use serde_json::{Map, Value};

/// What stands in the sealed evidence, or is the vocabulary's: in which tables (by their fields), and which fields.
fn sealed(table: &Map<String, Value>, field: &str) -> bool {
    let has = |fields: &[&str]| fields.iter().all(|one| table.contains_key(*one));
    let statement = ["id", "words", "account", "platform", "post", "link", "first", "last"];
    (has(&["figure", "unit", "count"]))
        || (has(&["at", "sha256", "sm3"]) && ["name", "kind"].contains(&field))
        || (has(&["id", "words", "account", "figures"]) && statement.contains(&field))
        || (has(&["term", "zh", "en", "said"]) && ["zh", "en"].contains(&field))
        || (has(&["value", "standing"]) && field == "value")
}

/// Every other text becomes a name.
fn planted(value: &Value, name: &str) -> (Value, usize) {
    let mut count = 0;
    let value = plant(value, name, &mut count);
    (value, count)
}

fn plant(value: &Value, name: &str, count: &mut usize) -> Value {
    match value {
        Value::Object(table) => {
            let each = |(field, value): (&String, &Value)| {
                let stays = sealed(table, field) && (value.is_string() || table.contains_key("figure"));
                (field.clone(), if stays { value.clone() } else { plant(value, name, count) })
            };
            Value::Object(table.iter().map(each).collect())
        }
        Value::Array(all) => Value::Array(all.iter().map(|one| plant(one, name, count)).collect()),
        Value::String(_) => {
            *count += 1;
            Value::from(name)
        }
        other => other.clone(),
    }
}

/// All texts of the fields that are kept, in order.
fn kept(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(table) => {
            for (field, value) in table {
                match value {
                    Value::String(text)
                        if sealed(table, field) || ["sha256", "sm3"].contains(&field.as_str()) =>
                    {
                        found.push(text.clone());
                    }
                    _ => kept(value, found),
                }
            }
        }
        Value::Array(all) => all.iter().for_each(|one| kept(one, found)),
        _ => {}
    }
}

#[test]
fn a_name_in_any_field_of_any_form_never_survives() {
    let mut all = 0;
    for form in forms() {
        for (sample, input) in samples(*form) {
            for name in [
                "欧阳真名",
                "Ouyang Zhenming",
                "ouyangzhenming7@mail.invalid",
                "13912345678",
                "11010519491231002X",
            ] {
                let (planted, count) = planted(&input, name);
                let shown = masked(&planted).to_string();
                assert!(!shown.contains(name), "{} {sample}: {name}", form.id());
                all += count;
            }
        }
    }
    assert!(all > 5_000, "{all}");
}

#[test]
fn figures_statements_and_check_values_survive() {
    let mut all = 0;
    for form in forms() {
        for (sample, input) in samples(*form) {
            let shown = masked(&input);
            assert_eq!(figures_of(&shown), figures_of(&input), "{} {sample}", form.id());
            let (mut before, mut after) = (Vec::new(), Vec::new());
            kept(&input, &mut before);
            kept(&shown, &mut after);
            assert_eq!(before, after, "{} {sample}", form.id());
            all += before.len();
        }
    }
    assert!(all > 500, "{all}");
}
