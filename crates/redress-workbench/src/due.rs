//! Until when, what is owed and when one has to appear: the dates of a case in one list, the missed ones first.

use crate::Desk;
use crate::material::{FromStore, material};
use redress_analysis::Params;
use redress_base::{Date, Fault, Finding, Instant, Refusal};
use redress_calendar::{Calendar, Item, Kind, State as Standing, Term, sort};
use redress_case::{Due, Input, Obstacle, State, What, due};
use redress_facts::{Scope, Vocabulary};
use redress_law::{Book, DeadlineOutcome, DutyOutcome, Label, Stand};
use redress_procedure::Procedures;

/// The dates of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// Cover name of the case.
    pub cover: String,
    /// Missed first, then by day.
    pub items: Vec<Item>,
    /// How many time limits of the book lack the day that they are counted from.
    pub undated: usize,
    /// The day for which it was worked out.
    pub today: Date,
    /// When it was made.
    pub made: Instant,
    /// How often something was recorded, so that a later export of the same dates counts as later.
    pub entries: u64,
}

impl Desk<'_> {
    /// The dates of the case as of `today`.
    ///
    /// # Errors
    /// Whatever the store or a reader refuses.
    pub fn agenda(
        &mut self,
        book: &Book,
        words: &Vocabulary,
        calendar: &Calendar,
        today: Option<Date>,
    ) -> Result<Agenda, Refusal> {
        let (_, state) = self.state()?;
        let material = material(&state, &FromStore(&*self.store), self.tables, self.progress)?;
        let now = self.clock.now();
        let today = today.or_else(|| now.at.beijing_date()).unwrap_or(Date::MAX);
        let due = due(&Input {
            state: &state,
            corpus: &material.corpus,
            reports: &material.reports,
            book,
            vocabulary: words,
            params: &Params::default(),
            now,
            today,
            software: self.software,
        })?;
        let maker = Maker { state: &state, book, calendar, today };
        let mut items = maker.items(&due)?;
        sort(&mut items);
        let undated = due.deadlines.iter().filter(|one| one.standing == Stand::DateMissing).count();
        let entries = state.entries;
        Ok(Agenda { cover: state.cover.clone(), items, undated, today, made: now.at, entries })
    }

    /// Records that something stood in the way of a time limit.
    ///
    /// # Errors
    /// `Usage` for a limit that the book does not have, days that run backwards or lie ahead, or an unknown paper.
    pub fn hinder(&mut self, book: &Book, by: Option<&str>, obstacle: Obstacle) -> Result<u64, Refusal> {
        let (_, state) = self.state()?;
        if Term::of_deadline(book, &obstacle.limit, obstacle.from).is_none() {
            let found = Finding::error("workbench-limit-unknown").with("limit", obstacle.limit.as_str());
            return Err(found.refuse(Fault::Usage));
        }
        let reason = crate::record::text("reason", &obstacle.reason)?;
        let obstacle = Obstacle { reason, ..obstacle };
        self.not_ahead(obstacle.from)?;
        obstacle.to.map_or(Ok(()), |to| self.not_ahead(to))?;
        if obstacle.to.is_some_and(|to| to < obstacle.from) {
            let found =
                Finding::error("workbench-obstacle-backwards").with("from", obstacle.from.to_string());
            return Err(found.refuse(Fault::Usage));
        }
        if let Some(missing) = obstacle.proof.filter(|item| !state.items.contains_key(item)) {
            let found = Finding::error("workbench-source-unknown").with("item", missing.to_string());
            return Err(found.refuse(Fault::Usage));
        }
        self.enter(by, What::Hindered { obstacle })
    }
}

struct Maker<'a> {
    state: &'a State,
    book: &'a Book,
    calendar: &'a Calendar,
    today: Date,
}

