//! The faces: compiled in, so that a paper looks the same on every machine, and further ones that a caller hands in.

use redress_base::{Fault, Finding, Refusal};
use serde::Serialize;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// What a face is for. The families of a role come first where a text asks for it; all others stand in after them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Fang,
    Song,
    Hei,
    Code,
    /// For a script or signs that the Chinese faces do not have.
    Other,
}

macro_rules! face {
    ($role:ident, $file:literal) => {
        (Role::$role, include_bytes!(concat!("../fonts/", $file)).as_slice())
    };
}

/// The faces of the program in the order in which they stand in for each other. `fonts/make.sh` makes the files.
const FACES: [(Role, &[u8]); 16] = [
    face!(Fang, "fangsong-regular.otf"),
    face!(Song, "song-regular.otf"),
    face!(Song, "song-bold.otf"),
    face!(Hei, "hei-bold.otf"),
    face!(Code, "mono.ttf"),
    face!(Other, "latin.ttf"),
    face!(Other, "symbols.ttf"),
    face!(Other, "symbols2.ttf"),
    face!(Other, "emoji.ttf"),
    face!(Other, "math.ttf"),
    face!(Other, "arabic.ttf"),
    face!(Other, "hebrew.ttf"),
    face!(Other, "thai.ttf"),
    face!(Other, "devanagari.ttf"),
    face!(Other, "tibetan.ttf"),
    face!(Other, "mongolian.ttf"),
];

/// The families to be tried for each kind of text, in order.
#[derive(Serialize)]
pub(crate) struct Families {
    fang: Vec<String>,
    song: Vec<String>,
    hei: Vec<String>,
    code: Vec<String>,
}

/// Every face that there is, and which characters they have between them.
pub(crate) struct Faces {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) fonts: Vec<Font>,
    pub(crate) families: Families,
    /// One bit a character.
    covered: Vec<u64>,
}

impl Faces {
    /// Reads the faces of the program and those that the caller hands in, which stand in after them.
    ///
    /// # Errors
    /// `Input` where bytes that were handed in are no face.
    pub(crate) fn new(extra: Vec<Vec<u8>>) -> Result<Faces, Refusal> {
        let mut found: Vec<(Role, Font)> = Vec::new();
        for (role, data) in FACES {
            found.extend(Font::iter(Bytes::new(data)).map(|font| (role, font)));
        }
        for (index, data) in extra.into_iter().enumerate() {
            let before = found.len();
            found.extend(Font::iter(Bytes::new(data)).map(|font| (Role::Other, font)));
            if found.len() == before {
                let finding = Finding::error("typeset-font-unreadable").with("number", index + 1);
                return Err(finding.refuse(Fault::Input));
            }
        }
        let families = Families {
            fang: families(&found, &[Role::Fang, Role::Song]),
            song: families(&found, &[Role::Song]),
            hei: families(&found, &[Role::Hei, Role::Song]),
            code: families(&found, &[Role::Code, Role::Song]),
        };
        let fonts: Vec<Font> = found.into_iter().map(|(_, font)| font).collect();
        let covered = covered(&fonts);
        Ok(Faces { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts, families, covered })
    }

    /// Whether some face has a glyph for the character.
    pub(crate) fn cover(&self, char: char) -> bool {
        let code = u32::from(char) as usize;
        self.covered.get(code / 64).is_some_and(|bits| bits >> (code % 64) & 1 == 1)
    }
}

/// The families of the named roles, then every other that is for scripts and signs.
fn families(found: &[(Role, Font)], roles: &[Role]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for role in roles.iter().chain([&Role::Other]) {
        for (_, font) in found.iter().filter(|(of, _)| of == role) {
            let name = font.info().family.to_lowercase();
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

fn covered(fonts: &[Font]) -> Vec<u64> {
    let mut bits = vec![0u64; (u32::from(char::MAX) as usize + 64) / 64];
    for code in fonts.iter().flat_map(|font| font.info().coverage.iter()) {
        if let Some(word) = bits.get_mut(code as usize / 64) {
            *word |= 1 << (code % 64);
        }
    }
    bits
}
