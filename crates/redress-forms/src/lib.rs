//! The filings: one folder, one input struct and one layout a form, filled from a case file.
//!
//! - **Takes**: a [`Source`], which is a result, the state of its case, what identifies the parties that the form asks
//!   about, quotations and pages of exhibits; and what a person answers beside it.
//! - **Gives**: for every form of [`forms`] its input as JSON with a schema, and a [`Paper`](redress_paper::Paper) laid out
//!   from it: filled, marked where something is missing, each number tied to its exhibits; what it names and may leave out
//!   ([`nameable`]). And out of a release of a register a [`statistics_report`].
//! - **Knows**: base, analysis, facts, law, procedure, case, charts, documents, statistics, paper, words.
//! - **Never**: typesets; lets a person type a number that the evidence should carry; fills what nobody said; says that
//!   somebody broke the law: it says what is asked, and on what it rests.
//! - **Source**: 法〔2025〕82号 (2025-07-14) forms 01 and 02; 民事诉讼法 124 (2024-01-01, day unverified); for each other form
//!   the article in `forms/<id>/form.toml`.

mod answers;
mod charts;
mod choices;
mod described;
mod form;
mod forms;
mod left_out;
mod masked;
mod misfit;
mod offered;
mod optional;
mod parts;
mod placeholder;
mod questions;
mod rows;
mod sealed;
mod shape;
mod source;
mod statistics_report;
mod unnamed;

pub use answers::{figures_of, merge};
pub use choices::{Choice, choices, choices_at};
pub use described::{EXHIBITS, HandedIn, describe, described, handed_in, misdescribed, missed};
pub use form::{Form, FormKind, Typed, unverified_basis};
pub use forms::{
    AccountSheetInput, ActKind, ActPart, AdministrativeReconsiderationInput, AidExempt, AidRole, AidService,
    AskPart, Barrier, Cause, ChallengeKind, ChallengePart, ChallengesAnnexInput, ChartsAnnexInput,
    CivilClaims, CivilComplaintInput, CollectionInput, ComplaintInput, Conduct, ContentPart, ContestedAct,
    CounterNoticeReplyInput, CriminalReportInput, DrawnStep, DutyPart, EvidenceListInput,
    EvidenceVolumeInput, FactorPart, Field, HelpPart, InjunctionInput, LawText, LegalAidInput, LimitPart,
    LimitStanding, LinkPart, MeansPart, Measure, NoticeInput, NoticePart, NoticeStepPart, Offence,
    PlatformNoticeInput, PlatformRecommendationInput, PostsPart, PreservationInput, PreservationTime,
    PreservedPart, PrintedCounter, PrintedExhibit, PrintedPost, PublicInterestLeadInput,
    PublicSecurityReportInput, ReachPart, RefusalInput, ServicePart, SheetRow, SpreadPart, TrackPart,
    TransferSheetInput, Unprinted, VerificationReportInput, find, forms,
};
pub use left_out::{
    Nameable, NameableKind, left_out_by, left_out_in, left_out_of, nameable, points_nowhere, told,
};
pub use masked::masked;
pub use misfit::misfits;
pub use offered::{Offered, OfferedValue};
pub use optional::{Optional, claims, optional};
pub use parts::{
    AboutPart, AccountPart, ApplicantPart, ApplicantsPart, AssertedPart, CircumstancePart, ClaimantPart,
    Complaining, Consequence, ConsequencePart, DocumentPart, ExhibitPart, FactPart, KeptFact, KeptPart,
    MoneyPart, PersonPart, PlatformPart, PublisherPart, RepresentativePart, RespondentPart, SaidPart,
    ShownPart, StatementPart, StepPart, paper_numbers,
};
pub use placeholder::placeholder;
pub use questions::{AnswerKind, Condition, Questions, conditions, kind_at, questionnaire};
pub use rows::{OpenList, open_lists};
pub use sealed::{Falsified, Hold, falsified, hold_at};
pub use shape::{Shape, ahead, printed_day, read_day, shape_at, undialable};
pub use source::{Quote, Source};
pub use statistics_report::{StatisticsReport, statistics_basis, statistics_report};
pub use unnamed::{Unnamed, UnnamedStatement, unnamed, unnamed_told};
