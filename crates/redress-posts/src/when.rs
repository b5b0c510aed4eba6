//! Times as files write them: epoch counts, text with a zone, text without.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;
use redress_base::Instant;

/// What a time cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// Nothing is written.
    Nothing,
    /// A moment; `zoned` where the cell itself says the zone or counts from the epoch.
    At { at: Instant, zoned: bool },
    /// A date without a year ("03月05日 12:30"): no moment can be read from it.
    NoYear,
    /// Something else.
    Strange,
}

/// How an epoch count counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Epoch {
    /// Seconds or milliseconds, told apart by magnitude.
    Either,
    Seconds,
    Milliseconds,
}

/// 1990-01-01 and 2100-01-01: a counter outside is no time of a post.
const PLAUSIBLE: std::ops::Range<i64> = 631_152_000..4_102_444_800;
/// From here on a count is one of milliseconds: in seconds it would lie in the year 5138.
const MILLISECONDS_FROM: i64 = 100_000_000_000;
const NOTHING: [&str; 7] = ["None", "null", "nan", "NaN", "0", "-", "NULL"];

/// Whether a post can have been published then.
pub(crate) fn plausible(at: Instant) -> bool {
    PLAUSIBLE.contains(&at.0)
}

/// Reads an epoch count.
pub(crate) fn epoch(text: &str, how: Epoch) -> When {
    let text = text.trim();
    if text.is_empty() || NOTHING.contains(&text) {
        return When::Nothing;
    }
    // A table program writes 1709258400 as "1709258400.0".
    let whole = text.split_once('.').map_or(text, |(whole, fraction)| {
        if fraction.bytes().all(|byte| byte.is_ascii_digit()) { whole } else { text }
    });
    let Ok(count) = whole.parse::<i64>() else { return When::Strange };
    let milliseconds = match how {
        Epoch::Either => count >= MILLISECONDS_FROM,
        Epoch::Seconds => false,
        Epoch::Milliseconds => true,
    };
    let seconds = if milliseconds { count.div_euclid(1000) } else { count };
    if PLAUSIBLE.contains(&seconds) { When::At { at: Instant(seconds), zoned: true } } else { When::Strange }
}

/// Reads a written time; `zone` is used where the text says none.
pub(crate) fn text(text: &str, zone: Option<i32>) -> When {
    let text = text.trim();
    if text.is_empty() || NOTHING.contains(&text) {
        return When::Nothing;
    }
    let Some((date, time, offset)) = split_iso(text).or_else(|| split_english(text)) else {
        return if lacks_year(text) { When::NoYear } else { When::Strange };
    };
    let Some(seconds) = offset.or(zone) else { return When::Strange };
    let Ok(offset_value) = Offset::from_seconds(seconds) else { return When::Strange };
    match offset_value.to_timestamp(DateTime::from_parts(date, time)) {
        Ok(stamp) if PLAUSIBLE.contains(&stamp.as_second()) => {
            When::At { at: Instant(stamp.as_second()), zoned: offset.is_some() }
        }
        _ => When::Strange,
    }
}

/// A zone such as `+08:00`, `-0530` or `Z`, in seconds ahead of UTC.
pub(crate) fn zone(text: &str) -> Option<i32> {
    if text == "Z" || text == "z" || text == "UTC" {
        return Some(0);
    }
    let sign = if text.starts_with('+') { 1 } else { -1 };
    let mut cursor = Cursor(text.strip_prefix(['+', '-'])?);
    let hours = cursor.digits(2, 2)?;
    cursor.skip(':');
    let minutes = if cursor.0.is_empty() { 0 } else { cursor.digits(2, 2)? };
    (cursor.0.is_empty() && hours <= 14 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

type Parts = (Date, Time, Option<i32>);

/// `2026-03-01 09:30:00+08:00`, `2026/3/1 9:30`, `2026年3月1日 09:30`, `2026-03-01T09:30:00.123Z`.
fn split_iso(text: &str) -> Option<Parts> {
    let mut cursor = Cursor(text);
    let year = cursor.digits(4, 4)?;
    cursor.one_of(&['-', '/', '年', '.'])?;
    let month = cursor.digits(1, 2)?;
    cursor.one_of(&['-', '/', '月', '.'])?;
    let day = cursor.digits(1, 2)?;
    cursor.skip('日');
    cursor.one_of(&[' ', 'T', '\u{a0}'])?;
    cursor.skip(' ');
    let time = cursor.clock()?;
    let date =
        Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    let rest = cursor.0.trim();
    let offset = if rest.is_empty() { None } else { Some(zone(rest)?) };
    Some((date, time, offset))
}

/// `Sat Nov 21 18:10:54 +0800 2026`, as Weibo's interface writes it.
fn split_english(text: &str) -> Option<Parts> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut words = text.split_ascii_whitespace();
    let _weekday = words.next()?;
    let name = words.next()?;
    let month = MONTHS.iter().position(|month| *month == name)? + 1;
    let day: i8 = words.next()?.parse().ok()?;
    let time = Cursor(words.next()?).clock()?;
    let offset = zone(words.next()?)?;
    let year: i16 = words.next()?.parse().ok()?;
    let date = Date::new(year, i8::try_from(month).ok()?, day).ok()?;
    words.next().is_none().then_some((date, time, Some(offset)))
}

/// `03月05日 12:30`, `03-05 12:30`.
fn lacks_year(text: &str) -> bool {
    let mut cursor = Cursor(text);
    let month = cursor.digits(1, 2).filter(|month| (1..=12).contains(month));
    month.is_some()
        && cursor.one_of(&['-', '/', '月']).is_some()
        && cursor.digits(1, 2).is_some_and(|day| (1..=31).contains(&day))
}

struct Cursor<'a>(&'a str);

