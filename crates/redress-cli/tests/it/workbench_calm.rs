//! What a new user stumbled over: a fact that silently did not count, dates that ran unseen, columns that only the command line
//! could name, a broken file taken without a word, a day that was none, and nothing said after a save.

use crate::run::Room;
use crate::serving::{Guest, Serving};
use crate::workbench::{CASE, example};
use serde_json::Value;

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

fn begun(guest: &Guest<'_>) -> String {
    guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().replace("/evidence", "")
}

/// Seconds since 1970, so many days ago.
fn days_ago(days: u64) -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    now.as_secs() - days * 24 * 3600
}

/// A board that no format knows, whose posts are of these days before today.
fn board(days: &[u64]) -> Vec<u8> {
    let mut csv = String::from("no,poster,said,at,seen\n");
    for (number, days) in days.iter().enumerate() {
        csv.push_str(&format!(
            "{number},somebody,It is a certain untrue thing that is said here,{},7\n",
            days_ago(*days)
        ));
    }
    csv.into_bytes()
}

const CHOSEN: [(&str, &str); 7] = [
    ("column-0", "id"),
    ("column-1", "author-name"),
    ("column-2", "text"),
    ("column-3", "time"),
    ("column-4", "views"),
    ("platform-name", "board"),
    ("table-name", "board"),
];

fn choose<'f>(act: &'f str, item: &'f str) -> Vec<(&'f str, &'f str)> {
    [&CHOSEN[..], &[("act", act), ("item", item), ("post-kind", "original")]].concat()
}

/// The case with such a board in it, read by columns that were chosen on its page.
fn with_board(guest: &Guest<'_>, days: &[u64]) -> String {
    let case = begun(guest);
    assert_eq!(guest.upload(&format!("{case}/add"), &[], &[("board.csv", &board(days))]).status, 200);
    let kept = guest.post(&format!("{case}/evidence/columns"), &choose("keep", "item-000001"));
    assert_eq!(kept.status, 200, "{}", kept.text());
    case
}

#[test]
fn columns_are_named_on_a_page_tried_and_kept_as_a_mapping() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = begun(&guest);
    let added = guest.upload(&format!("{case}/add"), &[], &[("board.csv", &board(&[3, 4]))]).text();
    let page = format!("{case}/evidence/columns?item=item-000001");
    assert!(added.contains(&format!("href=\"{page}\"")), "{added}");
    assert_eq!(
        data(&guest, &format!("{case}/evidence/columns"))["tables"],
        serde_json::json!(["item-000001"])
    );
    assert_eq!(data(&guest, &page)["columns"], serde_json::json!(["no", "poster", "said", "at", "seen"]));
    // Words of others are not on the page until they are asked for, and that they were is in the record.
    assert!(!guest.get(&page).text().contains("untrue thing"));
    let entries =
        |guest: &Guest<'_>| data(guest, &format!("{case}/history"))["entries"].as_array().unwrap().len();
    let before = entries(&guest);
    let act = format!("{case}/evidence/columns");
    let rows = guest.post(&act, &[("item", "item-000001"), ("act", "rows")]).text();
    assert!(rows.contains("untrue thing") && entries(&guest) == before + 1);
    // What is missing is refused by its name, and what was chosen stays.
    let refused = guest
        .post(&act, &[("item", "item-000001"), ("act", "keep"), ("column-2", "text"), ("table-name", "x")]);
    assert_eq!(refused.status, 422);
    let text = refused.text();
    assert!(
        text.contains("No column is chosen as the number") && text.contains("value=\"text\" selected"),
        "{text}"
    );
    columns_are_refused_at_their_field(&guest, &act);
    assert_eq!(
        guest
            .post(
                &act,
                &[("item", "item-000001"), ("act", "keep"), ("column-0", "no-such"), ("table-name", "x")]
            )
            .status,
        422
    );
    assert_eq!(guest.post(&act, &[("item", "item-000009"), ("act", "rows")]).status, 404);
    // Tried, nothing is kept; kept, the posts are there and the mapping is sealed beside them.
    let tried = guest.post(&act, &choose("preview", "item-000001")).text();
    assert!(tried.contains("nothing was kept") && tried.contains("redress/mapping/1"), "{tried}");
    assert_eq!(data(&guest, &case)["kept"]["totals"]["posts"], 0);
    assert_eq!(guest.post(&act, &choose("keep", "item-000001")).status, 200);
    let kept = data(&guest, &case)["kept"].clone();
    assert_eq!(
        (&kept["totals"]["posts"], &kept["items"][1]["role"]),
        (&Value::from(2), &Value::from("mapping"))
    );
    assert_eq!(data(&guest, &format!("{case}/evidence/columns"))["tables"], serde_json::json!([]));
    // Set aside, it is in no figure and stays sealed.
    let aside = guest.get(&format!("{case}/evidence?aside=item-000001")).text();
    let entry = aside[aside.find("name=\"entry\" value=\"").unwrap()..].split('"').nth(3).unwrap().to_owned();
    let back = format!("{case}/evidence");
    let struck =
        guest.post(&format!("{case}/strike"), &[("entry", &entry), ("reason", "not ours"), ("back", &back)]);
    assert_eq!(struck.status, 303, "{}", struck.text());
    let kept = data(&guest, &case)["kept"].clone();
    assert_eq!((&kept["totals"]["posts"], kept["items"].as_array().unwrap().len()), (&Value::from(0), 2));
    assert!(guest.get(&back).text().contains("set aside</span>"));
}

