//! A case as one file: a zip with nothing compressed, so that any program can look into it and the same case
//! gives the same bytes.
//!
//! ```text
//! case-file.json       what it says of itself
//! ledger.jsonl         the ledger, one entry a line
//! objects/ab/cd…       kept bytes by SHA-256, in the order of their digests
//! key                  seed of the signing key, in a backup only
//! ```

use crate::durable::flush;
use crate::fault;
use crate::folder::{Access, CaseFolder};
use crate::scaffold::Scaffold;
use crate::tree::{Tree, shown};
use redress_base::{Fault, Finding, Refusal, Sha256};
use redress_workbench::ports::{Progress, Store};
use redress_workbench::{CASE_FILE_SCHEMA, CaseFile, CaseFileManifest, CaseFilePlan, TakenIn, take_in};
use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const MANIFEST: &str = "case-file.json";
const LEDGER: &str = "ledger.jsonl";
const KEY: &str = "key";
/// The longest manifest and ledger that are read.
const LONGEST: u64 = 4 << 30;
/// Bytes are copied in blocks of this many.
const BLOCK: usize = 1 << 20;

/// Writes a planned case file to `target`, which must not exist. It appears whole, with every byte on the disk, or not
/// at all.
///
/// # Errors
/// `Usage`: something is there already. `Storage`: the disk would not do it, or an object is missing or altered.
/// `Interrupted`: the person stopped it.
pub fn write_case_file(
    plan: &CaseFilePlan,
    store: &dyn Store,
    target: &Path,
    progress: &mut dyn Progress,
) -> Result<(), Refusal> {
    if target.symlink_metadata().is_ok() {
        return Err(Finding::error("store-file-exists").with("file", shown(target)).refuse(Fault::Usage));
    }
    let draft = Draft::begin(target)?;
    progress.begin("workbench-stage-writing", u64::try_from(plan.objects.len()).ok());
    let mut zip = ZipWriter::new(BufWriter::new(draft.file(target)?));
    let done = fill(&mut zip, plan, store, progress, &shown(target));
    progress.end();
    done?;
    let failed = |error: std::io::Error| fault::disk(&error, &shown(target));
    let writer = zip.finish().map_err(|error| failed(error.into()))?;
    writer.into_inner().map_err(|error| failed(error.into_error()))?.sync_all().map_err(failed)?;
    draft.finish(target)
}

fn fill(
    zip: &mut ZipWriter<BufWriter<File>>,
    plan: &CaseFilePlan,
    store: &dyn Store,
    progress: &mut dyn Progress,
    name: &str,
) -> Result<(), Refusal> {
    let failed = |error: zip::result::ZipError| fault::disk(&error.into(), name);
    let disk = |error: std::io::Error| fault::disk(&error, name);
    // The zip's own dates would tell nothing and change the bytes.
    let plain = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::DEFAULT)
        .unix_permissions(0o600)
        .large_file(true);
    let manifest = serde_json::to_vec_pretty(&plan.manifest).map_err(|error| disk(error.into()))?;
    zip.start_file(MANIFEST, plain).map_err(failed)?;
    zip.write_all(&manifest).map_err(disk)?;
    zip.start_file(LEDGER, plain).map_err(failed)?;
    for line in &plan.lines {
        zip.write_all(line.as_bytes()).and_then(|()| zip.write_all(b"\n")).map_err(disk)?;
    }
    if let Some(seed) = &plan.seed {
        zip.start_file(KEY, plain).map_err(failed)?;
        zip.write_all(seed).map_err(disk)?;
    }
    let mut block = vec![0; BLOCK];
    for digest in &plan.objects {
        zip.start_file(member(digest), plain).map_err(failed)?;
        let mut source = store.open(digest)?;
        loop {
            if progress.stopped() {
                return Err(Finding::error("workbench-stopped").refuse(Fault::Interrupted));
            }
            let read = source.read(&mut block).map_err(disk)?;
            let Some(bytes) = block.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
            zip.write_all(bytes).map_err(disk)?;
        }
        progress.advance(1);
    }
    Ok(())
}

/// The place of an object in the file.
fn member(digest: &Sha256) -> String {
    let hex = digest.to_string();
    let (first, rest) = hex.split_at_checked(2).unwrap_or_default();
    format!("objects/{first}/{rest}")
}

/// A file under construction beside its name.
struct Draft {
    path: PathBuf,
    finished: bool,
}

impl Draft {
    fn begin(target: &Path) -> Result<Draft, Refusal> {
        let name =
            target.file_name().ok_or_else(|| Finding::error("store-folder-name").refuse(Fault::Usage))?;
        let hidden: std::ffi::OsString =
            [".".as_ref(), name, ".redress-unfinished".as_ref()].into_iter().collect();
        Ok(Draft { path: target.with_file_name(hidden), finished: false })
    }

