//! One case at a glance: the nearest date, what there is, what it shows, what is missing, what can be done.

use crate::call::Call;
use crate::loaded::Loaded;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::card;
use maud::{Markup, html};
use redress_base::Date;
use redress_case::{CaseResult, Kept, OutcomeRow, ProtectedRow};
use redress_facts::{Scope, Vocabulary};
use redress_remedies::{Deadline, Route};
use redress_words::Language;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// Answers on the overview (design language §5: at most eight).
const ANSWERS: usize = 8;
/// Things to do on the overview.
const TO_DO: usize = 4;

/// The overview as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Overview) };

/// One case at a glance.
#[derive(Serialize, JsonSchema)]
struct Overview<'r> {
    /// Cover name.
    cover: &'r str,
    /// What is kept.
    kept: &'r Kept,
    /// Protected speech, checked first (Guiding Opinions art 10, 2023-09-20).
    protected: &'r [ProtectedRow],
    /// The routes, in fixed order.
    routes: &'r [Route],
    /// The nearest date that binds the person.
    #[schemars(with = "Option<String>")]
    nearest: Option<Date>,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let result = &*loaded.result;
    super::value(&Overview {
        cover: &result.cover,
        kept: &result.kept,
        protected: &result.protected,
        routes: &result.routes,
        nearest: dates(result).first().and_then(|(_, one)| one.due),
    })
}

/// Shows the overview.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let result = &*loaded.result;
    if result.kept.items.is_empty() {
        return Ok(Reply::Page(Leaf::new(call.text("web-overview"), None, empty(call))));
    }
    let body = html! {
        div.wide {
            (next(call, result))
            (card("today", &call.text("web-today"), &html! { p.muted { (call.text("web-today-what")) } }))
        }
        (figures(call, result))
        div.wide {
            div.stack { (answers(call, result)) (days(call, result)) }
            div.stack { (to_do(call, &loaded)) (routes(call, result)) }
        }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-overview"), Some(call.text("web-overview-lead")), body)))
}

/// What an empty case says: what comes here and the one way to fill it.
fn empty(call: &Call<'_>) -> Markup {
    html! { section.card.next { h2 { (call.text("web-empty")) } p { (call.text("web-empty-how")) } div.row { a.btn.main href=(call.at("evidence")) { (call.text("web-add")) } } } }
}

/// The dates ahead that bind the person, the nearest first; the same date of several routes once.
fn dates(result: &CaseResult) -> Vec<(&Route, &Deadline)> {
    let mut all: Vec<(&Route, &Deadline)> = Vec::new();
    for route in &result.routes {
        for one in &route.deadlines {
            let open =
                one.passed == Some(false) && one.kept.is_none() && !one.for_authority && one.due.is_some();
            if open && !all.iter().any(|(_, known)| known.due == one.due && known.code == one.code) {
                all.push((route, one));
            }
        }
    }
    all.sort_by_key(|(_, one)| one.due);
    all
}

fn next(call: &Call<'_>, result: &CaseResult) -> Markup {
    let dates = dates(result);
    let Some((route, one)) = dates.first() else {
        return html! { section.card.next { h2 { (call.text("web-next")) } p { (call.text("web-next-none")) } } };
    };
    let (Some(due), vocabulary) = (one.due, Vocabulary::standard()) else { return html! {} };
    let left = result.today.until(due).map_or(0, |span| i64::from(span.get_days()));
    let term = one.from_term.as_deref().map(|id| term(call, &vocabulary, id)).unwrap_or_default();
    html! {
        section.card.next {
            header { h2 { (call.text("web-next")) } @if dates.len() > 1 { span.aside { (call.say("web-next-others", &[("count", (dates.len() - 1).into())])) " " a href=(call.at("procedure")) { (call.text("web-nav-procedure")) } } } }
            p.when { b { (call.words.date(due)) } " " span.muted { (call.say("report-days-left", &[("days", left.into())])) } }
            p { (call.text(&one.code)) }
            p.muted {
                @if let Some(from) = one.from { (call.say("report-deadline-from", &[("from", call.words.date(from).into()), ("term", term.into())])) }
            }
            div.row {
                a.btn.main href={(call.at("routes")) "#route-" (route.id)} { (call.text(route.id.code())) }
                a.btn.plain href=(call.at("procedure")) { (call.text("web-next-why")) }
            }
        }
    }
}

/// The name of a fact in the reader's language.
pub(crate) fn term(call: &Call<'_>, vocabulary: &Vocabulary, id: &str) -> String {
    let zh = call.words.language() == Language::ZhHans;
    vocabulary
        .get(id)
        .map_or_else(|| id.to_owned(), |term| if zh { term.zh.clone() } else { term.en.clone() })
}

