//! Which fact to enter: what is asked next first, then by the questions of the law, found by its words, and last all of them.

use super::everyday::{Hit, hit};
use super::naming::Naming;
use super::overview::about;
use super::pager::Part;
use crate::call::Call;
use crate::loaded::Loaded;
use crate::reply::Wrong;
use crate::shell::token;
use maud::{Markup, html};
use redress_base::Date;
use redress_case::Anchor;
use redress_facts::{Scope, Sheet, Term, TermScope, Vocabulary};
use redress_law::{Book, Label, NO_READINGS, Node, NodeKind, Question};
use redress_words::Language;
use std::collections::BTreeSet;

/// The longest list that a search shows.
const FOUND: usize = 80;
/// Facts that are named as asked next.
const NEXT: usize = 6;
/// Facts of one step that stand under one heading.
const TOGETHER: usize = 6;
/// Facts of one page of all of them.
const AT_ONCE: usize = 60;

/// The questions by which the facts are led through; whether speech is protected is asked first (Guiding Opinions art 10,
/// 2023-09-20).
const QUESTIONS: [&str; 8] = [
    "op10-report-shield",
    "op10-criticism-shield",
    "cl246-defamation",
    "cl246-insult",
    "psapl-defamation",
    "psapl-insult",
    "civil-reputation",
    "op12-public-order",
];

