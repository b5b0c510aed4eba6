//! The frame of a zip: its end record, and which bytes belong to which member (APPNOTE 6.3.10, §4.3).
//!
//! Programs find the directory, and what lies outside of it, in their own ways. So there is one end, the directory stands right
//! before it, and every byte before the directory belongs to one member: nothing overlaps, nothing is hidden between.

use redress_base::{Fault, Finding, Refusal};
use std::fs::File;
use std::ops::Range;
use std::os::unix::fs::FileExt as _;

/// The most members of a zip that are looked at.
pub(crate) const MOST_MEMBERS: u64 = 200_000;
/// The longest directory that is read, in bytes: some 300 for each of as many members.
const LONGEST_DIRECTORY: u64 = 64 << 20;
/// The end record without its comment (§4.3.16), and the longest comment.
const END: u64 = 22;
const LONGEST_COMMENT: u64 = 0xffff;
const END_SIGN: &[u8; 4] = b"PK\x05\x06";
/// The place of the larger end record (§4.3.15), and that record without the extensions that it may have (§4.3.14).
const LOCATOR: u64 = 20;
const LARGE_END: u64 = 56;
/// A record of the directory up to its name (§4.3.12).
const RECORD: u64 = 46;
/// A local header up to its name (§4.3.7).
const LOCAL: u64 = 30;
/// Bit 3 of the flags: check sum and lengths stand behind the bytes (§4.4.4).
const BEHIND: u64 = 1 << 3;

pub(crate) fn broken(problem: impl ToString) -> Refusal {
    Finding::error("verify-zip-broken").with("problem", problem.to_string()).refuse(Fault::Input)
}

/// A number as a zip writes it, the lowest byte first.
fn number(bytes: &[u8], place: Range<usize>) -> u64 {
    let bytes = bytes.get(place).unwrap_or_default();
    bytes.iter().rev().fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
}

fn read(file: &File, at: u64, length: u64) -> Result<Vec<u8>, Refusal> {
    let mut bytes = vec![0; usize::try_from(length).map_err(broken)?];
    file.read_exact_at(&mut bytes, at).map_err(broken)?;
    Ok(bytes)
}

/// Where the directory stands, and of how many members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Frame {
    pub(crate) directory: u64,
    pub(crate) members: u64,
}

impl Frame {
    /// Reads the end of a zip, before anything believes what it says.
    ///
    /// # Errors
    /// `Input` where it has no end or two, more members or a longer directory than are looked at, or bytes that are neither of
    /// a member nor of the directory.
    pub(crate) fn of(file: &File, length: u64) -> Result<Frame, Refusal> {
        let at = end(file, length)?;
        let record = read(file, at, END)?;
        let (disks, here, members) = (number(&record, 4..8), number(&record, 8..10), number(&record, 10..12));
        let (bytes, directory) = (number(&record, 12..16), number(&record, 16..20));
        let small = (members, bytes, directory);
        let large = large(file, at)?;
        let (ends, (members, bytes, directory)) = match large {
            None => (at, small),
            Some((ends, large)) => {
                // Each number of the small record is the one of the large, or says that it stands there.
                let same = |small: u64, most: u64, large: u64| small == most || small == large;
                let agrees = same(small.0, 0xffff, large.0)
                    && same(small.1, 0xffff_ffff, large.1)
                    && same(small.2, 0xffff_ffff, large.2);
                (ends, if agrees { large } else { return Err(broken("two ends that differ")) })
            }
        };
        if members > MOST_MEMBERS || bytes > LONGEST_DIRECTORY {
            return Err(Finding::error("verify-zip-many").with("most", MOST_MEMBERS).refuse(Fault::Input));
        }
        if large.is_none() && (disks != 0 || here != members) || bytes < members.saturating_mul(RECORD) {
            return Err(broken("an end that does not fit its directory"));
        }
        match directory.checked_add(bytes).and_then(|behind| ends.checked_sub(behind)) {
            Some(0) => {}
            Some(more) => return Err(hidden(directory.saturating_add(bytes), more)),
            None => return Err(broken("a directory that does not end before the end")),
        }
        records(&read(file, directory, bytes)?, directory, members)?;
        Ok(Frame { directory, members })
    }
}

/// Whether a directory is so many records, and nothing behind them.
fn records(bytes: &[u8], directory: u64, members: u64) -> Result<(), Refusal> {
    let mut rest = bytes;
    for _ in 0..members {
        let more = [28..30, 30..32, 32..34].map(|place| number(rest, place)).into_iter().sum::<u64>();
        let length = usize::try_from(RECORD + more).map_err(broken)?;
        let record = rest.starts_with(b"PK\x01\x02");
        let Some((_, behind)) = rest.split_at_checked(length).filter(|_| record) else {
            return Err(broken("a directory that ends too early"));
        };
        rest = behind;
    }
    let at = directory.saturating_add(bytes.len().saturating_sub(rest.len()) as u64);
    if rest.is_empty() { Ok(()) } else { Err(hidden(at, rest.len() as u64)) }
}

/// Members, length and place of a directory, as an end record states them.
type Directory = (u64, u64, u64);

/// Bytes that are of no member.
fn hidden(at: u64, bytes: u64) -> Refusal {
    Finding::error("verify-zip-hidden").with("byte", at).with("bytes", bytes).refuse(Fault::Input)
}

