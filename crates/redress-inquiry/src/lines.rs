//! The lines of a text of files of facts, one object on each.

use redress_base::Finding;
use serde::de::IgnoredAny;

/// The lines that hold something, each with its number from 1. A mark of the byte order at the beginning is left out.
///
/// # Errors
/// Where there is none, and where an object goes on over several lines: the others would be misread with it.
pub fn lines(text: &str) -> Result<Vec<(usize, &str)>, Box<Finding>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut found = Vec::new();
    let mut rest = text;
    for (number, line) in (1usize..).zip(text.lines()) {
        if goes_on(line, rest) {
            return Err(Box::new(Finding::error("inquiry-over-lines").with("line", number)));
        }
        if !line.trim().is_empty() {
            found.push((number, line));
        }
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
    }
    if found.is_empty() { Err(Box::new(Finding::error("inquiry-nothing-in-it"))) } else { Ok(found) }
}

/// Whether the object that begins on this line ends on a later one: laid out to be read, or broken off by hand.
fn goes_on(line: &str, rest: &str) -> bool {
    let line = line.trim();
    if matches!(line, "{" | "[" | "[{") {
        return true;
    }
    // An object that ends where its line ends is by far the most common, and needs no second look.
    if !line.starts_with(['{', '[']) || line.ends_with('}') {
        return false;
    }
    let cut = serde_json::from_str::<IgnoredAny>(line).is_err_and(|error| error.is_eof());
    cut && serde_json::Deserializer::from_str(rest)
        .into_iter::<IgnoredAny>()
        .next()
        .is_some_and(|one| one.is_ok())
}
