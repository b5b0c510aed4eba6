//! Makes a summary: takes out of a file what the program's own books have words for, and nothing else.

use super::{
    AnswerTold, Attribute, Cited, Conduct, Days, Element, Line, ProcedureTold, Role, RouteTold,
    SUMMARY_SCHEMA, Spread, StatementTold, StepTold, Summary, When,
};
use crate::rounded::band;
use redress_base::{Article, Date, Unit, Value};
use redress_case::{Capacity, CaseResult, OutcomeRow, State, StatementRow};
use redress_facts::{Datum, Kind, Scope, Speaks, Standing, Vocabulary};
use redress_law::{Confidence, Node, NodeKind};
use redress_procedure::{Cite, Docket, Done, Procedures, TrackKey};
use std::collections::{BTreeMap, BTreeSet};

/// What a paper is made from.
#[derive(Clone, Copy)]
pub struct About<'a> {
    /// The result of the case.
    pub result: &'a CaseResult,
    /// Its state.
    pub state: &'a State,
    /// Its procedures.
    pub docket: &'a Docket,
    /// The procedures that the program knows.
    pub procedures: &'a Procedures,
    /// The vocabulary of facts.
    pub vocabulary: &'a Vocabulary,
}

/// How much is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SummaryOptions {
    /// The figures themselves instead of bands.
    pub exact: bool,
    /// How much of a day.
    pub days: Days,
}

/// Facts that say who somebody is rather than what was done. They are told only as [`Attribute`]s.
const WITHHELD: [&str; 7] = [
    "victim_minor",
    "victim_disabled",
    "victim_under_14",
    "victim_woman",
    "victim_deceased",
    "disabled_without_income",
    "complainant_kind",
];
/// The reason of a step that says that somebody was under age (刑事诉讼法 286, in force 2018-10-26: such records are
/// sealed).
const WITHHELD_REASON: &str = "conditional";
/// The decisions by which publishing an attribute was agreed to: question, fact, attribute.
const BY_GUARDIAN: Agreed = ("guardian-agrees-to-publication", "victim_minor", Attribute::Minor);
const BY_PERSON: Agreed = ("person-agrees-to-publication", "victim_disabled", Attribute::Disabled);
type Agreed = (&'static str, &'static str, Attribute);
/// Circumstances of severity that are about conduct (指导意见 8(2)-(5), in force 2023-09-20).
const CIRCUMSTANCES: [&str; 4] =
    ["op8-organised-others", "op8-sexual-topic", "op8-generative-ai", "op8-platform-initiated"];
/// The figures that are told, in this order: their names after the statement.
pub(crate) const FIGURES: [&str; 7] =
    ["posts", "accounts", "views", "plays", "reposts", "comments.displayed", "group-members"];

/// Makes the summary of a case.
pub fn summary(about: &About<'_>, options: SummaryOptions) -> Summary {
    let result = about.result;
    let taken = result.statements.iter().filter(|row| row.taken_up);
    let statements: Vec<StatementTold> =
        (1..).zip(taken).map(|(number, row)| statement(about, options, number, row)).collect();
    let whole =
        result.outcomes.iter().filter(|row| row.scope == Scope::Case && told(row)).map(answer).collect();
    let mut summary = Summary {
        schema: SUMMARY_SCHEMA.to_owned(),
        law: result.law.digest.clone(),
        days: options.days,
        people: people(about),
        victim: [BY_GUARDIAN, BY_PERSON].iter().filter(|one| agreed(about, one)).map(|one| one.2).collect(),
        circumstances: circumstances(result),
        statements,
        whole,
        procedures: procedures(about, options.days),
        routes: result
            .routes
            .iter()
            .map(|route| RouteTold {
                route: route.id.code().to_owned(),
                state: route.state.code().to_owned(),
            })
            .collect(),
        articles: Vec::new(),
    };
    summary.articles = articles(&summary);
    summary
}

/// Answers that head a summary. Article 10 stands by itself before all of them.
fn told(row: &OutcomeRow) -> bool {
    row.headline && !row.rule.starts_with("op10-")
}

fn statement(about: &About<'_>, options: SummaryOptions, number: u64, row: &StatementRow) -> StatementTold {
    let result = about.result;
    let scope: Scope = Scope::Statement(row.id.clone());
    let gate = result.protected.iter().find(|one| one.scope == scope);
    let set_aside = gate.is_some_and(|one| one.set_aside);
    let first = row.first.and_then(|stamp| stamp.at.beijing_date()).map(|day| when(day, options.days));
    let mut told_of = StatementTold {
        number,
        report: gate.map_or(Value::UU, |one| one.report),
        criticism: gate.map_or(Value::UU, |one| one.criticism),
        set_aside,
        first: first.filter(|_| !set_aside),
        conduct: Vec::new(),
        spread: Vec::new(),
        answers: Vec::new(),
    };
    // 指导意见 10 (in force 2023-09-20): protected speech is no example of anything else.
    if !set_aside {
        told_of.conduct = conduct(about, &scope);
        told_of.spread = spread(result, &row.id, options.exact);
        told_of.answers =
            result.outcomes.iter().filter(|row| row.scope == scope && told(row)).map(answer).collect();
    }
    told_of
}

