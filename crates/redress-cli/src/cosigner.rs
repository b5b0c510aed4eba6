//! The key of a cosigner, and what it has cosigned: two files that the second party keeps, apart from any case.
//!
//! `KEY-FILE` is three lines (`redress/cosigner-key/1`, the name, 64 hexadecimal digits), for its owner alone.
//! `KEY-FILE.seen` holds the last checkpoint that was cosigned of each log, so that a log which was rewritten since is
//! never cosigned again. It is on the disk before a signature is given out.

use crate::clock::SystemClock;
use redress_base::{Fault, Finding, Instant, Refusal, Sha256};
use redress_evidence::canonical;
use redress_evidence::checkpoint::Checkpoint;
use redress_evidence::note::{SigningKey, VerifierKey};
use redress_evidence::witness::{self, Request};
use redress_workbench::Clock as _;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{File, TryLockError};
use std::io::Read as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

const HEADER: &str = "redress/cosigner-key/1";
const SEEN: &str = "redress/cosigned-logs/1";
/// No request, checkpoint or key is longer, in bytes; a record of many logs may be.
const LONGEST: u64 = 1 << 20;
const LONGEST_SEEN: u64 = 64 << 20;

/// A cosigner's key, held by this process alone as long as the value lives.
pub(crate) struct Cosigner {
    /// The key.
    pub key: SigningKey,
    /// Other users of this computer may read the key.
    pub exposed: bool,
    seen: PathBuf,
    logs: Logs,
    _held: File,
}

/// The last checkpoint that was cosigned, by the key of its log.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Logs {
    schema: String,
    logs: BTreeMap<String, String>,
}

/// A text file that somebody sent, of no more than a mebibyte.
///
/// # Errors
/// `Input` where it cannot be read, is longer, or is no text.
pub(crate) fn text(path: &Path) -> Result<String, Refusal> {
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    read(path, &file, LONGEST)
}

fn read(path: &Path, file: &File, most: u64) -> Result<String, Refusal> {
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
    let text = String::from_utf8(bytes).ok().filter(|text| text.len() as u64 <= most);
    text.ok_or_else(|| unfit("cli-cosign-unfit", path))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Refusal {
    let found = Finding::error("cli-read-failed").with("path", path.display().to_string());
    found.with("problem", error.to_string()).refuse(Fault::Input)
}

fn unfit(code: &str, path: &Path) -> Refusal {
    Finding::error(code).with("path", path.display().to_string()).refuse(Fault::Input)
}

/// Makes a key file, which must not be there yet, and gives the public key.
///
/// # Errors
/// `Usage` where something is there or the name is unfit; `Storage` where it cannot be written.
pub(crate) fn make(path: &Path, name: &str, seed: [u8; 32]) -> Result<VerifierKey, Refusal> {
    let key = SigningKey::from_seed(name, seed)?;
    // A digest is 32 bytes as hexadecimal digits, which is just how a seed is written.
    crate::disk::put(path, format!("{HEADER}\n{name}\n{}\n", Sha256(seed)).as_bytes(), false)?;
    Ok(key.cosigner())
}

impl Cosigner {
    /// Opens a key file and what was cosigned with it, and holds both.
    ///
    /// # Errors
    /// `Input` where one of them cannot be read or is no such file; `Busy` where another program cosigns with this key.
    pub(crate) fn open(path: &Path) -> Result<Cosigner, Refusal> {
        let held = File::open(path).map_err(|error| unreadable(path, &error))?;
        match held.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let found = Finding::error("cli-cosigner-busy").with("path", path.display().to_string());
                return Err(found.refuse(Fault::Busy));
            }
            Err(TryLockError::Error(error)) => return Err(unreadable(path, &error)),
        }
        let exposed = held.metadata().is_ok_and(|meta| meta.mode() & 0o077 != 0);
        let key = parse(&read(path, &held, LONGEST)?).ok_or_else(|| unfit("cli-cosigner-key", path))?;
        let mut seen = path.as_os_str().to_owned();
        seen.push(".seen");
        let seen = PathBuf::from(seen);
        let logs = match File::open(&seen) {
            Ok(file) => {
                let text = read(&seen, &file, LONGEST_SEEN)?;
                let line = text.strip_suffix('\n').unwrap_or_default();
                let logs = canonical::from_slice::<Logs>(line.as_bytes());
                let logs = logs.ok().filter(|logs| logs.schema == SEEN);
                logs.ok_or_else(|| unfit("cli-cosigner-seen", &seen))?
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Logs { schema: SEEN.to_owned(), logs: BTreeMap::new() }
            }
            Err(error) => return Err(unreadable(&seen, &error)),
        };
        Ok(Cosigner { key, exposed, seen, logs, _held: held })
    }

    /// The checkpoint of a log that was cosigned last.
    ///
    /// # Errors
    /// `Verification` where what was kept of it is none.
    pub(crate) fn last(&self, log: &VerifierKey) -> Result<Option<Checkpoint>, Refusal> {
        let kept = self.logs.logs.get(&log.to_string());
        kept.map(|note| witness::checkpoint_of(note, log)).transpose()
    }

    /// Cosigns what is asked, where the log only grew since it was cosigned last.
    ///
    /// # Errors
    /// Whatever [`witness::cosign`] refuses; `Storage` where it cannot be kept.
    pub(crate) fn sign(
        &mut self,
        request: &Request,
        log: &VerifierKey,
        time: Instant,
    ) -> Result<String, Refusal> {
        let note = witness::cosign(request, log, self.last(log)?.as_ref(), &self.key, time.0)?;
        // Kept before it is given out: a signature that nobody remembers could be followed by one on another past.
        self.keep(log, &note)?;
        Ok(note)
    }

    /// Keeps a checkpoint as the last one of its log.
    ///
    /// # Errors
    /// `Storage` where it cannot be written; then nothing may be given out.
    fn keep(&mut self, log: &VerifierKey, checkpoint: &str) -> Result<(), Refusal> {
        self.logs.logs.insert(log.to_string(), checkpoint.to_owned());
        let mut bytes = canonical::to_vec(&self.logs)?;
        bytes.push(b'\n');
        crate::disk::put(&self.seen, &bytes, true)
    }
}

