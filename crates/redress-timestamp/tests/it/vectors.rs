//! The files under `vectors/timestamps/`: real tokens of real authorities, and tokens of our own making, which other
//! implementations can run too. What OpenSSL decides about each is part of the vector, and is asked again here.

use crate::mint::{
    AT, CONTENT, Draft, Key, Mint, TIME, TIME_STAMPING, good_signer, loosen, purposes, response,
};
use crate::openssl;
use base64::Engine;
use redress_timestamp::{Asked, Certificate, Content, Form, Outcome, Report, Trust, read, verify};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub(crate) struct Vector {
    pub(crate) path: PathBuf,
    fields: BTreeMap<String, String>,
    pub(crate) token: Vec<u8>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors/timestamps")
}

pub(crate) fn vectors() -> Vec<Vector> {
    let paths = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    paths.sort();
    assert!(paths.len() >= 27, "only {} vectors", paths.len());
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let (head, body) = text.split_once("\n\n").unwrap();
        let fields = head.lines().map(|line| line.split_once(": ").unwrap());
        let body: String = body.split_whitespace().collect();
        Vector {
            fields: fields.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            token: base64::engine::general_purpose::STANDARD.decode(body).unwrap(),
            path,
        }
    };
    paths.into_iter().map(read).collect()
}

impl Vector {
    fn get(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }

    /// The file of the certificates that a field names.
    pub(crate) fn pem(&self, field: &str) -> Option<PathBuf> {
        self.get(field).map(|name| folder().join("certificates").join(name).with_extension("pem"))
    }

    fn certificates(&self, field: &str) -> Vec<Certificate> {
        let Some(path) = self.pem(field) else { return Vec::new() };
        Certificate::read_all(&std::fs::read(path).unwrap()).unwrap()
    }

    pub(crate) fn content(&self) -> Vec<u8> {
        let text = self.get("content").unwrap();
        (0..text.len() / 2).map(|n| u8::from_str_radix(&text[2 * n..2 * n + 2], 16).unwrap()).collect()
    }

    pub(crate) fn report(&self) -> Report {
        let (roots, others, content) = (self.certificates("root"), self.certificates("more"), self.content());
        let answer = read(&self.token).unwrap_or_else(|refusal| panic!("{}: {refusal}", self.path.display()));
        let asked = Asked { imprints: &Content(&content), query: None };
        verify(&answer, asked, Trust { roots: &roots, others: &others })
    }
}

