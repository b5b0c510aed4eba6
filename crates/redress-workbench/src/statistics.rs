//! A case as one record of statistics: days and codes out of its ledger, and nothing that names anybody or the case.

use crate::material::{FromStore, material};
use crate::{Desk, Quiet, Store, docket};
use redress_analysis::Params;
use redress_base::{Date, Refusal, Stamp};
use redress_case::{Capacity, Due, Input, Ledger, State, due};
use redress_facts::Vocabulary;
use redress_law::{Book, Stand};
use redress_posts::TableOpener;
use redress_statistics::{MarkStep, Milestone, NoticeRow, RECORD_SCHEMA, Record, Timeliness};
use std::collections::{BTreeMap, BTreeSet};

impl Desk<'_> {
    /// The record of the case, whatever the day and the register that it is counted in. Whether a notice came in time is
    /// what the law book says on the facts of the file as of its last entry; only a case with notices is weighed for it.
    /// The same ledger and the same law give the same record, in a folder and in an office.
    ///
    /// # Errors
    /// Whatever the store, a reader or the procedures refuse.
    pub fn statistics_record(&mut self) -> Result<(String, Record), Refusal> {
        let ledger = Ledger::read(&self.store.ledger()?)?;
        counted(&ledger, &*self.store, self.tables, self.software)
    }
}

/// The record of a case with these lines, for a store that keeps it beside them.
///
/// # Errors
/// As [`Desk::statistics_record`].
pub fn count_case(
    lines: &[String],
    store: &dyn Store,
    tables: &dyn TableOpener,
    software: &str,
) -> Result<String, Refusal> {
    counted(&Ledger::read(lines)?, store, tables, software).map(|(_, record)| record.to_text())
}

/// What a record rests on besides the ledger: its form, and the law book by which notices are weighed. One that was made
/// by another does not count any more.
pub fn record_maker() -> String {
    format!("{RECORD_SCHEMA} {} {}", env!("CARGO_PKG_VERSION"), Book::standard().digest())
}

/// The id of the case, and its record.
fn counted(
    ledger: &Ledger,
    store: &dyn Store,
    tables: &dyn TableOpener,
    software: &str,
) -> Result<(String, Record), Refusal> {
    let state = State::fold(ledger)?;
    let weighed = if state.notices.iter().any(|notice| notice.struck.is_none()) {
        let last = ledger.entries.last().map_or(state.opened, |entry| entry.at);
        Some(weighed(&state, store, tables, software, last)?)
    } else {
        None
    };
    let marks = state.markings.iter().filter(|one| one.struck.is_none());
    let record = Record {
        schema: RECORD_SCHEMA.to_owned(),
        opened: state.opened.at.beijing_date().unwrap_or(Date::MAX),
        milestones: milestones(&state)?,
        marks: marks
            .map(|one| MarkStep { mark: one.of.mark.word().to_owned(), on: one.of.on, set: one.of.set })
            .collect(),
        minor: minor(&state),
        notices: notices(&state, weighed.as_ref()),
    };
    Ok((state.case_id, record))
}

fn weighed(
    state: &State,
    store: &dyn Store,
    tables: &dyn TableOpener,
    software: &str,
    now: Stamp,
) -> Result<Due, Refusal> {
    let material = material(state, &FromStore(store), tables, &mut Quiet)?;
    let params = Params::default();
    let found = redress_analysis::statements(&material.corpus, &params);
    due(&Input {
        state,
        corpus: &material.corpus,
        statements: &found,
        reports: &material.reports,
        book: Book::standard(),
        vocabulary: &Vocabulary::standard(),
        params: &params,
        now,
        today: now.at.beijing_date().unwrap_or(Date::MAX),
        software,
    })
}

/// Every step that stands, with the state after it, in the order of their days.
fn milestones(state: &State) -> Result<Vec<Milestone>, Refusal> {
    let docket = docket(state)?;
    let done: Vec<_> = docket.tracks().flat_map(|(_, track)| &track.history).collect();
    let names = numbered(done.iter().map(|done| done.event.track.as_str()).collect());
    let mut steps: Vec<(u64, Milestone)> = done
        .into_iter()
        .map(|done| {
            let event = &done.event;
            let step = Milestone {
                procedure: event.procedure.clone(),
                track: names.get(event.track.as_str()).cloned().unwrap_or_default(),
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

/// Numbers in place of the names of tracks, which somebody typed. The part before a dot is the matter, across procedures:
/// that two tracks are of one matter stays to be seen.
fn numbered(names: BTreeSet<&str>) -> BTreeMap<&str, String> {
    let matter = |name: &str| name.split_once('.').map_or(name, |(matter, _)| matter).to_owned();
    let matters: BTreeSet<String> = names.iter().map(|name| matter(name)).collect();
    let names = names.into_iter().enumerate().map(|(place, name)| {
        let of = matters.iter().position(|one| *one == matter(name)).unwrap_or_default();
        let dot = if name.contains('.') { format!(".{}", place + 1) } else { String::new() };
        (name, format!("{}{dot}", of + 1))
    });
    names.collect()
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

#[cfg(test)]
mod tests {
    use super::numbered;
    use std::collections::BTreeSet;

    #[test]
    fn numbers_of_tracks_keep_who_is_of_one_matter_and_no_name() {
        let names = ["1", "wang", "wang.appeal", "wang.2", "li.1"];
        let numbers = numbered(BTreeSet::from(names));
        let of = |name: &str| numbers[name].clone();
        let matter = |name: &str| of(name).split('.').next().unwrap().to_owned();
        assert_eq!([matter("wang"), matter("wang.2")], [matter("wang.appeal"), matter("wang.appeal")]);
        assert_ne!(matter("li.1"), matter("1"));
        assert_eq!(numbers.values().collect::<BTreeSet<_>>().len(), names.len());
        assert!(numbers.values().all(|one| one.chars().all(|c| c.is_ascii_digit() || c == '.')));
    }
}
