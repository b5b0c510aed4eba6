//! Which of the articles behind a step were in force on its day.

use crate::Cite;
use redress_base::Date;
use std::collections::BTreeMap;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/dates.rs"));

/// First day, and the day of repeal, of each page of an article.
type Pages = Vec<(Date, Option<Date>)>;

static PAGES: LazyLock<BTreeMap<(&str, &str), Pages>> = LazyLock::new(|| {
    let mut pages: BTreeMap<(&str, &str), Pages> = BTreeMap::new();
    for (instrument, article, from, repealed) in DATES {
        if let Ok(from) = from.parse() {
            pages.entry((instrument, article)).or_default().push((from, repealed.parse().ok()));
        }
    }
    pages
});

/// Whether the article was in force; an article that the book does not hold is not doubted.
fn was(cite: &Cite, on: Date) -> bool {
    let key = (&*cite.article.instrument, &*cite.article.article);
    let inside = |(from, repealed): &(Date, Option<Date>)| {
        *from <= on && repealed.is_none_or(|repealed| on < repealed)
    };
    PAGES.get(&key).is_none_or(|pages| pages.iter().any(inside))
}

/// The articles that were in force on that day. Where none of them was, all of them, and `false`: the version of
/// that day is not in this book.
pub(crate) fn on(cites: &[Cite], on: Date) -> (Vec<Cite>, bool) {
    let then: Vec<Cite> = cites.iter().filter(|cite| was(cite, on)).cloned().collect();
    if then.is_empty() { (cites.to_vec(), false) } else { (then, true) }
}

#[cfg(test)]
mod tests {
    use super::{PAGES, on};
    use crate::Cite;

    fn cites(list: &[&str]) -> Vec<Cite> {
        list.iter().map(|one| one.parse().unwrap()).collect()
    }

    fn said(list: &[&str], day: &str) -> (Vec<String>, bool) {
        let (then, known) = on(&cites(list), day.parse().unwrap());
        (then.iter().map(ToString::to_string).collect(), known)
    }

    #[test]
    fn the_pages_of_the_book_are_read() {
        assert!(PAGES.len() > 300, "{}", PAGES.len());
    }

    /// 治安管理处罚法: the old text to 2025-12-31, the new one from 2026-01-01.
    #[test]
    fn the_version_of_the_day_is_named() {
        let both = ["cn/psapl-2025/90", "cn/psapl-2012/78"];
        assert_eq!(said(&both, "2025-12-31"), (vec!["cn/psapl-2012/78".to_owned()], true));
        assert_eq!(said(&both, "2026-01-01"), (vec!["cn/psapl-2025/90".to_owned()], true));
    }

    /// 法发〔2023〕14号 is of 2023-09-20; what is older rests on the statute alone, or says that it is older.
    #[test]
    fn what_is_older_than_every_article_says_so() {
        let both = ["cn/opinions-2023-14/13(1)", "cn/criminal-law/246(2)"];
        assert_eq!(said(&both, "2020-12-28"), (vec!["cn/criminal-law/246(2)".to_owned()], true));
        assert_eq!(said(&both[..1], "2020-12-28"), (vec!["cn/opinions-2023-14/13(1)".to_owned()], false));
        assert!(said(&both[..1], "2023-09-20").1);
        assert!(said(&["cn/criminal-procedure-law/163 (O)"], "1999-01-01").1);
    }
}
