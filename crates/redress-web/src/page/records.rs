//! What is recorded beside the steps: notices, filings, decisions, marks, and what stood in the way of a time limit.

use super::fields::{articles, organ, strike};
use crate::call::Call;
use crate::shell::card;
use maud::{Markup, html};
use redress_base::Date;
use redress_case::{Decision, Filing, Marking, Notice, Obstacle, Recorded, State, notice_duties};
use redress_law::{Body, Book};
use redress_words::safe_text;
use schemars::JsonSchema;
use serde::Serialize;

/// The kinds, by the words of their addresses.
pub(crate) const KINDS: [&str; 5] = ["notice", "filing", "decision", "mark", "obstacle"];

/// Something recorded, with its entry.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Record<'l, T> {
    /// Number of the entry.
    pub(crate) entry: u64,
    /// Who made it.
    pub(crate) by: &'l str,
    /// What was recorded.
    pub(crate) of: &'l T,
}

/// All of it that stands and that this visitor may see.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Records<'l> {
    /// Notices that were served.
    notices: Vec<Record<'l, Notice>>,
    /// Papers that were handed in.
    filings: Vec<Record<'l, Filing>>,
    /// Decisions that a person took.
    decisions: Vec<Record<'l, Decision>>,
    /// Marks set or taken away.
    marks: Vec<Record<'l, Marking>>,
    /// What stood in the way of a time limit.
    obstacles: Vec<Record<'l, Obstacle>>,
}

