//! The fixed words of a form: `forms/<id>/form.toml`, in Chinese as they are filed and in English as a gloss.

use crate::Fixed;
use redress_base::{Fault, Finding, Refusal};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The fixed words of one form.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormText {
    /// Id, which is the name of its folder.
    pub id: String,
    /// What it is called.
    pub title: Fixed,
    /// Where its headings come from: an official form by number, or the article that asks for them.
    pub source: String,
    /// The source was not read at first hand; its draft says so, and a warning beside a final.
    #[serde(default)]
    pub unverified: bool,
    /// Whether its layout and elements must not be changed, as for an official form.
    #[serde(default)]
    pub official: bool,
    /// Whether it is for this side alone: what is handed over does not hold it.
    #[serde(default)]
    pub internal: bool,
    /// To whom it goes.
    pub goes_to: Fixed,
    /// When it is used, in a sentence.
    pub used: Fixed,
    /// Keys of shared texts without which a final of this form is refused.
    #[serde(default)]
    pub required: Vec<String>,
    /// Its texts by key.
    #[serde(default)]
    pub texts: BTreeMap<String, Words>,
}

/// One text of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Chinese. `{name}` stands for something filled in.
    pub zh: String,
    /// English gloss, with the same names.
    pub en: String,
    /// Whether a final without this field is refused.
    #[serde(default)]
    pub required: bool,
    /// Which article asks for it, where that is not the form itself.
    #[serde(default)]
    pub asked_by: Option<String>,
    /// What helps a person to fill it in.
    #[serde(default)]
    pub help: Option<Fixed>,
}

impl FormText {
    /// These words, and those of `common` under every key that this form does not give itself; then the keys that this
    /// form requires are marked.
    ///
    /// # Errors
    /// `Usage` where a required key has no text.
    pub fn with(mut self, common: &FormText) -> Result<FormText, Refusal> {
        for (key, words) in &common.texts {
            self.texts.entry(key.clone()).or_insert_with(|| words.clone());
        }
        for key in &self.required {
            let Some(words) = self.texts.get_mut(key) else {
                let found = Finding::error("paper-form-key").with("form", self.id.as_str());
                return Err(found.with("key", key.as_str()).refuse(Fault::Usage));
            };
            words.required = true;
        }
        Ok(self)
    }

    /// Reads a `form.toml`.
    ///
    /// # Errors
    /// `Usage` where it is no such file; `where` says what is wrong.
    pub fn read(toml: &str) -> Result<FormText, Refusal> {
        toml::from_str(toml).map_err(|error| {
            Finding::error("paper-form-unreadable").with("error", error.message()).refuse(Fault::Usage)
        })
    }
}
