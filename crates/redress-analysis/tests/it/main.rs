//! The measures from outside: the definition by brute force, and stories with a few posts.

mod acts;
mod grouping;
mod reach;
mod statement;
mod volume;
mod world;
