//! Finals in the browser: what has to be known of a paper beside it, and an earlier final once more.

use crate::run::Room;
use crate::workbench::{CASE, example};
use serde_json::Value;

#[test]
fn a_final_is_told_of_and_comes_again_with_the_same_bytes() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let (page, draw) = (format!("{CASE}/papers/evidence-list"), format!("{CASE}/papers/draw"));
    // Whatever the paper still asks on this file is answered; then it can be signed.
    let asks: Value =
        serde_json::from_slice(&guest.get(&format!("/api/v1{CASE}/papers/evidence-list")).body).unwrap();
    let asked = asks["missing"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap());
    let places: Vec<String> = asked.map(|path| format!("answer.{path}")).collect();
    assert!(!places.is_empty(), "{asks}");
    let answers = places
        .iter()
        .map(|place| (place.as_str(), if place == "answer.cause" { "诽谤" } else { "页面由提交人保管" }));
    let fields: Vec<(&str, &str)> =
        [("form", "evidence-list"), ("format", "final-pdf")].into_iter().chain(answers).collect();
    let drawn = guest.post(&draw, &fields);
    assert_eq!(drawn.header("location"), Some(format!("{page}#drawn").as_str()), "{}", drawn.text());
    let told = guest.get(&page).text();
    assert!(told.contains("The final is ready"), "{told}");
    let first = guest.get(&format!("{page}/file"));
    assert!(first.body.starts_with(b"%PDF-1.7"));
    assert!(first.header("content-disposition").unwrap().contains("paper-22.pdf"), "{:?}", first.headers);
    // Another paper takes its place in the session; the entry keeps it.
    let other = [("form", "account-sheet"), ("format", "pdf"), ("masked", "1")];
    assert_eq!(guest.post(&draw, &other).status, 303);
    assert_eq!(guest.get(&format!("{page}/file")).status, 404);
    let list: Value = serde_json::from_slice(&guest.get(&format!("/api/v1{CASE}/papers")).body).unwrap();
    let entry = list["drawn_up"][0]["entry"].to_string();
    let papers = guest.get(&format!("{CASE}/papers")).text();
    assert!(papers.contains(&format!("name=\"entry\" value=\"{entry}\"")), "{papers}");
    let viewed = || {
        let log: Value = serde_json::from_slice(&guest.get(&format!("/api/v1{CASE}/history")).body).unwrap();
        log["entries"].as_array().unwrap().iter().filter(|one| one["kind"] == "viewed").count()
    };
    let before = viewed();
    // What the file says today changes nothing in what was signed.
    let minor = [
        ("term", "victim_minor"),
        ("scope", "case"),
        ("value", "no"),
        ("seen", "9999"),
        ("standing", "stated"),
    ];
    assert_eq!(guest.post(&format!("{CASE}/facts/set"), &minor).status, 303);
    let again = guest.post(&format!("{CASE}/papers/reopen"), &[("entry", &entry)]);
    assert_eq!(again.header("location"), Some(format!("{page}#drawn").as_str()), "{}", again.text());
    assert_eq!(guest.get(&format!("{page}/file")).body, first.body, "the same bytes");
    assert!(!guest.get(&page).text().contains("set otherwise"));
    assert_eq!(viewed(), before + 1, "that it was opened is an entry");
    for unknown in ["1", "99999", "x"] {
        assert_eq!(
            guest.post(&format!("{CASE}/papers/reopen"), &[("entry", unknown)]).status,
            422,
            "{unknown}"
        );
    }
}