/// docs/rights.md, rule 2: the first line of a table without a header is a post, and nobody has asked for it.
#[test]
fn the_first_line_of_a_table_without_a_header_is_shown_with_the_rows_alone() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = begun(&guest);
    let table = "1,passer-by,Such an untrue thing is said here!\n2,another,It is said once more.\n";
    let files: [(&str, &[u8]); 3] = [
        ("board.csv", table.as_bytes()),
        ("one.csv", b"1,passer-by,Such an untrue thing is said here!\n"),
        ("letter.txt", b"said,seen\n1,2\n"),
    ];
    let added = guest.upload(&format!("{case}/add"), &[], &files).text();
    assert!(added.contains("It has 3 columns") && !added.contains("untrue"), "{added}");
    let (page, act) =
        (format!("{case}/evidence/columns?item=item-000001"), format!("{case}/evidence/columns"));
    let seen = data(&guest, &page);
    assert_eq!((&seen["columns"], &seen["count"]), (&serde_json::json!([]), &Value::from(3)), "{seen}");
    let shown = guest.get(&page).text();
    assert!(shown.contains("Column 3") && shown.contains("may be a post itself"), "{shown}");
    let chosen = [
        ("item", "item-000001"),
        ("act", "preview"),
        ("column-0", "id"),
        ("column-2", "text"),
        ("platform-name", "board"),
        ("table-name", "board"),
    ];
    let tried = guest.post(&act, &chosen).text();
    assert!(tried.contains("nothing was kept"), "{tried}");
    for text in [&shown, &tried, &guest.get_in(&page, "zh-CN").text()] {
        assert!(!text.contains("untrue") && !text.contains("passer-by") && !text.contains('⟦'), "{text}");
    }
    assert!(guest.get_in(&page, "zh-CN").text().contains("第3列"));
    // Asked for, the line stands with the rows; also where it is the only one.
    for item in ["item-000001", "item-000002"] {
        let rows = guest.post(&act, &[("item", item), ("act", "rows")]).text();
        assert!(rows.contains("Such an untrue thing") && !rows.contains("Column 3"), "{rows}");
    }
    // What is named as no table is not opened, and nobody looked.
    let entries =
        |guest: &Guest<'_>| data(guest, &format!("{case}/history"))["entries"].as_array().unwrap().len();
    let before = entries(&guest);
    for act_of in ["rows", "preview"] {
        let fields = [("item", "item-000003"), ("act", act_of), ("table-name", "x")];
        assert_eq!(guest.post(&act, &fields).status, 422);
    }
    assert_eq!(guest.get(&format!("{act}?item=item-000003")).status, 422);
    assert_eq!(entries(&guest), before, "what cannot be shown is no look");
    // Whoever is spared words is not offered them.
    assert_eq!(guest.post("/settings/reader", &[("reader", "other")]).status, 303);
    let spared = guest.get(&page).text();
    assert!(spared.contains("Column 3") && !spared.contains("value=\"rows\""), "{spared}");
}

#[test]
fn a_mapping_that_is_no_mapping_is_refused_by_its_length() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = begun(&guest);
    let long = vec![b'#'; (1 << 20) + 1];
    let files: [(&str, &str, &[u8]); 2] = [("file", "board.csv", &board(&[3])), ("mapping", "a.toml", &long)];
    let got = guest.upload_in(&format!("{case}/add"), &[], &files);
    assert!(got.status == 422 && got.text().contains("no mapping file"), "{}", got.text());
    assert_eq!(data(&guest, &case)["kept"]["totals"]["items"], 0);
}

