//! Pages as pictures, and what differs between two of them.

use super::{Exhibits, Typesetter, unset};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageFormat, Luma, Rgba, RgbaImage};
use redress_base::{Fault, Finding, Refusal};
use redress_paper::Paper;
use std::io::Cursor;
use typst::utils::Scalar;
use typst_render::RenderOptions;

/// The finest that pages are drawn: above it a page takes more than 100 MB.
const FINEST: u16 = 600;

/// How two pictures of a page differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// How many points differ by more than the tolerance.
    pub points: u64,
    /// Of how many.
    pub of: u64,
    /// A PNG in which they are red over a pale copy of the second.
    pub picture: Vec<u8>,
}

impl Typesetter {
    /// Every sheet of a paper as a PNG at so many points to the inch, as they stand in the PDF.
    ///
    /// # Errors
    /// As for [`Typesetter::pdf`]; `Usage` where the resolution is 0 or above 600.
    pub fn pages_as_png(
        &self,
        paper: &Paper,
        exhibits: &Exhibits,
        ppi: u16,
    ) -> Result<Vec<Vec<u8>>, Refusal> {
        if ppi == 0 || ppi > FINEST {
            let finding = Finding::error("typeset-resolution").with("ppi", i64::from(ppi));
            return Err(finding.with("most", i64::from(FINEST)).refuse(Fault::Usage));
        }
        let (document, _) = self.set(paper, exhibits)?;
        let options = RenderOptions { pixel_per_pt: Scalar::new(f64::from(ppi) / 72.0), render_bleed: false };
        let drawn = document.pages().iter().map(|page| {
            typst_render::render(page, &options).encode_png().map_err(|error| unset(&error.to_string()))
        });
        drawn.collect()
    }
}

/// A picture in sixteen greys, packed as small as PNG can: for pictures that are kept to be compared with.
///
/// # Errors
/// `Input` where it is no PNG.
pub fn in_greys(png: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut drawn = image::load_from_memory_with_format(png, ImageFormat::Png)
        .map(DynamicImage::into_luma8)
        .map_err(|_| Finding::error("typeset-comparison-unreadable").refuse(Fault::Input))?;
    for point in drawn.pixels_mut() {
        let Luma([grey]) = *point;
        // The nearest of 0, 17, 34 … 255.
        *point = Luma([(grey.saturating_add(8) / 17).min(15) * 17]);
    }
    let mut out = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Best, FilterType::NoFilter);
    drawn.write_with_encoder(encoder).map_err(|error| unset(&error.to_string()))?;
    Ok(out)
}

/// Compares two pictures point by point. A point differs where a channel differs by more than `tolerance`; where one
/// picture is larger, everything beyond the other differs. Nothing where they are alike.
///
/// # Errors
/// `Input` where one of them is no PNG.
pub fn compare(before: &[u8], after: &[u8], tolerance: u8) -> Result<Option<Difference>, Refusal> {
    let read = |bytes: &[u8]| {
        image::load_from_memory_with_format(bytes, ImageFormat::Png)
            .map(DynamicImage::into_rgba8)
            .map_err(|_| Finding::error("typeset-comparison-unreadable").refuse(Fault::Input))
    };
    let (before, after) = (read(before)?, read(after)?);
    let (width, height) = (before.width().max(after.width()), before.height().max(after.height()));
    let mut points = 0;
    let drawn = RgbaImage::from_fn(width, height, |x, y| {
        let (old, new) = (before.get_pixel_checked(x, y), after.get_pixel_checked(x, y));
        let alike = old.zip(new).is_some_and(|(old, new)| near(old, new, tolerance));
        if alike {
            pale(new)
        } else {
            points += 1;
            Rgba([220, 0, 0, 255])
        }
    });
    if points == 0 {
        return Ok(None);
    }
    let mut picture = Cursor::new(Vec::new());
    drawn.write_to(&mut picture, ImageFormat::Png).map_err(|error| unset(&error.to_string()))?;
    let of = u64::from(width) * u64::from(height);
    Ok(Some(Difference { points, of, picture: picture.into_inner() }))
}

fn near(old: &Rgba<u8>, new: &Rgba<u8>, tolerance: u8) -> bool {
    old.0.iter().zip(new.0).all(|(old, new)| old.abs_diff(new) <= tolerance)
}

fn pale(point: Option<&Rgba<u8>>) -> Rgba<u8> {
    point.map_or(Rgba([255; 4]), |point| {
        let Rgba([red, green, blue, _]) = *point;
        Rgba([191 + red / 4, 191 + green / 4, 191 + blue / 4, 255])
    })
}
