//! Supervision of filing, reconsideration, the protection order, legal aid: their dates on the boundary days.

use crate::scene::Scene;
use jiff::civil::date;
use redress_base::{Date, Value};
use redress_facts::{Datum, Scope};
use redress_remedies::{DutyState, RouteId, State};

use RouteId::{
    AdministrativePenalty, FilingSupervision, LegalAid, PoliceHelp, PrivateProsecution, ProtectionOrder,
    Reconsideration,
};

const CASE: &Scope = &Scope::Case;

fn scene(today: Date) -> Scene {
    let mut scene = Scene::new(today);
    let s = scene.statement(1, date(2026, 2, 1), date(2026, 2, 1));
    scene.unprotected(&s).word("complainant_kind", "natural-person");
    scene
}

/// A decision served on 1 March 2026: sixty days end on 30 April.
#[test]
fn sixty_days_from_the_decision_and_no_more() {
    for (today, state, passed) in
        [(date(2026, 4, 30), State::Open, false), (date(2026, 5, 1), State::Closed, true)]
    {
        let mut scene = scene(today);
        scene
            .word("decision", "no-penalty")
            .day(CASE, "administrative_decision_received_date", date(2026, 3, 1))
            .yes(CASE, &["told_of_reconsideration"])
            .no(CASE, &["administrative_suit_accepted"]);
        let roads = scene.roads();
        assert_eq!(roads.state(Reconsideration), state, "{today}");
        let sixty = roads.deadline(Reconsideration, "remedies-deadline-reconsideration").unwrap();
        assert_eq!((sixty.due, sixty.passed), (Some(date(2026, 4, 30)), Some(passed)));
    }
}

/// 行政复议法 20: not told of the right, sixty days from learning of it, a year from the decision at most.
#[test]
fn who_was_not_told_has_longer() {
    let at = |today: Date, told: Option<bool>, learned: Option<Date>| {
        let mut scene = scene(today);
        scene
            .word("decision", "no-penalty")
            .day(CASE, "administrative_decision_received_date", date(2026, 3, 1))
            .no(CASE, &["administrative_suit_accepted"]);
        match told {
            Some(true) => drop(scene.yes(CASE, &["told_of_reconsideration"])),
            Some(false) => drop(scene.no(CASE, &["told_of_reconsideration"])),
            None => {}
        }
        if let Some(day) = learned {
            scene.day(CASE, "learned_of_reconsideration_date", day);
        }
        scene.roads().state(Reconsideration)
    };
    let late = date(2026, 6, 1);
    assert_eq!(at(late, None, None), State::Waiting, "whether it was told is asked first");
    assert_eq!(at(late, Some(true), None), State::Closed);
    assert_eq!(at(late, Some(false), None), State::Waiting);
    assert_eq!(at(late, Some(false), Some(date(2026, 4, 10))), State::Open);
    assert_eq!(at(date(2026, 6, 10), Some(false), Some(date(2026, 4, 10))), State::Closed);
    assert_eq!(at(date(2027, 3, 2), Some(false), Some(date(2027, 2, 1))), State::Closed, "a year at most");
}

#[test]
fn inaction_is_reconsidered_before_any_suit() {
    let mut scene = scene(date(2026, 6, 20));
    scene
        .yes(CASE, &["protection_requested"])
        .word("police_inaction", "no-answer")
        .day(CASE, "report_date", date(2026, 3, 10))
        .day(CASE, "performance_term_ended_date", date(2026, 5, 10))
        .no(CASE, &["administrative_suit_accepted"]);
    let roads = scene.roads();
    assert_eq!(roads.state(Reconsideration), State::Open);
    assert_eq!(roads.reason(Reconsideration, "remedies-reconsider-first").unwrap().value, Some(Value::TT));
    let duty = roads.duty(Reconsideration, "remedies-duty-act-on-request");
    assert_eq!((duty.due, duty.state), (Some(date(2026, 5, 10)), DutyState::Passed));
    for code in [
        "remedies-warn-reconsideration-first",
        "remedies-warn-form-54-second",
        "remedies-warn-not-both-at-once",
    ] {
        assert!(roads.warnings(Reconsideration).contains(&code), "{code}");
    }
    let forms: Vec<_> =
        roads.of(Reconsideration).papers.iter().filter_map(|paper| paper.form.as_deref()).collect();
    assert_eq!(forms, ["50", "54"]);
}

