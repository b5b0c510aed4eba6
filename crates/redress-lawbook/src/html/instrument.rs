//! One instrument: what it is, its provisions, and what of it the book leaves out.

use super::page::{Page, anchor_of_instrument, anchor_of_page, tag};
use super::{contents, provision};
use maud::{Markup, html};
use redress_law::{Articles, Confidence, Instrument};

/// The section of an instrument.
pub(crate) fn section(page: &Page<'_>, one: &Instrument) -> Markup {
    let id = anchor_of_instrument(one);
    let provisions = page.provisions_of(&one.id);
    html! {
        section.instrument #(id) aria-labelledby={"h-" (id)} {
            header {
                h2 #{"h-" (id)} { (page.label(&one.title)) }
                p.meta {
                    span { (page.say.rank(one.rank)) }
                    @if let Some(number) = &one.number { span { (number) } }
                    span { (contents::dates(page, one)) }
                    @if one.confidence == Confidence::O { (tag("open", &page.say.confidence(Confidence::O))) }
                    @else { span { (page.say.confidence(Confidence::V)) } }
                    @for doubt in &one.unverified { (tag("open", &page.text(doubt.code()))) }
                    @if let Some(draft) = &one.draft { (tag("open", if page.say.zh() { &draft.zh } else { &draft.en })) }
                }
                p.small.faint { (page.text("lawbook-source")) (redress_words::safe_text(&one.source)) }
                @if provisions.len() > 1 {
                    nav.jump aria-label=(page.text("lawbook-articles")) {
                        @for one in &provisions { a href={"#" (anchor_of_page(one))} { (page.say.heading(&one.article)) } }
                    }
                }
            }
            @for one in &provisions { (provision::article(page, one)) }
            (left_out(page, one))
        }
    }
}

/// Articles that the book does not encode, each with its reason.
fn left_out(page: &Page<'_>, one: &Instrument) -> Markup {
    let named = |article: &str| match article {
        "others" => page.text("lawbook-other-articles"),
        "all" => page.text("lawbook-all-articles"),
        _ => match Articles::range(article) {
            Some(range) => {
                let (first, last) = (u64::from(range.first).into(), u64::from(range.last).into());
                page.say("lawbook-articles-from-to", &[("first", first), ("last", last)])
            }
            None => page.say.heading(&redress_base::Article::new(&one.id, article)),
        },
    };
    let mut rows: Vec<(&String, &redress_law::Label)> = one.not_encoded.iter().collect();
    rows.sort_by_key(|(article, _)| crate::numeral::order(article));
    html! {
        @if !rows.is_empty() {
            div.card.left-out {
                h3 { (page.text("lawbook-not-encoded")) }
                table.tbl.pairs {
                    tbody { @for (article, why) in rows { tr { th scope="row" { (named(article)) } td { (page.label(why)) } } } }
                }
            }
        }
    }
}
