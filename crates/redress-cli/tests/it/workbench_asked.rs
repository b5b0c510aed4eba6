//! What a page asks before something is entered or signed: papers that open on any case, claims by their names, what cannot be
//! right, and what has to be seen once more.

use crate::run::Room;
use crate::serving::{Guest, Serving};
use crate::workbench::{CASE, example};
use crate::workbench_guard::hide_objects;
use serde_json::Value;

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

fn begun(guest: &Guest<'_>) -> String {
    guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().replace("/evidence", "")
}

/// The list leads to no refusal, whatever the case lacks, and every paper stands in it once, under whom it is for.
#[test]
fn every_paper_of_the_list_opens_on_a_case_that_has_nothing() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = begun(&guest);
    for (language, heading) in [("en-GB", "For a court, civil"), ("zh-CN", "给法院（民事）")] {
        let list = guest.get_in(&format!("{case}/papers"), language).text();
        assert!(list.contains(heading) && list.contains("id=\"for-procuratorate\"") && !list.contains('⟦'));
        for form in redress_forms::forms() {
            assert_eq!(
                list.matches(&format!("href=\"{case}/papers/{}\"", form.id())).count(),
                1,
                "{}",
                form.id()
            );
            let page = guest.get_in(&format!("{case}/papers/{}", form.id()), language);
            assert_eq!(page.status, 200, "{} {language}: {}", form.id(), page.text());
            assert!(!page.text().contains('⟦'), "{}", form.id());
        }
    }
    // 指导意见 20 (in force 2023-09-20): of a recommendation it is chosen first what is asked.
    let paper = format!("{case}/papers/platform-recommendation");
    let page = guest.get(&paper).text();
    let own = page.split("name=\"own-rows.asked\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let cause = |row: usize| format!("answer.asked.{}.cause", own.parse::<usize>().unwrap() + row);
    assert!(page.contains(&format!("<select name=\"{}\"", cause(0))), "{page}");
    let fields = [
        ("form", "platform-recommendation"),
        ("format", "keep"),
        ("own-rows.asked", own),
        (&cause(0), "keep-for-bodies"),
    ];
    assert_eq!(guest.post(&format!("{case}/papers/draw"), &fields).status, 303);
    let kept = guest.get(&paper).text();
    assert!(kept.contains("value=\"keep-for-bodies\" selected") && kept.contains(&cause(1)), "{kept}");
}

/// 民法典 995, 1000, 1183 (in force 2021-01-01): each claim is offered by its own name and stays in sight when another is made.
#[test]
fn claims_are_offered_one_by_one_and_stay() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = begun(&guest);
    let paper = format!("{case}/papers/civil-complaint");
    let names = ["stop", "apology", "effects", "reputation", "mental"];
    let offered = |page: &str| {
        names.iter().filter(|name| page.contains(&format!("name=\"answer.claims.{name}\""))).count()
    };
    let page = guest.get_in(&paper, "zh-CN").text();
    assert_eq!(offered(&page), names.len(), "{page}");
    for said in ["赔礼道歉：", "消除影响：", "恢复名誉：", "精神损害抚慰金：", "经济损失：", "合理开支："]
    {
        assert!(page.contains(said), "{said}");
    }
    let fields = [("form", "civil-complaint"), ("format", "keep"), ("answer.claims.apology", "true")];
    assert_eq!(guest.post(&format!("{case}/papers/draw"), &fields).status, 303);
    let page = guest.get(&paper).text();
    assert_eq!(offered(&page), names.len(), "{page}");
    assert!(page.contains("answer.claims.apology_place"), "an apology is made somewhere");
    let missing = data(&guest, &paper)["missing"].to_string();
    assert!(!missing.contains("claims.mental"), "what nobody answers is not claimed: {missing}");
    let page = guest.get(&format!("{case}/papers/injunction-application")).text();
    assert!(page.contains("answer.delete") && page.contains("answer.ban"), "{page}");
}

