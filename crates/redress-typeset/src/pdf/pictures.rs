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
    let seen = read(&name, bytes)?;
    room(taken, (seen.width, seen.height))
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
    let seen = read(&name, bytes)?;
    let path = format!("/picture-{number}.{}", seen.extension);
    let bytes = Bytes::new(seen.anew.unwrap_or_else(|| bytes.clone()));
    Ok(vec![filed(path, (seen.width, seen.height), bytes)?])
}

/// A picture that was read through.
struct Seen {
    extension: &'static str,
    /// Width and height as it is to be looked at.
    width: u32,
    height: u32,
    /// The same picture in other bytes, where its own cannot stand in the file.
    anew: Option<Vec<u8>>,
}

/// Reads a picture through once: what it declares first, so that nothing large is unpacked before it is known to be
/// within bounds.
fn read(name: &str, bytes: &[u8]) -> Result<Seen, Refusal> {
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
    let turn = decoder.orientation();
    let turned = turn.as_ref().is_ok_and(|turn| image::metadata::Orientation::to_exif(*turn) >= 5);
    let mut drawn = DynamicImage::from_decoder(decoder).map_err(|_| broken())?;
    let (width, height) = if turned { (height, width) } else { (width, height) };
    if extension != "jpg" || !four_inks(bytes) {
        return Ok(Seen { extension, width, height, anew: None });
    }
    if let Ok(turn) = turn {
        drawn.apply_orientation(turn);
    }
    let mut anew = Cursor::new(Vec::new());
    DynamicImage::from(drawn.into_rgb8()).write_to(&mut anew, ImageFormat::Png).map_err(|_| broken())?;
    Ok(Seen { extension: "png", width, height, anew: Some(anew.into_inner()) })
}

/// Whether a JPEG is made for four inks (CMYK). PDF/A-2b lets no such picture in without the profile of a press, so it is
/// drawn in the colours of a screen instead. Its frame says so (ITU-T T.81, B.2.2): after its marker length, depth, height and width, then how many.
fn four_inks(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    loop {
        // Any number of 0xFF may stand before a marker.
        let [0xff, after @ ..] = rest else { return false };
        let [marker, segment @ ..] = after else { return false };
        match *marker {
            0xff => rest = after,
            // The scan begins, and no frame came before it.
            0xda | 0xd9 => return false,
            // Markers without a length.
            0x01 | 0xd0..=0xd8 => rest = segment,
            // Frames; the three left out are tables of codes and an extension.
            0xc0..=0xcf if !matches!(*marker, 0xc4 | 0xc8 | 0xcc) => return segment.get(7) == Some(&4),
            _ => {
                let [high, low, ..] = segment else { return false };
                let length = usize::from(u16::from_be_bytes([*high, *low]));
                rest = segment.get(length..).unwrap_or_default();
            }
        }
    }
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
