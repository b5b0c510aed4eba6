//! The matrix: `matrix.toml`, compiled in.

use crate::{Object, Role, UseCase};

/// What a row says about one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cell {
    /// May not.
    No,
    /// May.
    Yes,
    /// May where the scope of the membership holds the object.
    Given,
    /// May where the scope is the whole case.
    Whole,
    /// May where the thing is of one's own side or body, or addressed to it.
    Own,
}

/// One use case on one kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// What is done.
    pub use_case: UseCase,
    /// On what.
    pub object: Object,
    cells: [Cell; 10],
    /// Whether an entry has to be appended first.
    pub entry: bool,
    /// Why, in Chinese.
    pub zh: &'static str,
    /// Why, in English.
    pub en: &'static str,
    /// Articles.
    pub source: &'static str,
}

impl Row {
    /// What the row says about `role`.
    pub fn cell(&self, role: Role) -> Cell {
        let at = Role::ALL.iter().position(|one| *one == role);
        at.and_then(|at| self.cells.get(at)).copied().unwrap_or(Cell::No)
    }
}

/// Whom a role brings in, and whose membership it may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gives {
    /// The role.
    pub from: Role,
    /// Roles it brings in.
    pub adds: &'static [Role],
    /// Roles whose membership it ends, besides those that it gave itself.
    pub ends: &'static [Role],
    /// Why, in Chinese.
    pub zh: &'static str,
    /// Why, in English.
    pub en: &'static str,
}

/// Made by `build.rs`.
mod table {
    use super::{Cell, Gives, Object, Role, Row, UseCase};
    include!(concat!(env!("OUT_DIR"), "/matrix.rs"));
}

/// Every row, in the order of the file.
pub fn rows() -> &'static [Row] {
    table::ROWS
}

/// The row of a use case on a kind of thing; `None` where the one does not act on the other.
pub fn row(use_case: UseCase, object: Object) -> Option<&'static Row> {
    rows().iter().find(|row| row.use_case == use_case && row.object == object)
}

/// Who brings in whom.
pub fn gives() -> &'static [Gives] {
    table::GIVES
}
