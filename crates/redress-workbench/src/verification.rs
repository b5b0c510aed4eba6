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
    let mut input = masked(&form.fill(&source)?);
    if let Some(fields) = input.as_object_mut() {
        // Nobody verified it yet: that is what the reader does.
        fields.insert("verified_by".to_owned(), Value::from(result.software.clone()));
    }
    let paper = form.lay(&input, Edition::Glossed, Standing::Final)?;
    Ok(redress_report::paper(&paper).into_bytes())
}
