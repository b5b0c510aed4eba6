//! Duties of Guiding Opinions 17 and their like: from when, until when, done, proved; on their boundary days.

use crate::scene::Scene;
use jiff::Span;
use jiff::civil::date;
use proptest::prelude::*;
use redress_base::{Date, Value};
use redress_facts::{Datum, Scope};
use redress_remedies::{Duty, DutyState, RouteId, Who};

const CASE: &Scope = &Scope::Case;

fn scene(today: Date) -> Scene {
    let mut scene = Scene::new(today);
    scene.statement(1, date(2026, 10, 15), date(2026, 10, 15));
    scene
}

/// A private suit accepted on 1 December 2026.
fn accepted(today: Date) -> Scene {
    let mut scene = scene(today);
    scene.day(CASE, "private_suit_accepted_date", date(2026, 12, 1));
    scene
}

fn agent(scene: &Scene) -> Duty {
    scene.roads().duty(RouteId::PrivateProsecution, "remedies-duty-tell-agent").clone()
}

/// 刑事诉讼法 46: three days from acceptance, so 4 December is the last.
#[test]
fn the_right_to_an_agent_is_told_within_three_days() {
    let duty = agent(&accepted(date(2026, 12, 4)));
    assert_eq!((duty.by, duty.state), (Who::Court, DutyState::Running));
    assert_eq!((duty.from, duty.due), (Some(date(2026, 12, 1)), Some(date(2026, 12, 4))));
    assert_eq!(agent(&accepted(date(2026, 12, 5))).state, DutyState::Passed);
    for (told, state) in [(date(2026, 12, 4), DutyState::Kept), (date(2026, 12, 5), DutyState::Late)] {
        let mut scene = accepted(date(2026, 12, 20));
        scene
            .day(CASE, "court_told_right_to_agent_date", told)
            .yes(CASE, &["court_told_right_to_agent_proof"]);
        assert_eq!(agent(&scene).state, state, "{told}");
    }
}

#[test]
fn a_notice_without_proof_is_not_taken_as_given() {
    for proof in [None, Some(Datum::No), Some(Datum::Unknown)] {
        let mut scene = accepted(date(2026, 12, 20));
        scene.day(CASE, "court_told_right_to_agent_date", date(2026, 12, 2));
        if let Some(proof) = proof {
            scene.claim(CASE, "court_told_right_to_agent_proof", proof);
        }
        let duty = agent(&scene);
        assert_eq!(duty.state, DutyState::Unproven);
        assert_eq!(
            (duty.done, duty.proof_term.as_deref()),
            (Some(date(2026, 12, 2)), Some("court_told_right_to_agent_proof"))
        );
        assert_ne!(duty.proof, Some(Value::TT));
    }
}

/// Legal aid law 35 sets no number of days: owed from acceptance, and never "passed".
#[test]
fn the_right_to_legal_aid_is_told_in_time_and_no_day_is_fixed() {
    let tell =
        |scene: &Scene| scene.roads().duty(RouteId::PrivateProsecution, "remedies-duty-tell-aid").clone();
    assert_eq!(tell(&scene(date(2026, 12, 5))).state, DutyState::Unknown, "nothing is accepted yet");
    let duty = tell(&accepted(date(2028, 1, 1)));
    assert_eq!((duty.state, duty.due), (DutyState::Owed, None));
    let mut told = accepted(date(2026, 12, 5));
    told.day(CASE, "court_told_right_to_aid_date", date(2026, 12, 3))
        .yes(CASE, &["court_told_right_to_aid_proof"]);
    assert_eq!(tell(&told).state, DutyState::Kept);
}

