//! Working days and holidays, the ends of periods, an agenda of dates, and its iCalendar form.
//!
//! - **Takes**: one dated file a year of days off and moved working days ([`read_year`]); a [`Term`]: a period of
//!   the law book with its day of start, stops and restarts; the dates of a case as [`Item`]s.
//! - **Gives**: a [`Calendar`] whose every answer names the years it rests on; an [`End`]: the strict day, the day
//!   with holidays, the relief; a sorted agenda; the text of an `.ics` file ([`ics`]).
//! - **Knows**: base, law.
//! - **Never**: guesses a year that it has no file of; puts a holiday into a strict day; reads the clock; puts a
//!   name of a person into an export (a case has a cover name).
//! - **Source**: calendar/cn (the notices, each with its source), 全国年节及纪念日放假办法, 刑事诉讼法 105-106,
//!   民事诉讼法 85-86, 民法典 194-204, 行政诉讼法 48, 行政复议法 20 and 88, 行政处罚法 85, RFC 5545.

mod agenda;
mod calendar;
mod end;
pub mod ics;
mod stops;
mod term;
mod year;

pub use agenda::{Item, Kind, State, sort, state, within};
pub use calendar::{Basis, Calendar, Day, DayKind, Told};
pub use end::{End, HourEnd, LastMoment, Relief, Unextended, Until};
pub use term::{Stop, Term};
pub use year::{Holiday, Notice, Statutory, Year, read_year};
