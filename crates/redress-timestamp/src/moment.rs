//! The time in a token, with its fraction and its accuracy (RFC 3161 §2.4.2).

use crate::ber::{Element, Fields, GENERALIZED_TIME, INTEGER, SEQUENCE, context, misshapen};
use crate::number::Number;
use der::DateTime;
use redress_base::{Instant, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

const NANOS: u32 = 1_000_000_000;

/// A moment to the nanosecond, in UTC. A leap second is the first second of the day after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// Whole seconds since 1970-01-01T00:00:00Z.
    pub at: Instant,
    /// Nanoseconds after that, below one thousand million.
    pub nanos: u32,
}

impl Moment {
    /// The first whole second that is not before this moment: what may be said to have existed by then.
    pub fn rounded_up(self) -> Instant {
        Instant(self.at.0.saturating_add(i64::from(self.nanos > 0)))
    }

    /// The same moment moved by an accuracy, later or earlier.
    #[must_use]
    pub fn moved(self, by: Accuracy, later: bool) -> Moment {
        let nanos = i128::from(self.at.0) * i128::from(NANOS) + i128::from(self.nanos);
        let by = i128::from(by.micros) * 1000;
        let moved = if later { nanos + by } else { nanos - by };
        let at = moved.div_euclid(i128::from(NANOS));
        let rest = moved.rem_euclid(i128::from(NANOS));
        Moment {
            at: Instant(i64::try_from(at).unwrap_or(i64::MAX)),
            nanos: u32::try_from(rest).unwrap_or_default(),
        }
    }

    /// genTime: GeneralizedTime in UTC with seconds and an optional fraction.
    pub(crate) fn of(element: &Element<'_>) -> Result<Moment, Refusal> {
        let text = element.content().filter(|_| element.is(GENERALIZED_TIME));
        text.and_then(parse).ok_or_else(|| misshapen("TSTInfo.genTime", element.at))
    }
}

/// `YYYYMMDDhhmmss[.f…]Z`. Only Zulu: a local time says nothing without its zone (RFC 3161 §2.4.2).
fn parse(text: &[u8]) -> Option<Moment> {
    let (digits, rest) = text.split_at_checked(14)?;
    let number = |from: usize, to: usize| -> Option<u16> {
        let mut value = 0u16;
        for byte in digits.get(from..to)? {
            value = value * 10 + u16::from(byte.is_ascii_digit().then(|| byte - b'0')?);
        }
        Some(value)
    };
    let small = |from: usize, to: usize| u8::try_from(number(from, to)?).ok();
    let (hour, minute, second) = (small(8, 10)?, small(10, 12)?, small(12, 14)?);
    // A leap second stands at the end of a day in UTC; it is counted as the first second of the next.
    let leap = hour == 23 && minute == 59 && second == 60;
    let whole = if leap { 59 } else { second };
    let day = DateTime::new(number(0, 4)?, small(4, 6)?, small(6, 8)?, hour, minute, whole).ok()?;
    let seconds = i64::try_from(day.unix_duration().as_secs()).ok()?;
    Some(Moment { at: Instant(seconds + i64::from(leap)), nanos: fraction(rest)? })
}

/// Nothing, or a full stop and one to nine digits; then `Z`.
fn fraction(text: &[u8]) -> Option<u32> {
    let digits = match text {
        [b'Z'] => return Some(0),
        [b'.', digits @ .., b'Z'] if matches!(digits.len(), 1..=9) => digits,
        _ => return None,
    };
    let mut nanos = 0;
    let mut unit = NANOS;
    for digit in digits {
        unit /= 10;
        nanos += unit * u32::from(digit.is_ascii_digit().then(|| digit - b'0')?);
    }
    Some(nanos)
}

