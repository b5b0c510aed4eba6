//! The part of the OASIS schema that the export uses, as a table: for each element what may stand inside, in which
//! order, and which attributes it may have.
//!
//! Written down from `xsd-schema/compact/lrml-compact.xsd` and `ruleml.xsd` of LegalRuleML 1.0 (OASIS Standard,
//! 30 August 2021), read in full in a public copy. The files themselves are not in this repository, and no
//! validator ran on them here: this table stands in for it.

use roxmltree::Node;

const LRML: &str = "http://docs.oasis-open.org/legalruleml/ns/v1.0/";
const RULEML: &str = "http://ruleml.org/spec";

/// Formulas (`SimpleFormula`, `And`, `Or`, `Neg`, `Operation`) and deontic ones.
const FORMULA: &str = "r:Atom|r:And|r:Or|r:Neg|r:Operation|l:Obligation|l:Permission|l:Prohibition|l:Right";
const TERM: &str = "r:Ind|r:Data|r:Expr";

/// Element, its children in order (`?` optional, `*` any number, otherwise exactly one), its attributes.
const GRAMMAR: &[(&str, &[&str], &[&str])] = &[
    (
        "l:LegalRuleML",
        &["l:Prefix*", "l:Comment?", "META*", "l:Associations*", "l:Alternatives|l:Context|l:Statements*"],
        &[],
    ),
    ("l:Prefix", &[], &["pre", "refID"]),
    ("l:LegalReferences", &["l:Comment?", "l:LegalReference*"], &["refIDSystemName"]),
    ("l:LegalReference", &["l:Comment?"], &["refersTo", "refID"]),
    ("l:LegalSources", &["l:Comment?", "l:LegalSource*"], &[]),
    ("l:LegalSource", &["l:Comment?"], &["key", "sameAs"]),
    ("l:Times", &["l:Comment?", "r:Time*"], &[]),
    ("r:Time", &["l:Comment?", "r:Data?"], &["key"]),
    ("l:TemporalCharacteristics", &["l:Comment?", "l:TemporalCharacteristic*"], &["key"]),
    (
        "l:TemporalCharacteristic",
        &["l:Comment?", "l:forStatus?", "l:hasStatusDevelopment?", "l:atTime?"],
        &["key"],
    ),
    ("l:forStatus", &[], &["iri"]),
    ("l:hasStatusDevelopment", &[], &["iri"]),
    ("l:atTime", &[], &["keyref"]),
    ("l:Authorities", &["l:Comment?", "l:Authority*"], &[]),
    ("l:Authority", &["l:Comment?"], &["key"]),
    ("l:Jurisdictions", &["l:Comment?", "l:Jurisdiction*"], &[]),
    ("l:Jurisdiction", &["l:Comment?"], &["key"]),
    ("l:Associations", &["l:Comment?", "l:Association*"], &["key"]),
    ("l:Association", &["l:Comment?", "APPLIES*", "l:toTarget*"], &[]),
    ("l:appliesSource", &[], &["keyref"]),
    ("l:appliesTemporalCharacteristics", &[], &["keyref"]),
    ("l:appliesAuthority", &[], &["keyref"]),
    ("l:appliesJurisdiction", &[], &["keyref"]),
    ("l:toTarget", &[], &["keyref"]),
    ("l:Alternatives", &["l:Comment?", "l:hasAlternative*"], &["key"]),
    ("l:hasAlternative", &[], &["keyref"]),
    ("l:Context", &["l:Comment?", "l:appliesAssociations*", "l:inScope*"], &["key"]),
    ("l:appliesAssociations", &[], &["keyref"]),
    ("l:inScope", &[], &["keyref"]),
    ("l:Statements", &["l:Comment?", "STATEMENT*"], &["key"]),
    ("l:ConstitutiveStatement", &["l:Comment?", "r:Rule?"], &["key"]),
    ("l:PrescriptiveStatement", &["l:Comment?", "r:Rule?"], &["key"]),
    ("l:OverrideStatement", &["l:Comment?", "l:Override?"], &["key"]),
    ("l:Override", &["l:Comment?", "l:Paraphrase?"], &["over", "under"]),
    ("l:PenaltyStatement", &["l:Comment?", "FORMULA?"], &["key"]),
    ("l:ReparationStatement", &["l:Comment?", "l:Reparation?"], &["key"]),
    (
        "l:Reparation",
        &["l:Comment?", "l:Paraphrase?", "l:appliesPenalty*", "l:toPrescriptiveStatement*"],
        &[],
    ),
    ("l:appliesPenalty", &[], &["keyref"]),
    ("l:toPrescriptiveStatement", &[], &["keyref"]),
    ("r:Rule", &["l:Comment?", "l:Paraphrase?", "l:hasStrength?", "r:if?", "r:then?"], &["key"]),
    ("l:hasStrength", &["l:StrictStrength|l:DefeasibleStrength|l:Defeater?"], &[]),
    ("l:StrictStrength", &[], &[]),
    ("l:DefeasibleStrength", &[], &[]),
    ("l:Defeater", &[], &[]),
    ("r:if", &["FORMULA"], &[]),
    ("r:then", &["FORMULA"], &[]),
    ("l:Obligation", &["l:Comment?", "l:Paraphrase?", "r:slot*", "FORMULA?"], &[]),
    ("l:Permission", &["l:Comment?", "l:Paraphrase?", "r:slot*", "FORMULA?"], &[]),
    ("l:Prohibition", &["l:Comment?", "l:Paraphrase?", "r:slot*", "FORMULA?"], &[]),
    ("l:Right", &["l:Comment?", "l:Paraphrase?", "r:slot*", "FORMULA?"], &[]),
    ("r:slot", &["l:Bearer", "TERM"], &[]),
    ("l:Bearer", &[], &[]),
    ("r:And", &["l:Comment?", "FORMULA*"], &[]),
    ("r:Or", &["l:Comment?", "FORMULA*"], &[]),
    ("r:Neg", &["l:Comment?", "FORMULA"], &[]),
    ("r:Operation", &["l:Comment?", "FORMULA*"], &["type"]),
    ("r:Atom", &["l:Comment?", "r:Rel?", "TERM*"], &[]),
    ("r:Expr", &["r:Fun", "TERM*"], &[]),
    ("r:Rel", &[], &["iri"]),
    ("r:Fun", &[], &["iri"]),
    ("r:Ind", &[], &["iri"]),
    ("r:Data", &[], &["xsi:type"]),
];

