//! Charts of papers: reach against the numbers of the law, posts over time, steps of procedures. Drawn in black, grey and
//! hatching, so that they print; every axis of counts begins at 0; every number comes from the input of the form.

mod posts;
mod reach;
mod steps;

pub(crate) use posts::{Posts, step_key};
pub(crate) use reach::{Bar, Exact, Legend, reach};
pub(crate) use steps::{Lane, MARKS, steps};

/// Width of a chart, in pixels; printed as wide as the text.
const WIDE: i64 = 640;

/// As much of a text as fits.
fn fit(text: &str, room: i64) -> String {
    if redress_charts::text_width(text) <= room {
        return text.to_owned();
    }
    let mut short = String::new();
    for c in text.chars() {
        short.push(c);
        if redress_charts::text_width(&short).saturating_add(14) > room {
            short.pop();
            break;
        }
    }
    format!("{short}…")
}
