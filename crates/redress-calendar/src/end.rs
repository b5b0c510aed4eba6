//! The end of a period: the strict day, the day with holidays, the last moment, and relief for who missed it.

use crate::stops::{Effect, effect, merged, restarts, run};
use crate::{Basis, Calendar, DayKind, Stop, Term, Told};
use jiff::civil::DateTime;
use jiff::{RoundMode, Span, ToSpan, Unit};
use redress_base::{Article, Date, Fault, Finding, Refusal};
use redress_law::period::{Length, Regime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a period ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct End {
    /// The day it runs from in the end: that of the event, or of the last restart.
    #[schemars(with = "String")]
    pub from: Date,
    /// The strict last day: no holiday is added, and every day counts as a working day. Warnings are on this one.
    #[schemars(with = "String")]
    pub strict: Date,
    /// The strict last day if no obstacle and no restart is accepted.
    #[schemars(with = "String")]
    pub bare: Date,
    /// The last day with holidays and working days, where the regime has such a rule and the years are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub extended: Option<Date>,
    /// Why there is no such day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unextended: Option<Unextended>,
    /// Until when on the last day, and whether posting is enough.
    pub last_moment: LastMoment,
    /// The exact end of a period in hours, where the time of the event is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<HourEnd>,
    /// What may be asked for by somebody whom an obstacle kept from acting in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relief: Option<Relief>,
    /// The years of the calendar that the extended day rests on, and those that are missing for it.
    pub basis: Basis,
    /// What a reader has to know.
    pub findings: Vec<Finding>,
}

/// Why no extended day is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unextended {
    /// The regime has no rule on holidays.
    NoRule,
    /// Custody is never made longer by a holiday (刑事诉讼法 105).
    Custody,
    /// A period in hours ends at its hour.
    Hours,
    /// No file of these years is at hand.
    YearsMissing(Vec<i16>),
}

/// Until when on the last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Until {
    /// 24:00; where there are business hours, when they end (民法典 203).
    MidnightOrClose,
    /// The regime names the day and no hour; the safe hour is the end of business.
    Day,
}

/// The last moment of a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LastMoment {
    /// The hour.
    pub until: Until,
    /// What was posted before the end is in time, and the journey is not counted.
    pub posting_counts: bool,
    /// Where the law says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cite: Option<Article>,
}

/// The exact end of a period in hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HourEnd {
    /// Counted from the moment itself; who acts by then is in time under every reading.
    #[schemars(with = "String")]
    pub strict: DateTime,
    /// With the opening hour left out (刑事诉讼法 105, 民事诉讼法 85), where the regime does so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub opening_hour_excluded: Option<DateTime>,
}

/// What may be asked for after an obstacle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Relief {
    /// Within how many days after the obstacle is gone.
    pub days: u16,
    /// Where the law says so. The court decides.
    pub cite: Article,
    /// The day on which the last obstacle of the period was gone, where one is on file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub obstacle_gone: Option<Date>,
    /// The last day to ask, computed strictly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub until: Option<Date>,
}

impl Term {
    /// Where the period ends.
    ///
    /// # Errors
    /// An obstacle that ends before it begins; an end beyond the year 9999.
    pub fn end(&self, calendar: &Calendar) -> Result<End, Refusal> {
        if let Some(stop) = self.stops.iter().find(|stop| stop.to.is_some_and(|to| to < stop.from)) {
            let finding = Finding::error("calendar-stop-backwards").with("from", stop.from.to_string());
            return Err(finding.refuse(Fault::Input));
        }
        let beyond =
            || Finding::error("calendar-beyond").with("from", self.from.to_string()).refuse(Fault::Input);
        let (from, strict) = run(self).ok_or_else(beyond)?;
        let bare = self.period.due(self.from).ok_or_else(beyond)?.strict;
        let mut end = End {
            from,
            strict,
            bare,
            extended: None,
            unextended: None,
            last_moment: last_moment(self.period.regime),
            hours: self.hours(from),
            relief: self.relief(strict),
            basis: Basis::default(),
            findings: self.stop_findings(),
        };
        self.extend(&mut end, calendar).ok_or_else(beyond)?;
        let late = self.restart_findings(&end);
        end.findings.extend(late);
        Ok(end)
    }

