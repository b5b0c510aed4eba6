//! Evidence in the workbench: as many files come as were sent.

use crate::run::Room;
use crate::serving::{Guest, Serving};

/// A case of its own; its address.
fn begun(guest: &Guest<'_>) -> String {
    guest
        .post("/c", &[("cover", "Spring")])
        .header("location")
        .unwrap()
        .trim_end_matches("/evidence")
        .to_owned()
}

#[test]
fn a_page_that_found_more_files_than_arrived_is_told_and_nothing_is_kept() {
    let room = Room::new();
    std::fs::create_dir(room.path("cases")).unwrap();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = begun(&guest);
    let add = format!("{case}/add");
    let files: [(&str, &[u8]); 2] = [("a.txt", b"one"), ("b.txt", b"two")];
    for sent in ["3", "1", "x"] {
        let got = guest.upload(&add, &[("files-sent", sent)], &files);
        assert_eq!(got.status, 422, "{sent}");
        assert!(got.text().contains("The page found"), "{}", got.text());
    }
    let kept = || guest.get(&format!("/api/v1{case}/evidence")).text();
    assert!(!kept().contains("a.txt"), "{}", kept());
    let got = guest.upload(&add, &[("files-sent", "2"), ("unread", "<b>.txt")], &files);
    assert_eq!(got.status, 200, "{}", got.text());
    assert!(got.text().contains("&lt;b&gt;.txt"), "what the browser could not read is named: {}", got.text());
    assert!(kept().contains("a.txt") && kept().contains("b.txt"), "{}", kept());
}

/// What is typed into a page elsewhere to run on whoever looks at it.
const WEB_PAGE: &str = "<!DOCTYPE html><script>document.title='ran'</script><img src=\"http://evil.example/seen.png\" onerror=\"alert(1)\"><iframe src=\"http://evil.example/\"></iframe><meta http-equiv=refresh content=\"0;url=http://evil.example/\"></iframe>\" srcdoc=\"<b>";
const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>document.title='ran'</script><image href=\"http://evil.example/seen.png\"/></svg>";

/// A PDF of one page that wants to run and to call somebody when it is opened.
fn document() -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL\\(\"http://evil.example/\"\\)) >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> /AA << /O << /S /URI /URI (http://evil.example/opened) >> >> >>",
        "<< /Length 30 >>\nstream\n1 0 0 rg 100 500 200 100 re f \nendstream",
    ];
    let (mut text, mut places) = ("%PDF-1.7\n".to_owned(), Vec::new());
    for (number, object) in (1..).zip(objects) {
        places.push(text.len());
        text.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let table = text.len();
    text.push_str("xref\n0 5\n0000000000 65535 f \n");
    for place in places {
        text.push_str(&format!("{place:010} 00000 n \n"));
    }
    text.push_str(&format!("trailer\n<< /Root 1 0 R /Size 5 >>\nstartxref\n{table}\n%%EOF\n"));
    text.into_bytes()
}

/// A picture, with something behind its end that is none of it.
fn picture() -> Vec<u8> {
    let typesetter = redress_typeset::Typesetter::new(Vec::new()).unwrap();
    let page = typesetter.views(redress_base::ItemId(1), &document(), usize::MAX).unwrap().remove(0);
    [page, b"<script>hidden behind</script>".to_vec()].concat()
}

/// A case with one item of each kind; number and address.
fn kinds(guest: &Guest<'_>) -> String {
    let case = begun(guest);
    let (picture, document) = (picture(), document());
    let files: [(&str, &[u8]); 5] = [
        ("page.html", WEB_PAGE.as_bytes()),
        ("drawing.svg", DRAWING.as_bytes()),
        ("document.pdf", &document),
        ("picture.png", &picture),
        ("sound.bin", b"\x00\x01\x02<script>sound</script>"),
    ];
    let got = guest.upload(&format!("{case}/add"), &[("seal-only", "1")], &files);
    assert_eq!(got.status, 200, "{}", got.text());
    case
}

/// How often it stands in the ledger that somebody looked at that item.
fn looked(room: &Room, item: &str) -> usize {
    let folders = std::fs::read_dir(room.path("cases")).unwrap().map(|one| one.unwrap());
    let folder = folders.filter(|one| one.path().is_dir()).map(|one| one.file_name()).next().unwrap();
    let log = room.json(&["log", &format!("cases/{}", folder.to_str().unwrap()), "--kind", "viewed"]);
    log["entries"].as_array().unwrap().iter().filter(|entry| entry.to_string().contains(item)).count()
}

