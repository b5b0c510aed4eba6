//! Recording what happens: disputes, decisions, notices, filings, marks, corrections, and sealed heads of
//! the ledger.

use crate::Desk;
use crate::desk::Draft;
use redress_base::{Date, Fault, Finding, ItemId, Refusal, Span};
use redress_case::{Decision, Filing, Marking, Notice, Organ, Role, State, What, checkpoint};
use redress_evidence::SealedItem;
use redress_law::Book;
use redress_procedure::{Docket, NumberKind, Procedures};

/// The longest text of a decision, a reason or a number, in characters.
const LONGEST: usize = 2_000;
/// So many digits in a row are the number of a telephone (7 or more) or of an identity card (18), not of a court room.
pub(crate) const DIGITS_OF_A_PERSON: usize = 7;

impl Desk<'_> {
    /// Today in Beijing, by the clock that was handed in.
    pub(crate) fn today(&self) -> Result<Date, Refusal> {
        let today = self.clock.now().at.beijing_date();
        today.ok_or_else(|| Finding::error("workbench-clock-unreadable").refuse(Fault::Storage))
    }

    /// Disputes a claim; gives the number of the entry.
    ///
    /// # Errors
    /// `Usage` where that entry is no claim that is relied on, or a source is not in the case.
    pub fn dispute(
        &mut self,
        by: Option<&str>,
        entry: u64,
        reason: &str,
        sources: Vec<Span>,
    ) -> Result<u64, Refusal> {
        let (_, state) = self.state()?;
        if !state.claims.iter().any(|claim| claim.seq == entry && claim.withdrawn.is_none()) {
            return Err(Finding::error("workbench-no-such-claim").with("entry", entry).refuse(Fault::Usage));
        }
        let items: Vec<ItemId> = sources.iter().map(|source| source.item).collect();
        items_known(&state, &items)?;
        let reason = text("reason", reason)?;
        self.enter(by, What::Disputed { entry, reason, sources })
    }

    /// Records a decision; its author is whoever acts.
    ///
    /// # Errors
    /// `Usage` for an empty or overlong text or a paper that is not in the case.
    pub fn decide(&mut self, by: Option<&str>, decision: Decision) -> Result<u64, Refusal> {
        let (_, state) = self.state()?;
        items_known(&state, &decision.items)?;
        let question = text("question", &decision.question)?;
        let answer = text("answer", &decision.answer)?;
        let reason = text("reason", &decision.reason)?;
        let decision = Decision { question, answer, reason, items: decision.items };
        self.enter(by, What::Decided { decision })
    }

    /// Records a notice that was served.
    ///
    /// # Errors
    /// `Usage` for a duty that the law book does not have, a party or paper that is not on file, a day in the
    /// future, or the same notice twice.
    pub fn serve(&mut self, book: &Book, by: Option<&str>, notice: Notice) -> Result<u64, Refusal> {
        let (_, state) = self.state()?;
        if !redress_case::notice_duties(book).any(|duty| duty.id == notice.duty) {
            let found = Finding::error("workbench-duty-unknown").with("duty", notice.duty.as_str());
            return Err(found.refuse(Fault::Usage));
        }
        // One body's telling does not meet what another owes.
        let owes = redress_case::notice_duties(book).find(|duty| duty.id == notice.duty).map(|duty| duty.who);
        if let Some(owes) = owes.filter(|owes| *owes != notice.by.kind) {
            let found = Finding::error("workbench-notice-by-whom").with("duty", notice.duty.as_str());
            let found = found.with("owes", owes.word()).with("by", notice.by.kind.word());
            return Err(found.refuse(Fault::Usage));
        }
        if !state.parties().contains_key(&notice.to) {
            let found = Finding::error("workbench-party-unknown").with("party", notice.to.to_string());
            return Err(found.refuse(Fault::Usage));
        }
        items_known(&state, notice.proof.as_slice())?;
        named(&notice.by)?;
        self.not_ahead(notice.on)?;
        let twice = state.notices.iter().find(|one| one.struck.is_none() && one.of == notice);
        refuse_twice(twice.map(|one| one.seq))?;
        self.enter(by, What::Noticed { notice })
    }

    /// Records a paper that was handed in.
    ///
    /// # Errors
    /// `Usage` for a paper that is not in the case, a day in the future, or the same filing twice.
    pub fn file(&mut self, by: Option<&str>, filing: Filing) -> Result<u64, Refusal> {
        let (_, state) = self.state()?;
        text("paper", &filing.paper)?;
        items_known(&state, &filing.items)?;
        named(&filing.to)?;
        filing.receipt.as_deref().map_or(Ok(()), |number| text("receipt", number).map(drop))?;
        self.not_ahead(filing.on)?;
        let twice = state.filings.iter().find(|one| one.struck.is_none() && one.of == filing);
        refuse_twice(twice.map(|one| one.seq))?;
        self.enter(by, What::Filed { filing })
    }

    /// Sets a mark or takes it away.
    ///
    /// # Errors
    /// `Usage` where it stands so already, or for a day in the future.
    pub fn mark(&mut self, by: Option<&str>, marking: Marking) -> Result<u64, Refusal> {
        let (_, state) = self.state()?;
        self.not_ahead(marking.on)?;
        named(&marking.by)?;
        let number = marking.number.as_deref().map(|number| official(number, marking.on)).transpose()?;
        let marking = Marking { number, ..marking };
        if state.marks().contains(&marking.mark) == marking.set {
            let found = Finding::error("workbench-mark-stands").with("mark", marking.mark.word());
            return Err(found.refuse(Fault::Usage));
        }
        self.enter(by, What::Marked { marking })
    }

    /// Strikes an entry that was a mistake. It stays in the ledger.
    ///
    /// # Errors
    /// `Usage` where there is no such entry, it cannot be struck, was struck before, or what came after it would no
    /// longer hold.
    pub fn strike(&mut self, by: Option<&str>, entry: u64, reason: &str) -> Result<u64, Refusal> {
        let (ledger, _) = self.state()?;
        let struck = ledger
            .entries
            .iter()
            .any(|one| matches!(one.what, What::Struck { entry: of, .. } if of == entry));
        let can = ledger.entry(entry).is_some_and(|one| one.what.can_be_struck());
        if struck || !can {
            let code = if struck { "workbench-struck-before" } else { "workbench-cannot-strike" };
            return Err(Finding::error(code).with("entry", entry).refuse(Fault::Usage));
        }
        let reason = text("reason", reason)?;
        let what = What::Struck { entry, reason };
        self.holds_without(&ledger, &what)?;
        self.enter(by, what)
    }

    /// Counts a file again that was set aside: it is read as it was read last. Gives the number of the entry.
    ///
    /// # Errors
    /// `Usage` where there is no such item, or no reading of it was struck, or one stands.
    pub fn count_again(&mut self, by: Option<&str>, item: ItemId) -> Result<u64, Refusal> {
        let (_, state) = self.state()?;
        let aside = state.items.get(&item).filter(|kept| kept.read.is_none());
        let Some(last) = aside.and_then(|kept| kept.readings.last()) else {
            let found = Finding::error("workbench-not-aside").with("item", item.to_string());
            return Err(found.refuse(Fault::Usage));
        };
        let (format, mapping) = (last.format.clone(), last.mapping);
        self.enter(by, What::Read { item, format, mapping })
    }

    /// Whether everything else still holds once `what` stands in the ledger too.
    fn holds_without(&self, ledger: &redress_case::Ledger, what: &What) -> Result<(), Refusal> {
        let lines = redress_case::chain(ledger, self.clock.now(), "", vec![what.clone()])?;
        let all: Vec<String> = self.store.ledger()?.into_iter().chain(lines).collect();
        let state = State::fold(&redress_case::Ledger::read(&all)?)?;
        let (procedures, events) = (Procedures::standard(), State::fold(ledger)?.events());
        if let What::Struck { entry, .. } = what
            && events.iter().any(|one| one.entry == *entry)
        {
            let resting = Docket::resting_on(procedures, &events, *entry);
            if !resting.is_empty() {
                return Err(resting_on(*entry, &resting));
            }
        }
        let (parties, today) = (state.parties(), self.today()?);
        // A notice to a party who never was would be a notice to nobody.
        let to_nobody = |one: &&redress_case::Recorded<Notice>| !parties.contains_key(&one.of.to);
        if let Some(notice) = state.notices.iter().filter(|one| one.struck.is_none()).find(to_nobody) {
            let found = Finding::error("workbench-strike-first").with("entry", notice.seq);
            return Err(found.refuse(Fault::Usage));
        }
        parties.values().try_for_each(|party| redress_case::admit_party(&parties, party, today).map(drop))
    }

    /// Seals the head of the ledger, so that the evidence log witnesses everything up to here. Gives the item.
    ///
    /// # Errors
    /// Whatever the store refuses.
    pub fn seal_head(&mut self, by: Option<&str>) -> Result<ItemId, Refusal> {
        let mut draft = self.draft(by)?;
        let id = self.seal_into(&mut draft)?;
        self.commit(draft)?;
        Ok(id)
    }

    /// Seals the head of a draft as one of its entries.
    pub(crate) fn seal_into(&mut self, draft: &mut Draft) -> Result<ItemId, Refusal> {
        let state = draft.state()?;
        let bytes = checkpoint(&state.case_id, state.entries, state.head)?;
        let item = SealedItem {
            schema: redress_evidence::ItemSchema::default(),
            id: state.next_item(),
            name: format!("ledger-{}.json", state.entries),
            format: "application/json".to_owned(),
            digests: self.keep_for(draft, &bytes)?,
            sealed_at: self.clock.now(),
            observed: None,
            clock_ahead_ms: None,
            source: "ledger".to_owned(),
            tool: self.software.to_owned(),
            parent: None,
        };
        let id = item.id;
        draft.add(What::Sealed { item, role: Role::Checkpoint })?;
        Ok(id)
    }

    /// Appends one entry and gives its number.
    pub(crate) fn enter(&mut self, by: Option<&str>, what: What) -> Result<u64, Refusal> {
        let (ledger, state) = self.state()?;
        let author = self.author(&ledger, by);
        self.append(&ledger, &author, vec![what])?;
        Ok(state.entries.saturating_add(1))
    }

    /// Refuses a moment that has not come yet, told by the clock of Beijing beside that of this computer.
    pub(crate) fn not_after_now(&self, at: redress_base::Instant) -> Result<(), Refusal> {
        let now = self.clock.now().at;
        match (at > now, at.beijing_text(), now.beijing_text()) {
            (false, _, _) => Ok(()),
            (true, moment, now) => {
                let found = Finding::error("workbench-moment-ahead").with("moment", moment);
                Err(found.with("now", now).refuse(Fault::Usage))
            }
        }
    }

    /// Refuses a day that has not come yet.
    pub(crate) fn not_ahead(&self, day: Date) -> Result<(), Refusal> {
        not_ahead(self.clock, day)
    }
}

