//! A route while it is being written: gathers conditions, steps, dates and warnings, and closes them
//! into a [`Route`].

use crate::article_ten;
use crate::cite::{CRIMINAL_PROCEDURE, CRIMINAL_PROCEDURE_INTERPRETATION, Cite, LEGAL_AID, OPINIONS};
use crate::desk::Desk;
use crate::part::{Part, note};
use crate::{Deadline, Duty, Need, Reason, Route, RouteId, State, Step, Warning, Who};
use redress_base::Date;
use redress_facts::{Scope, Source};

/// A route in the making.
pub(crate) struct Draft {
    id: RouteId,
    condition: Part,
    notes: Vec<Reason>,
    steps: Vec<Step>,
    deadlines: Vec<Deadline>,
    warnings: Vec<Warning>,
    duties: Vec<Duty>,
}

impl Draft {
    pub(crate) fn new(id: RouteId, conditions: Vec<Part>) -> Draft {
        Draft {
            id,
            condition: Part::all(conditions),
            notes: Vec::new(),
            steps: Vec::new(),
            deadlines: Vec::new(),
            warnings: Vec::new(),
            duties: Vec::new(),
        }
    }

    pub(crate) fn note(&mut self, reason: Reason) {
        self.notes.push(reason);
    }

    pub(crate) fn step(&mut self, code: &str, by: Who, cites: Vec<Cite>) {
        self.steps.push(Step { code: code.to_owned(), by, cites, irreversible: false });
    }

    /// A step that cannot be taken back, or that takes something away.
    pub(crate) fn final_step(&mut self, code: &str, by: Who, cites: Vec<Cite>) {
        self.steps.push(Step { code: code.to_owned(), by, cites, irreversible: true });
    }

    pub(crate) fn deadline(&mut self, deadline: Deadline) {
        self.deadlines.push(deadline);
    }

    pub(crate) fn deadlines(&mut self, deadlines: Vec<Deadline>) {
        self.deadlines.extend(deadlines);
    }

    pub(crate) fn warn(&mut self, code: &str, before: &str, cites: Vec<Cite>) {
        let before = (!before.is_empty()).then(|| before.to_owned());
        let unverified = cites.iter().any(|cite| cite.unverified);
        self.warnings.push(Warning { code: code.to_owned(), before, cites, unverified });
    }

    pub(crate) fn duty(&mut self, code: &str, by: Who, cites: Vec<Cite>) {
        let unverified = cites.iter().any(|cite| cite.unverified);
        self.duties.push(Duty { code: code.to_owned(), by, cites, unverified });
    }

    /// The right to an agent and the right to apply for legal aid, told in time.
    pub(crate) fn duty_to_tell(&mut self, by: Who) {
        self.duty(
            "remedies-duty-tell-rights",
            by,
            vec![OPINIONS.art("17"), CRIMINAL_PROCEDURE.art("46"), LEGAL_AID.art("35")],
        );
    }

    /// The trap in the order of remedies: mental damages after a criminal route.
    pub(crate) fn warn_mental_damages(&mut self, before: &str) {
        self.warn(
            "remedies-warn-mental-damages",
            before,
            vec![CRIMINAL_PROCEDURE_INTERPRETATION.art("175").item("2")],
        );
    }

    /// Closes the draft.
    pub(crate) fn finish(mut self, desk: &Desk<'_>) -> Route {
        let state = self.condition.state();
        let mut reasons = std::mem::take(&mut self.condition.lines);
        reasons.append(&mut self.notes);
        reasons.sort_by_key(|line| (!line.code.starts_with("remedies-article-10"), !line.decisive));
        let statements = desk.statements();
        let all_aside = !statements.is_empty() && statements.iter().all(|s| article_ten::set_aside(desk, s));
        if self.id.penal() && state == State::Closed && all_aside {
            reasons.insert(0, note("remedies-article-10-closes", vec![OPINIONS.art("10")]));
        }
        if let Some(again) = article_ten::again(desk) {
            self.warnings.insert(0, again);
        }
        let needs = if state == State::Open { Vec::new() } else { self.needs(desk) };
        let Draft { id, steps, deadlines, warnings, duties, .. } = self;
        let mut route = Route { id, state, reasons, needs, steps, deadlines, warnings, duties };
        keep_to_texts_in_force(&mut route, desk.today());
        route
    }

    /// Article 10 first, then what may vanish, then the cheapest source. Of a statement that Article 10
    /// protects nothing is asked: it is set aside, not worked on.
    fn needs(&self, desk: &Desk<'_>) -> Vec<Need> {
        let wanted = |need: &&Need| {
            let of_statement = need.scope != Scope::Case;
            !(self.id.penal() && of_statement && article_ten::set_aside(desk, &need.scope))
        };
        let mut needs: Vec<Need> = self.condition.element.needs.iter().filter(wanted).cloned().collect();
        needs.sort_by_key(|need| {
            let term = desk.vocabulary().get(&need.term);
            let perishable = term.is_some_and(|known| known.perishable);
            let source = term.map_or(Source::Authority, |known| known.source);
            (!article_ten::asks(need), !perishable, source, need.term.clone(), need.scope.clone())
        });
        needs
    }
}

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
    for step in &mut route.steps {
        step.cites.retain(|cite| cite.from.is_none_or(|from| from <= today));
    }
}