#[test]
fn a_sealed_item_is_shown_shut_off_after_it_stands_in_the_record() {
    let room = Room::new();
    std::fs::create_dir(room.path("cases")).unwrap();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = kinds(&guest);
    let view = format!("{case}/evidence/view");
    let item = |number: u32| format!("item-{number:06}");
    assert_eq!(guest.get(&view).status, 405, "an address alone shows nothing");
    let bare = [("Cookie", guest.cookie.as_str()), ("Content-Type", "application/x-www-form-urlencoded")];
    assert_eq!(serving.send("POST", &view, &bare, b"item=item-000001").status, 403);
    assert_eq!(looked(&room, &item(1)), 0);
    for number in 1..=5 {
        let got = guest.post(&view, &[("item", &item(number))]);
        assert_eq!(got.status, 200, "{}", got.text());
        assert_eq!(looked(&room, &item(number)), 1);
        let policy = got.header("content-security-policy").unwrap();
        assert!(
            policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{policy}"
        );
        assert!(!policy.contains("unsafe") && !policy.contains("http"), "{policy}");
        let page = got.text();
        // One script in the page, its own; the captured words stand there twice escaped: in the attribute that holds the
        // inner document, and in that document.
        assert_eq!(page.matches("<script").count(), 1, "{number}");
        assert!(
            !page.contains("src=\"http")
                && !page.contains("<svg xmlns=\"http://www.w3.org/2000/svg\" onload")
        );
        assert_eq!(page.matches("<iframe").count(), usize::from(number < 5), "{number}");
        assert_eq!(page.matches("<iframe class=\"sealed\" sandbox=\"\"").count(), usize::from(number < 5));
        match number {
            1 => {
                assert!(page.contains("&amp;lt;script&amp;gt;document.title") && !page.contains("data:image"))
            }
            2 => assert!(page.contains("&amp;lt;svg xmlns") && !page.contains("data:image")),
            3 | 4 => {
                assert!(page.contains("src=&quot;data:image/png;base64,") && !page.contains("hidden behind"))
            }
            _ => assert!(page.contains("not shown here") && !page.contains("sound&lt;")),
        }
    }
    assert_eq!(guest.post(&view, &[("item", "item-000009")]).status, 404);
    assert_eq!(guest.post(&view, &[("item", "../key")]).status, 422);
    assert_eq!(guest.post("/c/no-such-case/evidence/view", &[("item", "item-000001")]).status, 404);
}

#[test]
fn a_picture_is_drawn_anew_and_an_item_is_kept_as_the_file_that_it_is() {
    let room = Room::new();
    std::fs::create_dir(room.path("cases")).unwrap();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = kinds(&guest);
    let typesetter = redress_typeset::Typesetter::new(Vec::new()).unwrap();
    let seen = typesetter.views(redress_base::ItemId(4), &picture(), usize::MAX).unwrap();
    assert_eq!(seen.len(), 1);
    let tail = |bytes: &[u8]| bytes.windows(6).any(|part| part == b"hidden");
    assert!(tail(&picture()) && !tail(&seen[0]), "what stood behind the picture is gone");
    assert!(typesetter.views(redress_base::ItemId(3), &document(), 10).unwrap().is_empty(), "bounded");
    let got = guest.post(&format!("{case}/evidence/file"), &[("item", "item-000001")]);
    assert_eq!((got.status, got.body.as_slice()), (200, WEB_PAGE.as_bytes()));
    assert_eq!(got.header("content-type"), Some("application/octet-stream"));
    assert_eq!(got.header("x-content-type-options"), Some("nosniff"));
    assert!(
        got.header("content-disposition")
            .unwrap()
            .starts_with("attachment; filename=\"item-000001-page.html\"")
    );
    assert!(got.header("content-security-policy").unwrap().contains("sandbox"));
    assert_eq!(looked(&room, "item-000001"), 1);
    // Whoever asked that somebody else reads is offered neither, and a mistaken key shows nothing.
    assert!(guest.get(&format!("{case}/evidence")).text().contains("Look at it"));
    assert_eq!(guest.post("/settings/reader", &[("reader", "other")]).status, 303);
    assert!(!guest.get(&format!("{case}/evidence")).text().contains("Look at it"));
    for page in ["view", "file"] {
        assert_eq!(guest.post(&format!("{case}/evidence/{page}"), &[("item", "item-000002")]).status, 422);
    }
    assert_eq!(looked(&room, "item-000002"), 0);
}

