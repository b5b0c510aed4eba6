//! Every crossing of Guiding Opinions 13 (法发〔2023〕14号, 2023-09-20), in both directions and at each stage.

use crate::record::{admit, docket, event, fact, moves, numbered, open, refused, state, text};
use redress_procedure::Force;

const FILED: &str = "2024-03-01 private-prosecution filed\n";
const ACCEPTED: &str = "2024-03-01 private-prosecution filed\n2024-03-10 private-prosecution accepted\n";
const POLICE: &str = "2024-03-12 public-prosecution filed\n";

fn called(lines: &str, event: &str) -> Vec<Force> {
    let moves = moves(&docket(lines), "private-prosecution");
    let one = moves.open.into_iter().find(|one| one.event == event);
    one.map(|one| one.called.into_iter().map(|call| call.force).collect()).unwrap_or_default()
}

/// 13(1): the police have filed, the suit is not accepted: the court may ask for withdrawal …
#[test]
fn police_first_the_court_may_ask_to_withdraw() {
    let lines = format!("{FILED}{POLICE}");
    assert_eq!(called(&lines, "persuaded"), [Force::May]);
    let docket = docket(&format!(
        "{lines}2024-03-14 private-prosecution persuaded reason=police-case-open
         2024-03-16 private-prosecution withdrawn reason=courts-request"
    ));
    assert_eq!(state(&docket, "private-prosecution"), "withdrawn-asked");
    assert_eq!(fact(&docket, "court_answer_to_suit").as_deref(), Some("asked-to-withdraw"));
    assert_eq!(fact(&docket, "withdrawn_at_courts_request").as_deref(), Some("yes"));
}

/// … or rule not to accept it. Which of the two is the court's to say.
#[test]
fn police_first_the_court_may_rule_not_to_accept() {
    let lines = format!("{FILED}{POLICE}");
    assert_eq!(called(&lines, "refused"), [Force::May]);
    let docket = docket(&format!("{lines}2024-03-14 private-prosecution refused reason=police-case-open"));
    assert_eq!(state(&docket, "private-prosecution"), "refused");
    assert_eq!(fact(&docket, "court_answer_to_suit").as_deref(), Some("not-accepted"));
}

/// The same reason is not open while no police case is.
#[test]
fn without_a_police_case_that_reason_is_not_open() {
    let finding = refused(FILED, "2024-03-14 private-prosecution refused reason=police-case-open");
    assert_eq!(finding.code, "procedure-needs-other");
    assert!(text(&finding, "cites").contains("cn/opinions-2023-14/13(1)"));
}

/// Whether a police case bars the suit in full is contested: acceptance stays a legal answer of the court.
#[test]
fn the_contested_reading_is_not_settled_here() {
    assert!(
        open(&docket(&format!("{FILED}{POLICE}")), "private-prosecution").contains(&"accepted".to_owned())
    );
}

/// 13(1): already accepted: the trial shall end, the materials go over, the prosecutor may join as the victim.
#[test]
fn police_first_an_accepted_suit_ends() {
    let lines = format!("{ACCEPTED}{POLICE}");
    assert_eq!(called(&lines, "trial-ended"), [Force::Shall]);
    let ended = format!("{lines}2024-03-20 private-prosecution trial-ended\n");
    assert_eq!(called(&ended, "materials-handed-over"), [Force::Shall]);
    assert_eq!(called(&ended, "joined-as-victim"), [Force::May]);
    let docket = docket(&format!(
        "{ended}2024-03-21 private-prosecution materials-handed-over
         2024-03-22 public-prosecution received-from-court
         2024-03-25 private-prosecution joined-as-victim"
    ));
    assert_eq!(state(&docket, "private-prosecution"), "joined");
    assert_eq!(fact(&docket, "materials_transferred_date").as_deref(), Some("2024-03-21"));
}

