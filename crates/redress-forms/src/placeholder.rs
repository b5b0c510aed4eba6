//! Answers that only hold a place for one: they pass in a draft, and in nothing that is handed in.

use redress_base::Finding;
use serde_json::Value;

/// What people write where they do not know yet, in lower case. Each stands alone: in a sentence it may be meant.
const WORDS: [&str; 16] = [
    "tbd",
    "tba",
    "tbc",
    "todo",
    "to do",
    "xx",
    "xxx",
    "待定",
    "待补",
    "待补充",
    "待填",
    "待填写",
    "待查",
    "待核实",
    "待确认",
    "××",
];

/// The answers of a form that only hold a place, each with where it stands; nothing where there is none. The code is
/// `forms-answer-placeholder`.
pub fn placeholder(form: &str, answers: &Value) -> Option<Finding> {
    let mut found = Vec::new();
    collect(answers, &mut Vec::new(), &mut found);
    let (count, places) = (found.len(), found.join("; "));
    let finding = || Finding::error("forms-answer-placeholder").with("form", form);
    (count > 0).then(|| finding().with("count", count).with("places", places))
}

fn collect(answer: &Value, path: &mut Vec<String>, found: &mut Vec<String>) {
    match answer {
        Value::Object(fields) => {
            for (name, answer) in fields {
                path.push(name.clone());
                collect(answer, path, found);
                path.pop();
            }
        }
        Value::Array(places) => {
            for (at, answer) in places.iter().enumerate() {
                path.push(at.to_string());
                collect(answer, path, found);
                path.pop();
            }
        }
        Value::String(text) if holds_a_place(text) => {
            found.push(format!("{} ({})", path.join("."), text.trim()));
        }
        _ => {}
    }
}

/// Brackets and points around it change nothing.
fn holds_a_place(text: &str) -> bool {
    let own = |c: char| c.is_whitespace() || "[]()【】（）〔〕<>《》.。…?？!！:：_-—".contains(c);
    let bare = text.trim_matches(own);
    // Nothing but marks: "？？", "____". An empty answer is told as missing.
    (bare.is_empty() && !text.trim().is_empty()) || WORDS.contains(&bare.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::placeholder;
    use redress_base::Arg;
    use serde_json::json;

    #[test]
    fn every_answer_that_holds_a_place_is_named_and_no_other() {
        let form = "complaint-defamation";
        let answers = json!({
            "court": "TBD", "grounds": "（待定）", "incidental": true, "losses": "？？",
            "prosecutors": { "0": { "name": "待补。", "address": "某市待定路1号" } },
            "help": { "items": ["账号实名信息", "todo"] },
        });
        let found = placeholder(form, &answers).unwrap();
        let Some(Arg::Text(places)) = found.args.get("places") else { panic!("{found:?}") };
        for place in [
            "court (TBD)",
            "grounds (（待定）)",
            "losses (？？)",
            "prosecutors.0.name (待补。)",
            "help.items.1 (todo)",
        ] {
            assert!(places.contains(place), "{place}: {places}");
        }
        assert_eq!(places.matches("; ").count(), 4, "{places}");
        let answers =
            json!({ "court": "某市人民法院", "grounds": "何时删除待定，原告已催告。", "losses": "" });
        assert!(placeholder(form, &answers).is_none());
        assert!(placeholder(form, &json!(null)).is_none());
    }
}
