//! One case at a glance: the nearest date, what there is, what it shows, what is missing, what can be done.

use super::cases::Next;
use super::naming::Naming;
use crate::call::Call;
use crate::loaded::Loaded;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_analysis::{Pace, Timeline};
use redress_base::{Arg, Date, Value};
use redress_calendar::{Item, State};
use redress_case::{CaseResult, Entry, Kept, OutcomeRow, ProtectedRow, Role, What, WouldRun};
use redress_facts::{Scope, Source, Vocabulary};
use redress_law::Body;
use redress_remedies::Route;
use redress_rights::{NOT_GIVEN, NOT_OWN};
use redress_words::Language;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// Answers on the overview (design language §5: at most eight).
const ANSWERS: usize = 8;
/// Of these, so many stand open.
const ANSWERS_OPEN: usize = 4;
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
    /// Limits that would run from the days of the posts of statements that nobody has taken up.
    would_run: Vec<WouldRun>,
    /// Facts that count for nothing while no exhibit shows them, by the number of their entry.
    without_exhibit: Vec<u64>,
    /// Posts by which statements were taken up and which are in no file that counts.
    lost: Vec<&'r str>,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let (result, own) = (&*loaded.result, Own::of(call)?);
    super::value(&Overview {
        cover: &result.cover,
        kept: &result.kept,
        protected: &result.protected,
        routes: &result.routes,
        nearest: own.nearest(),
        would_run: if own.would_run() { super::would_run::list(&loaded) } else { Vec::new() },
        without_exhibit: super::bare::list(&loaded.state, &Vocabulary::standard())
            .map(|one| one.seq)
            .collect(),
        lost: super::aside::lost(&loaded).into_keys().collect(),
    })
}

/// Shows the overview.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let result = &*loaded.result;
    if result.kept.items.is_empty() {
        let body = html! { (empty(call)) (super::rename::form(call, &loaded.state.cover)) };
        return Ok(Reply::Page(Leaf::new(call.text("web-overview"), None, body)));
    }
    let body = html! {
        @match loaded.state.handed_over() {
            Some(_) => (gone(call)),
            None => div.wide { (next(call, &loaded, &Own::of(call)?)) (today(call)) },
        }
        (super::aside::told(call, &loaded))
        (figures(call, &loaded))
        div.wide {
            div.stack { (answers(call, &loaded)) (super::floors::table(call, &loaded)) (days(call, result)) }
            div.stack { @if loaded.state.handed_over().is_none() { (to_do(call, &loaded)) } (routes(call, result)) }
        }
        @if loaded.state.handed_over().is_none() { (super::rename::form(call, &loaded.state.cover)) }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-overview"), Some(call.text("web-overview-lead")), body)))
}

/// A case that goes on elsewhere is read here, and nothing in it is to be done next.
fn gone(call: &Call<'_>) -> Markup {
    html! { section.card.next #gone aria-labelledby="h-gone" {
        header { h2 #h-gone { (call.text("web-read-only")) } }
        p { (call.text("web-read-only-what")) }
        div.row { a.btn.main href=(call.at("hand-over")) { (call.text("web-read-only-sheet")) } a.btn.plain href=(call.at("history")) { (call.text("web-nav-history")) } }
    } }
}

/// Stopping is as easy as going on, and so is leaving the reading to somebody else.
fn today(call: &Call<'_>) -> Markup {
    card(
        "today",
        &call.text("web-today"),
        &html! {
            p.muted { (call.text("web-today-what")) }
            div.row {
                form method="post" action=(call.at("stop")) { (token(call)) input type="hidden" name="page" value=(call.at("")); button.btn { (call.text("web-today-stop")) } }
                a.btn.plain href="/settings#reader" { (call.text("web-today-reader")) }
            }
        },
    )
}

/// What an empty case says: what comes here and the one way to fill it.
fn empty(call: &Call<'_>) -> Markup {
    html! { section.card.next { h2 { (call.text("web-empty")) } p { (call.text("web-empty-how")) } div.row { a.btn.main href=(call.at("evidence")) { (call.text("web-add")) } } } }
}

