//! The ports: what the use cases need from the world. The edges serve them.

pub use crate::register::{Ask, CaseRow, Listing, Order, Placed, Register};
use redress_base::{Digests, Refusal, Sha256, Stamp};
use std::io::Read;

/// Keeps one case: a ledger of lines and the sealed bytes.
///
/// A store *must*:
/// - make [`Store::append`] and [`Store::put`] durable before they return, all or nothing;
/// - never change or drop a line that it has acknowledged;
/// - hold the case against every other writer for as long as it lives
///   ([`redress_base::Fault::Busy`] for the second one).
pub trait Store {
    /// Every ledger line in order, exactly as appended (canonical JSON, without a line end).
    ///
    /// # Errors
    /// `Storage` where the ledger cannot be read or its chain is broken, with the first bad entry.
    fn ledger(&self) -> Result<Vec<String>, Refusal>;

    /// Appends lines after the one whose SHA-256 is `head` (all zeros for an empty ledger).
    ///
    /// # Errors
    /// `Busy` where `head` is no longer the last line; `Storage` where the disk would not do it.
    fn append(&mut self, lines: &[String], head: &Sha256) -> Result<(), Refusal>;

    /// Keeps bytes under their digest; the same bytes twice are kept once.
    ///
    /// # Errors
    /// `Storage` where the disk would not do it.
    fn put(&mut self, bytes: &[u8], digests: &Digests) -> Result<(), Refusal>;

    /// Keeps a long file while reading it once, and gives its digests.
    ///
    /// # Errors
    /// `Storage` where the disk would not do it, `Input` where the source cannot be read.
    fn put_stream(
        &mut self,
        source: &mut dyn Read,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Digests, Refusal>;

    /// Drops bytes that were put for a request that was then refused. Bytes that a ledger line names
    /// stay, whoever asks.
    ///
    /// # Errors
    /// `Storage` where the disk would not do it.
    fn forget(&mut self, digest: &Sha256) -> Result<(), Refusal>;

    /// Opens kept bytes for reading.
    ///
    /// # Errors
    /// `Storage` where they are missing or cannot be read.
    fn open(&self, digest: &Sha256) -> Result<Box<dyn Read + '_>, Refusal>;

    /// Every object that is kept, in the order of the digests, also one that no line names (yet).
    ///
    /// # Errors
    /// `Storage` where the list cannot be read.
    fn objects(&self) -> Result<Vec<Sha256>, Refusal>;

    /// The seed of the key that signs this case's log (Ed25519, RFC 8032).
    ///
    /// # Errors
    /// `Storage` where it is missing or cannot be read.
    fn signing_seed(&self) -> Result<[u8; 32], Refusal>;
}

/// Tells the time.
pub trait Clock {
    /// Now, and by whose clock.
    fn now(&self) -> Stamp;
}

/// Shows how far long work has come, and hears that the person wants to stop.
pub trait Progress {
    /// A stage begins: the code of its sentence, and how much there is to do, if known.
    fn begin(&mut self, stage: &str, total: Option<u64>);
    /// So much more of the stage is done.
    fn advance(&mut self, amount: u64);
    /// The stage is over.
    fn end(&mut self);
    /// Whether the person asked to stop; checked between steps that leave the case consistent.
    fn stopped(&self) -> bool;
}

/// Shows nothing and is never stopped.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quiet;

impl Progress for Quiet {
    fn begin(&mut self, _stage: &str, _total: Option<u64>) {}
    fn advance(&mut self, _amount: u64) {}
    fn end(&mut self) {}
    fn stopped(&self) -> bool {
        false
    }
}
