//! Hostile text made harmless and visible: what XML cannot hold or what disguises text is written out, and text is cut
//! where its direction changes.

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

/// The text with everything written out that XML 1.0 cannot hold or that turns text around, as `⟦U+202E⟧`. A line feed
/// and a tabulator stay.
pub(super) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for one in text.replace("\r\n", "\n").chars() {
        if hidden(one) {
            shown.push_str(&format!("⟦U+{:04X}⟧", u32::from(one)));
        } else {
            shown.push(one);
        }
    }
    shown
}

/// The same in one line, for names and properties.
pub(super) fn visible_line(text: &str) -> String {
    visible(text).replace(['\n', '\t'], " ")
}

/// The pieces of a text in their order.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut held = String::new();
    for one in visible(text).chars() {
        let cut = match one {
            '\n' => Piece::Line,
            '\t' => Piece::Tab,
            _ => {
                held.push(one);
                continue;
            }
        };
        by_direction(&held, &mut pieces);
        held.clear();
        pieces.push(cut);
    }
    by_direction(&held, &mut pieces);
    pieces
}

/// Controls that XML 1.0 has no place for (its § 2.2), C1 controls, which nobody sees, and the characters that turn text
/// around or separate lines without being seen (Unicode 3.0 and 6.3 bidirectional controls).
fn hidden(one: char) -> bool {
    match one {
        '\t' | '\n' => false,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true,
        '\u{2028}' | '\u{2029}' => true,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        '\u{fffe}' | '\u{ffff}' => true,
        _ => false,
    }
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
        assert_eq!(visible("a\u{0}b\u{202e}c\u{ffff}\u{85}"), "a⟦U+0000⟧b⟦U+202E⟧c⟦U+FFFF⟧⟦U+0085⟧");
        assert_eq!(visible("一\r\n二\n三\r"), "一\n二\n三⟦U+000D⟧");
        assert_eq!(visible_line("一\n二\t三"), "一 二 三");
    }

    #[test]
    fn emoji_and_their_joiners_stay() {
        assert_eq!(visible("👩‍👧 ✅\u{fe0f}"), "👩‍👧 ✅\u{fe0f}");
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