/// The dates that bind the person: those that are over and were not kept, then those ahead, the nearest first.
#[derive(Default)]
struct Own {
    over: Vec<Item>,
    ahead: Vec<Item>,
    /// The dates of the case are not shown to this visitor.
    unseen: bool,
    /// Whose dates they are: those of the body for which the visitor works, or the person's.
    side: Option<Body>,
}

impl Own {
    /// Nothing where this visitor may not see the dates of the case, and says so.
    fn of(call: &Call<'_>) -> Result<Own, Wrong> {
        let side = call.side()?.filter(|side| *side != Body::Person);
        let agenda = match super::procedure::dates(call) {
            Ok((agenda, _)) => agenda,
            Err(Wrong::Refused(refusal)) if [NOT_GIVEN, NOT_OWN].contains(&refusal.finding.code.as_str()) => {
                return Ok(Own { unseen: true, side, ..Own::default() });
            }
            Err(wrong) => return Err(wrong),
        };
        let who = side.unwrap_or(Body::Person);
        let own = agenda.items.into_iter().filter(|item| item.who == who && item.day.is_some());
        let mut found = Own { side, ..Own::default() };
        for item in own {
            match item.state {
                State::Missed | State::StrictOver => found.over.push(item),
                State::Upcoming | State::DueToday => found.ahead.push(item),
                _ => {}
            }
        }
        found.over.sort_by_key(|item| item.day);
        found.ahead.sort_by_key(|item| item.day);
        Ok(found)
    }

    /// Whether the limits that would run are this visitor's: they bind the person.
    fn would_run(&self) -> bool {
        self.side.is_none() && !self.unseen
    }

    fn nearest(&self) -> Option<Date> {
        self.ahead.first().and_then(|item| item.day)
    }
}

/// The next date of a case: the same on its overview and in the list of cases.
///
/// # Errors
/// Whatever reading the case refuses.
pub(crate) fn next_date(call: &Call<'_>) -> Result<Next, Wrong> {
    let own = Own::of(call)?;
    Ok(if own.unseen { Next::Unseen } else { Next::Is(own.ahead.into_iter().next().map(Box::new)) })
}

fn next(call: &Call<'_>, loaded: &Loaded, own: &Own) -> Markup {
    let result = &*loaded.result;
    // Nothing is taken up, and no step of the person's own has a date: the way in is the next step.
    let begins = own.ahead.is_empty() && !super::would_run::taken_up(loaded) && own.would_run();
    let none = match (own.unseen, own.side) {
        (true, _) => "web-next-unseen",
        (false, Some(_)) => "web-next-none-body",
        (false, None) => "web-next-none",
    };
    html! {
        section.card.next {
            header { h2 { (call.text("web-next")) } @if own.ahead.len() > 1 { span.aside { (call.say("web-next-others", &[("count", (own.ahead.len() - 1).into())])) " " a href=(call.at("procedure")) { (call.text("web-nav-procedure")) } } } }
            @match own.ahead.first() {
                Some(item) => { (date(call, result, item)) (super::effort::of_date(call)) },
                None if begins => (super::would_run::begin(call, loaded)),
                None => p { (call.text(none)) },
            }
            @if own.would_run() { (super::would_run::told(call, loaded)) }
            @if !own.over.is_empty() { details {
                summary { (call.say("web-next-over", &[("count", own.over.len().into())])) }
                p.small.muted { (call.text("web-next-over-what")) }
                ul { @for item in &own.over { li { b { (item.day.map(|day| call.words.date(day)).unwrap_or_default()) } " " (call.label(&item.title)) @if item.tentative { " · " (call.text("web-due-tentative")) } } } }
            } }
            @if !begins { div.row {
                a.btn.main href=(call.at("routes")) { (call.text("web-nav-routes")) }
                a.btn.plain href=(call.at("procedure")) { (call.text(if own.ahead.is_empty() { "web-nav-procedure" } else { "web-next-why" })) }
            } }
        }
    }
}

