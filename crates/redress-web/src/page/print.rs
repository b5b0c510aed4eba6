//! What stands around every printed sheet of a case: its cover name, as of when, the ledger's head, page n of m.
//!
//! It is a style sheet, because a browser prints in the margins of its sheets nothing but what a style says (CSS Paged
//! Media 3, 5), and no page may hold a style of its own.

use super::posts::moment;
use crate::call::Call;
use crate::reply::{Reply, Wrong};

/// Digits of the ledger's head that are printed.
const DIGITS: usize = 16;

/// The style sheet of the printed sheets of a case.
pub(crate) fn sheet(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let as_of = call.say("web-print-as-of", &[("moment", moment(call, loaded.state.last).into())]);
    let head: String = loaded.ledger.head.to_string().chars().take(DIGITS).collect();
    let head = call.say("web-print-head", &[("digits", head.into())]);
    Ok(Reply::Style(format!(
        "@page {{ size: A4; margin: 20mm 18mm; font: 9pt sans-serif; @top-left {{ content: {}; }} @top-right {{ content: {}; }} @bottom-left {{ content: {}; }} @bottom-right {{ content: {}; }} }}\n",
        quoted(&loaded.state.cover),
        quoted(&as_of),
        quoted(&head),
        numbered(&call.text("web-print-page")),
    )))
}

/// A text as a string of CSS (CSS Syntax 3, 4.3.7): whatever is no letter, digit or blank is written by its number.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        if c.is_alphanumeric() || c == ' ' {
            out.push(c);
        } else {
            out.push_str(&format!("\\{:x} ", u32::from(c)));
        }
    }
    out.push('"');
    out
}

/// The sentence of the page's number, with the counters in the places where it has `{page}` and `{pages}`.
fn numbered(sentence: &str) -> String {
    let mut out = Vec::new();
    for (place, part) in sentence.split("{pages}").enumerate() {
        if place > 0 {
            out.push("counter(pages)".to_owned());
        }
        for (place, part) in part.split("{page}").enumerate() {
            if place > 0 {
                out.push("counter(page)".to_owned());
            }
            out.push(quoted(part));
        }
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{numbered, quoted};

    #[test]
    fn a_cover_name_stays_a_string_and_counters_stand_in_their_places() {
        assert_eq!(quoted("春分 1"), "\"春分 1\"");
        assert_eq!(
            quoted("\"; } body { x: url(http://a)"),
            "\"\\22 \\3b  \\7d  body \\7b  x\\3a  url\\28 http\\3a \\2f \\2f a\\29 \""
        );
        assert_eq!(quoted("\\\n"), "\"\\5c \\a \"");
        assert_eq!(
            numbered("第{page}页，共{pages}页"),
            "\"第\" counter(page) \"页\\ff0c 共\" counter(pages) \"页\""
        );
    }
}
