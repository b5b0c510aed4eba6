//! Pictures: looked at before they are set, bounded in size, and placed on the page.

use super::{Exhibits, Typesetter, enclosed};
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use redress_base::{Fault, Finding, ItemId, Refusal};
use redress_paper::{Block, Paper, Picture};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Cursor;
use typst::foundations::Bytes;

/// Points of one picture. A picture of a phone has 3 million, a long one of a whole conversation 20 million.
pub(super) const POINTS: u64 = 50_000_000;
/// Points of all pictures of one paper; in memory each takes four bytes.
const POINTS_IN_ALL: u64 = 300_000_000;
/// Room for a picture with its caption, in millimetres.
const ROOM: (f64, f64) = (156.0, 200.0);
/// No picture is drawn larger than this, in points to the inch: blowing it up shows nothing more.
const COARSEST: f64 = 96.0;
/// Narrower than this nobody reads what stands on it; it is cut into strips of [`STRIP`] instead.
const NARROWEST: f64 = 55.0;
/// Width of strips.
const STRIP: f64 = 95.0;
/// What each strip repeats of the one before.
const AGAIN: f64 = 8.0;
/// Strips of one picture.
const STRIPS: usize = 40;

/// A picture with its place.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum Placed {
    /// A drawing.
    Svg { path: String },
    /// A picture of points, width and height in millimetres, in strips: from where, how high, and `1/3`.
    Points { path: String, width: f64, height: f64, strips: Vec<(f64, f64, String)> },
}

/// The pictures of a paper by their id, and the files that they are for the template.
#[derive(Default)]
pub(super) struct Pictures {
    pub(super) placed: BTreeMap<String, Vec<Placed>>,
    pub(super) files: BTreeMap<String, Bytes>,
}

impl Pictures {
    /// Looks at every picture that the blocks name.
    ///
    /// # Errors
    /// `Usage` where there is no such picture or its bytes were not handed in; `Input` where it is broken, of a kind
    /// that cannot be printed, or too large; each names the item.
    pub(super) fn of(
        typesetter: &Typesetter,
        paper: &Paper,
        exhibits: &Exhibits,
    ) -> Result<Pictures, Refusal> {
        let mut pictures = Pictures::default();
        let mut points = 0;
        for block in &paper.blocks {
            let Block::Picture { id, .. } = block else { continue };
            if pictures.placed.contains_key(id) {
                continue;
            }
            let number = pictures.files.len();
            let made = match paper.pictures.get(id) {
                None => return Err(refuse("typeset-picture-unknown", id, Fault::Usage)),
                Some(Picture::Svg { svg }) => {
                    let path = format!("/picture-{number}.svg");
                    vec![(path.clone(), Placed::Svg { path }, Bytes::from_string(drawing(id, svg)?))]
                }
                Some(Picture::Exhibit { item }) => exhibit(typesetter, *item, number, exhibits, &mut points)?,
            };
            for (path, placed, bytes) in made {
                pictures.files.insert(path, bytes);
                pictures.placed.entry(id.clone()).or_default().push(placed);
            }
        }
        Ok(pictures)
    }
}

fn refuse(code: &str, name: &str, fault: Fault) -> Refusal {
    Finding::error(code).with("picture", name).refuse(fault)
}

/// A drawing that is one: it is parsed here, so that the error names it.
fn drawing(id: &str, svg: &str) -> Result<String, Refusal> {
    match roxmltree::Document::parse(svg) {
        Ok(tree) if tree.root_element().has_tag_name(("http://www.w3.org/2000/svg", "svg")) => {
            Ok(svg.to_owned())
        }
        _ => Err(refuse("typeset-picture-broken", id, Fault::Input)),
    }
}

/// Whether a picture can be printed after others that have `taken` points: how many have been taken with it. A PDF is
/// drawn for that, page by page.
///
/// # Errors
/// `Input` where it is broken, of a kind that cannot be printed, or too large; each names the item.
pub(super) fn shows(typesetter: &Typesetter, item: ItemId, bytes: &[u8], taken: u64) -> Result<u64, Refusal> {
    let name = item.to_string();
    let room = |taken, size| room(&name, size, taken, String::new()).map(|(_, taken)| taken);
    if enclosed::is_pdf(bytes) {
        let taken = enclosed::sizes(&name, bytes)?.into_iter().try_fold(taken, room)?;
        typesetter.leaves(&name, bytes)?;
        return Ok(taken);
    }
    let (_, width, height) = read(&name, bytes)?;
    room(taken, (width, height))
}