impl Cursor<'_> {
    fn digits(&mut self, least: usize, most: usize) -> Option<i32> {
        let count = self.0.bytes().take(most).take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.0.split_at_checked(count).filter(|_| count >= least)?;
        self.0 = rest;
        digits.parse().ok()
    }

    fn one_of(&mut self, any: &[char]) -> Option<()> {
        self.0 = self.0.strip_prefix(any)?;
        Some(())
    }

    fn skip(&mut self, c: char) {
        self.0 = self.0.strip_prefix(c).unwrap_or(self.0);
    }

    /// `9:30`, `09:30:05`, `09:30:05.123`.
    fn clock(&mut self) -> Option<Time> {
        let hour = self.digits(1, 2)?;
        self.one_of(&[':', '时'])?;
        let minute = self.digits(2, 2)?;
        let mut second = 0;
        if self.one_of(&[':', '分']).is_some() && self.0.starts_with(|c: char| c.is_ascii_digit()) {
            second = self.digits(2, 2)?;
            if self.one_of(&['.']).is_some() {
                self.digits(1, 9)?;
            }
        }
        self.skip('秒');
        let [hour, minute, second] = [hour, minute, second].map(i8::try_from);
        Time::new(hour.ok()?, minute.ok()?, second.ok()?, 0).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{Epoch, When, epoch, text, zone};
    use proptest::prelude::*;
    use redress_base::Instant;

    const BEIJING: Option<i32> = Some(8 * 3600);

    fn at(seconds: i64, zoned: bool) -> When {
        When::At { at: Instant(seconds), zoned }
    }

    #[test]
    fn epochs_are_told_apart_by_magnitude() {
        assert_eq!(epoch("1767196800", Epoch::Either), at(1_767_196_800, true));
        assert_eq!(epoch("1767196800123", Epoch::Either), at(1_767_196_800, true));
        assert_eq!(epoch("1767196800.0", Epoch::Either), at(1_767_196_800, true));
        assert_eq!(epoch("2889811", Epoch::Either), When::Strange);
        assert_eq!(epoch("0", Epoch::Either), When::Nothing);
        assert_eq!(epoch("None", Epoch::Either), When::Nothing);
        assert_eq!(epoch("1767196800123", Epoch::Seconds), When::Strange);
        assert_eq!(epoch("99999999999999999999", Epoch::Either), When::Strange);
    }

    #[test]
    fn written_times_are_read_with_their_zone() {
        for (written, zoned) in [
            ("2026-01-01 00:00:00+08:00", true),
            ("2026-01-01T00:00:00", false),
            ("2026-01-01 00:00", false),
            ("2026/1/1 0:00", false),
            ("2026年1月1日 00:00", false),
            ("2025-12-31T16:00:00.000Z", true),
            ("Thu Jan 01 00:00:00 +0800 2026", true),
        ] {
            assert_eq!(text(written, BEIJING), at(1_767_196_800, zoned), "{written}");
        }
        assert_eq!(text("2026-01-01 00:00:00", None), When::Strange);
        assert_eq!(text("2026-02-30 00:00:00", BEIJING), When::Strange);
        assert_eq!(text("03月05日 12:30", BEIJING), When::NoYear);
        assert_eq!(text("03-05 12:30", BEIJING), When::NoYear);
        assert_eq!(text("昨天 12:30", BEIJING), When::Strange);
        assert_eq!(text("", BEIJING), When::Nothing);
    }

    #[test]
    fn zones_are_read() {
        assert_eq!(zone("+08:00"), Some(28_800));
        assert_eq!(zone("-0530"), Some(-19_800));
        assert_eq!(zone("+8"), None);
        assert_eq!(zone("+25:00"), None);
        assert_eq!(zone("é"), None);
    }

    proptest! {
        #[test]
        fn any_text_gets_an_answer(written in ".*", digits in "[0-9年月日:/ T+.-]{0,24}") {
            for written in [&written, &digits] {
                let _ = text(written, BEIJING);
                let _ = epoch(written, Epoch::Either);
                let _ = zone(written);
            }
        }

        #[test]
        fn a_printed_instant_reads_back(seconds in 631_152_000i64..4_102_444_800) {
            let written = Instant(seconds).beijing_text();
            prop_assert_eq!(text(&written, None), at(seconds, true));
        }
    }
}
