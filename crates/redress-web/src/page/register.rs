//! The register: every case that the asker may see, found by words, marks, where a procedure stands, and the next date.

use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_base::{Date, Finding, Refusal};
use redress_case::Mark;
use redress_procedure::Procedures;
use redress_report::{Tally, bars, columns};
use redress_words::safe_text;
use redress_workbench::ports::CaseRow;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use std::collections::BTreeMap;

/// Cases of one page.
const CASES: usize = 50;
/// Months that are drawn.
const MONTHS: usize = 24;

/// The register as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Register) };

/// The cases for which everything holds that was asked.
#[derive(Serialize, JsonSchema)]
struct Register {
    /// How many there are.
    total: usize,
    /// Those of this page.
    cases: Vec<CaseRow>,
    /// How many stand where, by procedure and state; a case with several tracks is counted in each.
    standing: BTreeMap<String, BTreeMap<String, u64>>,
    /// How many were opened in which month of Beijing (`2026-03`); months without are left out.
    opened: BTreeMap<String, u64>,
    /// Cases that are left out of a question for a day, because their dates are not shown to whoever asks.
    due_unseen: usize,
    /// Cases that could not be read, and why: they are in no number here.
    unread: Vec<Finding>,
}

/// What is asked of the register.
pub(crate) struct Asked {
    words: String,
    mark: Option<String>,
    procedure: Option<String>,
    state: Option<String>,
    due_by: Option<Date>,
    order: String,
    skip: usize,
}

/// Reads the question.
///
/// # Errors
/// `Usage`, naming the field.
pub(crate) fn asked(call: &Call<'_>) -> Result<Asked, Refusal> {
    let unfit = |name: &str, typed: &str| crate::act::unfit(call, name, typed);
    let mark = call.asked("mark");
    if let Some(typed) = mark.filter(|typed| Mark::from_word(typed).is_none()) {
        return Err(unfit("mark", typed));
    }
    let due_by = match call.asked("due-by") {
        Some(typed) => Some(typed.parse().map_err(|_| unfit("due-by", typed))?),
        None => None,
    };
    let skip = match call.asked("skip") {
        Some(typed) => typed.parse().map_err(|_| unfit("skip", typed))?,
        None => 0,
    };
    let (procedure, state) = match call.asked("standing") {
        Some(typed) => match typed.split_once('=') {
            Some((procedure, state)) => (Some(procedure.to_owned()), Some(state.to_owned())),
            None => (Some(typed.to_owned()), None),
        },
        None => (None, None),
    };
    let known = procedure.as_ref().is_none_or(|id| {
        let one = Procedures::standard().get(id);
        one.is_some_and(|one| state.as_ref().is_none_or(|state| one.state(state).is_some()))
    });
    if !known {
        return Err(unfit("standing", call.asked("standing").unwrap_or_default()));
    }
    let order = match call.asked("order") {
        None => "last",
        Some(typed) if ORDERS.contains(&typed) => typed,
        Some(typed) => return Err(unfit("order", typed)),
    };
    let words = call.sought(call.query)?.unwrap_or_default();
    Ok(Asked {
        words,
        mark: mark.map(str::to_owned),
        procedure,
        state,
        due_by,
        order: order.to_owned(),
        skip,
    })
}

/// The orders, by their words.
const ORDERS: [&str; 4] = ["last", "due", "cover", "opened"];

fn fits(row: &CaseRow, asked: &Asked) -> bool {
    let stands = |procedure: &String| {
        row.states.iter().any(|(track, state)| {
            track.split('/').next() == Some(procedure)
                && asked.state.as_ref().is_none_or(|wanted| wanted == state)
        })
    };
    row.holds(&asked.words)
        && asked.mark.as_ref().is_none_or(|mark| row.marks.contains(mark))
        && asked.procedure.as_ref().is_none_or(stands)
}

/// What was found.
struct Found {
    cases: Vec<CaseRow>,
    /// Cases of which nobody can say whether they belong here, since their dates are not shown to whoever asks.
    due_unseen: usize,
    unread: Vec<Finding>,
}

fn found(call: &Call<'_>, asked: &Asked) -> Result<Found, Wrong> {
    let shelf = call.app.library.shelf(&call.session.visitor)?;
    let mut cases: Vec<CaseRow> = shelf.cases.into_iter().filter(|row| fits(row, asked)).collect();
    let mut due_unseen = 0;
    if let Some(day) = asked.due_by {
        due_unseen = cases.iter().filter(|row| row.due_unseen).count();
        cases.retain(|row| row.next_due.is_some_and(|due| due <= day));
    }
    match asked.order.as_str() {
        "due" => cases.sort_by_key(|row| (row.next_due.is_none(), row.next_due)),
        "cover" => cases.sort_by(|a, b| a.cover.cmp(&b.cover)),
        "opened" => cases.sort_by_key(|row| row.opened.at.0),
        _ => cases.sort_by_key(|row| std::cmp::Reverse(row.last_at.at.0)),
    }
    Ok(Found { cases, due_unseen, unread: shelf.unread })
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let asked = asked(call)?;
    let Found { cases, due_unseen, unread } = found(call, &asked)?;
    let (total, standing, opened) = (cases.len(), standing(&cases), opened(&cases));
    let opened = opened.into_iter().map(|((year, month), count)| (format!("{year:04}-{month:02}"), count));
    let opened = opened.collect();
    let cases = cases.into_iter().skip(asked.skip).take(CASES).collect();
    super::value(&Register { total, cases, standing, opened, due_unseen, unread })
}

