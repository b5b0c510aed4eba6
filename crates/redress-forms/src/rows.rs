//! Lists of a paper that a person fills row by row: sums, evidence to be kept, what is asked of somebody.
//!
//! Whoever takes part is entered in the case, and no list of them is filled here.

use crate::choices::{choices_at, text};
use crate::questions::{AnswerKind, kind_at, resolved, schema_at};
use crate::sealed::{Hold, hold_at};
use crate::{Form, merge};
use redress_base::Refusal;
use redress_paper::{Edition, Fixed, Missing, Standing};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// What every list of people has in its rows: which party of the case, or the person themselves.
const PEOPLE: [&str; 2] = ["party", "person"];

/// A list that a person may add to.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct OpenList {
    /// Where it stands: `claims.losses`.
    pub path: String,
    /// What it is called.
    pub label: Fixed,
    /// How many rows it has.
    pub rows: u64,
    /// What the next row asks for, by the places that it would have: `claims.losses.1.yuan`.
    pub next: Vec<Missing>,
}

/// The lists of an input that a person may add to, found by adding an empty row and laying the form out again.
///
/// # Errors
/// As laying the form out.
pub fn open_lists(form: &dyn Form, input: &Value) -> Result<Vec<OpenList>, Refusal> {
    let mut found = Vec::new();
    for path in lists(form) {
        let rows = input.pointer(&format!("/{}", path.replace('.', "/")));
        let rows = rows.and_then(Value::as_array).map_or(0, Vec::len);
        let chosen = chosen(form, &path);
        let row = json!({ rows.to_string(): chosen });
        let answer = path.rsplit('.').fold(row, |inner, step| json!({ step: inner }));
        let mut longer = input.clone();
        merge(form, &mut longer, &answer)?;
        let own = format!("{path}.{rows}.");
        let mut next = form.lay(&longer, Edition::Chinese, Standing::Draft)?.missing;
        next.retain(|one| one.path.starts_with(&own));
        // What no row can be without is asked first.
        let first = chosen.keys().map(|field| Missing {
            path: format!("{own}{field}"),
            label: text(form, &format!("field-{path}-{field}").replace(['.', '_'], "-")).unwrap_or_default(),
            asked_by: None,
        });
        next.splice(0..0, first.collect::<Vec<_>>());
        if let Some(label) = name_of(form, &path).filter(|_| !next.is_empty()) {
            found.push(OpenList { path, label, rows: u64::try_from(rows).unwrap_or(u64::MAX), next });
        }
    }
    Ok(found)
}

/// What a row cannot be without, each with the first word of its closed list: a row of nothing would be none.
fn chosen(form: &dyn Form, path: &str) -> Map<String, Value> {
    let schema = form.schema().to_value();
    let row = schema_at(&schema, path).and_then(|list| list.get("items"));
    let row = row.map(|items| resolved(&schema, items).0);
    let needed = row.and_then(|row| row.get("required")).and_then(Value::as_array).into_iter().flatten();
    let first = |field: &str| choices_at(form, &format!("{path}.0.{field}")).into_iter().next();
    needed
        .filter_map(Value::as_str)
        .filter_map(|field| Some((field.to_owned(), Value::from(first(field)?.value))))
        .collect()
}

/// The places of a form that hold a list of a person's to say, at its top or one table below.
fn lists(form: &dyn Form) -> Vec<String> {
    let schema = form.schema().to_value();
    let fields = |here: &Value| -> Vec<String> {
        here.get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .map(|(name, _)| name.clone())
            .collect()
    };
    let mut places = Vec::new();
    for name in fields(&schema) {
        if kind_at(form, &name) == AnswerKind::Table
            && let Some(here) = schema_at(&schema, &name)
        {
            places.extend(fields(here).into_iter().map(|below| format!("{name}.{below}")));
        }
        places.push(name);
    }
    places.retain(|path| {
        kind_at(form, path) == AnswerKind::Tables
            && hold_at(form, path) == Hold::Open
            && !of_people(&schema, path)
    });
    places
}

fn of_people(schema: &Value, path: &str) -> bool {
    let row =
        schema_at(schema, path).and_then(|list| list.get("items")).map(|items| resolved(schema, items).0);
    row.and_then(|row| row.get("properties"))
        .is_some_and(|fields| PEOPLE.iter().any(|one| fields.get(one).is_some()))
}

