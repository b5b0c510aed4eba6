//! The law book as OASIS LegalRuleML 1.0 (30 August 2021), in the compact serialisation.
//!
//! Every version of every rule is a `ConstitutiveStatement` whose premise is its condition tree and whose
//! conclusion is `rule:<id>`. A rule on a crime, an administrative penalty or a civil wrong also has a
//! `PrescriptiveStatement` (a prohibition), protected speech a permission, relief a right. Exceptions are rules of
//! strength `Defeater` with an `OverrideStatement`; contested readings are `Alternatives`; penalty ranges are
//! `PenaltyStatement`s joined by `ReparationStatement`s; duties and time limits are obligations and permissions.

mod duties;
mod formula;
mod names;
mod sources;
mod statements;
mod xml;

use names::Names;
use redress_law::Book;
use xml::Tag;

const LRML: &str = "http://docs.oasis-open.org/legalruleml/ns/v1.0/";
const RULEML: &str = "http://ruleml.org/spec";

/// What the short names of IRIs stand for; terms of the book are URNs of this program.
const PREFIXES: [(&str, &str); 11] = [
    ("fact", "urn:redress:fact:"),
    ("rule", "urn:redress:rule:"),
    ("conduct", "urn:redress:conduct:"),
    ("gives", "urn:redress:gives:"),
    ("reading", "urn:redress:reading:"),
    ("duty", "urn:redress:duty:"),
    ("deadline", "urn:redress:deadline:"),
    ("body", "urn:redress:body:"),
    ("op", "urn:redress:operation:"),
    ("law", "urn:redress:law:"),
    ("lrmlv", "http://docs.oasis-open.org/legalruleml/ns/v1.0/vocab#"),
];

/// The book as one LegalRuleML document in the compact serialisation, in both languages. The same book gives the
/// same bytes.
pub fn legalruleml(book: &Book) -> String {
    let (zh, en) = names::words();
    let names = Names::new(book, &zh, &en);
    let root = Tag::new("lrml:LegalRuleML")
        .with("xmlns:lrml", LRML)
        .with("xmlns:ruleml", RULEML)
        .with("xmlns:xs", "http://www.w3.org/2001/XMLSchema")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    let prefixes = PREFIXES.map(|(pre, id)| Tag::new("lrml:Prefix").with("pre", pre).with("refID", id));
    let statements = statements::all(&names);
    let document = root
        .holds(prefixes)
        .hold(names.comment("lawbook-lrml-note", &[]))
        .holds(sources::all(&names))
        .hold(sources::associations(&names))
        .holds(statements.alternatives)
        .hold(
            Tag::new("lrml:Context")
                .with("key", "context")
                .hold(Tag::new("lrml:appliesAssociations").with("keyref", "#associations"))
                .hold(Tag::new("lrml:inScope").with("keyref", "#statements")),
        )
        .hold(Tag::new("lrml:Statements").with("key", "statements").holds(statements.all));
    xml::write(&document)
}
