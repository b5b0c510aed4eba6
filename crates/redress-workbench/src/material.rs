//! Reads the posts of a case again out of its sealed items.

use crate::{Progress, Store};
use redress_base::{Fault, Finding, ItemId, Refusal};
use redress_case::{KeptItem, State};
use redress_evidence::SealedItem;
use redress_posts::{Corpus, Mapping, ReaderReport, TableOpener, read};
use std::collections::BTreeMap;
use std::io::Read as _;

/// Lends the bytes of sealed items: from a store, or from a bundle.
pub trait SealedBytes {
    /// The whole item.
    ///
    /// # Errors
    /// Where the bytes are missing or cannot be read.
    fn bytes(&self, kept: &KeptItem) -> Result<Vec<u8>, Refusal>;
}

/// The sealed bytes of a store.
pub struct FromStore<'a>(
    /// The store.
    pub &'a dyn Store,
);

impl FromStore<'_> {
    /// So many bytes from the beginning of an item.
    ///
    /// # Errors
    /// Where the bytes are missing or cannot be read.
    pub fn beginning(&self, item: &SealedItem, most: u64) -> Result<Vec<u8>, Refusal> {
        let long = item.digests.bytes.min(most);
        let mut bytes = Vec::with_capacity(usize::try_from(long).unwrap_or_default());
        self.0.open(&item.digests.sha256)?.take(most).read_to_end(&mut bytes).map_err(|error| {
            let found = Finding::error("workbench-item-unreadable").with("item", item.id.to_string());
            found.with("problem", error.to_string()).refuse(Fault::Storage)
        })?;
        Ok(bytes)
    }
}

impl SealedBytes for FromStore<'_> {
    fn bytes(&self, kept: &KeptItem) -> Result<Vec<u8>, Refusal> {
        self.beginning(&kept.item, u64::MAX)
    }
}

/// Everything read out of the items that are read, in the order of their numbers.
#[derive(Debug, Default)]
pub struct Material {
    /// The posts.
    pub corpus: Corpus,
    /// What the readers counted, by item.
    pub reports: BTreeMap<ItemId, ReaderReport>,
}

/// Reads every item that posts are read from.
///
/// # Errors
/// Whatever a reader refuses; nothing is read in part.
pub fn material(
    state: &State,
    sealed: &dyn SealedBytes,
    tables: &dyn TableOpener,
    progress: &mut dyn Progress,
) -> Result<Material, Refusal> {
    let total =
        state.items.values().filter(|kept| kept.read.is_some()).map(|kept| kept.item.digests.bytes).sum();
    progress.begin("workbench-stage-reading", Some(total));
    let mut material = Material::default();
    let mut mappings: BTreeMap<ItemId, Mapping> = BTreeMap::new();
    for kept in state.items.values() {
        let Some((_, mapping)) = &kept.read else { continue };
        if progress.stopped() {
            return Err(crate::desk::stopped());
        }
        let mapping = match mapping {
            Some(id) => Some(mapping_of(state, sealed, *id, &mut mappings)?),
            None => None,
        };
        let bytes = sealed.bytes(kept)?;
        let report =
            read(kept.item.id, &kept.item.name, &bytes, mapping.as_ref(), tables, &mut material.corpus)?;
        material.reports.insert(kept.item.id, report);
        progress.advance(kept.item.digests.bytes);
    }
    progress.end();
    Ok(material)
}

fn mapping_of(
    state: &State,
    sealed: &dyn SealedBytes,
    id: ItemId,
    known: &mut BTreeMap<ItemId, Mapping>,
) -> Result<Mapping, Refusal> {
    if let Some(mapping) = known.get(&id) {
        return Ok(mapping.clone());
    }
    let lost =
        || Finding::error("workbench-mapping-lost").with("item", id.to_string()).refuse(Fault::Verification);
    let bytes = sealed.bytes(state.items.get(&id).ok_or_else(lost)?)?;
    let mapping = parse_mapping(&bytes)?;
    known.insert(id, mapping.clone());
    Ok(mapping)
}

/// Reads a mapping file.
///
/// # Errors
/// `Input` where it is not UTF-8 or not a mapping.
pub(crate) fn parse_mapping(bytes: &[u8]) -> Result<Mapping, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        Finding::error("workbench-mapping-not-text").with("byte", error.valid_up_to()).refuse(Fault::Input)
    })?;
    Mapping::parse(text)
}
