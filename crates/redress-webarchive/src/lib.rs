//! Web archives: what a capture holds, what it says of itself, and whether that holds.
//!
//! - **Takes**: a name and a [`Source`] that lends the bytes of one file: WARC 1.0 and 1.1 (plain or gzip),
//!   WACZ, HAR 1.2, MHTML, or a page saved as one HTML file. For writing: records, pages, dates and ids.
//! - **Gives**: its [`Kind`], told by its bytes; a [`Description`] with tool, pages, parts with their bytes
//!   and SHA-256, and the integrity statements found in it with how many hold; findings with record and
//!   byte; the [`Bodies`] of its parts, by their places. WARC records ([`warc`]) and a WACZ 1.1.1 ([`wacz`]) written so that the same input gives the
//!   same bytes.
//! - **Knows**: base.
//! - **Never**: touches a disk, a network, a clock or randomness; holds a whole file in memory; alters or
//!   runs what was captured; takes a digest that a file states of itself as proof of where it came from.
//! - **Source**: ISO 28500:2017 (WARC 1.1), WACZ 1.1.1, WACZ-Auth 0.1.0, CDXJ 0.1.0, HAR 1.2, RFC 2557
//!   (MHTML), RFC 9112 (HTTP/1.1), RFC 1952 (gzip), APPNOTE.TXT 6.3.10 (zip).

pub mod limits;

mod date;
mod digest;
mod findings;
mod source;

mod description;
mod kind;

mod base64_body;
mod chunked;
mod html;
mod http;
mod json;
mod lines;
mod quoted_printable;

pub mod warc;

pub mod wacz;

mod har;
mod har_entry;
mod mhtml;
mod saved_page;

mod bodies;
mod describe;

pub use bodies::Bodies;
pub use describe::describe;
pub use description::{Claim, Description, Page, Part, Subject};
pub use har_entry::Message;
pub use kind::Kind;
pub use source::Source;
