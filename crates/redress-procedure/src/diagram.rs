//! Procedures as pages: a diagram, the tables of states, steps and closings, and the overview.

use crate::procedure::{Beside, Force, Procedure, Reason};
use crate::{NumberKind, Procedures, cite, refuse};
use redress_law::Label;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Where the pages come from; their first line.
const MADE: &str =
    "<!-- made from procedure/; REDRESS_PROCEDURES_WRITE=1 cargo test -p redress-procedure -->";

/// The edges of the diagram: from, to, event. Several moves of one event between two states are one edge.
pub fn edges(procedure: &Procedure) -> BTreeSet<(&str, &str, &str)> {
    let drawn = procedure
        .moves
        .iter()
        .flat_map(|one| one.from.iter().map(|from| (from.as_str(), one.target(from), one.event.as_str())));
    drawn.collect()
}

/// The procedure as a Mermaid state diagram (`stateDiagram-v2`).
pub fn mermaid(procedure: &Procedure) -> String {
    let mut out = String::from("stateDiagram-v2\n");
    for state in &procedure.states {
        line(&mut out, format_args!("    state \"{}\" as {}", both(&state.label), node(&state.id)));
    }
    line(&mut out, format_args!("    [*] --> {}", node(&procedure.start)));
    for (from, to, event) in edges(procedure) {
        line(&mut out, format_args!("    {} --> {} : {event}", node(from), node(to)));
    }
    for state in procedure.states.iter().filter(|state| state.end) {
        line(&mut out, format_args!("    {} --> [*]", node(&state.id)));
    }
    out
}

/// A name that Mermaid takes for a node.
fn node(id: &str) -> String {
    id.replace('-', "_")
}

fn both(label: &Label) -> String {
    format!("{} / {}", label.zh, label.en)
}

/// Writing into a text does not fail.
fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = writeln!(out, "{text}");
}

/// The page of one procedure in `docs/procedures`: with the line that says where it comes from.
pub fn page(procedure: &Procedure, procedures: &Procedures) -> String {
    format!("{MADE}\n{}", markdown(procedure, procedures))
}

/// One procedure as Markdown.
pub fn markdown(procedure: &Procedure, procedures: &Procedures) -> String {
    let mut out = String::new();
    line(&mut out, format_args!("# {} / {}\n", procedure.label.zh, procedure.label.en));
    line(&mut out, format_args!("{}\n\n{}\n", procedure.about.zh, procedure.about.en));
    line(
        &mut out,
        format_args!("Sources: {}. **(O)**: not checked against a text.\n", cite::list(&procedure.sources)),
    );
    line(&mut out, format_args!("```mermaid\n{}```\n", mermaid(procedure)));
    states(&mut out, procedure);
    steps(&mut out, procedure);
    moves(&mut out, procedure, procedures);
    closings(&mut out, procedure, procedures);
    calls(&mut out, procedure, procedures);
    out
}

fn states(out: &mut String, procedure: &Procedure) {
    line(out, format_args!("## States\n\n| state | 中文 | English | end |\n|---|---|---|---|"));
    for state in &procedure.states {
        let end = if state.end { "yes" } else { "" };
        line(out, format_args!("| `{}` | {} | {} | {end} |", state.id, state.label.zh, state.label.en));
    }
}

fn steps(out: &mut String, procedure: &Procedure) {
    line(
        out,
        format_args!(
            "\n## Events\n\n| event | 中文 | English | by | body named | number | facts |\n|---|---|---|---|---|---|---|"
        ),
    );
    for kind in &procedure.events {
        let number = if kind.number == NumberKind::None { "" } else { kind.number.word() };
        let facts: Vec<String> = kind.facts.iter().map(|fact| format!("`{}`", fact.term)).collect();
        let facts: BTreeSet<String> = facts.into_iter().collect();
        let facts = facts.into_iter().collect::<Vec<_>>().join(", ");
        let (zh, en) = (&kind.label.zh, &kind.label.en);
        let bodies: Vec<&str> = kind.named(None).iter().map(|body| body.word()).collect();
        let (by, bodies) = (kind.by.word(), bodies.join(", "));
        line(out, format_args!("| `{}` | {zh} | {en} | {by} | {bodies} | {number} | {facts} |", kind.id));
    }
    for kind in procedure.events.iter().filter(|kind| !kind.reasons.is_empty()) {
        let only = |reason: &Reason| {
            let bodies: Vec<&str> = reason.bodies.iter().map(|body| body.word()).collect();
            if bodies.is_empty() { String::new() } else { format!(" ({} only)", bodies.join(", ")) }
        };
        let named = |reason: &Reason| format!("`{}` {}{}", reason.id, both(&reason.label), only(reason));
        let reasons: Vec<String> = kind.reasons.iter().map(named).collect();
        line(out, format_args!("\nReasons of `{}`: {}.", kind.id, reasons.join("; ")));
    }
}

fn moves(out: &mut String, procedure: &Procedure, procedures: &Procedures) {
    line(
        out,
        format_args!("\n## Moves\n\n| from | event | to | only if | articles |\n|---|---|---|---|---|"),
    );
    for one in &procedure.moves {
        for from in &one.from {
            let mut only = with_reasons(&one.reasons);
            only.extend(one.needs.iter().map(|need| condition(need, procedures)));
            let (to, event) = (one.target(from), &one.event);
            let (only, cites) = (only.join("; "), cite::list(&one.cites));
            line(out, format_args!("| `{from}` | `{event}` | `{to}` | {only} | {cites} |"));
        }
    }
    let (zh, en) = (&procedure.order.label.zh, &procedure.order.label.en);
    let cites = cite::list(&procedure.order.cites);
    line(out, format_args!("\nEvery other step is refused under {cites}: {zh} / {en}"));
}

