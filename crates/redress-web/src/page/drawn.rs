//! Draws the Markdown that this program writes as it will be read: headings, paragraphs and lists, and nothing else.
//!
//! What no block of it is stays a paragraph, so that nothing of a paper is left out. No link is made and nothing is loaded.

use maud::{Markup, html};
use redress_words::safe_text;

/// A piece of the text.
#[derive(Debug, PartialEq, Eq)]
enum Block {
    /// A heading and how deep it stands.
    Head(usize, String),
    /// Words.
    Paragraph(String),
    /// Lines of a list, each with its depth.
    List(Vec<(usize, String)>),
}

/// The text as it is read. Headings stand below those of the page.
pub(crate) fn drawn(text: &str) -> Markup {
    html! { @for block in blocks(text) { @match block {
        Block::Head(1, words) => h3 { (safe_text(&words)) },
        Block::Head(2, words) => h4 { (safe_text(&words)) },
        Block::Head(_, words) => h5 { (safe_text(&words)) },
        Block::Paragraph(words) => p { (safe_text(&words)) },
        Block::List(lines) => (list(&lines)),
    } } }
}

/// A list with what stands below each of its lines.
fn list(lines: &[(usize, String)]) -> Markup {
    let least = lines.iter().map(|(depth, _)| *depth).min().unwrap_or_default();
    let begins: Vec<usize> =
        lines.iter().enumerate().filter(|(_, (depth, _))| *depth == least).map(|(at, _)| at).collect();
    let ends = begins.iter().skip(1).copied().chain([lines.len()]);
    html! { ul.dots { @for (from, to) in begins.iter().copied().zip(ends) { @if let Some(((_, words), below)) = lines.get(from..to).and_then(<[_]>::split_first) {
        li { (safe_text(words)) @if !below.is_empty() { (list(below)) } }
    } } } }
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in text.lines() {
        let bare = line.trim_start();
        if bare.is_empty() {
            continue;
        }
        let marks = bare.bytes().take_while(|byte| *byte == b'#').count();
        if let Some(words) = bare.get(marks..).and_then(|rest| rest.strip_prefix(' ')).filter(|_| marks > 0) {
            blocks.push(Block::Head(marks, plain(words)));
        } else if let Some(words) = bare.strip_prefix("- ") {
            let one = ((line.len() - bare.len()) / 2, plain(words));
            match blocks.last_mut() {
                Some(Block::List(lines)) => lines.push(one),
                _ => blocks.push(Block::List(vec![one])),
            }
        } else {
            blocks.push(Block::Paragraph(plain(bare)));
        }
    }
    blocks
}

/// The words without the marks that keep them from being read as Markdown (CommonMark 0.31, 2.4).
fn plain(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        let kept = if c == '\\' { chars.next_if(char::is_ascii_punctuation).unwrap_or(c) } else { c };
        out.push(kept);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::drawn;

    #[test]
    fn headings_lists_and_paragraphs_are_drawn_and_nothing_runs() {
        let text = "# A \\*title\\*\n\n## Part\n\nWords \\<script\\>.\n- one\n  - below\n- two\n\n### Deep\n\n<b>x</b> [y](http://z)\n";
        let page = drawn(text).into_string();
        assert_eq!(
            page,
            "<h3>A *title*</h3><h4>Part</h4><p>Words &lt;script&gt;.</p><ul class=\"dots\"><li>one<ul class=\"dots\">\
             <li>below</li></ul></li><li>two</li></ul><h5>Deep</h5><p>&lt;b&gt;x&lt;/b&gt; [y](http://z)</p>"
        );
        assert!(drawn("").into_string().is_empty());
    }
}
