//! Stops and restarts.

use crate::CALENDAR;
use crate::ends::{REGIMES, term};
use jiff::Span;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use redress_base::Article;
use redress_calendar::{End, Term};
use redress_law::period::{Length, Regime};

fn cite() -> Article {
    Article::new("cn/administrative-suit-law", "48").item("1")
}

fn end(term: &Term) -> End {
    term.end(&CALENDAR).unwrap()
}

fn codes(end: &End) -> Vec<&str> {
    end.findings
        .iter()
        .map(|finding| finding.code.as_str())
        .filter(|code| code.contains("-stop-") || code.contains("-restart-"))
        .collect()
}

/// 行政诉讼法 48(1) (in force 2017-07-01): time lost without fault is not counted; 行政复议法 20(2) (2024-01-01): the
/// period goes on from the day on which the obstacle is gone.
#[test]
fn lost_time_is_not_counted() {
    for (regime, length) in
        [(Regime::AdministrativeSuit, Length::Months(6)), (Regime::Reconsideration, Length::Days(60))]
    {
        let plain = term(length, regime, date(2026, 1, 12));
        let free = end(&plain);
        let held = end(&plain.clone().stopped(date(2026, 2, 1), Some(date(2026, 2, 11)), cite()));
        assert_eq!(held.strict, free.strict.checked_add(Span::new().days(10)).unwrap(), "{regime:?}");
        assert_eq!(held.bare, free.strict);
        assert_eq!(codes(&held), ["calendar-stop-accepted"]);
        // Before the period and after its end it changes nothing; that it lasts is said.
        let before = plain.clone().stopped(date(2026, 1, 1), Some(date(2026, 1, 13)), cite());
        assert_eq!(end(&before).strict, free.strict);
        let after = end(&plain.clone().stopped(date(2026, 9, 1), Some(date(2026, 10, 1)), cite()));
        assert_eq!((after.strict, codes(&after)), (free.strict, vec!["calendar-stop-no-effect"]));
        let open = end(&plain.clone().stopped(date(2026, 2, 1), None, cite()));
        assert_eq!((open.strict, codes(&open)), (free.strict, vec!["calendar-stop-lasts"]));
        // The same days twice are lost once.
        let twice = plain.stopped(date(2026, 2, 1), Some(date(2026, 2, 8)), cite()).stopped(
            date(2026, 2, 5),
            Some(date(2026, 2, 11)),
            cite(),
        );
        let twice = end(&twice);
        assert_eq!((twice.strict, codes(&twice)), (held.strict, vec!["calendar-stop-accepted"; 2]));
    }
}

/// 民法典 194 (in force 2021-01-01): an obstacle in the last six months; six months after it is gone.
#[test]
fn an_obstacle_in_the_last_six_months_of_limitation() {
    let three = term(Length::Years(3), Regime::CivilLimitation, date(2023, 3, 1)); // to 2026-03-01
    let with = |from: Date, to: Date| {
        end(&three.clone().stopped(from, Some(to), Article::new("cn/civil-code", "194"))).strict
    };
    assert_eq!(end(&three).strict, date(2026, 3, 1));
    assert_eq!(with(date(2024, 1, 1), date(2025, 6, 1)), date(2026, 3, 1)); // over before they begin
    assert_eq!(with(date(2025, 1, 1), date(2025, 9, 1)), date(2026, 3, 1)); // over on the day before they begin
    assert_eq!(with(date(2025, 1, 1), date(2026, 1, 15)), date(2026, 7, 15)); // reaches into them
    assert_eq!(with(date(2026, 2, 20), date(2026, 5, 31)), date(2026, 11, 30)); // outlasts them; clamped
    assert_eq!(with(date(2026, 3, 1), date(2026, 5, 1)), date(2026, 11, 1)); // began on the last day
    assert_eq!(with(date(2026, 3, 2), date(2026, 5, 1)), date(2026, 3, 1)); // began after the end
}

