//! A second implementation of RFC 3161 beside ours: rfc3161-client, which `./test` installs. What is not installed is
//! skipped by name.

use crate::openssl::{Authority, PLAIN};
use crate::vectors::{Vector, vectors};
use redress_timestamp::{Asked, Content, Digester, Imprint, Number, Query, Trust, read, verify};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

const CONTENT: &[u8] = b"what somebody posted";

/// The Python of the evidence field's validators, if it has the package.
fn python() -> Option<PathBuf> {
    let peers = PathBuf::from(std::env::var_os("REDRESS_PEERS")?);
    let python = peers.join("../evidence/bin/python");
    let asked = Command::new(&python).args(["-c", "import rfc3161_client"]).output();
    asked.is_ok_and(|asked| asked.status.success()).then_some(python)
}

/// Written past the test runner's capture, so that a skipped check is counted by name.
fn skipped() {
    std::io::stdout().write_all(b"SKIPPED rfc3161-client (run ./test, which installs it)\n").unwrap();
}

/// What they say of each answer, with its content, its roots and its further certificates.
fn theirs(python: &Path, folder: &Path, rows: &[[String; 4]]) -> Vec<bool> {
    let list = folder.join("list");
    let lines: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
    std::fs::write(&list, lines.join("\n")).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/rfc3161.py");
    let run = Command::new(python).arg(script).arg(&list).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let said = String::from_utf8(run.stdout).unwrap();
    let verdicts: Vec<bool> = said.lines().map(|line| line == "holds").collect();
    assert_eq!(verdicts.len(), rows.len());
    verdicts
}

/// RFC 3161 2.4.2: an answer of OpenSSL's holds for both, and no changed one that they refuse holds here.
#[test]
fn an_answer_holds_for_both_and_a_changed_one_never_for_us_alone() {
    let Some(python) = python() else { return skipped() };
    let authority = Authority::new(PLAIN);
    let imprint = Imprint::new(Digester::Sha256, &Digester::Sha256.digest(CONTENT)).unwrap();
    let query = Query::new(imprint, Number::nonce(&[0xf1, 2, 3, 4, 5, 6, 7, 8]).unwrap());
    let whole = authority.answer(&query.to_der());
    authority.write("content", CONTENT);
    let roots = authority.certificates("root.pem");
    let (mut ours, mut rows) = (Vec::new(), Vec::new());
    for (number, at) in std::iter::once(None).chain((0..whole.len()).step_by(7).map(Some)).enumerate() {
        let mut bytes = whole.clone();
        if let Some(at) = at {
            bytes[at] ^= 1;
        }
        let holds = read(&bytes).is_ok_and(|answer| {
            let asked = Asked { imprints: &Content(CONTENT), query: None };
            verify(&answer, asked, Trust { roots: &roots, others: &[] }).holds()
        });
        let name = format!("{number}.tsr");
        authority.write(&name, &bytes);
        let path = |name: &str| authority.path(name).display().to_string();
        rows.push([path(&name), path("content"), path("root.pem"), "-".to_owned()]);
        ours.push((at, holds));
    }
    let theirs = theirs(&python, &authority.path(""), &rows);
    assert!(ours[0].1 && theirs[0], "the whole one");
    let mut refused = 0;
    for ((at, holds), they) in ours.iter().zip(theirs).skip(1) {
        // We are the stricter ones: what they refuse never holds here.
        assert!(they || !*holds, "byte {at:?}: we hold it, they do not");
        refused += usize::from(!holds);
    }
    assert!(refused * 10 > ours.len() * 8, "{refused} of {}", ours.len());
}

/// Real tokens of real authorities: none of those that they accept is refused here.
#[test]
fn what_they_accept_of_the_vectors_holds_here() {
    let Some(python) = python() else { return skipped() };
    let folder = tempfile::tempdir().unwrap();
    let all = vectors();
    let rows: Vec<[String; 4]> = all
        .iter()
        .enumerate()
        .map(|(number, vector)| {
            let put = |end: &str, bytes: &[u8]| {
                let path = folder.path().join(format!("{number}.{end}"));
                std::fs::write(&path, bytes).unwrap();
                path.display().to_string()
            };
            let pem = |field: &str| vector.pem(field).map(|path| path.display().to_string());
            let more = pem("more").unwrap_or_else(|| "-".to_owned());
            [put("tsr", &vector.token), put("content", &vector.content()), pem("root").unwrap(), more]
        })
        .collect();
    let theirs = theirs(&python, folder.path(), &rows);
    let accepted: Vec<&Vector> =
        all.iter().zip(theirs).filter(|(_, they)| *they).map(|(one, _)| one).collect();
    assert!(accepted.len() >= 9, "{}", accepted.len());
    for vector in accepted {
        assert!(vector.report().holds(), "{}", vector.path.display());
    }
}
