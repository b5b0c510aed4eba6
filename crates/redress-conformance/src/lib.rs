//! What every store has to keep, written once and run on each of them.
//!
//! - **Takes**: a [`Place`]: one new case in some store, and how to damage it behind the store's back.
//! - **Gives**: the checks, one function each; [`suite!`], which makes a test of every one; [`act`], which
//!   plays the other process; and [`Cluster`] and [`S3Server`], real servers that a test starts for itself.
//! - **Knows**: base, evidence, workbench.
//! - **Never**: reaches beyond this machine's loopback address, leaves a server running; knows which store it looks at. Where two stores name a refusal by their own room, what
//!   follows the room's name is the same.
//! - **Source**: the promises of [`redress_workbench::ports::Store`].
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "the checks are tests: a panic here is a failed test of the store that called them"
)]

mod ledger;
mod objects;
mod postgres_server;
mod random;
mod s3_server;
mod words;
mod writers;

pub use ledger::*;
pub use objects::*;
pub use postgres_server::{Cluster, shared_cluster};
pub use random::*;
pub use s3_server::{ACCESS_KEY, BUCKET, S3Server, SECRET_KEY, shared_s3};
pub use words::{Chance, append, digests, head, line, told};
pub use writers::*;

use redress_base::{Refusal, Sha256};
use redress_workbench::ports::Store;
use std::process::Command;

/// One case in some store, which begins empty and whose signing seed is [`SEED`].
pub trait Place: Sync {
    /// Opens the case.
    ///
    /// # Errors
    /// Whatever the store refuses.
    fn open(&self, write: bool) -> Result<Box<dyn Store>, Refusal>;
    /// Takes an object away behind the store's back.
    fn lose(&self, digest: &Sha256);
    /// Overwrites an object behind the store's back.
    fn alter(&self, digest: &Sha256);
    /// A command that runs [`act`] with `job` on this case in a process of its own.
    fn other_process(&self, job: &str) -> Command;
}

/// The signing seed of the case of every place.
pub const SEED: [u8; 32] = [42; 32];

/// Makes a test of every check. `$place` is a function that gives `Option<Box<dyn Place>>`: `None` where
/// the store cannot be had here, after it has said `SKIPPED` and why.
#[macro_export]
macro_rules! suite {
    ($place:expr) => {
        $crate::suite!(@ $place;
            lines_come_back_byte_for_byte_after_reopening
            an_append_is_all_or_nothing
            a_line_that_does_not_follow_is_refused
            a_late_writer_is_told_that_the_ledger_has_gone_on
            hostile_words_are_kept_as_they_are
            many_lines_in_one_append
            reading_changes_nothing
            the_seed_stays
            the_same_bytes_are_kept_once
            a_long_object_streams_through
            an_object_that_is_missing_or_altered_is_named
            what_the_ledger_names_is_never_forgotten
            a_source_that_breaks_off_leaves_nothing_behind
            a_second_writer_is_refused_until_the_first_one_ends
            racing_threads_never_fork_the_chain
            racing_processes_never_fork_the_chain
            a_store_is_a_list_of_lines_and_a_set_of_objects
        );
    };
    (@ $place:expr; $($check:ident)*) => {
        $(
            #[test]
            fn $check() {
                if let Some(place) = $place(stringify!($check)) {
                    $crate::$check(&*place);
                }
            }
        )*
    };
}
