//! Ends of periods: dated articles, published cases, and properties.

use crate::CALENDAR;
use jiff::civil::{Date, date, time};
use jiff::{Span, ToSpan};
use proptest::prelude::*;
use redress_calendar::{State, Term, Unextended, Until, state};
use redress_law::period::{Length, Period, Regime};

pub(crate) const REGIMES: [Regime; 8] = [
    Regime::CriminalLimitation,
    Regime::CriminalProcedure,
    Regime::CivilLimitation,
    Regime::CivilProcedure,
    Regime::PenaltyLimitation,
    Regime::PoliceProcedure,
    Regime::Reconsideration,
    Regime::AdministrativeSuit,
];

pub(crate) fn term(length: Length, regime: Regime, from: Date) -> Term {
    Term::new(Period::new(length, regime), from)
}

/// Strict and extended day.
fn days(length: Length, regime: Regime, from: Date) -> (Date, Option<Date>) {
    let end = term(length, regime, from).end(&CALENDAR).unwrap();
    (end.strict, end.extended)
}

#[test]
fn a_last_day_that_is_a_holiday_moves_where_the_regime_says_so() {
    use Length::{Days, Months, WorkingDays, Years};
    use Regime::*;
    for (length, regime, from, strict, extended) in [
        // 刑事诉讼法 230 with 105 (in force 2018-10-26): ten days end on National Day.
        (Days(10), CriminalProcedure, date(2026, 9, 24), date(2026, 10, 4), Some(date(2026, 10, 8))),
        // The same on a Saturday that is worked (调休): no holiday, no extension.
        (Days(10), CriminalProcedure, date(2026, 9, 30), date(2026, 10, 10), Some(date(2026, 10, 10))),
        // 民事诉讼法 171 with 85 (2024-01-01): fifteen days end on a Sunday.
        (Days(15), CivilProcedure, date(2026, 3, 7), date(2026, 3, 22), Some(date(2026, 3, 23))),
        // 民法典 188 with 203 (2021-01-01): three years end in the Spring Festival of 2026.
        (Years(3), CivilLimitation, date(2023, 2, 17), date(2026, 2, 17), Some(date(2026, 2, 24))),
        // 公安机关办理行政案件程序规定 35: the first day after the holiday.
        (Days(3), PoliceProcedure, date(2026, 4, 30), date(2026, 5, 3), Some(date(2026, 5, 6))),
        // 公安机关办理刑事案件程序规定 179: seven days, not said to be working days.
        (Days(7), PoliceProcedure, date(2026, 11, 18), date(2026, 11, 25), Some(date(2026, 11, 25))),
        // 行政复议法 20 with 88 (2024-01-01): sixty calendar days.
        (Days(60), Reconsideration, date(2026, 8, 4), date(2026, 10, 3), Some(date(2026, 10, 8))),
        // 行政复议法 88: five days are working days, across the Labour Day holiday with its moved Saturday.
        (WorkingDays(5), Reconsideration, date(2026, 4, 30), date(2026, 5, 5), Some(date(2026, 5, 11))),
        // 行政处罚法 85 (2021-07-15): seven working days.
        (WorkingDays(7), PenaltyLimitation, date(2026, 2, 13), date(2026, 2, 20), Some(date(2026, 3, 2))),
        // 行政诉讼法 46 with 101 (2017-07-01): six months.
        (Months(6), AdministrativeSuit, date(2026, 4, 3), date(2026, 10, 3), Some(date(2026, 10, 8))),
        // 刑法 87 (1997-10-01), 治安管理处罚法 old 22 (2006-03-01): no rule on holidays.
        (Years(5), CriminalLimitation, date(2020, 10, 3), date(2025, 10, 3), None),
        (Months(6), PenaltyLimitation, date(2026, 4, 3), date(2026, 10, 3), None),
    ] {
        assert_eq!(days(length, regime, from), (strict, extended), "{length:?} {regime:?} {from}");
    }
}

