//! Places where a line may break, so that nothing runs out of its cell or off the page.
//!
//! Chinese breaks almost anywhere, so lines overflow only where something has no place to break: a link, a check
//! value, a name of five hundred letters, forty exclamation marks. Those get one between every two characters.

use unicode_segmentation::UnicodeSegmentation;

/// U+200B: may break here, prints nothing, and leaves nothing in the text of the PDF.
const HERE: char = '\u{200B}';

/// A text with places to break. `room` is the width of a line in characters of its own size (em); `anywhere` breaks
/// also what would fit, as is right for check values.
pub(super) fn breakable(text: &str, room: f32, anywhere: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut token: Vec<&str> = Vec::new();
    let mut width = 0.0;
    for grapheme in text.graphemes(true) {
        if breaks_by_itself(grapheme) {
            flush(&mut out, &mut token, anywhere || width > room);
            width = 0.0;
            out.push_str(grapheme);
        } else {
            width += advance(grapheme);
            token.push(grapheme);
        }
    }
    flush(&mut out, &mut token, anywhere || width > room);
    out
}

fn flush(out: &mut String, token: &mut Vec<&str>, open: bool) {
    for (index, grapheme) in token.drain(..).enumerate() {
        if open && index > 0 {
            out.push(HERE);
        }
        out.push_str(grapheme);
    }
}

/// Characters beside which a line breaks without help: ideographs, kana, syllables of Hangul, blanks.
fn breaks_by_itself(grapheme: &str) -> bool {
    grapheme.chars().next().is_some_and(|char| {
        char == ' '
            || matches!(char, '\u{3041}'..='\u{30FA}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
                | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
    })
}

/// About how wide, in em; rather too much than too little.
fn advance(grapheme: &str) -> f32 {
    match grapheme.chars().next() {
        Some(char) if char.is_ascii_lowercase() || char.is_ascii_digit() => 0.6,
        Some(char) if char.is_ascii_punctuation() && !matches!(char, '@' | '%') => 0.6,
        Some(char) if char.is_ascii() => 0.9,
        Some(_) => 1.0,
        None => 0.0,
    }
}
