//! The active manifest of C2PA in a file: what it claims, which of its hashes hold, who signed it by the certificate.
//! Whether that certificate is to be trusted is not judged; manifests of ingredients are counted and not checked.

mod binding;
mod bmff_ranges;
mod claim;
mod cose;
mod digest;
mod signer;

use crate::findings::Findings;
use crate::jumbf::{self, Superbox};
use crate::limits::{MOST_TEXT, cut};
use crate::pulled::{Pulled, Store};
use crate::source::Reader;
use crate::{Outcome, cbor};
use redress_base::Finding;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::io;

pub use claim::{Action, Assertion, Ingredient};
pub use cose::TimeToken;
pub use signer::Signer;

/// The active manifest. Texts are its own; outcomes were computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// How many manifests the file holds, those of ingredients among them.
    pub manifests: u64,
    /// The name of the active one.
    pub label: String,
    /// The program that made the claim, as it names itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generator: Option<String>,
    /// `dc:title`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// `dc:format`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// What it asserts, and whether each assertion is the one that was signed.
    pub assertions: Vec<Assertion>,
    /// What was done, as it says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
    /// What went into it, as it says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ingredients: Vec<Ingredient>,
    /// Whether the claim was signed with the key of the certificate beside it.
    pub signature: Outcome,
    /// Whom that certificate names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<Signer>,
    /// Whether the file is the one that the claim is about.
    pub binding: Binding,
    /// Timestamps beside the signature, not checked in this room.
    #[serde(skip)]
    pub tokens: Vec<TimeToken>,
}

/// The hard binding between a manifest and the bytes of its file (C2PA 2.2 §9.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Binding {
    /// `c2pa.hash.data`, `c2pa.hash.bmff.v3` and so on; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Whether the hash is that of the bytes.
    pub outcome: Outcome,
    /// Bytes beside the manifest itself that the hash leaves out: they can be changed without a trace.
    pub left_out: u64,
}

impl Provenance {
    /// Whether everything that could be checked holds: signature, assertions, and the bytes of the file.
    pub fn holds(&self) -> bool {
        let assertions = self.assertions.iter().all(|one| one.outcome == Outcome::Held);
        assertions && self.signature == Outcome::Held && self.binding.outcome == Outcome::Held
    }

    /// Whether something does not hold.
    pub fn fails(&self) -> bool {
        let assertions = self.assertions.iter().any(|one| one.outcome == Outcome::Failed);
        assertions || self.signature == Outcome::Failed || self.binding.outcome == Outcome::Failed
    }
}

/// Reads a store and checks what can be checked of it against the bytes of the file.
///
/// # Errors
/// When the source cannot be read.
pub(crate) fn read(
    store: &Store,
    pulled: &Pulled,
    reader: &mut Reader<'_>,
    findings: &mut Findings,
) -> io::Result<Option<Provenance>> {
    let mut tell = |finding| findings.push(finding);
    let Some((mut found, bound)) = manifest(&store.bytes, &mut tell) else { return Ok(None) };
    if let Some(bound) = bound {
        found.binding = binding::check(&bound, store, pulled, reader, &mut tell)?;
    }
    Ok(Some(found))
}

/// The same without the file: what the bytes of a store say.
pub fn read_store(bytes: &[u8], tell: &mut dyn FnMut(Finding)) -> Option<Provenance> {
    manifest(bytes, tell).map(|(found, _)| found)
}

/// The active manifest of a store, and the hash that binds it to the file.
fn manifest(bytes: &[u8], tell: &mut dyn FnMut(Finding)) -> Option<(Provenance, Option<binding::Hashed>)> {
    let misshapen = |tell: &mut dyn FnMut(Finding)| tell(Finding::warning("media-c2pa-form"));
    let Some(store) = jumbf::read(bytes).filter(|store| store.kind == *b"c2pa") else {
        misshapen(tell);
        return None;
    };
    // The last one is the active one (C2PA 2.2 §11.1.4).
    let Some(active) = store.boxes.last() else {
        misshapen(tell);
        return None;
    };
    match &active.kind {
        b"c2ma" | b"c2um" => {}
        b"c2cm" => {
            tell(Finding::warning("media-c2pa-packed"));
            return None;
        }
        _ => {
            misshapen(tell);
            return None;
        }
    }
    let parts = parts(active);
    let Some((claim, signature, assertions)) = parts else {
        misshapen(tell);
        return None;
    };
    let Some(claimed) = claim.cbor().and_then(cbor::read) else {
        misshapen(tell);
        return None;
    };
    let payload = claim.cbor().unwrap_or_default();
    let signed = cose::check(signature.cbor().unwrap_or_default(), payload, tell);
    let read = claim::read(&claimed, active.label, assertions, tell);
    let binding = Binding { by: None, outcome: Outcome::Unchecked, left_out: 0 };
    let text = |key: &str| claimed.get(key).and_then(|value| value.text()).map(|text| cut(text, MOST_TEXT));
    let found = Provenance {
        manifests: store.boxes.len() as u64,
        label: cut(active.label, MOST_TEXT),
        generator: claim::generator(&claimed),
        title: text("dc:title"),
        format: text("dc:format"),
        assertions: read.assertions,
        actions: read.actions,
        ingredients: read.ingredients,
        signature: signed.outcome,
        signer: signed.signer,
        binding,
        tokens: signed.tokens,
    };
    if read.hashed.is_none() {
        // An update changes nothing of the content, and leaves the binding to the manifest that it updates.
        let update = active.kind == *b"c2um";
        tell(Finding::warning(if update { "media-c2pa-update" } else { "media-c2pa-unbound" }));
    }
    Some((found, read.hashed))
}

/// Claim, signature and assertions of a manifest.
fn parts<'s, 'a>(
    manifest: &'s Superbox<'a>,
) -> Option<(&'s Superbox<'a>, &'s Superbox<'a>, &'s Superbox<'a>)> {
    let part = |kind: &[u8; 4]| manifest.of_kind(*kind);
    Some((part(b"c2cl")?, part(b"c2cs")?, part(b"c2as")?))
}