/// How many were opened in which month of Beijing, by year and month.
fn opened(cases: &[CaseRow]) -> BTreeMap<(i16, i8), u64> {
    let mut counted: BTreeMap<(i16, i8), u64> = BTreeMap::new();
    for day in cases.iter().filter_map(|row| row.opened.at.beijing_date()) {
        *counted.entry((day.year(), day.month())).or_default() += 1;
    }
    counted
}

/// The last months, those without cases too, and before them how many cases are older.
fn months(call: &Call<'_>, counted: &BTreeMap<(i16, i8), u64>) -> Vec<(String, u64)> {
    let Some(((year, month), _)) = counted.last_key_value() else { return Vec::new() };
    let (mut at, mut rows) = ((*year, *month), Vec::new());
    let first = counted.first_key_value().map(|(first, _)| *first);
    while rows.len() < MONTHS && first.is_some_and(|first| at >= first) {
        rows.push((format!("{:04}-{:02}", at.0, at.1), counted.get(&at).copied().unwrap_or(0)));
        at = if at.1 > 1 { (at.0, at.1 - 1) } else { (at.0.saturating_sub(1), 12) };
    }
    let older: u64 = counted.range(..=at).map(|(_, count)| count).sum();
    if older > 0 {
        rows.push((call.text("web-register-earlier"), older));
    }
    rows.reverse();
    rows
}

