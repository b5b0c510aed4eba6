//! The state of a case: a fold of its ledger, and nothing else.

use crate::custody::{Attestation, Capture, Handling, Stamping};
use crate::records::{
    Decision, DrawnUp, Export, Filing, HandOver, Labelling, Marking, NeutralSummary, Notice, Obstacle,
    Receipt, View,
};
use crate::{Anchor, Entry, Ledger, Party, PartyId, Role, What, checkpoint};
use redress_base::{Fault, Finding, ItemId, Refusal, Sha256, Span, Stamp};
use redress_evidence::{SealedItem, hash, merkle};
use redress_facts::Claim;
use redress_procedure::{Event, Numbered};
use std::collections::BTreeMap;

/// One item as the case keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its record in the evidence log.
    pub item: SealedItem,
    /// What it is for.
    pub role: Role,
    /// Who sealed it.
    pub by: String,
    /// How posts are read out of it, if they are: format, and the mapping's item. Of several readings the last that
    /// stands.
    pub read: Option<(String, Option<ItemId>)>,
    /// Every reading of it, in order, the struck ones too.
    pub readings: Vec<Reading>,
}

/// A reading of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Sequence number of its entry.
    pub seq: u64,
    /// The format as which the item was read.
    pub format: String,
    /// The mapping by which it was read.
    pub mapping: Option<ItemId>,
    /// The entry that struck it, if any. Its posts then count no more.
    pub struck: Option<u64>,
}

impl Kept {
    /// Works out how the item is read: by the last reading that stands.
    fn settle(&mut self) {
        let last = self.readings.iter().rev().find(|one| one.struck.is_none());
        self.read = last.map(|one| (one.format.clone(), one.mapping));
    }
}

/// A claim as entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimEntry {
    /// Sequence number of its entry.
    pub seq: u64,
    /// Case or statement.
    pub anchor: Anchor,
    /// Term of the vocabulary.
    pub term: String,
    /// The claim.
    pub claim: Claim,
    /// Entry that withdrew it, if any.
    pub withdrawn: Option<u64>,
    /// Entries that dispute it.
    pub disputes: Vec<u64>,
}

/// Something recorded, with the number, the author and the moment of its entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded<T> {
    /// Sequence number of its entry.
    pub seq: u64,
    /// Who entered it.
    pub by: String,
    /// When it was entered.
    pub at: Stamp,
    /// What was recorded.
    pub of: T,
    /// The entry that struck it, if any. It then counts no more.
    pub struck: Option<u64>,
}

/// A step of a procedure and the paper that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The step.
    pub event: Event,
    /// The sealed paper.
    pub paper: Option<ItemId>,
}

/// A dispute of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// Entry of the claim.
    pub entry: u64,
    /// Why.
    pub reason: String,
    /// Evidence for it.
    pub sources: Vec<Span>,
}

/// Bytes of the longest id of a form.
const LONGEST_FORM: usize = 60;

/// What the ledger says now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Random id of the case.
    pub case_id: String,
    /// Neutral cover name.
    pub cover: String,
    /// When it was opened.
    pub opened: Stamp,
    /// When the last entry was made.
    pub last: Stamp,
    /// Every item, by number.
    pub items: BTreeMap<ItemId, Kept>,
    /// Every claim, in order, the withdrawn ones too.
    pub claims: Vec<ClaimEntry>,
    /// Checkpoints of the evidence log that were signed so far, in bundles or by themselves.
    pub checkpoints: Vec<String>,
    /// Checkpoints that somebody else signed too, each with the key of whoever did.
    pub cosigned: Vec<(String, String)>,
    /// Disputes of claims, in order.
    pub disputes: Vec<Recorded<Dispute>>,
    /// What was entered about parties, in order; of a party the last entry that stands counts ([`State::parties`]).
    pub party_entries: Vec<Recorded<Party>>,
    /// Steps of procedures, in the order of entry.
    pub steps: Vec<Recorded<Step>>,
    /// Notices served.
    pub notices: Vec<Recorded<Notice>>,
    /// Papers handed in.
    pub filings: Vec<Recorded<Filing>>,
    /// Decisions taken.
    pub decisions: Vec<Recorded<Decision>>,
    /// Marks set and taken away.
    pub markings: Vec<Recorded<Marking>>,
    /// What stood in the way of time limits.
    pub obstacles: Vec<Recorded<Obstacle>>,
    /// What left the house.
    pub exports: Vec<Recorded<Export>>,
    /// Who looked at unmasked data.
    pub views: Vec<Recorded<View>>,
    /// Every handing over.
    pub hand_overs: Vec<Recorded<HandOver>>,
    /// Every receipt.
    pub receipts: Vec<Recorded<Receipt>>,
    /// Papers drawn up, complete.
    pub papers: Vec<Recorded<DrawnUp>>,
    /// Posts put under labels and taken out.
    pub labellings: Vec<Recorded<Labelling>>,
    /// How items were captured.
    pub captures: Vec<Recorded<Capture>>,
    /// What others attest.
    pub attestations: Vec<Recorded<Attestation>>,
    /// Checkpoints that were stamped.
    pub stampings: Vec<Recorded<Stamping>>,
    /// What was done with originals.
    pub handlings: Vec<Recorded<Handling>>,
    /// What people said of posts, for whoever is spared their words.
    pub summaries: Vec<Recorded<NeutralSummary>>,
    /// Heads of the ledger that were sealed: item, entries covered.
    pub sealed_heads: Vec<(ItemId, u64)>,
    /// Number of entries.
    pub entries: u64,
    /// SHA-256 of the last line.
    pub head: Sha256,
}

