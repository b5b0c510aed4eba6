//! Gives a copy of the whole case to keep, and seals the head of the ledger.

use super::file::parcel;
use super::{back, last};
use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Reply, Wrong};
use redress_base::{Fault, Finding};
use redress_case::Purpose;
use redress_rights::{Object, UseCase};

/// The whole case as one file. That it left is an entry before a byte of it is sent.
pub(crate) fn give(call: &Call<'_>) -> Result<Reply, Wrong> {
    // With it goes the key that signs the log: whoever asks has to know.
    if call.typed("sure").is_none() {
        return Err(Finding::error("web-copy-unsure").refuse(Fault::Usage).into());
    }
    let details = call.typed("without-details").is_none();
    let plan = call.desk((UseCase::ExportWhole, Object::Case), Touch::Write, |desk| {
        desk.export(call.by(), Purpose::Backup, None, details)
    })?;
    // The plan is made of sealed bytes, which nobody changes: while they are copied the case stays open to readers.
    let file = call
        .desk((UseCase::ViewMasked, Object::Case), Touch::Read, |desk| parcel(call, &plan, &*desk.store))?;
    Ok(Reply::Long(file.named(format!("{}-copy.zip", call.case()))))
}

/// Seals the ledger as it stands into the evidence log, so that nothing before can be changed unseen.
pub(crate) fn seal(call: &Call<'_>) -> Result<Reply, Wrong> {
    let entry = call.desk((UseCase::Checkpoint, Object::Ledger), Touch::Write, |desk| {
        desk.seal_head(call.by())?;
        last(desk)
    })?;
    Ok(Reply::Entered(back(call, &call.at("history")), entry))
}
