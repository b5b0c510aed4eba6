//! Enters a party.

use super::unfit;
use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Reply, Wrong};
use redress_case::{Capacity, DETAIL_FIELDS, Details};
use redress_rights::{Object, UseCase};
use redress_workbench::NewParty;

/// Enters a party; what identifies it goes into an object of its own.
pub(crate) fn add(call: &Call<'_>) -> Result<Reply, Wrong> {
    let typed = call.required("capacity")?;
    let capacity = Capacity::from_word(typed).ok_or_else(|| unfit(call, "capacity", typed))?;
    let given =
        DETAIL_FIELDS.iter().filter_map(|field| Some((*field, call.typed(&format!("detail-{field}"))?)));
    let new = NewParty {
        capacity: Some(capacity),
        identity_unknown: Some(call.typed("identity-unknown").is_some()),
        details: Details::read(given)?,
        ..NewParty::default()
    };
    let salt = call.app.library.random()?;
    call.desk((UseCase::EnterParty, Object::Party), Touch::Write, |desk| {
        desk.enter_party(call.by(), new, &salt)
    })?;
    Ok(Reply::See(format!("{}#parties", call.at("people"))))
}