/// Looks at the id of a form: files of a bundle are named by it, so that a ledger from elsewhere could name any path.
fn named(entry: &Entry) -> Result<(), Refusal> {
    let What::DrawnUp { paper } = &entry.what else { return Ok(()) };
    let fits = (1..=LONGEST_FORM).contains(&paper.form.len())
        && paper.form.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    if fits {
        return Ok(());
    }
    Err(Finding::error("case-ledger-form").with("line", entry.seq).refuse(Fault::Verification))
}

impl State {
    /// Folds a checked ledger.
    ///
    /// # Errors
    /// `Storage` where the first entry does not open a case, or an entry speaks of an item or a claim
    /// that is not there; where a paper names its form by what is no form's id.
    pub fn fold(ledger: &Ledger) -> Result<State, Refusal> {
        let mut entries = ledger.entries.iter();
        let Some(Entry { what: What::Opened { case_id, cover, .. }, at, .. }) = entries.next() else {
            return Err(Finding::error("case-ledger-not-opened").refuse(Fault::Verification));
        };
        let mut state = State::opened(case_id, cover, *at);
        state.entries = u64::try_from(ledger.entries.len()).unwrap_or(u64::MAX);
        state.head = ledger.head;
        for entry in entries {
            let illegal =
                || Finding::error("case-ledger-illegal").with("line", entry.seq).refuse(Fault::Verification);
            state.last = entry.at;
            named(entry)?;
            state.apply(ledger, entry).ok_or_else(illegal)?;
        }
        Ok(state)
    }

    /// The state of a case that was opened and of which nothing more is recorded.
    pub fn opened(case_id: &str, cover: &str, at: Stamp) -> State {
        State {
            case_id: case_id.to_owned(),
            cover: cover.to_owned(),
            opened: at,
            last: at,
            items: BTreeMap::new(),
            claims: Vec::new(),
            checkpoints: Vec::new(),
            cosigned: Vec::new(),
            disputes: Vec::new(),
            party_entries: Vec::new(),
            steps: Vec::new(),
            notices: Vec::new(),
            filings: Vec::new(),
            decisions: Vec::new(),
            markings: Vec::new(),
            obstacles: Vec::new(),
            exports: Vec::new(),
            views: Vec::new(),
            hand_overs: Vec::new(),
            receipts: Vec::new(),
            papers: Vec::new(),
            labellings: Vec::new(),
            captures: Vec::new(),
            attestations: Vec::new(),
            stampings: Vec::new(),
            handlings: Vec::new(),
            summaries: Vec::new(),
            sealed_heads: Vec::new(),
            entries: 1,
            head: Sha256([0; 32]),
        }
    }

    /// Takes one entry in; `None` where it comes out of turn or speaks of something that is not there.
    fn apply(&mut self, ledger: &Ledger, entry: &Entry) -> Option<()> {
        match &entry.what {
            What::Opened { .. } => return None,
            What::Sealed { item, role } => self.sealed(entry, item, *role)?,
            What::Read { item, format, mapping } => {
                let kept = self.items.get_mut(item)?;
                let (seq, format) = (entry.seq, format.clone());
                kept.readings.push(Reading { seq, format, mapping: *mapping, struck: None });
                kept.settle();
            }
            What::Claimed { anchor, term, claim } => self.claims.push(ClaimEntry {
                seq: entry.seq,
                anchor: anchor.clone(),
                term: term.clone(),
                claim: claim.clone(),
                withdrawn: None,
                disputes: Vec::new(),
            }),
            What::Withdrawn { entry: seq, .. } => {
                self.claims.iter_mut().find(|claim| claim.seq == *seq)?.withdrawn = Some(entry.seq);
            }
            What::Packed { checkpoint, .. } | What::Checkpointed { checkpoint } => {
                self.checkpoints.push(checkpoint.clone());
            }
            What::Cosigned { checkpoint, cosigner } => {
                self.cosigned.push((checkpoint.clone(), cosigner.clone()));
            }
            What::Assessed { .. } => {}
            What::Renamed { cover } => self.cover.clone_from(cover),
            What::Struck { entry: seq, .. } => self.strike(ledger, *seq, entry.seq)?,
            _ => self.record(entry)?,
        }
        Some(())
    }

