//! How papers name accounts and posts: by what the material gives, and whose they are known to be.

use crate::casefile::{CaseFile, party};
use crate::claims::two_publishers;
use crate::samples::text;
use redress_base::{Arg, Instant, Stamp, TimeSource};
use redress_case::{Capacity, Party, PartyId, Relation};
use redress_forms::{Questions, find, left_out_in, merge, questionnaire, told};
use redress_paper::{Edition, Standing};
use serde_json::{Value, json};

fn views(id: &str, count: u64) -> redress_analysis::Figure {
    serde_json::from_value(json!({
        "id": format!("{id}.views"), "scope": id, "measure": "views", "unit": "views",
        "count": {"lower": count, "upper": count}, "parts": [], "parts_total": 0,
    }))
    .unwrap()
}

/// Each figure of a notice says of which statement it is.
#[test]
fn figures_of_a_notice_stand_with_their_statement() {
    let mut file = two_publishers();
    file.result.figures.push(views("st-bbbbbbbb", 77));
    let notice = text("platform-notice", &file.fill("platform-notice"));
    let (first, second) = notice.split_once("言论二：77").unwrap();
    assert!(first.contains("言论一：11,500至12,499"), "{notice}");
    assert!(!second.contains("11,500"), "{notice}");
}

/// A service is picked by the word of the material: the questions list them, another word is refused with them.
#[test]
fn the_service_is_one_that_the_material_names() {
    let form = find("platform-notice").unwrap();
    let mut file = CaseFile::new();
    file.quote("st-aaaaaaaa", "xhs/9", Some("戊账号"));
    file.quotes.get_mut("st-aaaaaaaa").unwrap()[1].platform = "小红书".to_owned();
    let input = file.fill(form.id());
    let asked = form.lay(&input, Edition::Chinese, Standing::Draft).unwrap().missing;
    let offered = form.offered(&input).unwrap();
    let questions = Questions { missing: &asked, offered: &offered, ..Questions::default() };
    let list = questionnaire(form, &questions, false);
    assert!(list.contains("#   weibo\n#   小红书\n# service = \"\""), "{list}");
    let refusal = merge(form, &mut input.clone(), &json!({ "service": "微博" })).unwrap_err().finding;
    assert_eq!(refusal.code, "forms-answer-not-on-file");
    assert_eq!(refusal.args.get("known"), Some(&Arg::from("weibo, 小红书")));
    merge(form, &mut input.clone(), &json!({ "service": "小红书" })).unwrap();
}

/// The platform's own number of an account and the address of a post are printed where the material gives them.
#[test]
fn numbers_of_accounts_and_addresses_are_printed() {
    let mut file = CaseFile::new();
    file.quotes.get_mut("st-aaaaaaaa").unwrap()[0].account_id = Some("7100000001".to_owned());
    for form in ["platform-notice", "account-sheet"] {
        let paper = text(form, &file.fill(form));
        assert!(paper.contains("账号编号 7100000001"), "{form}: {paper}");
        assert!(paper.contains("https://example.invalid/weibo/1"), "{form}: {paper}");
    }
}

/// 账号线索表: the account that posted first stands first, whatever it is called; accounts of somebody known are marked, also at
/// posts that were not laid to anybody.
#[test]
fn the_sheet_runs_by_the_first_post_and_marks_who_is_known() {
    let mut file = CaseFile::new();
    let at =
        |hours: i64| Some(Stamp { at: Instant(1_770_500_000 + hours * 3600), source: TimeSource::Platform });
    for (post, account, hours) in
        [("weibo/2", "丑账号", -5), ("weibo/3", "甲账号", 9), ("weibo/4", "阿账号", 3)]
    {
        file.quote("st-aaaaaaaa", post, Some(account));
        file.quotes.get_mut("st-aaaaaaaa").unwrap().last_mut().unwrap().published = at(hours);
    }
    file.quote("st-aaaaaaaa", "weibo/5", None);
    file.party(Party { statements: vec!["weibo/1".to_owned()], ..party(2, Capacity::Respondent) });
    file.party(Party {
        identity_unknown: true,
        statements: vec!["weibo/2".to_owned()],
        ..party(3, Capacity::Respondent)
    });
    let sheet = file.fill("account-sheet");
    let rows: Vec<(&str, &str, bool)> = sheet["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let known = row.get("known").and_then(Value::as_bool).unwrap_or_default();
            (row["post"].as_str().unwrap(), row["account"].as_str().unwrap_or_default(), known)
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("weibo/2", "丑账号", false),
            ("weibo/1", "甲账号", true),
            ("weibo/3", "甲账号", true),
            ("weibo/4", "阿账号", false),
            ("weibo/5", "", false),
        ]
    );
    assert_eq!(text("account-sheet", &sheet).matches("使用人已知").count(), 2);
}

