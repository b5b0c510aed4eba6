//! Web archives of other people's programs, and ours in their hands: warcio, cdxj-indexer, wacz, the email
//! package of Python, Chromium. What is not installed is skipped by name.
#![expect(clippy::disallowed_methods, reason = "other programs are given files")]

use crate::samples::{URL, codes, described, wacz, warc};
use redress_base::Level;
use redress_webarchive::{Kind, Subject};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A Python of the peers that `./test` installs, if one has the packages: the validators of the evidence
/// field lie apart from the others.
fn python(packages: &str) -> Option<PathBuf> {
    let peers = PathBuf::from(std::env::var_os("REDRESS_PEERS")?);
    let import = format!("import {packages}");
    let has = |path: &PathBuf| {
        let asked = Command::new(path).args(["-c", &import]).output();
        asked.is_ok_and(|asked| asked.status.success())
    };
    [peers.join("python"), peers.join("../evidence/bin/python")].into_iter().find(has)
}

/// Written past the test runner's capture, so that a skipped check is counted by name.
fn skipped(what: &str) {
    let line = format!("SKIPPED {what} (run ./test, which installs it)\n");
    std::io::stdout().write_all(line.as_bytes()).unwrap();
}

/// One task of `peers.py`.
fn task(python: &Path, name: &str, args: &[&Path], more: &[&str]) -> String {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/peers.py");
    let run = Command::new(python)
        .env("PYTHONIOENCODING", "utf-8")
        .arg(script)
        .arg(name)
        .args(args)
        .args(more)
        .output()
        .unwrap();
    assert!(run.status.success(), "{name}: {}", said(&run));
    String::from_utf8(run.stdout).unwrap()
}

/// A module of Python as a program.
fn program(python: &Path, args: &[&str], file: &Path) -> Output {
    Command::new(python).arg("-m").args(args).arg(file).output().unwrap()
}

fn said(run: &Output) -> String {
    String::from_utf8_lossy(&[run.stdout.as_slice(), &run.stderr].concat()).into_owned()
}

