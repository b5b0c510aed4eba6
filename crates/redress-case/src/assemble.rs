//! Assembles a result: measures, facts, law and routes, in that order.

use crate::claims::{self, Gathered};
use crate::due::{Due, limits};
use crate::{
    CaseResult, LawUsed, MissingRow, OutcomeRow, ProtectedRow, RESULT_SCHEMA, State, accumulate, rows,
};
use crate::{follows, left};
use redress_analysis::{Figure, Measures, Params, Statements, measure};
use redress_base::{Date, ItemId, Refusal, Stamp, Truth, Value};
use redress_facts::{Datum, Scope, TermScope, Vocabulary};
use redress_law::{Book, Node, NodeKind, Outcome, Question, Role};
use redress_posts::{Corpus, ReaderReport};
use redress_procedure::Procedures;
use std::collections::{BTreeMap, BTreeSet};

/// Rules whose answers head the summary for every statement that was taken up. Article 10 comes first.
const STATEMENT_RULES: [&str; 7] = [
    "op10-report-shield",
    "op10-criticism-shield",
    "cl246-defamation",
    "cl246-insult",
    "psapl-defamation",
    "psapl-insult",
    "civil-reputation",
];
/// The same for the case.
const CASE_RULES: [&str; 1] = ["op12-public-order"];
/// Rules for which it is worked out what would change them.
const ASKED: [&str; 6] = [
    "cl246-defamation",
    "cl246-insult",
    "op12-public-order",
    "psapl-defamation",
    "psapl-insult",
    "civil-reputation",
];
/// Completion sets kept for each rule.
const SETS: usize = 8;

/// Everything that a result is made of.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The case.
    pub state: &'a State,
    /// What was read out of its items.
    pub corpus: &'a Corpus,
    /// Posts that say the same, found in it with these `params`.
    pub statements: &'a Statements,
    /// What the readers counted.
    pub reports: &'a BTreeMap<ItemId, ReaderReport>,
    /// The law book.
    pub book: &'a Book,
    /// The vocabulary of facts.
    pub vocabulary: &'a Vocabulary,
    /// Parameters of the measures.
    pub params: &'a Params,
    /// When it is assessed.
    pub now: Stamp,
    /// The day for which deadlines are worked out.
    pub today: Date,
    /// Program and version.
    pub software: &'a str,
}

/// The facts of a case put to the law, before anything is shown of it.
pub(crate) struct Weighed {
    measures: Measures,
    figures: Vec<Figure>,
    params: Params,
    pub(crate) gathered: Gathered,
    /// The statements that a person took up, in the order of their size.
    pub(crate) scopes: Vec<Scope>,
    pub(crate) outcomes: Outcomes,
}

/// Measures, gathers the facts and puts them to every rule.
pub(crate) fn weigh(input: &Input<'_>) -> Result<Weighed, Refusal> {
    let found = input.statements;
    let (following, unread) = follows::following(input.state, Procedures::standard(), input.book);
    let mut gathered = claims::people(input.state, following, input.corpus, found, input.vocabulary);
    gathered.findings.extend(unread);
    // Every statement that a person has taken up gets its figures, however small it is.
    let always = gathered.taken_up.iter().cloned().collect();
    let params = Params { always, figures_for: rows::OTHERS_LISTED, ..input.params.clone() };
    let mut measures = measure(input.corpus, found, &params);
    claims::measured(&mut gathered, &measures, found, input.now);
    let mut figures = std::mem::take(&mut measures.figures);
    figures.extend(accumulate::year(&gathered.sheet, &gathered.taken_up, &figures));
    let mut outcomes = outcomes(input, &gathered)?;
    // In the order of size, as the statements are listed.
    let own = found.list().iter().filter(|statement| gathered.taken_up.contains(&statement.id));
    let scopes: Vec<Scope> = own.map(|statement| Scope::Statement(statement.id.clone())).collect();
    count_down(input, &mut gathered, &scopes, &mut outcomes)?;
    Ok(Weighed { measures, figures, params, gathered, scopes, outcomes })
}