/// Its place, and how many points are taken with it.
fn room(name: &str, (width, height): (u32, u32), taken: u64, path: String) -> Result<(Placed, u64), Refusal> {
    let taken = taken.saturating_add(u64::from(width) * u64::from(height));
    if taken > POINTS_IN_ALL {
        return Err(refuse("typeset-pictures-too-many", name, Fault::Input));
    }
    let placed =
        place(path, width, height).ok_or_else(|| refuse("typeset-picture-too-long", name, Fault::Input))?;
    Ok((placed, taken))
}

/// A picture as a file for the template: its path, where it is placed, its bytes.
type Filed = (String, Placed, Bytes);

fn exhibit(
    typesetter: &Typesetter,
    item: ItemId,
    number: usize,
    exhibits: &Exhibits,
    points: &mut u64,
) -> Result<Vec<Filed>, Refusal> {
    let name = item.to_string();
    let bytes =
        exhibits.get(&item).ok_or_else(|| refuse("typeset-picture-not-handed-in", &name, Fault::Usage))?;
    let mut filed = |path: String, size, bytes| -> Result<Filed, Refusal> {
        let (placed, taken) = room(&name, size, *points, path.clone())?;
        *points = taken;
        Ok((path, placed, bytes))
    };
    if enclosed::is_pdf(bytes) {
        let pages = enclosed::sizes(&name, bytes)?.into_iter().zip(typesetter.leaves(&name, bytes)?);
        let pages = (1..).zip(pages);
        return pages
            .map(|(page, (size, bytes))| filed(format!("/picture-{number}-{page}.png"), size, bytes))
            .collect();
    }
    let (extension, width, height) = read(&name, bytes)?;
    let path = format!("/picture-{number}.{extension}");
    Ok(vec![filed(path, (width, height), Bytes::new(bytes.clone()))?])
}

/// Reads a picture through once: what it declares first, so that nothing large is unpacked before it is known to be
/// within bounds. Gives its extension and its width and height as it is to be looked at.
fn read(name: &str, bytes: &[u8]) -> Result<(&'static str, u32, u32), Refusal> {
    let broken = || refuse("typeset-picture-broken", name, Fault::Input);
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| broken())?;
    let extension = match reader.format() {
        Some(ImageFormat::Png) => "png",
        Some(ImageFormat::Jpeg) => "jpg",
        Some(ImageFormat::Gif) => "gif",
        Some(ImageFormat::WebP) => "webp",
        _ => return Err(refuse("typeset-picture-unsupported", name, Fault::Input)),
    };
    let mut limits = Limits::default();
    limits.max_alloc = Some(POINTS * 8);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| broken())?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(broken());
    }
    if u64::from(width) * u64::from(height) > POINTS {
        let finding = Finding::error("typeset-picture-too-large").with("picture", name);
        return Err(finding.with("points", u64::from(width) * u64::from(height)).refuse(Fault::Input));
    }
    // A phone may store a picture on its side and say so.
    let turned = decoder.orientation().is_ok_and(|turn| {
        let quarter = image::metadata::Orientation::to_exif(turn);
        quarter >= 5
    });
    DynamicImage::from_decoder(decoder).map_err(|_| broken())?;
    Ok(if turned { (extension, height, width) } else { (extension, width, height) })
}

/// How large it is drawn, and in how many strips; nothing where they would be too many.
fn place(path: String, width: u32, height: u32) -> Option<Placed> {
    let ratio = f64::from(height) / f64::from(width);
    let natural = f64::from(width) / COARSEST * 25.4;
    let fitting = natural.min(ROOM.0).min(ROOM.1 / ratio);
    if fitting >= NARROWEST.min(natural) {
        let strips = vec![(0.0, fitting * ratio, String::new())];
        return Some(Placed::Points { path, width: fitting, height: fitting * ratio, strips });
    }
    let width = natural.min(STRIP);
    let height = width * ratio;
    let mut cuts = Vec::new();
    let mut from = 0.0;
    loop {
        let to = f64::min(from + ROOM.1, height);
        cuts.push((from, to - from));
        if to >= height {
            break;
        }
        if cuts.len() == STRIPS {
            return None;
        }
        from = to - AGAIN;
    }
    let all = cuts.len();
    let named = |(index, (from, high)): (usize, (f64, f64))| (from, high, format!("{}/{all}", index + 1));
    let strips = cuts.into_iter().enumerate().map(named).collect();
    Some(Placed::Points { path, width, height, strips })
}
