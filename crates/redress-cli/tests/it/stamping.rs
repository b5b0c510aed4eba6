//! The evidence log and a bundle stamped by a real authority, OpenSSL's, by file and over HTTP (RFC 3161).

use crate::case_file::{fits, refused};
use crate::run::Room;
use serde_json::{Value, json};
use std::io::{Read as _, Write as _};
use std::process::Command;

const CONFIG: &str = "
[tsa]
default_tsa = tsa_config
[tsa_config]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512, sm3
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
";

fn openssl(room: &Room, line: &str) {
    let output = Command::new("openssl").args(line.split(' ')).current_dir(room.dir.path()).output().unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
}

/// An authority under a root of its own, and another root that did not issue it.
pub(crate) fn authority(room: &Room) {
    room.write("tsa.cnf", CONFIG);
    room.write("serial", "01\n");
    room.write("ext.cnf", "extendedKeyUsage = critical,timeStamping\nkeyUsage = critical,digitalSignature\n");
    for name in ["root", "other"] {
        openssl(
            room,
            &format!(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout {name}.key -out {name}.pem -days 3650 -subj /CN={name}"
            ),
        );
    }
    openssl(
        room,
        "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsa.key -out tsa.csr -subj /CN=tsa",
    );
    openssl(
        room,
        "x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -days 3650 -extfile ext.cnf -out tsa.pem",
    );
}

pub(crate) fn reply(room: &Room, question: &str, answer: &str) {
    openssl(room, &format!("ts -reply -config tsa.cnf -queryfile {question} -out {answer}"));
}

fn case(room: &Room) {
    room.case("spring");
    room.write("page.html", "<p>假的</p>");
    room.ok(&["add", "spring", "page.html", "--role", "paper"]);
}

fn outcome(report: &Value, claim: &str) -> String {
    let lines = report["lines"].as_array().unwrap();
    lines.iter().find(|line| line["claim"] == claim).unwrap()["outcome"].as_str().unwrap().to_owned()
}

/// By file: the question is answered elsewhere, the answer is sealed, and the bundle shows since when it existed to whoever
/// believes the root; to whoever believes another it does not, and OpenSSL says the same of the same files.
#[test]
fn a_log_and_a_bundle_are_stamped_by_file() {
    let room = Room::new();
    authority(&room);
    case(&room);
    for (algorithm, number) in [("sm3", 1), ("sha256", 2)] {
        let (question, answer) = (format!("ask{number}.tsq"), format!("answer{number}.tsr"));
        room.ok(&["stamp", "spring", "--question", &question, "--algorithm", algorithm]);
        reply(&room, &question, &answer);
        let kept =
            ["stamp", "spring", "--answer", &answer, "--authority", "OpenSSL", "--tsa-root", "root.pem"];
        let kept = room.json(&kept);
        fits(&room, &kept);
        assert_eq!(kept["report"]["outcome"], "holds", "{kept:#}");
    }
    room.ok(&["pack", "spring", "bundle"]);
    let open = room.json(&["verify", "bundle"]);
    assert_eq!(outcome(&open, "existed-by"), "not-provable", "without a root nothing is proved: {open:#}");
    let told = room.json(&["verify", "bundle", "--tsa-root", "root.pem"]);
    fits(&room, &told);
    assert_eq!(outcome(&told, "existed-by"), "held", "{told:#}");
    let existed = told["existed"].as_array().unwrap();
    assert!(existed.iter().filter(|one| one["stamped"] == "checkpoint").count() == 2, "{existed:#?}");
    // Now the bundle as a whole.
    room.ok(&["stamp", "bundle", "--question", "whole.tsq"]);
    reply(&room, "whole.tsq", "whole.tsr");
    room.ok(&["stamp", "bundle", "--answer", "whole.tsr"]);
    let told = room.json(&["verify", "bundle", "--tsa-root", "root.pem"]);
    assert!(told["existed"].as_array().unwrap().iter().any(|one| one["stamped"] == "everything"), "{told:#}");
    openssl(
        &room,
        "ts -verify -data bundle/tagmanifest-sha256.txt -in bundle/redress-seal.tsr -CAfile root.pem",
    );
    let other = room.redress(&["--json", "verify", "bundle", "--tsa-root", "other.pem"]);
    assert_eq!(other.code, 4, "{}", other.out);
    wrong_answers_leave_nothing(&room);
}

