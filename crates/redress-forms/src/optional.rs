//! What nobody has to answer for a form, and a person may.

use crate::Form;
use crate::choices::text;
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

/// The single answers of a form that are not among those `asked`, without what may be [claimed](claims).
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
    let claims = claims(form);
    let single = |name: &str| single(name) && claims.iter().all(|one| one.path != name);
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

/// Papers that ask for one thing at least out of several, each of which may be asked for: the claims of a suit (民法典 995, 1183 and
/// 1195, in force 2021-01-01), what an injunction is to stop (民法典 997, in force 2021-01-01).
const CLAIMS: [(&str, &[&str]); 2] = [
    (
        "civil-complaint",
        &[
            "claims.stop",
            "claims.disclose",
            "claims.apology",
            "claims.effects",
            "claims.reputation",
            "claims.mental",
            "claims.platform_joint",
            "claims.other",
        ],
    ),
    ("injunction-application", &["delete", "ban", "other_acts"]),
];

/// What may be claimed in a form, in the order of the paper; nothing for a form that claims nothing.
pub fn claims(form: &dyn Form) -> Vec<Optional> {
    let of = CLAIMS.iter().filter(|(id, _)| *id == form.id()).flat_map(|(_, paths)| paths.iter());
    of.map(|path| {
        let key = format!("field-{}", path.replace(['.', '_'], "-"));
        Optional { path: (*path).to_owned(), label: text(form, &key).unwrap_or_default() }
    })
    .collect()
}

/// A text up to the first place where something is put into it, without the colon before that place.
fn before(text: &str) -> String {
    let head = text.split('{').next().unwrap_or_default();
    head.trim_end_matches(['：', ':', ' ', '（', '(', '，', ',']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{claims, optional};
    use crate::forms;
    use crate::{AnswerKind, kind_at};
    use redress_paper::{Edition, Standing};
    use serde_json::json;
    use std::collections::BTreeSet;

    /// What every paper asks by itself is called there as the paper calls it; whatever else may be answered has a name of its own,
    /// in each language.
    #[test]
    fn every_place_that_may_be_answered_has_its_name_in_both_languages() {
        let mut seen = 0;
        let han = |text: &str| text.chars().any(|one| ('\u{4e00}'..='\u{9fff}').contains(&one));
        for form in forms() {
            let blank = form.lay(&json!({}), Edition::Chinese, Standing::Draft).unwrap().missing;
            let asked: BTreeSet<&str> = blank.iter().map(|one| one.path.as_str()).collect();
            for one in optional(*form, &asked).into_iter().chain(claims(*form)) {
                let place = format!("{} {}", form.id(), one.path);
                assert!(han(&one.label.zh), "{place}: {:?}", one.label);
                let letters = one.label.en.chars().filter(char::is_ascii_alphabetic).count();
                assert!(letters > 1, "{place}: {:?}", one.label);
                for name in [&one.label.zh, &one.label.en] {
                    assert!(!name.contains(['{', '}', '⟦', '`', '\n']), "{place}: {name}");
                }
                seen += 1;
            }
        }
        assert!(seen > 60, "{seen}");
    }

    /// 民法典 995, 997, 1183, 1195 (in force 2021-01-01): what is claimed is named with the article on which it rests, and is answered yes or no.
    #[test]
    fn every_claim_is_named_with_its_article_and_answered_by_yes_or_no() {
        for id in ["civil-complaint", "injunction-application"] {
            let form = crate::find(id).unwrap();
            let all = claims(form);
            assert!(all.len() >= 3, "{id}");
            for one in all {
                let list = kind_at(form, &one.path) == AnswerKind::List;
                assert!(list || kind_at(form, &one.path) == AnswerKind::Choice, "{id} {}", one.path);
                let cites = |text: &str| text.chars().any(|sign| sign.is_ascii_digit());
                assert!(list || cites(&one.label.zh) && cites(&one.label.en), "{id} {}", one.path);
            }
        }
    }
}
