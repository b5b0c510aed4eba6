//! The procedures of the Guiding Opinions as state machines, and the replay of what happened on them.
//!
//! - **Takes**: the files of `/procedure` (states, events, moves, crossings, each with its articles), and
//!   dated [`Event`]s with the numbers of their ledger entries.
//! - **Gives**: [`Procedures`] with findings on bad data; a [`Docket`]: for each track its state, its history
//!   and the facts that it establishes; what may follow and what the law closes ([`Moves`]); the canonical
//!   form of document numbers; each procedure as a diagram and a table.
//! - **Knows**: base, facts, law.
//! - **Never**: reads the clock, decides what a court or the police should do, settles a contested reading,
//!   or refuses a step without naming an article. It never proposes an offence without a living victim.
//! - **Source**: 法发〔2023〕14号 11-18 and the articles that each file of `/procedure` cites; docs/procedures/.

mod admit;
mod cite;
mod data;
mod diagram;
mod docket;
mod event;
mod form;
mod in_force;
mod moves;
pub mod number;
mod procedure;
mod procedures;
mod refuse;
mod sound;

pub use admit::{Admitted, says_who_acted};
pub use cite::Cite;
pub use diagram::{edges, markdown, mermaid, overview, page};
pub use docket::{Docket, Done, Fact, Track, TrackKey};
pub use event::{Acting, Event, Numbered};
pub use moves::{CallUse, ClosedMove, Moves, OpenMove, WaitingMove};
pub use number::NumberKind;
pub use procedure::{
    Beside, Call, Closing, EventKind, FactRule, Force, Move, Order, Procedure, Reason, State, Value, Within,
};
pub use procedures::Procedures;
