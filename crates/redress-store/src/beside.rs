//! Looking at the case folders beside one: whether one of them went on from the same entry.

use crate::ledger;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use std::path::Path;

/// The name of a case folder beside `folder` that has all of `lines` and went on after them. Of each only two lines are
/// looked at, and nothing is changed; a folder that cannot be read, that is hidden or a link is passed over.
pub fn went_on_beside(folder: &Path, lines: &[String]) -> Option<String> {
    let last = lines.last()?;
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut names: Vec<_> =
        std::fs::read_dir(parent).ok()?.flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    names.into_iter().filter(|name| Some(name.as_os_str()) != folder.file_name()).find_map(|name| {
        let shown = name.to_string_lossy().into_owned();
        let file = parent.join(&name).join(ledger::FILE);
        let plain = !shown.starts_with('.')
            && parent.join(&name).symlink_metadata().is_ok_and(|meta| meta.is_dir())
            && file.symlink_metadata().is_ok_and(|meta| meta.is_file());
        (plain && went_on(&file, lines.len(), last).unwrap_or(false)).then_some(shown)
    })
}

/// Whether the line of this number is `last`, and one comes after it.
fn went_on(file: &Path, number: usize, last: &str) -> rusqlite::Result<bool> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let database =
        Connection::open_with_flags(file.canonicalize().unwrap_or_else(|_| file.to_owned()), flags)?;
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    let line = |number: i64| {
        let mut query = database.prepare("SELECT line FROM ledger WHERE seq = ?1")?;
        query.query_row([number], |row| row.get::<_, String>(0)).optional()
    };
    Ok(line(number)?.as_deref() == Some(last) && line(number.saturating_add(1))?.is_some())
}