fn with_reasons(reasons: &[String]) -> Vec<String> {
    let list: Vec<String> = reasons.iter().map(|reason| format!("`{reason}`")).collect();
    if list.is_empty() { Vec::new() } else { vec![format!("reason {}", list.join(", "))] }
}

/// A condition on another procedure, in words.
fn condition(beside: &Beside, procedures: &Procedures) -> String {
    let named = refuse::described(beside, procedures.get(&beside.procedure));
    let only = with_reasons(&beside.reasons);
    let only = if only.is_empty() { String::new() } else { format!(" ({})", only.join(", ")) };
    format!("[{0}]({0}.md): {1}{only}", beside.procedure, both(&named))
}

fn closings(out: &mut String, procedure: &Procedure, procedures: &Procedures) {
    if procedure.closed.is_empty() {
        return;
    }
    line(
        out,
        format_args!(
            "\n## What the law closes\n\n| event | from | while | why | articles |\n|---|---|---|---|---|"
        ),
    );
    for one in &procedure.closed {
        let from: Vec<String> = one.from.iter().map(|state| format!("`{state}`")).collect();
        let from = if from.is_empty() { "any".to_owned() } else { from.join(", ") };
        let mut only = with_reasons(&one.reasons);
        only.extend(one.beside.iter().map(|beside| condition(beside, procedures)));
        only.extend(one.unless.iter().map(|unless| format!("not while {}", condition(unless, procedures))));
        only.extend(one.within.iter().map(|within| format!("{} days after `{}`", within.days, within.event)));
        only.extend(one.since.iter().map(|since| format!("since {since}")));
        let (event, only, why) = (&one.event, only.join("; "), both(&one.label));
        line(out, format_args!("| `{event}` | {from} | {only} | {why} | {} |", cite::list(&one.cites)));
    }
}

fn calls(out: &mut String, procedure: &Procedure, procedures: &Procedures) {
    if procedure.calls.is_empty() {
        return;
    }
    line(
        out,
        format_args!(
            "\n## What another procedure calls for\n\n| while | in | event | force | why | articles |\n|---|---|---|---|---|---|"
        ),
    );
    for one in &procedure.calls {
        let from: Vec<String> = one.from.iter().map(|state| format!("`{state}`")).collect();
        let (while_, from) = (condition(&one.beside, procedures), from.join(", "));
        let (event, why, cites) = (&one.event, both(&one.label), cite::list(&one.cites));
        line(out, format_args!("| {while_} | {from} | `{event}` | {} | {why} | {cites} |", force(one.force)));
    }
}

const fn force(force: Force) -> &'static str {
    match force {
        Force::Shall => "应当 / shall",
        Force::May => "可以 / may",
    }
}

/// The overview: the list of procedures, and every crossing between two of them.
pub fn overview(procedures: &Procedures) -> String {
    let mut out = format!("{MADE}\n# Procedures\n\n");
    out.push_str(INTRODUCTION);
    line(
        &mut out,
        format_args!(
            "\n| procedure | 中文 | English | states | events | moves | closed |\n|---|---|---|---|---|---|---|"
        ),
    );
    for one in procedures.iter() {
        let (zh, en) = (&one.label.zh, &one.label.en);
        let (states, events, closed) = (one.states.len(), one.events.len(), one.closed.len());
        let moves = edges(one).len();
        line(
            &mut out,
            format_args!(
                "| [{0}]({0}.md) | {zh} | {en} | {states} | {events} | {moves} | {closed} |",
                one.id
            ),
        );
    }
    out.push_str(CROSSINGS);
    line(&mut out, format_args!("| procedure | event | effect | while | articles |\n|---|---|---|---|---|"));
    for one in procedures.iter() {
        crossings(&mut out, one, procedures);
    }
    out
}

const INTRODUCTION: &str = "\
Each file of [procedure/](../../procedure) is one procedure: states, events, moves and closings, each with its articles.
`crates/redress-procedure` replays dated events on them; these pages are made from the same files.
A case may run several tracks of one procedure: `1`, `2`. What stands before a dot is the matter (`1.2` is a second track of matter 1), and procedures cross only inside one matter.
A step names the body whose step it is, or the one that receives what a person does (column \"body named\"; empty: any may be named); another body is refused with the article.
A step is legal, closed with an article, or falls to the order clause of its procedure, which names the article too.
Questions that no text settles, such as the contested readings of Article 13, are not settled here either: both answers of a court are legal events.
";

const CROSSINGS: &str = "
## Crossings

What one procedure opens, closes or calls for in another (Guiding Opinions, Article 13, and the articles named).

";

fn crossings(out: &mut String, one: &Procedure, procedures: &Procedures) {
    let mut row =
        |event: &str, effect: &str, (beside, unless): (&Beside, &[Beside]), cites: &[crate::Cite]| {
            let mut while_ = condition(beside, procedures);
            for one in unless {
                let _ = write!(while_, "; not while {}", condition(one, procedures));
            }
            let cites = cite::list(cites);
            line(out, format_args!("| [{0}]({0}.md) | `{event}` | {effect} | {while_} | {cites} |", one.id));
        };
    for call in &one.calls {
        row(&call.event, force(call.force), (&call.beside, &[]), &call.cites);
    }
    for one_move in &one.moves {
        for need in one_move.needs.iter().filter(|need| need.procedure != one.id) {
            row(&one_move.event, "只有在……时 / only while", (need, &[]), &one_move.cites);
        }
    }
    for closing in &one.closed {
        for beside in closing.beside.iter().filter(|beside| beside.procedure != one.id) {
            row(&closing.event, "不得 / closed while", (beside, &closing.unless), &closing.cites);
        }
    }
}
