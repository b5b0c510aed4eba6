//! The words of captures, to be compared: read again out of the sealed items, and shown to nobody here.

use crate::call::Call;
use crate::library::Touch;
use crate::reply::Wrong;
use redress_base::{ItemId, Private};
use redress_case::ItemRow;
use redress_rights::{Object, UseCase};
use redress_workbench::{FromStore, Quiet, SealedBytes as _, material};
use std::collections::BTreeMap;

/// Files longer than this are compared by their bytes alone.
const LONGEST: u64 = 4 << 20;
/// The sealed files of one post's captures are read again up to so many bytes together.
const TOGETHER: u64 = 256 << 20;

/// What a capture holds.
pub(crate) enum Body {
    /// Words.
    Words(Private<String>),
    /// No words, as in a table of figures.
    Empty,
    /// Something that is no text.
    Other,
    /// More than is compared.
    Long,
}

/// The words of a post as each of these items has them.
///
/// # Errors
/// Whatever opening the case or reading an item refuses.
pub(crate) fn of_posts(
    call: &Call<'_>,
    key: &str,
    items: &[ItemId],
) -> Result<BTreeMap<ItemId, Body>, Wrong> {
    call.desk((UseCase::ViewMasked, Object::Material), Touch::Read, |desk| {
        let (_, state) = desk.state()?;
        let bytes = |id: &ItemId| state.items.get(id).map_or(0, |kept| kept.item.digests.bytes);
        let mut left = TOGETHER;
        let mut bodies = BTreeMap::new();
        for id in items {
            if bodies.contains_key(id) {
                continue;
            }
            let Some(rest) = left.checked_sub(bytes(id)) else {
                bodies.insert(*id, Body::Long);
                continue;
            };
            left = rest;
            // Posts are read out of this item alone; mappings stay, because it may be read by one.
            let mut own = state.clone();
            own.items.iter_mut().filter(|(other, _)| *other != id).for_each(|(_, kept)| kept.read = None);
            let sealed = FromStore(&*desk.store);
            let read = material(&own, &sealed, desk.tables, &mut Quiet)?;
            let post = read.corpus.find(key).and_then(|ix| read.corpus.post(ix));
            let words = post.map(|post| read.corpus.text(post).map(str::to_owned));
            let body = words.filter(|words| !words.reveal().is_empty()).map_or(Body::Empty, Body::Words);
            bodies.insert(*id, body);
        }
        Ok(bodies)
    })
}

/// The words of a sealed file, where it is a text.
///
/// # Errors
/// Whatever opening the case or the object refuses.
pub(crate) fn of_item(call: &Call<'_>, row: &ItemRow) -> Result<Body, Wrong> {
    if row.item.digests.bytes > LONGEST {
        return Ok(Body::Long);
    }
    call.desk((UseCase::ViewMasked, Object::Material), Touch::Read, |desk| {
        let (_, state) = desk.state()?;
        let Some(kept) = state.items.get(&row.item.id) else { return Ok(Body::Other) };
        let bytes = FromStore(&*desk.store).bytes(kept)?;
        let text = String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
        Ok(text.map_or(Body::Other, |text| Body::Words(Private::new(text))))
    })
}