impl fmt::Display for Moment {
    /// `2026-03-01T01:30:00.5Z`; the bare second count outside the calendar's years.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = u64::try_from(self.at.0).ok().map(std::time::Duration::from_secs);
        match seconds.and_then(|seconds| DateTime::from_unix_duration(seconds).ok()) {
            Some(day) => write!(f, "{}", day.to_string().trim_end_matches('Z'))?,
            None => write!(f, "@{}", self.at.0)?,
        }
        if self.nanos > 0 {
            let digits = format!("{:09}", self.nanos);
            write!(f, ".{}", digits.trim_end_matches('0'))?;
        }
        f.write_str("Z")
    }
}

/// By how much the authority's clock may be off, to either side.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Accuracy {
    /// Microseconds.
    pub micros: u64,
}

impl Accuracy {
    /// Accuracy: seconds, `[0]` millis and `[1]` micros from 1 to 999, each optional.
    pub(crate) fn of(element: &Element<'_>) -> Result<Accuracy, Refusal> {
        const FIELD: &str = "TSTInfo.accuracy";
        let mut fields = Fields::of(element, SEQUENCE, FIELD)?;
        let seconds = fields.optional(INTEGER).map(|one| small(one, 0..=u32::MAX)).transpose()?;
        let millis = fields.optional(context(0)).map(|one| small(one, 1..=999)).transpose()?;
        let micros = fields.optional(context(1)).map(|one| small(one, 1..=999)).transpose()?;
        fields.end(FIELD)?;
        let [seconds, millis, micros] = [seconds, millis, micros].map(|part| u64::from(part.unwrap_or(0)));
        Ok(Accuracy { micros: seconds * 1_000_000 + millis * 1000 + micros })
    }
}

/// A number within bounds, under whatever tag it stands.
fn small(element: &Element<'_>, bounds: std::ops::RangeInclusive<u32>) -> Result<u32, Refusal> {
    let content = element.content().filter(|content| !content.is_empty());
    let number = content.map(Number::from_content).filter(|number| Some(number.bytes()) == content);
    let value = number.and_then(|number| number.to_u32());
    value.filter(|value| bounds.contains(value)).ok_or_else(|| misshapen("TSTInfo.accuracy", element.at))
}

#[cfg(test)]
mod tests {
    use super::{Accuracy, Moment, parse};
    use redress_base::Instant;

    fn moment(at: i64, nanos: u32) -> Option<Moment> {
        Some(Moment { at: Instant(at), nanos })
    }

    #[test]
    fn fractions_leap_seconds_and_only_zulu() {
        assert_eq!(parse(b"20260301013000Z"), moment(1_772_328_600, 0));
        assert_eq!(parse(b"20260301013000.5Z"), moment(1_772_328_600, 500_000_000));
        assert_eq!(parse(b"20260301013000.000000001Z"), moment(1_772_328_600, 1));
        assert_eq!(parse(b"20161231235960Z"), moment(1_483_228_800, 0));
        for bad in [
            "20260301013000",
            "20260301013000+0800",
            "20260301013000.Z",
            "20260301013000,5Z",
            "202603010130Z",
            "20260230013000Z",
            "20260301013060Z",
            "20260301013000.0000000001Z",
            "20260301013000.1aZ",
            "2026030101300aZ",
            "19690101000000Z",
            "",
        ] {
            assert_eq!(parse(bad.as_bytes()), None, "{bad}");
        }
    }

    #[test]
    fn the_interval_is_exact_and_rounds_away_from_the_moment() {
        let moment = Moment { at: Instant(100), nanos: 500_000_000 };
        let late = moment.moved(Accuracy { micros: 1_500_000 }, true);
        assert_eq!((late, late.rounded_up()), (Moment { at: Instant(102), nanos: 0 }, Instant(102)));
        let early = moment.moved(Accuracy { micros: 600_000 }, false);
        assert_eq!(early, Moment { at: Instant(99), nanos: 900_000_000 });
        assert_eq!(moment.rounded_up(), Instant(101));
        assert_eq!(moment.to_string(), "1970-01-01T00:01:40.5Z");
    }
}
