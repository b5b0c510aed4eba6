//! A route while it is being written: gathers conditions, steps, dates and warnings, and closes them
//! into a [`Route`].

use crate::article_ten;
use crate::cite::{CRIMINAL_PROCEDURE_INTERPRETATION, Cite, OPINIONS};
use crate::desk::Desk;
use crate::duty::Dates;
use crate::part::{Part, note};
use crate::{
    Branch, Crossing, Deadline, Duty, DutyState, Fee, Need, Paper, Reason, Route, RouteId, State, Step,
    Warning, Who,
};
use redress_base::Date;
use redress_facts::{Scope, Source};
use std::collections::BTreeSet;

/// A route in the making.
pub(crate) struct Draft {
    condition: Part,
    notes: Vec<Reason>,
    route: Route,
}

impl Draft {
    pub(crate) fn new(id: RouteId, conditions: Vec<Part>) -> Draft {
        let route = Route {
            id,
            state: State::Unknown,
            reasons: Vec::new(),
            needs: Vec::new(),
            crossings: Vec::new(),
            claims: Vec::new(),
            defendants: Vec::new(),
            steps: Vec::new(),
            papers: Vec::new(),
            fee: None,
            deadlines: Vec::new(),
            warnings: Vec::new(),
            duties: Vec::new(),
        };
        Draft { condition: Part::all(conditions), notes: Vec::new(), route }
    }

    pub(crate) fn note(&mut self, reason: Reason) {
        self.notes.push(reason);
    }

    /// Lines that explain and decide nothing.
    pub(crate) fn shown(&mut self, part: Part) {
        self.notes.extend(part.lines.into_iter().map(|line| Reason { decisive: false, ..line }));
    }

    pub(crate) fn step(&mut self, code: &str, by: Who, cites: Vec<Cite>) {
        self.route.steps.push(Step { code: code.to_owned(), by, cites, irreversible: false });
    }

    /// A step that cannot be taken back, or that takes something away.
    pub(crate) fn final_step(&mut self, code: &str, by: Who, cites: Vec<Cite>) {
        self.route.steps.push(Step { code: code.to_owned(), by, cites, irreversible: true });
    }

    pub(crate) fn paper(&mut self, code: &str, cites: Vec<Cite>) {
        let unverified = cites.iter().any(|cite| cite.unverified);
        self.route.papers.push(Paper { code: code.to_owned(), form: None, cites, unverified });
    }

    /// A paper with an official form of that number.
    pub(crate) fn form(&mut self, code: &str, form: &str, cites: Vec<Cite>) {
        let form = Some(form.to_owned());
        self.route.papers.push(Paper { code: code.to_owned(), form, cites, unverified: false });
    }

    pub(crate) fn fee(&mut self, fee: Fee) {
        self.route.fee = Some(fee);
    }

    pub(crate) fn crossings(&mut self, crossings: Vec<Crossing>) {
        self.route.crossings.extend(crossings);
    }

    pub(crate) fn claim(&mut self, claim: Branch) {
        self.route.claims.push(claim);
    }

    pub(crate) fn defendant(&mut self, defendant: Branch) {
        self.route.defendants.push(defendant);
    }

    pub(crate) fn deadline(&mut self, deadline: Deadline) {
        self.route.deadlines.push(deadline);
    }

    /// A deadline that is shown once the day it is counted from is on file.
    pub(crate) fn once_known(&mut self, deadline: Deadline) {
        if deadline.from.is_some() {
            self.route.deadlines.push(deadline);
        }
    }

    pub(crate) fn deadlines(&mut self, deadlines: Vec<Deadline>) {
        self.route.deadlines.extend(deadlines);
    }

    pub(crate) fn warn(&mut self, code: &str, before: &str, cites: Vec<Cite>) {
        let before = (!before.is_empty()).then(|| before.to_owned());
        let unverified = cites.iter().any(|cite| cite.unverified);
        self.route.warnings.push(Warning { code: code.to_owned(), before, cites, unverified });
    }

    /// A duty with its dates.
    pub(crate) fn owes(&mut self, desk: &Desk<'_>, code: &str, by: Who, dates: Dates, cites: Vec<Cite>) {
        self.owes_in(desk, &Scope::Case, code, by, dates, cites);
    }

    /// A duty with the dates of one scope.
    pub(crate) fn owes_in(
        &mut self,
        desk: &Desk<'_>,
        scope: &Scope,
        code: &str,
        by: Who,
        dates: Dates,
        cites: Vec<Cite>,
    ) {
        self.route.duties.push(dates.put(desk, scope, Duty::new(code, by, cites)));
    }

