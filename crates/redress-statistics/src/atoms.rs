//! Tables before anything is withheld: each count knows what it counts, so that two tables of one release can be seen
//! to count the same.

use crate::{Head, Note, Unit};
use std::collections::{BTreeMap, BTreeSet};

/// What is counted, one by one: a case, a file, a notice, the persons of one decision.
#[derive(Default)]
pub(crate) struct Units {
    named: BTreeMap<String, usize>,
    weights: Vec<u64>,
}

impl Units {
    /// The number of a unit; the same key is the same unit in every table.
    pub(crate) fn unit(&mut self, key: String, weight: u64) -> usize {
        let next = self.weights.len();
        let weights = &mut self.weights;
        *self.named.entry(key).or_insert_with(|| {
            weights.push(weight);
            next
        })
    }

    /// How much a set of units counts.
    pub(crate) fn sum(&self, set: &BTreeSet<usize>) -> u64 {
        set.iter().filter_map(|one| self.weights.get(*one)).sum()
    }
}

/// A cell before anything is withheld.
#[derive(Clone, Debug)]
pub(crate) enum Draft {
    /// The count of these units.
    Count(BTreeSet<usize>),
    /// A median over these units, in half days.
    Median(BTreeSet<usize>, u64),
    /// The row's share of another row of the same column: numbers of the two rows.
    Share(usize, usize),
}

/// A table before anything is withheld.
pub(crate) struct Sheet {
    pub(crate) id: &'static str,
    pub(crate) unit: Unit,
    pub(crate) columns: Vec<Head>,
    pub(crate) rows: Vec<(Head, Vec<Draft>)>,
    /// Rows that other rows add up to: the sum, its parts.
    pub(crate) row_sums: Vec<(usize, Vec<usize>)>,
    /// Whether the last column is the sum of the others.
    pub(crate) total_column: bool,
    pub(crate) notes: Vec<Note>,
}

/// Counts units into rows and columns that are known beforehand.
pub(crate) struct Grid {
    columns: Vec<Head>,
    rows: Vec<(Head, Vec<BTreeSet<usize>>)>,
}

impl Grid {
    /// An empty grid; a last column counts everything.
    pub(crate) fn new(mut columns: Vec<Head>, rows: Vec<Head>) -> Grid {
        columns.push(Head::new("total", "statistics-total"));
        let wide = columns.len();
        Grid { rows: rows.into_iter().map(|head| (head, vec![BTreeSet::new(); wide])).collect(), columns }
    }

    /// Counts a unit, once a row; what lies outside the columns is not counted.
    pub(crate) fn add(&mut self, row: &str, column: &str, unit: usize) {
        let last = self.columns.len().saturating_sub(1);
        let Some(place) = self.columns.iter().position(|head| head.id == column) else { return };
        let Some((_, cells)) = self.rows.iter_mut().find(|(head, _)| head.id == row) else { return };
        if cells.get(last).is_some_and(|cell| cell.contains(&unit)) {
            return;
        }
        for at in [place, last] {
            if let Some(cell) = cells.get_mut(at) {
                cell.insert(unit);
            }
        }
    }

    /// Leaves out the rows in which nothing was counted.
    pub(crate) fn drop_empty(&mut self) {
        self.rows.retain(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()));
    }

    /// Adds a row in which everything above is counted once.
    pub(crate) fn with_total(mut self) -> Grid {
        let wide = self.columns.len();
        let all = (0..wide)
            .map(|at| self.rows.iter().filter_map(|(_, cells)| cells.get(at)).flatten().copied().collect());
        let all: Vec<BTreeSet<usize>> = all.collect();
        self.rows.push((Head::new("total", "statistics-total"), all));
        self
    }

    /// The number of a row.
    pub(crate) fn row(&self, id: &str) -> Option<usize> {
        self.rows.iter().position(|(head, _)| head.id == id)
    }

    /// The sheet; where `total` says so, the last row is the sum of the others.
    pub(crate) fn sheet(self, id: &'static str, unit: Unit, total: bool) -> Sheet {
        let last = self.rows.len().saturating_sub(1);
        let rows = self
            .rows
            .into_iter()
            .map(|(head, cells)| (head, cells.into_iter().map(Draft::Count).collect::<Vec<_>>()));
        Sheet {
            id,
            unit,
            columns: self.columns,
            rows: rows.collect(),
            row_sums: if total { vec![(last, (0..last).collect())] } else { Vec::new() },
            total_column: true,
            notes: Vec::new(),
        }
    }
}