fn standing(cases: &[CaseRow]) -> BTreeMap<String, BTreeMap<String, u64>> {
    let mut counted: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
    for (track, state) in cases.iter().flat_map(|row| &row.states) {
        let procedure = track.split('/').next().unwrap_or(track);
        *counted.entry(procedure.to_owned()).or_default().entry(state.clone()).or_default() += 1;
    }
    counted
}

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let asked = asked(call)?;
    let Found { cases, due_unseen, unread } = found(call, &asked)?;
    let body = html! {
        @for finding in &unread {
            @let said = call.told(finding);
            div.card.refused { p { b { (said.sentence) } } @if let Some(advice) = said.advice { p { (advice) } } }
        }
        (filters(call, &asked))
        (card("cases", &call.text("web-register-cases"), &html! {
            p.muted { (call.say("web-register-count", &[("count", cases.len().into())])) " " (call.text("web-register-due-what")) }
            @if due_unseen > 0 { p.note #due-unseen role="note" { (call.say("web-register-due-left", &[("count", due_unseen.into())])) } }
            div.scroll tabindex="0" { table.tbl {
                thead { tr { @for head in ["cover", "standing", "marks", "numbers", "due", "last"] { th scope="col" { (call.text(&format!("web-register-{head}"))) } } } }
                tbody { @for row in cases.iter().skip(asked.skip).take(CASES) { (line(call, row)) } }
            } }
            (pager(call, &asked, cases.len()))
        }))
        (card("opened", &call.text("web-register-opened"), &when_opened(call, &opened(&cases))))
        (card("standing", &call.text("web-register-where"), &where_they_stand(call, &standing(&cases))))
        p { a.btn href="/statistics" { (call.text("web-nav-statistics")) } }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-register"), Some(call.text("web-register-lead")), body)))
}

/// The name of a procedure and of a state of it.
fn named(call: &Call<'_>, procedure: &str, state: &str) -> (String, String) {
    let known = Procedures::standard().get(procedure);
    let name = known.map_or_else(|| safe_text(procedure), |one| call.label(&one.label).to_owned());
    let stands = known.and_then(|one| one.state(state));
    (name, stands.map_or_else(|| safe_text(state), |one| call.label(&one.label).to_owned()))
}

fn line(call: &Call<'_>, row: &CaseRow) -> Markup {
    let last = row.last_at.at.beijing_date().map(|day| call.words.date(day)).unwrap_or_default();
    html! { tr {
        th scope="row" { a href={"/c/" (row.case_id)} { (safe_text(&row.cover)) } }
        td { @for (track, state) in &row.states { @let (procedure, number) = track.split_once('/').unwrap_or((track, "1")); @let (name, state) = named(call, procedure, state); div { (name) " " (safe_text(number)) ": " (state) } } }
        td { @if row.handed_over { span.tag { (call.text("web-read-only")) } " " } @for mark in &row.marks { span.tag { (call.text(&format!("case-mark-{mark}"))) } " " } }
        td { @for number in &row.numbers { div { (safe_text(number)) } } }
        // The day by which the register sorts and looks: an overview may know of more.
        td { @if row.due_unseen { span.small.muted { (call.text("web-register-due-unseen")) } } @else if let Some(day) = row.next_due { (call.words.date(day)) } }
        td { (last) }
    } }
}

fn filters(call: &Call<'_>, asked: &Asked) -> Markup {
    let chosen = match (&asked.procedure, &asked.state) {
        (Some(procedure), Some(state)) => format!("{procedure}={state}"),
        (Some(procedure), None) => procedure.clone(),
        _ => String::new(),
    };
    html! { section.card { form method="post" action="/register" { (token(call))
        div.find { label { span.vh { (call.text("web-field-q")) } input type="search" name="q" value=(asked.words) placeholder=(call.text("web-field-q")) maxlength="200"; } button.btn.main { (call.text("web-search")) } }
        div.filters {
            label { (call.text("web-field-state")) select name="standing" {
                option value="" { (call.text("web-any")) }
                @for one in Procedures::standard().iter() {
                    option value=(one.id) selected[one.id == chosen] { (call.label(&one.label)) }
                    @for state in &one.states { @let value = format!("{}={}", one.id, state.id); option value=(value) selected[value == chosen] { (call.label(&one.label)) ": " (call.label(&state.label)) } }
                }
            } }
            label { (call.text("web-field-mark")) select name="mark" {
                option value="" { (call.text("web-any")) }
                @for one in Mark::ALL { option value=(one.word()) selected[asked.mark.as_deref() == Some(one.word())] { (call.text(&format!("case-mark-{}", one.word()))) } }
            } }
            label { (call.text("web-field-due-by")) input type="date" name="due-by" value=[asked.due_by]; }
            label { (call.text("web-field-order")) select name="order" { @for word in ORDERS { option value=(word) selected[asked.order == word] { (call.text(&format!("web-register-by-{word}"))) } } } }
        }
    } } }
}

/// The same question, from another place on.
fn pager(call: &Call<'_>, asked: &Asked, total: usize) -> Markup {
    let mut question = form_urlencoded::Serializer::new(String::new());
    question.extend_pairs(call.query.iter().filter(|(name, _)| name != "skip"));
    let question = question.finish();
    let at = |skip: usize| format!("/register?{question}&skip={skip}");
    html! { nav.row aria-label=(call.text("web-pages")) {
        @if asked.skip > 0 { a.btn rel="prev" href=(at(asked.skip.saturating_sub(CASES))) { (call.text("web-page-before")) } }
        @if asked.skip.saturating_add(CASES) < total { a.btn rel="next" href=(at(asked.skip.saturating_add(CASES))) { (call.text("web-page-next")) } }
    } }
}

/// By the month in which they were opened: a chart with its table.
fn when_opened(call: &Call<'_>, counted: &BTreeMap<(i16, i8), u64>) -> Markup {
    let rows = months(call, counted);
    let total: u64 = counted.values().sum();
    let caption = call.say("web-register-opened-caption", &[("count", total.into())]);
    let heads = [call.text("web-register-month"), call.text("web-register-cases")];
    let tally = Tally { caption: &caption, heads: [&heads[0], &heads[1]], rows: &rows };
    html! {
        @if rows.is_empty() { p { (call.text("web-register-none")) } }
        (columns(call.words, &tally))
    }
}

/// Where they stand: a chart, and behind it the table that leads to the cases.
fn where_they_stand(call: &Call<'_>, counted: &BTreeMap<String, BTreeMap<String, u64>>) -> Markup {
    let all = counted.iter().flat_map(|(procedure, states)| states.iter().map(move |one| (procedure, one)));
    let rows: Vec<(String, u64)> = all
        .map(|(procedure, (state, count))| {
            let (name, label) = named(call, procedure, state);
            (call.say("web-register-stands", &[("procedure", name.into()), ("state", label.into())]), *count)
        })
        .collect();
    let caption = call.text("web-register-where-caption");
    let heads = [call.text("web-register-state"), call.text("web-register-cases")];
    let tally = Tally { caption: &caption, heads: [&heads[0], &heads[1]], rows: &rows };
    html! {
        (bars(call.words, &tally))
        @if counted.is_empty() { p { (call.text("web-register-nowhere")) } }
        @else { div.scroll tabindex="0" { table.tbl.narrow {
            thead { tr { th scope="col" { (call.text("web-register-procedure")) } th scope="col" { (call.text("web-register-state")) } th.r scope="col" { (call.text("web-register-cases")) } } }
            tbody { @for (procedure, states) in counted { @for (state, count) in states { @let (name, label) = named(call, procedure, state); tr {
                td { (name) } td { a href={"/register?standing=" (procedure) "%3D" (state)} { (label) } } td.r { (call.words.number(*count)) }
            } } } }
        } } }
    }
}
