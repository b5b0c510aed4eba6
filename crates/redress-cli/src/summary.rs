//! The result on a terminal: what is kept, measured, established and open, and which routes there are.

use crate::commands::Session;
use crate::explanation;
use redress_analysis::Figure;
use redress_base::{Place, Value};
use redress_case::{CaseResult, Chain, OutcomeRow};
use redress_facts::Scope;
use redress_law::{Completions, Confidence, Doubt, Family, Outcome};
use redress_remedies::{Deadline, DutyState, Route, State, Who};
use redress_workbench::Handle;
use std::collections::{BTreeMap, BTreeSet};

/// Completion sets shown for one answer.
const SETS_SHOWN: usize = 2;
/// Reasons shown for one route.
const REASONS_SHOWN: usize = 3;
/// Statements that nobody has taken up, shown in the summary.
const OTHERS_SHOWN: usize = 5;
/// Places in the evidence shown for one figure.
pub(crate) const PLACES_SHOWN: usize = 3;

/// Everything, in the order in which it is to be read: protected speech first.
pub(crate) fn result(session: &Session<'_>, result: &CaseResult) {
    let (out, words) = (&session.out, session.words);
    out.head(&words.say("cli-head-result", &[("cover", result.cover.as_str().into())]));
    protected(session, result);
    kept(session, result);
    statements(session, result, OTHERS_SHOWN, &[]);
    established(session, result);
    routes(session, &result.routes);
    nearest(session, result);
    for finding in &result.findings {
        out.finding(finding);
    }
}

fn protected(session: &Session<'_>, result: &CaseResult) {
    let (out, words) = (&session.out, session.words);
    out.head(&words.say("cli-head-protected", &[]));
    if result.protected.is_empty() {
        out.say("cli-protected-none", &[]);
    }
    for row in &result.protected {
        let code = if row.set_aside { "cli-protected-set-aside" } else { "cli-protected-row" };
        let args = [
            ("scope", row.scope.to_string().into()),
            ("report", words.value(row.report).into()),
            ("criticism", words.value(row.criticism).into()),
        ];
        out.say(code, &args);
    }
}

/// What is kept.
pub(crate) fn kept(session: &Session<'_>, result: &CaseResult) {
    let (out, words, totals) = (&session.out, session.words, &result.kept.totals);
    out.head(&words.say("cli-head-kept", &[]));
    let args = [
        ("items", totals.items.into()),
        ("read", totals.items_read.into()),
        ("bytes", totals.bytes.into()),
        ("rows", totals.rows.into()),
        ("posts", totals.posts.into()),
        ("accounts", totals.accounts.into()),
        ("masked", totals.masked_accounts.into()),
        ("undated", totals.undated.into()),
    ];
    out.say("cli-kept", &args);
}

/// What is measured, statement by statement.
pub(crate) fn measured(session: &Session<'_>, result: &CaseResult, handles: &[Handle]) {
    statements(session, result, usize::MAX, handles);
}

fn statements(session: &Session<'_>, result: &CaseResult, others: usize, handles: &[Handle]) {
    let (out, words) = (&session.out, session.words);
    out.head(&words.say("cli-head-measured", &[]));
    let shown: BTreeSet<&str> =
        result.statements.iter().filter(|row| row.taken_up).map(|row| row.id.as_str()).collect();
    let mine = result.statements.iter().filter(|row| row.taken_up);
    let left = result.statements.iter().filter(|row| !row.taken_up).take(others);
    for row in mine.chain(left) {
        let args = [
            ("id", row.id.as_str().into()),
            ("members", row.members.into()),
            ("exact", row.exact.into()),
            ("accounts", row.accounts.into()),
            ("anchor", row.anchor.as_str().into()),
        ];
        out.say(if row.taken_up { "cli-statement" } else { "cli-statement-other" }, &args);
        handles.iter().filter(|one| one.statement == row.id).for_each(|one| handle(session, one));
        if row.taken_up || shown.is_empty() {
            for figure in result.figures.iter().filter(|figure| figure.scope.to_string() == row.id) {
                figure_line(session, figure);
            }
        }
    }
    for figure in result.figures.iter().filter(|figure| figure.scope == Scope::Case) {
        figure_line(session, figure);
    }
}

