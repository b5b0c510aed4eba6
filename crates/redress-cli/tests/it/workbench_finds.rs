//! What people look for is found by their own words, what reads alike is told apart, and what cannot be done any more is said
//! with the way to do it elsewhere.

use crate::run::Room;
use crate::serving::{Guest, Serving};
use crate::workbench::{CASE, example};
use serde_json::Value;
use std::collections::BTreeSet;

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

/// The page to which a search leads.
fn sought(guest: &Guest<'_>, page: &str, fields: &[(&str, &str)]) -> String {
    let got = guest.post(page, fields);
    assert_eq!(got.status, 303, "{fields:?}: {}", got.text());
    guest.get(got.header("location").unwrap()).text()
}

#[test]
fn facts_are_found_by_everyday_words() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let page = format!("{CASE}/facts");
    let found = |words: &str, term: &str| {
        let text = sought(&guest, &page, &[("q", words)]);
        assert!(text.contains(&format!("?term={term}\"")), "{words}: {term}");
    };
    for (words, term) in
        [("true", "statement_false"), ("suicide", "grave_consequence"), ("deleted", "evidence_may_vanish")]
    {
        found(words, term);
    }
    guest.post("/settings/language", &[("language", "zh-Hans")]);
    for (words, term) in [
        ("属实", "statement_false"),
        ("这是不是真的", "statement_false"),
        ("转发", "repost_count"),
        ("浏览", "view_count"),
        ("报警", "report_date"),
        ("自杀", "grave_consequence"),
        ("道歉", "public_apology_date"),
        ("删除", "evidence_may_vanish"),
    ] {
        found(words, term);
    }
    let book = sought(&guest, "/law/facts", &[("q", "报警")]);
    assert!(book.contains("report_date"), "the book finds by the same words");
}

#[test]
fn the_first_fact_about_a_statement_begins_with_its_first_question() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let listed = data(&guest, &format!("{CASE}/statements"));
    let id = listed["listed"][0]["id"].as_str().unwrap();
    let page = guest.get(&format!("{CASE}/statements/{id}")).text();
    let acts = page.split("id=\"acts\"").nth(1).unwrap();
    let to = acts.split("href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&amp;", "&");
    assert!(to.contains("?term=") && to.ends_with(&format!("statement={id}")), "{to}");
    let form = guest.get(&to).text();
    assert!(form.contains(&format!("action=\"{CASE}/facts/set\"")), "{form}");
    // One that was taken up is asked nothing of the kind.
    let taken = listed["statements"].as_array().unwrap().iter().find(|one| one["taken_up"] == true).unwrap();
    let page = guest.get(&format!("{CASE}/statements/{}", taken["id"].as_str().unwrap())).text();
    assert!(!page.contains("Enter a first fact"), "{page}");
}

#[test]
fn statements_are_searched_told_apart_and_counted_the_same_on_every_page() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let page = format!("{CASE}/statements");
    let all = data(&guest, &page);
    let listed = all["listed"].as_array().unwrap();
    let text = guest.get(&page).text();
    let titles: Vec<&str> = text
        .split("<h3><a href=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once("\">")?.1.split_once("</a>").map(|(title, _)| title))
        .collect();
    let apart: BTreeSet<&&str> = titles.iter().collect();
    assert!(titles.len() > 3 && apart.len() == titles.len(), "{titles:?}");
    let total = all["total"].as_u64().unwrap();
    assert!(text.contains(&format!("counted the same on every page: {total} in all")), "{text}");
    // Only those taken up, only the others; a word that no post has.
    let open = sought(&guest, &page, &[("q", ""), ("which", "open")]);
    assert!(!open.contains("id=\"taken-up\"") && open.contains("id=\"others\""));
    let taken = data(&guest, &format!("{page}?which=taken-up"));
    assert!(taken["statements"].as_array().unwrap().iter().all(|one| one["taken_up"] == true));
    let none = data(&guest, &format!("{page}?q=zzzzzz"));
    assert!(
        none["statements"].as_array().unwrap().is_empty() && none["listed"].as_array().unwrap().is_empty()
    );
    let words = data(&guest, &format!("{page}?q=%E5%BF%AB%E9%80%92"));
    let some = words["listed"].as_array().unwrap().len() + words["statements"].as_array().unwrap().len();
    assert!(some > 0 && some <= listed.len() + all["statements"].as_array().unwrap().len(), "{words}");
    assert_eq!(guest.post(&page, &[("q", ""), ("which", "moon")]).status, 422);
}

