//! How two captures of one thing differ: two texts by their letters, two files by their lines.

use std::collections::BTreeMap;

/// Two texts that begin and end alike; what stands between differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letters<'t> {
    /// What both begin with.
    pub(crate) before: &'t str,
    /// What only the earlier has.
    pub(crate) gone: &'t str,
    /// What only the later has.
    pub(crate) new: &'t str,
    /// What both end with.
    pub(crate) after: &'t str,
}

/// Compares two texts letter by letter from both ends.
pub(crate) fn letters<'t>(earlier: &'t str, later: &'t str) -> Letters<'t> {
    let same = |pair: &(char, char)| pair.0 == pair.1;
    let bytes = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(same).map(|(one, _)| one.len_utf8()).sum()
    };
    let front = bytes(&mut earlier.chars().zip(later.chars()));
    let (before, earlier) = earlier.split_at_checked(front).unwrap_or(("", earlier));
    let later = later.split_at_checked(front).map_or(later, |(_, rest)| rest);
    let back = bytes(&mut earlier.chars().rev().zip(later.chars().rev()));
    let (gone, after) = earlier.split_at_checked(earlier.len() - back).unwrap_or((earlier, ""));
    let new = later.split_at_checked(later.len() - back).map_or(later, |(new, _)| new);
    Letters { before, gone, new, after }
}

/// Lines that only one of two files has, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lines<'t> {
    /// What only the earlier has.
    pub(crate) gone: Vec<&'t str>,
    /// What only the later has.
    pub(crate) new: Vec<&'t str>,
}

/// Compares two files line by line, wherever a line stands. A line that stands twice counts twice.
pub(crate) fn lines<'t>(earlier: &'t str, later: &'t str) -> Lines<'t> {
    Lines { gone: without(earlier, later), new: without(later, earlier) }
}

fn without<'t>(of: &'t str, other: &str) -> Vec<&'t str> {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for line in other.lines() {
        *known.entry(line).or_default() += 1;
    }
    of.lines()
        .filter(|line| match known.get_mut(*line) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Letters, letters, lines};

    #[test]
    fn texts_are_put_together_again_from_their_parts() {
        let texts = ["", "a", "ab", "aab", "快递员造谣", "快递员没有造谣", "谣", "aa", "é", "e"];
        for earlier in texts {
            for later in texts {
                let Letters { before, gone, new, after } = letters(earlier, later);
                assert_eq!(format!("{before}{gone}{after}"), earlier);
                assert_eq!(format!("{before}{new}{after}"), later);
                assert_eq!(earlier == later, gone.is_empty() && new.is_empty());
            }
        }
        let found = letters("快递员造谣", "快递员没有造谣");
        assert_eq!((found.before, found.gone, found.new, found.after), ("快递员", "", "没有", "造谣"));
    }

    #[test]
    fn a_line_that_moved_is_no_difference_and_one_that_stands_twice_counts_twice() {
        let found = lines("a\nb\nb\nc", "c\nb\nd\na");
        assert_eq!((found.gone, found.new), (vec!["b"], vec!["d"]));
        assert_eq!(lines("x\n", "x"), super::Lines::default());
    }
}
