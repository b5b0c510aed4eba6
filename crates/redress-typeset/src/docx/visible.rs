//! Hostile text made harmless and visible: what XML cannot hold or what disguises text is written out, and text is cut
//! where its direction changes.

use crate::visible::{self, Piece as Shown};

/// One stretch of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text of one direction.
    Text {
        /// What is printed.
        text: String,
        /// Written from right to left.
        rtl: bool,
    },
    /// A new line.
    Line,
    /// A tabulator.
    Tab,
}

/// A character that cannot be seen, as `⟦U+202E RLO⟧`: by the rule and the name that PDF prints in a frame.
fn written(name: &str) -> String {
    format!("⟦{name}⟧")
}

/// A text in one line, for names and properties.
pub(super) fn visible_line(text: &str) -> String {
    let shown = |piece| match piece {
        Shown::Text(text) => text,
        Shown::Break | Shown::Tab => " ".to_owned(),
        Shown::Escape(name) => written(&name),
    };
    visible::pieces(text).into_iter().map(shown).collect()
}

/// The pieces of a text in their order.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut held = String::new();
    for one in visible::pieces(text) {
        let cut = match one {
            Shown::Text(text) => {
                held.push_str(&text);
                continue;
            }
            Shown::Escape(name) => {
                held.push_str(&written(&name));
                continue;
            }
            Shown::Break => Piece::Line,
            Shown::Tab => Piece::Tab,
        };
        by_direction(&held, &mut pieces);
        held.clear();
        pieces.push(cut);
    }
    by_direction(&held, &mut pieces);
    pieces
}

/// Letters that are written from right to left (Hebrew, Arabic and their neighbours, by block).
fn from_the_right(one: char) -> bool {
    matches!(one,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// What has no direction of its own stays with the letters from the right only where such letters stand on both sides.
fn by_direction(text: &str, pieces: &mut Vec<Piece>) {
    let mut held = String::new();
    let mut undecided = String::new();
    let mut rtl = false;
    for one in text.chars() {
        let right = from_the_right(one);
        if rtl && !right && !one.is_alphabetic() {
            undecided.push(one);
            continue;
        }
        if right == rtl {
            held.push_str(&undecided);
        } else {
            push(&mut held, rtl, pieces);
            held.push_str(&undecided);
            rtl = right;
        }
        undecided.clear();
        held.push(one);
    }
    push(&mut held, rtl, pieces);
    push(&mut undecided, false, pieces);
}

fn push(held: &mut String, rtl: bool, pieces: &mut Vec<Piece>) {
    if !held.is_empty() {
        pieces.push(Piece::Text { text: std::mem::take(held), rtl });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str, rtl: bool) -> Piece {
        Piece::Text { text: text.to_owned(), rtl }
    }

    #[test]
    fn what_cannot_be_seen_is_written_out() {
        let shown = visible_line;
        assert_eq!(shown("a\u{0}b\u{202e}c\u{ffff}\u{85}"), "a⟦U+0000 NUL⟧b⟦U+202E RLO⟧c⟦U+FFFF⟧⟦U+0085⟧");
        assert_eq!(
            shown("\u{feff}\u{ad}\u{200b}\u{200e}\u{61c}\u{2060}\u{e000}\u{378}").matches('⟦').count(),
            8
        );
        assert_eq!(shown("一\r\n二\t三\r"), "一 二 三 ");
        assert_eq!(
            shown(&format!("a{}", "\u{301}".repeat(6))),
            "a\u{301}\u{301}\u{301}\u{301}⟦U+0301⟧⟦U+0301⟧"
        );
    }

    #[test]
    fn emoji_and_their_joiners_stay() {
        assert_eq!(visible_line("👩‍👧 ✅\u{fe0f}"), "👩‍👧 ✅\u{fe0f}");
    }

    #[test]
    fn text_is_cut_where_its_direction_changes() {
        assert_eq!(
            pieces("他说：שלום עולם 12。"),
            [text("他说：", false), text("שלום עולם", true), text(" 12。", false)]
        );
        assert_eq!(pieces("سلام"), [text("سلام", true)]);
        assert_eq!(pieces("a\n\tb"), [text("a", false), Piece::Line, Piece::Tab, text("b", false)]);
        assert_eq!(pieces("אx"), [text("א", true), text("x", false)]);
        assert_eq!(pieces("א 1x"), [text("א", true), text(" 1x", false)]);
        assert_eq!(pieces(""), []);
    }
}
