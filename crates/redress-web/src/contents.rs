//! What stands on a long page, as a fold on top of it: whoever reads on a phone goes to what matters without scrolling past the
//! rest.

use crate::call::Call;
use maud::{Markup, PreEscaped, html};

/// A page with fewer parts is read through.
const FEWEST: usize = 4;

/// The parts of a page by their headings; nothing where it has few.
pub(crate) fn contents(call: &Call<'_>, body: &Markup) -> Markup {
    let parts = headings(&body.0);
    html! { @if parts.len() >= FEWEST {
        nav.contents aria-label=(call.text("web-contents")) { details {
            summary { (call.say("web-contents-count", &[("count", parts.len().into())])) }
            ol { @for (id, title) in parts { li { a href={"#" (id)} { (PreEscaped(title)) } } } }
        } }
    } }
}

/// Headings of the second order that can be led to, as maud writes them; what stands in one is escaped already.
fn headings(page: &str) -> Vec<(&str, String)> {
    let found = page.split("<h2 id=\"").skip(1);
    found
        .filter_map(|rest| {
            let (id, rest) = rest.split_once("\">")?;
            let (title, _) = rest.split_once("</h2>")?;
            Some((id, bare(title)))
        })
        .filter(|(_, title)| !title.trim().is_empty())
        .collect()
}

/// A heading without the tags in it.
fn bare(title: &str) -> String {
    let mut out = String::with_capacity(title.len());
    let mut inside = false;
    for letter in title.chars() {
        match letter {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if !inside => out.push(letter),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::headings;

    #[test]
    fn parts_are_led_to_by_their_headings() {
        let page = "<h2 id=\"h-a\">A &amp; B</h2><h2>none</h2><h2 id=\"h-b\"><b>C</b> d</h2><h2 id=\"h-c\"> </h2><h2 id=\"torn";
        let expected = vec![("h-a", "A &amp; B".to_owned()), ("h-b", "C d".to_owned())];
        assert_eq!(headings(page), expected);
    }
}