fn put(folder: &tempfile::TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn warcio_finds_our_digests_sound_and_a_changed_byte_not() {
    let Some(python) = python("warcio") else { return skipped("warcio check") };
    let folder = tempfile::tempdir().unwrap();
    for (name, gzip) in [("a.warc", false), ("a.warc.gz", true)] {
        let bytes = warc(gzip);
        let path = put(&folder, name, &bytes);
        let run = program(&python, &["warcio.cli", "check", "-v"], &path);
        assert!(run.status.success(), "{}", said(&run));
        assert_eq!(said(&run).matches("digest pass").count(), 4, "{}", said(&run));
        if !gzip {
            let at = bytes.windows(5).rposition(|window| window == b"Hello").unwrap();
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            let run = program(&python, &["warcio.cli", "check"], &put(&folder, "changed.warc", &changed));
            assert!(!run.status.success(), "{}", said(&run));
        }
    }
}

/// Type, address, offset, length, SHA-256 of the payload.
type Row = (String, Option<String>, u64, u64, String);

#[test]
fn warcio_and_this_room_read_each_others_records_the_same() {
    let Some(python) = python("warcio") else { return skipped("warcio") };
    let folder = tempfile::tempdir().unwrap();
    for (gzip, version) in [("gzip", "1.0"), ("gzip", "1.1"), ("plain", "1.0"), ("plain", "1.1")] {
        let path = folder.path().join("theirs.warc");
        let told = task(&python, "warcio_writes", &[&path], &[gzip, version]);
        compare(&std::fs::read(&path).unwrap(), &told, 8, version);
    }
    for gzip in [false, true] {
        let bytes = warc(gzip);
        let told = task(&python, "warcio_reads", &[&put(&folder, "ours.warc", &bytes)], &[]);
        compare(&bytes, &told, 4, "1.1");
    }
}

fn compare(bytes: &[u8], told: &str, records: usize, version: &str) {
    let rows: Vec<Row> = serde_json::from_str(told).unwrap();
    assert_eq!(rows.len(), records);
    let (description, findings) = described("a.warc", bytes);
    assert!(findings.iter().all(|finding| finding.level == Level::Note), "{findings:?}");
    assert_eq!((description.complete, description.version.as_deref()), (true, Some(version)));
    assert!(description.claims.iter().all(|claim| claim.failed == 0), "{:?}", description.claims);
    assert_eq!(description.parts.len(), rows.len());
    for (part, (kind, url, offset, length, sha256)) in description.parts.iter().zip(rows) {
        assert_eq!((&part.what, &part.url), (&kind, &url));
        // warcio counts the two empty lines behind a plain record to none.
        let behind = u64::from(!bytes.starts_with(&[0x1f])) * 4;
        let whole = part.end - part.start;
        assert!(
            part.start == offset && (whole == length || whole == length + behind),
            "{part:?}: {offset}+{length}"
        );
        if kind != "request" {
            assert_eq!(part.sha256.to_string(), sha256, "{kind} {url:?}");
        }
    }
}

#[test]
fn cdxj_indexer_writes_the_index_that_we_write() {
    let Some(python) = python("cdxj_indexer, zipfile") else { return skipped("cdxj-indexer") };
    let folder = tempfile::tempdir().unwrap();
    let theirs = task(&python, "cdxj", &[&put(&folder, "data.warc.gz", &warc(true))], &[]);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(wacz())).unwrap();
    let mut ours = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("indexes/index.cdx").unwrap(), &mut ours).unwrap();
    let read = |text: &str| -> Vec<(String, String, serde_json::Value)> {
        let fields = |line: &str| {
            let mut fields = line.splitn(3, ' ').map(str::to_owned);
            let (key, at) = (fields.next().unwrap(), fields.next().unwrap());
            (key, at, serde_json::from_str(&fields.next().unwrap()).unwrap())
        };
        text.lines().map(fields).collect()
    };
    assert_eq!(read(&ours), read(&theirs));
    assert_eq!(ours.lines().count(), 3);
}

#[test]
fn wacz_validates_what_we_write_and_not_what_was_changed() {
    let Some(python) = python("wacz") else { return skipped("wacz validate") };
    let folder = tempfile::tempdir().unwrap();
    let bytes = wacz();
    let validate = ["wacz.main", "validate", "-f"];
    let run = program(&python, &validate, &put(&folder, "ours.wacz", &bytes));
    assert!(run.status.success() && said(&run).contains("valid"), "{}", said(&run));
    let mut changed = bytes.clone();
    let at = bytes.windows(6).rposition(|window| window == "骑手".as_bytes()).unwrap();
    changed[at] ^= 1;
    let run = program(&python, &validate, &put(&folder, "changed.wacz", &changed));
    assert!(!run.status.success(), "{}", said(&run));
    assert!(described("changed.wacz", &changed).1.iter().any(|finding| finding.level == Level::Error));
}

