//! What the law closes: every closing of the data, each triggered, each naming its article.

use crate::record::{admit, docket, event, fact, moves, numbered, refused, text};
use redress_procedure::Procedures;
use std::collections::BTreeSet;

const PRIVATE: &str = "2024-03-01 private-prosecution filed\n2024-03-10 private-prosecution accepted\n";
const INACTION: &str = "2024-03-01 reconsideration performance-asked
    2024-05-02 reconsideration inaction-known reason=no-answer\n";
const NOTICE: &str = "2024-03-01 platform-notice received\n2024-03-02 platform-notice forwarded\n";

/// What happened before, what is tried, the closing that answers, an article that it names.
const TRIED: &[(&str, &str, &str, &str)] = &[
    // 法释〔2021〕1号 320(2)(6) (2021-03-01): withdrawn other than for lack of evidence.
    (
        "P 2024-03-20 private-prosecution withdrawn reason=other",
        "2024-04-01 private-prosecution filed-again",
        "withdrawn-before",
        "cn/fs-2021-1/320(2(6))",
    ),
    (
        "P 2024-03-20 private-prosecution withdrawn reason=other",
        "2024-04-01 private-prosecution filed track=1.2",
        "withdrawn-before",
        "cn/fs-2021-1/320(2(6))",
    ),
    (
        "P 2024-03-20 private-prosecution settled",
        "2024-04-01 private-prosecution filed track=1.2",
        "settled-before",
        "cn/fs-2021-1/320(2(6))",
    ),
    // 刑事诉讼法 211(2) (2018-10-26): two absences count as withdrawal.
    (
        "P 2024-03-20 private-prosecution absent\n2024-03-28 private-prosecution absent",
        "2024-04-01 private-prosecution filed-again",
        "deemed-withdrawn",
        "cn/criminal-procedure-law/211(2)",
    ),
    // 法释〔2021〕1号 320(2)(7): ended by mediation in court.
    (
        "P 2024-03-20 private-prosecution mediated",
        "2024-04-01 private-prosecution filed track=1.2",
        "mediated-before",
        "cn/fs-2021-1/320(2(7))",
    ),
    // 刑事诉讼法 212: only before the judgment is announced.
    (
        "P 2024-03-20 private-prosecution judged reason=sentence",
        "2024-04-01 private-prosecution withdrawn reason=other",
        "after-judgment",
        "cn/criminal-procedure-law/212",
    ),
    (
        "P 2024-03-20 private-prosecution judged reason=sentence",
        "2024-04-01 private-prosecution mediated",
        "after-judgment",
        "cn/criminal-procedure-law/212",
    ),
    // 法发〔2023〕14号 13(1) (2023-09-20): the trial ends.
    (
        "P 2024-03-12 public-prosecution filed",
        "2024-04-01 private-prosecution judged reason=sentence",
        "trial-must-end",
        "cn/opinions-2023-14/13(1)",
    ),
    (
        "2024-03-01 private-prosecution filed",
        "2024-04-01 private-prosecution counter-claimed",
        "counter-claim-too-early",
        "cn/criminal-procedure-law/213",
    ),
    (
        "2024-03-01 private-prosecution filed",
        "2024-04-01 private-prosecution incidental-suit-filed",
        "incidental-too-early",
        "cn/fs-2021-1/184",
    ),
    // 刑事诉讼法 180: petition or suit.
    (
        "2024-01-01 public-prosecution filed\n2024-01-05 public-prosecution sent-for-review\n2024-02-01 public-prosecution not-prosecuted reason=discretionary\nP",
        "2024-04-01 public-prosecution petitioned",
        "sued-directly",
        "cn/criminal-procedure-law/180",
    ),
    (
        "2024-01-01 public-prosecution filed",
        "2024-04-01 public-prosecution indicted reason=insult",
        "review-first",
        "cn/criminal-procedure-law/169",
    ),
    (
        "2024-03-01 private-prosecution filed\n2024-03-10 private-prosecution refused reason=lack-of-evidence",
        "2024-04-01 police-help court-asked",
        "suit-over",
        "cn/criminal-law/246(3)",
    ),
    // 公安机关办理刑事案件程序规定 179 (2020): reconsideration before re-review.
    (
        "",
        "2024-04-01 filing-supervision review-asked",
        "reconsideration-first",
        "cn/police-criminal-rules/179",
    ),
    // 刑事诉讼法 113: reasons before the notice.
    ("", "2024-04-01 filing-supervision notice-to-file", "reasons-first", "cn/criminal-procedure-law/113"),
    (
        "2024-03-01 administrative-penalty reported\n2024-03-02 administrative-penalty filed\n2024-03-05 administrative-penalty penalty-decided reason=fine",
        "2024-04-01 administrative-penalty mediated",
        "mediation-too-late",
        "cn/police-administrative-rules/178",
    ),
    (
        "2024-03-01 administrative-penalty reported\n2024-03-02 administrative-penalty declined reason=not-a-violation",
        "2024-04-01 administrative-penalty penalty-decided reason=fine",
        "declined-before",
        "cn/psapl-2012/78",
    ),
    // 行政复议法 23(1)(3) and (1) (2024-01-01): reconsideration before the suit.
    (
        "I",
        "2024-06-01 reconsideration suit-filed",
        "reconsideration-first-inaction",
        "cn/reconsideration-law/23(1(3))",
    ),
    (
        "2024-03-01 reconsideration decision-known reason=on-the-spot",
        "2024-06-01 reconsideration suit-filed",
        "reconsideration-first-on-the-spot",
        "cn/reconsideration-law/23(1(1))",
    ),
    // 行政复议法 30, 62 (2024-01-01): silence counts once its days are over.
    (
        "I 2024-05-10 reconsideration reconsideration-filed",
        "2024-05-14 reconsideration reconsideration-accepted reason=deemed",
        "examination-running",
        "cn/reconsideration-law/30",
    ),
    (
        "I 2024-05-10 reconsideration reconsideration-filed",
        "2024-06-13 reconsideration not-decided-in-time",
        "silence-too-short",
        "cn/reconsideration-law/62",
    ),
    (
        "I 2024-05-10 reconsideration reconsideration-filed\n2024-05-15 reconsideration reconsideration-accepted reason=accepted",
        "2024-06-13 reconsideration not-decided-in-time",
        "term-running",
        "cn/reconsideration-law/62",
    ),
    // 行政复议法 29: not both at once.
    (
        "I 2024-05-10 reconsideration reconsideration-filed\n2024-05-15 reconsideration reconsideration-accepted reason=accepted",
        "2024-06-01 reconsideration suit-filed",
        "both-at-once",
        "cn/reconsideration-law/29(1)",
    ),
    (
        "2024-03-01 reconsideration decision-known reason=ordinary\n2024-03-10 reconsideration suit-filed\n2024-03-15 reconsideration suit-accepted",
        "2024-06-01 reconsideration reconsideration-filed",
        "suit-chosen",
        "cn/reconsideration-law/29(2)",
    ),
    // 法释〔2018〕1号 1(2)(1) (2018-02-08): acts of criminal procedure.
    (
        "2024-03-01 public-prosecution reported reason=accusation\n2024-03-03 public-prosecution refused",
        "2024-04-01 reconsideration suit-filed",
        "criminal-refusal",
        "cn/fs-2018-1/1(2(1))",
    ),
    (
        "2024-03-01 civil-suit filed\n2024-03-02 civil-suit registered\n2024-03-05 civil-suit heard\n2024-03-20 civil-suit judged reason=all-lost",
        "2024-04-01 civil-suit withdrawn",
        "after-judgment",
        "cn/civil-procedure-law/148",
    ),
    ("", "2024-04-01 civil-suit disclosure-ordered", "no-suit", "cn/fs-2014-11/3"),
    (
        "2024-03-01 civil-suit filed\n2024-03-02 civil-suit registered\n2024-03-05 civil-suit heard\n2024-03-20 civil-suit judged reason=all-lost",
        "2024-04-01 civil-suit filed",
        "judged-before",
        "cn/civil-procedure-law/127",
    ),
    (
        "2024-03-01 civil-suit filed\n2024-03-02 civil-suit registered\n2024-03-05 civil-suit mediated",
        "2024-04-01 civil-suit filed",
        "mediated-before",
        "cn/civil-procedure-law/127",
    ),
    (
        "2024-03-01 civil-suit filed\n2024-03-02 civil-suit registered\n2024-03-05 civil-suit heard\n2024-03-20 civil-suit judged reason=all-lost",
        "2024-04-01 civil-suit preservation-applied reason=before-suit",
        "preservation-too-late",
        "cn/civil-procedure-law/103",
    ),
    ("", "2024-04-01 injunction granted", "on-application", "cn/civil-code/997"),
    (
        "2024-03-01 injunction applied",
        "2024-04-01 injunction reconsideration-asked",
        "no-ruling-yet",
        "cn/cvpl-interpretation/171",
    ),
    // 反家庭暴力法 30, 34 (2016-03-01).
    (
        "2024-03-01 protection-order applied\n2024-03-01 protection-order accepted\n2024-03-02 protection-order made\n2024-09-02 protection-order expired",
        "2024-09-10 protection-order change-asked",
        "after-expiry",
        "cn/anti-dv-law/30",
    ),
    (
        "2024-03-01 protection-order applied",
        "2024-04-01 protection-order breached",
        "no-order",
        "cn/anti-dv-law/34",
    ),
    // 检察公益诉讼解释 13, 16.
    (
        "2024-03-01 public-interest opened\n2024-03-02 public-interest announced",
        "2024-04-01 public-interest filed",
        "announcement-running",
        "cn/public-interest-interpretation/13",
    ),
    (
        "2024-03-01 public-interest opened",
        "2024-04-01 public-interest filed",
        "no-announcement",
        "cn/public-interest-interpretation/13",
    ),
    (
        "2024-03-01 public-interest opened",
        "2024-04-01 public-interest counter-claimed",
        "no-counter-claim",
        "cn/public-interest-interpretation/16",
    ),
    // 民法典 1196 (2021-01-01).
    (
        "N 2024-03-05 platform-notice declared\n2024-03-06 platform-notice declaration-forwarded\n2024-03-10 platform-notice suit-told",
        "2024-04-01 platform-notice measures-ended",
        "suit-told",
        "cn/civil-code/1196(2)",
    ),
    (
        "N 2024-03-05 platform-notice declared",
        "2024-04-01 platform-notice measures-ended",
        "not-forwarded",
        "cn/civil-code/1196(2)",
    ),
    (
        "2024-03-01 platform-notice received",
        "2024-04-01 platform-notice declared",
        "not-told-yet",
        "cn/civil-code/1196(1)",
    ),
    ("", "2024-04-01 transfer sent-back reason=incomplete", "nothing-received", "cn/opinions-2023-14/18"),
];