fn wrong_answers_leave_nothing(room: &Room) {
    room.write("noise.tsr", "no token");
    refused(room, "spring", &["stamp", "spring", "--answer", "noise.tsr"], 3, "workbench-token-unreadable");
    refused(room, "spring", &["stamp", "spring", "--answer", "whole.tsr"], 3, "workbench-token-of-nothing");
    let root = ["stamp", "spring", "--answer", "answer2.tsr", "--tsa-root", "noise.tsr"];
    refused(room, "spring", &root, 3, "cli-certificates-unreadable");
    // A token over the manifest of another bundle is none of this one.
    std::fs::remove_file(room.path("bundle/redress-seal.tsr")).unwrap();
    let answer = room.redress(&["stamp", "bundle", "--answer", "answer2.tsr"]);
    assert_eq!(answer.code, 4, "{}", answer.err);
    assert!(!room.path("bundle/redress-seal.tsr").exists());
    what_is_no_sound_bundle_is_not_stamped(room);
}

/// Nothing is asked about a bundle that does not hold, nor about a bag that nobody signed.
fn what_is_no_sound_bundle_is_not_stamped(room: &Room) {
    std::fs::write(room.path("bundle/data/items/000001/original"), "<p>other</p>").unwrap();
    let broken = room.redress(&["stamp", "bundle", "--question", "broken.tsq"]);
    assert!(broken.code == 4 && broken.out.contains("✗ Integrity"), "{}{}", broken.out, broken.err);
    room.write("loose/page.html", "<p>假的</p>");
    room.ok(&["bag", "loose", "plain"]);
    let plain = room.redress(&["--json", "stamp", "plain", "--question", "broken.tsq"]);
    assert!(plain.code == 3 && plain.out.contains("cli-not-a-bundle"), "{}{}", plain.out, plain.err);
    assert!(!room.path("broken.tsq").exists());
}

/// An authority that serves one request: what it answers with is made of the question.
#[expect(clippy::disallowed_types, reason = "an authority on this computer, which the test itself is")]
pub(crate) fn serve(
    answer: impl FnOnce(Vec<u8>) -> Vec<u8> + Send + 'static,
) -> (String, std::thread::JoinHandle<()>) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/tsr", listener.local_addr().unwrap());
    let thread = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut got = Vec::new();
        let body = loop {
            let mut block = [0u8; 4096];
            let read = stream.read(&mut block).unwrap();
            assert!(read > 0, "the request ended early");
            got.extend_from_slice(&block[..read]);
            let text = String::from_utf8_lossy(&got).into_owned();
            let Some(end) = got.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
            let length = text.lines().find_map(|line| {
                let (name, value) = line.split_once(": ")?;
                name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
            });
            assert!(
                text.to_ascii_lowercase().contains("content-type: application/timestamp-query"),
                "{text}"
            );
            if got.len() >= end + 4 + length.unwrap() {
                break got[end + 4..].to_vec();
            }
        };
        stream.write_all(&answer(body)).unwrap();
    });
    (address, thread)
}