/// What a signature of a domain (WACZ-Auth 0.1.0) holds for both, and what they refuse for its root is told here as not checked:
/// whom to trust is chosen by whoever verifies.
#[test]
fn signatures_of_domains_are_judged_by_both() {
    let Some(python) = python("wacz, authsign") else { return skipped("wacz validate --verify-auth") };
    let folder = tempfile::tempdir().unwrap();
    let validate = ["wacz.main", "validate", "--verify-auth", "-f"];
    let vectors = concat!(env!("CARGO_MANIFEST_DIR"), "/../../vectors/webarchive");
    let whole = std::fs::read(format!("{vectors}/domain-signed.wacz")).unwrap();
    let staging = std::fs::read(format!("{vectors}/domain-signed-by-staging.wacz")).unwrap();
    let run = program(&python, &validate, &put(&folder, "ours.wacz", &wacz()));
    assert!(run.status.success(), "unsigned, as ours are: the bundle is signed. {}", said(&run));
    let run = program(&python, &validate, &put(&folder, "whole.wacz", &whole));
    assert!(run.status.success() && said(&run).contains("direct check"), "{}", said(&run));
    let ours = |bytes: &[u8]| {
        let (_, findings) = described("a.wacz", bytes);
        let errors = findings.iter().any(|finding| finding.level == Level::Error);
        (errors, codes(&findings).contains(&"webarchive-signature-domain"))
    };
    assert_eq!(ours(&whole), (false, true));
    let run = program(&python, &validate, &put(&folder, "staging.wacz", &staging));
    // It says so and ends with 0 all the same.
    let refused = |run: &Output| said(run).contains("the passed WACZ is invalid");
    assert!(refused(&run) && said(&run).contains("✗ Trusted Domain Root Cert"), "{}", said(&run));
    assert_eq!(ours(&staging), (false, true), "trust is not judged here, and that is said");
    let changed = crate::wacz::with_another_signature(&whole);
    let run = program(&python, &validate, &put(&folder, "changed.wacz", &changed));
    assert!(refused(&run), "{}", said(&run));
    assert!(ours(&changed).0);
}

#[test]
fn what_wacz_creates_is_verified_here() {
    let Some(python) = python("wacz") else { return skipped("wacz create") };
    let folder = tempfile::tempdir().unwrap();
    let source = put(&folder, "data.warc.gz", &warc(true));
    let out = folder.path().join("theirs.wacz");
    let out_text = out.to_str().unwrap();
    let pages = format!(
        "{}\n{}\n",
        r#"{"format": "json-pages-1.0", "id": "pages"}"#,
        serde_json::json!({"url": URL, "ts": "2026-03-01T01:30:00Z", "title": "谣言"})
    );
    let pages = put(&folder, "pages.jsonl", pages.as_bytes());
    let create = ["wacz.main", "create", "-p", pages.to_str().unwrap(), "-o", out_text, "-f"];
    let run = program(&python, &create, &source);
    assert!(run.status.success(), "{}", said(&run));
    let (description, findings) = described("theirs.wacz", &std::fs::read(&out).unwrap());
    assert!(findings.iter().all(|finding| finding.level == Level::Note), "{findings:?}");
    assert!(description.complete && description.kind == Kind::Wacz);
    assert_eq!(description.version.as_deref(), Some("1.1.1"));
    let index: Vec<_> = description.claims.iter().filter(|claim| claim.subject == Subject::Index).collect();
    assert_eq!((index.len(), index[0].held, index[0].failed), (1, 3, 0));
    assert_eq!((description.parts_found, description.pages_found), (4, 1));
    assert_eq!(
        (description.pages[0].url.as_str(), description.pages[0].title.as_deref()),
        (URL, Some("谣言"))
    );
}

/// A certificate for two names of hosts, under its own key.
const CERTIFICATE: &str =
    "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout k.pem -out c.pem -days 1
    -subj /CN=sign.example -addext subjectAltName=DNS:sign.example,DNS:*.seal.example";

