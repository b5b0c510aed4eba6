//! The book holds what the reference on the law cites: article by article, not by a catch-all.

use redress_law::{Book, Ir};
use std::collections::{BTreeMap, BTreeSet};

/// The articles that the reference cites, by instrument, ranges written out.
fn cited() -> BTreeMap<String, BTreeSet<String>> {
    let written: BTreeMap<String, Vec<String>> =
        toml::from_str(include_str!("../data/cited.toml")).expect("the list of cited articles");
    let numbers = |article: &String| match article.split_once("..") {
        None => vec![article.clone()],
        Some((from, to)) => {
            let number = |text: &str| text.parse::<u32>().expect("the number of an article");
            (number(from)..=number(to)).map(|article| article.to_string()).collect()
        }
    };
    let whole = |articles: Vec<String>| articles.iter().flat_map(numbers).collect();
    written.into_iter().map(|(instrument, articles)| (instrument, whole(articles))).collect()
}

/// The articles of an instrument that have a page.
fn pages<'b>(ir: &'b Ir, instrument: &str) -> BTreeSet<&'b str> {
    let own = ir.provisions.iter().filter(|page| &*page.article.instrument == instrument);
    own.map(|page| &*page.article.article).collect()
}

#[test]
fn every_article_that_the_reference_cites_is_a_page_or_left_out_by_name_with_a_reason() {
    let (ir, cited) = (Book::with_drafts().ir(), cited());
    for (instrument, articles) in &cited {
        let known = ir.instruments.iter().find(|one| &one.id == instrument);
        let known = known.unwrap_or_else(|| panic!("{instrument} is cited and not in the book"));
        let pages = pages(ir, instrument);
        for article in articles {
            let left_out = known.not_encoded.get(article);
            let excused = left_out.is_some_and(|why| !why.zh.trim().is_empty() && !why.en.trim().is_empty());
            assert!(pages.contains(article.as_str()) || excused, "{instrument}/{article}");
        }
    }
}

/// The other way round: what the book adds of its own is named here, so that the list cannot fall behind unseen.
#[test]
fn what_the_book_holds_beyond_the_reference_is_known() {
    let (ir, cited) = (Book::with_drafts().ir(), cited());
    let mut beyond: Vec<String> = Vec::new();
    for instrument in &ir.instruments {
        let articles = cited.get(&instrument.id).unwrap_or_else(|| panic!("{} has no list", instrument.id));
        let own = pages(ir, &instrument.id).into_iter();
        beyond.extend(own.filter(|a| !articles.contains(*a)).map(|a| format!("{}/{a}", instrument.id)));
    }
    assert_eq!(
        beyond,
        // Mediation before trial: a step of the civil route.
        ["cn/civil-procedure-law/125"]
    );
}
