//! A paper as one self-contained page: what goes with a bundle for whoever opens it without a program of their own.
//!
//! It draws the same blocks as the typesetter. Pictures and marks of pages are left to paper; no form that comes here has any.

use crate::page::POLICY;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use redress_paper::{Align, Block, Cell, Paper, Run, Style};

/// Letters, lines and the width of a sheet; nothing else.
const STYLE: &str = include_str!("paper.css");

/// The page as HTML, ending in a line end. The same paper gives the same bytes.
pub fn paper(paper: &Paper) -> String {
    let body = html! {
        (DOCTYPE)
        html lang="zh-Hans" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="referrer" content="no-referrer";
                title { (shown(&paper.title.zh)) " · " (shown(&paper.title.en)) }
                style { (PreEscaped(STYLE)) }
            }
            body { main { @for one in &paper.blocks { (block(one)) } } }
        }
    };
    let mut text = body.into_string();
    text.push('\n');
    text
}

fn shown(text: &str) -> String {
    redress_words::safe_text(text).to_string()
}

fn block(block: &Block) -> Markup {
    match block {
        Block::Title { runs } => html! { h1 { (line(runs)) } },
        Block::Heading { level: 1, runs } => html! { h2 { (line(runs)) } },
        Block::Heading { runs, .. } => html! { h3 { (line(runs)) } },
        Block::Paragraph { align, runs, .. } => html! { p class=[side(*align)] { (line(runs)) } },
        Block::List { ordered: true, items } => html! { ol { @for one in items { li { (line(one)) } } } },
        Block::List { items, .. } => html! { ul { @for one in items { li { (line(one)) } } } },
        Block::Note { paragraphs } => html! { div.note { @for one in paragraphs { p { (line(one)) } } } },
        Block::Table { head, name, rows, .. } => table(usize::from(*head), &name.zh, &name.en, rows),
        Block::Signature { lines } => html! { div.sign { @for one in lines { p { (line(one)) } } } },
        Block::Picture { .. } | Block::Mark { .. } | Block::PageBreak => html! {},
    }
}

const fn side(align: Align) -> Option<&'static str> {
    match align {
        Align::Start => None,
        Align::Center => Some("center"),
        Align::End => Some("end"),
    }
}

fn table(head: usize, zh: &str, en: &str, rows: &[Vec<Cell>]) -> Markup {
    let (heads, body) = rows.split_at_checked(head).unwrap_or((&[], rows));
    html! {
        div.wide tabindex="0" role="region" aria-label={ (shown(zh)) " · " (shown(en)) } {
            table {
                @if !heads.is_empty() { thead { @for row in heads { tr { @for cell in row { th scope="col" colspan=[span(cell)] { (inside(cell)) } } } } } }
                tbody { @for row in body { tr { @for cell in row {
                    @if cell.label { th scope="row" colspan=[span(cell)] { (inside(cell)) } }
                    @else { td colspan=[span(cell)] class=[side(cell.align)] { (inside(cell)) } }
                } } } }
            }
        }
    }
}

fn span(cell: &Cell) -> Option<u8> {
    (cell.span > 1).then_some(cell.span)
}

fn inside(cell: &Cell) -> Markup {
    html! { @for one in &cell.paragraphs { p { (line(one)) } } }
}

fn line(runs: &[Run]) -> Markup {
    html! { @for run in runs { (drawn(run)) } }
}

fn drawn(run: &Run) -> Markup {
    let lines: Vec<String> = run.text.split('\n').map(shown).collect();
    let text = html! { @for (at, line) in lines.iter().enumerate() { @if at > 0 { br; } (line) } };
    match run.style {
        Style::Plain | Style::Filled | Style::Named => text,
        Style::Strong => html! { strong { (text) } },
        Style::Missing => html! { mark { (text) } },
        Style::Quoted => html! { q { (text) } },
        Style::Code => html! { code { (text) } },
        Style::Small => html! { small { (text) } },
        Style::Gloss => html! { span.gloss lang="en" { (text) } },
    }
}