impl Maker<'_> {
    fn items(&self, due: &Due) -> Result<Vec<Item>, Refusal> {
        let mut items = Vec::new();
        for one in &due.deadlines {
            items.extend(self.deadline(one)?);
        }
        for one in &due.duties {
            items.extend(self.duty(one)?);
        }
        items.extend(self.hearings());
        Ok(items)
    }

    fn item(&self, scope: &Scope, id: &str, label: &Label) -> Item {
        let scope = match scope {
            Scope::Case => "case",
            Scope::Statement(id) => id,
        };
        Item {
            uid: format!("{}-{scope}-{id}", self.state.case_id),
            title: label.clone(),
            cover: self.state.cover.clone(),
            kind: Kind::Deadline,
            who: redress_law::Body::Person,
            day: None,
            at: None,
            extended: None,
            unextended: None,
            state: Standing::Unknown,
            cites: Vec::new(),
            marks: Vec::new(),
        }
    }

    /// A limit whose first day is known. One that may not run on this file carries a mark that says so.
    fn deadline(&self, one: &DeadlineOutcome) -> Result<Option<Item>, Refusal> {
        let (Some(from), Some(_)) = (one.from, one.due) else { return Ok(None) };
        let Some(mut term) = Term::of_deadline(self.book, &one.id, from) else { return Ok(None) };
        let stops =
            self.state.obstacles.iter().filter(|stop| stop.struck.is_none() && stop.of.limit == one.id);
        for stop in stops {
            term = term.stopped(stop.of.from, stop.of.to, stop.of.cite.clone());
        }
        let end = term.end(self.calendar)?;
        let mut item = self.item(&one.scope, &one.id, &one.label);
        item.who = one.who;
        item.cites.clone_from(&one.cites);
        let mut item = item.ending(&end, one.kept, self.today);
        match one.standing {
            Stand::Kept => item.state = Standing::Kept,
            Stand::Late => item.state = Standing::Late,
            Stand::Disputed => item.marks.push(Finding::note("workbench-due-disputed")),
            Stand::Unproven => item.marks.push(Finding::note("workbench-due-unproven")),
            Stand::Unknown => item.marks.push(Finding::note("workbench-due-may-not-run")),
            _ => {}
        }
        if one.applies.best() != redress_base::Truth::T || one.applies.worst() != redress_base::Truth::T {
            let unsaid = !item.marks.iter().any(|mark| mark.code == "workbench-due-may-not-run");
            item.marks.extend(unsaid.then(|| Finding::note("workbench-due-may-not-run")));
        }
        if let Some(warn) = &one.warn {
            let mark = Finding::warning("workbench-due-lost").with("zh", &*warn.zh).with("en", &*warn.en);
            item.marks.push(mark);
        }
        item.marks.extend(unverified(one.confidence.is_some() || !one.unverified.is_empty()));
        Ok(Some(item))
    }

    /// A duty that is owed. Where the law says promptly (及时), no day is made up.
    fn duty(&self, one: &DutyOutcome) -> Result<Option<Item>, Refusal> {
        let mut item = self.item(&one.scope, &one.id, &one.label);
        item.who = one.who;
        item.cites.clone_from(&one.cites);
        let known = self.book.ir();
        let notice = known.provisions.iter().flat_map(|page| &page.duties).find(|duty| duty.id == one.id);
        // What is served and proven is a notice; the rest is done.
        item.kind = if notice.is_some_and(|duty| duty.proof.is_some()) { Kind::Notice } else { Kind::Duty };
        let (day, extended) = (one.due, self.extended(one)?);
        item.day = day;
        item.extended = extended;
        item.state = match one.standing {
            Stand::Kept => Standing::Kept,
            Stand::Late => Standing::Late,
            Stand::Passed if extended.is_some_and(|end| self.today <= end) => Standing::StrictOver,
            Stand::Passed => Standing::Missed,
            Stand::Running if day == Some(self.today) => Standing::DueToday,
            Stand::Running | Stand::Owed => Standing::Upcoming,
            Stand::Unproven => {
                item.marks.push(Finding::warning("workbench-due-unproven"));
                Standing::Kept
            }
            Stand::DateMissing | Stand::Disputed | Stand::Unknown => return Ok(None),
        };
        if one.standing == Stand::Owed {
            item.marks.push(Finding::note("workbench-due-promptly"));
        }
        item.marks.extend(unverified(one.confidence.is_some() || !one.unverified.is_empty()));
        Ok(Some(item))
    }

    fn extended(&self, one: &DutyOutcome) -> Result<Option<Date>, Refusal> {
        let from = self.started(one);
        let term = from.and_then(|from| Term::of_duty(self.book, &one.id, from));
        term.map_or(Ok(None), |term| Ok(term.end(self.calendar)?.extended))
    }

    /// The day from which a dated duty runs: the one whose strict end is the day that it is due.
    fn started(&self, one: &DutyOutcome) -> Option<Date> {
        let due = one.due?;
        let ends =
            |from: Date| Term::of_duty(self.book, &one.id, from).and_then(|term| term.period.due(from));
        let mut day = due;
        for _ in 0..400 {
            if ends(day).is_some_and(|end| end.strict == due) {
                return Some(day);
            }
            day = day.yesterday().ok()?;
        }
        None
    }

    /// Hearings and other days that a step fixed.
    fn hearings(&self) -> Vec<Item> {
        let procedures = Procedures::standard();
        let standing = self.state.steps.iter().filter(|step| step.struck.is_none());
        let fixed = standing.filter_map(|step| {
            let event = &step.of.event;
            let day = event.for_day?;
            let procedure = procedures.get(&event.procedure)?;
            let label = procedure.event(&event.event).map_or(&procedure.label, |kind| &kind.label);
            let mut item = self.item(&Scope::Case, &format!("step-{}", step.seq), label);
            item.kind = Kind::Hearing;
            item.day = Some(day);
            item.state = match day.cmp(&self.today) {
                std::cmp::Ordering::Less => Standing::Kept,
                std::cmp::Ordering::Equal => Standing::DueToday,
                std::cmp::Ordering::Greater => Standing::Upcoming,
            };
            Some(item)
        });
        fixed.collect()
    }
}

fn unverified(shown: bool) -> Option<Finding> {
    shown.then(|| Finding::note("workbench-due-unverified"))
}
