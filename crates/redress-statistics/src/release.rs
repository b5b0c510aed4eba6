//! A release: tables made together, so that what one withholds no other gives away.

use crate::atoms::{Draft, Sheet, Units};
use crate::tables::{Counting, all};
use crate::withhold::{Count, withheld};
use crate::{Beside, Cell, Line, Plan, Published, Row, Scope, Table};
use redress_base::{Date, Fault, Finding, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Schema of a release.
pub const RELEASE_SCHEMA: &str = "redress/statistics/1";

/// More columns than this nobody reads: a wrong date is more likely.
const MOST_PERIODS: usize = 240;

/// Tables made together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Release {
    /// [`RELEASE_SCHEMA`].
    pub schema: String,
    /// What the register covers.
    pub scope: Scope,
    /// First day counted.
    #[schemars(with = "String")]
    pub from: Date,
    /// Last day counted.
    #[schemars(with = "String")]
    pub to: Date,
    /// The day as of which cases stand where they stand.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// By what the columns are divided.
    pub by: crate::By,
    /// Counts from 1 to one less than this are withheld.
    pub threshold: u64,
    /// The events laid beside the weeks.
    pub events: Vec<crate::HotEvent>,
    /// Days from which a table counts something else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<crate::TableBreak>,
    /// The tables.
    pub tables: Vec<Table>,
    /// Published figures beside own ones, or why they do not stand beside them.
    pub beside: Vec<Beside>,
}

impl Release {
    /// Counts rows of one scope.
    ///
    /// # Errors
    /// `Usage` where rows of another scope are among them (figures of two scopes are never added up), or where the days
    /// run backwards or make too many columns.
    pub fn of(rows: &[Row], plan: &Plan, published: &Published) -> Result<Release, Refusal> {
        if let Some(other) = rows.iter().find(|row| row.scope != plan.scope) {
            let found =
                Finding::error("statistics-scopes-differ").with("scope", plan.scope.register.as_str());
            return Err(found.with("other", other.scope.register.as_str()).refuse(Fault::Usage));
        }
        let seen: Vec<Row> = rows.iter().map(|row| as_of(row, plan.as_of)).collect();
        let (from, to) = days(&seen, plan)?;
        let mut counting = Counting {
            rows: &seen,
            by: plan.by,
            from,
            to,
            as_of: plan.as_of,
            events: &plan.events,
            units: Units::default(),
        };
        let sheets = all(&mut counting);
        let frame = Frame { plan, from, to };
        let tables = frame.tables(&sheets, &counting.units);
        let beside = published.beside(&plan.scope, plan.by, &tables);
        Ok(Release {
            schema: RELEASE_SCHEMA.to_owned(),
            scope: plan.scope.clone(),
            from,
            to,
            as_of: plan.as_of,
            by: plan.by,
            threshold: plan.threshold,
            events: plan.events.clone(),
            breaks: plan.breaks.clone(),
            tables,
            beside,
        })
    }

    /// Reads a release that was kept as JSON.
    ///
    /// # Errors
    /// `Storage` where it is something else.
    pub fn from_json(text: &str) -> Result<Release, Refusal> {
        let odd = || Finding::error("statistics-release-odd").refuse(Fault::Storage);
        let read: Release = serde_json::from_str(text).map_err(|_| odd())?;
        if read.schema == RELEASE_SCHEMA { Ok(read) } else { Err(odd()) }
    }

    /// The release with this table alone; what was withheld for the sake of the others stays withheld.
    #[must_use]
    pub fn only(mut self, table: &str) -> Release {
        self.tables.retain(|one| one.id == table);
        self.beside.retain(|one| one.table == table);
        self
    }
}

/// A row without what came after that day.
fn as_of(row: &Row, day: Date) -> Row {
    let mut row = row.clone();
    row.milestones.retain(|step| step.on <= day);
    row.notices.retain(|notice| notice.on <= day);
    row
}

/// The first and the last day to count.
fn days(rows: &[Row], plan: &Plan) -> Result<(Date, Date), Refusal> {
    let dates = rows.iter().flat_map(|row| {
        row.milestones
            .iter()
            .map(|step| step.on)
            .chain(row.notices.iter().map(|one| one.on))
            .chain([row.opened])
    });
    let to = plan.to.unwrap_or(plan.as_of).min(plan.as_of);
    let from = plan.from.unwrap_or_else(|| dates.min().unwrap_or(to).min(to));
    let columns = || crate::Period::between(plan.by, from, to).len();
    let code = if to < from {
        Some("statistics-days-backwards")
    } else {
        (columns() > MOST_PERIODS).then_some("statistics-too-many-periods")
    };
    code.map_or(Ok((from, to)), |code| {
        let found = Finding { code: code.to_owned(), ..Finding::error("statistics-days-backwards") };
        Err(found.with("from", from.to_string()).with("to", to.to_string()).refuse(Fault::Usage))
    })
}

/// What every table of a release shares.
struct Frame<'a> {
    plan: &'a Plan,
    from: Date,
    to: Date,
}

/// Where a count stands: sheet, row, column.
type Place = (usize, usize, usize);

