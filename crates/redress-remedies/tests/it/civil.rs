//! The civil suit: claims, defendants, joint responsibility, costs, venue; the notice to the platform.

use crate::scene::Scene;
use jiff::civil::date;
use redress_base::{Count, Date, Unit, Value};
use redress_facts::{Datum, Scope};
use redress_remedies::{DutyState, RouteId, State};

const CASE: &Scope = &Scope::Case;

/// A person whose reputation is infringed by a post that is still there.
fn infringed() -> (Scene, Scope) {
    let mut scene = Scene::new(date(2026, 11, 21));
    let s = scene.statement(1, date(2026, 10, 15), date(2026, 10, 15));
    scene
        .word("complainant_kind", "natural-person")
        .yes(
            &s,
            &["identifiable_victim", "insult_or_falsehood", "actor_at_fault", "published_to_third_party"],
        )
        .yes(&s, &["spread_on_network"])
        .no(&s, &["public_interest_reporting"])
        .yes(CASE, &["social_evaluation_lowered"]);
    (scene, s)
}

fn yuan(n: u64) -> Datum {
    Datum::count(Count::exactly(n), Unit::Yuan)
}

#[test]
fn each_claim_stands_for_itself() {
    let (mut scene, _) = infringed();
    let states = |scene: &Scene| {
        let mut scene = scene.clone();
        let roads = scene.ask_the_book().roads();
        ["stop", "apologise", "mental-damages", "loss", "court-fixes", "costs", "lawyer-fees"]
            .map(|claim| roads.claim(&format!("remedies-claim-{claim}")).state)
    };
    use State::{Closed, Open, Unknown, Waiting};
    assert_eq!(states(&scene), [Waiting, Open, Unknown, Waiting, Unknown, Unknown, Waiting]);
    scene
        .yes(
            CASE,
            &["ongoing_or_imminent", "severe_mental_harm", "costs_reasonable", "loss_and_gain_unclear"],
        )
        .claim(CASE, "reasonable_costs", yuan(1_200));
    assert_eq!(states(&scene), [Open, Open, Open, Waiting, Open, Open, Waiting]);
    scene.claim(CASE, "property_loss", yuan(8_000));
    assert_eq!(states(&scene)[3], Open);
    let mut company = scene.without("complainant_kind");
    company.word("complainant_kind", "company");
    assert_eq!(states(&company)[2], Closed, "damages for mental harm are for individuals");
}

/// A claim asks for what it needs beside the infringement, and for nothing that the suit does not rest on.
#[test]
fn a_claim_names_its_own_facts() {
    let (mut scene, s) = infringed();
    let needs = |scene: &mut Scene, claim: &str| {
        let roads = scene.ask_the_book().roads();
        let needs = &roads.claim(&format!("remedies-claim-{claim}")).needs;
        needs.iter().map(|need| need.term.clone()).collect::<Vec<_>>()
    };
    assert_eq!(needs(&mut scene, "stop"), ["ongoing_or_imminent"]);
    assert_eq!(needs(&mut scene, "mental-damages"), ["severe_mental_harm"]);
    assert_eq!(needs(&mut scene, "lawyer-fees"), ["lawyer_fees", "lawyer_fees_within_rules"]);
    let loss = needs(&mut scene, "loss");
    assert_eq!(loss, ["amount_not_agreed", "property_loss", "loss_and_gain_unclear", "infringer_gain"]);
    // Damages rest on fault (1165); to stop and to apologise does not.
    let mut scene = scene.without("actor_at_fault");
    scene.yes(CASE, &["severe_mental_harm", "ongoing_or_imminent"]);
    assert_eq!(needs(&mut scene, "mental-damages"), ["actor_at_fault"]);
    scene.no(&s, &["actor_at_fault"]);
    let roads = scene.ask_the_book().roads();
    assert_eq!(roads.claim("remedies-claim-mental-damages").state, State::Closed);
    assert_eq!(roads.claim("remedies-claim-stop").state, State::Open);
    assert_eq!(roads.claim("remedies-claim-apologise").state, State::Open);
}

#[test]
fn what_the_court_fixes_has_a_most() {
    let (mut scene, _) = infringed();
    let roads = scene.ask_the_book().roads();
    assert_eq!(roads.claim("remedies-claim-court-fixes").yuan_to, Some(500_000));
    assert_eq!(roads.claim("remedies-claim-loss").yuan_to, None);
}

