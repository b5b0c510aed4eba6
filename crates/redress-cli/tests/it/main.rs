//! The command as a person or a script uses it: real binary, real files, real case folders.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a panic here is a failed test that names what is wrong"
)]

mod admission;
mod amends;
mod bad_input;
mod browser;
mod browser_work;
mod case_dates;
mod case_file;
mod conscience;
mod demo;
mod facts_in;
mod guidance;
mod guiding_case;
mod help;
mod interface;
mod law_book;
mod listing;
mod lists;
mod office;
mod office_cases;
mod office_people;
mod office_rights;
mod office_statistics;
mod output;
mod own_files;
mod papers;
mod peers;
mod pictures;
mod run;
mod schemas;
mod serving;
mod signals;
mod stats;
mod tampered;
mod typing;
mod workbench;
mod workbench_acts;
mod workbench_bundle;
mod workbench_care;
mod workbench_counts;
mod workbench_finals;
mod workbench_office;
mod workbench_office_acts;
mod workbench_people;
