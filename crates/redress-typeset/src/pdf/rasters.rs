//! Pictures as PNG, for papers in a form that holds no drawings and not every kind of picture (DOCX).

use super::{Exhibits, Pictures, Typesetter, enclosed, first, unset, world};
use crate::Rasters;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, imageops::FilterType};
use redress_base::{Fault, Finding, ItemId, Refusal};
use redress_paper::{Paper, Picture};
use std::collections::BTreeMap;
use std::io::Cursor;
use typst::foundations::Bytes;
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

/// Points to the inch of a drawing.
const PPI: f64 = 200.0;
/// An exhibit is no larger than this, in points: on paper nobody sees more, and the file of every paper holds it.
const LONGEST: u32 = 4_000;
/// The longest side of a picture that is looked at: browsers draw no longer ones.
const LONGEST_VIEW: u32 = 16_000;
/// A picture that is looked at takes no more bytes; a larger one is made smaller.
const VIEW_BYTES: usize = 12 << 20;

impl Typesetter {
    /// Every picture that the blocks of a paper name, as PNG: drawings by their id, exhibits by their item.
    ///
    /// # Errors
    /// As for [`Typesetter::pdf`].
    pub fn rasters(&self, paper: &Paper, exhibits: &Exhibits) -> Result<Rasters, Refusal> {
        // Bounds and kinds of exhibits are asked about as they are for PDF.
        Pictures::of(self, paper, exhibits)?;
        let mut rasters = Rasters::default();
        for (id, picture) in &paper.pictures {
            match picture {
                Picture::Svg { svg } => {
                    rasters.charts.insert(id.clone(), self.drawing_as_png(svg)?);
                }
                Picture::Exhibit { item } => {
                    if let Some(bytes) = exhibits.get(item) {
                        let name = item.to_string();
                        let pages = if enclosed::is_pdf(bytes) {
                            self.leaves(&name, bytes)?.iter().map(|page| page.to_vec()).collect()
                        } else {
                            vec![encoded(&name, &points(&name, bytes, LONGEST)?)?]
                        };
                        rasters.exhibits.insert(*item, pages);
                    }
                }
            }
        }
        Ok(rasters)
    }

    /// An exhibit as pictures to be looked at: a picture as one, the way up that it is meant, a PDF page by page, until
    /// `most` bytes of them are drawn. They are made anew from points: nothing else that the file carried is in them.
    ///
    /// # Errors
    /// As for [`Typesetter::shows`].
    pub fn views(&self, item: ItemId, bytes: &[u8], most: usize) -> Result<Vec<Vec<u8>>, Refusal> {
        self.shows(item, bytes, 0)?;
        let name = item.to_string();
        if !enclosed::is_pdf(bytes) {
            let mut seen = points(&name, bytes, LONGEST_VIEW)?;
            let mut png = encoded(&name, &seen)?;
            while png.len() > VIEW_BYTES && seen.width().max(seen.height()) > 1 {
                seen = seen.resize(seen.width() / 2 + 1, seen.height() / 2 + 1, FilterType::Triangle);
                png = encoded(&name, &seen)?;
            }
            return Ok(vec![png]);
        }
        let mut room = most;
        let pages = self.leaves(&name, bytes)?;
        let fits = pages.iter().take_while(|page| {
            let left = room.checked_sub(page.len());
            room = left.unwrap_or_default();
            left.is_some()
        });
        Ok(fits.map(|page| page.to_vec()).collect())
    }

    fn drawing_as_png(&self, svg: &str) -> Result<Vec<u8>, Refusal> {
        let files = BTreeMap::from([("/drawing.svg".to_owned(), Bytes::from_string(svg.to_owned()))]);
        let desk = world::Desk::new(self, &self.drawing, files);
        let document = typst::compile::<PagedDocument>(&desk).output.map_err(|errors| first(&errors))?;
        let page = document.pages().first().ok_or_else(|| unset("drawing"))?;
        let options = RenderOptions { pixel_per_pt: Scalar::new(PPI / 72.0), render_bleed: false };
        typst_render::render(page, &options).encode_png().map_err(|error| unset(&error.to_string()))
    }
}

/// A picture, the way up that it is to be looked at, no longer on either side than `longest`.
fn points(name: &str, bytes: &[u8], longest: u32) -> Result<DynamicImage, Refusal> {
    let broken = || Finding::error("typeset-picture-broken").with("picture", name).refuse(Fault::Input);
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| broken())?;
    let mut decoder = reader.into_decoder().map_err(|_| broken())?;
    let turn = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| broken())?;
    if let Some(turn) = turn {
        picture.apply_orientation(turn);
    }
    if picture.width().max(picture.height()) > longest {
        picture = picture.resize(longest, longest, FilterType::Triangle);
    }
    Ok(picture)
}

fn encoded(name: &str, picture: &DynamicImage) -> Result<Vec<u8>, Refusal> {
    let broken = |_| Finding::error("typeset-picture-broken").with("picture", name).refuse(Fault::Input);
    let mut png = Cursor::new(Vec::new());
    picture.write_to(&mut png, ImageFormat::Png).map_err(broken)?;
    Ok(png.into_inner())
}
