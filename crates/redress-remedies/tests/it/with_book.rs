//! From facts through the law book to the routes: the same stories without handing over any outcome.

use crate::scene::Scene;
use jiff::civil::date;
use proptest::prelude::*;
use redress_base::{Count, Date, Unit, Value};
use redress_facts::{Datum, Scope, Standing};
use redress_law::{Book, Question};
use redress_remedies::{RouteId, State};

/// A fabricated chat about one person, with everything but its reach established.
fn fabricated(today: Date, act: Date) -> (Scene, Scope) {
    let mut scene = Scene::new(today);
    let s = scene.statement(1, act, act);
    scene
        .ready_to_sue()
        .unprotected(&s)
        .yes(
            &s,
            &[
                "statement_is_factual",
                "statement_false",
                "statement.fabricated",
                "identifiable_victim",
                "harms_reputation",
                "spread_on_network",
                "is_public",
                "published_to_third_party",
                "insult_or_falsehood",
                "actor_at_fault",
            ],
        )
        .yes(&Scope::Case, &["social_evaluation_lowered"])
        .no(&s, &["insulting_manner", "public_insult"]);
    (scene, s)
}

#[test]
fn reach_decides_between_waiting_and_open() {
    let today = date(2026, 11, 21);
    for (reposts, state) in [(486, State::Waiting), (500, State::Open)] {
        let (mut scene, s) = fabricated(today, date(2026, 10, 15));
        scene
            .claim(&s, "repost_count", Datum::count(Count::floor(reposts), Unit::Reposts))
            .ask_the_book();
        let roads = scene.roads();
        assert_eq!(roads.state(RouteId::PrivateProsecution), state, "{reposts}");
        assert_eq!(roads.state(RouteId::AdministrativePenalty), State::Open, "a penalty needs no number");
        // Nobody has raised public-interest reporting, and it is for the other side to show.
        assert_eq!(roads.state(RouteId::CivilSuit), State::Open);
        assert!(roads.reason(RouteId::CivilSuit, "remedies-civil-reputation-unless-defence").is_some());
        let asks = roads.needs(RouteId::PrivateProsecution).contains(&"repost_count");
        assert_eq!(asks, state == State::Waiting);
    }
}

#[test]
fn c02_from_the_facts_of_13_august_2020() {
    let (mut scene, _) = fabricated(date(2020, 8, 13), date(2020, 7, 7));
    scene
        .day(&Scope::Case, "report_date", date(2020, 8, 7))
        .word("decision", "administrative-penalty")
        .ask_the_book();
    let roads = scene.roads();
    let penal = [RouteId::PrivateProsecution, RouteId::PublicProsecution].map(|id| roads.state(id));
    assert!(!penal.contains(&State::Open), "{penal:?}");
    assert_eq!(roads.state(RouteId::AdministrativePenalty), State::Open);
}

#[test]
fn c39_from_the_facts() {
    let mut scene = Scene::new(date(2026, 3, 1));
    let s = scene.statement(39, date(2026, 1, 11), date(2026, 1, 11));
    scene
        .word("complainant_kind", "company")
        .yes(&s, &["is_comment_or_criticism", "identifiable_victim", "is_public"])
        .no(&s, &["is_report_of_wrongdoing", "wanton_abuse_or_malicious_smear", "statement_is_factual", "statement.fabricated"])
        .no(&s, &["statement.altered", "knowing_false_spread", "insult_or_falsehood"])
        .ask_the_book();
    let roads = scene.roads();
    for route in &roads.0[..3] {
        assert_eq!(route.state, State::Closed, "{}", route.id);
        assert_eq!(route.reasons[0].code, "remedies-article-10-closes", "{}", route.id);
    }
    assert_eq!(roads.state(RouteId::CivilSuit), State::Closed);
}

#[test]
fn nothing_known_is_nothing_closed() {
    let mut scene = Scene::new(date(2026, 11, 21));
    scene.statement(1, date(2026, 10, 15), date(2026, 10, 15));
    scene.ask_the_book();
    let roads = scene.roads();
    for route in &roads.0 {
        assert!(matches!(route.state, State::Unknown | State::Waiting), "{} {:?}", route.id, route.state);
        assert!(!route.needs.is_empty(), "{}", route.id);
    }
}

const ORDER: [&str; 9] = [
    "random_public_target",
    "wide_spread",
    "many_vulgar_comments",
    "network_order_destroyed",
    "vile_social_impact",
    "many_victims_or_repeated",
    "organised_multi_platform",
    "social_order_endangered",
    "self_harm_counts",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// The gate of public prosecution and the law book's Article 12 agree on any facts, also disputed
    /// ones and ones without evidence.
    #[test]
    fn the_gate_is_the_law_books_article_12(
        throws in prop::collection::vec((0usize..ORDER.len(), 0u8..3, 0u8..4, any::<bool>()), 0..16),
        harm in prop::option::of(0usize..5),
        person in prop::option::of(0usize..3),
    ) {
        let act = date(2026, 10, 15);
        let mut scene = Scene::new(date(2026, 11, 21));
        let s = scene.statement(1, act, act);
        scene.unprotected(&s).ready_to_sue().came_out(&s, "cl246-defamation", Value::TT);
        for (term, value, standing, opposing) in throws {
            let value = [Datum::Yes, Datum::No, Datum::Unknown][usize::from(value)].clone();
            let standing = [Standing::Stated, Standing::Judged, Standing::Judged, Standing::Official][usize::from(standing)];
            let mut claim = crate::scene::claim(value, standing);
            claim.opposing = opposing;
            if opposing && standing == Standing::Stated {
                claim.sources.clear();
            }
            scene.sheet.add(Scope::Case, ORDER[term], claim);
        }
        if let Some(n) = harm {
            scene.word("grave_consequence", ["none", "mental-disorder", "self-harm", "suicide", "other-grave"][n]);
        }
        if let Some(n) = person {
            scene.word("consequence_person", ["victim", "close-relative", "other"][n]);
        }
        let question = Question {
            rule: "op12-public-order",
            scope: Scope::Case,
            sheet: &scene.sheet,
            act: Some((act, act)),
            filing: scene.today,
            vocabulary: scene.words,
        };
        let book = Book::standard().evaluate(&question).unwrap().value;
        let state = scene.roads().state(RouteId::PublicProsecution);
        match book {
            Value::TT => prop_assert_eq!(state, State::Open),
            Value::FF => prop_assert_eq!(state, State::Closed),
            _ => prop_assert!(matches!(state, State::Unknown | State::Waiting), "{} {:?}", book, state),
        }
    }
}
