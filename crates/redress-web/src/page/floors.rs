//! Reach beside the numbers that the law names for it, on the overview: each number with its article and since when.

use super::naming::Naming;
use crate::call::Call;
use crate::loaded::Loaded;
use crate::shell::card;
use maud::{Markup, html};
use redress_analysis::Figure;
use redress_law::address;
use redress_report::{Floor, figure_name, floor_answer, floor_source, floors};

/// Statements for each number on the overview; the others stand under spread.
const SHOWN: usize = 3;

/// The numbers; nothing where no statement is held against one.
pub(crate) fn table(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let (all, names) = (floors(&loaded.result), Naming::of(call, loaded));
    if all.is_empty() {
        return html! {};
    }
    // Each number once, with where it comes from; below it what is held against it.
    let mut numbers: Vec<&Floor> = Vec::new();
    for (_, floor) in &all {
        if !numbers.contains(&floor) {
            numbers.push(floor);
        }
    }
    card(
        "floors",
        &call.text("web-floors"),
        &html! { @for floor in numbers {
            @let held: Vec<&Figure> = all.iter().filter(|(_, one)| one == floor).map(|(figure, _)| *figure).collect();
            div {
                p { b { (call.say("web-floors-number", &[("number", floor.number.into())])) } }
                p.small.muted { a href={"/law/" (address(&floor.article, floor.since))} { (floor_source(call.words, floor)) } }
            }
            ul.lines.side { @for figure in held.iter().take(1) { (row(call, &names, figure, floor)) } }
            @if held.len() > 1 { details.fold {
                summary { (call.say("web-to-do-more", &[("count", (held.len().min(SHOWN) - 1).into())])) }
                ul.lines.side { @for figure in held.iter().take(SHOWN).skip(1) { (row(call, &names, figure, floor)) } }
            } }
            @if held.len() > SHOWN { p { a href=(call.at("spread")) { (call.say("web-to-do-more", &[("count", (held.len() - SHOWN).into())])) } } }
        } },
    )
}

fn row(call: &Call<'_>, names: &Naming<'_>, figure: &Figure, floor: &Floor) -> Markup {
    html! { li { div {
        h3 { (figure_name(call.words, figure)) ": " (call.words.count(figure.count, figure.unit)) }
        p.small.muted { (super::overview::about(call, names, &figure.scope)) " · " a href={(call.at("spread")) "#" (figure.id)} { (call.text("web-floors-how")) } }
        p.small { (floor_answer(call.words, figure, floor.number)) }
    } } }
}