/// Offers the facts: a search, what is asked next, the questions of the law, and all of them page by page.
///
/// # Errors
/// `Usage` where the address names no place of the list.
pub(crate) fn choose(call: &Call<'_>, loaded: &Loaded, vocabulary: &Vocabulary) -> Result<Markup, Wrong> {
    // Words that are not kept any more were refused before.
    let sought = call.sought(call.query).ok().flatten();
    let listed = match &sought {
        Some(words) => found(call, vocabulary, words),
        None if call.asked("all").is_some() => all(call, vocabulary)?,
        None => guided(call, loaded, vocabulary),
    };
    let names = Naming::of(call, loaded);
    Ok(html! {
        @if let Some(id) = call.asked("statement") { p #about-one { (call.text("web-fact-about")) ": " b { (names.name(call, id)) } " " a href=(call.at("facts")) { (call.text("web-fact-about-any")) } } }
        form.fields method="post" action=(call.at("facts")) role="search" {
            (token(call))
            (statement(call))
            div.find { label { (call.text("web-field-find-fact")) input type="search" name="q" value=(sought.as_deref().unwrap_or_default()) maxlength="60" autocomplete="off"; } button.btn { (call.text("web-find")) } }
        }
        (listed)
    })
}

/// The statement that was asked about goes along.
fn statement(call: &Call<'_>) -> Markup {
    html! { @if let Some(statement) = call.asked("statement") { input type="hidden" name="statement" value=(statement); } }
}

fn label<'t>(call: &Call<'_>, term: &'t Term) -> &'t str {
    if call.words.language() == Language::ZhHans { &term.zh } else { &term.en }
}

fn question<'t>(call: &Call<'_>, term: &'t Term) -> Option<&'t str> {
    let zh = call.words.language() == Language::ZhHans;
    (if zh { &term.ask_zh } else { &term.ask_en }).as_deref()
}

fn link(call: &Call<'_>, id: &str) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.append_pair("term", id);
    if let Some(statement) = call.asked("statement") {
        form.append_pair("statement", statement);
    }
    format!("{}?{}", call.at("facts"), form.finish())
}

/// Facts that are found by these words, those by their name first.
fn found(call: &Call<'_>, vocabulary: &Vocabulary, sought: &str) -> Markup {
    let hits = vocabulary.iter().filter_map(|(id, term)| Some((hit(call, sought, id, term)?, id, term)));
    let mut hits: Vec<(Hit, &str, &Term)> = hits.collect();
    hits.sort_by_key(|(hit, _, _)| *hit);
    let all: Vec<(&str, &Term)> = hits.into_iter().map(|(_, id, term)| (id, term)).collect();
    html! {
        @if all.is_empty() { p { (call.text("web-find-fact-none")) } }
        ul.todo { @for (id, term) in all.iter().take(FOUND) { li {
            a href=(link(call, id)) { (label(call, term)) }
            @if let Some(question) = question(call, term) { p.small.muted { (question) } }
        } } }
        @if all.len() > FOUND { p.muted { (call.say("web-find-fact-more", &[("count", (all.len() - FOUND).into())])) } }
    }
}

/// What is asked next, then each question of the law with what it asks.
fn guided(call: &Call<'_>, loaded: &Loaded, vocabulary: &Vocabulary) -> Markup {
    let names = Naming::of(call, loaded);
    let mut next = next(loaded);
    // Whoever asks about one statement is asked nothing about another.
    let chosen = call.asked("statement").map(|id| Scope::Statement(id.to_owned()));
    next.retain(|(_, scope)| chosen.as_ref().is_none_or(|chosen| **scope == *chosen));
    // Asked about a statement, what was entered about another one is not known of it.
    let asked = call.asked("statement").and_then(|id| loaded.read.statements.find(id));
    let of_asked = |anchor: &Anchor| match (anchor, asked) {
        (Anchor::Case, _) | (Anchor::Post(_), None) => true,
        (Anchor::Post(key), Some(one)) => {
            loaded.read.corpus.find(key).is_some_and(|post| one.members.contains(&post))
        }
    };
    let known: BTreeSet<&str> = loaded
        .state
        .claims
        .iter()
        .filter(|one| one.withdrawn.is_none() && of_asked(&one.anchor))
        .map(|one| one.term.as_str())
        .collect();
    let count = vocabulary.iter().count();
    html! {
        @if !next.is_empty() {
            h3 { (call.text("web-facts-next")) }
            ul.todo #asked-next { @for (id, scope) in next.iter().take(NEXT) { @if let Some(term) = vocabulary.get(id) { li {
                a href=(link_about(call, id, scope)) { (label(call, term)) }
                p.small.muted { (about(call, &names, scope)) @if let Some(question) = question(call, term) { " · " (question) } }
            } } } }
            @if next.len() > NEXT { details { summary { (call.say("web-to-do-more", &[("count", (next.len() - NEXT).into())])) }
                ul.todo { @for (id, scope) in next.iter().skip(NEXT) { @if let Some(term) = vocabulary.get(id) { li { a href=(link_about(call, id, scope)) { (label(call, term)) } p.small.muted { (about(call, &names, scope)) } } } } }
            } }
        }
        h3 { (call.text("web-facts-by-question")) }
        p.small.muted { (call.text("web-facts-by-question-what")) }
        div #by-question { @for rule in QUESTIONS { (by_question(call, loaded.today, vocabulary, rule, &known)) } }
        p { a href=(all_of(call)) { (call.say("web-facts-all", &[("count", count.into())])) } }
    }
}

/// One question with the steps that it takes, and the facts that each asks for.
fn by_question(
    call: &Call<'_>,
    today: Date,
    vocabulary: &Vocabulary,
    rule: &str,
    known: &BTreeSet<&str>,
) -> Markup {
    let sheet = Sheet::new();
    let question = unanswered(rule, today, vocabulary, &sheet);
    let Ok(outcome) = Book::standard().evaluate(&question) else { return html! {} };
    let mut seen = BTreeSet::new();
    let steps = steps(&outcome.tree, &mut seen);
    html! { details {
        summary { (call.say("web-facts-question", &[("name", call.label(&outcome.label).into()), ("count", seen.len().into())])) }
        @for (name, terms) in &steps {
            @if let Some(name) = name { h4 { (call.label(name)) } }
            ul.pick-facts { @for id in terms { @if let Some(term) = vocabulary.get(id) { li {
                a href=(link(call, id)) { (label(call, term)) }
                @if known.contains(id) { " " span.tag { (call.text("web-facts-known")) } }
            } } } }
        }
    } }
}