/// Facts of conduct on which the file is of one mind, by their names; never a fact about a person.
fn conduct(about: &About<'_>, scope: &Scope) -> Vec<Conduct> {
    let own = about.result.facts.iter().filter(|fact| fact.scope == *scope);
    let told = own.filter_map(|fact| {
        let term = about.vocabulary.get(&fact.term).filter(|_| !WITHHELD.contains(&fact.term.as_str()))?;
        let closed = matches!(term.kind, Kind::Truth | Kind::Judgement | Kind::Choice(_) | Kind::Set(_));
        if !closed
            || term.speaks == Speaks::Against
            || fact.claims.iter().any(|one| one.opposing || one.disputed)
        {
            return None;
        }
        let first = fact.claims.first()?;
        let known = match (&first.value, &term.kind) {
            (Datum::Yes, _) => true,
            (Datum::Choice(word), Kind::Choice(known)) => known.contains(word),
            (Datum::Words(words), Kind::Set(known)) => words.iter().all(|word| known.contains(word)),
            _ => false,
        };
        let one_mind = fact.claims.iter().all(|one| one.value == first.value);
        let standing = fact.claims.iter().map(|one| one.standing).max()?;
        (known && one_mind && standing != Standing::Measured).then(|| Conduct {
            label: redress_law::Label::new(&term.zh, &term.en),
            value: first.value.clone(),
            standing,
        })
    });
    told.collect()
}

fn spread(result: &CaseResult, statement: &str, exact: bool) -> Vec<Spread> {
    let figure = |name: &&str| {
        let id = format!("{statement}.{name}");
        result.figures.iter().find(|figure| figure.id == id)
    };
    let told = FIGURES.iter().filter_map(figure).filter(|figure| figure.unit != Unit::Days);
    told.map(|figure| Spread {
        unit: figure.unit,
        count: if exact { figure.count } else { band(figure.count) },
    })
    .collect()
}

fn circumstances(result: &CaseResult) -> Vec<Line> {
    let aside = |scope: &Scope| result.protected.iter().any(|one| one.set_aside && one.scope == *scope);
    let mut found = BTreeMap::new();
    for rule in CIRCUMSTANCES {
        let made = result
            .outcomes
            .iter()
            .find(|row| row.rule == rule && row.outcome.value == Value::TT && !aside(&row.scope));
        if let Some(row) = made {
            found.insert(rule, Line { label: row.outcome.label.clone(), cites: cites(row) });
        }
    }
    found.into_values().collect()
}

fn answer(row: &OutcomeRow) -> AnswerTold {
    AnswerTold {
        rule: row.rule.clone(),
        label: row.outcome.label.clone(),
        value: row.outcome.value,
        cites: cites(row),
        elements: elements(&row.outcome.tree),
    }
}

/// The articles of the version that decides, and of its tree's head.
fn cites(row: &OutcomeRow) -> Vec<Cited> {
    let unverified = row.outcome.version.as_ref().is_some_and(|version| version.confidence == Confidence::O);
    let own = row.outcome.tree.cites.iter().cloned();
    let version = row.outcome.version.iter().map(|version| version.article.clone());
    let all: BTreeSet<Article> = own.chain(version).collect();
    all.into_iter().map(|article| Cited { article, unverified }).collect()
}

/// What the rule asks for, without what says who somebody is. An exception reads the other way round ("does not apply"), so
/// that its name beside its value would say the opposite of what it is: Article 10 stands at the head of the paper instead.
fn elements(tree: &Node) -> Vec<Element> {
    let mut found: Vec<Element> = Vec::new();
    let mut open: Vec<&Node> = vec![tree];
    while let Some(node) = open.pop() {
        let named = !node.label.zh.is_empty();
        let gathers =
            matches!(node.kind, NodeKind::Rule | NodeKind::All | NodeKind::Any | NodeKind::Versions);
        let inverted = matches!(node.kind, NodeKind::Defeater | NodeKind::Not | NodeKind::Factor);
        let top = std::ptr::eq(node, tree);
        if top || (gathers && !named) {
            // Of several versions of the law the first decides.
            let below = if node.kind == NodeKind::Versions { 1 } else { node.children.len() };
            open.extend(node.children.iter().take(below).rev());
        } else if named
            && !inverted
            && !names_somebody(node)
            && found.iter().all(|one| one.label != node.label)
        {
            found.push(Element { label: node.label.clone(), value: node.value });
        }
    }
    found
}

fn names_somebody(node: &Node) -> bool {
    let mut open = vec![node];
    while let Some(node) = open.pop() {
        if node.facts.iter().any(|fact| WITHHELD.contains(&fact.term.as_str())) && node.kind != NodeKind::Rule
        {
            return true;
        }
        open.extend(&node.children);
    }
    false
}

