//! The draft recommendation to a platform (司法建议、检察建议、公安提示函: 指导意见 20, in force 2023-09-20, text
//! unverified): the facts of the file, what is not on file, and what the platform is asked. The issuing body decides,
//! fills the blanks and signs.

mod make;
mod tell;

pub use make::{RecommendationOptions, notice_told, recommendation};

use crate::summary::{Cited, Spread};
use redress_base::{Date, ItemId};
use redress_law::{Body, Label};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Schema of a draft recommendation.
pub const RECOMMENDATION_SCHEMA: &str = "redress/recommendation/1";

/// Who issues it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RecommendationKind {
    /// 司法建议, by a people's court.
    Judicial,
    /// 检察建议, by a people's procuratorate.
    Procuratorial,
    /// 公安提示函, by a public-security organ.
    Police,
}

impl RecommendationKind {
    /// All three.
    pub const ALL: [RecommendationKind; 3] =
        [RecommendationKind::Judicial, RecommendationKind::Procuratorial, RecommendationKind::Police];

    /// The word used on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            RecommendationKind::Judicial => "judicial",
            RecommendationKind::Procuratorial => "procuratorial",
            RecommendationKind::Police => "police",
        }
    }

    /// The body that issues it.
    pub const fn body(self) -> Body {
        match self {
            RecommendationKind::Judicial => Body::Court,
            RecommendationKind::Procuratorial => Body::Procuratorate,
            RecommendationKind::Police => Body::Police,
        }
    }

    /// The kind of that word.
    pub fn from_word(word: &str) -> Option<RecommendationKind> {
        RecommendationKind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A draft recommendation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// [`RECOMMENDATION_SCHEMA`].
    pub schema: String,
    /// SHA-256 of the law book used.
    pub law: String,
    /// Who issues it.
    pub kind: RecommendationKind,
    /// The platform, as the person named it.
    pub platform: String,
    /// Statements that Article 10 protects and of which nothing is asked.
    pub set_aside: u64,
    /// The statements that the file is about.
    pub statements: Vec<StatementShown>,
    /// Notices to the platform and what came of them.
    pub notices: Vec<NoticeTold>,
    /// What the law asks of a platform, and what the file shows of it.
    pub duties: Vec<DutyTold>,
    /// Provisions that touch the time of the acts and that the law book does not hold.
    pub not_encoded: Vec<Cited>,
    /// What a person has judged of the platform, and what nobody has.
    pub judgements: Vec<Judged>,
    /// What the platform is asked.
    pub asked: Vec<Asked>,
    /// The exhibits that it rests on.
    pub exhibits: Vec<ItemId>,
    /// Contents and accounts, where listing them was asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Linked>,
}

/// A statement with its figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatementShown {
    /// From 1, in this draft.
    pub number: u64,
    /// When it was first seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub first: Option<Date>,
    /// Whether Article 10 is ruled out for it: it is no protected report and no protected criticism.
    pub unprotected: bool,
    /// How far it went, each figure with its exhibits.
    pub spread: Vec<Shown>,
}

/// A figure and the exhibits that it was counted from, the largest parts first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// The figure.
    pub figure: Spread,
    /// Its exhibits.
    pub exhibits: Vec<ItemId>,
}

/// One notice to the platform and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeTold {
    /// From 1, in this draft.
    pub number: u64,
    /// Where it stands.
    pub state: Label,
    /// Its steps.
    pub steps: Vec<NoticeStep>,
    /// Days from the receipt to the measures, where both are on file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_to_measures: Option<u64>,
    /// Days since the receipt, where nothing of the platform is on file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_silent: Option<u64>,
}

/// One step of a notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeStep {
    /// What happened.
    pub label: Label,
    /// When.
    #[schemars(with = "String")]
    pub on: Date,
    /// The exhibit that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exhibit: Option<ItemId>,
    /// Where the law says so.
    pub cites: Vec<Cited>,
}

/// What the file shows of a duty. None of these says that it was broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "is", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Finding {
    /// Done on that day, as recorded.
    Done {
        /// When.
        #[schemars(with = "String")]
        on: Date,
    },
    /// Said to have been done on that day; no proof is on file.
    Stated {
        /// When.
        #[schemars(with = "String")]
        on: Date,
    },
    /// Shown as done; on which day is not on file.
    Shown,
    /// The conditions are made out on the material in this file; nothing on file says that it was done.
    NothingOnFile,
    /// The conditions are made out; the file says that it was not done.
    SaidNotDone,
    /// What is on file differs.
    Differs,
    /// Whether it was owed at all turns on facts that are not on file.
    FactsMissing {
        /// Which; none where what is on file does not settle it.
        missing: Vec<Label>,
    },
}

/// A duty of platforms and what the file shows of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DutyTold {
    /// Its name in the law book.
    pub duty: String,
    /// What it is.
    pub label: Label,
    /// Where the law says so.
    pub cites: Vec<Cited>,
    /// What the file shows.
    pub finding: Finding,
}

/// Something that only a person judges.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    /// What.
    pub label: Label,
    /// As judged; absent where nobody has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<bool>,
    /// Where the law asks for it.
    pub cites: Vec<Cited>,
}

/// Why something is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// No notice is on file.
    NoNotice,
    /// Nothing on file says that it was done.
    NothingOnFile,
    /// The file says that it was not done.
    SaidNotDone,
    /// It is said to have been done; no proof is on file.
    Unproven,
    /// Facts are missing.
    FactsMissing,
    /// What is on file differs.
    Differs,
    /// Logs and contents are to be kept for the competent bodies.
    KeepForBodies,
    /// What it will change.
    WhatWillChange,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Why it is asked.
    pub cause: Cause,
    /// About which duty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Label>,
}

/// A content with its account, as the platform knows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Linked {
    /// Statement of this draft.
    pub statement: u64,
    /// Platform and number of the post: `weibo/5263100000000101`.
    pub post: String,
    /// The account, by number or displayed name; absent where the export masks it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The exhibit in which it was seen.
    pub exhibit: ItemId,
}
