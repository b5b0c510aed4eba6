//! A folder made into a plain bag: the files that describe it are written first, and then it moves in, whole, as `data`.
//!
//! Nothing of the folder is copied or opened for writing. Until it moves, in one step (POSIX.1-2024 `rename`), it stands
//! untouched where it was, and what was written beside it is no bag yet.

use crate::bundle::write_file;
use crate::durable::flush;
use crate::fault;
use crate::tree::Tree;
use redress_base::{Fault, Finding, Refusal};
use redress_evidence::bag::PlainPlan;
use redress_workbench::ports::Progress;
use std::io::ErrorKind;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

/// Writes the plan of `folder` to the new folder `bag`, and moves `folder` into it as `bag/data`.
///
/// # Errors
/// `Usage`: something stands at `bag` already, or it lies inside `folder`, or the two are not on one disk, so that nothing
/// could be moved without copying it. `Storage`: the disk would not do it. `Interrupted`: the person stopped it. After any of
/// them `folder` is as it was and `bag` is not there. That a disk would not confirm the move afterwards is no error: the bag is
/// there, and `progress` is told (`store-bag-unconfirmed`).
pub fn write_plain_bag(
    plan: &PlainPlan,
    folder: &Path,
    bag: &Path,
    progress: &mut dyn Progress,
) -> Result<(), Refusal> {
    let shown = bag.display().to_string();
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Finding::error("store-bag-there").with("path", shown.as_str()).refuse(Fault::Usage)
        }
        ErrorKind::CrossesDevices => {
            Finding::error("store-bag-elsewhere").with("path", shown.as_str()).refuse(Fault::Usage)
        }
        ErrorKind::InvalidInput => {
            Finding::error("store-bag-inside").with("path", shown.as_str()).refuse(Fault::Usage)
        }
        _ => fault::disk(&error, &shown),
    };
    std::fs::DirBuilder::new().mode(0o700).create(bag).map_err(failed)?;
    let mut begun = Begun { bag, written: Vec::new() };
    begun.fill(plan, progress)?;
    let above = bag.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::rename(folder, bag.join("data")).map_err(failed)?;
    // From here on it is a bag: nothing of it is taken away again.
    begun.written.clear();
    if [bag, above].into_iter().any(|folder| flush_at(folder).is_err()) {
        progress.notice(&Finding::warning("store-bag-unconfirmed").with("path", shown.as_str()));
    }
    Ok(())
}

fn flush_at(folder: &Path) -> Result<(), Refusal> {
    flush(Tree::at(folder)?, "bag")
}

/// What was written so far, taken away again unless the folder moved in. Not the scaffold of a bundle, which takes away
/// everything below it: here somebody's own files may stand there.
struct Begun<'b> {
    bag: &'b Path,
    written: Vec<PathBuf>,
}

impl Drop for Begun<'_> {
    fn drop(&mut self) {
        for file in &self.written {
            let _ = std::fs::remove_file(file);
        }
        // Only where nothing else is in it.
        let _ = std::fs::remove_dir(self.bag);
    }
}

impl Begun<'_> {
    fn fill(&mut self, plan: &PlainPlan, progress: &mut dyn Progress) -> Result<(), Refusal> {
        for (name, bytes) in &plan.tags {
            let file = self.bag.join(name);
            self.written.push(file.clone());
            write_file(&file, &mut bytes.as_slice(), name, progress)?;
        }
        Ok(())
    }
}
