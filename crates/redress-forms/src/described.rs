//! What whoever signs says of the exhibits, once for all papers: what each is called and proves, where its original is, and
//! whether it is handed in. Check values, sources and times stay what the file says.

use crate::misfit::kind;
use redress_base::{Fault, Finding, Refusal};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The table of the answers in which it stands, by the number of the exhibit: `[exhibits.3]`.
pub const EXHIBITS: &str = "exhibits";

/// What may be said of an exhibit, and whether it is a text.
const SAYABLE: [(&str, bool); 4] =
    [("name", true), ("proves", true), ("original", true), ("left_out", false)];

/// What of the table cannot be meant: a key that is no number, a field that there is not, a value of another kind. The codes
/// are those of any answer.
pub fn misdescribed(table: &Value) -> Vec<Finding> {
    let known: Vec<&str> = SAYABLE.iter().map(|(field, _)| *field).collect();
    let unfit = |path: &str, expected: &str, value: &Value| {
        let shown: String = value.to_string().chars().take(40).collect();
        let found = Finding::error("forms-answer-unfit").with("form", EXHIBITS).with("path", path);
        let found = found.with("expected", expected).with("found", kind(value)).with("value", shown);
        found.with("allowed", "none")
    };
    let Some(numbers) = table.as_object() else { return vec![unfit("", "table", table)] };
    let mut found = Vec::new();
    for (number, said) in numbers {
        let fields = said.as_object().filter(|_| number.parse::<u32>().is_ok_and(|number| number > 0));
        let Some(fields) = fields else {
            found.push(unfit(number, "table", said));
            continue;
        };
        for (field, value) in fields {
            let path = format!("{number}.{field}");
            match SAYABLE.iter().find(|(known, _)| known == field) {
                None => {
                    let unknown = Finding::error("forms-answer-unknown").with("form", EXHIBITS);
                    found.push(unknown.with("path", path).with("known", known.join(", ")));
                }
                Some((_, true)) if !value.is_string() => found.push(unfit(&path, "text", value)),
                Some((_, false)) if !value.is_boolean() => found.push(unfit(&path, "yes-no", value)),
                Some(_) => {}
            }
        }
    }
    found
}

/// Lays what is said of the exhibits over every exhibit of an input.
///
/// # Errors
/// `Input` where the table does not fit, or names an exhibit that the list of the case does not have (`listed` long).
pub fn describe(input: &mut Value, table: &Value, listed: usize) -> Result<(), Refusal> {
    if let Some(found) = misdescribed(table).into_iter().next() {
        return Err(found.refuse(Fault::Input));
    }
    let said = table.as_object().into_iter().flatten();
    let said: Map<String, Value> = said.map(|(number, said)| (number.clone(), said.clone())).collect();
    for number in said.keys() {
        if number.parse::<usize>().is_ok_and(|number| number > listed) {
            let found = Finding::error("forms-exhibit-unknown").with("number", number.as_str());
            return Err(found.with("listed", listed).refuse(Fault::Input));
        }
    }
    if !said.is_empty() {
        lay(input, &said);
    }
    Ok(())
}

fn lay(value: &mut Value, said: &Map<String, Value>) {
    match value {
        Value::Object(fields) => {
            let number = exhibit_of(fields).map(|number| number.to_string());
            if let Some(Value::Object(own)) = number.and_then(|number| said.get(&number)) {
                fields.extend(own.iter().map(|(field, value)| (field.clone(), value.clone())));
            }
            fields.values_mut().for_each(|value| lay(value, said));
        }
        Value::Array(places) => places.iter_mut().for_each(|value| lay(value, said)),
        _ => {}
    }
}

/// The number of the exhibit that an object describes: exhibits alone have both a place in the list and a check value.
fn exhibit_of(fields: &Map<String, Value>) -> Option<u64> {
    fields.get("sha256")?;
    fields.get("at")?.get("number")?.as_u64()
}

/// An exhibit that a paper hands in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HandedIn {
    /// Its number in the list.
    pub number: u64,
    /// The item that it is.
    pub item: String,
    /// The name under which it was sealed.
    pub file: String,
    /// Whether anything stands in the paper of what it proves (证明目的; 法释〔2019〕19号 19, in force 2020-05-01, O).
    pub purpose: bool,
}

/// Papers that show or hand over the exhibits themselves and say of none what it proves.
const WITHOUT_PURPOSE: [&str; 2] = ["evidence-volume", "transfer-sheet"];
/// Papers that quote exhibits by their numbers and hand none in.
const QUOTING: [&str; 3] =
    ["evidence-collection-application", "evidence-preservation-application", "police-help-request"];

/// The exhibits that an input of this form hands in, in the order of their numbers.
pub fn handed_in(form: &str, input: &Value) -> Vec<HandedIn> {
    let mut found = BTreeSet::new();
    if !QUOTING.contains(&form) {
        hand_in(input, &mut found);
    }
    let needless = WITHOUT_PURPOSE.contains(&form);
    found.into_iter().map(|one| HandedIn { purpose: one.purpose || needless, ..one }).collect()
}

fn hand_in(value: &Value, found: &mut BTreeSet<HandedIn>) {
    match value {
        Value::Object(fields) => {
            let out = fields.get("left_out") == Some(&Value::Bool(true));
            if let Some(number) = exhibit_of(fields).filter(|_| !out) {
                let text = |value: Option<&Value>| {
                    value.and_then(Value::as_str).unwrap_or_default().trim().to_owned()
                };
                let shows = fields.get("shows").and_then(Value::as_array).is_some_and(|all| !all.is_empty());
                found.insert(HandedIn {
                    number,
                    item: text(fields.get("at").and_then(|at| at.get("item"))),
                    file: text(fields.get("file")),
                    purpose: shows || !text(fields.get("proves")).is_empty(),
                });
            }
            fields.values().for_each(|value| hand_in(value, found));
        }
        Value::Array(places) => places.iter().for_each(|value| hand_in(value, found)),
        _ => {}
    }
}

