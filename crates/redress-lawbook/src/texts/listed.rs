//! Telling an entry of a list of contents from an article.

use super::heading::is_space;

/// The longest title that an entry may have.
const LONGEST: usize = 40;

/// Whether a line ends in a page number behind dots, tabs or a wide gap: `第三条 …… 12`.
pub(super) fn has_page(line: &str) -> bool {
    let line = line.trim_end_matches(is_space);
    let before = line.trim_end_matches(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    if before.len() == line.len() {
        return false;
    }
    let gap = before.trim_end_matches(is_space);
    let wide = before.len() > gap.len()
        && before.get(gap.len()..).is_some_and(|gap| gap.contains('\t') || gap.chars().count() > 1);
    wide || gap.ends_with(['…', '·', '．', '—']) || gap.ends_with("..")
}

/// Whether what stands behind the number of an article, alone on its line, could be an entry: nothing, a title
/// without the end of a sentence, or a title with a page number.
pub(super) fn could_be(line: &str, words: &str) -> bool {
    let words = words.trim_matches(|c| is_space(c) || c == '*');
    let sentence = words.ends_with(['。', '：', '；', '.', ';', ':', '！', '？', '”']);
    words.is_empty() || has_page(line) || (!sentence && words.chars().count() <= LONGEST)
}

#[cfg(test)]
mod tests {
    use super::{could_be, has_page};

    #[test]
    fn page_numbers_are_seen() {
        for line in ["第一条 目的……3", "第一条\t3", "第一条   12", "第一条 ..... 12 ", "第一条·····１２"]
        {
            assert!(has_page(line), "{line}");
        }
        for line in ["第一条 处五日", "第一条 罚款 500", "共12", "第一条"] {
            assert!(!has_page(line), "{line}");
        }
    }

    #[test]
    fn sentences_are_no_entries() {
        assert!(could_be("", "") && could_be("第二条 任务", "任务"));
        assert!(!could_be("第二条 任务是保护人民。", "任务是保护人民。"));
    }
}