/// The field is told that is wrong: of two columns that are the same the second, the platform, the column whose choice there is not.
fn columns_are_refused_at_their_field(guest: &Guest<'_>, act: &str) {
    let cases: [(&str, &[(&str, &str)]); 4] = [
        ("column-0", &[("column-2", "text"), ("platform-name", "board")]),
        ("column-3", &[("column-0", "id"), ("column-1", "author-name"), ("column-3", "author-name")]),
        ("platform-name", &[("column-0", "id")]),
        ("column-4", &[("column-0", "id"), ("column-4", "no-such"), ("platform-name", "board")]),
    ];
    for (field, fields) in cases {
        let page = guest.post(
            act,
            &[&[("item", "item-000001"), ("act", "preview"), ("table-name", "x")], fields].concat(),
        );
        assert_eq!(page.status, 422, "{field}");
        assert_eq!(invalid(&page.text()), [field], "{}", page.text());
    }
}

/// The names of the fields that are said to be wrong.
fn invalid(page: &str) -> Vec<String> {
    let tags =
        page.match_indices("aria-invalid=\"true\"").map(|(at, _)| &page[page[..at].rfind('<').unwrap()..at]);
    tags.map(|tag| tag.split("name=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()).collect()
}

/// 治安管理处罚法 25 (in force 2026-01-01) and 刑法 87 (1997-10-01): days run from the posts whether or not anybody took them up.
#[test]
fn limits_that_would_run_are_told_until_a_statement_is_taken_up() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = with_board(&guest, &[2, 2, 900]);
    let would = data(&guest, &case)["would_run"].clone();
    let find = |id: &str| would.as_array().unwrap().iter().find(|one| one["id"] == id).cloned();
    let prosecution = find("cl87-five-years").unwrap();
    assert_eq!((&prosecution["ahead"], &prosecution["over"]), (&Value::from(true), &Value::from(0)));
    let six = find("psapl-25-six-months").or_else(|| find("psapl-22-six-months")).unwrap();
    assert_eq!((&six["ahead"], &six["over"]), (&Value::from(true), &Value::from(1)), "{would}");
    assert!(six["due"].as_str() < prosecution["due"].as_str());
    for (language, said) in [
        (
            "en",
            ["would end on", "Would run from", "Nobody has taken up a statement yet", "Choose a statement"],
        ),
        ("zh-CN", ["会从", "起算", "还没有选定任何说法", "选定一条说法"]),
    ] {
        for path in [case.clone(), format!("{case}/procedure")] {
            let page = guest.get_in(&path, language).text();
            let own = if path == case { 4 } else { 3 };
            assert!(said[..own].iter().all(|one| page.contains(one)), "{language} {path}: {page}");
            assert!(page.contains("id=\"would-run\"") && !page.contains('⟦'));
        }
    }
    a_ruling_hides_no_limit(&guest, &case);
    let anchor = data(&guest, &format!("{case}/posts"))["posts"][0]["key"].as_str().unwrap().to_owned();
    let fields = [
        ("term", "statement_false"),
        ("scope", &format!("post:{anchor}")),
        ("value", "yes"),
        ("standing", "stated"),
        ("source", "item-000001"),
        ("seen", "99"),
    ];
    assert_eq!(guest.post(&format!("{case}/facts/set"), &fields).status, 303);
    assert_eq!(data(&guest, &case)["would_run"], serde_json::json!([]));
    let page = guest.get(&case).text();
    assert!(
        !page.contains("id=\"would-run\"") && data(&guest, &case)["nearest"].is_string(),
        "its own dates run now"
    );
}

/// 刑法 87 (1997-10-01): what one takes up ends nothing for the others. Their limits stay, as what would run.
#[test]
fn limits_of_other_statements_stay_when_one_is_taken_up() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = begun(&guest);
    let csv = format!(
        "no,poster,said,at,seen\n0,a,It is a certain untrue thing that is said here,{},7\n\
         1,b,Quite another matter altogether was told by somebody else,{},7\n",
        days_ago(400),
        days_ago(3)
    );
    assert_eq!(guest.upload(&format!("{case}/add"), &[], &[("board.csv", csv.as_bytes())]).status, 200);
    assert_eq!(guest.post(&format!("{case}/evidence/columns"), &choose("keep", "item-000001")).status, 200);
    let six = |found: &Value| {
        let all = found["would_run"].as_array().unwrap().iter();
        all.clone().find(|one| one["id"].as_str().unwrap().ends_with("-six-months")).unwrap().clone()
    };
    assert_eq!(six(&data(&guest, &case))["over"], 1);
    let fields = [
        ("term", "statement_false"),
        ("scope", "post:board/0"),
        ("value", "yes"),
        ("standing", "stated"),
        ("source", "item-000001"),
        ("seen", "99"),
    ];
    assert_eq!(guest.post(&format!("{case}/facts/set"), &fields).status, 303);
    // The day of the post that was taken up is no longer among them.
    let found = data(&guest, &case);
    assert_eq!((&six(&found)["over"], &six(&found)["ahead"]), (&Value::from(0), &Value::from(true)));
    for (language, said) in
        [("en", "One other statement that nobody has taken up"), ("zh-CN", "另有1条没有选定的说法")]
    {
        for path in [case.clone(), format!("{case}/procedure")] {
            let page = guest.get_in(&path, language).text();
            assert!(
                page.contains("<details id=\"would-run\">") && page.contains(said),
                "{language} {path}: {page}"
            );
        }
    }
}