#[test]
fn a_criminal_refusal_is_supervised_and_not_reconsidered() {
    let mut scene = scene(date(2026, 3, 10));
    scene.word("decision", "criminal-refused").no(CASE, &["administrative_suit_accepted"]).day(
        CASE,
        "notice_received_date",
        date(2026, 3, 1),
    );
    let roads = scene.roads();
    assert_eq!(roads.state(Reconsideration), State::Closed);
    assert!(roads.reason(Reconsideration, "remedies-reconsider-not-criminal").is_some());
    assert_eq!(roads.state(FilingSupervision), State::Open);
    let warnings = roads.warnings(FilingSupervision);
    for code in [
        "remedies-warn-seven-days",
        "remedies-warn-report-as-accuser",
        "remedies-warn-no-administrative-suit",
    ] {
        assert!(warnings.contains(&code), "{code}");
    }
}

#[test]
fn the_steps_inside_the_police_have_their_seven_and_thirty_days() {
    let mut scene = scene(date(2026, 4, 20));
    scene
        .word("decision", "criminal-refused")
        .day(CASE, "notice_received_date", date(2026, 3, 1))
        .day(CASE, "police_reconsideration_date", date(2026, 3, 8))
        .day(CASE, "police_reconsideration_received_date", date(2026, 4, 13));
    let roads = scene.roads();
    let date_of = |code: &str| roads.deadline(FilingSupervision, code).unwrap().clone();
    let asked = date_of("remedies-deadline-police-reconsideration");
    assert_eq!(
        (asked.due, asked.kept),
        (Some(date(2026, 3, 8)), Some(date(2026, 3, 8))),
        "the seventh day is in time"
    );
    let decided = date_of("remedies-deadline-police-reconsideration-decision");
    assert_eq!(
        (decided.due, decided.passed, decided.for_authority),
        (Some(date(2026, 4, 7)), Some(true), true)
    );
    let review = date_of("remedies-deadline-police-re-review");
    assert_eq!((review.due, review.passed), (Some(date(2026, 4, 20)), Some(false)));
    scene.yes(CASE, &["reconsideration_extended"]);
    let roads = scene.roads();
    let decided =
        roads.deadline(FilingSupervision, "remedies-deadline-police-reconsideration-decision").unwrap();
    assert_eq!(decided.due, Some(date(2026, 5, 7)));
}

/// 治安管理处罚法 136 (in force 2026-01-01).
#[test]
fn sealed_records_are_warned_of_from_2026() {
    for (today, sealed) in [(date(2025, 12, 31), false), (date(2026, 1, 1), true)] {
        let mut scene = Scene::new(today);
        scene.statement(1, date(2025, 12, 1), date(2025, 12, 1));
        let roads = scene.roads();
        assert_eq!(roads.warnings(AdministrativePenalty).contains(&"remedies-warn-records-sealed"), sealed);
        let papers = &roads.of(AdministrativePenalty).papers;
        assert_eq!(papers.iter().any(|paper| paper.code == "remedies-paper-record-request"), sealed);
    }
}

#[test]
fn doxing_is_a_ground_of_the_penalty_under_the_law_of_its_day() {
    for (act, article) in [(date(2025, 12, 31), "cn/csl-2017/64(2)"), (date(2026, 1, 1), "cn/psapl-2025/56")]
    {
        let mut scene = Scene::new(date(2026, 2, 1));
        let s = scene.statement(1, act, act);
        scene
            .unprotected(&s)
            .no(&s, &["discloses_personal_information"])
            .word("complainant_kind", "natural-person")
            .yes(CASE, &["violates_state_provisions", "pi_sold"])
            .ask_the_book();
        let roads = scene.roads();
        let line = roads.reason(AdministrativePenalty, "remedies-penalty-personal-information").unwrap();
        assert_eq!((line.value, line.cites[0].article.to_string().as_str()), (Some(Value::TT), article));
        assert_eq!(roads.state(AdministrativePenalty), State::Open, "{act}");
    }
}

/// 反家庭暴力法 28, 30, 31: seventy-two hours, five days, six months.
#[test]
fn a_protection_order_has_hours() {
    let mut scene = scene(date(2026, 3, 10));
    scene.day(CASE, "protection_applied_date", date(2026, 3, 7)).yes(CASE, &["protection_order_made"]).day(
        CASE,
        "protection_decided_date",
        date(2026, 3, 10),
    );
    let roads = scene.roads();
    let ruled = roads.duty(ProtectionOrder, "remedies-duty-protection-ruling");
    assert_eq!((ruled.due, ruled.state), (Some(date(2026, 3, 10)), DutyState::Kept));
    let of = |code: &str| roads.deadline(ProtectionOrder, code).unwrap().due;
    assert_eq!(of("remedies-deadline-protection-reconsideration"), Some(date(2026, 3, 15)));
    assert_eq!(of("remedies-deadline-protection-extension"), Some(date(2026, 9, 10)));
    scene.yes(CASE, &["urgent_situation"]);
    let roads = scene.roads();
    assert_eq!(
        roads.duty(ProtectionOrder, "remedies-duty-protection-ruling").state,
        DutyState::Late,
        "24 hours"
    );
}

