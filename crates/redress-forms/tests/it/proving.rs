//! What exhibits are handed in to prove, and for which statement a fact was said: neither the other side's words nor a
//! judgement becomes an object of proof.

use crate::casefile::CaseFile;
use redress_paper::{Edition, Standing};
use serde_json::{Value, json};

fn yes() -> Value {
    json!({ "is": "yes" })
}

/// What the file says that an exhibit shows, as the list prints it.
fn shows(file: &CaseFile, exhibit: usize) -> Vec<String> {
    let filled = file.fill("evidence-list");
    let shown = filled.pointer(&format!("/exhibits/{exhibit}/shows")).and_then(Value::as_array);
    let shown = shown.cloned().unwrap_or_default();
    let one = |part: &Value| {
        let facts = part["facts"].as_array().into_iter().flatten().map(|fact| fact["zh"].as_str().unwrap());
        let figures = part["figures"].as_array().into_iter().flatten().map(|unit| unit.as_str().unwrap());
        let all: Vec<&str> = facts.chain(figures).collect();
        format!("{} {}", part["number"], all.join("、"))
    };
    shown.iter().map(one).collect()
}

/// Evidence number 2 of the list is the paper that every fact of these files rests on.
fn proves(file: &CaseFile) -> Vec<String> {
    shows(file, 1)
}

const NOTHING: [&str; 0] = [];

/// 法释〔2019〕19号 19 (in force 2020-05-01, O): the object of proof is what the party that hands an exhibit in asserts; its
/// own denial, what the other side says, what a person judges, and days that the program counted are none.
#[test]
fn an_exhibit_proves_what_its_party_asserts() {
    let mut file = CaseFile::new();
    let days = json!({ "is": "count", "value": { "count": { "lower": 3, "upper": 3 }, "unit": "days" } });
    file.fact("case", "severe_mental_harm", json!({ "is": "no" }), "stated");
    file.fact("st-aaaaaaaa", "statement_false", yes(), "stated");
    file.fact("st-aaaaaaaa", "identifiable_victim", yes(), "judged");
    file.fact("case", "deadline_days_left", days, "measured");
    file.result.facts[1].claims[0].opposing = true;
    file.result.facts[3].claims[0].by = "redress".to_owned();
    assert_eq!(proves(&file), NOTHING, "the person says it");
    file.fact(
        "st-aaaaaaaa",
        "fabricated_or_altered",
        json!({ "is": "choice", "value": "altered" }),
        "official",
    );
    let altered = "篡改原始信息";
    assert_eq!(proves(&file), [format!("1 {altered}")], "the word that was chosen");
    // Neither a day by itself, nor what a court looks at anyway, nor that there was no consequence.
    file.fact("st-aaaaaaaa", "act_date", json!({ "is": "date", "value": "2026-02-01" }), "stated");
    file.fact("case", "grave_consequence", json!({ "is": "choice", "value": "none" }), "stated");
    file.fact("case", "agent_appointed", yes(), "stated");
    assert_eq!(proves(&file).len(), 1);
    file.fact("case", "prior_defamation_admin_penalty", yes(), "official");
    let case = "null 二年内曾因诽谤受过行政处罚，又诽谤他人";
    assert_eq!(
        proves(&file),
        [format!("1 {altered}"), case.to_owned()],
        "the case last, no remark in brackets"
    );
}

/// 指导意见 10 (in force 2023-09-20): what may be a report or comment, or was taken up by nobody, is no object of proof.
#[test]
fn nothing_is_proven_about_what_article_10_may_protect() {
    let counted = json!({
        "span": { "item": "item-000001", "place": { "at": "whole" } }, "subject": "weibo/1", "count": { "lower": 11500, "upper": 12499 },
    });
    for open in [Some("TT"), Some("UT"), Some("UU"), None] {
        let mut file = CaseFile::new();
        file.result.figures[0].parts = vec![serde_json::from_value(counted.clone()).unwrap()];
        assert_eq!(shows(&file, 0), ["1 views"]);
        file.fact("st-aaaaaaaa", "statement_false", yes(), "stated");
        assert_eq!(proves(&file), ["1 内容不实"]);
        file.result.protected.clear();
        if let Some(open) = open {
            let row = json!({ "scope": "st-aaaaaaaa", "report": open, "criticism": "FF", "set_aside": open == "TT" });
            file.result.protected.push(serde_json::from_value(row).unwrap());
        }
        assert_eq!(proves(&file), NOTHING, "{open:?}");
        assert_eq!(shows(&file, 0), NOTHING, "its figures neither: {open:?}");
    }
    let mut file = CaseFile::new();
    file.fact("st-aaaaaaaa", "statement_false", yes(), "stated");
    file.result.statements[0].taken_up = false;
    assert_eq!(proves(&file), NOTHING);
}

