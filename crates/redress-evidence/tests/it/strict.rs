//! No line says more than was shown: of what a token is, who signed the past, what stands beside a failure.

use crate::bundle::{Memory, item, key, pack, small};
use crate::tamper::reseal;
use crate::vectors::{hex, read};
use crate::witness::{cosigned, office};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use redress_base::{Date, Fault, Instant, ItemId, Stamp, TimeSource};
use redress_evidence::bag::{self, BagInput, Content};
use redress_evidence::checkpoint::Checkpoint;
use redress_evidence::note::{self, VerifierKey};
use redress_evidence::verify::{self, Claim, Outcome, Part, Report, Stamped, Trust};
use redress_timestamp::Certificate;
use std::path::Path;

/// A token of `vectors/timestamps` and what it stamped.
fn token(name: &str) -> (Vec<u8>, Vec<u8>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors/timestamps").join(name);
    let text = std::fs::read_to_string(path.with_extension("txt")).unwrap();
    let (head, body) = text.split_once("\n\n").unwrap();
    let content = head.lines().find_map(|line| line.strip_prefix("content: ")).unwrap();
    (hex(content), STANDARD.decode(body.split_whitespace().collect::<String>()).unwrap())
}

fn root(name: &str) -> Vec<Certificate> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors/timestamps/certificates");
    Certificate::read_all(&std::fs::read(folder.join(name).with_extension("pem")).unwrap()).unwrap()
}

/// How an item came: sealed by the maker, brought as a token, asked for as one.
#[derive(Clone, Copy, PartialEq)]
enum Came {
    Plain,
    Brought,
    AskedFor,
}

fn holding(contents: &[(&[u8], Came)]) -> Memory {
    let items = (1u32..).zip(contents).map(|(number, (bytes, came))| {
        let (mut sealed, sha512) = item(number, bytes);
        if *came != Came::Plain {
            sealed.name = format!("{number}.tsr");
        }
        let at = Stamp { at: Instant(1_772_330_000), source: TimeSource::Authority };
        sealed.observed = (*came == Came::AskedFor).then_some(at);
        assert_eq!(sealed.id, ItemId(number));
        (sealed, sha512)
    });
    let key = key();
    let input = BagInput {
        case_id: "case-1".to_owned(),
        items: items.collect(),
        key: &key,
        earlier: vec![],
        cosigners: vec![],
        extra: vec![],
        tags: vec![],
        bagging_date: Date::constant(2026, 3, 1),
        software: "redress 0.1.0".to_owned(),
    };
    let (mut memory, mut objects) = (Memory::default(), contents.iter());
    for entry in bag::plan(&input).unwrap().entries {
        let bytes = match entry.content {
            Content::Bytes(bytes) => bytes,
            Content::Object(_) => objects.next().unwrap().0.to_vec(),
        };
        memory.files.insert(entry.path, bytes);
    }
    memory
}

fn with_roots(memory: &Memory, roots: &[Certificate]) -> Report {
    verify::verify_with(memory, Trust { roots, ..Trust::default() }, &mut |_| {})
}

fn told(report: &Report, code: &str) -> bool {
    report.findings.iter().any(|finding| finding.code == code)
}

#[test]
fn a_root_without_a_token_under_it_is_not_answered() {
    let roots = root("sigstage-root");
    let (content, stamped) = token("sigstage-sha256");
    let none = with_roots(&small(), &roots);
    assert_eq!((none.outcome(Claim::ExistedBy), none.fault), (Outcome::Failed, Some(Fault::Verification)));
    assert!(told(&none, "evidence-token-none") && !none.held(), "{none:#?}");
    // One that cannot be read, and one of something else.
    for (contents, code) in [
        (vec![(&content[..], Came::Plain), (b"no token", Came::Brought)], "evidence-token-unreadable"),
        (vec![(b"else", Came::Plain), (&stamped, Came::Brought)], "evidence-token-of-something-else"),
    ] {
        let bundle = holding(&contents);
        let report = with_roots(&bundle, &roots);
        assert_eq!(report.outcome(Claim::ExistedBy), Outcome::Failed, "{code}");
        assert!(told(&report, code) && told(&report, "evidence-token-other-root"), "{report:#?}");
        assert!(bundle.verify().held(), "{code}: nobody asked for a time");
    }
    // A cosigner whom the reader knows is no token under the root.
    let (memory, _) = cosigned();
    let keys = [key().verifier(), office().cosigner()];
    let trust = Trust { keys: &keys, roots: &roots, ..Trust::default() };
    let both = verify::verify_with(&memory, trust, &mut |_| {});
    assert_eq!(both.outcome(Claim::ExistedBy), Outcome::Failed, "{both:#?}");
}

