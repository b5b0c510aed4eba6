//! Cuts CSV rows in the original bytes (RFC 4180, and what Python's csv module writes and accepts).
//!
//! Cells end at the delimiter, at `\n`, `\r\n` or a lone `\r`; a cell that begins with a quote ends at
//! the quote that is not doubled, line breaks included. Empty lines are no rows.

use crate::arena::LONGEST;
use crate::row::{Field, Form};

/// Why a file cannot be cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A quote opened here and the file ended before it closed.
    QuoteOpen { row: u32, byte: usize },
    /// A cell longer than [`LONGEST`] begins here.
    TooLong { row: u32, byte: usize },
}

/// Goes through a file row by row.
pub(crate) struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
    row: u32,
    delimiter: u8,
}

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    pub(crate) row: u32,
    pub(crate) start: usize,
    /// Without the line break.
    pub(crate) end: usize,
    /// The file ends with this row and without a line break.
    pub(crate) unfinished: bool,
}

enum After {
    Delimiter,
    RowEnd,
    FileEnd,
}

impl<'a> Scanner<'a> {
    pub(crate) const fn new(bytes: &'a [u8], at: usize, delimiter: u8) -> Scanner<'a> {
        Scanner { bytes, at, row: 0, delimiter }
    }

    /// The next row's cells, or `None` at the end.
    pub(crate) fn next(&mut self, fields: &mut Vec<Field>) -> Result<Option<Cut>, Fault> {
        fields.clear();
        while let Some(b'\n' | b'\r') = self.bytes.get(self.at) {
            self.at += 1;
        }
        let start = self.at;
        if start >= self.bytes.len() {
            return Ok(None);
        }
        self.row = self.row.saturating_add(1);
        loop {
            let (field, end, after) = self.cell()?;
            if field.end - field.start > LONGEST {
                return Err(Fault::TooLong { row: self.row, byte: field.start });
            }
            fields.push(field);
            let unfinished = match after {
                After::Delimiter => continue,
                After::RowEnd => false,
                After::FileEnd => true,
            };
            return Ok(Some(Cut { row: self.row, start, end, unfinished }));
        }
    }

    fn cell(&mut self) -> Result<(Field, usize, After), Fault> {
        let start = self.at;
        if self.bytes.get(start) != Some(&b'"') {
            let (end, after) = self.boundary(start);
            return Ok((Field { start, end, form: Form::Plain }, end, after));
        }
        let (close, doubled) = self.closing_quote(start)?;
        let (end, after) = self.boundary(close + 1);
        let field = if end == close + 1 {
            let form = if doubled { Form::Quoted } else { Form::Plain };
            Field { start: start + 1, end: close, form }
        } else {
            Field { start, end, form: Form::Mixed }
        };
        Ok((field, end, after))
    }

    /// The position of the quote that closes the one at `open`, and whether any was doubled.
    fn closing_quote(&self, open: usize) -> Result<(usize, bool), Fault> {
        let mut at = open + 1;
        let mut doubled = false;
        loop {
            let rest = self.bytes.get(at..).unwrap_or_default();
            let Some(found) = memchr::memchr(b'"', rest) else {
                return Err(Fault::QuoteOpen { row: self.row, byte: open });
            };
            if self.bytes.get(at + found + 1) != Some(&b'"') {
                return Ok((at + found, doubled));
            }
            doubled = true;
            at += found + 2;
        }
    }

    /// The end of an unquoted run; moves past the delimiter or line break.
    fn boundary(&mut self, from: usize) -> (usize, After) {
        let rest = self.bytes.get(from..).unwrap_or_default();
        let Some(found) = memchr::memchr3(self.delimiter, b'\n', b'\r', rest) else {
            self.at = self.bytes.len();
            return (self.bytes.len(), After::FileEnd);
        };
        let end = from + found;
        self.at = end + 1;
        if self.bytes.get(end) == Some(&self.delimiter) {
            return (end, After::Delimiter);
        }
        if self.bytes.get(end) == Some(&b'\r') && self.bytes.get(end + 1) == Some(&b'\n') {
            self.at += 1;
        }
        (end, After::RowEnd)
    }
}

/// The delimiter that cuts the first row into most cells: comma, tab or semicolon.
pub(crate) fn delimiter(bytes: &[u8], at: usize) -> u8 {
    let mut fields = Vec::new();
    let mut best = (0, b',');
    for candidate in *b",\t;" {
        let cells = match Scanner::new(bytes, at, candidate).next(&mut fields) {
            Ok(Some(_)) => fields.len(),
            _ => 0,
        };
        if cells > best.0 {
            best = (cells, candidate);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::{Fault, Scanner, delimiter};
    use crate::charset::Source;
    use crate::row::{Held, hold};
    use proptest::prelude::*;

    fn rows(text: &str) -> Result<Vec<Vec<String>>, Fault> {
        let mut scanner = Scanner::new(text.as_bytes(), 0, b',');
        let (mut fields, mut rows) = (Vec::new(), Vec::new());
        while scanner.next(&mut fields)?.is_some() {
            rows.push(
                fields
                    .iter()
                    .map(|field| match hold(Source::Utf8(text), *field) {
                        Held::Text(text) => text.into_owned(),
                        _ => String::new(),
                    })
                    .collect(),
            );
        }
        Ok(rows)
    }

    #[test]
    fn cells_are_cut_as_python_writes_them() {
        let got = rows("a,b\r\n\"x,\"\"1\"\"\",\"two\nlines\"\r\n\r\n,\rlast,\"q\"z").unwrap();
        let want = [vec!["a", "b"], vec!["x,\"1\"", "two\nlines"], vec!["", ""], vec!["last", "qz"]];
        assert_eq!(got, want);
    }

    #[test]
    fn an_open_quote_is_found_where_it_opened() {
        assert_eq!(rows("a,b\n1,\"never closed\n2,3\n"), Err(Fault::QuoteOpen { row: 2, byte: 6 }));
    }

    #[test]
    fn the_delimiter_is_the_one_that_cuts() {
        assert_eq!(delimiter(b"a;b;c\n1,5;2;3", 0), b';');
        assert_eq!(delimiter(b"a\tb\n", 0), b'\t');
        assert_eq!(delimiter(b"only", 0), b',');
    }

    proptest! {
        #[test]
        fn what_is_written_with_quotes_reads_back(
            table in prop::collection::vec(prop::collection::vec("[a-z,\"\n\r中 ]{0,8}x", 1..5), 1..6),
            quote_all: bool,
        ) {
            let mut file = String::new();
            for row in &table {
                let cells: Vec<String> = row.iter().map(|cell| {
                    if quote_all || cell.contains([',', '"', '\n', '\r']) {
                        format!("\"{}\"", cell.replace('"', "\"\""))
                    } else {
                        cell.clone()
                    }
                }).collect();
                file.push_str(&cells.join(","));
                file.push_str("\r\n");
            }
            prop_assert_eq!(rows(&file).unwrap(), table);
        }

        #[test]
        fn any_bytes_are_cut_into_pieces_of_themselves(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let mut scanner = Scanner::new(&bytes, 0, b',');
            let mut fields = Vec::new();
            while let Ok(Some(cut)) = scanner.next(&mut fields) {
                prop_assert!(cut.start < cut.end || cut.end <= bytes.len());
                for field in &fields {
                    prop_assert!(field.start <= field.end && field.end <= cut.end && cut.end <= bytes.len());
                }
            }
        }
    }
}
