//! One input struct for each official form; now the evidence list (证据目录).
//!
//! - **Takes**: a [`CaseResult`](redress_case::CaseResult).
//! - **Gives**: [`EvidenceList`]: one row an exhibit, with what it is to prove and its check values.
//! - **Knows**: base, facts, case.
//! - **Never**: typesets; never fills a column that nothing was recorded for: it says "not recorded"
//!   by leaving the value absent.
//! - **Source**: 法释〔2019〕19号 art 19 (evidence numbered, with source and purpose; in force 2020-05-01,
//!   article number from general knowledge, unverified); 法发〔2016〕22号 art 14 (category, format, check value).

mod evidence_list;

pub use evidence_list::{EvidenceList, EvidenceRow, LIST_SCHEMA, evidence_list};