#[test]
fn a_token_over_one_item_is_of_one_item() {
    let (content, stamped) = token("sigstage-sha256");
    let bundle = holding(&[(&content, Came::Plain), (&stamped, Came::Brought), (b"more", Came::Plain)]);
    let report = with_roots(&bundle, &root("sigstage-root"));
    assert!(report.held(), "{report:#?}");
    let line = report.line(Claim::ExistedBy).unwrap();
    assert_eq!((line.outcome, line.part), (Outcome::Held, Some(Part { shown: 1, of: 3 })));
    assert_eq!(line.told().1, "evidence-outcome-held-part");
    let [existed] = report.existed.as_slice() else { panic!("{report:#?}") };
    assert_eq!((existed.what, &existed.cosigner), (Stamped::Item { item: ItemId(1) }, &None));
    assert_eq!(bundle.verify().outcome(Claim::ExistedBy), Outcome::NotProvable);
    let other = with_roots(&bundle, &root("own-p256-root"));
    assert!(told(&other, "evidence-token-other-root") && !other.held());
    // The same bytes sealed twice: both existed.
    let twice = holding(&[(&content, Came::Plain), (&stamped, Came::Brought), (&content, Came::Plain)]);
    let report = with_roots(&twice, &root("sigstage-root"));
    assert_eq!(report.line(Claim::ExistedBy).unwrap().part, Some(Part { shown: 2, of: 3 }));
}

#[test]
fn a_token_that_somebody_brought_may_fail_and_one_that_was_asked_for_may_not() {
    let (content, failing) = token("sigstage-invalid-signature");
    let (_, good) = token("sigstage-sha256");
    let of = |came| {
        holding(&[
            (content.as_slice(), Came::Plain),
            (failing.as_slice(), came),
            (good.as_slice(), Came::Brought),
        ])
    };
    let brought = with_roots(&of(Came::Brought), &root("sigstage-root"));
    assert!(told(&brought, "evidence-token-fails") && brought.held(), "{brought:#?}");
    assert_eq!(brought.outcome(Claim::ExistedBy), Outcome::Held);
    let asked_for = with_roots(&of(Came::AskedFor), &root("sigstage-root"));
    assert!(told(&asked_for, "evidence-token-fails") && !asked_for.held());
    assert_eq!(asked_for.outcome(Claim::ExistedBy), Outcome::Failed, "{asked_for:#?}");
    assert!(of(Came::Brought).verify().held() && !of(Came::AskedFor).verify().held());
}

#[test]
fn a_checkpoint_of_another_log_corroborates_nothing() {
    let (mut memory, _) = cosigned();
    let (_, other) = pack(&[b"a", b"b", b"other"], &key(), vec![]);
    let other = note::cosign(&other, &office(), 1_772_330_000).unwrap();
    memory.files.remove("data/log/earlier/2");
    memory.files.insert("data/log/checkpoint".to_owned(), other.into_bytes());
    let keys = [key().verifier(), office().cosigner()];
    let report = verify::verify(&memory, &keys, &mut |_| {});
    assert!(told(&report, "evidence-log-root"), "{report:#?}");
    for claim in [Claim::Corroboration, Claim::ExistedBy, Claim::Signer] {
        assert_ne!(report.outcome(claim), Outcome::Held, "{claim:?}");
    }
    assert!(report.existed.is_empty());
}

