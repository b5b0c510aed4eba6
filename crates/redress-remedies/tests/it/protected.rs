//! Article 10 first: protected speech never opens a penal route, and unknown protection never looks
//! like no protection.

use crate::scene::{Roads, Scene, statement};
use jiff::civil::date;
use redress_base::Value;
use redress_facts::Scope;
use redress_remedies::{RouteId, State};

const PENAL: [RouteId; 6] = [
    RouteId::PrivateProsecution,
    RouteId::PoliceHelp,
    RouteId::PublicProsecution,
    RouteId::FilingSupervision,
    RouteId::AdministrativePenalty,
    RouteId::Reconsideration,
];

/// The facts that the two sentences of Article 10 ask for.
const ARTICLE_TEN: [&str; 5] = [
    "is_report_of_wrongdoing",
    "is_comment_or_criticism",
    "intentional_fabrication",
    "knowing_false_spread",
    "wanton_abuse_or_malicious_smear",
];

fn states(roads: &Roads) -> [State; 6] {
    PENAL.map(|id| roads.state(id))
}

/// C39: an owners' group, sharp words about a repair fund; the property company complains.
#[test]
fn c39_sharp_words_of_an_owner_about_the_property_company() {
    let mut scene = Scene::new(date(2026, 3, 1));
    let s = scene.statement(39, date(2026, 1, 11), date(2026, 1, 11));
    scene
        .word("complainant_kind", "company")
        .yes(&s, &["is_comment_or_criticism"])
        .no(&s, &["is_report_of_wrongdoing", "wanton_abuse_or_malicious_smear"])
        .came_out(&s, "cl246-defamation", Value::FF)
        .came_out(&s, "psapl-defamation", Value::FF)
        .came_out(&s, "cl246-insult", Value::FF)
        .came_out(&s, "psapl-insult", Value::FF)
        .came_out(&s, "civil-reputation", Value::FF);
    let roads = scene.roads();
    assert_eq!(states(&roads), [State::Closed; 6]);
    for id in PENAL {
        let route = roads.of(id);
        assert_eq!(route.reasons[0].code, "remedies-article-10-closes", "{id}");
        assert_eq!(roads.reason(id, "remedies-article-10-comment").unwrap().value, Some(Value::FF));
        assert_eq!(route.warnings[0].code, "remedies-warn-article-10-again");
        // Nobody is asked to work on a protected statement.
        assert!(route.needs.iter().all(|need| need.scope == Scope::Case), "{:?}", route.needs);
    }
    assert_eq!(roads.state(RouteId::CivilSuit), State::Closed);
    assert!(
        roads.warnings(RouteId::CivilSuit).contains(&"remedies-warn-no-mental-damages-for-organisations")
    );
}

/// C41: a buyer writes of their own experience; the developer asks for an injunction, and is refused.
#[test]
fn c41_a_buyers_own_experience_opens_neither_penalty_nor_injunction() {
    let mut scene = Scene::new(date(2021, 1, 20));
    let s = scene.statement(41, date(2020, 5, 1), date(2020, 12, 20));
    scene
        .word("complainant_kind", "company")
        .yes(&s, &["is_comment_or_criticism"])
        .no(&s, &["is_report_of_wrongdoing", "wanton_abuse_or_malicious_smear"])
        .no(&Scope::Case, &["unlawful_act", "irreparable_harm"])
        .yes(&Scope::Case, &["ongoing_or_imminent", "injunction_evidence"]);
    let roads = scene.roads();
    assert_eq!(states(&roads), [State::Closed; 6], "nothing opens even where no rule was evaluated");
    assert_eq!(roads.state(RouteId::Injunction), State::Closed);
    assert!(roads.warnings(RouteId::Injunction).contains(&"remedies-warn-article-10-again"));
}

/// C36: a report of suspected cheating by officials, pursued as defamation; later declared wrong.
#[test]
fn c36_a_report_of_officials_is_not_defamation() {
    let mut scene = Scene::new(date(2026, 3, 1));
    let s = scene.statement(36, date(2026, 1, 11), date(2026, 1, 11));
    scene
        .word("complainant_kind", "public-official")
        .yes(&s, &["is_report_of_wrongdoing"])
        .no(&s, &["is_comment_or_criticism", "intentional_fabrication", "knowing_false_spread"])
        .yes(&Scope::Case, &["social_order_endangered", "vile_social_impact"])
        .came_out(&s, "cl246-defamation", Value::TT)
        .came_out(&s, "psapl-defamation", Value::TT)
        .came_out(&s, "cl246-insult", Value::FF)
        .came_out(&s, "psapl-insult", Value::FF);
    let roads = scene.roads();
    assert_eq!(states(&roads), [State::Closed; 6]);
    assert!(roads.reason(RouteId::PublicProsecution, "remedies-article-10-report").unwrap().decisive);
    assert!(roads.warnings(RouteId::PublicProsecution).contains(&"remedies-warn-article-10-again"));
}

#[test]
fn unknown_protection_is_asked_for_before_anything_else() {
    let mut scene = Scene::new(date(2026, 3, 1));
    let s = scene.statement(1, date(2026, 1, 11), date(2026, 1, 11));
    scene
        .ready_to_sue()
        .came_out(&s, "cl246-defamation", Value::TT)
        .came_out(&s, "cl246-insult", Value::TT)
        .came_out(&s, "psapl-defamation", Value::TT)
        .came_out(&s, "psapl-insult", Value::TT);
    let roads = scene.roads();
    for id in PENAL {
        assert_eq!(roads.state(id), State::Unknown, "{id}");
        assert!(ARTICLE_TEN.contains(&roads.needs(id)[0]), "{:?}", roads.needs(id));
        assert!(roads.of(id).reasons[0].code.starts_with("remedies-article-10"), "{id}");
    }
}