/// The steps of a question, each with the facts that no step before it asks for. Steps of one fact stand together.
fn steps<'t>(tree: &'t Node, seen: &mut BTreeSet<&'t str>) -> Vec<(Option<&'t Label>, Vec<&'t str>)> {
    let mut found: Vec<(Option<&Label>, Vec<&str>)> = Vec::new();
    for step in parts(tree) {
        let mut terms = Vec::new();
        gather(step, seen, &mut terms);
        match (terms.len(), found.last_mut()) {
            (0, _) => {}
            (1, Some((None, before))) => before.append(&mut terms),
            (1, _) => found.push((None, terms)),
            _ => found.push((Some(name(step)), terms)),
        }
    }
    found
}

/// The parts of a question: what asks for many facts is divided into what it consists of.
fn parts(node: &Node) -> Vec<&Node> {
    let divides = matches!(node.kind, NodeKind::Rule | NodeKind::All | NodeKind::Any | NodeKind::AtLeast);
    let mut terms = Vec::new();
    gather(node, &mut BTreeSet::new(), &mut terms);
    if divides && terms.len() > TOGETHER && !node.children.is_empty() {
        return node.children.iter().flat_map(parts).collect();
    }
    vec![node]
}

/// What a step is called: by itself, or by the first step below it that has a name.
fn name(node: &Node) -> &Label {
    let own = !node.label.zh.is_empty() && !matches!(node.kind, NodeKind::Any | NodeKind::All);
    match node.children.first() {
        Some(first) if !own && node.label.zh.is_empty() => name(first),
        _ => &node.label,
    }
}

fn gather<'t>(node: &'t Node, seen: &mut BTreeSet<&'t str>, terms: &mut Vec<&'t str>) {
    for one in &node.facts {
        if seen.insert(&one.term) {
            terms.push(&one.term);
        }
    }
    node.children.iter().for_each(|below| gather(below, seen, terms));
}

fn all_of(call: &Call<'_>) -> String {
    let statement = call.asked("statement").map(|id| format!("&{}", super::posts::asking("statement", id)));
    format!("{}?all=1{}", call.at("facts"), statement.unwrap_or_default())
}

/// Every fact, in parts, those of a statement first.
fn all(call: &Call<'_>, vocabulary: &Vocabulary) -> Result<Markup, Wrong> {
    let mut facts: Vec<(&str, &Term)> = vocabulary.iter().collect();
    facts.sort_by_key(|(_, term)| (term.scope == TermScope::Case, label(call, term)));
    let part = Part::asked(call, AT_ONCE, facts.len())?;
    let here: Vec<&(&str, &Term)> = facts.iter().skip(part.skip).take(part.most).collect();
    let of = |scope: TermScope| here.iter().filter(move |(_, term)| term.scope == scope);
    let parts = [(TermScope::Statement, "web-facts-of-statement"), (TermScope::Case, "web-facts-of-case")];
    Ok(html! {
        @for (scope, code) in parts { @if of(scope).next().is_some() {
            h3 { (call.text(code)) }
            ul.pick-facts { @for (id, term) in of(scope) { li { a href=(link(call, id)) { (label(call, term)) } } } }
        } }
        (part.shown(call, "enter"))
        p { a href=(call.at("facts")) { (call.text("web-facts-guided")) } }
    })
}

/// Facts that would change an answer that is open for want of them, each with what it is about; whether speech is protected is
/// asked first (Guiding Opinions art 10, 2023-09-20).
fn next(loaded: &Loaded) -> Vec<(&str, &Scope)> {
    let gaps = loaded.result.missing.iter().filter(|row| row.completions.family == redress_law::Family::Gap);
    let (first, others): (Vec<_>, Vec<_>) = gaps.partition(|row| row.rule.starts_with("op10-"));
    let mut found: Vec<(&str, &Scope)> = Vec::new();
    let mut protected = 0;
    let last = first.len().checked_sub(1);
    for (place, row) in first.into_iter().chain(others).enumerate() {
        // The smallest set first: what it takes at least.
        for need in row.completions.sets.iter().take(1).flatten() {
            let one = (need.term.as_str(), &row.scope);
            if !found.contains(&one) {
                found.push(one);
            }
        }
        if Some(place) == last {
            protected = found.len();
        }
    }
    if let Some(one) = limitation(loaded) {
        // A limit that passes unseen cannot be brought back: it stands among what is shown at once, however much Article 10 asks.
        found.retain(|known| *known != one);
        found.insert(protected.min(NEXT - 1).min(found.len()), one);
    }
    found
}