/// 法释〔2021〕1号 175(2): "as a rule not accepted" is neither open nor closed.
#[test]
fn mental_damages_after_a_criminal_case_are_contested() {
    for way in ["incidental-suit", "separate-suit-for-crime", "civil-suit-without-criminal-case"] {
        let (mut scene, _) = infringed();
        scene.yes(CASE, &["severe_mental_harm"]).word("mental_damages_route", way).ask_the_book();
        let roads = scene.roads();
        let claim = roads.claim("remedies-claim-mental-damages");
        let free = way == "civil-suit-without-criminal-case";
        assert_eq!(claim.state, if free { State::Open } else { State::Unknown }, "{way}");
        assert_eq!(claim.contested, !free, "{way}");
        assert!(roads.warnings(RouteId::CivilSuit).contains(&"remedies-warn-mental-damages"));
    }
}

#[test]
fn the_guardian_of_a_minor_is_named_once_a_minor_is_spoken_of() {
    let (mut scene, _) = infringed();
    assert!(scene.clone().ask_the_book().roads().defendant("remedies-defendant-guardian").is_none());
    scene.yes(CASE, &["minor_infringer"]);
    let roads = scene.clone().ask_the_book().roads();
    let guardian = roads.defendant("remedies-defendant-guardian").unwrap();
    assert_eq!(guardian.state, State::Open);
    assert!(guardian.also.contains(&"remedies-joint-guardian-whole".to_owned()));
    scene.yes(CASE, &["actor_adult_when_sued"]);
    let roads = scene.ask_the_book().roads();
    let guardian = roads.defendant("remedies-defendant-guardian").unwrap();
    assert!(guardian.also.contains(&"remedies-joint-guardian-former".to_owned()));
}

#[test]
fn the_platform_answers_where_it_ignored_a_proper_notice_or_knew() {
    let platform = |scene: &mut Scene| {
        scene.ask_the_book().roads().defendant("remedies-defendant-platform").unwrap().clone()
    };
    let (scene, s) = infringed();
    let bare = platform(&mut scene.clone());
    assert_ne!(bare.state, State::Open);
    assert!(bare.also.contains(&"remedies-joint-platform-disclosure".to_owned()));
    let mut ignored = scene.clone();
    ignored
        .yes(
            &s,
            &[
                "notice_sent",
                "notice_has_prima_facie_evidence",
                "notice_has_identity",
                "harm_enlarged_after_notice",
            ],
        )
        .no(&s, &["platform_measures_timely"]);
    assert_eq!(platform(&mut ignored).state, State::Open);
    let mut no_identity = ignored.without("notice_has_identity");
    no_identity.no(&s, &["notice_has_identity", "platform_knew_or_should"]);
    assert_eq!(
        platform(&mut no_identity).state,
        State::Closed,
        "a notice without the sender's identity is none"
    );
    let mut knew = scene;
    knew.yes(&s, &["platform_knew_or_should"]).no(&s, &["platform_measures_taken"]);
    let knew = platform(&mut knew);
    assert_eq!(knew.state, State::Open);
    assert!(knew.also.contains(&"remedies-joint-platform-knew".to_owned()));
}

#[test]
fn several_who_acted_together_answer_jointly() {
    let (mut scene, _) = infringed();
    scene.yes(CASE, &["acted_jointly", "civil_interest_harmed", "defendant_identified"]).claim(
        CASE,
        "actors_count",
        Datum::count(Count::exactly(3), Unit::Persons),
    );
    let roads = scene.ask_the_book().roads();
    let actor = roads.defendant("remedies-defendant-actor").unwrap();
    assert_eq!(actor.state, State::Open);
    assert_eq!(actor.also, ["remedies-joint-together"]);
}

/// 诉讼费用交纳办法 13: 100 to 500 yuan, and what the damages claimed add.
#[test]
fn the_fee_follows_the_damages_claimed() {
    for (claimed, from, to) in [
        (None, 100, 500),
        (Some(50_000), 100, 500),
        (Some(80_000), 400, 800),
        (Some(100_000), 600, 1_000),
        (Some(200_000), 1_100, 1_500),
    ] {
        let (mut scene, _) = infringed();
        if let Some(claimed) = claimed {
            scene.claim(CASE, "damages_claimed", yuan(claimed));
        }
        let roads = scene.roads();
        let fee = roads.of(RouteId::CivilSuit).fee.as_ref().unwrap();
        assert_eq!((fee.yuan_from, fee.yuan_to), (Some(from), Some(to)), "{claimed:?}");
        let preservation = fee.all().find(|one| one.code == "remedies-fee-preservation").unwrap();
        assert_eq!((preservation.yuan_from, preservation.yuan_to), (Some(30), Some(30)));
    }
    let (mut scene, _) = infringed();
    scene.claim(CASE, "damages_claimed", Datum::count(Count::floor(80_000), Unit::Yuan));
    let roads = scene.roads();
    let fee = roads.of(RouteId::CivilSuit).fee.as_ref().unwrap();
    assert_eq!((fee.yuan_from, fee.yuan_to), (Some(400), None), "no most where nothing bounds the claim");
}