/// Counts the days to the nearest limit of the person's own, and asks again the rules that turn on them. No limit turns on
/// them itself, so that once is enough.
fn count_down(
    input: &Input<'_>,
    gathered: &mut Gathered,
    scopes: &[Scope],
    outcomes: &mut Outcomes,
) -> Result<(), Refusal> {
    let deadlines = limits(input, &gathered.sheet, scopes, outcomes).deadlines;
    let Some(claim) = left::days_left(&deadlines, &gathered.sheet, input.today, input.now) else {
        return Ok(());
    };
    gathered.sheet.add(Scope::Case, left::LEFT, claim);
    let turns = |rule: &&redress_law::Rule| input.book.terms(&rule.id).contains(left::LEFT);
    for rule in input.book.rules().iter().filter(turns) {
        let outcome = input.book.evaluate(&question(input, gathered, &rule.id, &Scope::Case))?;
        outcomes.insert((Scope::Case, rule.id.clone()), outcome);
    }
    Ok(())
}

/// Assembles the result.
///
/// # Errors
/// Where the law book lacks a rule that the assembly asks for.
pub fn assemble(input: &Input<'_>) -> Result<CaseResult, Refusal> {
    assemble_with_due(input).map(|(result, _)| result)
}

/// As [`assemble`], with the time limits and duties on the same facts and answers.
///
/// # Errors
/// As [`assemble`].
pub fn assemble_with_due(input: &Input<'_>) -> Result<(CaseResult, Due), Refusal> {
    let weighed = weigh(input)?;
    let due = limits(input, &weighed.gathered.sheet, &weighed.scopes, &weighed.outcomes);
    let Weighed { measures, figures, params, gathered, scopes, outcomes } = weighed;
    let listed = rows::listed(input.statements, &measures, &gathered.taken_up);
    let protected = protected(&scopes, &outcomes);
    let missing = missing(input, &gathered, &outcomes, &protected)?;
    let routes = redress_remedies::routes(&redress_remedies::Input {
        sheet: &gathered.sheet,
        outcomes: &outcomes,
        steps: &redress_remedies::Steps::default(),
        statements: &scopes,
        today: input.today,
        vocabulary: input.vocabulary,
    });
    let timelines = measures.timelines.into_iter().filter(|line| in_view(&line.scope, &gathered.taken_up));
    let timelines = timelines.map(|line| (line.scope.to_string(), line)).collect();
    let result = CaseResult {
        schema: RESULT_SCHEMA.to_owned(),
        software: input.software.to_owned(),
        case_id: input.state.case_id.clone(),
        cover: input.state.cover.clone(),
        as_of: input.now,
        today: input.today,
        ledger_entries: input.state.entries,
        ledger_head: input.state.head,
        law: law_used(input.book),
        params,
        kept: rows::kept(input.state, input.corpus, input.reports),
        protected,
        statements: listed
            .iter()
            .map(|one| rows::statement(input.corpus, input.statements, one, &gathered.taken_up))
            .collect(),
        statements_total: measures.statements_total,
        figures,
        timelines,
        facts: rows::facts(&gathered.sheet),
        outcomes: outcome_rows(input, &scopes, outcomes),
        missing,
        routes,
        findings: gathered.findings.into_iter().chain(measures.findings).collect(),
    };
    Ok((result, due))
}

fn law_used(book: &Book) -> LawUsed {
    LawUsed { digest: book.digest().to_owned(), rules: u64::try_from(book.rules().len()).unwrap_or(u64::MAX) }
}

fn in_view(scope: &Scope, taken_up: &BTreeSet<String>) -> bool {
    match scope {
        Scope::Case => true,
        Scope::Statement(id) => taken_up.contains(id),
    }
}

pub(crate) type Outcomes = BTreeMap<(Scope, String), Outcome>;

