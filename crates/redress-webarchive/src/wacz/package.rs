//! `datapackage.json` and `datapackage-digest.json` as types. A key that stands twice is refused.

use serde::Deserialize;

/// `datapackage.json`: WACZ 1.1.1, and what 1.0.0 and the draft of 1.2.0 have otherwise.
#[derive(Debug, Deserialize)]
pub(crate) struct Package {
    #[serde(default)]
    pub(crate) profile: Option<String>,
    #[serde(default)]
    pub(crate) wacz_version: Option<String>,
    pub(crate) resources: Vec<Resource>,
    #[serde(default)]
    pub(crate) created: Option<String>,
    #[serde(default)]
    pub(crate) software: Option<String>,
}

impl Package {
    /// The version that it states, or that its shape says.
    pub(crate) fn version(&self) -> Option<String> {
        let draft = self.profile.as_deref() == Some("wacz");
        self.wacz_version.clone().or_else(|| draft.then(|| "1.2.0".to_owned()))
    }
}

/// One line of the manifest.
#[derive(Debug, Deserialize)]
pub(crate) struct Resource {
    pub(crate) path: String,
    #[serde(default)]
    hash: Option<String>,
    #[serde(default)]
    bytes: Option<u64>,
    /// Where 1.0.0 kept them.
    #[serde(default)]
    stats: Option<Stats>,
    /// The algorithm, which 1.0.0 kept apart.
    #[serde(default)]
    hashing: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Stats {
    #[serde(default)]
    hash: Option<String>,
    #[serde(default)]
    bytes: Option<u64>,
}

impl Resource {
    /// `algorithm:digest`.
    pub(crate) fn hash(&self) -> Option<String> {
        let old = || {
            let digest = self.stats.as_ref()?.hash.as_deref()?;
            Some(format!("{}:{digest}", self.hashing.as_deref()?))
        };
        self.hash.clone().or_else(old)
    }

    pub(crate) fn bytes(&self) -> Option<u64> {
        self.bytes.or_else(|| self.stats.as_ref()?.bytes)
    }
}

/// `datapackage-digest.json`.
#[derive(Debug, Deserialize)]
pub(crate) struct Digest {
    pub(crate) path: String,
    pub(crate) hash: String,
    #[serde(default, rename = "signedData")]
    pub(crate) signed: Option<serde_json::Value>,
}

/// `signedData` of WACZ-Auth 0.1.0: anonymous, or of a domain. No other property is allowed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Signed {
    pub(crate) hash: String,
    pub(crate) created: String,
    pub(crate) software: String,
    /// Not written by every tool.
    #[serde(default, rename = "version")]
    pub(crate) _version: Option<String>,
    pub(crate) signature: String,
    #[serde(default)]
    pub(crate) public_key: Option<String>,
    #[serde(default)]
    pub(crate) domain: Option<String>,
    #[serde(default)]
    pub(crate) domain_cert: Option<String>,
    #[serde(default)]
    pub(crate) time_signature: Option<String>,
    #[serde(default)]
    pub(crate) timestamp_cert: Option<String>,
    #[serde(default)]
    pub(crate) cross_signed_cert: Option<String>,
}
