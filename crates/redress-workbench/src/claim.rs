//! What a person says is established, and what they no longer rely on.

use crate::Desk;
use redress_base::{Fault, Finding, Refusal, Span};
use redress_case::{Anchor, What, read_value};
use redress_facts::{Claim, Datum, Kind, Standing, TermScope, Vocabulary};

/// A claim as a person enters it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewClaim {
    /// Case or statement.
    pub anchor: Anchor,
    /// Term of the vocabulary.
    pub term: String,
    /// The value as typed.
    pub value: String,
    /// How it was established, where the person says so.
    pub standing: Option<Standing>,
    /// Evidence it rests on.
    pub sources: Vec<Span>,
    /// Why.
    pub reason: Option<String>,
    /// For the other side.
    pub opposing: bool,
}

impl Desk<'_> {
    /// Enters one claim; gives the number of its ledger entry.
    ///
    /// # Errors
    /// `Usage` for an unknown term, an unfit value, a term of statements said of the case, a judgement that nobody judged, or a source that
    /// is not an item of the case.
    pub fn claim(&mut self, words: &Vocabulary, by: Option<&str>, new: NewClaim) -> Result<u64, Refusal> {
        let numbers = self.claims(words, by, vec![new])?;
        Ok(numbers.first().copied().unwrap_or_default())
    }

    /// Enters several claims at once, all or none.
    ///
    /// # Errors
    /// As [`Desk::claim`], for the first that does not hold.
    pub fn claims(
        &mut self,
        words: &Vocabulary,
        by: Option<&str>,
        new: Vec<NewClaim>,
    ) -> Result<Vec<u64>, Refusal> {
        let (ledger, state) = self.state()?;
        let author = self.author(&ledger, by);
        let first = state.entries.saturating_add(1);
        let mut happened = Vec::with_capacity(new.len());
        for one in new {
            if let Some(missing) = one.sources.iter().find(|span| !state.items.contains_key(&span.item)) {
                let found = Finding::error("workbench-source-unknown").with("item", missing.item.to_string());
                return Err(found.refuse(Fault::Usage));
            }
            let (anchor, term) = (one.anchor.clone(), one.term.clone());
            let claim = self.checked(words, &author, one)?;
            happened.push(What::Claimed { anchor, term, claim });
        }
        let count = u64::try_from(happened.len()).unwrap_or(u64::MAX);
        self.append(&ledger, &author, happened)?;
        Ok((first..first.saturating_add(count)).collect())
    }

    fn checked(&self, words: &Vocabulary, author: &str, new: NewClaim) -> Result<Claim, Refusal> {
        let entered = read_value(words, &new.term, &new.value)?;
        let of_statement = words.get(&new.term).is_some_and(|term| term.scope == TermScope::Statement);
        if of_statement && new.anchor == Anchor::Case {
            // No rule would ever read it there.
            let found = Finding::error("workbench-term-of-statement").with("term", new.term.as_str());
            return Err(found.refuse(Fault::Usage));
        }
        // A fact is what happened; only the end of a term that was set may lie ahead.
        let ahead = words.get(&new.term).is_some_and(|term| term.ahead);
        if let Datum::Date(day) = entered.value
            && !ahead
        {
            self.not_ahead(day)?;
        }
        let standing = new.standing.unwrap_or(entered.standing);
        let judgement = words.get(&new.term).is_some_and(|term| term.kind == Kind::Judgement);
        // docs/principles.md, rule 3: judgement facts are set by a person, never computed or merely stated.
        if judgement && standing != Standing::Judged {
            let found = Finding::error("workbench-judgement-needs-person").with("term", new.term.as_str());
            return Err(found.refuse(Fault::Usage));
        }
        Ok(Claim {
            value: entered.value,
            standing,
            by: author.to_owned(),
            as_of: self.clock.now(),
            sources: new.sources,
            figure: None,
            reason: new.reason,
            opposing: new.opposing,
            disputed: false,
            named: None,
        })
    }

    /// Stops relying on an earlier claim, which stays in the ledger; gives the number of the new entry.
    ///
    /// # Errors
    /// `Usage` where that entry is not a claim or was withdrawn before.
    pub fn withdraw(&mut self, by: Option<&str>, entry: u64, reason: &str) -> Result<u64, Refusal> {
        let (_, state) = self.state()?;
        if !state.claims.iter().any(|claim| claim.seq == entry && claim.withdrawn.is_none()) {
            return Err(Finding::error("workbench-no-such-claim").with("entry", entry).refuse(Fault::Usage));
        }
        let reason = crate::record::text("reason", reason)?;
        self.enter(by, What::Withdrawn { entry, reason })
    }
}
