//! The contents: every instrument with its rank, number, source, mark and dates.

use super::page::{Page, anchor_of_instrument, tag};
use maud::{Markup, html};
use redress_law::{Confidence, End, Instrument, Provision};

/// The contents of the page, one table for each rank.
pub(crate) fn section(page: &Page<'_>) -> Markup {
    let all: Vec<&Instrument> = page.instruments().collect();
    let groups = all.chunk_by(|a, b| (a.draft.is_some(), a.rank) == (b.draft.is_some(), b.rank));
    html! {
        section.card #contents aria-labelledby="h-contents" {
            header { h2 #h-contents { (page.text("lawbook-contents")) } }
            @for group in groups {
                @if let Some(first) = group.first() {
                    h3 { (page.say.rank(first.rank)) @if first.draft.is_some() { " " (tag("open", &page.text("lawbook-draft"))) } }
                }
                (table(page, group))
            }
        }
    }
}

fn table(page: &Page<'_>, group: &[&Instrument]) -> Markup {
    let columns = ["instrument", "force", "size", "checked"];
    let name = |column: &str| page.text(&format!("lawbook-column-{column}"));
    html! {
        table.tbl.cards.toc {
            thead { tr { @for column in columns { th scope="col" { (name(column)) } } } }
            tbody {
                @for one in group {
                    tr {
                        th scope="row" {
                            a href={"#" (anchor_of_instrument(one))} { (page.label(&one.title)) }
                            @if let Some(number) = &one.number { " " span.nb { (number) } }
                            span.source { (page.text("lawbook-source")) (redress_words::safe_text(&one.source)) }
                        }
                        td data-l=(name("force")) { (dates(page, one)) }
                        td data-l=(name("size")) { (size(page, one)) }
                        td data-l=(name("checked")) { (checked(page, one)) }
                    }
                }
            }
        }
    }
}

fn size(page: &Page<'_>, one: &Instrument) -> String {
    let provisions = page.provisions_of(&one.id);
    let rules: usize = provisions.iter().map(|page_of| page.rules_of(page_of).len()).sum();
    page.say("lawbook-size", &[("provisions", provisions.len().into()), ("rules", rules.into())])
}

/// The mark of the instrument, and how many of its pages have another.
fn checked(page: &Page<'_>, one: &Instrument) -> Markup {
    let open = page.provisions_of(&one.id).iter().filter(|page| page.confidence == Confidence::O).count();
    html! {
        @if one.confidence == Confidence::V && open == 0 { (page.say.confidence(Confidence::V)) }
        @else if one.confidence == Confidence::V { (page.say("lawbook-some-unverified", &[("count", open.into())])) }
        @else { (tag("open", &page.say.confidence(Confidence::O))) }
    }
}

/// From the first day of its earliest page to the end of its latest.
pub(crate) fn dates(page: &Page<'_>, one: &Instrument) -> String {
    let pages = page.provisions_of(&one.id);
    if let Some(draft) = &one.draft {
        let published = page.say.date(draft.published);
        return page.say("lawbook-draft-published", &[("day", published.into())]);
    }
    let Some(from) = pages.iter().map(|page| page.in_force.from).min() else { return String::new() };
    let from = ("from", page.say.date(from).into());
    match end(&pages) {
        None => page.say("lawbook-dates-open", &[from]),
        Some(None) => page.say("lawbook-dates-not-researched", &[from]),
        Some(Some(on)) => page.say("lawbook-dates-repealed", &[from, ("on", page.say.date(on).into())]),
    }
}

/// Nothing: open. A day: not in force from then on. No day: not researched.
fn end(pages: &[&Provision]) -> Option<Option<redress_base::Date>> {
    let mut last = None;
    for page in pages {
        match &page.in_force.end {
            End::Open => return None,
            End::NotResearched => return Some(None),
            End::Repealed { on, .. } => last = last.max(Some(*on)),
        }
    }
    last.map(Some)
}
