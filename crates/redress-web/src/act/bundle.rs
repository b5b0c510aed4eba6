//! Packs the case as a bundle, as one zip whose folder any BagIt tool opens.

use super::file::disk;
use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Parcel, Reply, Wrong};
use redress_base::Refusal;
use redress_evidence::bag::{Content, Plan};
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_rights::{Object, UseCase};
use redress_workbench::Store;
use std::io::{BufWriter, Read as _, Seek as _, SeekFrom, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Bytes are copied in blocks of this many.
const BLOCK: usize = 1 << 20;

/// Packs it; that it leaves is an entry before a byte of it is sent.
pub(crate) fn pack(call: &Call<'_>) -> Result<Reply, Wrong> {
    let vocabulary = Vocabulary::standard();
    let file = call.desk((UseCase::Pack, Object::Case), Touch::Write, |desk| {
        let packing = desk.pack(Book::standard(), &vocabulary, call.by(), None)?;
        desk.packed(call.by(), &packing)?;
        zipped(&*desk.store, &packing.plan, call.case())
    })?;
    let bytes = file.metadata().map_err(|error| disk(&error))?.len();
    Ok(Reply::Long(Parcel {
        name: format!("{}-bundle.zip", call.case()),
        kind: "application/zip",
        file,
        bytes,
    }))
}

/// The bundle in a nameless file, at its beginning.
fn zipped(store: &dyn Store, plan: &Plan, folder: &str) -> Result<std::fs::File, Refusal> {
    let failed = |error: zip::result::ZipError| disk(&error.into());
    let file = tempfile::tempfile().map_err(|error| disk(&error))?;
    let mut zip = ZipWriter::new(BufWriter::with_capacity(BLOCK, file));
    // The zip's own dates would tell nothing and change the bytes.
    let plain = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::DEFAULT)
        .unix_permissions(0o600)
        .large_file(true);
    let mut block = vec![0; BLOCK];
    for entry in &plan.entries {
        zip.start_file(format!("{folder}-bundle/{}", entry.path), plain).map_err(failed)?;
        match &entry.content {
            Content::Bytes(bytes) => zip.write_all(bytes).map_err(|error| disk(&error))?,
            Content::Object(digests) => {
                let mut source = store.open(&digests.sha256)?;
                loop {
                    let read = source.read(&mut block).map_err(|error| disk(&error))?;
                    let Some(part) = block.get(..read).filter(|part| !part.is_empty()) else { break };
                    zip.write_all(part).map_err(|error| disk(&error))?;
                }
            }
        }
    }
    let written = zip.finish().map_err(failed)?;
    let mut file = written.into_inner().map_err(|error| disk(error.error()))?;
    file.seek(SeekFrom::Start(0)).map_err(|error| disk(&error))?;
    Ok(file)
}