    fn sealed(&mut self, entry: &Entry, item: &SealedItem, role: Role) -> Option<()> {
        let kept = Kept { item: item.clone(), role, by: entry.by.clone(), read: None, readings: Vec::new() };
        if role == Role::Checkpoint {
            // The sealed head has to be the head of this very ledger just before this entry.
            let covered = entry.seq.checked_sub(1)?;
            let bytes = checkpoint::checkpoint(&self.case_id, covered, entry.prev).ok()?;
            (hash::digests(&bytes) == item.digests).then_some(())?;
            self.sealed_heads.push((item.id, covered));
        }
        (item.id == self.next_item() && self.items.insert(item.id, kept).is_none()).then_some(())
    }

    /// The entries that came with version 2 of the ledger.
    fn record(&mut self, entry: &Entry) -> Option<()> {
        fn put<T: Clone>(list: &mut Vec<Recorded<T>>, entry: &Entry, of: &T) {
            let (seq, by, at, of) = (entry.seq, entry.by.clone(), entry.at, of.clone());
            list.push(Recorded { seq, by, at, of, struck: None });
        }
        match &entry.what {
            What::Disputed { entry: seq, reason, sources } => {
                let dispute = Dispute { entry: *seq, reason: reason.clone(), sources: sources.clone() };
                self.claims.iter_mut().find(|claim| claim.seq == *seq)?.disputes.push(entry.seq);
                put(&mut self.disputes, entry, &dispute);
            }
            What::Party { party, .. } => put(&mut self.party_entries, entry, party),
            What::Happened { event, paper } => {
                put(&mut self.steps, entry, &Step { event: event.clone(), paper: *paper });
            }
            What::Noticed { notice } => put(&mut self.notices, entry, notice),
            What::Filed { filing } => put(&mut self.filings, entry, filing),
            What::Decided { decision } => put(&mut self.decisions, entry, decision),
            What::Marked { marking } => put(&mut self.markings, entry, marking),
            What::Hindered { obstacle } => put(&mut self.obstacles, entry, obstacle),
            What::Exported { export } => put(&mut self.exports, entry, export),
            What::Viewed { view } => put(&mut self.views, entry, view),
            What::HandedOver { hand_over } => put(&mut self.hand_overs, entry, hand_over),
            What::Received { receipt } => put(&mut self.receipts, entry, receipt),
            What::Labelled { labelling } => put(&mut self.labellings, entry, labelling),
            What::Captured { capture } => {
                self.all_kept(std::iter::once(&capture.item).chain(&capture.raw).chain(&capture.rendered))?;
                self.all_kept(&capture.corroborates)?;
                put(&mut self.captures, entry, capture);
            }
            What::Attested { attestation } => {
                self.all_kept(std::iter::once(&attestation.proof).chain(&attestation.of))?;
                put(&mut self.attestations, entry, attestation);
            }
            What::Stamped { stamping } => {
                self.all_kept([&stamping.token])?;
                // It was signed before it was stamped, as a rule by an entry of its own.
                if !self.checkpoints.contains(&stamping.checkpoint) {
                    self.checkpoints.push(stamping.checkpoint.clone());
                }
                put(&mut self.stampings, entry, stamping);
            }
            What::Handled { handling } => {
                self.all_kept([&handling.item])?;
                put(&mut self.handlings, entry, handling);
            }
            What::Summarised { summary } => put(&mut self.summaries, entry, summary),
            // Its figures rest on entries that were there before it.
            What::DrawnUp { paper } if paper.basis < entry.seq => put(&mut self.papers, entry, paper),
            _ => return None,
        }
        Some(())
    }

