//! The chain of custody (保管链): who did what, when, how, on what and with what result, read out of the ledger.

use crate::custody::Agreement;
use crate::{Entry, Ledger, Seen, What};
use redress_base::{Digests, ItemId, Stamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One link: the six questions that a chain of custody answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Number of the ledger's entry.
    pub entry: u64,
    /// Who.
    pub who: String,
    /// What: the kind of the entry, and of an act on an original its own word after a `/`.
    pub what: String,
    /// When, and by whose clock.
    pub when: Stamp,
    /// How: the tool, the format, the purpose, the words of whoever recorded it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// On what; absent where it was the whole file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ItemId>,
    /// With what result: a digest, the items bound, what was answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
    /// Of somebody else's proof: what the check value that it prints agrees with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agrees: Option<Agreement>,
}

/// Every link of the chain in its order; of one item those that are about it or about the whole file.
pub fn chain_of_custody(ledger: &Ledger, item: Option<ItemId>) -> Vec<Link> {
    let mut sealed = item.is_none();
    let mut links = Vec::new();
    let sealings = ledger.entries.iter().filter_map(|entry| match &entry.what {
        What::Sealed { item, .. } => Some((item.id, item.digests)),
        _ => None,
    });
    let digests: BTreeMap<ItemId, Digests> = sealings.collect();
    for link in ledger.entries.iter().flat_map(|entry| links_of(entry, &digests)) {
        sealed |= link.what == "sealed" && link.on == item;
        // What was done with the whole file before an item was in it is nothing that was done with the item.
        let about = item.is_none() || link.on == item || (link.on.is_none() && sealed);
        if about {
            links.push(link);
        }
    }
    links
}

fn links_of(entry: &Entry, digests: &BTreeMap<ItemId, Digests>) -> Vec<Link> {
    let link = |on: Option<ItemId>, how: Option<String>, result: Option<String>| Link {
        entry: entry.seq,
        who: entry.by.clone(),
        what: entry.what.kind().to_owned(),
        when: entry.at,
        how,
        on,
        result,
        agrees: None,
    };
    match &entry.what {
        What::Sealed { item, .. } => {
            let result = format!("sha256:{} sm3:{}", item.digests.sha256, item.digests.sm3);
            vec![link(Some(item.id), Some(format!("{} · {}", item.source, item.tool)), Some(result))]
        }
        What::Read { item, format, .. } => vec![link(Some(*item), Some(format.clone()), None)],
        What::Packed { to, .. } if !to.is_empty() => {
            let to: Vec<String> = to.iter().map(|one| format!("{} ({})", one.name, one.key)).collect();
            vec![link(None, Some(format!("→ {}", to.join(", "))), None)]
        }
        What::Packed { .. } | What::Checkpointed { .. } => vec![link(None, None, None)],
        What::Cosigned { cosigner, .. } => vec![link(None, Some(cosigner.clone()), None)],
        What::Exported { export } => {
            let to = export.to.as_deref().map_or_else(String::new, |to| format!(" → {to}"));
            let result = export.digest.map(|digest| format!("sha256:{digest}"));
            vec![link(None, Some(format!("{}{to}", export.purpose.word())), result)]
        }
        What::Viewed { view } if matches!(view.seen, Seen::Item | Seen::Material) => {
            let on = view.of.as_deref().and_then(|of| of.parse().ok());
            vec![link(on, view.purpose.clone(), None)]
        }
        What::HandedOver { hand_over } => {
            let result = format!("sha256:{}", hand_over.sheet);
            vec![link(None, Some(hand_over.transfer.word().to_owned()), Some(result))]
        }
        What::Received { receipt } => {
            let result = format!("{} / {}", receipt.entries, receipt.objects);
            vec![link(None, receipt.by.name.clone(), Some(result))]
        }
        _ => origins(entry, digests, &link),
    }
}

/// Captures, proofs of others, stamps, and acts on originals.
fn origins(
    entry: &Entry,
    digests: &BTreeMap<ItemId, Digests>,
    link: &dyn Fn(Option<ItemId>, Option<String>, Option<String>) -> Link,
) -> Vec<Link> {
    match &entry.what {
        What::Captured { capture } => {
            let how = capture.tool.clone().or_else(|| capture.device.clone());
            // Neither address nor account: they are personal data of somebody, and stand in the record itself.
            vec![link(Some(capture.item), how, None)]
        }
        What::Attested { attestation } => {
            let how = attestation.kind.word().to_owned();
            let agrees = attestation.agrees(|item| digests.get(&item).copied());
            let bound = |item: &ItemId| {
                let one = link(Some(*item), Some(how.clone()), Some(attestation.proof.to_string()));
                Link { agrees: agrees.clone(), ..one }
            };
            attestation.of.iter().map(bound).collect()
        }
        What::Stamped { stamping } => {
            vec![link(None, Some(stamping.authority.clone()), Some(stamping.token.to_string()))]
        }
        What::Handled { handling } => {
            let whom = handling.whom.as_deref().map_or_else(String::new, |whom| format!(" · {whom}"));
            let mut one = link(
                Some(handling.item),
                Some(format!("{}{whom}", handling.how)),
                Some(handling.result.clone()),
            );
            one.what = format!("{}/{}", one.what, handling.act.word());
            vec![one]
        }
        _ => Vec::new(),
    }
}
