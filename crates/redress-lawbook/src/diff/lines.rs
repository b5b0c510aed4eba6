//! Two texts line by line: the longest run of lines that both have in the same order stays, the rest is old or new.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LineMark {
    /// In both.
    Same,
    /// In the old text only.
    Old,
    /// In the new text only.
    New,
}

impl LineMark {
    /// `" "`, `"-"`, `"+"`.
    pub const fn sign(self) -> &'static str {
        match self {
            LineMark::Same => " ",
            LineMark::Old => "-",
            LineMark::New => "+",
        }
    }
}

/// One line of two texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Where it stands.
    pub mark: LineMark,
    /// The line without its end.
    pub text: String,
}

/// The lines of both texts. Rules have some dozens of lines, so the table of the textbook is quick enough.
pub(super) fn between(old: &str, new: &str) -> Vec<Line> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let table = common(&old, &new);
    let length = |i: usize, j: usize| table.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0);
    let (mut i, mut j, mut lines) = (0, 0, Vec::new());
    let mut push = |mark, text: &str| lines.push(Line { mark, text: text.to_owned() });
    loop {
        match (old.get(i), new.get(j)) {
            (Some(a), Some(b)) if a == b => {
                push(LineMark::Same, a);
                (i, j) = (i + 1, j + 1);
            }
            (Some(a), other) if other.is_none() || length(i + 1, j) >= length(i, j + 1) => {
                push(LineMark::Old, a);
                i += 1;
            }
            (_, Some(b)) => {
                push(LineMark::New, b);
                j += 1;
            }
            _ => return lines,
        }
    }
}

/// `table[i][j]`: how many lines the ends of both texts from `i` and from `j` on have in common.
fn common(old: &[&str], new: &[&str]) -> Vec<Vec<usize>> {
    let none: Vec<usize> = vec![];
    let mut table = vec![vec![0; new.len() + 1]];
    for a in old.iter().rev() {
        let below = table.last().unwrap_or(&none);
        let mut row = vec![0];
        // From the last line of `new` to the first: each cell looks at the one below, right, and below right.
        for (j, b) in new.iter().enumerate().rev() {
            let cell = |at: usize| below.get(at).copied().unwrap_or(0);
            let right = row.last().copied().unwrap_or(0);
            row.push(if a == b { cell(j + 1) + 1 } else { right.max(cell(j)) });
        }
        row.reverse();
        table.push(row);
    }
    table.reverse();
    table
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn what_stays_stays() {
        let lines = between("a\nb\nc\nd", "a\nc\nx\nd\ne");
        let signs: String = lines.iter().map(|line| format!("{}{}", line.mark.sign(), line.text)).collect();
        assert_eq!(signs, " a-b c+x d+e");
        assert!(between("a", "a").iter().all(|line| line.mark.sign() == " "));
        assert_eq!(between("", "a").len(), 1);
    }
}
