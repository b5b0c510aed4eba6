//! The tests of a provision: what each line changes from its base, and what must come out.

use super::marks;
use super::page::{Page, anchor_of_rule, tag};
use maud::{Markup, html};
use redress_base::{Count, Date};
use redress_facts::Kind;
use redress_law::{Exam, Provision};
use std::collections::BTreeMap;

/// Days of the act and the day of filing.
type Days = ((Date, Date), Date);

/// Lines with one rule and one base.
struct Group<'e> {
    rule: &'e str,
    base: BTreeMap<&'e str, &'e str>,
    days: Option<Days>,
    lines: Vec<&'e Exam>,
}

/// The tests of a page.
pub(crate) fn section(page: &Page<'_>, one: &Provision) -> Markup {
    let groups = groups(&one.exams);
    html! {
        @if !groups.is_empty() {
            details.exams {
                summary { (page.say("lawbook-tests", &[("count", one.exams.len().into())])) }
                @for group in &groups { (table(page, group)) }
            }
        }
    }
}

fn table(page: &Page<'_>, group: &Group<'_>) -> Markup {
    let name = |column: &str| page.text(&format!("lawbook-test-{column}"));
    let rule = group.days.and_then(|((_, day), _)| page.version(group.rule, day));
    html! {
        table.tbl.tests {
            caption {
                @match rule {
                    Some(rule) => { a href={"#" (anchor_of_rule(rule))} { (page.label(&rule.label)) } " " span.term { (group.rule) } }
                    None => { span.term { (group.rule) } }
                }
            }
            thead {
                tr { th scope="col" { (name("given")) } th scope="col" { (name("expected")) } }
                @if !group.base.is_empty() || group.days.is_some() {
                    tr.base { td colspan="2" {
                        b { (name("base")) } " "
                        @if let Some(days) = group.days { span { (days_text(page, days)) } " " }
                        (facts(page, &group.base.iter().map(|(term, value)| (*term, *value)).collect::<Vec<_>>()))
                    } }
                }
            }
            tbody { @for exam in &group.lines { (row(page, group, exam)) } }
        }
    }
}

fn row(page: &Page<'_>, group: &Group<'_>, exam: &Exam) -> Markup {
    let emptied = group.base.keys().any(|term| !exam.facts.contains_key(*term));
    let changed: Vec<(&str, &str)> = exam
        .facts
        .iter()
        .map(|(term, value)| (term.as_str(), value.as_str()))
        .filter(|(term, value)| emptied || group.base.get(term) != Some(value))
        .collect();
    let days = (exam.act, exam.filing);
    html! {
        tr {
            td {
                @if !exam.name.is_empty() { span.name { (exam.name) } }
                @if emptied { span { (page.text("lawbook-test-empty")) } " " }
                @if group.days != Some(days) { span { (days_text(page, days)) } " " }
                @for (reading, choice) in &exam.readings { span.one { (page.text("lawbook-read-as")) " " a.term href={"#c-" (reading)} { (reading) } " " span.term.alt { (choice) } } " " }
                @if changed.is_empty() && !emptied && exam.readings.is_empty() { span.faint { (page.text("lawbook-test-as-base")) } }
                (facts(page, &changed))
            }
            td.r { (expected(page, exam)) }
        }
    }
}

fn expected(page: &Page<'_>, exam: &Exam) -> Markup {
    html! {
        (marks::answer(&page.say, exam.value))
        @if let Some(value) = exam.presumptive { span.more { (page.text("lawbook-test-presumptive")) " " (marks::answer(&page.say, value)) } }
        @if let Some(value) = exam.enumerated { span.more { (page.text("lawbook-test-enumerated")) " " (marks::answer(&page.say, value)) } }
        @if let Some(gift) = &exam.gives { span.more { (page.text("lawbook-test-gives")) " " span.term { (gift) } } }
        @if let Some(from) = exam.from { span.more { (page.say("lawbook-test-version", &[("from", page.say.date(from).into())])) } }
    }
}

