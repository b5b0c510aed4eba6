//! The published series for a terminal: one figure a line, with period, mark and sources.

use super::own;
use super::published::{figure, measure, period};
use crate::Published;
use redress_words::Words;

/// The series, scope by scope, and what must not be put together.
pub fn published_text(words: &Words, published: &Published) -> String {
    let mut lines =
        vec![words.say("statistics-published-title", &[]), words.say("statistics-published-lead", &[])];
    for scope in &published.scopes {
        lines.extend([String::new(), own(words, &scope.zh, &scope.en).to_owned()]);
        for series in published.series.iter().filter(|series| series.scope == scope.id) {
            lines.push(format!("  {}", measure(words, series)));
            for point in &series.points {
                for at in series.breaks.iter().filter(|at| at.on == point.from) {
                    lines.push(format!("    ┄┄ {}", own(words, &at.zh, &at.en)));
                }
                let share =
                    published.share(series, point).map(|share| format!(" ({}%)", super::decimal(share, 100)));
                let mark = words.say(&format!("statistics-mark-of-{}", point.mark.word()), &[]);
                let mark = point.value.known().map(|_| format!("{mark}; ")).unwrap_or_default();
                let said =
                    [period(words, point), figure(words, point) + share.as_deref().unwrap_or_default()];
                lines.push(format!("    {}  [{mark}{}]", said.join("  "), point.sources.join(" ")));
            }
        }
    }
    lines.push(String::new());
    lines.extend(published.apart.iter().map(|apart| format!("· {}", own(words, &apart.zh, &apart.en))));
    lines.extend(published.sources.iter().map(|source| format!("{}  {}", source.id, source.title)));
    format!("{}\n", lines.join("\n"))
}
