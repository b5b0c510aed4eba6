//! Where somebody stopped and what they answered, in a folder and in an office: one story for both, and what an office adds.

use crate::office_people::{PASSWORD, office};
use crate::run::Room;
use crate::serving::{Guest, Serving};

const FORM: &str = "complaint-defamation";

fn answer(guest: &Guest<'_>, case: &str, court: &str) -> u16 {
    let fields = [("form", FORM), ("format", "keep"), ("answer.court", court)];
    guest.post(&format!("{case}/papers/draw"), &fields).status
}

fn paper(guest: &Guest<'_>, case: &str) -> String {
    let got = guest.get(&format!("{case}/papers/{FORM}"));
    assert_eq!(got.status, 200, "{}", got.text());
    got.text()
}

const STOPPED: &str = "You stopped at: People and accounts";
const SPARED: &str = "Somebody else reads: this window offers no words.";

/// What both keep: each step in a program of its own.
fn goes_on(case: &str, serve: &dyn Fn() -> Serving, enter: for<'s> fn(&'s Serving) -> Guest<'s>) {
    let visit = |step: &dyn Fn(&Guest<'_>)| {
        let serving = serve();
        step(&enter(&serving));
    };
    visit(&|guest| {
        assert!(!guest.get("/").text().contains(STOPPED));
        assert_eq!(answer(guest, case, "某区人民法院"), 303);
        assert_eq!(guest.post(&format!("{case}/stop"), &[("page", &format!("{case}/people"))]).status, 303);
        assert_eq!(guest.post("/settings/reader", &[("reader", "other")]).status, 303);
        // Of a case that there is not nothing is noted, and that is said as everywhere.
        let none = "/c/rd-0000000000000000";
        assert_eq!(guest.post(&format!("{none}/stop"), &[("page", none)]).status, 404);
        assert_eq!(answer(guest, none, "nowhere"), 404);
    });
    visit(&|guest| {
        assert!(guest.get("/").text().contains(STOPPED));
        assert!(guest.get("/settings").text().contains(SPARED));
        assert!(paper(guest, case).contains("某区人民法院"));
        // An answer that was emptied is taken back.
        assert_eq!(answer(guest, case, ""), 303);
        assert_eq!(guest.post("/settings/reader", &[("reader", "nobody")]).status, 303);
    });
    visit(&|guest| {
        assert!(guest.get("/").text().contains(STOPPED));
        assert!(!guest.get("/settings").text().contains(SPARED));
        assert!(!paper(guest, case).contains("某区人民法院"));
    });
}

#[test]
fn a_folder_goes_on_where_somebody_stopped() {
    let room = Room::new();
    let first = Serving::begin(&room);
    let begun = first.enter().post("/c", &[("cover", "Spring")]);
    let case = begun.header("location").unwrap().replace("/evidence", "");
    drop(first);
    goes_on(&case, &|| Serving::begin(&room), |serving| serving.enter());
}

#[test]
fn an_office_goes_on_where_somebody_stopped() {
    let Some(office) = office("an_office_goes_on_where_somebody_stopped") else { return };
    let case = format!("/c/{}", office.with_everybody(&["victim", "counsel"]));
    let serve = || Serving::with(&office.room, &["--office", "office.toml"]);
    goes_on(&case, &serve, |serving| serving.sign_in("victim", PASSWORD).unwrap());
}

#[test]
fn what_is_ones_own_in_an_office_is_nobody_elses_and_ends_with_the_membership() {
    let Some(office) = office("what_is_ones_own_in_an_office") else { return };
    let id = office.with_everybody(&["victim", "counsel", "auditor"]);
    let case = format!("/c/{id}");
    let serve = || Serving::with(&office.room, &["--office", "office.toml"]);
    let (one, two) = (serve(), serve());
    let sign_in =
        |serving: &'_ Serving, name: &str| serving.sign_in(name, PASSWORD).map(|guest| guest.cookie);
    let (victim, counsel) =
        (one.sign_in("victim", PASSWORD).unwrap(), one.sign_in("counsel", PASSWORD).unwrap());
    assert_eq!(answer(&victim, &case, "甲区人民法院"), 303);
    assert_eq!(answer(&counsel, &case, "乙区人民法院"), 303);
    assert!(!paper(&counsel, &case).contains("甲区人民法院"));
    // Two programs of one office: whoever comes in goes on with what was kept last.
    let elsewhere = two.sign_in("victim", PASSWORD).unwrap();
    assert!(paper(&elsewhere, &case).contains("甲区人民法院"));
    assert_eq!(answer(&elsewhere, &case, "丙区人民法院"), 303);
    assert!(sign_in(&one, "victim").is_some());
    assert!(paper(&victim, &case).contains("丙区人民法院"));
    // Nothing of it is in the case, in a copy of it, or in the log of the office.
    let export = office.ok("victim", &["export", &id, "copy"]);
    let mut files = Vec::new();
    crate::run::walk(&office.room.path("copy"), &office.room.path("copy"), &mut files);
    assert!(!files.is_empty(), "{export}");
    let holds = |bytes: &[u8]| bytes.windows(15).any(|run| run == "区人民法".as_bytes());
    assert!(files.iter().all(|(_, bytes)| !holds(bytes)));
    let log = office.ok("auditor", &["log"]);
    assert!(!log.contains("人民法院"), "{log}");
    // Whoever is off the case is off what they answered there, in the program that runs and in the next one.
    office.ok("victim", &["member", "remove", &id, "counsel"]);
    assert_eq!(counsel.get(&case).status, 404);
    office.ok("victim", &["member", "add", &id, "counsel", "--role", "counsel"]);
    assert!(!paper(&counsel, &case).contains("乙区人民法院"));
    drop(one);
    let three = serve();
    assert!(!paper(&three.sign_in("counsel", PASSWORD).unwrap(), &case).contains("乙区人民法院"));
    assert!(paper(&three.sign_in("victim", PASSWORD).unwrap(), &case).contains("丙区人民法院"));
    // One person's lines are everybody's: whoever keeps the office writes them beside its configuration.
    let lines =
        [("line-number", "010-1"), ("name-zh", "某地热线"), ("name-en", ""), ("hours", ""), ("checked", "")];
    let guest = three.sign_in("victim", PASSWORD).unwrap();
    assert_eq!(guest.post("/settings/lines", &lines).status, 422);
    office.room.write("crisis-lines.toml", "[[line]]\nnumber = '010-1'\nname-zh = '某地热线'\n");
    assert!(guest.get_in(&case, "zh-CN").text().contains("某地热线"));
}
