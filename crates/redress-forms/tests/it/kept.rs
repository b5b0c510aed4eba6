//! What the file records about its own evidence stands in the verification report; only what nobody knows is "not recorded".

use crate::casefile::{CaseFile, party};
use crate::example::{FALSE, INSULT, example, filled, notice};
use redress_case::{Capacity, Details, Party, PartyId};
use redress_forms::{find, merge};
use redress_paper::{Block, Edition, Standing};
use serde_json::{Value, json};

const REPORT: &str = "verification-report";

/// The rows of the report, each as one text.
fn rows(input: &Value) -> Vec<String> {
    let paper = find(REPORT).unwrap().lay(input, Edition::Chinese, Standing::Draft).unwrap();
    let tables = paper.blocks.into_iter().filter_map(|block| match block {
        Block::Table { rows, head: 1, .. } => Some(rows),
        _ => None,
    });
    let text = |row: Vec<redress_paper::Cell>| {
        let runs = row.into_iter().flat_map(|cell| cell.paragraphs).flatten();
        runs.map(|run| run.text).collect::<String>()
    };
    tables.flatten().map(text).collect()
}

fn row<'r>(rows: &'r [String], fact: &str) -> &'r str {
    rows.iter().find(|row| row.contains(fact)).unwrap_or_else(|| panic!("{fact}: {rows:#?}"))
}

/// 法释〔2019〕19号 93 (2020-05-01): who sealed what when, under which check values, with which program, is on file and is said; what
/// was recorded of no system and no environment stays "not recorded".
#[test]
fn what_the_file_knows_is_not_told_as_not_recorded() {
    let rows = rows(&CaseFile::new().fill(REPORT));
    for (fact, told) in [
        ("已计算 SHA-256 校验值", "全部2项封存项目计算 SHA-256"),
        ("已计算 SM3 校验值", "GB/T 32905-2016"),
        ("只增日志的收录证明", "日志树根"),
        ("由谁固定、提取", "2项证据由程某入卷封存"),
        ("保存、传输、提取的主体适当", "2项证据由程某入卷封存"),
        ("固定、提取的日期和时间", "2026年2月8日05时33分20秒"),
        ("硬件、软件环境", "redress 0.1.0"),
        ("可信时间戳", "没有可信时间戳"),
        ("网络地址、存储路径", "2项证据中2项载有来源说明"),
        ("保管、交接", "案卷记录共1条"),
    ] {
        let row = row(&rows, fact);
        assert!(row.contains(told), "{fact}: {row}");
        assert!(!row.ends_with("未记录"), "{fact}: {row}");
    }
    for unknown in ["取证环境有记录", "收集、提取过程可以重现", "系统处于正常运行状态", "平台返回的原始数据"]
    {
        assert!(row(&rows, unknown).ends_with("未记录"), "{unknown}");
    }
}

/// 法释〔2021〕12号 17 (2021-08-01): of the four things that are asked of a deposit the file says what technique it used itself, and
/// that it is no chain; whether anybody meddled, it does not know.
#[test]
fn a_log_is_not_told_as_a_chain() {
    let rows = rows(&CaseFile::new().fill(REPORT));
    assert!(row(&rows, "存证平台符合").contains("不是区块链"));
    assert!(row(&rows, "存证技术和过程符合标准").contains("RFC 6962"));
    assert!(row(&rows, "不当干预").ends_with("未记录"));
}

/// 法释〔2019〕19号 93 (2020-05-01): what somebody stated stands before what the file records, and a file in which nothing is sealed
/// records nothing.
#[test]
fn what_was_said_stands_first_and_an_empty_file_says_nothing() {
    let mut file = CaseFile::new();
    file.fact("case", "capture_operator", json!({"is": "choice", "value": "notary"}), "stated");
    let all = rows(&file.fill(REPORT));
    let row = row(&all, "由谁固定、提取");
    assert!(row.find("当事人陈述").unwrap() < row.find("入卷封存").unwrap(), "{row}");
    let mut empty = CaseFile::new();
    empty.state.items.clear();
    assert!(!rows(&empty.fill(REPORT)).iter().any(|row| row.contains("案卷记载")));
}