    /// Leaves out duties that later events have overtaken, where nothing is on file of their being done.
    pub(crate) fn overtaken(&mut self, codes: &[&str]) {
        let past = |duty: &Duty| duty.state == DutyState::Owed && codes.contains(&duty.code.as_str());
        self.route.duties.retain(|duty| !past(duty));
    }

    /// The trap in the order of remedies: mental damages after a criminal route.
    pub(crate) fn warn_mental_damages(&mut self, before: &str) {
        let rules = CRIMINAL_PROCEDURE_INTERPRETATION;
        self.warn("remedies-warn-mental-damages", before, vec![rules.art("175").item("2"), rules.art("200")]);
    }

    /// Closes the draft.
    pub(crate) fn finish(mut self, desk: &Desk<'_>) -> Route {
        let state = self.condition.state();
        let mut reasons = std::mem::take(&mut self.condition.lines);
        reasons.append(&mut self.notes);
        reasons.sort_by_key(|line| (!line.code.starts_with("remedies-article-10"), !line.decisive));
        let statements = desk.statements();
        let all_aside = !statements.is_empty() && statements.iter().all(|s| article_ten::set_aside(desk, s));
        if self.route.id.penal() && state == State::Closed && all_aside {
            reasons.insert(0, note("remedies-article-10-closes", vec![OPINIONS.art("10")]));
        }
        if let Some(again) = article_ten::again(desk) {
            self.route.warnings.insert(0, again);
        }
        // What was to be known before a step that has been taken stays worth knowing.
        let steps: BTreeSet<&str> = self.route.steps.iter().map(|step| step.code.as_str()).collect();
        for warning in &mut self.route.warnings {
            warning.before = warning.before.take().filter(|step| steps.contains(step.as_str()));
        }
        let needs = if state == State::Open { Vec::new() } else { self.needs(desk) };
        let mut route = Route { state, reasons, needs, ..self.route };
        for branch in route.claims.iter_mut().chain(&mut route.defendants) {
            order(desk, &mut branch.needs);
        }
        keep_to_texts_in_force(&mut route, desk.today());
        route
    }

    /// Of a statement that Article 10 protects nothing is asked: it is set aside, not worked on.
    fn needs(&self, desk: &Desk<'_>) -> Vec<Need> {
        let wanted = |need: &&Need| {
            let of_statement = need.scope != Scope::Case;
            !(self.route.id.penal() && of_statement && article_ten::set_aside(desk, &need.scope))
        };
        let mut needs: Vec<Need> = self.condition.element.needs.iter().filter(wanted).cloned().collect();
        order(desk, &mut needs);
        needs
    }
}

/// Article 10 first, then what may vanish, then the cheapest source.
fn order(desk: &Desk<'_>, needs: &mut [Need]) {
    needs.sort_by_cached_key(|need| {
        let term = desk.vocabulary().get(&need.term);
        let perishable = term.is_some_and(|known| known.perishable);
        let source = term.map_or(Source::Authority, |known| known.source);
        (!article_ten::asks(need), !perishable, source, need.term.clone(), need.scope.clone())
    });
}

/// First day of the official forms (法〔2025〕82号).
const OFFICIAL_FORMS_DAY: Date = Date::constant(2025, 7, 14);

/// Drops citations of texts that are not yet in force on the day. Where nothing is left, the line is
/// marked: the text of that day was not read.
fn keep_to_texts_in_force(route: &mut Route, today: Date) {
    let trim = |cites: &mut Vec<Cite>, unverified: &mut bool| {
        let had = !cites.is_empty();
        cites.retain(|cite| cite.from.is_none_or(|from| from <= today));
        *unverified |= had && cites.is_empty();
    };
    for line in &mut route.reasons {
        trim(&mut line.cites, &mut line.unverified);
    }
    for line in &mut route.deadlines {
        trim(&mut line.cites, &mut line.unverified);
    }
    for line in &mut route.warnings {
        trim(&mut line.cites, &mut line.unverified);
    }
    for line in &mut route.duties {
        trim(&mut line.cites, &mut line.unverified);
    }
    for line in &mut route.crossings {
        trim(&mut line.cites, &mut line.unverified);
    }
    for line in route.claims.iter_mut().chain(&mut route.defendants) {
        trim(&mut line.cites, &mut line.unverified);
    }
    for line in &mut route.papers {
        // Before its day an official form is none.
        line.form = line.form.take().filter(|_| today >= OFFICIAL_FORMS_DAY);
        trim(&mut line.cites, &mut line.unverified);
    }
    if let Some(fee) = &mut route.fee {
        trim(&mut fee.cites, &mut fee.unverified);
        fee.then.iter_mut().for_each(|later| trim(&mut later.cites, &mut later.unverified));
    }
    for step in &mut route.steps {
        step.cites.retain(|cite| cite.from.is_none_or(|from| from <= today));
    }
}
