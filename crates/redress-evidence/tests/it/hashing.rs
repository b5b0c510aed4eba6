//! Both digests against the crates of others, for one stream and for many.

use proptest::prelude::*;
use redress_evidence::hash::{self, Also, Hasher};
use redress_evidence::merkle::{self, Tree};
use sm3::Digest;
use std::io::Read;

fn plain(bytes: &[u8]) -> (String, String, String) {
    let sha512: [u8; 64] = sha2::Sha512::digest(bytes).into();
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    (hex(&sha2::Sha256::digest(bytes)), hex(&sm3::Sm3::digest(bytes)), hex(&sha512))
}

fn shown(sums: &hash::Sums) -> (String, String, String) {
    let digests = sums.digests;
    (digests.sha256.to_string(), digests.sm3.to_string(), sums.sha512.unwrap().to_string())
}

/// Bytes that differ along their length.
fn bytes(length: usize, salt: u8) -> Vec<u8> {
    (0..length).map(|place| (place.wrapping_mul(2_654_435_761) >> 9) as u8 ^ salt).collect()
}

/// Lends its bytes a few at a time, as a slow disk would.
struct Drip<'a>(&'a [u8], usize);

impl Read for Drip<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.1.min(buffer.len()).min(self.0.len());
        buffer[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

#[test]
fn many_streams_of_all_lengths_give_the_digests_of_each() {
    // Around every edge: empty, one padding block or two, one chunk, several chunks, and a long tail.
    let lengths =
        [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 4_096, 65_471, 65_535, 65_536, 65_537, 131_072, 200_001];
    for count in [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 40] {
        let parts: Vec<Vec<u8>> =
            (0..count).map(|n| bytes(lengths[(n * 7 + count) % lengths.len()], n as u8)).collect();
        let lent: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        let made = hash::digest_many(&lent);
        assert_eq!(made.len(), count);
        for (part, digests) in parts.iter().zip(made) {
            let (sha256, sm3, _) = plain(part);
            assert_eq!((digests.sha256.to_string(), digests.sm3.to_string()), (sha256, sm3));
            assert_eq!(digests.bytes, part.len() as u64);
        }
    }
}

#[test]
fn a_stream_that_cannot_be_read_spoils_no_other() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::PermissionDenied.into())
        }
    }
    let good = bytes(100_000, 1);
    let mut results = std::collections::BTreeMap::new();
    hash::digest_streams(
        Also::Sha512,
        &mut |place| match place {
            0..30 if place % 3 == 1 => Some(Box::new(Broken)),
            0..30 => Some(Box::new(Drip(&good, 1 + place * 37))),
            _ => None,
        },
        &mut |place, sums| assert!(results.insert(place, sums).is_none()),
    );
    assert_eq!(results.len(), 30);
    for (place, sums) in results {
        match sums {
            Ok(sums) => assert_eq!(shown(&sums), plain(&good)),
            Err(error) => assert_eq!((place % 3, error.kind()), (1, std::io::ErrorKind::PermissionDenied)),
        }
    }
}

/// RFC 6962 §2.1 word for word: slow, and plainly right.
fn mth(leaves: &[merkle::Hash]) -> merkle::Hash {
    match leaves {
        [] => sha2::Sha256::digest([]).into(),
        [leaf] => *leaf,
        _ => {
            let split = leaves.len().next_power_of_two() / 2;
            merkle::node_hash(&mth(&leaves[..split]), &mth(&leaves[split..]))
        }
    }
}

#[test]
fn every_proof_of_small_trees_holds_and_no_other_does() {
    let leaves: Vec<merkle::Hash> = (0..40u8).map(|number| merkle::leaf_hash(&[number])).collect();
    for size in 0..=leaves.len() {
        let tree = Tree::new(&leaves[..size]);
        let (root, length) = (tree.root(), size as u64);
        assert_eq!(root, mth(&leaves[..size]));
        assert_eq!(tree.inclusion(length), None);
        for index in 0..length {
            let path = tree.inclusion(index).unwrap();
            for other in 0..=length {
                let holds = merkle::check_inclusion(&leaves[index as usize], other, length, &path, &root);
                assert_eq!(holds, other == index, "{index} of {size} as {other}");
            }
        }
        for old in 1..=length {
            let path = tree.consistency(old).unwrap();
            let old_root = tree.prefix_root(old).unwrap();
            assert_eq!(old_root, mth(&leaves[..old as usize]));
            assert!(merkle::check_consistency(old, length, &path, &old_root, &root));
            assert!(
                !merkle::check_consistency(old, length, &path, &leaves[39], &root) || old_root == leaves[39]
            );
            if old > 1 {
                assert!(!merkle::check_consistency(old - 1, length, &path, &old_root, &root));
            }
        }
        assert_eq!(tree.consistency(0), None);
        assert_eq!(tree.consistency(length + 1), None);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn pieces_make_no_difference(
        message in prop::collection::vec(any::<u8>(), 0..2_000),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(message.len() + 1)).collect();
        cuts.sort_unstable();
        let mut hasher = Hasher::with(Also::Sha512);
        let mut from = 0;
        for cut in cuts.into_iter().chain([message.len()]) {
            hasher.update(&message[from..cut]);
            from = cut;
        }
        prop_assert_eq!(shown(&hasher.finish_sums()), plain(&message));
    }

    #[test]
    fn lanes_equal_single_streams(parts in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..700), 0..24)) {
        let lent: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        for (part, digests) in parts.iter().zip(hash::digest_many(&lent)) {
            prop_assert_eq!(digests.sm3.to_string(), plain(part).1);
        }
    }
}
