//! Verifies a bundle, or anybody's bag, out of a folder or a zip: what the stand-alone program does, and `redress verify`.
//!
//! - **Takes**: a path, and the keys that the reader knows.
//! - **Gives**: a report ([`check`]), its lines in words ([`line`], [`finding_lines`]), the verdict and its exit code.
//! - **Knows**: base, timestamp, evidence, words.
//! - **Never**: unpacks anything to a name, follows a link, writes, opens a database or a connection; never holds a whole
//!   file of the payload.
//! - **Source**: docs/bundle.md; POSIX.1-2024 `openat`; PKWARE APPNOTE 6.3.10 (zip).

mod archive;
mod disk;
mod frame;
mod member;
mod program;
mod source;
mod told;

pub use program::program;
pub use source::{Source, check, open};
pub use told::{exit_code, finding_lines, line, refusal_document, verdict};
