//! The documents of `--json` about the case file: parties, steps, records, the ledger, the file as a whole.

use redress_base::{Article, Finding, Sha256};
use redress_case::{Copies, CustodyLink, Entry, Party, PartyId};
use redress_law::{Body, Label};
use redress_procedure::{Done, Event, Moves};
use redress_workbench::{CaseFileManifest, TransferSheet};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// `redress/party-entered/1`: a party was entered or changed.
#[derive(Serialize, JsonSchema)]
pub(crate) struct PartyEntered {
    pub(crate) schema: &'static str,
    /// Which.
    pub(crate) party: PartyId,
    /// What should be known beside it.
    pub(crate) findings: Vec<Finding>,
}

/// `redress/parties/1`: the parties, without anything that identifies them.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Parties {
    pub(crate) schema: &'static str,
    pub(crate) parties: Vec<Party>,
}

/// `redress/details-shown/1`: what identifies a party; that it was shown is in the ledger.
#[derive(Serialize, JsonSchema)]
pub(crate) struct DetailsShown {
    pub(crate) schema: &'static str,
    pub(crate) party: PartyId,
    /// Field and value.
    pub(crate) fields: BTreeMap<String, String>,
}

/// `redress/step-entered/1`: a step was recorded.
#[derive(Serialize, JsonSchema)]
pub(crate) struct StepEntered {
    pub(crate) schema: &'static str,
    /// Number of the entry.
    pub(crate) entry: u64,
    /// The step with the state before and after, its articles and the facts that follow.
    pub(crate) step: Done,
}

/// `redress/steps/1`: every track with its history.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Steps {
    pub(crate) schema: &'static str,
    pub(crate) tracks: Vec<TrackRow>,
    /// Steps that were struck.
    pub(crate) struck: Vec<StepRow>,
    /// What is odd about steps on file that count all the same.
    pub(crate) findings: Vec<Finding>,
}

/// One track.
#[derive(Serialize, JsonSchema)]
pub(crate) struct TrackRow {
    pub(crate) procedure: String,
    pub(crate) track: String,
    /// Its state.
    pub(crate) state: String,
    /// Whether it may rest there for good.
    pub(crate) ended: bool,
    /// In the order of their days.
    pub(crate) steps: Vec<Done>,
}

/// A step that was struck.
#[derive(Serialize, JsonSchema)]
pub(crate) struct StepRow {
    /// Its entry.
    pub(crate) entry: u64,
    pub(crate) event: Event,
    /// The entry that struck it.
    pub(crate) struck: u64,
}

/// `redress/next/1`: what may follow, what waits, what the law closes.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Next {
    pub(crate) schema: &'static str,
    pub(crate) tracks: Vec<NextTrack>,
}

/// One track.
#[derive(Serialize, JsonSchema)]
pub(crate) struct NextTrack {
    pub(crate) procedure: String,
    pub(crate) track: String,
    pub(crate) moves: Moves,
}

/// `redress/procedures/1`: the procedures that this program knows.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ProcedureRows {
    pub(crate) schema: &'static str,
    pub(crate) procedures: Vec<ProcedureRow>,
}

/// One procedure.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ProcedureRow {
    pub(crate) id: String,
    pub(crate) label: Label,
    /// How many states.
    pub(crate) states: usize,
    pub(crate) events: Vec<String>,
}

/// `redress/duties/1`: duties that a notice can meet.
#[derive(Serialize, JsonSchema)]
pub(crate) struct DutyRows {
    pub(crate) schema: &'static str,
    pub(crate) duties: Vec<DutyRow>,
}

/// One duty.
#[derive(Serialize, JsonSchema)]
pub(crate) struct DutyRow {
    pub(crate) id: String,
    pub(crate) label: Label,
    /// Who owes it.
    pub(crate) who: Body,
    pub(crate) cites: Vec<Article>,
}

/// `redress/log/1`: entries of the ledger.
#[derive(Serialize, JsonSchema)]
pub(crate) struct LogRows {
    pub(crate) schema: &'static str,
    pub(crate) entries: Vec<LogRow>,
    /// SHA-256 of the last line of the ledger.
    pub(crate) head: Sha256,
}

/// One entry.
#[derive(Serialize, JsonSchema)]
pub(crate) struct LogRow {
    pub(crate) entry: Entry,
    /// SHA-256 of its line.
    pub(crate) digest: Sha256,
    /// What a later entry says of it, where one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) undone: Option<UndoneBy>,
}

/// What a later entry says of an entry.
#[derive(Serialize, JsonSchema)]
pub(crate) struct UndoneBy {
    /// `struck`, `withdrawn` or `disputed`.
    pub(crate) how: &'static str,
    /// Number of the later entry.
    pub(crate) by: u64,
}

/// `redress/exported/1`: a case was written as one file.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Exported {
    pub(crate) schema: &'static str,
    pub(crate) file: String,
    pub(crate) manifest: CaseFileManifest,
}