fn date(call: &Call<'_>, result: &CaseResult, item: &Item) -> Markup {
    let left = item.day.and_then(|day| result.today.until(day).ok());
    html! {
        p.when {
            b { (item.day.map(|day| call.words.date(day)).unwrap_or_default()) }
            @if let Some(day) = item.day { " " (call.text(&format!("web-weekday-{}", day.weekday().to_monday_one_offset()))) }
            @if let Some(left) = left { " " span.muted { (call.say("report-days-left", &[("days", i64::from(left.get_days()).into())])) } }
        }
        p { (called(call, item)) }
    }
}

/// What a date is called, and that it may not run.
pub(crate) fn called(call: &Call<'_>, item: &Item) -> Markup {
    html! { (call.label(&item.title)) @if item.tentative { " · " span.muted { (call.text("web-due-tentative")) } } }
}

/// The name of a fact in the reader's language.
pub(crate) fn term(call: &Call<'_>, vocabulary: &Vocabulary, id: &str) -> String {
    let zh = call.words.language() == Language::ZhHans;
    vocabulary
        .get(id)
        .map_or_else(|| id.to_owned(), |term| if zh { term.zh.clone() } else { term.en.clone() })
}

/// The day on which the last material was sealed: what came after it is in no figure.
fn up_to(loaded: &Loaded) -> Option<Date> {
    let sealed = |entry: &&Entry| matches!(entry.what, What::Sealed { role: Role::Material, .. });
    loaded.ledger.entries.iter().rfind(sealed)?.at.at.beijing_date()
}

