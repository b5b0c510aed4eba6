//! Packs the case as a bundle, as one zip whose folder any BagIt tool opens; closed to those who are named, where anybody is.

use super::file::disk;
use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Parcel, Reply, Wrong};
use redress_base::{Fault, Finding, Refusal};
use redress_case::ClosedTo;
use redress_envelope::Recipient;
use redress_evidence::bag::Plan;
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_rights::{Object, UseCase};
use redress_workbench::Store;
use std::io::{BufWriter, Read, Seek as _, SeekFrom};

/// Packs it; that it leaves is an entry before a byte of it is sent.
pub(crate) fn pack(call: &Call<'_>) -> Result<Reply, Wrong> {
    let vocabulary = Vocabulary::standard();
    let to = recipients(call)?;
    let packing = call.desk((UseCase::Pack, Object::Case), Touch::Write, |desk| {
        let packing = desk.pack(Book::standard(), &vocabulary, call.by(), None)?;
        let named = to.iter().map(|one| ClosedTo { name: one.name().to_owned(), key: one.key() }).collect();
        desk.packed(call.by(), &packing, named)?;
        Ok(packing)
    })?;
    // The plan is made of sealed bytes, which nobody changes: while they are copied the case stays open to readers.
    let file = call.desk((UseCase::ViewMasked, Object::Case), Touch::Read, |desk| {
        parcel(call, &*desk.store, &packing.plan, &to)
    })?;
    let bytes = file.metadata().map_err(|error| disk(&error))?.len();
    let (ending, kind) =
        if to.is_empty() { ("", "application/zip") } else { (".age", "application/octet-stream") };
    Ok(Reply::Long(Parcel { name: format!("{}-bundle.zip{ending}", call.case()), kind, file, bytes }))
}

/// The bundle as one zip, closed to those who are named where anybody is.
fn parcel(
    call: &Call<'_>,
    store: &dyn Store,
    plan: &Plan,
    to: &[Recipient],
) -> Result<std::fs::File, Refusal> {
    let open = |digest: &redress_base::Sha256| store.open(digest).map(|lent| lent as Box<dyn Read>);
    let mut zip = redress_envelope::bundle(plan, &format!("{}-bundle", call.case()), &open, &mut |_| true)?;
    if to.is_empty() {
        return Ok(zip);
    }
    let mut closed = tempfile::tempfile().map_err(|error| disk(&error))?;
    redress_envelope::close(&mut zip, to, &mut BufWriter::new(&closed), &mut |_| true)?;
    closed.seek(SeekFrom::Start(0)).map_err(|error| disk(&error))?;
    Ok(closed)
}

/// Those who are named, one a line.
fn recipients(call: &Call<'_>) -> Result<Vec<Recipient>, Refusal> {
    let lines = call.typed("closed-to").unwrap_or_default().lines().map(str::trim);
    let to: Vec<Recipient> =
        lines.filter(|line| !line.is_empty()).map(str::parse).collect::<Result<_, _>>()?;
    // Whoever asked for it closed never gets it open.
    if call.typed("closed") == Some("yes") && to.is_empty() {
        return Err(Finding::error("web-closed-to-nobody").with("at", "closed-to").refuse(Fault::Usage));
    }
    Ok(to)
}
