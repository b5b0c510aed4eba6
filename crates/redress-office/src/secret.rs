//! Secrets: named in the configuration by where they stand, never by what they are.

use redress_base::{Fault, Finding, Private, Refusal};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// Where a secret stands.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "lowercase")]
pub(crate) enum SecretPlace {
    /// In an environment variable of this name.
    Env(String),
    /// In a file; a line end after it is not part of it.
    File(PathBuf),
}

impl SecretPlace {
    /// Fetches the secret. `base` is the folder of the configuration file.
    pub(crate) fn fetch(&self, base: &Path) -> Result<Private<String>, Refusal> {
        let (found, named) = match self {
            SecretPlace::Env(name) => (std::env::var(name).ok(), name.clone()),
            SecretPlace::File(path) => {
                (std::fs::read_to_string(base.join(path)).ok(), path.display().to_string())
            }
        };
        let secret = found.map(|text| text.trim_end_matches(['\n', '\r']).to_owned());
        let usable = secret.filter(|text| !text.is_empty() && !text.contains(['\0', '\n', '\r']));
        // Nothing of what was found is told, only where it was looked for.
        let missing = || Finding::error("office-secret-missing").with("name", named).refuse(Fault::Usage);
        usable.map(Private::new).ok_or_else(missing)
    }
}
