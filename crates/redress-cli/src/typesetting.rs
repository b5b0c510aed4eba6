//! The press: serves the workbench's port with the typesetter's room.

use redress_base::{ItemId, Refusal};
use redress_paper::{Paper, Picture};
use redress_typeset::{Exhibits, docx};
use redress_workbench::{Printed, Typesetter, Unprinted};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A typesetter with its faces, and which files are wanted.
pub(crate) struct Press {
    typesetter: redress_typeset::Typesetter,
    docx: bool,
}

impl Press {
    /// Reads the faces that a person named.
    ///
    /// # Errors
    /// Where a font file cannot be read or is none.
    pub(crate) fn new(fonts: &[&PathBuf], docx: bool) -> Result<Press, Refusal> {
        let faces = fonts.iter().map(|file| crate::disk::whole(file)).collect::<Result<_, _>>()?;
        Ok(Press { typesetter: redress_typeset::Typesetter::new(faces)?, docx })
    }
}

impl Typesetter for Press {
    fn shows(&mut self, item: ItemId, bytes: &[u8], taken: u64) -> Result<u64, Unprinted> {
        let shown = self.typesetter.shows(item, bytes, taken);
        shown.map_err(|refusal| match refusal.finding.code.as_str() {
            "typeset-picture-unsupported" => Unprinted::Unsupported,
            "typeset-picture-too-large" | "typeset-pdf-too-large" => Unprinted::TooLarge,
            "typeset-pdf-encrypted" => Unprinted::Encrypted,
            "typeset-pdf-too-many-pages" => Unprinted::TooManyPages,
            "typeset-pdf-faces" => Unprinted::Faces,
            "typeset-pdf-annotated" => Unprinted::Annotated,
            "typeset-picture-too-long" => Unprinted::TooLong,
            "typeset-pictures-too-many" => Unprinted::TooMany,
            _ => Unprinted::Broken,
        })
    }

    fn views(&mut self, item: ItemId, bytes: &[u8], most: usize) -> Result<Vec<Vec<u8>>, Refusal> {
        self.typesetter.views(item, bytes, most)
    }

    fn pages(
        &mut self,
        paper: &Paper,
        exhibits: &mut dyn FnMut(ItemId) -> Result<Vec<u8>, Refusal>,
    ) -> Result<BTreeMap<String, u32>, Refusal> {
        self.typesetter.pages(paper, &shown(paper, exhibits)?)
    }

    fn print(
        &mut self,
        paper: &Paper,
        exhibits: &mut dyn FnMut(ItemId) -> Result<Vec<u8>, Refusal>,
    ) -> Result<Printed, Refusal> {
        let shown = shown(paper, exhibits)?;
        let printed = self.typesetter.pdf(paper, &shown)?;
        let mut files = vec![("pdf".to_owned(), printed.pdf)];
        if self.docx {
            let rasters = self.typesetter.rasters(paper, &shown)?;
            // The Word file cannot be looked at as the pages were; it says what they say.
            files.push(("docx".to_owned(), docx(&printed.undrawn.written_out(paper), &rasters)?));
        }
        Ok(Printed { files, marks: printed.marks })
    }
}

/// The bytes of the exhibits that a paper shows.
fn shown(
    paper: &Paper,
    exhibits: &mut dyn FnMut(ItemId) -> Result<Vec<u8>, Refusal>,
) -> Result<Exhibits, Refusal> {
    let mut shown = Exhibits::new();
    for picture in paper.pictures.values() {
        if let Picture::Exhibit { item } = picture {
            shown.insert(*item, exhibits(*item)?);
        }
    }
    Ok(shown)
}
