//! The corridor: use cases, and the ports they need.
//!
//! - **Takes**: requests of a person (open, add, measure, claim, assess, pack, verify, recompute) and
//!   the ports of the world: a [`Store`], a [`Clock`], a [`Progress`].
//! - **Gives**: one function a use case; values for whoever shows them.
//! - **Knows**: every pure room; no edge.
//! - **Never**: touches a disk, a clock or a terminal itself; never decides for a person.
//! - **Source**: design.md §3, §6.

mod ports;

pub use ports::{Clock, Progress, Quiet, Store};