/// The exhibits of an input, by number, each with the name under which it was sealed.
pub fn described(input: &Value) -> BTreeMap<u64, String> {
    let mut found = BTreeMap::new();
    name(input, &mut found);
    found
}

fn name(value: &Value, found: &mut BTreeMap<u64, String>) {
    match value {
        Value::Object(fields) => {
            if let Some(number) = exhibit_of(fields) {
                let file = fields.get("file").and_then(Value::as_str).unwrap_or_default();
                found.insert(number, file.to_owned());
            }
            fields.values().for_each(|value| name(value, found));
        }
        Value::Array(places) => places.iter().for_each(|value| name(value, found)),
        _ => {}
    }
}

/// The numbers of the exhibits that an input, or what is said for all papers, leaves out and points to all the same: a reader would look for them.
pub fn missed(input: &Value, said: Option<&Value>) -> Vec<u64> {
    let out = |one: &Value| one.get("left_out") == Some(&Value::Bool(true));
    let table = said.and_then(Value::as_object).into_iter().flatten().filter(|(_, one)| out(one));
    let mut left_out: BTreeSet<u64> = table.filter_map(|(number, _)| number.parse().ok()).collect();
    let mut cited = BTreeSet::new();
    collect(input, &mut left_out, &mut cited);
    left_out.intersection(&cited).copied().collect()
}

fn collect(value: &Value, left_out: &mut BTreeSet<u64>, cited: &mut BTreeSet<u64>) {
    match value {
        Value::Object(fields) => {
            let own = exhibit_of(fields);
            left_out.extend(own.filter(|_| fields.get("left_out") == Some(&Value::Bool(true))));
            if fields.contains_key("item") {
                cited.extend(fields.get("number").and_then(Value::as_u64));
            }
            for (field, value) in fields {
                // Its own place in the list points nowhere else.
                if own.is_none() || field != "at" {
                    collect(value, left_out, cited);
                }
            }
        }
        Value::Array(places) => places.iter().for_each(|value| collect(value, left_out, cited)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{describe, handed_in, misdescribed, missed};
    use serde_json::json;

    /// 法释〔2019〕19号 19 (in force 2020-05-01): each exhibit is handed in with what it proves; what is left out is not handed in.
    #[test]
    fn what_is_handed_in_without_a_purpose_is_known() {
        let mut input = json!({ "exhibits": [exhibit(1), exhibit(2), exhibit(3), exhibit(4)] });
        input["exhibits"][0]["proves"] = json!(" ");
        input["exhibits"][1]["proves"] = json!("报案");
        input["exhibits"][2]["shows"] = json!([{}]);
        input["exhibits"][3]["left_out"] = json!(true);
        let found: Vec<(u64, bool)> =
            handed_in("civil-complaint", &input).iter().map(|one| (one.number, one.purpose)).collect();
        assert_eq!(found, [(1, false), (2, true), (3, true)]);
        assert!(handed_in("evidence-volume", &input).iter().all(|one| one.purpose));
        assert_eq!(handed_in("police-help-request", &input), []);
    }

    fn exhibit(number: u64) -> serde_json::Value {
        json!({ "at": { "number": number, "item": "item-0001" }, "name": "a.csv", "sha256": "00" })
    }

    /// 法释〔2019〕19号 19 (in force 2020-05-01, O): name, object of proof and original, wherever the exhibit stands.
    #[test]
    fn what_is_said_of_an_exhibit_stands_wherever_it_is_listed() {
        let mut input = json!({ "exhibits": [exhibit(1), { "exhibit": exhibit(2), "posts": [] }] });
        let said = json!({ "2": { "name": "微博截图", "original": "手机", "left_out": true } });
        describe(&mut input, &said, 2).unwrap();
        assert_eq!(input["exhibits"][0]["name"], "a.csv");
        assert_eq!(input["exhibits"][1]["exhibit"]["name"], "微博截图");
        assert_eq!(input["exhibits"][1]["exhibit"]["left_out"], true);
        let refusal = describe(&mut input, &json!({ "3": { "name": "x" } }), 2).unwrap_err();
        assert_eq!(refusal.finding.code, "forms-exhibit-unknown");
    }

    #[test]
    fn what_does_not_fit_is_told_by_its_place() {
        let said = json!({ "one": {}, "2": { "sha256": "00", "name": 3, "left_out": "yes" }, "0": {} });
        let found = misdescribed(&said);
        let codes: Vec<&str> = found.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes.iter().filter(|code| **code == "forms-answer-unfit").count(), 4, "{found:?}");
        assert_eq!(codes.iter().filter(|code| **code == "forms-answer-unknown").count(), 1, "{found:?}");
        assert_eq!(misdescribed(&json!([])).len(), 1);
    }

    #[test]
    fn an_exhibit_that_is_left_out_and_pointed_to_is_named() {
        let mut input = json!({ "exhibits": [exhibit(1), exhibit(2)],
            "statements": [{ "exhibit": { "number": 2, "item": "item-0002" } }] });
        describe(&mut input, &json!({ "1": { "left_out": true }, "2": { "left_out": true } }), 2).unwrap();
        assert_eq!(missed(&input, None), [2]);
        // A paper that lists no exhibits points to them all the same.
        let chart = json!({ "rows": [{ "exhibit": { "number": 1, "item": "item-0001" } }] });
        assert_eq!(missed(&chart, Some(&json!({ "1": { "left_out": true } }))), [1]);
    }
}
