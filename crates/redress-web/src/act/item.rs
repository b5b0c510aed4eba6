//! Shows one sealed item, or gives it out: that somebody asked is in the ledger before a byte of it leaves the store.

use super::unfit;
use crate::call::Call;
use crate::library::Touch;
use crate::page::sealed::{Content, MOST_DRAWN, sealed};
use crate::reply::{Parcel, Reply, Wrong};
use redress_base::{Fault, Finding, ItemId, Refusal};
use redress_case::{ItemRow, Seen};
use redress_rights::{Object, UseCase};
use redress_workbench::{FromStore, SealedBytes as _};
use std::io::{Seek as _, SeekFrom};

/// Longer items are not read for a page; they can be kept as a file.
const LONGEST: u64 = 64 << 20;

/// The item that the form names.
fn named<'l>(call: &Call<'_>, loaded: &'l crate::loaded::Loaded) -> Result<&'l ItemRow, Wrong> {
    let typed = call.required("item")?;
    let id: ItemId = typed.parse().map_err(|()| unfit(call, "item", typed))?;
    loaded.result.kept.items.iter().find(|row| row.item.id == id).ok_or(Wrong::NotFound)
}

/// Whoever asked that somebody else reads is shown nothing by a mistaken key; settings say how to change it.
fn not_spared(call: &Call<'_>) -> Result<(), Refusal> {
    if call.session.spared {
        return Err(Finding::error("web-spared").refuse(Fault::Usage));
    }
    Ok(())
}

fn look(call: &Call<'_>, item: ItemId) -> Result<(), Wrong> {
    call.desk((UseCase::ViewUnmasked, Object::Material), Touch::Write, |desk| {
        desk.looked(call.by(), Seen::Item, Some(item.to_string()), None)
    })
}

/// One item on a page of its own.
pub(crate) fn view(call: &Call<'_>) -> Result<Reply, Wrong> {
    not_spared(call)?;
    let loaded = call.loaded()?;
    let row = named(call, &loaded)?;
    look(call, row.item.id)?;
    let content = if row.item.digests.bytes > LONGEST { Content::Long } else { content(call, row)? };
    Ok(sealed(call, row, &content))
}

/// What can be shown of it: words as they were written, whatever program they were meant for; pictures drawn anew.
fn content(call: &Call<'_>, row: &ItemRow) -> Result<Content, Wrong> {
    let bytes = call.desk((UseCase::ViewUnmasked, Object::Material), Touch::Read, |desk| {
        let (_, state) = desk.state()?;
        let kept = state.items.get(&row.item.id);
        kept.map(|kept| FromStore(&*desk.store).bytes(kept)).transpose()
    })?;
    let bytes = bytes.ok_or(Wrong::NotFound)?;
    if !bytes.starts_with(b"%PDF-")
        && !bytes.contains(&0)
        && let Ok(text) = std::str::from_utf8(&bytes)
    {
        return Ok(Content::Text(text.to_owned()));
    }
    let mut typesetter = call.app.library.typesetter()?;
    match typesetter.views(row.item.id, &bytes, MOST_DRAWN) {
        Ok(pages) => Ok(Content::Pictures(pages)),
        Err(refusal) if refusal.fault == Fault::Input => Ok(Content::Undrawn(refusal.finding)),
        Err(refusal) => Err(refusal.into()),
    }
}

/// The item as the file that it is, to be kept; its name begins with its number.
pub(crate) fn file(call: &Call<'_>) -> Result<Reply, Wrong> {
    not_spared(call)?;
    let loaded = call.loaded()?;
    let row = named(call, &loaded)?;
    look(call, row.item.id)?;
    let failed = |error: std::io::Error| crate::upload::disk(&error);
    let file = call.desk((UseCase::ViewUnmasked, Object::Material), Touch::Read, |desk| {
        let mut file = tempfile::tempfile().map_err(failed)?;
        std::io::copy(&mut desk.store.open(&row.item.digests.sha256)?, &mut file).map_err(failed)?;
        file.seek(SeekFrom::Start(0)).map_err(failed)?;
        Ok(file)
    })?;
    let last = row.item.name.rsplit('/').next().unwrap_or_default();
    Ok(Reply::Long(Parcel {
        name: format!("{}-{last}", row.item.id),
        kind: "application/octet-stream",
        bytes: file.metadata().map_err(failed)?.len(),
        file,
    }))
}
