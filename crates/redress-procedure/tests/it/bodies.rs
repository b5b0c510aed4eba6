//! Who may be named with a step: the body that the law lets do it, or the one that receives what a person does.

use crate::record::{admit, docket, event, fact, numbered, refused, text};
use redress_base::Level;
use redress_law::Body;
use redress_procedure::{Docket, Procedures, says_who_acted};

/// What happened before, a step with the wrong body, the body whose step it is, an article.
const WRONG: &[(&str, &str, &str, &str)] = &[
    // 法释〔2021〕1号 320 (2021-03-01): the court accepts.
    (
        "2024-03-01 private-prosecution filed",
        "2024-03-10 private-prosecution accepted body=police",
        "court",
        "cn/fs-2021-1/320(1)",
    ),
    // 刑事诉讼法 112 (2018-10-26): the police file.
    (
        "2024-03-01 public-prosecution reported reason=accusation",
        "2024-03-02 public-prosecution filed body=court",
        "police",
        "cn/criminal-procedure-law/112",
    ),
    // 刑事诉讼法 113 (2018-10-26): the procuratorate demands the reasons.
    (
        "",
        "2024-03-02 filing-supervision reasons-demanded body=police",
        "procuratorate",
        "cn/criminal-procedure-law/113",
    ),
    // 刑事诉讼法 114, 法释〔2021〕1号 316: the suit goes to the court.
    ("", "2024-03-02 private-prosecution filed body=police", "court", "cn/criminal-procedure-law/114"),
    // 公安机关办理刑事案件程序规定 179 (2020): reconsideration by the police that refused.
    (
        "2024-03-01 public-prosecution reported reason=accusation\n2024-03-03 public-prosecution refused",
        "2024-03-05 filing-supervision reconsideration-asked body=procuratorate",
        "police",
        "cn/police-criminal-rules/179",
    ),
    // 行政复议法 24 (2024-01-01): the government reconsiders.
    (
        "2024-03-01 reconsideration decision-known reason=ordinary",
        "2024-03-05 reconsideration reconsideration-filed body=court",
        "police",
        "cn/reconsideration-law/24",
    ),
];

#[test]
fn another_body_than_the_one_whose_step_it_is_is_refused_with_the_article() {
    for (lines, tried, body, article) in WRONG {
        let finding = refused(lines, tried);
        assert_eq!(finding.code, "procedure-body-wrong", "{tried}: {finding:?}");
        assert_eq!(text(&finding, "by"), *body, "{tried}");
        assert!(text(&finding, "cites").contains(article), "{tried}: {finding:?}");
        assert!(finding.article.is_some());
        let right = format!("{} body={body}", tried.split_once(" body=").unwrap().0);
        assert!(admit(&numbered(lines), event(&right)).is_ok(), "{right}");
    }
}

/// 刑事诉讼法 108, 110 (2018-10-26): a report may be made to the police, the procuratorate or the court.
#[test]
fn several_bodies_may_stand_where_the_law_names_several() {
    for body in ["police", "procuratorate", "court"] {
        let line = format!("2024-03-01 public-prosecution reported reason=accusation body={body}");
        assert!(admit(&[], event(&line)).is_ok(), "{body}");
    }
    let platform = "2024-03-01 public-prosecution reported reason=accusation body=platform";
    assert_eq!(refused("", platform).code, "procedure-body-wrong");
}

/// The data names a body for every step, but for those of private persons that no body receives.
#[test]
fn only_what_no_body_receives_is_left_open() {
    let mut open = Vec::new();
    for procedure in Procedures::standard().iter() {
        for kind in procedure.events.iter().filter(|kind| kind.named(None).is_empty()) {
            assert!(matches!(kind.by, Body::Person | Body::Actor));
            open.push(format!("{} {}", procedure.id, kind.id));
        }
    }
    let expected = [
        "civil-suit performed",
        "injunction complied",
        "injunction breached",
        "private-prosecution prepared",
        "private-prosecution settled",
        "protection-order breached",
        "public-interest performed",
        "public-prosecution apologised",
    ];
    assert_eq!(open, expected);
}

/// 指导意见 13, 18 (2023-09-20), 公安机关办理刑事案件程序规定 176(3) (2020): which body hands over, each way names.
#[test]
fn each_way_of_handing_over_has_its_own_body() {
    let lines = "2024-03-01 private-prosecution filed\n2024-03-01 public-prosecution filed";
    for (way, right, wrong, article) in [
        ("court-to-police", "court", "police", "cn/opinions-2023-14/13"),
        ("police-to-court", "police", "court", "cn/police-criminal-rules/176(3)"),
        ("administrative-to-criminal", "government", "court", "cn/opinions-2023-14/18"),
        ("criminal-to-administrative", "procuratorate", "government", "cn/opinions-2023-14/18"),
    ] {
        let line = |body: &str| format!("2024-04-01 transfer handed-over reason={way} body={body}");
        assert!(admit(&numbered(lines), event(&line(right))).is_ok(), "{way}");
        let finding = refused(lines, &line(wrong));
        assert_eq!(finding.code, "procedure-body-wrong", "{way}");
        assert!(text(&finding, "cites").contains(article), "{way}: {finding:?}");
    }
}

