//! What forms take out of a case file, and what they leave there: on the example case, whose fourth statement is an insult
//! with more than 500 reposts and whose fifth Article 10 sets aside.

use redress_base::Date;
use redress_case::{CaseResult, Due, KeptItem, State};
use redress_facts::Vocabulary;
use redress_forms::{Source, find};
use redress_law::{Body, Book};
use redress_paper::{Edition, Standing};
use redress_procedure::{Acting, Docket, Event, Numbered, Procedures};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) const FALSE: [&str; 2] = ["st-d38c4e8d", "st-2bd45d8b"];
pub(crate) const INSULT: &str = "st-4e9a5a9b";
const SET_ASIDE: &str = "st-7d16f808";

pub(crate) fn example() -> Value {
    let path = "../../examples/courier-rumour/expected/result.json";
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    serde_json::from_str(&text).unwrap()
}

pub(crate) fn filled(form: &str, result: &Value, events: &[Event]) -> Value {
    let result: CaseResult = serde_json::from_value(result.clone()).unwrap();
    let mut state = State::opened(&result.case_id, &result.cover, result.as_of);
    for row in &result.kept.items {
        let kept = KeptItem {
            item: row.item.clone(),
            role: row.role,
            by: row.sealed_by.clone(),
            read: None,
            readings: Vec::new(),
        };
        state.items.insert(row.item.id, kept);
    }
    let events: Vec<Numbered<Event>> =
        (1..).zip(events).map(|(entry, of)| Numbered { entry, of: of.clone() }).collect();
    let source = Source {
        result: &result,
        state: &state,
        docket: &Docket::replay(Procedures::standard(), &events).unwrap(),
        procedures: Procedures::standard(),
        vocabulary: &Vocabulary::standard(),
        book: Book::standard(),
        due: &Due { deadlines: Vec::new(), duties: Vec::new(), statements: Vec::new() },
        details: &BTreeMap::new(),
        quotes: &BTreeMap::new(),
        pages: &BTreeMap::new(),
        left_out: None,
        today: result.today,
    };
    find(form).unwrap().fill(&source).unwrap()
}

pub(crate) fn notice(track: &str, event: &str, day: &str, platform: &str, statement: Option<&str>) -> Event {
    let on: Date = day.parse().unwrap();
    Event {
        track: track.to_owned(),
        body: Some(Acting { kind: Body::Platform, name: platform.to_owned() }),
        statement: statement.map(str::to_owned),
        ..Event::new("platform-notice", event, on)
    }
}

fn at<'v>(value: &'v Value, list: &str, field: &str) -> Vec<&'v str> {
    value[list].as_array().unwrap().iter().map(|one| one[field].as_str().unwrap()).collect()
}

/// 法释〔2013〕21号 2(一) (in force 2013-09-10) speaks of defamation alone: 815 reposts of an insult are drawn against no number.
#[test]
fn reach_is_held_against_the_numbers_for_defamation_alone() {
    let result = example();
    let input = filled("charts-annex", &result, &[]);
    assert_eq!(at(&input, "reach", "statement"), FALSE);
    let posts = at(&input, "posts", "statement");
    // 指导意见 10 (2023-09-20): what is set aside, and what may still be comment, stands in no chart.
    assert!(!posts.contains(&INSULT) && !posts.contains(&SET_ASIDE), "{posts:?}");
    for figure in input["reach"].as_array().unwrap().iter().flat_map(|one| one["figures"].as_array().unwrap())
    {
        assert!(!figure["exhibits"].as_array().unwrap().is_empty(), "{figure}");
    }
}

/// What the other side says does not make a statement a claim of defamation, and neither does it take one away.
#[test]
fn the_other_side_decides_neither_way() {
    let mut result = example();
    for fact in result["facts"].as_array_mut().unwrap() {
        let ours =
            ["statement_is_factual", "statement_false", "fabricated_or_altered", "knowing_false_spread"];
        if fact["scope"] == FALSE[0] && ours.contains(&fact["term"].as_str().unwrap()) {
            for claim in fact["claims"].as_array_mut().unwrap() {
                claim["opposing"] = Value::Bool(true);
            }
        }
    }
    assert_eq!(at(&filled("charts-annex", &result, &[]), "reach", "statement"), [FALSE[1]]);
}

/// 指导意见 10 (in force 2023-09-20): a step about a statement that is set aside is in no paper.
#[test]
fn steps_about_protected_speech_are_not_drawn() {
    let events = [
        notice("1", "received", "2026-02-10", "青鸟网络", Some(FALSE[0])),
        notice("2", "received", "2026-02-11", "青鸟网络", Some(SET_ASIDE)),
        notice("1", "measured", "2026-02-20", "青鸟网络", Some(FALSE[0])),
    ];
    let input = filled("charts-annex", &example(), &events);
    assert_eq!(at(&input, "steps", "on"), ["2026-02-10", "2026-02-20"]);
    let letter = filled("platform-recommendation", &example(), &events);
    assert_eq!(letter["notices"].as_array().unwrap().len(), 1);
    assert_eq!(letter["notices"][0]["days_to_measures"], 10);
    assert_eq!(letter["platform"], "青鸟网络");
    assert_eq!(letter["set_aside"], true);
}

