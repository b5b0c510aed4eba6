//! Lines, tokens and indentation of a rule block, with places counted in characters.

use redress_base::Finding;

/// Where in a page of the law book.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot<'a> {
    pub(crate) path: &'a str,
    /// Line, from 1.
    pub(crate) line: usize,
    /// Column in characters, from 1.
    pub(crate) column: usize,
}

impl Spot<'_> {
    /// An error at this place. Its sentence and its advice stand in `locales/`.
    pub(crate) fn error(self, code: &str) -> Finding {
        self.on(Finding::error(code))
    }

    /// Adds this place to a finding.
    pub(crate) fn on(self, finding: Finding) -> Finding {
        finding.with("file", self.path).with("line", self.line).with("column", self.column)
    }
}

/// A word, a punctuation mark or a quoted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) text: String,
    /// Column in characters, from 1.
    pub(crate) column: usize,
    /// Written between quotation marks.
    pub(crate) quoted: bool,
}

/// A line with the lines that are indented under it.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// Line in the page, from 1.
    pub(crate) line: usize,
    /// Characters before the first token.
    pub(crate) indent: usize,
    pub(crate) tokens: Vec<Token>,
    /// The text behind the first token's keyword, for names.
    pub(crate) raw: String,
    pub(crate) children: Vec<Block>,
}

const PUNCTUATION: [char; 5] = ['{', '}', ',', ';', '|'];

/// Full-width forms that a Chinese input method gives.
fn half_width(c: char) -> char {
    match c {
        '，' => ',',
        '；' => ';',
        '（' => '(',
        '）' => ')',
        '｛' => '{',
        '｝' => '}',
        '　' => ' ',
        other => other,
    }
}

/// Splits a line into tokens. `Err` is the column of a quotation mark that is never closed.
fn tokens(text: &str) -> Result<Vec<Token>, usize> {
    let mut found: Vec<Token> = Vec::new();
    let mut open_word = false;
    let mut chars = text.chars().enumerate();
    while let Some((at, original)) = chars.next() {
        let c = half_width(original);
        let column = at + 1;
        if c == '#' && !open_word {
            break;
        }
        if c == '"' {
            let mut inside = String::new();
            loop {
                match chars.next() {
                    Some((_, '"')) => break,
                    Some((_, other)) => inside.push(other),
                    None => return Err(column),
                }
            }
            found.push(Token { text: inside, column, quoted: true });
            open_word = false;
        } else if c.is_whitespace() {
            open_word = false;
        } else if PUNCTUATION.contains(&c) {
            found.push(Token { text: c.to_string(), column, quoted: false });
            open_word = false;
        } else if let Some(word) = found.last_mut().filter(|_| open_word) {
            word.text.push(c);
        } else {
            found.push(Token { text: c.to_string(), column, quoted: false });
            open_word = true;
        }
    }
    Ok(found)
}

/// The remark of a line, without its mark; a `#` inside quotation marks or a word is none.
pub(crate) fn comment(text: &str) -> Option<&str> {
    mark(text).and_then(|at| text.get(at + 1..)).map(str::trim)
}

/// The line without its remark.
pub(crate) fn without_comment(text: &str) -> &str {
    mark(text).and_then(|at| text.get(..at)).unwrap_or(text)
}

/// Where the remark begins.
fn mark(text: &str) -> Option<usize> {
    let (mut quoted, mut inside_word) = (false, false);
    for (at, c) in text.char_indices() {
        match half_width(c) {
            '"' => {
                quoted = !quoted;
                inside_word = false;
            }
            '#' if !quoted && !inside_word => return Some(at),
            c if c.is_whitespace() || PUNCTUATION.contains(&c) => inside_word = false,
            _ => inside_word = !quoted,
        }
    }
    None
}

/// Reads the lines of a fence into nested blocks; `first` is the page line of the fence's first line.
pub(crate) fn blocks(path: &str, text: &str, first: usize, findings: &mut Vec<Finding>) -> Vec<Block> {
    let mut flat: Vec<Block> = Vec::new();
    for (offset, raw) in text.lines().enumerate() {
        let line = first + offset;
        let indent = raw.chars().take_while(|c| c.is_whitespace()).count();
        if raw.chars().take(indent).any(|c| c == '\t') {
            findings.push(Spot { path, line, column: 1 }.error("law-tab-indent"));
        }
        match tokens(raw) {
            Ok(tokens) if tokens.is_empty() => {}
            Ok(tokens) => flat.push(Block { line, indent, tokens, raw: raw.to_owned(), children: vec![] }),
            Err(column) => findings.push(Spot { path, line, column }.error("law-open-quote")),
        }
    }
    nest(path, flat, findings)
}

/// Steps of indentation that a rule may have.
const DEEPEST: usize = 24;

/// Builds the tree: a line belongs to the nearest line above it with less indentation.
fn nest(path: &str, flat: Vec<Block>, findings: &mut Vec<Finding>) -> Vec<Block> {
    let mut roots: Vec<Block> = Vec::new();
    let mut open: Vec<Block> = Vec::new();
    for block in flat {
        let mut closed_at = None;
        while open.last().is_some_and(|top| top.indent >= block.indent) {
            closed_at = open.last().map(|top| top.indent);
            close(&mut open, &mut roots);
        }
        if closed_at.is_some_and(|indent| indent != block.indent) {
            let spot = Spot { path, line: block.line, column: block.indent + 1 };
            findings.push(spot.error("law-uneven-indent"));
        }
        if open.len() >= DEEPEST {
            findings.push(Spot { path, line: block.line, column: 1 }.error("law-too-deep"));
            return vec![];
        }
        open.push(block);
    }
    while !open.is_empty() {
        close(&mut open, &mut roots);
    }
    roots
}

fn close(open: &mut Vec<Block>, roots: &mut Vec<Block>) {
    if let Some(done) = open.pop() {
        match open.last_mut() {
            Some(parent) => parent.children.push(done),
            None => roots.push(done),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{blocks, tokens};

    #[test]
    fn columns_count_characters_and_full_width_marks_are_read() {
        let read = tokens("  （一） 任一 \"甲 | A\" x，y # 注").unwrap();
        let shown: Vec<(&str, usize)> = read.iter().map(|t| (t.text.as_str(), t.column)).collect();
        assert_eq!(shown, [("(一)", 3), ("任一", 7), ("甲 | A", 10), ("x", 18), (",", 19), ("y", 20)]);
        assert_eq!(tokens("任一 \"甲"), Err(4));
    }

    #[test]
    fn indentation_nests_and_uneven_steps_are_reported() {
        let mut findings = vec![];
        let tree = blocks("p.md", "a\n  b\n    c\n  d\ne\n", 10, &mut findings);
        assert_eq!(tree.len(), 2);
        assert_eq!(tree[0].children.len(), 2);
        assert_eq!(tree[0].children[0].children[0].line, 12);
        assert!(findings.is_empty());
        blocks("p.md", "a\n    b\n  c\n", 1, &mut findings);
        assert_eq!(findings[0].code, "law-uneven-indent");
    }
}
