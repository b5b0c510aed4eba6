//! The example case that the program carries: its description and its files.

use redress_base::{Fault, Finding, Instant, Refusal, Stamp, TimeSource};
use redress_case::{Because, Capacity, Kind, Relation};
use serde::Deserialize;
use std::collections::BTreeMap;

include!(concat!(env!("OUT_DIR"), "/example.rs"));

/// `examples/courier-rumour/case.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Example {
    schema: String,
    pub id: String,
    now: String,
    seed: String,
    pub cover: String,
    #[serde(rename = "fictional")]
    _fictional: bool,
    pub title: Title,
    pub people: People,
    pub material: Vec<Material>,
    #[serde(default)]
    pub party: Vec<PartyOf>,
    #[serde(default)]
    pub fact: Vec<Fact>,
}

/// A party of the example; nobody of that name exists.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct PartyOf {
    pub capacity: Capacity,
    pub kind: Option<Kind>,
    /// Number of the party they act for, from 1.
    #[serde(rename = "for")]
    pub acts_for: Option<u16>,
    pub relation: Option<Relation>,
    pub because: Option<Because>,
    #[serde(default)]
    pub identity_unknown: bool,
    #[serde(default)]
    pub statements: Vec<String>,
    #[serde(default)]
    pub details: BTreeMap<String, String>,
    pub by: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Title {
    pub zh: String,
    pub en: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct People {
    pub complainant: String,
    #[serde(rename = "helper")]
    _helper: String,
    #[serde(rename = "counsel")]
    _counsel: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Material {
    pub file: String,
    pub mapping: Option<String>,
    pub captured_by: String,
    pub tool: String,
    pub source: String,
    pub observed: Option<String>,
    /// `"refused"` where the file is there to be refused.
    pub expect: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fact {
    pub term: String,
    pub scope: FactScope,
    pub value: String,
    pub standing: String,
    pub by: String,
    pub reason: Option<String>,
    #[serde(default)]
    pub sources: Vec<String>,
    #[serde(default)]
    pub opposing: bool,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum FactScope {
    /// `"case"`.
    Whole(#[expect(dead_code, reason = "read to be checked by serde, and always the word case")] String),
    Post {
        post: String,
    },
}

impl Example {
    /// The example carried by this program.
    pub(crate) fn load() -> Result<Example, Refusal> {
        let text = file("case.toml").and_then(|bytes| std::str::from_utf8(bytes).ok());
        let example: Example =
            toml::from_str(text.unwrap_or_default()).map_err(|error| broken(&error.to_string()))?;
        if example.schema != "redress/example/1" {
            return Err(broken(&example.schema));
        }
        Ok(example)
    }

    /// The fixed time at which the example takes place.
    pub(crate) fn now(&self) -> Result<Stamp, Refusal> {
        let at: jiff::Timestamp =
            self.now.parse().map_err(|error: jiff::Error| broken(&error.to_string()))?;
        Ok(Stamp { at: Instant(at.as_second()), source: TimeSource::Declared })
    }

    /// The fixed seed of the example's signing key. A real case draws its own.
    pub(crate) fn seed(&self) -> Result<[u8; 32], Refusal> {
        let seed = self.seed.parse::<redress_base::Sha256>();
        seed.map(|seed| seed.0).map_err(|error| broken(&error.to_string()))
    }
}

/// The bytes of one of the example's files, by its path below the example's folder.
pub(crate) fn file(path: &str) -> Option<&'static [u8]> {
    FILES.iter().find(|(name, _)| *name == path).map(|(_, bytes)| *bytes)
}

/// The example is part of the program; where it cannot be read, the program is at fault.
pub(crate) fn broken(problem: &str) -> Refusal {
    Finding::error("cli-example-broken").with("problem", problem).refuse(Fault::Storage)
}
