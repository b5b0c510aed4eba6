//! What was taken up never disappears without a word, what is told in two places is one thing, and what somebody meant is what
//! is entered.

use crate::run::Room;
use crate::serving::{Guest, Serving};
use crate::workbench::{CASE, example};
use serde_json::{Value, json};

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

/// A board of eight posts of one wording and one of another; the times of seven rows are none.
fn board() -> Vec<u8> {
    let mut csv = String::from("no,poster,said,at\n");
    for number in 0..8 {
        let at = if number == 0 { "2026-03-01 10:00:00" } else { "soon" };
        csv.push_str(&format!("{number},somebody,It is a certain untrue thing that is said here,{at}\n"));
    }
    csv.push_str("8,another,Quite another matter stands in this post,2026-03-02 10:00:00\n");
    csv.into_bytes()
}

fn chosen(act: &str) -> Vec<(&str, &str)> {
    vec![
        ("act", act),
        ("item", "item-000001"),
        ("column-0", "id"),
        ("column-1", "author-name"),
        ("column-2", "text"),
        ("column-3", "time"),
        ("platform-name", "board"),
        ("post-kind", "original"),
        ("table-name", "board"),
    ]
}

/// A case with the board read, and a paper from which nothing is read.
fn with_board(guest: &Guest<'_>) -> String {
    let case = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().replace("/evidence", "");
    let files: [(&str, &[u8]); 2] = [("board.csv", &board()), ("letter.txt", b"A letter.")];
    assert_eq!(guest.upload(&format!("{case}/add"), &[], &files).status, 200);
    case
}

fn fact(guest: &Guest<'_>, case: &str, about: &[(&str, &str)]) -> u16 {
    let fields = [("term", "statement_false"), ("value", "yes"), ("standing", "stated"), ("seen", "99")];
    guest
        .post(&format!("{case}/facts/set"), &[&fields[..], about, &[("reason", "it is not so")]].concat())
        .status
}

#[test]
fn a_statement_whose_file_is_set_aside_is_told_and_counts_again() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = with_board(&guest);
    assert_eq!(guest.post(&format!("{case}/evidence/columns"), &chosen("keep")).status, 200);
    assert_eq!(fact(&guest, &case, &[("scope", "post:board/0")]), 303);
    assert_eq!(data(&guest, &case)["lost"], json!([]));
    // Before it: what rests on the file.
    let page = guest.get(&format!("{case}/evidence?aside=item-000001")).text();
    assert!(page.contains("id=\"rests\"") && page.contains("Statement A: one fact"), "{page}");
    let entry = page[page.find("name=\"entry\" value=\"").unwrap()..].split('"').nth(3).unwrap().to_owned();
    let strike = [("entry", entry.as_str()), ("reason", "not <ours>")];
    assert_eq!(guest.post(&format!("{case}/strike"), &strike).status, 303);
    // After it: both pages say so, with the way back; the list of evidence says who, when and why, and asks for no columns.
    assert_eq!(data(&guest, &case)["lost"], json!(["board/0"]));
    for page in [case.clone(), format!("{case}/statements")] {
        let text = guest.get(&page).text();
        for said in
            ["Taken up, and not counted now", "post board/0: one fact", "not &lt;ours&gt;", "evidence/count"]
        {
            assert!(text.contains(said), "{page} {said}: {text}");
        }
        let chinese = guest.get_in(&page, "zh-CN").text();
        assert!(chinese.contains("目前没有计入的说法") && !chinese.contains('⟦'), "{chinese}");
    }
    let list = guest.get(&format!("{case}/evidence")).text();
    assert!(list.contains("not &lt;ours&gt;") && list.contains("Count it again"), "{list}");
    assert!(!list.contains("Say what its columns are"), "{list}");
    let count = format!("{case}/evidence/count");
    assert_eq!(guest.post(&count, &[("item", "item-000001")]).status, 303);
    assert_eq!(data(&guest, &case)["lost"], json!([]));
    assert!(!guest.get(&case).text().contains("Taken up, and not counted now"));
    let twice = guest.post(&count, &[("item", "item-000001")]);
    assert!(twice.status == 422 && twice.text().contains("is not set aside"), "{}", twice.text());
}

#[test]
fn a_file_from_which_nothing_is_read_is_kept_out_of_what_is_handed_in() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = with_board(&guest);
    let page = || guest.get(&format!("{case}/evidence")).text();
    assert!(!page().contains("Not handed in"));
    let put = |put: &str| {
        let fields = [("item", "item-000002"), ("put", put)];
        guest.post(&format!("{case}/evidence/hand-in"), &fields).status
    };
    assert_eq!(put("out"), 303);
    assert!(page().contains("Not handed in") && page().contains("Hand it in"), "{}", page());
    assert_eq!(data(&guest, &format!("{case}/papers/exhibits"))["exhibits"][1]["said"]["left_out"], "yes");
    assert_eq!((put("in"), put("up")), (303, 422));
    assert!(!page().contains("Not handed in"));
}

