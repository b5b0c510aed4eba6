//! Runs: pieces of text of one kind.

use crate::{FigureRef, Fixed};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of text a run is; how it looks, the typesetter decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// Text of the form.
    #[default]
    Plain,
    /// Emphasis within it.
    Strong,
    /// Something filled in.
    Filled,
    /// A place that still has to be filled: marked so that nobody overlooks it.
    Missing,
    /// Quoted from an exhibit: somebody else's words, whatever they are.
    Quoted,
    /// A name that somebody else gave, such as of an account or a file: printed like what is filled in, whatever it holds.
    Named,
    /// Check values, addresses, ids: fixed width, may break anywhere.
    Code,
    /// Smaller: a source, a limit.
    Small,
    /// The English gloss of the run before it.
    Gloss,
}

/// A piece of text of one kind. A line feed in it is a new line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Run {
    /// What is printed.
    pub text: String,
    /// What kind.
    #[serde(default)]
    pub style: Style,
    /// The figure that it prints, where it prints one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<FigureRef>,
}

impl Run {
    /// A run of one style.
    pub fn new(text: impl Into<String>, style: Style) -> Run {
        Run { text: text.into(), style, figure: None }
    }

    /// Text of the form.
    pub fn plain(text: impl Into<String>) -> Run {
        Run::new(text, Style::Plain)
    }

    /// Something filled in.
    pub fn filled(text: impl Into<String>) -> Run {
        Run::new(text, Style::Filled)
    }

    /// A name that somebody else gave.
    pub fn named(text: impl Into<String>) -> Run {
        Run::new(text, Style::Named)
    }
}

impl Fixed {
    /// A text of the form in both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Fixed {
        Fixed { zh: zh.into(), en: en.into() }
    }
}
