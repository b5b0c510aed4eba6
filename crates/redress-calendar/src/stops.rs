//! Stops and restarts: how each regime lets a period rest, end later, or begin anew.

use crate::{Stop, Term};
use jiff::{Span, ToSpan};
use redress_base::Date;
use redress_law::period::{Period, Regime};

/// What an obstacle does under a regime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// The time lost is not counted. 行政诉讼法 48(1) (in force 2017-07-01); 行政复议法 20(2) (2024-01-01).
    NotCounted,
    /// Inside the last six months: the period ends six months after the obstacle does. 民法典 194 (2021-01-01).
    SixMonthsAfter,
    /// The period runs on; who missed it may ask for relief. 刑事诉讼法 106 (2018-10-26); 民事诉讼法 86 (2024-01-01).
    ReliefOnly,
    /// No rule of this regime lets an obstacle lengthen it.
    Nothing,
}

/// What an obstacle does under a regime.
pub(crate) const fn effect(regime: Regime) -> Effect {
    match regime {
        Regime::AdministrativeSuit | Regime::Reconsideration => Effect::NotCounted,
        Regime::CivilLimitation => Effect::SixMonthsAfter,
        Regime::CriminalProcedure | Regime::CivilProcedure => Effect::ReliefOnly,
        Regime::CriminalLimitation | Regime::PenaltyLimitation | Regime::PoliceProcedure => Effect::Nothing,
    }
}

/// Whether an event may begin the period anew: 民法典 195 (in force 2021-01-01); 刑法 89(2) (1997-10-01), a further
/// crime within the period.
pub(crate) const fn restarts(regime: Regime) -> bool {
    matches!(regime, Regime::CivilLimitation | Regime::CriminalLimitation)
}

/// The day from which the period runs in the end, and its strict last day; `None` beyond the calendar.
pub(crate) fn run(term: &Term) -> Option<(Date, Date)> {
    let mut start = term.from;
    let mut end = ends(term.period, start, &term.stops)?;
    if restarts(term.period.regime) {
        let mut days = term.restarts.clone();
        days.sort_unstable();
        for day in days {
            // What comes after the end revives nothing; what lies before the start has been counted already.
            if start < day && day <= end {
                start = day;
                end = ends(term.period, start, &term.stops)?;
            }
        }
    }
    Some((start, end))
}

/// The strict last day of a period from a day, obstacles taken in.
fn ends(period: Period, start: Date, stops: &[Stop]) -> Option<Date> {
    let end = period.due(start)?.strict;
    match effect(period.regime) {
        Effect::NotCounted => merged(stops).into_iter().try_fold(end, |end, (from, to)| {
            let first = from.max(start.tomorrow().ok()?);
            if first > end || to <= first { Some(end) } else { end.checked_add(first.until(to).ok()?).ok() }
        }),
        Effect::SixMonthsAfter => merged(stops).into_iter().try_fold(end, |end, (from, to)| {
            let last_six = end.checked_sub(Span::new().months(6)).ok()?;
            let counts = from <= end && to > last_six && to > start;
            if counts { Some(end.max(to.checked_add(6.months()).ok()?)) } else { Some(end) }
        }),
        Effect::ReliefOnly | Effect::Nothing => Some(end),
    }
}

/// Obstacles that are over, in order, those that touch made one; an obstacle that lasts has no end to count from.
pub(crate) fn merged(stops: &[Stop]) -> Vec<(Date, Date)> {
    let mut spans: Vec<(Date, Date)> = stops.iter().filter_map(|stop| Some((stop.from, stop.to?))).collect();
    spans.sort_unstable();
    let mut found: Vec<(Date, Date)> = Vec::new();
    for (from, to) in spans {
        match found.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => found.push((from, to)),
        }
    }
    found
}
