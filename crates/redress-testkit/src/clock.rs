//! Fixed instants, and the ways in which exports write them.

use redress_base::{BEIJING_OFFSET_SECONDS, Instant, Stamp, TimeSource};

/// Days from 1970-01-01 to a day of the Gregorian calendar.
const fn days(year: i64, month: i64, day: i64) -> i64 {
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let of_era = shifted.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// A moment on a Beijing wall clock.
///
/// ```
/// use redress_testkit::clock::beijing;
/// assert_eq!(beijing((2026, 4, 20), (10, 0, 0)).beijing_text(), "2026-04-20T10:00:00+08:00");
/// ```
pub const fn beijing(date: (i64, i64, i64), time: (i64, i64, i64)) -> Instant {
    let seconds = time.0 * 3600 + time.1 * 60 + time.2;
    Instant(days(date.0, date.1, date.2) * 86_400 + seconds - BEIJING_OFFSET_SECONDS as i64)
}

/// A clock that stands still, for tests: the same stamp at every call.
#[derive(Clone, Copy, Debug)]
pub struct FixedClock(pub Instant);

impl FixedClock {
    /// The clock of the example case: 2026-04-20, ten in the morning.
    pub const EXAMPLE: FixedClock = FixedClock(beijing((2026, 4, 20), (10, 0, 0)));

    /// What the clock shows.
    pub const fn now(self) -> Stamp {
        Stamp { at: self.0, source: TimeSource::SystemClock }
    }
}

/// `2026-02-05T21:40:12`, Beijing time without a zone.
pub fn naive_t(at: Instant) -> String {
    at.beijing_text().chars().take(19).collect()
}

/// `2026-02-05 21:40:12`, Beijing time without a zone.
pub fn naive(at: Instant) -> String {
    naive_t(at).replace('T', " ")
}

/// `2026-02-05 21:40:12+08:00`, as Python prints a time with its zone.
pub fn zoned(at: Instant) -> String {
    format!("{}+08:00", naive(at))
}

/// `2026-02-05`.
pub fn day(at: Instant) -> String {
    at.beijing_text().chars().take(10).collect()
}

/// `Thu Feb 05 21:40:12 +0800 2026`, as the platform's interface writes it.
pub fn platform(at: Instant) -> String {
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let of_week = (at.0 + i64::from(BEIJING_OFFSET_SECONDS)).div_euclid(86_400).rem_euclid(7);
    let weekday = usize::try_from(of_week).ok().and_then(|n| DAYS.get(n)).unwrap_or(&"");
    let text = naive(at);
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let month = part(5, 7).parse().ok().and_then(|n: usize| MONTHS.get(n.wrapping_sub(1))).unwrap_or(&"");
    format!("{weekday} {month} {} {} +0800 {}", part(8, 10), part(11, 19), part(0, 4))
}

#[cfg(test)]
mod tests {
    use super::{FixedClock, beijing, naive, platform, zoned};

    #[test]
    fn every_way_of_writing_the_same_moment() {
        let at = beijing((2026, 2, 5), (21, 40, 12));
        assert_eq!(naive(at), "2026-02-05 21:40:12");
        assert_eq!(zoned(at), "2026-02-05 21:40:12+08:00");
        assert_eq!(platform(at), "Thu Feb 05 21:40:12 +0800 2026");
        assert_eq!(platform(beijing((2026, 3, 1), (0, 0, 0))), "Sun Mar 01 00:00:00 +0800 2026");
        assert_eq!(FixedClock::EXAMPLE.now().at.0, 1_776_650_400);
    }
}