/// What was sent was sent on a day that has come, and a number to call is one; told at the field.
#[test]
fn days_ahead_and_numbers_that_are_none_are_told_at_their_fields() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let (draw, paper) = (format!("{CASE}/papers/draw"), format!("{CASE}/papers/platform-notice"));
    let asked = data(&guest, &paper)["missing"].clone();
    let phone = asked.as_array().unwrap().iter().filter_map(|one| one["path"].as_str());
    let phone = phone.clone().find(|path| path.ends_with(".phone"));
    let phone = phone.unwrap_or("applicants.persons.0.phone").to_owned();
    for (place, typed, mended, said) in [
        ("delivery_day", "2999-01-01", "2026-04-20", "has not come"),
        (phone.as_str(), "abc", "13800000000", "is no telephone number"),
    ] {
        let name = format!("answer.{place}");
        let sent = [("form", "platform-notice"), ("format", "keep"), (name.as_str(), typed)];
        assert_eq!(guest.post(&draw, &sent).status, 303);
        let page = guest.get_in(&paper, "en-GB").text();
        assert!(page.contains(said) && page.contains(&format!("name=\"{name}\" aria-invalid")), "{page}");
        assert!(!page.contains("name=\"format\" value=\"final-pdf\""));
        let sent = [("form", "platform-notice"), ("format", "keep"), (name.as_str(), mended)];
        assert_eq!(guest.post(&draw, &sent).status, 303);
        assert!(!guest.get(&paper).text().contains("aria-invalid"));
    }
    // What people write beside a number is told of a draft, which is drawn up all the same; a final is not.
    let name = format!("answer.{phone}");
    let sent = [("form", "platform-notice"), ("format", "pdf"), (name.as_str(), "13800000000 after six")];
    assert_eq!(guest.post(&draw, &sent).status, 303);
    let page = guest.get_in(&paper, "en-GB").text();
    let drawn = page.split("id=\"drawn\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(drawn.contains("“13800000000 after six” is no telephone number"), "{drawn}");
    let got = guest.post(&draw, &[&[sent[0], ("format", "final-pdf")], &sent[2..]].concat());
    assert_eq!(got.status, 422);
    assert!(got.text().contains("is no telephone number"), "{}", got.text());
    // The same rule as of a party.
    let sent = [sent[0], ("format", "keep"), (name.as_str(), "010-12345678转80112（微信同号）")];
    assert_eq!(guest.post(&draw, &sent).status, 303);
    assert!(!guest.get(&paper).text().contains("aria-invalid"));
}

/// What the file says of a claim stands beside the field that nobody filled in, and is as easily seen as an answer.
#[test]
fn a_claim_that_the_file_makes_is_told_beside_its_empty_field() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = begun(&guest);
    let paper = format!("{case}/papers/civil-complaint");
    assert!(!guest.get(&paper).text().contains("The file says"));
    assert_eq!(data(&guest, &paper)["claimed"], serde_json::json!({}));
    let fields = [
        ("term", "disclosure_asked"),
        ("scope", "case"),
        ("value", "yes"),
        ("standing", "stated"),
        ("seen", "9999"),
    ];
    let got = guest.post(&format!("{case}/facts/set"), &fields);
    assert_eq!(got.status, 303, "{}", got.text());
    assert_eq!(data(&guest, &paper)["claimed"], serde_json::json!({ "claims.disclose": true }));
    let page = guest.get_in(&paper, "en-GB").text();
    let field = page.split("name=\"answer.claims.disclose\"").nth(1).unwrap();
    let field = field.split("<label").next().unwrap();
    assert!(field.contains("The file says: yes."), "{field}");
    assert_eq!(page.matches("The file says: ").count(), 1, "{page}");
    // An answer takes its place.
    let fields = [("form", "civil-complaint"), ("format", "keep"), ("answer.claims.disclose", "no")];
    assert_eq!(guest.post(&format!("{case}/papers/draw"), &fields).status, 303);
    assert!(!guest.get(&paper).text().contains("The file says: "));
}

