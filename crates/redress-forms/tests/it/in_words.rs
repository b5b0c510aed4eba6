//! Papers speak in words: no id of a statement, no media type, no time as computers write it.

use crate::example::{FALSE, INSULT, example, filled, notice};
use crate::samples::{runs, samples};
use redress_forms::{find, forms};
use redress_paper::{Block, Edition, Paper, Picture, Standing, Style};
use serde_json::json;

/// The first code in a text: `st-3f2a9c01`, `image/png`, `2026-03-05T14:20`, `2026-03-05`. A day inside the name of a file
/// is part of that name.
fn code(text: &str) -> Option<&str> {
    const MEDIA: [&str; 6] = ["text/", "image/", "application/", "audio/", "video/", "message/"];
    let statement = || {
        let at = text.match_indices("st-").map(|(at, _)| at);
        at.filter_map(|at| text.get(at..))
            .find(|rest| rest.bytes().skip(3).take(4).all(|b| b.is_ascii_hexdigit()))
    };
    let media = || MEDIA.iter().find_map(|class| text.find(class)).and_then(|at| text.get(at..));
    let day = || {
        let form = |rest: &str| {
            let shape: String =
                rest.chars().take(10).map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
            shape == "0000-00-00"
        };
        let in_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/');
        let starts = text.char_indices().filter(|(at, _)| {
            text.get(..*at).unwrap_or_default().chars().next_back().is_none_or(|before| !in_name(before))
        });
        let mut found = starts.filter_map(|(at, _)| text.get(at..)).filter(|rest| form(rest));
        found.find(|rest| rest.chars().nth(10).is_none_or(|next| next == 'T' || !in_name(next)))
    };
    statement().or_else(media).or_else(day)
}

fn spoken(paper: &Paper, of: &str) {
    for run in runs(paper).into_iter().filter(|run| !matches!(run.style, Style::Quoted)) {
        assert_eq!(code(&run.text), None, "{of}: {}", run.text);
    }
    for block in &paper.blocks {
        if let Block::Picture { alt, .. } = block {
            assert_eq!(code(alt), None, "{of}");
        }
    }
    for picture in paper.pictures.values() {
        if let Picture::Svg { svg } = picture {
            let shown = svg.split("</text>").filter_map(|part| part.rsplit_once('>'));
            shown.for_each(|(_, text)| assert_eq!(code(text), None, "{of}"));
        }
    }
}

#[test]
fn codes_are_seen_where_they_stand() {
    for text in [
        "言论st-3f2a9c01：",
        "书证／image/png",
        "2026-03-05T14:20:00+08:00",
        "（2026-03-05）",
        "2026-03-05 14:20",
    ] {
        assert!(code(text).is_some(), "{text}");
    }
    for text in ["search_contents_2026-02-07.csv", "言论一", "2026年3月5日14时20分", "best-known"] {
        assert_eq!(code(text), None);
    }
}

#[test]
fn no_sample_prints_a_code() {
    for form in forms() {
        for (name, input) in samples(*form).into_iter().filter(|(name, _)| name != "hostile") {
            for edition in [Edition::Chinese, Edition::Glossed] {
                let paper = form.lay(&input, edition, Standing::Draft).unwrap();
                spoken(&paper, &format!("{} {name}", form.id()));
            }
        }
    }
}

#[test]
fn no_paper_of_the_example_prints_a_code() {
    let result = example();
    let events = [notice("1", "received", "2026-02-10", "青鸟网络", Some(FALSE[0]))];
    for form in forms() {
        let paper =
            form.lay(&filled(form.id(), &result, &events), Edition::Glossed, Standing::Draft).unwrap();
        spoken(&paper, form.id());
    }
}