    /// Puts in the day with holidays; `None` beyond the calendar.
    fn extend(&self, end: &mut End, calendar: &Calendar) -> Option<()> {
        let working = matches!(self.period.length, Length::WorkingDays(_));
        end.unextended = match self.period.length {
            Length::Hours(_) => Some(Unextended::Hours),
            _ if self.custody => Some(Unextended::Custody),
            _ if !working && !self.period.regime.extends_over_holidays() => Some(Unextended::NoRule),
            _ => None,
        };
        if end.unextended.is_some() {
            return Some(());
        }
        let told = self.with_holidays(end, calendar);
        if told.value.is_none() {
            if told.basis.missing.is_empty() {
                return None;
            }
            end.unextended = Some(Unextended::YearsMissing(told.basis.missing.iter().copied().collect()));
        }
        end.extended = told.value;
        // Where working days are counted, a day off anywhere in the count carries the end.
        let first = if working { end.from } else { end.strict };
        if told.value.is_some_and(|last| arranged(calendar, first, last)) {
            end.findings.push(Finding::note("calendar-arranged-days"));
        }
        end.findings.extend(calendar.marks(&told.basis));
        end.basis = told.basis;
        Some(())
    }

    /// The day on which that many working days are over, or the first working day from the strict day on. 行政处罚法 85
    /// (in force 2021-07-15) and 行政复议法 88 (2024-01-01) count working days; 刑事诉讼法 105 (2018-10-26), 民事诉讼法 85
    /// (2024-01-01), 民法典 203 (2021-01-01) and 公安机关办理行政案件程序规定 35 move a last day that is a holiday.
    fn with_holidays(&self, end: &End, calendar: &Calendar) -> Told<Date> {
        let Length::WorkingDays(n @ 1..) = self.period.length else {
            return calendar.first_working_from(end.strict);
        };
        let rests = effect(self.period.regime) == Effect::NotCounted;
        let stopped = if rests { merged(&self.stops) } else { Vec::new() };
        let in_stop = |day: Date| stopped.iter().any(|(from, to)| *from <= day && day < *to);
        let mut told = calendar.count(end.from, n, in_stop);
        if told.value.is_some_and(|day| day < end.strict) {
            // An obstacle that counts in another way (民法典 194) took the strict day past the working days.
            let later = calendar.first_working_from(end.strict);
            told.value = later.value;
            told.basis.merge(&later.basis);
        }
        told
    }

    /// 民法典 201 (in force 2021-01-01) counts hours from the moment; 刑事诉讼法 105 (2018-10-26) and 民事诉讼法 85
    /// (2024-01-01) leave the opening hour out.
    fn hours(&self, from: Date) -> Option<HourEnd> {
        let (Length::Hours(n), Some(at)) = (self.period.length, self.at) else { return None };
        let moment = from.to_datetime(at);
        let after = |start: DateTime| start.checked_add(Span::new().hours(i64::from(n))).ok();
        let next =
            moment.round(jiff::civil::DateTimeRound::new().smallest(Unit::Hour).mode(RoundMode::Trunc));
        let next = next.ok()?.checked_add(1.hours()).ok()?;
        let excluded = self.period.regime != Regime::CivilLimitation;
        let opening_hour_excluded = if excluded { after(next) } else { None };
        Some(HourEnd { strict: after(moment)?, opening_hour_excluded })
    }

    /// What may be asked for by somebody whom an obstacle kept from acting.
    fn relief(&self, strict: Date) -> Option<Relief> {
        let (days, cite) = match self.period.regime {
            // 刑事诉讼法 106 (in force 2018-10-26).
            Regime::CriminalProcedure => (5, Article::new("cn/criminal-procedure-law", "106")),
            // 民事诉讼法 86 (in force 2024-01-01).
            Regime::CivilProcedure => (10, Article::new("cn/civil-procedure-law", "86")),
            // 行政诉讼法 48(2) (in force 2017-07-01): obstacles that the first paragraph does not name.
            Regime::AdministrativeSuit => (10, Article::new("cn/administrative-suit-law", "48").item("2")),
            _ => return None,
        };
        let touches = |stop: &&Stop| stop.from <= strict && stop.to.is_none_or(|to| to > self.from);
        let obstacle_gone = self.stops.iter().filter(touches).filter_map(|stop| stop.to).max();
        let until = obstacle_gone.and_then(|day| day.checked_add(Span::new().days(i64::from(days))).ok());
        Some(Relief { days, cite, obstacle_gone, until })
    }

