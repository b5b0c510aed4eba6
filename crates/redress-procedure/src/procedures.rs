//! All procedures, read and checked.

use crate::{Procedure, data, sound};
use redress_base::{Finding, Level};
use redress_facts::Vocabulary;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/procedures.rs"));

/// The procedures by their ids, in the order of their files' names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Procedures {
    all: Vec<Procedure>,
}

static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::standard);

static STANDARD: LazyLock<Procedures> = LazyLock::new(|| {
    // A test reads these files. A broken one yields no procedure at all, and every event is then refused.
    Procedures::read(FILES).unwrap_or_default()
});

impl Procedures {
    /// The procedures of this version.
    pub fn standard() -> &'static Procedures {
        &STANDARD
    }

    /// The files of this version: name, text.
    pub fn standard_files() -> &'static [(&'static str, &'static str)] {
        FILES
    }

    /// Reads procedures out of `(name, text)`, and checks them against each other and the vocabulary.
    ///
    /// # Errors
    /// Everything that is wrong with them, in the order of the files.
    pub fn read(files: &[(&str, &str)]) -> Result<Procedures, Vec<Finding>> {
        let mut all = Vec::new();
        let mut findings = Vec::new();
        for (name, text) in files {
            match data::read(name, text, &WORDS) {
                Ok(procedure) => all.push(procedure),
                Err(more) => findings.extend(more),
            }
        }
        let procedures = Procedures { all };
        if findings.is_empty() {
            findings.extend(sound::check(&procedures));
        }
        if findings.iter().any(|finding| finding.level == Level::Error) {
            return Err(findings);
        }
        Ok(procedures)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Procedure> {
        self.all.iter()
    }

    /// The one of that id.
    pub fn get(&self, id: &str) -> Option<&Procedure> {
        self.all.iter().find(|procedure| procedure.id == id)
    }
}
