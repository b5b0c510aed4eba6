//! The claim: what it is made of, and whether each assertion in the manifest is the one that it names by a hash.

use super::binding::Hashed;
use super::digest::Sum;
use crate::Outcome;
use crate::cbor::{self, Value};
use crate::jumbf::Superbox;
use crate::limits::{MOST_LISTED, MOST_TEXT, cut};
use redress_base::Finding;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An assertion of the claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assertion {
    /// Its label: `c2pa.actions.v2`, `stds.schema-org.CreativeWork`.
    pub label: String,
    /// Whether its bytes have the hash that the claim states.
    pub outcome: Outcome,
}

/// One thing that was done with the content, as the manifest says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// `c2pa.created`, `c2pa.edited`.
    pub action: String,
    /// When, as it is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// With which program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<String>,
    /// What kind of source it came from, by the last part of its IPTC address: `trainedAlgorithmicMedia`,
    /// `digitalCapture`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_type: Option<String>,
}

/// Something that went into the content, as the manifest says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ingredient {
    /// Its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its media type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// `parentOf`, `componentOf`, `inputTo`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relationship: Option<String>,
    /// Whether it has a manifest of its own in the file. That manifest is not checked here.
    pub manifest: bool,
}

/// Sums by assertion and algorithm: a claim may name one assertion many times, each time with a hash of its own.
type Sums = BTreeMap<(String, String), Vec<u8>>;

/// What a claim comes down to.
#[derive(Default)]
pub(crate) struct Claimed {
    pub(crate) assertions: Vec<Assertion>,
    pub(crate) actions: Vec<Action>,
    pub(crate) ingredients: Vec<Ingredient>,
    pub(crate) hashed: Option<Hashed>,
}

