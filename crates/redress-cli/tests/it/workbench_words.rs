//! Words of the pages: no page orders somebody to a command line, a refused form comes back as it was typed, a question says
//! whose and which, and papers print no names that only programs use.

use crate::run::{Room, repository};
use crate::serving::Guest;
use crate::workbench::{CASE, example};
use std::collections::BTreeMap;

/// Sentences that no page shows, and why.
const ELSEWHERE: [(&str, &str); 14] = [
    ("evidence-bag-already", "a folder of the computer is made a bag on the command line alone"),
    ("inquiry-", "answers of the law to files of facts are asked for on the command line alone"),
    ("law-json", "whoever writes rules checks them on the command line"),
    ("law-test-fact", "whoever writes rules checks them on the command line"),
    ("lawbook-title", "the name of the book"),
    ("lawbook-lrml-note", "the name of the book, in a file for programs"),
    ("lawbook-copy-unknown-instrument", "official texts are compared on the command line"),
    ("office-config-missing", "before the server listens"),
    ("office-not-set-up", "before the server listens"),
    ("office-schema-older", "before the server listens"),
    ("procedure-data-term-unknown", "whoever writes procedures checks them on the command line"),
    ("web-not-encrypted", "before the server listens"),
    ("web-port-taken", "before the server listens"),
    ("workbench-how-to-verify", "how to verify a bundle is a command"),
];

/// Where a text gives an order to a terminal: the program with a command, or an option.
fn order(text: &str) -> Option<&str> {
    let option = text.match_indices("--").map(|(at, _)| at).find(|at| {
        let (before, after) = (text[..*at].chars().next_back(), text[at + 2..].chars().next());
        before.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '-')
            && after.is_some_and(|c| c.is_ascii_lowercase())
    });
    let command = text.match_indices("redress ").map(|(at, _)| at).next();
    let at = option.or(command)?;
    let end = (at + 60..).find(|end| text.is_char_boundary((*end).min(text.len()))).unwrap_or(text.len());
    Some(&text[at..end.min(text.len())])
}

/// The parts of every sentence of a file: `value`, `advice`, `web`, `web-advice`.
fn sentences(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut found: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let (mut code, mut part) = (String::new(), String::new());
    for line in text.lines() {
        let head = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()));
        let attribute = line.strip_prefix("    .").and_then(|rest| rest.split_once(" = "));
        let said = match (head, attribute) {
            (Some((name, said)), _) => {
                (code, part) = (name.to_owned(), "value".to_owned());
                said
            }
            (None, Some((name, said))) => {
                part = name.to_owned();
                said
            }
            _ if line.starts_with(' ') && !code.is_empty() => line,
            _ => {
                code.clear();
                continue;
            }
        };
        let place = found.entry(code.clone()).or_default().entry(part.clone()).or_default();
        place.push_str(said);
        place.push('\n');
    }
    found
}

#[test]
fn no_sentence_that_a_page_can_show_orders_anybody_to_a_command_line() {
    let (mut orders, mut read, mut used) = (Vec::new(), 0, BTreeMap::new());
    for language in ["en", "zh-Hans"] {
        let folder = repository().join("locales").join(language);
        for file in std::fs::read_dir(folder).unwrap().map(|one| one.unwrap().path()) {
            let name = file.file_name().unwrap().to_str().unwrap().to_owned();
            // The command line and the verifier speak to whoever typed.
            if ["cli.ftl", "verify.ftl"].contains(&name.as_str()) {
                continue;
            }
            for (code, parts) in sentences(&std::fs::read_to_string(&file).unwrap()) {
                read += 1;
                let own = |first: &str, second: &str| parts.get(first).or(parts.get(second)).cloned();
                let said = [own("web", "value"), own("web-advice", "advice")];
                for text in said.iter().flatten() {
                    let Some(found) = order(text) else { continue };
                    match ELSEWHERE.iter().find(|(known, _)| code.starts_with(known)) {
                        Some((known, _)) => *used.entry(*known).or_insert(0) += 1,
                        None if code == "workbench-member-scope" => {}
                        None => orders.push(format!("{language}/{name} {code}: {found}")),
                    }
                }
            }
        }
    }
    assert!(read > 4_000, "{read}");
    assert!(orders.is_empty(), "{}", orders.join("\n"));
    assert_eq!(used.len(), ELSEWHERE.len(), "a line that is no longer needed: {used:?}");
}

#[test]
fn orders_are_seen_and_plain_words_are_not() {
    for bad in ["run redress add", "use redress add", "用 --for 指明", "（--kind）", "“redress log CASE”"]
    {
        assert!(order(bad).is_some(), "{bad}");
    }
    for good in ["a redress-case", "2026--2027", "—— 也", "the law of redress."] {
        assert!(order(good).is_none(), "{good}");
    }
}

