//! What the workbench is held to when many ask at once, or somebody asks who should not: over HTTP, as they would.

use crate::run::{Room, list};
use crate::serving::{BOUNDARY, Got, Guest, Half, Serving};
use crate::workbench::{CASE, example};
use serde_json::Value;
use std::path::Path;
use std::time::{Duration, Instant};

/// Long enough for an answer that does not wait for anything.
const SOON: Duration = Duration::from_secs(12);

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

/// What a form of the page carries under that name.
fn carried(page: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let rest = &page[page.find(&mark).unwrap() + mark.len()..];
    rest[..rest.find('"').unwrap()].to_owned()
}

/// Sends two forms at the same moment; gives both answers.
fn at_once(guest: &Guest<'_>, path: &str, first: &[(&str, &str)], second: &[(&str, &str)]) -> [Got; 2] {
    let start = std::sync::Barrier::new(2);
    let send = |fields: &[(&str, &str)]| {
        start.wait();
        guest.post(path, fields)
    };
    std::thread::scope(|scope| {
        let one = scope.spawn(|| send(first));
        let other = send(second);
        [one.join().unwrap(), other]
    })
}

/// One of two is entered; the other is told of it, and not that the server itself is at work.
fn one_of_two(answers: &[Got; 2]) {
    let mut status = answers.each_ref().map(|got| got.status);
    status.sort_unstable();
    let told: Vec<String> = answers.iter().map(Got::text).collect();
    assert_eq!(status, [303, 409], "{told:?}");
    assert!(told.iter().any(|page| page.contains("After you opened the page")), "{told:?}");
}

#[test]
fn of_two_opposite_facts_at_the_same_moment_one_is_entered() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    for round in 0..8 {
        let page = guest.get(&format!("{CASE}/facts?term=victim_minor")).text();
        let seen = carried(&page, "seen");
        let fields = |value: &'static str| {
            let fact = [("term", "victim_minor"), ("scope", "case"), ("value", value)];
            // A value that contradicts the one of the round before comes with its reason.
            [fact[0], fact[1], fact[2], ("seen", seen.as_str()), ("reason", "another round")]
        };
        let entries =
            |guest: &Guest<'_>| data(guest, &format!("{CASE}/history"))["entries"].as_array().unwrap().len();
        let before = entries(&guest);
        one_of_two(&at_once(&guest, &format!("{CASE}/facts/set"), &fields("yes"), &fields("no")));
        assert_eq!(entries(&guest), before + 1, "round {round}");
    }
}

#[test]
fn of_two_changes_of_a_party_at_the_same_moment_one_is_entered() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().replace("/evidence", "");
    let entered =
        guest.post(&format!("{case}/people/add"), &[("capacity", "respondent"), ("identity", "unknown")]);
    assert_eq!(entered.status, 303, "{}", entered.text());
    for _ in 0..8 {
        let seen = carried(&guest.get(&format!("{case}/people/party-01")).text(), "seen");
        let fields = |kind: &'static str| {
            [("of-party", "party-01"), ("seen", seen.as_str()), ("capacity", "respondent"), ("person", kind)]
        };
        one_of_two(&at_once(&guest, &format!("{case}/people/set"), &fields("legal"), &fields("natural")));
    }
}

/// Requests of this server wait for each other some seconds; none is told that another program is at work.
#[test]
fn requests_of_one_server_wait_for_each_other() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let page = |text: &str| guest.post(&format!("{CASE}/add/text"), &[("pasted", text)]);
    std::thread::scope(|scope| {
        let all: Vec<_> =
            (0..6).map(|n| scope.spawn(move || page(&format!("https://example.com/{n}")))).collect();
        for one in all {
            let got = one.join().unwrap();
            assert_eq!(got.status, 200, "{}", got.text());
        }
    });
}