#[test]
fn why_there_is_no_extended_day() {
    let calendar = &*CALENDAR;
    let of = |term: Term| term.end(calendar).unwrap().unextended;
    let ten = |from| term(Length::Days(10), Regime::CriminalProcedure, from);
    assert_eq!(of(ten(date(2026, 9, 24))), None);
    // 刑事诉讼法 105 (in force 2018-10-26): custody ends on its day.
    assert_eq!(of(Term { custody: true, ..ten(date(2026, 9, 24)) }), Some(Unextended::Custody));
    assert_eq!(
        of(term(Length::Hours(24), Regime::CriminalProcedure, date(2026, 9, 24))),
        Some(Unextended::Hours)
    );
    let six = term(Length::Months(6), Regime::PenaltyLimitation, date(2026, 4, 3));
    assert_eq!(of(six), Some(Unextended::NoRule));
    // Nobody has a file of 2027: the strict day stands, and the other is not guessed.
    let end = ten(date(2027, 1, 20)).end(calendar).unwrap();
    assert_eq!((end.strict, end.extended), (date(2027, 1, 30), None));
    assert_eq!(end.unextended, Some(Unextended::YearsMissing(vec![2027])));
    assert!(end.findings.iter().any(|finding| finding.code == "calendar-year-missing"));
}

/// That a weekday off by arrangement is a holiday is a reading, and is said; a weekend or a statutory holiday needs none.
#[test]
fn an_extension_over_arranged_days_says_so() {
    let says = |from| {
        let end = term(Length::Days(10), Regime::CriminalProcedure, from).end(&CALENDAR).unwrap();
        end.findings.iter().any(|finding| finding.code == "calendar-arranged-days")
    };
    assert!(says(date(2026, 9, 26))); // ends on 6 October
    assert!(says(date(2026, 9, 24))); // ends on 4 October; the 5th to the 7th are off by arrangement
    assert!(!says(date(2026, 6, 9))); // ends on Friday 19 June, the festival itself, before a weekend
    assert!(!says(date(2026, 3, 11))); // ends on a Saturday
    // Five working days across 2 to 5 May, of which the 4th and 5th are off by arrangement; the strict day is the 6th.
    let five =
        term(Length::WorkingDays(5), Regime::Reconsideration, date(2026, 5, 1)).end(&CALENDAR).unwrap();
    assert!(
        five.strict == date(2026, 5, 6)
            && five.findings.iter().any(|one| one.code == "calendar-arranged-days")
    );
}

#[test]
fn the_periods_of_the_book_are_found_by_name() {
    let book = redress_law::Book::standard();
    let from = date(2026, 11, 18);
    // 公安机关办理刑事案件程序规定 179: seven calendar days.
    let term = Term::of_deadline(book, "police-179-reconsider", from).unwrap();
    assert_eq!(term.end(&CALENDAR).unwrap().strict, date(2026, 11, 25));
    assert!(Term::of_deadline(book, "no-such-name", from).is_none());
    let known =
        book.ir().provisions.iter().flat_map(|page| &page.duties).find(|duty| duty.length.is_some()).unwrap();
    assert!(Term::of_duty(book, &known.id, from).is_some());
    let promptly =
        book.ir().provisions.iter().flat_map(|page| &page.duties).find(|duty| duty.length.is_none()).unwrap();
    assert!(Term::of_duty(book, &promptly.id, from).is_none());
}

#[test]
fn the_last_moment_and_posting() {
    let calendar = &*CALENDAR;
    for regime in REGIMES {
        let end = term(Length::Days(10), regime, date(2026, 3, 2)).end(calendar).unwrap();
        // 民法典 203(2) (in force 2021-01-01): 24:00, or the end of business.
        let civil = regime == Regime::CivilLimitation;
        assert_eq!(end.last_moment.until, if civil { Until::MidnightOrClose } else { Until::Day });
        // 刑事诉讼法 105(3), 民事诉讼法 85(4).
        assert_eq!(end.last_moment.posting_counts, regime.posting_counts());
    }
}