/// The program that made the claim: its own name, else the first entry of the list of programs.
pub(crate) fn generator(claim: &Value<'_>) -> Option<String> {
    let info = claim.get("claim_generator_info");
    let first = info.map(|info| info.items().and_then(<[Value<'_>]>::first).unwrap_or(info));
    let named = first.and_then(program);
    let plain = claim.get("claim_generator").and_then(|value| value.text());
    plain.map(|text| cut(text, MOST_TEXT)).or(named)
}

/// A name with its version, or a text.
fn program(value: &Value<'_>) -> Option<String> {
    if let Some(text) = value.text() {
        return Some(cut(text, MOST_TEXT));
    }
    let name = value.get("name")?.text()?;
    let version = value.get("version").and_then(|version| version.text()).unwrap_or_default();
    Some(cut(format!("{name} {version}").trim(), MOST_TEXT))
}

/// Compares every assertion with the claim, and reads those that say something to people.
pub(crate) fn read(
    claim: &Value<'_>,
    manifest: &str,
    store: &Superbox<'_>,
    tell: &mut dyn FnMut(Finding),
) -> Claimed {
    let mut read = Claimed::default();
    let mut listed = BTreeSet::new();
    let mut sums = Sums::new();
    let default = claim.get("alg").and_then(|alg| alg.text());
    let lists = ["assertions", "created_assertions", "gathered_assertions"];
    let references = lists.into_iter().filter_map(|key| claim.get(key)?.items()).flatten();
    for reference in references {
        if read.assertions.len() >= MOST_LISTED {
            tell(Finding::warning("media-c2pa-many"));
            break;
        }
        let url = reference.get("url").and_then(|url| url.text()).unwrap_or_default();
        let Some(label) = own_label(url, manifest) else {
            // Manifests from before the standard's first version name them otherwise.
            tell(Finding::warning("media-c2pa-reference").with("assertion", cut(url, MOST_TEXT)));
            read.assertions.push(Assertion { label: cut(url, MOST_TEXT), outcome: Outcome::Unchecked });
            continue;
        };
        let found = store.labelled(label);
        let outcome = held(reference, (label, found), default, &mut sums, tell);
        if let Some(found) = found.filter(|_| listed.insert(label.to_owned())) {
            content(found, &mut read, default);
        }
        read.assertions.push(Assertion { label: cut(label, MOST_TEXT), outcome });
    }
    for unlisted in store.boxes.iter().filter(|one| !listed.contains(one.label)) {
        let finding = Finding::warning("media-c2pa-unlisted");
        tell(finding.with("assertion", cut(unlisted.label, MOST_TEXT)));
    }
    read
}

/// Whether an assertion has the hash under which the claim names it.
fn held(
    reference: &Value<'_>,
    (label, found): (&str, Option<&Superbox<'_>>),
    default: Option<&str>,
    sums: &mut Sums,
    tell: &mut dyn FnMut(Finding),
) -> Outcome {
    let mut warn = |code: &str| tell(Finding::warning(code).with("assertion", cut(label, MOST_TEXT)));
    let Some(found) = found else {
        warn("media-c2pa-missing");
        return Outcome::Failed;
    };
    let algorithm = reference.get("alg").and_then(|alg| alg.text()).or(default).unwrap_or_default();
    let Some(mut sum) = Sum::named(algorithm) else {
        warn("media-c2pa-algorithm");
        return Outcome::Unchecked;
    };
    let sum = sums.entry((label.to_owned(), algorithm.to_owned())).or_insert_with(|| {
        sum.update(found.content);
        sum.finish()
    });
    let holds = reference.get("hash").and_then(|hash| hash.bytes()) == Some(sum.as_slice());
    if !holds {
        warn("media-c2pa-differs");
    }
    holds.into()
}

/// The label of an assertion of this manifest in an address: `self#jumbf=c2pa.assertions/LABEL`, or the whole way
/// from the store.
fn own_label<'u>(url: &'u str, manifest: &str) -> Option<&'u str> {
    let path = url.strip_prefix("self#jumbf=")?;
    let path = match path.strip_prefix("/c2pa/") {
        Some(whole) => whole.strip_prefix(manifest)?.strip_prefix('/')?,
        None => path,
    };
    path.strip_prefix("c2pa.assertions/").filter(|label| !label.contains('/'))
}

/// What people are told of an assertion.
fn content(found: &Superbox<'_>, read: &mut Claimed, default: Option<&str>) {
    let Some(value) = found.cbor().and_then(cbor::read) else { return };
    // Several of one kind carry a number behind two strokes.
    let kind = found.label.split("__").next().unwrap_or_default();
    if kind == "c2pa.actions" || kind == "c2pa.actions.v2" {
        let actions = value.get("actions").and_then(|actions| actions.items()).unwrap_or_default();
        let room = MOST_LISTED.saturating_sub(read.actions.len());
        read.actions.extend(actions.iter().take(room).filter_map(action));
    } else if kind.starts_with("c2pa.ingredient") && read.ingredients.len() < MOST_LISTED {
        let text = |key: &str| value.get(key).and_then(|one| one.text()).map(|one| cut(one, MOST_TEXT));
        let manifests = ["c2pa_manifest", "activeManifest"];
        read.ingredients.push(Ingredient {
            title: text("dc:title"),
            format: text("dc:format"),
            relationship: text("relationship"),
            manifest: manifests.into_iter().any(|key| value.get(key).is_some()),
        });
    } else if kind.starts_with("c2pa.hash.") && read.hashed.is_none() {
        read.hashed = Some(Hashed::of(found.label, &value, default));
    }
}

fn action(value: &Value<'_>) -> Option<Action> {
    let text = |key: &str| value.get(key).and_then(|one| one.text()).map(|one| cut(one, MOST_TEXT));
    let source = text("digitalSourceType");
    Some(Action {
        action: text("action")?,
        when: text("when"),
        agent: value.get("softwareAgent").and_then(program),
        source_type: source.map(|address| address.rsplit('/').next().unwrap_or_default().to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Sums, held, own_label};
    use crate::c2pa::digest::Sum;
    use crate::cbor::Value;
    use crate::jumbf::Superbox;

    /// A claim that names one assertion again and again costs one sum, and each of its hashes is compared.
    #[test]
    fn one_sum_for_an_assertion() {
        let mut sum = Sum::named("sha256").unwrap();
        sum.update(b"content");
        let right = sum.finish();
        let found =
            Superbox { kind: *b"cbor", label: "a", content: b"content", boxes: Vec::new(), data: Vec::new() };
        let reference =
            |hash: &[u8]| Value::Map(vec![(Value::Text("hash".into()), Value::Bytes(hash.to_vec().into()))]);
        let mut sums = Sums::new();
        let mut told = Vec::new();
        let mut one = |hash: &[u8]| {
            held(&reference(hash), ("a", Some(&found)), Some("sha256"), &mut sums, &mut |finding| {
                told.push(finding.code);
            })
        };
        let outcomes = [one(&right), one(b"another"), one(&right)];
        assert_eq!(outcomes, [Outcome::Held, Outcome::Failed, Outcome::Held]);
        assert_eq!((told, sums.len()), (vec!["media-c2pa-differs".to_owned()], 1));
    }

    #[test]
    fn only_assertions_of_this_manifest() {
        assert_eq!(own_label("self#jumbf=c2pa.assertions/a", "m"), Some("a"));
        assert_eq!(own_label("self#jumbf=/c2pa/m/c2pa.assertions/a", "m"), Some("a"));
        assert_eq!(own_label("self#jumbf=/c2pa/other/c2pa.assertions/a", "m"), None);
        assert_eq!(own_label("self#jumbf=c2pa.databoxes/a", "m"), None);
        assert_eq!(own_label("https://a.example/c2pa.assertions/a", "m"), None);
    }
}