/// In a public case the procuratorate tells of the agent from the hand-over on, the police of legal aid from filing.
#[test]
fn a_public_case_has_its_own_notices() {
    let mut scene = scene(date(2026, 12, 20));
    scene.yes(CASE, &["police_case_open"]).day(CASE, "police_filed_date", date(2026, 11, 20)).day(
        CASE,
        "prosecution_review_date",
        date(2026, 12, 18),
    );
    let roads = scene.roads();
    let duty = roads.duty(RouteId::PublicProsecution, "remedies-duty-tell-agent");
    assert_eq!(
        (duty.by, duty.due, duty.state),
        (Who::Procuratorate, Some(date(2026, 12, 21)), DutyState::Running)
    );
    let aid = roads.duty(RouteId::PublicProsecution, "remedies-duty-tell-aid");
    assert_eq!((aid.by, aid.from, aid.state), (Who::Police, Some(date(2026, 11, 20)), DutyState::Owed));
    let progress = roads.duty(RouteId::PublicProsecution, "remedies-duty-progress");
    assert_eq!(progress.state, DutyState::Owed);
    let apology = |scene: &Scene| {
        scene.roads().of(RouteId::PublicProsecution).duties.iter().any(|duty| duty.by == Who::Actor)
    };
    assert!(!apology(&scene));
    scene.yes(CASE, &["accepts_facts_and_penalty"]);
    assert!(apology(&scene), "whoever admits the facts owes the apology");
}

/// What the police told meets no duty of the court, and what the court told none of the procuratorate: each has its own day.
#[test]
fn what_one_body_told_meets_no_duty_of_another() {
    let today = date(2026, 12, 20);
    for (told, kept) in
        [("police", Who::Police), ("court", Who::Court), ("procuratorate", Who::Procuratorate)]
    {
        let mut scene = accepted(today);
        scene
            .yes(CASE, &["police_case_open"])
            .day(CASE, "police_filed_date", date(2026, 11, 20))
            .day(CASE, "prosecution_review_date", date(2026, 12, 10))
            .day(CASE, &format!("{told}_told_right_to_aid_date"), date(2026, 12, 11))
            .yes(CASE, &[&format!("{told}_told_right_to_aid_proof")]);
        let roads = scene.roads();
        let aid = roads.of(RouteId::LegalAid);
        for duty in aid.duties.iter().filter(|duty| duty.code == "remedies-duty-tell-aid") {
            let state = if duty.by == kept { DutyState::Kept } else { DutyState::Owed };
            assert_eq!(duty.state, state, "{told} told, {:?} owes", duty.by);
        }
    }
}

/// Two sources name different days of acceptance, and it matters: unknown, not passed.
#[test]
fn where_sources_differ_and_it_matters_the_duty_is_unknown() {
    let mut scene = accepted(date(2026, 12, 5));
    scene.day(CASE, "private_suit_accepted_date", date(2026, 12, 3));
    let duty = agent(&scene);
    assert_eq!((duty.due, duty.state), (Some(date(2026, 12, 4)), DutyState::Unknown));
    scene.today = date(2026, 12, 6);
    assert_eq!(agent(&scene).state, DutyState::Unknown, "the later source still has this day");
    scene.today = date(2026, 12, 7);
    assert_eq!(agent(&scene).state, DutyState::Passed);
}

