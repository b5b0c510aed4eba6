//! What a private prosecution says, asks and leaves open.

use crate::casefile::{CaseFile, party};
use crate::claims::two_publishers;
use crate::samples::{missing, text};
use redress_base::Arg;
use redress_case::{Capacity, Party};
use redress_forms::{Questions, conditions, find, merge, questionnaire, told};
use redress_paper::{Edition, Standing};
use serde_json::{Value, json};

const COMPLAINTS: [&str; 2] = ["complaint-defamation", "complaint-insult"];

/// 刑事诉讼法 101 (in force 2018-10-26): before anybody said whether there is a civil action, nothing says that none is brought; once
/// there is one, losses, the account and the exhibits that show them are asked for, and the list of questions says so at once.
#[test]
fn an_incidental_action_asks_for_what_it_rests_on() {
    for id in COMPLAINTS {
        let form = find(id).unwrap();
        let input = two_publishers().fill(id);
        let open = text(id, &input);
        assert!(open.contains("赔偿物质损失：【待答：是否提起附带民事诉讼】"), "{open}");
        assert!(!open.contains("赔偿物质损失：无") && !open.contains("其他请求：无"), "{open}");
        let asked = form.lay(&input, Edition::Chinese, Standing::Draft).unwrap().missing;
        let found = conditions(form, &input, &asked).unwrap();
        let offered = form.offered(&input).unwrap();
        let questions =
            Questions { missing: &asked, conditions: &found, offered: &offered, ..Questions::default() };
        let file = questionnaire(form, &questions, false);
        let under = file.split_once("如果 incidental = true").unwrap().1;
        for line in
            ["# losses = \"\"", "# own_words = \"\"", "# loss_exhibits = [0]", "# mediation_civil = true"]
        {
            assert!(under.contains(line), "{line}: {file}");
        }
        let answer = |yes: bool| {
            let mut answered = input.clone();
            merge(form, &mut answered, &json!({ "incidental": yes })).unwrap();
            answered
        };
        let with = missing(id, &answer(true));
        for path in ["losses", "own_words", "loss_exhibits"] {
            assert!(with.contains(&path.to_owned()), "{path}: {with:?}");
            assert!(!missing(id, &answer(false)).contains(&path.to_owned()), "{path}");
        }
        assert!(text(id, &answer(false)).contains("赔偿物质损失：无"));
    }
}

/// An exhibit that is not there is named and refused, wherever its number stands.
#[test]
fn an_exhibit_out_of_range_is_refused() {
    for id in COMPLAINTS {
        let form = find(id).unwrap();
        let input = CaseFile::new().fill(id);
        for field in ["other_exhibits", "loss_exhibits"] {
            let mut answered = input.clone();
            merge(form, &mut answered, &json!({ field: [2] })).unwrap();
            assert_eq!(answered[field], json!([2]));
            for wrong in [json!({ field: [1, 9] }), json!({ field: { "0": 9 } }), json!({ field: [0] })] {
                let refusal = merge(form, &mut input.clone(), &wrong).unwrap_err().finding;
                assert_eq!(refusal.code, "forms-answer-not-on-file", "{wrong}");
                let known = Some(&Arg::from("1 (材料1), 2 (材料2)"));
                assert_eq!(
                    (refusal.args.get("known"), refusal.args.get("path")),
                    (known, Some(&field.into()))
                );
            }
        }
    }
}