/// Where the end record stands: the last one whose comment ends the file, with no other within that comment.
fn end(file: &File, length: u64) -> Result<u64, Refusal> {
    let from = length.saturating_sub(END + LONGEST_COMMENT);
    let tail = read(file, from, length - from)?;
    let fits = |at: &usize| {
        let comment = number(&tail, at.saturating_add(20)..at.saturating_add(22));
        let rest = tail.len().saturating_sub(*at) as u64;
        tail.get(*at..).is_some_and(|rest| rest.starts_with(END_SIGN)) && rest == END + comment
    };
    let Some(at) = (0..tail.len().saturating_sub(21)).rev().find(fits) else {
        return Err(broken("no end of a directory"));
    };
    let comment = tail.get(at.saturating_add(22)..).unwrap_or_default();
    if comment.windows(4).any(|four| four == END_SIGN) {
        return Err(broken("two ends"));
    }
    Ok(from + at as u64)
}

/// The larger end record, where there is one: where it stands, and members, length and place of the directory.
fn large(file: &File, end: u64) -> Result<Option<(u64, Directory)>, Refusal> {
    let Some(at) = end.checked_sub(LOCATOR) else { return Ok(None) };
    let locator = read(file, at, LOCATOR)?;
    if !locator.starts_with(b"PK\x06\x07") {
        return Ok(None);
    }
    let (disks, place) = (number(&locator, 4..8), number(&locator, 8..16));
    let fits = place.checked_add(LARGE_END).is_some_and(|behind| behind <= at);
    if !fits || disks != 0 || number(&locator, 16..20) > 1 {
        return Err(broken("a large end that is not where it is said to be"));
    }
    let record = read(file, place, LARGE_END)?;
    let (here, members) = (number(&record, 24..32), number(&record, 32..40));
    let length = number(&record, 4..12).checked_add(12);
    let whole = record.starts_with(b"PK\x06\x06") && length == Some(LARGE_END) && place + LARGE_END == at;
    if !whole || here != members || number(&record, 16..24) != 0 {
        return Err(broken("a large end that is none"));
    }
    Ok(Some((place, (members, number(&record, 40..48), number(&record, 48..56)))))
}

/// The bytes of one member, from its local header to behind its content.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    from: u64,
    to: u64,
    /// What stands behind it, where something does: check sum, packed length and length.
    behind: Option<(u32, u64, u64)>,
}

impl Span {
    /// The span of the member whose header stands at `from`; the name in the header has to be the one of the directory.
    ///
    /// # Errors
    /// `Input` where it is another, or cannot be read.
    pub(crate) fn of(
        file: &File,
        from: u64,
        name: &[u8],
        (crc, packed, size): (u32, u64, u64),
    ) -> Result<Span, Refusal> {
        let local = read(file, from, LOCAL.saturating_add(name.len() as u64))?;
        let (named, more) = (number(&local, 26..28), number(&local, 28..30));
        let there = local.get(30..).unwrap_or_default();
        if named != name.len() as u64 || there != name {
            let name = String::from_utf8_lossy(name).into_owned();
            return Err(Finding::error("verify-zip-two-names").with("path", name).refuse(Fault::Input));
        }
        let to = [LOCAL, named, more, packed].into_iter().try_fold(from, u64::checked_add);
        let to = to.ok_or_else(|| broken("a member beyond measure"))?;
        let behind = (number(&local, 6..8) & BEHIND != 0).then_some((crc, packed, size));
        Ok(Span { from, to, behind })
    }

    /// Whether these bytes behind it are what may stand there: check sum and lengths, with a sign before them or without.
    fn is_behind(&self, bytes: &[u8]) -> bool {
        let Some((crc, packed, size)) = self.behind else { return false };
        let bare = bytes.strip_prefix(b"PK\x07\x08");
        // Without the sign the check sum itself may look like it.
        [Some(bytes), bare].into_iter().flatten().any(|bytes| {
            let wide = match bytes.len() {
                12 => 4,
                20 => 8,
                _ => return false,
            };
            let stated =
                (number(bytes, 0..4), number(bytes, 4..4 + wide), number(bytes, 4 + wide..4 + 2 * wide));
            stated == (u64::from(crc), packed, size)
        })
    }
}

/// Whether the members fill the file up to the directory, one behind the other.
///
/// # Errors
/// `Input` with the place of the first byte that belongs to none of them, or to two.
pub(crate) fn filled(file: &File, mut spans: Vec<Span>, directory: u64) -> Result<(), Refusal> {
    spans.sort_unstable_by_key(|span| (span.from, span.to));
    let (mut at, mut before) = (0u64, None::<Span>);
    let end = Span { from: directory, to: directory, behind: None };
    for span in spans.into_iter().chain([end]) {
        let Some(gap) = span.from.checked_sub(at) else {
            return Err(Finding::error("verify-zip-overlap").with("byte", span.from).refuse(Fault::Input));
        };
        let told = gap > 0 && gap <= 24 && {
            let bytes = read(file, at, gap)?;
            before.is_some_and(|before| before.is_behind(&bytes))
        };
        if gap > 0 && !told {
            return Err(hidden(at, gap));
        }
        (at, before) = (span.to, Some(span));
    }
    Ok(())
}
