//! Whatever is done in whatever order, a store answers as a list of lines and a set of objects would.

use crate::Place;
use crate::words::{Chance, chain, digests, head, read, told};
use redress_base::Sha256;
use redress_workbench::ports::Store;
use std::collections::{BTreeMap, BTreeSet};

/// Steps on one case.
const STEPS: u32 = 150;
/// Different objects.
const OBJECTS: u64 = 6;

/// What the store should hold.
#[derive(Default)]
struct Model {
    lines: Vec<String>,
    objects: BTreeMap<Sha256, Vec<u8>>,
    named: BTreeSet<Sha256>,
}

fn content(object: u64) -> Vec<u8> {
    vec![u8::try_from(object).unwrap_or_default(); usize::try_from(object * 700).unwrap_or_default()]
}

fn step(chance: &mut Chance, store: &mut dyn Store, model: &mut Model) {
    let bytes = content(chance.below(OBJECTS));
    let digests = digests(&bytes);
    let (seq, before) = head(store);
    let count = 1 + chance.below(3);
    match chance.below(6) {
        0 => {
            store.put(&bytes, &digests).unwrap();
            model.objects.insert(digests.sha256, bytes);
        }
        1 => {
            assert_eq!(store.put_stream(&mut bytes.as_slice(), &mut |_| {}).unwrap(), digests);
            model.objects.insert(digests.sha256, bytes);
        }
        2 => {
            store.forget(&digests.sha256).unwrap();
            if !model.named.contains(&digests.sha256) {
                model.objects.remove(&digests.sha256);
            }
        }
        3 => {
            let lines = chain(seq, before, count, &digests.sha256.to_string());
            store.append(&lines, &before).unwrap();
            model.lines.extend(lines);
            model.named.insert(digests.sha256);
        }
        4 => {
            let mut lines = chain(seq, before, count, "x");
            lines.extend(lines.first().cloned());
            assert_eq!(told(store.append(&lines, &before)), "Verification chain-broken");
        }
        _ => {
            let lines = chain(seq, before, 1, "x");
            assert_eq!(told(store.append(&lines, &Sha256([1; 32]))), "Busy ledger-moved");
        }
    }
}

/// A seeded walk, with the case closed and opened again now and then.
pub fn a_store_is_a_list_of_lines_and_a_set_of_objects(place: &dyn Place) {
    let mut chance = Chance(20_260_301);
    let mut model = Model::default();
    let mut store = place.open(true).unwrap();
    for _ in 0..STEPS {
        if chance.below(10) == 0 {
            drop(store);
            store = place.open(true).unwrap();
        }
        step(&mut chance, &mut *store, &mut model);
        assert_eq!(store.ledger().unwrap(), model.lines);
        assert_eq!(store.objects().unwrap(), model.objects.keys().copied().collect::<Vec<_>>());
    }
    for object in 0..OBJECTS {
        let digest = digests(&content(object)).sha256;
        assert_eq!(read(&*store, &digest).ok().as_ref(), model.objects.get(&digest));
    }
}
