//! Tests of the rights room from outside: the whole matrix, its rules, its page, passwords.

mod matrix;
mod members;
mod page;
mod passwords;
mod support;