fn days_text(page: &Page<'_>, ((first, last), filing): Days) -> String {
    let filing = ("filing", page.say.date(filing).into());
    let act = ("act", page.say.date(first).into());
    if first == last {
        page.say("lawbook-test-day", &[act, filing])
    } else {
        page.say("lawbook-test-days", &[act, ("end", page.say.date(last).into()), filing])
    }
}

fn facts(page: &Page<'_>, all: &[(&str, &str)]) -> Markup {
    html! {
        @for (term, value) in all {
            span.one {
                span.what title=(term) { (page.say.fact(page.vocabulary, term)) }
                (if page.say.zh() { "：" } else { ": " })
                (given(page, term, value))
            } " "
        }
    }
}

/// The value of a fact, as a test writes it, in words.
fn given(page: &Page<'_>, term: &str, value: &str) -> Markup {
    let (value, disputed) = value.strip_suffix('?').map_or((value, false), |value| (value, true));
    let kind = page.vocabulary.get(term).map(|term| &term.kind);
    let said = match (kind, value) {
        (_, "unknown") => page.text("facts-unknown"),
        (Some(Kind::Truth | Kind::Judgement), "yes") => page.text("facts-yes"),
        (Some(Kind::Truth | Kind::Judgement), "no") => page.text("facts-no"),
        (Some(Kind::Count(_)), _) => count(value).map_or_else(|| value.to_owned(), |n| page.count(term, n)),
        (Some(Kind::Date), _) => value.parse().map_or_else(|_| value.to_owned(), |day| page.say.date(day)),
        (Some(Kind::Choice(_) | Kind::Set(_)), _) => {
            let words =
                value.trim_matches(['{', '}']).split(',').map(str::trim).filter(|word| !word.is_empty());
            page.say.list(&words.map(|word| page.say.choice(word)).collect::<Vec<_>>())
        }
        _ => value.to_owned(),
    };
    html! { b { (said) } @if disputed { " " (tag("line", &page.text("lawbook-test-disputed"))) } }
}

/// `5000`, `11500..12499`, `4000..`.
fn count(text: &str) -> Option<Count> {
    Some(match text.split_once("..") {
        None => Count::exactly(text.parse().ok()?),
        Some((low, "")) => Count::floor(low.parse().ok()?),
        Some((low, high)) => Count::between(low.parse().ok()?, high.parse().ok()?),
    })
}

/// Lines behind each other that ask one rule. The book keeps the facts of each line, not the base that the page
/// wrote once, so the base is what most of the lines have in common.
fn groups(exams: &[Exam]) -> Vec<Group<'_>> {
    let follows = |a: &Exam, b: &Exam| a.rule == b.rule && b.line == a.line + 1;
    let mut groups: Vec<Group<'_>> = Vec::new();
    for run in exams.chunk_by(follows) {
        let Some(first) = run.first() else { continue };
        let days = common(run.iter().map(|exam| (exam.act, exam.filing)));
        let group = Group { rule: &first.rule, base: base(run), days, lines: run.iter().collect() };
        match groups.last_mut() {
            Some(last) if last.rule == group.rule && last.base == group.base && last.days == group.days => {
                last.lines.extend(group.lines);
            }
            _ => groups.push(group),
        }
    }
    groups
}

fn base(run: &[Exam]) -> BTreeMap<&str, &str> {
    let mut values: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (term, value) in run.iter().flat_map(|exam| &exam.facts) {
        values.entry(term).or_default().push(value);
    }
    let shared = values.into_iter().filter(|(_, found)| 2 * found.len() > run.len() && found.len() > 1);
    shared.filter_map(|(term, found)| Some((term, common(found.into_iter())?))).collect()
}

/// What occurs most often, first come first where there are several; nothing where there is none.
fn common<T: PartialEq>(all: impl Iterator<Item = T>) -> Option<T> {
    let mut counted: Vec<(T, usize)> = Vec::new();
    for one in all {
        match counted.iter_mut().find(|(known, _)| *known == one) {
            Some((_, n)) => *n += 1,
            None => counted.push((one, 1)),
        }
    }
    counted.into_iter().rev().max_by_key(|(_, n)| *n).map(|(one, _)| one)
}