/// Those of one kind, in the order in which they were entered.
#[derive(Serialize, JsonSchema)]
#[serde(tag = "kind", content = "records", rename_all = "kebab-case")]
pub(crate) enum OfKind<'l> {
    /// Notices that were served.
    Notice(Vec<Record<'l, Notice>>),
    /// Papers that were handed in.
    Filing(Vec<Record<'l, Filing>>),
    /// Decisions that a person took.
    Decision(Vec<Record<'l, Decision>>),
    /// Marks set or taken away.
    Mark(Vec<Record<'l, Marking>>),
    /// What stood in the way of a time limit.
    Obstacle(Vec<Record<'l, Obstacle>>),
}

/// A notice or a filing is seen by the person's side and by the body that it is of (docs/rights.md).
fn seen_by(side: Option<Body>, of: Body) -> bool {
    side.is_none_or(|side| side == Body::Person || side == of)
}

fn standing<T>(list: &[Recorded<T>], sees: impl Fn(&T) -> bool) -> Vec<Record<'_, T>> {
    let standing = list.iter().filter(|one| one.struck.is_none() && sees(&one.of));
    standing.map(|one| Record { entry: one.seq, by: &one.by, of: &one.of }).collect()
}

impl<'l> Records<'l> {
    /// What stands, as that side sees it.
    pub(crate) fn of(state: &'l State, side: Option<Body>) -> Records<'l> {
        Records {
            notices: standing(&state.notices, |one| seen_by(side, one.by.kind)),
            filings: standing(&state.filings, |one| seen_by(side, one.to.kind)),
            decisions: standing(&state.decisions, |_| true),
            marks: standing(&state.markings, |_| true),
            obstacles: standing(&state.obstacles, |_| true),
        }
    }

    /// Those of one kind; nothing for a word that names none.
    pub(crate) fn of_kind(self, kind: &str) -> Option<OfKind<'l>> {
        Some(match kind {
            "notice" => OfKind::Notice(self.notices),
            "filing" => OfKind::Filing(self.filings),
            "decision" => OfKind::Decision(self.decisions),
            "mark" => OfKind::Mark(self.marks),
            "obstacle" => OfKind::Obstacle(self.obstacles),
            _ => return None,
        })
    }

    fn count(&self, kind: &str) -> usize {
        match kind {
            "notice" => self.notices.len(),
            "filing" => self.filings.len(),
            "decision" => self.decisions.len(),
            "mark" => self.marks.len(),
            _ => self.obstacles.len(),
        }
    }

    /// One row for each of that kind, the last first.
    pub(crate) fn rows(&self, call: &Call<'_>, kind: &str) -> Vec<Markup> {
        let mut rows: Vec<Markup> = match kind {
            "notice" => self.notices.iter().map(|one| notice(call, one)).collect(),
            "filing" => self.filings.iter().map(|one| filing(call, one)).collect(),
            "decision" => self.decisions.iter().map(|one| decision(call, one)).collect(),
            "mark" => self.marks.iter().map(|one| mark(call, one)).collect(),
            _ => self.obstacles.iter().map(|one| obstacle(call, one)).collect(),
        };
        rows.reverse();
        rows
    }
}

/// How many there are of each kind, and where one more is recorded.
pub(crate) fn overview(call: &Call<'_>, records: &Records<'_>) -> Markup {
    card(
        "records",
        &call.text("web-records"),
        &html! {
            p.muted { (call.text("web-records-lead")) }
            ul.lines { @for kind in KINDS { li {
                div { h3 { a href=(call.at(&format!("record/{kind}"))) { (call.text(&format!("web-record-{kind}"))) } } p.small.muted { (call.text(&format!("web-record-{kind}-what"))) } }
                span.tag { (call.say("web-records-count", &[("count", records.count(kind).into())])) }
            } } }
        },
    )
}

/// One entry: a heading, the day, what else was said, and how it is struck.
fn row<T>(call: &Call<'_>, record: &Record<'_, T>, title: &str, on: Option<Date>, more: &Markup) -> Markup {
    html! {
        article.fact id={"e-" (record.entry)} {
            h3 { (title) }
            p.small.muted { @if let Some(on) = on { (call.words.date(on)) " · " } (call.words.author(record.by)) " · #" (record.entry) }
            (more)
            (strike(call, record.entry))
        }
    }
}

fn exhibit(call: &Call<'_>, item: redress_base::ItemId) -> Markup {
    html! { a.ev href={(call.at("evidence")) "#" (item)} { (item) } " " }
}

fn notice(call: &Call<'_>, record: &Record<'_, Notice>) -> Markup {
    let of = record.of;
    let duty = notice_duties(Book::standard()).find(|duty| duty.id == of.duty);
    let title = duty.map_or(of.duty.as_str(), |duty| call.label(&duty.label)).to_owned();
    row(
        call,
        record,
        &title,
        Some(of.on),
        &html! {
            p { (organ(call, &of.by)) " → " (of.to) " · " (call.text(&format!("case-served-{}", of.service.word()))) }
            p.small { @match of.proof { Some(item) => (exhibit(call, item)), None => (call.text("web-notice-unproven")) } }
        },
    )
}

fn filing(call: &Call<'_>, record: &Record<'_, Filing>) -> Markup {
    let of = record.of;
    let known = redress_forms::find(&of.paper).and_then(|form| form.text().ok());
    let title =
        known.map_or_else(|| safe_text(&of.paper), |text| super::papers::pick(call, &text.title).to_owned());
    row(
        call,
        record,
        &title,
        Some(of.on),
        &html! {
            p { "→ " (organ(call, &of.to)) @if let Some(receipt) = &of.receipt { " · " (safe_text(receipt)) } @if let Some(track) = &of.track { " · " span.mono { (safe_text(track)) } } }
            p.small { @for item in &of.items { (exhibit(call, *item)) } }
        },
    )
}

fn decision(call: &Call<'_>, record: &Record<'_, Decision>) -> Markup {
    let of = record.of;
    row(
        call,
        record,
        &safe_text(&of.question),
        None,
        &html! {
            p { (safe_text(&of.answer)) }
            p.muted { (safe_text(&of.reason)) }
            p.small { @for item in &of.items { (exhibit(call, *item)) } }
        },
    )
}

fn mark(call: &Call<'_>, record: &Record<'_, Marking>) -> Markup {
    let of = record.of;
    let set = call.text(if of.set { "case-mark-set" } else { "case-mark-off" });
    let title = format!("{} · {set}", call.text(&format!("case-mark-{}", of.mark.word())));
    row(
        call,
        record,
        &title,
        Some(of.on),
        &html! {
            p { (organ(call, &of.by)) @if let Some(number) = &of.number { " · " (safe_text(number)) } }
        },
    )
}

fn obstacle(call: &Call<'_>, record: &Record<'_, Obstacle>) -> Markup {
    let of = record.of;
    let all = &Book::standard().ir().provisions;
    let limit = all.iter().flat_map(|page| &page.deadlines).find(|one| one.id == of.limit);
    let title = limit.map_or(of.limit.as_str(), |one| call.label(&one.label)).to_owned();
    row(
        call,
        record,
        &title,
        Some(of.from),
        &html! {
            p { (safe_text(&of.reason)) @if let Some(to) = of.to { " → " (call.words.date(to)) } }
            p.cite { (articles(call, std::iter::once(&of.cite))) }
            p.small { @if let Some(item) = of.proof { (exhibit(call, item)) } }
        },
    )
}
