//! Until when, and what is owed: the time limits and duties of the book on the facts of the case.

use crate::assemble::{Input, Outcomes, weigh};
use crate::{Anchor, State, follows};
use redress_base::{Date, Refusal, Value};
use redress_facts::{Scope, Sheet, Vocabulary};
use redress_law::{Book, DeadlineOutcome, DutyOutcome, Facts, Stand};
use redress_procedure::Procedures;

/// The time limits and duties of a case, those of the case first, then statement by statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Time limits that run or may run.
    pub deadlines: Vec<DeadlineOutcome>,
    /// Duties that are owed or may be owed.
    pub duties: Vec<DutyOutcome>,
    /// The statements that a person took up, as the result lists them: by the place here they are named.
    pub statements: Vec<String>,
}

/// Works out the time limits and duties of a case.
///
/// # Errors
/// As [`crate::assemble`].
pub fn due(input: &Input<'_>) -> Result<Due, Refusal> {
    let weighed = weigh(input)?;
    Ok(limits(input, &weighed.gathered.sheet, &weighed.scopes, &weighed.outcomes))
}

/// The time limits and duties on these facts and answers.
pub(crate) fn limits(input: &Input<'_>, sheet: &Sheet, scopes: &[Scope], outcomes: &Outcomes) -> Due {
    let mut due = Due { deadlines: Vec::new(), duties: Vec::new(), statements: Vec::new() };
    for scope in std::iter::once(&Scope::Case).chain(scopes) {
        if let Scope::Statement(id) = scope {
            due.statements.push(id.clone());
        }
        let rule = |rule: &str| {
            let own = outcomes.get(&(scope.clone(), rule.to_owned()));
            let found = own.or_else(|| outcomes.get(&(Scope::Case, rule.to_owned())));
            found.map_or(Value::UU, |outcome| outcome.value)
        };
        let facts = Facts {
            sheet,
            vocabulary: input.vocabulary,
            scope: scope.clone(),
            today: input.today,
            rule: &rule,
        };
        due.deadlines.extend(input.book.deadlines(&facts));
        due.duties.extend(input.book.duties(&facts));
    }
    due
}

/// The strict ends of the time limits that run on the recorded steps and the claims about the case alone, whatever any rule
/// says: without the material, and for ordering only.
pub fn open_limits(state: &State, book: &Book, vocabulary: &Vocabulary, today: Date) -> Vec<Date> {
    let mut sheet = Sheet::new();
    let (following, _) = follows::following(state, Procedures::standard(), book);
    for one in following.into_iter().filter(|one| one.post.is_none()) {
        sheet.add(Scope::Case, &one.term, one.claim);
    }
    for one in state.standing_claims().filter(|one| one.anchor == Anchor::Case) {
        sheet.add(Scope::Case, &one.term, one.claim.clone());
    }
    let rule = |_: &str| Value::UU;
    let facts = Facts { sheet: &sheet, vocabulary, scope: Scope::Case, today, rule: &rule };
    let running = |one: &DeadlineOutcome| one.applies == Value::TT && one.standing == Stand::Running;
    book.deadlines(&facts).iter().filter(|one| running(one)).filter_map(|one| one.due).collect()
}