/// A name that somebody wrote down means the same statement after more was brought.
#[test]
fn the_name_of_a_statement_stays_when_more_is_brought() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let page = format!("{CASE}/statements");
    let id = data(&guest, &page)["listed"][0]["id"].as_str().unwrap().to_owned();
    let name = || {
        let text = guest.get(&format!("{page}/{id}")).text();
        text.split("<h1").nth(1).unwrap().split('>').nth(1).unwrap().split('<').next().unwrap().to_owned()
    };
    let before = name();
    assert!(before.contains(", not taken up"), "{before}");
    // A larger statement takes the first place.
    let mut csv = String::from("no,poster,said,at\n");
    for number in 0..90 {
        csv.push_str(&format!("{number},one,Ninety say this one thing about a boat,2026-03-01 10:00:00\n"));
    }
    guest.upload(&format!("{CASE}/add"), &[], &[("boats.csv", csv.as_bytes())]);
    let items = data(&guest, &format!("{CASE}/evidence"))["items"].clone();
    let boats =
        items.as_array().unwrap().iter().find(|one| one["item"]["name"] == "boats.csv").unwrap().clone();
    let columns = [
        ("act", "keep"),
        ("item", boats["item"]["id"].as_str().unwrap()),
        ("column-0", "id"),
        ("column-1", "author-name"),
        ("column-2", "text"),
        ("column-3", "time"),
        ("platform-name", "boats"),
        ("post-kind", "original"),
        ("table-name", "boats"),
    ];
    assert_eq!(guest.post(&format!("{CASE}/evidence/columns"), &columns).status, 200);
    assert_ne!(data(&guest, &page)["listed"][0]["id"], id.as_str());
    assert_eq!(name(), before);
}

/// The words of the first post of each stand behind a question, which is an entry before it is answered.
#[test]
fn the_words_of_a_first_post_come_into_the_list_when_they_are_asked_for() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let page = format!("{CASE}/statements");
    let text = guest.get(&page).text();
    assert!(!text.contains("class=\"shown\""), "{text}");
    let form = text.split("<form class=\"reveal\"").nth(1).unwrap().split("</form>").next().unwrap();
    let value = |name: &str| {
        let field = form.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
        field.split('"').next().unwrap().replace("&amp;", "&")
    };
    let (key, back) = (value("post"), value("back"));
    let looks = || {
        let entries = data(&guest, &format!("{CASE}/history"))["entries"].clone();
        entries.as_array().unwrap().iter().filter(|one| one["kind"] == "viewed").count()
    };
    let before = looks();
    let asked = guest.post(&format!("{CASE}/reveal"), &[("post", &key), ("back", &back)]);
    assert!(asked.header("location").unwrap().starts_with(&page), "{:?}", asked.header("location"));
    assert_eq!(looks(), before + 1);
    let shown = guest.get(&back).text();
    assert_eq!(shown.matches("class=\"shown\"").count(), 1, "{shown}");
    assert!(!guest.get(&page).text().contains("class=\"shown\""), "and go again");
}

