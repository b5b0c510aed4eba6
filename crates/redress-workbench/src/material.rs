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

    /// The whole of each, one after another, with what it is of; the next may be read ahead.
    ///
    /// # Errors
    /// As [`SealedBytes::bytes`], and whatever `take` refuses.
    fn each(&self, kept: &[&KeptItem], take: &mut Take<'_>) -> Result<(), Refusal> {
        kept.iter().try_for_each(|kept| take(kept, self.bytes(kept)?))
    }
}

/// Takes the bytes of an item.
pub type Take<'t> = dyn FnMut(&KeptItem, Vec<u8>) -> Result<(), Refusal> + 't;

/// The longest item that is read while the one before it is still held.
const AHEAD: u64 = 32 << 20;

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

    fn each(&self, kept: &[&KeptItem], take: &mut Take<'_>) -> Result<(), Refusal> {
        let short = |one: &KeptItem| one.item.digests.bytes <= AHEAD;
        for run in kept.chunk_by(|a, b| short(a) && short(b)) {
            // A long one is digested as a stream before any of it is held.
            if let [long] = run
                && !short(long)
            {
                take(long, self.bytes(long)?)?;
                continue;
            }
            let wanted: Vec<_> =
                run.iter().map(|kept| (kept.item.digests.sha256, kept.item.digests.bytes)).collect();
            let mut run = run.iter();
            self.0.each(&wanted, &mut |bytes| run.next().map_or(Ok(()), |kept| take(kept, bytes)))?;
        }
        Ok(())
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
    material_as_it_comes(state, sealed, tables, progress, &mut |_| {})
}

/// The same; `more` sees the posts after each item that brought some.
///
/// # Errors
/// As [`material`].
pub(crate) fn material_as_it_comes(
    state: &State,
    sealed: &dyn SealedBytes,
    tables: &dyn TableOpener,
    progress: &mut dyn Progress,
    more: &mut dyn FnMut(&Corpus),
) -> Result<Material, Refusal> {
    let items: Vec<&KeptItem> = state.items.values().filter(|kept| kept.read.is_some()).collect();
    progress.begin("workbench-stage-reading", Some(items.iter().map(|kept| kept.item.digests.bytes).sum()));
    let mut material = Material::default();
    let mut mappings: BTreeMap<ItemId, Mapping> = BTreeMap::new();
    sealed.each(&items, &mut |kept, bytes| {
        if progress.stopped() {
            return Err(crate::desk::stopped());
        }
        let mapping = match kept.read {
            Some((_, Some(id))) => Some(mapping_of(state, sealed, id, &mut mappings)?),
            _ => None,
        };
        let into = &mut material.corpus;
        let report = read(kept.item.id, &kept.item.name, &bytes, mapping.as_ref(), tables, into)?;
        material.reports.insert(kept.item.id, report);
        more(&material.corpus);
        progress.advance(kept.item.digests.bytes);
        Ok(())
    })?;
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
