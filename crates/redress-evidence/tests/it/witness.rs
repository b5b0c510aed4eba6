//! A second party cosigns the log of a bundle: what the proofs carry, and what a reader can say of it.

use crate::bundle::{Memory, item, key, pack};
use redress_base::{Date, Fault};
use redress_evidence::bag::{self, BagInput, Content};
use redress_evidence::checkpoint::Checkpoint;
use redress_evidence::note::{self, SigningKey, VerifierKey};
use redress_evidence::verify::{self, Claim, Outcome, Report, Trust};
use redress_evidence::witness::{self, Request};

const TIME: i64 = 1_772_330_000;

pub(crate) fn office() -> SigningKey {
    SigningKey::from_seed("legal-aid.example", [9; 32]).unwrap()
}

fn input<'k>(contents: &[&[u8]], key: &'k SigningKey, earlier: Vec<String>) -> BagInput<'k> {
    BagInput {
        case_id: "case-1".to_owned(),
        items: (1u32..).zip(contents).map(|(number, bytes)| item(number, bytes)).collect(),
        key,
        earlier,
        cosigners: vec![office().cosigner()],
        extra: vec![],
        tags: vec![],
        bagging_date: Date::constant(2026, 3, 1),
        software: "redress 0.1.0".to_owned(),
    }
}

fn written(contents: &[&[u8]], input: &BagInput) -> Memory {
    let mut memory = Memory::default();
    let mut objects = contents.iter();
    for entry in bag::plan(input).unwrap().entries {
        let bytes = match entry.content {
            Content::Bytes(bytes) => bytes,
            Content::Object(_) => objects.next().unwrap().to_vec(),
        };
        memory.files.insert(entry.path, bytes);
    }
    memory
}

/// A log of two items cosigned, and a bundle of the log of three.
pub(crate) fn cosigned() -> (Memory, String) {
    let (contents, key): ([&[u8]; 3], _) = ([b"a", b"b", b"c"], key());
    let (_, first) = pack(&contents[..2], &key, vec![]);
    let signed = note::cosign(&first, &office(), TIME).unwrap();
    // The same checkpoint without the cosignature as well: they are one, with every signature.
    let input = input(&contents, &key, vec![first, signed.clone()]);
    (written(&contents, &input), signed)
}

fn report(memory: &Memory, keys: &[VerifierKey]) -> Report {
    verify::verify(memory, keys, &mut |_| {})
}

#[test]
fn a_known_cosigner_corroborates_and_says_since_when_and_an_unknown_one_does_not() {
    let (memory, signed) = cosigned();
    let known = report(&memory, &[key().verifier(), office().cosigner()]);
    assert!(known.held(), "{known:#?}");
    for claim in [Claim::Signer, Claim::Corroboration, Claim::ExistedBy, Claim::AppendOnly] {
        assert_eq!(known.outcome(claim), Outcome::Held, "{claim:?}");
    }
    // Two of the three items were in the log that was cosigned, and the line says so.
    let [existed] = known.existed.as_slice() else { panic!("{known:#?}") };
    assert_eq!(existed.what, verify::Stamped::Checkpoint { size: 2 });
    assert_eq!((existed.by.0, existed.token.as_str()), (TIME, "data/log/earlier/2"));
    assert_eq!(existed.cosigner, Some(office().cosigner().to_string()));
    let line = known.line(Claim::ExistedBy).unwrap();
    assert_eq!(line.part, Some(verify::Part { shown: 2, of: 3 }));
    assert_eq!(line.told().1, "evidence-outcome-held-part");
    assert!(!known.line(Claim::AppendOnly).unwrap().own, "somebody else saw the log of two");
    let said = known.findings.iter().find(|finding| finding.code == "evidence-cosigned").unwrap();
    assert_eq!(said.args["time"], redress_base::Arg::from("2026-03-01T09:53:20+08:00"));
    assert_eq!(said.args["size"], redress_base::Arg::from(2u64));

    for keys in [vec![], vec![key().verifier()]] {
        let unknown = report(&memory, &keys);
        assert!(unknown.held());
        assert_eq!(unknown.outcome(Claim::Corroboration), Outcome::NotProvable);
        assert_eq!(unknown.outcome(Claim::ExistedBy), Outcome::NotPresent);
        assert!(unknown.line(Claim::AppendOnly).unwrap().own, "a stranger's word is the maker's");
        assert!(unknown.findings.iter().any(|finding| finding.code == "evidence-cosigner-from-bundle"));
    }
    // A cosigner's key alone says nothing of who made the bundle.
    let alone = report(&memory, &[office().cosigner()]);
    assert_eq!(alone.outcome(Claim::Signer), Outcome::NotProvable);
    assert_eq!(alone.outcome(Claim::Corroboration), Outcome::Held);
    assert_eq!(memory.files["data/log/earlier/2"], signed.into_bytes());
}