fn before(lines: &str) -> String {
    lines.replace('P', PRIVATE).replace('I', INACTION).replace('N', NOTICE)
}

#[test]
fn each_closing_answers_with_its_article() {
    for (lines, tried, code, article) in TRIED {
        let finding = refused(&before(lines), tried);
        assert_eq!(finding.code, "procedure-closed", "{tried}: {finding:?}");
        assert_eq!(text(&finding, "closing"), *code, "{tried}");
        assert!(text(&finding, "cites").contains(article), "{tried}: {finding:?}");
        assert!(finding.article.is_some());
    }
}

#[test]
fn no_closing_is_left_out() {
    let tried: BTreeSet<(String, &str)> =
        TRIED.iter().map(|(_, line, code, _)| (event(line).procedure, *code)).collect();
    for procedure in Procedures::standard().iter() {
        for closing in &procedure.closed {
            assert!(
                tried.contains(&(procedure.id.clone(), closing.code.as_str())),
                "{}: {}",
                procedure.id,
                closing.code
            );
        }
    }
}

/// 法释〔2021〕1号 320(2)(6) and 321: lack of evidence is the exception.
#[test]
fn withdrawn_for_lack_of_evidence_may_be_filed_again() {
    let lines = format!("{PRIVATE}2024-03-20 private-prosecution withdrawn reason=lack-of-evidence");
    for again in ["filed-again", "filed track=1.2"] {
        let line = format!("2024-05-01 private-prosecution {again}");
        assert!(admit(&numbered(&lines), event(&line)).is_ok(), "{again}");
    }
}