/// Roles with how many of each. Who is a defendant (被告人) follows from a private prosecution that began or an indictment;
/// before that nobody is one.
fn people(about: &About<'_>) -> Vec<Role> {
    let begun = |(key, track): (&TrackKey, &redress_procedure::Track)| {
        let charged =
            track.history.iter().any(|done| done.event.event == "indicted" || done.event.event == "filed");
        match key.procedure.as_str() {
            "private-prosecution" => charged,
            "public-prosecution" => track.history.iter().any(|done| done.event.event == "indicted"),
            _ => false,
        }
    };
    let defendant = about.docket.tracks().any(begun);
    let mut roles: BTreeMap<(u8, &str), u64> = BTreeMap::new();
    for party in about.state.parties().values() {
        let role = match party.capacity {
            Capacity::Victim => (0, "victim"),
            Capacity::Respondent if defendant => (1, "defendant"),
            Capacity::Respondent => (1, "actor"),
            Capacity::Platform => (2, "platform"),
            Capacity::Relative => (3, "relative"),
            Capacity::Guardian => (4, "guardian"),
            Capacity::Agent => (5, "agent"),
            Capacity::Witness => (6, "witness"),
        };
        let number = roles.entry(role).or_default();
        *number = number.saturating_add(1);
    }
    roles.entry((0, "victim")).or_insert(1);
    // That there is a guardian says that somebody is under age or without capacity.
    if !agreed(about, &BY_GUARDIAN) {
        roles.remove(&(4, "guardian"));
    }
    roles.into_iter().map(|((_, role), number)| Role { role: role.to_owned(), number }).collect()
}

/// Whether an attribute is on file and the last decision about telling it says yes and rests on a paper; for a minor a
/// guardian has to be on file (个人信息保护法 31, in force 2021-11-01; 未成年人保护法 103, in force 2024-04-26).
fn agreed(about: &About<'_>, (question, term, attribute): &Agreed) -> bool {
    let fact = about.result.facts.iter().find(|fact| fact.term == *term && fact.scope == Scope::Case);
    let so = fact.is_some_and(|fact| fact.claims.iter().all(|one| one.value == Datum::Yes && !one.disputed));
    let mut decisions = about.state.decisions.iter().filter(|one| one.struck.is_none());
    let last = decisions.rfind(|one| one.of.question == *question);
    // Whoever publishes does not agree in the place of whoever is published about: the consent itself is on file.
    // A refusal needs no paper.
    let shown = |one: &redress_case::Decision| !one.items.is_empty();
    let yes =
        last.is_some_and(|one| matches!(one.of.answer.as_str(), "yes" | "是" | "同意") && shown(&one.of));
    let parties = about.state.parties();
    let guardian =
        parties.values().any(|party| party.capacity == Capacity::Guardian && party.until.is_none());
    so && yes && (*attribute != Attribute::Minor || guardian)
}

fn procedures(about: &About<'_>, days: Days) -> Vec<ProcedureTold> {
    let told = about.docket.tracks().filter_map(|(key, track)| {
        let procedure = about.procedures.get(&key.procedure)?;
        let mut before: Option<Date> = None;
        let steps = track.history.iter().filter_map(|done| {
            let step = step(procedure, done, before, days);
            before = Some(done.event.on);
            step
        });
        let steps = steps.collect();
        Some(ProcedureTold {
            label: procedure.label.clone(),
            state: procedure.state(&track.state)?.label.clone(),
            steps,
        })
    });
    told.collect()
}

fn step(
    procedure: &redress_procedure::Procedure,
    done: &Done,
    before: Option<Date>,
    days: Days,
) -> Option<StepTold> {
    let kind = procedure.event(&done.event.event)?;
    let reason = done.event.reason.as_deref().filter(|reason| *reason != WITHHELD_REASON);
    let reason = reason.and_then(|id| kind.reasons.iter().find(|one| one.id == id));
    let passed = before.and_then(|before| u64::try_from((done.event.on - before).get_days()).ok());
    Some(StepTold {
        label: kind.label.clone(),
        by: kind.by,
        reason: reason.map(|one| one.label.clone()),
        when: when(done.event.on, days),
        after: passed.filter(|_| days == Days::Month),
        cites: done.cites.iter().map(cited).collect(),
    })
}

pub(crate) fn cited(cite: &Cite) -> Cited {
    Cited { article: cite.article.clone(), unverified: cite.confidence == Confidence::O }
}

fn when(day: Date, days: Days) -> When {
    When { year: day.year(), month: (days == Days::Month).then(|| day.month()) }
}

/// Every article of the summary, each once. Article 10 is always among them.
fn articles(summary: &Summary) -> Vec<Cited> {
    let answers = summary.statements.iter().flat_map(|one| &one.answers).chain(&summary.whole);
    let of_answers = answers.filter(|one| one.value != Value::UU).flat_map(|one| &one.cites);
    let of_steps = summary.procedures.iter().flat_map(|one| &one.steps).flat_map(|step| &step.cites);
    let of_lines = summary.circumstances.iter().flat_map(|line| &line.cites);
    let mut all: BTreeSet<Cited> = of_answers.chain(of_steps).chain(of_lines).cloned().collect();
    all.insert(Cited { article: Article::new("cn/opinions-2023-14", "10"), unverified: false });
    all.into_iter().collect()
}
