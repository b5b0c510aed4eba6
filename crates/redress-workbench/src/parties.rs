//! Who takes part: entering parties, and looking at what identifies them.

use crate::Desk;
use crate::record::text;
use redress_base::{Date, Fault, Finding, ItemId, Refusal};
use redress_case::{
    Because, Capacity, Details, Kind, Party, PartyId, Relation, Seen, State, View, What, admit_party,
};
use redress_evidence::hash;
use std::io::Read as _;

/// The longest details object that is read.
const LONGEST: u64 = 1 << 20;

/// A party as a person enters it. What is absent stays as it was, where the party is on file already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewParty {
    /// A party on file that this changes.
    pub id: Option<PartyId>,
    /// In what capacity.
    pub capacity: Option<Capacity>,
    /// What kind of person.
    pub kind: Option<Kind>,
    /// For whom they act.
    pub acts_for: Option<PartyId>,
    /// How they stand to that party.
    pub relation: Option<Relation>,
    /// Why they may act.
    pub because: Option<Because>,
    /// Whether it is unknown who they are.
    pub identity_unknown: Option<bool>,
    /// Under eighteen.
    pub minor: Option<bool>,
    /// Day of death.
    pub died: Option<Date>,
    /// Papers that show it.
    pub proof: Vec<ItemId>,
    /// Statements that are laid to them, each by one of its posts.
    pub statements: Vec<String>,
    /// Statements that are no longer laid to them, each by the post by which it is.
    pub taken_back: Vec<String>,
    /// Why; asked for where a statement is taken back, and nowhere else.
    pub reason: Option<String>,
    /// What identifies them.
    pub details: Details,
    /// The day on which they ceased to take part.
    pub until: Option<Date>,
}

impl NewParty {
    /// The reason to keep with the entry: one has to be given where a statement is taken back.
    fn why(&self) -> Result<Option<String>, Refusal> {
        if self.taken_back.is_empty() {
            return Ok(None);
        }
        text("reason", self.reason.as_deref().unwrap_or_default()).map(Some)
    }
}