/// A date of one's own in a procedure takes nothing up: the limits are told beside it. Of a ruling that came today appeal lies
/// for days (刑事诉讼法 230, 2018-10-26).
fn a_ruling_hides_no_limit(guest: &Guest<'_>, case: &str) {
    let day = |ago: u64| {
        let at = redress_base::Instant(i64::try_from(days_ago(ago)).unwrap());
        at.beijing_date().unwrap().to_string()
    };
    let step = |fields: &[(&str, &str)]| {
        let of = [("procedure", "private-prosecution"), ("track", "1"), ("early", "1")];
        let got = guest.post(&format!("{case}/step"), &[&of, fields].concat());
        assert_eq!(got.status, 303, "{fields:?}: {}", got.text());
    };
    assert_eq!(guest.post(&format!("{case}/people/add"), &[("capacity", "victim")]).status, 303);
    let (filed, refused, received) = (day(9), day(1), day(0));
    step(&[("event", "filed"), ("on", &filed)]);
    let court = [("body", "court"), ("body-name", "某区人民法院"), ("sure", "1")];
    let ruling = [("event", "refused"), ("on", &refused), ("step-reason", "lack-of-evidence")];
    step(&[&ruling[..], &court].concat());
    step(&[("event", "ruling-received"), ("on", &received)]);
    let found = data(guest, case);
    assert!(found["nearest"].is_string(), "{found:#}");
    let page = guest.get_in(case, "en").text();
    assert!(page.contains("id=\"would-run\""), "{page}");
    assert!(!page.contains("Choose a statement"), "the next step is the date: {page}");
}

/// What the next page says was saved.
fn told(guest: &Guest<'_>, path: &str) -> Option<String> {
    let page = guest.get_in(path, "en").text();
    let rest = page.split("<p id=\"saved\" role=\"status\">").nth(1)?;
    Some(rest.split("</p>").next().unwrap().split('<').next().unwrap().trim().to_owned())
}

