//! Whom and what a filing names: a definite accused or defendant, accounts of unknown users elsewhere, and what whoever signs
//! leaves out.

use crate::casefile::{CaseFile, party};
use redress_base::Stamp;
use redress_case::{Capacity, Details, Kind, Party, PartyId, Relation};
use redress_forms::{
    NameableKind, Questions, Source, find, forms, left_out_by, nameable, questionnaire, told, unnamed,
};
use redress_paper::{Edition, Standing};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const CRIMINAL: [&str; 2] = ["complaint-insult", "complaint-defamation"];

fn unknown(file: &mut CaseFile) {
    file.party(Party {
        identity_unknown: true,
        statements: vec!["weibo/1".to_owned()],
        ..party(2, Capacity::Respondent)
    });
}

fn missing(form: &str, input: &Value) -> Vec<(String, Option<String>)> {
    let paper = find(form).unwrap().lay(input, Edition::Chinese, Standing::Final).unwrap();
    paper.missing.into_iter().map(|one| (one.path, one.asked_by)).collect()
}

fn print(form: &str, input: &Value) -> String {
    let paper = find(form).unwrap().lay(input, Edition::Chinese, Standing::Draft).unwrap();
    serde_json::to_string(&paper.blocks).unwrap()
}

fn second(file: &mut CaseFile) {
    let mut row = file.result.statements.first().unwrap().clone();
    row.id = "st-bbbbbbbb".to_owned();
    file.result.statements.push(row);
    let mut gate = file.result.protected.first().unwrap().clone();
    gate.scope = redress_facts::Scope::Statement("st-bbbbbbbb".to_owned());
    file.result.protected.push(gate);
    file.quote("st-bbbbbbbb", "weibo/9", Some("乙账号"));
}

/// 法释〔2021〕1号 316 (2021-03-01): an account of which nobody knows who uses it is no definite accused; 刑法 246(3) (2015-11-01): it is a
/// matter for the help of the police.
#[test]
fn an_unknown_account_is_a_lead_and_no_accused() {
    for form in CRIMINAL {
        let mut file = CaseFile::new();
        unknown(&mut file);
        let input = file.fill(form);
        assert!(input["defendants"].as_array().unwrap().iter().all(|one| one["unknown"] == false), "{input}");
        assert!(!input["defendants"].to_string().contains("甲账号"), "{input}");
        assert!(
            input["help"]["leads"].to_string().contains("使用人身份不明的账号：weibo：甲账号"),
            "{input}"
        );
        assert_eq!(input["help"]["asked"], Value::Null, "whether help is asked for, a person says");
        let asked = missing(form, &input);
        let needed = ("defendants".to_owned(), Some("法释〔2021〕1号 316".to_owned()));
        assert!(asked.contains(&needed), "{asked:?}");
        let paper = print(form, &input);
        assert!(paper.contains("查明线索所列账号使用人的身份信息"), "{paper}");
        assert!(paper.contains("weibo：甲账号"), "{paper}");
        // Somebody known beside it: a definite accused, and the unknown account stays a lead.
        file.party(party(3, Capacity::Respondent));
        let input = file.fill(form);
        assert_eq!(input["defendants"].as_array().unwrap().len(), 1);
        assert_eq!(input["defendants"][0]["person"]["name"], "party-03");
        assert!(!missing(form, &input).contains(&needed));
        assert!(print(form, &input).contains("weibo：甲账号"));
    }
}

