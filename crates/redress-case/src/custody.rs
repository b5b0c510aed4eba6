//! Where sealed items come from and what became of them: how each was captured, what others attest of it, when a checkpoint
//! was stamped, and what was done with originals.
//!
//! What a capture states follows 法释〔2021〕12号 17, 18 (in force 2021-08-01), 法释〔2018〕16号 11 (in force 2018-09-07) and
//! 法释〔2019〕19号 93 (in force 2020-05-01): an empty field is "not recorded", and never a no.

use crate::PartyId;
use crate::party::words;
use redress_base::{Digests, Instant, ItemId, Sha256};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// In what role somebody captured.
    Operator {
        /// The person against whom the acts were done.
        Victim = "victim",
        /// Somebody close to them.
        Relative = "relative",
        /// A lawyer or another agent.
        Agent = "agent",
        /// A notary (公证员).
        Notary = "notary",
        /// An evidence-keeping platform, by its own app or site (第三方存证平台).
        Keeper = "keeper",
        /// Somebody of a court, a procuratorate or the police.
        Official = "official",
        /// Anybody else.
        Other = "other",
    }
}

words! {
    /// What whoever captured has to do with the outcome (法释〔2021〕12号 17(二)).
    Interest {
        /// They are a party.
        Party = "party",
        /// They act for a party.
        Acting = "acting",
        /// They have none.
        None = "none",
    }
}

words! {
    /// A step for a clean environment, taken before capturing (法释〔2018〕16号 11; 法释〔2021〕12号 17(三)).
    CleanStep {
        /// The device was looked over and shown.
        DeviceShown = "device-shown",
        /// It was checked for malicious software.
        Scanned = "scanned",
        /// Caches, cookies and history were cleared.
        Cleared = "cleared",
        /// It was started anew.
        Restarted = "restarted",
        /// The network was shown: the address, no proxy, no altered name look-up.
        NetworkShown = "network-shown",
        /// A mobile network was used and Wi-Fi was off.
        MobileNetwork = "mobile-network",
        /// The capturing program was checked against its maker's digest.
        ToolChecked = "tool-checked",
        /// The clock was compared before the eyes of whoever watches the recording.
        ClockShown = "clock-shown",
        /// All of it was recorded from the first step to the last.
        Recorded = "recorded",
    }
}

words! {
    /// Whether what was captured is still online.
    Online {
        /// As it was.
        Still = "still",
        /// Changed.
        Edited = "edited",
        /// Not there any more.
        Gone = "gone",
    }
}

/// The clock of the capturing device beside another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClockCheck {
    /// The other clock: a timestamp authority, a time server, the national time service.
    pub against: String,
    /// Milliseconds by which the device's clock was ahead of it; negative where it was behind.
    pub ahead_ms: i64,
}

/// How an item was captured. Since version 5.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Capture {
    /// The sealed item.
    pub item: ItemId,
    /// In what role somebody captured it.
    pub operator: Operator,
    /// What they have to do with the outcome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interest: Option<Interest>,
    /// Which party it was, where it was one of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    /// Device: maker and model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// Operating system and version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system: Option<String>,
    /// The capturing program and version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tool: Option<String>,
    /// SHA-256 of that program's file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tool_sha256: Option<Sha256>,
    /// By which network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<String>,
    /// Steps for a clean environment, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clean: Vec<CleanStep>,
    /// The clock beside another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<ClockCheck>,
    /// When capturing began, by the device's clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub began: Option<Instant>,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Instant>,
    /// The address that was open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The account number that the page showed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The path and the steps, one after another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<String>,
    /// Sealed items with the raw responses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub raw: Vec<ItemId>,
    /// Sealed items with the page as it was drawn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rendered: Vec<ItemId>,
    /// When and by what digests were first taken, if that was before sealing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hashed: Option<String>,
    /// Whether it was still online when somebody looked last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online: Option<Online>,
    /// The item of which this is a second capture, made independently.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corroborates: Option<ItemId>,
}

/// Somebody for whom a bundle was closed, and nobody else can open it. Since version 5.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClosedTo {
    /// Whom, as people know them: an office, a court, a lawyer.
    pub name: String,
    /// Their public key (age-encryption.org/v1, X25519: `age1…`).
    pub key: String,
}