/// 妇女权益保障法 29: also against somebody who is not family.
#[test]
fn a_woman_is_protected_against_a_former_partner() {
    let mut scene = scene(date(2026, 3, 10));
    scene
        .yes(CASE, &["victim_woman", "woman_privacy_leaked", "respondent_identified", "dv_more_likely"])
        .word("love_context", "after-separation")
        .word("relation_for_protection_order", "no-such-relation")
        .words("acts_to_stop", &["contact"]);
    let roads = scene.roads();
    assert_eq!(roads.state(ProtectionOrder), State::Open);
    for id in [ProtectionOrder, RouteId::Injunction] {
        assert!(roads.warnings(id).contains(&"remedies-warn-protection-order-or-injunction"), "{id}");
    }
}

/// 法律援助法 44: fewer than seven days left to a date of the person.
#[test]
fn aid_is_given_first_where_a_date_is_near() {
    // A refusal served on 1 March: the seventh day is 8 March; the sixth before it is 2 March.
    for (today, first) in [
        (date(2026, 3, 1), false),
        (date(2026, 3, 2), true),
        (date(2026, 3, 8), true),
        (date(2026, 3, 9), false),
    ] {
        let mut scene = scene(today);
        scene.word("decision", "criminal-refused").day(CASE, "notice_received_date", date(2026, 3, 1));
        assert_eq!(scene.roads().reason(LegalAid, "remedies-aid-first").is_some(), first, "{today}");
    }
}

#[test]
fn reputation_alone_has_no_national_entry_to_aid() {
    let mut scene = scene(date(2026, 3, 10));
    scene
        .word("case_role", "civil-plaintiff")
        .yes(CASE, &["economic_hardship"])
        .no(CASE, &["agent_appointed"]);
    scene.no(CASE, &["civil_aid_listed_matter"]);
    assert_eq!(scene.roads().state(LegalAid), State::Unknown, "local rules may be wider: a person says");
    scene.yes(CASE, &["civil_aid_other_matter"]);
    assert_eq!(scene.roads().state(LegalAid), State::Open);
}

/// 刑法 253-1 is prosecuted publicly, and Guiding Opinions 12 does not stand before it.
#[test]
fn doxing_needs_no_danger_to_social_order() {
    let doxed = |today: Date, tracks: u64, shielded: bool| {
        let mut scene = Scene::new(today);
        let s = scene.statement(1, date(2026, 2, 1), date(2026, 2, 1));
        if shielded {
            scene.yes(&s, &["is_comment_or_criticism"]).no(&s, &["wanton_abuse_or_malicious_smear"]);
            scene.no(&s, &["is_report_of_wrongdoing"]);
        } else {
            scene.unprotected(&s);
        }
        scene
            .no(&s, &["discloses_personal_information"])
            .word("complainant_kind", "natural-person")
            .yes(CASE, &["violates_state_provisions", "pi_identifies_person", "pi_provided"])
            .no(CASE, &["pi_anonymised", "pi_consent", "for_lawful_business"])
            .word("violated_provision_rank", "law")
            .claim(
                CASE,
                "pi_tracks_count",
                redress_facts::Datum::count(redress_base::Count::exactly(tracks), redress_base::Unit::Items),
            )
            .ask_the_book();
        scene.roads()
    };
    let id = RouteId::PublicProsecution;
    let roads = doxed(date(2026, 3, 1), 50, false);
    let line = roads.reason(id, "remedies-elements-doxing").unwrap();
    assert_eq!((line.value, line.decisive), (Some(Value::TT), true), "{line:?}");
    assert_eq!(roads.state(id), State::Open);
    assert_ne!(doxed(date(2026, 3, 1), 49, false).state(id), State::Open, "49 tracks are not 50");
    assert_ne!(doxed(date(2026, 3, 1), 50, true).state(id), State::Open, "protected speech opens nothing");
    assert_ne!(doxed(date(2031, 2, 2), 50, false).state(id), State::Open, "five years have run out");
    // Ten times the number is the heavier tier, with ten years.
    assert_eq!(doxed(date(2031, 2, 2), 500, false).state(id), State::Open);
    assert_ne!(doxed(date(2036, 2, 2), 500, false).state(id), State::Open);
}

