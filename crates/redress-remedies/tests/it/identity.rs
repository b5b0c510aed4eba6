//! The identity gap: three lawful ways, and never an identification. The papers and warnings of the private suit.

use crate::scene::Scene;
use jiff::civil::date;
use redress_base::Value;
use redress_facts::Scope;
use redress_remedies::{Route, RouteId};

const CASE: &Scope = &Scope::Case;
const WAYS: [&str; 3] =
    ["remedies-step-identity-court", "remedies-step-identity-platform", "remedies-step-identity-police"];
const NEEDED: [RouteId; 5] = [
    RouteId::PrivateProsecution,
    RouteId::PoliceHelp,
    RouteId::CivilSuit,
    RouteId::Injunction,
    RouteId::ProtectionOrder,
];

fn ways(route: &Route) -> Vec<&str> {
    route
        .steps
        .iter()
        .map(|step| step.code.as_str())
        .filter(|code| code.starts_with("remedies-step-identity"))
        .collect()
}

#[test]
fn three_lawful_ways_where_nobody_knows_who_it_is() {
    for known in [None, Some(false), Some(true)] {
        let mut scene = Scene::new(date(2026, 11, 21));
        scene.statement(1, date(2026, 10, 15), date(2026, 10, 15));
        match known {
            Some(true) => drop(scene.yes(CASE, &["defendant_identified"])),
            Some(false) => drop(scene.no(CASE, &["defendant_identified"])),
            None => {}
        }
        for route in &scene.roads().0 {
            let gap = known != Some(true) && NEEDED.contains(&route.id);
            assert_eq!(ways(route), if gap { &WAYS[..] } else { &[] }, "{} {known:?}", route.id);
            let said = route.reasons.iter().any(|line| line.code == "remedies-never-identifies");
            assert_eq!(said, gap, "{}", route.id);
            for step in route.steps.iter().filter(|step| WAYS.contains(&step.code.as_str())) {
                assert!(!step.cites.is_empty(), "{}", step.code);
            }
        }
    }
}

