//! What the workbench of an office is held to: who tries to come in, whose session ends, and what strangers cost those who work.

use crate::office_people::{PASSWORD, office};
use crate::serving::{BOUNDARY, Serving};
use crate::workbench_guard::hide_objects;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Whoever tries links or names keeps nobody out, and neither does an office in which many come in.
#[test]
fn nobody_keeps_others_out_by_trying() {
    let Some(office) = office("nobody_keeps_others_out") else { return };
    office.ok("keeper", &["account", "add", "ann", "--role", "victim"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    for n in 0..25 {
        assert_eq!(serving.send("GET", &format!("/enter/{n}"), &[], b"").status, 401);
    }
    assert!(serving.sign_in("ann", PASSWORD).is_some(), "links that were tried keep nobody out");
    for n in 0..22 {
        assert!(serving.sign_in("ann", PASSWORD).is_some(), "whoever comes in has failed at nothing ({n})");
    }
    // Guesses at one name wait; another name is not kept waiting.
    let kind = [("Content-Type", "application/x-www-form-urlencoded")];
    let guess = || serving.send("POST", "/enter", &kind, b"name=bob&password=some+other+boats").status;
    let guesses: Vec<u16> = (0..12).map(|_| guess()).collect();
    assert!(guesses.starts_with(&[401, 401]) && guesses.ends_with(&[429, 429]), "{guesses:?}");
    assert!(serving.sign_in("ann", PASSWORD).is_some());
}

/// The way in takes a name and a password, and nothing else of whoever has no session.
#[test]
fn the_way_in_takes_a_short_form_and_no_files() {
    let Some(office) = office("the_way_in_takes") else { return };
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let begin = |kind: &str, length: usize, body: &str| {
        let head = format!(
            "POST /enter HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n{body}",
            serving.host
        );
        serving.begins(head.as_bytes()).answer(Duration::from_secs(12))
    };
    let part =
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nxxxx");
    let multipart = begin(&format!("multipart/form-data; boundary={BOUNDARY}"), 1 << 30, &part);
    assert_eq!(multipart.status, 422, "{}", multipart.text());
    let fields = "application/x-www-form-urlencoded";
    let long = begin(fields, 1 << 30, &format!("name=ann&password={}", "x".repeat(20_000)));
    assert_eq!(long.status, 422, "{}", long.text());
    let slow = begin(fields, 40, "name=ann&pass");
    assert_eq!(slow.status, 422, "whoever does not send the rest is let go: {}", slow.text());
}

/// OWASP ASVS 4.0, 3.3.3: a password that is changed ends what began with the old one; so does a lock.
#[test]
fn a_changed_password_and_a_locked_account_end_sessions() {
    let Some(office) = office("a_changed_password_ends") else { return };
    office.with_everybody(&["victim", "counsel"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let [before, other] = ["victim", "counsel"].map(|name| serving.sign_in(name, PASSWORD).unwrap());
    let second = serving.sign_in("victim", PASSWORD).unwrap();
    assert_eq!((before.get("/").status, second.get("/").status), (200, 200));
    office.ok("victim", &["account", "password"]);
    // Whoever comes in with the new one does not bring the old sessions back.
    let after = serving.sign_in("victim", PASSWORD).unwrap();
    let over = before.get("/help");
    assert_eq!(over.status, 401);
    assert!(over.text().contains("This session has ended"), "{}", over.text());
    assert_eq!((second.get("/").status, after.get("/").status, other.get("/").status), (401, 200, 200));
    office.ok("keeper", &["account", "lock", "counsel"]);
    for path in ["/", "/register", "/help", "/law", "/settings", "/api/v1/cases"] {
        assert_eq!(other.get(path).status, 401, "{path}");
    }
    assert_eq!(after.get("/").status, 200);
    // What ended does not come back with the account.
    office.ok("keeper", &["account", "unlock", "counsel"]);
    assert_eq!(other.get("/").status, 401);
    assert!(serving.sign_in("counsel", PASSWORD).is_some());
}

/// OWASP ASVS 4.0, 3.3.3: the others of that account end, and the one that changed the password goes on, however many pages it
/// asks for at that moment.
#[test]
fn whoever_changes_their_own_password_stays_signed_in() {
    let Some(office) = office("whoever_changes_their_own_password") else { return };
    office.ok("keeper", &["account", "add", "ann", "--role", "victim"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let mut old = PASSWORD.to_owned();
    for round in 0..3 {
        let new = format!("four new boats at dusk {round}");
        let [own, other] = [(); 2].map(|()| serving.sign_in("ann", &old).unwrap());
        let over = AtomicBool::new(false);
        let asks = |guest: &crate::serving::Guest<'_>| {
            let mut seen = Vec::new();
            while !over.load(Ordering::Relaxed) {
                seen.push(guest.get("/settings").status);
            }
            seen
        };
        std::thread::scope(|scope| {
            let (asked, others) = (scope.spawn(|| asks(&own)), scope.spawn(|| asks(&other)));
            let fields = [("old-password", old.as_str()), ("new-password", &new), ("new-again", &new)];
            let changed = own.post("/settings/password", &fields);
            assert_eq!(changed.status, 303, "{}", changed.text());
            over.store(true, Ordering::Relaxed);
            let asked = asked.join().unwrap();
            assert!(asked.len() > 1 && asked.iter().all(|status| [200, 429].contains(status)), "{asked:?}");
            others.join().unwrap();
        });
        assert_eq!((own.get("/").status, other.get("/").status), (200, 401), "round {round}");
        old = new;
    }
}

/// Whoever reads the log of the office sees who set whose password anew, and does not take it for a lock.
#[test]
fn the_log_of_an_office_tells_a_new_password_from_a_lock() {
    let Some(office) = office("the_log_of_an_office_tells") else { return };
    office.ok("keeper", &["account", "add", "ann", "--role", "victim"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let keeper = serving.sign_in("keeper", PASSWORD).unwrap();
    let new = [("account-name", "ann"), ("new-password", "five old boats"), ("new-again", "five old boats")];
    assert_eq!(keeper.post("/office/password", &new).status, 303);
    assert_eq!(keeper.post("/office/lock", &[("account-name", "ann"), ("locked", "yes")]).status, 303);
    let log: serde_json::Value = serde_json::from_slice(&keeper.get("/api/v1/office/log").body).unwrap();
    let acts: Vec<&str> = log["lines"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["about"] == "ann")
        .map(|line| line["act"].as_str().unwrap())
        .collect();
    assert!(acts.starts_with(&["lock-account", "reset-password"]), "{acts:?}");
    for (language, said) in [("en", "set a password anew"), ("zh-CN", "重设密码")] {
        assert!(keeper.get_in("/office/log", language).text().contains(said), "{language}");
    }
}

/// How long an answer takes, of many the one in the middle.
fn median(mut ask: impl FnMut() -> u16) -> Duration {
    let mut times: Vec<Duration> = (0..31)
        .map(|_| {
            let began = Instant::now();
            assert_eq!(ask(), 404);
            began.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

/// A case that there is not and one that is somebody else's: the same is done for both, so that no clock tells them apart. The
/// bound is wide, and what a reading of the case would take lies far beyond it.
#[test]
fn no_clock_tells_a_case_that_there_is_from_one_that_there_is_not() {
    let Some(office) = office("no_clock_tells") else { return };
    let case = office.with_everybody(&["victim"]);
    office.ok("keeper", &["account", "add", "stranger", "--role", "counsel"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml", "--pace", "1000"]);
    let [victim, stranger] = ["victim", "stranger"].map(|name| serving.sign_in(name, PASSWORD).unwrap());
    let name = "search_contents_2026-02-07.csv";
    let material = crate::run::repository().join("examples/courier-rumour/material/weibo").join(name);
    let added = victim.upload(&format!("/c/{case}/add"), &[], &[(name, &std::fs::read(material).unwrap())]);
    assert_eq!(added.status, 200, "{}", added.text());
    for page in ["", "/custody", "/posts"] {
        let of = |id: &str| {
            let path = format!("/c/{id}{page}");
            median(|| stranger.get(&path).status)
        };
        let (theirs, none) = (of(&case), of("rd-0000000000000000"));
        let (longer, shorter) = (theirs.max(none), theirs.min(none));
        assert!(longer < shorter * 3 + Duration::from_millis(10), "{page}: {theirs:?} and {none:?}");
    }
}

/// What was read of a case serves everybody who is on it, and a stranger who asks for it or for others takes nothing away.
#[test]
fn a_case_is_read_once_for_all_who_are_on_it_and_no_stranger_pushes_it_out() {
    let Some(office) = office("a_case_is_read_once") else { return };
    let case = office.with_everybody(&["victim", "counsel"]);
    office.ok("keeper", &["account", "add", "stranger", "--role", "counsel"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let [victim, counsel, stranger] =
        ["victim", "counsel", "stranger"].map(|name| serving.sign_in(name, PASSWORD).unwrap());
    let page = format!("/c/{case}");
    let name = "search_contents_2026-02-07.csv";
    let material = crate::run::repository().join("examples/courier-rumour/material/weibo").join(name);
    let added = victim.upload(&format!("{page}/add"), &[], &[(name, &std::fs::read(material).unwrap())]);
    assert_eq!(added.status, 200, "{}", added.text());
    assert_eq!(victim.get(&page).status, 200);
    hide_objects(&office.room.path("objects"));
    for n in 0..6 {
        assert_eq!(stranger.get(&format!("/c/rd-{n:016x}")).status, 404);
        assert_eq!(stranger.get(&page).status, 404);
    }
    let got = victim.get(&page);
    assert_eq!(got.status, 200, "it was read anew: {}", got.text());
    let got = counsel.get(&page);
    assert_eq!(got.status, 200, "it was read anew for another member: {}", got.text());
    drop(serving);
    let next = Serving::with(&office.room, &["--office", "office.toml"]);
    assert_eq!(next.sign_in("victim", PASSWORD).unwrap().get(&page).status, 500);
}
