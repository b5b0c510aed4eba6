//! `house.toml`: rooms with their layer and kind, the rooms that each may name, and the guests.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Plan {
    pub(crate) room: BTreeMap<String, Room>,
    pub(crate) guest: BTreeMap<String, Guest>,
    pub(crate) words: Words,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    Pure,
    Corridor,
    Edge,
    Dev,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Room {
    pub(crate) layer: u32,
    pub(crate) kind: Kind,
    pub(crate) knows: BTreeSet<String>,
    /// Rooms that only its tests name.
    #[serde(default)]
    pub(crate) tests_know: BTreeSet<String>,
}

/// A package from outside.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Guest {
    /// The rooms it may live in; `["any"]` for the few that are plain tools.
    pub(crate) rooms: BTreeSet<String>,
    pub(crate) why: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    /// Never in a sentence, a template or an output string.
    pub(crate) never: Vec<String>,
    /// Why a file may hold one after all.
    #[serde(default)]
    pub(crate) except: BTreeMap<String, String>,
}

pub(crate) fn read() -> Plan {
    toml::from_str(&crate::repository::read("house.toml"))
        .unwrap_or_else(|error| panic!("house.toml: {error}"))
}
