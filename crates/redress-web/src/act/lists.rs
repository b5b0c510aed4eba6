//! Rows of a list that were emptied go, and those after them move up: a paper has no row without a word.

use crate::page::answered::Answers;
use crate::page::lists::OWN_ROWS;
use std::collections::{BTreeMap, BTreeSet};

/// What was typed, with the changes that close the gaps. The rows of the file itself stay where they are: one of them that was
/// emptied says what the file says again.
pub(crate) fn closed_up(
    known: &Answers,
    typed: Vec<(String, String)>,
    form: &[(String, String)],
) -> Vec<(String, String)> {
    let mut after: BTreeMap<String, String> = known.clone();
    after.extend(typed.iter().cloned());
    let mut changes: BTreeMap<String, String> = typed.into_iter().collect();
    let lists = form.iter().filter_map(|(name, own)| Some((name.strip_prefix(OWN_ROWS)?, own.parse().ok()?)));
    for (list, own) in lists {
        close(list, own, &after, &mut changes);
    }
    changes.into_iter().collect()
}

fn close(list: &str, own: u64, after: &BTreeMap<String, String>, changes: &mut BTreeMap<String, String>) {
    let place = |path: &str| -> Option<(u64, String)> {
        let (row, field) = path.strip_prefix(list)?.strip_prefix('.')?.split_once('.')?;
        Some((row.parse().ok()?, field.to_owned()))
    };
    let said = || {
        let said = after.iter().filter(|(_, value)| !value.is_empty());
        said.filter_map(|(path, value)| Some((place(path)?, value))).filter(|((row, _), _)| *row >= own)
    };
    let rows: BTreeSet<u64> = said().map(|((row, _), _)| row).collect();
    let now = |row: u64| (own..).zip(&rows).find(|(_, one)| **one == row).map_or(row, |(now, _)| now);
    let moved: Vec<((u64, String), &String)> = said().filter(|((row, _), _)| now(*row) != *row).collect();
    for ((row, field), _) in &moved {
        changes.insert(format!("{list}.{row}.{field}"), String::new());
    }
    for ((row, field), value) in moved {
        changes.insert(format!("{list}.{}.{field}", now(row)), value.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::closed_up;
    use crate::page::answered::Answers;

    fn all(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn an_emptied_row_goes_and_those_after_it_move_up() {
        let known: Answers = all(&[
            ("l.1.what", "a"),
            ("l.2.what", "b"),
            ("l.2.yuan", "2"),
            ("l.3.what", "c"),
            ("court", "x"),
        ])
        .into_iter()
        .collect();
        let form = all(&[("own-rows.l", "1")]);
        let typed = all(&[("l.1.what", "")]);
        let mut after = known.clone();
        for (path, value) in closed_up(&known, typed, &form) {
            if value.is_empty() {
                after.remove(&path)
            } else {
                after.insert(path, value)
            };
        }
        let expected: Answers =
            all(&[("l.1.what", "b"), ("l.1.yuan", "2"), ("l.2.what", "c"), ("court", "x")])
                .into_iter()
                .collect();
        assert_eq!(after, expected);
        // A row of the file itself that was emptied stays its place; without a list nothing moves.
        let known: Answers = all(&[("l.0.what", "a"), ("l.1.what", "b")]).into_iter().collect();
        assert_eq!(closed_up(&known, all(&[("l.0.what", "")]), &form), all(&[("l.0.what", "")]));
        assert_eq!(closed_up(&known, all(&[("l.1.what", "")]), &[]), all(&[("l.1.what", "")]));
    }
}
