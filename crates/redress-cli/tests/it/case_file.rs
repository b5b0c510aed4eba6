//! The case file as its keepers use it: handed over and back, exported, refused, looked into.

use crate::run::{Room, repository, typed, walk};
use serde_json::{Value, json};

/// SHA-256 of the last line, by the program's own account.
pub(crate) fn head(room: &Room, case: &str) -> String {
    room.json(&["log", case])["head"].as_str().unwrap().to_owned()
}

/// One clear message in both languages, with a documented code and advice, and the case as it was.
pub(crate) fn refused(room: &Room, case: &str, args: &[&str], exit: i32, code: &str) -> Value {
    let before = head(room, case);
    let mut english = Value::Null;
    for language in ["zh-Hans", "en"] {
        let mut all = vec!["--json", "--lang", language];
        all.extend(args);
        let answer = room.redress(&all);
        assert_eq!(answer.code, exit, "{args:?}: {}{}", answer.out, answer.err);
        let document: Value = serde_json::from_str(&answer.out).unwrap();
        assert_eq!(document["finding"]["code"], code, "{args:?}: {document:#}");
        let sentence = document["sentence"].as_str().unwrap();
        assert!(!sentence.is_empty() && !sentence.contains('⟦') && !sentence.contains('{'), "{document:#}");
        assert!(document["advice"].as_str().is_some_and(|advice| !advice.is_empty()), "{document:#}");
        english = document;
    }
    let plain = room.redress(args);
    assert_eq!((plain.code, plain.err.matches('✗').count()), (exit, 1), "{}", plain.err);
    assert_eq!(head(room, case), before, "{args:?} left an entry");
    english
}

/// What stands in a document fits the schema that the document names.
pub(crate) fn fits(room: &Room, document: &Value) {
    let named = document["schema"].as_str().unwrap().strip_prefix("redress/").unwrap();
    let (name, version) = named.rsplit_once('/').unwrap();
    let schema =
        std::fs::read_to_string(repository().join(format!("schemas/{name}.{version}.json"))).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let checker = jsonschema::validator_for(&schema).unwrap();
    let wrong: Vec<String> = checker.iter_errors(document).map(|error| error.to_string()).take(3).collect();
    assert_eq!(wrong, Vec::<String>::new(), "{name}: {document:#}");
    let _ = room;
}

/// A case with a victim whose details are known, a lawyer, and a respondent of whom only an account is known.
fn case(room: &Room) {
    room.case("spring");
    room.write("decision.txt", "某市公安局某分局行政处罚决定书（虚构）");
    room.ok(&["add", "spring", "decision.txt", "--role", "paper"]);
    let details = "name = \"周某某\"\nphone = \"13912345678\"\nid-number = \"330106199201010021\"\n";
    let details = room.write("details.toml", details);
    fits(room, &room.json(&["party", "spring", "add", "victim", "--details", details.to_str().unwrap()]));
    room.ok(&typed("party spring add agent --for party-01 --relation lawyer --because mandate"));
    let unknown = "party spring add respondent --identity unknown --detail accounts=weibo/7100000042";
    room.ok(&typed(unknown));
}

/// Hands the case over to the next stage, or back, in a document that fits its schema.
fn over(room: &Room, from: &str, file: &str, way: &str, bodies: (&str, &str), on: &str) -> Value {
    let (by, to) = bodies;
    let done = room.json(&typed(&format!(
        "transfer {from} {file} --way {way} --from-body {by} --to-body {to} --on {on}"
    )));
    fits(room, &done);
    done
}

/// The police hand over to the procuratorate.
fn sent(room: &Room) -> Value {
    over(room, "spring", "go.zip", "next-stage", ("police", "procuratorate"), "2026-03-02")
}

