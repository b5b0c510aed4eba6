//! Coded findings and refusals. A code has one owner room; prose for it lives in `locales/`.

use crate::{Article, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Worth knowing.
    Note,
    /// Something was skipped, assumed or is incomplete.
    Warning,
    /// The input or the bundle is wrong.
    Error,
}

/// A value inside a finding's sentence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Arg {
    /// A whole number.
    Number(i64),
    /// Text. Hostile text is shown escaped by whoever prints it.
    Text(String),
}

impl From<i64> for Arg {
    fn from(n: i64) -> Arg {
        Arg::Number(n)
    }
}

impl From<u64> for Arg {
    fn from(n: u64) -> Arg {
        Arg::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Arg {
    fn from(n: usize) -> Arg {
        Arg::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}

/// One thing that was noticed: a code, where, and the arguments of its sentence.
///
/// The code is `room-what-happened` in lower case with hyphens; it is also the key of the sentence
/// in `locales/<language>/<room>.ftl`, whose `.advice` attribute says what to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// `"posts-ragged-row"`.
    pub code: String,
    /// How much it matters.
    pub level: Level,
    /// Where in the evidence, if it is about evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// Which article, if it is about law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<Article>,
    /// Arguments of the sentence.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Arg>,
}

impl Finding {
    fn at_level(code: &str, level: Level) -> Finding {
        Finding { code: code.to_owned(), level, span: None, article: None, args: BTreeMap::new() }
    }

    /// A note.
    pub fn note(code: &str) -> Finding {
        Finding::at_level(code, Level::Note)
    }

    /// A warning.
    pub fn warning(code: &str) -> Finding {
        Finding::at_level(code, Level::Warning)
    }

    /// An error.
    pub fn error(code: &str) -> Finding {
        Finding::at_level(code, Level::Error)
    }

    /// Adds an argument of the sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Finding {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// Says where in the evidence.
    #[must_use]
    pub fn at(mut self, span: Span) -> Finding {
        self.span = Some(span);
        self
    }

    /// Says which article.
    #[must_use]
    pub fn under(mut self, article: Article) -> Finding {
        self.article = Some(article);
        self
    }

    /// Turns the finding into a refusal of the whole request.
    pub fn refuse(mut self, fault: Fault) -> Refusal {
        self.level = Level::Error;
        Refusal { fault, finding: Box::new(self) }
    }
}

/// The kinds of refusal; each is one documented exit code of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// The request itself is wrong (exit 2).
    Usage,
    /// The input file cannot be taken in (exit 3).
    Input,
    /// A verification failed: what was checked is not what was sealed (exit 4).
    Verification,
    /// Somebody else is writing to this case (exit 5).
    Busy,
    /// The disk or the database would not do it; the case is as it was (exit 6).
    Storage,
    /// Made by a newer version of redress (exit 7).
    Newer,
    /// The person stopped it; the case is as it was (exit 130).
    Interrupted,
}

/// Nothing was done, and this is why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Which kind.
    pub fault: Fault,
    /// What, where, and the arguments of the sentence.
    pub finding: Box<Finding>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.finding.code)?;
        if let Some(span) = &self.finding.span {
            write!(f, " at {span}")?;
        }
        self.finding.args.iter().try_for_each(|(name, value)| match value {
            Arg::Number(n) => write!(f, " {name}={n}"),
            Arg::Text(text) => write!(f, " {name}={text:?}"),
        })
    }
}

impl std::error::Error for Refusal {}
