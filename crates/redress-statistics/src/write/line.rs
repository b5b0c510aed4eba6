//! A line over periods. It ends at what is withheld or unknown and at every break, and begins anew after it.

use super::frame::{NARROW, along, px, ticks};
use super::label;
use crate::{Break, Cell, Table};
use maud::{Markup, html};
use redress_words::Words;

const LEFT: i64 = 70;
const TOP: i64 = 34;
const HIGH: i64 = 170;

/// One place on the axis.
pub(super) struct Spot {
    /// What stands under it.
    pub(super) label: String,
    /// The figure; absent where it is withheld or unknown.
    pub(super) value: Option<u64>,
    /// What stands there in place of a figure.
    pub(super) instead: String,
    /// What stands before and after the figure.
    pub(super) text: String,
    /// Whether the line may come here from the spot before.
    pub(super) joined: bool,
    /// Why the series is broken before this spot.
    pub(super) broken: Option<String>,
}

/// The total row of a table over its periods; nothing where there are fewer than two.
pub(super) fn totals(words: &Words, table: &Table, wide: i64) -> Option<(i64, Markup)> {
    let line = table.rows.last()?;
    let periods = table.columns.len().saturating_sub(1);
    // A period that mixes two ways of counting is joined to neither side.
    let mut mixed = false;
    let spots = table.columns.iter().zip(&line.cells).take(periods).map(|(head, cell)| {
        let value = if let Cell::Count { n } = cell { Some(*n) } else { None };
        let breaks: Vec<&Break> = table.breaks_in(head).collect();
        let why: Vec<String> = breaks.iter().map(|at| super::broken(words, at)).collect();
        let before = std::mem::replace(&mut mixed, breaks.iter().any(|at| !table.begins(head, at)));
        Spot {
            label: label(words, head),
            value,
            instead: super::HELD.to_owned(),
            text: super::shown(words, *cell),
            joined: !before,
            broken: (!why.is_empty()).then(|| why.join("; ")),
        }
    });
    let spots: Vec<Spot> = spots.collect();
    (spots.len() > 1).then(|| draw(words, &spots, wide))
}

/// Height and body.
pub(super) fn draw(words: &Words, spots: &[Spot], wide: i64) -> (i64, Markup) {
    let most = spots.iter().filter_map(|spot| spot.value).max().unwrap_or(1).max(1);
    let base = TOP + HIGH;
    let step = (wide - LEFT - if wide > NARROW { 60 } else { 20 }) / px(spots.len()).max(1);
    let x = |place: usize| LEFT + step / 2 + step * px(place);
    let y = |n: u64| base - along(n, most, HIGH);
    // A label is about that wide; fewer of them where they would run into each other.
    let every = usize::try_from(92 / step.max(1) + 1).unwrap_or(1);
    let body = html! {
        @for tick in ticks(most, 4) {
            line x1=(LEFT) x2=(wide - 20) y1=(y(tick)) y2=(y(tick)) class=(if tick == 0 { "axis" } else { "grid" }) {}
            text x=(LEFT - 8) y=(y(tick) + 4) class="end quiet" { (words.number(tick)) }
        }
        @for run in runs(spots) {
            polyline points=(run.iter().map(|(place, n)| format!("{},{}", x(*place), y(*n))).collect::<Vec<_>>().join(" ")) class="line" {}
        }
        @for (place, spot) in spots.iter().enumerate() {
            @match spot.value {
                Some(n) => {
                    circle cx=(x(place)) cy=(y(n)) r="4" class="solid" {}
                    @if step > 40 { text x=(x(place)) y=(y(n) - 10) class="mid strong" { (spot.text) } }
                }
                None => text x=(x(place)) y=(base - 6) class="mid quiet" { (spot.instead) },
            }
            @if place % every == 0 { text x=(x(place)) y=(base + 20) class="mid quiet" { (spot.label) } }
            @if let Some(why) = &spot.broken {
                @let at = x(place) - step / 2;
                line x1=(at) x2=(at) y1="8" y2=(base) class="break" {}
                // Its reason stands on the side where there is room for it.
                @let right = at < wide * 2 / 3;
                // On a phone the list below the chart says it, where there is room for a sentence.
                @if wide > NARROW { text x=(if right { at + 6 } else { at - 6 }) y="18" class=(if right { "quiet" } else { "end quiet" }) { (why) } }
            }
        }
    };
    (base + 36, body)
}

/// Stretches over which a line may be drawn.
fn runs(spots: &[Spot]) -> Vec<Vec<(usize, u64)>> {
    let mut runs: Vec<Vec<(usize, u64)>> = vec![Vec::new()];
    for (place, spot) in spots.iter().enumerate() {
        if spot.value.is_none() || !spot.joined || spot.broken.is_some() {
            runs.push(Vec::new());
        }
        if let (Some(n), Some(run)) = (spot.value, runs.last_mut()) {
            run.push((place, n));
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

#[cfg(test)]
mod tests {
    use super::{Spot, runs};

    #[test]
    fn no_line_runs_through_a_break_or_a_gap() {
        let spot = |value, joined, broken: bool| Spot {
            label: String::new(),
            value,
            instead: "*".to_owned(),
            text: String::new(),
            joined,
            broken: broken.then(|| "why".to_owned()),
        };
        let spots = [
            spot(Some(1), true, false),
            spot(Some(2), true, false),
            spot(Some(3), true, true),
            spot(Some(4), true, false),
            spot(None, true, false),
            spot(Some(6), true, false),
            spot(Some(7), false, false),
        ];
        assert_eq!(runs(&spots), [vec![(0, 1), (1, 2)], vec![(2, 3), (3, 4)]]);
    }
}
