//! What a form does. One act, one file; each is a use case of the workbench and an entry of the ledger.

pub(crate) mod add;
pub(crate) mod bundle;
pub(crate) mod capture;
pub(crate) mod case;
pub(crate) mod fact;
pub(crate) mod label;
pub(crate) mod paper;
pub(crate) mod party;
pub(crate) mod reveal;
pub(crate) mod session;
pub(crate) mod step;

use crate::call::Call;
use redress_base::{Date, Fault, Finding, Refusal};

/// A day that was typed.
///
/// # Errors
/// `Usage`, naming the field.
fn day(call: &Call<'_>, name: &str) -> Result<Option<Date>, Refusal> {
    let Some(typed) = call.typed(name) else { return Ok(None) };
    typed.parse().map(Some).map_err(|_| unfit(call, name, typed))
}

/// A value that does not fit its field.
fn unfit(call: &Call<'_>, name: &str, typed: &str) -> Refusal {
    let field = call.text(&format!("web-field-{name}"));
    Finding::error("web-field-unfit").with("field", field).with("typed", typed).refuse(Fault::Usage)
}

/// The number of an entry that was sent.
///
/// # Errors
/// `Usage`, naming the field.
fn entry(call: &Call<'_>, name: &str) -> Result<u64, Refusal> {
    let typed = call.required(name)?;
    typed.parse().map_err(|_| unfit(call, name, typed))
}

/// The page to go back to: one of this server's own, or else the given one.
fn back(call: &Call<'_>, otherwise: &str) -> String {
    let asked = call.typed("back").filter(|back| back.starts_with('/') && !back.starts_with("//"));
    asked.filter(|back| !back.contains(['\\', '\r', '\n'])).unwrap_or(otherwise).to_owned()
}
