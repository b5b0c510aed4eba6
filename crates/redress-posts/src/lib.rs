//! Reads posts, accounts and counters out of sealed bytes; one description a format.
//!
//! - **Takes**: the bytes of a sealed item with its id and name, a [`TableOpener`] for databases.
//! - **Gives**: a [`Corpus`] of [`Post`]s, [`Account`]s, [`Observation`]s and [`Sighting`]s, each with a
//!   span of the original bytes.
//! - **Knows**: base.
//! - **Never**: guesses silently, repairs silently, reverses a hash, links accounts beyond the person's
//!   own files, reads half a file.
//! - **Source**: evidence.md §5 (formats as their writers write them); RFC 4180 (CSV), RFC 8259 (JSON);
//!   GB 18030-2022 by way of the WHATWG decoder.

mod arena;
mod corpus;
mod draft;
mod index;
mod key;
mod post;
mod tables;

pub use corpus::{Corpus, Reference};
pub use draft::{At, Author, Counter, Draft, Kept, Link};
pub use post::{
    Account, AccountIx, KnownBy, Observation, Post, PostIx, PostKind, Sighting, SightingIx, Space, Subject,
    TopicIx,
};
pub use tables::{Cell, NoTables, TableOpener, Tables};
