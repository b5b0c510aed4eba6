//! Tests of the forms from outside: every form on its samples.

mod filled;
mod samples;
