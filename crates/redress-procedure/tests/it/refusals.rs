//! What is refused before and beside the law: each with one finding, and nothing changed.

use crate::record::{admit, event, numbered, refused, text};
use redress_law::Body;
use redress_procedure::{Acting, Docket, Numbered, Procedures};

const LINES: &str = "2024-03-01 private-prosecution filed\n2024-03-10 private-prosecution accepted";

fn code(lines: &str, last: &str) -> String {
    refused(lines, last).code
}

#[test]
fn what_is_not_known_is_named_with_what_is_near() {
    let finding = refused("", "2024-03-01 private-prosecutoin filed");
    assert_eq!(
        (finding.code.as_str(), text(&finding, "near").as_str()),
        ("procedure-unknown", "private-prosecution")
    );
    let finding = refused("", "2024-03-01 private-prosecution acepted");
    assert_eq!(
        (finding.code.as_str(), text(&finding, "near").as_str()),
        ("procedure-event-unknown", "accepted")
    );
    for track in ["A", "1.2.3", ".1", "1.", "中", "123456789012345678901"] {
        assert_eq!(
            code("", &format!("2024-03-01 private-prosecution filed track={track}")),
            "procedure-track-name"
        );
    }
}

#[test]
fn a_track_begins_with_a_beginning_and_the_refusal_names_the_order() {
    let finding = refused(LINES, "2024-03-20 private-prosecution judged reason=acquitted track=2");
    assert_eq!(finding.code, "procedure-track-unknown");
    assert!(text(&finding, "cites").contains("cn/fs-2021-1/320"));
    let finding = refused(LINES, "2024-03-20 private-prosecution became-final");
    assert_eq!((finding.code.as_str(), text(&finding, "state").as_str()), ("procedure-order", "accepted"));
    assert_eq!(text(&finding, "state-zh"), "已受理");
    assert!(text(&finding, "cites").contains("cn/criminal-procedure-law/211"));
}

#[test]
fn the_future_has_not_happened_but_may_be_fixed() {
    assert_eq!(code(LINES, "2026-11-22 private-prosecution heard"), "procedure-in-future");
    let fixed = event("2026-11-21 private-prosecution hearing-fixed for=2026-12-24");
    assert!(admit(&numbered(LINES), fixed).is_ok());
    let same_day = event("2024-04-01 private-prosecution hearing-fixed for=2024-04-01");
    assert!(admit(&numbered(LINES), same_day).is_ok());
    assert_eq!(code(LINES, "2024-04-01 private-prosecution heard for=2024-05-01"), "procedure-day-not-fixed");
    assert_eq!(
        code(LINES, "2024-04-01 private-prosecution hearing-fixed for=2024-03-31"),
        "procedure-day-before"
    );
}

#[test]
fn the_same_step_twice_is_a_duplicate_whatever_its_brackets() {
    let lines = "2024-03-01 civil-suit filed\n2024-03-05 civil-suit registered number=（2024）京0491民初1号
        2024-03-07 civil-suit disclosure-asked";
    let finding = refused(lines, "2024-03-05 civil-suit registered number=(2024)京0491民初1号");
    assert_eq!(finding.code, "procedure-duplicate");
    assert_eq!(finding.args["entry"], redress_base::Arg::Number(2));
    assert_eq!(code(lines, "2024-03-07 civil-suit disclosure-asked"), "procedure-duplicate");
    assert!(admit(&numbered(lines), event("2024-03-08 civil-suit disclosure-asked")).is_ok());
    // Another paper of the same day has its own number.
    assert!(admit(&numbered(lines), event("2024-03-07 civil-suit disclosure-asked number=A2")).is_ok());
}

#[test]
fn a_step_that_makes_a_later_one_impossible_names_both() {
    let lines = format!("{LINES}\n2024-03-20 private-prosecution heard");
    let finding = refused(&lines, "2024-03-15 private-prosecution withdrawn reason=other");
    assert_eq!(finding.code, "procedure-out-of-order");
    assert_eq!(
        (text(&finding, "on").as_str(), text(&finding, "later-on").as_str()),
        ("2024-03-15", "2024-03-20")
    );
    assert_eq!(text(&finding, "event-zh"), "撤回自诉");
    assert_eq!(text(&finding, "later-zh"), "开庭审理");
    assert!(!text(&finding, "cites").is_empty());
    // One that fits between is taken, although it was recorded last.
    assert!(admit(&numbered(&lines), event("2024-03-15 private-prosecution incidental-suit-filed")).is_ok());
}

