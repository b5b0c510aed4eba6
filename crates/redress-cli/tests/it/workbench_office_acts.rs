//! In an office the pages ask the rights of the matrix: a body sees and records its own, and makes the statistics.

use crate::office_people::{PASSWORD, office};
use crate::serving::{Guest, Serving};
use serde_json::Value;

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

const FILED: [(&str, &str); 3] =
    [("procedure", "private-prosecution"), ("event", "filed"), ("on", "2026-03-02")];
const OVER: [(&str, &str); 6] = [
    ("way", "next-stage"),
    ("from-body", "police"),
    ("from-body-name", "某市公安局"),
    ("to-body", "procuratorate"),
    ("on", "2026-03-11"),
    ("sure", "1"),
];

/// docs/rights.md: a body does in the file what it does in the procedure, and nothing of another body.
#[test]
fn a_body_records_and_sees_its_own() {
    let Some(office) = office("a_body_records_and_sees_its_own") else { return };
    let case = office.with_everybody(&["victim", "counsel", "desk-court", "desk-police"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let [victim, court, police] =
        ["victim", "desk-court", "desk-police"].map(|name| serving.sign_in(name, PASSWORD).unwrap());
    let at = |page: &str| format!("/c/{case}/{page}");
    assert_eq!(victim.post(&at("step"), &FILED).status, 303);
    let accepted = [
        ("procedure", "private-prosecution"),
        ("event", "accepted"),
        ("on", "2026-03-09"),
        ("body", "court"),
        ("body-name", "某区人民法院"),
    ];
    assert_eq!(police.post(&at("step"), &accepted).status, 422, "not the court's desk");
    assert_eq!(court.post(&at("step"), &accepted).status, 303);
    // What the court owes stands on the court's page, and not on that of the police.
    let owes = |guest: &Guest<'_>| {
        let seen = data(guest, &at("procedure"));
        seen["dates"].as_array().unwrap().iter().map(|one| one["who"].clone()).collect::<Vec<_>>()
    };
    assert!(!owes(&court).is_empty() && owes(&court).iter().all(|who| who == "court"), "{:?}", owes(&court));
    assert!(owes(&police).iter().all(|who| who == "police"), "{:?}", owes(&police));
    assert!(owes(&victim).iter().any(|who| who == "court"));
    let told = [
        ("duty", "cpl-46-court-tells"),
        ("to-party", "party-01"),
        ("service", "oral"),
        ("on", "2026-03-10"),
        ("body", "court"),
    ];
    assert_eq!(police.post(&at("record/notice"), &told).status, 422);
    assert_eq!(court.post(&at("record/notice"), &told).status, 303);
    let mark = [("mark", "supervised"), ("set", "yes"), ("body", "police"), ("on", "2026-03-10")];
    assert_eq!(victim.post(&at("record/mark"), &mark).status, 422, "a body marks, and no party");
    assert_eq!(police.post(&at("record/mark"), &mark).status, 303);
    let notices =
        |guest: &Guest<'_>| data(guest, &at("procedure"))["records"]["notices"].as_array().unwrap().len();
    assert_eq!((notices(&court), notices(&police), notices(&victim)), (1, 0, 1));
}

#[test]
fn a_body_hands_over_what_it_holds() {
    let Some(office) = office("a_body_hands_over_what_it_holds") else { return };
    let case = office.with_everybody(&["victim", "desk-court", "desk-police"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let [victim, court, police] =
        ["victim", "desk-court", "desk-police"].map(|name| serving.sign_in(name, PASSWORD).unwrap());
    let at = |page: &str| format!("/c/{case}/{page}");
    // A party hands nothing over; a body hands over its own.
    assert_eq!(victim.post(&at("hand-over"), &OVER).status, 422);
    assert_eq!(court.post(&at("hand-over"), &OVER).status, 422);
    assert_eq!(police.post(&at("hand-over"), &OVER).status, 303);
    assert!(data(&victim, &at("hand-over"))["sheet"].is_object(), "the person sees where the file went");
    assert_eq!(court.get(&format!("/api/v1{}", at("hand-over"))).status, 422, "neither gave nor received it");
    assert_eq!(victim.post(&at("hand-over/file"), &[]).status, 422);
    assert_eq!(police.post(&at("hand-over/file"), &[]).status, 200);
}

#[test]
fn who_is_not_on_a_case_hears_the_same_on_every_page() {
    let Some(office) = office("who_is_not_on_a_case_hears_the_same") else { return };
    let case = office.with_everybody(&["victim"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let victim = serving.sign_in("victim", PASSWORD).unwrap();
    let at = |page: &str| format!("/c/{case}/{page}");
    office.ok("keeper", &["account", "add", "stranger", "--role", "desk-police"]);
    let stranger = serving.sign_in("stranger", PASSWORD).unwrap();
    for page in [
        "procedure",
        "step",
        "record/notice",
        "record/capture",
        "hand-over",
        "verify",
        "recompute",
        "custody",
        "custody?item=item-000001",
        "seals",
        "similar",
        "members",
        "history",
        "papers/evidence-list/file",
    ] {
        assert_eq!(stranger.get(&at(page)).status, 404, "{page}");
        assert_eq!(
            stranger.get(&at(page)).text().replace(&case, ""),
            stranger.get(&format!("/c/rd-0000000000000000/{page}")).text().replace("rd-0000000000000000", ""),
            "{page}"
        );
    }
    no_act_is_a_way_in(&stranger, &case);
    publishing_is_no_way_in(&stranger, &case);
    assert_eq!(data(&stranger, "/register")["total"], 0);
    assert_eq!(data(&victim, "/register")["total"], 1);
}

/// Each act is answered alike for a case that there is and one that there is not.
fn no_act_is_a_way_in(stranger: &Guest<'_>, case: &str) {
    let at = |page: &str| format!("/c/{case}/{page}");
    for act in [
        "step",
        "record/notice",
        "record/handling",
        "strike",
        "hand-over",
        "hand-over/file",
        "papers/reopen",
        "custody/look",
        "seals/question",
        "seals/request",
        "recompute",
        "verify",
        "members",
        "members/end",
        "copy",
        "bundle/pack",
    ] {
        let fields = [
            &FILED[..],
            &[("duty", "cpl-46-court-tells"), ("to-party", "party-01")],
            &OVER[..4],
            &[
                ("entry", "1"),
                ("reason", "x"),
                ("sure", "1"),
                ("service", "oral"),
                ("body", "court"),
                ("body-name", "x"),
                ("act", "medium-given"),
                ("handled", "item-000001"),
                ("handled-how", "x"),
                ("outcome", "x"),
                ("member", "victim"),
                ("in-role", "counsel"),
            ],
        ]
        .concat();
        let none = "rd-0000000000000000";
        let (own, other) =
            (stranger.post(&at(act), &fields), stranger.post(&format!("/c/{none}/{act}"), &fields));
        assert_eq!((own.status, other.status), (404, 404), "{act}: {}", own.text());
        assert_eq!(own.text().replace(case, ""), other.text().replace(none, ""), "{act}");
    }
}

/// Publishing names its case in the form and not in the address: the answer is the same all the same.
fn publishing_is_no_way_in(stranger: &Guest<'_>, case: &str) {
    for what in ["summary", "recommendation"] {
        let answer = |case: &str| {
            let fields = [
                ("what", what),
                ("of-case", case),
                ("figures", "bands"),
                ("dates", "month"),
                ("recommendation", "police"),
                ("platform", "x"),
                ("file-format", "md"),
            ];
            let got = stranger.post("/statistics/publish", &fields);
            (got.status, got.text().replace(case, ""))
        };
        assert_eq!(answer(case), answer("rd-0000000000000000"), "{what}");
        assert_eq!(answer(case).0, 404, "{what}");
    }
}

#[test]
fn statistics_of_an_office_are_made_once_and_by_bodies() {
    let Some(office) = office("statistics_of_an_office_are_made_once") else { return };
    let case = office.with_everybody(&["victim", "desk-court"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let [victim, court] = ["victim", "desk-court"].map(|name| serving.sign_in(name, PASSWORD).unwrap());
    assert_eq!(victim.get("/statistics").status, 422, "a party sees no statistics");
    assert_eq!(victim.get("/api/v1/statistics").status, 422);
    let days = [("from-day", "2024-01-01"), ("until-day", "2024-12-31"), ("register", "a desk")];
    assert_eq!(victim.post("/statistics", &days).status, 422);
    assert!(data(&court, "/statistics")["release"].is_null());
    assert_eq!(
        court.get("/statistics?from-day=2024-01-01&until-day=2024-12-31").status,
        422,
        "none was made"
    );
    let made = court.post("/statistics", &days);
    assert_eq!(made.status, 200, "{}", made.text());
    let kept = data(&court, "/statistics?from-day=2024-01-01&until-day=2024-12-31");
    assert_eq!(kept["release"]["scope"]["register"], "a desk");
    assert_eq!(kept["kept"].as_array().unwrap().len(), 1);
    assert!(!kept.to_string().contains(&case));
    let overlapping = court.post("/statistics", &[("from-day", "2024-06-01"), ("until-day", "2024-12-31")]);
    assert_eq!(overlapping.status, 422, "{}", overlapping.text());
    assert!(court.get("/statistics").text().contains("from-day=2024-01-01"));
}
