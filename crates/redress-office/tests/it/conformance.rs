//! The office keeps what every store has to keep, with its bytes on a disk and in an S3 store.

use crate::support::{Bytes, Room, room};
use redress_base::{Refusal, Sha256};
use redress_conformance::{Place, SEED, act};
use redress_office::{Office, OfficeConfig};
use redress_store::Access;
use redress_workbench::ports::Store;
use std::path::{Path, PathBuf};
use std::process::Command;

const JOB: &str = "REDRESS_OFFICE_TEST_JOB";
const CONFIG: &str = "REDRESS_OFFICE_TEST_CONFIG";
const CASE: &str = "rd-0123456789abcdef";

struct Case(Room);

fn opened(config: &Path, write: bool) -> Result<Box<dyn Store>, Refusal> {
    let access = if write { Access::Write } else { Access::Read };
    Ok(Box::new(Office::open(&OfficeConfig::read(config)?)?.case(CASE, access)?))
}

impl Place for Case {
    fn open(&self, write: bool) -> Result<Box<dyn Store>, Refusal> {
        opened(&self.0.config_file(), write)
    }

    fn lose(&self, digest: &Sha256) {
        std::fs::remove_file(self.0.object(CASE, digest)).unwrap();
    }

    fn alter(&self, digest: &Sha256) {
        let file = self.0.object(CASE, digest);
        let length = std::fs::metadata(&file).unwrap().len();
        self.lose(digest);
        std::fs::write(file, vec![b'!'; usize::try_from(length).unwrap()]).unwrap();
    }

    fn other_process(&self, job: &str) -> Command {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "conformance::process", "--nocapture", "--test-threads=1"]);
        command.env(JOB, job).env(CONFIG, self.0.config_file());
        command
    }
}

/// Run without its environment, this test has nothing to do; with it, it is the other process.
#[test]
fn process() {
    let Ok(job) = std::env::var(JOB) else { return };
    let config = PathBuf::from(std::env::var_os(CONFIG).unwrap());
    act(&job, &|| opened(&config, true));
}

fn place(check: &str, bytes: Bytes) -> Option<Box<dyn Place>> {
    let room = room(check, bytes)?;
    drop(room.office().create_case(CASE, SEED).unwrap());
    Some(Box::new(Case(room)))
}

mod on_disk {
    redress_conformance::suite!(|check| super::place(check, super::Bytes::Disk));
}

mod in_s3 {
    redress_conformance::suite!(|check| super::place(check, super::Bytes::S3));
}