pub(crate) fn http(kind: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

/// Over HTTP only the question leaves; garbage and a refusal leave the case as it was but for the signed log.
#[test]
fn a_log_is_stamped_over_http_and_garbage_is_not_kept() {
    let room = Room::new();
    authority(&room);
    case(&room);
    let folder = room.dir.path().to_path_buf();
    let (address, thread) = serve(move |question| {
        std::fs::write(folder.join("http.tsq"), question).unwrap();
        let line = "ts -reply -config tsa.cnf -queryfile http.tsq -out http.tsr";
        assert!(
            Command::new("openssl").args(line.split(' ')).current_dir(&folder).status().unwrap().success()
        );
        http("application/timestamp-reply", &std::fs::read(folder.join("http.tsr")).unwrap())
    });
    let done = room.json(&["stamp", "spring", "--tsa", &address, "--tsa-root", "root.pem"]);
    thread.join().unwrap();
    let held = done["report"]["lines"].as_array().unwrap();
    let nonce = held.iter().find(|line| line["check"] == "nonce").unwrap();
    assert_eq!(nonce["outcome"], json!("holds"), "the nonce of the question came back");
    let stamped = room.json(&["log", "spring", "--kind", "stamped"])["entries"].as_array().unwrap().len();
    for (kind, body, code) in [
        ("text/html", "<p>log in</p>", "authority-no-reply"),
        ("application/timestamp-reply", "garbage", "workbench-token-unreadable"),
    ] {
        let (address, thread) = serve(move |_| http(kind, body.as_bytes()));
        let answer = room.redress(&["--json", "stamp", "spring", "--tsa", &address]);
        thread.join().unwrap();
        let document: Value = serde_json::from_str(&answer.out).unwrap();
        assert_eq!((answer.code, document["finding"]["code"].as_str().unwrap()), (3, code), "{document:#}");
    }
    let nobody = room.redress(&["--json", "stamp", "spring", "--tsa", "http://127.0.0.1:9/tsr"]);
    assert!(nobody.code != 0 && nobody.out.contains("authority-unreachable"), "{}", nobody.out);
    let wrong = room.redress(&["--json", "stamp", "spring", "--tsa", "ftp://x"]);
    assert!(wrong.code == 2 && wrong.out.contains("authority-address"), "{}", wrong.out);
    let after = room.json(&["log", "spring", "--kind", "stamped"])["entries"].as_array().unwrap().len();
    assert_eq!((stamped, after), (1, 1));
}

/// An authority that takes the question, answers with these bytes, and then keeps the line open.
#[expect(clippy::disallowed_types, reason = "an authority on this computer, which the test itself is")]
fn keeps_waiting(answer: Vec<u8>) -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/tsr", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 4096]);
        let _ = stream.write_all(&answer);
        // Until the client has gone.
        while stream.read(&mut [0; 4096]).is_ok_and(|read| read > 0) {}
    });
    address
}

/// Nothing, and half an answer: after half a minute one error, and nothing of it is kept. (One byte a second, and shorter:
/// `redress-authority`.)
#[test]
fn an_authority_that_answers_late_leaves_nothing_half_sealed() {
    let room = Room::new();
    case(&room);
    room.ok(&["pack", "spring", "bundle"]);
    let half = http("application/timestamp-reply", &[0x30; 600]);
    let (silent, slow) = (keeps_waiting(Vec::new()), keeps_waiting(half[..half.len() - 300].to_vec()));
    let ask = |place: &str, address: &str| {
        let answer = room.redress(&["--json", "stamp", place, "--tsa", address]);
        let document: Value = serde_json::from_str(&answer.out).unwrap();
        (answer.code, document["finding"]["code"].as_str().unwrap().to_owned(), answer.err)
    };
    let before = room.bytes_of("bundle");
    let (of_case, of_bundle) = std::thread::scope(|scope| {
        let of_case = scope.spawn(|| ask("spring", &silent));
        let of_bundle = scope.spawn(|| ask("bundle", &slow));
        (of_case.join().unwrap(), of_bundle.join().unwrap())
    });
    for answer in [of_case, of_bundle] {
        assert_eq!(answer, (6, "authority-late".to_owned(), String::new()));
    }
    assert_eq!(room.bytes_of("bundle"), before);
    let items = room.json(&["items", "spring"]);
    let tokens = items["items"].as_array().unwrap().iter().filter(|row| row["role"] == "timestamp").count();
    let stamped = room.json(&["log", "spring", "--kind", "stamped"])["entries"].as_array().unwrap().len();
    assert_eq!((tokens, stamped), (0, 0), "{items:#}");
    // What was signed for the question stays signed, and the case goes on.
    assert_eq!(
        room.json(&["log", "spring", "--kind", "checkpointed"])["entries"].as_array().unwrap().len(),
        1
    );
    room.ok(&["stamp", "spring", "--question", "later.tsq"]);
}