#[test]
fn an_item_that_differs_did_not_exist_by_what_was_signed_of_the_log() {
    let (mut memory, _) = cosigned();
    memory.files.insert("data/items/000001/original".to_owned(), b"other".to_vec());
    let report = verify::verify(&memory, &[key().verifier(), office().cosigner()], &mut |_| {});
    assert!(report.existed.is_empty() && report.outcome(Claim::ExistedBy) != Outcome::Held, "{report:#?}");
}

#[test]
fn the_signer_is_known_when_seal_and_checkpoint_were_verified() {
    let keys: [VerifierKey; 1] = [key().verifier()];
    let signer = |memory: &Memory| verify::verify(memory, &keys, &mut |_| {}).outcome(Claim::Signer);
    assert_eq!(signer(&small()), Outcome::Held);
    for path in ["redress-seal.note", "data/log/checkpoint"] {
        let mut memory = small();
        memory.files.remove(path);
        assert_eq!(signer(&memory), Outcome::NotProvable, "{path}");
    }
    let mut other = small();
    other.files.insert("tagmanifest-sha256.txt".to_owned(), Vec::new());
    assert_eq!(signer(&other), Outcome::NotProvable, "a seal of other manifests");
}

#[test]
fn a_past_that_the_maker_alone_signed_is_called_so() {
    let (_, first) = pack(&[b"a", b"b"], &key(), vec![]);
    let (grown, _) = pack(&[b"a", b"b", b"c"], &key(), vec![first.clone()]);
    let own = grown.verify();
    let line = own.line(Claim::AppendOnly).unwrap();
    assert!(own.held() && line.own && line.told().1 == "evidence-outcome-held-own", "{own:#?}");
    let kept = |earlier: &[String]| {
        let report = verify::verify_with(&grown, Trust { earlier, ..Trust::default() }, &mut |_| {});
        let line = report.line(Claim::AppendOnly).unwrap();
        (line.outcome, line.own)
    };
    assert_eq!(kept(std::slice::from_ref(&first)), (Outcome::Held, false));
    // The log of nothing is the beginning of every log: it has one root, and shows nothing.
    let nothing = |root: [u8; 32]| {
        let checkpoint = Checkpoint { origin: key().name().to_owned(), size: 0, root };
        vec![note::sign(&checkpoint.to_text(), &key()).unwrap()]
    };
    let empty = redress_evidence::merkle::root(&[]);
    assert_eq!(kept(&nothing(empty)), (Outcome::Held, true));
    assert_eq!(kept(&nothing([1; 32])).0, Outcome::Failed);
}

#[test]
fn what_the_maker_sealed_wrong_is_wrong() {
    let mut untouched = small();
    reseal(&mut untouched);
    assert_eq!(untouched.files, small().files);
    for path in ["manifest-md5.txt", "Manifest-SHA1.txt", "manifest-crc32.txt"] {
        let mut memory = small();
        memory.files.insert(path.to_owned(), b"00  data/result.json\n".to_vec());
        reseal(&mut memory);
        let report = memory.verify();
        assert!(told(&report, "evidence-manifest-foreign") && !report.held(), "{path}: {report:#?}");
        assert!(!told(&report, "evidence-seal-differs"), "{path}");
    }
    for line in ["no colon", ": no label", " folded: on", ""] {
        let mut memory = small();
        let info = memory.files.get_mut("bag-info.txt").unwrap();
        info.splice(0..0, format!("{line}\n").into_bytes());
        reseal(&mut memory);
        let report = memory.verify();
        let row = report.findings.iter().find(|finding| finding.code == "evidence-bag-line");
        assert_eq!(row.unwrap().args["row"], 1i64.into(), "{line:?}");
        assert!(!report.held());
    }
}

/// Every vector of a bag is decided alike, whatever the words around it.
#[test]
fn the_vectors_name_algorithms_that_are_computed() {
    let all = read("bags", 103);
    let names = ["blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384", "sha3_512"];
    for name in names {
        let path = format!("@text manifest-{name}.txt");
        let (valid, invalid) = (
            all.iter().any(|one| one.get("expect") == "valid" && one.body.contains(&path)),
            all.iter().any(|one| one.get("expect") == "invalid" && one.body.contains(&path)),
        );
        assert!(valid && invalid, "{name}");
    }
}
