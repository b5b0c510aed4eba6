//! A case as one file: a zip with nothing compressed, so that any program can look into it and the same case
//! gives the same bytes.
//!
//! ```text
//! case-file.json       what it says of itself
//! ledger.jsonl         the ledger, one entry a line
//! objects/ab/cd…       kept bytes by SHA-256, in the order of their digests
//! key                  seed of the signing key, in a backup only
//! ```

use crate::draft::{Draft, Once};
use crate::fault;
use crate::folder::{Access, CaseFolder};
use crate::scaffold::Scaffold;
use crate::tree::shown;
use redress_base::{Fault, Finding, Refusal, Sha256};
use redress_workbench::ports::{Progress, Store};
use redress_workbench::{
    CASE_FILE_SCHEMA, CaseFile, CaseFileManifest, CaseFilePlan, TakenIn, log_key, take_in,
};
use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const MANIFEST: &str = "case-file.json";
const LEDGER: &str = "ledger.jsonl";
const KEY: &str = "key";
/// The longest manifest that is read: names and digests, nothing else.
const LONGEST_MANIFEST: u64 = 64 << 20;
/// The longest ledger that is written and read, about a million entries: it is held in memory whole.
const LONGEST_LEDGER: u64 = 512 << 20;
/// The length of a key's seed.
const SEED: u64 = 32;
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
    not_too_long(plan, &shown(target))?;
    let (draft, file) = Draft::begin(target)?;
    into(plan, store, file, &shown(target), progress)?;
    draft.finish(target)
}

/// Writes a planned case file into an open, empty file, with every byte on the disk.
///
/// # Errors
/// `Storage`: the disk would not do it, or an object is missing or altered. `Interrupted`: the person stopped it.
pub fn fill_case_file(
    plan: &CaseFilePlan,
    store: &dyn Store,
    file: File,
    progress: &mut dyn Progress,
) -> Result<(), Refusal> {
    not_too_long(plan, &plan.manifest.case_id)?;
    into(plan, store, file, &plan.manifest.case_id, progress)
}

fn not_too_long(plan: &CaseFilePlan, name: &str) -> Result<(), Refusal> {
    let long: u64 = plan.lines.iter().map(|line| line.len() as u64 + 1).sum();
    if long > LONGEST_LEDGER { Err(too_long(name, LEDGER, LONGEST_LEDGER)) } else { Ok(()) }
}

fn into(
    plan: &CaseFilePlan,
    store: &dyn Store,
    file: File,
    name: &str,
    progress: &mut dyn Progress,
) -> Result<(), Refusal> {
    progress.begin("workbench-stage-writing", u64::try_from(plan.objects.len()).ok());
    let mut zip = ZipWriter::new(Once::new(file));
    let done = fill(&mut zip, plan, store, progress, name);
    progress.end();
    done?;
    let failed = |error: std::io::Error| fault::disk(&error, name);
    let writer = zip.finish().map_err(|error| failed(error.into()))?;
    writer.settle().map_err(failed)
}

fn too_long(file: &str, member: &str, most: u64) -> Refusal {
    let found = Finding::error("store-case-file-long").with("file", file).with("member", member);
    found.with("most", most >> 20).refuse(Fault::Input)
}