/// 民法典 195 (in force 2021-01-01): interruption inside the period begins it anew; 刑法 89(2) (1997-10-01): a further crime.
#[test]
fn restarts_bridge_and_come_too_late() {
    for (regime, length) in
        [(Regime::CivilLimitation, Length::Years(3)), (Regime::CriminalLimitation, Length::Years(5))]
    {
        let years = if length == Length::Years(3) { 3 } else { 5 };
        let plain = term(length, regime, date(2018, 3, 1));
        let later = |day: Date| day.checked_add(Span::new().years(years)).unwrap();
        let (first, second) = (date(2020, 6, 1), date(2022, 12, 1));
        // In any order; the second lies inside only because of the first.
        let both = end(&plain.clone().restarted(second).restarted(first));
        assert_eq!((both.from, both.strict, both.bare), (second, later(second), later(date(2018, 3, 1))));
        let last_day = later(date(2018, 3, 1));
        assert_eq!(end(&plain.clone().restarted(last_day)).strict, later(last_day), "the last day is inside");
        let late = end(&plain.clone().restarted(last_day.tomorrow().unwrap()));
        assert_eq!((late.strict, codes(&late)), (last_day, vec!["calendar-restart-too-late"]));
    }
    let suit =
        end(&term(Length::Months(6), Regime::AdministrativeSuit, date(2026, 1, 5))
            .restarted(date(2026, 2, 2)));
    assert_eq!((suit.strict, codes(&suit)), (date(2026, 7, 5), vec!["calendar-restart-without-rule"]));
}

/// Whether a demand on the extended day interrupts turns on the holiday (民法典 195, 203): it is left out, and said.
#[test]
fn an_interruption_between_the_strict_and_the_extended_day() {
    let three = term(Length::Years(3), Regime::CivilLimitation, date(2023, 10, 3)); // to 2026-10-03, a holiday
    let of = |day| {
        let end = end(&three.clone().restarted(day));
        (end.strict, codes(&end).first().map(|code| (*code).to_owned()))
    };
    let code = |code: &str| Some(code.to_owned());
    assert_eq!(of(date(2026, 10, 3)), (date(2029, 10, 3), None));
    assert_eq!(of(date(2026, 10, 8)), (date(2026, 10, 3), code("calendar-restart-after-strict")));
    assert_eq!(of(date(2026, 10, 9)), (date(2026, 10, 3), code("calendar-restart-too-late")));
    assert_eq!(of(date(2023, 10, 3)), (date(2026, 10, 3), code("calendar-restart-before-start")));
}

/// An interruption that an obstacle alone kept inside the period.
#[test]
fn a_stop_may_keep_the_period_open_for_a_restart() {
    let three = term(Length::Years(3), Regime::CivilLimitation, date(2019, 3, 1)); // to 2022-03-01
    let cite = Article::new("cn/civil-code", "194");
    let held = three.clone().stopped(date(2022, 2, 1), Some(date(2022, 4, 1)), cite); // to 2022-10-01
    assert_eq!(end(&held.restarted(date(2022, 9, 1))).strict, date(2025, 9, 1));
    assert_eq!(end(&three.restarted(date(2022, 9, 1))).strict, date(2022, 3, 1));
}

/// 刑事诉讼法 106 (in force 2018-10-26): five days; 民事诉讼法 86 (2024-01-01) and 行政诉讼法 48(2): ten days.
#[test]
fn relief_after_an_obstacle() {
    for regime in REGIMES {
        let plain = term(Length::Days(10), regime, date(2026, 3, 2));
        let held = end(&plain.clone().stopped(date(2026, 3, 10), Some(date(2026, 3, 20)), cite()));
        let expected = match regime {
            Regime::CriminalProcedure => Some((5, date(2026, 3, 25))),
            Regime::CivilProcedure | Regime::AdministrativeSuit => Some((10, date(2026, 3, 30))),
            _ => None,
        };
        assert_eq!(
            held.relief.as_ref().map(|relief| (relief.days, relief.until.unwrap())),
            expected,
            "{regime:?}"
        );
        if matches!(regime, Regime::CriminalProcedure | Regime::CivilProcedure) {
            assert_eq!((held.strict, codes(&held)), (end(&plain).strict, vec!["calendar-stop-is-relief"]));
        }
        if matches!(regime, Regime::PoliceProcedure | Regime::PenaltyLimitation | Regime::CriminalLimitation)
        {
            assert_eq!((held.strict, codes(&held)), (end(&plain).strict, vec!["calendar-stop-without-rule"]));
        }
        assert_eq!(end(&plain).relief.and_then(|relief| relief.until), None);
        // One that began on the last day kept somebody from acting; one that began after it did not.
        let gone = |from| {
            let held = end(&plain.clone().stopped(from, Some(date(2026, 3, 20)), cite()));
            held.relief.and_then(|relief| relief.obstacle_gone).is_some()
        };
        if expected.is_some() && regime != Regime::AdministrativeSuit {
            assert!(gone(date(2026, 3, 12)) && !gone(date(2026, 3, 13)), "{regime:?}");
        }
    }
}

