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
    /// Why there are none; nothing is recorded then.
    broken: Option<Finding>,
}

static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::standard);

static STANDARD: LazyLock<Procedures> = LazyLock::new(|| Procedures::read_or_broken(FILES));

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
        let procedures = Procedures { all, broken: None };
        if findings.is_empty() {
            findings.extend(sound::check(&procedures));
        }
        if findings.iter().any(|finding| finding.level == Level::Error) {
            return Err(findings);
        }
        Ok(procedures)
    }

    /// The same. Where a file is wrong there is no procedure at all, and every event is refused with the first thing
    /// that is wrong, so that a program whose files are broken never passes for one without procedures.
    pub fn read_or_broken(files: &[(&str, &str)]) -> Procedures {
        let wrong = |findings: Vec<Finding>| {
            let first = findings.into_iter().find(|finding| finding.level == Level::Error);
            let unnamed = || Finding::error("procedure-data-unreadable").with("file", "").with("message", "");
            Procedures { all: Vec::new(), broken: Some(first.unwrap_or_else(unnamed)) }
        };
        Procedures::read(files).unwrap_or_else(wrong)
    }

    /// What is wrong with the files they were read from, if anything is.
    pub fn broken(&self) -> Option<&Finding> {
        self.broken.as_ref()
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
