//! Until when, and what is owed: the time limits and duties of the book on the facts of the case.

use crate::assemble::{Input, weigh};
use redress_base::{Refusal, Value};
use redress_facts::Scope;
use redress_law::{DeadlineOutcome, DutyOutcome, Facts};

/// The time limits and duties of a case, those of the case first, then statement by statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Time limits that run or may run.
    pub deadlines: Vec<DeadlineOutcome>,
    /// Duties that are owed or may be owed.
    pub duties: Vec<DutyOutcome>,
}

/// Works out the time limits and duties of a case.
///
/// # Errors
/// As [`crate::assemble`].
pub fn due(input: &Input<'_>) -> Result<Due, Refusal> {
    let weighed = weigh(input)?;
    let outcomes = &weighed.outcomes;
    let mut due = Due { deadlines: Vec::new(), duties: Vec::new() };
    for scope in std::iter::once(&Scope::Case).chain(&weighed.scopes) {
        let rule = |rule: &str| {
            let own = outcomes.get(&(scope.clone(), rule.to_owned()));
            let found = own.or_else(|| outcomes.get(&(Scope::Case, rule.to_owned())));
            found.map_or(Value::UU, |outcome| outcome.value)
        };
        let facts = Facts {
            sheet: &weighed.gathered.sheet,
            vocabulary: input.vocabulary,
            scope: scope.clone(),
            today: input.today,
            rule: &rule,
        };
        due.deadlines.extend(input.book.deadlines(&facts));
        due.duties.extend(input.book.duties(&facts));
    }
    Ok(due)
}