/// 刑事诉讼法 105 and 民事诉讼法 85 leave the opening hour out; 民法典 201(2) (in force 2021-01-01) counts from the moment.
#[test]
fn hours_end_at_their_hour() {
    let calendar = &*CALENDAR;
    let of = |n, regime, at| {
        let hours =
            term(Length::Hours(n), regime, date(2026, 3, 2)).at(at).end(calendar).unwrap().hours.unwrap();
        (hours.strict, hours.opening_hour_excluded)
    };
    for n in [24, 48, 72] {
        let next = date(2026, 3, 2).checked_add((i64::from(n) / 24).days()).unwrap();
        assert_eq!(
            of(n, Regime::CriminalProcedure, time(10, 20, 0, 0)),
            (next.at(10, 20, 0, 0), Some(next.at(11, 0, 0, 0)))
        );
    }
    assert_eq!(
        of(24, Regime::CivilProcedure, time(23, 59, 0, 0)),
        (date(2026, 3, 3).at(23, 59, 0, 0), Some(date(2026, 3, 4).at(0, 0, 0, 0)))
    );
    assert_eq!(of(2, Regime::CivilLimitation, time(23, 0, 0, 0)), (date(2026, 3, 3).at(1, 0, 0, 0), None));
    let without = term(Length::Hours(24), Regime::CriminalProcedure, date(2026, 3, 2)).end(calendar).unwrap();
    assert_eq!((without.strict, without.hours), (date(2026, 3, 3), None));
}

/// Published cases whose days are known (docs/calendar.md names them).
#[test]
fn published_cases() {
    let calendar = &*CALENDAR;
    let stands = |term: Term, done: Date| {
        let end = term.end(calendar).unwrap();
        (end.strict, state(Some(end.strict), end.extended, end.unextended.as_ref(), Some(done), done))
    };
    // 检例第137号: the act of 2020-07-07, punished on 2020-08-13, 37 days later: inside the six months of 治安管理处罚法
    // old 22 (in force to 2025-12-31).
    let act = term(Length::Months(6), Regime::PenaltyLimitation, date(2020, 7, 7));
    assert_eq!(date(2020, 7, 7).until(date(2020, 8, 13)).unwrap().get_days(), 37);
    assert_eq!(stands(act, date(2020, 8, 13)), (date(2021, 1, 7), State::Kept));
    // The same: private prosecution filed on 2020-10-26, accepted on 2020-12-14, 49 days later; fifteen days were over.
    assert_eq!(date(2020, 10, 26).until(date(2020, 12, 14)).unwrap().get_days(), 49);
    let review = term(Length::Days(15), Regime::CriminalProcedure, date(2020, 10, 26));
    assert_eq!(stands(review, date(2020, 12, 14)), (date(2020, 11, 10), State::Late));
    // Lin'an: notice of public-interest litigation on 2024-06-24, suit on 2025-04-11, after the thirty days.
    let notice = term(Length::Days(30), Regime::CivilProcedure, date(2024, 6, 24)).end(calendar).unwrap();
    assert_eq!((notice.strict, notice.extended), (date(2024, 7, 24), Some(date(2024, 7, 24))));
    assert!(date(2025, 4, 11) > notice.strict);
    // Shapingba: an act of April 2021 (its last day is taken), reported in May 2023: the six months were over.
    let late = term(Length::Months(6), Regime::PenaltyLimitation, date(2021, 4, 30)).end(calendar).unwrap();
    assert_eq!(late.strict, date(2021, 10, 30));
    assert_eq!(
        state(Some(late.strict), None, late.unextended.as_ref(), None, date(2023, 5, 1)),
        State::Missed
    );
}

