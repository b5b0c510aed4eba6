//! The workbench over HTTP: who comes in, what is sent and what is not, and what a request may change.

use crate::run::Room;
use crate::serving::{BOUNDARY, Serving};
use serde_json::Value;

/// The example case among the cases of a room.
pub(crate) const CASE: &str = "/c/rd-example-courier-rumour";
/// Every page of a case.
pub(crate) const PAGES: [&str; 38] = [
    "",
    "/evidence",
    "/evidence/captures",
    "/evidence/columns",
    "/evidence?aside=item-000001",
    "/facts?all=1&skip=60",
    "/facts?term=victim_minor&again=1",
    "/posts",
    "/statements",
    "/spread",
    "/people",
    "/facts",
    "/law",
    "/routes",
    "/similar",
    "/procedure",
    "/procedure/calendar",
    "/papers",
    "/papers/exhibits",
    "/papers/complaint-defamation",
    "/bundle",
    "/verify",
    "/recompute",
    "/members",
    "/hand-over",
    "/step",
    "/step?procedure=private-prosecution",
    "/step?procedure=private-prosecution&event=filed",
    "/record/notice",
    "/record/filing",
    "/record/obstacle",
    "/history",
    "/custody",
    "/custody?item=item-000001",
    "/seals",
    "/record/capture",
    "/record/proof",
    "/record/handling",
];

/// Every page beside the cases.
pub(crate) const OTHERS: [&str; 18] = [
    "/",
    "/help",
    "/settings",
    "/law",
    "/law/cn.civil-code.1024.2021-01-01",
    "/law/changes?from-day=2025-12-31&until-day=2026-01-01",
    "/law/readings",
    "/law/facts",
    "/office",
    "/office/log",
    "/recompute",
    "/statistics/publish",
    "/register",
    "/statistics",
    "/statistics/published",
    "/verify",
    "/receive",
    "/cosign",
];

/// A workbench with the example case; the one that laid it there has ended.
pub(crate) fn example(room: &Room) -> Serving {
    let first = Serving::begin(room);
    assert_eq!(first.enter().post("/example", &[]).header("location"), Some(CASE));
    drop(first);
    Serving::begin(room)
}

/// Texts of the example's posts, long enough that none of them stands anywhere by chance.
fn posts() -> Vec<String> {
    let file = crate::run::repository()
        .join("examples/courier-rumour/material/weibo/search_contents_2026-02-07.csv");
    let text = std::fs::read_to_string(file).unwrap();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let column = lines.next().unwrap().split(',').position(|name| name == "content").unwrap();
    let texts =
        lines.filter_map(|line| line.split(',').nth(column)).map(|text| text.trim_matches('"').to_owned());
    let long: Vec<String> = texts.filter(|text| text.chars().count() >= 12).collect();
    assert!(long.len() > 5, "the example has posts");
    long
}

#[test]
fn nobody_comes_in_without_the_link_and_it_leads_in_once() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let closed = serving.send("GET", "/", &[], b"");
    assert_eq!(closed.status, 401);
    for path in ["/c/rd-0000000000000000", "/nowhere", "/law", "/api/v1/cases", CASE] {
        assert_eq!(serving.send("GET", path, &[], b"").status, 401, "{path}");
    }
    assert_eq!(serving.send("GET", "/c/rd-0000000000000000", &[], b"").body, closed.body);
    assert_eq!(serving.send("GET", "/enter/0000", &[], b"").status, 401);
    // A look ahead by a program does not use the link up.
    let path = serving.link.split_once(&serving.host).unwrap().1.to_owned();
    assert_eq!(serving.send("HEAD", &path, &[], b"").status, 405);
    let guest = serving.enter();
    assert_eq!(guest.get("/").status, 200);
    assert_eq!(serving.send("GET", &path, &[], b"").status, 401, "used up");
    // The secret of the link is in no later answer, and the cookie is in no page.
    let page = guest.get("/").text();
    assert!(!page.contains(path.rsplit('/').next().unwrap()));
    assert!(!page.contains(guest.cookie.split_once('=').unwrap().1));
}

