//! Papers out of a case: the evidence list (证据目录), the graph of CASE, the anonymised summary, the draft recommendation, and the
//! leak check.
//!
//! - **Takes**: a [`CaseResult`](redress_case::CaseResult) and the state of its case; for the leak check a finished text and
//!   every value that must not survive in it.
//! - **Gives**: [`EvidenceList`]: one row an exhibit, with what it is to prove and its check values; [`Summary`] and
//!   [`Recommendation`]: structured values that tell themselves as Markdown and text in both languages; [`Leak`]s.
//! - **Knows**: base, facts, law, procedure, case, words.
//! - **Never**: typesets; fills a column that nothing was recorded for: it says "not recorded"
//!   (未记录); copies what a person wrote into a text for others; says that somebody broke the law.
//! - **Source**: 法释〔2019〕19号 19 (2020-05-01) (O): numbering, source, object of proof, dates; 法发〔2016〕22号 14
//!   (2016-10-01): check value; 指导意见 19, 20 (2023-09-20) (O): cases explained, recommendations.

mod case_graph;
mod evidence_list;
mod leak;
mod recommendation;
mod rounded;
mod summary;
mod teller;

pub use case_graph::case_graph;
pub use evidence_list::{EvidenceList, EvidenceRow, LIST_SCHEMA, Proves, evidence_list};
pub use leak::{Guarded, Leak, LeakKind, leaks, refuse as refuse_leaks};
pub use recommendation::{
    Asked, Cause, DutyTold, Finding as DutyFinding, Judged, Linked, NoticeTold, RECOMMENDATION_SCHEMA,
    Recommendation, RecommendationKind, RecommendationOptions, Shown, StatementShown, notice_told,
    recommendation,
};
pub use summary::{
    About, AnswerTold, Attribute, Cited, Conduct, Days, Element, Line, ProcedureTold, Role, RouteTold,
    SUMMARY_SCHEMA, Spread, StatementTold, StepTold, Summary, SummaryOptions, When, summary,
};
pub use teller::Told;
