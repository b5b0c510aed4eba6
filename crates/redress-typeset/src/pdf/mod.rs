//! A paper as PDF/A-2b with tags, and as pictures of its pages.

mod breaks;
mod enclosed;
mod pictures;
mod rasters;
mod sheet;
mod views;
mod world;

pub use views::{Difference, compare, in_greys};

use crate::fonts::Faces;
use crate::undrawn::Undrawn;
use crate::{glyphs, runs};
use pictures::Pictures;
use redress_base::{Fault, Finding, ItemId, Refusal};
use redress_paper::{Block, Paper};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Datetime, Label, Selector, Smart, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::syntax::Source;
use typst::utils::{LazyHash, PicoStr};
use typst::{Feature, Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// The bytes of exhibits that are pictures (PNG, JPEG, GIF or WebP) or PDFs, by their item.
pub type Exhibits = BTreeMap<ItemId, Vec<u8>>;

/// Beijing, in minutes.
const BEIJING: i32 = 480;
/// How often a paper is laid out anew, each time with fewer sequences that no face draws.
const TRIES: u32 = 4;

/// Sets papers. It reads the faces once; keep it for all papers of a case.
pub struct Typesetter {
    library: LazyHash<Library>,
    faces: Faces,
    template: Source,
    drawing: Source,
    leaf: Source,
    /// Pages of exhibits that were drawn before: a volume asks whether they can be, then prints them, then as DOCX.
    drawn: Mutex<enclosed::Drawn>,
}

/// A paper, printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has, counted as they are numbered: a draft's list of what is missing stands before page 1.
    pub pages: u32,
    /// The number of the page on which each mark stands, as printed at its foot.
    pub marks: BTreeMap<String, u32>,
    /// What of the words of others is printed by its number, because no face draws it.
    pub undrawn: Undrawn,
}

impl Typesetter {
    /// A typesetter with the faces of the program and, after them, those that are handed in (TTF, OTF, TTC).
    ///
    /// # Errors
    /// `Input` where one that was handed in is no face.
    pub fn new(extra_fonts: Vec<Vec<u8>>) -> Result<Typesetter, Refusal> {
        let faces = Faces::new(extra_fonts)?;
        // Headers of rows and summaries of tables, for a reader who hears the paper.
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = LazyHash::new(Library::builder().with_features(features).build());
        let template = world::template().ok_or_else(|| unset("template"))?;
        let drawing = world::drawing().ok_or_else(|| unset("drawing"))?;
        let leaf = world::leaf().ok_or_else(|| unset("leaf"))?;
        Ok(Typesetter { library, faces, template, drawing, leaf, drawn: Mutex::default() })
    }

