//! `redress bag`: makes a plain bag out of a folder, which moves into it without a byte of it being copied.

use super::{SOFTWARE, Session, path, today};
use crate::clock::SystemClock;
use crate::disk::in_case_folder;
use crate::documents::Bagged;
use crate::progress::Bars;
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_envelope::{Whole, holds_secret, whole_case, whole_case_in};
use redress_evidence::bag::{PlainBag, PlainPlan, plain};
use redress_evidence::verify::{FileEntry, Folder};
use redress_workbench::{Clock as _, Progress as _};
use std::cell::{Cell, RefCell};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Reads the folder, plans the bag, and lets the folder move in.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let (folder, bag) = (path(matches, "bagged")?, path(matches, "plain-bag")?);
    if !folder.is_dir() {
        let found = Finding::error("cli-bag-no-folder").with("path", folder.display().to_string());
        return Err(found.refuse(Fault::Input));
    }
    crate::disk::free_in_folder(&bag, false)?;
    // Beijing's day, as in every record of this program.
    let day = today(matches)?.or_else(|| SystemClock.now().at.beijing_date());
    let unknown = || Finding::error("cli-bag-no-day").refuse(Fault::Usage);
    let about = PlainBag { software: SOFTWARE.to_owned(), bagging_date: day.ok_or_else(unknown)? };
    let mut bars = Bars::new(session.words, session.quiet);
    let plan = planned(&folder, &about, &mut bars)?;
    redress_store::write_plain_bag(&plan, &folder, &bag, &mut bars)?;
    bars.end();
    for finding in &plan.findings {
        session.out.finding(finding);
    }
    let shown = bag.display().to_string();
    let sum = plan.tag_manifest.to_string();
    session.out.chat(
        "cli-bag-made",
        &[("path", shown.as_str().into()), ("files", plan.files.into()), ("bytes", plan.bytes.into())],
    );
    session.out.chat("cli-bag-note", &[("digest", sum.as_str().into()), ("path", shown.as_str().into())]);
    session.out.document(&Bagged {
        schema: "redress/bagged/1",
        bag: shown,
        files: plan.files,
        bytes: plan.bytes,
        tag_manifest: sum,
        findings: plan.findings,
    });
    Ok(())
}

fn planned(folder: &Path, about: &PlainBag, bars: &mut Bars<'_>) -> Result<PlainPlan, Refusal> {
    refuse_within(folder)?;
    let source = redress_verify::open(folder)?;
    let list = source.folder().list()?;
    if let Some(whole) = whole_case(list.iter().map(|file| file.path.as_str())) {
        return Err(case_inside(whole, folder));
    }
    let total = list.iter().fold(0u64, |sum, file| sum.saturating_add(file.bytes));
    bars.begin("cli-stage-bagging", Some(total));
    let watched = Watched {
        inner: source.folder(),
        list,
        zips: RefCell::default(),
        secrets: RefCell::default(),
        stopped: Cell::new(false),
    };
    let mut told = 0;
    let plan = plain(&watched, about, &mut |bytes| {
        bars.advance(bytes.saturating_sub(told));
        told = bytes;
        watched.stopped.set(bars.stopped());
    });
    if watched.stopped.get() {
        return Err(Finding::error("cli-bag-stopped").refuse(Fault::Interrupted));
    }
    let mut plan = plan?;
    // Whoever gets the bag gets these too. Files end in whatever order they are read in.
    let mut secrets = watched.secrets.take();
    secrets.sort_unstable();
    let told = |path: &String| Finding::warning("cli-bag-secret").with("path", path.as_str());
    plan.findings.extend(secrets.iter().map(told));
    for zip in watched.zips.take() {
        let at = folder.join(&zip);
        let opened = File::open(&at).and_then(|mut file| whole_case_in(&mut file));
        if let Ok(Some(whole)) = opened {
            return Err(case_inside(whole, &at));
        }
    }
    Ok(plan)
}

/// The longest file that is looked through for a secret key: those who make keys write no longer ones, and notes are short.
const SHORT: u64 = 64 << 10;

/// A case folder is kept by its own log, and holds the key that signs it: it is packed, never bagged.
fn refuse_within(folder: &Path) -> Result<(), Refusal> {
    if in_case_folder(folder) { Err(case_inside(Whole::Folder, folder)) } else { Ok(()) }
}

fn case_inside(whole: Whole, path: &Path) -> Refusal {
    let code = match whole {
        Whole::Folder => "cli-case-folder-inside",
        Whole::File => "cli-case-file-inside",
    };
    Finding::error(code).with("path", path.display().to_string()).refuse(Fault::Usage)
}

/// The folder, listed once, which remembers what begins as a zip and what holds a secret key while it is read: no file is read
/// a second time for either.
struct Watched<'f> {
    inner: &'f dyn Folder,
    list: Vec<FileEntry>,
    zips: RefCell<Vec<String>>,
    secrets: RefCell<Vec<String>>,
    /// The person wished to stop: nothing more is read.
    stopped: Cell<bool>,
}

impl Folder for Watched<'_> {
    fn list(&self) -> Result<Vec<FileEntry>, Refusal> {
        Ok(self.list.clone())
    }

    fn open(&self, path: &str) -> Result<Box<dyn Read + '_>, Refusal> {
        let inner = self.inner.open(path)?;
        Ok(Box::new(Looked { inner, path: path.to_owned(), begun: Vec::new(), read: 0, of: self }))
    }
}

/// A file that is looked at as it comes by.
struct Looked<'f> {
    inner: Box<dyn Read + 'f>,
    path: String,
    /// The whole of it, while it is short.
    begun: Vec<u8>,
    read: u64,
    of: &'f Watched<'f>,
}

impl Read for Looked<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.of.stopped.get() {
            return Err(std::io::ErrorKind::BrokenPipe.into());
        }
        let count = self.inner.read(buffer)?;
        let bytes = buffer.get(..count).unwrap_or_default();
        if self.read == 0 && bytes.starts_with(b"PK\x03\x04") {
            self.of.zips.borrow_mut().push(self.path.clone());
        }
        self.read = self.read.saturating_add(count as u64);
        if self.read > SHORT {
            self.begun = Vec::new();
        } else if count > 0 {
            self.begun.extend_from_slice(bytes);
        } else if holds_secret(std::mem::take(&mut self.begun)) {
            self.of.secrets.borrow_mut().push(self.path.clone());
        }
        Ok(count)
    }
}
