//! `redress law list`, `show` and `readings`.

use crate::commands::Session;
use crate::documents::{ReadingRow, ReadingRows};
use redress_base::Refusal;
use redress_law::Book;

/// Every rule with its article.
pub(crate) fn list(session: &Session<'_>, book: &Book) {
    for rule in book.rules() {
        let label = session.label(&rule.label.zh, &rule.label.en);
        let article = rule.cites.first().map(|article| session.words.article(article)).unwrap_or_default();
        session.out.line(&format!("{:28} {label}  〔{article}〕", rule.id));
    }
    let counted = [
        ("rules", book.rules().len().into()),
        ("digest", book.digest().into()),
        ("drafts", super::drafts(book).into()),
    ];
    session.out.say("cli-law-listed", &counted);
    session.out.document(&book.ir());
}

/// Every version of one rule, in the language of the person.
///
/// # Errors
/// `Usage` where there is no such rule.
pub(crate) fn show(session: &Session<'_>, book: &Book, id: &str) -> Result<(), Refusal> {
    let versions = book.rule(id);
    if versions.is_empty() {
        return Err(super::no_rule(book, id));
    }
    let language = match session.words.language() {
        redress_words::Language::ZhHans => redress_law::Language::Zh,
        redress_words::Language::En => redress_law::Language::En,
    };
    for rule in &versions {
        session.out.line(&redress_law::print(rule, language));
        session.out.line("");
    }
    session.out.document(&versions);
    Ok(())
}

/// The contested readings: the question, and the alternatives that somebody may choose.
pub(crate) fn readings(session: &Session<'_>, book: &Book) {
    let mut rows = Vec::new();
    for (id, names) in book.readings() {
        let stated = book.contested(id);
        let question = stated.map(|(_, contested)| session.label(&contested.zh, &contested.en).to_owned());
        let article = stated.map(|(page, _)| session.words.article(&page.article)).unwrap_or_default();
        session.out.line(&format!("{id:32} {}", names.join(" | ")));
        session.out.line(&format!("{:32} {}  〔{article}〕", "", question.clone().unwrap_or_default()));
        rows.push(ReadingRow {
            id: id.to_owned(),
            alternatives: names.to_vec(),
            question: stated.map(|(_, contested)| contested.clone()),
            article: stated.map(|(page, _)| page.article.clone()),
        });
    }
    session.out.document(&ReadingRows { schema: "redress/readings/1", readings: rows });
}
