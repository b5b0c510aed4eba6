//! Which bytes of a file of boxes a binding is over (C2PA 2.2 §18.7): every box of the top that no rule leaves out,
//! the place of each before its bytes. Rules that go into boxes are not followed: then the binding is not checked.

use super::binding::Piece;
use crate::cbor::Value;
use crate::limits::PIECE;
use crate::pulled::{Pulled, TopBox};
use crate::source::Reader;
use std::io;

/// Leaves out boxes of one name at the top, if length and bytes in them are as stated.
pub(crate) struct BoxRule {
    /// The names on the way.
    path: Vec<[u8; 4]>,
    length: Option<u64>,
    data: Vec<(u64, Vec<u8>)>,
    /// Whether it asks for what is not computed here: a version, flags, a part of the box.
    beyond: bool,
}

impl BoxRule {
    pub(crate) fn of(value: &Value<'_>) -> Option<BoxRule> {
        let path = value.get("xpath")?.text()?.strip_prefix('/')?;
        let name = |part: &str| <[u8; 4]>::try_from(part.as_bytes()).ok();
        // A number in brackets picks one of several boxes: such a rule is not followed.
        let path: Option<Vec<[u8; 4]>> = path.split('/').map(name).collect();
        let there = |key: &str| value.get(key).is_some_and(|one| *one != Value::Nothing);
        let mut data = Vec::new();
        if let Some(list) = value.get("data").and_then(|data| data.items()) {
            for one in list {
                data.push((one.get("offset")?.number()?, one.get("value")?.bytes()?.to_vec()));
            }
        }
        let long = data.iter().any(|(_, bytes)| bytes.len() > PIECE) || data.len() > 16;
        let beyond = path.is_none() || long || ["version", "flags", "subset"].into_iter().any(there);
        Some(BoxRule {
            path: path.unwrap_or_default(),
            length: value.get("length").and_then(Value::number),
            data,
            beyond,
        })
    }

    /// Whether it leaves this box out; `None` where that is not computed here.
    fn takes(&self, one: &TopBox, reader: &mut Reader<'_>) -> io::Result<Option<bool>> {
        match self.path.split_first() {
            None => return Ok(None),
            Some((first, _)) if *first != one.name => return Ok(Some(false)),
            Some((_, rest)) if !rest.is_empty() || self.beyond => return Ok(None),
            Some(_) => {}
        }
        if self.length.is_some_and(|length| Some(length) != one.end.checked_sub(one.start)) {
            return Ok(Some(false));
        }
        for (offset, wanted) in &self.data {
            let Some(place) = one.start.checked_add(*offset).filter(|place| *place < one.end) else {
                return Ok(Some(false));
            };
            reader.go(place)?;
            if reader.up_to(wanted.len())? != *wanted {
                return Ok(Some(false));
            }
        }
        Ok(Some(true))
    }
}

/// The pieces of the file that the hash is over, in its order; `None` where a rule is not followed here or the boxes
/// could not be told.
pub(crate) fn pieces(
    rules: &[BoxRule],
    pulled: &Pulled,
    reader: &mut Reader<'_>,
) -> io::Result<Option<Vec<Piece>>> {
    if !pulled.complete {
        return Ok(None);
    }
    let mut pieces = Vec::new();
    for one in &pulled.boxes {
        let mut out = false;
        for rule in rules {
            match rule.takes(one, reader)? {
                Some(takes) => out |= takes,
                None => return Ok(None),
            }
        }
        if !out {
            pieces.extend([Piece::Place(one.start), Piece::Bytes(one.start, one.end)]);
        }
    }
    Ok(Some(pieces))
}
