//! A whole bundle in memory, and what verification says of it.

use redress_base::{Date, Fault, Instant, ItemId, Refusal, Stamp, TimeSource};
use redress_evidence::bag::{self, BagInput, Content};
use redress_evidence::hash::{self, Also, Hasher};
use redress_evidence::note::SigningKey;
use redress_evidence::verify::{self, Claim, FileEntry, FileKind, Folder, Outcome, Report, Trust};
use redress_evidence::{ItemSchema, SealedItem};
use std::collections::BTreeMap;
use std::io::Read;

/// A folder in memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    pub(crate) links: Vec<String>,
}

impl Folder for Memory {
    fn list(&self) -> Result<Vec<FileEntry>, Refusal> {
        let plain = self.files.iter().map(|(path, bytes)| FileEntry {
            path: path.clone(),
            kind: if self.links.contains(path) { FileKind::Symlink } else { FileKind::File },
            bytes: bytes.len() as u64,
        });
        Ok(plain.collect())
    }

    fn open(&self, path: &str) -> Result<Box<dyn Read + '_>, Refusal> {
        match self.files.get(path) {
            Some(bytes) => Ok(Box::new(bytes.as_slice())),
            None => Err(redress_base::Finding::error("evidence-file-missing").refuse(Fault::Storage)),
        }
    }
}

impl Memory {
    pub(crate) fn verify(&self) -> Report {
        verify::verify(self, &[], &mut |_| {})
    }
}

pub(crate) fn key() -> SigningKey {
    SigningKey::from_seed("redress.example/case-1", [7; 32]).unwrap()
}

pub(crate) fn item(number: u32, bytes: &[u8]) -> (SealedItem, hash::Sha512) {
    let mut hasher = Hasher::with(Also::Sha512);
    hasher.update(bytes);
    let sums = hasher.finish_sums();
    let stamp = Stamp { at: Instant(1_772_330_000 + i64::from(number)), source: TimeSource::SystemClock };
    let item = SealedItem {
        schema: ItemSchema::V1,
        id: ItemId(number),
        name: format!("评论{number}.csv"),
        format: "text/csv".to_owned(),
        digests: sums.digests,
        sealed_at: stamp,
        observed: None,
        clock_ahead_ms: None,
        source: "handed in by the victim".to_owned(),
        tool: "redress 0.1.0".to_owned(),
        parent: None,
    };
    (item, sums.sha512.unwrap())
}

/// Packs as an edge would: the plan's bytes as they are, objects from the given bytes.
pub(crate) fn pack(contents: &[&[u8]], key: &SigningKey, earlier: Vec<String>) -> (Memory, String) {
    let items = (1u32..).zip(contents).map(|(number, bytes)| item(number, bytes)).collect();
    let input = BagInput {
        case_id: "case-1".to_owned(),
        items,
        key,
        earlier,
        cosigners: vec![],
        extra: vec![("data/result.json".to_owned(), b"{}\n".to_vec())],
        tags: vec![("docs/README.txt".to_owned(), b"How to verify this bundle.\n".to_vec())],
        bagging_date: Date::constant(2026, 3, 1),
        software: "redress 0.1.0".to_owned(),
    };
    let plan = bag::plan(&input).unwrap();
    let mut memory = Memory::default();
    for entry in plan.entries {
        let bytes = match entry.content {
            Content::Bytes(bytes) => bytes,
            Content::Object(digests) => {
                let number: usize = entry.path.split('/').nth(2).unwrap().parse().unwrap();
                let bytes = contents[number - 1].to_vec();
                assert_eq!(hash::digests(&bytes), digests);
                bytes
            }
        };
        assert!(memory.files.insert(entry.path, bytes).is_none());
    }
    (memory, plan.checkpoint)
}

pub(crate) fn small() -> Memory {
    pack(&[b"first item\n", "第二件\n".as_bytes(), b""], &key(), vec![]).0
}

fn outcomes(report: &Report) -> Vec<Outcome> {
    report.lines.iter().map(|line| line.outcome).collect()
}

fn codes(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|finding| finding.code.as_str()).collect()
}

#[test]
fn a_packed_bundle_holds_and_says_what_it_cannot_prove() {
    let report = small().verify();
    assert!(report.held(), "{report:#?}");
    let claims: Vec<Claim> = report.lines.iter().map(|line| line.claim).collect();
    assert_eq!(
        claims,
        [
            Claim::Integrity,
            Claim::Inclusion,
            Claim::AppendOnly,
            Claim::ExistedBy,
            Claim::Signer,
            Claim::Corroboration,
            Claim::Origin
        ]
    );
    use Outcome::{Held, NotPresent, NotProvable};
    assert_eq!(outcomes(&report), [Held, Held, NotPresent, NotPresent, NotProvable, NotPresent, NotProvable]);
    assert_eq!(codes(&report), ["evidence-key-from-bundle", "evidence-origin"]);
    assert_eq!(report.exhibits, 3);
    assert_eq!(report.case.as_deref(), Some("case-1"));
    assert_eq!(report.fault, None);
}