impl Desk<'_> {
    /// Enters a party, or changes one on file; gives its id and what should be known beside it. `salt` is 32 fresh
    /// random bytes.
    ///
    /// # Errors
    /// `Usage` where the law or the file does not let it stand so; nothing is changed then.
    pub fn enter_party(
        &mut self,
        by: Option<&str>,
        new: NewParty,
        salt: &[u8; 32],
    ) -> Result<(PartyId, Vec<Finding>), Refusal> {
        let (ledger, state) = self.state()?;
        let reason = new.why()?;
        // Of a name that was entered before, and that whoever enters something else now may not see, nothing is told.
        let named = new.details.get("name").is_some();
        let (party, details) = self.party(&state, new)?;
        if let Some(missing) = party.proof.iter().find(|item| !state.items.contains_key(item)) {
            let found = Finding::error("workbench-source-unknown").with("item", missing.to_string());
            return Err(found.refuse(Fault::Usage));
        }
        let today = self.today()?;
        let mut parties = state.parties();
        let mut findings = admit_party(&parties, &party, today)?;
        if let Some(details) = &details {
            details.birth().map_or(Ok(()), |day| self.not_ahead(day))?;
            findings.extend(details.doubts(&party, today));
            if named && details.named_in(&state.cover) {
                findings.push(
                    Finding::warning("workbench-cover-shows-party").with("cover", state.cover.as_str()),
                );
            }
        }
        // What somebody on file does for this party has to hold still.
        parties.insert(party.id, party.clone());
        for other in parties.values().filter(|other| other.acts_for == Some(party.id)) {
            admit_party(&parties, other, today)?;
        }
        let id = party.id;
        let mut party = party;
        if let Some(details) = details {
            let bytes = details.bytes(salt)?;
            let digests = hash::digests(&bytes);
            self.store.put(&bytes, &digests)?;
            party.details = Some(digests.sha256);
        }
        let author = self.author(&ledger, by);
        let kept = party.details;
        if let Err(refusal) = self.append(&ledger, &author, vec![What::Party { party, reason }]) {
            if let Some(digest) = kept {
                self.store.forget(&digest)?;
            }
            return Err(refusal);
        }
        Ok((id, findings))
    }

    /// The entry that a request makes, and the details to keep with it.
    fn party(&self, state: &State, new: NewParty) -> Result<(Party, Option<Details>), Refusal> {
        let parties = state.parties();
        let next = parties.keys().next_back().map_or(1, |last| last.0.saturating_add(1));
        let old = match new.id {
            Some(id) => Some(parties.get(&id).ok_or_else(|| unknown(id))?),
            None => None,
        };
        let capacity = new.capacity.or(old.map(|old| old.capacity));
        let Some(capacity) = capacity else {
            return Err(Finding::error("workbench-party-capacity").refuse(Fault::Usage));
        };
        let before = match old.and_then(|old| old.details) {
            Some(_) if new.details.is_empty() => None,
            Some(digest) => Some(self.read_details(&digest)?),
            None => None,
        };
        let details = (!new.details.is_empty()).then(|| before.unwrap_or_default().changed(new.details));
        let mut proof = old.map(|old| old.proof.clone()).unwrap_or_default();
        proof.extend(new.proof.iter().filter(|item| !old.is_some_and(|old| old.proof.contains(item))));
        let mut statements = old.map(|old| old.statements.clone()).unwrap_or_default();
        for post in &new.taken_back {
            let Some(place) = statements.iter().position(|one| one == post) else {
                let found = Finding::error("workbench-party-not-laid").with("post", post.as_str());
                return Err(found.refuse(Fault::Usage));
            };
            statements.remove(place);
        }
        statements.extend(
            new.statements.iter().filter(|one| !old.is_some_and(|old| old.statements.contains(one))).cloned(),
        );
        let party = Party {
            id: new.id.unwrap_or(PartyId(next)),
            capacity,
            kind: new.kind.or(old.map(|old| old.kind)).unwrap_or(Kind::Natural),
            acts_for: new.acts_for.or(old.and_then(|old| old.acts_for)),
            relation: new.relation.or(old.and_then(|old| old.relation)),
            because: new.because.or(old.and_then(|old| old.because)),
            identity_unknown: new.identity_unknown.or(old.map(|old| old.identity_unknown)).unwrap_or(false),
            minor: new.minor.or(old.and_then(|old| old.minor)),
            died: new.died.or(old.and_then(|old| old.died)),
            proof,
            statements,
            details: old.and_then(|old| old.details),
            until: new.until.or(old.and_then(|old| old.until)),
        };
        Ok((party, details))
    }

    /// What identifies a party. That somebody looked is in the ledger before anything is given out.
    ///
    /// # Errors
    /// `Usage` for an unknown party or one without details; `Storage` where the object is not here or is altered.
    pub fn look_at_party(
        &mut self,
        by: Option<&str>,
        id: PartyId,
        purpose: Option<String>,
    ) -> Result<Details, Refusal> {
        let (_, state) = self.state()?;
        let parties = state.parties();
        let party = parties.get(&id).ok_or_else(|| unknown(id))?;
        let Some(digest) = party.details else {
            let found = Finding::error("workbench-party-without-details").with("party", id.to_string());
            return Err(found.refuse(Fault::Usage));
        };
        let left_out = state.receipts.iter().any(|one| one.of.left_out.contains(&digest));
        if left_out && self.store.open(&digest).is_err() {
            let found = Finding::error("workbench-details-left-out").with("party", id.to_string());
            return Err(found.refuse(Fault::Usage));
        }
        // Read first, so that a missing object is not recorded as seen; shown only after the entry stands.
        let details = self.read_details(&digest)?;
        self.looked(by, Seen::Details, Some(id.to_string()), purpose)?;
        Ok(details)
    }

    /// Records that somebody looked at unmasked data, before it is shown.
    ///
    /// # Errors
    /// Whatever the store refuses; then nothing may be shown.
    pub fn looked(
        &mut self,
        by: Option<&str>,
        seen: Seen,
        of: Option<String>,
        purpose: Option<String>,
    ) -> Result<(), Refusal> {
        let (ledger, _) = self.state()?;
        let author = self.author(&ledger, by);
        self.append(&ledger, &author, vec![What::Viewed { view: View { seen, of, purpose } }])
    }

    pub(crate) fn read_details(&self, digest: &redress_base::Sha256) -> Result<Details, Refusal> {
        let mut bytes = Vec::new();
        let unreadable = || Finding::error("workbench-details-missing").refuse(Fault::Verification);
        let object = self.store.open(digest).map_err(|refusal| match refusal.fault {
            // Left out of the file that this copy came from: nothing was touched, it is only not here.
            Fault::Verification if refusal.finding.code.ends_with("-object-missing") => {
                Finding::error("workbench-details-missing").refuse(Fault::Storage)
            }
            _ => refusal,
        })?;
        let read = object.take(LONGEST).read_to_end(&mut bytes);
        read.map_err(|_| unreadable())?;
        if hash::digests(&bytes).sha256 != *digest {
            return Err(unreadable());
        }
        Details::from_bytes(&bytes)
    }
}

fn unknown(id: PartyId) -> Refusal {
    Finding::error("workbench-party-unknown").with("party", id.to_string()).refuse(Fault::Usage)
}