/// Where a statement begins in the person's own file; its first words where they were asked for.
fn handle(session: &Session<'_>, handle: &Handle) {
    let words = session.words;
    let day = handle.published.and_then(|stamp| stamp.at.beijing_date()).map(|day| words.date(day));
    let place = handle.span.as_ref().map(|span| match &span.place {
        Place::Row { row, .. } => {
            let file = handle.file.as_deref().unwrap_or_default();
            let args =
                [("file", file.into()), ("row", (*row).into()), ("item", span.item.to_string().into())];
            words.say("cli-handle-row", &args)
        }
        _ => format!("{}  [{span}]", handle.file.as_deref().unwrap_or_default()),
    });
    let long = words.say("cli-handle-length", &[("count", handle.characters.into())]);
    let parts: Vec<String> = [day, place, Some(long)].into_iter().flatten().collect();
    session.out.line(&format!("      {}", parts.join(" · ")));
    if let Some(first) = &handle.words {
        session.out.line(&format!("      “{first}”"));
    }
}

fn figure_line(session: &Session<'_>, figure: &Figure) {
    let words = session.words;
    let place = figure.parts.first().map(|part| format!("  [{}]", part.span)).unwrap_or_default();
    let shown = figure.parts.first().and_then(|part| part.shown.as_deref());
    let shown = shown.map(|shown| format!("  “{shown}”")).unwrap_or_default();
    let count = words.count(figure.count, figure.unit);
    session.out.line(&format!("      {:34} {count}{shown}{place}", figure.id));
}

fn established(session: &Session<'_>, result: &CaseResult) {
    let (out, words) = (&session.out, session.words);
    out.head(&words.say("cli-head-established", &[]));
    if !result.outcomes.iter().any(|row| row.scope != Scope::Case) {
        out.say("cli-no-statement-taken-up", &[]);
    }
    let headline = |row: &&OutcomeRow| row.headline && !row.rule.starts_with("op10-");
    let shown = result.outcomes.iter().filter(headline).collect::<Vec<_>>();
    for group in shown.chunk_by(|a, b| a.scope == b.scope) {
        let Some(first) = group.first() else { continue };
        out.line(&format!("  {}", session.scope(&first.scope)));
        if result.protected.iter().any(|row| row.set_aside && row.scope == first.scope) {
            out.say("cli-set-aside-here", &[]);
            continue;
        }
        for row in group {
            answer_line(session, row);
        }
    }
}

/// What else of the law was not checked, behind the line that rests on it.
pub(crate) fn doubts(session: &Session<'_>, doubts: &BTreeSet<Doubt>) -> String {
    doubts.iter().map(|doubt| format!("  [{}]", session.words.say(doubt.code(), &[]))).collect()
}

fn answer_line(session: &Session<'_>, row: &OutcomeRow) {
    let label = session.label(&row.outcome.label.zh, &row.outcome.label.en);
    let value = session.words.value(row.outcome.value);
    let unverified = row.outcome.version.as_ref().is_some_and(|version| version.confidence == Confidence::O);
    let unverified = if unverified { session.words.say("cli-unverified", &[]) } else { String::new() };
    let doubts = row.outcome.version.as_ref().map(|version| doubts(session, &version.unverified));
    let unverified = unverified + &doubts.unwrap_or_default();
    session.out.line(&format!(
        "    {} {value}: {label}  ({}){unverified}",
        mark(row.outcome.value),
        row.rule
    ));
}

/// Left half: worst reading; right half: best reading. Filled shown, dotted missing, open not shown.
pub(crate) const fn mark(value: Value) -> &'static str {
    match value {
        Value::TT => "●",
        Value::FF => "⊖",
        Value::UU => "◌",
        Value::FT => "◑",
        Value::UT => "◐",
        _ => "◔",
    }
}

