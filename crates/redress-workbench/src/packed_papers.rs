//! Papers in a bundle: their inputs, masked, and all that the file says in them derived again.

use crate::papers::{Ground, PaperInput};
use crate::recompute::{Difference, Tools};
use crate::{Assessed, Desk};
use redress_analysis::Statements;
use redress_base::{Date, Fault, Finding, Refusal, Sha256};
use redress_case::{CaseResult, Due, Input, Ledger, State, assemble_with_due};
use redress_evidence::{canonical, hash};
use redress_facts::Vocabulary;
use redress_forms::{Form, Source, falsified, figures_of, left_out_of, masked};
use redress_law::Book;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::Read as _;

/// Schema of a paper's input in a bundle.
pub const PACKED_PAPER_SCHEMA: &str = "redress/packed-paper/1";
/// The field of the volume that says that an exhibit is printed as it is.
const PICTURE: &str = "picture";
/// The field of the volume that says why it could not be.
const UNPRINTED: &str = "unprinted";
/// The longest input that is read.
const LONGEST: u64 = 64 << 20;

/// The input of a paper as a bundle holds it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PackedPaper {
    /// [`PACKED_PAPER_SCHEMA`].
    pub schema: String,
    /// Entry of the ledger by which it was drawn up.
    pub entry: u64,
    /// Which form.
    pub form: String,
    /// How many entries its figures rest on.
    pub basis: u64,
    /// SHA-256 of the object with the whole input, as the ledger names it.
    pub whole: Sha256,
    /// The input, without what identifies persons.
    pub input: Value,
}

/// Where the paper of an entry stands in a bundle.
pub(crate) fn path(entry: u64, form: &str) -> String {
    format!("data/papers/{entry:06}-{form}.json")
}

/// Whether a paper is for this side alone, such as the annex of foreseeable challenges: it goes to nobody with a bundle.
fn internal(form: &str) -> bool {
    redress_forms::find(form).and_then(|form| form.text().ok()).is_some_and(|text| text.internal)
}

impl Desk<'_> {
    /// The inputs of all papers that were drawn up, masked, for a bundle. An input that was left out by whoever sent the
    /// case is not there, and `recompute` says so.
    pub(crate) fn packed_papers(&self, state: &State) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
        let mut files = Vec::new();
        for one in state.papers.iter().filter(|one| !internal(&one.of.form)) {
            let digest = &one.of.input;
            if crate::case_file::never_came(state, digest) && self.store.open(digest).is_err() {
                continue;
            }
            let kept = self.paper_input(one.seq, digest)?;
            let packed = PackedPaper {
                schema: PACKED_PAPER_SCHEMA.to_owned(),
                entry: one.seq,
                form: kept.form.clone(),
                basis: one.of.basis,
                whole: *digest,
                input: masked(&kept.input),
            };
            let mut bytes = canonical::to_vec(&packed)?;
            bytes.push(b'\n');
            // The ledger's word for it has been looked at, the object's has not.
            files.push((path(one.seq, &one.of.form), bytes));
        }
        Ok(files)
    }

    /// The input of the paper that was drawn up by an entry.
    pub(crate) fn paper_input(&self, entry: u64, digest: &Sha256) -> Result<PaperInput, Refusal> {
        let unreadable =
            || Finding::error("workbench-paper-input-missing").with("entry", entry).refuse(Fault::Storage);
        let mut bytes = Vec::new();
        let read = self.store.open(digest).map_err(|_| unreadable())?.take(LONGEST).read_to_end(&mut bytes);
        read.map_err(|_| unreadable())?;
        if hash::digests(&bytes).sha256 != *digest {
            return Err(unreadable());
        }
        serde_json::from_slice(&bytes).map_err(|_| unreadable())
    }
}

/// What came of filling papers again.
#[derive(Debug, Default)]
pub(crate) struct Again {
    /// Papers compared.
    pub(crate) papers: u64,
    /// Figures among what was compared.
    pub(crate) figures: u64,
    /// What came out differently: a pointer into the file of the paper.
    pub(crate) differences: Vec<Difference>,
    /// Papers of the ledger whose input is not in the bundle, or is not the one that it names.
    pub(crate) absent: Vec<String>,
}

