//! Proofs of OpenTimestamps: what they are about, who attests it, and what a block's header says.

use crate::samples::{FIRST_BLOCK, bitcoin, counted, first_block, pending, proof};
use proptest::prelude::*;
use redress_base::{Instant, Sha256};
use redress_media::{Comparison, Header, Operation, Witness, is_proof, read_proof};

fn refused(bytes: &[u8]) -> String {
    read_proof(bytes).unwrap_err().finding.code
}

#[test]
fn a_pending_proof_names_its_calendar_and_shows_nothing() {
    let bytes =
        proof(&[7; 32], &[&[0xf0][..], &counted(b"salt"), &[0x08], &pending("https://a.example")].concat());
    assert!(is_proof(&bytes));
    let read = read_proof(&bytes).unwrap();
    assert!(read.is_pending() && read.is_of(&Sha256([7; 32])) && !read.is_of(&Sha256([8; 32])));
    assert_eq!((read.algorithm, read.operations), (Operation::Sha256, 2));
    assert_eq!(read.attestations[0].witness, Witness::Pending { uri: "https://a.example".into() });
    // Python: `hashlib.sha256(b"\7" * 32 + b"salt").hexdigest()`.
    let commitment = "6f02a9fdd11e6a4cd5a03906bf6d4defb96411973b3d65a42749804b4319521e";
    assert_eq!(read.attestations[0].commitment.as_deref(), Some(commitment));
}

/// Bitcoin's first block, whose root was computed by everybody who ever started a node.
#[test]
fn a_block_that_agrees_and_one_that_does_not() {
    let read = read_proof(&first_block()).unwrap();
    assert!(!read.is_pending());
    let header = Header::read(FIRST_BLOCK).unwrap();
    assert_eq!(header.time, Instant(1_231_006_505));
    let said: Vec<Comparison> = read.attestations.iter().map(|one| header.compare(one)).collect();
    assert_eq!(said, [Comparison::None, Comparison::Agrees]);
    assert_eq!(read.attestations[1].commitment.as_deref(), Some(header.root.as_str()));
    let mut other = first_block();
    // One byte of the transaction.
    let at = other.len() - 20;
    other[at] ^= 1;
    let read = read_proof(&other).unwrap();
    assert_eq!(header.compare(&read.attestations[1]), Comparison::Differs);
}

#[test]
fn every_operation() {
    // Backwards, as digits, SHA-1, RIPEMD-160, SHA-256 and a block.
    let bytes = proof(&[1; 32], &[&[0xf2, 0xf3, 0x02, 0x03, 0x08][..], &bitcoin(9)].concat());
    let read = read_proof(&bytes).unwrap();
    assert_eq!((read.operations, read.attestations[0].witness.clone()), (5, Witness::Bitcoin { height: 9 }));
    assert!(read.attestations[0].commitment.is_some());
    // What is not computed here leads to no commitment, and to no refusal.
    let bytes = proof(&[1; 32], &[&[0x67][..], &bitcoin(9)].concat());
    assert_eq!(read_proof(&bytes).unwrap().attestations[0].commitment, None);
    let unknown = [&[0][..], &[9; 8], &counted(b"anything")].concat();
    let read = read_proof(&proof(&[1; 32], &unknown)).unwrap();
    assert_eq!(read.attestations[0].witness, Witness::Unknown { tag: "0909090909090909".into() });
}

/// Nobody takes a proof for nothing because this program computes nothing of its attestations: they are counted.
#[test]
fn attestations_that_are_not_computed_are_counted() {
    let litecoin = [&b"\x00\x06\x86\x9a\x0d\x73\xd7\x1b\x45"[..], &[1, 9]].concat();
    let unknown = [&[0][..], &[9; 8], &counted(b"anything")].concat();
    let keccak = [&[0x67][..], &bitcoin(9)].concat();
    let of = |parts: &[&[u8]]| {
        let (last, others) = parts.split_last().unwrap();
        let forked: Vec<u8> = others.iter().flat_map(|part| [&[0xff], *part].concat()).collect();
        let read = read_proof(&proof(&[1; 32], &[forked, last.to_vec()].concat())).unwrap();
        (read.beyond(), read.is_pending())
    };
    assert_eq!(of(&[&litecoin]), (1, false));
    assert_eq!(of(&[&unknown]), (1, false));
    assert_eq!(of(&[&keccak]), (1, false));
    assert_eq!(of(&[&pending("https://a.example"), &litecoin, &unknown, &keccak]), (3, false));
    assert_eq!(of(&[&pending("https://a.example"), &bitcoin(9)]), (0, false));
    assert_eq!(of(&[&pending("https://a.example")]), (0, true));
}

#[test]
fn what_is_no_proof_says_why() {
    let whole = first_block();
    assert_eq!(refused(b"a text"), "media-ots-none");
    assert_eq!(refused(&[&whole[..], b"x"].concat()), "media-ots-behind");
    for end in 31..whole.len() {
        assert_eq!(refused(&whole[..end]), "media-ots-cut", "{end}");
    }
    let mut other = whole.clone();
    other[31] = 2;
    assert_eq!(refused(&other), "media-ots-version");
    other = whole;
    other[32] = 0x44;
    assert_eq!(refused(&other), "media-ots-operation");
    assert_eq!(refused(&proof(&[1; 32], &[0x44])), "media-ots-operation");
    assert_eq!(refused(&proof(&[1; 32], &[0xf2; 300])), "media-ots-too-deep");
    assert_eq!(refused(&proof(&[1; 32], &[0xf3; 9])), "media-ots-form");
    // An address that could be a command, and a root that is no root.
    assert_eq!(refused(&proof(&[1; 32], &pending("https://a.example/?q=$(x)"))), "media-ots-form");
    assert_eq!(refused(&proof(&[1; 32], &[&[0x02][..], &bitcoin(9)].concat())), "media-ots-form");
    let wide = [&[0xff][..], &pending("a")].concat().repeat(201);
    assert_eq!(refused(&proof(&[1; 32], &[wide, pending("a")].concat())), "media-ots-too-many");
    assert_eq!(refused(&vec![0; 2 << 20]), "media-ots-too-long");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_bytes_end(rest in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(read) = read_proof(&proof(&[1; 32], &rest)) {
            prop_assert!(read.operations <= 400);
        }
    }
}
