//! Rust source told apart: code, comments and string literals. Just enough of the language for that.

/// A string literal as it stands in the source, without its quotes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Literal {
    /// From 1.
    pub(crate) line: usize,
    pub(crate) text: String,
}

/// One source file.
pub(crate) struct RustText {
    /// The source with comments and the insides of literals blanked; lines stay lines.
    pub(crate) code: String,
    pub(crate) literals: Vec<Literal>,
}

pub(crate) fn read(source: &str) -> RustText {
    let mut reader =
        Reader { rest: source, line: 1, code: String::with_capacity(source.len()), literals: vec![] };
    while reader.step() {}
    RustText { code: reader.code, literals: reader.literals }
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    code: String,
    literals: Vec<Literal>,
}

impl Reader<'_> {
    fn step(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else { return false };
        if self.rest.starts_with("//") {
            self.blank(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if self.rest.starts_with("/*") {
            self.blank(comment(self.rest));
        } else if first == '"' {
            self.literal(1, closing_quote(&self.rest[1..]), 1);
        } else if let Some((opening, hashes)) = raw_opening(self.rest).filter(|_| !self.in_a_word()) {
            let closing = format!("\"{}", "#".repeat(hashes));
            let length = self.rest[opening..].find(&closing).unwrap_or(self.rest.len() - opening);
            self.literal(opening, length, closing.len());
        } else if first == '\'' {
            self.blank(character(self.rest));
        } else {
            self.keep(first.len_utf8());
        }
        true
    }

    fn in_a_word(&self) -> bool {
        self.code.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_')
    }

    fn keep(&mut self, length: usize) {
        let (part, rest) = self.rest.split_at(length.min(self.rest.len()));
        self.line += part.matches('\n').count();
        self.code.push_str(part);
        self.rest = rest;
    }

    fn blank(&mut self, length: usize) {
        let (part, rest) = self.rest.split_at(length.min(self.rest.len()));
        self.line += part.matches('\n').count();
        self.code.extend(part.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        self.rest = rest;
    }

    fn literal(&mut self, opening: usize, length: usize, closing: usize) {
        let text = self.rest[opening..(opening + length).min(self.rest.len())].to_owned();
        self.literals.push(Literal { line: self.line, text });
        self.code.push('"');
        self.blank(opening + length + closing);
    }
}

fn comment(text: &str) -> usize {
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

fn closing_quote(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    text.len()
}

/// `r"`, `r#"`, `br##"`…: the length of the opening and the number of hashes.
fn raw_opening(text: &str) -> Option<(usize, usize)> {
    let after = ["br", "cr", "r"].into_iter().find_map(|prefix| text.strip_prefix(prefix))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some((text.len() - after.len() + hashes + 1, hashes))
}

/// The length of a character literal, or 1 for the mark of a lifetime.
fn character(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), Some((at, c))) => {
            let after = at + c.len_utf8();
            text[after..].find('\'').map_or(1, |end| after + end + 1)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

/// The functions of blanked code: name, line, and lines from `fn` to the closing brace that hold code.
pub(crate) fn functions(code: &str) -> Vec<(String, usize, usize)> {
    let lines: Vec<&str> = code.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let words = line.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
        let mut words = words.skip_while(|word| *word != "fn").skip(1);
        let Some(name) = words.next() else { continue };
        let (mut depth, mut length, mut opened) = (0i64, 0usize, false);
        for body in &lines[at..] {
            length += usize::from(!body.trim().is_empty());
            for c in body.chars() {
                depth += i64::from(c == '{') - i64::from(c == '}');
                opened |= c == '{';
            }
            // A declaration without a body ends with a semicolon.
            if opened && depth <= 0 || !opened && body.trim_end().ends_with(';') {
                break;
            }
        }
        found.push((name.to_owned(), at + 1, length));
    }
    found
}

#[test]
fn literals_and_comments_are_told_from_code() {
    let source = concat!(
        "let a = \"x // \\\" y\"; // \"no\"\n",
        "/* \"no /* no */ \" */ let c = '\"'; let d: &'static str = r#\"raw \"in\" it\"#;\n",
        "let e = b\"bytes\"; let for_r = 1; '\\''; \"last\"",
    );
    let text = read(source);
    let found: Vec<_> = text.literals.iter().map(|one| (one.line, one.text.as_str())).collect();
    assert_eq!(found, [(1, "x // \\\" y"), (2, "raw \"in\" it"), (3, "bytes"), (3, "last")]);
    assert_eq!(text.code.lines().count(), 3);
    assert!(!text.code.contains("no"));
}

#[test]
fn a_function_is_measured_without_its_comments() {
    let code = read("fn one() {\n    // why\n\n    let x = \"{\";\n}\nfn two(a: u8) -> u8;\n").code;
    assert_eq!(functions(&code), [("one".to_owned(), 1, 3), ("two".to_owned(), 6, 1)]);
}
