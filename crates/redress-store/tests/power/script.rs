//! What a run does before it is stopped, and what must be so afterwards.

use crate::chance::Chance;
use crate::disk::{Disk, Fault, Lie};
use crate::vfs::{disk, register};
use redress_base::Sha256;
use redress_store::{Access, CaseFolder};
use redress_workbench::ports::Store;
use sha2::Digest;
use std::io::Write;
use std::path::PathBuf;

/// Appends, one after the other; each is the lengths of its lines.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Script {
    pub(crate) name: &'static str,
    /// Entries that stand in the case before.
    pub(crate) before: usize,
    pub(crate) appends: &'static [&'static [usize]],
}

/// One entry; several, singly and together; long ones that need pages of their own; and a case in
/// which pages split.
pub(crate) const SCRIPTS: [Script; 5] = [
    Script { name: "the first entry", before: 0, appends: &[&[600]] },
    Script { name: "three appends", before: 1, appends: &[&[700], &[900], &[650]] },
    Script { name: "many lines at once", before: 3, appends: &[&[700, 40, 900, 650, 800], &[600, 600, 600]] },
    Script { name: "long lines", before: 2, appends: &[&[9_000], &[5_000, 700, 13_000]] },
    Script { name: "a case of 60 entries", before: 60, appends: &[&[900; 9], &[650], &[80; 20]] },
];

/// A case on a forgetful disk, as it stood before the run.
pub(crate) struct Bench {
    pub(crate) script: Script,
    _folder: tempfile::TempDir,
    case: PathBuf,
    before: Disk,
    lines: Vec<String>,
}

/// What a run was told, and what it asked for in vain.
#[derive(Debug, Default)]
pub(crate) struct Said {
    pub(crate) acknowledged: Vec<String>,
    /// Appends that were refused since, in order: each is there altogether, or not at all, and none
    /// without those before it.
    pub(crate) refused: Vec<Vec<String>>,
    /// Why each refused step was refused.
    pub(crate) codes: Vec<String>,
    /// Appends that were acknowledged.
    pub(crate) appends: usize,
}

impl Said {
    /// Whether these lines are the acknowledged ones and so many refused appends after them.
    fn matches(&self, lines: &[String]) -> Option<usize> {
        let mut rest = lines.strip_prefix(self.acknowledged.as_slice())?;
        for (number, refused) in self.refused.iter().enumerate() {
            if rest.is_empty() {
                return Some(number);
            }
            rest = rest.strip_prefix(refused.as_slice())?;
        }
        rest.is_empty().then_some(self.refused.len())
    }
}

impl Bench {
    pub(crate) fn new(script: Script) -> Bench {
        register();
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("case");
        disk(|disk| *disk = Disk::with(&["case.sqlite"]));
        let mut store = CaseFolder::create(&case, [7; 32]).unwrap();
        let lines = chain(&[], &vec![700; script.before]);
        for some in lines.chunks(40) {
            let head = head(&store.ledger().unwrap());
            store.append(some, &head).unwrap();
        }
        drop(store);
        let before = disk(|disk| disk.clone());
        Bench { script, _folder: folder, case, before, lines }
    }

    /// The script against a disk with this fault. Afterwards the disk is as the fault left it.
    pub(crate) fn run(&self, fault: Fault, lie: Lie, seed: u64) -> Said {
        disk(|disk| *disk = self.before.facing(fault, lie, seed));
        let mut said = Said { acknowledged: self.lines.clone(), ..Said::default() };
        let mut store = match CaseFolder::open(&self.case, Access::Write) {
            Ok(store) => store,
            Err(refusal) => {
                said.codes.push(refusal.finding.code);
                return said;
            }
        };
        let mut now = self.lines.clone();
        for lengths in self.script.appends {
            if disk(|disk| disk.is_off()) {
                break;
            }
            // Whoever was refused looks again before going on, as a person would.
            if !said.refused.is_empty() {
                let Ok(read) = store.ledger() else { continue };
                let seen = said.matches(&read);
                assert!(seen.is_some(), "what is read is not what was appended");
                said.refused.truncate(seen.unwrap_or_default());
                now = read;
            }
            let lines = chain(&now, lengths);
            match store.append(&lines, &head(&now)) {
                Ok(()) => {
                    // What it follows lasts too, even where the answer was a refusal.
                    now.extend(lines);
                    said.acknowledged.clone_from(&now);
                    said.refused.clear();
                    said.appends += 1;
                }
                Err(refusal) => {
                    said.codes.push(refusal.finding.code);
                    said.refused.push(lines);
                }
            }
        }
        said
    }

    /// The power comes back; the fault, if any, strikes while the case is opened.
    pub(crate) fn power_back(&self, fault: Fault, chance: &mut Chance) -> Result<(), String> {
        disk(|disk| *disk = disk.after_power_loss(chance).facing(fault, Lie::None, chance.next()));
        CaseFolder::open(&self.case, Access::Write).map(drop).map_err(|refusal| refusal.to_string())
    }

    /// Opens the case on what is left, and compares; then appends, opens again, and compares again.
    /// `Err`: something acknowledged is lost, or there is something that nobody wrote.
    pub(crate) fn check(&self, said: &Said) -> Result<(), String> {
        disk(|disk| *disk = disk.facing(Fault::None, Lie::None, 0));
        let open = || CaseFolder::open(&self.case, Access::Write).map_err(|refusal| refusal.to_string());
        let mut store = open()?;
        let kept = store.ledger().map_err(|refusal| refusal.to_string())?;
        if said.matches(&kept).is_none() {
            let (kept, told) = (kept.len(), said.acknowledged.len());
            return Err(format!("{kept} entries are kept, {told} were acknowledged"));
        }
        let more = chain(&kept, &[500, 60]);
        store.append(&more, &head(&kept)).map_err(|refusal| refusal.to_string())?;
        drop(store);
        let again = open()?.ledger().map_err(|refusal| refusal.to_string())?;
        let wanted: Vec<String> = kept.into_iter().chain(more).collect();
        if again == wanted { Ok(()) } else { Err("the next append did not last".to_owned()) }
    }

    /// How many calls and reads the script makes where nothing goes wrong.
    pub(crate) fn extent(&self) -> (u64, u64) {
        let said = self.run(Fault::None, Lie::None, 0);
        assert_eq!((said.appends, said.codes.len()), (self.script.appends.len(), 0));
        disk(|disk| (disk.calls, disk.reads))
    }
}

/// Lines of these lengths that follow `after`.
fn chain(after: &[String], lengths: &[usize]) -> Vec<String> {
    let mut prev = head(after);
    let mut lines = Vec::with_capacity(lengths.len());
    for (at, length) in lengths.iter().enumerate() {
        let seq = after.len() + at + 1;
        let line = format!(r#"{{"prev":"{prev}","seq":{seq},"what":"{}"}}"#, "记x".repeat(length / 4));
        prev = sha256(&line);
        lines.push(line);
    }
    lines
}

fn head(lines: &[String]) -> Sha256 {
    lines.last().map_or(Sha256([0; 32]), |line| sha256(line))
}

fn sha256(line: &str) -> Sha256 {
    Sha256(sha2::Sha256::digest(line.as_bytes()).into())
}

/// One line for whoever reads what the tests say.
pub(crate) fn say(words: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{words}").unwrap();
    out.flush().unwrap();
}
