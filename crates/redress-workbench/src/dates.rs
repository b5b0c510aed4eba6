//! The dates and notices of a case, out of time limits and duties that were worked out once.

use crate::due::{Agenda, Maker};
use crate::twins;
use redress_base::{Date, Instant, Refusal};
use redress_calendar::{Calendar, Item, Kind, State as Standing, sort};
use redress_case::{Capacity, Due, Input, Notice, PartyId, Recorded, State, due};
use redress_law::{Book, DutyOutcome, Stand};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The time limits and duties of the book on the facts of a case, worked out once for all that is asked of them.
#[derive(Debug)]
pub struct Dates<'a> {
    state: &'a State,
    book: &'a Book,
    calendar: &'a Calendar,
    today: Date,
    made: Instant,
    due: Due,
}

impl<'a> Dates<'a> {
    /// Works them out.
    ///
    /// # Errors
    /// Whatever a rule of the book or a measure refuses.
    pub fn of(input: &Input<'a>, calendar: &'a Calendar) -> Result<Dates<'a>, Refusal> {
        let (state, book, today) = (input.state, input.book, input.today);
        Ok(Dates { state, book, calendar, today, made: input.now.at, due: due(input)? })
    }

    /// The same, where time limits and duties were worked out already.
    pub fn with(input: &Input<'a>, calendar: &'a Calendar, due: Due) -> Dates<'a> {
        let (state, book, today) = (input.state, input.book, input.today);
        Dates { state, book, calendar, today, made: input.now.at, due }
    }

    fn maker(&self) -> Maker<'a> {
        let (state, book, calendar, today) = (self.state, self.book, self.calendar, self.today);
        Maker { state, book, calendar, today, statements: self.due.statements.clone() }
    }

    /// The dates in one list, the missed ones first.
    ///
    /// # Errors
    /// Whatever the calendar refuses.
    pub fn agenda(&self) -> Result<Agenda, Refusal> {
        let mut items = self.maker().items(&self.due)?;
        sort(&mut items);
        let undated = self.due.deadlines.iter().filter(|one| one.standing == Stand::DateMissing).count();
        let unsaid = |one: &&DutyOutcome| {
            matches!(one.standing, Stand::DateMissing | Stand::Disputed | Stand::Unknown)
        };
        let unsure = self.due.duties.iter().filter(unsaid).count();
        let cover = self.state.cover.clone();
        Ok(Agenda { cover, items, undated, unsure, today: self.today, made: self.made })
    }

    /// The notices, as [`crate::Desk::notices`] gives them.
    ///
    /// # Errors
    /// Whatever the calendar refuses.
    pub fn notices(&self) -> Result<Vec<NoticeRow>, Refusal> {
        let (maker, mut rows) = (self.maker(), Vec::new());
        for one in &self.due.duties {
            let Some(item) = maker.duty(one)?.filter(|item| item.kind == Kind::Notice) else { continue };
            let of_fact = maker.of_the_same_fact(&one.id);
            let served: Vec<&Recorded<Notice>> =
                of_fact.iter().filter(|notice| notice.of.by.kind == one.who).copied().collect();
            let told: Vec<PartyId> = served.iter().map(|notice| notice.of.to).collect();
            let row = NoticeRow {
                duty: one.id.clone(),
                item,
                owed_to: entitled(self.state).filter(|party| !told.contains(party)).collect(),
                served: served
                    .iter()
                    .map(|notice| Served { entry: notice.seq, notice: notice.of.clone() })
                    .collect(),
            };
            rows.push((one.scope.clone(), row));
        }
        let mut rows = twins::rows(self.book, rows);
        rows.extend(maker.unowed(&rows));
        rows.sort_by(|a, b| (rank(a), a.item.day, &a.duty).cmp(&(rank(b), b.item.day, &b.duty)));
        Ok(rows)
    }
}

/// One notice that is owed, or was served.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeRow {
    /// The duty of the law book; what states it again stands among the names of the item.
    pub duty: String,
    /// Who owes it, until when, and where it stands.
    pub item: Item,
    /// Parties to whom it is owed and for whom no notice is recorded.
    pub owed_to: Vec<PartyId>,
    /// What was served.
    pub served: Vec<Served>,
}

/// A notice that was served.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Served {
    /// Number of its entry.
    pub entry: u64,
    /// To whom, when, how, and its proof.
    pub notice: Notice,
}

/// To whom notices go: the person concerned, and their legal representatives or close relatives (指导意见 17).
fn entitled(state: &State) -> impl Iterator<Item = PartyId> {
    let parties = state.parties().into_values().filter(|party| {
        matches!(party.capacity, Capacity::Victim | Capacity::Guardian | Capacity::Relative)
            && party.until.is_none()
            && party.died.is_none()
    });
    parties.map(|party| party.id)
}

/// Overdue first, then what is owed, then what was done.
fn rank(row: &NoticeRow) -> u8 {
    match row.item.state {
        Standing::Missed | Standing::NothingOnFile => 0,
        Standing::StrictOver => 1,
        Standing::DueToday => 2,
        Standing::Upcoming => 3,
        Standing::Unknown => 4,
        Standing::Late => 5,
        Standing::Kept => 6,
    }
}