/// What the file records of the content and of a penalty stands among the facts with how it was established and its exhibit; what
/// nobody recorded, what is a judgement, and what the own records disagree about, does not.
#[test]
fn the_facts_tell_what_is_recorded_and_no_more() {
    let form = "complaint-defamation";
    let silent = text(form, &two_publishers().fill(form));
    for never in ["内容不实（", "行政处罚决定", "二年内曾因诽谤"] {
        assert!(!silent.contains(never), "{never}: {silent}");
    }
    let mut file = two_publishers();
    file.fact("st-aaaaaaaa", "statement_false", json!({"is": "yes"}), "official");
    file.fact("st-bbbbbbbb", "statement_false", json!({"is": "yes"}), "judged");
    file.fact(
        "st-aaaaaaaa",
        "fabricated_or_altered",
        json!({"is": "choice", "value": "fabricated"}),
        "stated",
    );
    file.fact("case", "decision", json!({"is": "choice", "value": "administrative-penalty"}), "official");
    file.fact("case", "prior_defamation_admin_penalty", json!({"is": "yes"}), "official");
    let told = text(form, &file.fill(form));
    for part in [
        "言论一的内容不实（公文书载明）（证据2）。",
        "言论一的内容系捏造（当事人陈述）（证据2）。",
        "公安机关就有关行为作出了行政处罚决定（公文书载明）（证据2）。",
        "行为人二年内曾因诽谤受过行政处罚（公文书载明）（证据2）。",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(!told.contains("言论二的内容不实"), "{told}");
    // Insult is not about falsity, and an earlier penalty for defamation says nothing of it.
    let insult = text("complaint-insult", &file.fill("complaint-insult"));
    assert!(!insult.contains("内容不实（") && !insult.contains("行为人二年内曾因诽谤"), "{insult}");
    assert!(insult.contains("公安机关就有关行为作出了行政处罚决定"), "{insult}");
    file.fact("st-aaaaaaaa", "statement_false", json!({"is": "no"}), "stated");
    let row = file.result.facts.pop().unwrap();
    let first = file.result.facts.iter_mut().find(|one| one.term == "statement_false").unwrap();
    first.claims.extend(row.claims);
    assert!(!text(form, &file.fill(form)).contains("言论一的内容不实"));
}

/// What the other side denies is told as disputed.
#[test]
fn a_denied_falsity_is_told_as_disputed() {
    let form = "complaint-defamation";
    let mut file = two_publishers();
    file.fact("st-aaaaaaaa", "statement_false", json!({"is": "yes"}), "stated");
    file.fact("st-aaaaaaaa", "statement_false", json!({"is": "no"}), "stated");
    let mut row = file.result.facts.pop().unwrap();
    row.claims[0].opposing = true;
    file.result.facts.last_mut().unwrap().claims.extend(row.claims);
    let told = text(form, &file.fill(form));
    assert!(told.contains("言论一的内容不实（当事人陈述，有争议）（证据2）。"), "{told}");
}

/// 法释〔2021〕1号 316 (in force 2021-03-01): with a definite accused and nothing laid to anybody, the paper neither says that the publisher
/// is unknown nor becomes a final; it says where that is entered.
#[test]
fn a_complaint_that_lays_nothing_to_anybody_is_no_final() {
    for id in COMPLAINTS {
        let mut file = CaseFile::new();
        file.party(party(2, Capacity::Respondent));
        let input = file.fill(id);
        let paper = text(id, &input);
        assert!(!paper.contains("发布者身份待查"), "{paper}");
        assert!(paper.contains("redress party 案卷 set 当事人 --statement 言论编号"), "{paper}");
        assert!(missing(id, &input).contains(&"publishers".to_owned()));
        let codes = |input: &Value| -> Vec<String> {
            told(find(id).unwrap(), input).into_iter().map(|one| one.code).collect()
        };
        assert_eq!(codes(&input), ["forms-laid-to-nobody", "forms-accused-of-nothing"]);
        file.party(Party { statements: vec!["weibo/1".to_owned()], ..party(2, Capacity::Respondent) });
        let input = file.fill(id);
        assert!(!missing(id, &input).contains(&"publishers".to_owned()));
        assert_eq!(codes(&input), [""; 0]);
        // A second accused to whom nothing is laid is told; what each of several did, whoever signs says.
        file.party(party(3, Capacity::Respondent));
        let input = file.fill(id);
        assert_eq!(codes(&input), ["forms-accused-of-nothing"]);
        assert!(!missing(id, &input).contains(&"publishers".to_owned()));
    }
}
