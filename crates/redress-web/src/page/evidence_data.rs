//! The evidence as data: the items, how each is sealed, what files say of themselves, and what was set aside.

use super::aside;
use crate::call::Call;
use crate::library::Touch;
use crate::reply::Wrong;
use crate::routes::Data;
use redress_base::{Finding, ItemId, Stamp};
use redress_case::{Kept, What};
use redress_rights::{Object, UseCase};
use redress_workbench::{Stated, WebArchive};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use std::collections::BTreeMap;

/// The evidence as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Evidence) };

/// The evidence of a case.
#[derive(Serialize, JsonSchema)]
struct Evidence<'r> {
    #[serde(flatten)]
    kept: &'r Kept,
    /// How the log stands to each item; that its bytes are what was sealed is checked where it is asked for.
    seals: Vec<SealRow>,
    /// What web archives state of themselves, and how much of it holds, by item.
    archives: &'r BTreeMap<ItemId, WebArchive>,
    /// What media files and proofs say, by item; an item that says nothing is not here.
    stated: &'r BTreeMap<ItemId, Stated>,
    /// Items that could not be looked at for it, and why.
    unlooked: Vec<&'r Finding>,
    /// How many were too long to be looked at here.
    long: u64,
    /// Items that were read once and count in no figure now.
    set_aside: Vec<SetAside<'r>>,
}

/// How the log stands to one item.
#[derive(Serialize, JsonSchema)]
struct SealRow {
    item: ItemId,
    /// Whether a head of the log that this case signed covers its record (RFC 6962, 2.1).
    included: bool,
    /// Whether every signed head is a beginning of the log as it stands.
    grown: bool,
    /// Who stamped a head that covers it; whether the stamps hold is told where the bundle is verified.
    stamped: Vec<String>,
}

/// An item that was set aside.
#[derive(Serialize, JsonSchema)]
struct SetAside<'r> {
    item: ItemId,
    /// The number of the entry.
    seq: u64,
    /// Who did it.
    by: &'r str,
    /// When.
    at: Stamp,
    /// Why, in their words.
    reason: Option<&'r str>,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let seals = call.desk((UseCase::ViewMasked, Object::Material), Touch::Read, |desk| desk.seals(false))?;
    let seals = seals.into_iter().map(|seal| SealRow {
        item: seal.item,
        included: seal.included,
        grown: seal.grown,
        stamped: seal.stamped,
    });
    let aside = loaded.state.items.keys().filter_map(|item| Some((*item, aside::entry(&loaded, *item)?)));
    let aside = aside.map(|(item, entry)| SetAside {
        item,
        seq: entry.seq,
        by: &entry.by,
        at: entry.at,
        reason: match &entry.what {
            What::Struck { reason, .. } => Some(reason),
            _ => None,
        },
    });
    super::value(&Evidence {
        kept: &loaded.result.kept,
        seals: seals.collect(),
        archives: &loaded.archives.of,
        stated: &loaded.stated.of,
        unlooked: loaded.archives.findings.iter().chain(&loaded.stated.findings).collect(),
        long: loaded.stated.long,
        set_aside: aside.collect(),
    })
}