#[test]
fn a_signature_under_a_certificate_of_openssl_is_checked() {
    if !Command::new("openssl").arg("version").output().is_ok_and(|run| run.status.success()) {
        return skipped("openssl");
    }
    let folder = tempfile::tempdir().unwrap();
    let openssl = |args: &[&str]| {
        let run = Command::new("openssl").current_dir(folder.path()).args(args).output().unwrap();
        assert!(run.status.success(), "{}", said(&run));
        run.stdout
    };
    openssl(&CERTIFICATE.split_whitespace().collect::<Vec<_>>());
    let certificate = std::fs::read_to_string(folder.path().join("c.pem")).unwrap();
    for (domain, change, held, code) in [
        ("sign.example", false, 1, None),
        ("a.seal.example", false, 1, None),
        ("a.b.seal.example", false, 1, Some("webarchive-signature-other-domain")),
        ("sign.example", true, 0, Some("webarchive-signature-differs")),
    ] {
        let sign = |hash: &str| {
            put(&folder, "hash", hash.as_bytes());
            let mut signature = openssl(&["dgst", "-sha256", "-sign", "k.pem", "hash"]);
            let last = signature.len() - 1;
            signature[last] ^= u8::from(change);
            let coded = data_encoding::BASE64.encode(&signature);
            serde_json::json!({"signature": coded, "domain": domain, "domainCert": certificate, "timeSignature": "AA==", "timestampCert": certificate})
        };
        let (description, findings) = described("a.wacz", &crate::wacz::signed_with(&sign));
        let signature = description.claims.iter().find(|claim| claim.subject == Subject::Signature).unwrap();
        assert_eq!((signature.algorithm.as_str(), signature.held), ("ecdsa-p256", held));
        let open: Vec<_> = description
            .claims
            .iter()
            .filter(|claim| claim.unchecked == 1)
            .map(|claim| claim.subject)
            .collect();
        assert_eq!(open, [Subject::Timestamp, Subject::Certificate]);
        let error = findings
            .iter()
            .find(|finding| finding.level == Level::Error)
            .map(|finding| finding.code.as_str());
        assert_eq!(error, code, "{domain}");
    }
}

/// Type, location, SHA-256 of the decoded body.
type MailPart = (String, Option<String>, String);

#[test]
fn chromium_saves_a_page_that_is_read_as_python_reads_it() {
    let found = Command::new("which").arg("chromium").output().unwrap();
    let chromium = PathBuf::from(String::from_utf8_lossy(&found.stdout).trim());
    let Some(python) = python("playwright").filter(|_| found.status.success()) else {
        return skipped("chromium MHTML and HAR");
    };
    let folder = tempfile::tempdir().unwrap();
    let page = put(&folder, "page.html", "<!doctype html><meta charset=utf-8><title>谣言 = 转发</title><link rel=stylesheet href=a.css><img src=a.gif><p>送餐员 a=b  ".as_bytes());
    put(&folder, "a.css", "p { content: '证据' }".as_bytes());
    put(&folder, "a.gif", b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;");
    let (mhtml, har) = (folder.path().join("a.mhtml"), folder.path().join("a.har"));
    let url: String =
        serde_json::from_str(&task(&python, "chromium_saves", &[&chromium, &page, &mhtml, &har], &[]))
            .unwrap();

    let (description, findings) = described("a.mhtml", &std::fs::read(&mhtml).unwrap());
    assert_eq!(codes(&findings), Vec::<&str>::new());
    let told = task(&python, "email_reads", &[&mhtml], &[]);
    let (address, title, parts): (String, String, Vec<MailPart>) = serde_json::from_str(&told).unwrap();
    assert_eq!(
        (description.pages[0].url.as_str(), description.pages[0].title.as_deref()),
        (address.as_str(), Some(title.as_str()))
    );
    assert_eq!((address, title.as_str(), parts.len()), (url.clone(), "谣言 = 转发", 3));
    assert!(description.tool.as_deref() == Some("Saved by Blink") && description.made.is_some());
    for (part, (kind, location, sha256)) in description.parts.iter().zip(parts) {
        assert_eq!((&part.url, part.sha256.to_string()), (&location, sha256));
        assert_eq!(part.media_type.as_deref().unwrap().split(';').next(), Some(kind.as_str()));
    }

    let (description, findings) = described("a.har", &std::fs::read(&har).unwrap());
    assert!(findings.iter().all(|finding| finding.level == Level::Note), "{findings:?}");
    assert!(description.complete && description.pages[0].url == url, "{:?}", description.pages);
    let gif = description
        .parts
        .iter()
        .find(|part| part.url.as_deref().is_some_and(|url| url.ends_with("a.gif")))
        .unwrap();
    assert_eq!((gif.status, gif.bytes), (Some(200), 43));
}
