//! Published cases, recorded step by step (reference: published cases C02, C57, C47, C49, C41).

use crate::record::{admit, docket, event, fact, numbered, open, refused, state, text};
use redress_procedure::{Docket, Procedures, TrackKey};

/// Report, penalty, private suit, acceptance with police help, police case, end of the private trial,
/// indictment, judgment: all stages of one matter.
const C02: &str = "
    2020-08-07 administrative-penalty reported
    2020-08-07 administrative-penalty received
    2020-08-08 administrative-penalty filed
    2020-08-13 administrative-penalty penalty-decided reason=detention
    2020-10-26 private-prosecution filed
    2020-12-14 private-prosecution accepted number=(2020)浙0110刑初1号
    2020-12-14 police-help court-asked
    2020-12-25 public-prosecution filed number=某公（某）立字[2020]123号
    2020-12-28 private-prosecution trial-ended
    2020-12-28 private-prosecution materials-handed-over
    2020-12-28 public-prosecution received-from-court
    2021-01-04 private-prosecution joined-as-victim
    2021-01-20 public-prosecution sent-for-review
    2021-02-26 public-prosecution indicted reason=defamation persons=2
    2021-04-30 public-prosecution heard
    2021-04-30 public-prosecution judged reason=sentence
    2021-05-11 public-prosecution became-final
";

#[test]
fn c02_goes_through_every_stage() {
    let docket = docket(C02);
    assert_eq!(state(&docket, "administrative-penalty"), "penalised");
    assert_eq!(state(&docket, "private-prosecution"), "joined");
    assert_eq!(state(&docket, "police-help"), "asked");
    assert_eq!(state(&docket, "public-prosecution"), "final");
    for (term, value) in [
        ("decision", "administrative-penalty"),
        ("penalty_kind", "detention"),
        ("private_suit_filed_date", "2020-10-26"),
        ("private_suit_accepted_date", "2020-12-14"),
        ("police_help_requested_date", "2020-12-14"),
        ("police_filed_date", "2020-12-25"),
        ("trial_ended_date", "2020-12-28"),
        ("court_answer_to_suit", "trial-ended"),
        ("case_role", "public-case-victim"),
        ("criminal_judgment_effective_date", "2021-05-11"),
    ] {
        assert_eq!(fact(&docket, term).as_deref(), Some(value), "{term}");
    }
    let private = docket.track(&TrackKey::new("private-prosecution", "1")).unwrap();
    assert_eq!(private.history[1].event.number.as_deref(), Some("（2020）浙0110刑初1号"));
    let accepted = private.facts().into_iter().find(|fact| fact.term == "private_suit_accepted").unwrap();
    assert_eq!(accepted.entry, 6);
}

#[test]
fn c02_calls_for_the_end_of_the_trial_once_the_police_have_filed() {
    let all = numbered(C02);
    let before = Docket::replay(Procedures::standard(), &all[..8]).unwrap();
    let moves = crate::record::moves(&before, "private-prosecution");
    let ends = moves.open.iter().find(|one| one.event == "trial-ended").unwrap();
    assert_eq!(ends.called[0].force, redress_procedure::Force::Shall);
    assert_eq!(ends.called[0].cites[0].to_string(), "cn/opinions-2023-14/13(1)");
    let without = Docket::replay(Procedures::standard(), &all[..7]).unwrap();
    assert!(!open(&without, "private-prosecution").contains(&"trial-ended".to_owned()));
    let waiting = crate::record::moves(&without, "private-prosecution").waiting;
    assert!(waiting.iter().any(|one| one.event == "trial-ended" && one.other == "public-prosecution"));
}

/// Lead in April 2024, public notice on 24 June 2024, suit on 11 April 2025, judgment on 28 August 2025.
#[test]
fn c57_waits_thirty_days_after_the_notice() {
    let announced = "
        2024-04-15 public-interest lead-given
        2024-06-24 public-interest opened
        2024-06-24 public-interest announced
    ";
    let early = refused(announced, "2024-07-24 public-interest filed");
    assert_eq!(
        (early.code.as_str(), text(&early, "closing").as_str()),
        ("procedure-closed", "announcement-running")
    );
    assert!(text(&early, "cites").contains("cn/public-interest-interpretation/13"));
    assert!(admit(&numbered(announced), event("2024-07-25 public-interest filed")).is_ok());
    let docket = docket(&format!(
        "{announced}
        2025-04-11 public-interest filed
        2025-04-18 public-interest accepted
        2025-08-28 public-interest heard
        2025-08-28 public-interest judged
        2025-09-13 public-interest became-final
        2025-10-20 public-interest performed reason=apology
        2025-12-01 public-interest performed reason=all"
    ));
    assert_eq!(state(&docket, "public-interest"), "performed");
    assert_eq!(fact(&docket, "announcement_date").as_deref(), Some("2024-06-24"));
    assert_eq!(fact(&docket, "public_apology_date").as_deref(), Some("2025-10-20"));
}