/// The beginning of a form with files, of which a gigabyte is announced.
fn upload(serving: &Serving, path: &str, cookie: &str, token: Option<&str>) -> Half {
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nCookie: {cookie}\r\n\
         Content-Type: multipart/form-data; boundary={BOUNDARY}\r\nContent-Length: 1073741824\r\n\r\n",
        serving.host
    );
    let part = |name: &str| format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"");
    let first = token.map_or_else(String::new, |token| format!("{}\r\n\r\n{token}\r\n", part("token")));
    let file = format!("{}; filename=\"a.csv\"\r\n\r\n{}", part("file"), "x".repeat(30_000));
    serving.begins(format!("{head}{first}{file}").as_bytes())
}

/// Whoever has no session, or does not send its token before the first file, is answered before what they send has come.
#[test]
fn nothing_is_taken_from_whoever_does_not_show_first_that_they_may() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().replace("/evidence", "");
    let add = format!("{case}/add");
    assert_eq!(upload(&serving, "/enter", "", None).answer(SOON).status, 200, "the way in, and nothing read");
    assert_eq!(upload(&serving, &add, "", Some(&guest.token)).answer(SOON).status, 401);
    for token in [None, Some("0"), Some("")] {
        let got = upload(&serving, &add, &guest.cookie, token).answer(SOON);
        assert_eq!(got.status, 403, "{token:?}");
        assert!(got.text().contains("did not come from a page of this session"), "{}", got.text());
    }
    // A file of which the token is sent after it is no better.
    let mut late = guest.form(&[], &[("a.txt", b"one")]);
    let token =
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n{}\r\n", guest.token);
    late.drain(..token.len());
    late.truncate(late.len() - format!("--{BOUNDARY}--\r\n").len());
    late.extend(format!("{token}--{BOUNDARY}--\r\n").into_bytes());
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let headers = [("Cookie", guest.cookie.as_str()), ("Content-Type", kind.as_str())];
    assert_eq!(serving.send("POST", &add, &headers, &late).status, 403);
    assert_eq!(data(&guest, &format!("{case}/evidence"))["items"], serde_json::json!([]));
}

#[test]
fn so_many_bring_files_at_once_and_then_the_next() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().replace("/evidence", "");
    let add = format!("{case}/add");
    let half = || -> Vec<Half> {
        (0..4).map(|_| upload(&serving, &add, &guest.cookie, Some(&guest.token))).collect()
    };
    // On a loaded machine another answer may come before: that the case is held for a moment.
    let one = |status: u16, word: &str| {
        let until = Instant::now() + SOON;
        loop {
            let got = guest.upload(&add, &[], &[("a.txt", b"one")]);
            if (got.status == status && got.text().contains(word)) || Instant::now() > until {
                return got;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    };
    let (mut all, mut refused) = (half(), one(409, "Files are being brought already"));
    // Whoever sends nothing more is let go: where the machine was so busy that this came first, it is begun once more.
    for _ in 0..2 {
        if !refused.text().contains("Files are being brought already") {
            drop(std::mem::take(&mut all));
            (all, refused) = (half(), one(409, "Files are being brought already"));
        }
    }
    assert!(
        refused.status == 409 && refused.text().contains("Files are being brought already"),
        "{}",
        refused.text()
    );
    // Whoever gives up makes place.
    all.pop();
    let got = one(200, "");
    assert_eq!(got.status, 200, "{}", got.text());
}

/// Half a request, a connection that nobody uses, and a form that stops in the middle.
#[test]
fn whoever_sends_nothing_more_is_let_go() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().replace("/evidence", "");
    let head = format!("GET / HTTP/1.1\r\nHost: {}\r\nCookie:", serving.host);
    let mut halves: Vec<Half> = (0..20).map(|_| serving.begins(head.as_bytes())).collect();
    halves.extend((0..20).map(|_| serving.begins(b"")));
    halves.push(serving.begins(format!("GET /left HTTP/1.1\r\nHost: {}\r\n\r\n", serving.host).as_bytes()));
    let stopped = upload(&serving, &format!("{case}/add"), &guest.cookie, Some(&guest.token));
    assert_eq!(guest.get("/").status, 200, "meanwhile others are answered");
    let until = Instant::now() + Duration::from_secs(35);
    for (n, half) in halves.iter_mut().enumerate() {
        let left = until.saturating_duration_since(Instant::now()).max(Duration::from_millis(1));
        assert!(half.is_closed(left), "connection {n} is still open");
    }
    let told = stopped.answer(Duration::from_secs(40));
    assert_eq!(told.status, 422);
    assert!(told.text().contains("Nothing more came"), "{}", told.text());
}

