//! Hard bindings: the hash of the file without the manifest, over ranges of bytes or over boxes (C2PA 2.2 §18.5, §18.7).

use super::bmff_ranges::{self, BoxRule};
use super::digest::Sum;
use crate::cbor::Value;
use crate::limits::{MOST_RANGES, MOST_RULES, MOST_TEXT, cut};
use crate::pulled::{Pulled, Store};
use crate::source::Reader;
use crate::{Binding, Outcome};
use redress_base::Finding;
use std::io;

/// What a binding states.
pub(crate) struct Hashed {
    label: String,
    algorithm: Option<String>,
    hash: Vec<u8>,
    ranges: Option<Ranges>,
}

/// What a hash leaves out.
enum Ranges {
    /// Begin and length, as `c2pa.hash.data` states them.
    Bytes(Vec<(u64, u64)>),
    /// Boxes, as `c2pa.hash.bmff.v2` and `.v3` state them.
    Boxes(Vec<BoxRule>),
}

/// A part of a file, in its order: bytes from and to, or the place of a box as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Piece {
    /// The place of a box, hashed before its bytes.
    Place(u64),
    Bytes(u64, u64),
}

impl Hashed {
    pub(crate) fn of(label: &str, value: &Value<'_>, default: Option<&str>) -> Hashed {
        let kind = label.split("__").next().unwrap_or_default();
        let exclusions = value.get("exclusions").and_then(|list| list.items()).unwrap_or_default();
        let few = |most: usize| exclusions.len() <= most;
        let ranges = match kind {
            "c2pa.hash.data" if few(MOST_RANGES) => {
                let range =
                    |one: &Value<'_>| Some((one.get("start")?.number()?, one.get("length")?.number()?));
                exclusions.iter().map(range).collect::<Option<Vec<_>>>().map(Ranges::Bytes)
            }
            // The tree of hashes is for files that are sent in pieces.
            "c2pa.hash.bmff.v2" | "c2pa.hash.bmff.v3" if few(MOST_RULES) && value.get("merkle").is_none() => {
                exclusions.iter().map(BoxRule::of).collect::<Option<Vec<_>>>().map(Ranges::Boxes)
            }
            _ => None,
        };
        Hashed {
            label: kind.to_owned(),
            algorithm: value.get("alg").and_then(|alg| alg.text()).or(default).map(str::to_owned),
            hash: value.get("hash").and_then(|hash| hash.bytes()).unwrap_or_default().to_vec(),
            ranges,
        }
    }
}

/// Computes the hash of the file and compares.
pub(crate) fn check(
    hashed: &Hashed,
    store: &Store,
    pulled: &Pulled,
    reader: &mut Reader<'_>,
    tell: &mut dyn FnMut(Finding),
) -> io::Result<Binding> {
    let by = Some(cut(&hashed.label, MOST_TEXT));
    let mut binding = Binding { by, outcome: Outcome::Unchecked, left_out: 0 };
    let unchecked = |tell: &mut dyn FnMut(Finding)| {
        let finding = Finding::warning("media-c2pa-binding-unread");
        tell(finding.with("binding", cut(&hashed.label, MOST_TEXT)));
    };
    let sum = Sum::named(hashed.algorithm.as_deref().unwrap_or_default());
    let pieces = match &hashed.ranges {
        Some(Ranges::Bytes(ranges)) => between(ranges),
        Some(Ranges::Boxes(rules)) => bmff_ranges::pieces(rules, pulled, reader)?,
        None => None,
    };
    let (Some(mut sum), Some(pieces)) = (sum, pieces) else {
        unchecked(tell);
        return Ok(binding);
    };
    let mut hashed_to = 0u64;
    let mut whole = true;
    for piece in &pieces {
        match piece {
            Piece::Place(place) => sum.update(&place.to_be_bytes()),
            Piece::Bytes(from, to) => {
                let all = reader.each(*from, *to, &mut |bytes| sum.update(bytes))?;
                // The last piece goes to the end of the file, wherever that is.
                whole &= all || *to == u64::MAX;
                hashed_to = hashed_to.max(reader.at());
            }
        }
    }
    let length = end_of_file(reader, hashed_to)?;
    binding.left_out = left_out(&pieces, &store.spans, length);
    let holds = whole && sum.finish() == hashed.hash;
    binding.outcome = holds.into();
    if !holds {
        tell(Finding::warning("media-c2pa-content-differs"));
    } else if binding.left_out > 0 {
        tell(Finding::note("media-c2pa-left-out").with("bytes", binding.left_out));
    }
    Ok(binding)
}