#[test]
fn numbers_are_held_to_their_kind_and_kept_in_one_form() {
    let finding = refused(
        "2024-03-01 private-prosecution filed",
        "2024-03-10 private-prosecution accepted number=101号",
    );
    assert_eq!(
        (finding.code.as_str(), text(&finding, "example").as_str()),
        ("procedure-number-wrong", "（2021）川0683刑初101号")
    );
    assert_eq!(text(&finding, "kind"), "court-case");
    let filed = "2024-03-01 private-prosecution filed";
    assert_eq!(
        code(filed, "2024-03-10 private-prosecution accepted number=（2025）川0683刑初101号"),
        "procedure-number-year"
    );
    assert_eq!(code(LINES, "2024-03-12 private-prosecution absent number=1"), "procedure-number-not-carried");
    let admitted = admit(
        &numbered(filed),
        event("2024-03-10 private-prosecution accepted number=(2024)川0683刑初101号"),
    );
    assert_eq!(admitted.unwrap().done.event.number.as_deref(), Some("（2024）川0683刑初101号"));
}

#[test]
fn reasons_persons_organs_and_statements_are_held_to_their_event() {
    assert_eq!(code(LINES, "2024-03-12 private-prosecution withdrawn"), "procedure-reason-missing");
    assert_eq!(
        code(LINES, "2024-03-12 private-prosecution withdrawn reason=bored"),
        "procedure-reason-unknown"
    );
    assert_eq!(
        code(LINES, "2024-03-12 private-prosecution heard reason=bored"),
        "procedure-reason-not-asked"
    );
    assert_eq!(
        code(LINES, "2024-03-12 private-prosecution heard persons=1"),
        "procedure-persons-not-counted"
    );
    let charged = "2024-03-01 public-prosecution filed\n2024-03-02 public-prosecution sent-for-review";
    assert_eq!(
        code(charged, "2024-03-12 public-prosecution indicted reason=insult persons=0"),
        "procedure-persons-not-counted"
    );
    for name in ["x", "case", "weibo/", "/4912", "a b/c", &format!("weibo/{}", "9".repeat(1000))] {
        let mut received = event("2024-03-12 platform-notice received");
        received.statement = Some(name.to_owned());
        assert_eq!(admit(&[], received).unwrap_err().code, "procedure-statement-name", "{name:?}");
    }
    for name in ["", " ", "a\nb", &"院".repeat(101)] {
        let mut heard = event("2024-03-12 private-prosecution heard");
        heard.body = Some(Acting { kind: Body::Court, name: name.to_owned() });
        assert_eq!(admit(&numbered(LINES), heard).unwrap_err().code, "procedure-body-name", "{name:?}");
    }
}

#[test]
fn facts_of_a_statement_carry_it() {
    for name in ["st-3f2a9c01", "weibo/4912000000000001", "weibo/c/4912000000000001"] {
        let told = format!("2024-03-12 platform-notice received statement={name}");
        let admitted = admit(&[], event(&told)).unwrap();
        assert!(admitted.done.facts.iter().all(|fact| fact.statement.as_deref() == Some(name)));
        assert_eq!(admitted.done.facts.len(), 2);
    }
}

#[test]
fn an_entry_number_stands_once() {
    let past = numbered(LINES);
    let new = Numbered { entry: 2, of: event("2024-03-12 private-prosecution heard") };
    let refusal = Docket::admit(Procedures::standard(), &past, &new, crate::record::today()).unwrap_err();
    assert_eq!(refusal.finding.code, "procedure-entry-twice");
}

#[test]
fn an_event_reads_as_it_was_written_and_takes_no_other_field() {
    let event = event("2024-03-10 private-prosecution accepted number=1 track=1.2");
    let json = serde_json::to_string(&event).unwrap();
    assert_eq!(serde_json::from_str::<redress_procedure::Event>(&json).unwrap(), event);
    let short = r#"{"procedure":"a","event":"b","on":"2024-03-10"}"#;
    assert_eq!(serde_json::from_str::<redress_procedure::Event>(short).unwrap().track, "1");
    assert!(
        serde_json::from_str::<redress_procedure::Event>(&short.replace("\"on\"", "\"x\":1,\"on\"")).is_err()
    );
}
