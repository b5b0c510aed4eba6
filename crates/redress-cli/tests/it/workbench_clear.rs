//! What a frightened person sees first and next: what this is for, why a route stands as it does, how long a thing takes; what
//! was refused and what stays; and a case that was handed over offers nothing that it would refuse.

use crate::run::Room;
use crate::serving::{Guest, Serving};
use crate::workbench::{CASE, example};
use serde_json::Value;

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

/// The part of a page that stands under that id, to the end of its section.
fn section<'p>(page: &'p str, id: &str) -> &'p str {
    let begin = page.find(&format!("id=\"{id}\"")).unwrap();
    &page[begin..begin + page[begin..].find("</section>").unwrap()]
}

#[test]
fn the_first_page_says_what_this_is_for_and_whom_to_turn_to() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    for (language, said) in [
        (
            "en",
            ["Somebody is being abused", "stays on this computer", "Article 10", "To begin", "(not checked)"],
        ),
        ("zh-CN", ["有人在网上被辱骂", "都留在这台电脑上", "第十条", "怎么开始", "未核实"]),
    ] {
        let page = guest.get_in("/", language).text();
        let what = section(&page, "what");
        for sentence in &said[..4] {
            assert!(what.contains(sentence), "{language} {sentence}: {what}");
        }
        let foot = &page[page.find("lines-at-hand").unwrap()..];
        assert!(foot.contains("12356") && foot.contains(said[4]), "{foot}");
    }
}

/// 法释〔2013〕21号 2 (in force 2013-09-10): 5,000 and 500, each with where it stands.
#[test]
fn the_overview_says_where_a_number_comes_from_why_a_route_stands_so_and_how_long_a_thing_takes() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let page = guest.get(CASE).text();
    let floors = section(&page, "floors");
    let article = "/law/cn.fs-2013-21.2.2013-09-10";
    for said in ["The law names 5,000.", "The law names 500.", "in force since 10 September 2013", article] {
        assert!(floors.contains(said), "{said}: {floors}");
    }
    assert_eq!(guest.get(article).status, 200);
    assert!(guest.get(&format!("{CASE}/spread")).text().contains("in force since 10 September 2013"));
    // Each route with one reason of its own.
    let ways = section(&page, "ways");
    let rows: Vec<&str> = ways.split("<li>").skip(1).collect();
    assert_eq!(rows.len(), 12);
    for row in rows {
        assert_eq!(row.matches("class=\"small muted\"").count(), 1, "{row}");
    }
    // Facts that only lack their exhibit are a choice from a list: no minutes are guessed for it.
    for row in section(&page, "to-do").split("<li>").skip(1).filter(|row| !row.contains("again=")) {
        assert!(
            row.contains("about ") && row.contains(" minutes") && row.contains("class=\"small effort\""),
            "{row}"
        );
    }
    let today = section(&page, "today");
    assert!(
        today.contains("href=\"/settings#reader\"") && today.contains(&format!("action=\"{CASE}/stop\""))
    );
    assert_eq!(guest.post(&format!("{CASE}/stop"), &[("page", CASE)]).header("location"), Some("/"));
    // Long pages are led through.
    for path in ["", "/evidence", "/procedure", "/law"] {
        let page = guest.get(&format!("{CASE}{path}")).text();
        let contents = &page[page.find("class=\"contents\"").unwrap_or_else(|| panic!("{path}"))..];
        let contents = &contents[..contents.find("</nav>").unwrap()];
        for part in contents.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert_eq!(page.matches(&format!("id=\"{part}\"")).count(), 1, "{path} {part}");
        }
    }
}

#[test]
fn what_is_no_material_is_left_out_and_named_and_the_others_are_taken() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().replace("/evidence", "");
    let add = format!("{case}/add");
    let names = || -> Vec<String> {
        let items = data(&guest, &format!("{case}/evidence"))["items"].as_array().unwrap().clone();
        items.iter().map(|one| one["item"]["name"].as_str().unwrap().to_owned()).collect()
    };
    let broken = b"";
    let files: [(&str, &[u8]); 6] = [
        ("a.txt", b"one"),
        ("theirs/bagit.txt", b"BagIt-Version: 1.0\n"),
        ("theirs/data/x", b"x"),
        ("mine/case.sqlite", b"1"),
        ("mine/key", b"secret"),
        ("torn.csv", broken),
    ];
    // All or none by wish: nothing is taken, and the form says what has to be chosen again.
    let got = guest.upload(&add, &[("all-or-none", "1")], &files);
    assert!(got.status == 422 && names().is_empty(), "{}", got.text());
    let torn = guest.upload(&add, &[("all-or-none", "1")], &[("a.txt", b"one"), ("torn.csv", broken)]);
    assert!(torn.status == 422 && names().is_empty());
    let page = torn.text();
    let anew = &page[page.find("class=\"anew\"").unwrap()..];
    assert!(anew[..200].contains("a.txt, torn.csv"), "{anew}");
    let got = guest.upload(&add, &[], &files);
    let page = got.text();
    assert_eq!((got.status, names()), (200, vec!["a.txt".to_owned()]), "{page}");
    let refused = page.split("class=\"card refused\"").nth(1).unwrap().split("</section>").next().unwrap();
    for said in ["“theirs” is a bundle", "“mine” is a case folder", "torn.csv", "Everything else was taken"]
    {
        assert!(refused.contains(said), "{said}: {refused}");
    }
    // The same again adds nothing; one alone that is broken brings the form back.
    assert_eq!(guest.upload(&add, &[], &files).status, 200);
    assert_eq!(guest.upload(&add, &[], &[("torn.csv", broken)]).status, 422);
    assert_eq!(names().len(), 1);
}

