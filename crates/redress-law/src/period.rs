//! Computing periods: from a day, a length and a regime to the last day on which a step is in time.
//!
//! The day of the event is not counted; months and years end on the corresponding day, or on the
//! last day of the month where that day does not exist. 民法典 200-204 (in force 2021-01-01);
//! 刑事诉讼法 105-106 (2018-10-26); 民事诉讼法 85-86 (2024-01-01); 行政复议法 88 (2024-01-01).
//!
//! The day given here is the *strict* one: no holiday is added and working days are counted as if
//! every day were one, so that a step taken by it is in time under every reading. Where the regime
//! lengthens the period, the result says so and the person is warned of the strict day.

use jiff::Span;
use redress_base::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Length {
    /// Hours; the strict day is the day on which the last full day of them ends.
    Hours(u16),
    /// Calendar days.
    Days(u16),
    /// Working days; the strict day counts every day as one.
    WorkingDays(u16),
    /// Calendar months, clamped to the month's end.
    Months(u16),
    /// Calendar years; 29 February ends on 28 February in a common year.
    Years(u16),
}

/// Whose computing rules apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Regime {
    /// Limitation of prosecution (刑法 87-89): no rule lengthens it for a holiday.
    CriminalLimitation,
    /// Steps in criminal procedure (刑事诉讼法 105).
    CriminalProcedure,
    /// Limitation of civil claims (民法典 200-204).
    CivilLimitation,
    /// Steps in civil procedure (民事诉讼法 85).
    CivilProcedure,
    /// The six months of the public-security law: no rule lengthens them for a holiday.
    PenaltyLimitation,
    /// Terms of the police rules (公安机关办理行政案件程序规定 35).
    PoliceProcedure,
    /// Administrative reconsideration (行政复议法 88).
    Reconsideration,
    /// Administrative suit (行政诉讼法 101).
    AdministrativeSuit,
}

impl Regime {
    /// Whether a last day that is a holiday moves to the first day after it.
    pub const fn extends_over_holidays(self) -> bool {
        !matches!(self, Regime::CriminalLimitation | Regime::PenaltyLimitation)
    }

    /// Whether something posted before the end is in time, and travel is not counted
    /// (刑事诉讼法 105; 民事诉讼法 85; 行政复议法 88 and 行政诉讼法 101 by reference).
    pub const fn posting_counts(self) -> bool {
        matches!(
            self,
            Regime::CriminalProcedure
                | Regime::CivilProcedure
                | Regime::Reconsideration
                | Regime::AdministrativeSuit
        )
    }
}

/// A length under a regime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// How long.
    pub length: Length,
    /// Whose rules.
    pub regime: Regime,
}

/// The end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Due {
    /// The last day, computed strictly: the step is in time on this day and not after it.
    pub strict: Date,
    /// The regime may move the end past a holiday; the strict day does not.
    pub may_extend: bool,
}

impl Period {
    /// A period of that length under that regime.
    pub const fn new(length: Length, regime: Regime) -> Period {
        Period { length, regime }
    }

    /// The last day of the period that an event on `from` opens; `None` beyond the calendar (9999).
    pub fn due(self, from: Date) -> Option<Due> {
        let span = match self.length {
            Length::Hours(n) => Span::new().try_days(n / 24),
            Length::Days(n) | Length::WorkingDays(n) => Span::new().try_days(n),
            Length::Months(n) => Span::new().try_months(n),
            Length::Years(n) => Span::new().try_years(n),
        };
        // jiff clamps a day that the target month lacks to the month's last day, which is the rule of
        // 民法典 202 and 刑事诉讼法司法解释 202.
        let strict = from.checked_add(span.ok()?).ok()?;
        let working = matches!(self.length, Length::WorkingDays(_));
        Some(Due { strict, may_extend: working || self.regime.extends_over_holidays() })
    }
}

#[cfg(test)]
mod tests {
    use super::{Length, Period, Regime};
    use jiff::civil::date;
    use proptest::prelude::*;
    use redress_base::Date;

    fn strict(length: Length, from: Date) -> Option<Date> {
        Period::new(length, Regime::CivilLimitation).due(from).map(|due| due.strict)
    }

