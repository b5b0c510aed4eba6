//! A drawing for paper: SVG in whole pixels. Whoever prints it needs no style sheet and no colour.

use std::fmt::Write as _;

/// Size of its text, in pixels.
const SIZE: i64 = 14;
/// Between two lines of a hatching.
const GAP: i64 = 6;
/// Plain text is set in the serif face, emphasised text in the sans: the program's own faces hold just these weights.
const PLAIN: &str = "Noto Serif CJK SC, Noto Sans CJK SC, serif";
const STRONG: &str = "Noto Sans CJK SC, Noto Serif CJK SC, sans-serif";

/// How an area is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Black.
    Solid,
    /// Slanted lines.
    Hatch,
    /// Grey.
    Grey,
    /// Light grey with an outline.
    Pale,
    /// An outline alone.
    Empty,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Of an axis.
    Axis,
    /// Behind a plot, light.
    Grid,
    /// Broken, heavy: a mark.
    Mark,
    /// Heavy.
    Heavy,
}

/// Which point of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A drawing.
#[derive(Clone, Debug)]
pub struct Drawing {
    width: i64,
    body: String,
}

impl Drawing {
    /// An empty drawing.
    pub const fn new(width: i64) -> Drawing {
        Drawing { width, body: String::new() }
    }

    /// Its width.
    pub const fn width(&self) -> i64 {
        self.width
    }

    /// The SVG document.
    pub fn finish(self, height: i64) -> String {
        let (width, body) = (self.width, self.body);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"><rect x=\"0\" y=\"0\" width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>{body}</svg>\n"
        )
    }

    /// An area; nothing where it is empty.
    pub fn area(&mut self, (x, y): (i64, i64), (wide, tall): (i64, i64), fill: Fill) {
        if wide <= 0 || tall <= 0 {
            return;
        }
        let ink = match fill {
            Fill::Solid => "fill=\"#111111\"",
            Fill::Hatch => "fill=\"#ffffff\" stroke=\"#111111\" stroke-width=\"1\"",
            Fill::Grey => "fill=\"#8a8a8a\" stroke=\"#111111\" stroke-width=\"1\"",
            Fill::Pale => "fill=\"#dddddd\" stroke=\"#555555\" stroke-width=\"1\"",
            Fill::Empty => "fill=\"none\" stroke=\"#777777\" stroke-width=\"1\"",
        };
        let _ = write!(self.body, "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{tall}\" {ink}/>");
        if fill == Fill::Hatch {
            self.hatch((x, y), (wide, tall));
        }
    }

    /// Drawn as lines rather than as a pattern, so that every program prints the same.
    fn hatch(&mut self, (x, y): (i64, i64), (wide, tall): (i64, i64)) {
        let mut path = String::new();
        let mut from = GAP - tall;
        while from < wide {
            let (left, right) = (from.max(0), from.saturating_add(tall).min(wide));
            let (low, high) = (tall - (left - from), tall - (right - from));
            let _ = write!(path, "M{} {}L{} {}", x + left, y + low, x + right, y + high);
            from += GAP;
        }
        let _ = write!(self.body, "<path d=\"{path}\" stroke=\"#111111\" stroke-width=\"1\" fill=\"none\"/>");
    }

    /// A line.
    pub fn line(&mut self, (x1, y1): (i64, i64), (x2, y2): (i64, i64), stroke: Stroke) {
        let ink = match stroke {
            Stroke::Axis => "stroke=\"#111111\" stroke-width=\"1\"",
            Stroke::Grid => "stroke=\"#cccccc\" stroke-width=\"1\"",
            Stroke::Mark => "stroke=\"#111111\" stroke-width=\"2\" stroke-dasharray=\"5 3\"",
            Stroke::Heavy => "stroke=\"#111111\" stroke-width=\"2\"",
        };
        if stroke == Stroke::Mark {
            // White below it, so that a mark is seen on black as well.
            let _ = write!(
                self.body,
                "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"#ffffff\" stroke-width=\"4\"/>"
            );
        }
        let _ = write!(self.body, "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" {ink}/>");
    }

    /// An arrow to the right, from one place to the edge at `to`.
    pub fn arrow(&mut self, (x, y): (i64, i64), to: i64) {
        let _ = write!(
            self.body,
            "<path d=\"M{x} {y}H{to}M{} {}L{to} {y}L{} {}\" stroke=\"#111111\" stroke-width=\"2\" fill=\"none\"/>",
            to - 7,
            y - 5,
            to - 7,
            y + 5
        );
    }

    /// A ring with a number in it.
    pub fn ring(&mut self, (x, y): (i64, i64), radius: i64, text: &str) {
        let _ = write!(
            self.body,
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"#ffffff\" stroke=\"#111111\" stroke-width=\"1\"/>"
        );
        self.put((x, y + 4), Anchor::Middle, (SIZE - 3, PLAIN), text);
    }

    /// A text.
    pub fn text(&mut self, at: (i64, i64), anchor: Anchor, text: &str) {
        self.put(at, anchor, (SIZE, PLAIN), text);
    }

    /// A text, smaller.
    pub fn small(&mut self, at: (i64, i64), anchor: Anchor, text: &str) {
        self.put(at, anchor, (SIZE - 2, PLAIN), text);
    }

    /// A text, emphasised.
    pub fn strong(&mut self, at: (i64, i64), anchor: Anchor, text: &str) {
        self.put(at, anchor, (SIZE, STRONG), text);
    }

    fn put(&mut self, (x, y): (i64, i64), anchor: Anchor, (size, face): (i64, &str), text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let weight = if face == STRONG { "bold" } else { "normal" };
        let _ = write!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" font-family=\"{face}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"#111111\" text-anchor=\"{anchor}\">{}</text>",
            escaped(text)
        );
    }
}

