//! The files of `/procedure`, and bad ones.

use crate::record::{event, numbered, text, today};
use redress_base::Finding;
use redress_law::{Book, Confidence};
use redress_procedure::{Cite, Docket, Numbered, Procedures};

#[test]
fn the_files_are_sound() {
    match Procedures::read(Procedures::standard_files()) {
        Ok(procedures) => assert_eq!(&procedures, Procedures::standard()),
        Err(findings) => panic!("\n{}", said(&findings).join("\n")),
    }
    assert_eq!(Procedures::standard().iter().count(), 13);
    for (name, _) in Procedures::standard_files() {
        assert!(
            Procedures::standard().get(name.trim_end_matches(".toml")).is_some(),
            "{name} has another id"
        );
    }
}

/// Broken files are no empty set: the program says which file is wrong, and records nothing.
#[test]
fn broken_files_refuse_every_event_and_say_why() {
    assert_eq!(Procedures::standard().broken(), None);
    let mut files = Procedures::standard_files().to_vec();
    files.push(("broken.toml", "id = "));
    let broken = Procedures::read_or_broken(&files);
    assert_eq!(broken.iter().count(), 0);
    let new = Numbered { entry: 1, of: event("2024-03-01 private-prosecution filed") };
    for past in [Vec::new(), numbered("2024-03-01 private-prosecution prepared")] {
        let refusal =
            Docket::admit(&broken, &past, &Numbered { entry: 9, ..new.clone() }, today()).unwrap_err();
        assert_eq!(refusal.finding.code, "procedure-data-unreadable");
        assert_eq!(text(&refusal.finding, "file"), "broken.toml");
        let refusal = Docket::replay(&broken, std::slice::from_ref(&new)).unwrap_err();
        assert_eq!(refusal.finding.code, "procedure-data-unreadable");
    }
}

fn said(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|one| format!("{} {:?}", one.code, one.args)).collect()
}

fn every_cite() -> Vec<(String, Cite)> {
    let mut all = Vec::new();
    for one in Procedures::standard().iter() {
        let lists = [&one.sources, &one.order.cites].into_iter();
        let lists = lists.chain(one.moves.iter().map(|one| &one.cites));
        let lists = lists.chain(one.closed.iter().map(|one| &one.cites));
        let lists = lists.chain(one.calls.iter().map(|one| &one.cites));
        all.extend(lists.flatten().map(|cite| (one.id.clone(), cite.clone())));
    }
    all
}