/// The same at the other stages after acceptance: heard, once absent, suspended.
#[test]
fn police_first_every_stage_after_acceptance_ends_the_same_way() {
    for stage in ["heard", "absent", "suspended reason=defendant-vanished"] {
        let lines = format!("{ACCEPTED}2024-03-11 private-prosecution {stage}\n{POLICE}");
        assert_eq!(called(&lines, "trial-ended"), [Force::Shall], "{stage}");
        assert!(
            admit(&numbered(&lines), event("2024-03-20 private-prosecution trial-ended")).is_ok(),
            "{stage}"
        );
    }
}

/// And at every stage of the public case.
#[test]
fn police_first_the_stage_of_the_public_case_does_not_matter() {
    let mut lines = format!("{ACCEPTED}{POLICE}");
    for stage in ["sent-for-review", "indicted reason=insult persons=1", "heard"] {
        lines.push_str(&format!("2024-03-13 public-prosecution {stage}\n"));
        assert_eq!(called(&lines, "trial-ended"), [Force::Shall], "{stage}");
    }
}

const TO_FINAL: &[&str] = &[
    "filed",
    "sent-for-review",
    "indicted reason=insult persons=1",
    "heard",
    "judged reason=sentence",
    "appealed",
    "appeal-judged",
];

/// 法发〔2023〕14号 13(1) (2023-09-20): neither a judged public case nor a final one leaves room for a second judgment.
#[test]
fn police_first_a_final_public_case_ends_the_private_one_too() {
    let mut lines = ACCEPTED.to_owned();
    for stage in TO_FINAL {
        lines.push_str(&format!("2024-03-13 public-prosecution {stage}\n"));
        assert_eq!(called(&lines, "trial-ended"), [Force::Shall], "{stage}");
        for tried in ["judged reason=sentence", "mediated"] {
            let finding = refused(&lines, &format!("2024-06-01 private-prosecution {tried}"));
            assert_eq!(text(&finding, "closing"), "trial-must-end", "{stage}: {tried}");
            assert!(text(&finding, "cites").contains("cn/opinions-2023-14/13(1)"));
        }
        let ended = format!("{lines}2024-06-01 private-prosecution trial-ended\n");
        assert_eq!(called(&ended, "materials-handed-over"), [Force::Shall], "{stage}");
    }
    let review = lines.replace(ACCEPTED, FILED);
    assert_eq!(called(&review, "persuaded"), [Force::May]);
    assert_eq!(called(&review, "refused"), [Force::May]);
    let refusal = event("2024-06-01 private-prosecution refused reason=police-case-open");
    assert!(admit(&numbered(&review), refusal).is_ok());
}

/// 13 (2023-09-20): what the court hands over is received at every stage of the public case.
#[test]
fn the_police_receive_from_the_court_at_every_stage_of_the_public_case() {
    for given in ["transferred", "trial-ended\n2024-05-02 private-prosecution materials-handed-over"] {
        let mut lines = ACCEPTED.to_owned();
        for stage in TO_FINAL {
            lines.push_str(&format!("2024-03-13 public-prosecution {stage}\n"));
            let over = format!("{lines}2024-05-02 private-prosecution {given}\n");
            let now = moves(&docket(&over), "public-prosecution");
            let received = now.open.iter().find(|one| one.event == "received-from-court").unwrap();
            assert_eq!(received.called[0].force, Force::Shall, "{stage}: {given}");
            let line = event("2024-05-03 public-prosecution received-from-court");
            assert!(admit(&numbered(&over), line).is_ok(), "{stage}: {given}");
        }
    }
}

/// From 2023-09-20 on the accepted suit is not judged beside a police case.
#[test]
fn police_first_the_private_suit_is_not_judged() {
    let lines = format!("{ACCEPTED}{POLICE}");
    let finding = refused(&lines, "2024-03-20 private-prosecution judged reason=acquitted");
    assert_eq!(
        (finding.code.as_str(), text(&finding, "closing").as_str()),
        ("procedure-closed", "trial-must-end")
    );
    let before = "2022-03-01 private-prosecution filed\n2022-03-10 private-prosecution accepted
        2022-03-12 public-prosecution filed";
    assert!(
        admit(&numbered(before), event("2022-03-20 private-prosecution judged reason=acquitted")).is_ok()
    );
}

