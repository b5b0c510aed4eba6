//! The forms of a release: text, CSV, a page, charts. JSON is the release itself.

mod bars;
mod chart;
mod csv;
mod frame;
mod line;
mod page;
mod published;
mod published_text;
mod text;
mod weeks;

pub use chart::chart;
pub use csv::{csv, published_csv};
pub use page::{page, parts};
pub use published::{published_page, published_parts};
pub use published_text::published_text;
pub use text::text;

use crate::{Break, Cell, Head, Line, Published, Scope, Table};
use redress_base::{Arg, Finding};
use redress_words::{Language, Words};

/// What stands in the place of a count that is withheld.
const HELD: &str = "*";

/// The title of a table with its unit: "Arrests approved, by offence (persons)".
pub fn title(words: &Words, table: &Table) -> String {
    let unit = words.say(&format!("statistics-unit-{}", table.unit.word()), &[]);
    words.say("statistics-titled", &[("title", words.say(&table.title, &[]).into()), ("unit", unit.into())])
}

/// The tables in which nothing was counted, in one sentence.
pub fn nothing_in(words: &Words, tables: &[Table]) -> Option<String> {
    let empty: Vec<String> =
        tables.iter().filter(|table| table.is_empty()).map(|table| words.say(&table.title, &[])).collect();
    let between = if words.language() == Language::ZhHans { "；" } else { "; " };
    let tables = empty.join(between);
    (!empty.is_empty()).then(|| words.say("statistics-nothing-in", &[("tables", tables.into())]))
}

/// The words of a head.
fn label(words: &Words, head: &Head) -> String {
    let args: Vec<(&str, Arg)> = head.args.iter().map(|(name, arg)| (name.as_str(), arg.clone())).collect();
    words.say(&head.code, &args)
}

/// A cell as people read it.
fn shown(words: &Words, cell: Cell) -> String {
    match cell {
        Cell::Count { n } => words.number(n),
        Cell::Withheld => HELD.to_owned(),
        Cell::MedianDays { half_days } => decimal(half_days * 5, 10),
        Cell::Share { hundredths } => format!("{}%", decimal(hundredths, 100)),
        Cell::None => String::new(),
    }
}

/// Whole number and fraction: 4617 hundredths are `46.17`.
fn decimal(n: u64, parts: u64) -> String {
    let digits = if parts == 10 { 1 } else { 2 };
    format!("{}.{:0digits$}", n / parts, n % parts)
}

/// The register in words; a scope of the published series by its own words.
fn scope(words: &Words, published: &Published, scope: &Scope) -> String {
    let known = published.scope(&scope.register).map(|one| own(words, &one.zh, &one.en).to_owned());
    let name = known.unwrap_or_else(|| redress_words::safe_text(&scope.register));
    let name = if name.is_empty() { words.say("statistics-scope-unnamed", &[]) } else { name };
    match &scope.region {
        Some(region) => words
            .say("statistics-scope-region", &[("scope", name.into()), ("region", region.as_str().into())]),
        None => name,
    }
}

/// The text of the person's language.
const fn own<'t>(words: &Words, zh: &'t str, en: &'t str) -> &'t str {
    match words.language() {
        Language::ZhHans => zh,
        Language::En => en,
    }
}

/// A note as a sentence; its days as people write them.
fn note(words: &Words, note: &Finding) -> String {
    let mut said = note.clone();
    for name in ["from", "to", "day"] {
        if let Some(Arg::Text(text)) = note.args.get(name)
            && let Ok(day) = text.parse::<redress_base::Date>()
        {
            said.args.insert(name.to_owned(), Arg::Text(words.date(day)));
        }
    }
    words.finding(&said).sentence
}

/// From which day a table counts something else, and why.
fn broken(words: &Words, at: &Break) -> String {
    let reason = redress_words::safe_text(own(words, &at.zh, &at.en));
    words.say("statistics-broken", &[("day", words.date(at.on).into()), ("reason", reason.into())])
}

/// The breaks that a figure has in its time: those within the period of its column or row; where neither is a period,
/// the figure runs across all of them.
fn breaks_of<'t>(table: &'t Table, line: &'t Line, column: &'t Head) -> Vec<&'t Break> {
    match [column, &line.head].into_iter().find(|head| head.is_period()) {
        Some(period) => table.breaks_in(period).collect(),
        None => table.breaks.iter().collect(),
    }
}

/// From when to when, and as of when.
fn period(words: &Words, table: &Table) -> String {
    let args = [
        ("from", words.date(table.from).into()),
        ("to", words.date(table.to).into()),
        ("day", words.date(table.as_of).into()),
    ];
    words.say("statistics-period", &args)
}
