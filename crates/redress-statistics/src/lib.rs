//! Statistics of a register of cases: tables, small cells withheld, published series beside them.
//!
//! - **Takes**: one [`Row`] a case, with days and codes and nothing that names anybody, out of its [`Record`]; what to
//!   count ([`Plan`]), with breaks and events; the published series of `statistics/published.toml`.
//! - **Gives**: a [`Release`] of [`Table`]s, each with scope, period, unit and notes; CSV, JSON, a page and SVG charts.
//! - **Knows**: base, words.
//! - **Never**: shows the id of a case; adds up two scopes; draws a line through a break; gives a small count that
//!   subtraction could bring back; says that one thing caused another.
//! - **Source**: the press conference of 2023-09-25 on the Guiding Opinions; 指导意见 8, 11, 13, 17 (in force
//!   2023-09-20); RFC 4180 (CSV).

mod atoms;
mod breaks;
mod events;
mod period;
mod plan;
mod published;
mod release;
mod row;
mod suit;
mod table;
mod tables;
mod withhold;
mod write;

pub use breaks::{TableBreak, read_breaks};
pub use events::{HotEvent, read_events};
pub use period::{By, Period};
pub use plan::{Plan, TABLES};
pub use published::{
    Beside, Break, Mark, PUBLISHED_SCHEMA, Point, Published, PublishedScope, PublishedValue, Series, Source,
};
pub use release::{RELEASE_SCHEMA, Release};
pub use row::{MarkStep, Milestone, NoticeRow, RECORD_SCHEMA, Record, Row, Scope, Timeliness};
pub use table::{Cell, Head, Line, Note, Table, Unit};
pub use write::{
    chart, csv, nothing_in, page, parts, published_csv, published_page, published_parts, published_text,
    text, title,
};