/// 民法典 1182 (in force 2021-01-01): each loss is a sum of its own.
#[test]
fn a_list_of_a_paper_is_filled_row_by_row_on_its_page() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let page = format!("{CASE}/papers/civil-complaint");
    let rows = || {
        let asks = data(&guest, &page);
        let lists = asks["lists"].as_array().unwrap().clone();
        lists.iter().find(|one| one["path"] == "claims.losses").unwrap()["rows"].as_u64().unwrap()
    };
    let own = rows();
    let keep = |fields: &[(&str, &str)]| {
        let own = own.to_string();
        let mut all =
            vec![("form", "civil-complaint"), ("format", "keep"), ("own-rows.claims.losses", own.as_str())];
        all.extend(fields);
        assert_eq!(guest.post(&format!("{CASE}/papers/draw"), &all).status, 303);
    };
    let at = |row: u64, field: &str| format!("answer.claims.losses.{}.{field}", own + row);
    for (language, said) in [("en", "Add a row"), ("zh-CN", "加一行")] {
        let text = guest.get_in(&page, language).text();
        assert!(
            section(&text, "lists").contains(said) && text.contains(&format!("name=\"{}\"", at(0, "yuan")))
        );
    }
    keep(&[(&at(0, "what"), "误工费"), (&at(0, "yuan"), "1200")]);
    assert_eq!(rows(), own + 1);
    keep(&[(&at(1, "what"), "医疗费"), (&at(1, "yuan"), "300")]);
    assert_eq!(rows(), own + 2);
    let text = guest.get(&page).text();
    let lists = section(&text, "lists");
    assert!(
        lists.contains("误工费")
            && lists.contains("医疗费")
            && lists.contains(&format!("name=\"{}\"", at(2, "yuan")))
    );
    assert!(!section(&text, "asks").contains("误工费"), "a row stands in one place");
    // The first is emptied: it goes, and the second takes its place.
    keep(&[(&at(0, "what"), ""), (&at(0, "yuan"), "")]);
    assert_eq!(rows(), own + 1);
    let answered = data(&guest, &page)["answered"].clone();
    assert_eq!(answered[format!("claims.losses.{own}.what")], "医疗费", "{answered}");
    assert_eq!(answered[format!("claims.losses.{own}.yuan")], "300");
}

/// Every page of a case that may hold a form.
const PAGES: [&str; 15] = [
    "",
    "/evidence",
    "/posts",
    "/statements",
    "/people",
    "/facts",
    "/facts?term=victim_minor",
    "/law",
    "/procedure",
    "/step",
    "/record/notice",
    "/papers",
    "/papers/complaint-defamation",
    "/bundle",
    "/history",
];

/// 指导意见 18 (in force 2023-09-20): the file goes on with the body that received it, and here nothing is entered.
#[test]
fn a_case_that_was_handed_over_offers_no_form_and_answers_each_act_plainly() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let fields = [
        ("way", "next-stage"),
        ("from-body", "police"),
        ("to-body", "procuratorate"),
        ("on", "2026-03-02"),
        ("sure", "1"),
    ];
    assert!(guest.get(&format!("{CASE}/facts?term=victim_minor")).text().contains("/facts/set\""));
    let sent = guest.post(&format!("{CASE}/hand-over"), &fields);
    assert_eq!(sent.status, 303, "{}", sent.text());
    let open = ["/hand-over/file", "/verify", "/evidence/check", "/posts", "/facts", "/statements"];
    for path in PAGES {
        let page = guest.get(&format!("{CASE}{path}"));
        assert_eq!(page.status, 200, "{path}");
        let page = page.text();
        assert!(page.contains("id=\"handed-over\""), "{path}");
        for form in page.split("<form ").skip(1) {
            let tag = form.split('>').next().unwrap();
            let action = tag.split("action=\"").nth(1).unwrap_or_default().split('"').next().unwrap();
            let entered = tag.contains("method=\"post\"") && action.starts_with(CASE);
            assert!(!entered || open.contains(&&action[CASE.len()..]), "{path}: {tag}");
        }
    }
    assert!(
        guest
            .get(&format!("{CASE}/facts?term=victim_minor"))
            .text()
            .contains("Closed: this case was handed over")
    );
    each_act_is_answered(&guest);
}

