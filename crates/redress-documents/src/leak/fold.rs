//! One form for all disguises of a text: compatibility forms (NFKD, marks dropped), lower case, nothing but letters, digits
//! and pictures. Each folded character knows where it came from.

use unicode_normalization::UnicodeNormalization as _;

/// A folded text with the way back.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// The folded text.
    pub(super) text: String,
    /// For each folded character: its first byte in `text`, and the byte of the original that it came from.
    places: Vec<(usize, usize)>,
}

impl Folded {
    pub(super) fn of(text: &str) -> Folded {
        let mut folded = Folded::default();
        for (from, c) in text.char_indices() {
            each(c, |kept| {
                folded.places.push((folded.text.len(), from));
                folded.text.push(kept);
            });
        }
        folded
    }

    /// The number of the folded character that begins at this byte of the folded text.
    pub(super) fn index(&self, byte: usize) -> usize {
        self.places.partition_point(|(start, _)| *start < byte)
    }

    /// The byte of the original behind a folded character.
    pub(super) fn origin(&self, index: usize) -> usize {
        self.places.get(index).map_or(0, |(_, from)| *from)
    }

    /// Folded characters.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }
}

/// A text in its folded form alone.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    folded_chars(text, |c| folded.push(c));
    folded
}

/// Hands over the folded characters of a text one by one.
pub(super) fn folded_chars(text: &str, mut keep: impl FnMut(char)) {
    text.chars().for_each(|c| each(c, &mut keep));
}

fn each(c: char, mut keep: impl FnMut(char)) {
    // Most of what is read needs no table.
    match c {
        'a'..='z' | '0'..='9' | '\u{4E00}'..='\u{9FFF}' => return keep(c),
        'A'..='Z' => return keep(c.to_ascii_lowercase()),
        '\0'..='\u{7F}' => return,
        _ => {}
    }
    for part in std::iter::once(c).nfkd().flat_map(char::to_lowercase) {
        if stays(part) {
            keep(part);
        }
    }
}

/// Letters, digits and pictures; no separator, no mark, nothing that has no shape of its own (UAX #44, fillers).
fn stays(c: char) -> bool {
    let filler = matches!(
        c,
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{17B4}' | '\u{17B5}' | '\u{034F}' | '\u{E0000}'
            ..='\u{E0FFF}'
    );
    let picture = matches!(c, '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FAFF}');
    (c.is_alphanumeric() || picture) && !filler
}

#[cfg(test)]
mod tests {
    use super::{Folded, fold};

    #[test]
    fn disguises_fall_away() {
        let plain = fold("王小明13800138000Abc");
        for disguised in [
            "王 小\u{200B}明 138-0013-8000 ABC",
            "王·小·明１３８００１３８０００ａｂｃ",
            "王\u{0336}小\u{0336}明(138)0013.8000_A_b_c",
            "王\n小\t明 1 3 8 0 0 1 3 8 0 0 0 \u{FEFF}aBc",
        ] {
            assert_eq!(fold(disguised), plain, "{disguised:?}");
        }
        assert_eq!(fold("é"), fold("e\u{301}"));
        assert_eq!(fold("\u{3164}\u{115F}，。 "), "");
    }

    #[test]
    fn every_character_knows_where_it_came_from() {
        let folded = Folded::of("a，王ｂ");
        assert_eq!(folded.text, "a王b");
        let at: Vec<usize> = (0..folded.len()).map(|index| folded.origin(index)).collect();
        assert_eq!(at, [0, 4, 7]);
        assert_eq!((folded.index(0), folded.index(1), folded.index(4)), (0, 1, 2));
    }
}
