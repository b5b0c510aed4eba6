//! The seal of each item in the workbench, and a paper looked at before it is taken.

use crate::run::{Room, walk};
use crate::serving::{Guest, Serving};

/// How many notches the seal of an item has, by the evidence page.
fn notches(guest: &Guest<'_>, case: &str, item: &str) -> usize {
    let page = guest.get(&format!("{case}/evidence")).text();
    let row = page.split(&format!("<tr id=\"{item}\">")).nth(1).unwrap().split("</tr>").next().unwrap();
    assert!(row.contains("class=\"seal-of\""), "{row}");
    row.matches("<path d=\"").count()
}

#[test]
fn each_item_has_its_exhibit_number_and_its_seal_and_a_changed_byte_is_found() {
    let room = Room::new();
    std::fs::create_dir(room.path("cases")).unwrap();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().to_owned();
    let case = case.trim_end_matches("/evidence");
    let files: [(&str, &[u8]); 2] = [("a.txt", b"the first item"), ("b.txt", b"the second item")];
    assert_eq!(guest.upload(&format!("{case}/add"), &[], &files).status, 200);
    let page = guest.get(&format!("{case}/evidence")).text();
    assert!(page.contains("Exhibit 1") && page.contains("Exhibit 2") && !page.contains("Exhibit 3"));
    assert!(guest.get_in(&format!("{case}/evidence"), "zh-CN").text().contains("证1"));
    // Nothing was signed yet, and nothing read again.
    assert_eq!(notches(&guest, case, "item-000001"), 0);
    assert_eq!(guest.post(&format!("{case}/bundle/pack"), &[]).status, 200);
    // Packing signed a head that covers both: included, and only grown.
    assert_eq!(notches(&guest, case, "item-000001"), 2);
    assert_eq!(notches(&guest, case, "item-000002"), 2);
    assert_eq!(guest.upload(&format!("{case}/add"), &[], &[("c.txt", b"the third item")]).status, 200);
    let kept: serde_json::Value =
        serde_json::from_slice(&guest.get(&format!("/api/v1{case}/evidence")).body).unwrap();
    let last = kept["items"].as_array().unwrap().len();
    assert_eq!(notches(&guest, case, &format!("item-{last:06}")), 0, "no head covers it yet");
    let check = || guest.post(&format!("{case}/evidence/check"), &[]);
    let held = check();
    assert_eq!(held.status, 200);
    assert!(held.text().contains(&format!("All {last} items are what was sealed")), "{}", held.text());
    // One byte of one object.
    let mut objects = Vec::new();
    walk(&room.path("cases"), &room.path("cases"), &mut objects);
    let (path, bytes) = objects.into_iter().find(|(_, bytes)| bytes == b"the second item").unwrap();
    let mut flipped = bytes;
    flipped[4] ^= 1;
    let path = room.path("cases").join(path);
    std::fs::remove_file(&path).unwrap();
    std::fs::write(&path, flipped).unwrap();
    let found = check().text();
    assert!(found.contains("<b>item-000002</b> Its bytes are not what was sealed"), "{found}");
    assert!(!found.contains("<b>item-000001</b>") && found.contains("role=\"alert\""), "{found}");
    std::fs::remove_file(&path).unwrap();
    assert!(check().text().contains("<b>item-000002</b> Its bytes are not here"));
}

#[test]
fn a_paper_is_looked_at_page_by_page_before_it_is_taken() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = guest.post("/example", &[]).header("location").unwrap().to_owned();
    let pages = format!("{case}/papers/evidence-list/pages");
    assert_eq!(guest.get(&pages).status, 404, "nothing was drawn up");
    let draw = |format: &str| {
        guest.post(&format!("{case}/papers/draw"), &[("form", "evidence-list"), ("format", format)])
    };
    assert_eq!(draw("pdf").status, 303);
    assert!(guest.get(&format!("{case}/papers/evidence-list")).text().contains(&pages), "it is offered");
    let got = guest.get(&pages);
    assert_eq!(got.status, 200, "{}", got.text());
    assert!(got.text().matches("data:image/png;base64,").count() > 1, "every page is a picture");
    assert!(got.text().contains("<iframe class=\"sealed\" sandbox=\"\""));
    assert!(got.header("content-security-policy").unwrap().contains("img-src 'self' data:"));
    // A Word file has no pages of its own.
    assert_eq!(draw("docx").status, 303);
    assert_eq!(guest.get(&pages).status, 422);
}