/// A key file with which the workbench signs for others. It is opened anew for each signature, so that the command line can
/// sign with it too.
pub(crate) struct KeyFile {
    path: PathBuf,
    key: String,
    /// Other users of this computer may read the key.
    pub(crate) exposed: bool,
    /// Of several requests of one program one signs, and the others wait.
    turn: Mutex<()>,
}

impl KeyFile {
    /// The key file of that name, which has to be one.
    ///
    /// # Errors
    /// As [`Cosigner::open`].
    pub(crate) fn at(path: &Path) -> Result<KeyFile, Refusal> {
        let opened = Cosigner::open(path)?;
        let (key, exposed) = (opened.key.cosigner().to_string(), opened.exposed);
        Ok(KeyFile { path: path.to_path_buf(), key, exposed, turn: Mutex::new(()) })
    }
}

impl redress_web::Cosigner for KeyFile {
    fn key(&self) -> &str {
        &self.key
    }

    fn cosign(&self, request: &Request, log: &VerifierKey) -> Result<String, Refusal> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        Cosigner::open(&self.path)?.sign(request, log, SystemClock.now().at)
    }
}

fn parse(text: &str) -> Option<SigningKey> {
    let lines: Vec<&str> = text.strip_suffix('\n')?.split('\n').collect();
    let [HEADER, name, digits] = lines.as_slice() else { return None };
    SigningKey::from_seed(name, digits.parse::<Sha256>().ok()?.0).ok()
}

#[cfg(test)]
mod tests {
    use super::{HEADER, parse};

    #[test]
    fn only_a_whole_key_file_is_a_key() {
        let digits = "0f".repeat(32);
        assert_eq!(parse(&format!("{HEADER}\noffice.example\n{digits}\n")).unwrap().seed(), [15; 32]);
        for damaged in [
            String::new(),
            format!("{HEADER}\noffice.example\n{digits}"),
            format!("{HEADER}\noffice example\n{digits}\n"),
            format!("{HEADER}\noffice.example\n{}\n", "0f".repeat(31)),
            format!("{HEADER}\noffice.example\n{digits}\n\n"),
            format!("redress/key/1\noffice.example\n{digits}\n"),
        ] {
            assert!(parse(&damaged).is_none(), "{damaged:?}");
        }
    }
}
