//! Breaks in the own series: days from which a table counts something else, told by whoever keeps the register.

use crate::{Break, TABLES};
use redress_base::{Date, Fault, Finding, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A day from which a table counts something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableBreak {
    /// The table.
    pub table: String,
    /// Its day and its reason.
    #[serde(rename = "break")]
    pub at: Break,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    table: String,
    on: Date,
    reason: Option<String>,
    zh: Option<String>,
    en: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "break")]
    breaks: Vec<Written>,
}

/// Reads a list of breaks; days are written as text, `on = "2024-07-01"`. The reason stands in `reason`, or in `zh` and
/// `en`; where one language is missing, the other stands for it.
///
/// # Errors
/// `Input` where the file cannot be read, a table is not one of [`TABLES`], a reason is missing, or a table has two
/// breaks on one day.
pub fn read_breaks(file: &str, text: &str) -> Result<Vec<TableBreak>, Refusal> {
    let read: File = toml::from_str(text).map_err(|error| {
        let found = Finding::error("statistics-breaks-unreadable").with("file", file);
        found.with("problem", error.message()).refuse(Fault::Input)
    })?;
    let mut breaks: Vec<TableBreak> = Vec::new();
    for one in read.breaks {
        let (table, day) = (one.table.clone(), one.on.to_string());
        let wrong = |code: &str| {
            let found = Finding::error(code).with("file", file).with("table", table.as_str());
            found.with("day", day.as_str()).refuse(Fault::Input)
        };
        if !TABLES.contains(&table.as_str()) {
            return Err(wrong("statistics-break-table"));
        }
        if breaks.iter().any(|other| other.table == one.table && other.at.on == one.on) {
            return Err(wrong("statistics-break-twice"));
        }
        let said = |own: &Option<String>, other: &Option<String>| {
            let all = [own, &one.reason, other].into_iter().flatten();
            all.map(|text| text.trim().to_owned()).find(|text| !text.is_empty())
        };
        let (zh, en) = (said(&one.zh, &one.en), said(&one.en, &one.zh));
        let (Some(zh), Some(en)) = (zh, en) else { return Err(wrong("statistics-break-reason")) };
        breaks.push(TableBreak { table: one.table, at: Break { on: one.on, zh, en } });
    }
    breaks.sort_by(|one, other| (one.at.on, &one.table).cmp(&(other.at.on, &other.table)));
    Ok(breaks)
}