/// Another matter has other facts, so that nothing is barred there.
#[test]
fn a_withdrawal_bars_nothing_in_another_matter() {
    let lines = format!("{PRIVATE}2024-03-20 private-prosecution withdrawn reason=other");
    assert!(admit(&numbered(&lines), event("2024-05-01 private-prosecution filed track=2")).is_ok());
}

/// Before 2024-01-01 nothing in 行政复议法 put reconsideration before such a suit.
#[test]
fn reconsideration_comes_first_since_2024_only() {
    let lines = "2023-03-01 reconsideration performance-asked\n2023-05-02 reconsideration inaction-known reason=no-answer";
    assert!(admit(&numbered(lines), event("2023-12-31 reconsideration suit-filed")).is_ok());
    let finding = refused(lines, "2024-01-01 reconsideration suit-filed");
    assert_eq!(text(&finding, "closing"), "reconsideration-first-inaction");
}

/// 刑法 246(3), 法释〔2021〕1号 325(2) (2021-03-01): no help for a suit that is over, however it ended and whatever was
/// asked before; a suit that runs on another track of the matter is helped.
#[test]
fn no_help_is_asked_for_a_suit_that_is_over() {
    let filed = "2024-03-01 private-prosecution filed\n";
    let police = "2024-03-12 public-prosecution filed\n2024-03-14 private-prosecution ";
    for (before, end) in [
        ("", "refused reason=lack-of-evidence"),
        ("", "withdrawn reason=lack-of-evidence"),
        ("", "withdrawn reason=other"),
        ("", "transferred"),
        ("accepted", "dismissed reason=other"),
        ("accepted", "settled"),
        ("accepted", "mediated"),
        ("accepted", "judged reason=acquitted"),
        ("accepted", "judged reason=acquitted\n2024-03-30 private-prosecution became-final"),
    ] {
        let asked = "2024-03-02 police-help requested\n";
        let accepted = match before {
            "" => String::new(),
            before => format!("2024-03-03 private-prosecution {before}\n"),
        };
        let lines = format!("{filed}{asked}{accepted}2024-03-14 private-prosecution {end}\n");
        let finding = refused(&lines, "2024-04-01 police-help court-asked");
        assert_eq!(text(&finding, "closing"), "suit-over", "{end}");
        assert!(text(&finding, "cites").contains("cn/criminal-law/246(3)"));
        let lines = format!("{lines}2024-03-01 private-prosecution filed track=1.2");
        assert!(admit(&numbered(&lines), event("2024-04-01 police-help court-asked")).is_ok(), "{end}");
    }
    for end in ["trial-ended", "trial-ended\n2024-03-15 private-prosecution joined-as-victim"] {
        let lines = format!("{filed}2024-03-03 private-prosecution accepted\n{police}{end}");
        for step in ["requested", "court-asked"] {
            let finding = refused(&lines, &format!("2024-04-01 police-help {step}"));
            assert_eq!(text(&finding, "closing"), "suit-over", "{end}");
        }
    }
    let appealed = format!(
        "{filed}2024-03-03 private-prosecution accepted\n2024-03-14 private-prosecution judged reason=acquitted\n2024-03-16 private-prosecution appealed"
    );
    assert!(admit(&numbered(&appealed), event("2024-04-01 police-help court-asked")).is_ok());
}