/// 法释〔2019〕19号 19 (in force 2020-05-01): of an exhibit that breaks off a reader is told, and that nobody looked is not that it is
/// whole.
#[test]
fn an_exhibit_that_breaks_off_and_one_that_nobody_could_look_at_are_told_apart() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = begun(&guest);
    let files: [(&str, &[u8]); 2] =
        [("cut.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"), ("note.pdf", b"%PDF-1.7\n1 0 obj\n%%EOF\n")];
    assert_eq!(guest.upload(&format!("{case}/add"), &[], &files).status, 200);
    let paper = format!("{case}/papers/evidence-list");
    let looks = |guest: &Guest<'_>| {
        let asks = data(guest, &paper);
        let all = asks["second_look"].as_array().unwrap().iter();
        let told = |one: &Value| {
            (one["file"].as_str().unwrap().to_owned(), one["breaks_off"] == true, one["unlooked"] == true)
        };
        all.map(told).collect::<Vec<_>>()
    };
    let seen = looks(&guest);
    assert!(seen.contains(&("cut.png".to_owned(), true, false)), "{seen:?}");
    assert!(seen.iter().all(|(_, _, unlooked)| !unlooked), "{seen:?}");
    drop(serving);
    let mut folders = std::fs::read_dir(room.path("cases")).unwrap().map(|one| one.unwrap().path());
    hide_objects(&folders.find(|folder| folder.join("objects").is_dir()).unwrap().join("objects"));
    let serving = Serving::begin(&room);
    let seen = looks(&serving.enter());
    for file in ["cut.png", "note.pdf"] {
        assert!(seen.contains(&(file.to_owned(), false, true)), "{seen:?}");
    }
}

/// The name of a case stands in lists and in every file that leaves: that it shows somebody is asked before it is entered.
#[test]
fn a_party_whose_name_is_the_name_of_the_case_is_asked_about() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = begun(&guest);
    let add = format!("{case}/people/add");
    let sent = [("capacity", "victim"), ("identity", "known"), ("detail-name", "Spring")];
    let got = guest.post(&add, &sent);
    assert_eq!(got.status, 422);
    let page = got.text();
    assert!(
        page.contains("holds the name that you typed")
            && page.contains("end of its overview")
            && page.contains("name=\"doubted\""),
        "{page}"
    );
    assert_eq!(data(&guest, &format!("{case}/people"))["parties"], serde_json::json!([]));
    assert_eq!(guest.post(&add, &[&sent[..], &[("doubted", "1")]].concat()).status, 303);
    // What is entered later of somebody whose name is on file tells nothing of that name.
    let more = [("of-party", "party-1"), ("seen", "9999"), ("capacity", "victim"), ("detail-phone", "110")];
    let got = guest.post(&format!("{case}/people/set"), &more);
    assert_eq!(got.status, 303, "{}", got.text());
}

/// GB 11643: what cannot be right is asked about at its field, and entered where it is meant; a day of birth that has not come never.
#[test]
fn what_identifies_somebody_is_asked_about_before_it_is_entered() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = begun(&guest);
    let add = format!("{case}/people/add");
    let invalid = |page: &str| {
        let at = page.find("aria-invalid=\"true\"").unwrap();
        page[page[..at].rfind("name=\"").unwrap() + 6..].split('"').next().unwrap().to_owned()
    };
    for (field, typed) in [
        ("detail-id-number", "110105194912310021"),
        ("detail-phone", "abc"),
        ("detail-birth", "1850-01-01"),
        ("detail-birth", "spring"),
    ] {
        let sent = [("capacity", "respondent"), ("person", "natural"), ("identity", "known"), (field, typed)];
        let page = guest.post(&add, &sent);
        assert_eq!(page.status, 422, "{field}");
        let page = page.text();
        assert_eq!(invalid(&page), field, "{page}");
        assert!(page.contains("name=\"doubted\"") && page.contains(typed), "{page}");
    }
    let right = [
        ("capacity", "respondent"),
        ("detail-id-number", "11010519491231002X"),
        ("detail-birth", "1949-12-31"),
    ];
    assert_eq!(guest.post(&add, &right).status, 303);
    assert!(!guest.get(&format!("{case}/people")).text().contains("name=\"doubted\""));
    let meant = [("capacity", "respondent"), ("detail-phone", "abc"), ("doubted", "1")];
    assert_eq!(guest.post(&add, &meant).status, 303);
    let ahead = [("capacity", "respondent"), ("detail-birth", "2999-01-01"), ("doubted", "1")];
    let page = guest.post(&add, &ahead);
    assert_eq!((page.status, invalid(&page.text()).as_str()), (422, "detail-birth"));
    assert_eq!(data(&guest, &format!("{case}/people"))["parties"].as_array().unwrap().len(), 2);
}