#[test]
fn every_answer_says_what_a_browser_must_not_do_with_it() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    for path in ["/", CASE, "/asset/look.css", "/left", "/nowhere", "/api/v1/cases"] {
        let got = guest.get(path);
        let policy = got.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'"), "{path}");
        assert!(
            !policy.contains("unsafe") && !policy.contains('*') && !policy.contains("http"),
            "{path}: {policy}"
        );
        assert_eq!(got.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(got.header("referrer-policy"), Some("same-origin"), "{path}");
        assert_eq!(got.header("x-frame-options"), Some("DENY"), "{path}");
        assert!(
            got.header("cache-control")
                .is_some_and(|said| said.contains("no-store") || path.starts_with("/asset"))
        );
    }
    // Nothing in a page needs what the policy forbids.
    for path in PAGES.iter().map(|page| format!("{CASE}{page}")).chain(OTHERS.map(str::to_owned)) {
        let page = guest.get(&path).text();
        for forbidden in ["<script>", " style=\"", "onclick", "javascript:", "src=\"http", "href=\"http"] {
            assert!(!page.contains(forbidden), "{path}: {forbidden}");
        }
    }
}

#[test]
fn a_request_for_another_name_or_from_another_page_is_not_answered() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let cookie = guest.cookie.as_str();
    assert_eq!(serving.send("GET", "/", &[("Host", "evil.example"), ("Cookie", cookie)], b"").status, 421);
    let kind = ("Content-Type", "application/x-www-form-urlencoded");
    let body = format!("token={}&cover=x", guest.token);
    let elsewhere = [("Cookie", cookie), kind, ("Origin", "http://evil.example")];
    assert_eq!(serving.send("POST", "/c", &elsewhere, body.as_bytes()).status, 403);
    let cross = [("Cookie", cookie), kind, ("Sec-Fetch-Site", "cross-site")];
    assert_eq!(serving.send("POST", "/c", &cross, body.as_bytes()).status, 403);
    assert_eq!(serving.send("POST", "/c", &[("Cookie", cookie), kind], b"token=0&cover=x").status, 403);
    assert_eq!(serving.send("POST", "/c", &[("Cookie", cookie), kind], b"cover=x").status, 403);
    assert_eq!(serving.send("DELETE", "/c", &[("Cookie", cookie)], b"").status, 405);
    let cases: Value = serde_json::from_slice(&guest.get("/api/v1/cases").body).unwrap();
    assert_eq!(cases["cases"], serde_json::json!([]), "nothing was begun");
}

#[test]
fn a_case_that_there_is_not_and_an_address_that_leads_nowhere_are_one_answer() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    // The page says its own address, for the form that chooses the language.
    let answer = |path: &str| {
        let got = guest.get(path);
        (got.status, got.text().replace(path, ""))
    };
    let nowhere = answer("/nowhere");
    assert_eq!(nowhere.0, 404);
    for path in ["", "/posts", "/law", "/papers/complaint-defamation"] {
        assert_eq!(answer(&format!("/c/rd-0000000000000000{path}")), nowhere, "{path}");
    }
}

#[test]
fn pages_speak_both_languages_and_hold_no_word_of_a_post() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let hidden = posts();
    for path in PAGES.iter().map(|page| format!("{CASE}{page}")).chain(OTHERS.map(str::to_owned)) {
        for (language, tag) in [("zh-CN", "zh-Hans"), ("en-GB", "en")] {
            let got = guest.get_in(&path, language);
            let page = got.text();
            assert_eq!(got.status, 200, "{path} {language}: {page}");
            assert!(page.contains(&format!("<html lang=\"{tag}\"")), "{path}");
            assert!(!page.contains('⟦'), "{path} {language}: a sentence is missing");
            for text in &hidden {
                assert!(!page.contains(text.as_str()), "{path}: {text}");
            }
        }
    }
}

#[test]
fn the_words_of_a_post_come_one_at_a_time_and_the_ledger_says_so() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let list: Value =
        serde_json::from_slice(&guest.get(&format!("/api/v1{CASE}/posts?take=500")).body).unwrap();
    assert!(list["total"].as_u64().unwrap() > 600);
    let key = list["posts"][5]["key"].as_str().unwrap();
    let entries = |guest: &crate::serving::Guest<'_>| {
        let log: Value = serde_json::from_slice(&guest.get(&format!("/api/v1{CASE}/history")).body).unwrap();
        log["entries"].as_array().unwrap().iter().filter(|entry| entry["kind"] == "viewed").count()
    };
    let before = entries(&guest);
    let got = guest.post(&format!("{CASE}/reveal"), &[("post", key), ("back", &format!("{CASE}/posts"))]);
    assert_eq!(got.status, 303);
    assert_eq!(entries(&guest), before + 1);
    let shown = guest.get(&format!("{CASE}/posts")).text();
    assert_eq!(shown.matches("blockquote").count(), 2, "one post, opened and closed");
    assert_eq!(guest.get(&format!("{CASE}/posts")).text().matches("blockquote").count(), 0, "hidden again");
    // A key that there is not shows nothing and records nothing.
    assert_eq!(guest.post(&format!("{CASE}/reveal"), &[("post", "weibo/0")]).status, 404);
    assert_eq!(entries(&guest), before + 1);
    // No address outside this server is gone back to.
    let away = guest.post(&format!("{CASE}/reveal"), &[("post", key), ("back", "//evil.example")]);
    assert_eq!(away.header("location"), Some(format!("{CASE}/posts").as_str()));
}

