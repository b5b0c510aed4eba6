//! Exhibits that are PDFs: looked at before anything draws them, then drawn page by page as pictures.
//!
//! PDF/A-2b holds no PDF inside it, so the pages become pictures. A page that would be printed with something missing
//! (letters of a face that is not in the file, a seal laid over it) is not printed at all: it would show the court other
//! than what the file shows.

use super::pictures::POINTS;
use super::{Typesetter, first, unset, world};
use hayro_syntax::object::{Dict, Name, Number, Object};
use hayro_syntax::{Filter, LoadPdfError, Pdf};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use redress_base::{Fault, Finding, Refusal};
use std::collections::BTreeMap;
use typst::foundations::Bytes;
use typst::utils::{Scalar, hash128};
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

/// Longer files are not read.
const LONGEST: usize = 64 << 20;
/// What all streams of a file may unpack to.
const UNPACKED: usize = 512 << 20;
/// Pages of one exhibit.
const PAGES: usize = 100;
/// Points of a page to the inch, before it is made smaller to fit.
const PPI: f32 = 200.0;
/// Points across: the width of the text at that resolution.
const ACROSS: f32 = 1_228.0;
/// The longest side that is drawn.
const TALLEST: f32 = 20_000.0;
/// Pages that are held for the next file of the same paper, in bytes.
const HELD: usize = 256 << 20;
/// Room for readers that go down a nested file step by step.
const STACK: usize = 64 << 20;

/// Pages that were drawn, by what their file holds.
#[derive(Default)]
pub(super) struct Drawn {
    pages: BTreeMap<u128, Vec<Bytes>>,
    held: usize,
}

impl Drawn {
    /// Where they would be too many, all that were held before are let go.
    fn keep(&mut self, key: u128, pages: Vec<Bytes>) {
        let size: usize = pages.iter().map(Bytes::len).sum();
        if self.held.saturating_add(size) > HELD {
            *self = Drawn::default();
        }
        self.held = self.held.saturating_add(size);
        self.pages.insert(key, pages);
    }
}

/// Whether bytes say that they are a PDF.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// The pages of a PDF as pictures: width and height in points.
///
/// # Errors
/// `Input` where it is broken, encrypted, too large or too long, or would not be printed as it looks; each names the item.
pub(super) fn sizes(name: &str, bytes: &[u8]) -> Result<Vec<(u32, u32)>, Refusal> {
    let refuse = |code: &str| Finding::error(code).with("picture", name).refuse(Fault::Input);
    if bytes.len() > LONGEST || unpacked(bytes) > UNPACKED {
        return Err(refuse("typeset-pdf-too-large"));
    }
    guarded(|| look(bytes)).unwrap_or(Err("typeset-picture-broken")).map_err(refuse)
}

/// Work on bytes that somebody else made, in a thread of its own: where a reader of PDF gives up on them in a panic, that
/// is an answer like any other.
fn guarded<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).ok()?;
        thread.join().ok()
    })
}

/// What the streams of a file unpack to, by their bytes alone: everything that begins like zlib after `stream`.
fn unpacked(bytes: &[u8]) -> usize {
    const WORD: &[u8] = b"stream";
    let mut all = 0;
    let mut rest = bytes;
    while let Some(at) = rest.windows(WORD.len()).position(|part| part == WORD) {
        rest = rest.get(at + WORD.len()..).unwrap_or_default();
        let data = rest.strip_prefix(b"\r\n").or(rest.strip_prefix(b"\n")).or(rest.strip_prefix(b"\r"));
        let Some(data) = data.filter(|data| data.first().is_some_and(|first| first & 0x0f == 8)) else {
            continue;
        };
        let room = UNPACKED.saturating_sub(all).saturating_add(1);
        all += match decompress_to_vec_zlib_with_limit(data, room) {
            Ok(out) => out.len(),
            Err(error) if error.status == TINFLStatus::HasMoreOutput => room,
            Err(error) => error.output.len(),
        };
        if all > UNPACKED {
            break;
        }
    }
    all
}

/// How far from its end a file says that it ends.
const END_WITHIN: usize = 1024;

fn look(bytes: &[u8]) -> Result<Vec<(u32, u32)>, &'static str> {
    // ISO 32000-1, 7.5.5: one that was cut off does not say that it ends. What a reader makes up for it is not what was sealed.
    let end = bytes.get(bytes.len().saturating_sub(END_WITHIN)..).unwrap_or(bytes);
    if !end.windows(5).any(|part| part == b"%%EOF") {
        return Err("typeset-picture-broken");
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => "typeset-pdf-encrypted",
        LoadPdfError::Invalid => "typeset-picture-broken",
    })?;
    // One that opens without a password still hides its streams from the count above.
    if bytes.windows(8).any(|part| part == b"/Encrypt") {
        return Err("typeset-pdf-encrypted");
    }
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err("typeset-picture-broken");
    }
    if pages.len() > PAGES {
        return Err("typeset-pdf-too-many-pages");
    }
    pdf.objects().into_iter().try_for_each(|object| object_is_drawn(&object))?;
    pages.iter().map(|page| size(page.render_dimensions())).collect()
}

