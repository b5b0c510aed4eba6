//! The desk at which a use case works: one case, and the ports that serve it.

use crate::{Clock, Progress, Store};
use redress_base::{Digests, Fault, Finding, Refusal, Sha256, Stamp};
use redress_case::{Entry, Ledger, Seen, State, What, chain, set_back};
use redress_evidence::hash;
use redress_posts::TableOpener;

/// One open case and the ports of the world.
pub struct Desk<'a> {
    /// Keeps the case.
    pub store: &'a mut dyn Store,
    /// Tells the time.
    pub clock: &'a dyn Clock,
    /// Shows how far it has come.
    pub progress: &'a mut dyn Progress,
    /// Opens database files.
    pub tables: &'a dyn TableOpener,
    /// Program and version.
    pub software: &'a str,
    /// Who signed in, where people sign in. Then every entry is theirs, whatever name a request gives.
    pub acting: Option<&'a str>,
}

impl Desk<'_> {
    /// The ledger as kept, checked, and the state it folds to.
    ///
    /// # Errors
    /// Whatever the store, the chain check or the fold refuses.
    pub fn state(&self) -> Result<(Ledger, State), Refusal> {
        let ledger = Ledger::read(&self.store.ledger()?)?;
        let state = State::fold(&ledger)?;
        Ok((ledger, state))
    }

    /// Opens a new case on an empty store.
    ///
    /// # Errors
    /// `Usage` where the store already holds a case.
    pub fn open_case(&mut self, case_id: &str, cover: &str, by: &str) -> Result<(), Refusal> {
        let ledger = Ledger::read(&self.store.ledger()?)?;
        if !ledger.entries.is_empty() {
            return Err(Finding::error("workbench-case-exists").refuse(Fault::Usage));
        }
        cover_fits(cover)?;
        let opened = What::Opened {
            case_id: case_id.to_owned(),
            cover: cover.to_owned(),
            software: self.software.to_owned(),
        };
        self.append(&ledger, self.acting.unwrap_or(by), vec![opened])
    }

    /// Goes on under another cover name; gives the number of the entry. The earlier name stays in the ledger, and wherever
    /// that goes.
    ///
    /// # Errors
    /// `Usage` for a name that does not fit, and for the one that the case has; where the file was handed over. Where it holds the
    /// name of somebody in the case, that this was compared is an entry, and the name stays.
    pub fn rename(&mut self, by: Option<&str>, cover: &str) -> Result<u64, Refusal> {
        let cover = cover.trim();
        cover_fits(cover)?;
        let (_, state) = self.state()?;
        if state.cover == cover {
            return Err(Finding::error("workbench-cover-stands").with("cover", cover).refuse(Fault::Usage));
        }
        // What cannot be read here is checked where it can.
        let named = |digest: &Sha256| self.read_details(digest).is_ok_and(|details| details.named_in(cover));
        let parties = state.parties();
        let mut known = parties.iter().filter_map(|(id, party)| Some((*id, party.details.as_ref()?)));
        let shown = known.find(|(_, digest)| named(digest)).map(|(id, _)| id);
        if let Some(id) = shown {
            // The refusal says whose name it is: that somebody looked is an entry before (docs/rights.md, rule 2). A name that
            // is nobody's leaves an entry as well, the one that names the case.
            self.looked(by, Seen::Details, Some(id.to_string()), Some("rename".to_owned()))?;
            return Err(Finding::error("workbench-cover-names-party").refuse(Fault::Usage));
        }
        self.enter(by, What::Renamed { cover: cover.to_owned() })
    }

    /// Appends what happened after `ledger`, all or nothing.
    ///
    /// # Errors
    /// `Usage` where the file was handed over and has not come back: it goes on elsewhere, and an entry here would be the
    /// second way on from the same entry.
    pub(crate) fn append(&mut self, ledger: &Ledger, by: &str, happened: Vec<What>) -> Result<(), Refusal> {
        let goes_on = happened.iter().any(|what| matches!(what, What::Received { .. }));
        if let Some(entry) = gone(ledger).filter(|_| !goes_on) {
            return Err(Finding::error("workbench-handed-over").with("entry", entry).refuse(Fault::Usage));
        }
        plain("by", by)?;
        let now = self.clock.now();
        let lines = chain(ledger, now, by, happened)?;
        self.store.append(&lines, &ledger.head)?;
        if let Some(finding) = set_back(ledger, now) {
            self.progress.notice(&finding);
        }
        Ok(())
    }

    /// Begins entries that are appended together.
    ///
    /// # Errors
    /// Whatever reading the case refuses; `Usage` where the file was handed over and has not come back.
    pub(crate) fn draft(&self, by: Option<&str>) -> Result<Draft, Refusal> {
        let draft = self.draft_after_return(by)?;
        match gone(&draft.ledger) {
            Some(entry) => {
                Err(Finding::error("workbench-handed-over").with("entry", entry).refuse(Fault::Usage))
            }
            None => Ok(draft),
        }
    }

    /// The same where the file is handed over: what follows is that it was received.
    pub(crate) fn draft_after_return(&self, by: Option<&str>) -> Result<Draft, Refusal> {
        let ledger = Ledger::read(&self.store.ledger()?)?;
        let (at, by) = (self.clock.now(), self.author(&ledger, by));
        plain("by", &by)?;
        let set_back = set_back(&ledger, at);
        Ok(Draft { head: ledger.head, ledger, at, by, lines: Vec::new(), kept: Vec::new(), set_back })
    }

    /// Keeps bytes that an entry of the draft names.
    pub(crate) fn keep_for(&mut self, draft: &mut Draft, bytes: &[u8]) -> Result<Digests, Refusal> {
        let digests = hash::digests(bytes);
        self.store.put(bytes, &digests)?;
        draft.kept.push(digests.sha256);
        Ok(digests)
    }

    /// Appends the entries of a draft, all or none; of a refused draft nothing stays.
    pub(crate) fn commit(&mut self, draft: Draft) -> Result<(), Refusal> {
        let done = self.store.append(&draft.lines, &draft.head);
        if let Some(finding) = draft.set_back.filter(|_| done.is_ok() && !draft.lines.is_empty()) {
            self.progress.notice(&finding);
        }
        if done.is_err() {
            // The first refusal is the one to tell; bytes that no line names are swept when the case is opened next.
            for digest in &draft.kept {
                let _ = self.store.forget(digest);
            }
        }
        done
    }

    /// Who acts: whoever signed in, else the given name, else whoever received the case last, else whoever opened it.
    pub(crate) fn author(&self, ledger: &Ledger, by: Option<&str>) -> String {
        let keeper = || keeper(ledger).map(|entry| entry.by.clone()).unwrap_or_default();
        self.acting.or(by).map_or_else(keeper, str::to_owned)
    }

    /// Refuses to go on where the person asked to stop.
    pub(crate) fn check_stop(&self) -> Result<(), Refusal> {
        if self.progress.stopped() {
            return Err(stopped());
        }
        Ok(())
    }
}

