//! Records a step of a procedure, where the law lets it follow.

use super::day;
use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Reply, Wrong};
use redress_procedure::Event;
use redress_rights::{Object, UseCase};
use redress_workbench::{Quiet, Wanted, Whose, step_bodies};

/// Records one step.
pub(crate) fn add(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (procedure, event) = (call.required("procedure")?, call.required("event")?);
    call.required("on")?;
    let Some(on) = day(call, "on")? else { return Err(Wrong::NotFound) };
    let mut step = Event::new(procedure, event, on);
    step.number = call.typed("number").map(str::to_owned);
    step.for_day = day(call, "for-day")?;
    // A step that there is not is told by the use case itself.
    let whose = step_bodies(procedure, event, None).map_or(Whose::Author, Whose::Bodies);
    let wanted = Wanted::of(UseCase::RecordEvent, Object::ProcedureEvent).whose(whose);
    call.wanted(&wanted, Touch::Write, &mut Quiet, |desk| desk.step(call.by(), step, None))?;
    Ok(Reply::See(format!("{}#tracks", call.at("procedure"))))
}
