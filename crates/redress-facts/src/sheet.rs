//! Claims by scope and term: what the law wing evaluates.

use crate::Claim;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// What a fact is about: the case as a whole, or one statement (同一诽谤信息).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema)]
#[schemars(with = "String")]
pub enum Scope {
    /// The case: parties, procedure, consequences.
    Case,
    /// One statement, by its id `st-` and eight hex digits.
    Statement(String),
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Scope::Case => f.write_str("case"),
            Scope::Statement(id) => f.write_str(id),
        }
    }
}

impl FromStr for Scope {
    type Err = ();

    fn from_str(text: &str) -> Result<Scope, ()> {
        match text {
            "case" => Ok(Scope::Case),
            id if id.starts_with("st-") => Ok(Scope::Statement(id.to_owned())),
            _ => Err(()),
        }
    }
}

impl Serialize for Scope {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Scope {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Scope, D::Error> {
        let text = String::deserialize(d)?;
        // A statement of a case is `st-…`; a file of facts from outside may name its statements as it likes.
        match text.parse() {
            Ok(scope) => Ok(scope),
            Err(()) if !text.is_empty() => Ok(Scope::Statement(text)),
            Err(()) => Err(serde::de::Error::custom("expected \"case\" or the name of a statement")),
        }
    }
}

/// Every claim of a case, in the order in which they were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    claims: BTreeMap<Scope, BTreeMap<String, Vec<Claim>>>,
}

impl Sheet {
    /// An empty sheet: everything is unknown.
    pub fn new() -> Sheet {
        Sheet::default()
    }

    /// Adds a claim; earlier claims about the same fact stay.
    pub fn add(&mut self, scope: Scope, term: &str, claim: Claim) {
        self.claims.entry(scope).or_default().entry(term.to_owned()).or_default().push(claim);
    }

    /// The claims about a fact of exactly this scope, in order; empty if there is none.
    pub fn own(&self, scope: &Scope, term: &str) -> &[Claim] {
        self.claims.get(scope).and_then(|terms| terms.get(term)).map_or(&[], Vec::as_slice)
    }

    /// The claims that answer a question put at `scope`: the statement's own, else the case's.
    pub fn claims(&self, scope: &Scope, term: &str) -> &[Claim] {
        let own = self.own(scope, term);
        if own.is_empty() && *scope != Scope::Case { self.own(&Scope::Case, term) } else { own }
    }

    /// Every scope that has a claim, in order.
    pub fn scopes(&self) -> impl Iterator<Item = &Scope> {
        self.claims.keys()
    }

    /// Every term with claims in this scope, in order.
    pub fn terms(&self, scope: &Scope) -> impl Iterator<Item = (&str, &[Claim])> {
        self.claims
            .get(scope)
            .into_iter()
            .flat_map(|terms| terms.iter().map(|(term, claims)| (term.as_str(), claims.as_slice())))
    }
}

#[cfg(test)]
mod tests {
    use super::{Scope, Sheet};
    use crate::{Claim, Datum, Standing};
    use redress_base::{Instant, Stamp, TimeSource};

    fn claim(value: Datum) -> Claim {
        let as_of = Stamp { at: Instant(0), source: TimeSource::Declared };
        Claim {
            value,
            standing: Standing::Stated,
            by: "A".into(),
            as_of,
            sources: vec![],
            figure: None,
            reason: None,
            opposing: false,
            disputed: false,
            named: None,
        }
    }

    #[test]
    fn a_statement_falls_back_to_the_case_and_never_to_another_statement() {
        let mut sheet = Sheet::new();
        let (a, b) = (Scope::Statement("st-aaaaaaaa".into()), Scope::Statement("st-bbbbbbbb".into()));
        sheet.add(Scope::Case, "act.network", claim(Datum::Yes));
        sheet.add(a.clone(), "statement_false", claim(Datum::Yes));
        assert_eq!(sheet.claims(&a, "act.network").len(), 1);
        assert_eq!(sheet.claims(&a, "statement_false").len(), 1);
        assert!(sheet.claims(&b, "statement_false").is_empty());
        assert!(sheet.claims(&Scope::Case, "statement_false").is_empty());
    }
}