/// 民事诉讼法 122 (2024-01-01, unverified): with an unknown user and no platform there is no definite defendant; 法释〔2014〕11号 3 (as of
/// 2021-01-01): with the platform sued, it is asked who the user is.
#[test]
fn an_unknown_user_is_asked_for_and_not_sued() {
    let form = "civil-complaint";
    let mut file = CaseFile::new();
    unknown(&mut file);
    let input = file.fill(form);
    let needed = ("defendants".to_owned(), Some("民事诉讼法 122".to_owned()));
    assert_eq!(input["defendants"], json!([]));
    assert!(missing(form, &input).contains(&needed));
    assert!(print(form, &input).contains("账号线索表"));
    file.party(Party { kind: Kind::Legal, ..party(3, Capacity::Platform) });
    file.fact("case", "civil_defendant", json!({"is": "choice", "value": "platform-only"}), "stated");
    file.fact("case", "disclosure_asked", json!({"is": "yes"}), "stated");
    let input = file.fill(form);
    assert!(!missing(form, &input).contains(&needed));
    let paper = print(form, &input);
    assert!(paper.contains("责令其提供") && paper.contains("weibo：甲账号"), "{paper}");
}

/// 法释〔2021〕1号 323 (2021-03-01): whoever signs names whom they name; what is left out stands nowhere in the paper and is told, and
/// what it costs to leave out one of several is said.
#[test]
fn what_is_left_out_stands_nowhere_and_is_told() {
    let mut file = CaseFile::new();
    second(&mut file);
    let laid =
        |at: u16, post: &str| Party { statements: vec![post.to_owned()], ..party(at, Capacity::Respondent) };
    file.party(laid(2, "weibo/1"));
    file.party(laid(3, "weibo/9"));
    let answers = json!({ "left_out": ["st-bbbbbbbb", "party-03"] });
    let mut naming = 0;
    for form in forms() {
        let source = file.source();
        let offered = nameable(*form, &source).unwrap();
        let has = |kind: NameableKind| offered.iter().any(|one| one.kind == kind);
        if !has(NameableKind::Statement) || !has(NameableKind::Respondent) {
            continue;
        }
        naming += 1;
        let out = left_out_by(*form, &source, &answers).unwrap();
        let input = form.fill(&Source { left_out: out.as_ref(), ..source }).unwrap();
        let said: BTreeSet<&str> =
            input["left_out"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert_eq!(said, BTreeSet::from(["party-03", "st-bbbbbbbb"]), "{}", form.id());
        let mut rest = input.clone();
        rest.as_object_mut().unwrap().remove("left_out");
        for gone in ["st-bbbbbbbb", "party-03", "乙账号"] {
            assert!(!rest.to_string().contains(gone), "{} {gone}: {rest}", form.id());
        }
        assert!(rest.to_string().contains("st-aaaaaaaa"), "{}", form.id());
        let codes: Vec<String> = told(*form, &input).into_iter().map(|one| one.code.to_string()).collect();
        let complaint = CRIMINAL.contains(&form.id());
        let expected: &[&str] =
            if complaint { &["forms-left-out", "forms-left-out-accused"] } else { &["forms-left-out"] };
        assert_eq!(codes, expected, "{}", form.id());
    }
    assert!(naming >= 10, "only {naming} forms name statements and respondents");
}

/// 指导意见 10 (in force 2023-09-20), 刑法 246 (in force 2015-11-01): a statement that was taken up and that a complaint does not name
/// has a reason of its own, whatever the others have.
#[test]
fn every_statement_that_a_complaint_does_not_name_has_its_own_reason() {
    let form = find("complaint-defamation").unwrap();
    let mut file = CaseFile::new();
    second(&mut file);
    let of = |file: &CaseFile, out: Option<&BTreeSet<String>>| -> Vec<(String, &'static str)> {
        let all = unnamed(form, &Source { left_out: out, ..file.source() }).unwrap();
        all.into_iter().map(|one| (one.id, one.why.word())).collect()
    };
    assert_eq!(of(&file, None), []);
    file.fact("st-bbbbbbbb", "insult_mode", json!({"is": "words", "value": ["abuse"]}), "stated");
    let b = "st-bbbbbbbb".to_owned();
    assert_eq!(of(&file, None), [(b.clone(), "other-offence")]);
    assert_eq!(of(&file, Some(&BTreeSet::from([b.clone()]))), [(b.clone(), "said")]);
    assert_eq!(of(&file, Some(&BTreeSet::new())), [], "whoever signs names it all the same");
    for (report, aside, why) in
        [(redress_base::Value::TT, true, "protected"), (redress_base::Value::UT, false, "open")]
    {
        file.result.protected[0].report = report;
        file.result.protected[0].set_aside = aside;
        assert_eq!(of(&file, None), [("st-aaaaaaaa".to_owned(), why), (b.clone(), "other-offence")]);
    }
    // A paper that charges nobody with an offence has nothing to say of it.
    let list = find("evidence-list").unwrap();
    assert_eq!(unnamed(list, &file.source()).unwrap(), []);
}

/// Every filing that names statements or respondents says so among its questions, and the line can be filled in as it stands.
#[test]
fn what_may_be_left_out_stands_among_the_questions() {
    let mut file = CaseFile::new();
    file.party(party(2, Capacity::Respondent));
    for form in forms() {
        let source = file.source();
        let offered = nameable(*form, &source).unwrap();
        let text = questionnaire(*form, &Questions { nameable: &offered, ..Questions::default() }, false);
        assert_eq!(text.contains("# left_out = []"), !offered.is_empty(), "{}: {text}", form.id());
        // Whatever signs for this side and lists statements has a place for it.
        let input = form.fill(&source).unwrap();
        let lists = ["statements", "respondents", "defendants"].iter().any(|list| input.get(*list).is_some());
        let authority = ["transfer-sheet", "platform-recommendation", "charts-annex", "challenges-annex"];
        assert_eq!(lists && offered.is_empty(), lists && authority.contains(&form.id()), "{}", form.id());
    }
    let mut dated = CaseFile::new();
    second(&mut dated);
    let first: Option<Stamp> = dated.result.statements[1].first;
    assert!(first.is_some());
    dated.fact("st-bbbbbbbb", "insult_mode", json!({"is": "words", "value": ["abuse"]}), "stated");
    let form = find("complaint-defamation").unwrap();
    let offered = nameable(form, &dated.source()).unwrap();
    let text = questionnaire(form, &Questions { nameable: &offered, ..Questions::default() }, false);
    assert!(text.contains("#   st-aaaaaaaa 言论一 2026年2月8日\n"), "{text}");
    assert!(text.contains("st-bbbbbbbb 言论二 2026年2月8日 (现未列入)"), "{text}");
    assert!(text.contains("# left_out = [\"st-bbbbbbbb\"]"), "{text}");
}

/// A slip of the pen would name somebody after all: it is refused, with what there is.
#[test]
fn an_id_that_is_not_there_is_refused() {
    let file = CaseFile::new();
    let form = find("civil-complaint").unwrap();
    for wrong in
        [json!(["st-cccccccc"]), json!(["party-01"]), json!("st-aaaaaaaa"), json!({ "0": "st-aaaaaaaa" })]
    {
        let refusal = left_out_by(form, &file.source(), &json!({ "left_out": wrong })).unwrap_err();
        assert_eq!(refusal.finding.code, "forms-left-out-unfit", "{wrong}");
    }
    let evidence = find("evidence-list").unwrap();
    assert!(left_out_by(evidence, &file.source(), &json!({ "left_out": ["st-aaaaaaaa"] })).is_err());
    assert_eq!(left_out_by(form, &file.source(), &json!({})).unwrap(), None);
}

/// 法〔2025〕82号 (2025-07-14): agents ad litem stand among the parties; the number of a lawyer's licence, once entered, stands in every
/// paper in which an agent stands.
#[test]
fn a_lawyer_stands_with_the_licence() {
    let mut file = CaseFile::new();
    file.party(Party {
        acts_for: Some(PartyId(1)),
        relation: Some(Relation::Lawyer),
        ..party(4, Capacity::Agent)
    });
    let details = Details::read([("name", "江律师"), ("licence", "13301201000000000")]).unwrap();
    file.details.insert(PartyId(4), details);
    let mut papers = 0;
    for form in forms() {
        if form.details().iter().all(|(capacity, _)| *capacity != Capacity::Agent) {
            continue;
        }
        let fields = form.details().iter().filter(|(capacity, _)| *capacity == Capacity::Agent);
        assert!(
            fields.flat_map(|(_, fields)| fields.iter()).any(|field| *field == "licence"),
            "{}",
            form.id()
        );
        let input = form.fill(&file.source()).unwrap();
        if input.to_string().contains("江律师") {
            papers += 1;
            let paper = print(form.id(), &input);
            assert!(paper.contains("执业证号") && paper.contains("13301201000000000"), "{}", form.id());
        }
    }
    assert!(papers >= 12, "{papers}");
}

/// 民法典 1195 (2021-01-01): a notice locates the content; where the material gives a number and no address, the column says number, and
/// no address is made up.
#[test]
fn a_notice_names_numbers_as_numbers() {
    let mut file = CaseFile::new();
    for quote in file.quotes.values_mut().flatten() {
        quote.link = None;
    }
    file.quote("st-aaaaaaaa", "weibo/c/77", Some("丙账号"));
    file.quotes.get_mut("st-aaaaaaaa").unwrap()[1].link = None;
    let form = "platform-notice";
    let input = file.fill(form);
    assert_eq!(input["contents"][0]["number"], "1");
    assert_eq!(input["contents"][0]["link"], Value::Null);
    assert_eq!(input["contents"][1]["number"], "评论 77");
    let paper = print(form, &input);
    assert!(paper.contains("\"平台内编号\"") && !paper.contains("平台内编号、网址"), "{paper}");
    let mut answered = input.clone();
    let answers = json!({ "contents": { "0": { "link": "https://a.example/1" } } });
    redress_forms::merge(find(form).unwrap(), &mut answered, &answers).unwrap();
    assert!(print(form, &answered).contains("平台内编号、网址"));
}

/// 法释〔2021〕1号 316 (in force 2021-03-01): an accused answers for what was laid to them. The complaint says of each statement who is
/// said to have published it, and whoever drafts it is warned of those that are laid to no accused whom it names.
#[test]
fn each_statement_is_laid_to_its_own_publisher() {
    for id in ["complaint-defamation", "complaint-insult"] {
        let form = find(id).unwrap();
        let mut file = CaseFile::new();
        second(&mut file);
        file.result.statements[1].anchor = "weibo/2".to_owned();
        let laid = |at: u16, post: &str, identity_unknown: bool| Party {
            identity_unknown,
            statements: vec![post.to_owned()],
            ..party(at, Capacity::Respondent)
        };
        file.party(laid(3, "weibo/1", false));
        file.party(laid(4, "weibo/2", true));
        let input = file.fill(form.id());
        let paper = form.lay(&input, Edition::Chinese, Standing::Draft).unwrap();
        let text: String = crate::samples::runs(&paper).iter().map(|run| run.text.as_str()).collect();
        assert!(text.contains("言论一由被告人party-03发布。"), "{text}");
        assert!(text.contains("言论二的发布者身份待查。") && !text.contains("言论二由被告人"), "{text}");
        let warned = |input: &Value| -> Vec<Option<redress_base::Arg>> {
            let found = told(form, input).into_iter().filter(|one| one.code == "forms-laid-to-nobody");
            found.map(|one| one.args.get("ids").cloned()).collect()
        };
        assert_eq!(warned(&input), [Some("st-bbbbbbbb".into())]);
        // A publisher who is known and left out is no unknown one.
        let out = BTreeSet::from(["party-03".to_owned()]);
        let input = form.fill(&Source { left_out: Some(&out), ..file.source() }).unwrap();
        let paper = form.lay(&input, Edition::Chinese, Standing::Draft).unwrap();
        let text: String = crate::samples::runs(&paper).iter().map(|run| run.text.as_str()).collect();
        assert!(!text.contains("言论一的发布者") && text.contains("言论二的发布者身份待查。"), "{text}");
        assert_eq!(warned(&input), [Some("st-aaaaaaaa, st-bbbbbbbb".into())]);
    }
}