/// `redress/imported/1`: a case file was taken in.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Imported {
    pub(crate) schema: &'static str,
    /// How the copies stood before.
    pub(crate) copies: Copies,
    /// Entries that were added.
    pub(crate) entries: u64,
    /// Objects that were checked.
    pub(crate) objects: u64,
    /// Objects that the sender left out.
    pub(crate) left_out: Vec<Sha256>,
}

/// `redress/transferred/1`: a case was handed over.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Transferred {
    pub(crate) schema: &'static str,
    pub(crate) file: String,
    pub(crate) manifest: CaseFileManifest,
    pub(crate) sheet: TransferSheet,
}

/// `redress/received/1`: a case was received.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Received {
    pub(crate) schema: &'static str,
    pub(crate) entries: u64,
    pub(crate) objects: u64,
    pub(crate) left_out: Vec<Sha256>,
    /// The transfer sheet, where one came with it.
    pub(crate) sheet: Option<TransferSheet>,
}

/// `redress/agenda/1`: the dates of one case or of several, the missed ones first.
#[derive(Serialize, JsonSchema)]
pub(crate) struct AgendaDocument {
    pub(crate) schema: &'static str,
    /// The day for which it was worked out.
    #[schemars(with = "String")]
    pub(crate) today: redress_base::Date,
    pub(crate) cases: Vec<CaseAgenda>,
    pub(crate) items: Vec<redress_calendar::Item>,
}

/// One case of an agenda.
#[derive(Serialize, JsonSchema)]
pub(crate) struct CaseAgenda {
    /// The folder as named.
    pub(crate) case: String,
    /// Its cover name; empty for whoever may not see what the case is.
    pub(crate) cover: String,
    /// Time limits of the book whose first day is not on file; none are counted for whoever may not see the case.
    pub(crate) undated: usize,
}

/// `redress/case-list/1`: cases of a folder.
#[derive(Serialize, JsonSchema)]
pub(crate) struct CaseList {
    pub(crate) schema: &'static str,
    /// How many there are altogether.
    pub(crate) total: u64,
    pub(crate) cases: Vec<redress_workbench::ports::Placed>,
    /// Cases that could not be read, and why.
    pub(crate) unread: Vec<Finding>,
}

/// `redress/published/1`: an anonymised summary was written.
#[derive(Serialize, JsonSchema)]
pub(crate) struct PublishedDocument {
    pub(crate) schema: &'static str,
    pub(crate) file: String,
    /// SHA-256 of the file.
    pub(crate) digest: Sha256,
    /// Pieces of what identifies somebody that were searched for.
    pub(crate) searched: u64,
    /// Values too short to be searched for.
    pub(crate) unsearched: u64,
    pub(crate) summary: redress_documents::Summary,
}

/// `redress/recommended/1`: a draft recommendation was written.
#[derive(Serialize, JsonSchema)]
pub(crate) struct RecommendedDocument {
    pub(crate) schema: &'static str,
    pub(crate) file: String,
    /// SHA-256 of the file.
    pub(crate) digest: Sha256,
    /// Pieces of what identifies somebody that were searched for.
    pub(crate) searched: u64,
    /// Values too short to be searched for.
    pub(crate) unsearched: u64,
    /// What should be known beside it: what was asked to be listed and is not, whose it is.
    pub(crate) findings: Vec<Finding>,
    pub(crate) recommendation: redress_documents::Recommendation,
}

/// `redress/notices/1`: notices owed and served, the overdue ones first.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Notices {
    pub(crate) schema: &'static str,
    pub(crate) notices: Vec<redress_workbench::NoticeRow>,
}

/// `redress/items/1`: what is sealed in a case.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Items {
    pub(crate) schema: &'static str,
    pub(crate) items: Vec<ItemRow>,
}

/// One sealed item.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ItemRow {
    pub(crate) item: redress_evidence::SealedItem,
    pub(crate) role: redress_case::Role,
    /// Who sealed it.
    pub(crate) by: String,
    /// What it is, as it states itself, where it is a web archive; read again out of its sealed bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) archive: Option<redress_workbench::WebArchive>,
    /// What it says of itself as a media file, or as a proof of another item; read again likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) stated: Option<redress_workbench::Stated>,
}

/// `redress/custody/1`: the chain of custody, a link a line.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Custody {
    pub(crate) schema: &'static str,
    pub(crate) links: Vec<CustodyLink>,
}

/// `redress/stamped/1`: a question was written, or an answer was kept.
#[derive(Serialize, JsonSchema)]
pub(crate) struct StampDone {
    pub(crate) schema: &'static str,
    /// The file with the question, or where the answer is kept: an item, or a file of the bundle.
    pub(crate) kept: String,
    /// What the token says and what of it could be checked; absent for a question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) report: Option<redress_timestamp::Report>,
}
