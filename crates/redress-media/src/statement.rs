//! What one media file says of itself, as a value that can be shown, stored and compared.

use crate::{Camera, Kind, Label, Provenance};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What one file says of itself. Everything is as the file states it, except outcomes, which were computed.
/// What is absent was not found in the places that are looked at, and shows nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// What kind of file it is.
    pub kind: Kind,
    /// AI labels (GB 45438-2025, appendix E), in the order of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<Label>,
    /// The active manifest of C2PA.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provenance: Option<Box<Provenance>>,
    /// What a camera or a program wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub camera: Option<Camera>,
    /// Whether the frame of the file was followed to its end: of a JPEG, whether the mark of its end stands behind its
    /// first scan. What lies between is not checked.
    pub complete: bool,
}

impl Statement {
    /// Whether it says nothing of itself that this room reads.
    pub const fn is_silent(&self) -> bool {
        self.labels.is_empty() && self.provenance.is_none() && self.camera.is_none()
    }
}

/// The outcome of a statement that could be checked or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It holds.
    Held,
    /// It does not.
    Failed,
    /// It could not be checked here; a finding says why.
    Unchecked,
}

impl From<bool> for Outcome {
    fn from(holds: bool) -> Outcome {
        if holds { Outcome::Held } else { Outcome::Failed }
    }
}

/// Where in a file something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// A packet of XMP.
    Xmp,
    /// `UserComment` of Exif.
    UserComment,
    /// `ImageDescription` of Exif.
    ImageDescription,
    /// A text chunk of PNG with the keyword `AIGC`.
    TextChunk,
    /// A chunk of PNG whose own type is `AIGC`, or `aigc`.
    OwnChunk,
    /// A comment segment of JPEG.
    Comment,
    /// The metadata of a video (`moov/udta/meta` or `moov/meta`) under the key `AIGC`.
    VideoMeta,
}