/// The suit came first and the court finds serious danger to social order: transfer to the police.
#[test]
fn suit_first_the_court_transfers_it() {
    for lines in [FILED, ACCEPTED] {
        let transferred = format!("{lines}2024-03-20 private-prosecution transferred\n");
        let docket_then = docket(&transferred);
        assert_eq!(fact(&docket_then, "transferred_to_police_date").as_deref(), Some("2024-03-20"));
        let received = moves(&docket_then, "public-prosecution");
        let received = received.open.iter().find(|one| one.event == "received-from-court").unwrap();
        assert_eq!(received.called[0].force, Force::Shall);
        let all = docket(&format!(
            "{transferred}2024-03-22 public-prosecution received-from-court
             2024-03-25 public-prosecution filed"
        ));
        assert_eq!(state(&all, "public-prosecution"), "filed");
    }
    let finding = refused(FILED, "2024-03-22 public-prosecution received-from-court");
    assert_eq!(finding.code, "procedure-needs-other");
}

/// 13(3): the police find a crime that only a private suit can pursue, and may tell so.
#[test]
fn the_police_may_tell_of_the_private_suit() {
    let lines = "2024-03-01 public-prosecution reported reason=accusation
        2024-03-02 public-prosecution taken
        2024-03-05 public-prosecution told-private-only\n";
    assert_eq!(called(lines, "filed"), [Force::May]);
    let docket = docket(&format!("{lines}2024-03-20 private-prosecution filed"));
    assert_eq!(fact(&docket, "police_found_private_only").as_deref(), Some("yes"));
    assert_eq!(fact(&docket, "told_to_sue_date").as_deref(), Some("2024-03-05"));
}

/// After the public case was dropped, refused or not prosecuted, the victim may sue.
#[test]
fn after_the_public_case_the_victim_may_sue() {
    for end in [
        "2024-04-01 public-prosecution dropped",
        "2024-04-01 public-prosecution sent-for-review\n2024-04-20 public-prosecution not-prosecuted reason=discretionary",
    ] {
        let lines = format!("{POLICE}{end}\n");
        assert_eq!(called(&lines, "filed"), [Force::May], "{end}");
        assert_eq!(fact(&docket(&lines), "public_case_dropped").as_deref(), Some("yes"));
        assert!(admit(&numbered(&lines), event("2024-05-01 private-prosecution filed")).is_ok());
    }
}

/// The same for one whose trial was ended or whose suit was withdrawn at the court's request (contested).
#[test]
fn after_the_public_case_an_ended_suit_may_be_filed_again() {
    for (lines, step) in [
        (ACCEPTED, "trial-ended"),
        (
            FILED,
            "persuaded reason=police-case-open\n2024-03-15 private-prosecution withdrawn reason=courts-request",
        ),
    ] {
        let lines = format!("{lines}{POLICE}2024-03-14 private-prosecution {step}\n");
        let early = refused(&lines, "2024-04-20 private-prosecution filed-again");
        assert_eq!(early.code, "procedure-needs-other");
        assert!(text(&early, "cites").contains("cn/opinions-2023-14/13"));
        let dropped = format!("{lines}2024-04-15 public-prosecution dropped\n");
        assert_eq!(called(&dropped, "filed-again"), [Force::May]);
        assert!(admit(&numbered(&dropped), event("2024-04-20 private-prosecution filed-again")).is_ok());
    }
}

/// 刑法 246(3), Opinions 11: help presupposes the suit; once collected, the court files the case.
#[test]
fn police_help_presupposes_the_suit_and_leads_to_acceptance() {
    let finding = refused("", "2024-03-02 police-help court-asked");
    assert_eq!(finding.code, "procedure-needs-other");
    assert!(text(&finding, "cites").contains("cn/criminal-law/246(3)"));
    let lines = format!(
        "{FILED}2024-03-03 police-help requested
        2024-03-04 police-help leads-given
        2024-03-05 police-help court-asked
        2024-03-05 private-prosecution help-awaited
        2024-03-07 police-help platform-asked
        2024-03-15 police-help platform-supported
        2024-03-20 police-help collected\n"
    );
    assert_eq!(called(&lines, "accepted"), [Force::Shall]);
    let docket = docket(&format!("{lines}2024-03-25 private-prosecution accepted"));
    assert_eq!(fact(&docket, "police_reply").as_deref(), Some("collected"));
}

