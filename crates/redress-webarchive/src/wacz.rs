//! WACZ 1.1.1: a zip of WARCs, indexes and pages with a manifest; read, verified and written.
//!
//! Stricter than `wacz validate`: every member but the manifest and its digest must be listed, whatever its
//! name; members must stand where the format puts them; WARCs and packed indexes must be stored and not
//! compressed; a signature counts only if it holds.

mod container;
mod index;
mod package;
mod pages;
mod signature;
mod verify;
mod write;

pub use write::{NewPage, Plan, write};

pub(crate) use container::{Place, has_package, places};
pub(crate) use verify::describe;
