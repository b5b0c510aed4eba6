//! What statistics need of a case, and no more.

use redress_base::{Date, Fault, Finding, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a register covers. Figures of two scopes are never added up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// The register, as its keeper names it; a scope of the published series where it is the same. Empty where nobody said.
    pub register: String,
    /// The region, where one is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
}

/// One step of one track of a procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// The procedure: `"private-prosecution"`.
    pub procedure: String,
    /// Its track.
    pub track: String,
    /// What happened.
    pub event: String,
    /// The state after it.
    pub to: String,
    /// When.
    #[schemars(with = "String")]
    pub on: Date,
    /// Why, or which offence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// How many persons it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persons: Option<u32>,
}

/// Whether a notice came in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Timeliness {
    /// On or before the day on which it was due.
    InTime,
    /// After that day.
    Late,
    /// The law fixes no day, or the day that it is counted from is not known.
    NotKnown,
}

impl Timeliness {
    /// All of them.
    pub const ALL: [Timeliness; 3] = [Timeliness::InTime, Timeliness::Late, Timeliness::NotKnown];

    /// The word used in codes.
    pub const fn word(self) -> &'static str {
        match self {
            Timeliness::InTime => "in-time",
            Timeliness::Late => "late",
            Timeliness::NotKnown => "not-known",
        }
    }
}

/// A notice that was served (指导意见 17, in force 2023-09-20).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeRow {
    /// The duty of the law book.
    pub duty: String,
    /// When it was served.
    #[schemars(with = "String")]
    pub on: Date,
    /// Whether in time.
    pub timeliness: Timeliness,
}

/// One case. No id, no name, no word of a post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The register that it stands in.
    pub scope: Scope,
    /// The day on which its file was opened.
    #[schemars(with = "String")]
    pub opened: Date,
    /// Steps of procedures in the order of their days.
    pub milestones: Vec<Milestone>,
    /// Whether it is a supervised key case (重点案件挂牌督办).
    pub supervised: bool,
    /// Whether it is marked for rapid response (快速反应).
    pub rapid_response: bool,
    /// Whether the person whom it is about is under eighteen (指导意见 8); absent where nobody said.
    pub minor: Option<bool>,
    /// Notices served.
    pub notices: Vec<NoticeRow>,
}

/// Schema of a record.
pub const RECORD_SCHEMA: &str = "redress/statistics-record/1";

/// A mark that was set on a case, or taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkStep {
    /// `"supervised"`, `"rapid-response"`.
    pub mark: String,
    /// From when.
    pub on: Date,
    /// Whether it was set; else it was taken away.
    pub set: bool,
}

/// One case as it is kept for counting, whatever the day and the register: days and codes, and nothing that names the
/// case or anybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// [`RECORD_SCHEMA`].
    pub schema: String,
    /// The day on which its file was opened.
    pub opened: Date,
    /// Steps of procedures in the order of their days.
    pub milestones: Vec<Milestone>,
    /// Marks in the order in which they were entered.
    pub marks: Vec<MarkStep>,
    /// Whether the person whom it is about is under eighteen (指导意见 8); absent where nobody said.
    pub minor: Option<bool>,
    /// Notices served.
    pub notices: Vec<NoticeRow>,
}

impl Record {
    /// The row of the case in that register as of a day.
    pub fn row(&self, scope: &Scope, as_of: Date) -> Row {
        let marked = |mark: &str| {
            let said = self.marks.iter().enumerate().filter(|(_, one)| one.mark == mark && one.on <= as_of);
            // Of two words of one day the later entry is the last.
            said.max_by_key(|(place, one)| (one.on, *place)).is_some_and(|(_, one)| one.set)
        };
        Row {
            scope: scope.clone(),
            opened: self.opened,
            milestones: self.milestones.clone(),
            supervised: marked("supervised"),
            rapid_response: marked("rapid-response"),
            minor: self.minor,
            notices: self.notices.clone(),
        }
    }

    /// Its one form as text: the same case, the same bytes.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Record::to_text`] wrote.
    ///
    /// # Errors
    /// `Storage` where it is something else.
    pub fn from_text(text: &str) -> Result<Record, Refusal> {
        let odd = || Finding::error("statistics-record-odd").refuse(Fault::Storage);
        let read: Record = serde_json::from_str(text).map_err(|_| odd())?;
        if read.schema == RECORD_SCHEMA { Ok(read) } else { Err(odd()) }
    }
}