/// The entry by which whoever keeps the case now has it: it was begun or received. Under their name stands what nobody
/// signs otherwise.
pub fn keeper(ledger: &Ledger) -> Option<&Entry> {
    let took = |what: &What| matches!(what, What::Received { .. } | What::Opened { .. });
    ledger.entries.iter().rev().find(|entry| took(&entry.what))
}

/// Entries of one request, of which a later one may speak of the ledger as an earlier one leaves it.
pub(crate) struct Draft {
    /// The ledger with them.
    pub(crate) ledger: Ledger,
    /// The last line that is in the store.
    head: Sha256,
    at: Stamp,
    by: String,
    lines: Vec<String>,
    /// Objects that were put for them.
    kept: Vec<Sha256>,
    /// What is told where the clock stands before the last entry.
    set_back: Option<Finding>,
}

impl Draft {
    /// Adds an entry; gives its number.
    pub(crate) fn add(&mut self, what: What) -> Result<u64, Refusal> {
        for line in chain(&self.ledger, self.at, &self.by, vec![what])? {
            self.ledger.push(&line)?;
            self.lines.push(line);
        }
        Ok(self.ledger.entries.last().map_or(0, |entry| entry.seq))
    }

    /// Whether nothing was added.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The state that the case has with them.
    pub(crate) fn state(&self) -> Result<State, Refusal> {
        State::fold(&self.ledger)
    }
}

/// The person asked to stop.
pub fn stopped() -> Refusal {
    Finding::error("workbench-stopped").refuse(Fault::Interrupted)
}

/// The entry by which the file was handed over, where it has not come back.
fn gone(ledger: &Ledger) -> Option<u64> {
    let last = ledger
        .entries
        .iter()
        .rev()
        .find(|entry| matches!(entry.what, What::HandedOver { .. } | What::Received { .. }))?;
    matches!(last.what, What::HandedOver { .. }).then_some(last.seq)
}

/// So many digits in a row are a mobile number (11) or the number of an identity card (18), and no day.
const DIGITS_OF_SOMEBODY: usize = 11;

/// A cover name stands in lists, in calendars and in every file that leaves: what looks like a number or a mail address of
/// somebody does not belong in it.
fn cover_fits(cover: &str) -> Result<(), Refusal> {
    plain("cover", cover)?;
    let runs = cover.split(|c: char| !c.is_numeric());
    let digits = runs.map(|run| run.chars().count()).max().unwrap_or_default();
    if digits >= DIGITS_OF_SOMEBODY || cover.contains(['@', '＠']) {
        return Err(Finding::error("workbench-cover-personal").refuse(Fault::Usage));
    }
    Ok(())
}

/// The longest name of an author or a case, in characters.
const LONGEST: usize = 100;

/// A name that stands in one line of a list and reads as it is written: no control characters, no marks that turn the
/// direction of writing.
fn plain(field: &str, text: &str) -> Result<(), Refusal> {
    let turns =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let bad = text.chars().any(|c| c.is_control() || turns(c) || matches!(c, '\u{2028}' | '\u{2029}'));
    if text.trim().is_empty() || text.chars().count() > LONGEST || bad {
        let found = Finding::error("workbench-text-unfit").with("field", field);
        return Err(found.with("most", LONGEST).refuse(Fault::Usage));
    }
    Ok(())
}