/// The number that is told is that of the entry that was made, on a page of the case in which it was made.
#[test]
fn what_is_told_as_saved_is_the_entry_that_was_made_in_that_case() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let other = guest.post("/example", &[]).header("location").unwrap().to_owned();
    assert!(told(&guest, &other).unwrap().starts_with("The example is among the cases"));
    let case = begun(&guest);
    assert_eq!(told(&guest, &other), None, "another case says nothing of it");
    assert_eq!(told(&guest, "/"), None);
    assert!(told(&guest, &case).unwrap().starts_with("The case was begun"));
    let last = |path: &str| {
        let log = data(&guest, &format!("{path}/history"));
        (log["entries"][0]["entry"].as_u64().unwrap(), log["entries"][0]["kind"].as_str().unwrap().to_owned())
    };
    let fact = [
        ("term", "victim_minor"),
        ("scope", "case"),
        ("value", "no"),
        ("standing", "stated"),
        ("seen", "99"),
    ];
    let first = guest.post(&format!("{case}/facts/set"), &fact).header("location").unwrap().to_owned();
    let first = first.rsplit_once("#e-").unwrap().1.to_owned();
    let back = format!("{case}/history");
    let party = [("of-party", "party-01"), ("seen", "99"), ("capacity", "victim"), ("minor", "no")];
    for (act, fields, kind) in [
        ("facts/dispute", &[("entry", &*first), ("reason", "they say otherwise")][..], "disputed"),
        ("facts/withdraw", &[("entry", &first), ("reason", "typed wrongly")], "withdrawn"),
        ("people/add", &[("capacity", "victim")], "party"),
        ("people/set", &party, "party"),
        ("name", &[("cover", "Summer")], "renamed"),
        ("seal", &[("back", &back)], "sealed"),
    ] {
        let got = guest.post(&format!("{case}/{act}"), fields);
        assert_eq!(got.status, 303, "{act}: {}", got.text());
        let (entry, entered) = last(&case);
        assert_eq!(entered, kind, "{act}");
        assert_eq!(told(&guest, &other), None, "{act}");
        assert_eq!(told(&guest, &case).unwrap(), format!("Saved as entry {entry}."), "{act}");
        assert_eq!(told(&guest, &case), None, "{act}: it is told once");
    }
    let (entry, _) = last(&case);
    let strike = [("of-party", "party-01"), ("entry", &*(entry - 2).to_string()), ("reason", "a mistake")];
    assert_eq!(guest.post(&format!("{case}/people/strike"), &strike).status, 303);
    assert_eq!(told(&guest, &case).unwrap(), format!("Saved as entry {}.", entry + 1));
    // In the example there are posts to be labelled.
    let key = data(&guest, &format!("{other}/posts"))["posts"][0]["key"].as_str().unwrap().to_owned();
    let label = [("label", "first"), ("put", "in"), ("post", &*key)];
    assert_eq!(guest.post(&format!("{other}/posts/label"), &label).status, 303);
    assert_eq!(told(&guest, &other).unwrap(), format!("Saved as entry {}.", last(&other).0));
}

#[test]
fn a_fact_that_needs_an_exhibit_says_so_until_it_has_one_and_every_save_is_told_once() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = with_board(&guest, &[2]);
    let set = format!("{case}/facts/set");
    let facts = format!("{case}/facts");
    assert!(
        guest
            .get(&format!("{facts}?term=statement_false"))
            .text()
            .contains("This counts only with an exhibit")
    );
    assert!(guest.get(&format!("{facts}?term=report_date")).text().contains("You know this at first hand"));
    assert!(
        guest.get(&format!("{facts}?term=intentional_fabrication")).text().contains("A person judges this")
    );
    let key = data(&guest, &format!("{case}/posts"))["posts"][0]["key"].as_str().unwrap().to_owned();
    let scope = format!("post:{key}");
    let fields = [
        ("term", "statement_false"),
        ("scope", &*scope),
        ("value", "yes"),
        ("standing", "admitted"),
        ("reason", "they wrote so to me"),
        ("opposing", "1"),
        ("seen", "99"),
    ];
    let location = guest.post(&set, &fields).header("location").unwrap().to_owned();
    let entry: u64 = location.rsplit_once("#e-").unwrap().1.parse().unwrap();
    let page = guest.get(&facts).text();
    assert!(
        page.contains(&format!("Saved as entry {entry}.")) && page.contains("This does not count yet"),
        "{page}"
    );
    assert!(!guest.get(&facts).text().contains("id=\"saved\""), "it is told once");
    assert_eq!(data(&guest, &case)["without_exhibit"], serde_json::json!([entry]));
    let overview = guest.get(&case).text();
    let mend = overview[overview.find("id=\"without-exhibit\"").unwrap()..].split("href=\"").nth(1).unwrap();
    let mend = mend.split('"').next().unwrap().replace("&amp;", "&");
    assert!(mend.contains(&format!("again={entry}")) && mend.ends_with("#exhibits-of-fact"), "{mend}");
    let form = guest.get(mend.split('#').next().unwrap()).text();
    assert!(form.contains("value=\"yes\" checked") && form.contains("id=\"exhibits-of-fact\""), "{form}");
    // What was said with it is there again.
    assert!(form.contains("<option value=\"admitted\" selected>"), "{form}");
    assert!(form.contains(">they wrote so to me</textarea>"), "{form}");
    assert!(form.contains("name=\"opposing\" value=\"1\" checked"), "{form}");
    let shown = [&fields[..], &[("source", "item-000001")]].concat();
    assert_eq!(guest.post(&set, &shown).status, 303);
    assert_eq!(data(&guest, &case)["without_exhibit"], serde_json::json!([]));
    // Whoever only looks at something is told of no save.
    guest.get(&facts);
    assert_eq!(guest.post(&format!("{case}/stop"), &[("page", &case)]).status, 303);
    assert!(!guest.get("/").text().contains("id=\"saved\""));
}

