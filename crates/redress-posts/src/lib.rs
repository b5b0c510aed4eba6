//! Reads posts, accounts and counters out of sealed bytes; one description a format.
//!
//! - **Takes**: the bytes of a sealed item with its id and name, a [`TableOpener`] for databases.
//! - **Gives**: a [`Corpus`] of [`Post`]s, [`Account`]s, [`Observation`]s and [`Sighting`]s, each with a
//!   span of the original bytes, and a [`ReaderReport`] of what was skipped, repeated, ragged, rounded,
//!   undated or assumed.
//! - **Knows**: base.
//! - **Never**: guesses silently, repairs silently, reverses a hash, links accounts beyond the person's
//!   own files, reads half a file.
//! - **Source**: docs/formats.md (formats as their writers write them); RFC 4180 (CSV), RFC 8259 (JSON);
//!   GB 18030-2022 by way of the WHATWG decoder.

// The values.
mod arena;
mod corpus;
mod draft;
mod index;
mod key;
mod post;
// From bytes to rows.
mod charset;
mod csv;
mod json;
mod magic;
mod row;
mod tables;
// From rows to posts.
mod engine;
mod formats;
mod mapping;
mod plan;
mod report;
mod shown;
mod when;
// The doors.
mod columns;
mod csv_file;
mod database;
mod json_file;
mod read;
mod sniff;

pub use charset::Charset;
pub use columns::{Chosen, FirstRows, Means, are_names, first_rows, mapping_file};
pub use corpus::{Corpus, Reference};
pub use draft::{At, Author, Counter, Draft, Kept, Link};
pub use mapping::Mapping;
pub use post::{
    Account, AccountIx, KnownBy, Observation, Post, PostIx, PostKind, Sighting, SightingIx, Space, Subject,
    TopicIx,
};
pub use read::read;
pub use report::ReaderReport;
pub use sniff::{Sniff, sniff};
pub use tables::{Cell, Each, NoTables, TableOpener, Tables};