    /// Whether the case has every one of these items.
    fn all_kept<'i>(&self, items: impl IntoIterator<Item = &'i ItemId>) -> Option<()> {
        items.into_iter().all(|item| self.items.contains_key(item)).then_some(())
    }

    /// Strikes an earlier entry that may be struck and still stands.
    fn strike(&mut self, ledger: &Ledger, seq: u64, by: u64) -> Option<()> {
        fn mark<T>(list: &mut [Recorded<T>], seq: u64, by: u64) -> Option<()> {
            let one = list.iter_mut().find(|one| one.seq == seq && one.struck.is_none())?;
            one.struck = Some(by);
            Some(())
        }
        let entry = ledger.entry(seq).filter(|_| seq < by)?;
        match &entry.what {
            What::Disputed { entry: claim, .. } => {
                mark(&mut self.disputes, seq, by)?;
                self.claims.iter_mut().find(|one| one.seq == *claim)?.disputes.retain(|one| *one != seq);
                Some(())
            }
            What::Read { item, .. } => {
                let kept = self.items.get_mut(item)?;
                kept.readings.iter_mut().find(|one| one.seq == seq && one.struck.is_none())?.struck =
                    Some(by);
                kept.settle();
                Some(())
            }
            What::Party { .. } => mark(&mut self.party_entries, seq, by),
            What::Happened { .. } => mark(&mut self.steps, seq, by),
            What::Noticed { .. } => mark(&mut self.notices, seq, by),
            What::Filed { .. } => mark(&mut self.filings, seq, by),
            What::Decided { .. } => mark(&mut self.decisions, seq, by),
            What::Marked { .. } => mark(&mut self.markings, seq, by),
            What::Hindered { .. } => mark(&mut self.obstacles, seq, by),
            What::Captured { .. } => mark(&mut self.captures, seq, by),
            What::Attested { .. } => mark(&mut self.attestations, seq, by),
            What::Summarised { .. } => mark(&mut self.summaries, seq, by),
            _ => None,
        }
    }

    /// How an item was captured: the last record of it that stands.
    pub fn capture_of(&self, item: ItemId) -> Option<&Recorded<Capture>> {
        self.captures.iter().rev().find(|one| one.struck.is_none() && one.of.item == item)
    }

    /// The parties as they stand: of each the last entry that was not struck.
    pub fn parties(&self) -> BTreeMap<PartyId, Party> {
        let standing = self.party_entries.iter().filter(|one| one.struck.is_none());
        standing.map(|one| (one.of.id, one.of.clone())).collect()
    }

    /// The steps of procedures that stand, with the numbers of their entries.
    pub fn events(&self) -> Vec<Numbered<Event>> {
        let standing = self.steps.iter().filter(|one| one.struck.is_none());
        standing.map(|one| Numbered { entry: one.seq, of: one.of.event.clone() }).collect()
    }

    /// The handing over after which the file has not come back: it goes on elsewhere.
    pub fn handed_over(&self) -> Option<&Recorded<HandOver>> {
        let back = self.receipts.last().map_or(0, |receipt| receipt.seq);
        self.hand_overs.last().filter(|last| last.seq > back)
    }

    /// The marks that are set.
    pub fn marks(&self) -> Vec<crate::Mark> {
        let mut set = BTreeMap::new();
        for one in self.markings.iter().filter(|one| one.struck.is_none()) {
            set.insert(one.of.mark, one.of.set);
        }
        set.into_iter().filter_map(|(mark, set)| set.then_some(mark)).collect()
    }

    /// The root of the evidence log over the sealed items, in order (RFC 6962): item *n* is entry *n* − 1.
    ///
    /// # Errors
    /// Where the record of an item cannot be written canonically.
    pub fn log_root(&self) -> Result<Sha256, Refusal> {
        let leaves = self.items.values().map(|kept| kept.item.leaf()).collect::<Result<Vec<_>, _>>()?;
        Ok(Sha256(merkle::root(&leaves)))
    }

    /// The number that the next sealed item gets.
    pub fn next_item(&self) -> ItemId {
        ItemId(self.items.keys().next_back().map_or(1, |last| last.0.saturating_add(1)))
    }

    /// Claims that are relied on.
    pub fn standing_claims(&self) -> impl Iterator<Item = &ClaimEntry> {
        self.claims.iter().filter(|claim| claim.withdrawn.is_none())
    }

    /// The item with these bytes and this name, if it is already kept.
    pub fn find_item(&self, name: &str, sha256: &Sha256) -> Option<ItemId> {
        let mut items = self.items.values();
        items
            .find(|kept| kept.item.name == name && kept.item.digests.sha256 == *sha256)
            .map(|kept| kept.item.id)
    }
}
