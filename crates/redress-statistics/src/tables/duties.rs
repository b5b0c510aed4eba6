//! Police help (指导意见 11, unverified; 刑法 246(3)) and notices (指导意见 17, unverified in part).

use super::{Counting, heads};
use crate::atoms::{Grid, Sheet};
use crate::{Head, Timeliness, Unit};
use redress_base::Finding;
use std::collections::BTreeSet;

/// What became of requests for police help, by the day of each step.
pub(crate) fn help(counting: &mut Counting<'_>) -> Sheet {
    let events = ["requested", "declined", "court-asked", "no-reply", "collected", "cannot-collect"];
    let mut grid = Grid::new(counting.columns(), heads("statistics-help-", &events));
    for (case, step) in counting.steps() {
        if step.procedure == "police-help" {
            let unit = counting.track(case, "police-help", &step.track);
            grid.add(&step.event, &counting.column(step.on), unit);
        }
    }
    let mut sheet = grid.sheet("help", Unit::Cases, false);
    sheet.notes.push(Finding::note("statistics-note-steps"));
    sheet
}

/// Notices by whether they came in time.
pub(crate) fn notices(counting: &mut Counting<'_>) -> Sheet {
    let words = Timeliness::ALL.map(Timeliness::word);
    let mut grid = Grid::new(counting.columns(), heads("statistics-notice-", &words));
    for (key, notice) in all(counting) {
        let unit = counting.unit(key);
        grid.add(notice.timeliness.word(), &counting.column(notice.on), unit);
    }
    let mut sheet = grid.with_total().sheet("notices", Unit::Notices, true);
    sheet.notes.push(Finding::note("statistics-note-notices"));
    sheet
}

/// The same by duty.
pub(crate) fn by_duty(counting: &mut Counting<'_>) -> Sheet {
    let notices: Vec<_> =
        all(counting).into_iter().filter(|(_, notice)| counting.within(notice.on)).collect();
    let duties: BTreeSet<String> = notices.iter().map(|(_, notice)| notice.duty.clone()).collect();
    let rows = duties.iter().map(|duty| Head::new(duty, "statistics-duty").with("duty", duty.as_str()));
    let words = Timeliness::ALL.map(Timeliness::word);
    let mut grid = Grid::new(heads("statistics-notice-", &words), rows.collect());
    for (key, notice) in notices {
        let unit = counting.unit(key);
        grid.add(&notice.duty, notice.timeliness.word(), unit);
    }
    let mut sheet = grid.with_total().sheet("duties", Unit::Notices, true);
    sheet.notes.push(Finding::note("statistics-note-notices"));
    sheet
}

fn all(counting: &Counting<'_>) -> Vec<(String, crate::NoticeRow)> {
    let rows = counting.rows.iter().enumerate();
    let notices = rows.flat_map(|(case, row)| {
        row.notices.iter().enumerate().map(move |(at, one)| (format!("notice/{case}/{at}"), one.clone()))
    });
    notices.collect()
}