#[test]
fn posts_are_found_by_words_account_day_and_kind() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let total = |query: &str| {
        let got = guest.get(&format!("/api/v1{CASE}/posts?{query}"));
        assert_eq!(got.status, 200, "{query}: {}", got.text());
        let list: Value = serde_json::from_slice(&got.body).unwrap();
        list["total"].as_u64().unwrap()
    };
    let all = total("");
    assert_eq!(total("undated=1"), 1);
    let kinds: u64 = ["original", "comment", "repost", "article", "chat"]
        .iter()
        .map(|kind| total(&format!("kind={kind}")))
        .sum();
    assert_eq!(kinds, all);
    let (before, after) = (total("until-day=2026-02-05"), total("from-day=2026-02-06"));
    assert_eq!(before + after + 1, all, "each dated post is on one side");
    assert!(total("account=1") >= 1 && total("account=1") < all);
    let word: String = posts()[0].chars().take(4).collect();
    let encoded: String = word.bytes().map(|byte| format!("%{byte:02X}")).collect();
    assert!((1..all).contains(&total(&format!("q={encoded}"))));
    assert_eq!(total("statement=st-00000000"), 0);
    for bad in ["kind=x", "account=x", "from-day=2026-13-45", "skip=x"] {
        assert_eq!(guest.get(&format!("/api/v1{CASE}/posts?{bad}")).status, 422, "{bad}");
    }
}

#[test]
fn files_are_taken_in_whole_or_not_at_all() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().replace("/evidence", "");
    let items = || {
        let kept: Value =
            serde_json::from_slice(&guest.get(&format!("/api/v1{case}/evidence")).body).unwrap();
        kept["items"].as_array().unwrap().len()
    };
    let add = format!("{case}/add");
    assert_eq!(guest.upload(&add, &[], &[]).status, 422, "no file");
    assert_eq!(guest.upload(&add, &[("dry-run", "1")], &[("a.txt", b"one")]).status, 200);
    assert_eq!(items(), 0);
    let hostile =
        guest.upload(&add, &[], &[("../../<img src=x onerror=alert(1)>.txt", b"one"), ("b/c.txt", b"two")]);
    assert_eq!(hostile.status, 200);
    assert!(!hostile.text().contains("<img src=x"), "a name is text and nothing else");
    assert_eq!(items(), 2);
    // A case folder and a bundle are no material.
    assert_eq!(guest.upload(&add, &[], &[("x/case.sqlite", b"1"), ("x/key", b"2")]).status, 422);
    assert_eq!(guest.upload(&add, &[], &[("x/bagit.txt", b"1")]).status, 422);
    assert_eq!(items(), 2);
    // A form that is cut short keeps nothing of what had arrived.
    let whole = guest.form(&[], &[("c.txt", &[b'x'; 100_000])]);
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let headers = [("Cookie", guest.cookie.as_str()), ("Content-Type", kind.as_str())];
    let cut = serving.send("POST", &add, &headers, &whole[..whole.len() / 2]);
    assert_eq!(cut.status, 422, "{}", cut.text());
    assert_eq!(items(), 2);
    assert_eq!(guest.post(&format!("{case}/add/text"), &[("pasted", "https://example.com/1")]).status, 200);
    assert_eq!(items(), 3);
    // Longer than an address may be.
    let long = "字".repeat(100_000);
    assert_eq!(guest.post(&format!("{case}/add/text"), &[("pasted", &long)]).status, 200);
    assert_eq!(items(), 4);
}