#[test]
fn the_trial_of_columns_says_how_many_more_and_what_was_looked_at_stays_in_sight() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = with_board(&guest);
    let act = format!("{case}/evidence/columns");
    let tried = guest.post(&act, &chosen("preview")).text();
    assert!(tried.contains("And 2 more like it.") && !tried.contains("rows-shown"), "{tried}");
    let looks = || {
        let entries = data(&guest, &format!("{case}/history"))["entries"].clone();
        entries.as_array().unwrap().iter().filter(|one| one["kind"] == "viewed").count()
    };
    let rows = guest.post(&act, &[("item", "item-000001"), ("act", "rows")]).text();
    assert!(rows.contains("name=\"rows-shown\"") && looks() == 1, "{rows}");
    let tried = guest.post(&act, &[&chosen("preview")[..], &[("rows-shown", "1")]].concat()).text();
    assert!(tried.contains("certain untrue thing") && tried.contains("nothing was kept"), "{tried}");
    assert_eq!(looks(), 2, "each look is an entry first");
}

#[test]
fn a_fact_goes_to_the_statement_that_is_meant_also_where_the_list_does_not_offer_it() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let listed = data(&guest, &format!("{CASE}/statements"));
    let id = listed["statements"][1]["id"].as_str().unwrap();
    // Asked about one statement, nothing leads to another.
    let page = guest.get(&format!("{CASE}/facts?statement={id}")).text();
    assert!(page.contains("id=\"about-one\""), "{page}");
    let next = page.split("id=\"asked-next\"").nth(1).map(|rest| rest.split("</ul>").next().unwrap());
    for link in next.unwrap_or_default().split("href=\"").skip(1) {
        assert!(link.split('"').next().unwrap().ends_with(&format!("statement={id}")), "{link}");
    }
    // One that stands in no list, by the number of a post of it.
    let form = guest.get(&format!("{CASE}/facts?term=statement_false")).text();
    assert!(form.contains("name=\"scope-other\""), "{form}");
    let offered = |key: &str| form.contains(&format!("value=\"post:{key}\""));
    let posts = data(&guest, &format!("{CASE}/posts"))["posts"].clone();
    let other =
        posts.as_array().unwrap().iter().filter_map(|one| one["key"].as_str()).find(|key| !offered(key));
    let other = other.unwrap();
    assert_eq!(fact(&guest, CASE, &[("scope-other", other)]), 303);
    let folders = std::fs::read_dir(room.path("cases")).unwrap().filter_map(|one| Some(one.ok()?.path()));
    let folder = folders.filter(|path| path.is_dir()).find(|path| path.join("case.sqlite").exists()).unwrap();
    let anchors = room.json(&["fact", folder.to_str().unwrap(), "list"]);
    assert!(anchors.to_string().contains(&format!("post:{other}")), "{anchors}");
    assert_eq!(fact(&guest, CASE, &[("scope-other", "weibo/none")]), 422);
}

#[test]
fn a_case_says_its_next_date_in_the_list_as_on_its_overview_and_that_it_was_handed_over() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    for (language, next) in [("en-GB", "Next date: "), ("zh-CN", "最近的日期：")] {
        let overview = guest.get_in(CASE, language).text();
        let when = overview.split("class=\"when\"").nth(1).unwrap();
        let day = when.split("<b>").nth(1).unwrap().split("</b>").next().unwrap();
        let title = when.split("</p>").nth(1).unwrap().trim_start_matches("<p>").to_owned();
        let list = guest.get_in("/", language).text();
        assert!(list.contains(&format!("{next}{day}<")) && list.contains(&title), "{day} {title}: {list}");
    }
    let fields = [
        ("way", "next-stage"),
        ("from-body", "police"),
        ("to-body", "court"),
        ("on", "2026-03-02"),
        ("sure", "1"),
    ];
    assert_eq!(guest.post(&format!("{CASE}/hand-over"), &fields).status, 303);
    let (list, overview) = (guest.get("/").text(), guest.get(CASE).text());
    assert!(list.contains("Handed over: read only") && !list.contains("Next date: "), "{list}");
    assert!(overview.contains("id=\"gone\"") && !overview.contains("id=\"to-do\""), "{overview}");
    assert_eq!(data(&guest, "/cases")["cases"][0]["handed_over"], true);
    assert!(guest.get("/register").text().contains("Handed over: read only"));
}

/// That a date could not be worked out is told apart from that there is none (docs/principles.md 4).
#[test]
fn the_next_date_of_a_case_that_cannot_be_read_is_not_said_to_be_none() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let case = {
        let guest = serving.enter();
        let case = with_board(&guest);
        assert_eq!(guest.post(&format!("{case}/evidence/columns"), &chosen("keep")).status, 200);
        case
    };
    drop(serving);
    let words = "a certain untrue thing";
    let holds = |bytes: &[u8]| bytes.windows(words.len()).any(|part| part == words.as_bytes());
    let files = room.bytes_of("cases");
    let (sealed, _) = files.iter().find(|(_, bytes)| holds(bytes)).unwrap();
    crate::tampered::change(&room, &format!("cases/{sealed}"), words);
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    assert_ne!(guest.get(&case).status, 200);
    for (language, said) in [("en-GB", "its own page says why"), ("zh-CN", "原因见本案的页面")] {
        // On a busy computer it may not be known at once.
        let told = (0..50).any(|_| guest.get_in("/", language).text().contains(said));
        assert!(told, "{}", guest.get_in("/", language).text());
    }
}

