//! Papers in the browser from what is typed to what is signed: what the file has is picked from it, and what is said of the
//! exhibits is said once.

use crate::run::Room;
use crate::serving::Guest;
use crate::workbench::{CASE, example};
use serde_json::Value;

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let address = format!("/api/v1{CASE}/papers/{path}");
    let got = guest.get(address.trim_end_matches('/'));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

/// The words of the paper that was drawn up last, as DOCX.
fn words_of(room: &Room, guest: &Guest<'_>, form: &str) -> String {
    let file = guest.get(&format!("{CASE}/papers/{form}/file"));
    assert_eq!(file.status, 200, "{form}");
    room.write("paper.docx", file.body);
    let python = "import zipfile,sys,re; x=zipfile.ZipFile('paper.docx').read('word/document.xml').decode(); \
                  sys.stdout.buffer.write(re.sub('<[^>]*>','',x).encode())";
    let done =
        std::process::Command::new("python3").args(["-c", python]).current_dir(room.dir.path()).output();
    let done = done.unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

fn draw(guest: &Guest<'_>, fields: &[(&str, &str)]) -> String {
    let got = guest.post(&format!("{CASE}/papers/draw"), fields);
    assert_eq!(got.status, 303, "{}", got.text());
    got.header("location").unwrap().to_owned()
}

#[test]
fn exhibits_are_described_once_and_the_list_goes_from_answers_to_a_draft_and_a_final() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let page = format!("{CASE}/papers/exhibits");
    assert!(guest.get(&format!("{CASE}/papers")).text().contains(&page));
    assert!(guest.get(&format!("{CASE}/papers/evidence-list")).text().contains(&page));
    let exhibits = data(&guest, "exhibits")["exhibits"].as_array().unwrap().clone();
    let asked: Vec<String> = exhibits
        .iter()
        .filter(|one| one["asked"].as_array().unwrap().iter().any(|field| field == "proves"))
        .map(|one| one["number"].to_string())
        .collect();
    assert!(asked.len() >= 3 && exhibits.len() >= 18, "{exhibits:?}");
    asks(&guest, &page, &exhibits, asked.len());
    let shown: Vec<String> = exhibits.iter().map(|one| one["number"].to_string()).collect();
    let proves: Vec<String> = asked.iter().map(|number| format!("exhibit.{number}.proves")).collect();
    let mut fields: Vec<(&str, &str)> =
        shown.iter().map(|number| ("exhibit-shown", number.as_str())).collect();
    fields.extend(proves.iter().map(|name| (name.as_str(), "证明本案<经过>")));
    fields.extend([
        ("exhibit.6.left_out", "yes"),
        ("exhibit.18.name", "学校的答复"),
        ("exhibit.18.original", "存于提交人处"),
    ]);
    let kept = guest.post(&page, &fields);
    assert_eq!(kept.header("location"), Some(page.as_str()), "{}", kept.text());
    let after = data(&guest, "exhibits")["exhibits"].clone();
    assert!(
        after.as_array().unwrap().iter().all(|one| !one["asked"]
            .as_array()
            .unwrap()
            .iter()
            .any(|field| field == "proves")),
        "{after}"
    );
    assert_eq!(
        after[17]["said"],
        serde_json::json!({"name": "学校的答复", "original": "存于提交人处", "proves": "证明本案<经过>"})
    );
    let text = guest.get(&page).text();
    assert!(text.contains("证明本案&lt;经过&gt;") && text.contains("value=\"学校的答复\""));
    signed(&room, &guest);
    // Every other paper of the case says the same of it; the answers outlive the program.
    drop(serving);
    let serving = crate::serving::Serving::begin(&room);
    let guest = serving.enter();
    draw(&guest, &[("form", "evidence-volume"), ("format", "docx"), ("masked", "1")]);
    assert!(words_of(&room, &guest, "evidence-volume").contains("学校的答复"));
    // What was emptied is as the file says again.
    let emptied = [("exhibit-shown", "18"), ("exhibit.18.name", "")];
    assert_eq!(guest.post(&page, &emptied).status, 303);
    let said = data(&guest, "exhibits")["exhibits"][17]["said"].clone();
    assert_eq!(said, serde_json::json!({}));
    assert_eq!(
        data(&guest, "exhibits")["exhibits"][5]["said"]["left_out"],
        "yes",
        "what was not shown stays"
    );
    refused(&guest, &page);
}

/// The page says how many are open, and has the fields of each under the name of its file.
fn asks(guest: &Guest<'_>, page: &str, exhibits: &[Value], asked: usize) {
    let last = exhibits.iter().find(|one| one["number"] == 18).unwrap();
    for (language, open) in [
        ("en", format!("{} of {}", asked, exhibits.len())),
        ("zh-CN", format!("{}份证据里还有{}份", exhibits.len(), asked)),
    ] {
        let text = guest.get_in(page, language).text();
        assert!(text.contains(&open) && text.contains("name=\"exhibit.18.proves\""), "{language}: {text}");
        assert!(text.contains(last["file"].as_str().unwrap()));
    }
}

