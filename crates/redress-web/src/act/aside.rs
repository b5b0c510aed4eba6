//! Files that no figure rests on: one that was set aside counts again, and one from which nothing was read is handed in with no
//! paper, or is again.

use super::{back, unfit};
use crate::call::Call;
use crate::library::Touch;
use crate::page::evidence::exhibit_number;
use crate::reply::{Reply, Wrong};
use redress_base::ItemId;
use redress_forms::EXHIBITS;
use redress_rights::{Object, UseCase};

/// Counts it again: a new entry, read as it was read last.
pub(crate) fn count(call: &Call<'_>) -> Result<Reply, Wrong> {
    let item = item(call)?;
    let entry = call.desk((UseCase::AddMaterial, Object::Material), Touch::Write, |desk| {
        desk.count_again(call.by(), item)
    })?;
    Ok(Reply::Entered(format!("{}#{item}", call.at("evidence")), entry))
}

/// Says whether an exhibit is handed in, as the page of exhibits says it of all of them.
pub(crate) fn hand_in(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (item, put) = (item(call)?, call.required("put")?);
    let out = match put {
        "out" => "yes",
        "in" => "",
        other => return Err(unfit(call, "put", other).into()),
    };
    let loaded = call.loaded()?;
    let number = exhibit_number(&loaded, item).ok_or(Wrong::NotFound)?;
    let said = vec![(format!("{number}.left_out"), out.to_owned())];
    call.app.sessions().answer(call.name, call.case(), EXHIBITS, said);
    Ok(Reply::See(back(call, &format!("{}#{item}", call.at("evidence")))))
}

fn item(call: &Call<'_>) -> Result<ItemId, Wrong> {
    let typed = call.required("item")?;
    typed.parse().map_err(|()| unfit(call, "item", typed).into())
}
