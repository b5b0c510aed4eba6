//! Pictures: PNG as handed in, as wide as the text allows, with what they show in words.

use super::run::of;
use super::visible::visible_line;
use super::{Rasters, refuse};
use rdocx_oxml::CT_R;
use rdocx_oxml::drawing::{CT_Drawing, CT_Inline};
use rdocx_oxml::text::RunContent;
use redress_base::{Finding, ItemId, Refusal};
use redress_paper::{Paper, Picture};
use std::collections::BTreeMap;

/// 156 mm, the width of the text, in English Metric Units.
const WIDEST: u128 = 156 * 36_000;
/// 200 mm: room for a caption stays on the page.
const TALLEST: u128 = 200 * 36_000;
/// A pixel of a screen of 96 dots an inch.
const PIXEL: u128 = 9_525;

/// The pictures that a paper shows, each once.
#[derive(Default)]
pub(super) struct Pictures<'p> {
    /// Their bytes, in the order of their first use; the first is `word/media/image1.png`.
    pub(super) shown: Vec<&'p [u8]>,
    numbers: BTreeMap<Source, usize>,
    drawn: u32,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Chart(String),
    Exhibit(ItemId, usize),
}

impl<'p> Pictures<'p> {
    /// The runs that show picture `id`: one, or one for each page of a PDF.
    pub(super) fn show(
        &mut self,
        paper: &Paper,
        rasters: &'p Rasters,
        id: &str,
        alt: &str,
    ) -> Result<Vec<CT_R>, Refusal> {
        let (parts, chart): (Vec<_>, bool) = match paper.pictures.get(id) {
            Some(Picture::Svg { .. }) => {
                let chart = rasters.charts.get(id);
                (chart.map(|bytes| (Source::Chart(id.to_owned()), bytes)).into_iter().collect(), true)
            }
            Some(Picture::Exhibit { item }) => {
                let pages = rasters.exhibits.get(item).into_iter().flatten().enumerate();
                (pages.map(|(page, bytes)| (Source::Exhibit(*item, page), bytes)).collect(), false)
            }
            None => return Err(refuse(Finding::error("typeset-picture-unknown").with("picture", id))),
        };
        if parts.is_empty() {
            return Err(refuse(Finding::error("typeset-picture-not-handed-in").with("picture", id)));
        }
        parts.into_iter().map(|(source, bytes)| self.one(source, bytes, id, alt, chart)).collect()
    }

    fn one(
        &mut self,
        source: Source,
        bytes: &'p [u8],
        id: &str,
        alt: &str,
        chart: bool,
    ) -> Result<CT_R, Refusal> {
        let Some((width, height)) = size(bytes) else {
            return Err(refuse(Finding::error("typeset-picture-no-png").with("picture", id)));
        };
        let next = self.shown.len() + 1;
        let number = *self.numbers.entry(source).or_insert(next);
        if number == next {
            self.shown.push(bytes);
        }
        self.drawn += 1;
        let (width, height) = on_page(width, height, chart);
        let mut inline = CT_Inline::new(&relation(number), width, height);
        inline.doc_pr_id = self.drawn;
        inline.name = Some(format!("Picture {}", self.drawn));
        inline.description = Some(visible_line(alt));
        Ok(of(None, vec![RunContent::Drawing(CT_Drawing::inline(inline))]))
    }
}

/// By which the document names picture `number`.
pub(super) fn relation(number: usize) -> String {
    format!("rIdImage{number}")
}

/// Width and height of a PNG, out of its first chunk (PNG, third edition, 11.2.2).
fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?.strip_prefix(b"\0\0\0\x0dIHDR")?;
    let (width, rest) = header.split_first_chunk::<4>()?;
    let (height, _) = rest.split_first_chunk::<4>()?;
    let (width, height) = (u32::from_be_bytes(*width), u32::from_be_bytes(*height));
    (width > 0 && height > 0).then_some((width, height))
}

/// A chart fills the width; a photograph is as large as on a screen; neither is larger than the page allows.
fn on_page(width: u32, height: u32, chart: bool) -> (i64, i64) {
    let (wide, tall) = (u128::from(width) * PIXEL, u128::from(height) * PIXEL);
    let mut size = (wide, tall);
    if chart || wide > WIDEST {
        size = (WIDEST, tall * WIDEST / wide);
    }
    if size.1 > TALLEST {
        size = (size.0 * TALLEST / size.1, TALLEST);
    }
    // A picture of one pixel by a million still has a side that is drawn.
    let shown = |side: u128| i64::try_from(side.max(PIXEL)).unwrap_or(i64::MAX);
    (shown(size.0), shown(size.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_keep_their_shape_and_stay_on_the_page() {
        assert_eq!(on_page(100, 50, false), (952_500, 476_250));
        assert_eq!(on_page(100, 50, true), (5_616_000, 2_808_000));
        assert_eq!(on_page(4000, 2000, false), (5_616_000, 2_808_000));
        assert_eq!(on_page(1000, 4000, false), (1_800_000, 7_200_000));
        assert_eq!(on_page(u32::MAX, 1, true), (5_616_000, 9_525));
        assert_eq!(on_page(1, u32::MAX, true), (9_525, 7_200_000));
    }

    #[test]
    fn what_is_no_png_has_no_size() {
        assert_eq!(size(b""), None);
        assert_eq!(size(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0"), None);
        assert_eq!(size(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\0"), None);
        assert_eq!(size(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x02"), Some((1, 2)));
        assert_eq!(size(b"\xff\xd8\xff\xe0"), None);
    }
}