/// Opinions 18: administrative to criminal, and back.
#[test]
fn cases_move_between_administrative_and_criminal_procedure() {
    let there = "2024-03-01 administrative-penalty reported
        2024-03-01 administrative-penalty received
        2024-03-10 administrative-penalty transferred-to-criminal
        2024-03-11 public-prosecution received-from-administrative
        2024-03-15 public-prosecution filed\n";
    assert_eq!(fact(&docket(there), "crime_suspected_in_administrative_case").as_deref(), Some("yes"));
    let back = "2024-03-01 public-prosecution filed
        2024-04-01 public-prosecution dropped
        2024-04-02 public-prosecution moved-to-administrative
        2024-04-03 administrative-penalty received-from-criminal
        2024-04-20 administrative-penalty penalty-decided reason=fine";
    assert_eq!(state(&docket(back), "administrative-penalty"), "penalised");
    let finding = refused("", "2024-04-03 administrative-penalty received-from-criminal");
    assert!(text(&finding, "cites").contains("cn/opinions-2023-14/18"));
}

/// The procuratorate's notice calls for the filing, and the filing closes the supervision.
#[test]
fn a_notice_to_file_calls_for_the_filing() {
    let lines = "2024-03-01 public-prosecution reported reason=accusation
        2024-03-02 public-prosecution taken
        2024-03-05 public-prosecution refused
        2024-03-10 filing-supervision oversight-asked
        2024-03-12 filing-supervision reasons-demanded
        2024-03-19 filing-supervision explained
        2024-03-25 filing-supervision notice-to-file\n";
    let filed = moves(&docket(lines), "public-prosecution");
    let filed = filed.open.iter().find(|one| one.event == "filed").unwrap();
    assert_eq!(filed.called[0].force, Force::Shall);
    let docket =
        docket(&format!("{lines}2024-04-01 public-prosecution filed\n2024-04-01 filing-supervision filed"));
    assert_eq!(state(&docket, "filing-supervision"), "filed");
}

/// 法释〔2021〕1号 323 (2021-03-01): after the judgment against some, whether the others were known is the court's to find:
/// the suit is not closed, and the court may refuse it with that reason, which is open only then.
#[test]
fn after_a_judgment_the_others_may_be_refused_and_are_not_closed() {
    let judged = format!("{ACCEPTED}2024-04-01 private-prosecution judged reason=sentence\n");
    let others = "2024-05-01 private-prosecution filed track=1.2\n";
    for reason in ["others-given-up", "complaint-given-up"] {
        let refusal = format!("2024-05-10 private-prosecution refused reason={reason} track=1.2");
        let finding =
            refused(&format!("{ACCEPTED}2024-03-20 private-prosecution filed track=1.2\n"), &refusal);
        assert_eq!(finding.code, "procedure-needs-other", "{reason}");
        assert!(text(&finding, "cites").contains("cn/fs-2021-1/323"), "{reason}");
        assert!(admit(&numbered(&format!("{judged}{others}")), event(&refusal)).is_ok(), "{reason}");
    }
    let key = redress_procedure::TrackKey::new("private-prosecution", "1.2");
    let now = docket(&format!("{judged}{others}"));
    let now = now.moves(redress_procedure::Procedures::standard(), &key, crate::record::today());
    let refusals = now.open.iter().filter(|one| one.event == "refused");
    let called: Vec<String> =
        refusals.flat_map(|one| &one.called).flat_map(|call| &call.cites).map(ToString::to_string).collect();
    assert!(called.contains(&"cn/fs-2021-1/323".to_owned()), "{called:?}");
    // Another matter has other facts.
    let other = format!("{judged}2024-05-01 private-prosecution filed track=2\n");
    let refusal = "2024-05-10 private-prosecution refused reason=others-given-up track=2";
    assert_eq!(refused(&other, refusal).code, "procedure-needs-other");
}