/// Whoever reads 言论二 in an annex finds the same statement under that number in the complaint.
#[test]
fn a_statement_has_one_number_in_all_papers() {
    let result = example();
    let complaint = filled("criminal-report", &result, &[]);
    let number = |id: &str| {
        let all = complaint["statements"].as_array().unwrap();
        all.iter().find(|one| one["id"] == id).unwrap()["number"].clone()
    };
    let charts = filled("charts-annex", &result, &[]);
    for part in charts["reach"].as_array().unwrap().iter().chain(charts["posts"].as_array().unwrap()) {
        assert_eq!(part["number"], number(part["statement"].as_str().unwrap()));
    }
    let challenges = filled("challenges-annex", &result, &[]);
    let told =
        challenges["challenges"].as_array().unwrap().iter().flat_map(|one| one["facts"].as_array().unwrap());
    let about: Vec<_> =
        told.flat_map(|fact| fact["said"].as_array().unwrap()).map(|said| &said["about"]).collect();
    let charged = |id: &str| complaint["statements"].as_array().unwrap().iter().any(|one| one["id"] == id);
    let mut seen = 0;
    for about in about.into_iter().filter(|about| about["statement"].as_str().is_some_and(charged)) {
        assert_eq!(about["number"], number(about["statement"].as_str().unwrap()));
        seen += 1;
    }
    assert!(seen > 0);
    // 指导意见 10 (in force 2023-09-20): what is open takes its number after those that filings name, so that none is skipped.
    let numbers: Vec<u64> = complaint["statements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["number"].as_u64().unwrap())
        .collect();
    assert_eq!(numbers, (1..=u64::try_from(numbers.len()).unwrap()).collect::<Vec<_>>());
}

/// 法释〔2013〕21号 2(一) (in force 2013-09-10): of the views nobody knows how many were of the same words. That is no "at least 0".
#[test]
fn a_reading_without_a_number_says_so() {
    let input = filled("charts-annex", &example(), &[]);
    let paper = find("charts-annex").unwrap().lay(&input, Edition::Chinese, Standing::Draft).unwrap();
    let text: String = runs(&paper).into_iter().map(|run| run.text.as_str()).collect();
    assert!(text.contains("没有已知的数") && !text.contains("不少于0"), "{text}");
    let Some(Picture::Svg { svg }) = paper.pictures.get("chart-1") else { panic!("no chart") };
    assert!(svg.contains("没有已知的数，不画"), "{svg}");
}

/// Each chart has its values in a table under it, and says what they count.
#[test]
fn every_chart_has_its_table() {
    let input = filled(
        "charts-annex",
        &example(),
        &[notice("1", "received", "2026-02-10", "青鸟网络", Some(FALSE[0]))],
    );
    let paper = find("charts-annex").unwrap().lay(&input, Edition::Chinese, Standing::Draft).unwrap();
    let kinds: Vec<&str> = paper
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Picture { .. } => Some("picture"),
            Block::Table { .. } => Some("table"),
            _ => None,
        })
        .collect();
    let charts = kinds.iter().filter(|kind| **kind == "picture").count();
    let with_table = kinds.windows(2).filter(|two| *two == ["picture", "table"]).count();
    assert!(charts > 0 && with_table == charts, "{kinds:?}");
    // A timeline of more than one pace has a table of its stages as well.
    assert!(kinds.windows(3).any(|three| three == ["picture", "table", "table"]), "{kinds:?}");
    let text: String = runs(&paper).into_iter().map(|run| run.text.as_str()).collect();
    assert!(text.contains("各计一条") && text.contains("不与条数相加"), "{text}");
}

/// 指导意见 10 (in force 2023-09-20): a step about a statement that is set aside or still open is in no filing; that there is one,
/// the chart says by number.
#[test]
fn steps_about_open_statements_are_counted_and_not_drawn() {
    let result = example();
    let events = [
        notice("1", "received", "2026-02-10", "青鸟网络", Some(FALSE[0])),
        notice("st-4e9a5a9b", "received", "2026-02-11", "白鹭社区", Some(INSULT)),
        notice("st-4e9a5a9b", "measured", "2026-02-21", "白鹭社区", None),
    ];
    let input = filled("charts-annex", &result, &events);
    assert_eq!((input["steps"].as_array().unwrap().len(), &input["withheld"]), (1, &json!(2)));
    let paper = find("charts-annex").unwrap().lay(&input, Edition::Chinese, Standing::Draft).unwrap();
    let text = serde_json::to_string(&paper.blocks).unwrap();
    assert!(text.contains("另有2个步骤") && !text.contains(INSULT) && !text.contains("2月21日"), "{text}");
    for form in ["platform-notice", "complaint-defamation", "civil-complaint", "criminal-report"] {
        let text = filled(form, &result, &events).to_string();
        assert!(!text.contains("2026年2月11日") && !text.contains("2026年2月21日"), "{form}");
    }
}

/// A day of birth stands in a register as 1994-05-06, and an answer may be typed so too.
#[test]
fn days_are_printed_as_papers_write_them() {
    let form = find("complaint-defamation").unwrap();
    let (_, mut input) = samples(form).into_iter().find(|(name, _)| name == "full").unwrap();
    input["prosecutors"][0]["birth"] = json!("1994-05-06");
    input["date"] = json!("2026-04-21");
    let paper = form.lay(&input, Edition::Chinese, Standing::Final).unwrap();
    let text: String = runs(&paper).into_iter().map(|run| run.text.as_str()).collect();
    assert!(text.contains("1994年5月6日") && text.contains("2026年4月21日"), "{text}");
    assert!(!text.contains("1994-05-06") && !text.contains("2026-04-21"), "{text}");
    assert_eq!(paper.day, "2026-04-21");
}
