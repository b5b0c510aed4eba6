//! What the disk and the database say, as one refusal each.

use redress_base::{Fault, Finding, Refusal};
use rusqlite::ErrorCode;
use std::io::{Error, ErrorKind};

/// A disk error about the file `name`, which is relative to the case folder: a machine's paths do not
/// reach results.
pub(crate) fn disk(error: &Error, name: &str) -> Refusal {
    let finding = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Finding::error("store-disk-full")
        }
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Finding::error("store-read-only"),
        _ => Finding::error("store-disk-failed").with("system", error.to_string()),
    };
    finding.with("file", name).refuse(Fault::Storage)
}

/// The same for calls that go around the standard library.
pub(crate) fn system(error: rustix::io::Errno, name: &str) -> Refusal {
    disk(&Error::from(error), name)
}

/// An error of the case's own database.
pub(crate) fn database(error: &rusqlite::Error) -> Refusal {
    database_in(error, crate::ledger::FILE)
}

/// The same of a database of another name.
pub(crate) fn database_in(error: &rusqlite::Error, file: &str) -> Refusal {
    let finding = match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => Finding::error("store-disk-full"),
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Finding::error("store-read-only"),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => return busy(),
        Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::OutOfMemory) => {
            Finding::error("store-disk-failed").with("system", error.to_string())
        }
        _ => {
            let finding = Finding::error("store-database-damaged").with("problem", error.to_string());
            return finding.with("file", file).refuse(Fault::Verification);
        }
    };
    finding.with("file", file).refuse(Fault::Storage)
}

/// Somebody else holds the case.
pub fn busy() -> Refusal {
    Finding::error("store-busy").refuse(Fault::Busy)
}