/// Police to procuratorate and back: one chain, checked at every receipt, and no second way on.
#[test]
fn a_case_goes_to_another_body_and_comes_back() {
    let room = Room::new();
    case(&room);
    let sent = sent(&room);
    assert_eq!(sent["sheet"]["parties"][2], json!(["party-03", "respondent"]));
    fits(&room, &sent["sheet"]);
    fits(&room, &sent["manifest"]);
    nothing_goes_on_where_it_was_handed_over(&room);
    let once_more = room.json(&["transfer", "spring", "again.zip", "--again"]);
    assert_eq!(
        (&once_more["sheet"], &once_more["manifest"]["head"]),
        (&sent["sheet"], &sent["manifest"]["head"])
    );
    only_the_body_it_was_sent_to_receives_it(&room);
    let received = room.json(&typed("receive go.zip there --body procuratorate --on 2026-03-03 --by Qian"));
    fits(&room, &received);
    assert_eq!(received["sheet"], sent["sheet"]);
    let second = typed("receive again.zip there --body procuratorate --on 2026-03-03");
    refused(&room, "there", &second, 2, "workbench-received-before");
    it_comes_back_with_what_was_done_there(&room);
    // What identifies the parties came back too.
    let shown = room.json(&["party", "spring", "show", "party-01", "--unmask", "--purpose", "complaint"]);
    fits(&room, &shown);
    assert_eq!(shown["fields"]["name"], "周某某");
}

/// The sheet names each item, so that whoever signs can tell them apart; a name makes no column and shows no number.
#[test]
fn the_transfer_sheet_names_the_items() {
    let room = Room::new();
    case(&room);
    room.write("周某某|13912345678_20260301.txt", "x");
    room.ok(&["add", "spring", "周某某|13912345678_20260301.txt", "--role", "paper"]);
    let way = "--way next-stage --from-body police --to-body court --on 2026-03-02 --lang zh-Hans";
    let mut line = vec!["transfer", "spring", "go.zip", "--sheet", "sheet.md"];
    line.extend(typed(way));
    let sent = room.json(&line);
    fits(&room, &sent);
    let items = sent["sheet"]["items"].as_array().unwrap();
    assert_eq!((&items[0]["name"], &items[0]["role"]), (&json!("decision.txt"), &json!("paper")));
    assert_eq!(items[1]["name"], "周某某|…_20260301.txt");
    let sheet = std::fs::read_to_string(room.path("sheet.md")).unwrap();
    assert!(sheet.contains("| item-000001 | decision.txt | 文书 |"), "{sheet}");
    assert!(sheet.contains("周某某\\|…\\_20260301.txt") && !sheet.contains("13912345678"), "{sheet}");
}

/// Here nothing goes on any more, and nothing can be sent twice; the same file can be written again.
fn nothing_goes_on_where_it_was_handed_over(room: &Room) {
    for line in [
        "record spring decision q a --reason r",
        "party spring show party-01 --unmask",
        "transfer spring x.zip --way next-stage --from-body police --to-body court --on 2026-03-02",
    ] {
        refused(room, "spring", &typed(line), 2, "workbench-handed-over");
    }
    assert!(!room.path("x.zip").exists());
}

/// Another body cannot receive it, nor the sender itself, nor anybody before it was sent or in the future.
fn only_the_body_it_was_sent_to_receives_it(room: &Room) {
    for (body, on, code) in [
        ("court", "2026-03-03", "workbench-received-by-other"),
        ("police", "2026-03-03", "workbench-received-by-other"),
        ("procuratorate", "2026-03-01", "workbench-received-early"),
        ("procuratorate", "2099-01-01", "workbench-day-ahead"),
    ] {
        refused(room, "spring", &["receive", "go.zip", "there", "--body", body, "--on", on], 2, code);
        refused(room, "spring", &["receive", "go.zip", "spring", "--body", body, "--on", on], 2, code);
        assert!(!room.path("there").exists());
    }
}

