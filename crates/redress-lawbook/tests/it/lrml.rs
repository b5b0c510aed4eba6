//! The LegalRuleML document: well-formed, of the shape of the standard, and complete.

use crate::book::small;
use crate::grammar;
use redress_law::{Book, Burden};
use redress_lawbook::legalruleml;
use roxmltree::{Document, Node};
use std::collections::BTreeSet;

fn nodes<'a>(document: &'a Document<'a>, name: &str) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.tag_name().name() == name).collect()
}

#[test]
fn the_document_has_the_shape_of_the_standard() {
    for book in [&small(), Book::with_drafts()] {
        let text = legalruleml(book);
        let document = Document::parse(&text).expect("well-formed");
        let mut wrong = Vec::new();
        grammar::wrong(document.root_element(), &mut wrong);
        assert!(wrong.is_empty(), "{:#?}", &wrong[..wrong.len().min(20)]);
    }
}

#[test]
fn every_reference_leads_somewhere_and_every_key_is_its_own() {
    let text = legalruleml(Book::with_drafts());
    let document = Document::parse(&text).expect("well-formed");
    let mut keys = BTreeSet::new();
    for node in document.descendants() {
        if let Some(key) = node.attribute("key").or(node.attribute("refersTo")) {
            assert!(keys.insert(key.trim_start_matches(':')), "{key} twice");
        }
    }
    for node in document.descendants() {
        for name in ["keyref", "over", "under"] {
            if let Some(reference) = node.attribute(name) {
                assert!(keys.contains(reference.trim_start_matches('#')), "{reference}");
            }
        }
    }
}

#[test]
fn prefixes_are_declared() {
    let text = legalruleml(Book::with_drafts());
    let document = Document::parse(&text).expect("well-formed");
    let declared: BTreeSet<&str> =
        nodes(&document, "Prefix").iter().filter_map(|node| node.attribute("pre")).collect();
    for node in document.descendants() {
        // The type of data is a name of XML Schema, whose prefix is one of XML.
        for attribute in node.attributes().filter(|one| one.namespace().is_none()) {
            let iri = ["iri", "type", "sameAs"].contains(&attribute.name());
            let Some((prefix, _)) = attribute.value().split_once(':').filter(|_| iri) else { continue };
            assert!(declared.contains(prefix), "{prefix}");
        }
    }
}

/// Nothing of the book is dropped: rules, exceptions, readings, dates, values, duties and time limits.
#[test]
fn everything_is_there() {
    let book = Book::with_drafts();
    let text = legalruleml(book);
    let document = Document::parse(&text).expect("well-formed");
    let count = |name: &str| nodes(&document, name).len();
    let rules = book.rules();
    let keyed = |prefix: &str| {
        document
            .descendants()
            .filter_map(|node| node.attribute("key"))
            .filter(|key| key.starts_with(prefix))
            .count()
    };
    assert_eq!(keyed("rule-"), rules.len());
    assert_eq!(keyed("unless-"), rules.iter().map(|rule| rule.unless.len()).sum::<usize>());
    assert_eq!(count("Defeater"), keyed("unless-"));
    assert_eq!(keyed("gives-"), rules.iter().map(|rule| rule.gives.len()).sum::<usize>());
    assert_eq!(count("Association") - rules.len(), {
        let pages = &book.ir().provisions;
        pages.iter().filter(|page| !page.duties.is_empty() || !page.deadlines.is_empty()).count()
    });
    for (reading, names) in book.readings().filter(|(reading, _)| *reading != "psapl-straddle") {
        let relation = format!("reading:{reading}");
        let stated = nodes(&document, "Rel")
            .iter()
            .filter(|rel| rel.attribute("iri") == Some(relation.as_str()))
            .count();
        assert!(stated > names.len(), "{reading}: {stated}");
    }
    assert_eq!(count("LegalSource"), book.ir().instruments.len());
}

#[test]
fn the_burden_of_each_exception_is_noted() {
    let book = small();
    let text = legalruleml(&book);
    let document = Document::parse(&text).expect("well-formed");
    let said = |under: &str, over: &str| -> String {
        let pairs = nodes(&document, "Override");
        let pair = pairs.iter().find(|pair| {
            pair.attribute("under") == Some(under)
                && pair.attribute("over").is_some_and(|o| o.ends_with(over))
        });
        pair.expect(over).descendants().filter_map(|node| node.text()).collect()
    };
    let rule = book.rule("made-up")[0];
    assert_eq!(rule.unless[0].burden, Burden::MustBeExcluded);
    assert!(said("#rule-made-up-2020-01-01", "made-up-shield").contains("Checked before anything else."));
    assert!(said("#rule-made-up-2020-01-01", "made-up-defence").contains("for the other side to show"));
}

#[test]
fn the_small_book_as_a_document() {
    insta::assert_snapshot!("made-up", legalruleml(&small()));
}
