//! `redress procedure`: the procedures as this program knows them.

use super::step::cites;
use super::{Session, text};
use crate::documents_file::{ProcedureRow, ProcedureRows};
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_law::Label;
use redress_procedure::{Beside, Closing, EventKind, Force, Move, Procedure, Procedures, State, markdown};

/// Lists the procedures, or shows one with its states, steps, closed moves and articles.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let procedures = Procedures::standard();
    if let Some(id) = text(matches, "procedure") {
        let procedure = known(procedures, id)?;
        if session.out.json {
            session.out.document(procedure);
        } else if matches.get_flag("markdown") {
            crate::out::raw(markdown(procedure, procedures).trim_end());
        } else {
            Drawn { session, procedures, procedure }.show();
        }
        return Ok(());
    }
    let mut rows = Vec::new();
    for one in procedures.iter() {
        session.out.line(&format!("{:24} {}", one.id, session.label(&one.label.zh, &one.label.en)));
        rows.push(ProcedureRow {
            id: one.id.clone(),
            label: one.label.clone(),
            states: one.states.len(),
            events: one.events.iter().map(|event| event.id.clone()).collect(),
        });
    }
    session.out.document(&ProcedureRows { schema: "redress/procedures/1", procedures: rows });
    Ok(())
}

/// A procedure by its id.
pub(crate) fn known<'p>(procedures: &'p Procedures, id: &str) -> Result<&'p Procedure, Refusal> {
    procedures.get(id).ok_or_else(|| {
        let ids: Vec<&str> = procedures.iter().map(|one| one.id.as_str()).collect();
        let found = Finding::error("cli-procedure-unknown").with("written", id);
        found.with("known", ids.join(", ")).refuse(Fault::Usage)
    })
}

/// A procedure as a text: its diagram is an indented list, under each state the steps that lead on from it.
struct Drawn<'a> {
    session: &'a Session<'a>,
    procedures: &'a Procedures,
    procedure: &'a Procedure,
}

impl Drawn<'_> {
    fn show(&self) {
        let (out, procedure) = (&self.session.out, self.procedure);
        out.head(&format!("{}  ({})", self.label(&procedure.label), procedure.id));
        out.line(self.label(&procedure.about));
        out.head(&self.say("cli-procedure-diagram"));
        for state in &procedure.states {
            self.state(state);
        }
        let order = &procedure.order;
        let args = [
            ("order", self.label(&order.label).to_owned().into()),
            ("cites", cites(self.session, &order.cites).into()),
        ];
        out.line("");
        out.say("cli-procedure-order", &args);
        if !procedure.closed.is_empty() {
            out.head(&self.say("cli-procedure-closed"));
            procedure.closed.iter().for_each(|one| self.closing(one));
        }
        if !procedure.calls.is_empty() {
            out.head(&self.say("cli-procedure-calls"));
        }
        for one in &procedure.calls {
            let force = if one.force == Force::Shall { "cli-procedure-shall" } else { "cli-procedure-may" };
            out.line(&format!("  ! {}: {}", self.say(force), self.event(&one.event)));
            out.line(&format!("      {}", self.label(&one.label)));
            out.line(&format!("      {}", self.condition("cli-procedure-while", &one.beside)));
            out.line(&format!("      {}", cites(self.session, &one.cites)));
        }
    }

    fn say(&self, code: &str) -> String {
        self.session.words.say(code, &[])
    }

    fn label<'l>(&self, label: &'l Label) -> &'l str {
        self.session.label(&label.zh, &label.en)
    }

    fn kind(&self, id: &str) -> Option<&EventKind> {
        self.procedure.event(id)
    }

    /// A step in words, with the word by which it is typed.
    fn event(&self, id: &str) -> String {
        self.kind(id).map_or_else(|| id.to_owned(), |kind| format!("{} [{id}]", self.label(&kind.label)))
    }

    fn state(&self, state: &State) {
        let start =
            if state.id == self.procedure.start { self.say("cli-procedure-start") } else { String::new() };
        let end = if state.end { self.say("cli-procedure-end") } else { String::new() };
        self.session.out.line(&format!("  {}{start}{end}", self.label(&state.label)));
        for one in self.procedure.moves.iter().filter(|one| one.from.contains(&state.id)) {
            self.one_move(state, one);
        }
    }

    fn one_move(&self, state: &State, one: &Move) {
        let to = one.to.as_deref().and_then(|to| self.procedure.state(to)).filter(|to| to.id != state.id);
        let to = to.map_or_else(|| self.say("cli-procedure-stays"), |to| self.label(&to.label).to_owned());
        self.session.out.line(&format!("    + {} → {to}", self.event(&one.event)));
        let only = self.only(&one.event, &one.reasons, &one.needs);
        if !only.is_empty() {
            self.session.out.line(&format!("        {}", only.join("; ")));
        }
        self.session.out.line(&format!("        {}", cites(self.session, &one.cites)));
    }

    /// With which reasons only, and while what holds of other procedures.
    fn only(&self, event: &str, reasons: &[String], beside: &[Beside]) -> Vec<String> {
        let said = |id: &String| {
            let found = self.kind(event).and_then(|kind| kind.reasons.iter().find(|one| one.id == *id));
            found.map_or_else(|| id.clone(), |one| format!("{} [{id}]", self.label(&one.label)))
        };
        let names: Vec<String> = reasons.iter().map(said).collect();
        let mut only = Vec::new();
        if !names.is_empty() {
            let args = [("reasons", names.join(" | ").into())];
            only.push(self.session.words.say("cli-procedure-reasons", &args));
        }
        only.extend(beside.iter().map(|one| self.condition("cli-procedure-while", one)));
        only
    }

    fn condition(&self, code: &str, beside: &Beside) -> String {
        let other = self.procedures.get(&beside.procedure);
        let name = other.map_or(beside.procedure.as_str(), |one| self.label(&one.label));
        let states = beside.states.iter().filter_map(|id| Some(self.label(&other?.state(id)?.label)));
        let events = beside.after.iter().filter_map(|id| Some(self.label(&other?.event(id)?.label)));
        let what: Vec<&str> = states.chain(events).collect();
        self.session.words.say(code, &[("procedure", name.into()), ("what", what.join(" | ").into())])
    }

    fn closing(&self, one: &Closing) {
        let out = &self.session.out;
        out.line(&format!("  × {}", self.event(&one.event)));
        out.line(&format!("      {}", self.label(&one.label)));
        let from = one.from.iter().filter_map(|id| Some(self.label(&self.procedure.state(id)?.label)));
        let from: Vec<&str> = from.collect();
        if !from.is_empty() {
            out.say("cli-procedure-from", &[("states", from.join(" | ").into())]);
        }
        let mut only = self.only(&one.event, &one.reasons, &one.beside);
        only.extend(one.unless.iter().map(|unless| self.condition("cli-procedure-unless", unless)));
        only.extend(one.within.iter().map(|within| {
            let args = [("days", u64::from(within.days).into()), ("event", self.event(&within.event).into())];
            self.session.words.say("cli-procedure-within", &args)
        }));
        let since = |day| [("day", self.session.words.date(day).into())];
        only.extend(one.since.iter().map(|day| self.session.words.say("cli-procedure-since", &since(*day))));
        only.iter().for_each(|line| out.line(&format!("      {line}")));
        out.line(&format!("      {}", cites(self.session, &one.cites)));
    }
}
