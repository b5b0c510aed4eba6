//! What forms are filled from.

use crate::parts::StatementPart;
use redress_base::{Date, ItemId, Span, Stamp};
use redress_case::{CaseResult, Details, Due, PartyId, State};
use redress_facts::{Scope, Vocabulary};
use redress_law::Book;
use redress_paper::{ExhibitRef, PageSpan};
use redress_procedure::{Docket, Event, Procedures, Track, TrackKey};
use std::collections::{BTreeMap, BTreeSet};

/// Words of a post and who posted them, where a form quotes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// `weibo/4912…`.
    pub post: String,
    /// Platform, as the material names it.
    pub platform: String,
    /// The account: number or displayed name, as the platform shows it; absent where the export masks it.
    pub account: Option<String>,
    /// The platform's own number of the account, where the material gives it beside a displayed name.
    pub account_id: Option<String>,
    /// Where it can be opened, where the material says so.
    pub link: Option<String>,
    /// When it was published, where dated.
    pub published: Option<Stamp>,
    /// Its words.
    pub text: String,
    /// Where it stands in the evidence.
    pub span: Option<Span>,
}

/// Everything that a form may be filled from. What personal details it holds were read for this form, and the ledger
/// says so.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The result.
    pub result: &'a CaseResult,
    /// The state of the case.
    pub state: &'a State,
    /// Its procedures.
    pub docket: &'a Docket,
    /// The procedures there are.
    pub procedures: &'a Procedures,
    /// The vocabulary of facts.
    pub vocabulary: &'a Vocabulary,
    /// The law book.
    pub book: &'a Book,
    /// Duties and limits.
    pub due: &'a Due,
    /// What identifies the parties that the form asks about: only the fields that it prints.
    pub details: &'a BTreeMap<PartyId, Details>,
    /// Posts of the statements taken up, by statement, the first one first; empty where the form quotes nothing.
    pub quotes: &'a BTreeMap<String, Vec<Quote>>,
    /// Pages of the evidence volume, where it was made.
    pub pages: &'a BTreeMap<ItemId, PageSpan>,
    /// Statements and parties of the other side that a person leaves out of this paper; absent where nobody said, and then
    /// the form chooses.
    pub left_out: Option<&'a BTreeSet<String>>,
    /// The day on the paper (Beijing).
    pub today: Date,
}

impl Source<'_> {
    /// An exhibit by its number in the evidence list, which counts what stands there: material and papers, not the
    /// mapping files and not the sealed heads of the ledger.
    pub fn exhibit(&self, item: ItemId) -> Option<ExhibitRef> {
        let at = self.listed().position(|listed| listed == item)?;
        let number = u32::try_from(at).ok()?.checked_add(1)?;
        Some(ExhibitRef { number, item, pages: self.pages.get(&item).copied() })
    }

    /// Whether a person leaves a statement, or a party of the other side, out of this paper.
    pub fn leaves_out(&self, id: &str) -> bool {
        self.left_out.is_some_and(|all| all.contains(id))
    }

    /// What is left out, in order.
    pub(crate) fn all_left_out(&self) -> Vec<String> {
        self.left_out.into_iter().flatten().cloned().collect()
    }

    /// Whether Article 10 sets a statement aside (指导意见 10, in force 2023-09-20): nothing of it enters a paper.
    pub fn set_aside(&self, statement: Option<&str>) -> bool {
        let Some(id) = statement else { return false };
        let scope = Scope::Statement(id.to_owned());
        self.result.protected.iter().any(|one| one.set_aside && one.scope == scope)
    }

    /// Whether a step stands in papers: one about a statement that Article 10 sets aside does not, nor one about a statement
    /// of which the article is still open (指导意见 10, in force 2023-09-20). A step that names no statement goes with those
    /// of its track that do.
    pub(crate) fn step_shown(&self, event: &Event) -> bool {
        let shown = |id: &str| StatementPart::unprotected(self, id);
        if let Some(id) = event.statement.as_deref() {
            return shown(id);
        }
        let of_track =
            |(key, _): &(&TrackKey, &Track)| key.procedure == event.procedure && key.track == event.track;
        let track = self.docket.tracks().find(of_track);
        let mut named = track.iter().flat_map(|(_, track)| &track.history);
        let mut about = named.by_ref().filter_map(|done| done.event.statement.as_deref()).peekable();
        about.peek().is_none() || about.any(shown)
    }

    /// The items of the evidence list, in order.
    pub fn listed(&self) -> impl Iterator<Item = ItemId> {
        use redress_case::Role;
        let shown = |role: Role| matches!(role, Role::Material | Role::Paper);
        self.state.items.values().filter(move |kept| shown(kept.role)).map(|kept| kept.item.id)
    }
}