/// A refusal is served on the accuser in three days; the procuratorate's notice binds the police for fifteen.
#[test]
fn the_duties_of_supervision_run_from_its_papers() {
    let mut scene = scene(date(2026, 12, 20));
    scene
        .word("decision", "criminal-refused")
        .day(CASE, "decision_date", date(2026, 11, 18))
        .day(CASE, "notice_received_date", date(2026, 11, 22))
        .day(CASE, "reasons_requested_date", date(2026, 12, 1))
        .day(CASE, "police_explained_date", date(2026, 12, 8))
        .day(CASE, "oversight_notice_date", date(2026, 12, 10));
    let roads = scene.roads();
    let state = |code: &str| roads.duty(RouteId::FilingSupervision, code).state;
    assert_eq!(state("remedies-duty-refusal-served"), DutyState::Late);
    assert_eq!(state("remedies-duty-explain-refusal"), DutyState::Kept);
    assert_eq!(state("remedies-duty-file-on-notice"), DutyState::Running);
    assert_eq!(
        roads.duty(RouteId::FilingSupervision, "remedies-duty-file-on-notice").due,
        Some(date(2026, 12, 25))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Passed, late and kept always rest on dates of the file; nobody's silence makes a duty passed without a day
    /// from which it runs.
    #[test]
    fn what_is_said_of_a_duty_rests_on_its_dates(
        days in prop::collection::vec((any::<prop::sample::Index>(), 0i64..200), 0..40), today in 0i64..220,
        proofs in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 0..8),
    ) {
        let start = date(2026, 6, 1);
        let at = |n: i64| start.checked_add(Span::new().days(n)).unwrap();
        let mut scene = scene(at(today));
        let of = |date: bool| {
            let kind = move |term: &&redress_facts::Term| (term.kind == redress_facts::Kind::Date) == date;
            crate::scene::words().iter().filter(move |(id, term)| {
                term.scope == redress_facts::TermScope::Case && kind(term) && (date || id.ends_with("_proof") || id.ends_with("_held"))
            }).map(|(id, _)| id).collect::<Vec<_>>()
        };
        let (dates, papers) = (&of(true)[..], &of(false)[..]);
        for (index, n) in days {
            scene.day(CASE, index.get::<&str>(dates), at(n));
        }
        for (index, yes) in proofs {
            scene.claim(CASE, index.get::<&str>(papers), Datum::from(yes));
        }
        for route in &scene.roads().0 {
            for duty in &route.duties {
                let proved = duty.proof.is_none_or(|proof| proof == Value::TT);
                match duty.state {
                    DutyState::Kept => prop_assert!(duty.done.is_some() && proved, "{duty:?}"),
                    DutyState::Late => prop_assert!(duty.done > duty.due && duty.due.is_some() && proved, "{duty:?}"),
                    DutyState::Unproven => prop_assert!(duty.done.is_some() && !proved, "{duty:?}"),
                    DutyState::Passed => prop_assert!(duty.due.is_some_and(|due| due < scene.today) && duty.done.is_none()),
                    DutyState::Running => prop_assert!(duty.due.is_some_and(|due| due >= scene.today) && duty.done.is_none()),
                    DutyState::Owed => prop_assert!(duty.due.is_none() && duty.done.is_none()),
                    DutyState::Unknown => prop_assert!(duty.from.is_none() || duty.from_term.is_some()),
                }
                prop_assert_eq!(duty.unverified, duty.cites.is_empty() || duty.cites.iter().any(|cite| cite.unverified), "{}", duty.code);
            }
        }
    }
}

/// 法释〔2021〕1号 320 and 行政复议法 30: a review ends with acceptance or with refusal, and either keeps its term.
#[test]
fn a_refusal_in_time_keeps_the_term_of_the_review() {
    const PRIVATE: [&str; 4] = [
        "private_suit_filed_date",
        "private_suit_accepted_date",
        "private_suit_refused_date",
        "remedies-deadline-acceptance-review",
    ];
    const RECONSIDERATION: [&str; 4] = [
        "reconsideration_filed_date",
        "reconsideration_accepted_date",
        "reconsideration_refused_date",
        "remedies-deadline-reconsideration-acceptance",
    ];
    for (route, [filed, accepted, refused, code]) in
        [(RouteId::PrivateProsecution, PRIVATE), (RouteId::Reconsideration, RECONSIDERATION)]
    {
        let review = |ended: Option<(&str, i8)>| {
            let mut scene = Scene::new(date(2026, 6, 1));
            scene.statement(1, date(2026, 2, 1), date(2026, 2, 1));
            scene.day(&Scope::Case, filed, date(2026, 3, 2));
            if let Some((term, day)) = ended {
                scene.day(&Scope::Case, term, date(2026, 3, day));
            }
            let deadline = scene.roads().deadline(route, code).expect("the review").clone();
            (deadline.passed, deadline.kept)
        };
        assert_eq!(review(None), (Some(true), None), "{code}");
        assert_eq!(review(Some((accepted, 5))), (Some(false), Some(date(2026, 3, 5))), "{code}");
        assert_eq!(review(Some((refused, 5))), (Some(false), Some(date(2026, 3, 5))), "{code}");
        assert_eq!(review(Some((refused, 30))), (Some(true), None), "{code}: too late");
    }
}
