//! What a file is by its bytes, before anybody opens it: closed to somebody, or a zip that breaks off.
//!
//! A zip ends with the list of its members (APPNOTE 4.3.16); where that list is missing, something of the file was lost on its
//! way. What its first members are called still stands before each of them, so that a case with its key is known for one.

use crate::looks_closed;
use crate::secret::{LONGEST, holds_secret};
use redress_base::{Fault, Finding, Refusal};
use std::io::{self, Read, Seek, SeekFrom};

/// How a member begins, and the record at the end of a zip, and the two that stand before it in a long one.
const MEMBER: &[u8] = b"PK\x03\x04";
const END: &[u8] = b"PK\x05\x06";
const LONG_END: &[u8] = b"PK\x06\x06";
const LONG_PLACE: &[u8] = b"PK\x06\x07";
/// The last record without its comment, the longest comment, and the place of a long one's last record.
const END_BYTES: u64 = 22;
const COMMENT: u64 = 65_535;
const PLACE_BYTES: u64 = 20;
/// A member's head up to its name (APPNOTE 4.3.7).
const HEAD: usize = 30;
/// So many zeros at the end of a file are no content: programs that fetch files reserve their place so.
const PADDING: u64 = 4096;
/// The most members of a zip of which the names are looked at.
pub const MOST_MEMBERS: usize = 200_000;

/// What a file is by its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// Closed by age.
    Closed,
    /// A zip whose end is missing.
    Cut {
        /// Where it breaks off: the first byte that is not there.
        at: u64,
        /// What the members are called that begin before that, as far as one leads to the next.
        names: Vec<String>,
    },
    /// A zip with its end.
    Zip,
    /// A short file with a secret key in it.
    Secret,
    /// Anything else.
    Other,
}

/// Looks at a file from its beginning and from its end, and leaves it at its beginning.
///
/// # Errors
/// Where it cannot be read.
pub fn given(source: &mut (impl Read + Seek)) -> io::Result<Given> {
    let mut begins = Vec::new();
    source.rewind()?;
    source.by_ref().take(64).read_to_end(&mut begins)?;
    let given = if looks_closed(&begins) {
        Given::Closed
    } else if !begins.starts_with(MEMBER) {
        if secret(source)? { Given::Secret } else { Given::Other }
    } else if ends(source)? {
        Given::Zip
    } else {
        Given::Cut { at: content(source)?, names: names(source)? }
    };
    source.rewind()?;
    Ok(given)
}

fn secret(source: &mut (impl Read + Seek)) -> io::Result<bool> {
    if source.seek(SeekFrom::End(0))? > LONGEST {
        return Ok(false);
    }
    Ok(holds_secret(part(source, 0, LONGEST)?))
}

/// A file that is closed to somebody, where one was wanted that can be read.
pub fn closed(name: &str) -> Refusal {
    Finding::error("envelope-closed").with("path", name).refuse(Fault::Input)
}

/// A zip whose end is missing.
pub fn cut_off(name: &str, at: u64) -> Refusal {
    Finding::error("envelope-zip-cut").with("path", name).with("bytes", at).refuse(Fault::Input)
}

