//! The record of one sealed item, which is also its entry in the log.

use crate::{canonical, merkle};
use redress_base::{Digests, Fault, Finding, ItemId, Refusal, Stamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The longest log entry, in bytes: C2SP tlog-tiles stores entries behind a 16-bit length.
pub(crate) const LONGEST_ENTRY: usize = 65_535;

/// Which shape of item record this is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum ItemSchema {
    /// The first shape.
    #[default]
    #[serde(rename = "redress/item/1")]
    V1,
}

/// One sealed item: what the bytes are, when and by what they were sealed, and both digests.
///
/// Its canonical JSON is a leaf of the log, so nothing here can change afterwards without being found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SealedItem {
    /// `redress/item/1`.
    pub schema: ItemSchema,
    /// The exhibit number; item *n* is entry *n* − 1 of the log.
    pub id: ItemId,
    /// The name that the person's file had, as safe text. It never becomes a path in a bundle.
    pub name: String,
    /// A media type, or the name of a recognised export format.
    pub format: String,
    /// Both digests and the length in bytes.
    pub digests: Digests,
    /// When it was sealed. This proves nothing about time; it says what the sealing computer said.
    pub sealed_at: Stamp,
    /// When it was seen or captured, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observed: Option<Stamp>,
    /// Milliseconds by which the clock of `sealed_at` was ahead of the official time, negative where it was behind, if
    /// somebody compared them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_ahead_ms: Option<i64>,
    /// Where it came from, in the person's words or the tool's.
    pub source: String,
    /// What sealed it: program and version.
    pub tool: String,
    /// The sealed archive of which this item is a member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<ItemId>,
}

impl SealedItem {
    /// The canonical JSON of the record: the entry of the log, at most 65,535 bytes.
    ///
    /// # Errors
    /// `evidence-entry-too-long` when a name or source is beyond measure.
    pub fn entry(&self) -> Result<Vec<u8>, Refusal> {
        let bytes = canonical::to_vec(self)?;
        if bytes.len() > LONGEST_ENTRY {
            return Err(Finding::error("evidence-entry-too-long")
                .with("item", self.id.to_string())
                .with("bytes", bytes.len())
                .with("most", LONGEST_ENTRY)
                .refuse(Fault::Input));
        }
        Ok(bytes)
    }

    /// The leaf hash of the entry (RFC 6962 §2.1).
    ///
    /// # Errors
    /// As [`SealedItem::entry`].
    pub fn leaf(&self) -> Result<merkle::Hash, Refusal> {
        Ok(merkle::leaf_hash(&self.entry()?))
    }
}
