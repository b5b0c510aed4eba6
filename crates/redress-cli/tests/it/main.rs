//! The command as a person or a script uses it: real binary, real files, real case folders.

mod bad_input;
mod conscience;
mod demo;
mod help;
mod own_files;
mod peers;
mod run;