/// Links are not guessed, so wrong ones keep nobody out who has the right one.
#[test]
fn wrong_links_keep_nobody_out() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    for n in 0..40 {
        assert_eq!(serving.send("GET", &format!("/enter/{n:064x}"), &[], b"").status, 401);
    }
    assert_eq!(serving.enter().get("/").status, 200);
}

/// Two servers on one computer: a browser sends the cookies of both to each.
#[test]
fn two_servers_on_one_computer_leave_each_others_sessions() {
    let room = Room::new();
    let (one, other) = (Serving::begin(&room), Serving::with(&room, &["others"]));
    let (first, second) = (one.enter(), other.enter());
    let name = |cookie: &str| cookie.split('=').next().unwrap().to_owned();
    assert_ne!(name(&first.cookie), name(&second.cookie));
    let both = format!("{}; {}", second.cookie, first.cookie);
    for serving in [&one, &other] {
        assert_eq!(serving.send("GET", "/", &[("Cookie", &both)], b"").status, 200);
    }
    let left = one.send("GET", "/left", &[("Cookie", &both)], b"");
    assert_eq!(name(left.header("set-cookie").unwrap()), name(&first.cookie), "only its own is taken away");
}

/// Puts the sealed bytes of a case out of reach, so that whatever reads it anew is told so.
pub(crate) fn hide_objects(folder: &Path) {
    let mut files = Vec::new();
    list(folder, &mut files);
    assert!(!files.is_empty());
    for file in files {
        std::fs::rename(&file, file.with_extension("away")).unwrap();
    }
}

/// What was read of a case is not read again because many others were asked for, that there are or that there are not.
#[test]
fn a_case_stays_read_whatever_else_is_asked_for() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    assert_eq!(guest.get(CASE).status, 200);
    let mut folders: Vec<_> =
        std::fs::read_dir(room.path("cases")).unwrap().map(|one| one.unwrap().path()).collect();
    folders.retain(|folder| folder.join("objects").is_dir());
    assert_eq!(folders.len(), 1);
    for n in 0..5 {
        let cover = format!("Spring {n}");
        let other =
            guest.post("/c", &[("cover", &cover)]).header("location").unwrap().replace("/evidence", "");
        assert_eq!(guest.get(&other).status, 200);
        assert_eq!(guest.get(&format!("/c/rd-{n:016x}")).status, 404);
    }
    hide_objects(&folders[0].join("objects"));
    let got = guest.get(CASE);
    assert_eq!(got.status, 200, "it was read anew: {}", got.text());
    // The next server has read nothing of it, so it has to.
    drop(serving);
    let next = Serving::begin(&room);
    assert_eq!(next.enter().get(CASE).status, 500);
}