/// Every route with its state, what decides it, its days and what is owed on it.
pub(crate) fn routes(session: &Session<'_>, routes: &[Route]) {
    let (out, words) = (&session.out, session.words);
    out.head(&words.say("cli-head-routes", &[]));
    for route in routes {
        let mark = match route.state {
            State::Open => "→",
            State::Waiting => "◷",
            State::Closed => "▪",
            State::Unknown => "?",
        };
        let (name, state) = (words.say(route.id.code(), &[]), words.say(route.state.code(), &[]));
        out.line(&format!("  {mark} {state}  {name}"));
        let (mut told, mut rest): (BTreeSet<String>, BTreeSet<String>) = Default::default();
        for reason in route.reasons.iter().filter(|reason| reason.decisive) {
            let args: Vec<(&str, redress_base::Arg)> =
                reason.args.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
            let sentence = words.say(&reason.code, &args);
            let unverified = if reason.unverified { words.say("cli-unverified", &[]) } else { String::new() };
            if told.contains(&sentence) {
                continue;
            }
            if told.len() < REASONS_SHOWN {
                out.line(&format!("      {sentence}{unverified}"));
                told.insert(sentence);
            } else {
                rest.insert(sentence);
            }
        }
        if !rest.is_empty() {
            out.say("cli-more-reasons", &[("count", rest.len().into())]);
        }
        deadlines(session, route);
        crossings(session, route);
        duties(session, route);
    }
    out.say("cli-routes-no-choice", &[]);
}

/// The stages at which the file stands between private and public procedure.
fn crossings(session: &Session<'_>, route: &Route) {
    for one in route.crossings.iter().filter(|one| one.value == Value::TT) {
        session.out.line(&format!("      {}", session.words.say(&one.code, &[])));
    }
}

/// What an authority owed and has not done in time, or did without proof on file.
fn duties(session: &Session<'_>, route: &Route) {
    let amiss = |state: DutyState| matches!(state, DutyState::Passed | DutyState::Late | DutyState::Unproven);
    for duty in route.duties.iter().filter(|duty| amiss(duty.state) && duty.by != Who::Person) {
        let said = |code: &str| session.words.say(code, &[]);
        let args = [
            ("who", said(duty.by.code()).into()),
            ("what", said(&duty.code).trim_end_matches(['.', '。']).to_owned().into()),
            ("state", said(duty.state.code()).into()),
        ];
        session.out.say("cli-duty", &args);
    }
}

/// For each kind of date the nearest that is still ahead, and every one that has passed, each with the
/// statement it is counted for.
fn deadlines(session: &Session<'_>, route: &Route) {
    let mut kinds: BTreeMap<&str, Vec<(&Deadline, redress_base::Date)>> = BTreeMap::new();
    for deadline in route.deadlines.iter().filter(|deadline| !deadline.for_authority) {
        if let Some(due) = deadline.due {
            kinds.entry(&deadline.code).or_default().push((deadline, due));
        }
    }
    for (code, dates) in kinds {
        let (passed, ahead): (Vec<_>, Vec<_>) =
            dates.into_iter().partition(|(one, _)| one.passed == Some(true));
        let nearest = ahead.into_iter().min_by_key(|(_, due)| *due);
        for (deadline, due) in passed.into_iter().chain(nearest) {
            let what = session.words.say(code, &[]);
            let mut what = what.trim_end_matches(['.', '。']).to_owned();
            if deadline.scope != Scope::Case {
                what = format!("{} · {what}", session.scope(&deadline.scope));
            }
            let code = if deadline.passed == Some(true) { "cli-deadline-passed" } else { "cli-deadline" };
            session.out.say(code, &[("what", what.into()), ("due", session.words.date(due).into())]);
        }
    }
}

/// For each statement the smallest set of facts that would change an answer; the rest is a command away.
fn nearest(session: &Session<'_>, result: &CaseResult) {
    let (out, words) = (&session.out, session.words);
    out.head(&words.say("cli-head-missing", &[]));
    let ours = result.missing.iter().filter(|row| row.completions.family != Family::Risk).collect::<Vec<_>>();
    for group in ours.chunk_by(|a, b| a.scope == b.scope) {
        let size =
            |row: &&&redress_case::MissingRow| row.completions.sets.first().map_or(usize::MAX, Vec::len);
        let Some(row) = group.iter().min_by_key(size).filter(|row| size(row) < usize::MAX) else { continue };
        missing_head(session, result, row);
        sets(session, &row.completions, 1);
    }
    out.say("cli-missing-all", &[]);
}

