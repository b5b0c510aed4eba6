//! A case as one row of statistics: days and codes out of its ledger, and nothing that names anybody or the case.

use crate::material::{FromStore, material};
use crate::{Desk, docket};
use redress_analysis::Params;
use redress_base::{Date, Refusal};
use redress_case::{Capacity, Due, Input, Mark, State, due};
use redress_facts::Vocabulary;
use redress_law::{Book, Stand};
use redress_statistics::{Milestone, NoticeRow, Row, Scope, Timeliness};

impl Desk<'_> {
    /// The row of the case as of a day, in the register of that scope. Whether a notice came in time is what the law book
    /// says on the facts of the file; only a case with notices is weighed for it.
    ///
    /// # Errors
    /// Whatever the store, a reader or the procedures refuse.
    pub fn statistics_row(
        &mut self,
        book: &Book,
        words: &Vocabulary,
        scope: &Scope,
        as_of: Date,
    ) -> Result<Row, Refusal> {
        let (_, state) = self.state()?;
        let weighed = if state.notices.iter().any(|notice| notice.struck.is_none()) {
            Some(self.weighed(&state, book, words, as_of)?)
        } else {
            None
        };
        Ok(Row {
            scope: scope.clone(),
            opened: state.opened.at.beijing_date().unwrap_or(Date::MAX),
            milestones: milestones(&state)?,
            supervised: marked(&state, Mark::Supervised, as_of),
            rapid_response: marked(&state, Mark::RapidResponse, as_of),
            minor: minor(&state),
            notices: notices(&state, weighed.as_ref()),
        })
    }

    fn weighed(
        &mut self,
        state: &State,
        book: &Book,
        vocabulary: &Vocabulary,
        today: Date,
    ) -> Result<Due, Refusal> {
        let material = material(state, &FromStore(&*self.store), self.tables, self.progress)?;
        due(&Input {
            state,
            corpus: &material.corpus,
            reports: &material.reports,
            book,
            vocabulary,
            params: &Params::default(),
            now: self.clock.now(),
            today,
            software: self.software,
        })
    }
}

/// Every step that stands, with the state after it, in the order of their days.
fn milestones(state: &State) -> Result<Vec<Milestone>, Refusal> {
    let docket = docket(state)?;
    let done = docket.tracks().flat_map(|(_, track)| &track.history);
    let mut steps: Vec<(u64, Milestone)> = done
        .map(|done| {
            let event = &done.event;
            let step = Milestone {
                procedure: event.procedure.clone(),
                track: event.track.clone(),
                event: event.event.clone(),
                to: done.to.clone(),
                on: event.on,
                reason: event.reason.clone(),
                persons: event.persons,
            };
            (done.entry, step)
        })
        .collect();
    steps.sort_by_key(|(entry, step)| (step.on, *entry));
    Ok(steps.into_iter().map(|(_, step)| step).collect())
}

/// Whether a mark is set as of a day: the last word on it by then.
fn marked(state: &State, mark: Mark, as_of: Date) -> bool {
    let said = state.markings.iter().filter(|one| one.struck.is_none() && one.of.mark == mark);
    said.filter(|one| one.of.on <= as_of).max_by_key(|one| (one.of.on, one.seq)).is_some_and(|one| one.of.set)
}

/// Whether a person whom the case is about is under eighteen (指导意见 8, in force 2023-09-20); unknown where nobody said.
fn minor(state: &State) -> Option<bool> {
    let parties = state.parties();
    let victims = parties.values().filter(|party| party.capacity == Capacity::Victim);
    let said: Vec<Option<bool>> = victims.map(|party| party.minor).collect();
    if said.contains(&Some(true)) {
        return Some(true);
    }
    (!said.is_empty() && said.iter().all(|one| *one == Some(false))).then_some(false)
}

/// Notices that stand, each with what the book says of its time.
fn notices(state: &State, weighed: Option<&Due>) -> Vec<NoticeRow> {
    let standing = state.notices.iter().filter(|one| one.struck.is_none());
    let rows = standing.map(|one| {
        let duties = weighed.map(|due| due.duties.as_slice()).unwrap_or_default();
        // The book weighs the day on which a duty was first met; a later notice of the same duty is not judged by it.
        let same = duties.iter().find(|duty| duty.id == one.of.duty && duty.done == Some(one.of.on));
        let timeliness = match same.map(|duty| duty.standing) {
            Some(Stand::Kept) => Timeliness::InTime,
            Some(Stand::Late) => Timeliness::Late,
            _ => Timeliness::NotKnown,
        };
        NoticeRow { duty: one.of.duty.clone(), on: one.of.on, timeliness }
    });
    rows.collect()
}
