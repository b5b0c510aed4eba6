//! Where a figure or an answer comes from: the chain from rule to fact to figure to sealed bytes.

use crate::{CaseResult, FactRow, ItemRow, OutcomeRow};
use redress_analysis::Figure;
use redress_base::{ItemId, Value};
use redress_facts::{Claim, Scope};
use redress_law::{Completions, Node};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Schema of an explanation of one name.
pub const CHAIN_SCHEMA: &str = "redress/chain/1";

/// Everything that a result says about one name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chain {
    /// [`CHAIN_SCHEMA`].
    pub schema: String,
    /// What was asked for.
    pub what: String,
    /// Figures of that name, or of the statement of that name, with their places in the evidence.
    pub figures: Vec<Figure>,
    /// Claims that repeat one of these figures, or (for a rule) that its answer rests on.
    pub facts: Vec<FactRow>,
    /// Answers that use one of these facts, or that carry the name.
    pub answers: Vec<Answer>,
    /// The sealed items named above, with their digests.
    pub items: Vec<ItemRow>,
    /// What would change the answers.
    pub missing: Vec<Completions>,
}

/// One answer on the way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Case or statement.
    pub scope: Scope,
    /// Rule of the law book.
    pub rule: String,
    /// Its value.
    pub value: Value,
    /// Its explanation; only where the rule itself was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tree: Option<Node>,
}

/// Explains a figure (`st-3f2a9c01.views`), a statement (`st-3f2a9c01`) or a rule, alone or for one
/// scope (`cl246-defamation`, `cl246-defamation@st-3f2a9c01`). `None` where nothing has that name.
pub fn explain(result: &CaseResult, what: &str) -> Option<Chain> {
    let rows = asked_rules(result, what);
    let chain = if rows.is_empty() { of_figures(result, what)? } else { of_rules(result, what, &rows) };
    Some(chain)
}

fn asked_rules<'r>(result: &'r CaseResult, what: &str) -> Vec<&'r OutcomeRow> {
    let (rule, scope) = match what.split_once('@') {
        Some((rule, scope)) => (rule, Some(scope)),
        None => (what, None),
    };
    let fits =
        |row: &&OutcomeRow| row.rule == rule && scope.is_none_or(|scope| row.scope.to_string() == scope);
    result.outcomes.iter().filter(fits).collect()
}

fn of_figures(result: &CaseResult, what: &str) -> Option<Chain> {
    let of_statement = format!("{what}.");
    let named = |figure: &&Figure| figure.id == what || figure.id.starts_with(&of_statement);
    let figures: Vec<Figure> = result.figures.iter().filter(named).cloned().collect();
    let ids: BTreeSet<&str> = figures.iter().map(|figure| figure.id.as_str()).collect();
    let repeats = |claim: &Claim| claim.figure.as_deref().is_some_and(|id| ids.contains(id));
    let about = |row: &FactRow| row.scope.to_string() == what;
    let facts: Vec<FactRow> =
        result.facts.iter().filter(|row| about(row) || row.claims.iter().any(repeats)).cloned().collect();
    if figures.is_empty() && facts.is_empty() {
        return None;
    }
    let used = |row: &&OutcomeRow| {
        let uses = |fact: &FactRow| {
            let reaches = fact.scope == row.scope || fact.scope == Scope::Case;
            reaches && uses_term(&row.outcome.tree, &fact.term)
        };
        row.scope.to_string() == what || facts.iter().any(uses)
    };
    let answers = result.outcomes.iter().filter(used).map(|row| answer(row, false)).collect();
    let mut places: BTreeSet<ItemId> = BTreeSet::new();
    places.extend(figures.iter().flat_map(|figure| figure.parts.iter().map(|part| part.span.item)));
    Some(finish(result, what, Chain { figures, facts, answers, ..empty(what) }, places))
}

fn of_rules(result: &CaseResult, what: &str, rows: &[&OutcomeRow]) -> Chain {
    let wanted = |fact: &&FactRow| {
        rows.iter().any(|row| {
            (fact.scope == row.scope || fact.scope == Scope::Case) && uses_term(&row.outcome.tree, &fact.term)
        })
    };
    let facts: Vec<FactRow> = result.facts.iter().filter(wanted).cloned().collect();
    let repeated: BTreeSet<&str> =
        facts.iter().flat_map(|fact| &fact.claims).filter_map(|claim| claim.figure.as_deref()).collect();
    let figures =
        result.figures.iter().filter(|figure| repeated.contains(figure.id.as_str())).cloned().collect();
    let missing = result
        .missing
        .iter()
        .filter(|row| rows.iter().any(|asked| asked.rule == row.rule && asked.scope == row.scope))
        .map(|row| row.completions.clone())
        .collect();
    let answers = rows.iter().map(|row| answer(row, true)).collect();
    let chain = Chain { figures, facts, answers, missing, ..empty(what) };
    finish(result, what, chain, BTreeSet::new())
}

fn empty(what: &str) -> Chain {
    Chain {
        schema: CHAIN_SCHEMA.to_owned(),
        what: what.to_owned(),
        figures: Vec::new(),
        facts: Vec::new(),
        answers: Vec::new(),
        items: Vec::new(),
        missing: Vec::new(),
    }
}

fn finish(result: &CaseResult, what: &str, mut chain: Chain, mut places: BTreeSet<ItemId>) -> Chain {
    let sources = chain.facts.iter().flat_map(|fact| &fact.claims).flat_map(|claim| &claim.sources);
    places.extend(sources.map(|span| span.item));
    chain.items = result.kept.items.iter().filter(|row| places.contains(&row.item.id)).cloned().collect();
    chain.what = what.to_owned();
    chain
}

fn answer(row: &OutcomeRow, whole: bool) -> Answer {
    let tree = whole.then(|| row.outcome.tree.clone());
    Answer { scope: row.scope.clone(), rule: row.rule.clone(), value: row.outcome.value, tree }
}

fn uses_term(node: &Node, term: &str) -> bool {
    node.facts.iter().any(|fact| fact.term == term)
        || node.children.iter().any(|child| uses_term(child, term))
}