/// The police decline (below the criminal standard, and six months passed); legal aid; the procuratorate
/// supports a civil suit, which is won.
#[test]
fn c47_goes_from_the_police_to_a_supported_civil_suit() {
    let docket = docket(
        "2023-05-10 public-prosecution reported reason=accusation
         2023-05-12 public-prosecution taken
         2023-05-20 public-prosecution refused
         2023-05-22 public-prosecution refusal-served
         2023-05-10 administrative-penalty reported
         2023-05-10 administrative-penalty received
         2023-05-20 administrative-penalty declined reason=time-limit-passed
         2023-06-01 legal-aid applied
         2023-06-05 legal-aid granted
         2023-06-07 legal-aid appointed
         2023-07-10 civil-suit filed
         2023-07-12 civil-suit supported
         2023-07-14 civil-suit registered
         2023-07-20 civil-suit complaint-served
         2023-09-01 civil-suit heard
         2023-09-20 civil-suit judged reason=all-won
         2023-10-20 civil-suit became-final",
    );
    assert_eq!(state(&docket, "civil-suit"), "final");
    assert_eq!(state(&docket, "legal-aid"), "appointed");
    assert_eq!(fact(&docket, "decision").as_deref(), Some("criminal-refused"));
    assert_eq!(fact(&docket, "notice_received_date").as_deref(), Some("2023-05-22"));
    assert_eq!(fact(&docket, "suit_result").as_deref(), Some("all-won"));
    // The refusal keeps police reconsideration and oversight open beside the civil suit.
    assert!(open(&docket, "filing-supervision").contains(&"oversight-asked".to_owned()));
}

/// C49: granted, served, complied with. C41: applied for on 4 January 2021, and refused.
#[test]
fn c49_and_c41_are_the_two_answers_to_an_injunction() {
    let granted = docket(
        "2023-03-01 injunction applied
         2023-03-02 injunction heard
         2023-03-03 injunction granted number=（2023）京0491民特1号
         2023-03-03 injunction served
         2023-03-10 injunction complied",
    );
    assert_eq!(state(&granted, "injunction"), "granted");
    assert_eq!(fact(&granted, "injunction_decided_date").as_deref(), Some("2023-03-03"));
    let refusal = docket("2021-01-04 injunction applied\n2021-01-08 injunction refused");
    assert!(open(&refusal, "injunction").contains(&"reconsideration-asked".to_owned()));
    assert!(refusal.track(&TrackKey::new("injunction", "1")).unwrap().ended);
}

/// Two matters run side by side and do not meet; two tracks of one matter do.
#[test]
fn procedures_cross_inside_one_matter_only() {
    let lines = "2024-03-01 private-prosecution filed
        2024-03-10 private-prosecution accepted";
    let other = refused(
        &format!("{lines}\n2024-03-11 public-prosecution filed track=2"),
        "2024-03-12 private-prosecution trial-ended",
    );
    assert_eq!(other.code, "procedure-needs-other");
    let same = docket(&format!(
        "{lines}\n2024-03-11 public-prosecution filed track=1.2\n2024-03-12 private-prosecution trial-ended"
    ));
    assert_eq!(state(&same, "private-prosecution"), "trial-ended");
}

/// Each step names the version of the law of its own day; one that is older than all of them says so.
#[test]
fn a_step_names_the_law_of_its_day() {
    let docket = docket(C02);
    let private = docket.track(&TrackKey::new("private-prosecution", "1")).unwrap();
    let ended = private.history.iter().find(|done| done.event.event == "trial-ended").unwrap();
    let cites: Vec<String> = ended.cites.iter().map(ToString::to_string).collect();
    assert_eq!(cites, ["cn/criminal-law/246(2)"]);
    let before = "2020-11-01 private-prosecution filed\n2020-12-25 public-prosecution filed";
    let step = "private-prosecution persuaded reason=police-case-open";
    let older = admit(&numbered(before), event(&format!("2020-12-28 {step}"))).unwrap();
    assert_eq!(older.findings[0].code, "procedure-article-later");
    let younger = admit(&numbered(before), event(&format!("2023-09-20 {step}"))).unwrap();
    assert!(younger.findings.is_empty());
}
