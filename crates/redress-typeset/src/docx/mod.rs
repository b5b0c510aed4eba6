//! A paper as DOCX: a Word file that a person can go on writing in, and that LibreOffice opens as well.
//!
//! The elements come out of `rdocx-oxml`, in the order that the schema wants; styles, numbering and settings are plain
//! XML under `parts/`. The same paper with the same pictures gives the same bytes.

mod block;
mod margin;
mod package;
mod picture;
mod run;
mod table;
mod visible;

use redress_base::{Fault, Finding, ItemId, Refusal};
use redress_paper::Paper;
use std::collections::BTreeMap;

/// Pictures as PNG, which is what Word shows everywhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rasters {
    /// Charts of the paper, by the id of the picture.
    pub charts: BTreeMap<String, Vec<u8>>,
    /// Exhibits that are pictures, by their item; of a PDF its pages.
    pub exhibits: BTreeMap<ItemId, Vec<Vec<u8>>>,
}

/// The paper as a DOCX file.
///
/// # Errors
/// `Input` where a picture is not there or is no PNG, a row of a table does not fill its columns, or the day is no day.
pub fn docx(paper: &Paper, rasters: &Rasters) -> Result<Vec<u8>, Refusal> {
    let body = block::body(paper, rasters)?;
    package::pack(paper, body)
}

/// A refusal of the paper as it was handed in.
fn refuse(finding: Finding) -> Refusal {
    finding.refuse(Fault::Input)
}

/// What the writer of the elements or of the archive says when it cannot; nothing that a paper holds leads there.
fn unwritable(error: impl std::fmt::Display) -> Refusal {
    refuse(Finding::error("typeset-docx-unwritable").with("error", error.to_string()))
}