/// The outcome, and the codes of every line that is needed or fails, and does not hold.
fn said(report: &Report) -> String {
    let name = match report.outcome {
        Outcome::Holds => "holds",
        Outcome::Fails => "fails",
        Outcome::NotCheckable => "not-checkable",
    };
    let telling = |line: &&redress_timestamp::Line| match line.outcome {
        Outcome::Holds => false,
        Outcome::Fails => true,
        Outcome::NotCheckable => line.check.is_needed(),
    };
    let codes =
        report.lines.iter().filter(telling).flat_map(|line| &line.findings).map(|one| one.code.as_str());
    std::iter::once(name).chain(codes).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_token_of_a_real_authority_is_read_and_judged() {
    for vector in vectors() {
        let report = vector.report();
        let name = vector.path.display();
        assert_eq!(said(&report), vector.get("expect").unwrap(), "{name} {report:#?}");
        let statement = report.statement.as_ref().unwrap();
        assert_eq!(statement.time.at.0.to_string(), vector.get("time").unwrap(), "{name}");
        if let Some(signer) = vector.get("signer") {
            assert_eq!(report.signer.as_ref().unwrap().subject, signer, "{name}");
        }
        // What we write in DER says and proves the same.
        let answer = read(&vector.token).unwrap();
        let der = read(answer.token.as_ref().unwrap().to_der()).unwrap();
        assert_eq!(der.form, Form::BareToken);
        assert_eq!(der.token.unwrap().statement(), answer.token.unwrap().statement(), "{name}");
    }
}

/// Whatever holds here, OpenSSL accepts; what it cannot check is named (`openssl: cannot`).
#[test]
fn openssl_decides_as_the_vectors_say_and_never_refuses_what_holds() {
    for vector in vectors() {
        let report = vector.report();
        let statement = report.statement.as_ref().unwrap();
        let digest: Vec<u8> = (0..statement.imprint.len() / 2)
            .map(|n| u8::from_str_radix(&statement.imprint[2 * n..2 * n + 2], 16).unwrap())
            .collect();
        let bare = report.form == Form::BareToken;
        let roots = openssl::pem(&vector.certificates("root"));
        let more = openssl::pem(&vector.certificates("more"));
        let more = vector.get("more").map(|_| more.as_str());
        let at = statement.time.at.0;
        let own = vector.get("expect").unwrap().contains("timestamp-imprint-differs");
        let accepts = openssl::accepts(&vector.token, &digest, at, &roots, more, bare);
        match vector.get("openssl").unwrap() {
            "accepts" => assert!(accepts, "{}", vector.path.display()),
            "cannot" => assert!(!accepts, "{}", vector.path.display()),
            // Here the digest of the token itself is asked about, so that another content is no reason.
            _ => assert!(!accepts || own, "{}", vector.path.display()),
        }
        let cannot = vector.get("openssl") == Some("cannot");
        assert!(!report.holds() || accepts || cannot, "{}", vector.path.display());
    }
}

/// A vector of our own making: its name, what is expected of it here and of OpenSSL, the authority, the token.
struct Own {
    name: &'static str,
    expect: &'static str,
    openssl: &'static str,
    mint: Mint,
    token: Vec<u8>,
}

fn with_sm2() -> Vec<Own> {
    let sm2 = Mint::sm2();
    let mut identity = sm2.clone();
    identity.key = Key::sm2_of("alice@example.com", 2);
    let mixed = Mint::of(Key::p256(1), Key::sm2(2), good_signer());
    let own =
        |name, expect, openssl, mint: &Mint, token| Own { name, expect, openssl, mint: mint.clone(), token };
    vec![
        own("own-sm2", "holds", "cannot", &sm2, response(&sm2.plain(&[]))),
        own("own-sm2-signer-under-p256", "holds", "cannot", &mixed, mixed.plain(&[])),
        own(
            "own-sm2-other-identity",
            "fails timestamp-signature-differs",
            "refuses",
            &sm2,
            identity.plain(&[]),
        ),
    ]
}

fn with_p256() -> Vec<Own> {
    let mint = Mint::p256();
    let info = mint.info(TIME, &[]);
    let signer = std::slice::from_ref(&mint.signer);
    let mut attributes = mint.attributes(&info);
    let info_of = mint.signer_info(&attributes);
    let keep = [attributes.clone(), signer.to_vec()].concat();
    attributes.reverse();
    let expired = Draft { until: "260301000000Z", ..Draft::new("signer", "root", 2, good_signer()) };
    let expired = mint.clone().with_signer(&expired, &mint.root_key);
    let loose = Mint::of(Key::p256(1), Key::p256(2), vec![purposes(false, &[TIME_STAMPING])]);
    let own =
        |name, expect, openssl, mint: &Mint, token| Own { name, expect, openssl, mint: mint.clone(), token };
    vec![
        own("own-ber", "holds", "accepts", &mint, loosen(&mint.plain(&[]), 16, &keep)),
        own(
            "own-attributes-unsorted",
            "holds",
            "accepts",
            &mint,
            mint.assemble(&info, signer, &[mint.signer_info(&attributes)]),
        ),
        own(
            "own-two-signers",
            "fails timestamp-signers",
            "refuses",
            &mint,
            mint.assemble(&info, signer, &[info_of.clone(), info_of]),
        ),
        own(
            "own-expired",
            "fails timestamp-certificate-expired",
            "refuses",
            &expired,
            response(&expired.plain(&[])),
        ),
        own(
            "own-usage-not-critical",
            "fails timestamp-usage-not-critical",
            "refuses",
            &loose,
            loose.plain(&[]),
        ),
    ]
}

impl Own {
    fn root(&self) -> &'static str {
        match self.mint.root_key {
            Key::P256(_) => "own-p256-root",
            Key::Sm2(_) => "own-sm2-root",
        }
    }

    fn text(&self) -> String {
        let base64 = base64::engine::general_purpose::STANDARD.encode(&self.token);
        let lines: Vec<&str> =
            base64.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).unwrap()).collect();
        let content: String = CONTENT.iter().map(|byte| format!("{byte:02x}")).collect();
        format!(
            "expect: {}\nsource: made by tests/it/vectors.rs\nroot: {}\ncontent: {content}\ntime: {AT}\nopenssl: {}\n\n{}\n",
            self.expect,
            self.root(),
            self.openssl,
            lines.join("\n")
        )
    }
}

/// `REDRESS_BLESS=1` writes them.
#[test]
fn our_own_vectors_are_what_is_made_here() {
    let bless = std::env::var_os("REDRESS_BLESS").is_some();
    for one in with_sm2().into_iter().chain(with_p256()) {
        let root = format!("Root of our own making\n{}", openssl::pem(&one.mint.roots()));
        let files = [
            (folder().join(one.name).with_extension("txt"), one.text()),
            (folder().join("certificates").join(one.root()).with_extension("pem"), root),
        ];
        for (path, text) in files {
            if bless {
                std::fs::write(&path, &text).unwrap();
            }
            assert_eq!(std::fs::read_to_string(&path).unwrap(), text, "{}", path.display());
        }
    }
}