/// 治安管理处罚法 22, 25: an act that went on is counted from its end. Where nobody has judged that, and the end is on no
/// file, a late report is no answer yet, as in the rule of the book (psapl-limitation).
#[test]
fn a_late_report_closes_the_penalty_once_it_is_clear_that_the_act_did_not_go_on() {
    let asked = |end: Option<Date>, going_on: Option<bool>| {
        let mut scene = scene(date(2026, 11, 21)).without("act_end_date");
        let s = scene.statements[0].clone();
        scene.came_out(&s, "psapl-insult", Value::TT).came_out(&s, "psapl-defamation", Value::FF);
        scene.day(CASE, "reported_or_discovered_date", date(2026, 11, 20)).no(CASE, &["police_case_open"]);
        scene.no(CASE, &["complaint_in_time_refused"]);
        if let Some(end) = end {
            scene.day(&s, "act_end_date", end);
        }
        match going_on {
            Some(true) => drop(scene.yes(&s, &["continuing_state"])),
            Some(false) => drop(scene.no(&s, &["continuing_state"])),
            None => {}
        }
        scene.roads().state(AdministrativePenalty)
    };
    let (late, in_time) = (Some(date(2026, 5, 19)), Some(date(2026, 5, 20)));
    assert_eq!(asked(None, None), State::Unknown, "whether it went on nobody has judged");
    assert_eq!(asked(None, Some(true)), State::Unknown, "it went on, until when is not on file");
    assert_eq!(asked(None, Some(false)), State::Closed);
    assert_eq!(asked(late, Some(true)), State::Closed, "six months and a day from its end");
    assert_eq!(asked(late, None), State::Closed, "too late either way");
    assert_eq!(asked(in_time, None), State::Unknown);
    assert_eq!(asked(in_time, Some(true)), State::Open);
}

/// Beside a criminal case that is not opened, the police may hold that there is no violation either: that is one act more,
/// and it can be looked at again (行政复议法 11, 20).
#[test]
fn a_refused_penalty_is_reconsidered_beside_a_criminal_refusal() {
    let on = |today: Date| {
        let mut scene = scene(today);
        scene.word("decision", "criminal-refused").no(CASE, &["administrative_suit_accepted"]);
        scene.day(CASE, "notice_received_date", date(2026, 2, 20)).yes(CASE, &["told_of_reconsideration"]);
        scene
    };
    let declined = |today: Date| {
        let mut scene = on(today);
        scene.yes(CASE, &["police_declined_violation"]).day(CASE, "police_reasons_date", date(2026, 3, 1));
        scene.roads()
    };
    let last = date(2026, 4, 30);
    assert_eq!(on(last).roads().state(Reconsideration), State::Closed, "the criminal refusal alone");
    let roads = declined(last);
    assert_eq!(roads.state(Reconsideration), State::Open);
    assert_eq!(roads.reason(Reconsideration, "remedies-reconsider-declined").unwrap().value, Some(Value::TT));
    let sixty = roads.deadline(Reconsideration, "remedies-deadline-reconsideration").unwrap();
    assert_eq!(
        (sixty.due, sixty.passed),
        (Some(last), Some(false)),
        "counted from the reasons, not the notice"
    );
    assert_eq!(declined(date(2026, 5, 1)).state(Reconsideration), State::Closed);
    let mut not = on(last);
    not.no(CASE, &["police_declined_violation"]);
    assert_eq!(not.roads().state(Reconsideration), State::Closed);
}

/// What was prosecuted was filed before: nothing is left to supervise, and the private suit meets a public case.
#[test]
fn a_public_prosecution_is_a_criminal_case_that_was_opened() {
    for prosecuted in [false, true] {
        let mut scene = scene(date(2026, 4, 20));
        let s = scene.statements[0].clone();
        scene.came_out(&s, "cl246-insult", Value::TT).ready_to_sue().yes(&s, &["spread_on_network"]);
        scene.yes(CASE, &["private_suit_filed", "evidence_difficulty_reason"]);
        let mut scene = scene.without("police_case_open");
        if prosecuted {
            scene.yes(CASE, &["public_prosecution_brought"]);
        }
        let roads = scene.roads();
        let stands = |id| roads.state(id);
        let (supervised, private) =
            if prosecuted { (State::Closed, State::Unknown) } else { (State::Waiting, State::Waiting) };
        assert_eq!(stands(FilingSupervision), supervised, "{prosecuted}");
        assert_eq!((stands(PrivateProsecution), stands(PoliceHelp)), (private, private), "{prosecuted}");
    }
}

