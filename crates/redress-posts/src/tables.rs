//! What this room needs of a database file. The store room opens SQLite; here nobody does.

use redress_base::{Fault, Finding, Refusal};

/// One value of a database record.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// No value.
    Null,
    /// A whole number.
    Integer(i64),
    /// A floating number.
    Real(f64),
    /// Text.
    Text(String),
    /// Bytes; no format that is read here keeps words in them.
    Blob(Vec<u8>),
}

/// Opens the bytes of a database file, read-only and without leaving anything on disk.
pub trait TableOpener {
    /// Opens the whole file.
    ///
    /// # Errors
    /// `Fault::Input` where the bytes are not a sound database.
    fn open(&self, bytes: &[u8]) -> Result<Box<dyn Tables>, Refusal>;
}

/// What is done with each record: its rowid and the wanted cells.
pub type Each<'a> = &'a mut (dyn FnMut(i64, &[Cell]) -> Result<(), Refusal> + 'a);

/// The tables of one opened database.
pub trait Tables {
    /// The names of the ordinary tables.
    ///
    /// # Errors
    /// `Fault::Input` where the database cannot be read.
    fn names(&self) -> Result<Vec<String>, Refusal>;

    /// The column names of a table, in its own order.
    ///
    /// # Errors
    /// `Fault::Input` where the table cannot be read.
    fn columns(&self, table: &str) -> Result<Vec<String>, Refusal>;

    /// Calls `each` with the rowid and the cells of `columns` for every record, in rowid order.
    ///
    /// # Errors
    /// `Fault::Input` where the table cannot be read, and whatever `each` refuses.
    fn rows(&self, table: &str, columns: &[&str], each: Each<'_>) -> Result<(), Refusal>;
}

/// Refuses every database: for callers that have none to open.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoTables;

impl TableOpener for NoTables {
    fn open(&self, _bytes: &[u8]) -> Result<Box<dyn Tables>, Refusal> {
        Err(Finding::error("posts-no-database-here").refuse(Fault::Input))
    }
}