/// An article without the mark (O) is a page of the law book whose text was read; one that the book does not
/// hold, or holds unread, carries the mark.
#[test]
fn what_was_not_checked_says_so() {
    let book = Book::standard();
    let mut wrong = Vec::new();
    for (file, cite) in every_cite() {
        let (instrument, number) = (&*cite.article.instrument, &*cite.article.article);
        let item = cite.article.item.as_deref().and_then(|item| item.split('(').next());
        let narrow = item.and_then(|item| book.provision(instrument, &format!("{number}-{item}")));
        let page = narrow.or_else(|| book.provision(instrument, number));
        let read = page.is_some_and(|page| page.confidence == Confidence::V);
        if !read && cite.confidence == Confidence::V {
            wrong.push(format!("{file}: {cite}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_cited_instrument_is_in_the_book() {
    let pages = Book::standard_pages();
    for (file, cite) in every_cite() {
        let index = format!("{}/index.md", cite.article.instrument);
        assert!(pages.iter().any(|(name, _)| name == &index), "{file}: {cite}");
    }
}

/// A whole small procedure, to be broken in one place at a time.
const SMALL: &str = r#"
id = "small"
zh = "小"
en = "small"
start = "none"
sources = ["cn/x/1"]
state = [{ id = "none", zh = "无", en = "none" }, { id = "done", zh = "完", en = "done", end = true }]
move = [{ event = "ends", from = ["none"], to = "done", cites = ["cn/x/1"] }]
[about]
zh = "关于"
en = "about"
[order]
zh = "次序"
en = "order"
cites = ["cn/x/1"]
[[event]]
id = "ends"
zh = "结束"
en = "ends"
by = "court"
facts = [{ term = "report_date", value = "@on" }]
"#;

fn codes(text: &str) -> Vec<String> {
    match Procedures::read(&[("small.toml", text)]) {
        Ok(_) => Vec::new(),
        Err(findings) => findings.into_iter().map(|one| one.code).collect(),
    }
}

#[test]
fn each_fault_of_the_data_has_its_own_finding() {
    assert!(codes(SMALL).is_empty(), "{:?}", codes(SMALL));
    for (from, to, code) in [
        ("zh = \"小\"", "zh = \"\"", "procedure-data-label-missing"),
        ("en = \"ends\"\n", "", "procedure-data-label-missing"),
        ("to = \"done\"", "to = \"dome\"", "procedure-data-state-unknown"),
        ("start = \"none\"", "start = \"nowhere\"", "procedure-data-state-unknown"),
        ("event = \"ends\"", "event = \"end\"", "procedure-data-event-unknown"),
        ("event = \"ends\"", "event = \"end\"", "procedure-data-event-unused"),
        (", to = \"done\"", "", "procedure-data-state-unreachable"),
        (", to = \"done\"", "", "procedure-data-state-dead"),
        ("report_date", "report_data", "procedure-data-term-unknown"),
        ("\"@on\"", "\"yes\"", "procedure-data-value-unfit"),
        ("\"@on\"", "\"@for-day\"", "procedure-data-value-unfit"),
        (
            "term = \"report_date\", value = \"@on\"",
            "term = \"evidence_sufficient\", value = \"yes\"",
            "procedure-data-value-unfit",
        ),
        ("to = \"done\", cites = [\"cn/x/1\"]", "to = \"done\", cites = []", "procedure-data-uncited"),
        ("to = \"done\"", "to = \"done\", reasons = [\"r\"]", "procedure-data-reason-unknown"),
        (
            "to = \"done\"",
            "to = \"done\", needs = [{ procedure = \"other\", states = [\"x\"] }]",
            "procedure-data-procedure-unknown",
        ),
        (
            "to = \"done\"",
            "to = \"done\", needs = [{ procedure = \"small\" }]",
            "procedure-data-condition-empty",
        ),
        ("from = [\"none\"]", "from = []", "procedure-data-condition-empty"),
        (
            "move = [",
            "move = [{ event = \"ends\", from = [\"none\"], cites = [\"cn/x/1\"] }, ",
            "procedure-data-ambiguous",
        ),
        ("state = [", "state = [{ id = \"none\", zh = \"无\", en = \"none\" }, ", "procedure-data-twice"),
        ("cn/x/1", "x", "procedure-data-unreadable"),
        ("id = \"small\"", "id = ", "procedure-data-unreadable"),
        ("by = \"court\"", "by = \"jury\"", "procedure-data-unreadable"),
    ] {
        let broken = SMALL.replacen(from, to, 1);
        assert_ne!(broken, SMALL, "{from}");
        assert!(codes(&broken).contains(&code.to_owned()), "{to}: {:?}", codes(&broken));
    }
    let call = "\n[[call]]\nevent = \"ends\"\nfrom = [\"done\"]\nforce = \"shall\"\nzh = \"应\"\nen = \"shall\"\ncites = [\"cn/x/1\"]\nbeside = { procedure = \"small\", states = [\"done\"] }\n";
    assert_eq!(codes(&format!("{SMALL}{call}")), ["procedure-data-call-undrawn"]);
    let twice = Procedures::read(&[("a.toml", SMALL), ("b.toml", SMALL)]).unwrap_err();
    assert!(twice.iter().any(|one| one.code == "procedure-data-twice"));
    let shut = "\n[[closed]]\nevents = [\"ends\"]\ncode = \"c\"\nzh = \"关\"\nen = \"closed\"\ncites = [\"cn/x/1\"]\n";
    assert_eq!(codes(&format!("{SMALL}{shut}")), ["procedure-data-contradiction"]);
    assert!(codes(&format!("{SMALL}{shut}since = 2024-01-01\n")).is_empty());
    let closed = "\n[[closed]]\nevents = [\"ends\"]\ncode = \"c\"\nzh = \"关\"\nen = \"closed\"\ncites = [\"cn/x/1\"]\nsince = 10:00:00\n";
    assert_eq!(codes(&format!("{SMALL}{closed}")), ["procedure-data-day-wrong"]);
}

/// Offences without a living victim and picking quarrels are no route, so no event names them.
#[test]
fn no_procedure_names_an_offence_without_a_living_victim() {
    for (name, text) in Procedures::standard_files() {
        for word in ["寻衅", "英雄", "烈士", "quarrel", "heroes", "martyr"] {
            assert!(!text.contains(word), "{name}: {word}");
        }
    }
}