/// 行政复议法 30, 34, 62 (2024-01-01): silence on the application, and silence on the matter, both lead to the suit; with the
/// day on which the application counts as accepted recorded, the term for deciding runs from it.
#[test]
fn silence_leads_through_reconsideration_to_the_suit() {
    let filed = format!("{INACTION}2024-05-10 reconsideration reconsideration-filed\n");
    let deemed = format!("{filed}2024-05-17 reconsideration reconsideration-accepted reason=deemed\n");
    assert_eq!(fact(&docket(&deemed), "reconsideration_accepted_date").as_deref(), Some("2024-05-17"));
    for lines in [&filed, &deemed] {
        let silent = format!("{lines}2024-07-17 reconsideration not-decided-in-time\n");
        let now = docket(&silent);
        assert_eq!(fact(&now, "reconsideration_term_ended_date").as_deref(), Some("2024-07-17"));
        assert_eq!(fact(&now, "reconsideration_outcome").as_deref(), Some("no-decision-in-time"));
        assert!(admit(&numbered(&silent), event("2024-07-20 reconsideration suit-filed")).is_ok());
    }
    let calls = moves(&docket(&filed), "reconsideration");
    let accepted = calls.open.iter().find(|one| one.event == "reconsideration-accepted").unwrap();
    assert!(accepted.called.iter().any(|call| call.cites[0].to_string() == "cn/reconsideration-law/30"));
}

/// 法释〔2019〕19号 51 (2020-05-01): the day that the court sets is the day from which the limits of 20 and 94 are told.
#[test]
fn the_term_for_evidence_is_a_day_that_the_court_sets() {
    let lines = "2024-03-01 civil-suit filed\n2024-03-02 civil-suit registered
        2024-03-05 civil-suit evidence-term-set for=2024-03-20";
    assert_eq!(fact(&docket(lines), "evidence_deadline_date").as_deref(), Some("2024-03-20"));
}
