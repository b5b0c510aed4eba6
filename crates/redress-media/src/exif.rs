//! Exif (CIPA DC-008, TIFF 6.0): the few fields that matter in evidence. Of a position only that it is recorded: it is
//! where somebody was, and shows in no output.

use crate::Place;
use crate::limits::{MOST_TEXT, cut};
use redress_base::{Instant, Stamp, TimeSource};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Most entries of one directory.
const MOST_ENTRIES: u16 = 1_000;

const IMAGE_DESCRIPTION: u16 = 0x010e;
const MAKE: u16 = 0x010f;
const MODEL: u16 = 0x0110;
const SOFTWARE: u16 = 0x0131;
const EXIF_DIRECTORY: u16 = 0x8769;
const GPS_DIRECTORY: u16 = 0x8825;
const TAKEN: u16 = 0x9003;
const OFFSET_TAKEN: u16 = 0x9011;
const USER_COMMENT: u16 = 0x9286;

/// What a camera or a program wrote into the file. Anybody can write it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Camera {
    /// `Make`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub make: Option<String>,
    /// `Model`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// `Software`: what wrote the file last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub software: Option<String>,
    /// `DateTimeOriginal` as it is written: `2026-03-01 09:30:00`, by the clock of the device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<String>,
    /// `OffsetTimeOriginal` as it is written: `+08:00`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset: Option<String>,
    /// The moment, where the file states its distance from UTC; by the clock of the device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Stamp>,
    /// True where a position is recorded in the file, absent elsewhere: not every place where one can stand is looked
    /// at. The position itself is not read.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub position: bool,
}

impl Camera {
    pub(crate) const fn is_empty(&self) -> bool {
        self.make.is_none()
            && self.model.is_none()
            && self.software.is_none()
            && self.taken.is_none()
            && !self.position
    }
}

/// What was found in one block.
#[derive(Debug, Default)]
pub(crate) struct Exif {
    pub(crate) camera: Camera,
    /// Texts that may be an AI label.
    pub(crate) texts: Vec<(Place, Vec<u8>)>,
}

/// A block of TIFF in either order of bytes.
struct Tiff<'a> {
    bytes: &'a [u8],
    little: bool,
}

/// One entry of a directory: its tag, its type, and its value.
struct Entry<'a> {
    tag: u16,
    kind: u16,
    value: &'a [u8],
}

/// Reads a block; `None` where it is no TIFF.
pub(crate) fn read(block: &[u8]) -> Option<Exif> {
    let little = match block.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let tiff = Tiff { bytes: block, little };
    let mut found = Exif::default();
    let first = tiff.u32(4)?;
    for entry in tiff.directory(first)? {
        match entry.tag {
            EXIF_DIRECTORY => {
                let inner = tiff.pointer(&entry).and_then(|at| tiff.directory(at)).unwrap_or_default();
                inner.iter().for_each(|entry| tiff.field(entry, &mut found));
            }
            GPS_DIRECTORY => {
                // GPSVersionID alone is no position.
                let inner = tiff.pointer(&entry).and_then(|at| tiff.directory(at)).unwrap_or_default();
                found.camera.position |= inner.iter().any(|entry| matches!(entry.tag, 2 | 4));
            }
            _ => tiff.field(&entry, &mut found),
        }
    }
    let camera = &mut found.camera;
    camera.taken = camera.taken.as_deref().map(with_strokes);
    camera.at = camera.taken.as_deref().zip(camera.offset.as_deref()).and_then(|(taken, offset)| {
        let at = moment(taken, offset)?;
        Some(Stamp { at, source: TimeSource::ToolClock })
    });
    Some(found)
}