/// What lies between ranges that are left out; `None` where they overlap or run over.
fn between(ranges: &[(u64, u64)]) -> Option<Vec<Piece>> {
    let mut ranges = ranges.to_vec();
    ranges.sort_unstable();
    let mut pieces = Vec::new();
    let mut at = 0u64;
    for (start, length) in ranges {
        let gap = start.checked_sub(at)?;
        if gap > 0 {
            pieces.push(Piece::Bytes(at, start));
        }
        at = start.checked_add(length)?;
    }
    pieces.push(Piece::Bytes(at, u64::MAX));
    Some(pieces)
}

/// How long the file is.
fn end_of_file(reader: &mut Reader<'_>, from: u64) -> io::Result<u64> {
    reader.each(from, u64::MAX, &mut |_| {})?;
    Ok(reader.at())
}

/// Bytes of the file that are in no piece and in no span of the manifest store.
fn left_out(pieces: &[Piece], spans: &[(u64, u64)], length: u64) -> u64 {
    let mut covered: Vec<(u64, u64)> = spans.to_vec();
    covered.extend(pieces.iter().filter_map(|piece| match piece {
        Piece::Bytes(from, to) => Some((*from, *to)),
        Piece::Place(_) => None,
    }));
    covered.sort_unstable();
    let mut at = 0u64;
    let mut open = 0u64;
    for (from, to) in covered {
        open = open.saturating_add(from.min(length).saturating_sub(at));
        at = at.max(to.min(length));
    }
    open.saturating_add(length.saturating_sub(at))
}

#[cfg(test)]
mod tests {
    use super::{Hashed, Piece, Ranges, between, left_out};
    use crate::cbor::Value;

    /// Every box may be compared with every rule: more of them than anybody needs are not followed.
    #[test]
    fn too_many_rules_are_not_followed() {
        let text = |text: &str| Value::Text(text.to_owned().into());
        let of = |many: usize| {
            let rule = Value::Map(vec![(text("xpath"), text("/free"))]);
            let value = Value::Map(vec![(text("exclusions"), Value::Array(vec![rule; many]))]);
            Hashed::of("c2pa.hash.bmff.v3", &value, Some("sha256")).ranges
        };
        assert!(matches!(of(64), Some(Ranges::Boxes(rules)) if rules.len() == 64));
        assert!(of(65).is_none());
    }

    #[test]
    fn between_ranges() {
        let end = u64::MAX;
        assert_eq!(between(&[]), Some(vec![Piece::Bytes(0, end)]));
        assert_eq!(between(&[(5, 5), (0, 2)]), Some(vec![Piece::Bytes(2, 5), Piece::Bytes(10, end)]));
        assert_eq!(between(&[(0, 3), (2, 1)]), None);
        assert_eq!(between(&[(end, 1)]), None);
    }

    #[test]
    fn what_nobody_covers() {
        let pieces = [Piece::Bytes(0, 10), Piece::Bytes(50, u64::MAX)];
        assert_eq!(left_out(&pieces, &[(10, 50)], 100), 0);
        assert_eq!(left_out(&pieces, &[(10, 40)], 100), 10);
        assert_eq!(left_out(&pieces, &[(20, 60)], 100), 10);
        assert_eq!(left_out(&[Piece::Bytes(0, 10)], &[], 100), 90);
    }
}
