//! The style sheet held to its promises: contrast (WCAG 2.2, 1.4.3), nothing smaller than 12 px on a screen,
//! nothing loaded from anywhere.

const STYLE: &str = include_str!("../../src/html/style.css");

/// The colour of a token in one of the two themes.
fn colour(theme: usize, token: &str) -> [f64; 3] {
    let block =
        STYLE.split(":root {").nth(theme + 1).and_then(|after| after.split('}').next()).expect("a theme");
    let hex = block.split(&format!("--{token}: #")).nth(1).and_then(|after| after.get(..6)).expect(token);
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("hex")) / 255.0)
}

/// Contrast by relative luminance.
fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let linear = |c: f64| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
    let light = |c: [f64; 3]| 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]) + 0.05;
    light(a).max(light(b)) / light(a).min(light(b))
}

#[test]
fn every_text_reads_on_its_ground_in_both_themes() {
    let grounds = ["paper", "surface", "sunk"];
    let texts = ["ink", "ink-2", "ink-3", "act", "made", "not", "miss", "disp"];
    let pairs = texts.iter().flat_map(|text| grounds.iter().map(move |ground| (*text, *ground)));
    let own = [
        ("miss", "miss-soft"),
        ("disp", "disp-soft"),
        ("ink", "disp-soft"),
        ("act", "act-soft"),
        ("surface", "act"),
    ];
    for (text, ground) in pairs.chain(own) {
        for theme in [0, 1] {
            let ratio = contrast(colour(theme, text), colour(theme, ground));
            assert!(ratio >= 4.5, "{text} on {ground}, theme {theme}: {ratio:.2}");
        }
    }
}

#[test]
fn no_text_is_small_and_nothing_is_loaded() {
    for after in STYLE.split("font-size:").skip(1).chain(STYLE.split("font: 400 ").skip(1)) {
        let number: String = after.trim().chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        let pixels = after.trim()[number.len()..].starts_with("px");
        assert!(!pixels || number.parse::<f64>().expect("a size") >= 12.0, "{number}px");
    }
    assert!(!STYLE.contains("http") && !STYLE.contains("@import") && !STYLE.contains("url("));
}