/// The days from which the three years of money claims run (民法典 188, in force 2021-01-01: both the harm and whom it is from have to be known).
const LIMITATION: [&str; 2] = ["know_harm_date", "know_obligor_date"];

/// Of these days the one that is asked next: none where no civil suit may follow, or where both are on file.
pub(crate) fn limitation(loaded: &Loaded) -> Option<(&'static str, &'static Scope)> {
    let civil = |route: &&redress_remedies::Route| route.id == redress_remedies::RouteId::CivilSuit;
    let route = loaded.result.routes.iter().find(civil)?;
    if !may_follow(route.state) || !super::would_run::taken_up(loaded) {
        return None;
    }
    let said = |term: &str| loaded.state.claims.iter().any(|one| one.withdrawn.is_none() && one.term == term);
    LIMITATION.into_iter().find(|term| !said(term)).map(|term| (term, &Scope::Case))
}

/// Whether a civil suit may follow. The three years run as well while that is not decided.
const fn may_follow(civil: redress_remedies::State) -> bool {
    !matches!(civil, redress_remedies::State::Closed)
}

/// The way to the first question of the guided way about this statement: what is asked next of it; where nothing is asked
/// yet, the first fact that nobody has entered of the questions of the law.
pub(crate) fn first_about(call: &Call<'_>, loaded: &Loaded, statement: &str) -> String {
    let scope = Scope::Statement(statement.to_owned());
    let next = next(loaded).into_iter().find(|(_, about)| **about == scope).map(|(id, _)| id.to_owned());
    match next.or_else(|| first_of_the_law(loaded.today)) {
        Some(id) => link_about(call, &id, &scope),
        None => format!("{}?{}", call.at("facts"), super::posts::asking("statement", statement)),
    }
}

/// The first fact that the first question asks for.
fn first_of_the_law(today: Date) -> Option<String> {
    let vocabulary = Vocabulary::standard();
    let first = QUESTIONS.first()?;
    let sheet = Sheet::new();
    let outcome = Book::standard().evaluate(&unanswered(first, today, &vocabulary, &sheet)).ok()?;
    let mut seen = BTreeSet::new();
    let steps = steps(&outcome.tree, &mut seen);
    let mut all = steps.into_iter().flat_map(|(_, terms)| terms);
    all.find(|id| vocabulary.get(id).is_some_and(|term| term.scope == TermScope::Statement))
        .map(str::to_owned)
}

/// A question of the law of which nothing is known: the book says every step and every fact of it.
const fn unanswered<'q>(
    rule: &'q str,
    today: Date,
    vocabulary: &'q Vocabulary,
    sheet: &'q Sheet,
) -> Question<'q> {
    Question { rule, scope: Scope::Case, sheet, act: None, filing: today, readings: &NO_READINGS, vocabulary }
}

/// The form of a fact about this statement, or about the case.
pub(crate) fn link_about(call: &Call<'_>, id: &str, scope: &Scope) -> String {
    match scope {
        Scope::Statement(statement) => format!(
            "{}?{}&{}",
            call.at("facts"),
            super::posts::asking("term", id),
            super::posts::asking("statement", statement)
        ),
        Scope::Case => link(call, id),
    }
}

#[cfg(test)]
mod tests {
    use super::may_follow;
    use redress_remedies::State;

    /// 民法典 188 (in force 2021-01-01): what is disputed or not decided yet ends no limitation, and stops none.
    #[test]
    fn the_three_years_are_asked_for_on_every_route_that_is_not_closed() {
        for state in State::ALL {
            assert_eq!(may_follow(state), state != State::Closed, "{state:?}");
        }
    }
}