    /// What of the obstacles a regime does not know, what had no effect, and what is not over yet.
    fn stop_findings(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for (n, stop) in self.stops.iter().enumerate() {
            let day = stop.from.to_string();
            found.push(match effect(self.period.regime) {
                Effect::Nothing => Finding::warning("calendar-stop-without-rule").with("from", day),
                Effect::ReliefOnly => Finding::note("calendar-stop-is-relief").with("from", day),
                _ if stop.to.is_none() => Finding::warning("calendar-stop-lasts").with("from", day),
                _ if self.matters(n) => {
                    Finding::note("calendar-stop-accepted").with("from", day).under(stop.cite.clone())
                }
                _ => Finding::note("calendar-stop-no-effect").with("from", day),
            });
        }
        found
    }

    /// Whether the end would be another without this obstacle, or is another with it alone: of two that cover the same
    /// days both matter.
    fn matters(&self, n: usize) -> bool {
        let with = |keep: &dyn Fn(usize) -> bool| {
            let stops = self.stops.iter().enumerate().filter(|(place, _)| keep(*place));
            let stops = stops.map(|(_, stop)| stop.clone()).collect();
            run(&Term { stops, ..self.clone() })
        };
        with(&|_| true) != with(&|place| place != n) || with(&|place| place == n) != with(&|_| false)
    }

    /// The same for new beginnings, once both days are known.
    fn restart_findings(&self, end: &End) -> Vec<Finding> {
        let mut found = Vec::new();
        for day in &self.restarts {
            let text = day.to_string();
            let extended = end.extended.is_some_and(|last| *day <= last);
            if !restarts(self.period.regime) {
                found.push(Finding::warning("calendar-restart-without-rule").with("day", text));
            } else if *day <= self.from {
                found.push(Finding::note("calendar-restart-before-start").with("day", text));
            } else if *day > end.strict && extended {
                found.push(Finding::warning("calendar-restart-after-strict").with("day", text));
            } else if *day > end.strict {
                found.push(Finding::warning("calendar-restart-too-late").with("day", text));
            }
        }
        found
    }
}

/// Whether a weekday off by arrangement, and not by statute, lies from one day up to another. That it is a holiday in the
/// sense of the rules on periods is how it is read here; no text says so.
fn arranged(calendar: &Calendar, from: Date, to: Date) -> bool {
    let days = from.series(1.days()).take_while(|day| *day < to);
    let kinds = days.filter_map(|day| calendar.day(day).value);
    kinds.into_iter().any(|day| day.kind == DayKind::Arranged)
}

/// Until when on the last day, by regime.
fn last_moment(regime: Regime) -> LastMoment {
    let cite = match regime {
        // 民法典 203(2) (in force 2021-01-01).
        Regime::CivilLimitation => Some(Article::new("cn/civil-code", "203")),
        Regime::CriminalProcedure => Some(Article::new("cn/criminal-procedure-law", "105")),
        Regime::CivilProcedure => Some(Article::new("cn/civil-procedure-law", "85")),
        Regime::Reconsideration => Some(Article::new("cn/reconsideration-law", "88")),
        Regime::AdministrativeSuit => Some(Article::new("cn/administrative-suit-law", "101")),
        Regime::PoliceProcedure => Some(Article::new("cn/police-administrative-rules", "35")),
        Regime::CriminalLimitation | Regime::PenaltyLimitation => None,
    };
    let until = if regime == Regime::CivilLimitation { Until::MidnightOrClose } else { Until::Day };
    LastMoment { until, posting_counts: regime.posting_counts(), cite }
}
