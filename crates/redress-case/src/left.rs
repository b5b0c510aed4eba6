//! How many days are left to the nearest time limit of the person's own: 法律援助法 44 (in force 2022-01-01) asks for it.
//!
//! Counted by the calendar from the strict end of every limit that runs, so that who acts by the count is in time under
//! every reading. A limit that only may run widens the count downwards: it could be the nearest.

use redress_base::{Count, Date, Span, Stamp, Unit, Value};
use redress_facts::{Claim, CountOf, Datum, Sheet, Standing};
use redress_law::{Body, DeadlineOutcome, Stand};
use std::collections::BTreeSet;

/// The fact that the count establishes.
pub(crate) const LEFT: &str = "deadline_days_left";

/// The claim, where a limit of the person's own is known to run.
pub(crate) fn days_left(
    deadlines: &[DeadlineOutcome],
    sheet: &Sheet,
    today: Date,
    as_of: Stamp,
) -> Option<Claim> {
    let open = deadlines.iter().filter(|one| one.who == Body::Person && one.kept.is_none());
    let ahead: Vec<(u64, &DeadlineOutcome)> =
        open.filter_map(|one| days(today, one.due?).map(|left| (left, one))).collect();
    let runs =
        |one: &&(u64, &DeadlineOutcome)| one.1.applies == Value::TT && one.1.standing == Stand::Running;
    let may = |one: &&(u64, &DeadlineOutcome)| one.1.applies != Value::FF;
    let (latest, nearest) = ahead.iter().filter(runs).min_by_key(|one| one.0)?;
    let earliest = ahead.iter().filter(may).map(|one| one.0).min().unwrap_or(*latest);
    let sources = sources(sheet, nearest);
    let count = CountOf { count: Count { lower: earliest, upper: Some(*latest) }, unit: Unit::Days };
    Some(Claim {
        value: Datum::Count(count),
        // It rests on what the day rests on from which the limit runs.
        standing: if sources.is_empty() { Standing::Stated } else { Standing::Measured },
        by: "redress".to_owned(),
        as_of,
        sources,
        figure: None,
        reason: nearest.due.map(|due| format!("{} {due}", nearest.id)),
        opposing: false,
        disputed: false,
        named: None,
    })
}

/// Days from today to a last day that is not over; its own day is none.
fn days(today: Date, due: Date) -> Option<u64> {
    u64::try_from(today.until(due).ok()?.get_days()).ok()
}

fn sources(sheet: &Sheet, of: &DeadlineOutcome) -> Vec<Span> {
    let from = of.from_terms.iter().flat_map(|term| sheet.claims(&of.scope, term));
    let from = from.filter(|claim| of.from.is_some_and(|day| claim.value == Datum::Date(day)));
    from.flat_map(|claim| claim.sources.iter().cloned()).collect::<BTreeSet<_>>().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use redress_base::{Instant, TimeSource};
    use redress_facts::Scope;
    use redress_law::{Book, Facts};

    const NOW: Stamp = Stamp { at: Instant(1_772_500_000), source: TimeSource::SystemClock };

    /// The count on these dates of one person's own limits, as the book works them out.
    fn left(dates: &[(&str, Date)], today: Date, rule: Value) -> Option<(u64, Option<u64>, Standing)> {
        let words = redress_facts::Vocabulary::standard();
        let mut sheet = Sheet::new();
        for (term, day) in dates {
            let claim = Claim {
                value: Datum::Date(*day),
                standing: Standing::Stated,
                by: "周某".to_owned(),
                as_of: NOW,
                sources: Vec::new(),
                figure: None,
                reason: None,
                opposing: false,
                disputed: false,
                named: None,
            };
            sheet.add(Scope::Case, term, claim);
        }
        let rule = |_: &str| rule;
        let facts = Facts { sheet: &sheet, vocabulary: &words, scope: Scope::Case, today, rule: &rule };
        let claim = days_left(&Book::standard().deadlines(&facts), &sheet, today, NOW)?;
        let Datum::Count(count) = claim.value else { return None };
        assert_eq!(count.unit, Unit::Days);
        Some((count.count.lower, count.count.upper, claim.standing))
    }

    /// 刑事诉讼法 230 (2018-10-26): ten days of appeal from 2 March; the eighth day before the end is none of fewer than seven.
    #[test]
    fn the_days_to_an_appeal_are_counted() {
        let judgment = ("judgment_received_date", date(2026, 3, 2));
        for (day, days) in [(3, 9), (5, 7), (6, 6), (12, 0)] {
            let found = left(&[judgment], date(2026, 3, day), Value::TT);
            assert_eq!(found, Some((days, Some(days), Standing::Stated)), "{day}");
        }
        // It is over, or was used: nothing of the person's own runs.
        assert_eq!(left(&[judgment], date(2026, 3, 13), Value::TT), None);
        let appealed = ("judgment_appeal_date", date(2026, 3, 4));
        assert_eq!(left(&[judgment, appealed], date(2026, 3, 5), Value::TT), None);
    }

    /// 公安机关办理刑事案件程序规定 179 (2020-09-01) may run: it could be the nearest, so it widens the count.
    #[test]
    fn a_limit_that_may_run_widens_the_count() {
        let dates =
            [("judgment_received_date", date(2026, 3, 2)), ("notice_received_date", date(2026, 3, 1))];
        assert_eq!(left(&dates, date(2026, 3, 3), Value::UU), Some((5, Some(9), Standing::Stated)));
        assert_eq!(left(&dates[1..], date(2026, 3, 3), Value::UU), None);
    }

    /// What an authority owes is none of the person's limits.
    #[test]
    fn the_limits_of_others_are_not_counted() {
        assert_eq!(left(&[("civil_suit_filed_date", date(2026, 3, 2))], date(2026, 3, 3), Value::TT), None);
    }
}
