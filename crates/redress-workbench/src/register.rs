//! The register of many cases: one row a case, folded from its ledger, to list and to search by.
//!
//! A row is for finding a case, never for proving anything: whoever needs a fact opens the case.

use redress_base::{Date, Instant, Refusal, Sha256, Stamp};
use redress_case::{Ledger, State};
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_procedure::Procedures;
use redress_rights::Object;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Schema of a row.
pub const CASE_ROW_SCHEMA: &str = "redress/case-row/1";

/// What the register keeps of one case. No name of a person and no word of a post belongs in here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseRow {
    /// Random id of the case.
    pub case_id: String,
    /// Neutral cover name.
    pub cover: String,
    /// When it was opened.
    pub opened: Stamp,
    /// When its last entry was made.
    pub last_at: Stamp,
    /// Number of entries.
    pub entries: u64,
    /// SHA-256 of the last entry.
    pub head: Sha256,
    /// Marks such as a supervised key case.
    #[serde(default)]
    pub marks: Vec<String>,
    /// Where each procedure stands: its track, and the state it is in.
    #[serde(default)]
    pub states: Vec<(String, String)>,
    /// Numbers of documents, as the bodies gave them.
    #[serde(default)]
    pub numbers: Vec<String>,
    /// The next day on file: a hearing, or the strict end of a time limit that needs no rule to run. What is due, and why,
    /// the case itself works out on all the facts.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub next_due: Option<Date>,
    /// Whether that day is not shown to whoever asks: then its absence says nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub due_unseen: bool,
    /// Whether it was handed over and has not come back: here it can only be read.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub handed_over: bool,
    /// More words to find it by.
    #[serde(default)]
    pub terms: Vec<String>,
}

impl CaseRow {
    /// The row of a case, folded from its ledger: what it is called, where each procedure stands, the numbers of its
    /// papers, its marks. Nothing that identifies a party stands in a ledger, so nothing of it comes into a row.
    ///
    /// # Errors
    /// Whatever the chain check or the fold refuses.
    pub fn of(lines: &[String]) -> Result<CaseRow, Refusal> {
        CaseRow::seen(lines, |_| true)
    }

    /// The same as somebody sees it who does not see every kind of thing in the case.
    ///
    /// # Errors
    /// As [`CaseRow::of`].
    pub fn seen(lines: &[String], sees: impl Fn(Object) -> bool) -> Result<CaseRow, Refusal> {
        let ledger = Ledger::read(lines)?;
        let state = State::fold(&ledger)?;
        let steps = if sees(Object::ProcedureEvent) { state.events() } else { Vec::new() };
        let bodies: BTreeSet<String> = steps
            .iter()
            .filter_map(|one| one.of.body.as_ref().map(|body| body.name.clone()))
            .filter(|name| !name.is_empty())
            .collect();
        Ok(CaseRow {
            marks: state.marks().iter().map(|mark| mark.word().to_owned()).collect(),
            states: states(&state),
            numbers: numbers(&state, sees),
            next_due: next_day(&state),
            due_unseen: false,
            handed_over: state.handed_over().is_some(),
            terms: bodies.into_iter().chain(names(&state)).collect(),
            case_id: state.case_id,
            cover: state.cover,
            opened: state.opened,
            last_at: state.last,
            entries: state.entries,
            head: state.head,
        })
    }

    /// Whether every one of these words stands somewhere in the row, in capitals or not, as the register of a folder
    /// finds them.
    pub fn holds(&self, words: &str) -> bool {
        let texts = texts(self);
        words.split_whitespace().all(|word| {
            let word = word.to_lowercase();
            texts.iter().any(|text| text.contains(&word))
        })
    }
}

/// Each track and the state that it is in. Steps that do not replay under the procedures of this program leave it empty;
/// opening the case tells why.
fn states(state: &State) -> Vec<(String, String)> {
    let docket = crate::docket(state).unwrap_or_default();
    docket
        .tracks()
        .map(|(key, track)| (format!("{}/{}", key.procedure, key.track), track.state.clone()))
        .collect()
}

/// The row's texts, in lower case.
fn texts(row: &CaseRow) -> Vec<String> {
    let names = [&row.case_id, &row.cover].into_iter().chain(&row.marks).chain(&row.numbers);
    let states = row.states.iter().flat_map(|(track, state)| [track, state]);
    names.chain(states).chain(&row.terms).map(|text| text.to_lowercase()).collect()
}

