//! The law book: every provision that the program asks, with its days in force; found by words and by the day on which it held.

use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_base::{Date, Refusal};
use redress_law::{Book, Confidence, Instrument, Ir, Provision, address};
use redress_lawbook::{Place, rank_in_words};
use schemars::schema_for;

/// Characters of a day at the end of an address.
const DAY: usize = 10;

/// The book as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Ir) };

fn data(_: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    super::value(&Book::standard().ir())
}

/// What is asked of the book.
pub(crate) struct Asked {
    words: String,
    on: Option<Date>,
}

/// A day that an address asks for.
///
/// # Errors
/// `Usage`, naming the field.
pub(crate) fn day_asked(call: &Call<'_>, name: &str) -> Result<Option<Date>, Refusal> {
    let Some(typed) = call.asked(name) else { return Ok(None) };
    typed.parse().map(Some).map_err(|_| crate::act::unfit(call, name, typed))
}

/// Reads the question.
///
/// # Errors
/// `Usage`, naming the field.
pub(crate) fn asked(call: &Call<'_>) -> Result<Asked, Refusal> {
    let words = call.sought(call.query)?.unwrap_or_default();
    Ok(Asked { words, on: day_asked(call, "on")? })
}

impl Asked {
    fn fits(&self, call: &Call<'_>, one: &Provision) -> bool {
        let texts = [
            call.words.article(&one.article),
            one.article.to_string(),
            format!("{}\n{}\n{}\n{}", one.title.zh, one.title.en, one.paraphrase.zh, one.paraphrase.en),
        ];
        let texts = texts.join("\n").to_lowercase();
        let found = self.words.split_whitespace().all(|word| texts.contains(&word.to_lowercase()));
        found && self.on.is_none_or(|day| one.in_force.holds(day))
    }
}

/// Lists the provisions, by instrument.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (book, asked) = (Book::standard(), asked(call)?);
    let ir = book.ir();
    let found: Vec<&Provision> = ir.provisions.iter().filter(|one| asked.fits(call, one)).collect();
    let narrowed = !asked.words.is_empty() || asked.on.is_some();
    let mut instruments: Vec<&Instrument> = ir.instruments.iter().collect();
    instruments.sort_by_key(|one| (one.rank, &one.id));
    let body = html! {
        (ways(call, &asked))
        (card("book", &call.text("web-book"), &html! {
            p.muted { (call.say("web-book-count", &[("count", found.len().into())])) }
            @for one in instruments { @let own: Vec<&Provision> = found.iter().copied().filter(|page| *page.article.instrument == *one.id).collect(); @if !own.is_empty() {
                details.article open[narrowed] {
                    summary { (call.label(&one.title)) " " span.muted { (rank_in_words(book, one.rank, call.words)) @if let Some(number) = &one.number { " · " (number) } " · " (call.say("web-book-of", &[("count", own.len().into())])) } }
                    ul.lines { @for page in own { (line(call, page)) } }
                }
            } }
        }))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-book"), Some(call.text("web-book-lead")), body)))
}

fn line(call: &Call<'_>, one: &Provision) -> Markup {
    html! { li {
        div { h3 { a href=(there(one)) { (call.words.article(&one.article)) } } p.muted { (call.label(&one.title)) }
            @if let Some(last) = one.in_force.last() { p.small { (call.say("web-book-until", &[("day", call.words.date(last).into())])) } }
        }
        @if one.confidence == Confidence::O { span.tag { (call.text("web-book-unread")) } }
    } }
}

/// What is looked for, and the other pages of the book.
fn ways(call: &Call<'_>, asked: &Asked) -> Markup {
    html! { section.card { form method="post" action="/law" role="search" { (token(call))
        div.find { label { span.vh { (call.text("web-field-q")) } input type="search" name="q" value=(asked.words) placeholder=(call.text("web-book-search")) maxlength="200" autocomplete="off"; } button.btn.main { (call.text("web-search")) } }
        div.filters { label { (call.text("web-field-held-on")) input type="date" name="on" value=[asked.on]; } }
    }
    ul.dots { @for (page, code) in [("changes", "web-nav-changes"), ("readings", "web-nav-readings"), ("facts", "web-nav-terms")] { li { a href={"/law/" (page)} { (call.text(code)) } " " span.muted { (call.text(&format!("{code}-what"))) } } } }
    } }
}

/// The address of a provision.
pub(crate) fn there(one: &Provision) -> String {
    format!("/law/{}", address(&one.article, one.in_force.from))
}

/// The address at which a thing of the book stands.
pub(crate) fn place(place: &Place<'_>) -> String {
    let page = match place {
        // The list is shown in parts: the fact is looked for by its own name.
        Place::Fact(term) => format!("/law/facts?q={term}"),
        Place::Reading(_) => "/law/readings".to_owned(),
        Place::Provision(one) => return there(one),
        Place::Rule(..) => place.provision().map_or_else(|| "/law".to_owned(), there),
    };
    format!("{page}#{}", place.anchor())
}

/// The provision of that address. A rule may rest on a paragraph of an article that stands in the book as a whole, and may
/// hold from a later day than its page: then it is the page that was in force on that day.
pub(crate) fn by_address(typed: &str) -> Option<&'static Provision> {
    let all = || Book::standard().ir().provisions.iter();
    let (article, day) = typed.split_at_checked(typed.len().checked_sub(DAY)?)?;
    let day: Date = day.parse().ok()?;
    let on = |article: &str| {
        let wanted = format!("{article}{day}");
        all().find(|one| address(&one.article, day) == wanted && one.in_force.holds(day))
    };
    let exact = all().find(|one| address(&one.article, one.in_force.from) == typed);
    exact.or_else(|| on(article)).or_else(|| on(&format!("{}.", article.split_once('(')?.0)))
}
