//! A planned bundle as one zip, whose one folder any BagIt tool opens.

use crate::{BLOCK, disk};
use redress_base::{Fault, Finding, Refusal, Sha256};
use redress_evidence::bag::{Content, Plan};
use std::fs::File;
use std::io::{BufWriter, Read, Seek as _, SeekFrom, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What opens a sealed object.
pub(crate) type Objects<'s> = dyn Fn(&Sha256) -> Result<Box<dyn Read + 's>, Refusal> + 's;

/// The bundle in a nameless file, at its beginning. `told` hears the bytes of each block and says whether to go on.
///
/// # Errors
/// What `open` refuses; `Interrupted`; `Storage`.
pub fn bundle<'s>(
    plan: &Plan,
    folder: &str,
    open: &Objects<'s>,
    told: &mut dyn FnMut(u64) -> bool,
) -> Result<File, Refusal> {
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
        zip.start_file(format!("{folder}/{}", entry.path), plain).map_err(failed)?;
        let mut source: Box<dyn Read + '_> = match &entry.content {
            Content::Bytes(bytes) => Box::new(bytes.as_slice()),
            Content::Object(digests) => open(&digests.sha256)?,
        };
        loop {
            let read = source.read(&mut block).map_err(|error| disk(&error))?;
            let Some(part) = block.get(..read).filter(|part| !part.is_empty()) else { break };
            zip.write_all(part).map_err(|error| disk(&error))?;
            if !told(u64::try_from(read).unwrap_or(u64::MAX)) {
                return Err(Finding::error("envelope-stopped").refuse(Fault::Interrupted));
            }
        }
    }
    let written = zip.finish().map_err(failed)?;
    let mut file = written.into_inner().map_err(|error| disk(error.error()))?;
    file.seek(SeekFrom::Start(0)).map_err(|error| disk(&error))?;
    Ok(file)
}