/// The text of the page that answered, which must be the form's own with nothing said to a terminal.
fn refused(guest: &Guest<'_>, path: &str, fields: &[(&str, &str)]) -> String {
    let got = guest.post(path, fields);
    let text = got.text();
    assert!([409, 422].contains(&got.status), "{path}: {} {text}", got.status);
    assert!(text.contains("role=\"alert\""), "{path}: {text}");
    let plain: String = text.split('<').filter_map(|one| one.split_once('>')).map(|(_, text)| text).collect();
    assert!(order(&plain).is_none(), "{path}: {:?}", order(&plain));
    text
}

/// The other forms: a step, a record, a new case, and handing over on a day to come.
fn other_forms(guest: &Guest<'_>, typed: &str, shown: &str) {
    let fields = [
        ("procedure", "private-prosecution"),
        ("track", "1"),
        ("event", "filed"),
        ("on", "someday"),
        ("number", typed),
    ];
    let page = refused(guest, &format!("{CASE}/step"), &fields);
    assert!(page.contains(shown) && page.contains("name=\"event\" value=\"filed\""), "{page}");
    let fields = [("paper", typed), ("body", "court"), ("body-name", "A court"), ("on", "never")];
    let page = refused(guest, &format!("{CASE}/record/filing"), &fields);
    assert!(page.contains(shown) && page.contains("value=\"A court\""), "{page}");
    assert!(page.contains("<option value=\"court\" selected>"), "{page}");
    let page = refused(guest, "/c", &[("cover", "")]);
    assert!(page.contains("action=\"/c\"") && page.contains("aria-invalid=\"true\""), "{page}");
    assert!(!page.contains("The case is as it was"), "there is no case yet");
    let fields = [
        ("way", "to-criminal"),
        ("from-body", "government"),
        ("from-body-name", typed),
        ("to-body", "police"),
        ("to-body-name", "A police"),
        ("on", "2199-01-01"),
        ("sure", "1"),
        ("without-details", "1"),
    ];
    let page = refused(guest, &format!("{CASE}/hand-over"), &fields);
    assert!(page.contains(shown) && page.contains("value=\"2199-01-01\""), "{page}");
    let ticked = page.split("name=\"without-details\"").nth(1).unwrap().split('>').next().unwrap();
    assert!(ticked.contains(" checked"), "{ticked}");
}

#[test]
fn a_refused_form_comes_back_with_what_was_typed_and_the_error_at_its_field() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let typed = "Wen \"Qing\" <x> & Co";
    let shown = "value=\"Wen &quot;Qing&quot; &lt;x&gt; &amp; Co\"";

    // A party: an agent acts for somebody.
    let fields = [("capacity", "agent"), ("person", "natural"), ("for", "party-99"), ("detail-name", typed)];
    let page = refused(&guest, &format!("{CASE}/people/add"), &fields);
    assert!(
        page.contains(shown) && page.contains("action=\"/c/rd-example-courier-rumour/people/add\""),
        "{page}"
    );
    assert!(page.contains("<option value=\"agent\" selected>"), "{page}");
    let field = page.split("name=\"for\"").nth(1).unwrap().split('>').next().unwrap();
    assert!(field.contains("aria-invalid=\"true\""), "{field}");

    // A fact: a number that is none.
    let fields = [
        ("term", "repost_count"),
        ("seen", "0"),
        ("scope", "case"),
        ("value", "abc"),
        ("standing", "stated"),
        ("reason", typed),
    ];
    let page = refused(&guest, &format!("{CASE}/facts/set"), &fields);
    assert!(
        page.contains("value=\"abc\" aria-invalid")
            || page.contains("aria-invalid=\"true\" aria-describedby=\"refused\" autofocus value=\"abc\""),
        "{page}"
    );
    assert!(page.contains("Wen &quot;Qing&quot; &lt;x&gt; &amp; Co</textarea>"), "{page}");
    assert!(!page.contains("repost_count is") && !page.contains("value of repost_count"), "{page}");

    other_forms(&guest, typed, shown);
    // What was typed is put right on that page, and entered.
    let mended = [
        ("capacity", "agent"),
        ("person", "natural"),
        ("for", "party-01"),
        ("because", "mandate"),
        ("detail-name", typed),
    ];
    assert_eq!(guest.post(&format!("{CASE}/people/add"), &mended).status, 303);
}