#[test]
fn an_obstacle_that_ends_before_it_begins_is_refused() {
    let term = term(Length::Days(60), Regime::Reconsideration, date(2026, 3, 2));
    let refused = term.stopped(date(2026, 4, 2), Some(date(2026, 4, 1)), cite()).end(&CALENDAR);
    assert_eq!(refused.unwrap_err().finding.code, "calendar-stop-backwards");
}

/// Working days that an obstacle took are not counted either.
#[test]
fn working_days_inside_an_obstacle_are_not_counted() {
    let five = term(Length::WorkingDays(5), Regime::Reconsideration, date(2026, 3, 2));
    assert_eq!(end(&five).extended, Some(date(2026, 3, 9)));
    let held = end(&five.stopped(date(2026, 3, 4), Some(date(2026, 3, 6)), cite()));
    assert_eq!((held.strict, held.extended), (date(2026, 3, 9), Some(date(2026, 3, 11))));
}

proptest! {
    /// An obstacle of k days inside the period moves the strict day by k.
    #[test]
    fn a_stop_of_k_days_moves_the_end_by_k(n in 2u16..200, at in 1u16..200, k in 0i64..300, day in 0i64..2000) {
        prop_assume!(at <= n);
        let from = date(2018, 1, 2).checked_add(Span::new().days(day)).unwrap();
        let after = |day: Date, n: i64| day.checked_add(Span::new().days(n)).unwrap();
        for regime in [Regime::AdministrativeSuit, Regime::Reconsideration] {
            for length in [Length::Days(n), Length::WorkingDays(n)] {
                let plain = term(length, regime, from);
                let begun = after(from, i64::from(at));
                let held = end(&plain.clone().stopped(begun, Some(after(begun, k)), cite()));
                prop_assert_eq!(held.strict, after(end(&plain).strict, k));
                prop_assert!(held.extended.is_none_or(|day| day >= held.strict));
            }
        }
    }

    /// No obstacle and no restart ever makes a period end sooner, and their order does not matter.
    #[test]
    fn stops_and_restarts_never_shorten(
        regime in crate::ends::a_regime(), length in crate::ends::a_length(), from in crate::ends::a_day(),
        stops in prop::collection::vec((-100i64..1500, 0i64..200), 0..4), again in prop::collection::vec(-100i64..1500, 0..3),
    ) {
        let near = |n: i64| from.checked_add(Span::new().days(n)).unwrap();
        let plain = term(length, regime, from);
        let mut held = plain.clone();
        for (begins, lasts) in &stops {
            held = held.stopped(near(*begins), Some(near(begins + lasts)), cite());
        }
        for day in again {
            held = held.restarted(near(day));
        }
        let whole = end(&held);
        prop_assert!(whole.strict >= end(&plain).strict);
        prop_assert_eq!(whole.bare, end(&plain).strict);
        prop_assert!(whole.extended.is_none_or(|day| day >= whole.strict));
        let mut turned = held;
        turned.stops.reverse();
        turned.restarts.reverse();
        let turned = end(&turned);
        prop_assert_eq!((turned.from, turned.strict, turned.extended), (whole.from, whole.strict, whole.extended));
    }
}