/// A draft first: it says what is still missing; then what is signed.
fn signed(room: &Room, guest: &Guest<'_>) {
    let draft = draw(guest, &[("form", "evidence-list"), ("format", "docx")]);
    assert_eq!(draft, format!("{CASE}/papers/evidence-list#drawn"));
    let words = words_of(room, guest, "evidence-list");
    assert!(words.contains("证明本案&lt;经过&gt;") && words.contains("学校的答复"), "{words}");
    let open: Vec<String> = data(guest, "evidence-list")["missing"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["path"].as_str().unwrap().to_owned())
        .collect();
    assert!(open.contains(&"original".to_owned()), "{open:?}");
    let places: Vec<String> = open.iter().map(|path| format!("answer.{path}")).collect();
    let answers = places
        .iter()
        .map(|place| (place.as_str(), if place == "answer.cause" { "诽谤" } else { "由提交人保管" }));
    let fields: Vec<(&str, &str)> =
        [("form", "evidence-list"), ("format", "final-docx")].into_iter().chain(answers).collect();
    draw(guest, &fields);
    assert!(guest.get(&format!("{CASE}/papers/evidence-list")).text().contains("The final is ready"));
    let last = words_of(room, guest, "evidence-list");
    assert!(last.contains("学校的答复") && last.contains("存于提交人处"), "{last}");
    assert_eq!(data(guest, "")["drawn_up"][0]["form"], "evidence-list");
}

/// What is no exhibit, too long, or of no case is refused whole.
fn refused(guest: &Guest<'_>, page: &str) {
    let before = data(guest, "exhibits");
    let long = "x".repeat(201);
    for bad in [
        vec![("exhibit-shown", "99"), ("exhibit.99.name", "x")],
        vec![("exhibit-shown", "1"), ("exhibit.1.proves", "x"), ("exhibit-shown", "x")],
        vec![("exhibit-shown", "1"), ("exhibit.1.name", long.as_str())],
    ] {
        assert_eq!(guest.post(page, &bad).status, 422, "{bad:?}");
    }
    assert_eq!(data(guest, "exhibits"), before);
    assert_eq!(guest.post("/c/rd-0000000000000000/papers/exhibits", &[("exhibit-shown", "1")]).status, 404);
}

#[test]
fn what_a_form_takes_out_of_the_file_is_offered_and_nothing_else_is_taken() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let keep = |form: &str, more: &[(&str, &str)]| {
        let fields = [&[("form", form), ("format", "keep")], more].concat();
        draw(&guest, &fields)
    };
    let paper = |form: &str, language: &str| guest.get_in(&format!("{CASE}/papers/{form}"), language).text();
    let offered = data(&guest, "complaint-defamation")["offered"].clone();
    let of = offered.as_array().unwrap().iter().find(|one| one["field"] == "other_exhibits").unwrap().clone();
    let name = of["values"][2]["name"].as_str().unwrap();
    for language in ["en", "zh-CN"] {
        let page = paper("complaint-defamation", language);
        let box_of_three = "name=\"answer.other_exhibits\" value=\"3\"";
        assert!(page.contains(box_of_three) && page.contains(name), "{language}: {page}");
    }
    keep(
        "complaint-defamation",
        &[("answer.other_exhibits", ""), ("answer.other_exhibits", "1"), ("answer.other_exhibits", "3")],
    );
    assert_eq!(data(&guest, "complaint-defamation")["answered"]["other_exhibits"], "1\n3");
    let page = paper("complaint-defamation", "en");
    assert!(page.contains("name=\"answer.other_exhibits\" value=\"3\" checked"), "{page}");
    // What the file does not have is told, stays in sight, and can be taken out.
    keep("complaint-defamation", &[("answer.other_exhibits", "1\n99")]);
    let page = paper("complaint-defamation", "en");
    assert!(page.contains("role=\"alert\"") && page.contains("99 (no longer on file)"), "{page}");
    keep("complaint-defamation", &[("answer.other_exhibits", "")]);
    assert!(!paper("complaint-defamation", "en").contains("no longer on file"));
    // A service is one of those that the material names.
    let page = paper("platform-notice", "zh-CN");
    assert!(page.contains("<option value=\"微博\">微博</option>"), "{page}");
    keep("platform-notice", &[("answer.service", "微博")]);
    assert!(paper("platform-notice", "zh-CN").contains("<option value=\"微博\" selected>微博</option>"));
    draw(&guest, &[("form", "platform-notice"), ("format", "docx"), ("masked", "1")]);
    assert!(words_of(&room, &guest, "platform-notice").contains("微博"));
}
