//! Until when, what is owed and when one has to appear: the dates of a case in one list, the missed ones first.

use crate::dates::{Dates, NoticeRow, Served};
use crate::material::{FromStore, material};
use crate::{Desk, twins};
use redress_analysis::Params;
use redress_base::{Date, Fault, Finding, Instant, Refusal};
use redress_calendar::{Calendar, Item, Kind, State as Standing, Term};
use redress_case::{Due, Input, Notice, Obstacle, Recorded, State, What, due};
use redress_evidence::hash;
use redress_facts::{Scope, Vocabulary, nearest};
use redress_law::{Book, DeadlineOutcome, DutyOutcome, Label, Stand};
use redress_procedure::Procedures;
use redress_words::{Language, Words};
use std::collections::BTreeSet;

/// The dates of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// Cover name of the case.
    pub cover: String,
    /// Missed first, then by day.
    pub items: Vec<Item>,
    /// How many time limits of the book lack the day that they are counted from.
    pub undated: usize,
    /// Duties of which the file does not say whether they are owed, or by when.
    pub unsure: usize,
    /// The day for which it was worked out.
    pub today: Date,
    /// When it was made.
    pub made: Instant,
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
        self.with_input(book, words, today, |input| Dates::of(input, calendar)?.agenda())
    }

    /// Does something with what the dates of the case are worked out from.
    fn with_input<T>(
        &mut self,
        book: &Book,
        words: &Vocabulary,
        today: Option<Date>,
        work: impl FnOnce(&Input<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let (_, state) = self.state()?;
        let material = material(&state, &FromStore(&*self.store), self.tables, self.progress)?;
        let now = self.clock.now();
        let today = today.or_else(|| now.at.beijing_date()).unwrap_or(Date::MAX);
        let params = Params::default();
        let found = redress_analysis::statements(&material.corpus, &params);
        work(&Input {
            state: &state,
            corpus: &material.corpus,
            statements: &found,
            reports: &material.reports,
            book,
            vocabulary: words,
            params: &params,
            now,
            today,
            software: self.software,
        })
    }

    /// The notices of the case: what is owed to whom and until when, what was served how, and its proof; the overdue ones
    /// first (指导意见 17, in force 2023-09-20, and its statutory twins).
    ///
    /// # Errors
    /// Whatever the store or a reader refuses.
    pub fn notices(
        &mut self,
        book: &Book,
        words: &Vocabulary,
        calendar: &Calendar,
        today: Option<Date>,
    ) -> Result<Vec<NoticeRow>, Refusal> {
        self.with_input(book, words, today, |input| Dates::of(input, calendar)?.notices())
    }

    /// Records that something stood in the way of a time limit.
    ///
    /// # Errors
    /// `Usage` for a limit that the book does not have, days that run backwards or lie ahead, or an unknown paper.
    pub fn hinder(
        &mut self,
        book: &Book,
        words: &Vocabulary,
        by: Option<&str>,
        obstacle: Obstacle,
    ) -> Result<u64, Refusal> {
        let (_, state) = self.state()?;
        if Term::of_deadline(book, &obstacle.limit, obstacle.from).is_none() {
            let all = book.ir().provisions.iter().flat_map(|page| &page.deadlines).map(|one| one.id.as_str());
            let near = nearest(&obstacle.limit, all.clone()).unwrap_or("none");
            let due = self.with_input(book, words, None, due)?;
            let run = |one: &&DeadlineOutcome| one.due.is_some() && one.applies != redress_base::Value::FF;
            let running: BTreeSet<&str> =
                due.deadlines.iter().filter(run).map(|one| one.id.as_str()).collect();
            let known: Vec<&str> =
                if running.is_empty() { all.collect() } else { running.into_iter().collect() };
            let found = Finding::error("workbench-limit-unknown").with("limit", obstacle.limit.as_str());
            return Err(found.with("near", near).with("known", known.join(", ")).refuse(Fault::Usage));
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

pub(crate) struct Maker<'a> {
    pub(crate) state: &'a State,
    pub(crate) book: &'a Book,
    pub(crate) calendar: &'a Calendar,
    pub(crate) today: Date,
    /// The statements taken up, in the order of their size.
    pub(crate) statements: Vec<String>,
}

impl Maker<'_> {
    pub(crate) fn items(&self, due: &Due) -> Result<Vec<Item>, Refusal> {
        let mut items = Vec::new();
        for one in &due.deadlines {
            items.extend(self.deadline(one)?.map(|item| (one.scope.clone(), item)));
        }
        for one in &due.duties {
            items.extend(self.duty(one)?.map(|item| (one.scope.clone(), item)));
        }
        let mut items = twins::once(self.book, items);
        items.extend(self.hearings());
        Ok(items)
    }

    /// Notices on file whose duty is not known to be owed: what was recorded is shown all the same.
    pub(crate) fn unowed(&self, rows: &[NoticeRow]) -> Vec<NoticeRow> {
        let shown: BTreeSet<u64> =
            rows.iter().flat_map(|row| &row.served).map(|served| served.entry).collect();
        let standing =
            self.state.notices.iter().filter(|one| one.struck.is_none() && !shown.contains(&one.seq));
        let rows = standing.filter_map(|one| {
            let duty = redress_case::notice_duties(self.book).find(|duty| duty.id == one.of.duty)?;
            let mut item = self.item(&Scope::Case, &duty.id, &duty.label);
            // A notice of another body, which an older program let in, meets nothing.
            let state = if one.of.by.kind == duty.who { Standing::Kept } else { Standing::Unknown };
            (item.kind, item.who, item.state) = (Kind::Notice, duty.who, state);
            item.cites.clone_from(&duty.cites);
            item.marks.push(Finding::note("workbench-due-may-not-run"));
            let served = vec![Served { entry: one.seq, notice: one.of.clone() }];
            Some(NoticeRow { duty: duty.id.clone(), item, owed_to: Vec::new(), served })
        });
        rows.collect()
    }

    /// The notices that meet the same dated fact as this duty: one telling may meet a statute and the Opinions at once.
    pub(crate) fn of_the_same_fact(&self, duty: &str) -> Vec<&Recorded<Notice>> {
        let fact = |id: &str| {
            redress_case::notice_duties(self.book).find(|one| one.id == id).and_then(|one| one.done.clone())
        };
        let wanted = fact(duty);
        let standing = self.state.notices.iter().filter(|one| one.struck.is_none());
        standing.filter(|one| wanted.is_some() && fact(&one.of.duty) == wanted).collect()
    }

    /// Of several statements, which: by the name that every page gives it, never by an id that could be worked out from its post.
    fn title(&self, scope: &str, label: &Label) -> Label {
        let place = self.statements.iter().position(|one| one == scope).filter(|_| self.statements.len() > 1);
        let Some(place) = place else { return label.clone() };
        let name = |language| redress_report::statement_name(place, Words::of(language));
        Label::new(
            &format!("{}（{}）", label.zh, name(Language::ZhHans)),
            &format!("{} ({})", label.en, name(Language::En)),
        )
    }

    fn item(&self, scope: &Scope, id: &str, label: &Label) -> Item {
        let scope = match scope {
            Scope::Case => "case",
            Scope::Statement(id) => id,
        };
        Item {
            uid: uid(&self.state.case_id, scope, id),
            names: vec![id.to_owned()],
            title: self.title(scope, label),
            cover: self.state.cover.clone(),
            kind: Kind::Deadline,
            who: redress_law::Body::Person,
            day: None,
            at: None,
            extended: None,
            unextended: None,
            state: Standing::Unknown,
            tentative: false,
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
        item.tentative = one.applies != redress_base::Value::TT || one.standing == Stand::Unknown;
        if item.tentative {
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
    pub(crate) fn duty(&self, one: &DutyOutcome) -> Result<Option<Item>, Refusal> {
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
            Stand::Passed => Standing::Missed.seen_from_the_file(one.who),
            Stand::Running if day == Some(self.today) => Standing::DueToday,
            Stand::Running | Stand::Owed => Standing::Upcoming,
            Stand::Unproven => {
                item.marks.push(Finding::warning("workbench-due-unproven"));
                let end = extended.max(day);
                let late = one.done.zip(end).is_some_and(|(done, end)| done > end);
                if late { Standing::Late } else { Standing::Kept }
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
            item.names.clear();
            item.who = procedure.event(&event.event).map_or(item.who, |kind| kind.by);
            item.day = Some(day);
            item.at = event.for_time;
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

/// A name that stays the same when the list is made again. Neither the number of the case nor a statement can be read
/// out of it.
fn uid(case_id: &str, scope: &str, id: &str) -> String {
    let digest = hash::digests(format!("{case_id} {scope} {id}").as_bytes()).sha256.to_string();
    format!("{}@redress", digest.get(..32).unwrap_or(&digest))
}

fn unverified(shown: bool) -> Option<Finding> {
    shown.then(|| Finding::note("workbench-due-unverified"))
}
