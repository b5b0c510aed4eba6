//! Brings the claims of people and of measures together on one sheet.

use crate::follows::Following;
use crate::{Anchor, State};
use redress_analysis::{Measures, Statement, Statements, into_facts};
use redress_base::{Finding, Stamp};
use redress_facts::{Claim, Scope, Sheet, TermScope, Vocabulary};
use redress_posts::Corpus;
use std::collections::BTreeSet;

/// Every claim that is relied on, and the statements that a person has taken up.
#[derive(Debug)]
pub(crate) struct Gathered {
    /// Measured claims first, then people's, each in order.
    pub(crate) sheet: Sheet,
    /// Ids of the statements that a person has said something about.
    pub(crate) taken_up: BTreeSet<String>,
    /// Claims about posts that are not (or no longer) in any statement.
    pub(crate) findings: Vec<Finding>,
}

/// Puts people's claims on the statements that their anchors belong to.
pub(crate) fn people(
    state: &State,
    following: Vec<Following>,
    corpus: &Corpus,
    statements: &Statements,
    vocabulary: &Vocabulary,
) -> Gathered {
    let mut gathered = Gathered { sheet: Sheet::new(), taken_up: BTreeSet::new(), findings: Vec::new() };
    for entry in state.standing_claims() {
        let scope = match &entry.anchor {
            Anchor::Case => Scope::Case,
            Anchor::Post(key) => {
                let found = corpus.find(key).and_then(|post| statements.of_post(post));
                let Some(statement) = found else {
                    let lost = Finding::warning("case-anchor-lost").with("post", key.as_str());
                    gathered.findings.push(lost.with("entry", entry.seq));
                    continue;
                };
                gathered.taken_up.insert(statement.id.clone());
                Scope::Statement(statement.id.clone())
            }
        };
        // A claim that is disputed counts only where the dispute is settled for the complainant.
        let disputed = entry.claim.disputed || !entry.disputes.is_empty();
        gathered.sheet.add(scope, &entry.term, Claim { disputed, ..entry.claim.clone() });
    }
    for one in following {
        let statement = one.post.as_ref().map(|named| statement_of(named, corpus, statements));
        let scope = match statement {
            None => Scope::Case,
            Some(Some(statement)) if gathered.taken_up.contains(&statement.id) => {
                // What is asked once for the case is the case's where this statement is all that it is about: whoever says of a
                // report which statement it named is not told that nobody reported.
                let alone = gathered.taken_up.len() == 1;
                match vocabulary.get(&one.term) {
                    Some(term) if alone && term.scope == TermScope::Case => Scope::Case,
                    _ => Scope::Statement(statement.id.clone()),
                }
            }
            // A statement that nobody took up is not put to the law.
            Some(_) => continue,
        };
        gathered.sheet.add(scope, &one.term, one.claim);
    }
    gathered
}

/// The statement that a step names, by a post of it or by its id.
pub fn statement_of<'s>(named: &str, corpus: &Corpus, statements: &'s Statements) -> Option<&'s Statement> {
    match corpus.find(named) {
        Some(post) => statements.of_post(post),
        None => statements.resolve(corpus, named),
    }
}

/// Adds what the measures claim about the statements that were taken up.
pub(crate) fn measured(gathered: &mut Gathered, measures: &Measures, statements: &Statements, as_of: Stamp) {
    for (scope, term, claim) in into_facts(measures, statements, as_of) {
        let wanted = match &scope {
            Scope::Case => true,
            Scope::Statement(id) => gathered.taken_up.contains(id),
        };
        if wanted {
            gathered.sheet.add(scope, &term, claim);
        }
    }
}
