//! Pictures as PNG, for papers in a form that holds no drawings and not every kind of picture (DOCX).

use super::{Exhibits, Pictures, Typesetter, enclosed, first, unset, world};
use crate::Rasters;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, imageops::FilterType};
use redress_base::{Fault, Finding, Refusal};
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
                            vec![as_png(&name, bytes)?]
                        };
                        rasters.exhibits.insert(*item, pages);
                    }
                }
            }
        }
        Ok(rasters)
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

/// A picture as PNG, the way up that it is to be looked at.
fn as_png(name: &str, bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let broken = || Finding::error("typeset-picture-broken").with("picture", name).refuse(Fault::Input);
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| broken())?;
    let mut decoder = reader.into_decoder().map_err(|_| broken())?;
    let turn = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| broken())?;
    if let Some(turn) = turn {
        picture.apply_orientation(turn);
    }
    if picture.width().max(picture.height()) > LONGEST {
        picture = picture.resize(LONGEST, LONGEST, FilterType::Triangle);
    }
    let mut png = Cursor::new(Vec::new());
    picture.write_to(&mut png, ImageFormat::Png).map_err(|_| broken())?;
    Ok(png.into_inner())
}
