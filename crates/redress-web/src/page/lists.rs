//! Lists of a paper, filled row by row: what each added row says, and the fields of the next one.

use super::answered::{Answers, field};
use crate::call::Call;
use crate::shell::card;
use maud::{Markup, html};
use redress_forms::{Form, Offered, OpenList};
use redress_paper::{Fixed, Missing};
use redress_words::Language;
use std::collections::BTreeMap;

/// What the name of the hidden field begins with that says how many rows of a list are the file's own.
pub(crate) const OWN_ROWS: &str = "own-rows.";

/// Whether a place stands in a row of one of these lists that a person added or changed: it is shown there, and nowhere else.
pub(crate) fn holds(lists: &[OpenList], answered: &Answers, path: &str) -> bool {
    lists.iter().any(|list| place_of(list, path).is_some_and(|(row, _)| touched(list, answered, row)))
}

/// The row and the field of a place that stands in the list.
fn place_of<'p>(list: &OpenList, path: &'p str) -> Option<(u64, &'p str)> {
    let (row, field) = path.strip_prefix(&list.path)?.strip_prefix('.')?.split_once('.')?;
    Some((row.parse().ok()?, field))
}

fn touched(list: &OpenList, answered: &Answers, row: u64) -> bool {
    let own = format!("{}.{row}.", list.path);
    answered.keys().any(|path| path.starts_with(&own))
}

/// The lists, each with its rows. `own` says how many rows of each are the file's own.
pub(crate) fn lists(
    call: &Call<'_>,
    (form, offered): (&'static dyn Form, &[Offered]),
    all: &[OpenList],
    own: &BTreeMap<String, u64>,
    answered: &Answers,
) -> Markup {
    let of = |list: &OpenList| own.get(&list.path).copied().unwrap_or_default();
    html! {
        @if !all.is_empty() { (card("lists", &call.text("web-lists"), &html! {
            p.muted { (call.text("web-lists-what")) }
            @for list in all {
                fieldset { legend { (said(call, &list.label)) }
                    input type="hidden" name={(OWN_ROWS) (list.path)} value=(of(list));
                    @if of(list) > 0 { p.small.muted { (call.say("web-lists-own", &[("count", of(list).into())])) } }
                    @for row in (0..list.rows).filter(|row| touched(list, answered, *row)) { (fields(call, (form, offered), list, row, answered)) }
                    details open[list.rows == 0] { summary { (call.text("web-lists-next")) } (fields(call, (form, offered), list, list.rows, answered)) }
                }
            }
            div.row { button.btn name="format" value="keep" { (call.text("web-paper-keep")) } }
        })) }
    }
}

/// The fields of one row.
fn fields(
    call: &Call<'_>,
    (form, offered): (&'static dyn Form, &[Offered]),
    list: &OpenList,
    row: u64,
    answered: &Answers,
) -> Markup {
    let at = |one: &Missing| {
        let (_, field) = place_of(list, &one.path)?;
        Some(format!("{}.{row}.{field}", list.path))
    };
    // The words are those of the next row; a form that counts its rows says this one's number.
    let (own, next) = (row.saturating_add(1).to_string(), list.rows.saturating_add(1).to_string());
    let label = |one: &Missing| {
        let field = said(call, &one.label);
        if field.contains(&next) {
            return field.replacen(&next, &own, 1);
        }
        call.say("web-lists-field", &[("row", own.as_str().into()), ("field", field.into())])
    };
    html! { div.fields { @for one in &list.next { @if let Some(path) = at(one) {
        (field(call, (form, offered), &path, &label(one), answered.get(&path).map_or("", String::as_str)))
    } } } }
}

fn said<'f>(call: &Call<'_>, fixed: &'f Fixed) -> &'f str {
    if call.words.language() == Language::ZhHans { &fixed.zh } else { &fixed.en }
}
