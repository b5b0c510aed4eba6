//! A case as one file: written to a nameless file first, so that whoever breaks off has nothing and loses nothing.

use crate::call::Call;
use crate::reply::Parcel;
use redress_base::{Fault, Finding, Refusal};
use redress_workbench::{CaseFilePlan, Store};
use std::fs::File;
use std::io::{Seek as _, SeekFrom};

/// The file at its beginning, with its length.
pub(crate) struct Written {
    file: File,
    bytes: u64,
}

impl Written {
    /// The same as a download under a neutral name.
    pub(crate) fn named(self, name: String) -> Parcel {
        Parcel { name, kind: "application/zip", file: self.file, bytes: self.bytes }
    }
}

/// Writes the planned file: a zip with nothing compressed.
///
/// # Errors
/// `Storage` where the disk would not do it, or an object is missing.
pub(crate) fn parcel(call: &Call<'_>, plan: &CaseFilePlan, store: &dyn Store) -> Result<Written, Refusal> {
    let mut file = tempfile::tempfile().map_err(|error| disk(&error))?;
    let open = file.try_clone().map_err(|error| disk(&error))?;
    call.app.library.case_file(plan, store, open)?;
    file.seek(SeekFrom::Start(0)).map_err(|error| disk(&error))?;
    let bytes = file.metadata().map_err(|error| disk(&error))?.len();
    Ok(Written { file, bytes })
}

/// What the disk would not do for a file that leaves.
pub(crate) fn disk(error: &std::io::Error) -> Refusal {
    Finding::error("web-bundle-disk").with("problem", error.to_string()).refuse(Fault::Storage)
}
