//! `redress law facts`: the vocabulary, with who may set a fact and which rules read it.

use crate::commands::Session;
use crate::documents::{FactRow, FactRows, Setter};
use redress_facts::{Kind, Source, Term, TermScope, Vocabulary};
use redress_law::Book;
use std::collections::{BTreeMap, BTreeSet};

/// Prints every fact whose name or label holds `search`.
pub(crate) fn run(session: &Session<'_>, search: &str) {
    let words = Vocabulary::standard();
    let readers = readers();
    let wanted = search.to_lowercase();
    let fits = |id: &str, term: &Term| {
        [id, &term.zh, &term.en].iter().any(|text| text.to_lowercase().contains(&wanted))
    };
    let mut rows = Vec::new();
    for (id, term) in words.iter().filter(|(id, term)| fits(id, term)) {
        let rules: Vec<String> = readers.get(id).into_iter().flatten().cloned().collect();
        let setters = setters(term);
        session.out.line(&format!("{id}  {} — {}", term.zh, term.en));
        session.out.line(&format!(
            "    {}{} · {} · {}",
            kind(&term.kind),
            if term.scope == TermScope::Statement { " · statement" } else { "" },
            setters.iter().map(|setter| session.words.say(setter.code(), &[])).collect::<Vec<_>>().join(", "),
            if rules.is_empty() { "–".to_owned() } else { rules.join(" ") },
        ));
        rows.push(FactRow { name: id.to_owned(), term: term.clone(), set_by: setters, read_by: rules });
    }
    if rows.is_empty() {
        session.out.say("cli-facts-none", &[("search", search.into())]);
    }
    session.out.document(&FactRows { schema: "redress/vocabulary/2", facts: rows });
}

/// The rules that read each fact by themselves.
fn readers() -> BTreeMap<String, BTreeSet<String>> {
    let book = Book::with_drafts();
    let mut readers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for rule in book.rules() {
        for term in book.own_terms(rule) {
            readers.entry(term).or_default().insert(rule.id.clone());
        }
    }
    readers
}

/// Who may set a fact: out of the cheapest source, and by a bare word where that counts.
fn setters(term: &Term) -> Vec<Setter> {
    if term.kind == Kind::Judgement {
        return vec![Setter::Person];
    }
    let cheapest = match term.source {
        Source::OwnCapture => Setter::Measure,
        Source::OwnPapers => Setter::Papers,
        Source::Judgement => Setter::Party,
        Source::Platform => Setter::Platform,
        Source::PoliceHelp => Setter::PoliceHelp,
        Source::Authority => Setter::Authority,
    };
    if term.first_hand { vec![cheapest, Setter::Word] } else { vec![cheapest] }
}

/// The kind of a fact and its unit or words.
fn kind(kind: &Kind) -> String {
    match kind {
        Kind::Truth => "true/false".to_owned(),
        Kind::Judgement => "true/false (judged)".to_owned(),
        Kind::Count(unit) => format!("count ({})", unit.word()),
        Kind::Date => "date".to_owned(),
        Kind::Choice(words) => format!("one of {{{}}}", words.join(", ")),
        Kind::Set(words) => format!("any of {{{}}}", words.join(", ")),
    }
}
