//! The style sheet held to its promises: contrast of every text token, nothing smaller than 12 px, nothing
//! loaded from anywhere (WCAG 2.2, 1.4.3: 4.5 to 1 for text).

use std::collections::BTreeMap;

const STYLE: &str = include_str!("../../src/page/style.css");
const TEXTS: [&str; 8] = ["ink", "ink-2", "ink-3", "act", "made", "not", "miss", "disp"];
const GROUNDS: [&str; 3] = ["paper", "surface", "sunk"];

/// Tokens of one `:root` block: name to colour.
fn tokens(block: &str) -> BTreeMap<&str, [f64; 3]> {
    let colour = |value: &str| {
        let hex = value.trim().strip_prefix('#')?;
        let part =
            |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok().map(|n| f64::from(n) / 255.0);
        Some([part(0)?, part(2)?, part(4)?])
    };
    block
        .split(';')
        .filter_map(|one| one.trim().strip_prefix("--")?.split_once(':'))
        .filter_map(|(name, value)| Some((name, colour(value)?)))
        .collect()
}

/// Relative luminance (WCAG 2.2).
fn luminance([r, g, b]: [f64; 3]) -> f64 {
    let linear = |c: f64| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn every_text_reads_on_every_ground_in_both_themes() {
    let blocks: Vec<&str> =
        STYLE.split(":root {").skip(1).filter_map(|after| after.split('}').next()).collect();
    let [light, dark, ..] = blocks.as_slice() else { panic!("two themes") };
    for block in [light, dark] {
        let tokens = tokens(block);
        for text in TEXTS {
            for ground in GROUNDS {
                let ratio = contrast(tokens[text], tokens[ground]);
                assert!(ratio >= 4.5, "{text} on {ground}: {ratio:.2}");
            }
        }
        for answer in ["made", "miss", "disp"] {
            let ratio = contrast(tokens[answer], tokens[format!("{answer}-soft").as_str()]);
            assert!(ratio >= 4.5, "{answer} on its ground: {ratio:.2}");
        }
    }
}

#[test]
fn no_text_is_smaller_than_twelve_pixels_and_nothing_is_loaded() {
    for after in STYLE.split("font-size:").skip(1).chain(STYLE.split("font: 400 ").skip(1)) {
        let number: String = after.trim().chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        let unit = after.trim().get(number.len()..).unwrap_or_default();
        let size: f64 = number.parse().unwrap_or(12.0);
        assert!(!unit.starts_with("px") || size >= 12.0, "{number}px");
    }
    assert!(!STYLE.contains("http") && !STYLE.contains("@import") && !STYLE.contains("@font-face"));
}