/// The bytes from a place on, no more than so many.
fn part(source: &mut (impl Read + Seek), from: u64, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.seek(SeekFrom::Start(from))?;
    source.by_ref().take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A number of so many bytes, the lowest first.
fn number(bytes: &[u8], at: usize, long: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(long)?)?;
    Some(bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

/// Whether the list of the members stands where the last record says that it does. The end of another zip that lies within
/// this one says something else.
fn ends(source: &mut (impl Read + Seek)) -> io::Result<bool> {
    let length = source.seek(SeekFrom::End(0))?;
    let until = content(source)?.saturating_add(END_BYTES).min(length);
    let from = until.saturating_sub(COMMENT + 2 * END_BYTES + PLACE_BYTES);
    let bytes = part(source, from, until.saturating_sub(from))?;
    for at in (0..bytes.len()).rev().filter(|at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(END))) {
        let place = from.saturating_add(at as u64);
        let (long, begins) = (number(&bytes, at + 12, 4), number(&bytes, at + 16, 4));
        let comment = number(&bytes, at + 20, 2);
        let (Some(long), Some(begins), Some(comment)) = (long, begins, comment) else { continue };
        let last = place.saturating_add(END_BYTES).saturating_add(comment) == length;
        if last || begins.saturating_add(long) == place || is_long(source, &bytes, at)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How many members the records at the end say at most that there are: whoever reads the list of them reads so many. Asked before
/// the list is read, which is held in memory as a whole.
///
/// # Errors
/// Where it cannot be read.
pub fn declared(source: &mut (impl Read + Seek)) -> io::Result<u64> {
    let length = source.seek(SeekFrom::End(0))?;
    let from = length.saturating_sub(COMMENT + 2 * END_BYTES + PLACE_BYTES);
    let bytes = part(source, from, length.saturating_sub(from))?;
    let mut most = 0;
    for at in (0..bytes.len()).filter(|at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(END))) {
        let here = number(&bytes, at + 8, 2).max(number(&bytes, at + 10, 2)).unwrap_or_default();
        most = most.max(here);
        let place =
            at.checked_sub(20).and_then(|from| bytes.get(from..at)).filter(|p| p.starts_with(LONG_PLACE));
        if let Some(from) = place.and_then(|place| number(place, 8, 8)) {
            // APPNOTE 4.3.14: of this disk, and of all. A record that is not where it should be may say anything.
            let record = part(source, from, 40)?;
            let said = number(&record, 24, 8).max(number(&record, 32, 8));
            most = most.max(said.filter(|_| record.starts_with(LONG_END)).unwrap_or(u64::MAX));
        }
    }
    source.rewind()?;
    Ok(most)
}

/// Whether the record before the last one leads to that of a long zip (APPNOTE 4.3.15).
fn is_long(source: &mut (impl Read + Seek), bytes: &[u8], at: usize) -> io::Result<bool> {
    let place = at.checked_sub(20).and_then(|from| bytes.get(from..at)).filter(|p| p.starts_with(LONG_PLACE));
    let Some(from) = place.and_then(|place| number(place, 8, 8)) else { return Ok(false) };
    Ok(part(source, from, 4)? == LONG_END)
}

/// The length without the zeros at the end that only keep a place.
fn content(source: &mut (impl Read + Seek)) -> io::Result<u64> {
    let length = source.seek(SeekFrom::End(0))?;
    let mut end = length;
    while end > 0 {
        let from = end.saturating_sub(1 << 16);
        let block = part(source, from, end.saturating_sub(from))?;
        let zeros = block.iter().rev().take_while(|byte| **byte == 0).count();
        end = end.saturating_sub(zeros as u64);
        if zeros < block.len() || block.is_empty() {
            break;
        }
    }
    Ok(if length.saturating_sub(end) < PADDING { length } else { end })
}

/// What the members are called, one after the other from the beginning, as far as one leads to the next.
pub(crate) fn names(source: &mut (impl Read + Seek)) -> io::Result<Vec<String>> {
    let (mut names, mut at) = (Vec::new(), 0u64);
    while names.len() < MOST_MEMBERS {
        let head = part(source, at, HEAD as u64)?;
        let numbers = (number(&head, 6, 2), number(&head, 18, 4), number(&head, 26, 2), number(&head, 28, 2));
        let (Some(flags), Some(packed), Some(name), Some(more)) = numbers else { break };
        if !head.starts_with(MEMBER) {
            break;
        }
        let named = part(source, at.saturating_add(HEAD as u64), name)?;
        names.push(String::from_utf8_lossy(&named).into_owned());
        let extra = part(source, at.saturating_add(HEAD as u64).saturating_add(name), more)?;
        let packed = if packed == u64::from(u32::MAX) { long_size(&extra) } else { Some(packed) };
        let begins = [HEAD as u64, name, more].into_iter().fold(at, u64::saturating_add);
        at = match packed.filter(|_| flags & 8 == 0) {
            Some(packed) => begins.saturating_add(packed),
            // How long a member is that was written in one go stands behind it: the next one has to be looked for.
            None => match next_member(source, begins)? {
                Some(next) => next,
                None => break,
            },
        };
    }
    Ok(names)
}

/// Where the next member seems to begin.
fn next_member(source: &mut (impl Read + Seek), from: u64) -> io::Result<Option<u64>> {
    let mut at = from;
    loop {
        let block = part(source, at, 1 << 16)?;
        if let Some(found) = block.windows(MEMBER.len()).position(|bytes| bytes == MEMBER) {
            return Ok(Some(at.saturating_add(found as u64)));
        }
        if block.len() < 1 << 16 {
            return Ok(None);
        }
        // What begins at the end of a block ends in the next one.
        at = at.saturating_add((1 << 16) - MEMBER.len() as u64);
    }
}

/// The packed size of a long member, out of what stands beside its name (APPNOTE 4.5.3).
fn long_size(extra: &[u8]) -> Option<u64> {
    let mut at = 0;
    loop {
        let (kind, long) = (number(extra, at, 2)?, usize::try_from(number(extra, at + 2, 2)?).ok()?);
        if kind == 1 {
            return number(extra, at + 12, 8);
        }
        at = at.checked_add(4)?.checked_add(long)?;
    }
}

#[cfg(test)]
mod tests {
    use super::{Given, given};
    use std::io::{Cursor, Write as _};
    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    fn zip(members: &[(&str, &[u8])], large: bool) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let stored =
            SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(large);
        for (name, bytes) in members {
            zip.start_file(*name, stored).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn of(bytes: &[u8]) -> Given {
        given(&mut Cursor::new(bytes)).unwrap()
    }

    #[test]
    fn a_zip_that_breaks_off_says_where_and_what_it_holds_up_to_there() {
        for large in [false, true] {
            let whole = zip(&[("x/bagit.txt", b"one"), ("x/data/a", &[7; 9000])], large);
            assert_eq!(of(&whole), Given::Zip);
            for cut in [whole.len() - 1, whole.len() - 30, 5000, 400] {
                let names = vec!["x/bagit.txt".to_owned(), "x/data/a".to_owned()];
                assert_eq!(of(&whole[..cut]), Given::Cut { at: cut as u64, names }, "{cut}");
            }
            // A place that was reserved and never filled is no content.
            let mut padded = whole[..5000].to_vec();
            padded.resize(200_000, 0);
            assert!(matches!(of(&padded), Given::Cut { at: 5000, .. }));
            // What stands behind a whole one does not make it broken.
            let mut behind = whole.clone();
            behind.extend(b"\n");
            assert_eq!(of(&behind), Given::Zip);
        }
    }

    #[test]
    fn the_end_of_a_zip_within_it_is_not_its_end() {
        let inner = zip(&[("a", b"x")], false);
        let whole =
            zip(&[("bag/bagit.txt", b"one"), ("bag/data/a.wacz", &inner), ("bag/data/b", &[1; 500])], true);
        let after = whole.windows(500).position(|part| part == [1; 500]).unwrap() + 100;
        assert!(matches!(of(&whole[..after]), Given::Cut { names, .. } if names.len() == 3));
    }

    #[test]
    fn members_that_were_written_in_one_go_are_found_by_their_heads() {
        // Flag 8 and no sizes, as programs write that cannot go back (APPNOTE 4.4.4).
        let member = |name: &str, content: &[u8]| {
            let mut bytes = b"PK\x03\x04\x14\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
            bytes.extend([u8::try_from(name.len()).unwrap(), 0, 0, 0]);
            bytes.extend([name.as_bytes(), content, b"PK\x07\x08............"].concat());
            bytes
        };
        let whole = [member("c/case.sqlite", &[1; 70_000]), member("c/key", &[2; 32]), vec![3; 9]].concat();
        let names = vec!["c/case.sqlite".to_owned(), "c/key".to_owned()];
        assert_eq!(of(&whole), Given::Cut { at: whole.len() as u64, names });
    }

    #[test]
    fn what_is_closed_and_what_is_something_else() {
        assert_eq!(of(b"age-encryption.org/v1\n-> X25519 x\n"), Given::Closed);
        assert_eq!(of(b"-----BEGIN AGE ENCRYPTED FILE-----\n"), Given::Closed);
        for other in [&b""[..], b"PK", b"name,text\n", b"PK\x05\x06"] {
            assert_eq!(of(other), Given::Other);
        }
        assert_eq!(of(&zip(&[("a", b"")], false)), Given::Zip);
        assert!(matches!(of(b"PK\x03\x04"), Given::Cut { at: 4, .. }));
    }
}
