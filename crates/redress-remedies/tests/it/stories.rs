//! Published cases, retold as dates: what was open on each day (published cases). The published results are
//! the authorities'; here only the routes are compared.

use crate::scene::Scene;
use jiff::civil::date;
use redress_base::{Date, Value};
use redress_facts::Scope;
use redress_remedies::{RouteId, State};

use RouteId::{
    AdministrativePenalty as Penalty, CivilSuit, Injunction, PrivateProsecution as Private,
    PublicInterestSuit as PublicInterest, PublicProsecution as Public,
};

/// Each route with its state and what decides it, one line a route.
fn table(scene: &Scene) -> String {
    let line = |route: &redress_remedies::Route| {
        let decisive = route.reasons.iter().filter(|reason| reason.decisive && route.state != State::Open);
        let why = decisive.map(|reason| {
            let value = reason.value.map_or("", |value| value.letters());
            format!(" {}={value}", reason.code.trim_start_matches("remedies-"))
        });
        format!("{}: {}{}\n", route.id, route.state.word(), why.collect::<String>())
    };
    scene.roads().0.iter().map(line).collect()
}

/// SPP guiding case 137, from its first police report on.
fn courier(today: Date) -> (Scene, Scope) {
    let mut scene = Scene::new(today);
    let s = scene.statement(137, date(2020, 7, 7), date(2020, 7, 16));
    scene
        .unprotected(&s)
        .word("complainant_kind", "natural-person")
        .day(&Scope::Case, "report_date", date(2020, 8, 7))
        .yes(&Scope::Case, &["defendant_identified", "defendant_whereabouts_known"])
        .word("previously_withdrawn", "no")
        .no(&Scope::Case, &["mediated_before"])
        .came_out(&s, "psapl-defamation", Value::TT)
        .came_out(&s, "psapl-insult", Value::UU)
        .came_out(&s, "cl246-insult", Value::UU);
    (scene, s)
}