/// 民法典 188 (in force 2021-01-01): the three years run from a day that nobody but the person can say.
#[test]
fn the_day_from_which_money_claims_are_limited_is_asked_next() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let next = || {
        let page = guest.get(&format!("{CASE}/facts")).text();
        let next = page.split("id=\"asked-next\"").nth(1).unwrap();
        next.split("</ul>").next().unwrap().to_owned()
    };
    let civil = |routes: &Value| {
        let all = routes.as_array().unwrap().iter();
        all.clone().find(|one| one["id"] == "civil-suit").unwrap()["state"].as_str().unwrap().to_owned()
    };
    let state = civil(&data(&guest, CASE)["routes"]);
    assert!(["open", "waiting"].contains(&state.as_str()), "{state}");
    let known = data(&guest, &format!("{CASE}/facts")).to_string();
    let day = |term: &str| {
        let fields = [
            ("term", term),
            ("scope", "case"),
            ("value", "2026-02-10"),
            ("standing", "stated"),
            ("seen", "9999"),
        ];
        let got = guest.post(&format!("{CASE}/facts/set"), &fields);
        assert_eq!(got.status, 303, "{}", got.text());
    };
    for term in ["know_harm_date", "know_obligor_date"] {
        if !known.contains(term) {
            assert!(next().contains(&format!("term={term}")), "{}", next());
            day(term);
        }
        assert!(!next().contains(&format!("term={term}")), "{}", next());
    }
}

/// 法释〔2019〕19号 19 (in force 2020-05-01): exhibits go out with what they prove; what lacks it is seen once more before it is final.
#[test]
fn exhibits_without_a_purpose_are_seen_once_more_before_a_final() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let (draw, paper) = (format!("{CASE}/papers/draw"), format!("{CASE}/papers/platform-notice"));
    let finals = [
        ("form", "platform-notice"),
        ("format", "final-pdf"),
        ("answer.service", "微博"),
        ("answer.untrue", "所述不实，见证据1"),
        ("answer.truthful", "true"),
        ("answer.delivery", "挂号信"),
    ];
    let kept = [&finals[..1], &[("format", "keep")], &finals[2..]].concat();
    assert_eq!(guest.post(&draw, &kept).status, 303);
    let asks = data(&guest, &paper);
    assert_eq!((&asks["missing"], &asks["unfit"]), (&serde_json::json!([]), &Value::Null), "{asks:#}");
    assert!(!asks["second_look"].as_array().unwrap().is_empty(), "{asks:#}");
    let page = guest.get_in(&paper, "zh-CN").text();
    assert!(
        page.contains("id=\"second-look\"")
            && page.contains("name=\"looked\"")
            && page.contains("没有写证明目的"),
        "{page}"
    );
    let got = guest.post(&draw, &finals);
    assert_eq!(got.status, 422);
    assert!(got.text().contains("No final was drawn up"), "{}", got.text());
    assert_eq!(data(&guest, &format!("{CASE}/papers"))["drawn_up"], serde_json::json!([]));
    // The box says what was seen: it holds for that list and no other.
    let ticked = |page: &str| {
        page.split("name=\"looked\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let before = ticked(&page);
    assert_eq!(guest.post(&draw, &[&finals[..], &[("looked", "1")]].concat()).status, 422);
    let first = asks["second_look"][0]["number"].to_string();
    let proves = format!("exhibit.{first}.proves");
    let said = [("exhibit-shown", first.as_str()), (proves.as_str(), "what was said, and when")];
    assert_eq!(guest.post(&format!("{CASE}/papers/exhibits"), &said).status, 303);
    let left = data(&guest, &paper)["second_look"].clone();
    assert_eq!(left.as_array().unwrap().len() + 1, asks["second_look"].as_array().unwrap().len(), "{left}");
    let got = guest.post(&draw, &[&finals[..], &[("looked", before.as_str())]].concat());
    assert_eq!(got.status, 422);
    let now = ticked(&guest.get(&paper).text());
    assert!(now != before && !got.text().contains(&format!("value=\"{now}\" checked")), "{}", got.text());
    let got = guest.post(&draw, &[&finals[..], &[("looked", now.as_str())]].concat());
    assert_eq!(got.status, 303, "{}", got.text());
    let page = guest.get(&paper).text();
    assert!(page.contains("The final is ready") && page.contains("without a word of what"), "{page}");
}
