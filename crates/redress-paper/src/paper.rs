//! The blocks of a paper.
//!
//! PDF and DOCX are made from this one value, so that they cannot say different things. It knows nothing of
//! points, faces or pages, except where a page number of the evidence volume is quoted.

use crate::Run;
use redress_base::ItemId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Schema of a paper.
pub const PAPER_SCHEMA: &str = "redress/paper/1";

/// In which words it is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Edition {
    /// Chinese alone: the edition that is filed.
    #[default]
    Chinese,
    /// Chinese with an English gloss under every fixed text, for a reader who needs it. It is never filed.
    Glossed,
}

/// Whether it may be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// A draft: what is missing is marked in place and listed on top.
    Draft,
    /// Complete: nothing that the form requires is missing.
    Final,
}

/// One paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// [`PAPER_SCHEMA`].
    pub schema: String,
    /// Id of its form, such as `complaint-defamation`.
    pub form: String,
    /// Its title in Chinese and in English, for the document's properties.
    pub title: Fixed,
    /// Which edition.
    pub edition: Edition,
    /// Whether it may be signed.
    pub standing: Standing,
    /// The day of it (Beijing), as `2026-02-10`: of signing, where it stands on the paper, else of printing.
    pub day: String,
    /// What is missing, in the order in which it stands on the paper. Empty in a final.
    pub missing: Vec<Missing>,
    /// What stands on it.
    pub blocks: Vec<Block>,
    /// Pictures that the blocks name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub pictures: BTreeMap<String, Picture>,
}

/// A text of the form itself, in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fixed {
    /// Chinese: what is filed.
    pub zh: String,
    /// English gloss.
    pub en: String,
}

/// A place of the form that is not filled and has to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Missing {
    /// Where the answer goes in the form's input, such as `prosecutors.0.name`.
    pub path: String,
    /// What it is called on the paper.
    pub label: Fixed,
    /// Which article or official form asks for it, where the form says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_by: Option<String>,
}

/// How a text stands between the margins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// From the left margin.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// To the right margin.
    End,
}

/// One block of a paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "block", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Block {
    /// The title; once.
    Title {
        /// Its runs.
        runs: Vec<Run>,
    },
    /// A heading; level 1 (一、), 2 (（一）) or 3.
    Heading {
        /// 1 to 3.
        level: u8,
        /// Its runs.
        runs: Vec<Run>,
    },
    /// A paragraph.
    Paragraph {
        /// Two characters in at its first line, as Chinese papers have it.
        indent: bool,
        /// Where it stands.
        align: Align,
        /// Its runs.
        runs: Vec<Run>,
    },
    /// A numbered or plain list.
    List {
        /// `1. 2. 3.`; otherwise dots.
        ordered: bool,
        /// One paragraph an item.
        items: Vec<Vec<Run>>,
    },
    /// Small print beside the paper's own text: instructions of the form, limits of what is said.
    Note {
        /// One paragraph each.
        paragraphs: Vec<Vec<Run>>,
    },
    /// A table. Every row fills its columns: the spans of a row add up to the number of columns.
    Table {
        /// Widths in parts of the whole.
        columns: Vec<u8>,
        /// How many rows at the top are repeated on each page.
        head: u8,
        /// What a reader who cannot see it is told that it is.
        name: Fixed,
        /// Its rows.
        rows: Vec<Vec<Cell>>,
    },
    /// A picture of [`Paper::pictures`].
    Picture {
        /// Which one.
        id: String,
        /// What it shows, for a reader who cannot see it.
        alt: String,
        /// What stands under it.
        caption: Vec<Run>,
    },
    /// A line to be signed: label, and room.
    Signature {
        /// One line each.
        lines: Vec<Vec<Run>>,
    },
    /// An anchor whose page is asked for afterwards, such as where an exhibit begins or ends.
    Mark {
        /// Its name, unlike every other in the paper.
        name: String,
    },
    /// A new page begins.
    PageBreak,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// How many columns it covers; at least one.
    pub span: u8,
    /// Whether it is a label rather than something filled in.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub label: bool,
    /// Where its text stands.
    #[serde(default)]
    pub align: Align,
    /// One paragraph each.
    pub paragraphs: Vec<Vec<Run>>,
}

/// A picture on a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Picture {
    /// A drawing: the chart itself as SVG.
    Svg {
        /// The SVG document.
        svg: String,
    },
    /// An exhibit that is a picture, by its item; its bytes are handed to the typesetter beside the paper.
    Exhibit {
        /// Which item.
        item: ItemId,
    },
}
