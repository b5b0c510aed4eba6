//! File names that can be shown: nothing hidden, nothing that climbs, nothing endless.

use std::fmt::Write as _;

/// Longest name, in characters.
const LONGEST: usize = 240;

/// A name as it may be shown and kept.
///
/// Control characters, direction marks (which make `gpj.exe` look like `exe.jpg`) and invisible
/// characters are written as `[U+202E]`; backslashes become slashes; empty parts, `.` and `..`, drive
/// letters and leading slashes are dropped; a very long name keeps its beginning and its ending. An empty
/// result is `unnamed`. Cleaning a clean name changes nothing.
///
/// ```
/// assert_eq!(redress_intake::clean_name("C:\\导出\\..\\a\u{202e}b.csv"), "导出/a[U+202E]b.csv");
/// ```
pub fn clean_name(name: &str) -> String {
    let mut parts = Vec::new();
    for part in name.split(['/', '\\']) {
        let part = part.trim();
        let drive =
            part.len() == 2 && part.ends_with(':') && part.starts_with(|c: char| c.is_ascii_alphabetic());
        if !(part.is_empty() || part == "." || part == ".." || (drive && parts.is_empty())) {
            parts.push(escape(part));
        }
    }
    let joined = parts.join("/");
    if joined.is_empty() { "unnamed".to_owned() } else { shorten(&joined) }
}

/// Whether a member's name tries to leave the folder it would be unpacked in.
pub(crate) fn climbs(name: &str) -> bool {
    let absolute = name.starts_with(['/', '\\']);
    let drive = name.chars().nth(1) == Some(':') && name.starts_with(|c: char| c.is_ascii_alphabetic());
    absolute || drive || name.split(['/', '\\']).any(|part| part.trim() == "..")
}

fn escape(part: &str) -> String {
    let mut shown = String::with_capacity(part.len());
    for c in part.chars() {
        if c.is_control() || is_invisible(c) {
            // Writing to a String cannot fail.
            let _ = write!(shown, "[U+{:04X}]", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Direction marks, zero-width characters, line separators, unassigned specials and private use.
const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{e01ef}')
}

fn shorten(name: &str) -> String {
    let count = name.chars().count();
    if count <= LONGEST {
        return name.to_owned();
    }
    let ending: String = name.chars().skip(count - 40).collect();
    let beginning: String = name.chars().take(LONGEST - 41).collect();
    format!("{beginning}…{ending}")
}

#[cfg(test)]
mod tests {
    use super::{clean_name, climbs};
    use proptest::prelude::*;

    #[test]
    fn names_show_what_they_are() {
        assert_eq!(clean_name("search_contents_2026-02-07.csv"), "search_contents_2026-02-07.csv");
        assert_eq!(clean_name("../../etc/passwd"), "etc/passwd");
        assert_eq!(clean_name("a\u{1b}[31m\n.txt"), "a[U+001B][31m[U+000A].txt");
        assert_eq!(clean_name("照片\u{202e}gpj.exe"), "照片[U+202E]gpj.exe");
        assert_eq!(clean_name("///"), "unnamed");
        assert_eq!(clean_name(""), "unnamed");
        let long = clean_name(&format!("{}.csv", "长".repeat(500)));
        assert!(long.ends_with(".csv") && long.chars().count() == 240);
    }

    #[test]
    fn climbing_names_are_told() {
        for name in ["../a", "a/../../b", "/etc/passwd", "\\\\host\\share", "C:\\a", "a\\..\\b", "c:a"] {
            assert!(climbs(name), "{name}");
        }
        for name in ["a/b", "a..b", "…/a", "a/.b", "说明:1.txt"] {
            assert!(!climbs(name), "{name}");
        }
    }

    proptest! {
        #[test]
        fn a_clean_name_is_clean(name in ".*") {
            let clean = clean_name(&name);
            prop_assert!(!climbs(&clean) || clean.chars().nth(1) == Some(':'));
            prop_assert_eq!(clean_name(&clean), clean.clone());
            prop_assert!(!clean.is_empty() && clean.chars().count() <= 240 && !clean.contains(char::is_control));
        }
    }
}