/// Way 1 rests on 刑法 246(3) and 法释〔2021〕1号 325(2), way 2 on 法释〔2014〕11号 3, way 3 on a report.
#[test]
fn each_way_names_its_article() {
    let mut scene = Scene::new(date(2026, 11, 21));
    scene.statement(1, date(2026, 10, 15), date(2026, 10, 15));
    let roads = scene.roads();
    let cites = |way: &str| {
        let steps = &roads.of(RouteId::CivilSuit).steps;
        let step = steps.iter().find(|step| step.code == way).unwrap();
        step.cites.iter().map(|cite| cite.article.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(cites(WAYS[0]), ["cn/criminal-law/246(3)", "cn/opinions-2023-14/11", "cn/fs-2021-1/325(2)"]);
    assert!(cites(WAYS[1]).contains(&"cn/fs-2014-11/3".to_owned()));
    assert!(cites(WAYS[2]).contains(&"cn/psapl-2025/90".to_owned()));
}

/// The program prepares requests: nothing that it says proposes to look for anyone.
#[test]
fn no_sentence_proposes_a_search_for_people() {
    const EN: &str = include_str!("../../../../locales/en/remedies.ftl");
    const ZH: &str = include_str!("../../../../locales/zh-Hans/remedies.ftl");
    for word in
        ["track down", "find out who it is yourself", "de-anonym", "look up the account", "unmask", "reverse"]
    {
        assert!(!EN.to_lowercase().contains(word), "{word}");
    }
    // Searching for people is named once, among what not to do.
    assert_eq!(EN.to_lowercase().matches("search for people").count(), 1);
    for word in ["人肉", "扒出", "查出身份", "定位到本人"] {
        assert!(!ZH.contains(word), "{word}");
    }
    assert_eq!(ZH.matches("搜寻身份").count(), 1);
}

#[test]
fn the_official_forms_follow_the_charge() {
    let forms = |defamation: Value, insult: Value| {
        let mut scene = Scene::new(date(2026, 11, 21));
        let s = scene.statement(1, date(2026, 10, 15), date(2026, 10, 15));
        scene.unprotected(&s).came_out(&s, "cl246-defamation", defamation).came_out(
            &s,
            "cl246-insult",
            insult,
        );
        let roads = scene.roads();
        let papers = roads.of(RouteId::PrivateProsecution).papers.iter();
        papers.filter_map(|paper| paper.form.clone()).collect::<Vec<_>>()
    };
    assert_eq!(forms(Value::TT, Value::FF), ["02"]);
    assert_eq!(forms(Value::FF, Value::UU), ["01"]);
    assert_eq!(forms(Value::UU, Value::UU), ["01", "02"]);
}

/// The forms of 法〔2025〕82号 are in force from 2025-07-14; before, the papers stand without a number.
#[test]
fn a_form_has_its_number_from_its_day_on() {
    for (today, numbered) in [(date(2025, 7, 13), false), (date(2025, 7, 14), true)] {
        let mut scene = Scene::new(today);
        scene.statement(1, date(2025, 6, 15), date(2025, 6, 15));
        let roads = scene.roads();
        let papers = &roads.of(RouteId::PrivateProsecution).papers;
        let complaints = papers.iter().filter(|paper| paper.code.starts_with("remedies-paper-complaint"));
        let forms: Vec<_> = complaints.map(|paper| paper.form.is_some()).collect();
        assert_eq!(forms, [numbered; 2], "{today}");
    }
}

/// Design §10 and the reference, sections 0 and 8: what is said before a private suit cannot be taken back.
#[test]
fn the_traps_of_a_private_suit_are_named() {
    let mut scene = Scene::new(date(2026, 11, 21));
    scene.statement(1, date(2026, 10, 15), date(2026, 10, 15));
    let roads = scene.roads();
    let warnings = roads.warnings(RouteId::PrivateProsecution);
    for code in [
        "remedies-warn-some-only",
        "remedies-warn-mental-damages",
        "remedies-warn-two-absences",
        "remedies-warn-withdrawal",
        "remedies-warn-mediation",
        "remedies-warn-ask-for-ruling",
        "remedies-warn-counter-claim",
        "remedies-warn-form-unchanged",
    ] {
        assert!(warnings.contains(&code), "{code}");
    }
    scene.yes(CASE, &["known_co_actors", "sues_only_some"]);
    assert!(scene.roads().warnings(RouteId::PrivateProsecution).contains(&"remedies-warn-some-only-now"));
}

#[test]
fn conditions_that_the_file_speaks_of_are_looked_at() {
    let ready = || {
        let mut scene = Scene::new(date(2026, 11, 21));
        let s = scene.statement(1, date(2026, 10, 15), date(2026, 10, 15));
        scene.unprotected(&s).ready_to_sue().came_out(&s, "cl246-insult", Value::TT);
        scene
    };
    use redress_remedies::State::{Closed, Open, Waiting};
    let state = |scene: &Scene| scene.roads().state(RouteId::PrivateProsecution);
    assert_eq!(state(&ready()), Open);
    let mut other = ready();
    assert_eq!(state(other.word("filer_role", "victim")), Open);
    let mut other = ready();
    other
        .word("filer_role", "close-relative")
        .word("filer_relation", "parent")
        .words("victim_hindrance", &["no-hindrance"]);
    other.no(CASE, &["victim_coerced", "proxy_relation_proof", "proxy_reason_proof"]);
    assert_eq!(state(&other), Closed, "a relative sues only where the victim cannot");
    let mut other = ready();
    other.words("court_link", &["no-link"]).no(CASE, &["court_with_jurisdiction"]);
    assert_eq!(state(&other), Waiting, "another court can be chosen");
    let mut other = ready();
    assert_eq!(state(other.yes(CASE, &["defendant_dead"])), Closed);
    let mut other = ready();
    assert_eq!(state(other.no(CASE, &["evidence_sufficient"])), Waiting, "new evidence reopens it");
}
