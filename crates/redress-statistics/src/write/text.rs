//! Tables for a terminal: columns under each other, also where characters are two wide.

use super::{label, note, period, scope, shown, title};
use crate::{Published, Table};
use redress_words::Words;

/// One table as lines.
pub fn text(words: &Words, published: &Published, table: &Table) -> Vec<String> {
    let mut grid: Vec<Vec<String>> = vec![vec![String::new()]];
    if let Some(first) = grid.first_mut() {
        first.extend(table.columns.iter().map(|head| {
            let mark = if head.is_period() && table.breaks_in(head).next().is_some() { "┆ " } else { "" };
            format!("{mark}{}", label(words, head))
        }));
    }
    for line in &table.rows {
        let mark =
            if line.head.is_period() && table.breaks_in(&line.head).next().is_some() { "┆ " } else { "" };
        let mut cells = vec![format!("{mark}{}", label(words, &line.head))];
        cells.extend(line.cells.iter().map(|cell| shown(words, *cell)));
        grid.push(cells);
    }
    let wide: Vec<usize> = (0..=table.columns.len())
        .map(|at| grid.iter().filter_map(|cells| cells.get(at)).map(|cell| width(cell)).max().unwrap_or(0))
        .collect();
    let mut lines = vec![title(words, table)];
    lines.push(format!("  {} · {}", scope(words, published, &table.scope), period(words, table)));
    for cells in grid {
        let mut line = String::from("  ");
        for (at, (cell, wide)) in cells.iter().zip(&wide).enumerate() {
            let room = " ".repeat(wide.saturating_sub(width(cell)));
            if at == 0 {
                line.push_str(&format!("{cell}{room}"))
            } else {
                line.push_str(&format!("  {room}{cell}"))
            }
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.extend(table.breaks.iter().map(|at| format!("  ┆ {}", super::broken(words, at))));
    lines.extend(table.notes.iter().chain(&table.sources).map(|one| format!("  · {}", note(words, one))));
    lines
}

/// How wide a text stands on a terminal.
fn width(text: &str) -> usize {
    let wide = |c: char| matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}');
    text.chars().map(|c| if wide(c) { 2 } else { 1 }).sum()
}
