//! Text that shows everything it holds: what would be invisible, or would turn a line around, becomes a sign.
//!
//! A post may hold characters that make a reader see other words than the file has (U+202E turns what follows
//! around). On paper nobody can select the text and look, so the character itself is shown, by number and name.

use unicode_normalization::char::is_combining_mark;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory as _};

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Characters that are printed as they are.
    Text(String),
    /// A new line.
    Break,
    /// A tabulator: a gap; how wide, nobody can say.
    Tab,
    /// A character that cannot be seen, by number and name, such as `U+202E RLO`.
    Escape(String),
}

/// How many marks may stand on one letter. Tibetan and Vietnamese need three or four; more would run over the lines
/// above and below and hide what stands there.
const MARKS: usize = 4;

/// Takes a text apart.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut plain = String::new();
    let mut marks = 0;
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        marks = if is_combining_mark(char) { marks + 1 } else { 0 };
        let next = chars.peek().copied();
        match char {
            '\r' if next == Some('\n') => {}
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => {
                flush(&mut plain, &mut found);
                found.push(Piece::Break);
            }
            '\t' => {
                flush(&mut plain, &mut found);
                found.push(Piece::Tab);
            }
            _ if hidden(char, before, next) || marks > MARKS => {
                flush(&mut plain, &mut found);
                found.push(Piece::Escape(escape(char)));
            }
            _ => plain.push(char),
        }
        before = Some(char);
    }
    flush(&mut plain, &mut found);
    found
}

fn flush(plain: &mut String, found: &mut Vec<Piece>) {
    if !plain.is_empty() {
        found.push(Piece::Text(std::mem::take(plain)));
    }
}

/// Whether a character would not be seen, or would change how others are seen.
fn hidden(char: char, before: Option<char>, next: Option<char>) -> bool {
    match char {
        // Joiners make a letter or an emoji of two; between others they only hide.
        '\u{200C}' | '\u{200D}' => !(before.is_some_and(joins) && next.is_some_and(joins)),
        // A selector says how the character before it is drawn.
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => before.is_none_or(char::is_whitespace),
        '\u{180B}'..='\u{180D}' | '\u{180F}' => {
            !before.is_some_and(|char| ('\u{1800}'..='\u{18AF}').contains(&char))
        }
        // Letters of a flag, after the black flag or one another.
        '\u{E0020}'..='\u{E007F}' => {
            !before.is_some_and(|char| char == '\u{1F3F4}' || ('\u{E0020}'..='\u{E007E}').contains(&char))
        }
        '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => true,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' => true,
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{17B4}' | '\u{17B5}' => true,
        '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}' => true,
        '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}' => true,
        // What stands for nothing, or for what two parties agreed on: a face may draw anything for it. Noncharacters are
        // unassigned too.
        _ => matches!(char.general_category(), GeneralCategory::Unassigned | GeneralCategory::PrivateUse),
    }
}

/// Whether a joiner beside it makes sense: scripts that join their letters, and emoji.
fn joins(char: char) -> bool {
    matches!(char,
        '\u{600}'..='\u{8FF}' | '\u{900}'..='\u{DFF}' | '\u{F00}'..='\u{109F}' | '\u{1780}'..='\u{18AF}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE0E}'..='\u{FE0F}' | '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// `U+202E RLO`: the number of a character, and what it is called for short where that helps.
pub(crate) fn escape(char: char) -> String {
    let name = match char {
        '\u{0}' => " NUL",
        '\u{7}' => " BEL",
        '\u{8}' => " BS",
        '\u{1B}' => " ESC",
        '\u{7F}' => " DEL",
        '\u{AD}' => " SHY",
        '\u{61C}' => " ALM",
        '\u{200B}' => " ZWSP",
        '\u{200C}' => " ZWNJ",
        '\u{200D}' => " ZWJ",
        '\u{200E}' => " LRM",
        '\u{200F}' => " RLM",
        '\u{202A}' => " LRE",
        '\u{202B}' => " RLE",
        '\u{202C}' => " PDF",
        '\u{202D}' => " LRO",
        '\u{202E}' => " RLO",
        '\u{2060}' => " WJ",
        '\u{2066}' => " LRI",
        '\u{2067}' => " RLI",
        '\u{2068}' => " FSI",
        '\u{2069}' => " PDI",
        '\u{FEFF}' => " BOM",
        _ => "",
    };
    format!("U+{:04X}{name}", u32::from(char))
}

/// Whether a character is drawn by what stands beside it and needs no glyph of its own.
pub(crate) fn needs_no_glyph(char: char) -> bool {
    matches!(char, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}'
        | '\u{180B}'..='\u{180F}' | '\u{E0020}'..='\u{E007F}')
}

/// Whether a text holds letters that are written from right to left.
pub(crate) fn turns(text: &str) -> bool {
    text.chars().any(|char| {
        matches!(char, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
    })
}