#[test]
fn a_page_that_says_no_leads_back() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let got = guest.post(&format!("{CASE}/strike"), &[("entry", "1"), ("reason", "x")]);
    let text = got.text();
    assert_eq!(got.status, 422, "{text}");
    assert!(text.contains(&format!("href=\"{CASE}\"")) && text.contains("Back"), "{text}");
    let got = guest.upload("/verify", &[], &[("a.txt", b"x".as_slice())]);
    assert!(!got.text().contains("The case is as it was"), "{}", got.text());
    assert!(order(&got.text().replace("redress</", "")).is_none(), "{:?}", order(&got.text()));
}

#[test]
fn questions_say_whose_and_which_and_drafts_print_no_names_of_programs() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let list = guest.get_in(&format!("{CASE}/papers/evidence-list"), "zh-CN").text();
    assert!(list.contains("证据6：证明目的") && list.contains("证据9：证明目的"), "{list}");
    let complaint = format!("{CASE}/papers/complaint-defamation");
    let page = guest.get_in(&complaint, "zh-CN").text();
    assert!(page.contains("自诉部分是否同意调解") && page.contains("附带民事部分是否同意调解"), "{page}");
    for word in ["命令行", "st-", "redress "] {
        let plain: String =
            page.split('<').filter_map(|one| one.split_once('>')).map(|(_, text)| text).collect();
        assert!(!plain.contains(word), "{word}");
    }
    // What comes from the case has a way to where it is entered.
    if page.contains("来自案卷本身") {
        assert!(page.split("来自案卷本身").nth(1).unwrap().contains("<a href=\"/c/"), "{page}");
    }
    let english = guest.get(&format!("{CASE}/papers")).text();
    assert!(!english.contains("民法典") && !english.contains("刑事诉讼法"), "{english}");
    // Of what is left out the page speaks by its name.
    let statement = page.split("name=\"left_out\" value=\"st-").nth(1).unwrap().split('"').next().unwrap();
    let id = format!("st-{statement}");
    let fields = [
        ("form", "complaint-defamation"),
        ("left_out_offered", "1"),
        ("left_out", id.as_str()),
        ("format", "docx"),
    ];
    assert_eq!(guest.post(&format!("{CASE}/papers/draw"), &fields).status, 303);
    let page = guest.get(&complaint).text();
    let plain: String = page.split('<').filter_map(|one| one.split_once('>')).map(|(_, text)| text).collect();
    assert!(plain.contains("leaves out: ") && !plain.contains("st-") && order(&plain).is_none(), "{plain}");
    let file = guest.get(&format!("{complaint}/file"));
    room.write("paper.docx", file.body);
    let python = "import zipfile,sys,re; x=zipfile.ZipFile('paper.docx').read('word/document.xml').decode(); \
                  sys.stdout.buffer.write(re.sub('<[^>]*>','',x).encode())";
    let done =
        std::process::Command::new("python3").args(["-c", python]).current_dir(room.dir.path()).output();
    let words = String::from_utf8(done.unwrap().stdout).unwrap();
    assert!(words.contains("被告人1：") && words.contains("处待填"), "{words}");
    for key in ["help.asked", "prosecutors.0", "help.reason", "incidental"] {
        assert!(!words.contains(key), "{key}: {words}");
    }
}

#[test]
fn answered_questions_stay_where_they_were() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let complaint = format!("{CASE}/papers/complaint-defamation");
    let places = |page: &str| -> Vec<String> {
        let form = page.split("id=\"h-asks\"").nth(1).unwrap().split("id=\"h-").next().unwrap();
        form.split("name=\"answer.").skip(1).map(|one| one.split('"').next().unwrap().to_owned()).collect()
    };
    let before = places(&guest.get(&complaint).text());
    assert!(before.len() > 2, "{before:?}");
    let name = format!("answer.{}", before[1]);
    let fields = [("form", "complaint-defamation"), (name.as_str(), "yes"), ("format", "keep")];
    assert_eq!(guest.post(&format!("{CASE}/papers/draw"), &fields).status, 303);
    let after = places(&guest.get(&complaint).text());
    assert_eq!(after.iter().position(|one| *one == before[1]), Some(1), "{before:?} {after:?}");
}

#[test]
fn help_explains_words_and_first_steps_and_the_chinese_readme_tells_of_the_pages() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let (english, chinese) = (guest.get("/help").text(), guest.get_in("/help", "zh-CN").text());
    for word in ["First steps", "Seal", "Statement", "Bundle", "How it is known"] {
        assert!(english.contains(word), "{word}");
    }
    for word in ["第一步做什么", "封存", "说法", "证据包"] {
        assert!(chinese.contains(word), "{word}");
    }
    let readme = std::fs::read_to_string(repository().join("README-zh.md")).unwrap();
    assert!(readme.contains("redress serve") && readme.contains("docs/workbench.md"));
}
