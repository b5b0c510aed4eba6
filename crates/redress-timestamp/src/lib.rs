//! Asks for RFC 3161 timestamps, reads tokens leniently and verifies them strictly.
//!
//! - **Takes**: bytes of queries, responses, bare tokens and certificates; the digests that we computed; a nonce
//!   that the edge drew; the trust roots that a person chose.
//! - **Gives**: a query in strict DER ([`Query`]), what a response or a token says ([`read`], [`Answer`],
//!   [`Token`]), certificates ([`Certificate`]), and a [`Report`] with one three-valued line a check
//!   ([`verify`]), of which revocation is never held.
//! - **Knows**: base. Nothing of bundles or cases, so that the other side's expert can read this room alone.
//! - **Never**: touches a disk, a network, a clock or a source of randomness; never keeps a secret key; never
//!   takes a time that is not signed; never judges a certificate at another time than the one in the token;
//!   never trusts a certificate that the person did not choose.
//! - **Source**: RFC 3161 and RFC 5816 (timestamps), RFC 5652 (CMS), RFC 5280 (certificates and paths),
//!   RFC 2634 and RFC 5035 (signing certificate), ITU-T X.690 (BER and DER), RFC 8017 (RSA), FIPS 186-5 (ECDSA),
//!   GB/T 32918-2016 (SM2), GB/T 32905-2016 (SM3), GM/T 0010 (SM2 in signed data); docs/timestamps.md.

mod armour;
mod ber;
mod number;

mod algorithm;
mod imprint;

mod query;

mod certificate;
mod extension;
mod name;

mod moment;
mod signed;
mod status;
mod token;

mod signature;

mod path;

mod binding;
mod checks;
mod report;
mod verification;

pub use algorithm::Digester;
pub use certificate::{Certificate, Holder};
pub use imprint::{Content, Imprint, Imprints};
pub use moment::{Accuracy, Moment};
pub use number::Number;
pub use query::Query;
pub use report::{Check, Line, Outcome, Report};
pub use status::{Granted, Status};
pub use token::{Answer, Form, Statement, Token, read};
pub use verification::{Asked, Trust, verify};