/// What was taken in before bodies were checked: it counts, the case stays readable, and the entry is named.
#[test]
fn a_wrong_body_on_file_is_a_finding_and_the_case_goes_on() {
    for (lines, tried, body, article) in WRONG {
        let old = numbered(&format!("{lines}\n{tried}"));
        let docket = Docket::replay(Procedures::standard(), &old).unwrap();
        let [finding] = docket.findings() else { panic!("{tried}: {:?}", docket.findings()) };
        assert_eq!((finding.code.as_str(), finding.level), ("procedure-body-on-file", Level::Warning));
        assert_eq!(text(finding, "by"), *body);
        assert!(text(finding, "cites").contains(article), "{tried}: {finding:?}");
        assert_eq!(finding.args["entry"], old.last().unwrap().entry.into());
        let right = format!("{} body={body}", tried.split_once(" body=").unwrap().0);
        let whole = Docket::replay(Procedures::standard(), &numbered(&format!("{lines}\n{right}"))).unwrap();
        assert_eq!(whole.findings(), []);
        assert_eq!(whole.tracks().count(), docket.tracks().count(), "{tried}: the step counts");
        // Another step is taken in beside it.
        let next = event("2024-06-01 private-prosecution prepared track=9");
        assert!(admit(&old, next).is_ok(), "{tried}");
    }
}

/// Who did it is asked exactly where the data leaves it to more than one body.
#[test]
fn a_step_of_several_bodies_says_which_one() {
    let (mut asked, mut left) = (0, 0);
    for procedure in Procedures::standard().iter() {
        for kind in &procedure.events {
            let reasons: Vec<Option<&str>> = match kind.reasons.as_slice() {
                [] => vec![None],
                some => some.iter().map(|one| Some(one.id.as_str())).collect(),
            };
            for reason in reasons {
                let given = reason.map(|reason| format!(" reason={reason}")).unwrap_or_default();
                let line = format!("2024-03-01 {} {}{given}", procedure.id, kind.id);
                let told = says_who_acted(Procedures::standard(), &event(&line));
                let several = kind.named(reason).len() > 1;
                assert_eq!(told.is_err(), several, "{line}");
                if let Err(refusal) = told {
                    asked += 1;
                    assert_eq!(refusal.finding.code, "procedure-body-missing");
                    assert!(refusal.finding.article.is_some(), "{line}");
                    let body = kind.named(reason)[0].word();
                    assert!(
                        says_who_acted(Procedures::standard(), &event(&format!("{line} body={body}")))
                            .is_ok()
                    );
                } else {
                    left += 1;
                }
            }
        }
    }
    assert!(asked > 15 && left > 100, "{asked} {left}");
}

/// 指导意见 17 (2023-09-20), 法律援助法 35 (2022-01-01): what one body told is that body's, and where several may have told and
/// none is named it is nobody's.
#[test]
fn what_a_body_told_is_its_own() {
    let told = |body: &str| docket(&format!("2024-03-02 legal-aid told{body}"));
    let fact_of = |docket: &Docket, body: &str| fact(docket, &format!("{body}_told_right_to_aid_date"));
    for one in ["court", "procuratorate", "police"] {
        for other in ["court", "procuratorate", "police"] {
            let day = (one == other).then_some("2024-03-02");
            assert_eq!(fact_of(&told(&format!(" body={one}")), other).as_deref(), day, "{one} {other}");
        }
        assert_eq!(fact_of(&told(""), one), None, "{one}");
    }
}

/// 法释〔2021〕1号 320 (2021-03-01): filing says nothing of acceptance; the answer to an earlier suit is none to a new one.
#[test]
fn a_suit_that_was_filed_is_neither_accepted_nor_refused() {
    let accepted = |docket: &Docket| fact(docket, "private_suit_accepted");
    let mut lines = "2024-03-01 private-prosecution filed".to_owned();
    assert_eq!(accepted(&docket(&lines)), None);
    lines.push_str("\n2024-03-10 private-prosecution refused reason=lack-of-evidence");
    assert_eq!(accepted(&docket(&lines)).as_deref(), Some("no"));
    assert_eq!(fact(&docket(&lines), "private_suit_refused_date").as_deref(), Some("2024-03-10"));
    lines.push_str("\n2024-04-01 private-prosecution filed-again");
    for term in ["private_suit_accepted", "private_suit_refused", "private_suit_refused_date"] {
        assert_eq!(fact(&docket(&lines), term), None, "{term}");
    }
    assert_eq!(fact(&docket(&lines), "private_suit_filed_date").as_deref(), Some("2024-04-01"));
    lines.push_str("\n2024-04-12 private-prosecution accepted");
    assert_eq!(accepted(&docket(&lines)).as_deref(), Some("yes"));
}
