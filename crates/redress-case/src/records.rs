//! What else happens to a case: notices served, papers filed, decisions taken, marks set, exports made,
//! private data looked at, and the file handed from one body to another.

use crate::PartyId;
use crate::party::words;
use redress_base::{Article, Date, ItemId, Sha256};
use redress_law::Body;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A body or a platform, by its kind and its name. The name of an office, never of a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organ {
    /// Which kind.
    pub kind: Body,
    /// Its name, where somebody gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

words! {
    /// How a notice reached the person (民事诉讼法 arts 87-95, in force 2024-01-01; number and day of the
    /// 2023 text unverified; 刑事诉讼法 art 107, in force 2018-10-26).
    Service {
        /// Handed over, with a signed receipt (直接送达).
        InPerson = "in-person",
        /// Left behind, witnessed or recorded (留置送达).
        Left = "left",
        /// By electronic means that confirm receipt (电子送达).
        Electronic = "electronic",
        /// Through another body (委托送达).
        Entrusted = "entrusted",
        /// By post, on the day of the return receipt (邮寄送达).
        Post = "post",
        /// By public announcement (公告送达).
        Announcement = "announcement",
        /// Said in person or by telephone, noted in a record (口头告知).
        Oral = "oral",
    }
}

/// A notice that was served (指导意见 17, in force 2023-09-20, and its statutory twins).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// The duty of the law book that it meets: `"op17-tell-agent"`.
    pub duty: String,
    /// Who served it.
    pub by: Organ,
    /// To whom.
    pub to: PartyId,
    /// When it was served.
    #[schemars(with = "String")]
    pub on: Date,
    /// How.
    pub service: Service,
    /// The sealed paper that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<ItemId>,
}

/// A paper handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Filing {
    /// Which paper: a code of the remedies room or the number of an official form.
    pub paper: String,
    /// To whom.
    pub to: Organ,
    /// When.
    #[schemars(with = "String")]
    pub on: Date,
    /// The procedure and track that it belongs to, if any: `"private-prosecution/1"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub track: Option<String>,
    /// The paper as handed in, and its annexes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemId>,
    /// Number of the receipt (受案回执、收件凭证).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<String>,
}

/// A decision that a person took; its author is the author of the entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What was to be decided.
    pub question: String,
    /// What was decided.
    pub answer: String,
    /// Why.
    pub reason: String,
    /// Papers that it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemId>,
}

words! {
    /// A mark on a case.
    Mark {
        /// Supervised key case (重点案件挂牌督办): the press conference of 2023-09-25.
        Supervised = "supervised",
        /// Rapid response (快速反应): the same.
        RapidResponse = "rapid-response",
    }
}

/// A mark set or taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Marking {
    /// Which.
    pub mark: Mark,
    /// Set, or taken away.
    pub set: bool,
    /// When.
    #[schemars(with = "String")]
    pub on: Date,
    /// Which body said so.
    pub by: Organ,
    /// The number of its paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

words! {
    /// What an export is for; it carries no more than that purpose needs.
    Purpose {
        /// The whole file for another copy of the same keeper: a backup, another computer.
        Backup = "backup",
        /// The file for somebody who works on it: a lawyer, legal aid.
        Counsel = "counsel",
        /// The file handed over to a competent body (指导意见 18).
        Transfer = "transfer",
        /// A summary for the public (指导意见 19).
        Publication = "publication",
        /// A draft recommendation (指导意见 20).
        Recommendation = "recommendation",
        /// A paper or page with personal data in it.
        Paper = "paper",
    }
}

/// Something of the case left the house.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// What for.
    pub purpose: Purpose,
    /// For whom, where somebody said so. No person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Whether personal details went with it.
    pub details: bool,
    /// SHA-256 of the file, where it could be known before this entry was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<Sha256>,
}

words! {
    /// Where somebody looked at data that is otherwise masked.
    Seen {
        /// What identifies a party.
        Details = "details",
        /// Posts with their authors, in a page or in excerpts.
        Material = "material",
        /// A sealed item as it is.
        Item = "item",
    }
}

/// Somebody looked at unmasked personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// What.
    pub seen: Seen,
    /// Of which party or item, where it was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// What for, in their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
}

words! {
    /// On which way a file goes from one body to another (指导意见 18).
    Transfer {
        /// Administrative to criminal (行政执法向刑事司法移送).
        ToCriminal = "to-criminal",
        /// Criminal to administrative (刑事司法反向移送).
        ToAdministrative = "to-administrative",
        /// Court to police, material that shows a case for public prosecution (指导意见 13).
        CourtToPolice = "court-to-police",
        /// To the body that has jurisdiction, or to the next stage (侦查、审查起诉、审判).
        NextStage = "next-stage",
        /// Given back to the body it came from.
        Return = "return",
    }
}

/// The file was handed over. The next entry is the receiver's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOver {
    /// On which way.
    pub transfer: Transfer,
    /// By whom.
    pub from: Organ,
    /// To whom.
    pub to: Organ,
    /// When.
    #[schemars(with = "String")]
    pub on: Date,
    /// The number of the letter or decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// SHA-256 of the transfer sheet (移送清单).
    pub sheet: Sha256,
    /// Whether personal details went with it.
    pub details: bool,
}

/// The file was received, verified, and goes on here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// By whom.
    pub by: Organ,
    /// When.
    #[schemars(with = "String")]
    pub on: Date,
    /// How many entries were checked.
    pub entries: u64,
    /// How many kept objects were checked against their digests.
    pub objects: u64,
    /// Objects that the sender left out, by digest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<Sha256>,
    /// The key that signs the evidence log from here on.
    pub key: String,
}

/// Something stood in the way of a time limit (中止、障碍): from when to when, on what the person relies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Obstacle {
    /// The time limit of the law book that it stops: `"cc188-three-years"`.
    pub limit: String,
    /// The first day on which it stood in the way.
    #[schemars(with = "String")]
    pub from: Date,
    /// The day on which it was gone. Absent while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub to: Option<Date>,
    /// The article on which it is relied.
    pub cite: Article,
    /// What it was.
    pub reason: String,
    /// The sealed paper that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<ItemId>,
}

/// In which words a paper was drawn up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PaperEdition {
    /// Chinese alone, as it is filed.
    Chinese,
    /// With an English gloss; never filed.
    Glossed,
}

/// One file that a paper was written to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperFile {
    /// `pdf` or `docx`.
    pub format: String,
    /// SHA-256 of it.
    pub sha256: Sha256,
}

/// A paper was drawn up, complete, to be signed. Its input is an object of its own, salted as the details of a party are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DrawnUp {
    /// Id of the form.
    pub form: String,
    /// In which words.
    pub edition: PaperEdition,
    /// The day for which it was worked out.
    #[schemars(with = "String")]
    pub today: Date,
    /// How many entries of this ledger its figures rest on.
    pub basis: u64,
    /// SHA-256 of the object with its input.
    pub input: Sha256,
    /// What it was written to.
    pub files: Vec<PaperFile>,
    /// Whether it prints what is otherwise masked.
    pub unmasked: bool,
}

/// Posts put under a label of a person's own, or taken out of it: how somebody sorts, and nothing that is established.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Labelling {
    /// The label, in the person's words.
    pub label: String,
    /// The posts, by their keys (`weibo/4912…`).
    pub posts: Vec<String>,
    /// Put under it, or taken out.
    pub set: bool,
}

/// What a person who read a post says of it, for whoever is spared its words: neutral, in their own words, never computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NeutralSummary {
    /// The post, by its key (`weibo/4912…`).
    pub post: String,
    /// What it says, in the person's words.
    pub text: String,
}
