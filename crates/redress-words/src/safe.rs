//! Text of strangers, made safe to show.

/// Shows control characters, directional controls and invisible characters as `‹U+202E›`, so that they
/// can neither steer a terminal nor reorder or hide a line. Tabs and line ends stay.
pub fn safe_text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if steers(c) {
            safe.push_str(&format!("‹U+{:04X}›", u32::from(c)));
        } else {
            safe.push(c);
        }
    }
    safe
}

/// Controls but tab and line feed; UAX #9 directional marks, embeddings, overrides and isolates;
/// zero-width and other invisible characters; the tag block.
fn steers(c: char) -> bool {
    let control = c.is_control() && c != '\n' && c != '\t';
    control
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2069}' | '\u{206A}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::safe_text;

    #[test]
    fn hostile_text_cannot_steer() {
        assert_eq!(safe_text("a\u{1b}[2Jb"), "a‹U+001B›[2Jb");
        assert_eq!(safe_text("txt.\u{202E}gpj"), "txt.‹U+202E›gpj");
        assert_eq!(safe_text("零\u{200B}宽\u{FEFF}"), "零‹U+200B›宽‹U+FEFF›");
        assert_eq!(safe_text("a\u{2028}b\u{3164}"), "a‹U+2028›b‹U+3164›");
        assert_eq!(safe_text("一行\n二行\t好 👍"), "一行\n二行\t好 👍");
    }
}