fn fill(
    zip: &mut ZipWriter<Once>,
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
                return Err(crate::bundle::stopped());
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

/// Bytes that are read from any place.
trait Anywhere: Read + Seek {}
impl<T: Read + Seek> Anywhere for T {}

/// The bytes of a case file, wherever they lie.
type Bytes = Box<dyn Anywhere>;

/// A case file that somebody made.
pub struct OpenCaseFile {
    file: String,
    archive: ZipArchive<Bytes>,
    manifest: CaseFileManifest,
    lines: Vec<String>,
    objects: Vec<Sha256>,
    seed: Option<[u8; 32]>,
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
    /// `Input`: no case file, or one that is too long. `Newer`: made by a newer version. `Verification`: it was one and is
    /// cut or damaged, it holds what no case file holds, or its key is not the one it names.
    pub fn open(path: &Path) -> Result<OpenCaseFile, Refusal> {
        let file = File::open(path).map_err(|error| no_case_file(&shown(path), error.to_string()))?;
        OpenCaseFile::read(&shown(path), file)
    }

    /// The same out of bytes that lie elsewhere; findings name them `file`.
    ///
    /// # Errors
    /// As [`OpenCaseFile::open`].
    pub fn read(file: &str, bytes: impl Read + Seek + 'static) -> Result<OpenCaseFile, Refusal> {
        let bad = |problem: String| no_case_file(file, problem);
        let mut bytes: Bytes = Box::new(bytes);
        let begun = begins_as_one(&mut bytes).map_err(|error| bad(error.to_string()))?;
        let mut archive = ZipArchive::new(bytes).map_err(|error| match begun {
            true => damaged(file, "", &error.to_string()),
            false => bad(error.to_string()),
        })?;
        if archive.index_for_name(MANIFEST).is_none() && !begun {
            return Err(bad(MANIFEST.to_owned()));
        }
        let text = read_member(&mut archive, file, MANIFEST, LONGEST_MANIFEST)?;
        check_schema(&text)?;
        let manifest: CaseFileManifest =
            serde_json::from_slice(&text).map_err(|error| damaged(file, MANIFEST, &error.to_string()))?;
        let objects = members(&mut archive, file, manifest.seed)?;
        let ledger = read_member(&mut archive, file, LEDGER, LONGEST_LEDGER)?;
        let ledger = String::from_utf8(ledger).map_err(|error| damaged(file, LEDGER, &error.to_string()))?;
        // Only this one line end: another one would be a byte of the line.
        let lines = ledger.split_terminator('\n').map(str::to_owned).collect();
        let file = file.to_owned();
        let mut opened = OpenCaseFile { file, archive, manifest, lines, objects, seed: None };
        if opened.manifest.seed {
            opened.seed = Some(opened.key()?);
        }
        Ok(opened)
    }

    /// The seed of the signing key, where the file is a backup.
    pub fn seed(&self) -> Option<[u8; 32]> {
        self.seed
    }

    /// The key in the file is the one that the manifest names, and the file is a backup: nobody else is given a key.
    fn key(&mut self) -> Result<[u8; 32], Refusal> {
        let file = self.file.clone();
        let wrong = || {
            let found = Finding::error("store-case-file-key").with("file", file.as_str());
            found.refuse(Fault::Verification)
        };
        let seed = read_member(&mut self.archive, &file, KEY, SEED)?.try_into().map_err(|_| wrong())?;
        let named = log_key(&self.manifest.case_id, seed).map_err(|_| wrong())?;
        let backup = self.manifest.purpose.word() == "backup";
        if backup && named == self.manifest.key { Ok(seed) } else { Err(wrong()) }
    }
}

/// Whether a file begins as our writer begins one: with the manifest, whatever became of the rest.
fn begins_as_one(file: &mut Bytes) -> std::io::Result<bool> {
    // A member's name stands 30 bytes after its signature (APPNOTE.TXT 4.3.7).
    let mut first = Vec::new();
    file.by_ref().take(30 + MANIFEST.len() as u64).read_to_end(&mut first)?;
    file.rewind()?;
    Ok(first.starts_with(b"PK\x03\x04") && first.ends_with(MANIFEST.as_bytes()))
}

/// What is no case file at all.
fn no_case_file(file: &str, problem: String) -> Refusal {
    Finding::error("store-no-case-file").with("file", file).with("problem", problem).refuse(Fault::Input)
}

/// A case file that is not whole any more, with the member where that shows.
fn damaged(file: &str, member: &str, problem: &str) -> Refusal {
    let found = Finding::error("store-case-file-damaged").with("file", file);
    let member = if member.is_empty() { "empty" } else { member };
    found.with("member", member).with("problem", problem).refuse(Fault::Verification)
}

/// The objects in the file. Nothing is ever unpacked under a name that stands in it, and what no case file holds is
/// refused: another name, the same name twice, anything packed, so that no few bytes become many.
fn members(archive: &mut ZipArchive<Bytes>, file: &str, key: bool) -> Result<Vec<Sha256>, Refusal> {
    let mut objects = Vec::new();
    for at in 0..archive.len() {
        let member = archive.by_index_raw(at).map_err(|error| damaged(file, "", &error.to_string()))?;
        let name = String::from_utf8_lossy(member.name_raw()).into_owned();
        let plain = member.compression() == CompressionMethod::Stored && !member.encrypted();
        let object = object_of(&name);
        let known = name == MANIFEST || name == LEDGER || (key && name == KEY) || object.is_some();
        if !plain || !known || member.size() != member.compressed_size() {
            let found = Finding::error("store-case-file-extra").with("file", file);
            return Err(found.with("member", name).refuse(Fault::Verification));
        }
        objects.extend(object);
    }
    Ok(objects)
}

/// The digest under whose name a member stands.
fn object_of(name: &str) -> Option<Sha256> {
    let (first, rest) = name.strip_prefix("objects/")?.split_once('/')?;
    let digest: Sha256 = format!("{first}{rest}").parse().ok()?;
    (member(&digest) == name).then_some(digest)
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

fn read_member(
    archive: &mut ZipArchive<Bytes>,
    file: &str,
    name: &str,
    most: u64,
) -> Result<Vec<u8>, Refusal> {
    let member = archive.by_name(name).map_err(|error| damaged(file, name, &error.to_string()))?;
    let mut bytes = Vec::new();
    let read = member.take(most.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| damaged(file, name, &error.to_string()))?;
    if bytes.len() as u64 > most {
        return Err(too_long(file, name, most));
    }
    Ok(bytes)
}

impl CaseFile for OpenCaseFile {
    fn manifest(&self) -> &CaseFileManifest {
        &self.manifest
    }

    fn lines(&self) -> &[String] {
        &self.lines
    }

    fn objects(&self) -> Vec<Sha256> {
        self.objects.clone()
    }

    fn object(&mut self, digest: &Sha256) -> Result<Option<Box<dyn Read + '_>>, Refusal> {
        match self.archive.by_name(&member(digest)) {
            Ok(found) => Ok(Some(Box::new(found))),
            Err(zip::result::ZipError::FileNotFound) => Ok(None),
            Err(error) => Err(damaged(&self.file, &member(digest), &error.to_string())),
        }
    }
}

/// What is recorded in a case that was just taken in.
pub type Also<'a> = dyn FnMut(&mut CaseFolder, &TakenIn, &mut dyn Progress) -> Result<(), Refusal> + 'a;

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
        CaseFolder::receive_with(path, file, seed, progress, &mut |_, _, _| Ok(()))
    }

    /// The same, with something that is recorded in the new case before its folder appears.
    ///
    /// # Errors
    /// As [`CaseFolder::receive`], and whatever `also` refuses; the folder does not appear then.
    pub fn receive_with(
        path: &Path,
        file: &mut OpenCaseFile,
        seed: [u8; 32],
        progress: &mut dyn Progress,
        also: &mut Also<'_>,
    ) -> Result<(CaseFolder, TakenIn), Refusal> {
        let scaffold = Scaffold::begin(path, 0o700)?;
        let seed = file.seed().unwrap_or(seed);
        crate::folder::furnish(scaffold.path(), seed)?;
        let taken = {
            let mut inside = CaseFolder::open(scaffold.path(), Access::Write)?;
            let taken = take_in(&mut inside, file, progress)?;
            also(&mut inside, &taken, progress)?;
            taken
        };
        scaffold.finish()?;
        Ok((CaseFolder::open(path, Access::Write)?, taken))
    }
}
