//! The measures from outside: brute force, stories, merges.

mod grouping;