#[test]
fn fees_of_the_other_routes() {
    let (scene, _) = infringed();
    let roads = scene.roads();
    let fee = |id: RouteId| roads.of(id).fee.clone();
    for id in
        [RouteId::PrivateProsecution, RouteId::PublicProsecution, RouteId::Reconsideration, RouteId::LegalAid]
    {
        let fee = fee(id).unwrap();
        assert_eq!((fee.yuan_from, fee.yuan_to), (Some(0), Some(0)), "{id}");
    }
    assert!(fee(RouteId::PrivateProsecution).unwrap().unverified, "no text says that a private suit is free");
    assert!(!fee(RouteId::Reconsideration).unwrap().unverified);
    let later = fee(RouteId::Reconsideration).unwrap();
    assert!(later.then.iter().any(|one| one.yuan_from == Some(50) && one.yuan_to == Some(50)));
    let injunction = fee(RouteId::Injunction).unwrap();
    assert_eq!((injunction.yuan_from, injunction.unverified), (None, true));
}

/// 法释〔2025〕14号, in force 2025-11-01.
#[test]
fn the_internet_court_takes_privacy_and_not_reputation() {
    let venue = |today: Date, cause: &str, city: &str| {
        let (mut scene, _) = infringed();
        scene.today = today;
        scene.word("civil_cause", cause).word("internet_court_city", city);
        let roads = scene.roads();
        let lines = roads.of(RouteId::CivilSuit).reasons.iter();
        lines
            .map(|line| line.code.clone())
            .filter(|code| code.starts_with("remedies-venue-"))
            .collect::<Vec<_>>()
    };
    let day = date(2026, 11, 21);
    assert_eq!(venue(day, "privacy-claim", "beijing"), ["remedies-venue-internet-court"]);
    assert_eq!(venue(day, "personal-information-claim", "hangzhou"), ["remedies-venue-internet-court"]);
    assert_eq!(venue(day, "reputation-claim", "guangzhou"), ["remedies-venue-ordinary-court"]);
    assert_eq!(venue(day, "mixed-claims", "beijing"), ["remedies-venue-mixed"]);
    assert!(venue(day, "privacy-claim", "other-city").is_empty());
    assert!(venue(date(2025, 10, 31), "privacy-claim", "beijing").is_empty());
}

#[test]
fn a_defence_that_the_other_side_has_to_show_does_not_shut_the_suit() {
    let (scene, _) = infringed();
    let mut scene = scene.without("public_interest_reporting");
    scene.ask_the_book();
    let roads = scene.roads();
    assert_eq!(roads.state(RouteId::CivilSuit), State::Open);
    assert_eq!(roads.state(RouteId::PlatformNotice), State::Open);
    assert_eq!(roads.claim("remedies-claim-apologise").state, State::Open);
}

#[test]
fn a_notice_is_followed_through_its_stages() {
    let (mut scene, s) = infringed();
    scene
        .yes(
            &s,
            &["notice_sent", "notice_has_prima_facie_evidence", "notice_has_identity", "counter_notice_sent"],
        )
        .day(&s, "notice_sent_date", date(2026, 11, 1))
        .day(&s, "notice_forwarded_date", date(2026, 11, 2))
        .day(&s, "counter_notice_date", date(2026, 11, 10))
        .day(&s, "counter_notice_forwarded_date", date(2026, 11, 12));
    let roads = scene.ask_the_book().roads();
    let state = |code: &str| roads.duty(RouteId::PlatformNotice, code).state;
    assert_eq!(state("remedies-duty-notice-pass-on"), DutyState::Kept);
    assert_eq!(state("remedies-duty-notice-measures"), DutyState::Owed);
    assert_eq!(state("remedies-duty-counter-notice-pass-on"), DutyState::Kept);
    assert_eq!(state("remedies-duty-person-answer-counter-notice"), DutyState::Owed);
    assert_eq!(roads.duty(RouteId::PlatformNotice, "remedies-duty-notice-measures").scope, s);
    let line = roads.reason(RouteId::PlatformNotice, "remedies-notice-identity").unwrap();
    assert_eq!((line.value, line.decisive), (Some(Value::TT), false));
    scene.day(&s, "suit_notice_given_date", date(2026, 11, 15));
    let roads = scene.roads();
    assert_eq!(
        roads.duty(RouteId::PlatformNotice, "remedies-duty-person-answer-counter-notice").state,
        DutyState::Kept
    );
}