/// Suing again rests on the article that covers the end of the public case: 刑事诉讼法 180 (2018-10-26) for a decision not to
/// prosecute only, 210(3) for what the authorities do not pursue; Opinions 13 is not verified for it, and marked.
#[test]
fn suing_again_rests_on_the_article_of_that_end() {
    let ended = format!("{ACCEPTED}{POLICE}2024-03-14 private-prosecution trial-ended\n");
    for (end, article, not) in [
        ("dropped", "cn/criminal-procedure-law/210(3)", "cn/criminal-procedure-law/180"),
        (
            "sent-for-review\n2024-04-20 public-prosecution not-prosecuted reason=discretionary",
            "cn/criminal-procedure-law/180",
            "cn/opinions-2023-14/13",
        ),
        (
            "dropped\n2024-04-20 public-prosecution told-private-only",
            "cn/opinions-2023-14/13(3) (O)",
            "cn/criminal-procedure-law/180",
        ),
    ] {
        let lines = format!("{ended}2024-04-15 public-prosecution {end}\n");
        let now = moves(&docket(&lines), "private-prosecution");
        let again = now.open.iter().find(|one| one.event == "filed-again").unwrap();
        let cites = again.cites.iter().chain(again.called.iter().flat_map(|call| &call.cites));
        let cites: Vec<String> = cites.map(ToString::to_string).collect();
        assert!(cites.iter().any(|cite| cite == article), "{end}: {cites:?}");
        assert!(!cites.iter().any(|cite| cite == not), "{end}: {cites:?}");
        let unmarked = "cn/opinions-2023-14/13";
        assert!(!cites.iter().any(|cite| cite == unmarked), "{end}: {cites:?}");
        assert!(admit(&numbered(&lines), event("2024-05-01 private-prosecution filed-again")).is_ok());
    }
}

/// 指导意见 14 (2023-09-20, not verified): the higher police supervise a refusal, or silence; before it there is nothing.
#[test]
fn the_higher_police_are_asked_after_a_refusal_or_silence() {
    let reported = "2024-03-01 public-prosecution reported reason=accusation\n";
    for lines in ["", reported] {
        let finding = refused(lines, "2024-04-01 filing-supervision higher-police-asked");
        assert_eq!(finding.code, "procedure-needs-other");
        assert!(text(&finding, "cites").contains("cn/opinions-2023-14/14 (O)"));
    }
    for step in ["refused", "no-answer"] {
        let lines = format!("{reported}2024-03-20 public-prosecution {step}");
        assert!(admit(&numbered(&lines), event("2024-04-01 filing-supervision higher-police-asked")).is_ok());
    }
}

/// 指导意见 13, 18 (2023-09-20), 公安机关办理刑事案件程序规定 176(3) (2020): there is something to hand over.
#[test]
fn a_transfer_presupposes_the_case_that_is_transferred() {
    let criminal = "2024-03-01 public-prosecution filed\n";
    let came =
        "2024-03-01 transfer handed-over reason=administrative-to-criminal\n2024-03-02 transfer received\n";
    for (reason, article, without, with) in [
        ("court-to-police", "cn/opinions-2023-14/13", criminal, FILED),
        ("police-to-court", "cn/police-criminal-rules/176(3)", criminal, FILED),
        ("criminal-to-administrative", "cn/opinions-2023-14/18 (O)", FILED, criminal),
        ("criminal-to-administrative", "cn/opinions-2023-14/18 (O)", "", came),
    ] {
        let line = format!("2024-04-01 transfer handed-over reason={reason}");
        let finding = refused(without, &line);
        assert_eq!(finding.code, "procedure-needs-other", "{reason}");
        assert!(text(&finding, "cites").contains(article), "{reason}: {finding:?}");
        assert!(admit(&numbered(with), event(&line)).is_ok(), "{reason}");
    }
}