/// Refuses a day that has not come yet by this clock.
///
/// # Errors
/// `Usage` with that day and today.
pub fn not_ahead(clock: &dyn crate::Clock, day: Date) -> Result<(), Refusal> {
    let today = clock.now().at.beijing_date();
    let today = today.ok_or_else(|| Finding::error("workbench-clock-unreadable").refuse(Fault::Storage))?;
    if day <= today {
        return Ok(());
    }
    let found = Finding::error("workbench-day-ahead").with("day", day.to_string());
    Err(found.with("today", today.to_string()).refuse(Fault::Usage))
}

/// Later steps would not hold without this one: they are named, and struck before it, the last one first.
fn resting_on(entry: u64, resting: &[u64]) -> Refusal {
    let named: Vec<String> = resting.iter().rev().map(u64::to_string).collect();
    let found = Finding::error("workbench-strike-steps").with("entry", entry).with("count", named.len());
    found.with("later", named.join(", ")).refuse(Fault::Usage)
}

fn refuse_twice(seq: Option<u64>) -> Result<(), Refusal> {
    match seq {
        Some(entry) => {
            Err(Finding::error("workbench-entered-before").with("entry", entry).refuse(Fault::Usage))
        }
        None => Ok(()),
    }
}

pub(crate) fn items_known(state: &State, items: &[ItemId]) -> Result<(), Refusal> {
    match items.iter().find(|item| !state.items.contains_key(item)) {
        Some(missing) => {
            let found = Finding::error("workbench-source-unknown").with("item", missing.to_string());
            Err(found.refuse(Fault::Usage))
        }
        None => Ok(()),
    }
}

