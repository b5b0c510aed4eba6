//! The workbench of an office: people sign in, see their cases and no trace of any other, over TLS where others reach it.

use crate::office_people::{PASSWORD, office};
use crate::run::Room;
use crate::serving::Serving;
use serde_json::Value;

#[test]
fn people_sign_in_and_see_their_own_cases_and_no_trace_of_others() {
    let Some(office) = office("people_sign_in_and_see_their_own") else { return };
    let case = office.with_everybody(&["victim", "counsel", "desk-court", "auditor"]);
    office.ok("keeper", &["account", "add", "stranger", "--role", "counsel"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    assert!(serving.link.ends_with("/enter"), "no link stands for anybody: {}", serving.link);
    assert!(serving.sign_in("victim", "some other boats at noon").is_none());
    assert!(serving.sign_in("nobody", PASSWORD).is_none());
    let (victim, stranger) =
        (serving.sign_in("victim", PASSWORD).unwrap(), serving.sign_in("stranger", PASSWORD).unwrap());
    assert!(victim.get("/").text().contains(&case));
    assert!(!stranger.get("/").text().contains(&case));
    let page = format!("/c/{case}");
    assert_eq!(victim.get(&page).status, 200);
    // What is not theirs and what there is not are one answer.
    let answer = |path: &str| {
        let got = stranger.get(path);
        (got.status, got.text().replace(path, ""))
    };
    assert_eq!(answer(&page), answer("/c/rd-0000000000000000"));
    assert_eq!(answer(&page).0, 404);
    for act in ["add/text", "facts/set", "people/add", "papers/draw", "bundle/pack", "reveal"] {
        let fields =
            [("pasted", "x"), ("term", "victim_minor"), ("scope", "case"), ("value", "no"), ("seen", "1")];
        let got = stranger.post(
            &format!("{page}/{act}"),
            &[&fields[..], &[("capacity", "victim"), ("form", "evidence-list"), ("post", "weibo/1")]]
                .concat(),
        );
        assert_eq!(got.status, 404, "{act}: {}", got.text());
    }
    // Entries are whoever signed in, whatever name a form gives.
    let pasted = victim
        .post(&format!("{page}/add/text"), &[("pasted", "https://example.com/1"), ("by", "somebody else")]);
    assert_eq!(pasted.status, 200, "{}", pasted.text());
    let log: Value = serde_json::from_slice(&victim.get(&format!("/api/v1{page}/history")).body).unwrap();
    assert_eq!(log["entries"][0]["by"], "victim");
    // An auditor reads and enters nothing; a locked account is out at once, and its session has ended.
    let auditor = serving.sign_in("auditor", PASSWORD).unwrap();
    assert_eq!(auditor.post(&format!("{page}/add/text"), &[("pasted", "x")]).status, 422);
    // Whoever is not shown the dates of a case is not told that it has none (docs/principles.md 4).
    // On a busy computer it may not be known at once.
    let told = (0..50).any(|_| auditor.get("/").text().contains("Its dates are not shown to you."));
    assert!(told, "{}", auditor.get("/").text());
    let register = auditor.get("/register").text();
    assert!(register.contains("not shown to you"), "{register}");
    let asked: Value =
        serde_json::from_slice(&auditor.get("/api/v1/register?due-by=2999-01-01").body).unwrap();
    assert_eq!((&asked["total"], &asked["due_unseen"]), (&0.into(), &1.into()), "{asked}");
    assert!(auditor.get("/register?due-by=2999-01-01").text().contains("One case is left out"));
    let own: Value = serde_json::from_slice(&victim.get("/api/v1/register?due-by=2999-01-01").body).unwrap();
    assert_eq!(own["due_unseen"], 0, "{own}");
    office.ok("keeper", &["account", "lock", "victim"]);
    assert_eq!(victim.get(&page).status, 401);
}

#[test]
fn others_reach_it_over_tls_or_not_at_all() {
    let room = Room::new();
    let refused = room.redress(&["serve", "cases", "--no-browser", "--listen", "0.0.0.0:0"]);
    assert_eq!(refused.code, 2, "{}{}", refused.out, refused.err);
    let made = std::process::Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ed25519", "-nodes", "-keyout", "key.pem", "-out", "chain.pem"])
        .args(["-days", "2", "-subj", "/CN=cases.example", "-addext", "subjectAltName=DNS:cases.example"])
        .current_dir(room.dir.path())
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let tls = ["--tls-chain", "chain.pem", "--tls-key", "key.pem"];
    let wrong =
        room.redress(&["serve", "cases", "--no-browser", "--tls-chain", "key.pem", "--tls-key", "chain.pem"]);
    assert_eq!(wrong.code, 3, "{}", wrong.err);
    let serving = Serving::with(&room, &[&["cases", "--host-name", "cases.example"], &tls[..]].concat());
    assert!(serving.link.starts_with("https://cases.example:"), "{}", serving.link);
    let port = serving.link.split(':').nth(2).unwrap().split('/').next().unwrap();
    let curl = |address: &str, trusted: bool| {
        let mut command = std::process::Command::new("curl");
        command.args(["-sS", "-i", "--resolve", &format!("cases.example:{port}:127.0.0.1"), address]);
        if trusted {
            command.args(["--cacert", "chain.pem"]);
        }
        command.current_dir(room.dir.path()).output().unwrap()
    };
    let home = format!("https://cases.example:{port}/");
    assert!(!curl(&home, false).status.success(), "its certificate is checked");
    let got = String::from_utf8(curl(&home, true).stdout).unwrap();
    assert!(got.starts_with("HTTP/1.1 401") && got.contains("strict-transport-security"), "{got}");
    let entered = String::from_utf8(curl(&serving.link, true).stdout).unwrap();
    assert!(entered.contains("; Secure"), "{entered}");
    let plain = String::from_utf8_lossy(&curl(&home.replace("https", "http"), true).stdout).into_owned();
    assert!(
        !plain.contains("HTTP/1.1 2") && !plain.contains("HTTP/1.1 401"),
        "nothing is answered in the clear: {plain}"
    );
}
