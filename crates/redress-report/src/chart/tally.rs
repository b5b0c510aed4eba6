//! Counts of things by name: as columns where the names follow each other in time, as bars where they do not. The same numbers
//! stand behind as a table.

use maud::{Markup, html};
use redress_charts::{Scale, text_width};
use redress_words::{Words, safe_text};

const LEFT: i64 = 40;
const TOP: i64 = 20;
const HEIGHT: i64 = 110;
/// A column is never wider, so that a single one does not look like much.
const WIDEST: i64 = 34;
/// From one bar to the next, and how tall a bar is.
const STEP: i64 = 30;
const TALL: i64 = 16;
/// Room for the number at the end of a bar.
const ROOM: i64 = 64;

/// Counts of things by name.
#[derive(Clone, Copy, Debug)]
pub struct Tally<'t> {
    /// What is counted, in a sentence that stands under the chart and in place of it.
    pub caption: &'t str,
    /// What the names are, and what the numbers are: the heads of the table.
    pub heads: [&'t str; 2],
    /// Each name with its number, in the order in which they are drawn.
    pub rows: &'t [(String, u64)],
}

/// Columns from left to right; nothing where there is nothing to draw.
pub fn columns(words: &Words, tally: &Tally<'_>) -> Markup {
    figure(words, tally, &|width| upright(words, tally, width))
}

/// Bars from top to bottom, each under its name; nothing where there is nothing to draw.
pub fn bars(words: &Words, tally: &Tally<'_>) -> Markup {
    figure(words, tally, &|width| lying(words, tally, width))
}

fn figure(words: &Words, tally: &Tally<'_>, draw: &dyn Fn(i64) -> Markup) -> Markup {
    html! { @if !tally.rows.is_empty() { figure.timeline {
        div.desk { (draw(super::DESK)) }
        div.phone { (draw(super::PHONE)) }
        figcaption.small.muted { (tally.caption) }
        details {
            summary { (words.say("report-table-behind", &[])) }
            table.tbl.narrow {
                thead { tr { th scope="col" { (tally.heads[0]) } th.r scope="col" { (tally.heads[1]) } } }
                tbody { @for (name, count) in tally.rows { tr { td { (safe_text(name)) } td.r { (words.number(*count)) } } } }
            }
        }
    } } }
}

fn most(tally: &Tally<'_>) -> u64 {
    tally.rows.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1)
}

fn count(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX).max(1)
}

fn upright(words: &Words, tally: &Tally<'_>, width: i64) -> Markup {
    let most = most(tally);
    let (up, base) = (Scale::new(most, HEIGHT), TOP + HEIGHT);
    let slots = count(tally.rows.len());
    let along = |place: i64| LEFT + place.saturating_mul(width - LEFT - 2) / slots;
    let room = (along(1) - LEFT).max(1);
    let wide = (room - 2).clamp(1, WIDEST);
    let longest = tally.rows.iter().map(|(name, _)| text_width(name)).max().unwrap_or(0) + 12;
    // As many names under the axis as there is room for.
    let every = (longest + room - 1) / room;
    html! {
        svg.chart width=(width) height=(base + 24) viewBox={"0 0 " (width) " " (base + 24)} role="img" aria-label=(tally.caption) {
            @for tick in up.ticks(3) {
                @let y = base - up.at(tick);
                line x1=(LEFT) x2=(width - 1) y1=(y) y2=(y) class=(if tick == 0 { "axis" } else { "grid" }) {}
                text x=(LEFT - 6) y=(y + 4) class="tick end" { (words.number(tick)) }
            }
            @for (place, (name, count)) in (0_i64..).zip(tally.rows) {
                @let (x, tall) = (along(place), up.at(*count).max(i64::from(*count > 0)));
                @if tall > 0 { rect x=(x + (room - wide) / 2) y=(base - tall) width=(wide) height=(tall) class="solid" {} }
                @if place % every.max(1) == 0 {
                    @let late = x + longest > width;
                    line x1=(x) x2=(x) y1=(base) y2=(base + 5) class="axis" {}
                    text x=(if late { width - 2 } else { x }) y=(base + 19) class=(if late { "tick end" } else { "tick" }) { (safe_text(name)) }
                }
            }
        }
    }
}

fn lying(words: &Words, tally: &Tally<'_>, width: i64) -> Markup {
    let along = Scale::new(most(tally), width - ROOM);
    let tall = count(tally.rows.len()).saturating_mul(STEP + 10) + 6;
    html! {
        svg.chart width=(width) height=(tall) viewBox={"0 0 " (width) " " (tall)} role="img" aria-label=(tally.caption) {
            line x1="1" x2="1" y1="2" y2=(tall - 4) class="axis" {}
            @for (place, (name, count)) in (0_i64..).zip(tally.rows) {
                @let y = place * (STEP + 10) + 4;
                @let wide = along.at(*count).max(i64::from(*count > 0));
                text x="6" y=(y + 12) class="tick" { (cut(name, width - 8)) }
                rect x="1" y=(y + 17) width=(wide) height=(TALL) class="solid" {}
                text x=(wide + 8) y=(y + 30) class="tick strong" { (words.number(*count)) }
            }
        }
    }
}

/// As much of a name as fits; the table says it whole.
fn cut(name: &str, room: i64) -> String {
    let name = safe_text(name);
    if text_width(&name) <= room {
        return name;
    }
    let mut short = String::new();
    for letter in name.chars() {
        short.push(letter);
        if text_width(&short) + 14 > room {
            short.pop();
            break;
        }
    }
    format!("{short}…")
}

#[cfg(test)]
mod tests {
    use super::{Tally, bars, columns};
    use redress_words::{Language, Words};

    #[test]
    fn each_number_is_drawn_and_stands_in_the_table() {
        let words = Words::new(Language::En);
        let rows = [("2026-01".to_owned(), 3), ("2026-02".to_owned(), 0), ("2026-03".to_owned(), 1200)];
        let tally = Tally { caption: "Cases by month.", heads: ["Month", "Cases"], rows: &rows };
        for (drawn, solid) in [(columns(&words, &tally), 4), (bars(&words, &tally), 6)] {
            let drawn = drawn.into_string();
            assert_eq!(
                drawn.matches("class=\"solid\"").count(),
                solid,
                "on the desk and on a phone: {drawn}"
            );
            assert_eq!(drawn.matches("<td class=\"r\">").count(), 3, "{drawn}");
            assert!(drawn.contains("<td class=\"r\">1,200</td>") && drawn.contains("aria-label"), "{drawn}");
        }
        let none = Tally { rows: &[], ..tally };
        assert_eq!(columns(&words, &none).into_string() + &bars(&words, &none).into_string(), "");
    }

    #[test]
    fn long_and_hostile_names_stay_inside_their_chart() {
        let words = Words::new(Language::ZhHans);
        let name = format!("<script>{}", "长".repeat(400));
        let rows: Vec<(String, u64)> = (0..50).map(|n| (name.clone(), u64::MAX - n)).collect();
        let tally = Tally { caption: "", heads: ["", ""], rows: &rows };
        for drawn in [columns(&words, &tally), bars(&words, &tally)] {
            assert!(!drawn.into_string().contains("<script>"));
        }
    }
}