/// Of several platforms a person picks one, and the letter tells of notices to that one alone.
#[test]
fn a_letter_to_one_platform_tells_nothing_of_another() {
    let events = [
        notice("1", "received", "2026-02-10", "青鸟网络", None),
        notice("2", "received", "2026-02-11", "白鹭社区", None),
    ];
    let mut letter = filled("platform-recommendation", &example(), &events);
    assert_eq!(letter["platform"], Value::Null);
    letter["platform"] = "白鹭社区".into();
    let paper =
        find("platform-recommendation").unwrap().lay(&letter, Edition::Chinese, Standing::Draft).unwrap();
    let text = serde_json::to_string(&paper.blocks).unwrap();
    assert!(text.contains("2026年2月11日") && !text.contains("青鸟网络") && !text.contains("2026年2月10日"));
}

/// 指导意见 20 (in force 2023-09-20, O): no account, no post and no party is named unless it was asked for; and of a
/// statement that Article 10 may protect not even then.
#[test]
fn a_letter_names_nobody_unasked() {
    let mut letter = filled("platform-recommendation", &example(), &[]);
    assert_eq!(letter["links"], serde_json::json!([]));
    let form = find("platform-recommendation").unwrap();
    assert!(form.details().is_empty() && !form.quotes());
    let first = letter["statements"][0]["number"].clone();
    // A letter that a person filled in with a statement of which the article is open names nobody for it either.
    let mut open = letter["statements"][0].clone();
    open["number"] = 9.into();
    open["unprotected"] = false.into();
    letter["statements"].as_array_mut().unwrap().push(open);
    letter["links"] = serde_json::json!([
        { "statement": first, "post": "weibo/1", "account": "甲账号" },
        { "statement": 9, "post": "weibo/2", "account": "乙账号" },
    ]);
    let paper = form.lay(&letter, Edition::Chinese, Standing::Draft).unwrap();
    let text = serde_json::to_string(&paper.blocks).unwrap();
    assert!(text.contains("甲账号") && !text.contains("乙账号") && !text.contains("weibo/2"));
}

/// 法〔2025〕82号 02 (in force 2025-07-14): the other side's reply is handed in, proves nothing for the prosecutor, and stands under
/// other evidence.
#[test]
fn the_reply_of_the_other_side_is_other_evidence() {
    let complaint = filled("complaint-defamation", &example(), &[]);
    let exhibits = complaint["exhibits"].as_array().unwrap();
    let reply = exhibits.iter().find(|one| one["name"] == "papers/reply-of-the-other-side.pdf").unwrap();
    assert!(complaint["other_exhibits"].as_array().unwrap().contains(&reply["at"]["number"]));
    assert_eq!(reply["proves"], Value::Null);
    assert!(exhibits.iter().all(|one| !one["proves"].as_str().unwrap_or_default().contains("天数")));
}

/// 指导意见 10 (in force 2023-09-20): the account of a critic, whose statement is set aside, was counted for the case as a whole
/// alone. It is no evidence of a crime, and proves nothing in any paper; neither do the reads of a topic.
#[test]
fn the_account_of_a_critic_is_no_evidence_of_a_crime() {
    let result = example();
    for form in redress_forms::forms() {
        let input = filled(form.id(), &result, &[]);
        let Some(exhibits) = input["exhibits"].as_array() else { continue };
        for name in ["weibo-crawler/7100000077.json", "topic/topic-figures.csv"] {
            let Some(one) = exhibits.iter().find(|one| one["name"] == name) else { continue };
            assert_eq!(one["proves"], Value::Null, "{} {name}", form.id());
        }
    }
    let complaint = filled("complaint-defamation", &result, &[]);
    let other: Vec<&Value> = complaint["other_exhibits"].as_array().unwrap().iter().collect();
    let named = complaint["exhibits"].as_array().unwrap().iter();
    let named: Vec<&Value> =
        named.filter(|one| other.contains(&&one["at"]["number"])).map(|one| &one["name"]).collect();
    assert_eq!(
        named,
        ["weibo-crawler/7100000077.json", "topic/topic-figures.csv", "papers/reply-of-the-other-side.pdf"]
    );
}

/// 指导意见 10 (in force 2023-09-20): while it is open whether a statement is comment or criticism, no letter goes out with its
/// figures.
#[test]
fn a_letter_tells_nothing_of_a_statement_of_which_article_10_is_open() {
    let letter = filled("platform-recommendation", &example(), &[]);
    let statements = letter["statements"].as_array().unwrap();
    assert!(
        statements.len() > 1 && statements.iter().all(|one| one["unprotected"] == true),
        "{statements:?}"
    );
    let text = letter["statements"].to_string();
    assert!(text.contains(FALSE[0]) && !text.contains(INSULT) && !text.contains(SET_ASIDE), "{text}");
}

/// 指导意见 10 (in force 2023-09-20): the annex tells of statements of which the article is open, and says in both editions that it
/// is filed nowhere.
#[test]
fn the_annex_of_challenges_is_filed_nowhere() {
    let annex = filled("challenges-annex", &example(), &[]);
    assert!(annex.to_string().contains(INSULT));
    for (edition, words) in [(Edition::Chinese, "不得提交"), (Edition::Glossed, "not to be filed")] {
        for standing in [Standing::Draft, Standing::Final] {
            let paper = find("challenges-annex").unwrap().lay(&annex, edition, standing).unwrap();
            let text = serde_json::to_string(&paper.blocks).unwrap();
            assert!(text.contains(words), "{text}");
        }
    }
}
