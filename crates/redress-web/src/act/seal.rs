//! Reads every sealed item again and compares it with what was sealed; nothing is changed.

use crate::call::Call;
use crate::library::Touch;
use crate::page::seal::checked;
use crate::reply::{Leaf, Reply, Wrong};
use maud::html;
use redress_rights::{Object, UseCase};

/// All items of the case.
pub(crate) fn check(call: &Call<'_>) -> Result<Reply, Wrong> {
    let seals = call.desk((UseCase::ViewMasked, Object::Material), Touch::Read, |desk| desk.seals(true))?;
    let body = html! {
        (checked(call, &seals))
        div.row { a.btn href=(call.at("evidence")) { (call.text("web-sealed-back")) } }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-seal-checked"), None, body)))
}