#[test]
fn the_plan_is_the_same_every_time_and_reads_as_expected() {
    let (one, two) = (small(), small());
    assert_eq!(one.files, two.files);
    let shown: Vec<String> =
        one.files.iter().map(|(path, bytes)| format!("{:>5} {path}", bytes.len())).collect();
    insta::assert_snapshot!(shown.join("\n"));
    let text = |path: &str| String::from_utf8(one.files[path].clone()).unwrap();
    insta::assert_snapshot!(
        "seal_and_log",
        [
            text("data/log/tile/entries/000.p/3"),
            text("data/log/checkpoint"),
            text("data/log/key.vkey"),
            text("data/proofs/000003.tlog-proof"),
            text("bag-info.txt"),
            text("redress-bundle.json"),
            text("redress-seal.note"),
        ]
        .join("\n----\n")
    );
}

#[test]
fn a_trusted_key_is_used_and_a_stranger_is_refused() {
    let bundle = small();
    let report = verify::verify(&bundle, &[key().verifier()], &mut |_| {});
    assert!(report.held());
    assert!(!codes(&report).contains(&"evidence-key-from-bundle"));
    let stranger = SigningKey::from_seed("redress.example/case-1", [8; 32]).unwrap();
    let report = verify::verify(&bundle, &[stranger.verifier()], &mut |_| {});
    assert_eq!(report.outcome(Claim::Inclusion), Outcome::Failed);
    assert_eq!(report.outcome(Claim::Integrity), Outcome::Failed, "nobody trusted sealed it");
    assert!(codes(&report).contains(&"evidence-key-not-trusted"));
    assert_eq!(report.fault, Some(Fault::Verification));
}

#[test]
fn a_log_that_grew_holds_and_one_that_was_rewritten_does_not() {
    let (_, first) = pack(&[b"a", b"b"], &key(), vec![]);
    let (grown, _) = pack(&[b"a", b"b", b"c"], &key(), vec![first.clone()]);
    let report = grown.verify();
    assert!(report.held());
    assert_eq!(report.outcome(Claim::AppendOnly), Outcome::Held);

    let (rewritten, _) = pack(&[b"a", b"x", b"c"], &key(), vec![]);
    let trust = Trust { keys: &[], earlier: std::slice::from_ref(&first), ..Trust::default() };
    let report = verify::verify_with(&rewritten, trust, &mut |_| {});
    assert_eq!(report.outcome(Claim::AppendOnly), Outcome::Failed);
    assert!(codes(&report).contains(&"evidence-log-rewritten"));
    assert!(!report.held());
}

#[test]
fn a_bundle_whose_maker_forges_everything_but_the_key_does_not_hold() {
    // The forger packs other bytes with a key of the same name and the victim's key file in its place.
    let forger = SigningKey::from_seed("redress.example/case-1", [9; 32]).unwrap();
    let (forged, _) = pack(&[b"forged"], &forger, vec![]);
    let report = verify::verify(&forged, &[key().verifier()], &mut |_| {});
    assert!(!report.held());
}

#[test]
fn progress_ends_at_the_sum_of_all_files() {
    let bundle = pack(&[&vec![5u8; 300_000], b"x"], &key(), vec![]).0;
    let mut last = 0;
    let report = verify::verify(&bundle, &[], &mut |bytes| {
        assert!(bytes >= last);
        last = bytes;
    });
    let all: u64 = bundle.files.values().map(|bytes| bytes.len() as u64).sum();
    assert_eq!((last, report.bytes), (all, all));
}

#[test]
fn a_plan_refuses_what_would_not_be_a_safe_bundle() {
    let key = key();
    let refuse = |change: &dyn Fn(&mut BagInput)| {
        let mut input = BagInput {
            case_id: "case-1".to_owned(),
            items: vec![item(1, b"a")],
            key: &key,
            earlier: vec![],
            cosigners: vec![],
            extra: vec![],
            tags: vec![],
            bagging_date: Date::constant(2026, 3, 1),
            software: "redress 0.1.0".to_owned(),
        };
        change(&mut input);
        bag::plan(&input).unwrap_err().finding.code
    };
    assert_eq!(refuse(&|input| input.items.clear()), "evidence-bundle-empty");
    assert_eq!(refuse(&|input| input.items = vec![item(2, b"a")]), "evidence-bundle-order");
    assert_eq!(refuse(&|input| input.case_id = "two\nlines".to_owned()), "evidence-bundle-line");
    for path in [
        "data/../x",
        "/data/x",
        "data/items/000001/original",
        "data/Log",
        "data/LOG/x",
        "data/a/b",
        "data/a b",
        "data/%41",
        "data/con.txt",
        "x",
    ] {
        let refused = refuse(&|input| {
            input.extra = vec![("data/a".to_owned(), vec![]), (path.to_owned(), vec![])];
        });
        assert_eq!(refused, "evidence-bundle-path", "{path}");
    }
    for path in ["fetch.txt", "manifest-sha256.txt", "Bagit.txt", "data/x"] {
        assert_eq!(
            refuse(&|input| input.tags = vec![(path.to_owned(), vec![])]),
            "evidence-bundle-path",
            "{path}"
        );
    }
    assert_eq!(refuse(&|input| input.items[0].0.source = "长".repeat(30_000)), "evidence-entry-too-long");
    let (_, other) = pack(&[b"z", b"y"], &key, vec![]);
    assert_eq!(refuse(&|input| input.earlier = vec![other.clone()]), "evidence-log-rewritten");
}