/// The name of an office, where one was given.
pub(crate) fn named(organ: &Organ) -> Result<(), Refusal> {
    organ.name.as_deref().map_or(Ok(()), office_name)
}

/// The name of an office goes into the ledger, and wherever that goes: what looks like the number of a telephone or of an
/// identity card, or like a mail address, is of a person and is refused. That a name is a person's, no program can tell.
pub(crate) fn office_name(name: &str) -> Result<(), Refusal> {
    let name = text("name", name)?;
    let between = |c: char| {
        c.is_whitespace() || matches!(c, '-' | '–' | '—' | '.' | '·' | '(' | ')' | '（' | '）' | '+')
    };
    let (mut run, mut longest) = (0_usize, 0);
    for c in name.chars().filter(|c| !between(*c)) {
        run = if c.is_numeric() { run.saturating_add(1) } else { 0 };
        longest = longest.max(run);
    }
    if longest >= DIGITS_OF_A_PERSON || name.contains(['@', '＠']) {
        return Err(Finding::error("workbench-office-name-personal").refuse(Fault::Usage));
    }
    Ok(())
}

/// The number of an official paper in its one form.
pub(crate) fn official(number: &str, on: Date) -> Result<String, Refusal> {
    NumberKind::Official.canonical(number, on.year()).map_err(|_| {
        let found = Finding::error("workbench-number-unfit").with("number", number);
        found.with("example", NumberKind::Official.example()).refuse(Fault::Usage)
    })
}

/// A text of a person, neither empty nor endless, without control characters.
pub(crate) fn text(field: &str, typed: &str) -> Result<String, Refusal> {
    let typed = typed.trim();
    let control = typed.chars().any(|c| c.is_control() && c != '\n');
    if typed.is_empty() || typed.chars().count() > LONGEST || control {
        let found = Finding::error("workbench-text-unfit").with("field", field);
        return Err(found.with("most", LONGEST).refuse(Fault::Usage));
    }
    Ok(typed.to_owned())
}
