//! Each route in each of the four states, from facts; and what an empty file comes to.

use crate::scene::{Scene, statement};
use jiff::civil::date;
use redress_base::Value;
use redress_facts::{Datum, Scope};
use redress_remedies::{RouteId, State};

use RouteId::{
    AdministrativePenalty, CivilSuit, FilingSupervision, Injunction, LegalAid, PlatformNotice, PoliceHelp,
    PrivateProsecution, ProtectionOrder, PublicInterestSuit, PublicProsecution, Reconsideration,
};

/// A person defamed on a network five weeks ago, by somebody known, unprotected; nothing filed or reported.
fn defamed() -> Scene {
    let mut scene = Scene::new(date(2026, 11, 21));
    let s = scene.statement(1, date(2026, 10, 15), date(2026, 10, 15));
    scene
        .unprotected(&s)
        .ready_to_sue()
        .yes(&s, &["spread_on_network"])
        .came_out(&s, "cl246-defamation", Value::TT)
        .came_out(&s, "cl246-insult", Value::FF)
        .came_out(&s, "psapl-defamation", Value::TT)
        .came_out(&s, "psapl-insult", Value::FF)
        .came_out(&s, "civil-reputation", Value::TT);
    scene
}

/// The route is open on this file.
fn open(id: RouteId) -> Scene {
    let mut scene = defamed();
    let case = &Scope::Case;
    match id {
        PrivateProsecution | AdministrativePenalty | CivilSuit | PlatformNotice => {}
        PoliceHelp => {
            scene.yes(case, &["private_suit_filed", "evidence_difficulty_reason"]);
        }
        PublicProsecution => {
            scene.yes(case, &["vile_social_impact", "repeated_spreading"]);
        }
        FilingSupervision => {
            scene.word("decision", "criminal-refused");
        }
        Reconsideration => {
            scene
                .word("decision", "no-penalty")
                .day(case, "administrative_decision_received_date", date(2026, 11, 1))
                .no(case, &["administrative_suit_accepted"]);
        }
        Injunction => {
            scene.yes(
                case,
                &["ongoing_or_imminent", "unlawful_act", "irreparable_harm", "injunction_evidence"],
            );
        }
        ProtectionOrder => {
            scene
                .word("relation_for_protection_order", "family-member")
                .yes(case, &["dv_regular_insult", "respondent_identified", "dv_more_likely"])
                .words("acts_to_stop", &["insulting-messages"]);
        }
        PublicInterestSuit => {
            scene
                .yes(
                    case,
                    &[
                        "public_interest_harm",
                        "many_individuals_infringed",
                        "announced",
                        "no_other_plaintiff",
                    ],
                )
                .words("public_interest_group", &["personal-information"])
                .day(case, "announcement_date", date(2026, 10, 1));
        }
        LegalAid => {
            scene.no(case, &["agent_appointed"]).word("case_role", "private-prosecutor");
            scene.yes(case, &["economic_hardship"]);
        }
    }
    scene
}

/// What turns the open file into one that is closed, that waits, and that is unknown: a fact of the case or of the
/// statement, and its new value.
fn turned(id: RouteId, state: State) -> Scene {
    let (yes, no) = (Datum::Yes, Datum::No);
    let word = |word: &str| Datum::Choice(word.to_owned());
    let (term, value) = match (id, state) {
        (_, State::Open) => return open(id),
        (PrivateProsecution, State::Closed) => ("mediated_before", Some(yes)),
        (PrivateProsecution, State::Waiting) => ("defendant_identified", Some(no)),
        (PrivateProsecution, State::Unknown) => ("is_report_of_wrongdoing", None),
        (PoliceHelp, State::Closed) => ("spread_on_network", Some(no)),
        (PoliceHelp, State::Waiting) => ("private_suit_filed", Some(no)),
        (PoliceHelp, State::Unknown) => ("police_case_open", Some(yes)),
        (PublicProsecution, State::Closed) => ("complainant_kind", Some(word("company"))),
        (PublicProsecution, State::Waiting) => ("repeated_spreading", None),
        (PublicProsecution, State::Unknown) => ("vile_social_impact", None),
        (FilingSupervision, State::Closed) => ("decision", Some(word("criminal-filed"))),
        (FilingSupervision, State::Waiting) => ("decision", Some(word("none"))),
        (FilingSupervision, State::Unknown) => ("is_comment_or_criticism", None),
        (AdministrativePenalty, State::Closed) => ("complainant_kind", Some(word("platform"))),
        (AdministrativePenalty, State::Waiting) => ("police_case_open", Some(yes)),
        (AdministrativePenalty, State::Unknown) => ("is_report_of_wrongdoing", None),
        (Reconsideration, State::Closed) => ("administrative_suit_accepted", Some(yes)),
        (Reconsideration, State::Waiting) => ("decision", Some(word("none"))),
        (Reconsideration, State::Unknown) => ("is_comment_or_criticism", None),
        (Injunction, State::Closed) => ("irreparable_harm", Some(no)),
        (Injunction, State::Waiting) => ("injunction_evidence", None),
        (Injunction, State::Unknown) => ("unlawful_act", None),
        (ProtectionOrder, State::Closed) => ("relation_for_protection_order", Some(word("no-such-relation"))),
        (ProtectionOrder, State::Waiting) => ("respondent_identified", Some(no)),
        (ProtectionOrder, State::Unknown) => ("dv_more_likely", None),
        (PublicInterestSuit, State::Closed) => ("no_other_plaintiff", Some(no)),
        (PublicInterestSuit, State::Waiting) => ("announced", Some(no)),
        (PublicInterestSuit, State::Unknown) => ("public_interest_harm", None),
        (LegalAid, State::Closed) => ("agent_appointed", Some(yes)),
        (LegalAid, State::Waiting) => ("case_role", None),
        (PlatformNotice, State::Closed) => ("spread_on_network", Some(no)),
        (PlatformNotice, State::Waiting) => ("spread_on_network", None),
        (LegalAid | PlatformNotice | CivilSuit, _) => return by_hand(id, state),
    };
    let mut scene = open(id).without(term);
    // What would say the opposite goes with it.
    for (with, also) in [
        ("announced", "announcement_date"),
        ("decision", "police_case_open"),
        ("is_comment_or_criticism", "is_report_of_wrongdoing"),
    ] {
        if term == with {
            scene = scene.without(also);
        }
    }
    if (id, state) == (ProtectionOrder, State::Closed) {
        scene.no(&Scope::Case, &["victim_woman"]);
    }
    if let Some(value) = value {
        let of_case = scene.words.get(term).unwrap().scope == redress_facts::TermScope::Case;
        scene.claim(&if of_case { Scope::Case } else { statement(1) }, term, value);
    }
    scene
}