/// A name of the table, with the sets that several of them share.
fn set(name: &str) -> Vec<&str> {
    let set = match name {
        "FORMULA" => FORMULA,
        "TERM" => TERM,
        "META" => {
            "l:LegalReferences|l:LegalSources|l:Times|l:TemporalCharacteristics|l:Authorities|l:Jurisdictions"
        }
        "APPLIES" => {
            "l:appliesSource|l:appliesTemporalCharacteristics|l:appliesAuthority|l:appliesJurisdiction"
        }
        "STATEMENT" => {
            "l:ConstitutiveStatement|l:PrescriptiveStatement|l:OverrideStatement|l:PenaltyStatement|l:ReparationStatement"
        }
        own => own,
    };
    set.split('|').collect()
}

fn name(node: Node<'_, '_>) -> String {
    let prefix = match node.tag_name().namespace() {
        Some(LRML) => "l:",
        Some(RULEML) => "r:",
        _ => "?:",
    };
    format!("{prefix}{}", node.tag_name().name())
}

/// What is wrong with an element and everything inside it.
pub(crate) fn wrong(node: Node<'_, '_>, found: &mut Vec<String>) {
    let own = name(node);
    // Remarks may hold any element.
    if own == "l:Comment" || own == "l:Paraphrase" {
        return;
    }
    let Some((_, content, attributes)) = GRAMMAR.iter().find(|(known, ..)| *known == own) else {
        found.push(format!("{own} is not in the schema"));
        return;
    };
    for attribute in node.attributes() {
        let name = match attribute.namespace() {
            None => attribute.name().to_owned(),
            Some(_) => format!("xsi:{}", attribute.name()),
        };
        if !attributes.contains(&name.as_str()) {
            found.push(format!("{own} has no attribute {name}"));
        } else if let Some(why) = wrong_value(&own, &name, attribute.value()) {
            found.push(format!("{own}/@{name} {:?}: {why}", attribute.value()));
        }
    }
    let children: Vec<Node<'_, '_>> = node.children().filter(Node::is_element).collect();
    let mut left = children.iter().map(|child| name(*child)).peekable();
    for part in *content {
        let (names, many) = match part.strip_suffix(['?', '*']) {
            Some(names) => (names, part.ends_with('*')),
            None => (*part, false),
        };
        let names = set(names);
        let mut taken = 0;
        while (many || taken == 0) && left.peek().is_some_and(|next| names.contains(&next.as_str())) {
            left.next();
            taken += 1;
        }
        if taken == 0 && !part.ends_with(['?', '*']) {
            found.push(format!("{own} lacks {part}"));
        }
    }
    if let Some(next) = left.next() {
        found.push(format!("{own}: {next} may not stand there"));
    }
    children.into_iter().for_each(|child| wrong(child, found));
}

/// The forms of keys, references and IRIs: `id.datatype`, `keyref.lrml.datatype`, `key.value`, `iri.value`.
fn wrong_value(element: &str, attribute: &str, value: &str) -> Option<&'static str> {
    let start = |c: char| c.is_alphabetic() || c == '_';
    let ncname = |text: &str| {
        text.starts_with(start) && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
    };
    let curie = |text: &str| {
        text.split_once(':').is_some_and(|(prefix, rest)| {
            (prefix.is_empty() || ncname(prefix)) && !rest.is_empty() && !rest.contains(char::is_whitespace)
        })
    };
    let good = match attribute {
        "key" if element.starts_with("r:") => curie(value) && value.starts_with(':') && ncname(&value[1..]),
        "key" | "refersTo" | "pre" => ncname(value),
        "keyref" | "over" | "under" => value.strip_prefix('#').is_some_and(ncname),
        "iri" | "type" | "sameAs" => curie(value),
        _ => true,
    };
    (!good).then_some("its form is not that of the schema")
}