#[test]
fn of_several_files_the_one_that_is_refused_is_named_and_no_item_that_there_is_not() {
    let room = Room::new();
    std::fs::create_dir(room.path("cases")).unwrap();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let add = format!("{}/add", begun(&guest));
    let broken = b"note_id,content\n\"1,never closed\n2,x\n";
    let files: [(&str, &[u8]); 4] =
        [("a.txt", b"one"), ("空.csv", b""), ("乱.csv", broken), ("c.txt", b"three")];
    let got = guest.upload(&add, &[("all-or-none", "1")], &files);
    assert_eq!(got.status, 422);
    let page = got.text();
    assert!(page.contains("空.csv") && !page.contains("item-00"), "{page}");
    // Left out, each is named once, with its own reason.
    let page = guest.upload(&add, &[], &files).text();
    let refused = page.split("class=\"card refused\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(refused.matches("空.csv").count() == 1 && !refused.contains("item-00"), "{refused}");
    assert!(page.contains("a.txt") && page.contains("c.txt"), "{page}");
}

#[test]
fn a_request_that_is_not_taken_is_answered_by_a_page_that_says_so() {
    let room = Room::new();
    std::fs::create_dir(room.path("cases")).unwrap();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let elsewhere =
        [("Cookie", guest.cookie.as_str()), ("Origin", "http://evil.example"), ("Accept-Language", "zh-CN")];
    let got = serving.send("POST", "/c", &elsewhere, b"");
    assert_eq!(got.status, 403);
    assert!(got.text().contains("<h1>") && got.text().contains("没有接受这次请求"), "{}", got.text());
    // More at once than any person asks for.
    let busy = std::thread::scope(|scope| {
        let ask = || (0..200).map(|_| guest.get("/help")).find(|got| got.status == 429);
        let asked: Vec<_> = (0..4).map(|_| scope.spawn(ask)).collect();
        asked.into_iter().find_map(|one| one.join().unwrap())
    });
    let busy = busy.expect("a pace that is bounded");
    assert_eq!(busy.header("retry-after"), Some("2"));
    assert!(busy.text().contains("Too much was asked at once"), "{}", busy.text());
}

#[test]
fn every_article_has_an_address_of_its_own_that_the_answers_lead_to() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = guest.post("/example", &[]).header("location").unwrap().to_owned();
    let provisions = &redress_law::Book::standard().ir().provisions;
    let address = |one: &redress_law::Provision| redress_law::address(&one.article, one.in_force.from);
    let all: std::collections::BTreeSet<String> = provisions.iter().map(address).collect();
    assert_eq!(all.len(), provisions.len(), "no two provisions share an address");
    let book = guest.get("/law").text();
    for one in &all {
        assert!(book.contains(&format!("href=\"/law/{one}\"")), "{one}");
    }
    let page = guest.get(&format!("{case}/law")).text();
    let led: std::collections::BTreeSet<&str> =
        page.split("href=\"/law/").skip(1).map(|rest| rest.split(['"', '#']).next().unwrap()).collect();
    assert!(led.len() > 10, "{led:?}");
    for one in led {
        let got = guest.get(&format!("/law/{one}"));
        assert_eq!(got.status, 200, "{one}");
        let article = one.split(['(', '.']).nth(2).unwrap();
        assert!(got.text().contains(article), "{one}");
    }
    assert!(
        page.contains("The right to reputation") && page.contains("Nobody may infringe"),
        "what the article says"
    );
    assert_eq!(guest.get("/law/0").status, 404, "a place in a list is no address");
    for nowhere in
        ["cn.civil-code.1024.2020-01-01", "cn.civil-code.1024", "2021-01-01", "cn.civil-code.(.2021-01-01"]
    {
        assert_eq!(guest.get(&format!("/law/{nowhere}")).status, 404, "{nowhere}");
    }
}
