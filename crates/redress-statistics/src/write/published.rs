//! The published series as a page: every figure with period, mark, sources; a chart where two figures can be compared.

use super::{frame, line, own, page};
use crate::{Point, Published, PublishedScope, PublishedValue, Series};
use maud::{Markup, html};
use redress_words::Words;

/// The page.
pub fn published_page(words: &Words, published: &Published) -> String {
    let heading = words.say("statistics-published-title", &[]);
    let body = html! {
        header.lead {
            h1 { (heading) }
            (about(words, published))
        }
        (sections(words, published))
    };
    page::whole(words, &heading, &body)
}

/// The same for a page that has a frame, a heading and a style of its own.
pub fn published_parts(words: &Words, published: &Published) -> String {
    html! { (about(words, published)) (sections(words, published)) }.into_string()
}

fn about(words: &Words, published: &Published) -> Markup {
    html! {
        p.quiet { (words.say("statistics-published-lead", &[])) }
        ul.notes { @for apart in &published.apart { li { (own(words, &apart.zh, &apart.en)) } } }
    }
}

fn sections(words: &Words, published: &Published) -> Markup {
    html! {
        @for scope in &published.scopes { (section(words, published, scope)) }
        section.card id="sources" {
            h2 { (words.say("statistics-sources", &[])) }
            ul.notes { @for source in &published.sources { li id={"source-" (source.id)} { b { (source.id) } " " (source.title) } } }
        }
    }
}

/// A series by scope and name.
pub(super) fn name(words: &Words, published: &Published, series: &Series) -> String {
    let scope = published.scope(&series.scope).map(|one| own(words, &one.zh, &one.en)).unwrap_or_default();
    let args = [("scope", scope.into()), ("series", own(words, &series.zh, &series.en).into())];
    words.say("statistics-series", &args)
}

/// A published figure; what is not known says so.
pub(super) fn value(words: &Words, value: PublishedValue) -> String {
    match value {
        PublishedValue::Known(n) => words.number(n),
        PublishedValue::Unknown(_) => words.say("statistics-not-known", &[]),
    }
}

fn section(words: &Words, published: &Published, scope: &PublishedScope) -> Markup {
    let series: Vec<&Series> = published.series.iter().filter(|one| one.scope == scope.id).collect();
    html! {
        section.card id=(scope.id) {
            h2 { (own(words, &scope.zh, &scope.en)) }
            @for one in &series { @if let Some(chart) = chart(words, published, one) { (chart) } }
            div.scroll tabindex="0" { table.tbl.wide {
                caption { (own(words, &scope.zh, &scope.en)) }
                thead { tr {
                    @for code in ["series", "period", "figure", "share", "change", "mark", "sources"] {
                        th scope="col" { (words.say(&format!("statistics-head-{code}"), &[])) }
                    }
                } }
                tbody { @for one in &series { @for point in &one.points { (row(words, published, one, point)) } } }
            } }
        }
    }
}

/// What is measured, with its unit.
pub(super) fn measure(words: &Words, series: &Series) -> String {
    let unit = words.say(&format!("statistics-unit-{}", series.unit.word()), &[]);
    let title = own(words, &series.zh, &series.en);
    words.say("statistics-titled", &[("title", title.into()), ("unit", unit.into())])
}

fn row(words: &Words, published: &Published, series: &Series, point: &Point) -> Markup {
    let broken = series.breaks.iter().find(|at| at.on == point.from);
    let share = published.share(series, point);
    html! {
        @if let Some(at) = broken {
            tr.break { td colspan="7" { (own(words, &at.zh, &at.en)) } }
        }
        tr {
            th scope="row" { (measure(words, series)) }
            td { (period(words, point)) }
            td { (figure(words, point)) }
            td { @if let Some(share) = share { (super::decimal(share, 100)) "%" } }
            td { @if let Some(change) = &point.change { (change) "%" } }
            td { @if point.value.known().is_some() { span class={"mark " (point.mark.word())} { (words.say(&format!("statistics-mark-of-{}", point.mark.word()), &[])) } } }
            td { @for key in &point.sources { a href={"#source-" (key)} { (key) } " " } }
        }
    }
}

/// A figure with its bound.
pub(super) fn figure(words: &Words, point: &Point) -> String {
    let shown = value(words, point.value);
    let code = match point.bound {
        crate::published::Bound::Exact => return shown,
        crate::published::Bound::AtLeast => "statistics-at-least",
        crate::published::Bound::MoreThan => "statistics-more-than",
    };
    words.say(code, &[("figure", shown.into())])
}

/// `2022`, or from when to when; a period that is said only roughly says so.
pub(super) fn period(words: &Words, point: &Point) -> String {
    let year = point.from.year();
    let whole =
        (point.from.month(), point.from.day()) == (1, 1) && (point.to.month(), point.to.day()) == (12, 31);
    let said = if whole && year == point.to.year() {
        words.say("statistics-year", &[("year", year.to_string().into()), ("part", 0u64.into())])
    } else {
        let month = |day: redress_base::Date| {
            let args = [("year", day.year().to_string().into()), ("part", i64::from(day.month()).into())];
            words.say("statistics-month", &args)
        };
        let args = [("from", month(point.from).into()), ("to", month(point.to).into())];
        words.say("statistics-months", &args)
    };
    if point.doubt { words.say("statistics-period-doubt", &[("period", said.into())]) } else { said }
}

/// A chart where two figures are known. Lines run only where [`Series::joined`] lets them.
fn chart(words: &Words, published: &Published, series: &Series) -> Option<Markup> {
    if series.points.iter().filter(|point| point.value.known().is_some()).count() < 2 {
        return None;
    }
    let mut before: Option<&Point> = None;
    let mut spots = Vec::new();
    for point in &series.points {
        let joined = before.is_some_and(|before| series.joined(before, point));
        let broken =
            series.breaks.iter().find(|at| at.on == point.from && before.is_some_and(|one| one.to < at.on));
        spots.push(line::Spot {
            label: period(words, point),
            value: point.value.known(),
            instead: "?".to_owned(),
            text: figure(words, point),
            joined,
            broken: broken.map(|at| own(words, &at.zh, &at.en).to_owned()),
        });
        before = Some(point);
    }
    let said = spots.iter().map(|spot| format!("{}: {}", spot.label, spot.text));
    let describe = said.collect::<Vec<_>>().join("; ");
    let title = name(words, published, series);
    let drawn = |wide: i64, end: &str| {
        let (tall, body) = line::draw(words, &spots, wide);
        let id = format!("chart-{}-{}{end}", series.scope, series.measure);
        let (title, describe) = (title.clone(), describe.clone());
        frame::framed(frame::Framed { id: &id, title, describe, wide, tall, about: None, alone: false, body })
    };
    Some(html! { figure {
        figcaption { (title) }
        div.desk { div.scroll tabindex="0" { (drawn(frame::WIDE, "")) } }
        div.phone { (drawn(frame::NARROW, "-phone")) }
    } })
}