/// Fills every paper again, on the entries on which it rests, and compares all that the file says in it.
///
/// # Errors
/// Whatever deriving a result refuses.
pub(crate) fn papers_again(
    lines: &[&str],
    state: &State,
    (book, vocabulary): (&Book, &Vocabulary),
    mut open: impl FnMut(&str) -> Result<Vec<u8>, Refusal>,
    mut derive: impl FnMut(State, Date) -> Result<Assessed, Refusal>,
) -> Result<Again, Refusal> {
    let mut again = Again::default();
    let mut grounds: BTreeMap<(u64, Date, bool), Ground> = BTreeMap::new();
    for one in state.papers.iter().filter(|one| !internal(&one.of.form)) {
        let at = path(one.seq, &one.of.form);
        let packed = open(&at).ok().and_then(|bytes| serde_json::from_slice::<PackedPaper>(&bytes).ok());
        let own = |packed: &PackedPaper| {
            (packed.entry, packed.basis, packed.whole, packed.form.as_str())
                == (one.seq, one.of.basis, one.of.input, one.of.form.as_str())
        };
        let form = redress_forms::find(&one.of.form);
        let (Some(packed), Some(form)) = (packed.filter(own), form) else {
            again.absent.push(at);
            continue;
        };
        let ground = match grounds.entry((one.of.basis, one.of.today, one.of.unmasked)) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let before = usize::try_from(packed.basis).unwrap_or(usize::MAX);
                let then = Ledger::read(lines.get(..before).unwrap_or(lines))?;
                let assessed = derive(State::fold(&then)?, one.of.today)?;
                // Who the parties are is not in a bundle, and nothing that the file alone says rests on it.
                let ground = Ground::of((book, vocabulary), assessed, BTreeMap::new(), !one.of.unmasked)?;
                place.insert(ground)
            }
        };
        let pages = BTreeMap::new();
        // What whoever signed left out is theirs to say; the rest is what the file says of what is left.
        let left_out = packed.input.get("left_out").map(|_| left_out_of(&packed.input).into_iter().collect());
        let source = ground.source((book, vocabulary), &pages, form.quotes());
        let derived = form.fill(&Source { left_out: left_out.as_ref(), ..source })?;
        again.papers = again.papers.saturating_add(1);
        compare(form, &masked(&derived), &packed.input, &at, &mut again);
    }
    Ok(again)
}

fn compare(form: &dyn Form, derived: &Value, packed: &Value, file: &str, again: &mut Again) {
    let figures = figures_of(derived).len();
    again.figures = again.figures.saturating_add(u64::try_from(figures).unwrap_or(u64::MAX));
    let (derived, packed) = (untypeset(derived), untypeset(packed));
    for one in falsified(form, &derived, &packed) {
        // Which program drew a paper up is no figure; that another derives it again is said beside.
        if one.path == "software" {
            continue;
        }
        again.differences.push(Difference {
            at: format!("{file}#/input/{}", one.path.replace('.', "/")),
            sealed: one.given,
            again: one.derived,
        });
    }
}

/// An input without what typesetting the volume gives, which nothing here does: the pages of its exhibits, and which of those
/// that are printed as they are could not be.
fn untypeset(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let exhibit = fields.contains_key("item") && fields.contains_key("number");
            let unprinted =
                fields.contains_key("exhibit") && fields.get(UNPRINTED).is_some_and(Value::is_string);
            let kept = fields.iter().filter(|(name, _)| {
                !(exhibit && *name == "pages" || unprinted && [UNPRINTED, PICTURE].contains(&name.as_str()))
            });
            let mut kept: serde_json::Map<String, Value> =
                kept.map(|(name, value)| (name.clone(), untypeset(value))).collect();
            if unprinted {
                kept.insert(PICTURE.to_owned(), Value::Bool(true));
            }
            Value::Object(kept)
        }
        Value::Array(places) => Value::Array(places.iter().map(untypeset).collect()),
        other => other.clone(),
    }
}

/// The result of a state on a day, with what the sealed one was derived with.
pub(crate) fn derived(
    (state, material, found): (&State, &crate::Material, &Statements),
    sealed: &CaseResult,
    today: Date,
    tools: Tools<'_>,
) -> Result<(CaseResult, Due), Refusal> {
    assemble_with_due(&Input {
        state,
        corpus: &material.corpus,
        statements: found,
        reports: &material.reports,
        book: tools.book,
        vocabulary: tools.vocabulary,
        params: &sealed.params,
        now: sealed.as_of,
        today,
        software: &sealed.software,
    })
}
