//! One row of any file: its cells as pieces of the source, decoded only when asked for.

use crate::charset::Source;
use crate::draft::At;
use std::borrow::Cow;

/// How the bytes of a cell stand for its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// The row has no such cell.
    Missing,
    /// JSON or database null.
    Null,
    /// The bytes are the text.
    Plain,
    /// Between quotes, with `""` for a quote.
    Quoted,
    /// Quotes that stand elsewhere than around the whole cell; kept as a reader of CSV would join them.
    Mixed,
    /// A JSON string with escapes.
    Escaped,
    /// A JSON object or array.
    Nested,
}

/// A cell: offsets into the source, without its quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) form: Form,
}

impl Field {
    pub(crate) const MISSING: Field = Field { start: 0, end: 0, form: Form::Missing };
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Held<'a> {
    /// Nothing, or only white space, or null.
    Nothing,
    /// Text.
    Text(Cow<'a, str>),
    /// Text in which a broken JSON escape was shown as U+FFFD.
    Broken(Cow<'a, str>),
    /// An object or array where a value was expected.
    Nested,
}

/// A row with the place of each wanted column in it.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    pub(crate) source: Source<'a>,
    pub(crate) fields: &'a [Field],
    /// For every slot of the plan, which field holds it.
    pub(crate) places: &'a [Option<usize>],
    pub(crate) at: At<'a>,
}

impl<'a> Row<'a> {
    /// The cell of a slot.
    pub(crate) fn held(&self, slot: usize) -> Held<'a> {
        let place = self.places.get(slot).copied().flatten();
        let field = place.and_then(|place| self.fields.get(place)).copied().unwrap_or(Field::MISSING);
        hold(self.source, field)
    }
}

/// The text of a field.
pub(crate) fn hold(source: Source<'_>, field: Field) -> Held<'_> {
    let text = || source.text(field.start, field.end);
    let (text, broken) = match field.form {
        Form::Missing | Form::Null => return Held::Nothing,
        Form::Nested => return Held::Nested,
        Form::Plain => (text(), false),
        Form::Quoted => (Cow::Owned(text().replace("\"\"", "\"")), false),
        Form::Mixed => (Cow::Owned(join_quotes(&text())), false),
        Form::Escaped => {
            let (text, broken) = unescape(&text());
            (Cow::Owned(text), broken)
        }
    };
    if text.trim().is_empty() {
        Held::Nothing
    } else if broken {
        Held::Broken(text)
    } else {
        Held::Text(text)
    }
}

/// Reads a cell with stray quotes as Python's csv module does: a quote at the beginning opens, the
/// next closes, what follows is taken as it stands.
fn join_quotes(raw: &str) -> String {
    let Some(rest) = raw.strip_prefix('"') else { return raw.to_owned() };
    let mut text = String::with_capacity(raw.len());
    let mut chars = rest.chars().peekable();
    let mut open = true;
    while let Some(c) = chars.next() {
        if open && c == '"' {
            if chars.peek() == Some(&'"') {
                chars.next();
                text.push('"');
            } else {
                open = false;
            }
        } else {
            text.push(c);
        }
    }
    text
}

/// Resolves JSON escapes; half a surrogate pair becomes U+FFFD and is reported.
fn unescape(raw: &str) -> (String, bool) {
    let mut text = String::with_capacity(raw.len());
    let mut broken = false;
    let mut chars = raw.chars();
    let mut high: Option<u32> = None;
    while let Some(c) = chars.next() {
        let unit = if c == '\\' { escape(&mut chars) } else { Some(u32::from(c)) };
        let unit = unit.unwrap_or(0xfffd);
        if let Some(first) = high.take() {
            if (0xdc00..0xe000).contains(&unit) {
                let joined = 0x1_0000 + ((first - 0xd800) << 10) + (unit - 0xdc00);
                text.push(char::from_u32(joined).unwrap_or('\u{fffd}'));
                continue;
            }
            broken = true;
            text.push('\u{fffd}');
        }
        match unit {
            0xd800..0xdc00 => high = Some(unit),
            _ => text.push(char::from_u32(unit).unwrap_or_else(|| {
                broken = true;
                '\u{fffd}'
            })),
        }
    }
    if high.is_some() {
        broken = true;
        text.push('\u{fffd}');
    }
    (text, broken)
}

fn escape(chars: &mut std::str::Chars<'_>) -> Option<u32> {
    Some(match chars.next()? {
        'n' => 10,
        't' => 9,
        'r' => 13,
        'b' => 8,
        'f' => 12,
        'u' => {
            let mut unit = 0;
            for _ in 0..4 {
                unit = unit << 4 | chars.next()?.to_digit(16)?;
            }
            unit
        }
        other => u32::from(other),
    })
}

#[cfg(test)]
mod tests {
    use super::{join_quotes, unescape};

    #[test]
    fn json_escapes_resolve() {
        assert_eq!(unescape(r#"a\n\t\"\\\/\u4e2d"#), ("a\n\t\"\\/中".to_owned(), false));
        assert_eq!(unescape(r"\ud83d\ude00!"), ("😀!".to_owned(), false));
        assert_eq!(unescape(r"\ud83d!"), ("\u{fffd}!".to_owned(), true));
        assert_eq!(unescape(r"\ude00"), ("\u{fffd}".to_owned(), true));
        assert_eq!(unescape(r"x\ud83d"), ("x\u{fffd}".to_owned(), true));
        assert_eq!(unescape(r"\ud83d\ud83d\ude00"), ("\u{fffd}😀".to_owned(), true));
    }

    #[test]
    fn stray_quotes_are_read_as_python_reads_them() {
        assert_eq!(join_quotes("\"ab\"cd"), "abcd");
        assert_eq!(join_quotes("\"a\"\"b\"c\"d"), "a\"bc\"d");
        assert_eq!(join_quotes("ab\"cd\""), "ab\"cd\"");
    }
}
