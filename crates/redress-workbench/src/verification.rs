//! The page that goes with every bundle: what the file records of each factor of authenticity, and of what may be said against the
//! evidence (法释〔2019〕19号 93, in force 2020-05-01; 法释〔2021〕12号 16-18, in force 2021-08-01). In Chinese with English under it;
//! made by the program, signed by nobody, and the same whenever it is made again from the bundle.

use crate::docket;
use redress_base::{Fault, Finding, Refusal};
use redress_case::{CaseResult, Due, State};
use redress_facts::Vocabulary;
use redress_forms::{Source, find, masked};
use redress_law::Book;
use redress_paper::{Edition, Standing};
use redress_procedure::Procedures;
use serde_json::Value;
use std::collections::BTreeMap;

/// Where it stands in a bundle.
pub(crate) const VERIFICATION_PATH: &str = "data/verification.html";
/// The form that it is laid out by.
const FORM: &str = "verification-report";

/// Fields of this form that say nothing of a person: articles, the program, check values.
const PLAIN: [&str; 3] = ["article", "software", "digest"];
/// Of what is recorded, that alone names people: those who took the items in.
const PEOPLE: &str = "sealed-by";

/// Puts back what masking every unknown text took away and what names nobody: articles, and devices, programs, clocks, offices and
/// authorities out of the records of captures.
fn unveil(whole: &Value, masked: &mut Value) {
    match (whole, masked) {
        (Value::Object(whole), Value::Object(masked)) => {
            let recorded = whole.get("what").and_then(Value::as_str).is_some_and(|what| what != PEOPLE);
            for (name, value) in whole {
                let Some(place) = masked.get_mut(name) else { continue };
                let moment = whole.contains_key("what") && ["first", "last"].contains(&name.as_str());
                let plain = PLAIN.contains(&name.as_str()) || moment || (recorded && name == "names");
                if plain {
                    place.clone_from(value);
                } else {
                    unveil(value, place);
                }
            }
        }
        (Value::Array(whole), Value::Array(masked)) => {
            for (value, place) in whole.iter().zip(masked) {
                unveil(value, place);
            }
        }
        _ => {}
    }
}

/// The page, from the state of the case on which the result rests.
pub(crate) fn verification(
    (result, state, due): (&CaseResult, &State, &Due),
    (book, vocabulary): (&Book, &Vocabulary),
) -> Result<Vec<u8>, Refusal> {
    let form = find(FORM)
        .ok_or_else(|| Finding::error("workbench-form-unknown").with("form", FORM).refuse(Fault::Usage))?;
    let (details, quotes, pages) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let docket = docket(state)?;
    let source = Source {
        result,
        state,
        docket: &docket,
        procedures: Procedures::standard(),
        vocabulary,
        book,
        due,
        details: &details,
        quotes: &quotes,
        pages: &pages,
        left_out: None,
        today: result.today,
    };
    let whole = form.fill(&source)?;
    let mut input = masked(&whole);
    unveil(&whole, &mut input);
    if let Some(fields) = input.as_object_mut() {
        // Nobody verified it yet: that is what the reader does.
        fields.insert("verified_by".to_owned(), Value::from(result.software.clone()));
    }
    let paper = form.lay(&input, Edition::Glossed, Standing::Final)?;
    Ok(redress_report::paper(&paper).into_bytes())
}