/// 法释〔2019〕19号 19 (in force 2020-05-01, O): a list that is handed in says of each exhibit what it is to prove and where its
/// original is; what is not handed in is asked for nothing, keeps its number, and stands in no list and no volume.
#[test]
fn a_list_that_is_handed_in_has_no_empty_object_of_proof() {
    let file = CaseFile::new();
    let form = redress_forms::find("evidence-list").unwrap();
    let filled = file.fill("evidence-list");
    let asked = |input: &Value| -> Vec<String> {
        let paper = form.lay(input, Edition::Chinese, Standing::Draft).unwrap();
        paper.missing.into_iter().map(|one| one.path).collect()
    };
    let open = asked(&filled);
    for path in ["original", "exhibits.1.proves"] {
        assert!(open.iter().any(|one| one == path), "{path}: {open:?}");
    }
    let mut answered = filled.clone();
    let said = json!({ "1": { "proves": "传播", "name": "微博导出" }, "2": { "left_out": true } });
    redress_forms::describe(&mut answered, &said, 2).unwrap();
    redress_forms::merge(form, &mut answered, &json!({ "original": "由提交人保管" })).unwrap();
    assert!(asked(&answered).iter().all(|path| !path.starts_with("exhibits.")), "{:?}", asked(&answered));
    let paper = form.lay(&answered, Edition::Chinese, Standing::Draft).unwrap();
    let text = serde_json::to_string(&paper.blocks).unwrap();
    assert!(text.contains("微博导出") && text.contains("封存文件"), "{text}");
    assert!(text.contains("证据1") && !text.contains("证据2"), "{text}");
    let volume = redress_forms::find("evidence-volume").unwrap();
    let mut filled = file.fill("evidence-volume");
    redress_forms::describe(&mut filled, &said, 2).unwrap();
    let text =
        serde_json::to_string(&volume.lay(&filled, Edition::Chinese, Standing::Draft).unwrap()).unwrap();
    assert!(text.contains("item-000001-begin") && !text.contains("item-000002-begin"), "{text}");
}

/// 法〔2025〕82号 01, 02 (in force 2025-07-14): a reply of the other side stands in the third part of the list of evidence, not
/// among what is to show the acts.
#[test]
fn a_paper_of_the_other_side_is_other_evidence() {
    let mut file = CaseFile::new();
    assert_eq!(file.fill("complaint-defamation")["other_exhibits"], json!([]));
    file.fact("st-aaaaaaaa", "statement_false", json!({ "is": "no" }), "stated");
    file.result.facts[0].claims[0].opposing = true;
    assert_eq!(file.fill("complaint-defamation")["other_exhibits"], json!([2]));
    file.fact("case", "work_affected", yes(), "stated");
    assert_eq!(file.fill("complaint-defamation")["other_exhibits"], json!([]), "both sides rely on it");
}

/// A second statement beside the one that every file has.
fn second(file: &mut CaseFile, id: &str, report: &str, set_aside: bool) {
    let row =
        redress_case::StatementRow { id: id.to_owned(), ..file.result.statements.first().unwrap().clone() };
    file.result.statements.push(row);
    let row = json!({ "scope": id, "report": report, "criticism": "FF", "set_aside": set_aside });
    file.result.protected.push(serde_json::from_value(row).unwrap());
}

/// 刑法 246, 民法典 1025 (in force 2021-01-01): false of one statement and true of another is no contradiction; each answer
/// stands beside its statement, and what 指导意见 10 (in force 2023-09-20) sets aside has none.
#[test]
fn what_was_said_of_a_statement_stands_beside_its_number() {
    let mut file = CaseFile::new();
    second(&mut file, "st-cccccccc", "TT", true);
    second(&mut file, "st-bbbbbbbb", "UU", false);
    file.fact("st-bbbbbbbb", "statement_false", json!({ "is": "no" }), "stated");
    file.fact("st-cccccccc", "statement_false", json!({ "is": "unknown" }), "stated");
    file.fact("st-aaaaaaaa", "statement_false", yes(), "stated");
    file.fact("case", "capture_operator_identified", yes(), "stated");
    let annex = file.fill("challenges-annex");
    let truth =
        annex["challenges"].as_array().unwrap().iter().find(|one| one["challenge"] == "truth").unwrap();
    let fact =
        truth["facts"].as_array().unwrap().iter().find(|fact| fact["term"] == "statement_false").unwrap();
    let said: Vec<Value> = fact["said"]
        .as_array()
        .unwrap()
        .iter()
        .map(|said| json!([said["about"]["number"], said["about"]["statement"], said["value"]]))
        .collect();
    assert_eq!(said, [json!([1, "st-aaaaaaaa", "是"]), json!([2, "st-bbbbbbbb", "否"])]);
    let form = redress_forms::find("challenges-annex").unwrap();
    let paper = form.lay(&annex, Edition::Chinese, Standing::Draft).unwrap();
    let text = serde_json::to_string(&paper.blocks).unwrap();
    assert!(
        text.contains("言论二：") && !text.contains("言论三：") && !text.contains("st-cccccccc"),
        "{text}"
    );
    let report = file.fill("verification-report").to_string();
    assert!(
        report.contains("capture_operator_identified") && !report.contains("about"),
        "of the case: {report}"
    );
}