/// 法释〔2021〕1号 316 (in force 2021-03-01): the request goes with one complaint. It names no statement that this one leaves out, and no
/// account of somebody unknown as an accused.
#[test]
fn a_request_for_help_names_what_its_complaint_names() {
    let form = "police-help-request";
    let mut file = two_publishers();
    file.party(Party { identity_unknown: true, ..party(4, Capacity::Respondent) });
    let paper = text(form, &file.fill(form));
    let (before, _) = paper.split_once("身份不明，仅知下列账号").unwrap();
    assert!(before.rsplit_once("身份待查的账号使用人").unwrap().1.len() < "姓名".len() + 9, "{paper}");
    assert_eq!(paper.matches("被告人").count(), 2, "{paper}");
    assert_eq!(file.fill(form)["left_out"], json!([]));
    file.fact("st-bbbbbbbb", "insult_mode", json!({"is": "words", "value": ["abuse"]}), "stated");
    let complaint = file.fill("complaint-defamation");
    assert_eq!(complaint["left_out"], json!(["st-bbbbbbbb"]));
    let request = file.fill(form);
    assert_eq!(request["left_out"], complaint["left_out"]);
    assert!(!text(form, &request).contains("言论二"));
    // What whoever signs leaves out of the complaint, the request leaves out too, unless its own answers say otherwise.
    let out = |answers: &Value| left_out_in(find(form).unwrap(), &file.source(), answers).unwrap();
    let ids = |all: &[&str]| Some(all.iter().map(|id| (*id).to_owned()).collect());
    let complaint = json!({ "complaint-defamation": { "left_out": ["st-aaaaaaaa", "party-09"] } });
    assert_eq!(out(&complaint), ids(&["st-aaaaaaaa"]));
    let mut both = complaint.clone();
    both[form] = json!({ "left_out": [] });
    assert_eq!(out(&both), ids(&[]));
    assert_eq!(out(&json!({ form: { "court": "某法院" } })), None);
    // Where everything is insult, the request goes with that complaint.
    file.fact("st-aaaaaaaa", "insult_mode", json!({"is": "words", "value": ["abuse"]}), "stated");
    assert_eq!(file.fill(form)["left_out"], json!([]));
}

/// 法律援助法 29 (in force 2022-01-01): aid is for those who appointed nobody; an agent on file is told.
#[test]
fn an_application_for_aid_tells_of_the_agent_on_file() {
    let form = find("legal-aid-application").unwrap();
    let codes = |file: &CaseFile| -> Vec<String> {
        told(form, &file.fill(form.id())).into_iter().map(|one| one.code).collect()
    };
    let mut file = CaseFile::new();
    assert_eq!(codes(&file), [""; 0]);
    let agent = || Party {
        acts_for: Some(PartyId(1)),
        relation: Some(Relation::Lawyer),
        ..party(4, Capacity::Agent)
    };
    file.party(agent());
    assert_eq!(codes(&file), ["forms-aid-agent-appointed"]);
    file.party(Party { until: Some(redress_base::Date::constant(2026, 4, 19)), ..agent() });
    assert_eq!(codes(&file), [""; 0]);
}

/// 民法典 188 (in force 2021-01-01): the three years are told by the days that the applicant states, and said to rest on them; a limit of
/// an offence that nothing on file speaks of is no limit of this case.
#[test]
fn limits_of_an_application_for_aid_are_those_of_the_case() {
    let form = "legal-aid-application";
    let limit = |id: &str, standing: &str, due: Option<&str>| {
        let mut one = json!({
            "id": id, "label": {"zh": id, "en": id}, "who": "person", "scope": "case", "applies": "TT",
            "standing": standing, "from_terms": ["know_harm_date"], "may_extend": false, "cites": [], "confidence": null,
        });
        if let Some(due) = due {
            one["due"] = json!(due);
        }
        one
    };
    let mut file = CaseFile::new();
    for one in [
        limit("cc188-three-years", "date-missing", None),
        limit("cl87-ten-years", "running", Some("2036-02-05")),
    ] {
        file.due.deadlines.push(serde_json::from_value(one).unwrap());
    }
    let standings = |file: &CaseFile| -> Vec<(String, Value, Value)> {
        let limits = file.fill(form)["limits"].as_array().unwrap().clone();
        let one = |one: Value| {
            (one["what"]["zh"].as_str().unwrap().to_owned(), one["standing"].clone(), one["until"].clone())
        };
        limits.into_iter().map(one).collect()
    };
    assert_eq!(standings(&file), [("cc188-three-years".to_owned(), json!("undated"), Value::Null)]);
    let runs = limit("cc188-three-years", "running", Some("2029-02-26"));
    file.due.deadlines[0] = serde_json::from_value(runs).unwrap();
    let told = [("cc188-three-years".to_owned(), json!("runs"), json!("2029年2月26日"))];
    assert_eq!(standings(&file), told);
    file.fact("case", "pi_sold", json!({"is": "yes"}), "stated");
    assert_eq!(standings(&file).len(), 2);
}
