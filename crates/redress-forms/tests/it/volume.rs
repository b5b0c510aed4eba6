//! What the volume of evidence prints of the rows from which figures were counted: every cited page carries them, and none twice.

use crate::casefile::CaseFile;
use redress_paper::{Edition, Standing};
use serde_json::{Value, json};

fn part(row: u64, count: u64, shown: Option<&str>) -> Value {
    let place = json!({ "at": "row", "row": row, "start": row * 10, "end": row * 10 + 9 });
    json!({
        "span": { "item": "item-000001", "place": place }, "subject": format!("weibo/{row}"),
        "count": { "lower": count, "upper": count }, "shown": shown,
    })
}

fn counters(file: &CaseFile) -> Vec<Value> {
    let filled = file.fill("evidence-volume");
    filled.pointer("/exhibits/0/counters").and_then(Value::as_array).cloned().unwrap_or_default()
}

/// 法释〔2013〕21号 2(一) (in force 2013-09-10): a number of reposts rests on counters and on reposts that were captured one by one;
/// both stand where the paper says that they do.
#[test]
fn a_cited_page_carries_what_a_figure_was_counted_from() {
    let mut file = CaseFile::new();
    let mut total = file.result.figures[0].clone();
    let parts = [part(2, 612, Some("612")), part(9, 1, None), part(10, 1, None), part(30, 1, None)];
    total.parts = parts.into_iter().map(|one| serde_json::from_value(one).unwrap()).collect();
    total.parts_total = 4;
    let mut displayed = total.clone();
    displayed.id = format!("{}.displayed", total.id);
    displayed.parts.truncate(1);
    displayed.parts_total = 1;
    file.result.figures = vec![total.clone(), displayed];
    let found = counters(&file);
    assert_eq!(found.len(), 2, "one counter once, though two figures rest on it: {found:?}");
    assert_eq!((&found[0]["shown"], &found[0]["place"]), (&json!("612"), &json!("第2行")));
    assert_eq!((&found[1]["one_by_one"], &found[1]["place"]), (&json!(3), &json!("第9—30行")));
    assert_eq!(found[1]["stands_for"], json!({ "lower": 3, "upper": 3 }));
    let form = redress_forms::find("evidence-volume").unwrap();
    let paper = form.lay(&file.fill("evidence-volume"), Edition::Chinese, Standing::Draft).unwrap();
    assert!(serde_json::to_string(&paper.blocks).unwrap().contains("逐条取证"));
    // Of a long list the result keeps a part: then it is at least so many.
    file.result.figures = vec![redress_analysis::Figure { parts_total: 900, ..total }];
    let found = counters(&file);
    assert_eq!(found[1]["stands_for"]["lower"], 3);
    assert!(found[1]["stands_for"]["upper"].is_null(), "{found:?}");
}

/// 法释〔2021〕1号 79 (in force 2021-03-01): a statement of the party and an official document do not lend each other their weight.
#[test]
fn each_way_of_establishing_stands_with_its_own_exhibits() {
    let mut file = CaseFile::new();
    file.fact("st-aaaaaaaa", "statement_false", json!({ "is": "yes" }), "stated");
    file.fact("st-aaaaaaaa", "statement_false", json!({ "is": "yes" }), "official");
    let second = file.result.facts.pop().unwrap();
    file.result.facts[0].claims.extend(second.claims);
    file.result.facts[0].claims[0].sources[0].item = redress_base::ItemId(1);
    let complaint = file.fill("complaint-defamation");
    let asserted = complaint["asserted"].as_array().unwrap();
    let told: Vec<(Value, Value)> =
        asserted.iter().map(|one| (one["standings"].clone(), one["exhibits"][0]["number"].clone())).collect();
    assert_eq!(told, [(json!(["stated"]), json!(1)), (json!(["official"]), json!(2))], "{asserted:?}");
}

/// 刑事诉讼法 101 (in force 2018-10-26): a loss that one of two exhibits shows is not shown by the other alone.
#[test]
fn a_loss_exhibit_that_is_not_handed_in_is_asked_for() {
    let file = CaseFile::new();
    let asked = |left_out: bool| {
        let mut input = file.fill("complaint-defamation");
        input["incidental"] = json!(true);
        input["loss_exhibits"] = json!([1, 2]);
        redress_forms::describe(&mut input, &json!({ "1": { "left_out": left_out } }), 2).unwrap();
        crate::samples::missing("complaint-defamation", &input).iter().any(|path| path == "loss_exhibits")
    };
    assert!(asked(true) && !asked(false));
}
