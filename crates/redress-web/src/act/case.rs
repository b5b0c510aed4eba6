//! Begins a case, or lays the example among the cases.

use crate::call::Call;
use crate::reply::{Reply, Wrong};

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
