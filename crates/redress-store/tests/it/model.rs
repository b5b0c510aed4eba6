//! Whatever is done in whatever order, the store answers as a list of lines and a set of objects would.

use crate::support::{digests, head, line, read, told};
use proptest::prelude::*;
use redress_base::Sha256;
use redress_store::{Access, CaseFolder};
use redress_workbench::ports::Store;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug)]
enum Step {
    Put(u8),
    Stream(u8),
    Forget(u8),
    /// Appends so many lines; the last of them names the object.
    Append(u8, u8),
    /// Appends lines of which the last does not follow.
    AppendBroken(u8),
    /// Appends after a head that is not the last line.
    AppendLate,
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0u8..6).prop_map(Step::Put),
        (0u8..6).prop_map(Step::Stream),
        (0u8..6).prop_map(Step::Forget),
        (1u8..4, 0u8..6).prop_map(|(lines, object)| Step::Append(lines, object)),
        (1u8..4).prop_map(Step::AppendBroken),
        Just(Step::AppendLate),
        Just(Step::Reopen),
    ]
}

/// What the store should hold.
#[derive(Default)]
struct Model {
    lines: Vec<String>,
    objects: BTreeMap<Sha256, Vec<u8>>,
    named: BTreeSet<Sha256>,
}

fn content(object: u8) -> Vec<u8> {
    vec![object; usize::from(object) * 700]
}

/// So many lines after the last one, the last of them saying `what`.
fn chain(store: &CaseFolder, count: u8, what: &str) -> (Vec<String>, Sha256) {
    let (seq, before) = head(store);
    let mut prev = before;
    let mut lines = Vec::new();
    for at in 1..=u64::from(count) {
        let next = line(seq + at, &prev, if at == u64::from(count) { what } else { "between" });
        prev = digests(next.as_bytes()).sha256;
        lines.push(next);
    }
    (lines, before)
}

fn take(step: &Step, store: &mut CaseFolder, model: &mut Model) {
    match step {
        Step::Put(object) | Step::Stream(object) => {
            let bytes = content(*object);
            let digests = digests(&bytes);
            if matches!(step, Step::Put(_)) {
                store.put(&bytes, &digests).unwrap();
            } else {
                assert_eq!(store.put_stream(&mut bytes.as_slice(), &mut |_| {}).unwrap(), digests);
            }
            model.objects.insert(digests.sha256, bytes);
        }
        Step::Forget(object) => {
            let digest = digests(&content(*object)).sha256;
            store.forget(&digest).unwrap();
            if !model.named.contains(&digest) {
                model.objects.remove(&digest);
            }
        }
        Step::Append(count, object) => {
            let digest = digests(&content(*object)).sha256;
            let (lines, before) = chain(store, *count, &digest.to_string());
            store.append(&lines, &before).unwrap();
            model.lines.extend(lines);
            model.named.insert(digest);
        }
        Step::AppendBroken(count) => {
            let (mut lines, before) = chain(store, *count, "x");
            let first = lines.first().cloned();
            lines.extend(first);
            assert_eq!(told(store.append(&lines, &before)), "Verification store-chain-broken");
        }
        Step::AppendLate => {
            let (lines, _) = chain(store, 1, "x");
            assert_eq!(told(store.append(&lines, &Sha256([1; 32]))), "Busy store-ledger-moved");
        }
        Step::Reopen => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_store_is_a_list_of_lines_and_a_set_of_objects(steps in prop::collection::vec(step(), 1..25)) {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("case");
        let mut store = CaseFolder::create(&case, [3; 32]).unwrap();
        let mut model = Model::default();
        for step in &steps {
            if matches!(step, Step::Reopen) {
                drop(store);
                store = CaseFolder::open(&case, Access::Write).unwrap();
            }
            take(step, &mut store, &mut model);
            prop_assert_eq!(&store.ledger().unwrap(), &model.lines);
            for object in 0..6 {
                let bytes = content(object);
                let digest = digests(&bytes).sha256;
                let kept = read(&store, &digest).ok();
                prop_assert_eq!(kept.as_ref(), model.objects.get(&digest));
            }
        }
    }
}