/// The names of the procedures that run and of the states in which they stand, in both languages, as they are shown.
fn names(state: &State) -> BTreeSet<String> {
    let docket = crate::docket(state).unwrap_or_default();
    let procedures = Procedures::standard();
    let mut names = BTreeSet::new();
    for (key, track) in docket.tracks() {
        let Some(procedure) = procedures.get(&key.procedure) else { continue };
        let labels = [Some(&procedure.label), procedure.state(&track.state).map(|one| &one.label)];
        names.extend(
            labels.into_iter().flatten().flat_map(|label| [label.zh.to_string(), label.en.to_string()]),
        );
    }
    names
}

fn numbers(state: &State, sees: impl Fn(Object) -> bool) -> Vec<String> {
    let [steps, filings, letters] = [Object::ProcedureEvent, Object::Filing, Object::Transfer].map(sees);
    let steps = state.events().into_iter().filter(|_| steps).filter_map(|one| one.of.number);
    let receipts = state.filings.iter().filter(|one| filings && one.struck.is_none());
    let receipts = receipts.filter_map(|one| one.of.receipt.clone());
    let letters = state.hand_overs.iter().filter(|_| letters).filter_map(|one| one.of.number.clone());
    steps.chain(receipts).chain(letters).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The next day after the last entry that the file itself fixes: a hearing, or the strict end of a time limit that needs no
/// rule to run. It is for ordering; what is due, and why, `redress due` works out on all the facts.
fn next_day(state: &State) -> Option<Date> {
    let last = state.last.at.beijing_date()?;
    let fixed = state.events().into_iter().filter_map(|one| one.of.for_day);
    let open = redress_case::open_limits(state, Book::standard(), &VOCABULARY, last);
    fixed.chain(open).filter(|day| *day >= last).min()
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::standard);

/// In which order rows come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What was worked on last comes first.
    #[default]
    LastAt,
    /// What was opened last comes first.
    Opened,
    /// What is due first comes first; what has nothing due comes last.
    NextDue,
    /// By cover name, as its characters are numbered.
    Cover,
    /// By id.
    CaseId,
    /// The longest ledger comes first.
    Entries,
}

/// What is asked of the register. Every condition that is set must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Words, apart by spaces; each must occur in the cover, the id, a mark, a state, a number or a term,
    /// in whatever case. An empty text asks for nothing.
    pub words: String,
    /// A mark.
    pub mark: Option<String>,
    /// Any of these: a track (`private-prosecution/1`) or every track of a procedure (`private-prosecution`), and the
    /// state it is in, or any. An empty list asks for nothing.
    pub states: Vec<(String, Option<String>)>,
    /// A whole document number.
    pub number: Option<String>,
    /// Something is due on this day or before.
    pub due_by: Option<Date>,
    /// Opened at this moment or later.
    pub opened_from: Option<Instant>,
    /// Opened before this moment.
    pub opened_before: Option<Instant>,
    /// In which order.
    pub order: Order,
    /// The other way round.
    pub reverse: bool,
    /// Rows to leave out at the beginning.
    pub skip: u64,
    /// Rows to give at most.
    pub take: u64,
}

impl Default for Ask {
    fn default() -> Ask {
        Ask {
            words: String::new(),
            mark: None,
            states: Vec::new(),
            number: None,
            due_by: None,
            opened_from: None,
            opened_before: None,
            order: Order::default(),
            reverse: false,
            skip: 0,
            take: 50,
        }
    }
}

/// One row and where its case is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Placed {
    /// The name of the case's folder, or whatever the store calls its place.
    pub place: String,
    /// The row.
    pub row: CaseRow,
}

/// One page of the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Listing {
    /// The rows of this page.
    pub rows: Vec<Placed>,
    /// How many there are altogether.
    pub total: u64,
}

/// Keeps one row a case.
///
/// A register is a cache: it can be thrown away and made again from the ledgers, and nothing that
/// counts as evidence is read from it.
pub trait Register {
    /// Keeps the row of the case at `place`, in the place of an older one.
    ///
    /// # Errors
    /// `Storage` where the disk would not do it.
    fn upsert(&mut self, place: &str, row: &CaseRow) -> Result<(), Refusal>;

    /// The rows for which everything asked holds.
    ///
    /// # Errors
    /// `Storage` where the register cannot be read.
    fn list(&self, ask: &Ask) -> Result<Listing, Refusal>;
}