fn question<'a>(input: &Input<'a>, gathered: &'a Gathered, rule: &'a str, scope: &Scope) -> Question<'a> {
    Question {
        rule,
        scope: scope.clone(),
        sheet: &gathered.sheet,
        act: act_days(gathered, scope),
        filing: input.today,
        readings: &redress_law::NO_READINGS,
        vocabulary: input.vocabulary,
    }
}

/// The days on which the act began and ended; for the case, over every statement taken up.
fn act_days(gathered: &Gathered, scope: &Scope) -> Option<(Date, Date)> {
    let day = |scope: &Scope, term: &str| {
        let claims = gathered.sheet.own(scope, term).iter();
        claims
            .filter_map(|claim| if let Datum::Date(day) = claim.value { Some(day) } else { None })
            .collect::<Vec<_>>()
    };
    let scopes: Vec<Scope> = match scope {
        Scope::Case => gathered.taken_up.iter().cloned().map(Scope::Statement).collect(),
        Scope::Statement(_) => vec![scope.clone()],
    };
    let first = scopes.iter().flat_map(|scope| day(scope, "act_date")).min()?;
    // The last post of a statement may be somebody else's copy. The act reaches to it only where a
    // person has judged that it goes on.
    let goes_on = |scope: &&Scope| {
        let claims = gathered.sheet.claims(scope, "continuing_state").iter();
        claims.into_iter().any(|claim| claim.value == Datum::Yes && !claim.opposing)
    };
    let last = scopes.iter().filter(goes_on).flat_map(|scope| day(scope, "act_end_date")).max();
    Some((first, last.unwrap_or(first).max(first)))
}

/// Puts every rule of the book: to the case where all its facts are the case's, else to each statement. Rules on which
/// nobody has said anything are left out, unless a road turns on them.
fn outcomes(input: &Input<'_>, gathered: &Gathered) -> Result<Outcomes, Refusal> {
    let mut outcomes = Outcomes::new();
    let statements: Vec<Scope> = gathered.taken_up.iter().cloned().map(Scope::Statement).collect();
    for rule in order(input) {
        let terms = input.book.terms(&rule);
        let own =
            |term: &String| input.vocabulary.get(term).is_some_and(|term| term.scope == TermScope::Statement);
        let of_case = [Scope::Case];
        let scopes = if terms.iter().any(own) { &statements[..] } else { &of_case[..] };
        for scope in scopes {
            if !said(gathered, scope, &terms)
                && !redress_remedies::asks(&rule)
                && !input.book.rule(&rule).iter().any(|rule| on_a_road(rule.role))
            {
                continue;
            }
            let outcome = input.book.evaluate(&question(input, gathered, &rule, scope))?;
            outcomes.insert((scope.clone(), rule.clone()), outcome);
        }
    }
    Ok(outcomes)
}

/// Whether anybody has said anything that the rule asks for.
fn said(gathered: &Gathered, scope: &Scope, terms: &BTreeSet<String>) -> bool {
    terms.iter().any(|term| !gathered.sheet.claims(scope, term).is_empty())
}

/// Rules on which a road may turn, so that what they lack has to be told.
const fn on_a_road(role: Role) -> bool {
    matches!(
        role,
        Role::Offence | Role::Violation | Role::Civil | Role::Protected | Role::Procedure | Role::Relief
    )
}

/// The rules in the order in which they are shown: the headlines, then the others of the book.
fn order(input: &Input<'_>) -> Vec<String> {
    let headlines = CASE_RULES.iter().chain(&STATEMENT_RULES).map(|rule| (*rule).to_owned());
    let mut order: Vec<String> = headlines.collect();
    let mut seen: BTreeSet<String> = order.iter().cloned().collect();
    for rule in input.book.rules() {
        if seen.insert(rule.id.clone()) {
            order.push(rule.id.clone());
        }
    }
    order
}

