//! What a form does. One act, one file; each is a use case of the workbench and an entry of the ledger.

pub(crate) mod add;
pub(crate) mod aside;
pub(crate) mod bundle;
pub(crate) mod calendar;
pub(crate) mod capture;
pub(crate) mod case;
pub(crate) mod columns;
pub(crate) mod copy;
pub(crate) mod exhibits;
pub(crate) mod fact;
pub(crate) mod file;
pub(crate) mod hand_over;
pub(crate) mod item;
pub(crate) mod label;
mod lists;
pub(crate) mod members;
pub(crate) mod office;
pub(crate) mod origins;
pub(crate) mod paper;
pub(crate) mod party;
pub(crate) mod password;
pub(crate) mod publish;
pub(crate) mod receive;
pub(crate) mod recompute;
pub(crate) mod record;
pub(crate) mod reveal;
pub(crate) mod seal;
pub(crate) mod seals;
pub(crate) mod seek;
pub(crate) mod session;
pub(crate) mod statistics;
pub(crate) mod step;
pub(crate) mod summary;
pub(crate) mod verify;

use crate::call::Call;
use crate::page::fields::BODIES;
use crate::page::search::begins;
use redress_base::{Date, Fault, Finding, Instant, ItemId, Refusal};
use redress_case::Organ;
use redress_workbench::Desk;

/// A day that was typed.
///
/// # Errors
/// `Usage`, naming the field.
fn day(call: &Call<'_>, name: &str) -> Result<Option<Date>, Refusal> {
    let Some(typed) = call.typed(name) else { return Ok(None) };
    typed.parse().map(Some).map_err(|_| unfit(call, name, typed))
}

/// A value that does not fit its field.
pub(crate) fn unfit(call: &Call<'_>, name: &str, typed: &str) -> Refusal {
    let field = call.text(&format!("web-field-{name}"));
    Finding::error("web-field-unfit")
        .with("field", field)
        .with("at", name)
        .with("typed", typed)
        .refuse(Fault::Usage)
}

/// The number of an entry that was sent.
///
/// # Errors
/// `Usage`, naming the field.
fn entry(call: &Call<'_>, name: &str) -> Result<u64, Refusal> {
    let typed = call.required(name)?;
    typed.parse().map_err(|_| unfit(call, name, typed))
}

/// The number of the last entry of the case, looked at while it is held.
///
/// # Errors
/// Whatever the store refuses.
fn last(desk: &Desk<'_>) -> Result<u64, Refusal> {
    Ok(desk.state()?.1.entries)
}

/// A body that was chosen, with the name that was typed beside it.
///
/// # Errors
/// `Usage`, naming the field.
fn organ(call: &Call<'_>, name: &str) -> Result<Organ, Refusal> {
    let typed = call.required(name)?;
    let kind = BODIES.into_iter().find(|one| one.word() == typed).ok_or_else(|| unfit(call, name, typed))?;
    Ok(Organ { kind, name: call.typed(&format!("{name}-name")).map(str::to_owned) })
}

/// An exhibit that was chosen.
///
/// # Errors
/// `Usage`, naming the field.
fn item(call: &Call<'_>, name: &str) -> Result<Option<ItemId>, Refusal> {
    let Some(typed) = call.typed(name) else { return Ok(None) };
    typed.parse().map(Some).map_err(|()| unfit(call, name, typed))
}

/// Every exhibit that was chosen.
///
/// # Errors
/// As [`item`].
fn items(call: &Call<'_>, name: &str) -> Result<Vec<ItemId>, Refusal> {
    let typed = call.every(name).filter(|typed| !typed.is_empty());
    typed.map(|typed| typed.parse().map_err(|()| unfit(call, name, typed))).collect()
}

/// A last day that was typed, as the moment at which it is over in Beijing.
///
/// # Errors
/// As [`day`].
fn last_day(call: &Call<'_>, name: &str) -> Result<Option<Instant>, Refusal> {
    Ok(day(call, name)?.map(|day| Instant(begins(day) + 24 * 60 * 60)))
}

/// A new password, typed twice alike.
///
/// # Errors
/// `Usage`, naming the field.
fn new_password(call: &Call<'_>) -> Result<String, Refusal> {
    let typed = call.required_as_typed("new-password")?;
    if typed != call.required_as_typed("new-again")? {
        return Err(Finding::error("web-passwords-differ").with("at", "new-again").refuse(Fault::Usage));
    }
    Ok(typed.to_owned())
}

/// The page to go back to: one of this server's own, or else the given one. Browsers leave tabs and line ends out of an address
/// before they read it, and take `\` for `/`.
pub(crate) fn back(call: &Call<'_>, otherwise: &str) -> String {
    let asked = call.typed("back").filter(|back| back.starts_with('/') && !back.starts_with("//"));
    asked.filter(|back| !back.contains(|c: char| c == '\\' || c.is_control())).unwrap_or(otherwise).to_owned()
}