    #[test]
    fn the_first_day_is_not_counted() {
        // Served on 18 November; seven days: the 25th is the last day (公安机关办理刑事案件程序规定 179).
        assert_eq!(strict(Length::Days(7), date(2026, 11, 18)), Some(date(2026, 11, 25)));
        assert_eq!(strict(Length::Days(0), date(2026, 11, 18)), Some(date(2026, 11, 18)));
    }

    #[test]
    fn months_end_on_the_corresponding_day() {
        assert_eq!(strict(Length::Months(6), date(2026, 10, 15)), Some(date(2027, 4, 15)));
        assert_eq!(strict(Length::Months(6), date(2020, 7, 16)), Some(date(2021, 1, 16)));
    }

    #[test]
    fn a_month_without_that_day_ends_on_its_last() {
        assert_eq!(strict(Length::Months(6), date(2026, 8, 31)), Some(date(2027, 2, 28)));
        assert_eq!(strict(Length::Months(6), date(2027, 8, 31)), Some(date(2028, 2, 29)));
        assert_eq!(strict(Length::Months(1), date(2026, 3, 31)), Some(date(2026, 4, 30)));
        // 28 February is the corresponding day of 28 August, not "the month's end".
        assert_eq!(strict(Length::Months(6), date(2026, 2, 28)), Some(date(2026, 8, 28)));
    }

    #[test]
    fn leap_days_end_on_the_last_of_february() {
        assert_eq!(strict(Length::Years(5), date(2024, 2, 29)), Some(date(2029, 2, 28)));
        assert_eq!(strict(Length::Years(4), date(2024, 2, 29)), Some(date(2028, 2, 29)));
        assert_eq!(strict(Length::Years(3), date(2024, 2, 29)), Some(date(2027, 2, 28)));
    }

    #[test]
    fn the_calendar_has_an_end_and_it_is_not_a_panic() {
        assert_eq!(strict(Length::Years(20), date(9990, 1, 1)), None);
        assert_eq!(strict(Length::Years(u16::MAX), date(2026, 1, 1)), None);
    }

    #[test]
    fn only_limitation_of_penalties_knows_no_holiday() {
        let of = |regime| Period::new(Length::Months(6), regime).due(date(2026, 1, 1)).unwrap().may_extend;
        assert!(!of(Regime::PenaltyLimitation));
        assert!(!of(Regime::CriminalLimitation));
        assert!(of(Regime::CivilLimitation));
        let five = Period::new(Length::WorkingDays(5), Regime::PenaltyLimitation);
        assert!(five.due(date(2026, 1, 1)).unwrap().may_extend);
    }

    proptest! {
        /// A later event never ends earlier, and a longer period never ends sooner.
        #[test]
        fn periods_are_monotone(day in 0i32..40_000, later in 0i32..400, n in 0u16..300, more in 0u16..40) {
            let start = date(1970, 1, 1);
            let a = start.checked_add(jiff::Span::new().days(day)).unwrap();
            let b = a.checked_add(jiff::Span::new().days(later)).unwrap();
            for of in [Length::Days as fn(u16) -> Length, Length::Months, Length::Years] {
                prop_assert!(strict(of(n), a) <= strict(of(n), b));
                prop_assert!(strict(of(n), a) <= strict(of(n + more), a));
                prop_assert!(strict(of(n), a) >= Some(a));
            }
        }

        /// The end of a month period keeps the day of the month, or is the last day of its month.
        #[test]
        fn month_ends_correspond(day in 0i32..40_000, n in 0u16..300) {
            let from = date(1970, 1, 1).checked_add(jiff::Span::new().days(day)).unwrap();
            let end = strict(Length::Months(n), from).unwrap();
            prop_assert!(end.day() == from.day() || (end.day() < from.day() && end == end.last_of_month()));
        }

        #[test]
        fn no_date_panics(year in -9999i16..=9999, month in 1i8..=12, day in 1i8..=28, n in any::<u16>()) {
            let from = date(year, month, day);
            for of in [Length::Days as fn(u16) -> Length, Length::WorkingDays, Length::Months, Length::Years] {
                let _ = strict(of(n), from);
            }
        }
    }
}