/// 刑法 246(3) is of 2015-11-01, 反家庭暴力法 of 2016-03-01: on the day before there is no such road.
#[test]
fn a_road_that_one_text_opened_does_not_exist_before_it() {
    for (id, code, first, before) in [
        (PoliceHelp, "remedies-help-in-force", date(2015, 11, 1), date(2015, 10, 31)),
        (ProtectionOrder, "remedies-protection-in-force", date(2016, 3, 1), date(2016, 2, 29)),
    ] {
        let on = |today: Date| Scene::new(today).roads();
        assert_eq!(on(before).state(id), State::Closed, "{id}");
        assert!(on(before).reason(id, code).unwrap().decisive);
        assert_ne!(on(first).state(id), State::Closed, "{id}");
    }
}

/// 反家庭暴力法 2 and 妇女权益保障法 29 speak of individuals: a company has no home and no former partner.
#[test]
fn a_protection_order_is_for_individuals() {
    let by = |who: Option<&str>| {
        let mut scene = Scene::new(date(2026, 4, 20));
        scene
            .word("relation_for_protection_order", "family-member")
            .yes(CASE, &["dv_regular_insult", "respondent_identified", "dv_more_likely"])
            .words("acts_to_stop", &["insulting-messages"]);
        if let Some(who) = who {
            scene.word("complainant_kind", who);
        }
        scene.roads().state(ProtectionOrder)
    };
    assert_eq!(by(Some("company")), State::Closed);
    assert_eq!(by(Some("natural-person")), State::Open);
    assert_eq!(by(Some("public-official")), State::Open);
    assert_eq!(by(None), State::Open, "nobody says otherwise");
}

/// Who complains may differ by statement (C44): what is a company's opens no road of the person's.
#[test]
fn each_statement_has_its_complainant() {
    let file = |first: &str, second: &str| {
        let mut scene = Scene::new(date(2026, 4, 20));
        let a = scene.statement(1, date(2026, 2, 1), date(2026, 2, 1));
        let b = scene.statement(2, date(2026, 2, 1), date(2026, 2, 1));
        scene.ready_to_sue().no(CASE, &["complaint_in_time_refused"]);
        let mut scene = scene.without("complainant_kind");
        for (s, who, insult) in [(&a, first, Value::TT), (&b, second, Value::FF)] {
            scene.unprotected(s).claim(s, "complainant_kind", Datum::Choice(who.into()));
            for (rule, value) in [
                ("cl246-insult", insult),
                ("psapl-insult", insult),
                ("cl246-defamation", Value::FF),
                ("psapl-defamation", Value::FF),
            ] {
                scene.came_out(s, rule, value);
            }
        }
        let roads = scene.roads();
        let warned = roads.warnings(PrivateProsecution).contains(&"remedies-warn-article-10-again");
        (roads.state(PrivateProsecution), roads.state(AdministrativePenalty), warned)
    };
    let (person, company) = ("natural-person", "company");
    assert_eq!(file(person, company), (State::Open, State::Open, true));
    assert_eq!(file(company, person), (State::Closed, State::Closed, true), "the insult is the company's");
    assert_eq!(file(person, person), (State::Open, State::Open, false));
    assert_eq!(file(company, company), (State::Closed, State::Closed, true));
}

/// A suit that is before the court on a day inside the five years was filed inside them, whatever the day (C32).
#[test]
fn a_suit_filed_on_no_known_day_was_filed_by_the_day_it_is_known() {
    let asked = |as_of: Option<Date>| {
        let mut scene = Scene::new(date(2026, 2, 2));
        let s = scene.statement(1, date(2021, 2, 1), date(2021, 2, 1));
        scene.unprotected(&s).ready_to_sue().came_out(&s, "cl246-insult", Value::TT);
        scene.no(CASE, &["criminal_complaint_in_time_refused"]).no(&s, &["continuing_state"]);
        if let Some(day) = as_of {
            let mut filed = crate::scene::claim(Datum::Yes, redress_facts::Standing::Official);
            let seconds = day.duration_since(date(1970, 1, 1)).as_secs();
            filed.as_of.at = redress_base::Instant(seconds);
            scene.sheet.add(Scope::Case, "private_suit_filed", filed);
        }
        scene.roads().reason(PrivateProsecution, "remedies-limitation-criminal").unwrap().value
    };
    assert_eq!(asked(None), Some(Value::FF), "five years and a day");
    assert_eq!(asked(Some(date(2026, 2, 1))), Some(Value::TT));
    assert_eq!(asked(Some(date(2026, 2, 2))), Some(Value::UU), "filed, and nothing says when");
}