/// The receiver decides and sends it back; the chain at home holds both ways and goes on.
fn it_comes_back_with_what_was_done_there(room: &Room) {
    let decision = ["record", "there", "decision", "whether to indict", "no", "--reason", "a private case"];
    room.ok(&[&decision[..], &["--by", "Qian"]].concat());
    over(room, "there", "back.zip", "return", ("procuratorate", "police"), "2026-04-01");
    let back = room.json(&["receive", "back.zip", "spring", "--body", "police", "--on", "2026-04-02"]);
    assert_eq!(back["entries"], 4, "receipt, decision, sealed head, handing over: {back:#}");
    room.ok(&["record", "spring", "decision", "what follows", "tell the victim", "--reason", "op 17"]);
    let entries = room.json(&["log", "spring"])["entries"].as_array().unwrap().clone();
    let kinds: Vec<&str> = entries.iter().map(|row| row["entry"]["what"]["kind"].as_str().unwrap()).collect();
    assert_eq!(
        kinds[kinds.len() - 8..],
        ["sealed", "handed-over", "received", "decided", "sealed", "handed-over", "received", "decided"]
    );
}

/// A return that does not follow what stands here: refused with the account of where, and nothing changed.
#[test]
fn a_copy_that_went_apart_is_refused_with_the_place() {
    let room = Room::new();
    case(&room);
    fits(&room, &room.json(&["export", "spring", "copy.zip", "--purpose", "counsel", "--to", "legal aid"]));
    let imported = room.json(&["import", "copy.zip", "lawyer"]);
    fits(&room, &imported);
    assert_eq!(head(&room, "lawyer"), head(&room, "spring"));
    let common = room.json(&["log", "spring"])["entries"].as_array().unwrap().len();
    room.ok(&["record", "lawyer", "decision", "route", "private", "--reason", "numbers", "--by", "Lin"]);
    room.ok(&["export", "lawyer", "later.zip", "--purpose", "counsel"]);
    room.ok(&["record", "spring", "mark", "supervised", "--on", "2026-03-01", "--body", "procuratorate"]);
    let told = refused(&room, "spring", &["import", "later.zip", "spring"], 2, "workbench-file-apart");
    let sentence = told["sentence"].as_str().unwrap();
    assert!(sentence.contains(&format!("after entry {common}")) && sentence.contains("marked"), "{sentence}");
    assert!(sentence.contains("decided") && sentence.contains("Lin"), "{sentence}");
    // Another case altogether.
    room.case("summer");
    refused(&room, "summer", &["import", "later.zip", "summer"], 2, "workbench-file-foreign");
    // The older copy holds nothing new here.
    let same = room.json(&["import", "copy.zip", "spring"]);
    assert_eq!((&same["copies"]["copies"], &same["entries"]), (&json!("this-ahead"), &json!(0)));
}

/// What happened on the first track of a case, and where it stands.
fn track(room: &Room, case: &str) -> (Vec<String>, Value) {
    let steps = room.json(&["step", case, "list"]);
    fits(room, &steps);
    let history = steps["tracks"][0]["steps"].as_array().unwrap();
    let named = history.iter().map(|step| step["event"]["event"].as_str().unwrap().to_owned());
    (named.collect(), steps["tracks"][0]["state"].clone())
}

/// 指导意见 18 (2023-09-20): administrative to criminal and back; both ways are steps of the procedure too, recorded with
/// the handing over and not a second time.
#[test]
fn administrative_to_criminal_and_back_are_steps_as_well() {
    let room = Room::new();
    case(&room);
    let go = typed(
        "transfer spring go.zip --way to-criminal --from-body government --from-name 某市网信办 \
         --to-body police --to-name 某市公安局 --on 2026-03-02 --number",
    );
    let wrong = [&go[..], &["17"]].concat();
    refused(&room, "spring", &wrong, 2, "workbench-number-unfit");
    let sent = room.json(&[&go[..], &["某网信移字[2026]3号"]].concat());
    assert_eq!(sent["sheet"]["number"], "某网信移字〔2026〕3号");
    assert_eq!(sent["sheet"]["tracks"], json!([["transfer/1", "已移送"]]));
    room.ok(&typed("receive go.zip there --body police --body-name 某市公安局 --on 2026-03-03"));
    assert_eq!(
        track(&room, "there"),
        (vec!["handed-over".to_owned(), "received".to_owned()], json!("received"))
    );
    // Where the step stands already, it is not recorded twice.
    let add = "step there add transfer handed-over --on 2026-05-01 --reason criminal-to-administrative \
               --body police --body-name 某市公安局";
    fits(&room, &room.json(&typed(add)));
    room.ok(&typed(
        "transfer there back.zip --way to-administrative --from-body police --to-body government \
         --on 2026-05-01 --without-details",
    ));
    let back = room.json(&typed("receive back.zip spring --body government --on 2026-05-02"));
    assert_eq!(back["left_out"], json!([]), "the details are here already");
    assert_eq!(track(&room, "spring").0.len(), 4);
    fits(&room, &room.json(&["step", "spring", "next", "transfer"]));
}

