//! Steps of procedures on an axis of days: one band a procedure, one numbered ring a step.

use super::{WIDE, fit};
use redress_base::Date;
use redress_charts::{Anchor, Drawing, Stroke};

const LEFT: i64 = 24;
/// Between two rings that would touch each other.
const RING: i64 = 24;
const HEAD: i64 = 26;
/// Steps of one drawing; more go on a further one.
pub(crate) const MARKS: usize = 40;

/// One band.
pub(crate) struct Lane {
    /// Which procedure.
    pub(crate) name: String,
    /// Day and number of each step, in order.
    pub(crate) marks: Vec<(Date, u64)>,
}

/// Draws the bands between the first and the last day.
pub(crate) fn steps(lanes: &[Lane], (first, last): (Date, Date)) -> String {
    let mut drawing = Drawing::new(WIDE);
    let span = days(first, last).max(1);
    let length = WIDE - 2 * LEFT;
    let along = |day: Date| LEFT + i64::from(days(first, day)) * length / i64::from(span);
    let mut y = 4;
    for lane in lanes {
        drawing.strong((4, y + 18), Anchor::Start, &fit(&lane.name, WIDE - 8));
        // Rings that would cover each other stand under each other.
        let mut rows: Vec<i64> = Vec::new();
        let mut placed: Vec<(i64, usize, u64)> = Vec::new();
        for (day, number) in &lane.marks {
            let x = along(*day);
            let row = rows.iter().position(|free| *free <= x).unwrap_or(rows.len());
            match rows.get_mut(row) {
                Some(free) => *free = x + RING,
                None => rows.push(x + RING),
            }
            placed.push((x, row, *number));
        }
        let top = y + HEAD + RING / 2;
        drawing.line((LEFT, top), (WIDE - LEFT, top), Stroke::Grid);
        for (x, row, number) in placed {
            let row = i64::try_from(row).unwrap_or(0);
            drawing.ring((x, top + row * RING), 11, &number.to_string());
        }
        y = top + RING * i64::try_from(rows.len().max(1)).unwrap_or(1);
    }
    drawing.line((LEFT, y + 4), (WIDE - LEFT, y + 4), Stroke::Axis);
    for part in 0..=5_i64 {
        let ahead = i64::from(span) * part / 5;
        let Some(day) = later(first, ahead) else { continue };
        let x = along(day);
        // A span of few days names each of them once.
        if part > 0 && ahead == i64::from(span) * (part - 1) / 5 {
            continue;
        }
        drawing.line((x, y + 4), (x, y + 9), Stroke::Axis);
        let anchor = match part {
            0 => Anchor::Start,
            5 => Anchor::End,
            _ => Anchor::Middle,
        };
        drawing.small((x, y + 24), anchor, &crate::parts::day_zh(day));
    }
    drawing.finish(y + 34)
}

fn days(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

fn later(day: Date, days: i64) -> Option<Date> {
    let seconds = u64::try_from(days).ok()?.checked_mul(86_400)?;
    day.checked_add(core::time::Duration::from_secs(seconds)).ok()
}

#[cfg(test)]
mod tests {
    use super::{Lane, steps};
    use redress_base::Date;

    #[test]
    fn rings_of_one_day_stand_under_each_other() {
        let day = Date::constant(2026, 2, 8);
        let lane = Lane { name: "刑事自诉 1".to_owned(), marks: vec![(day, 1), (day, 2), (day, 3)] };
        let svg = steps(&[lane], (day, day));
        let places: Vec<&str> =
            svg.split("<circle ").skip(1).map(|part| part.split(" r=").next().unwrap()).collect();
        assert_eq!(places, ["cx=\"24\" cy=\"42\"", "cx=\"24\" cy=\"66\"", "cx=\"24\" cy=\"90\""]);
    }
}