#[test]
fn two_people_who_enter_one_fact_are_told_of_each_other() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let page = guest.get(&format!("{CASE}/facts?term=victim_minor")).text();
    let mark = "name=\"seen\" value=\"";
    let rest = &page[page.find(mark).unwrap() + mark.len()..];
    let seen = &rest[..rest.find('"').unwrap()];
    let fields = [
        ("term", "victim_minor"),
        ("scope", "case"),
        ("value", "no"),
        ("seen", seen),
        ("standing", "stated"),
    ];
    let path = format!("{CASE}/facts/set");
    let first = guest.post(&path, &fields);
    assert_eq!(first.status, 303, "{}", first.text());
    let second = guest.post(&path, &fields);
    assert_eq!(second.status, 409, "{}", second.text());
    let entry = first.header("location").unwrap().rsplit("#e-").next().unwrap().to_owned();
    assert!(second.text().contains(&entry));
    // Taken back by a new entry; the old one stands, struck through.
    let gone =
        guest.post(&format!("{CASE}/facts/withdraw"), &[("entry", &entry), ("reason", "typed wrongly")]);
    assert_eq!(gone.status, 303, "{}", gone.text());
    assert!(guest.get(&format!("{CASE}/facts")).text().contains("<s>"));
}

#[test]
fn leaving_ends_the_session_and_the_page_after_it_says_nothing() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    assert_eq!(guest.post("/leave", &[]).header("location"), Some("/left"));
    assert_eq!(guest.get("/").status, 401);
    let left = serving.send("GET", "/left", &[], b"");
    assert_eq!(left.status, 200);
    let page = left.text();
    for word in ["redress", "明证", "case", "<a ", "script"] {
        assert!(!page.contains(word), "{word}: {page}");
    }
    assert!(left.header("set-cookie").unwrap().contains("Max-Age=0"));
}

#[test]
fn the_data_of_every_page_is_what_its_document_says() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let document: Value = serde_json::from_slice(&guest.get("/api/v1").body).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    let paths = document["paths"].as_object().unwrap();
    assert!(paths.len() >= 24, "{}", paths.len());
    let listed = |page: &str| -> Value {
        serde_json::from_slice(&guest.get(&format!("/api/v1{CASE}{page}")).body).unwrap()
    };
    let (list, people) = (listed("/statements"), listed("/people"));
    let statement = list["statements"][0]["id"].as_str().unwrap();
    let party = people["parties"][0]["id"].as_str().unwrap();
    for (path, operations) in paths {
        let address = [
            ("{case}", "rd-example-courier-rumour"),
            ("{statement}", statement),
            ("{form}", "complaint-defamation"),
            ("{provision}", "cn.civil-code.1024.2021-01-01"),
            ("{party}", party),
            ("{kind}", "notice"),
        ]
        .iter()
        .fold(path.clone(), |path, (part, value)| path.replace(part, value));
        assert!(!address.contains('{'), "{address}");
        // Two pages are of one post, and there are none without.
        let address = match path.rsplit('/').next() {
            Some("of") => format!(
                "{address}?post={}",
                listed("/evidence/captures")["posts"][0]["key"].as_str().unwrap()
            ),
            Some("tree") => {
                format!("{address}?post={}", listed("/spread")["trees"][0]["top"]["post"].as_str().unwrap())
            }
            _ => address,
        };
        let got = guest.get(&address);
        assert_eq!(got.status, 200, "{path}");
        let mut schema =
            operations["get"]["responses"]["200"]["content"]["application/json"]["schema"].clone();
        // Its parts stand beside the addresses, where OpenAPI has them.
        schema["components"] = document["components"].clone();
        let data: Value = serde_json::from_slice(&got.body).unwrap();
        let checked = jsonschema::validator_for(&schema).unwrap_or_else(|error| panic!("{path}: {error}"));
        let wrong: Vec<String> = checked.iter_errors(&data).take(3).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{path}: {wrong:?}");
    }
}