/// What a list is called: `rows-losses` for `claims.losses`.
fn name_of(form: &dyn Form, path: &str) -> Option<Fixed> {
    let last = path.rsplit('.').next()?;
    text(form, &format!("rows-{}", last.replace('_', "-")))
}

#[cfg(test)]
mod tests {
    use super::{lists, name_of, open_lists};
    use crate::{find, forms, merge};
    use redress_paper::{Edition, Standing};
    use serde_json::{Value, json};

    #[test]
    fn every_list_of_every_form_has_a_name_and_none_is_of_people() {
        let mut named = 0;
        for form in forms() {
            for path in lists(*form) {
                assert!(
                    name_of(*form, &path).is_some(),
                    "{} {path}: rows-… in forms/common/form.toml",
                    form.id()
                );
                named += 1;
            }
        }
        assert!(named >= 4, "{named}");
    }

    /// Whatever a case has or lacks, the lists of every paper can be added to, and what each row asks has a name.
    #[test]
    fn the_lists_of_every_form_open_on_a_case_that_has_nothing() {
        let mut asked = 0;
        for form in forms() {
            for list in open_lists(*form, &json!({})).unwrap() {
                for one in &list.next {
                    assert!(
                        !one.label.zh.is_empty() && !one.label.en.is_empty(),
                        "{} {}",
                        form.id(),
                        one.path
                    );
                    asked += 1;
                }
            }
        }
        assert!(asked > 8, "{asked}");
        // 指导意见 20 (in force 2023-09-20): of a recommendation it is chosen first what is asked.
        let form = find("platform-recommendation").unwrap();
        let list = open_lists(form, &json!({})).unwrap().into_iter().find(|one| one.path == "asked").unwrap();
        assert_eq!(list.next.first().map(|one| one.path.as_str()), Some("asked.0.cause"));
        let mut input = json!({});
        merge(form, &mut input, &json!({ "asked": { "0": { "cause": "said-not-done" } } })).unwrap();
        let paper = form.lay(&input, Edition::Chinese, Standing::Draft).unwrap();
        let printed = serde_json::to_string(&paper).unwrap();
        assert!(
            printed.contains("上列各项义务"),
            "a question about no duty in particular is about all of them"
        );
    }

    /// 民法典 1182 (in force 2021-01-01), 法释〔2014〕11号 12 (as of 2021-01-01): each sum by itself, with what shows it.
    #[test]
    fn a_row_is_asked_for_at_the_end_of_what_stands_there() {
        let form = find("civil-complaint").unwrap();
        let mut input = serde_json::to_value(crate::CivilComplaintInput::default()).unwrap();
        let of = |input: &Value| {
            let lists = open_lists(form, input).unwrap();
            lists.into_iter().find(|one| one.path == "claims.losses").unwrap()
        };
        let first = of(&input);
        assert_eq!(first.rows, 0);
        assert!(first.next.iter().any(|one| one.path == "claims.losses.0.yuan"), "{first:?}");
        merge(form, &mut input, &json!({ "claims": { "losses": { "0": { "what": "x", "yuan": 5 } } } }))
            .unwrap();
        let second = of(&input);
        assert_eq!(second.rows, 1);
        assert!(second.next.iter().all(|one| one.path.starts_with("claims.losses.1.")), "{second:?}");
        assert!(form.lay(&input, Edition::Chinese, Standing::Draft).is_ok());
    }

    /// Places are numbers: the eleventh comes after the tenth.
    #[test]
    fn many_rows_are_laid_in_the_order_of_their_numbers() {
        let form = find("civil-complaint").unwrap();
        let mut input = serde_json::to_value(crate::CivilComplaintInput::default()).unwrap();
        let rows: serde_json::Map<String, Value> =
            (0..12).map(|row| (row.to_string(), json!({ "what": format!("x{row}"), "yuan": row }))).collect();
        merge(form, &mut input, &json!({ "claims": { "losses": rows } })).unwrap();
        let laid = input["claims"]["losses"].as_array().unwrap();
        assert_eq!(laid.len(), 12);
        assert_eq!((&laid[2]["what"], &laid[11]["what"]), (&json!("x2"), &json!("x11")));
    }
}