fn figures(call: &Call<'_>, result: &CaseResult) -> Markup {
    let totals = &result.kept.totals;
    let figures = [
        ("items", totals.items, "evidence"),
        ("posts", totals.posts, "posts"),
        ("accounts", totals.accounts, "people"),
        ("undated", totals.undated, "posts?undated=1"),
    ];
    html! {
        dl.figs.four aria-label=(call.text("web-figures")) {
            @for (name, count, page) in figures {
                div.fig { dt { (call.text(&format!("report-kept-{name}"))) } dd { a href=(call.at(page)) { (call.words.number(count)) } } }
            }
        }
    }
}

fn answers(call: &Call<'_>, result: &CaseResult) -> Markup {
    let names = redress_report::names(result, call.words);
    let aside = result.protected.iter().filter(|row| row.set_aside).count();
    let heads: Vec<&OutcomeRow> = result.outcomes.iter().filter(|row| row.headline).collect();
    card(
        "answers",
        &call.text("web-answers"),
        &html! {
            p.aside { (call.text("report-on-the-material")) }
            div.gate { p { b { (call.text("web-gate")) } } p {
                (call.say("web-gate-aside", &[("count", aside.into())])) " " a href={(call.at("law")) "#protected"} { (call.text("web-gate-see")) }
            } }
            @if heads.is_empty() { p { (call.text("web-answers-none")) } }
            ul.lines { @for row in heads.iter().take(ANSWERS) {
                li {
                    div {
                        h3 { (call.label(&row.outcome.label)) }
                        p.muted { (about(call, &names, &row.scope)) }
                    }
                    (redress_report::chip(call.words, row.outcome.value))
                }
            } }
            @if !heads.is_empty() { p { a href=(call.at("law")) { (call.say("web-answers-all", &[("count", heads.len().into())])) } } }
        },
    )
}

/// What something is about, by the name under which it is listed.
pub(crate) fn about(
    call: &Call<'_>,
    names: &std::collections::BTreeMap<&str, String>,
    scope: &Scope,
) -> String {
    match scope {
        Scope::Case => call.text("report-scope-case"),
        Scope::Statement(id) => names.get(id.as_str()).cloned().unwrap_or_else(|| id.clone()),
    }
}

fn days(call: &Call<'_>, result: &CaseResult) -> Markup {
    html! {
        @if let Some(line) = result.timelines.get("case") {
            (card("days", &call.text("web-days"), &html! { (redress_report::timeline(call.words, line)) p { a href=(call.at("spread")) { (call.text("web-nav-spread")) } } }))
        }
    }
}

/// What would change an answer, what may vanish first.
fn to_do(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let vocabulary = Vocabulary::standard();
    let result = &*loaded.result;
    let names = redress_report::names(result, call.words);
    let mut wanted: Vec<(bool, String, &Scope)> = Vec::new();
    for row in result.missing.iter().filter(|row| row.completions.family == redress_law::Family::Gap) {
        let Some(set) = row.completions.sets.first() else { continue };
        for need in set {
            let perishable = vocabulary.get(&need.term).is_some_and(|term| term.perishable);
            if !wanted.iter().any(|(_, id, scope)| *id == need.term && **scope == row.scope) {
                wanted.push((!perishable, need.term.clone(), &row.scope));
            }
        }
    }
    wanted.sort_by_key(|(keeps, ..)| *keeps);
    card(
        "to-do",
        &call.text("web-to-do"),
        &html! {
            @if wanted.is_empty() { p { (call.text("report-missing-none")) } }
            ul.todo { @for (keeps, id, scope) in wanted.iter().take(TO_DO) {
                li {
                    a href={(call.at("facts")) "?term=" (id)} { (term(call, &vocabulary, id)) }
                    p.small.muted { (about(call, &names, scope)) @if !keeps { " " span.tag.perishable { (call.text("web-perishable")) } } }
                }
            } }
            @if wanted.len() > TO_DO { p { a href={(call.at("law")) "#missing"} { (call.say("web-to-do-more", &[("count", (wanted.len() - TO_DO).into())])) } } }
        },
    )
}

fn routes(call: &Call<'_>, result: &CaseResult) -> Markup {
    card(
        "ways",
        &call.text("web-nav-routes"),
        &html! {
            p.small.muted { (call.text(redress_remedies::NO_CHOICE)) }
            ul.lines.side { @for route in &result.routes {
                li { a href={(call.at("routes")) "#route-" (route.id)} { (call.text(route.id.code())) } (redress_report::state(call.words, route.state)) }
            } }
        },
    )
}