#[test]
fn proofs_carry_the_newest_cosigned_checkpoint_that_covers_them() {
    let (memory, _) = cosigned();
    let proof = |number: u32| {
        let path = format!("data/proofs/{number:06}.tlog-proof");
        redress_evidence::proof::parse(std::str::from_utf8(&memory.files[&path]).unwrap()).unwrap()
    };
    let keys = [key().verifier(), office().cosigner()];
    for (number, size, cosignatures) in [(1, 2, 1), (2, 2, 1), (3, 3, 0)] {
        let opened = note::open(&proof(number).checkpoint, &keys).unwrap();
        assert_eq!(opened.cosignatures.len(), cosignatures, "{number}");
        assert_eq!(Checkpoint::parse(&opened.text).unwrap().size, size, "{number}");
    }
}

#[test]
fn a_signature_of_a_stranger_is_ignored_and_told_and_a_false_one_is_a_fault() {
    let (contents, key): ([&[u8]; 2], _) = ([b"a", b"b"], key());
    let (_, first) = pack(&contents[..1], &key, vec![]);
    let stranger = SigningKey::from_seed("nobody.example", [3; 32]).unwrap();
    let with = note::cosign(&first, &stranger, TIME).unwrap();
    let memory = written(&contents, &input(&contents, &key, vec![with]));
    let told = report(&memory, &[]);
    assert!(told.held());
    assert_eq!(told.outcome(Claim::Corroboration), Outcome::NotProvable);
    let said = told.findings.iter().find(|finding| finding.code == "evidence-signature-unknown").unwrap();
    assert_eq!(said.args["name"], redress_base::Arg::from("nobody.example"));

    // One in the name of the office, by another key: packing refuses what it can check.
    let forged = note::cosign(&first, &office(), TIME).unwrap();
    let (_, other_text) = pack(&[b"z"], &key, vec![]);
    let line = note::cosign(&other_text, &office(), TIME).unwrap();
    let line = line.split_inclusive('\n').next_back().unwrap();
    let forged = forged.replace(forged.split_inclusive('\n').next_back().unwrap(), line);
    let refused = bag::plan(&input(&contents, &key, vec![forged])).unwrap_err();
    assert_eq!(
        (refused.fault, refused.finding.code.as_str()),
        (Fault::Verification, "evidence-note-signature")
    );
}

#[test]
fn a_bundle_answers_a_request_and_one_that_was_written_anew_does_not() {
    let key = key();
    let (first, one) = pack(&[b"a", b"b"], &key, vec![]);
    let last = witness::checkpoint_of(&one, &key.verifier()).unwrap();
    let asked = verify::request(&first, 0).unwrap();
    assert_eq!(asked, Request { old: 0, proof: vec![], checkpoint: one });
    let (grown, _) = pack(&[b"a", b"b", b"c", b"d", b"e"], &key, vec![]);
    let request = verify::request(&grown, 2).unwrap();
    assert_eq!(Request::parse(&request.to_text()).unwrap(), request);
    assert!(witness::cosign(&request, &key.verifier(), Some(&last), &office(), TIME).is_ok());
    let (rewritten, _) = pack(&[b"a", b"x", b"c", b"d", b"e"], &key, vec![]);
    let request = verify::request(&rewritten, 2).unwrap();
    let refused = witness::cosign(&request, &key.verifier(), Some(&last), &office(), TIME).unwrap_err();
    assert_eq!(refused.finding.code, "evidence-cosign-rewritten");
    let early = witness::cosign(&asked, &key.verifier(), None, &office(), -1).unwrap_err();
    assert_eq!(early.finding.code, "evidence-cosignature-time");
    assert!(verify::request(&Memory::default(), 0).is_err());
}

#[test]
fn a_bundle_of_the_first_shape_is_verified_still() {
    let first = crate::tamper::as_first_shape();
    let report = first.verify();
    assert!(report.held(), "{report:#?}");
    assert_eq!(report.exhibits, 3);
    let mut torn = first.clone();
    torn.files.get_mut("data/log/entries.jsonl").unwrap().pop();
    assert!(!torn.verify().held());
    let trust = Trust { keys: &[key().verifier()], ..Trust::default() };
    assert!(verify::verify_with(&first, trust, &mut |_| {}).held());
}
