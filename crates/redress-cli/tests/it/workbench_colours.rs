//! No alarm colours on the pages of whoever was hurt (docs/workbench.md, "Care"): no saturated red stands behind anything or in
//! large letters, in the light and in the dark. Computed from the style sheet that is sent, and from the drawings in the pages.

use crate::run::Room;
use crate::workbench::{CASE, PAGES, example};
use std::collections::BTreeMap;

/// A colour as its hue in degrees, its saturation and its lightness.
type Hsl = (f64, f64, f64);

/// Whether it is for the dark, its selector, its declarations.
type Rule = (bool, String, Vec<(String, String)>);

/// Letters from this size on are large, in pixels.
const LARGE: f64 = 20.0;
/// Words of colours that would go around the numbers.
const NAMED: [&str; 9] =
    ["red", "crimson", "firebrick", "tomato", "darkred", "orangered", "indianred", "maroon", "magenta"];

fn hsl(hex: &str) -> Option<Hsl> {
    let digits: String = match hex.len() {
        3 | 4 => hex.chars().take(3).flat_map(|c| [c, c]).collect(),
        6 | 8 => hex.chars().take(6).collect(),
        _ => return None,
    };
    let part =
        |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok().map(|byte| f64::from(byte) / 255.0);
    let (r, g, b) = (part(0)?, part(2)?, part(4)?);
    let (most, least) = (r.max(g).max(b), r.min(g).min(b));
    let (range, light) = (most - least, f64::midpoint(most, least));
    if range == 0.0 {
        return Some((0.0, 0.0, light));
    }
    let hue = if most == r {
        ((g - b) / range).rem_euclid(6.0)
    } else if most == g {
        (b - r) / range + 2.0
    } else {
        (r - g) / range + 4.0
    };
    Some((hue * 60.0, range / (1.0 - (2.0 * light - 1.0).abs()), light))
}

/// A hue near red, well saturated, neither nearly white nor nearly black.
fn alarms((hue, saturation, light): Hsl) -> bool {
    (hue <= 20.0 || hue >= 335.0) && saturation >= 0.5 && (0.2..=0.85).contains(&light)
}

/// Every colour that a value names, its variables looked up.
fn colours(value: &str, known: &BTreeMap<String, String>) -> Vec<Hsl> {
    let mut found = Vec::new();
    for (at, _) in value.match_indices("var(--") {
        let name = value[at + 6..].split([')', ',']).next().unwrap();
        if let Some(said) = known.get(name) {
            found.extend(colours(said, &BTreeMap::new()));
        }
    }
    for (at, _) in value.match_indices('#') {
        let hex: String = value[at + 1..].chars().take_while(char::is_ascii_hexdigit).collect();
        found.extend(hsl(&hex));
    }
    found
}

/// The rules of a sheet without what stands around them: selectors and declarations, and whether they are for the dark.
fn rules(sheet: &str) -> Vec<Rule> {
    let mut text = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let (mut all, mut around) = (Vec::new(), Vec::<String>::new());
    let mut head = String::new();
    for c in text.chars() {
        match c {
            '{' => around.push(std::mem::take(&mut head).trim().to_owned()),
            '}' => {
                let body = std::mem::take(&mut head);
                let selector = around.pop().unwrap();
                let dark = around.iter().any(|one| one.contains("prefers-color-scheme: dark"));
                let pairs = body.split(';').filter_map(|pair| pair.split_once(':'));
                let pairs = pairs.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
                all.push((dark, selector, pairs.collect()));
            }
            _ => head.push(c),
        }
    }
    assert!(around.is_empty());
    all
}

/// The size of the letters that a rule sets, in pixels; a heading is large by itself.
fn size(selector: &str, pairs: &[(String, String)]) -> f64 {
    let said =
        pairs.iter().filter(|(name, _)| name == "font-size" || name == "font").flat_map(|(_, value)| {
            value.split([' ', '/']).filter_map(|part| part.strip_suffix("px")?.parse::<f64>().ok())
        });
    let heading = selector.split([' ', ',', '>']).any(|part| ["h1", "h2"].contains(&part));
    said.fold(if heading { LARGE } else { 0.0 }, f64::max)
}

#[test]
fn no_saturated_red_stands_behind_anything_or_in_large_letters() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let rules = rules(&guest.get("/asset/look.css").text());
    assert!(rules.len() > 200, "{}", rules.len());
    let mut looked = 0;
    for dark in [false, true] {
        let mut known = BTreeMap::new();
        for (of_dark, _, pairs) in &rules {
            let variables = pairs.iter().filter(|_| dark || !of_dark);
            known.extend(
                variables
                    .filter_map(|(name, value)| Some((name.strip_prefix("--")?.to_owned(), value.clone()))),
            );
        }
        assert!(known.contains_key("fault") && known.contains_key("paper"), "{known:?}");
        for (of_dark, selector, pairs) in &rules {
            for (name, value) in pairs.iter().filter(|_| dark || !of_dark) {
                let words: Vec<&str> = value.split([' ', ',', '(', ')']).collect();
                assert!(!words.iter().any(|word| NAMED.contains(word)), "{selector} {name}: {value}");
                let behind = ["background", "background-color", "background-image", "fill"]
                    .contains(&name.as_str())
                    || name == "box-shadow" && value.contains("inset");
                let large = ["color", "fill"].contains(&name.as_str()) && size(selector, pairs) >= LARGE;
                if behind || large {
                    let alarming: Vec<Hsl> =
                        colours(value, &known).into_iter().filter(|one| alarms(*one)).collect();
                    assert!(
                        alarming.is_empty(),
                        "dark {dark}: {selector} {{ {name}: {value} }} {alarming:?}"
                    );
                    looked += 1;
                }
            }
        }
    }
    assert!(looked > 80, "{looked}");
    // Drawings bring no colours of their own into a page.
    for page in PAGES {
        let text = guest.get(&format!("{CASE}{page}")).text();
        for mark in ["fill=\"", "stroke=\"", "stop-color=\"", "bgcolor=\"", "color=\""] {
            for (at, _) in text.match_indices(mark) {
                let value = text[at + mark.len()..].split('"').next().unwrap();
                let plain =
                    !NAMED.contains(&value) && !colours(value, &BTreeMap::new()).into_iter().any(alarms);
                assert!(plain, "{page}: {mark}{value}");
            }
        }
    }
}

#[test]
fn an_alarming_red_is_known_from_the_colours_of_the_house() {
    for red in ["FF0000", "D32F2F", "C00", "E53935", "B71C1C"] {
        assert!(alarms(hsl(red).unwrap()), "{red}");
    }
    for calm in ["FAEBE6", "3B211A", "11181A", "FFFFFF", "1F6F6B", "B8860B"] {
        assert!(!alarms(hsl(calm).unwrap()), "{calm}");
    }
    let sheet =
        "/* { */ :root { --a: #C00; } @media (prefers-color-scheme: dark) { .x { background: var(--a) } }";
    let all = rules(sheet);
    assert_eq!(all.iter().map(|(dark, ..)| *dark).collect::<Vec<_>>(), [false, true, false]);
    let known = BTreeMap::from([("a".to_owned(), "#C00".to_owned())]);
    assert!(colours("var(--a) 40%, transparent", &known).into_iter().all(alarms));
}