fn by_hand(id: RouteId, state: State) -> Scene {
    let mut scene = open(id);
    match (id, state) {
        (CivilSuit | PlatformNotice, State::Closed) => {
            scene.came_out(&statement(1), "civil-reputation", Value::FF);
        }
        (CivilSuit, State::Waiting) => {
            scene = waiting_civil_suit();
        }
        (CivilSuit | PlatformNotice, _) => {
            scene.came_out(&statement(1), "civil-reputation", Value::FT);
        }
        _ => {
            scene.deny(&Scope::Case, "economic_hardship");
        }
    }
    scene
}

/// Everything but a capture is there: that a third person saw it.
fn waiting_civil_suit() -> Scene {
    let mut scene = Scene::new(date(2026, 11, 21));
    let s = scene.statement(1, date(2026, 10, 15), date(2026, 10, 15));
    scene
        .word("complainant_kind", "natural-person")
        .yes(&s, &["identifiable_victim", "insult_or_falsehood", "actor_at_fault"])
        .no(&s, &["public_interest_reporting"])
        .yes(&Scope::Case, &["social_evaluation_lowered"])
        .ask_the_book();
    scene
}

#[test]
fn every_route_can_be_in_every_state() {
    for id in RouteId::ALL {
        for state in State::ALL {
            let roads = turned(id, state).roads();
            let why = roads.of(id).reasons.iter().filter(|reason| reason.decisive);
            let why: Vec<_> = why.map(|reason| (reason.code.as_str(), reason.value)).collect();
            assert_eq!(roads.state(id), state, "{id} should be {state:?}: {why:?}");
        }
    }
}

#[test]
fn an_empty_file_opens_nothing_and_closes_nothing() {
    for statements in [false, true] {
        let mut scene = Scene::new(date(2026, 11, 21));
        if statements {
            scene.statement(1, date(2026, 10, 15), date(2026, 10, 15));
            scene.ask_the_book();
        }
        for route in &scene.roads().0 {
            assert!(matches!(route.state, State::Waiting | State::Unknown), "{} {:?}", route.id, route.state);
            let branches = route.claims.iter().chain(&route.defendants);
            for branch in branches {
                assert!(
                    matches!(branch.state, State::Waiting | State::Unknown),
                    "{} {:?}",
                    branch.code,
                    branch.state
                );
            }
            for crossing in &route.crossings {
                assert_eq!(crossing.value, Value::UU, "{}", crossing.code);
            }
            for duty in &route.duties {
                let told = [redress_remedies::DutyState::Unknown, redress_remedies::DutyState::Owed];
                assert!(told.contains(&duty.state), "{} {:?}", duty.code, duty.state);
                assert!(duty.due.is_none() && duty.done.is_none(), "{}", duty.code);
            }
        }
    }
}

/// What a step takes away is said before it, on every route and in every state.
#[test]
fn no_irreversible_step_without_its_warning() {
    for (id, state) in RouteId::ALL.into_iter().flat_map(|id| State::ALL.map(|state| (id, state))) {
        for route in &turned(id, state).roads().0 {
            for step in route.steps.iter().filter(|step| step.irreversible) {
                let warned = route.warnings.iter().any(|one| one.before.as_ref() == Some(&step.code));
                assert!(warned, "{}: {}", route.id, step.code);
            }
            for before in route.warnings.iter().filter_map(|warning| warning.before.as_ref()) {
                assert!(
                    route.steps.iter().any(|step| step.code == *before),
                    "{}: no step {before}",
                    route.id
                );
            }
        }
    }
}
