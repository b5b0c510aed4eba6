//! Periods of a table: years, halves of a year, months; and the weeks of ISO 8601.

use crate::Head;
use redress_base::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// By what a table is divided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// Calendar years.
    #[default]
    Year,
    /// January to June, July to December.
    HalfYear,
    /// Calendar months.
    Month,
}

impl By {
    /// Reads the word of the command line.
    pub fn from_word(word: &str) -> Option<By> {
        match word {
            "year" => Some(By::Year),
            "half-year" => Some(By::HalfYear),
            "month" => Some(By::Month),
            _ => None,
        }
    }
}

/// One year, half, month or week. Ordered by its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// A calendar year.
    Year(i16),
    /// A half of a year: 1 or 2.
    Half(i16, i8),
    /// A month.
    Month(i16, i8),
    /// A week by ISO 8601: the year of its Thursday, and its number.
    Week(i16, i8),
}

impl Period {
    /// The period in which a day lies.
    pub fn of(by: By, day: Date) -> Period {
        match by {
            By::Year => Period::Year(day.year()),
            By::HalfYear => Period::Half(day.year(), if day.month() <= 6 { 1 } else { 2 }),
            By::Month => Period::Month(day.year(), day.month()),
        }
    }

    /// The week in which a day lies.
    pub fn week(day: Date) -> Period {
        let week = day.iso_week_date();
        Period::Week(week.year(), week.week())
    }

    /// `2024`, `2024-H1`, `2024-03`, `2024-W05`.
    pub fn id(self) -> String {
        match self {
            Period::Year(year) => format!("{year:04}"),
            Period::Half(year, half) => format!("{year:04}-H{half}"),
            Period::Month(year, month) => format!("{year:04}-{month:02}"),
            Period::Week(year, week) => format!("{year:04}-W{week:02}"),
        }
    }

    /// The head of its column or row. Years are text: a year takes no commas.
    pub fn head(self) -> Head {
        let (code, year, part) = match self {
            Period::Year(year) => ("statistics-year", year, 0),
            Period::Half(year, half) => ("statistics-half", year, half),
            Period::Month(year, month) => ("statistics-month", year, month),
            Period::Week(year, week) => ("statistics-week", year, week),
        };
        Head::new(&self.id(), code).with("year", year.to_string()).with("part", i64::from(part))
    }

    /// Every period from the one of `from` to the one of `to`, also those in which nothing happened.
    pub fn between(by: By, from: Date, to: Date) -> Vec<Period> {
        let (first, last) = (Period::of(by, from), Period::of(by, to));
        let mut all = Vec::new();
        let mut one = first;
        while one <= last {
            all.push(one);
            one = one.next();
        }
        all
    }

    /// Every week from the one of `from` to the one of `to`.
    pub fn weeks(from: Date, to: Date) -> Vec<Period> {
        let mut all = Vec::new();
        let mut day = from;
        while Period::week(day) <= Period::week(to) {
            all.push(Period::week(day));
            let Ok(next) = day.checked_add(core::time::Duration::from_secs(7 * 86_400)) else { break };
            day = next;
        }
        all
    }

    const fn next(self) -> Period {
        match self {
            Period::Year(year) => Period::Year(year.saturating_add(1)),
            Period::Half(year, 1) => Period::Half(year, 2),
            Period::Half(year, _) => Period::Half(year.saturating_add(1), 1),
            Period::Month(year, 12) => Period::Month(year.saturating_add(1), 1),
            Period::Month(year, month) => Period::Month(year, month.saturating_add(1)),
            // Weeks are walked by their days: how many a year has is the calendar's to say.
            Period::Week(year, week) => Period::Week(year, week),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{By, Period};
    use redress_base::Date;

    #[test]
    fn empty_periods_are_there_and_weeks_cross_the_year() {
        let (from, to) = (Date::constant(2023, 11, 5), Date::constant(2024, 2, 1));
        let ids = |all: Vec<Period>| all.into_iter().map(Period::id).collect::<Vec<_>>();
        assert_eq!(ids(Period::between(By::Month, from, to)), ["2023-11", "2023-12", "2024-01", "2024-02"]);
        assert_eq!(ids(Period::between(By::HalfYear, from, to)), ["2023-H2", "2024-H1"]);
        // 2020 has 53 weeks; the first days of 2021 belong to the last of them.
        let weeks = ids(Period::weeks(Date::constant(2020, 12, 25), Date::constant(2021, 1, 5)));
        assert_eq!(weeks, ["2020-W52", "2020-W53", "2021-W01"]);
    }
}
