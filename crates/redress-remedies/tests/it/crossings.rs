//! Guiding Opinions 13: each stage at which private and public procedure cross, from either side.

use crate::scene::Scene;
use jiff::civil::date;
use proptest::prelude::*;
use redress_base::Value;
use redress_facts::{Datum, Scope};
use redress_law::{Book, Question};
use redress_remedies::{DutyState, RouteId, State};

const CASE: &Scope = &Scope::Case;

/// A private suit that could be filed, on 1 June 2024.
fn scene() -> Scene {
    let mut scene = Scene::new(date(2024, 6, 1));
    let s = scene.statement(1, date(2024, 3, 1), date(2024, 3, 1));
    scene.unprotected(&s).came_out(&s, "cl246-defamation", Value::TT);
    scene
        .word("complainant_kind", "natural-person")
        .yes(CASE, &["defendant_identified", "defendant_whereabouts_known"])
        .word("previously_withdrawn", "no")
        .no(CASE, &["mediated_before"]);
    scene
}

/// The stages at which the file stands.
fn stages(scene: &Scene) -> Vec<String> {
    let roads = scene.roads();
    let here = roads.of(RouteId::PrivateProsecution).crossings.iter().filter(|one| one.value == Value::TT);
    here.map(|one| one.code.trim_start_matches("remedies-crossing-").to_owned()).collect()
}

#[test]
fn the_police_first_and_the_suit_not_accepted() {
    let mut scene = scene();
    scene.yes(CASE, &["police_case_open", "private_suit_filed"]).no(CASE, &["private_suit_accepted"]);
    assert_eq!(stages(&scene), ["police-first"]);
    let roads = scene.roads();
    assert_eq!(
        roads.crossing("remedies-crossing-police-first").contested.as_deref(),
        Some("op13-police-bar")
    );
    assert_eq!(
        roads.state(RouteId::PrivateProsecution),
        State::Unknown,
        "a bar or the court's choice: contested"
    );
    assert!(roads.warnings(RouteId::PrivateProsecution).contains(&"remedies-warn-ask-for-ruling"));
    // The court has refused: a bar under either reading.
    scene.word("court_answer_to_suit", "not-accepted");
    let roads = scene.roads();
    assert_eq!(roads.state(RouteId::PrivateProsecution), State::Closed);
    assert!(roads.reason(RouteId::PrivateProsecution, "remedies-police-case-bars-suit").unwrap().decisive);
}

/// Filed, and the court has not answered: neither stage is said to be the one, and neither is ruled out.
#[test]
fn while_the_court_has_not_answered_both_stages_stay_open() {
    let mut scene = scene();
    scene.yes(CASE, &["police_case_open", "private_suit_filed"]);
    let roads = scene.roads();
    for code in ["remedies-crossing-police-first", "remedies-crossing-accepted-suit-ends"] {
        assert_eq!(roads.crossing(code).value, Value::UU, "{code}");
    }
    assert_eq!(roads.state(RouteId::PrivateProsecution), State::Unknown);
}

#[test]
fn the_police_file_after_the_court_accepted() {
    let mut scene = scene();
    scene
        .yes(CASE, &["police_case_open"])
        .day(CASE, "private_suit_filed_date", date(2024, 4, 1))
        .day(CASE, "private_suit_accepted_date", date(2024, 4, 10))
        .day(CASE, "trial_ended_date", date(2024, 5, 20));
    assert_eq!(stages(&scene), ["accepted-suit-ends"], "seen from the dates alone");
    let roads = scene.roads();
    assert_eq!(roads.crossing("remedies-crossing-accepted-suit-ends").to, RouteId::PublicProsecution);
    assert_eq!(roads.state(RouteId::PrivateProsecution), State::Closed);
    let duty = roads.duty(RouteId::PublicProsecution, "remedies-duty-hand-over-after-end");
    assert_eq!((duty.state, duty.from), (DutyState::Owed, Some(date(2024, 5, 20))));
}

#[test]
fn the_suit_first_and_the_court_passes_it_on() {
    let mut scene = scene();
    scene.yes(CASE, &["private_suit_filed", "court_found_order_danger"]).no(CASE, &["police_case_open"]);
    assert_eq!(stages(&scene), ["court-transfers"]);
    assert_eq!(scene.roads().crossing("remedies-crossing-court-transfers").to, RouteId::PublicProsecution);
}

