//! `redress procedure`: the procedures as this program knows them.

use super::{Session, text};
use crate::documents_file::{ProcedureRow, ProcedureRows};
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_procedure::{Procedure, Procedures, markdown};

/// Lists the procedures, or prints one with its states, steps, closed moves and articles.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let procedures = Procedures::standard();
    if let Some(id) = text(matches, "procedure") {
        let procedure = known(procedures, id)?;
        if session.out.json {
            session.out.document(procedure);
        } else {
            crate::out::raw(&markdown(procedure, procedures));
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
