//! Tests of the forms from outside: every form on its samples.

mod casefile;
mod fill;
mod samples;
