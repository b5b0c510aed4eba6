//! Places where a line may break, so that nothing runs out of its cell or off the page.
//!
//! Chinese breaks almost anywhere, so lines overflow only where something has no place to break: a link, a check
//! value, a name of five hundred letters, forty exclamation marks. Those get one between every two characters.

use crate::extent::advance;
use unicode_segmentation::UnicodeSegmentation;

/// A text in pieces between which a line may break. `room` is the width of a line in characters of its own size (em);
/// `anywhere` breaks also what would fit, as is right for check values.
///
/// The template sets a gap between them that cannot be seen. A character that only allows a break (U+200B) would be
/// copied out of the PDF with the text, and a check value would then no longer be found by searching.
pub(super) fn breakable(text: &str, room: f32, anywhere: bool) -> Vec<String> {
    let mut pieces = Pieces { done: Vec::new(), plain: String::new(), step: step(room) };
    let mut token: Vec<&str> = Vec::new();
    let mut width = 0.0;
    for grapheme in text.graphemes(true) {
        if breaks_by_itself(grapheme) {
            pieces.add(&mut token, anywhere || width > room);
            width = 0.0;
            pieces.plain.push_str(grapheme);
        } else {
            width += advance(grapheme);
            token.push(grapheme);
        }
    }
    pieces.add(&mut token, anywhere || width > room);
    pieces.cut();
    pieces.done
}

/// How many characters stay together: few in a narrow cell, more where there is room.
fn step(room: f32) -> usize {
    // Between 1 and 8, so that nothing is lost.
    [8u8, 7, 6, 5, 4, 3, 2].into_iter().find(|step| f32::from(*step) * 5.0 <= room).map_or(1, usize::from)
}

struct Pieces {
    done: Vec<String>,
    plain: String,
    step: usize,
}

impl Pieces {
    fn cut(&mut self) {
        if !self.plain.is_empty() {
            self.done.push(std::mem::take(&mut self.plain));
        }
    }

    fn add(&mut self, token: &mut Vec<&str>, open: bool) {
        let mut together = 0;
        for grapheme in token.drain(..) {
            let letter = grapheme.chars().next().is_some_and(char::is_alphanumeric);
            if open && together >= self.step && letter {
                self.cut();
                together = 0;
            } else if open && together >= self.step + 3 {
                // Before a sign, such as each of forty exclamation marks, no gap allows a break; only this does.
                self.plain.push('\u{200B}');
                together = 0;
            }
            self.plain.push_str(grapheme);
            together += 1;
        }
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
