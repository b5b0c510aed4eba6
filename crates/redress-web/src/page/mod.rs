//! The pages. One page, one file: what it shows, and the same as data.

pub(crate) mod answered;
mod aside;
mod bare;
pub(crate) mod book;
pub(crate) mod bundle;
pub(crate) mod calendar;
pub(crate) mod capture;
pub(crate) mod captures;
pub(crate) mod cases;
pub(crate) mod changes;
pub(crate) mod columns;
pub(crate) mod consequences;
pub(crate) mod cosign;
pub(crate) mod custody;
mod drawn;
mod effort;
pub(crate) mod everyday;
pub(crate) mod evidence;
pub(crate) mod evidence_data;
pub(crate) mod exhibits;
pub(crate) mod facts;
pub(crate) mod fields;
mod floors;
pub(crate) mod hand_over;
pub(crate) mod help;
pub(crate) mod history;
pub(crate) mod law;
pub(crate) mod lists;
pub(crate) mod members;
pub(crate) mod naming;
pub(crate) mod neutral;
pub(crate) mod office;
pub(crate) mod office_log;
pub(crate) mod origins;
pub(crate) mod overview;
mod pager;
pub(crate) mod paper;
mod paper_groups;
pub(crate) mod papers;
pub(crate) mod party;
pub(crate) mod people;
mod platforms;
pub(crate) mod posts;
pub(crate) mod print;
pub(crate) mod procedure;
pub(crate) mod provision;
pub(crate) mod publish;
pub(crate) mod question;
pub(crate) mod readings;
pub(crate) mod receive;
pub(crate) mod recompute;
pub(crate) mod record;
pub(crate) mod records;
pub(crate) mod register;
mod rename;
pub(crate) mod seal;
pub(crate) mod sealed;
pub(crate) mod seals;
pub(crate) mod search;
pub(crate) mod second_look;
pub(crate) mod settings;
pub(crate) mod similar;
pub(crate) mod spread;
pub(crate) mod statement_list;
pub(crate) mod statements;
pub(crate) mod statistics;
pub(crate) mod step;
pub(crate) mod terms;
mod told;
pub(crate) mod tree;
pub(crate) mod verify;
pub(crate) mod ways;
mod which_fact;
mod would_run;

use crate::reply::Wrong;
use serde::Serialize;
use serde_json::Value;

/// Turns what a page shows into data.
pub(crate) fn value(of: &impl Serialize) -> Result<Value, Wrong> {
    serde_json::to_value(of).map_err(|error| {
        let found = redress_base::Finding::error("web-nothing-done").with("problem", error.to_string());
        Wrong::Refused(found.refuse(redress_base::Fault::Storage))
    })
}