#[test]
fn c02_on_13_august_2020_only_the_penalty_is_open() {
    let (mut scene, s) = courier(date(2020, 8, 13));
    // One group of 275 members; nobody has counted views yet.
    scene.came_out(&s, "cl246-defamation", Value::UU).word("decision", "administrative-penalty").day(
        &Scope::Case,
        "administrative_decision_received_date",
        date(2020, 8, 13),
    );
    let roads = scene.roads();
    assert_eq!(roads.open(), [Penalty]);
    assert!(roads.reason(Penalty, "remedies-penalty-decided").is_some());
    let limit = roads.deadline(Penalty, "remedies-deadline-penalty-limitation").unwrap();
    assert_eq!((limit.due, limit.kept), (Some(date(2021, 1, 7)), Some(date(2020, 8, 7))));
    // The old law, by the day of the act.
    let cited: Vec<String> =
        roads.of(Penalty).reasons.iter().flat_map(|r| &r.cites).map(|c| c.article.to_string()).collect();
    assert!(cited.contains(&"cn/psapl-2012/22".to_owned()), "{cited:?}");
    assert!(!cited.iter().any(|c| c.contains("/50")), "{cited:?}");
    assert_eq!(roads.state(Injunction), State::Closed, "the Civil Code is not yet in force");
    insta::assert_snapshot!(table(&scene), @r"
    private-prosecution: unknown elements-defamation=UU elements-insult=UU
    police-help: waiting help-network=UU help-difficulty=UU help-suit-filed=UU
    public-prosecution: unknown elements-defamation=UU elements-insult=UU order-grave-consequence=UU order-random-target=UU order-many-or-repeated=UU order-organised=UU order-endangered=UU order-defamation-only=UU order-seven-cases=UU
    filing-supervision: waiting supervision-not-filed=FF
    administrative-penalty: open
    reconsideration: waiting reconsider-no-suit=UU
    civil-suit: unknown civil-reputation=UU
    injunction: closed injunction-in-force=FF
    protection-order: unknown protection-home=UU protection-woman=UU protection-respondent=UU protection-request=UU protection-likely=UU
    platform-notice: unknown civil-reputation=UU notice-network=UU
    public-interest-suit: unknown public-interest-harm=UU public-interest-ground=UU public-interest-announced=UU public-interest-nobody-else=UU
    legal-aid: unknown aid-no-agent=UU aid-criminal=UU aid-civil=UU aid-hardship=UU aid-no-means-test=UU aid-not-checked=UU
    ");
}

#[test]
fn c02_on_14_december_2020_private_prosecution_with_police_help() {
    let (mut scene, s) = courier(date(2020, 12, 14));
    scene
        .came_out(&s, "cl246-defamation", Value::TT)
        .no(&Scope::Case, &["police_case_open"])
        .yes(&Scope::Case, &["evidence_difficulty_reason"])
        .day(&Scope::Case, "private_suit_filed_date", date(2020, 10, 26))
        .day(&Scope::Case, "private_suit_accepted_date", date(2020, 12, 14));
    let roads = scene.roads();
    assert_eq!(roads.state(Private), State::Open);
    assert!(roads.steps(Private).contains(&"remedies-step-police-collect"));
    assert_eq!(roads.state(Public), State::Unknown, "the danger to social order is for a person to judge");
    assert!(roads.needs(Public).contains(&"wide_spread"));
    let review = roads.deadline(Private, "remedies-deadline-acceptance-review").unwrap();
    assert_eq!(
        (review.due, review.passed, review.for_authority),
        (Some(date(2020, 11, 10)), Some(true), true)
    );
    // 法释〔2021〕1号 was not yet in force: nothing on that day cites it.
    for route in &roads.0 {
        let later = route.reasons.iter().flat_map(|r| &r.cites).any(|c| c.from > Some(scene.today));
        assert!(!later, "{}", route.id);
    }
}

fn turned_public(today: Date) -> Scene {
    let (mut scene, s) = courier(today);
    scene
        .came_out(&s, "cl246-defamation", Value::TT)
        .yes(
            &Scope::Case,
            &[
                "police_case_open",
                "evidence_difficulty_reason",
                "random_public_target",
                "wide_spread",
                "many_vulgar_comments",
                "network_order_destroyed",
                "vile_social_impact",
            ],
        )
        .day(&Scope::Case, "private_suit_filed_date", date(2020, 10, 26))
        .day(&Scope::Case, "private_suit_accepted_date", date(2020, 12, 14));
    scene
}

#[test]
fn c02_on_25_december_2020_the_facts_turn_it_public() {
    let scene = turned_public(date(2020, 12, 25));
    insta::assert_snapshot!(table(&scene), @r"
    private-prosecution: unknown police-case-may-bar-suit=FU
    police-help: unknown help-network=UU police-case-may-bar-suit=FU
    public-prosecution: open
    filing-supervision: closed supervision-case-opened=FF
    administrative-penalty: waiting criminal-first=FF
    reconsideration: waiting reconsider-decision=UU reconsider-in-time=UU reconsider-no-suit=UU
    civil-suit: unknown civil-reputation=UU
    injunction: closed injunction-in-force=FF
    protection-order: unknown protection-home=UU protection-woman=UU protection-respondent=UU protection-request=UU protection-likely=UU
    platform-notice: unknown civil-reputation=UU notice-network=UU
    public-interest-suit: unknown public-interest-harm=UU public-interest-ground=UU public-interest-announced=UU public-interest-nobody-else=UU
    legal-aid: unknown aid-no-agent=UU aid-criminal=UU aid-civil=UU aid-hardship=UU aid-no-means-test=UU aid-not-checked=UU
    ");
    let roads = scene.roads();
    assert_eq!(roads.state(Public), State::Open);
    let target = roads.reason(Public, "remedies-order-random-target").unwrap();
    assert_eq!((target.value, target.decisive), (Some(Value::TT), true));
    assert!(roads.reason(Public, "remedies-opinions-not-yet").is_some());
    assert_eq!(roads.state(Private), State::Unknown);
    assert!(roads.reason(Private, "remedies-police-case-may-bar-suit").unwrap().contested);
    assert!(roads.warnings(Private).contains(&"remedies-warn-ask-for-ruling"));
    assert_eq!(roads.state(Penalty), State::Waiting, "the criminal case is decided first");
}

#[test]
fn under_the_opinions_an_accepted_private_suit_ends_when_police_file() {
    let roads = turned_public(date(2024, 3, 1)).roads();
    assert_eq!(roads.state(Private), State::Closed);
    let ends = roads.reason(Private, "remedies-police-case-ends-accepted-suit").unwrap();
    assert!(ends.decisive && !ends.contested);
}

#[test]
fn without_social_impact_no_circumstance_is_enough() {
    let mut scene = turned_public(date(2024, 3, 1)).without("vile_social_impact");
    assert_eq!(scene.roads().state(Public), State::Unknown);
    assert!(scene.roads().needs(Public).contains(&"vile_social_impact"));
    scene.no(&Scope::Case, &["vile_social_impact", "social_order_endangered"]);
    // For defamation the seven cases of the interpretation of 2013 are still open.
    assert_eq!(scene.roads().state(Public), State::Unknown);
    scene.no(&Scope::Case, &["mass_incident", "public_disorder", "ethnic_religious_conflict"]);
    scene.no(&Scope::Case, &["national_image_harm", "international_impact", "other_order_danger"]);
    assert_eq!(scene.roads().state(Public), State::Closed);
}

#[test]
fn c47_the_six_months_had_passed_and_the_civil_suit_remains() {
    let mut scene = Scene::new(date(2023, 6, 1));
    let s = scene.statement(47, date(2021, 4, 10), date(2021, 4, 20));
    scene
        .unprotected(&s)
        .word("complainant_kind", "natural-person")
        .yes(&Scope::Case, &["victim_minor"])
        .day(&Scope::Case, "report_date", date(2023, 5, 15))
        .word("decision", "criminal-refused")
        .day(&Scope::Case, "know_harm_date", date(2021, 4, 12))
        .day(&Scope::Case, "know_obligor_date", date(2021, 5, 6))
        .came_out(&s, "psapl-defamation", Value::TT)
        .came_out(&s, "psapl-insult", Value::TT)
        .came_out(&s, "cl246-defamation", Value::FF)
        .came_out(&s, "cl246-insult", Value::FF)
        .came_out(&s, "civil-reputation", Value::TT);
    let roads = scene.roads();
    assert_eq!(roads.state(Penalty), State::Closed);
    let line = roads.reason(Penalty, "remedies-limitation-penalty").unwrap();
    assert_eq!((line.value, line.decisive), (Some(Value::FF), true));
    let limit = roads.deadline(Penalty, "remedies-deadline-penalty-limitation").unwrap();
    assert_eq!((limit.due, limit.passed), (Some(date(2021, 10, 10)), Some(true)));
    assert_eq!((roads.state(Private), roads.state(Public)), (State::Closed, State::Closed));
    assert_eq!(roads.state(CivilSuit), State::Open);
    // The police report interrupted the three years (limitation rules 13).
    let money = roads.deadline(CivilSuit, "remedies-deadline-civil-limitation").unwrap();
    assert_eq!(money.from_term.as_deref(), Some("report_date"));
    assert_eq!((money.due, money.passed), (Some(date(2026, 5, 15)), Some(false)));
}

#[test]
fn a_complaint_wrongly_refused_in_time_lifts_the_six_months() {
    let mut scene = Scene::new(date(2022, 6, 1));
    let s = scene.statement(1, date(2021, 4, 10), date(2021, 4, 10));
    scene.unprotected(&s).ready_to_sue().came_out(&s, "psapl-defamation", Value::TT).day(
        &Scope::Case,
        "reported_or_discovered_date",
        date(2022, 5, 1),
    );
    assert_eq!(scene.roads().state(Penalty), State::Waiting);
    assert!(scene.roads().needs(Penalty).contains(&"complaint_in_time_refused"));
    let mut lifted = scene.clone();
    lifted.yes(&Scope::Case, &["complaint_in_time_refused"]);
    assert_eq!(lifted.roads().state(Penalty), State::Open);
    scene.no(&Scope::Case, &["complaint_in_time_refused"]);
    assert_eq!(scene.roads().state(Penalty), State::Closed);
}

#[test]
fn the_last_day_of_six_months_is_in_time_and_the_next_is_not() {
    // 31 August plus six months ends on 28 February.
    for (today, state) in [(date(2026, 2, 28), State::Open), (date(2026, 3, 1), State::Closed)] {
        let mut scene = Scene::new(today);
        let s = scene.statement(1, date(2025, 8, 31), date(2025, 8, 31));
        scene
            .unprotected(&s)
            .ready_to_sue()
            .word("decision", "none")
            .came_out(&s, "psapl-defamation", Value::TT)
            .came_out(&s, "psapl-insult", Value::FF);
        assert_eq!(scene.roads().state(Penalty), state, "{today}");
    }
}

#[test]
fn the_law_of_the_penalty_follows_the_day_of_the_act() {
    for (act, article, limit) in
        [(date(2025, 12, 31), "/42(2)", "/22"), (date(2026, 1, 1), "/50(1(2))", "/25")]
    {
        let mut scene = Scene::new(date(2026, 2, 1));
        let s = scene.statement(1, act, act);
        scene.unprotected(&s).ready_to_sue().came_out(&s, "psapl-insult", Value::TT);
        let roads = scene.roads();
        let cited = |code: &str| roads.reason(Penalty, code).unwrap().cites[0].article.to_string();
        assert!(cited("remedies-penalty-insult").ends_with(article), "{}", cited("remedies-penalty-insult"));
        assert!(cited("remedies-limitation-penalty").ends_with(limit));
        assert_eq!(roads.state(Penalty), State::Open);
    }
}

#[test]
fn c57_the_public_interest_suit_waits_for_the_notice_and_its_thirty_days() {
    let at = |today: Date, announced: Option<Date>| {
        let mut scene = Scene::new(today);
        scene.statement(57, date(2023, 7, 1), date(2024, 3, 1));
        scene
            .yes(&Scope::Case, &["public_interest_harm", "many_individuals_infringed", "no_other_plaintiff"])
            .words("public_interest_group", &["personal-information"]);
        match announced {
            Some(day) => {
                scene.yes(&Scope::Case, &["announced"]).day(&Scope::Case, "announcement_date", day);
            }
            None => {
                scene.no(&Scope::Case, &["announced"]);
            }
        }
        scene.roads()
    };
    let notice = Some(date(2024, 6, 24));
    assert_eq!(at(date(2024, 4, 20), None).state(PublicInterest), State::Waiting);
    let running = at(date(2024, 7, 24), notice);
    assert_eq!(running.state(PublicInterest), State::Waiting);
    let thirty = running.deadline(PublicInterest, "remedies-deadline-announcement").unwrap();
    assert_eq!((thirty.due, thirty.passed), (Some(date(2024, 7, 24)), Some(false)));
    assert_eq!(at(date(2024, 7, 25), notice).state(PublicInterest), State::Open);
    assert_eq!(at(date(2025, 4, 11), notice).state(PublicInterest), State::Open);
}

#[test]
fn five_years_from_the_act_and_no_more() {
    for (today, state) in [(date(2029, 2, 28), State::Open), (date(2029, 3, 1), State::Closed)] {
        let mut scene = Scene::new(today);
        let s = scene.statement(1, date(2024, 2, 29), date(2024, 2, 29));
        scene
            .unprotected(&s)
            .ready_to_sue()
            .no(&Scope::Case, &["criminal_complaint_in_time_refused"])
            .came_out(&s, "cl246-defamation", Value::TT)
            .came_out(&s, "cl246-insult", Value::FF);
        assert_eq!(scene.roads().state(Private), state, "{today}");
    }
}

#[test]
fn an_unknown_speaker_is_waited_for_and_the_suit_itself_may_ask() {
    let mut scene = Scene::new(date(2026, 11, 21));
    let s = scene.statement(1, date(2026, 10, 15), date(2026, 10, 20));
    scene
        .unprotected(&s)
        .word("complainant_kind", "natural-person")
        .no(&Scope::Case, &["defendant_identified", "mediated_before", "police_case_open"])
        .word("previously_withdrawn", "no")
        .came_out(&s, "cl246-defamation", Value::TT)
        .came_out(&s, "civil-reputation", Value::TT);
    let roads = scene.roads();
    assert_eq!(roads.state(Private), State::Waiting);
    assert_eq!(roads.needs(Private), ["defendant_identified", "defendant_whereabouts_known"]);
    assert!(roads.steps(Private).contains(&"remedies-step-ask-police-help"));
    assert_eq!(roads.state(CivilSuit), State::Open, "the platform can be sued first");
    assert!(roads.reason(CivilSuit, "remedies-civil-platform-first").is_some());
}

#[test]
fn an_earlier_withdrawal_closes_and_lack_of_evidence_does_not() {
    for (word, request, state) in [
        ("otherwise", Some(false), State::Closed),
        // Whether a withdrawal at the court's request bars a new suit is contested.
        ("otherwise", Some(true), State::Unknown),
        ("otherwise", None, State::Unknown),
        ("for-lack-of-evidence", None, State::Open),
    ] {
        let mut scene = Scene::new(date(2026, 11, 21));
        let s = scene.statement(1, date(2026, 10, 15), date(2026, 10, 15));
        scene
            .unprotected(&s)
            .word("complainant_kind", "natural-person")
            .yes(&Scope::Case, &["defendant_identified", "defendant_whereabouts_known"])
            .no(&Scope::Case, &["mediated_before", "police_case_open"])
            .word("previously_withdrawn", word)
            .came_out(&s, "cl246-insult", Value::TT);
        match request {
            Some(true) => scene.yes(&Scope::Case, &["withdrawn_at_courts_request", "public_case_dropped"]),
            Some(false) => scene.no(&Scope::Case, &["withdrawn_at_courts_request"]),
            None => &mut scene,
        };
        assert_eq!(scene.roads().state(Private), state, "{word} {request:?}");
    }
}

#[test]
fn a_refusal_served_on_18_november_may_be_reconsidered_until_the_25th() {
    let mut scene = Scene::new(date(2026, 11, 25));
    scene.statement(1, date(2026, 10, 15), date(2026, 10, 15));
    scene.word("decision", "criminal-refused").day(&Scope::Case, "notice_received_date", date(2026, 11, 18));
    let roads = scene.roads();
    let seven = roads.deadline(Public, "remedies-deadline-police-reconsideration").unwrap();
    assert_eq!((seven.due, seven.passed), (Some(date(2026, 11, 25)), Some(false)));
    assert!(roads.warnings(Penalty).contains(&"remedies-warn-reconsideration-first"));
    scene.today = date(2026, 11, 26);
    let roads = scene.roads();
    assert_eq!(
        roads.deadline(Public, "remedies-deadline-police-reconsideration").unwrap().passed,
        Some(true)
    );
}

#[test]
fn sources_that_differ_on_a_day_leave_the_deadline_open_where_it_matters() {
    let mut scene = Scene::new(date(2026, 11, 26));
    scene.statement(1, date(2026, 10, 15), date(2026, 10, 15));
    scene
        .word("decision", "criminal-refused")
        .day(&Scope::Case, "notice_received_date", date(2026, 11, 18))
        .day(&Scope::Case, "notice_received_date", date(2026, 11, 20));
    let roads = scene.roads();
    let seven = roads.deadline(Public, "remedies-deadline-police-reconsideration").unwrap();
    assert_eq!((seven.due, seven.passed), (Some(date(2026, 11, 25)), None));
}

#[test]
fn the_public_security_mark_of_unverified_law_travels() {
    let mut scene = Scene::new(date(2026, 11, 21));
    scene.statement(1, date(2026, 10, 15), date(2026, 10, 15));
    let roads = scene.roads();
    assert!(roads.reason(Private, "remedies-complainant-natural-person").unwrap().unverified);
    assert!(roads.reason(Public, "remedies-order-organised").unwrap().unverified);
    assert!(!roads.reason(Public, "remedies-order-random-target").unwrap().unverified);
}

/// 治安管理处罚法 (old) 42 to 2025-12-31 knows no pestering or following; (new) 50 from 2026-01-01 does.
#[test]
fn following_is_a_ground_only_from_2026_and_only_with_its_day() {
    let state = |day: Option<redress_base::Date>| {
        let mut scene = Scene::new(date(2026, 2, 1));
        scene
            .word("complainant_kind", "natural-person")
            .yes(&Scope::Case, &["stalking_kind", "life_disturbed", "continuing_state"]);
        if let Some(day) = day {
            scene.day(&Scope::Case, "conduct_date", day);
        }
        scene.roads().state(Penalty)
    };
    assert_eq!(state(Some(date(2025, 11, 20))), State::Closed);
    assert_ne!(state(None), State::Open);
    assert_eq!(state(Some(date(2026, 1, 20))), State::Open);
}

/// 法释〔2018〕1号 art 1(2)(1): a refusal to open a criminal case is no administrative act.
#[test]
fn a_criminal_refusal_has_no_administrative_dates() {
    let mut scene = Scene::new(date(2026, 3, 10));
    scene.statement(1, date(2026, 2, 15), date(2026, 2, 15));
    scene.word("decision", "criminal-refused").day(&Scope::Case, "notice_received_date", date(2026, 3, 1));
    let roads = scene.roads();
    assert!(roads.deadline(Penalty, "remedies-deadline-administrative-suit").is_none());
    assert!(roads.deadline(Penalty, "remedies-deadline-reconsideration").is_none());
    assert!(roads.deadline(Public, "remedies-deadline-police-reconsideration").is_some());
}