fn figures(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let result = &*loaded.result;
    let totals = &result.kept.totals;
    let figures = [
        ("items", result.kept.brought(), "evidence"),
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
        (super::posts::counted(call, loaded))
        @if let Some(day) = up_to(loaded) { p.small.muted #up-to { (call.say("web-material-up-to", &[("day", call.words.date(day).into())])) } }
    }
}

fn answers(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let result = &*loaded.result;
    let names = Naming::of(call, loaded);
    let aside = result.protected.iter().filter(|row| row.set_aside).count();
    // Unknown never looks like no (指导意见 10, in force 2023-09-20): what is not settled is said before what was not found.
    let unsettled = |row: &&ProtectedRow| !row.set_aside && [row.report, row.criticism] != [Value::FF; 2];
    let open = result.protected.iter().filter(unsettled).count();
    let none = result.protected.is_empty();
    let heads: Vec<&OutcomeRow> = result.outcomes.iter().filter(|row| row.headline).collect();
    card(
        "answers",
        &call.text("web-answers"),
        &html! {
            p.aside { (call.text("report-on-the-material")) }
            div.gate { p { b { (call.text("web-gate")) } } p {
                @if none { (call.text("web-gate-nothing")) } @else if open > 0 { (call.say("web-gate-open", &[("count", open.into())])) }
                @if !none && (aside > 0 || open == 0) { " " (call.say("web-gate-aside", &[("count", aside.into())])) }
                " " a href={(call.at("law")) "#protected"} { (call.text("web-gate-see")) }
            } }
            @if heads.is_empty() { p { (call.text("web-answers-none")) } }
            @let line = |row: &OutcomeRow| html! { li {
                div {
                    h3 { (call.label(&row.outcome.label)) }
                    p.muted { (about(call, &names, &row.scope)) }
                }
                (redress_report::chip(call.words, row.outcome.value))
            } };
            ul.lines { @for row in heads.iter().take(ANSWERS_OPEN) { (line(row)) } }
            @let more = heads.len().min(ANSWERS).saturating_sub(ANSWERS_OPEN);
            @if more > 0 { details.fold {
                summary { (call.say("web-to-do-more", &[("count", more.into())])) }
                ul.lines { @for row in heads.iter().take(ANSWERS).skip(ANSWERS_OPEN) { (line(row)) } }
            } }
            @if !heads.is_empty() { p { a href=(call.at("law")) { (call.say("web-answers-all", &[("count", heads.len().into())])) } } }
        },
    )
}

/// What something is about, by the name under which it is listed.
pub(crate) fn about(call: &Call<'_>, names: &Naming<'_>, scope: &Scope) -> String {
    match scope {
        Scope::Case => call.text("report-scope-case"),
        Scope::Statement(id) => names.name(call, id),
    }
}

fn days(call: &Call<'_>, result: &CaseResult) -> Markup {
    html! {
        @if let Some(line) = result.timelines.get("case") {
            (card("days", &days_title(call, line), &html! { (redress_report::timeline(call.words, line)) p { a href=(call.at("spread")) { (call.text("web-nav-spread")) } } }))
        }
    }
}

/// The heading names the step in which the bars count: hours, days, weeks or months.
fn days_title(call: &Call<'_>, line: &Timeline) -> String {
    match Pace::of(line) {
        Some(pace) => call.say("web-days", &[("step", pace.step().word().into())]),
        None => call.text("web-days-over-time"),
    }
}

/// What would change an answer, what may vanish first.
fn to_do(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let vocabulary = Vocabulary::standard();
    let result = &*loaded.result;
    let names = Naming::of(call, loaded);
    let mut wanted: Vec<(bool, String, &Scope, Source)> = Vec::new();
    for row in result.missing.iter().filter(|row| row.completions.family == redress_law::Family::Gap) {
        let Some(set) = row.completions.sets.first() else { continue };
        for need in set {
            let perishable = vocabulary.get(&need.term).is_some_and(|term| term.perishable);
            if !wanted.iter().any(|(_, id, scope, _)| *id == need.term && **scope == row.scope) {
                wanted.push((!perishable, need.term.clone(), &row.scope, need.source));
            }
        }
    }
    wanted.sort_by_key(|(keeps, ..)| *keeps);
    if let Some((id, scope)) = super::which_fact::limitation(loaded)
        && !wanted.iter().any(|(_, known, about, _)| known == id && *about == scope)
    {
        // Among what is shown at once: a limit that passes unseen cannot be brought back (民法典 188, in force 2021-01-01).
        let source = vocabulary.get(id).map_or(Source::OwnPapers, |term| term.source);
        wanted.insert(wanted.len().min(TO_DO - 1), (true, id.to_owned(), scope, source));
    }
    card(
        "to-do",
        &call.text("web-to-do"),
        &html! {
            @let bare = super::bare::told(call, loaded, &names);
            @if let Some(bare) = &bare { (bare) }
            @if wanted.is_empty() && bare.is_none() { p { (call.text("report-missing-none")) } }
            ul.todo { @for (keeps, id, scope, source) in wanted.iter().take(TO_DO) {
                li {
                    a href=(super::which_fact::link_about(call, id, scope)) { (term(call, &vocabulary, id)) }
                    p.small.muted { (about(call, &names, scope)) @if !keeps { " " span.tag.perishable { (call.text("web-perishable")) } } }
                    (super::effort::of_fact(call, *source))
                }
            } }
            @if !wanted.is_empty() { p.small.faint { (call.text("web-minutes-rough")) } }
            @if wanted.len() > TO_DO { p { a href={(call.at("law")) "#missing"} { (call.say("web-to-do-more", &[("count", (wanted.len() - TO_DO).into())])) } } }
        },
    )
}

/// The first reason from which the state of a route follows, in one line.
fn why(call: &Call<'_>, route: &Route) -> Option<String> {
    let reason = route.reasons.iter().find(|reason| reason.decisive).or_else(|| route.reasons.first())?;
    let args: Vec<(&str, Arg)> =
        reason.args.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    Some(call.say(&reason.code, &args))
}

fn routes(call: &Call<'_>, result: &CaseResult) -> Markup {
    card(
        "ways",
        &call.text("web-nav-routes"),
        &html! {
            p.small.muted { (call.text(redress_remedies::NO_CHOICE)) }
            ul.lines.side { @for route in &result.routes {
                li { div {
                    a href={(call.at("routes")) "#route-" (route.id)} { (call.text(route.id.code())) }
                    @if let Some(why) = why(call, route) { p.small.muted { (why) } }
                } (redress_report::state(call.words, route.state)) }
            } }
        },
    )
}