/// What is sent all the same is refused in one plain sentence, and nothing is entered.
fn each_act_is_answered(guest: &Guest<'_>) {
    let key = data(guest, &format!("{CASE}/posts"))["posts"][0]["key"].as_str().unwrap().to_owned();
    let history = data(guest, &format!("{CASE}/history"))["head"].clone();
    let acts: [(&str, &[(&str, &str)]); 9] = [
        ("/add/text", &[("pasted", "https://example.com/1")]),
        ("/reveal", &[("post", &key)]),
        (
            "/facts/set",
            &[
                ("term", "victim_minor"),
                ("scope", "case"),
                ("value", "no"),
                ("standing", "stated"),
                ("seen", "99999"),
            ],
        ),
        ("/people/add", &[("capacity", "witness"), ("person", "natural"), ("identity", "unknown")]),
        ("/posts/label", &[("label", "x"), ("put", "in"), ("post", &key)]),
        ("/posts/summary", &[("post", &key), ("summary", "It claims a thing")]),
        ("/seal", &[]),
        ("/name", &[("cover", "Winter")]),
        ("/bundle/pack", &[]),
    ];
    for (act, fields) in acts {
        let got = guest.post(&format!("{CASE}{act}"), fields);
        let page = got.text();
        assert_eq!(got.status, 422, "{act}: {page}");
        assert!(
            page.contains("This case was handed over and goes on with whoever received it"),
            "{act}: {page}"
        );
    }
    assert_eq!(data(guest, &format!("{CASE}/history"))["head"], history, "nothing was entered");
}

#[test]
fn a_case_takes_another_name_and_the_record_keeps_the_earlier_one() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().replace("/evidence", "");
    let name = format!("{case}/name");
    for bad in ["", "   ", "Spring", "a\u{202e}b", &"x".repeat(300)] {
        let got = guest.post(&name, &[("cover", bad)]);
        assert_eq!(got.status, 422, "{bad}: {}", got.text());
    }
    let long = "霜降".repeat(45);
    assert_eq!(guest.post(&name, &[("cover", &long)]).header("location"), Some(case.as_str()));
    assert!(guest.get("/").text().contains(&long));
    let page = guest.get(&case).text();
    assert!(
        section(&page, "name").contains(&long)
            && page.contains(&format!("<a class=\"cover\" href=\"{case}\">"))
    );
    let history = guest.get(&format!("{case}/history")).text();
    assert!(history.contains(&long) && history.contains("Spring"), "the earlier one stays");
    assert_eq!(data(&guest, "/cases")["cases"][0]["cover"], long.as_str());
    // Whether a guess is somebody's name is told after an entry, and not for nothing.
    let party = [("capacity", "victim"), ("identity", "known"), ("detail-name", "Zhou Moumou")];
    assert_eq!(guest.post(&format!("{case}/people/add"), &party).status, 303);
    let entries = || data(&guest, &format!("{case}/history"))["entries"].as_array().unwrap().clone();
    let before = entries().len();
    let got = guest.post(&name, &[("cover", "case of zhou moumou")]);
    assert_eq!(got.status, 422);
    let page = got.text();
    assert!(
        page.contains("name of somebody in it") && page.contains("that the details were compared"),
        "{page}"
    );
    assert!(!page.contains("The case is as it was"), "{page}");
    let all = entries();
    assert_eq!(all.len(), before + 1, "{all:?}");
    let viewed = all.iter().filter(|one| one.to_string().contains("to give the case another name"));
    assert_eq!(viewed.count(), 1, "{all:?}");
    assert_eq!(data(&guest, "/cases")["cases"][0]["cover"], long.as_str());
    // The same on the command line.
    drop(serving);
    let folder = format!(
        "cases/{}",
        std::fs::read_dir(room.path("cases"))
            .unwrap()
            .filter_map(|one| one.ok()?.file_name().into_string().ok())
            .find(|name| !name.contains('.'))
            .unwrap()
    );
    room.ok(&["record", &folder, "name", "Autumn"]);
    assert!(room.ok(&["log", &folder, "--kind", "renamed"]).contains("Autumn"));
    assert_eq!(room.redress(&["record", &folder, "name", "Autumn"]).code, 2);
}
