//! Instants, and where each one comes from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A calendar day without a clock. Deadlines and versions of law are counted in these.
pub use jiff::civil::Date;

/// Seconds by which Beijing time is ahead of UTC.
pub const BEIJING_OFFSET_SECONDS: i32 = 8 * 3600;

/// A moment, in whole seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Instant(pub i64);

impl Instant {
    /// The calendar day in Beijing, or `None` outside the years that a calendar can name.
    pub fn beijing_date(self) -> Option<Date> {
        let zone = jiff::tz::Offset::from_seconds(BEIJING_OFFSET_SECONDS).ok()?;
        let stamp = jiff::Timestamp::from_second(self.0).ok()?;
        Some(zone.to_datetime(stamp).date())
    }

    /// `2026-03-01T09:30:00+08:00`; the bare second count outside the calendar's years.
    pub fn beijing_text(self) -> String {
        let zone = jiff::tz::Offset::from_seconds(BEIJING_OFFSET_SECONDS).ok();
        match (zone, jiff::Timestamp::from_second(self.0).ok()) {
            (Some(zone), Some(stamp)) => format!("{}+08:00", zone.to_datetime(stamp)),
            _ => format!("@{}", self.0),
        }
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.beijing_text())
    }
}

/// Who says what time it was. Ordered from weakest to strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TimeSource {
    /// A person said so.
    Declared,
    /// Read under an assumption that the mapping or the manifest names (for example a time zone).
    Assumed,
    /// Written by the tool that captured, from the clock of its computer.
    ToolClock,
    /// The clock of the computer on which redress runs.
    SystemClock,
    /// Displayed or delivered by the platform, with its zone or as an epoch count.
    Platform,
    /// A timestamp authority's signed time (RFC 3161).
    Authority,
}

/// An instant together with its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// The moment, epoch seconds.
    pub at: Instant,
    /// Who says so.
    pub source: TimeSource,
}

#[cfg(test)]
mod tests {
    use super::Instant;

    #[test]
    fn beijing_days_begin_at_sixteen_hundred_utc() {
        assert_eq!(Instant(1_767_196_799).beijing_text(), "2025-12-31T23:59:59+08:00");
        assert_eq!(Instant(1_767_196_800).beijing_text(), "2026-01-01T00:00:00+08:00");
        assert_eq!(Instant(i64::MAX).beijing_text(), format!("@{}", i64::MAX));
        assert_eq!(Instant(i64::MAX).beijing_date(), None);
    }
}