/// What one comment alone says is no statement; that it is said is told, with the way to it.
#[test]
fn words_of_a_single_comment_are_told_of_beside_the_statements() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let page = format!("{CASE}/statements");
    let all = data(&guest, &page);
    assert!(all.get("found").is_none() && all.get("singles").is_none(), "{all}");
    let one = data(&guest, &format!("{page}?q=%E7%9C%9F%E6%B2%A1%E6%95%99%E5%85%BB"));
    assert_eq!((&one["found"], &one["singles"]), (&0.into(), &1.into()), "{one}");
    assert_eq!(one["total"], all["total"]);
    let text = sought(&guest, &page, &[("q", "真没教养")]);
    assert!(text.contains("One single comment or repost has the words"), "{text}");
    let to = text.split("id=\"singles\"").nth(1).unwrap().split("href=\"").nth(1).unwrap();
    let to = to.split('"').next().unwrap().replace("&amp;", "&");
    assert!(to.starts_with(&format!("{CASE}/posts?sought=")) && !to.contains('%'), "{to}");
    assert!(guest.get(&to).text().contains("class=\"post\""), "{to}");
    let none = data(&guest, &format!("{page}?q=zzzzzz"));
    assert_eq!((&none["found"], &none["singles"]), (&0.into(), &0.into()), "{none}");
    let taken = data(&guest, &format!("{page}?which=taken-up"));
    assert_eq!(taken["found"], taken["statements"].as_array().unwrap().len());
}

/// The data of the papers says what the page shows: for whom each is, and where its route stands.
#[test]
fn papers_have_their_group_and_route_as_data_too() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let forms = data(&guest, &format!("{CASE}/papers"))["forms"].clone();
    let routes = data(&guest, CASE)["routes"].clone();
    let state =
        |id: &str| routes.as_array().unwrap().iter().find(|one| one["id"] == id).unwrap()["state"].clone();
    let text = guest.get(&format!("{CASE}/papers")).text();
    let mut at = 0;
    for form in forms.as_array().unwrap() {
        let (id, group) = (form["form"].as_str().unwrap(), form["group"].as_str().unwrap());
        let place = text.find(&format!("<article class=\"paper\" id=\"{id}\"")).unwrap();
        assert!(place > at, "{id} stands in another order");
        at = place;
        let (within, _) = text.split_at(place);
        assert!(
            within.rsplit("id=\"for-").next().unwrap().starts_with(&format!("{group}\"")),
            "{id} {group}"
        );
    }
    let route =
        |id: &str| forms.as_array().unwrap().iter().find(|one| one["form"] == id).unwrap()["route"].clone();
    assert_eq!(route("civil-complaint"), state("civil-suit"));
    assert_eq!(route("complaint-defamation"), state("private-prosecution"));
    assert!(route("evidence-list").is_null());
}

/// 指导意见 18 (in force 2023-09-20): the file goes on elsewhere, and every link of its pages here still leads somewhere.
#[test]
fn every_link_of_a_case_that_was_handed_over_leads_to_a_page_and_no_form_enters() {
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
    assert_eq!(guest.post(&format!("{CASE}/hand-over"), &fields).status, 303);
    let (mut open, mut seen) = (vec![CASE.to_owned()], BTreeSet::new());
    // Of the pages that differ only in which exhibit, post or fact they show, some are enough.
    let kind = |path: &str| {
        path.split(['?', '#']).next().unwrap().trim_end_matches(|c: char| c.is_ascii_digit()).to_owned()
    };
    let mut kinds = std::collections::BTreeMap::<String, usize>::new();
    while let Some(path) = open.pop() {
        let shown = path.split('#').next().unwrap().to_owned();
        let count = kinds.entry(kind(&shown)).or_default();
        // This paper asks for what is missing on the example, handed over or not.
        let asks_first = shown.ends_with("/papers/platform-recommendation");
        if asks_first || *count >= 4 || !seen.insert(shown.clone()) {
            continue;
        }
        *count += 1;
        let got = guest.get(&shown);
        assert_eq!(got.status, 200, "{shown}");
        let Some("text/html; charset=utf-8") = got.header("content-type") else { continue };
        let page = got.text();
        enters_nothing(&shown, &page);
        open.extend(
            page.split("href=\"")
                .skip(1)
                .map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&"))
                .filter(|to| to.starts_with(CASE)),
        );
    }
    assert!(seen.len() > 40, "{}", seen.len());
    for path in ["/posts", "/evidence"] {
        let page = guest.get(&format!("{CASE}{path}")).text();
        assert!(
            page.contains("id=\"closed-words\"") && page.contains("in a bundle that was packed before"),
            "{path}"
        );
    }
    let sheet = guest.get(&format!("{CASE}/hand-over")).text();
    assert!(sheet.contains("the handing over itself is entry"), "{sheet}");
    assert!(!sheet.contains("/1</span>"), "procedures stand by their names");
}

