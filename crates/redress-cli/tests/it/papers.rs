//! Papers from the command line: pages, finals, masks, the ledger, the bundle.

use crate::run::{Demo, Room};
use serde_json::Value;
use std::path::Path;

/// The example case, to be changed.
fn case() -> Room {
    let room = Room::new();
    copy(&Demo::once().room.path("en/case"), &room.path("case"));
    room
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &target) } else { std::fs::copy(&path, &target).map(|_| ()).unwrap() }
    }
}

fn drawn(room: &Room, out: &str, form: &str) -> Value {
    let file = room.path(out).join(format!("{form}.draft.json"));
    serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap()
}

fn pages(input: &Value) -> Vec<Value> {
    input["exhibits"].as_array().unwrap().iter().map(|one| one["at"]["pages"].clone()).collect()
}

fn kinds(room: &Room) -> Vec<String> {
    let log = room.json(&["log", "case"]);
    log["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["entry"]["what"]["kind"].as_str().unwrap().to_owned())
        .collect()
}

const COMPLETE: &str = r#"
[evidence-list]
cause = "诽谤"
original = "由提交人保管"

[exhibits.6]
left_out = true

[exhibits.9]
proves = "话题页显示的数字"

[exhibits.14]
proves = "报案"

[exhibits.17]
proves = "就医"

[exhibits.18]
proves = "答复"
"#;

#[test]
fn a_page_is_the_same_whichever_papers_are_asked_for() {
    let room = case();
    room.ok(&["draft", "case", "evidence-list", "--format", "json", "--out", "alone"]);
    room.ok(&["draft", "case", "evidence-list", "complaint-defamation", "--format", "json", "--out", "both"]);
    let (alone, both) = (drawn(&room, "alone", "evidence-list"), drawn(&room, "both", "evidence-list"));
    assert!(pages(&alone).iter().all(|span| span["first"].is_u64()), "{alone}");
    assert_eq!(pages(&alone), pages(&both));
    assert_eq!(pages(&alone), pages(&drawn(&room, "both", "complaint-defamation")));
}

#[test]
fn a_final_with_something_missing_is_refused_and_nothing_changes() {
    let room = case();
    let before = room.bytes_of("case");
    let answer = room.redress(&["draft", "case", "civil-complaint", "--final", "--out", "papers"]);
    assert_eq!(answer.code, 2, "{}", answer.err);
    assert!(answer.err.contains("civil-complaint") && answer.err.contains("court"), "{}", answer.err);
    assert_eq!(room.bytes_of("case"), before);
    assert_eq!(std::fs::read_dir(room.path("papers")).map_or(0, Iterator::count), 0);
    room.write("answers.toml", COMPLETE);
    let ahead = [
        "draft",
        "case",
        "evidence-list",
        "--final",
        "--answers",
        "answers.toml",
        "--today",
        "2999-01-01",
        "--out",
        "papers",
    ];
    let answer = room.redress(&ahead);
    assert_eq!(answer.code, 2, "{}", answer.err);
    assert!(answer.err.contains("2999-01-01"), "{}", answer.err);
    assert_eq!(room.bytes_of("case"), before);
}

#[test]
fn a_final_is_on_record_and_its_figures_are_derived_again() {
    let room = case();
    room.write("answers.toml", COMPLETE);
    let told = kinds(&room).len();
    room.ok(&["draft", "case", "evidence-list", "--final", "--answers", "answers.toml", "--out", "papers"]);
    for name in ["evidence-list.pdf", "evidence-list.docx"] {
        assert!(std::fs::metadata(room.path("papers").join(name)).unwrap().len() > 1_000, "{name}");
    }
    assert_eq!(kinds(&room)[told..], ["viewed", "drawn-up"], "what was looked at stands before it");
    let there = room.bytes_of("papers");
    let again = room.redress(&[
        "draft",
        "case",
        "evidence-list",
        "--final",
        "--answers",
        "answers.toml",
        "--out",
        "papers",
    ]);
    assert_eq!(again.code, 2, "{}", again.err);
    assert_eq!(room.bytes_of("papers"), there);
    room.ok(&["pack", "case", "bundle"]);
    let done = room.json(&["recompute", "bundle"]);
    assert_eq!(done["same"], true);
    assert!(done["papers"].as_u64().unwrap() >= 2 && done["paper_figures"].as_u64().unwrap() > 5, "{done}");
}

/// A number whose exhibit nobody hands in is drawn in a draft and told; no final is made of it. What is for one's own side alone goes
/// to nobody with a bundle.
#[test]
fn finals_point_to_what_is_handed_in_and_internal_papers_stay() {
    let room = case();
    room.write("answers.toml", "[exhibits.8]\nleft_out = true\n");
    let annex = ["draft", "case", "charts-annex", "--answers", "answers.toml", "--format", "json"];
    let draft = room.redress(&[&annex[..], &["--out", "papers"]].concat());
    assert_eq!(draft.code, 0, "{}", draft.err);
    assert!(format!("{}{}", draft.out, draft.err).contains("not handed in: 8"), "{}{}", draft.out, draft.err);
    let last = room.redress(&[&annex[..], &["--final", "--out", "finals"]].concat());
    assert_eq!(last.code, 2, "{}", last.err);
    assert!(last.err.contains("not handed in: 8"), "{}", last.err);
    room.ok(&["draft", "case", "challenges-annex", "--final", "--format", "pdf", "--out", "own"]);
    room.ok(&["pack", "case", "bundle"]);
    let held = std::fs::read_dir(room.path("bundle/data/papers")).unwrap();
    let names: Vec<String> =
        held.map(|one| one.unwrap().file_name().to_string_lossy().into_owned()).collect();
    assert!(!names.is_empty() && names.iter().all(|name| !name.contains("challenges-annex")), "{names:?}");
    assert_eq!(room.json(&["recompute", "bundle"])["same"], true, "what stays at home is not missed");
}

/// design.md §2 rule 7: personal data shows masked unless asked for by name.
#[test]
fn a_masked_paper_prints_nobody_and_nobody_was_looked_at() {
    let room = case();
    let told = kinds(&room).len();
    room.ok(&[
        "draft",
        "case",
        "legal-aid-application",
        "--masked",
        "--format",
        "json,pdf",
        "--out",
        "papers",
    ]);
    let input = drawn(&room, "papers", "legal-aid-application").to_string();
    assert!(
        input.contains("＊＊＊") && !input.contains("温某（虚构）") && !input.contains("010-00000001"),
        "{input}"
    );
    let log = room.json(&["log", "case"]);
    let looked: Vec<&Value> =
        log["entries"].as_array().unwrap()[told..].iter().map(|row| &row["entry"]["what"]).collect();
    assert!(looked.iter().all(|what| what["view"]["seen"] != "details"), "{looked:?}");
}

#[test]
fn what_cannot_be_answered_is_refused_by_name() {
    let room = case();
    for (answers, about) in [
        ("[complaint-defamation]\nnonsense = 1\n", "nonsense"),
        ("[no-such-form]\n", "no-such-form"),
        ("[complaint-defamation.statements.0.figures.0.count]\nlower = 9\n", "statements.0.figures"),
        ("[complaint-defamation.statements.0]\nwords = \"另一句\"\n", "statements.0.words"),
        ("[complaint-defamation]\nexhibits = []\n", "exhibits"),
        ("[complaint-defamation\n", "answers.toml"),
    ] {
        room.write("answers.toml", answers);
        let before = room.bytes_of("case");
        let answer = room.redress(&[
            "draft",
            "case",
            "complaint-defamation",
            "--answers",
            "answers.toml",
            "--out",
            "papers",
        ]);
        assert!(matches!(answer.code, 2 | 3), "{answers}: {} {}", answer.code, answer.err);
        assert!(answer.err.contains(about), "{answers}: {}", answer.err);
        assert_eq!(room.bytes_of("case"), before);
    }
}

#[test]
fn the_list_of_what_is_missing_is_a_file_of_answers() {
    let room = case();
    let before = kinds(&room).len();
    let questions = room.ok(&["draft", "case", "civil-complaint", "--questions"]);
    assert!(questions.contains("[civil-complaint]") && questions.contains("# court = \"\""), "{questions}");
    assert_eq!(kinds(&room).len(), before, "asking changes nothing");
    let filled = questions.replace("# court = \"\"", "court = \"某市某区人民法院\"");
    room.write("answers.toml", filled);
    room.ok(&[
        "draft",
        "case",
        "civil-complaint",
        "--answers",
        "answers.toml",
        "--format",
        "json",
        "--out",
        "papers",
    ]);
    assert_eq!(drawn(&room, "papers", "civil-complaint")["court"], "某市某区人民法院");
}

/// 民法典 1195 (2021-01-01): a notice is about one statement. The entry holds a post, which stays where it is when statements
/// are grouped anew; the paper that names the statement tells the step.
#[test]
fn a_step_is_tied_to_a_statement_by_its_id_or_by_a_post() {
    let room = case();
    let complaint = |out: &str| {
        room.ok(&["draft", "case", "complaint-defamation", "--format", "json", "--out", out]);
        drawn(&room, out, "complaint-defamation")
    };
    let before = complaint("before");
    let id = before["statements"][0]["id"].as_str().unwrap();
    let add = |track: &str, statement: &str| {
        let step = ["step", "case", "add", "platform-notice", "received", "--on", "2026-02-10"];
        let about =
            ["--track", track, "--body", "platform", "--body-name", "某平台", "--statement", statement];
        room.json(&[&step[..], &about].concat())["step"]["event"]["statement"].as_str().unwrap().to_owned()
    };
    let key = add("1", id);
    assert!(key.contains('/') && !key.starts_with("post:"), "{key}");
    assert_eq!(add("2", &format!("post:{key}")), key);
    let told = |input: &Value| input["platform_steps"].as_array().map_or(0, Vec::len);
    assert_eq!(told(&complaint("after")), told(&before) + 2);
    let answer = room.redress(&[
        "step",
        "case",
        "add",
        "platform-notice",
        "received",
        "--on",
        "2026-02-10",
        "--track",
        "3",
        "--statement",
        "st-00000000",
    ]);
    assert!(answer.code == 2 && answer.err.contains("st-00000000"), "{} {}", answer.code, answer.err);
}

/// A place that is only held is told before anything is drawn; what rests on a text that nobody checked is told beside the
/// final and stands on none of its pages.
#[test]
fn a_final_holds_no_place_and_carries_no_note_to_whoever_prepared_it() {
    let room = case();
    room.write("answers.toml", COMPLETE.replace("诽谤", "待定"));
    let list = ["draft", "case", "evidence-list", "--final", "--answers", "answers.toml", "--out", "papers"];
    let answer = room.redress(&list);
    assert_eq!(answer.code, 2, "{}", answer.err);
    assert!(answer.err.contains("cause (待定)"), "{}", answer.err);
    room.write("answers.toml", COMPLETE);
    let answer = room.redress(&list);
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert!(
        format!("{}{}", answer.out, answer.err).contains("was not checked"),
        "{}{}",
        answer.out,
        answer.err
    );
}

/// 法释〔2021〕1号 323 (2021-03-01): whoever signs says whom and what a paper names. What is left out is among the questions, is told
/// when the paper is drawn, and is left out again when it is derived again.
#[test]
fn what_is_left_out_is_told_and_derived_again() {
    let room = case();
    let questions = room.ok(&["draft", "case", "account-sheet", "--questions"]);
    let listed: Vec<&str> = questions.lines().filter_map(|line| line.strip_prefix("#   st-")).collect();
    assert!(listed.len() > 1 && questions.contains("# left_out = []"), "{questions}");
    let id = format!("st-{}", listed[0].split_once(' ').unwrap().0);
    room.write("answers.toml", format!("[account-sheet]\nleft_out = [\"{id}\"]\n"));
    let answers = ["draft", "case", "account-sheet", "--answers", "answers.toml"];
    let told = room.redress(&[&answers[..], &["--final", "--format", "json", "--out", "papers"]].concat());
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(format!("{}{}", told.out, told.err).contains(&id), "{}{}", told.out, told.err);
    let text = std::fs::read_to_string(room.path("papers/account-sheet.json")).unwrap();
    let input: Value = serde_json::from_str(&text).unwrap();
    let rows = input["rows"].as_array().unwrap();
    assert!(!rows.is_empty() && rows.iter().all(|row| row["statement"] != id.as_str()), "{text}");
    room.ok(&["pack", "case", "bundle"]);
    assert_eq!(room.json(&["recompute", "bundle"])["same"], true);
    // Without that line the rows that are not there would have been taken out by somebody.
    let folder = std::fs::read_dir(room.path("bundle/data/papers")).unwrap().map(|file| file.unwrap().path());
    let file = folder.filter(|name| name.to_string_lossy().contains("account-sheet")).max().unwrap();
    let mut packed: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    packed["input"]["left_out"] = Value::from(Vec::<String>::new());
    std::fs::write(&file, serde_json::to_vec(&packed).unwrap()).unwrap();
    let answer = room.redress(&["recompute", "bundle"]);
    assert_eq!(answer.code, 4, "{}{}", answer.out, answer.err);
    assert!(format!("{}{}", answer.out, answer.err).contains("✗ /input/rows"), "{}", answer.out);
    room.write("answers.toml", "[account-sheet]\nleft_out = [\"st-00000000\"]\n");
    let answer = room.redress(&[&answers[..], &["--out", "papers"]].concat());
    assert!(
        answer.code == 3 && answer.err.contains("st-00000000") && answer.err.contains(&id),
        "{}",
        answer.err
    );
}

/// What stands in a packed paper and the file does not say is found by its place.
#[test]
fn a_packed_paper_that_was_changed_is_found() {
    let room = case();
    let entry = |bundle: &str| {
        let folder = room.path(bundle).join("data/papers");
        let names = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
        names.filter(|name| name.to_string_lossy().contains("complaint-defamation")).max().unwrap()
    };
    room.ok(&["pack", "case", "bundle"]);
    let done = room.json(&["recompute", "bundle"]);
    assert_eq!(done["same"], true, "{done}");
    let file = entry("bundle");
    let whole: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    let figures = "/input/statements/0/figures";
    assert!(whole.pointer(figures).unwrap().as_array().unwrap().len() > 1, "{whole}");
    let shorter = |at: &str| {
        let mut places = whole.pointer(at).unwrap().as_array().unwrap().clone();
        places.pop();
        Value::from(places)
    };
    for (at, new) in [
        (figures, shorter(figures)),
        (figures, serde_json::json!([])),
        ("/input/statements/0/words", Value::from("另一句")),
        ("/input/exhibits/0/sha256", Value::from("0".repeat(64))),
        ("/input/exhibits", shorter("/input/exhibits")),
        ("/input/exhibits", serde_json::json!([])),
        ("/input/statements", serde_json::json!([])),
    ] {
        let mut changed = whole.clone();
        *changed.pointer_mut(at).unwrap() = new;
        std::fs::write(&file, serde_json::to_vec(&changed).unwrap()).unwrap();
        // The manifests do not hold either; what is looked for is the place that deriving it again names.
        let answer = room.redress(&["recompute", "bundle"]);
        assert_eq!(answer.code, 4, "{at}: {}{}", answer.out, answer.err);
        // Under the name of the form, not under the result.
        let head = "Values that differ in the paper “Criminal complaint by a private prosecutor";
        let (_, after) =
            answer.out.split_once(head).unwrap_or_else(|| panic!("{at}: {}{}", answer.out, answer.err));
        assert!(
            after.contains(&format!("✗ {at}")) && !answer.out.contains("result.json"),
            "{at}: {}",
            answer.out
        );
    }
}

/// Whoever reads no English is told as well: which form, which place, which line, what belongs there, what was found.
#[test]
fn an_answer_that_does_not_fit_is_told_by_its_line_in_both_languages() {
    let room = case();
    let file = "[complaint-defamation]\ncourt = 3\nmediation = \"yes\"\n\n[legal-aid-application]\nrole = \"accuser\"\n";
    room.write("answers.toml", file);
    let wish = ["draft", "case", "complaint-defamation", "--answers", "answers.toml", "--out", "papers"];
    let answer = room.redress(&[&["--lang", "zh-Hans"], &wish[..]].concat());
    assert_eq!(answer.code, 3, "{}", answer.err);
    for said in [
        "文书 complaint-defamation 的 court (answers.toml:2) 处填写有误：应填文字，加引号，填的是数 3。",
        "文书 complaint-defamation 的 mediation (answers.toml:3) 处填写有误：应填true（是）或者 false（否），不加引号，填的是文字 \"yes\"。",
        "文书 legal-aid-application 的 role (answers.toml:6) 处填写有误：应填下列值之一",
        "private-prosecutor (自诉案件的自诉人",
    ] {
        assert!(answer.err.contains(said), "{said}\n{}", answer.err);
    }
    let answer = room.redress(&wish);
    assert!(
        answer.err.contains("a text in quotation marks belongs there, and there is a number, 3."),
        "{}",
        answer.err
    );
    room.write("answers.toml", "[complaint-defamation]\nmediation = true\ncourt = 某法院\n");
    let answer = room.redress(&[&["--lang", "zh-Hans"], &wish[..]].concat());
    assert!(answer.err.contains("answers.toml 第 3 行读不懂：court = 某法院"), "{}", answer.err);
    room.write("answers.toml", "[complaint-defamation]\nmediation = true\n\n[complaint-defamation.statements.0]\nwords = \"另一句\"\n");
    let answer = room.redress(&wish);
    assert!(answer.err.contains("statements.0.words (answers.toml:5)"), "{}", answer.err);
    // A day without quotation marks is a day.
    room.write("answers.toml", "[evidence-list]\ncause = \"诽谤\"\ndate = 2026-04-21\n");
    room.ok(&[
        "draft",
        "case",
        "evidence-list",
        "--answers",
        "answers.toml",
        "--format",
        "json",
        "--out",
        "papers",
    ]);
    assert_eq!(drawn(&room, "papers", "evidence-list")["date"], "2026-04-21");
}

#[test]
fn every_choice_shows_its_value_and_its_word() {
    let room = case();
    let questions = room.ok(&["--lang", "zh-Hans", "draft", "case", "legal-aid-application", "--questions"]);
    assert!(questions.contains("#   private-prosecutor  自诉案件的自诉人"), "{questions}");
    let questions = room.ok(&["--lang", "zh-Hans", "draft", "case", "complaint-defamation", "--questions"]);
    // What the file can ask the police for is filled in already: why it cannot be had otherwise, a person says.
    assert!(questions.contains("# help.reason = \"\"") && !questions.contains("help.items"), "{questions}");
    let questions = room.ok(&["--lang", "zh-Hans", "draft", "case", "injunction-application", "--questions"]);
    let (_, under) = questions.split_once("# ── 如果 security = true (是)，还要填写：").unwrap();
    assert!(under.contains("# security_kind = \"\""), "{questions}");
    let form = room.ok(&["--lang", "zh-Hans", "forms", "public-security-report"]);
    assert!(form.contains("conduct: threat 威胁人身安全") || form.contains("conduct: threat "), "{form}");
    assert!(form.contains(" | insult ") && form.contains("跟踪"), "{form}");
    let help = room.ok(&["--lang", "zh-Hans", "party", "case", "add", "--help"]);
    assert!(
        help.contains("grandparent:") && help.contains("祖父母、外祖父母") && help.contains("因未成年"),
        "{help}"
    );
}

/// A list of forms says to whom each goes; a name that is none comes with the nearest, by its letters or by its title.
#[test]
fn forms_are_found_by_their_addressee_and_by_their_title() {
    let room = case();
    let list = room.ok(&["--lang", "zh-Hans", "forms"]);
    assert!(list.contains("platform-notice　网络侵权通知函 → 网络服务提供者［"), "{list}");
    let english = room.ok(&["--lang", "en", "forms"]);
    assert!(english.contains("civil-complaint  Civil complaint → People's court ["), "{english}");
    for (typed, first) in [
        ("complaint-defamtion", "complaint-defamation ("),
        ("通知函", "platform-notice ("),
        ("civil", "civil-complaint ("),
    ] {
        let answer = room.redress(&["--lang", "zh-Hans", "forms", typed]);
        assert_eq!(answer.code, 2, "{}", answer.err);
        let nearest = answer.err.split_once("最接近的：").unwrap().1;
        assert!(nearest.starts_with(first), "{typed}: {nearest}");
        assert!(nearest.matches(" / ").count() == 3 && nearest.contains("redress forms"), "{nearest}");
    }
}

/// What picks out of the file picks what is there: the list of questions has it, and anything else is refused by its line.
#[test]
fn what_the_file_does_not_have_cannot_be_picked() {
    let room = case();
    let document = room.json(&["draft", "case", "platform-notice", "complaint-defamation", "--questions"]);
    let offered = &document["offered"];
    let values = |form: &str, field: &str| -> Vec<String> {
        let all = offered[form].as_array().unwrap();
        let of = all.iter().find(|one| one["field"] == field).unwrap();
        of["values"].as_array().unwrap().iter().map(|one| one["value"].as_str().unwrap().to_owned()).collect()
    };
    assert!(values("platform-notice", "service").contains(&"微博".to_owned()), "{offered:#}");
    let exhibits = values("complaint-defamation", "other_exhibits");
    let beyond = exhibits.len() + 1;
    let answers = format!("[complaint-defamation]\ncourt = \"某法院\"\nother_exhibits = [1, {beyond}]\n");
    room.write("answers.toml", answers);
    let answer = room.redress(&[
        "--lang",
        "en",
        "draft",
        "case",
        "complaint-defamation",
        "--answers",
        "answers.toml",
        "--out",
        "papers",
    ]);
    assert_eq!(answer.code, 3, "{}", answer.err);
    assert!(
        answer.err.contains("answers.toml:3") && answer.err.contains(&format!("no {beyond}")),
        "{}",
        answer.err
    );
    assert!(!room.path("papers").exists());
}

#[test]
fn an_empty_name_in_the_environment_is_no_name() {
    let room = case();
    let wish = ["draft", "case", "evidence-list", "--format", "json", "--out", "papers"];
    let output = room.command(&wish).env("REDRESS_BY", " ").output().unwrap();
    let answer = crate::run::answer(output);
    assert_eq!(answer.code, 0, "{}", answer.err);
}