/// A charge or a wrong that is made out, or turns on disputes, heads the summary whatever it is.
fn headline(input: &Input<'_>, rule: &str, outcome: &Outcome) -> bool {
    let charged =
        |rule: &&redress_law::Rule| matches!(rule.role, Role::Offence | Role::Violation | Role::Civil);
    CASE_RULES.contains(&rule)
        || STATEMENT_RULES.contains(&rule)
        || (outcome.value.best() == Truth::T && input.book.rule(rule).iter().any(charged))
}

/// The case first, then statement by statement, each in the order of the rules.
fn outcome_rows(input: &Input<'_>, scopes: &[Scope], mut outcomes: Outcomes) -> Vec<OutcomeRow> {
    let rules = order(input);
    let mut rows = Vec::with_capacity(outcomes.len());
    for scope in std::iter::once(&Scope::Case).chain(scopes) {
        for rule in &rules {
            let key = (scope.clone(), rule.clone());
            let Some(outcome) = outcomes.remove(&key) else { continue };
            let headline = headline(input, rule, &outcome);
            if headline {
                rows.push(OutcomeRow { scope: key.0, rule: key.1, headline, outcome });
            } else if touched(&outcome.tree) {
                rows.push(OutcomeRow { scope: key.0, rule: key.1, headline, outcome: own_steps(outcome) });
            }
        }
    }
    rows
}

/// Whether a fact that somebody has spoken of stands anywhere in the tree.
fn touched(node: &Node) -> bool {
    node.facts.iter().any(|fact| !fact.claims.is_empty()) || node.children.iter().any(touched)
}

/// The answer with its own steps: of a rule that it names, the value and the reason stay, and its steps stand in the
/// answer of that rule.
fn own_steps(mut outcome: Outcome) -> Outcome {
    fn cut(node: &mut Node, root: bool) {
        if !root && node.kind == NodeKind::Rule {
            node.children.clear();
            node.facts.clear();
        }
        node.children.iter_mut().for_each(|child| cut(child, false));
    }
    let rule = outcome.tree.kind == NodeKind::Rule;
    cut(&mut outcome.tree, rule);
    for version in &mut outcome.versions {
        cut(&mut version.tree, true);
    }
    for given in &mut outcome.gives {
        given.tree = None;
    }
    outcome
}

/// What would change the answers. Nothing is worked out against a statement that Article 10 protects.
fn missing(
    input: &Input<'_>,
    gathered: &Gathered,
    outcomes: &Outcomes,
    protected: &[ProtectedRow],
) -> Result<Vec<MissingRow>, Refusal> {
    let mut missing = Vec::new();
    let aside: BTreeSet<&Scope> =
        protected.iter().filter(|row| row.set_aside).map(|row| &row.scope).collect();
    let asked = |(scope, rule): &(Scope, String)| ASKED.contains(&rule.as_str()) && !aside.contains(scope);
    for ((scope, rule), outcome) in outcomes.iter().filter(|(key, _)| asked(key)) {
        let question = question(input, gathered, rule, scope);
        // What to collect for us, and what the other side would need: both sides, every time.
        for want in [Value::TT, Value::FF] {
            if outcome.value == Value::TT && want == Value::TT
                || outcome.value == Value::FF && want == Value::FF
            {
                continue;
            }
            let mut completions = input.book.completions(&question, want)?;
            completions.truncated |= completions.sets.len() > SETS;
            completions.sets.truncate(SETS);
            missing.push(MissingRow {
                scope: scope.clone(),
                rule: rule.clone(),
                now: outcome.value,
                completions,
            });
        }
    }
    Ok(missing)
}

fn protected(scopes: &[Scope], outcomes: &Outcomes) -> Vec<ProtectedRow> {
    let value = |scope: &Scope, rule: &str| {
        outcomes.get(&(scope.clone(), rule.to_owned())).map_or(Value::UU, |outcome| outcome.value)
    };
    scopes
        .iter()
        .map(|scope| {
            let report = value(scope, "op10-report-shield");
            let criticism = value(scope, "op10-criticism-shield");
            let set_aside = report == Value::TT || criticism == Value::TT;
            ProtectedRow { scope: scope.clone(), report, criticism, set_aside }
        })
        .collect()
}
