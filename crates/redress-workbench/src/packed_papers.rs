//! Papers in a bundle: their inputs, masked, and every figure of them derived again.

use crate::Desk;
use crate::papers::PaperInput;
use crate::recompute::{Difference, Tools};
use redress_base::{Fault, Finding, Refusal, Sha256};
use redress_case::{CaseResult, Input, Ledger, State, assemble};
use redress_evidence::{canonical, hash};
use redress_forms::{figures_of, masked};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::Read as _;

/// Schema of a paper's input in a bundle.
pub const PACKED_PAPER_SCHEMA: &str = "redress/packed-paper/1";
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

impl Desk<'_> {
    /// The inputs of all papers that were drawn up, masked, for a bundle. An input that was left out by whoever sent the
    /// case is not there, and `recompute` says so.
    pub(crate) fn packed_papers(&self, state: &State) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
        let mut files = Vec::new();
        for one in &state.papers {
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
    fn paper_input(&self, entry: u64, digest: &Sha256) -> Result<PaperInput, Refusal> {
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

/// What came of deriving the figures of papers again.
#[derive(Debug, Default)]
pub(crate) struct Again {
    /// Papers compared.
    pub(crate) papers: u64,
    /// Figures compared.
    pub(crate) figures: u64,
    /// Figures that came out differently: a pointer into the file of the paper.
    pub(crate) differences: Vec<Difference>,
    /// Papers of the ledger whose input is not in the bundle, or is not the one that it names.
    pub(crate) absent: Vec<String>,
}

/// Derives every figure of every paper again, on the entries on which it rests.
///
/// # Errors
/// Whatever deriving a result refuses.
pub(crate) fn papers_again(
    lines: &[&str],
    state: &State,
    mut open: impl FnMut(&str) -> Result<Vec<u8>, Refusal>,
    mut derive: impl FnMut(&State) -> Result<CaseResult, Refusal>,
) -> Result<Again, Refusal> {
    let mut again = Again::default();
    let mut results: BTreeMap<u64, CaseResult> = BTreeMap::new();
    for one in &state.papers {
        let at = path(one.seq, &one.of.form);
        let packed = open(&at).ok().and_then(|bytes| serde_json::from_slice::<PackedPaper>(&bytes).ok());
        let own = |packed: &PackedPaper| {
            (packed.entry, packed.basis, packed.whole, packed.form.as_str())
                == (one.seq, one.of.basis, one.of.input, one.of.form.as_str())
        };
        let Some(packed) = packed.filter(own) else {
            again.absent.push(at);
            continue;
        };
        let result = match results.entry(packed.basis) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let before = usize::try_from(packed.basis).unwrap_or(usize::MAX);
                let then = Ledger::read(lines.get(..before).unwrap_or(lines))?;
                place.insert(derive(&State::fold(&then)?)?)
            }
        };
        again.papers = again.papers.saturating_add(1);
        compare(&packed, result, &at, &mut again);
    }
    Ok(again)
}

fn compare(packed: &PackedPaper, result: &CaseResult, file: &str, again: &mut Again) {
    for (at, figure) in figures_of(&packed.input) {
        again.figures = again.figures.saturating_add(1);
        let known = result.figures.iter().find(|known| known.id == figure.figure);
        let same = known.is_some_and(|known| {
            let parts = |item| known.parts.iter().any(|part| part.span.item == item);
            (known.unit, known.count, known.disputed, known.as_of)
                == (figure.unit, figure.count, figure.disputed, figure.as_of)
                && figure.exhibits.iter().all(|exhibit| parts(exhibit.item))
        });
        if !same {
            let pointer = format!("{file}#/input/{}", at.replace('.', "/"));
            again.differences.push(Difference {
                at: pointer,
                sealed: serde_json::to_value(&figure).ok(),
                again: known.and_then(|known| serde_json::to_value(known.count).ok()),
            });
        }
    }
}

/// Puts what deriving a result needs beside a state.
pub(crate) fn derived(
    state: &State,
    material: &crate::Material,
    sealed: &CaseResult,
    tools: Tools<'_>,
) -> Result<CaseResult, Refusal> {
    assemble(&Input {
        state,
        corpus: &material.corpus,
        reports: &material.reports,
        book: tools.book,
        vocabulary: tools.vocabulary,
        params: &sealed.params,
        now: sealed.as_of,
        today: sealed.today,
        software: &sealed.software,
    })
}