#[test]
fn a_comment_with_a_fabricated_fact_is_an_open_question_and_not_an_open_route() {
    let mut scene = Scene::new(date(2026, 3, 1));
    let s = scene.statement(1, date(2026, 1, 11), date(2026, 1, 11));
    scene
        .ready_to_sue()
        .yes(&s, &["is_comment_or_criticism", "privacy_spread"])
        .no(&s, &["is_report_of_wrongdoing", "wanton_abuse_or_malicious_smear"])
        .came_out(&s, "cl246-defamation", Value::TT)
        .came_out(&s, "psapl-defamation", Value::TT);
    let roads = scene.roads();
    assert_eq!(roads.state(RouteId::PrivateProsecution), State::Unknown);
    assert_eq!(roads.state(RouteId::AdministrativePenalty), State::Unknown);
    let reason = roads.reason(RouteId::PrivateProsecution, "remedies-article-10-other-sentence").unwrap();
    assert!(reason.contested && reason.decisive);
}

#[test]
fn one_protected_statement_does_not_close_what_another_opens() {
    let mut scene = Scene::new(date(2026, 3, 1));
    let a = scene.statement(1, date(2026, 1, 11), date(2026, 1, 11));
    let b = scene.statement(2, date(2026, 1, 12), date(2026, 1, 12));
    scene
        .ready_to_sue()
        .yes(&a, &["is_comment_or_criticism"])
        .no(&a, &["is_report_of_wrongdoing", "wanton_abuse_or_malicious_smear"])
        .unprotected(&b)
        .came_out(&a, "cl246-insult", Value::TT)
        .came_out(&b, "cl246-defamation", Value::TT)
        .came_out(&b, "cl246-insult", Value::FF);
    let roads = scene.roads();
    assert_eq!(roads.state(RouteId::PrivateProsecution), State::Open);
    let route = roads.of(RouteId::PrivateProsecution);
    assert!(route.reasons.iter().all(|reason| !reason.decisive || reason.scope != a), "{:?}", route.reasons);
}

#[test]
fn a_penal_route_without_a_statement_is_not_open() {
    let mut scene = Scene::new(date(2026, 3, 1));
    scene.ready_to_sue();
    for id in PENAL {
        assert_eq!(scene.roads().state(id), State::Unknown, "{id}");
    }
}

#[test]
fn many_statements_are_counted_and_the_deciding_ones_written_out() {
    let mut scene = Scene::new(date(2026, 3, 1));
    for n in 0..200 {
        let s = scene.statement(n, date(2026, 1, 11), date(2026, 1, 11));
        scene
            .yes(&s, &["is_comment_or_criticism"])
            .no(&s, &["is_report_of_wrongdoing", "wanton_abuse_or_malicious_smear"]);
    }
    let s = statement(150);
    scene.ready_to_sue().sheet.add(
        s.clone(),
        "privacy_spread",
        crate::scene::claim(redress_facts::Datum::No, redress_facts::Standing::Stated),
    );
    scene.statements.push(statement(900));
    scene.unprotected(&statement(900)).day(&statement(900), "act_date", date(2026, 1, 1)).came_out(
        &statement(900),
        "cl246-defamation",
        Value::TT,
    );
    let roads = scene.roads();
    let route = roads.of(RouteId::PrivateProsecution);
    assert_eq!(route.state, State::Open);
    assert!(route.reasons.iter().any(|r| r.scope == statement(900) && r.decisive));
    assert!(route.reasons.len() < 200, "{}", route.reasons.len());
    let more = roads.reason(RouteId::PrivateProsecution, "remedies-more-statements").unwrap();
    assert_eq!(more.args.get("count"), Some(&redress_base::Arg::Number(177)));
}

/// What neither sentence of Article 10 names, privacy and personal information in it, is at most an open question in a
/// statement that one of them protects.
#[test]
fn what_a_protected_statement_discloses_is_an_open_question() {
    for sentence in ["is_report_of_wrongdoing", "is_comment_or_criticism"] {
        let mut scene = Scene::new(date(2026, 3, 1));
        let s = scene.statement(1, date(2026, 1, 11), date(2026, 1, 11));
        scene
            .ready_to_sue()
            .yes(&s, &[sentence, "privacy_spread"])
            .no(&s, &["intentional_fabrication", "knowing_false_spread", "wanton_abuse_or_malicious_smear"])
            .yes(&Scope::Case, &["pi_provided"])
            .came_out(&s, "cl253-1-personal-information", Value::TT)
            .came_out(&s, "cl253-1-grave", Value::FF)
            .came_out(&s, "psapl-privacy", Value::TT)
            .came_out(&s, "psapl-personal-information", Value::TT);
        let roads = scene.roads();
        for (id, code) in [
            (RouteId::PublicProsecution, "remedies-elements-doxing"),
            (RouteId::AdministrativePenalty, "remedies-penalty-privacy"),
            (RouteId::AdministrativePenalty, "remedies-penalty-personal-information"),
        ] {
            assert_eq!(roads.reason(id, code).unwrap().value, Some(Value::TT), "{sentence}: {code}");
            assert_ne!(roads.state(id), State::Open, "{sentence}: {id}");
        }
    }
}