#[test]
fn a_paper_is_asked_answered_and_drawn_up() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let page = guest.get(&format!("{CASE}/papers/complaint-defamation")).text();
    assert!(page.contains("name=\"answer.court\""), "the court is asked for");
    let draw = format!("{CASE}/papers/draw");
    let fields = [
        ("form", "complaint-defamation"),
        ("answer.court", "某区人民法院"),
        ("format", "pdf"),
        ("masked", "1"),
    ];
    let page = format!("{CASE}/papers/complaint-defamation");
    let file = format!("{page}/file");
    assert_eq!(guest.get(&file).status, 404, "nothing was drawn up yet");
    assert_eq!(guest.post(&draw, &fields).header("location"), Some(format!("{page}#drawn").as_str()));
    let told = guest.get(&page).text();
    assert!(
        told.contains("id=\"drawn\"") && told.contains("places were open; the draft marks each"),
        "{told}"
    );
    let draft = guest.get(&file);
    assert_eq!((draft.status, draft.header("content-type")), (200, Some("application/pdf")));
    assert!(draft.body.starts_with(b"%PDF-1.7"));
    assert!(draft.header("content-security-policy").unwrap().contains("sandbox"));
    assert!(draft.header("content-disposition").unwrap().starts_with("attachment"));
    // Yes and no are taken as such; an answer that does not fit is told, and the page can still be used.
    let keep = [
        ("form", "complaint-defamation"),
        ("format", "keep"),
        ("answer.help.asked", "true"),
        ("answer.incidental", "false"),
    ];
    assert_eq!(guest.post(&draw, &keep).status, 303);
    assert!(!guest.get(&page).text().contains("role=\"alert\""));
    assert_eq!(
        guest
            .post(
                &draw,
                &[("form", "complaint-defamation"), ("format", "keep"), ("answer.incidental", "perhaps")]
            )
            .status,
        303
    );
    let told = guest.get(&page);
    assert!(
        told.status == 200
            && told.text().contains("role=\"alert\"")
            && told.text().contains("answer.incidental"),
        "{}",
        told.text()
    );
    let kept = [("form", "complaint-defamation"), ("format", "keep"), ("answer.incidental", "")];
    assert_eq!(guest.post(&draw, &kept).status, 303);
    assert!(!guest.get(&page).text().contains("role=\"alert\""));
    // What was answered is kept for the session, and a final is refused while something is missing.
    assert!(guest.get(&format!("{CASE}/papers/complaint-defamation")).text().contains("某区人民法院"));
    let refused = guest.post(&draw, &[("form", "complaint-defamation"), ("format", "final-pdf")]);
    assert_eq!(refused.status, 422, "a final has nothing missing");
}

/// 法释〔2021〕1号 323 (2021-03-01): whoever signs says whom and what a paper names; what is ticked stays out until it is unticked.
#[test]
fn what_a_paper_leaves_out_is_ticked() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let (paper, draw) = (format!("{CASE}/papers/account-sheet"), format!("{CASE}/papers/draw"));
    let box_of = |page: &str| {
        let at = page.find("name=\"left_out\" value=\"st-").unwrap_or_else(|| panic!("{page}"));
        page[at..].split('>').next().unwrap().to_owned()
    };
    let first = box_of(&guest.get(&paper).text());
    assert!(!first.contains("checked"), "{first}");
    let id = first.split('"').nth(3).unwrap();
    let own = [("form", "account-sheet"), ("left_out_offered", "1"), ("format", "keep")];
    guest.post(&draw, &[&own[..], &[("left_out", id)]].concat());
    assert!(box_of(&guest.get(&paper).text()).contains("checked"));
    // No box ticked is an answer, and takes the one before back.
    guest.post(&draw, &own);
    assert!(!box_of(&guest.get(&paper).text()).contains("checked"));
    // What is not there is told once, and then offered anew.
    guest.post(&draw, &[&own[..], &[("left_out", "st-00000000")]].concat());
    let told = guest.get(&paper).text();
    assert!(told.contains("role=\"alert\"") && told.contains("st-00000000"), "{told}");
    assert!(!guest.get(&paper).text().contains("st-00000000"));
}

#[test]
fn a_bundle_comes_as_one_file_that_verifies() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let page = guest.get(&format!("{CASE}/bundle")).text();
    let key = &page[page.find("redress/case/").unwrap_or_else(|| panic!("{page}"))..];
    let key = &key[..key.find('<').unwrap()];
    let got = guest.post(&format!("{CASE}/bundle/pack"), &[]);
    assert_eq!((got.status, got.header("content-type")), (200, Some("application/zip")));
    room.write("bundle.zip", &got.body);
    let python = "import zipfile; zipfile.ZipFile('bundle.zip').extractall('.')";
    let done =
        std::process::Command::new("python3").args(["-c", python]).current_dir(room.dir.path()).status();
    assert!(done.unwrap().success());
    drop(serving);
    let answer = room.redress(&["verify", "rd-example-courier-rumour-bundle", "--key", key]);
    assert_eq!(answer.code, 0, "{}{}", answer.out, answer.err);
}