#[test]
fn the_police_see_no_public_case_and_may_tell() {
    let mut scene = scene();
    scene.yes(CASE, &["police_found_private_only"]).no(CASE, &["police_case_open"]);
    assert_eq!(stages(&scene), ["police-may-tell"]);
    let roads = scene.roads();
    let crossing = roads.crossing("remedies-crossing-police-may-tell");
    assert!(crossing.unverified, "the Chinese wording of this paragraph was not read");
    assert_eq!(crossing.to, RouteId::PrivateProsecution);
    assert_eq!(roads.state(RouteId::PrivateProsecution), State::Open);
}

#[test]
fn after_a_dropped_public_case_it_turns_on_how_the_suit_ended() {
    let mut scene = scene();
    scene.yes(CASE, &["public_case_dropped"]).no(CASE, &["police_case_open"]);
    assert_eq!(stages(&scene), ["dropped"]);
    assert_eq!(scene.roads().state(RouteId::PrivateProsecution), State::Open);
    let mut scene = scene.without("previously_withdrawn");
    scene.word("previously_withdrawn", "otherwise").yes(CASE, &["withdrawn_at_courts_request"]);
    let roads = scene.roads();
    let crossing = roads.crossing("remedies-crossing-dropped");
    assert_eq!((crossing.value, crossing.contested.as_deref()), (Value::FT, Some("op13-refile-after-drop")));
    assert_eq!(roads.state(RouteId::PrivateProsecution), State::Unknown);
    assert!(roads.reason(RouteId::PrivateProsecution, "remedies-not-withdrawn").unwrap().contested);
}

#[test]
fn a_decision_not_to_prosecute_leaves_seven_days_and_the_direct_suit() {
    let mut scene = scene();
    scene.yes(CASE, &["non_prosecution_decided"]).day(
        CASE,
        "non_prosecution_received_date",
        date(2024, 5, 25),
    );
    assert_eq!(stages(&scene), ["not-prosecuted"]);
    let code = "remedies-deadline-non-prosecution-petition";
    let at = |day| {
        let mut scene = scene.clone();
        scene.today = day;
        let roads = scene.roads();
        let date = roads.deadline(RouteId::FilingSupervision, code).unwrap().clone();
        (date.due, date.passed)
    };
    assert_eq!(at(date(2024, 6, 1)), (Some(date(2024, 6, 1)), Some(false)));
    assert_eq!(at(date(2024, 6, 2)), (Some(date(2024, 6, 1)), Some(true)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Where the law book has an answer, a crossing gives it; both routes show the same.
    #[test]
    fn crossings_are_the_law_books(
        said in prop::collection::vec((0usize..8, 0u8..3), 0..12), ended in prop::option::of(0usize..3),
    ) {
        const TERMS: [&str; 8] = [
            "police_case_open", "private_suit_filed", "private_suit_accepted", "court_found_order_danger",
            "police_found_private_only", "public_case_dropped", "withdrawn_at_courts_request", "non_prosecution_decided",
        ];
        let mut scene = Scene::new(date(2024, 6, 1));
        scene.statement(1, date(2024, 3, 1), date(2024, 3, 1));
        for (term, value) in said {
            scene.claim(CASE, TERMS[term], [Datum::Yes, Datum::No, Datum::Unknown][usize::from(value)].clone());
        }
        if let Some(n) = ended {
            scene.word("previously_withdrawn", ["no", "for-lack-of-evidence", "otherwise"][n]);
        }
        let roads = scene.roads();
        let private = &roads.of(RouteId::PrivateProsecution).crossings;
        prop_assert_eq!(private, &roads.of(RouteId::PublicProsecution).crossings);
        for crossing in private {
            let Some(rule) = crossing.rule.as_deref() else { continue };
            let act = Some((date(2024, 3, 1), date(2024, 3, 1)));
            let question = Question {
                rule, scope: Scope::Case, sheet: &scene.sheet, act, filing: scene.today,
                readings: &redress_law::NO_READINGS, vocabulary: scene.words,
            };
            let book = Book::standard().evaluate(&question).unwrap().value;
            prop_assert!(book == Value::UU || crossing.value == book, "{}: {} {}", rule, crossing.value, book);
        }
    }
}