#[test]
fn months_are_clamped_and_then_extended() {
    // 民法典 202 (in force 2021-01-01): a month that lacks the day ends on its last; 28 February 2026 is worked.
    let six = |from| days(Length::Months(6), Regime::CivilLimitation, from);
    assert_eq!(six(date(2025, 8, 31)), (date(2026, 2, 28), Some(date(2026, 2, 28))));
    assert_eq!(six(date(2023, 8, 31)), (date(2024, 2, 29), Some(date(2024, 2, 29))));
    assert_eq!(six(date(2025, 11, 30)), (date(2026, 5, 30), Some(date(2026, 6, 1))));
}

#[test]
fn an_end_beyond_the_calendar_is_refused() {
    let of = |length, from| {
        let refused = term(length, Regime::CivilProcedure, from).end(&CALENDAR);
        refused.map_err(|refusal| refusal.finding.code)
    };
    assert_eq!(of(Length::Years(u16::MAX), date(2026, 1, 1)).unwrap_err(), "calendar-beyond");
    assert_eq!(of(Length::Years(20), date(9990, 1, 1)).unwrap_err(), "calendar-beyond");
}

pub(crate) fn a_day() -> impl Strategy<Value = Date> {
    (0i32..3_000).prop_map(|n| date(2018, 1, 2).checked_add(n.days()).unwrap())
}

pub(crate) fn a_regime() -> impl Strategy<Value = Regime> {
    prop::sample::select(REGIMES.to_vec())
}

pub(crate) fn a_length() -> impl Strategy<Value = Length> {
    prop_oneof![
        (0u16..200).prop_map(Length::Days),
        (0u16..60).prop_map(Length::WorkingDays),
        (0u16..24).prop_map(Length::Months),
        (0u16..6).prop_map(Length::Years),
        (0u16..100).prop_map(Length::Hours),
    ]
}

proptest! {
    /// The strict day is that of the law book; the extended one is a working day, never earlier, and no working day
    /// lies between the two unless working days are counted.
    #[test]
    fn the_extended_day_is_the_next_working_day(length in a_length(), regime in a_regime(), from in a_day()) {
        let calendar = &*CALENDAR;
        let end = term(length, regime, from).end(calendar).unwrap();
        prop_assert_eq!(end.strict, Period::new(length, regime).due(from).unwrap().strict);
        prop_assert_eq!(end.bare, end.strict);
        prop_assert_eq!(end.extended.is_none(), end.unextended.is_some());
        if let Some(extended) = end.extended {
            prop_assert!(extended >= end.strict);
            prop_assert!(calendar.is_working(extended).value == Some(true) || length == Length::WorkingDays(0));
            if !matches!(length, Length::WorkingDays(_)) {
                prop_assert_eq!(calendar.first_working_from(end.strict).value, Some(extended));
            }
        }
    }

    /// A later event never ends earlier, by either day.
    #[test]
    fn ends_are_monotone(length in a_length(), regime in a_regime(), from in a_day(), later in 0i64..90) {
        let calendar = &*CALENDAR;
        let of = |day| term(length, regime, day).end(calendar).unwrap();
        let (a, b) = (of(from), of(from.checked_add(Span::new().days(later)).unwrap()));
        prop_assert!(a.strict <= b.strict);
        if let (Some(a), Some(b)) = (a.extended, b.extended) {
            prop_assert!(a <= b);
        }
    }

    #[test]
    fn no_term_panics(
        length in a_length(), regime in a_regime(), year in -9999i16..=9999, month in 1i8..=12, day in 1i8..=28,
        stop in -400i64..400, lasts in -3i64..400, again in -400i64..4000,
    ) {
        let from = date(year, month, day);
        let near = |n: i64| from.checked_add(Span::new().days(n)).unwrap_or(from);
        let cite = redress_base::Article::new("cn/civil-code", "194");
        let term = term(length, regime, from).stopped(near(stop), Some(near(stop + lasts)), cite).restarted(near(again));
        let _ = term.end(&CALENDAR);
    }
}