    /// Sets a paper as PDF/A-2b. The same paper gives the same bytes.
    ///
    /// # Errors
    /// `Input` where a character has no glyph or a picture cannot be printed, `Usage` where a picture or mark of the
    /// paper is not as it has to be; nothing is given then.
    pub fn pdf(&self, paper: &Paper, exhibits: &Exhibits) -> Result<Printed, Refusal> {
        let day = day(paper)?;
        let (document, undrawn) = self.set(paper, exhibits)?;
        let standards = PdfStandards::new(&[PdfStandard::A_2b]).map_err(|error| unset(error.message()))?;
        let options = PdfOptions {
            ident: Smart::Custom(format!("redress/{}/{}/{}", paper.form, paper.day, paper.title.zh)),
            creator: Smart::Custom(Some("redress".to_owned())),
            timestamp: Timestamp::new_local(day, BEIJING),
            page_ranges: None,
            standards,
            tagged: true,
            pretty: false,
        };
        let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| first(&errors))?;
        let marks = marks(&document);
        let pages = document.pages().last().map_or(0, |page| number(page.number));
        // What was remembered of papers before the last few is let go, so that a long run does not grow.
        typst::comemo::evict(3);
        Ok(Printed { pdf, pages, marks, undrawn })
    }

    /// On which page each mark stands, without writing a file.
    ///
    /// # Errors
    /// As [`Typesetter::pdf`].
    pub fn pages(&self, paper: &Paper, exhibits: &Exhibits) -> Result<BTreeMap<String, u32>, Refusal> {
        Ok(marks(&self.set(paper, exhibits)?.0))
    }

    /// Whether the picture of an exhibit can be printed after others of the same paper that have `taken` points: how many
    /// have been taken with it.
    ///
    /// # Errors
    /// `Input` where it is broken, of a kind that cannot be printed, or too large; each names the item.
    pub fn shows(&self, item: ItemId, bytes: &[u8], taken: u64) -> Result<u64, Refusal> {
        pictures::shows(self, item, bytes, taken)
    }

    /// Looks at a paper and lays its pages out; again where a sequence of somebody else's characters came out as a box.
    fn set(&self, paper: &Paper, exhibits: &Exhibits) -> Result<(PagedDocument, Undrawn), Refusal> {
        marks_are_unlike(paper)?;
        glyphs::look_up(paper, &self.faces)?;
        let pictures = Pictures::of(self, paper, exhibits)?;
        let mut undrawn = Undrawn::of(paper, &self.faces);
        for again in 0.. {
            let document = self.lay(paper, &pictures, &undrawn)?;
            let boxes = glyphs::boxes(&document);
            let Some((text, sheet)) = boxes.first_key_value() else { return Ok((document, undrawn)) };
            let own = |text: &str| {
                let own =
                    paper.blocks.iter().flat_map(runs::of).filter(|(_, run)| !runs::from_outside(run.style));
                own.into_iter().any(|(_, run)| run.text.contains(text))
            };
            if let Some((text, sheet)) = boxes.iter().find(|(text, _)| own(text)) {
                return Err(glyphs::refuse(paper, text, *sheet));
            }
            let (text, sheet) = (text.clone(), *sheet);
            let changed = if again < TRIES { undrawn.learn(boxes.into_keys()) } else { undrawn.give_up() };
            // Nothing that the words of others hold can be drawn any other way: the box stands in a text of ours.
            if !changed && !undrawn.give_up() {
                return Err(glyphs::refuse(paper, &text, sheet));
            }
        }
        Err(unset("boxes"))
    }

    fn lay(&self, paper: &Paper, pictures: &Pictures, undrawn: &Undrawn) -> Result<PagedDocument, Refusal> {
        let sheet = sheet::Sheet::of(paper, &self.faces, &pictures.placed, undrawn);
        let data = serde_json::to_vec(&sheet).map_err(|error| unset(&error.to_string()))?;
        let mut files = pictures.files.clone();
        files.insert("/paper.json".to_owned(), Bytes::new(data));
        let desk = world::Desk::new(self, &self.template, files);
        typst::compile::<PagedDocument>(&desk).output.map_err(|errors| first(&errors))
    }
}

/// Typst would not do it. Papers and pictures were looked at before, so that this is an error of ours; its words help
/// whoever mends it.
fn unset(error: &str) -> Refusal {
    Finding::error("typeset-failed").with("error", error).refuse(Fault::Input)
}

fn first(errors: &[SourceDiagnostic]) -> Refusal {
    unset(errors.first().map_or("", |error| error.message.as_str()))
}

fn day(paper: &Paper) -> Result<Datetime, Refusal> {
    let mut parts = paper.day.split('-');
    let mut next = || parts.next().and_then(|part| part.parse::<u16>().ok());
    let day = match (next(), next(), next()) {
        (Some(year), Some(month), Some(day)) => u8::try_from(month)
            .ok()
            .zip(u8::try_from(day).ok())
            .and_then(|(month, day)| Datetime::from_ymd_hms(i32::from(year), month, day, 0, 0, 0)),
        _ => None,
    };
    day.ok_or_else(|| {
        Finding::error("typeset-day-unreadable").with("day", paper.day.as_str()).refuse(Fault::Usage)
    })
}

fn marks_are_unlike(paper: &Paper) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    for block in &paper.blocks {
        if let Block::Mark { name } = block
            && !seen.insert(name.as_str())
        {
            return Err(Finding::error("typeset-mark-twice")
                .with("mark", name.as_str())
                .refuse(Fault::Usage));
        }
    }
    Ok(())
}

/// The printed number of the page on which each mark stands.
fn marks(document: &PagedDocument) -> BTreeMap<String, u32> {
    let Some(label) = Label::new(PicoStr::intern("redress-mark")) else { return BTreeMap::new() };
    let introspector = document.introspector();
    let all = introspector.query(&Selector::Label(label));
    let found = all.iter().filter_map(|content| {
        let mark = content.to_packed::<MetadataElem>()?;
        let Value::Str(name) = &mark.value else { return None };
        let sheet = introspector.position(content.location()?)?.page;
        let page = document.pages().get(sheet.get() - 1)?;
        Some((name.to_string(), number(page.number)))
    });
    found.collect()
}

fn number(page: u64) -> u32 {
    u32::try_from(page).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
