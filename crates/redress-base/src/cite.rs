//! Citations: a span of sealed evidence, and an article of law.

use crate::ItemId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// Where inside a sealed item a value stands. Byte offsets count from 0, the end is not included;
/// rows and lines count from 1 and include the header.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "at", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Place {
    /// The whole item.
    Whole,
    /// A run of bytes.
    Bytes {
        /// First byte.
        start: u64,
        /// Byte after the last.
        end: u64,
    },
    /// A row of a table file or an object of a JSON file, with its bytes.
    Row {
        /// Row, record or line number, from 1.
        row: u64,
        /// First byte of the row.
        start: u64,
        /// Byte after the row.
        end: u64,
        /// Column header or JSON key, where one value of the row is meant.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        field: Option<String>,
    },
    /// A row of a database table (SQLite), by its rowid.
    Record {
        /// Table name.
        table: String,
        /// SQLite rowid.
        rowid: i64,
        /// Column, where one value of the record is meant.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        field: Option<String>,
    },
}

/// A place in a sealed item: what every figure and fact points to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The sealed item.
    pub item: ItemId,
    /// The place inside it.
    pub place: Place,
}

impl Span {
    /// The whole item.
    pub const fn whole(item: ItemId) -> Span {
        Span { item, place: Place::Whole }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.item)?;
        let field = match &self.place {
            Place::Whole => None,
            Place::Bytes { start, end } => {
                write!(f, " bytes {start}..{end}")?;
                None
            }
            Place::Row { row, start, end, field } => {
                write!(f, " row {row} bytes {start}..{end}")?;
                field.as_deref()
            }
            Place::Record { table, rowid, field } => {
                write!(f, " table {table} rowid {rowid}")?;
                field.as_deref()
            }
        };
        field.map_or(Ok(()), |name| write!(f, " [{name}]"))
    }
}

/// A place in a legal instrument, as the law book names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// The instrument's folder in the law book: `"cn/criminal-law"`. Shared: every step of an explanation names it.
    pub instrument: Arc<str>,
    /// The article as the instrument numbers it: `"246"`, `"253-1"`.
    pub article: Arc<str>,
    /// Paragraph or item, where one is meant: `"1"`, `"2(1)"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Arc<str>>,
}

impl Article {
    /// An article without a narrower item.
    pub fn new(instrument: &str, article: &str) -> Article {
        Article { instrument: instrument.into(), article: article.into(), item: None }
    }

    /// The same article, narrowed to a paragraph or item.
    #[must_use]
    pub fn item(mut self, item: &str) -> Article {
        self.item = Some(item.into());
        self
    }
}

impl fmt::Display for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.instrument, self.article)?;
        self.item.as_deref().map_or(Ok(()), |item| write!(f, "({item})"))
    }
}
