//! Tests of the forms from outside: every form on its samples.

mod fills;
mod samples;
mod statistics_report;