/// 指导意见 10 (in force 2023-09-20): while it is open whether a statement is a report or comment, no volume quotes it and nobody's
/// account is named for it, in whatever paper.
#[test]
fn what_article_10_leaves_open_is_neither_quoted_nor_laid_to_anybody() {
    for open in ["UT", "UU", "FT"] {
        let mut file = CaseFile::new();
        second(&mut file, "st-bbbbbbbb", open, false);
        file.quote("st-bbbbbbbb", "weibo/9", Some("乙账号"));
        file.party(redress_case::Party {
            identity_unknown: true,
            statements: vec!["weibo/1".to_owned(), "weibo/9".to_owned()],
            ..crate::casefile::party(2, redress_case::Capacity::Respondent)
        });
        for form in redress_forms::forms() {
            let filled = file.fill(form.id()).to_string();
            assert!(!filled.contains("乙账号"), "{} {open}: {filled}", form.id());
        }
        let complaint = file.fill("complaint-defamation");
        assert!(
            complaint["help"]["leads"].to_string().contains("身份不明的账号：weibo：甲账号"),
            "{complaint}"
        );
        let volume = file.fill("evidence-volume");
        assert_eq!(volume["exhibits"][0]["posts"].as_array().unwrap().len(), 1);
        let paper = redress_forms::find("evidence-volume").unwrap();
        let paper = paper.lay(&volume, Edition::Chinese, Standing::Draft).unwrap();
        assert!(serde_json::to_string(&paper.blocks).unwrap().contains("此处不印出，见电子件"));
    }
}

/// 指导意见 10 (in force 2023-09-20): where an official, a company or a platform complains, whoever says so, the article is raised
/// again; a natural person is not told twice.
#[test]
fn article_10_is_raised_again_for_officials_companies_and_platforms() {
    for form in ["complaint-defamation", "complaint-insult", "civil-complaint", "platform-notice"] {
        let print = |file: &CaseFile| {
            let form = redress_forms::find(form).unwrap();
            let paper = form.lay(&file.fill(form.id()), Edition::Chinese, Standing::Draft).unwrap();
            serde_json::to_string(&paper.blocks).unwrap()
        };
        for (kind, name) in [("public-official", "公职人员"), ("company", "企业"), ("platform", "网络平台")]
        {
            let mut file = CaseFile::new();
            file.fact("case", "complainant_kind", json!({ "is": "choice", "value": kind }), "stated");
            file.result.facts[0].claims[0].opposing = true;
            let text = print(&file);
            assert!(text.contains("再核对一次") && text.contains(name), "{form} {kind}: {text}");
        }
        let mut file = CaseFile::new();
        file.fact("case", "complainant_kind", json!({ "is": "choice", "value": "natural-person" }), "stated");
        assert!(!print(&file).contains("再核对一次"), "{form}");
    }
}

/// 民事诉讼法 124(四) (in force 2024-01-01, day unverified): where a list stops, it says how many it leaves out.
#[test]
fn what_is_left_out_is_counted() {
    for (form, list) in [
        ("account-sheet", "/rows"),
        ("evidence-volume", "/exhibits/0/posts"),
        ("platform-notice", "/contents"),
    ] {
        let print = |filled: &Value| {
            let form = redress_forms::find(form).unwrap();
            serde_json::to_string(&form.lay(filled, Edition::Chinese, Standing::Draft).unwrap().blocks)
                .unwrap()
        };
        let mut file = CaseFile::new();
        assert!(!print(&file.fill(form)).contains("未在此逐条列出"), "{form}");
        file.result.statements[0].members = 1_301;
        let filled = file.fill(form);
        assert_eq!(filled.pointer(list).unwrap().as_array().unwrap().len(), 1, "{form}");
        assert_eq!(filled["more"], 1_300, "{form}");
        assert!(print(&filled).contains("1,300") && print(&filled).contains("未在此逐条列出"), "{form}");
    }
}

/// 刑法 246 (in force 1997-10-01): a figure names the first exhibits that it was counted from, and how many there are in all.
#[test]
fn a_figure_of_many_exhibits_says_how_many() {
    let mut file = CaseFile::new();
    let item = file.state.items.values().next().unwrap().clone();
    for at in 1..=7_u32 {
        let mut kept = item.clone();
        kept.item.id = redress_base::ItemId(at);
        file.state.items.insert(kept.item.id, kept);
    }
    let part = |item: u32| {
        let span = json!({ "item": redress_base::ItemId(item), "place": { "at": "whole" } });
        let part = json!({ "span": span, "subject": "weibo/1", "count": { "lower": 1, "upper": 1 } });
        serde_json::from_value(part).unwrap()
    };
    for (exhibits, told) in [(5, false), (7, true)] {
        file.result.figures[0].parts = (1..=exhibits).map(part).collect();
        let form = redress_forms::find("complaint-defamation").unwrap();
        let paper = form.lay(&file.fill(form.id()), Edition::Chinese, Standing::Draft).unwrap();
        let text = serde_json::to_string(&paper.blocks).unwrap();
        assert!(text.contains("证据5"), "{text}");
        assert_eq!(text.contains("证据5等7项证据"), told, "{text}");
    }
}
