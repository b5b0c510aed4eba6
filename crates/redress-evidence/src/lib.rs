//! Seals items, keeps the append-only log, plans the bundle, and verifies it.
//!
//! - **Takes**: bytes, the records of sealed items, a signing seed, and a [`verify::Folder`] that lends
//!   the files of a bundle.
//! - **Gives**: SHA-256 and SM3 in one pass ([`hash`]), canonical JSON ([`canonical`]), the log
//!   ([`merkle`], [`tiles`], [`checkpoint`], [`note`], [`proof`], [`witness`]), the plan of a bundle ([`bag`]) and a
//!   report on one, or on anybody's bag ([`verify`]): seven separate lines, of which origin is never held.
//! - **Knows**: base, timestamp, media. Nothing of posts, of facts or of law, so that the other side's expert can read
//!   this room alone.
//! - **Never**: touches a disk, a network, a clock or a source of randomness; never alters a byte of an
//!   item; never says that something was true before it was captured, nor takes a time that the
//!   bundle's own maker wrote as proof of time.
//! - **Source**: RFC 8493 (BagIt 1.0), RFC 6962 (Merkle trees), C2SP signed-note, tlog-checkpoint, tlog-tiles,
//!   tlog-cosignature, tlog-witness and tlog-proof, FIPS 180-4, GB/T 32905-2016, RFC 8785 (canonical JSON), RFC 3161
//!   (not yet checked).

pub mod canonical;
pub mod hash;
mod sm3;

mod item;
pub mod merkle;
pub mod note;

pub mod checkpoint;
pub mod proof;
pub mod tiles;
pub mod witness;

pub mod bag;
pub mod verify;

pub use item::{ItemSchema, SealedItem};