/// Without the details the file still holds; what is missing is said, and looking at it is refused.
#[test]
fn a_file_without_personal_details_works_and_says_what_is_left_out() {
    let room = Room::new();
    case(&room);
    room.ok(&["pack", "spring", "before"]);
    room.ok(&typed("step spring add private-prosecution filed --on 2026-03-01"));
    room.ok(&[
        "transfer",
        "spring",
        "go.zip",
        "--way",
        "court-to-police",
        "--from-body",
        "court",
        "--to-body",
        "police",
        "--on",
        "2026-03-02",
        "--without-details",
    ]);
    let received = room.json(&["receive", "go.zip", "there", "--body", "police", "--on", "2026-03-02"]);
    assert_eq!(received["left_out"].as_array().unwrap().len(), 2);
    let whole = std::fs::read(room.path("go.zip")).unwrap();
    for private in ["周某某", "13912345678", "7100000042"] {
        assert!(!whole.windows(private.len()).any(|part| part == private.as_bytes()), "{private}");
    }
    refused(
        &room,
        "there",
        &["party", "there", "show", "party-01", "--unmask"],
        2,
        "workbench-details-left-out",
    );
    room.ok(&["pack", "there", "bundle"]);
    room.ok(&["verify", "bundle"]);
}

/// The list of bad input: one clear message each, and the case as it was.
#[test]
fn bad_steps_and_records_are_refused_one_by_one() {
    let room = Room::new();
    case(&room);
    let step = |more: &[&'static str]| -> Vec<&'static str> {
        ["step", "spring", "add"].into_iter().chain(more.iter().copied()).collect()
    };
    room.ok(&step(&["private-prosecution", "filed", "--on", "2026-02-01"]));
    // A date in the future, a duplicate, out of order, a wrong number.
    refused(
        &room,
        "spring",
        &step(&["private-prosecution", "accepted", "--on", "2099-01-01"]),
        3,
        "procedure-in-future",
    );
    refused(
        &room,
        "spring",
        &step(&["private-prosecution", "filed", "--on", "2026-02-01"]),
        3,
        "procedure-duplicate",
    );
    refused(
        &room,
        "spring",
        &step(&["private-prosecution", "appealed", "--on", "2026-02-03"]),
        3,
        "procedure-order",
    );
    refused(
        &room,
        "spring",
        &step(&["private-prosecution", "accepted", "--on", "2026-02-05", "--number", "no 5"]),
        3,
        "procedure-number-wrong",
    );
    refused(
        &room,
        "spring",
        &step(&["private-prosecution", "withdrawn", "--on", "2026-01-05", "--reason", "other"]),
        3,
        "procedure-track-unknown",
    );
    // 法释〔2021〕1号 320(2)(6) (2021-03-01): after a withdrawal without a lack of evidence, no new suit on the same facts.
    room.ok(&step(&["private-prosecution", "withdrawn", "--on", "2026-02-10", "--reason", "other"]));
    let closed = refused(
        &room,
        "spring",
        &step(&["private-prosecution", "filed-again", "--on", "2026-02-20"]),
        3,
        "procedure-closed",
    );
    assert!(
        closed["sentence"].to_string().contains("320") || closed["place"].to_string().contains("320"),
        "{closed:#}"
    );
}

/// The same for records and parties.
#[test]
fn bad_records_are_refused_one_by_one() {
    let room = Room::new();
    case(&room);
    let told = "record spring notice op17-tell-agent --to party-01 --on 2026-02-01 --body court";
    fits(&room, &room.json(&typed(told)));
    for (line, code) in [
        (told, "workbench-entered-before"),
        ("record spring notice nothing --to party-01 --on 2026-02-01 --body court", "workbench-duty-unknown"),
        (
            "record spring notice op17-tell-agent --to party-09 --on 2026-02-01 --body court",
            "workbench-party-unknown",
        ),
        (
            "record spring notice op17-tell-agent --to party-01 --on 2099-02-01 --body court",
            "workbench-day-ahead",
        ),
        (
            "record spring mark supervised --on 2026-02-01 --body procuratorate --number 17",
            "workbench-number-unfit",
        ),
        ("record spring strike 1 --reason x", "workbench-cannot-strike"),
        ("record spring strike 99 --reason x", "workbench-cannot-strike"),
        (
            "party spring add relative --for party-01 --relation other-relative --because coerced",
            "case-party-no-close-relative",
        ),
        ("party spring add victim --detail nick=x", "case-detail-unknown"),
        ("log spring --kind gossip", "cli-entry-kind-unknown"),
    ] {
        refused(&room, "spring", &typed(line), 2, code);
    }
    let no_question = ["record", "spring", "decision", " ", "a", "--reason", "r"];
    refused(&room, "spring", &no_question, 2, "workbench-text-unfit");
}

/// What lists and shows fits its schema.
#[test]
fn every_list_fits_its_schema() {
    let room = Room::new();
    case(&room);
    room.ok(&typed("record spring notice op17-tell-agent --to party-01 --on 2026-02-01 --body court"));
    for line in ["party spring list", "record spring duties", "procedure", "log spring"] {
        fits(&room, &room.json(&typed(line)));
    }
}

/// Nothing that identifies a party stands anywhere but in the answer to whoever asked for it, and that is recorded first.
#[test]
fn what_identifies_a_party_shows_nowhere_unasked() {
    let room = Room::new();
    case(&room);
    room.ok(&["step", "spring", "add", "private-prosecution", "filed", "--on", "2026-02-01"]);
    let mut shown = Vec::new();
    for args in [
        &["log", "spring"][..],
        &["party", "spring", "list"],
        &["party", "spring", "show", "party-01"],
        &["step", "spring", "list"],
        &["assess", "spring", "--out", "out"],
        &["due", "spring", "--all", "--ics", "dates.ics"],
        &["pack", "spring", "bundle"],
        &["export", "spring", "all.zip", "--without-details"],
        &[
            "transfer",
            "spring",
            "go.zip",
            "--way",
            "next-stage",
            "--from-body",
            "police",
            "--to-body",
            "court",
            "--on",
            "2026-03-02",
            "--without-details",
        ],
    ] {
        shown.push((args[0].to_owned(), room.json(args).to_string()));
        if !["assess", "due", "pack", "export", "transfer"].contains(&args[0]) {
            shown.push((args[0].to_owned(), room.ok(args)));
        }
    }
    let mut files = Vec::new();
    for folder in ["out", "bundle"] {
        walk(&room.path(folder), &room.path(folder), &mut files);
    }
    for name in ["dates.ics", "all.zip", "go.zip", "spring/case.sqlite"] {
        files.push((name.to_owned(), std::fs::read(room.path(name)).unwrap()));
    }
    for (name, bytes) in files {
        shown.push((name, String::from_utf8_lossy(&bytes).into_owned()));
    }
    for (name, text) in &shown {
        for private in ["周某某", "13912345678", "330106199201010021", "7100000042"] {
            assert!(!text.contains(private), "{name} shows {private}");
        }
    }
    assert!(shown.len() > 20);
}

/// The entry is there before anything is shown, also where showing it fails.
#[test]
fn every_look_is_recorded_before_it_is_shown() {
    let room = Room::new();
    case(&room);
    let looks = |room: &Room| {
        let rows = room.json(&["log", "spring", "--kind", "viewed"])["entries"].as_array().unwrap().clone();
        rows.iter().map(|row| row["entry"]["what"]["view"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(looks(&room), Vec::<Value>::new());
    room.ok(&["party", "spring", "show", "party-01"]);
    assert_eq!(looks(&room).len(), 0, "a masked look is no look");
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut look =
        room.command(&["party", "spring", "show", "party-01", "--unmask", "--purpose", "complaint"]);
    assert!(!look.stdout(full).status().unwrap().success());
    assert_eq!(looks(&room), [json!({"seen": "details", "of": "party-01", "purpose": "complaint"})]);
    // The words of posts on a page: the entry stands although the page could not be written.
    room.write("taken", "a file where a folder should be");
    let page = room.redress(&["assess", "spring", "--out", "taken/out", "--unmask"]);
    assert_ne!(page.code, 0);
    assert_eq!(looks(&room).len(), 2);
    room.ok(&["assess", "spring", "--out", "out", "--unmask"]);
    assert_eq!(looks(&room)[2], json!({"seen": "material"}));
    room.ok(&["assess", "spring", "--out", "masked"]);
    assert_eq!(looks(&room).len(), 3);
    // Where no entry can be made, nothing is shown.
    room.ok(&[
        "transfer",
        "spring",
        "go.zip",
        "--way",
        "next-stage",
        "--from-body",
        "police",
        "--to-body",
        "court",
        "--on",
        "2026-03-02",
    ]);
    let refused = room.redress(&["party", "spring", "show", "party-01", "--unmask"]);
    assert!(refused.code == 2 && !refused.out.contains("周某某") && !refused.err.contains("周某某"));
}

/// Whatever reveals private values does it in these files; a new one has to record the look and be named here.
#[test]
fn private_values_are_revealed_in_known_places_only() {
    let known = [
        "redress-cli/src/commands/party.rs",
        "redress-workbench/src/excerpts.rs",
        // Whether a neutral summary quotes the post; the words go nowhere.
        "redress-workbench/src/summary.rs",
        // The length of a post; its first words only after the look is recorded.
        "redress-workbench/src/handles.rs",
        // The leak check, and the links that a recommendation was asked to name; the look stands before either.
        "redress-workbench/src/quotes.rs",
        "redress-workbench/src/publish.rs",
        "redress-report/src/page/measured.rs",
        // What identifies a party, after the look is recorded.
        "redress-web/src/act/party.rs",
        // Two captures: after the look is recorded the words that differ, before it how many.
        "redress-web/src/act/capture.rs",
        "redress-web/src/compare.rs",
        "redress-web/src/page/capture.rs",
        // One post, after the look is recorded; the length of the others, and the search through them.
        "redress-web/src/act/reveal.rs",
        "redress-web/src/page/posts.rs",
        "redress-web/src/page/statements.rs",
        // The first words of a statement in its list, where the look at its first post is recorded in this session.
        "redress-web/src/page/statement_list.rs",
        "redress-web/src/rows.rs",
        // How long the words are, for the memory that is kept of a case.
        "redress-web/src/loaded.rs",
    ];
    let mut found = Vec::new();
    for room in [
        "redress-cli",
        "redress-web",
        "redress-workbench",
        "redress-report",
        "redress-documents",
        "redress-store",
    ] {
        let mut files = Vec::new();
        crate::run::list(&repository().join("crates").join(room).join("src"), &mut files);
        for file in files {
            let text = std::fs::read_to_string(&file).unwrap();
            if text.contains(".reveal()") || text.contains(".into_revealed()") {
                let file = file.to_string_lossy().into_owned();
                found.push(file.rsplit_once("crates/").unwrap().1.to_owned());
            }
        }
    }
    found.sort();
    let mut known = known.map(str::to_owned).to_vec();
    known.sort();
    assert_eq!(found, known);
}

/// Every kind of entry has its words in both languages.
#[test]
fn the_log_names_every_kind() {
    for language in [redress_words::Language::En, redress_words::Language::ZhHans] {
        let words = redress_words::Words::new(language);
        for kind in redress_case::KINDS {
            let said = words.say(&format!("case-entry-{kind}"), &[]);
            assert!(!said.contains('⟦'), "{said}");
        }
    }
}