/// What is kept beside the cases is of cases that there are, and no longer than somebody types.
#[test]
fn nothing_is_kept_of_a_case_that_there_is_not() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let kept = || std::fs::read_to_string(room.path("cases/workbench.json")).unwrap_or_default();
    let none = "/c/rd-0000000000000000";
    let answers = |court: &str| -> Vec<(String, String)> {
        [("form", "complaint-defamation"), ("format", "keep"), ("answer.court", court)]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into()
    };
    let draw = |case: &str, fields: &[(String, String)]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        guest.post(&format!("{case}/papers/draw"), &fields)
    };
    assert_eq!(guest.post(&format!("{none}/stop"), &[("page", &format!("{none}/facts"))]).status, 404);
    assert_eq!(draw(none, &answers("某区人民法院")).status, 404);
    assert!(!kept().contains("rd-0000000000000000") && !kept().contains("某区人民法院"), "{}", kept());
    // A page of another case, or none of this server, is not where one stopped in this one.
    for page in
        [format!("{CASE}-other/facts"), format!("{CASE}/{}", "x".repeat(2000)), "//evil.example".to_owned()]
    {
        assert_eq!(guest.post(&format!("{CASE}/stop"), &[("page", &page)]).status, 303);
        assert!(!kept().contains("stopped\": {\n    \"rd-"), "{}", kept());
    }
    assert_eq!(guest.post(&format!("{CASE}/stop"), &[("page", &format!("{CASE}/facts"))]).status, 303);
    assert!(kept().contains(&format!("{CASE}/facts")), "{}", kept());
    assert_eq!(draw(CASE, &answers("某区人民法院")).status, 303);
    let long = draw(CASE, &answers(&"字".repeat(300_000)));
    assert_eq!(long.status, 422, "{}", long.text());
    let mut many = answers("x");
    many.extend((0..3_000).map(|n| (format!("answer.x{n}"), "y".to_owned())));
    assert_eq!(draw(CASE, &many).status, 422);
    assert!(kept().contains("某区人民法院") && kept().len() < 10_000, "nothing of what was refused is kept");
}

/// Every address of the interface says as data why it does not answer, with a status that its document names.
#[test]
fn the_interface_refuses_as_its_document_says() {
    let room = Room::new();
    let serving = Serving::with(&room, &["cases", "--pace", "1"]);
    let guest = serving.enter();
    // One session may ask four times at once here; the entrance took one of them.
    let document = serde_json::from_slice::<Value>(&guest.get("/api/v1").body).unwrap();
    let cookie = &document["components"]["securitySchemes"]["session"];
    assert_eq!(
        (&cookie["in"], cookie["name"].as_str()),
        (&Value::from("cookie"), guest.cookie.split('=').next())
    );
    let refused = |got: &Got, status: u16, code: &str, of: &Value| {
        assert_eq!(got.status, status, "{}", got.text());
        assert_eq!(got.header("content-type"), Some("application/json"), "{}", got.text());
        let said: Value = serde_json::from_slice(&got.body).unwrap();
        assert_eq!(said["code"], code);
        assert!(
            said["sentence"].as_str().is_some_and(|said| !said.is_empty()) && said["advice"].is_string(),
            "{said}"
        );
        assert!(
            of.is_null() || of["responses"][status.to_string()].is_object(),
            "{status} is not in the document"
        );
    };
    let own = ("Cookie", guest.cookie.as_str());
    while guest.get("/settings").status == 200 {}
    for (path, operations) in document["paths"].as_object().unwrap() {
        let of = &operations["get"];
        let path = path.replace(['{', '}'], "");
        refused(&serving.send("GET", &path, &[], b""), 401, "web-no-session", of);
        let elsewhere = [("Host", "evil.example"), own];
        refused(&serving.send("GET", &path, &elsewhere, b""), 421, "web-not-this-server", of);
        let from = [("Origin", "http://evil.example"), own];
        refused(&serving.send("POST", &path, &from, b""), 403, "web-not-ours", of);
    }
    let mut many = (0..200).map(|_| guest.get("/api/v1/cases")).filter(|got| got.status == 429);
    let got = many.next().expect("200 requests at once are too many");
    refused(&got, 429, "web-too-many-requests", &document["paths"]["/api/v1/cases"]["get"]);
    assert_eq!(got.header("retry-after"), Some("2"));
    let page = (0..200).map(|_| guest.get("/settings")).find(|got| got.status == 429).unwrap();
    assert!(page.text().contains("Too many requests"), "{}", page.text());
    drop(serving);
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    for path in
        ["/api/v1/x", "/api/v1/c/rd-0000000000000000/x", "/api/v2", "/api/v1/c/rd-0000000000000000/posts"]
    {
        refused(&guest.get(path), 404, "web-not-found", &Value::Null);
        refused(&serving.send("GET", path, &[], b""), 401, "web-no-session", &Value::Null);
    }
}