#[test]
fn a_file_that_ends_before_its_end_is_kept_and_told() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = begun(&guest);
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0";
    let files: [(&str, &[u8]); 3] =
        [("cut.png", picture), ("cut.pdf", b"%PDF-1.7\n1 0 obj"), ("cut.zip", b"PK\x03\x04\x14\0")];
    let page = guest.upload(&format!("{case}/add"), &[], &files).text();
    for said in ["cut.png ends before its end", "this PDF file was cut off", "breaks off at byte 6"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert_eq!(data(&guest, &case)["kept"]["totals"]["items"], 2, "a zip that breaks off may hold anything");
}

#[test]
fn a_day_on_a_paper_is_a_day_and_fields_have_the_size_of_what_belongs_there() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let page = format!("{CASE}/papers/platform-notice");
    let keep = |day: &str| {
        let fields = [("form", "platform-notice"), ("format", "keep"), ("answer.delivery_day", day)];
        assert_eq!(guest.post(&format!("{CASE}/papers/draw"), &fields).status, 303);
        guest.get(&page).text()
    };
    let text = keep("明天");
    assert!(text.contains("“明天” is none") && text.contains("Write the day as 2026-04-20"), "{text}");
    // At its field, and once.
    let (_, after) = text.split_once("id=\"refused\"").unwrap();
    let field = "name=\"answer.delivery_day\" aria-invalid=\"true\" aria-describedby=\"refused\"";
    assert!(
        after.split_once(field).is_some_and(|(before, _)| before.matches("<label").count() == 1),
        "{after}"
    );
    assert_eq!(text.matches("“明天” is none").count(), 1, "{text}");
    let refused = guest.post(
        &format!("{CASE}/papers/draw"),
        &[("form", "platform-notice"), ("format", "pdf"), ("answer.delivery_day", "明天")],
    );
    assert_eq!(
        (refused.status, refused.text().matches("“明天” is none").count()),
        (422, 1),
        "{}",
        refused.text()
    );
    let text = keep("2026-03-09");
    assert!(
        !text.contains("is none")
            && text.contains("type=\"date\" name=\"answer.delivery_day\" value=\"2026-03-09\""),
        "{text}"
    );
    let complaint = guest.get(&format!("{CASE}/papers/civil-complaint")).text();
    assert!(
        complaint.contains("<input name=\"answer.court\"")
            && complaint.contains("<textarea class=\"wide-text\""),
        "{complaint}"
    );
}

#[test]
fn pages_say_in_words_what_programs_call_otherwise_and_both_pages_of_bundles_take_the_key() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let key = data(&guest, &format!("{CASE}/verify"))["key"].as_str().unwrap().to_owned();
    for page in ["verify", "recompute"] {
        let text = guest.get(&format!("{CASE}/{page}")).text();
        assert!(
            text.contains(&format!("name=\"key\" maxlength=\"4000\" autocomplete=\"off\" value=\"{key}\"")),
            "{page}"
        );
        assert!(text.contains("ends in .age") && text.contains("No page asks for it"), "{page}");
    }
    let fields = [("form", "complaint-defamation"), ("format", "pdf")];
    assert_eq!(guest.post(&format!("{CASE}/papers/draw"), &fields).status, 303);
    let history = guest.get_in(&format!("{CASE}/history"), "zh-CN").text();
    assert!(history.contains("制作文书：") && !history.contains("draft complaint"), "{history}");
    let own = begun(&guest);
    let page = guest.get_in(&format!("{own}/history"), "zh-CN").text();
    assert!(page.contains("建立案卷的人") && !page.contains("complainant"), "{page}");
    // What is given to a body that passes a file on is told apart from what is given to the police or a court.
    assert!(guest.get(&format!("{own}/hand-over")).text().contains("do not hand over: pack a bundle"));
    let made = guest.post(
        "/statistics/publish",
        &[
            ("what", "summary"),
            ("of-case", CASE.trim_start_matches("/c/")),
            ("figures", "bands"),
            ("dates", "year"),
            ("file-format", "md"),
        ],
    );
    let text = made.text();
    let drawn = &text[text.find("id=\"as-read\"").unwrap_or_else(|| panic!("{text}"))..];
    let drawn = &drawn[..drawn.find("<details").unwrap()];
    assert!(
        drawn.contains("<h3>") && drawn.contains("<li>") && !drawn.contains("## ") && !drawn.contains('\\'),
        "{drawn}"
    );
}
