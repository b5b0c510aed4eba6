//! The one layout of rules on a page: two spaces a step, one space between words, comments where they stand.

use crate::lines::{Block, blocks, comment, without_comment};
use crate::page;
use redress_base::Finding;

/// Lays out every ```` ```rule ```` fence of a page; everything else stays as it is, byte for byte.
///
/// # Errors
/// The first line of a rule that cannot be taken apart (tabs, uneven steps, an open quotation mark), with its place.
pub fn format_page(path: &str, text: &str) -> Result<String, Box<Finding>> {
    let page = page::read(text);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut out = String::with_capacity(text.len());
    let mut next = 0;
    for fence in page.fences.iter().filter(|fence| fence.kind == page::FenceKind::Rule) {
        let first = fence.line.saturating_sub(1);
        let count = fence.text.lines().count();
        out.extend(lines.get(next..first).into_iter().flatten().copied());
        out.push_str(&rule(path, &fence.text, fence.line)?);
        next = first + count;
    }
    out.extend(lines.get(next..).into_iter().flatten().copied());
    Ok(out)
}

/// Lays out the lines of one fence.
fn rule(path: &str, text: &str, first: usize) -> Result<String, Box<Finding>> {
    let mut findings = Vec::new();
    let tree = blocks(path, text, first, &mut findings);
    if let Some(finding) = findings.into_iter().next() {
        return Err(Box::new(finding));
    }
    let mut depths = Vec::new();
    depth(&tree, 0, &mut depths);
    let mut out = String::new();
    for (offset, raw) in text.lines().enumerate() {
        let line = first + offset;
        let remark = comment(raw);
        let words = depths.iter().find(|(at, _, _)| *at == line);
        // A remark on a line of its own stands with the line below it.
        let steps =
            words.or_else(|| depths.iter().find(|(at, _, _)| *at > line)).map_or(0, |(_, depth, _)| *depth);
        match (words, remark) {
            (Some((_, _, words)), remark) => {
                out.push_str(&"  ".repeat(steps));
                out.push_str(words);
                if let Some(remark) = remark {
                    out.push_str("  # ");
                    out.push_str(remark);
                }
            }
            (None, Some(remark)) => {
                out.push_str(&"  ".repeat(steps));
                out.push_str("# ");
                out.push_str(remark);
            }
            (None, None) => {}
        }
        while out.ends_with(' ') {
            out.pop();
        }
        out.push('\n');
    }
    Ok(out)
}

/// Every line with its depth and its words.
fn depth(blocks: &[Block], steps: usize, found: &mut Vec<(usize, usize, String)>) {
    for block in blocks {
        found.push((block.line, steps, words(block)));
        depth(&block.children, steps + 1, found);
    }
}

/// The words of a line with one space between, none inside braces and before commas.
fn words(block: &Block) -> String {
    if let Some(keyword) = block.tokens.first().filter(|word| matches!(word.text.as_str(), "名称" | "label"))
    {
        // A name is printed as it stands: its own punctuation belongs to it.
        let skip = keyword.column - 1 + keyword.text.chars().count();
        let name: String = without_comment(&block.raw).chars().skip(skip).collect();
        return format!("{} {}", keyword.text, label(name.trim()));
    }
    let mut out = String::new();
    let mut open = false;
    for token in &block.tokens {
        let closes = !token.quoted && matches!(token.text.as_str(), "}" | "," | ";");
        if !out.is_empty() && !open && !closes {
            out.push(' ');
        }
        if token.quoted {
            out.push('"');
            out.push_str(&label(&token.text));
            out.push('"');
        } else {
            out.push_str(&token.text);
        }
        open = !token.quoted && token.text == "{";
    }
    out
}

/// `zh | en` with one space on either side of the bar.
fn label(text: &str) -> String {
    match text.split_once('|') {
        Some((zh, en)) => format!("{} | {}", zh.trim(), en.trim()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::format_page;

    const LOOSE: &str = "# 页\n\n```rule\n规则  a\n名称 甲|A   # 名\n成立   任一\n\n     # 其一\n     （一） x 属于 { b ,c }\n     全部 \"乙|B\"\n            y>=5\n            y >= 5\n```\n尾\n";
    const LAID: &str = "# 页\n\n```rule\n规则 a\n名称 甲 | A  # 名\n成立 任一\n\n  # 其一\n  (一) x 属于 {b, c}\n  全部 \"乙 | B\"\n    y>=5\n    y >= 5\n```\n尾\n";

    #[test]
    fn a_page_has_one_layout_and_keeps_its_remarks() {
        assert_eq!(format_page("p.md", LOOSE).as_deref(), Ok(LAID));
        assert_eq!(format_page("p.md", LAID).as_deref(), Ok(LAID));
        let broken = format_page("p.md", "```rule\n规则 \"a\n```\n");
        assert!(broken.is_err_and(|finding| finding.code == "law-open-quote"));
    }
}
