//! What a media file says of itself, and OpenTimestamps proofs beside files: proofs that others made.
//!
//! - **Takes**: a name and a [`Source`] that lends the bytes of one file: JPEG, PNG, WebP, MP4 and its kin, PDF;
//!   the bytes of an `.ots` proof; the header of a Bitcoin block that a person looked up.
//! - **Gives**: a [`Statement`]: the AI label of GB 45438 with its place ([`Label`]), the active C2PA manifest with
//!   which of its hashes and signatures hold ([`Provenance`]), what a camera wrote ([`Camera`]); a [`Proof`] with
//!   the digest that it is about and each attestation ([`read_proof`]), and whether a block's header agrees
//!   ([`Header`]); whether a file ends before its end, also a GIF or another RIFF ([`ends_early`]); findings with the place.
//! - **Knows**: base.
//! - **Never**: touches a disk, a network, a clock or randomness; holds a whole file in memory; keeps a position
//!   (only that one is recorded); judges whom a certificate names; takes a missing label for a sign that nothing
//!   was generated, or a present one for a proof that something was.
//! - **Source**: GB 45438-2025 appendix E; C2PA 2.2 (manifests, hard bindings); ISO 19566-5 (JUMBF); RFC 8949
//!   (CBOR); RFC 9052 and RFC 9360 (COSE, x5chain); CIPA DC-008 (Exif 2.32); ISO 16684-1 (XMP); ISO/IEC 10918-1,
//!   RFC 2083 (PNG), RFC 9649 (WebP), ISO/IEC 14496-12; the format of opentimestamps; docs/media.md.

pub mod limits;

mod bytes;
mod findings;
mod source;

mod bmff;
mod jpeg;
mod kind;
mod pdf;
mod png;
mod pulled;
mod webp;

mod aigc;
mod exif;
mod xmp;

mod cbor;
mod jumbf;

mod c2pa;

mod describe;
mod ends;
mod statement;

mod ots;

pub use aigc::{Label, Meaning};
pub use c2pa::{Action, Assertion, Binding, Ingredient, Provenance, Signer, TimeToken};
pub use describe::describe;
pub use ends::ends_early;
pub use exif::Camera;
pub use kind::Kind;
pub use ots::{Attestation, Comparison, Header, Operation, Proof, Witness, is_proof, read_proof};
pub use source::Source;
pub use statement::{Outcome, Place, Statement};

#[doc(hidden)]
pub mod parsers {
    //! The inner readers, for fuzzing alone.
    pub use crate::aigc::read as aigc;
    pub use crate::c2pa::read_store as c2pa;
}