/// What asks and keeps nothing is there; what would enter something, or keep a place in the case, is not.
fn enters_nothing(path: &str, page: &str) {
    const ASKS: [&str; 7] =
        ["/hand-over/file", "/verify", "/recompute", "/evidence/check", "/posts", "/facts", "/statements"];
    for form in page.split("<form ").skip(1) {
        let tag = form.split('>').next().unwrap();
        let action = tag.split("action=\"").nth(1).unwrap_or_default().split('"').next().unwrap();
        let own = tag.contains("method=\"post\"") && action.starts_with(CASE);
        assert!(!own || ASKS.contains(&&action[CASE.len()..]), "{path}: {tag}");
    }
}

#[test]
fn the_name_of_a_party_is_no_name_of_a_case() {
    let room = Room::new();
    room.case("spring");
    let added = room.redress(&crate::run::typed("party spring add victim --detail name=某甲甲"));
    assert_eq!(added.code, 0, "{}", added.err);
    let refused = room.redress(&crate::run::typed("record spring name 某甲甲的案子"));
    assert!(refused.code == 2 && refused.err.contains("name of somebody in it"), "{}", refused.err);
    room.ok(&crate::run::typed("record spring name Autumn"));
    // The other way round: the name of the case was there first.
    let told = room.redress(&crate::run::typed("party spring add respondent --detail name=Autumn"));
    assert!(
        told.code == 0 && told.out.contains("holds the name that was just entered"),
        "{} {}",
        told.out,
        told.err
    );
}

#[test]
fn the_same_content_under_two_names_is_told() {
    let room = Room::new();
    room.case("spring");
    room.write("a.txt", "the same words");
    room.write("b.txt", "the same words");
    let added = room.json(&["add", "spring", "a.txt", "b.txt"]);
    let told = added["findings"].as_array().unwrap();
    let told: Vec<&Value> = told.iter().filter(|one| one["code"] == "workbench-same-bytes").collect();
    assert_eq!(told.len(), 1, "{added}");
    assert_eq!(
        (&told[0]["args"]["same"], &told[0]["args"]["item"]),
        (&"item-000001".into(), &"item-000002".into())
    );
    assert_eq!(added["items"].as_array().unwrap().len(), 2, "both stand, as they were given");
    // On the page too, against what was there before.
    room.write("c.txt", "the same words");
    let page = {
        let serving = Serving::begin(&room);
        let guest = serving.enter();
        let case =
            guest.post("/c", &[("cover", "Winter")]).header("location").unwrap().replace("/evidence", "");
        let words = b"the same words".as_slice();
        guest.upload(&format!("{case}/add"), &[], &[("x.txt", words), ("y.txt", words)]).text()
    };
    assert!(page.contains("y.txt") && page.contains("has the same content as item-000001"), "{page}");
}

/// A browser keeps a SameSite=Strict cookie from what a page elsewhere leads to, and from where that leads at once.
#[test]
fn a_link_that_a_page_led_to_goes_on_by_a_page_of_this_server() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let path = serving.link.split_once(&serving.host).unwrap().1;
    let got = serving.send("GET", path, &[("Sec-Fetch-Site", "cross-site")], b"");
    assert_eq!(got.status, 200);
    assert!(got.header("set-cookie").unwrap().contains("SameSite=Strict"));
    assert!(got.text().contains("content=\"0;url=/\""), "{}", got.text());
}