impl<'a> Tiff<'a> {
    fn u16(&self, at: u32) -> Option<u16> {
        let bytes = self.slice(at, 2)?.try_into().ok()?;
        Some(if self.little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn u32(&self, at: u32) -> Option<u32> {
        let bytes = self.slice(at, 4)?.try_into().ok()?;
        Some(if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    fn slice(&self, at: u32, length: u32) -> Option<&'a [u8]> {
        let at = usize::try_from(at).ok()?;
        self.bytes.get(at..at.checked_add(usize::try_from(length).ok()?)?)
    }

    /// The entries of a directory, the first of each tag, so that a block never gives more values than it has tags;
    /// those whose value lies outside of the block are left out.
    fn directory(&self, at: u32) -> Option<Vec<Entry<'a>>> {
        let count = self.u16(at)?.min(MOST_ENTRIES);
        let entry = |number: u16| {
            let at = at.checked_add(2)?.checked_add(u32::from(number).checked_mul(12)?)?;
            let (tag, kind) = (self.u16(at)?, self.u16(at.checked_add(2)?)?);
            let size = match kind {
                1 | 2 | 6 | 7 => 1u32,
                3 | 8 => 2,
                4 | 9 | 11 | 13 => 4,
                5 | 10 | 12 => 8,
                _ => return None,
            };
            let length = self.u32(at.checked_add(4)?)?.checked_mul(size)?;
            let own = at.checked_add(8)?;
            let place = if length <= 4 { own } else { self.u32(own)? };
            Some(Entry { tag, kind, value: self.slice(place, length)? })
        };
        let mut seen = BTreeSet::new();
        Some((0..count).filter_map(entry).filter(|entry| seen.insert(entry.tag)).collect())
    }

    fn pointer(&self, entry: &Entry<'_>) -> Option<u32> {
        let bytes = entry.value.try_into().ok().filter(|_| matches!(entry.kind, 4 | 13))?;
        Some(if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    fn field(&self, entry: &Entry<'_>, found: &mut Exif) {
        let camera = &mut found.camera;
        match entry.tag {
            MAKE => first(&mut camera.make, entry.value),
            MODEL => first(&mut camera.model, entry.value),
            SOFTWARE => first(&mut camera.software, entry.value),
            TAKEN => first(&mut camera.taken, entry.value),
            OFFSET_TAKEN => first(&mut camera.offset, entry.value),
            IMAGE_DESCRIPTION => found.texts.push((Place::ImageDescription, entry.value.to_vec())),
            USER_COMMENT => {
                found.texts.extend(self.comment(entry.value).map(|text| (Place::UserComment, text)));
            }
            _ => {}
        }
    }

    /// Eight bytes name the character code; writers also leave them out.
    fn comment(&self, value: &[u8]) -> Option<Vec<u8>> {
        match value.split_at_checked(8) {
            Some((b"UNICODE\0", text)) => {
                let units = text.chunks_exact(2).filter_map(|two| {
                    let two = two.try_into().ok()?;
                    Some(if self.little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
                });
                Some(String::from_utf16_lossy(&units.collect::<Vec<_>>()).into_bytes())
            }
            Some((b"ASCII\0\0\0" | b"\0\0\0\0\0\0\0\0" | b"JIS\0\0\0\0\0", text)) => Some(text.to_vec()),
            _ => Some(value.to_vec()),
        }
    }
}

/// Keeps the first value that a block has for a field.
fn first(field: &mut Option<String>, value: &[u8]) {
    if field.is_none() {
        *field = text(value);
    }
}

/// A text up to its end; empty ones are none.
fn text(value: &[u8]) -> Option<String> {
    let end = value.iter().position(|byte| *byte == 0).unwrap_or(value.len());
    let text = String::from_utf8_lossy(value.get(..end)?);
    Some(cut(text.trim(), MOST_TEXT)).filter(|text| !text.is_empty())
}

/// `2026:03:01 09:30:00` with strokes in the date, as people write it.
fn with_strokes(text: &str) -> String {
    match text.split_once(' ') {
        Some((date, time)) if date.len() == 10 => format!("{} {time}", date.replace(':', "-")),
        _ => text.to_owned(),
    }
}

fn moment(taken: &str, offset: &str) -> Option<Instant> {
    let local: jiff::civil::DateTime = taken.replacen(' ', "T", 1).parse().ok()?;
    let (sign, rest) = match offset.split_at_checked(1)? {
        ("+", rest) => (1i32, rest),
        ("-", rest) => (-1i32, rest),
        _ if offset == "Z" => (1, "00:00"),
        _ => return None,
    };
    let (hours, minutes) = rest.split_once(':')?;
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    if !(0..=15).contains(&hours) || !(0..60).contains(&minutes) {
        return None;
    }
    let seconds = sign.checked_mul(hours.checked_mul(3600)?.checked_add(minutes.checked_mul(60)?)?)?;
    let zone = jiff::tz::Offset::from_seconds(seconds).ok()?;
    Some(Instant(zone.to_timestamp(local).ok()?.as_second()))
}

#[cfg(test)]
mod tests {
    use super::{moment, read};
    use crate::Place;
    use redress_base::Instant;

    /// A block with one directory of short values, Exif and GPS behind it.
    fn block(little: bool, position: bool) -> Vec<u8> {
        let two = |n: u16| if little { n.to_le_bytes() } else { n.to_be_bytes() }.to_vec();
        let four = |n: u32| if little { n.to_le_bytes() } else { n.to_be_bytes() }.to_vec();
        let mut out = if little { b"II*\0".to_vec() } else { b"MM\0*".to_vec() };
        out.extend(four(8));
        let entry = |tag: u16, kind: u16, count: u32, value: u32| {
            [two(tag), two(kind), four(count), four(value)].concat()
        };
        // IFD0 at 8: three entries, 2 + 36 + 4 = 42, so that Exif is at 50.
        out.extend(two(3));
        out.extend(entry(0x010f, 2, 7, 110));
        out.extend(entry(0x8769, 4, 1, 50));
        out.extend(entry(0x8825, 4, 1, 92));
        out.extend(four(0));
        out.extend(two(3));
        out.extend(entry(0x9003, 2, 20, 117));
        out.extend(entry(0x9011, 2, 7, 137));
        out.extend(entry(0x9286, 7, 23, 144));
        out.extend(four(0));
        assert_eq!(out.len(), 92);
        out.extend(two(1));
        out.extend(entry(if position { 2 } else { 0 }, 1, 4, 0));
        out.extend(four(0));
        assert_eq!(out.len(), 110);
        out.extend(b"Xiaomi\0");
        out.extend(b"2026:03:01 09:30:00\0");
        out.extend(b"+08:00\0");
        out.extend(b"ASCII\0\0\0{\"Label\":\"1\"}  ");
        out
    }

    #[test]
    fn both_orders_of_bytes() {
        for little in [true, false] {
            let found = read(&block(little, true)).unwrap();
            let camera = &found.camera;
            assert_eq!(camera.make.as_deref(), Some("Xiaomi"));
            assert_eq!(camera.taken.as_deref(), Some("2026-03-01 09:30:00"));
            assert_eq!(camera.at.unwrap().at, Instant(1_772_328_600));
            assert!(camera.position);
            assert_eq!(found.texts, [(Place::UserComment, b"{\"Label\":\"1\"}  ".to_vec())]);
            // A version of the position's form is no position.
            assert!(!read(&block(little, false)).unwrap().camera.position);
        }
    }

    #[test]
    fn cut_and_looping_blocks_end() {
        let whole = block(true, true);
        for end in 0..whole.len() {
            drop(read(whole.get(..end).unwrap()));
        }
        let mut looping = whole;
        looping.splice(30..34, 8u32.to_le_bytes());
        assert!(read(&looping).is_some());
    }

    /// Entries that all point at the same directory, and those that all point at the same value, cost what one does.
    #[test]
    fn a_thousand_times_the_same() {
        let entry = |tag: u16, kind: u16, count: u32, value: u32| {
            [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
        };
        let directory = |entries: Vec<Vec<u8>>| {
            let count = u16::try_from(entries.len()).unwrap();
            [&count.to_le_bytes()[..], &entries.concat(), &[0; 4]].concat()
        };
        let inner = 8 + 2 + 12 * 1_000 + 4;
        let mut block = b"II*\0\x08\0\0\0".to_vec();
        let outer = (0..1_000).map(|n| match n {
            0 => entry(0x010e, 2, 60_000, 100),
            n if n % 2 == 0 => entry(0x8769, 4, 1, inner),
            _ => entry(0x8825, 4, 1, inner),
        });
        block.extend(directory(outer.collect()));
        assert_eq!(block.len(), usize::try_from(inner).unwrap());
        let values = (0..1_000).map(|n| entry(if n % 2 == 0 { 0x9286 } else { 0x010e }, 7, 60_000, 100 + n));
        block.extend(directory(values.collect()));
        block.resize(1 << 16, b' ');
        let found = read(&block).unwrap();
        let places: Vec<Place> = found.texts.iter().map(|(place, _)| *place).collect();
        assert_eq!(places, [Place::ImageDescription, Place::UserComment, Place::ImageDescription]);
    }

    #[test]
    fn the_first_value_of_a_tag_counts() {
        let mut twice = block(true, false);
        // The entry of the position's directory becomes a second `Make`.
        twice.splice(34..46, [&[0x0f, 0x01, 2, 0, 2, 0, 0, 0][..], b"X\0\0\0"].concat());
        assert_eq!(read(&twice).unwrap().camera.make.as_deref(), Some("Xiaomi"));
    }

    #[test]
    fn offsets() {
        assert_eq!(moment("2026-03-01 01:30:00", "Z"), Some(Instant(1_772_328_600)));
        assert_eq!(moment("2026-02-28 20:30:00", "-05:00"), Some(Instant(1_772_328_600)));
        for bad in ["", "8", "+8", "+99:00", "+08:99", "08:00", "+a:00"] {
            assert_eq!(moment("2026-03-01 09:30:00", bad), None, "{bad}");
        }
        assert_eq!(moment("0000-00-00 00:00:00", "+08:00"), None);
    }
}
