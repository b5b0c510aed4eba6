//! The case folder keeps what every store has to keep.

use crate::child;
use redress_base::{Refusal, Sha256};
use redress_conformance::{Place, SEED, act, suite};
use redress_store::{Access, CaseFolder};
use redress_workbench::ports::Store;
use std::path::{Path, PathBuf};
use std::process::Command;

struct Folder {
    _above: tempfile::TempDir,
    case: PathBuf,
}

pub(crate) fn opened(case: &Path, write: bool) -> Result<Box<dyn Store>, Refusal> {
    let access = if write { Access::Write } else { Access::Read };
    Ok(Box::new(CaseFolder::open(case, access)?))
}

/// The other process: a job of the suite.
pub(crate) fn other(case: &Path, job: &str) {
    act(job, &|| opened(case, true));
}

impl Folder {
    fn object(&self, digest: &Sha256) -> PathBuf {
        let digest = digest.to_string();
        self.case.join("objects").join(&digest[..2]).join(&digest[2..])
    }
}

impl Place for Folder {
    fn open(&self, write: bool) -> Result<Box<dyn Store>, Refusal> {
        opened(&self.case, write)
    }

    fn lose(&self, digest: &Sha256) {
        std::fs::remove_file(self.object(digest)).unwrap();
    }

    fn alter(&self, digest: &Sha256) {
        self.lose(digest);
        std::fs::write(self.object(digest), "altered").unwrap();
    }

    fn other_process(&self, job: &str) -> Command {
        child::job(&format!("suite {job}"), &self.case, 0)
    }
}

fn place(_check: &str) -> Option<Box<dyn Place>> {
    let above = tempfile::tempdir().unwrap();
    let case = above.path().join("case");
    drop(CaseFolder::create(&case, SEED).unwrap());
    Some(Box::new(Folder { _above: above, case }))
}

suite!(place);
