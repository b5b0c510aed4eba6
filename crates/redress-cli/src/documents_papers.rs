//! The documents of `--json` about papers.

use redress_base::Sha256;
use redress_forms::{Condition, Nameable, Offered};
use redress_paper::{Fixed, Missing, Standing};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// `redress/forms/1`: the forms there are.
#[derive(Serialize, JsonSchema)]
pub(crate) struct FormsDocument {
    pub(crate) schema: &'static str,
    pub(crate) forms: Vec<FormRow>,
}

/// One form.
#[derive(Serialize, JsonSchema)]
pub(crate) struct FormRow {
    /// Its id.
    pub(crate) form: String,
    /// What it is called.
    pub(crate) title: Fixed,
    /// Official form or article behind it.
    pub(crate) source: String,
    /// The source was not read at first hand.
    pub(crate) unverified: bool,
    /// An official form: its elements are not changed.
    pub(crate) official: bool,
    /// To whom it goes.
    pub(crate) goes_to: Fixed,
    /// When it is used.
    pub(crate) used: Fixed,
}

/// `redress/drafted/1`: papers that were written.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Drafted {
    pub(crate) schema: &'static str,
    pub(crate) papers: Vec<DraftedPaper>,
}

/// One paper.
#[derive(Serialize, JsonSchema)]
pub(crate) struct DraftedPaper {
    /// Its form.
    pub(crate) form: String,
    /// Draft or final.
    pub(crate) standing: Standing,
    /// The files written.
    pub(crate) files: Vec<DraftedFile>,
    /// What is missing in it.
    pub(crate) missing: Vec<Missing>,
}

/// One file of a paper.
#[derive(Serialize, JsonSchema)]
pub(crate) struct DraftedFile {
    /// `pdf`, `docx`, or `json` for its input.
    pub(crate) format: String,
    /// Where.
    pub(crate) path: String,
    /// SHA-256 of it.
    pub(crate) sha256: Sha256,
}

/// `redress/questions/1`: what is still asked for each form.
#[derive(Serialize, JsonSchema)]
pub(crate) struct QuestionsDocument {
    pub(crate) schema: &'static str,
    /// By form.
    pub(crate) forms: BTreeMap<String, Vec<Missing>>,
    /// By form: what is asked as well once a question has one of the answers named.
    pub(crate) conditions: BTreeMap<String, Vec<Condition>>,
    /// Statements and parties that a form names or may leave out, by form; only forms that may leave something out.
    pub(crate) nameable: BTreeMap<String, Vec<Nameable>>,
    /// Exhibits of which the table `[exhibits.N]` may say something, by number; only where the list or the volume is asked for.
    pub(crate) exhibits: BTreeMap<u64, String>,
    /// By form: what the file has, for answers that pick something out of it.
    pub(crate) offered: BTreeMap<String, Vec<Offered>>,
}
