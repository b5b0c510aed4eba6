//! A release as one self-contained page: each table with its caption, its chart, its notes and its sources.

use super::{chart, label, note, period, scope, shown, title};
use crate::{Beside, Cell, Head, Published, Release, Table};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use redress_words::Words;

/// A longer table is folded behind its chart.
const LONG: usize = 30;

/// Nothing is loaded and nothing runs.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The page.
pub fn page(words: &Words, release: &Release, published: &Published) -> String {
    let heading = words.say("statistics-title", &[]);
    let body = html! {
        header.lead {
            h1 { (heading) }
            (about(words, release, published))
        }
        (sections(words, release, published))
    };
    whole(words, &heading, &body)
}

/// The same for a page that has a frame, a heading and a style of its own.
pub fn parts(words: &Words, release: &Release, published: &Published) -> String {
    let parts = html! { (about(words, release, published)) (sections(words, release, published)) };
    parts.into_string()
}

fn about(words: &Words, release: &Release, published: &Published) -> Markup {
    html! {
        p { (scope(words, published, &release.scope)) }
        p.quiet { (lead(words, release.threshold)) }
    }
}

fn sections(words: &Words, release: &Release, published: &Published) -> Markup {
    html! {
        @for one in release.tables.iter().filter(|one| !one.is_empty()) { (section(words, release, published, one)) }
        @if let Some(nothing) = super::nothing_in(words, &release.tables) { p.quiet { (nothing) } }
    }
}

/// What is withheld, and that zeros are shown.
fn lead(words: &Words, threshold: u64) -> String {
    match threshold {
        0 | 1 => words.say("statistics-lead-open", &[]),
        _ => words.say("statistics-lead", &[("last", (threshold - 1).into())]),
    }
}

/// The frame of a page.
pub(super) fn whole(words: &Words, heading: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(words.language().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="referrer" content="no-referrer";
                title { (heading) }
                style { (PreEscaped(include_str!("style.css"))) }
            }
            body { main { (body) } }
        }
    };
    format!("{}\n", page.into_string())
}

fn section(words: &Words, release: &Release, published: &Published, one: &Table) -> Markup {
    let beside: Vec<&Beside> = release.beside.iter().filter(|beside| beside.table == one.id).collect();
    html! {
        section.card id=(one.id) {
            @if let Some(chart) = chart::on_page(words, published, one, &release.events) { (chart) }
            @if one.rows.len() > LONG {
                details { summary { (words.say("statistics-long", &[("count", one.rows.len().into())])) } (table(words, one)) }
            } @else { (table(words, one)) }
            p.quiet { (scope(words, published, &one.scope)) " · " (period(words, one)) }
            @if !one.breaks.is_empty() {
                ul.notes.breaks { @for at in &one.breaks { li { (super::broken(words, at)) } } }
            }
            ul.notes { @for said in one.notes.iter().chain(&one.sources) { li { (note(words, said)) } } }
            @if !beside.is_empty() { (stands_beside(words, published, &beside)) }
        }
    }
}

/// A table with caption and scopes of its heads.
fn table(words: &Words, table: &Table) -> Markup {
    html! {
        div.scroll tabindex="0" { table.tbl {
            caption { (title(words, table)) }
            thead { tr {
                td {}
                @for head in &table.columns { th scope="col" class=[parted(table, head)] { (label(words, head)) } }
            } }
            tbody { @for line in &table.rows {
                @if parted(table, &line.head).is_some() { @for at in table.breaks_in(&line.head) {
                    tr.break { td colspan=(table.columns.len() + 1) { (super::broken(words, at)) } }
                } }
                tr class=[(line.head.id == "total").then_some("total")] {
                    th scope="row" { (label(words, &line.head)) }
                    @for one in &line.cells { (cell(words, *one)) }
                }
            } }
        } }
    }
}

/// A period in which the table begins to count something else.
fn parted(table: &Table, head: &Head) -> Option<&'static str> {
    (head.is_period() && table.breaks_in(head).next().is_some()).then_some("break")
}

fn cell(words: &Words, cell: Cell) -> Markup {
    let held = words.say("statistics-withheld", &[]);
    html! {
        @match cell {
            Cell::Withheld => td { abbr title=(held) { (super::HELD) } },
            cell => td { (shown(words, cell)) },
        }
    }
}

/// Published figures beside own ones, and in a fold the series that do not stand there and why.
fn stands_beside(words: &Words, published: &Published, beside: &[&Beside]) -> Markup {
    let (with, without): (Vec<&Beside>, Vec<&Beside>) = beside.iter().partition(|one| one.why_not.is_none());
    let name = |one: &Beside| {
        let series = published.find(&one.series);
        series.map(|series| super::published::name(words, published, series)).unwrap_or_default()
    };
    html! {
        @if !with.is_empty() {
            div.scroll tabindex="0" { table.tbl {
                caption { (words.say("statistics-beside", &[])) }
                thead { tr {
                    td {}
                    @for code in ["statistics-column-period", "statistics-column-own", "statistics-column-published"] { th scope="col" { (words.say(code, &[])) } }
                } }
                tbody { @for one in with { tr {
                    th scope="row" { (name(one)) }
                    td { (one.period.as_deref().unwrap_or_default()) }
                    @if let Some(own) = one.own { (cell(words, own)) } @else { td {} }
                    td { (one.published.map(|value| super::published::value(words, value)).unwrap_or_default()) }
                } } }
            } }
        }
        @if !without.is_empty() {
            details {
                summary { (words.say("statistics-not-beside", &[("count", without.len().into())])) }
                ul.notes { @for one in without {
                    li { (name(one)) @if let Some(why) = &one.why_not { " — " (note(words, why)) } }
                } }
            }
        }
    }
}