/// What the file says of itself, no answer changes.
#[test]
fn what_the_file_records_is_not_answered_over() {
    let form = find(REPORT).unwrap();
    let input = CaseFile::new().fill(REPORT);
    let kept = input["factors"].as_array().unwrap().iter().position(|one| one["facts"][0]["kept"].is_array());
    let at = kept.unwrap().to_string();
    for answer in [json!({ "count": 99 }), json!({ "names": ["某人"] }), json!(null)] {
        let answers =
            json!({ "factors": { at.as_str(): { "facts": { "0": { "kept": { "0": answer } } } } } });
        let refusal = merge(form, &mut input.clone(), &answers).unwrap_err();
        assert_eq!(refusal.finding.code, "forms-answer-sealed");
    }
    let paper = form.lay(&input, Edition::Chinese, Standing::Draft).unwrap();
    assert!(serde_json::to_string(&paper.blocks).unwrap().contains("核验人（签名）："));
}

/// 指导意见 18 (2023-09-20, O): the receiving body reads whom the file is about, as far as it knows, and the accounts of whom nobody
/// knows; where what identifies the parties stayed behind, the sheet does not say it either.
#[test]
fn the_transfer_sheet_names_the_parties() {
    let mut file = CaseFile::new();
    file.party(Party {
        identity_unknown: true,
        statements: vec!["weibo/1".to_owned()],
        ..party(2, Capacity::Respondent)
    });
    file.details.insert(PartyId(1), Details::read([("name", "温某（虚构）")]).unwrap());
    let form = find("transfer-sheet").unwrap();
    let sheet = file.fill("transfer-sheet");
    assert_eq!(sheet["victims"][0]["name"], "温某（虚构）");
    assert_eq!(sheet["respondents"][0]["accounts"][0]["account"], "甲账号");
    assert_eq!(sheet["accounts"], json!([]), "it is laid to somebody");
    let paper = form.lay(&sheet, Edition::Chinese, Standing::Draft).unwrap();
    let text = serde_json::to_string(&paper.blocks).unwrap();
    assert!(text.contains("身份不明") && text.contains("weibo：甲账号") && text.contains("温某"), "{text}");
    let mut without = sheet.clone();
    without["details"] = json!(false);
    let paper = form.lay(&without, Edition::Chinese, Standing::Draft).unwrap();
    let text = serde_json::to_string(&paper.blocks).unwrap();
    assert!(!text.contains("温某") && !text.contains("party-0") && text.contains("不随卷移送"), "{text}");
    let table = paper.blocks.into_iter().filter_map(|block| match block {
        Block::Table { rows, .. } => Some(rows),
        _ => None,
    });
    let parties = table.into_iter().find(|rows| serde_json::to_string(rows).unwrap().contains("被害人"));
    let first = |row: &Vec<redress_paper::Cell>| row[0].paragraphs[0][0].text.clone();
    assert_eq!(parties.unwrap().iter().map(first).collect::<Vec<_>>(), ["序号", "1", "2"]);
    let nobody = CaseFile::new().fill("transfer-sheet");
    assert_eq!(nobody["respondents"], json!([]));
    assert_eq!(nobody["accounts"][0]["account"], "甲账号");
}

/// 指导意见 10, 18 (in force 2023-09-20, O): the sheet tells where those procedures stand of which papers tell a step, and calls none by
/// an id of the file.
#[test]
fn the_transfer_sheet_tells_no_procedure_about_what_article_10_may_protect() {
    let about =
        |track: &str, statement: &str| notice(track, "received", "2026-02-10", "青鸟网络", Some(statement));
    let events = [about(FALSE[0], FALSE[0]), about("2", FALSE[1]), about(INSULT, INSULT), about("4", INSULT)];
    let sheet = filled("transfer-sheet", &example(), &events);
    let names: Vec<&str> =
        sheet["tracks"].as_array().unwrap().iter().map(|one| one["procedure"].as_str().unwrap()).collect();
    let [second, first] = names.as_slice() else { panic!("{names:?}") };
    assert!(first.ends_with("（言论一）") && second.ends_with(" 2"), "{names:?}");
    assert!(!sheet["tracks"].to_string().contains("st-"), "{names:?}");
}
