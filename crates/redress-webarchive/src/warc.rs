//! WARC 1.0 and 1.1 (ISO 28500:2017): read record by record, checked, and written.
//!
//! [`read`] streams a file, plain or gzip, and shows each [`Record`] with the outcome of its digests;
//! a payload is never held. [`Writer`] writes `warcinfo`, `resource` and `response` records, one gzip
//! member a record, the same bytes for the same input.

mod block;
mod head;
mod members;
mod read;
mod record;
mod write;

pub use read::{Read, Summary, read};
pub use record::{Checked, Record};
pub use write::{Captured, RecordId, Writer, Written};

pub(crate) use read::{body, describe};
pub(crate) use write::{failed, pieces};
