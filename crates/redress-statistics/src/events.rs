//! A person's own list of events that drew attention, to be laid beside the weeks. Nothing is said about causes.

use redress_base::{Date, Fault, Finding, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One event: from when to when, and who says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HotEvent {
    /// What it is called. Of a matter, never of a person.
    pub name: String,
    /// Its first day.
    #[schemars(with = "String")]
    pub from: Date,
    /// Its last day.
    #[schemars(with = "String")]
    pub to: Date,
    /// Where it was read.
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "event")]
    events: Vec<HotEvent>,
}

/// Reads a list of events; dates are written as text, `from = "2024-03-01"`.
///
/// # Errors
/// `Input` where the file cannot be read, an event ends before it begins, or has no name or no source.
pub fn read_events(file: &str, text: &str) -> Result<Vec<HotEvent>, Refusal> {
    let read: File = toml::from_str(text).map_err(|error| {
        let found = Finding::error("statistics-events-unreadable").with("file", file);
        found.with("problem", error.message()).refuse(Fault::Input)
    })?;
    for event in &read.events {
        let wrong = event.to < event.from || event.name.trim().is_empty() || event.source.trim().is_empty();
        if wrong {
            let found = Finding::error("statistics-event-wrong").with("file", file);
            return Err(found.with("name", event.name.as_str()).refuse(Fault::Input));
        }
    }
    let mut events = read.events;
    events.sort_by(|one, other| (one.from, one.to, &one.name).cmp(&(other.from, other.to, &other.name)));
    Ok(events)
}