/// Width and height of a page as a picture.
fn size((width, height): (f32, f32)) -> Result<(u32, u32), &'static str> {
    if !(width.is_finite() && height.is_finite() && width >= 1.0 && height >= 1.0) {
        return Err("typeset-picture-broken");
    }
    let across = (width / 72.0 * PPI).clamp(1.0, ACROSS).round();
    let down = (across * height / width).max(1.0).round();
    if down > TALLEST {
        return Err("typeset-picture-too-long");
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 20,000")]
    Ok((across as u32, down as u32))
}

/// Whether an object is one that the pages show as every other program shows it, and that unpacks within bounds.
fn object_is_drawn(object: &Object<'_>) -> Result<(), &'static str> {
    match object {
        Object::Dict(dict) => dict_is_drawn(dict),
        Object::Stream(stream) => {
            let dict = stream.dict();
            let filters = stream.filters();
            let unpackers = filters.iter().filter(|one| unpacks(one)).count();
            // Packed twice, it was counted once only; the rarer packings are not counted at all.
            if unpackers > 1 || filters.iter().any(uncounted) {
                return Err("typeset-picture-unsupported");
            }
            if is(dict, b"Subtype", b"Image") {
                let side = |key: &[u8]| {
                    dict.get::<Number>(key).map_or(0, |number| number.as_i64().max(0).unsigned_abs())
                };
                if side(b"Width").saturating_mul(side(b"Height")) > POINTS {
                    return Err("typeset-pdf-too-large");
                }
            }
            dict_is_drawn(dict)
        }
        _ => Ok(()),
    }
}

fn unpacks(filter: &Filter) -> bool {
    matches!(filter, Filter::FlateDecode | Filter::RunLengthDecode | Filter::CcittFaxDecode)
}

fn uncounted(filter: &Filter) -> bool {
    matches!(filter, Filter::LzwDecode | Filter::Jbig2Decode | Filter::JpxDecode | Filter::Crypt)
}

fn dict_is_drawn(dict: &Dict<'_>) -> Result<(), &'static str> {
    // Seals, stamps, notes and the fields of forms lie over a page and are not drawn; a link shows nothing.
    let laid_over = dict.contains_key(b"AP") && dict.contains_key(b"Rect") && !is(dict, b"Subtype", b"Link");
    if laid_over {
        return Err("typeset-pdf-annotated");
    }
    let embedded = [&b"FontFile"[..], b"FontFile2", b"FontFile3"].iter().any(|key| dict.contains_key(key));
    let foreign = is(dict, b"Type", b"FontDescriptor") && !embedded;
    // A table of codes that is not in the file is not at hand when its letters are drawn.
    let coded = is(dict, b"Subtype", b"Type0")
        && dict.get::<Name<'_>>(b"Encoding").is_some_and(|name| !name.starts_with(b"Identity"));
    if foreign || coded { Err("typeset-pdf-faces") } else { Ok(()) }
}

fn is(dict: &Dict<'_>, key: &[u8], value: &[u8]) -> bool {
    dict.get::<Name<'_>>(key).is_some_and(|name| name.as_ref() == value)
}

impl Typesetter {
    /// The pages of a PDF as PNG, in the sizes that [`sizes`] gave. Drawn once while the exhibit is being printed.
    ///
    /// # Errors
    /// `Input` where one cannot be drawn; it names the item.
    pub(super) fn leaves(&self, name: &str, bytes: &[u8]) -> Result<Vec<Bytes>, Refusal> {
        let key = hash128(bytes);
        let known = self.drawn.lock().ok().and_then(|drawn| drawn.pages.get(&key).cloned());
        if let Some(pages) = known {
            return Ok(pages);
        }
        let sizes = sizes(name, bytes)?;
        let broken = || Finding::error("typeset-picture-broken").with("picture", name).refuse(Fault::Input);
        let file = Bytes::new(bytes.to_vec());
        let pages = (1..).zip(&sizes).map(|(page, (width, height))| {
            guarded(|| self.leaf(&file, page, *width, *height)).ok_or_else(broken)?.map_err(|_| broken())
        });
        let pages: Vec<Bytes> = pages.collect::<Result<_, _>>()?;
        if let Ok(mut drawn) = self.drawn.lock() {
            drawn.keep(key, pages.clone());
        }
        Ok(pages)
    }

    fn leaf(&self, file: &Bytes, page: usize, width: u32, height: u32) -> Result<Bytes, Refusal> {
        let leaf = serde_json::json!({ "page": page, "width": width, "height": height });
        let files = BTreeMap::from([
            ("/exhibit.pdf".to_owned(), file.clone()),
            ("/leaf.json".to_owned(), Bytes::from_string(leaf.to_string())),
        ]);
        let desk = world::Desk::new(self, &self.leaf, files);
        let document = typst::compile::<PagedDocument>(&desk).output.map_err(|errors| first(&errors))?;
        let page = document.pages().first().ok_or_else(|| unset("leaf"))?;
        let options = RenderOptions { pixel_per_pt: Scalar::new(1.0), render_bleed: false };
        let png =
            typst_render::render(page, &options).encode_png().map_err(|error| unset(&error.to_string()))?;
        Ok(Bytes::new(png))
    }
}