words! {
    /// What somebody else attests.
    Proof {
        /// A certificate of a trusted timestamp (可信时间戳认证证书).
        TimestampCertificate = "timestamp-certificate",
        /// A notarial deed (公证书).
        NotarialDeed = "notarial-deed",
        /// A platform's electronic certificate (电子证明文件): a number and a check value.
        PlatformReply = "platform-reply",
        /// A record of a judicial chain (司法链存证).
        ChainRecord = "chain-record",
        /// An OpenTimestamps proof (`.ots`).
        OpenTimestamps = "open-timestamps",
        /// A token of RFC 3161 over something that is not an item of the file as it is.
        TimestampToken = "timestamp-token",
        /// Anything else: a statement, an opinion.
        Other = "other",
    }
}

/// Somebody else's proof, bound to the items that it is about. Since version 5.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attestation {
    /// The sealed item with the proof.
    pub proof: ItemId,
    /// What it is about.
    pub of: Vec<ItemId>,
    /// What kind it is.
    pub kind: Proof,
    /// Who issued it: an office, a platform, an authority; never a person.
    pub issuer: String,
    /// Its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The check value that it prints, in hex: SHA-256 or SM3 of what it is about, or a digest of another algorithm, which is
    /// kept as it is printed and not compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

impl Attestation {
    /// The hex digits of the check values that are compared: SHA-256 and SM3.
    const COMPARED: usize = 64;
    /// The hex digits of the digests that offices and platforms print: MD5, SHA-1, SHA-224, SHA-256 and SM3, SHA-384, SHA-512.
    const PRINTED: [usize; 6] = [32, 40, 56, 64, 96, 128];

    /// Whether this can be a printed check value.
    pub fn is_check_value(value: &str) -> bool {
        Attestation::PRINTED.contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_hexdigit())
    }

    /// Whether the printed check value is a digest of what the proof is about: of which item, and by which algorithm.
    /// `None` where it prints none. One that agrees shows that those who issued it had these very bytes.
    pub fn agrees(&self, digests: impl Fn(ItemId) -> Option<Digests>) -> Option<Agreement> {
        let value = self.value.as_deref()?.to_ascii_lowercase();
        if value.len() != Attestation::COMPARED {
            return Some(Agreement::NotCompared);
        }
        let agreed = self.of.iter().find_map(|item| {
            let digests = digests(*item)?;
            let named = [("SHA-256", digests.sha256.to_string()), ("SM3", digests.sm3.to_string())];
            let (algorithm, _) = named.into_iter().find(|(_, digest)| *digest == value)?;
            Some(Agreement::With { item: *item, algorithm: algorithm.to_owned() })
        });
        Some(agreed.unwrap_or(Agreement::WithNone))
    }
}

/// What a printed check value agrees with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "agrees", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Agreement {
    /// With this item's digest.
    With {
        /// The item.
        item: ItemId,
        /// `SHA-256` or `SM3`.
        algorithm: String,
    },
    /// With no digest of what it is about: another file, another algorithm, or a slip.
    WithNone,
    /// Its length is that of another algorithm (MD5, SHA-1, SHA-512), by which the items are not digested: unknown.
    NotCompared,
}

/// A checkpoint of the evidence log that a timestamp authority stamped: once for each working session. Since version 5.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stamping {
    /// The signed checkpoint, whose bytes the token's imprint is of.
    pub checkpoint: String,
    /// The sealed item with the answer of the authority, as it came.
    pub token: ItemId,
    /// Whom it was asked of: an address, or the name that the person gave.
    pub authority: String,
}

words! {
    /// What was done with an original, besides what has entries of its own (sealed, read, looked at, exported, packed,
    /// handed over).
    Act {
        /// The medium that it is on was given to somebody.
        MediumGiven = "medium-given",
        /// The medium came back, or was taken into keeping.
        MediumTaken = "medium-taken",
        /// Somebody asked that it be deleted.
        DeletionAsked = "deletion-asked",
        /// The bytes were deleted here; their record stays in the log.
        Deleted = "deleted",
        /// It was decided that it stays.
        DeletionRefused = "deletion-refused",
        /// It was looked at or copied by somebody outside this program.
        Inspected = "inspected",
    }
}

/// One act on an original: who (the author of the entry), what, when (the entry, or `on`), how, on what, with what result.
/// Since version 5.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Handling {
    /// What was done.
    pub act: Act,
    /// On which item.
    pub item: ItemId,
    /// By or for whom: an office, a role; never a person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whom: Option<String>,
    /// When, where that is another day than the entry's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub on: Option<redress_base::Date>,
    /// How.
    pub how: String,
    /// With what result.
    pub result: String,
}
