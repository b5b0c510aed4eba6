//! A case from one store to another: every line byte for byte, every object, the same key.

use redress_base::{Fault, Finding, Refusal};
use redress_store::Head;
use redress_workbench::ports::{Progress, Store};
use std::collections::BTreeSet;

/// Lines of one append. Few enough that a broken connection costs little, many enough that the flush of
/// each append does not count.
const LINES: usize = 500;

/// What moving a case did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// How the target stood to the source.
    pub course: Course,
    /// Entries that were added.
    pub entries: u64,
    /// Objects that were added.
    pub objects: u64,
    /// Where both ledgers end now; the target's own end where it was ahead.
    pub head: Head,
}

/// How the target stood to the source before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// It was not there; it has arrived whole.
    Whole,
    /// It held an earlier state, and got the rest.
    Continued,
    /// It held the same; nothing was added.
    Same,
    /// It holds the source's whole history and more; nothing was added.
    Ahead,
}

/// Brings everything of `from` to `to`, which holds nothing of it, a part, or all.
///
/// # Errors
/// `Verification`: the two have different keys, or part at an entry; nothing was changed.
pub(crate) fn bring(
    from: &dyn Store,
    to: &mut dyn Store,
    progress: &mut dyn Progress,
) -> Result<Moved, Refusal> {
    if from.signing_seed()? != to.signing_seed()? {
        return Err(Finding::error("office-other-key").refuse(Fault::Verification));
    }
    let (ours, theirs) = (from.ledger()?, to.ledger()?);
    if let Some(at) = ours.iter().zip(&theirs).position(|(our, their)| our != their) {
        let entry = at.saturating_add(1);
        return Err(Finding::error("office-parted").with("entry", entry).refuse(Fault::Verification));
    }
    let mut head = theirs.iter().try_fold(Head::EMPTY, |head, line| head.after(line))?;
    if theirs.len() > ours.len() {
        return Ok(Moved { course: Course::Ahead, entries: 0, objects: 0, head });
    }
    // Bytes before the lines that name them, as everywhere.
    let objects = bring_objects(from, to, progress)?;
    let rest = ours.get(theirs.len()..).unwrap_or_default();
    progress.begin("office-stage-entries", u64::try_from(rest.len()).ok());
    for lines in rest.chunks(LINES) {
        stop(progress)?;
        to.append(lines, &head.digest)?;
        head = lines.iter().try_fold(head, |head, line| head.after(line))?;
        progress.advance(u64::try_from(lines.len()).unwrap_or_default());
    }
    progress.end();
    if to.ledger()? != ours {
        return Err(head.moved());
    }
    let entries = u64::try_from(rest.len()).unwrap_or(u64::MAX);
    let course = if entries == 0 && objects == 0 { Course::Same } else { Course::Continued };
    Ok(Moved { course, entries, objects, head })
}

fn bring_objects(from: &dyn Store, to: &mut dyn Store, progress: &mut dyn Progress) -> Result<u64, Refusal> {
    let there: BTreeSet<_> = to.objects()?.into_iter().collect();
    let missing: Vec<_> = from.objects()?.into_iter().filter(|digest| !there.contains(digest)).collect();
    progress.begin("office-stage-objects", u64::try_from(missing.len()).ok());
    for digest in &missing {
        stop(progress)?;
        // Opening checks what is read, and the digests of what was kept say that it is the same.
        let kept = to.put_stream(from.open(digest)?.as_mut(), &mut |_| {})?;
        if kept.sha256 != *digest {
            let finding = Finding::error("office-object-altered").with("object", digest.to_string());
            return Err(finding.refuse(Fault::Verification));
        }
        progress.advance(1);
    }
    progress.end();
    Ok(u64::try_from(missing.len()).unwrap_or(u64::MAX))
}

/// Stops between two steps where the person asked for it; what has been brought so far stays hidden.
fn stop(progress: &dyn Progress) -> Result<(), Refusal> {
    if progress.stopped() {
        return Err(Finding::error("office-stopped").refuse(Fault::Interrupted));
    }
    Ok(())
}
