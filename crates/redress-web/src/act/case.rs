//! Begins a case, gives it another cover name, or lays the example among the cases.

use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Reply, Wrong};
use redress_rights::{Object, UseCase};

/// Begins a case under a cover name.
pub(crate) fn begin(call: &Call<'_>) -> Result<Reply, Wrong> {
    let cover = call.required("cover")?;
    let id = call.app.library.begin(&call.session.visitor, cover)?;
    Ok(Reply::See(format!("/c/{id}/evidence")))
}

/// Lays the fictional example among the cases.
pub(crate) fn example(call: &Call<'_>) -> Result<Reply, Wrong> {
    let id = call.app.library.example(&call.session.visitor)?;
    Ok(Reply::See(format!("/c/{id}")))
}

/// Goes on under another cover name.
pub(crate) fn rename(call: &Call<'_>) -> Result<Reply, Wrong> {
    let cover = call.required("cover")?;
    let renamed = |desk: &mut redress_workbench::Desk<'_>| desk.rename(call.by(), cover);
    let entry = call.desk((UseCase::Decide, Object::Case), Touch::Write, renamed)?;
    Ok(Reply::Entered(call.at(""), entry))
}