fn missing_head(session: &Session<'_>, result: &CaseResult, row: &redress_case::MissingRow) {
    let rule = result.outcomes.iter().find(|outcome| outcome.rule == row.rule && outcome.scope == row.scope);
    let label =
        rule.map_or(row.rule.as_str(), |rule| session.label(&rule.outcome.label.zh, &rule.outcome.label.en));
    session.out.line(&format!("  {} {label}  · {}", mark(row.now), session.scope(&row.scope)));
}

/// What would change the answers.
pub(crate) fn missing(session: &Session<'_>, result: &CaseResult, most: usize) {
    let (out, words) = (&session.out, session.words);
    out.head(&words.say("cli-head-missing", &[]));
    let asked: Vec<_> = result
        .missing
        .iter()
        .filter(|row| row.completions.family != Family::Risk && !row.completions.sets.is_empty())
        .collect();
    if asked.is_empty() {
        out.say("cli-missing-none", &[]);
    }
    for row in asked {
        missing_head(session, result, row);
        sets(session, &row.completions, most);
    }
}

fn sets(session: &Session<'_>, completions: &Completions, most: usize) {
    let (out, words) = (&session.out, session.words);
    for (number, set) in (1..).zip(completions.sets.iter().take(most)) {
        let needs: Vec<String> = set
            .iter()
            .map(|need| {
                let label = session.label(&need.label.zh, &need.label.en);
                let perishable =
                    if need.perishable { words.say("cli-perishable", &[]) } else { String::new() };
                let want = redress_report::want(words, &need.want);
                format!("{label}: {want} [{}]{perishable}", need.term)
            })
            .collect();
        out.line(&format!("      {number}. {}", needs.join(" + ")));
    }
    let more = completions.sets.len().saturating_sub(most);
    if more > 0 {
        out.say("cli-missing-more", &[("count", more.into())]);
    }
}

/// The chain of one name.
pub(crate) fn chain(session: &Session<'_>, chain: &Chain, all: bool) {
    let (out, words) = (&session.out, session.words);
    let most = if all { usize::MAX } else { PLACES_SHOWN };
    if !chain.answers.is_empty() {
        out.head(&words.say("cli-head-answers", &[]));
    }
    for answer in &chain.answers {
        let value = words.value(answer.value);
        out.line(&format!(
            "  {} {value}  {}  · {}",
            mark(answer.value),
            answer.rule,
            session.scope(&answer.scope)
        ));
        if let Some(tree) = &answer.tree {
            explanation::node(session, tree, 2);
        }
    }
    facts(session, chain, most);
    if !chain.figures.is_empty() {
        out.head(&words.say("cli-head-figures", &[]));
    }
    for figure in &chain.figures {
        figure_places(session, figure, most);
    }
    items(session, chain);
    for completions in chain.missing.iter().filter(|completions| !completions.sets.is_empty()) {
        let code =
            if completions.family == Family::Risk { "cli-head-other-side" } else { "cli-head-missing" };
        out.head(&words.say(code, &[]));
        sets(session, completions, most.max(SETS_SHOWN));
    }
}

