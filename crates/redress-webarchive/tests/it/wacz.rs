//! WACZ: what is verified, and what `wacz validate` lets through.

use crate::samples::{MOMENT, URL, codes, described, place, wacz, warc};
use redress_webarchive::{Description, Kind, Subject};
use sha2::Digest as _;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

type Members = Vec<(String, Vec<u8>, CompressionMethod)>;

fn unpacked(bytes: &[u8]) -> Members {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut file = zip.by_index(index).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            (file.name().unwrap().into_owned(), content, CompressionMethod::Stored)
        })
        .collect()
}

fn packed(members: &Members) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content, method) in members {
        zip.start_file(path.as_str(), SimpleFileOptions::default().compression_method(*method)).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn hash(bytes: &[u8]) -> String {
    let sum = sha2::Sha256::digest(bytes);
    format!("sha256:{}", data_encoding::HEXLOWER.encode(&sum))
}

fn json(members: &Members, path: &str) -> serde_json::Value {
    let (_, content, _) = members.iter().find(|(name, ..)| name == path).unwrap();
    serde_json::from_slice(content).unwrap()
}

fn put(members: &mut Members, path: &str, value: &serde_json::Value) {
    let slot = members.iter_mut().find(|(name, ..)| name == path).unwrap();
    slot.1 = value.to_string().into_bytes();
}

/// The manifest with a change, and its digest made to fit.
fn repackaged(change: &dyn Fn(&mut serde_json::Value)) -> Members {
    let mut members = unpacked(&wacz());
    let mut package = json(&members, "datapackage.json");
    change(&mut package);
    put(&mut members, "datapackage.json", &package);
    let (_, bytes, _) = members.iter().find(|(name, ..)| name == "datapackage.json").unwrap();
    let digest = serde_json::json!({"path": "datapackage.json", "hash": hash(bytes)});
    put(&mut members, "datapackage-digest.json", &digest);
    members
}

fn held(description: &Description, subject: Subject) -> (u64, u64, u64) {
    let claims = description.claims.iter().filter(|claim| claim.subject == subject);
    claims.fold((0, 0, 0), |sum, claim| (sum.0 + claim.held, sum.1 + claim.failed, sum.2 + claim.unchecked))
}

#[test]
fn what_was_written_is_verified() {
    let bytes = wacz();
    assert_eq!(bytes, wacz(), "the same input gives the same bytes");
    let (description, findings) = described("a.wacz", &bytes);
    assert_eq!(codes(&findings), Vec::<&str>::new());
    assert_eq!((description.kind, description.version.as_deref()), (Kind::Wacz, Some("1.1.1")));
    assert!(description.complete);
    assert_eq!(description.made.unwrap().at, MOMENT);
    assert_eq!(
        (description.pages[0].url.as_str(), description.pages[0].title.as_deref()),
        (URL, Some("谣言 & 转发"))
    );
    assert_eq!(held(&description, Subject::Resource), (4, 0, 0));
    assert_eq!(held(&description, Subject::Package), (1, 0, 0));
    assert_eq!(held(&description, Subject::Block), (4, 0, 0));
    assert_eq!(held(&description, Subject::Index), (3, 0, 0), "warcinfo is not in an index");
    assert_eq!(description.parts[1].member.as_deref(), Some("archive/data.warc.gz"));
    // The span of a part counts in its member.
    let part = &description.parts[1];
    let (_, archive, _) =
        unpacked(&bytes).into_iter().find(|(name, ..)| name == "archive/data.warc.gz").unwrap();
    let mut record = String::new();
    let member = &archive[part.start as usize..part.end as usize];
    flate2::read::GzDecoder::new(member).read_to_string(&mut record).unwrap();
    assert!(record.starts_with("WARC/1.1\r\n") && record.contains("送餐员"));
}

/// The six negatives of which `wacz validate` finds three.
#[test]
fn changes_that_must_be_found() {
    let change = |path: &str| {
        let mut members = unpacked(&wacz());
        let slot = members.iter_mut().find(|(name, ..)| name == path).unwrap();
        let middle = slot.1.len() / 2;
        slot.1[middle] ^= 1;
        packed(&members)
    };
    let add = |path: &str| {
        let mut members = unpacked(&wacz());
        members.push((path.to_owned(), warc(true), CompressionMethod::Stored));
        packed(&members)
    };
    let deflated = {
        let mut members = unpacked(&wacz());
        members.iter_mut().for_each(|member| member.2 = CompressionMethod::Deflated);
        packed(&members)
    };
    let cases = [
        (change("archive/data.warc.gz"), "webarchive-wacz-differs"),
        (change("pages/pages.jsonl"), "webarchive-wacz-differs"),
        (change("datapackage.json"), "webarchive-wacz-package-"),
        (add("archive/README"), "webarchive-wacz-not-listed"),
        (add("copy/archive/data.warc.gz"), "webarchive-wacz-wrong-place"),
        (deflated, "webarchive-wacz-compressed"),
    ];
    for (bytes, code) in cases {
        let (_, findings) = described("a.wacz", &bytes);
        let errors: Vec<&str> = codes(&findings);
        assert!(errors.iter().any(|found| found.starts_with(code)), "{code}: {errors:?}");
    }
}

#[test]
fn manifests_that_say_too_little_or_too_much() {
    let drop_first = repackaged(&|package| drop(package["resources"].as_array_mut().unwrap().remove(0)));
    let twice = repackaged(&|package| {
        let first = package["resources"][0].clone();
        package["resources"].as_array_mut().unwrap().push(first);
    });
    let missing = repackaged(&|package| {
        let more = serde_json::json!({"name": "x", "path": "redress/x", "hash": hash(b""), "bytes": 0});
        package["resources"].as_array_mut().unwrap().push(more);
    });
    let size = repackaged(&|package| package["resources"][0]["bytes"] = 1.into());
    let no_hash = repackaged(&|package| package["resources"][0]["hash"] = "abc".into());
    let md5 = repackaged(&|package| {
        package["resources"][0]["hash"] = "md5:900150983cd24fb0d6963f7d28e17f72".into()
    });
    let profile = repackaged(&|package| package["profile"] = "other".into());
    let old = repackaged(&|package| package["wacz_version"] = "1.0.0".into());
    let oldest = repackaged(&|package| {
        package["wacz_version"] = "1.0.0".into();
        for resource in package["resources"].as_array_mut().unwrap() {
            let hash = resource["hash"].as_str().unwrap().split_once(':').unwrap().1.to_owned();
            let (path, bytes) = (resource["path"].clone(), resource["bytes"].clone());
            *resource = serde_json::json!({"path": path, "stats": {"hash": hash, "bytes": bytes}, "hashing": "sha256"});
        }
    });
    let draft = repackaged(&|package| {
        package["profile"] = "wacz".into();
        package.as_object_mut().unwrap().remove("wacz_version");
    });
    for (members, code) in [
        (drop_first, "webarchive-wacz-not-listed"),
        (twice, "webarchive-wacz-listed-twice"),
        (missing, "webarchive-wacz-missing"),
        (size, "webarchive-wacz-size-differs"),
        (no_hash, "webarchive-wacz-hash-form"),
        (md5, "webarchive-wacz-weak"),
        (profile, "webarchive-wacz-profile"),
        (old, "webarchive-wacz-version"),
        (oldest, "webarchive-wacz-version"),
        (draft, "webarchive-wacz-version"),
    ] {
        let (_, findings) = described("a.wacz", &packed(&members));
        assert_eq!(codes(&findings), [code]);
    }
}

#[test]
fn members_that_honest_archives_do_not_have() {
    let mut members = unpacked(&wacz());
    members.push(("../../etc/passwd".into(), b"x".to_vec(), CompressionMethod::Stored));
    let (_, findings) = described("a.wacz", &packed(&members));
    assert!(codes(&findings).contains(&"webarchive-zip-path"), "{findings:?}");
    // Two members of one name: the writer refuses, so the name of another is changed to it.
    let mut members = unpacked(&wacz());
    members.push(("pages/pagez.jsonl".into(), b"{}".to_vec(), CompressionMethod::Stored));
    let twice = replaced(&packed(&members), b"pages/pagez.jsonl", b"pages/pages.jsonl");
    assert!(codes(&described("a.wacz", &twice).1).contains(&"webarchive-zip-twice"));
    // Only one of its two heads is changed.
    let mut bytes = wacz();
    let at = place(&bytes, b"pages/pages.jsonl");
    bytes[at] = b'q';
    assert!(codes(&described("a.wacz", &bytes).1).contains(&"webarchive-zip-heads-differ"));
    let behind = [wacz().as_slice(), b"hidden"].concat();
    assert!(codes(&described("a.wacz", &behind).1).contains(&"webarchive-zip-behind"));
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    while let Some(at) = out.windows(from.len()).position(|window| window == from) {
        out[at..at + to.len()].copy_from_slice(to);
    }
    out
}

#[test]
fn a_member_of_zeros_is_left_before_it_fills_anything() {
    let mut members = unpacked(&wacz());
    members.push(("redress/zeros".into(), vec![0; 20 << 20], CompressionMethod::Deflated));
    let bytes = packed(&members);
    assert!(bytes.len() < 60_000);
    let (_, findings) = described("a.wacz", &bytes);
    assert!(codes(&findings).contains(&"webarchive-zip-member"), "{findings:?}");
}

/// Each below what one member may unpack to; all together far above.
#[test]
fn many_small_bombs_are_one_large_one() {
    let mut members = unpacked(&wacz());
    members.extend(
        (0..4).map(|number| (format!("redress/{number}"), vec![0; 9 << 20], CompressionMethod::Deflated)),
    );
    let (_, findings) = described("a.wacz", &packed(&members));
    let stopped = codes(&findings).iter().filter(|code| **code == "webarchive-zip-member").count();
    assert!(stopped >= 3 && !codes(&findings).contains(&"webarchive-unreadable"), "{findings:?}");
}

/// An index that unpacks to far more than its size.
#[test]
fn a_packed_index_may_not_grow_without_end() {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let lines = [[b'!'; 8191].as_slice(), b"\n"].concat().repeat(1 << 8);
    (0..9).for_each(|_| packer.write_all(&lines).unwrap());
    let mut members = unpacked(&wacz());
    members.push(("indexes/index.cdx.gz".into(), packer.finish().unwrap(), CompressionMethod::Stored));
    let (_, findings) = described("a.wacz", &packed(&members));
    assert!(codes(&findings).contains(&"webarchive-zip-member"), "{findings:?}");
    // And one that is damaged inside, though the zip holds it as it was put in.
    let mut members = unpacked(&wacz());
    members.push((
        "indexes/index.cdx.gz".into(),
        b"\x1f\x8b\x08\x00broken".to_vec(),
        CompressionMethod::Stored,
    ));
    let (_, findings) = described("a.wacz", &packed(&members));
    assert!(codes(&findings).contains(&"webarchive-zip-member"), "{findings:?}");
}

/// The sample with `signedData`, of which `sign` gives the fields that depend on the hash.
pub(crate) fn signed_with(sign: &dyn Fn(&str) -> serde_json::Value) -> Vec<u8> {
    let mut members = unpacked(&wacz());
    let created = json(&members, "datapackage.json")["created"].clone();
    let (_, bytes, _) = members.iter().find(|(name, ..)| name == "datapackage.json").unwrap();
    let hash = hash(bytes);
    let mut signed =
        serde_json::json!({"hash": hash, "created": created, "software": "test", "version": "0.1.0"});
    signed.as_object_mut().unwrap().append(sign(&hash).as_object_mut().unwrap());
    let digest = serde_json::json!({"path": "datapackage.json", "hash": hash, "signedData": signed});
    put(&mut members, "datapackage-digest.json", &digest);
    packed(&members)
}

/// The archive with another byte in its signature.
pub(crate) fn with_another_signature(bytes: &[u8]) -> Vec<u8> {
    let mut members = unpacked(bytes);
    let mut digest = json(&members, "datapackage-digest.json");
    let text = digest["signedData"]["signature"].as_str().unwrap();
    let mut signature = data_encoding::BASE64.decode(text.as_bytes()).unwrap();
    *signature.last_mut().unwrap() ^= 1;
    digest["signedData"]["signature"] = data_encoding::BASE64.encode(&signature).into();
    put(&mut members, "datapackage-digest.json", &digest);
    packed(&members)
}

mod signed {
    use super::{codes, described, held, json, packed, put, signed_with, unpacked};
    use data_encoding::BASE64;
    use p256::ecdsa::signature::Signer as _;
    use p256::pkcs8::EncodePublicKey as _;
    use redress_webarchive::{Description, Subject};
    use sha2::Digest as _;

    /// What a test does to `signedData`, knowing the hash of the manifest.
    type Change = dyn Fn(&mut serde_json::Value, &str);

    /// The sample with `signedData` as ArchiveWeb.page writes it, changed by `change`.
    fn with(change: &Change) -> (Description, Vec<String>) {
        let sign = |hash: &str| {
            let key = p256::ecdsa::SigningKey::from_slice(&[7; 32]).unwrap();
            let signature: p256::ecdsa::Signature = key.sign(hash.as_bytes());
            let public = key.verifying_key().to_public_key_der().unwrap();
            serde_json::json!({
                "signature": BASE64.encode(&signature.to_bytes()), "publicKey": BASE64.encode(public.as_bytes()),
            })
        };
        let mut members = unpacked(&signed_with(&sign));
        let mut digest = json(&members, "datapackage-digest.json");
        let hash = digest["hash"].as_str().unwrap().to_owned();
        change(&mut digest["signedData"], &hash);
        put(&mut members, "datapackage-digest.json", &digest);
        let (description, findings) = described("a.wacz", &packed(&members));
        (description, codes(&findings).iter().map(|code| (*code).to_owned()).collect())
    }

    #[test]
    fn an_anonymous_signature_holds_on_both_curves_and_in_both_forms() {
        let (description, codes) = with(&|_, _| {});
        assert_eq!(
            (held(&description, Subject::Signature), codes),
            ((1, 0, 0), vec!["webarchive-signature-anonymous".into()])
        );
        let (description, _) = with(&|signed, hash| {
            use p384::ecdsa::signature::hazmat::PrehashSigner as _;
            use p384::pkcs8::EncodePublicKey as _;
            let key = p384::ecdsa::SigningKey::from_slice(&[9; 48]).unwrap();
            let sum = sha2::Sha256::digest(hash.as_bytes());
            let signature: p384::ecdsa::Signature = key.sign_prehash(&sum).unwrap();
            signed["signature"] = BASE64.encode(signature.to_der().as_bytes()).into();
            signed["publicKey"] =
                BASE64.encode(key.verifying_key().to_public_key_der().unwrap().as_bytes()).into();
        });
        assert_eq!(held(&description, Subject::Signature), (1, 0, 0));
    }

    #[test]
    fn a_signature_that_is_not_one_is_told() {
        let other = "sha256:0000000000000000000000000000000000000000000000000000000000000000";
        let cases: [(&Change, &str); 7] = [
            (&|signed, _| signed["extra"] = "x".into(), "webarchive-signature-form"),
            (
                &|signed, _| drop(signed.as_object_mut().unwrap().remove("publicKey")),
                "webarchive-signature-form",
            ),
            (&|signed, _| signed["domain"] = "example.org".into(), "webarchive-signature-form"),
            (&|signed, _| signed["hash"] = other.into(), "webarchive-signature-of-other"),
            (&|signed, _| signed["created"] = "2026-01-01T00:00:00Z".into(), "webarchive-signature-date"),
            (&|signed, _| signed["publicKey"] = "AAAA".into(), "webarchive-signature-key"),
            (
                &|signed, _| signed["signature"] = BASE64.encode(&[1; 64]).into(),
                "webarchive-signature-differs",
            ),
        ];
        for (change, code) in cases {
            let (description, codes) = with(change);
            assert!(codes.iter().any(|found| found == code), "{code}: {codes:?}");
            assert!(
                code != "webarchive-signature-differs" || held(&description, Subject::Signature) == (0, 1, 0)
            );
        }
    }
}
