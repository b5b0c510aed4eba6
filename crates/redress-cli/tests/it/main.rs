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
mod bag;
mod bags_of_others;
mod browser;
mod browser_bring;
mod browser_office;
mod browser_work;
mod case_dates;
mod case_file;
mod clock;
mod conscience;
mod cosign;
mod custody;
mod demo;
mod envelope;
mod example_bytes;
mod example_tampered;
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
mod parity;
mod peers;
mod pictures;
mod run;
mod schemas;
mod serving;
mod signals;
mod stamping;
mod stated;
mod stats;
mod tampered;
mod typing;
mod web_archives;
mod workbench;
mod workbench_acts;
mod workbench_again;
mod workbench_arrivals;
mod workbench_aside;
mod workbench_asked;
mod workbench_bundle;
mod workbench_calm;
mod workbench_care;
mod workbench_clear;
mod workbench_colours;
mod workbench_counts;
mod workbench_custody;
mod workbench_data;
mod workbench_desk;
mod workbench_evidence;
mod workbench_facts;
mod workbench_figures;
mod workbench_finals;
mod workbench_finds;
mod workbench_forms;
mod workbench_guard;
mod workbench_guard_office;
mod workbench_law;
mod workbench_office;
mod workbench_office_acts;
mod workbench_office_people;
mod workbench_papers;
mod workbench_people;
mod workbench_refusals;
mod workbench_resume;
mod workbench_said;
mod workbench_seals;
mod workbench_stamps;
mod workbench_statistics;
mod workbench_told;
mod workbench_waiting;
mod workbench_words;
