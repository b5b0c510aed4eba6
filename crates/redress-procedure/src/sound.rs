//! Whether the procedures hold together: names, labels, reach.

use crate::procedure::{Beside, Procedure};
use crate::{Cite, Procedures};
use redress_base::Finding;
use redress_law::Label;
use std::collections::BTreeSet;

/// Everything that is wrong with them.
pub(crate) fn check(procedures: &Procedures) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen = BTreeSet::new();
    for procedure in procedures.iter() {
        let mut about = About { procedure, procedures, findings: &mut findings };
        if !seen.insert(procedure.id.as_str()) {
            about.complain(Finding::error("procedure-data-twice"), &procedure.id);
        }
        about.names();
        about.states();
        about.moves();
        about.closings();
        about.calls();
    }
    findings
}

struct About<'a> {
    procedure: &'a Procedure,
    procedures: &'a Procedures,
    findings: &'a mut Vec<Finding>,
}

impl About<'_> {
    fn complain(&mut self, code: Finding, name: &str) {
        self.findings.push(code.with("file", self.procedure.id.as_str()).with("name", name));
    }

    fn label(&mut self, label: &Label, name: &str) {
        if label.zh.trim().is_empty() || label.en.trim().is_empty() {
            self.complain(Finding::error("procedure-data-label-missing"), name);
        }
    }

    fn cited(&mut self, cites: &[Cite], name: &str) {
        if cites.is_empty() {
            self.complain(Finding::error("procedure-data-uncited"), name);
        }
    }

    /// Ids are unique, and everything that a person reads is there in both languages.
    fn names(&mut self) {
        let procedure = self.procedure;
        self.label(&procedure.label, &procedure.id);
        self.label(&procedure.about, "about");
        self.label(&procedure.order.label, "order");
        self.cited(&procedure.sources, "sources");
        self.cited(&procedure.order.cites, "order");
        let mut seen = BTreeSet::new();
        for (id, label) in procedure.states.iter().map(|state| (&state.id, &state.label)) {
            self.label(label, id);
            if !seen.insert(id) {
                self.complain(Finding::error("procedure-data-twice"), id);
            }
        }
        let mut seen = BTreeSet::new();
        for kind in &procedure.events {
            self.label(&kind.label, &kind.id);
            if !seen.insert(&kind.id) {
                self.complain(Finding::error("procedure-data-twice"), &kind.id);
            }
            for reason in &kind.reasons {
                self.label(&reason.label, &reason.id);
            }
            for reason in kind.facts.iter().flat_map(|fact| &fact.reasons) {
                self.reason(&kind.id, reason);
            }
            let moved = procedure.moves.iter().any(|one| one.event == kind.id);
            if !moved && !procedure.closed.iter().any(|one| one.event == kind.id) {
                self.complain(Finding::error("procedure-data-event-unused"), &kind.id);
            }
        }
    }

    fn state(&mut self, id: &str) {
        if self.procedure.state(id).is_none() {
            self.complain(Finding::error("procedure-data-state-unknown"), id);
        }
    }

    fn event(&mut self, id: &str) {
        if self.procedure.event(id).is_none() {
            self.complain(Finding::error("procedure-data-event-unknown"), id);
        }
    }

    fn reason(&mut self, event: &str, reason: &str) {
        let known = self.procedure.event(event);
        if !known.is_some_and(|kind| kind.reasons.iter().any(|one| one.id == reason)) {
            self.complain(Finding::error("procedure-data-reason-unknown"), reason);
        }
    }

    fn beside(&mut self, beside: &Beside) {
        let Some(other) = self.procedures.get(&beside.procedure) else {
            return self.complain(Finding::error("procedure-data-procedure-unknown"), &beside.procedure);
        };
        if beside.states.is_empty() && beside.after.is_empty() {
            self.complain(Finding::error("procedure-data-condition-empty"), &beside.procedure);
        }
        for state in beside.states.iter().filter(|state| other.state(state).is_none()) {
            self.complain(Finding::error("procedure-data-state-unknown"), state);
        }
        for event in beside.after.iter().filter(|event| other.event(event).is_none()) {
            self.complain(Finding::error("procedure-data-event-unknown"), event);
        }
        for reason in &beside.reasons {
            let kinds = other.events.iter().filter(|kind| beside.after.contains(&kind.id));
            if !kinds.flat_map(|kind| &kind.reasons).any(|one| one.id == *reason) {
                self.complain(Finding::error("procedure-data-reason-unknown"), reason);
            }
        }
    }

    /// Every state can be reached, and a state that leads nowhere is an end.
    fn states(&mut self) {
        let procedure = self.procedure;
        self.state(&procedure.start);
        let mut reached = BTreeSet::from([procedure.start.as_str()]);
        let mut next = vec![procedure.start.as_str()];
        while let Some(state) = next.pop() {
            let leaving = procedure.moves.iter().filter(|one| one.from.iter().any(|from| from == state));
            next.extend(leaving.map(|one| one.target(state)).filter(|to| reached.insert(to)));
        }
        for state in &procedure.states {
            if !reached.contains(state.id.as_str()) {
                self.complain(Finding::error("procedure-data-state-unreachable"), &state.id);
            }
            let leads = |one: &&crate::Move| {
                one.from.contains(&state.id) && one.to.as_ref().is_some_and(|to| *to != state.id)
            };
            if !state.end && !procedure.moves.iter().any(|one| leads(&one)) {
                self.complain(Finding::error("procedure-data-state-dead"), &state.id);
            }
        }
    }

    /// Names of moves are known, and no two answer the same step.
    fn moves(&mut self) {
        let procedure = self.procedure;
        for (at, one) in procedure.moves.iter().enumerate() {
            self.event(&one.event);
            one.from.iter().chain(&one.to).for_each(|state| self.state(state));
            one.reasons.iter().for_each(|reason| self.reason(&one.event, reason));
            one.needs.iter().for_each(|need| self.beside(need));
            self.cited(&one.cites, &one.event);
            if one.from.is_empty() {
                self.complain(Finding::error("procedure-data-condition-empty"), &one.event);
            }
            for other in procedure.moves.iter().take(at).filter(|other| other.event == one.event) {
                let meets = one.from.iter().any(|state| other.from.contains(state));
                let shares = one.reasons.is_empty()
                    || other.reasons.is_empty()
                    || one.reasons.iter().any(|reason| other.reasons.contains(reason));
                // An earlier move that waits for another procedure leaves room for a later one.
                if meets && shares && other.needs.is_empty() {
                    self.complain(Finding::error("procedure-data-ambiguous"), &one.event);
                }
            }
        }
    }

    fn closings(&mut self) {
        for one in &self.procedure.closed {
            self.event(&one.event);
            one.from.iter().for_each(|state| self.state(state));
            one.reasons.iter().for_each(|reason| self.reason(&one.event, reason));
            one.beside.iter().chain(&one.unless).for_each(|beside| self.beside(beside));
            self.label(&one.label, &one.code);
            self.cited(&one.cites, &one.code);
            if let Some(within) = &one.within {
                self.event(&within.event);
            }
            // A move that is closed for good would be drawn and never taken.
            let free = one.beside.is_empty() && one.unless.is_empty();
            let for_good = free && one.within.is_none() && one.since.is_none();
            let hides = |drawn: &crate::Move| {
                drawn.event == one.event
                    && (one.from.is_empty() || drawn.from.iter().any(|state| one.from.contains(state)))
                    && (one.reasons.is_empty()
                        || drawn.reasons.iter().any(|reason| one.reasons.contains(reason)))
            };
            if for_good && self.procedure.moves.iter().any(hides) {
                self.complain(Finding::error("procedure-data-contradiction"), &one.code);
            }
        }
    }

    fn calls(&mut self) {
        for one in &self.procedure.calls {
            self.event(&one.event);
            self.beside(&one.beside);
            self.label(&one.label, &one.event);
            self.cited(&one.cites, &one.event);
            for state in &one.from {
                self.state(state);
                // A call for a step that cannot be taken there would be a promise that nobody can keep.
                let drawn =
                    |one_move: &crate::Move| one_move.event == one.event && one_move.from.contains(state);
                if !self.procedure.moves.iter().any(drawn) {
                    self.complain(Finding::error("procedure-data-call-undrawn"), &one.event);
                }
            }
        }
    }
}