impl Frame<'_> {
    fn tables(&self, sheets: &[Sheet], units: &Units) -> Vec<Table> {
        let mut places: Vec<Place> = Vec::new();
        let mut counts: Vec<Count<'_>> = Vec::new();
        for (s, sheet) in sheets.iter().enumerate() {
            for (r, (_, cells)) in sheet.rows.iter().enumerate() {
                for (c, cell) in cells.iter().enumerate() {
                    if let Draft::Count(set) = cell {
                        places.push((s, r, c));
                        counts.push(Count { units: set, value: units.sum(set), rank: sheet.rank(r, c) });
                    }
                }
            }
        }
        let at = |place: Place| places.binary_search(&place).ok();
        let mut lines = Vec::new();
        for (s, sheet) in sheets.iter().enumerate() {
            lines.extend(
                sheet
                    .lines()
                    .into_iter()
                    .map(|line| line.into_iter().filter_map(|(r, c)| at((s, r, c))).collect::<Vec<usize>>()),
            );
        }
        let hidden = withheld(&counts, &lines, self.plan.threshold);
        let shown = |place: Place| {
            let at = at(place)?;
            let count = counts.get(at).filter(|_| hidden.get(at) == Some(&false))?;
            Some(count.value)
        };
        sheets.iter().enumerate().map(|(s, sheet)| self.table(s, sheet, &shown)).collect()
    }

    /// The breaks of a table that part its time. On its first day nothing has been counted yet that could be another.
    fn breaks(&self, table: &str) -> Vec<crate::Break> {
        let own = self.plan.breaks.iter().filter(|one| one.table == table);
        own.filter(|one| self.from < one.at.on && one.at.on <= self.to).map(|one| one.at.clone()).collect()
    }

    fn table(&self, s: usize, sheet: &Sheet, shown: &dyn Fn(Place) -> Option<u64>) -> Table {
        let cell = |r: usize, c: usize, draft: &Draft| match draft {
            Draft::Count(_) => shown((s, r, c)).map_or(Cell::Withheld, |n| Cell::Count { n }),
            Draft::Median(units, half_days) => match shown((s, r, 0)) {
                None => Cell::Withheld,
                Some(0) => Cell::None,
                Some(_) => median(units, *half_days, self.plan.threshold),
            },
            Draft::Share(part, base) => match (shown((s, *part, c)), shown((s, *base, c))) {
                (Some(part), Some(base)) => share(part, base),
                _ => Cell::Withheld,
            },
        };
        let rows = sheet.rows.iter().enumerate().map(|(r, (head, cells))| Line {
            head: head.clone(),
            cells: cells.iter().enumerate().map(|(c, draft)| cell(r, c, draft)).collect(),
        });
        let rows: Vec<Line> = rows.collect();
        let mut notes = sheet.notes.clone();
        let hides = rows.iter().flat_map(|line| &line.cells).any(|cell| *cell == Cell::Withheld);
        if hides {
            let last = self.plan.threshold.saturating_sub(1);
            notes.push(Finding::note("statistics-note-withheld").with("last", last));
        }
        Table {
            id: sheet.id.to_owned(),
            title: format!("statistics-table-{}", sheet.id),
            scope: self.plan.scope.clone(),
            from: self.from,
            to: self.to,
            as_of: self.plan.as_of,
            unit: sheet.unit,
            columns: sheet.columns.clone(),
            rows,
            breaks: self.breaks(sheet.id),
            notes,
            sources: vec![Finding::note("statistics-source-ledgers")],
        }
    }
}

/// A median rests on at least as many cases as a count that may be printed.
fn median(units: &BTreeSet<usize>, half_days: u64, threshold: u64) -> Cell {
    let enough = u64::try_from(units.len()).unwrap_or(u64::MAX) >= threshold;
    if enough { Cell::MedianDays { half_days } } else { Cell::Withheld }
}

/// A share in hundredths of a percent, rounded half up.
pub(crate) fn share(part: u64, base: u64) -> Cell {
    if base == 0 {
        return Cell::None;
    }
    let (part, base) = (u128::from(part), u128::from(base));
    let hundredths = (part * 20_000 + base) / (2 * base);
    Cell::Share { hundredths: u64::try_from(hundredths).unwrap_or(u64::MAX) }
}

impl Sheet {
    /// Which counts are printed first where not all can be: sums before their parts, those of the funnel before all.
    fn rank(&self, row: usize, column: usize) -> u8 {
        let last = self.total_column && column.saturating_add(1) == self.columns.len();
        let sum = last || self.row_sums.iter().any(|(sum, _)| *sum == row);
        u8::from(!sum) * 2 + u8::from(self.id != "funnel")
    }

    /// The parts of every sum, by row and column.
    fn lines(&self) -> Vec<Vec<(usize, usize)>> {
        let wide = self.columns.len();
        let mut lines = Vec::new();
        for (_, parts) in &self.row_sums {
            lines.extend((0..wide).map(|column| parts.iter().map(|row| (*row, column)).collect()));
        }
        if self.total_column {
            let parts = wide.saturating_sub(1);
            lines.extend((0..self.rows.len()).map(|row| (0..parts).map(|column| (row, column)).collect()));
        }
        lines
    }
}