/// About how wide a text stands, in pixels: Chinese characters are as wide as they are tall.
pub fn text_width(text: &str) -> i64 {
    let wide = |c: char| if u32::from(c) < 0x1100 { SIZE * 3 / 5 } else { SIZE };
    text.chars().map(wide).fold(0, i64::saturating_add)
}

/// The text as XML may hold it: what XML forbids and what turns the direction of other text is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' | '\t' | '\r' => out.push(' '),
            // UAX #9, directional formatting characters.
            '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Anchor, Drawing, Fill, Stroke};

    #[test]
    fn a_drawing_has_no_class_and_hostile_text_stays_text() {
        let mut drawing = Drawing::new(100);
        drawing.area((0, 0), (40, 10), Fill::Hatch);
        drawing.area((0, 0), (0, 10), Fill::Solid);
        drawing.line((0, 0), (9, 9), Stroke::Mark);
        drawing.text((1, 1), Anchor::Start, "<script>&\u{202e}\u{0}\u{1b}]\"");
        let svg = drawing.finish(20);
        assert!(!svg.contains("class=") && !svg.contains("<style") && !svg.contains("<script"));
        assert!(svg.contains("&lt;script&gt;&amp;]\""), "{svg}");
        assert_eq!(svg.matches("<rect").count(), 2, "an empty area is not drawn");
    }

    /// Every stroke of a hatching stays within its area.
    #[test]
    fn a_hatching_stays_inside() {
        for (wide, tall) in [(1, 18), (7, 18), (300, 18), (5, 110)] {
            let mut drawing = Drawing::new(400);
            drawing.area((10, 20), (wide, tall), Fill::Hatch);
            let svg = drawing.finish(200);
            let path = svg.split("d=\"").nth(1).unwrap().split('"').next().unwrap();
            for point in path.split(['M', 'L']).filter(|part| !part.is_empty()) {
                let (x, y) = point.split_once(' ').unwrap();
                let (x, y): (i64, i64) = (x.parse().unwrap(), y.parse().unwrap());
                assert!((10..=10 + wide).contains(&x) && (20..=20 + tall).contains(&y), "{point} of {wide}");
            }
        }
    }
}
