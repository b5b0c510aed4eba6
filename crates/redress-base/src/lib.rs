//! The words that evidence, facts and law all need.
//!
//! - **Takes**: nothing; this room defines values and has no guests.
//! - **Gives**: item ids, [`Digests`], [`Stamp`]s with their source, [`Count`]s as intervals with a
//!   [`Unit`], the interval truth [`Value`], citations ([`Span`] into evidence, [`Article`] of law),
//!   coded [`Finding`]s and [`Refusal`]s, and [`Private`] values.
//! - **Knows**: no other room.
//! - **Never**: a drawer for strays. A word lives here only when evidence, facts *and* law need it.
//!   Never prose: a finding is a code with arguments; sentences live in `locales/`.
//! - **Source**: docs/law-format.md (truth, dates); 刑法 99 (numbers are inclusive).

mod cite;
mod count;
mod digest;
mod finding;
mod instant;
mod item;
mod private;
mod truth;

pub use cite::{Article, Place, Span};
pub use count::{Count, Unit};
pub use digest::{DigestText, Digests, Hex, Sha256, Sm3};
pub use finding::{Arg, Fault, Finding, Level, Refusal};
pub use instant::{BEIJING_OFFSET_SECONDS, Date, Instant, Stamp, TimeSource};
pub use item::ItemId;
pub use private::Private;
pub use truth::{Truth, Value};