/// An answer with its tree, its readings and its several values.
pub(crate) fn outcome(session: &Session<'_>, outcome: &Outcome) {
    let (out, words) = (&session.out, session.words);
    let label = session.label(&outcome.label.zh, &outcome.label.en);
    out.line(&format!("  {} {}  {label}", mark(outcome.value), words.value(outcome.value)));
    for given in outcome.gives.iter().filter(|given| given.value != Value::FF) {
        let label = session.label(&given.label.zh, &given.label.en);
        out.line(&format!("    = {label}: {}", words.value(given.value)));
    }
    let (matter, same): (Vec<_>, Vec<_>) = outcome.readings.iter().partition(|reading| reading.matters);
    for reading in matter {
        let each: Vec<String> = reading
            .alternatives
            .iter()
            .map(|one| format!("{}: {}", one.name, words.value(one.value)))
            .collect();
        let said = words.say("cli-reading-matters", &[]);
        out.line(&format!("    {} ({}) {said}", reading.id, each.join(" | ")));
    }
    if !same.is_empty() {
        let names: Vec<&str> = same.iter().map(|reading| reading.id.as_str()).collect();
        out.line(&format!("    {} {}", names.join(", "), words.say("cli-reading-same", &[])));
    }
    for several in &outcome.several {
        let each: Vec<String> = several
            .values
            .iter()
            .map(|one| format!("{} = {}: {}", one.by, one.value, words.value(one.result)))
            .collect();
        let code = if several.matters { "cli-several-matter" } else { "cli-several-same" };
        out.line(&format!("    {} ({}) {}", several.term, each.join(" | "), words.say(code, &[])));
    }
    explanation::node(session, &outcome.tree, 2);
}

/// The sets of one family under their heading.
pub(crate) fn completions(session: &Session<'_>, completions: &Completions, most: usize) {
    if completions.sets.iter().all(Vec::is_empty) {
        return;
    }
    let code = match completions.family {
        Family::Gap => "cli-head-missing",
        Family::Dispute => "cli-head-win",
        Family::Risk => "cli-head-other-side",
    };
    session.out.head(&session.words.say(code, &[]));
    sets(session, completions, most);
}

fn facts(session: &Session<'_>, chain: &Chain, most: usize) {
    let (out, words) = (&session.out, session.words);
    if !chain.facts.is_empty() {
        out.head(&words.say("cli-head-facts", &[]));
    }
    for fact in &chain.facts {
        for claim in &fact.claims {
            let standing = words.say(crate::commands::fact::standing_code(claim.standing), &[]);
            let places: Vec<String> = claim.sources.iter().take(most).map(ToString::to_string).collect();
            let measured = claim.standing == redress_facts::Standing::Measured;
            let side = if measured { "cli-opposing-measured" } else { "cli-opposing" };
            let other = if claim.opposing { words.say(side, &[]) } else { String::new() };
            let scope = session.scope(&fact.scope);
            out.line(&format!(
                "  {}  · {scope} = {}  {} · {standing}{other}",
                fact.term,
                claim.value,
                words.author(&claim.by)
            ));
            if !places.is_empty() {
                out.line(&format!("      [{}]", places.join("; ")));
            }
        }
    }
}

fn figure_places(session: &Session<'_>, figure: &Figure, most: usize) {
    let (out, words) = (&session.out, session.words);
    out.line(&format!("  {}  {}  ({})", figure.id, words.count(figure.count, figure.unit), figure.measure));
    for part in figure.parts.iter().take(most) {
        let shown = part.shown.as_deref().map(|shown| format!("  “{shown}”")).unwrap_or_default();
        let seen = part.seen_at.map(|stamp| format!("  {}", stamp.at)).unwrap_or_default();
        out.line(&format!("      {}  {}{shown}{seen}", part.span, words.count(part.count, figure.unit)));
    }
    let total = usize::try_from(figure.parts_total).unwrap_or(usize::MAX);
    let more = total.saturating_sub(figure.parts.len().min(most));
    if more > 0 {
        out.say("cli-more-places", &[("count", more.into())]);
    }
}

fn items(session: &Session<'_>, chain: &Chain) {
    let (out, words) = (&session.out, session.words);
    if !chain.items.is_empty() {
        out.head(&words.say("cli-head-items", &[]));
    }
    for row in &chain.items {
        out.line(&format!("  {}  {}  {}", row.item.id, row.item.name, row.item.format));
        out.line(&format!("      SHA-256 {}", row.item.digests.sha256));
        out.line(&format!("      SM3     {}", row.item.digests.sm3));
        let sealed = row.item.sealed_at.at.to_string();
        out.say("cli-item-sealed", &[("at", sealed.into()), ("by", row.sealed_by.as_str().into())]);
    }
}
