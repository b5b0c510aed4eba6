//! Measures: what the sealed posts add up to, one measure a file.
//!
//! - **Takes**: a [`Corpus`](redress_posts::Corpus) and [`Params`].
//! - **Gives**: [`Statements`] (posts that say the same), [`Measures`] (every [`Figure`] with the
//!   evidence it was counted from, timelines, first and last acts), and claims for the hall
//!   ([`into_facts`]).
//! - **Knows**: base, posts, facts.
//! - **Never**: judges, scores a person, names an account, links accounts, adds counts of different
//!   units, or turns "not observed" into nought. Same input, same figures: no clock, no randomness,
//!   no rounding.
//! - **Source**: 法释〔2013〕21号 articles 2 and 4 (in force 2013-09-10): views and reposts of the same
//!   information are counted separately; docs/measures, one page a measure.

mod params;
pub mod text;

mod figure;
mod gather;
mod id;
mod statements;

mod acts;
mod captured;
mod counter;
mod ground;

mod comments;
mod group_members;
mod likes;
mod pace;
mod plays;
mod reach;
mod repost_tree;
mod reposts;
mod stages;
mod timeline;
mod topic_reads;
mod views;
mod volume;

mod into_facts;
mod measure;

pub use acts::{Act, Acts};
pub use figure::{Figure, Part};
pub use gather::{Gathered, Words};
pub use into_facts::into_facts;
pub use measure::{Measures, SCHEMA, measure};
pub use pace::{Pace, Stage, StagesOf, TimeStep};
pub use params::{Params, Threshold};
pub use repost_tree::{RepostTree, RepostTrees, Top, repost_trees};
pub use statements::{Card, Copies, Likeness, Statement, StatementLink, Statements, statements};
pub use timeline::{Bucket, Timeline};
