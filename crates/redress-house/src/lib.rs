//! The house keeps itself: its plan is checked by tests, and no code is in here.
//!
//! - **Takes**: the repository as it lies on the disk, `house.toml`, the answer of `cargo metadata`.
//! - **Gives**: nothing to other rooms; its tests (`tests/it/`) fail where the house and its plan differ.
//! - **Knows**: no other room.
//! - **Never**: is linked into the product, or changes a file unless it is asked to
//!   (`REDRESS_HOUSE_WRITE=1` writes the code map and the windows of the pure rooms anew).
//! - **Source**: `house.toml`; ARCHITECTURE.md.