/// The same bytes as a file that was set aside: what is brought now counts, and the other stays as it is.
#[test]
fn the_same_content_as_a_file_that_was_set_aside_says_so() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = with_board(&guest);
    assert_eq!(guest.post(&format!("{case}/evidence/columns"), &chosen("keep")).status, 200);
    let again = |name: &str| guest.upload(&format!("{case}/add"), &[], &[(name, &board())]).text();
    let told = again("copy.csv");
    assert!(
        told.contains("has the same content as item-000001") && !told.contains("which is set aside"),
        "{told}"
    );
    let page = guest.get(&format!("{case}/evidence?aside=item-000001")).text();
    let entry = page[page.find("name=\"entry\" value=\"").unwrap()..].split('"').nth(3).unwrap().to_owned();
    let strike = [("entry", entry.as_str()), ("reason", "not ours")];
    assert_eq!(guest.post(&format!("{case}/strike"), &strike).status, 303);
    // Of two the one that counts is named.
    let told = again("third.csv");
    assert!(!told.contains("which is set aside") && told.contains("(copy.csv)"), "{told}");
    let other = guest.post("/c", &[("cover", "Autumn")]).header("location").unwrap().replace("/evidence", "");
    assert_eq!(guest.upload(&format!("{other}/add"), &[], &[("board.csv", &board())]).status, 200);
    assert_eq!(guest.post(&format!("{other}/evidence/columns"), &chosen("keep")).status, 200);
    let page = guest.get(&format!("{other}/evidence?aside=item-000001")).text();
    let entry = page[page.find("name=\"entry\" value=\"").unwrap()..].split('"').nth(3).unwrap().to_owned();
    let strike = [("entry", entry.as_str()), ("reason", "not ours")];
    assert_eq!(guest.post(&format!("{other}/strike"), &strike).status, 303);
    let told = guest.upload(&format!("{other}/add"), &[], &[("copy.csv", &board())]).text();
    assert!(told.contains("item-000001 (board.csv), which is set aside"), "{told}");
}

/// 指导意见 10 (in force 2023-09-20), 刑法 246 (in force 2015-11-01): what a complaint does not name is told, each with its own reason.
#[test]
fn what_a_complaint_does_not_name_is_told_each_with_its_own_reason() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let page = format!("{CASE}/papers/complaint-defamation");
    let unnamed = data(&guest, &page)["unnamed"].clone();
    let statements = data(&guest, &format!("{CASE}/statements"))["statements"].clone();
    let text = guest.get(&page).text();
    let told = text.split("id=\"unnamed\"").nth(1).unwrap().split("</ul>").next().unwrap().to_owned();
    let lines: Vec<&str> = told.split("<li>").skip(1).collect();
    assert_eq!(lines.len(), unnamed.as_array().unwrap().len());
    for (line, one) in lines.iter().zip(unnamed.as_array().unwrap()) {
        let place = statements.as_array().unwrap().iter().position(|row| row["id"] == one["id"]).unwrap();
        let name = format!("Statement {}: ", ["A", "B", "C", "D", "E"][place]);
        let reason = match one["why"].as_str().unwrap() {
            "protected" => "Article 10 protects it",
            "open" => "whether Article 10 protects it",
            _ => "the other offence",
        };
        assert!(line.starts_with(&name) && line.contains(reason), "{one}: {line}");
    }
    // The draft says the same.
    let fields = [("form", "complaint-defamation"), ("format", "pdf")];
    assert_eq!(guest.post(&format!("{CASE}/papers/draw"), &fields).status, 303);
    let drawn = guest.get(&page).text();
    assert!(drawn.contains("because Article 10 protects it: Statement E."), "{drawn}");
}

#[test]
fn a_bundle_that_was_packed_is_told_and_a_cover_name_holds_no_number_of_somebody() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    for cover in ["13812345678", "a@example.com", "案 440300199001011234"] {
        let refused = guest.post("/c", &[("cover", cover)]);
        assert!(refused.status == 422 && refused.text().contains("no place for a telephone"), "{cover}");
    }
    let case = with_board(&guest);
    let page = format!("{case}/bundle");
    assert!(!guest.get(&page).text().contains("Packed so far"));
    assert_eq!(guest.post(&format!("{case}/bundle/pack"), &[("closed", "no")]).status, 200);
    let text = guest.get(&page).text();
    assert!(text.contains("Packed so far") && text.contains("Head of its log:"), "{text}");
    assert!(text.contains("whoever has the file can read it"), "{text}");
}