    /// Made for its owner alone: it may hold the signing key.
    fn file(&self, target: &Path) -> Result<File, Refusal> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true).mode(0o600);
        options.open(&self.path).map_err(|error| fault::disk(&error, &shown(target)))
    }

    fn finish(mut self, target: &Path) -> Result<(), Refusal> {
        // A hard link refuses a name that was taken meanwhile, where a rename would replace it.
        let failed = |error: std::io::Error| fault::disk(&error, &shown(target));
        std::fs::hard_link(&self.path, target)
            .or_else(|_| std::fs::rename(&self.path, target))
            .map_err(failed)?;
        let _ = std::fs::remove_file(&self.path);
        self.finished = true;
        let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty());
        flush(Tree::at(parent.unwrap_or(Path::new(".")))?, &shown(target))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.finished {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// A case file that somebody made.
pub struct OpenCaseFile {
    archive: ZipArchive<File>,
    manifest: CaseFileManifest,
    lines: Vec<String>,
}

impl std::fmt::Debug for OpenCaseFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OpenCaseFile").field("case_id", &self.manifest.case_id).finish_non_exhaustive()
    }
}

impl OpenCaseFile {
    /// Opens a case file; what it holds is checked when it is taken in.
    ///
    /// # Errors
    /// `Input`: no case file, or one that cannot be read. `Newer`: made by a newer version.
    pub fn open(path: &Path) -> Result<OpenCaseFile, Refusal> {
        let bad = |problem: String| {
            let found = Finding::error("store-no-case-file").with("file", shown(path));
            found.with("problem", problem).refuse(Fault::Input)
        };
        let file = File::open(path).map_err(|error| bad(error.to_string()))?;
        let mut archive = ZipArchive::new(file).map_err(|error| bad(error.to_string()))?;
        let text = read_member(&mut archive, MANIFEST).map_err(bad)?;
        check_schema(&text)?;
        let manifest: CaseFileManifest =
            serde_json::from_slice(&text).map_err(|error| bad(error.to_string()))?;
        let ledger = read_member(&mut archive, LEDGER).map_err(bad)?;
        let ledger = String::from_utf8(ledger).map_err(|error| bad(error.to_string()))?;
        let lines = ledger.lines().map(str::to_owned).collect();
        Ok(OpenCaseFile { archive, manifest, lines })
    }

    /// The seed of the signing key, where the file is a backup.
    pub fn seed(&mut self) -> Option<[u8; 32]> {
        read_member(&mut self.archive, KEY).ok()?.try_into().ok()
    }
}

fn check_schema(text: &[u8]) -> Result<(), Refusal> {
    #[derive(serde::Deserialize)]
    struct Head {
        schema: String,
    }
    match serde_json::from_slice::<Head>(text) {
        Ok(head) if head.schema.starts_with("redress/case-file/") && head.schema != CASE_FILE_SCHEMA => {
            let found = Finding::error("store-case-file-newer").with("found", head.schema);
            Err(found.with("known", CASE_FILE_SCHEMA).refuse(Fault::Newer))
        }
        _ => Ok(()),
    }
}

fn read_member(archive: &mut ZipArchive<File>, name: &str) -> Result<Vec<u8>, String> {
    let member = archive.by_name(name).map_err(|error| format!("{name}: {error}"))?;
    let mut bytes = Vec::new();
    member.take(LONGEST).read_to_end(&mut bytes).map_err(|error| format!("{name}: {error}"))?;
    Ok(bytes)
}

impl CaseFile for OpenCaseFile {
    fn manifest(&self) -> &CaseFileManifest {
        &self.manifest
    }

    fn lines(&self) -> &[String] {
        &self.lines
    }

    fn object(&mut self, digest: &Sha256) -> Result<Option<Box<dyn Read + '_>>, Refusal> {
        match self.archive.by_name(&member(digest)) {
            Ok(found) => Ok(Some(Box::new(found))),
            Err(zip::result::ZipError::FileNotFound) => Ok(None),
            Err(error) => {
                let found = Finding::error("store-no-case-file").with("file", member(digest));
                Err(found.with("problem", error.to_string()).refuse(Fault::Input))
            }
        }
    }
}

impl CaseFolder {
    /// Takes a case file in as a new case folder, which appears whole or not at all. `seed` is 32 fresh random bytes, used
    /// where the file brings no key of its own.
    ///
    /// # Errors
    /// Whatever [`take_in`] refuses; `Usage` where something is there already.
    pub fn receive(
        path: &Path,
        file: &mut OpenCaseFile,
        seed: [u8; 32],
        progress: &mut dyn Progress,
    ) -> Result<(CaseFolder, TakenIn), Refusal> {
        let scaffold = Scaffold::begin(path, 0o700)?;
        let seed = file.seed().unwrap_or(seed);
        crate::folder::furnish(scaffold.path(), seed)?;
        let taken = {
            let mut inside = CaseFolder::open(scaffold.path(), Access::Write)?;
            take_in(&mut inside, file, progress)?
        };
        scaffold.finish()?;
        Ok((CaseFolder::open(path, Access::Write)?, taken))
    }
}
