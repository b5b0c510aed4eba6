//! The register of many cases: a cache that notices every change, and can be thrown away.

use crate::support::{append, open, told};
use redress_base::{Date, Instant, Refusal, Sha256, Stamp, TimeSource};
use redress_store::{CaseFolder, FolderRegister, Refreshed};
use redress_workbench::ports::{Ask, CaseRow, Order, Quiet, Register};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::time::Duration;

/// What a line of these tests says.
fn what(line: &str) -> &str {
    line.split("what\":\"").nth(1).unwrap().trim_end_matches("\"}")
}

/// The fold of these tests: the first line gives the cover, a line `track=state` a state, `no …` a
/// number, `due …` a day, `mark …` a mark.
fn fold(lines: &[String]) -> Result<CaseRow, Refusal> {
    let said: Vec<&str> = lines.iter().map(|line| what(line)).collect();
    let cover = said.first().copied().unwrap_or_default().to_owned();
    let all = |prefix: &str| -> Vec<String> {
        said.iter().filter_map(|said| said.strip_prefix(prefix)).map(str::to_owned).collect()
    };
    let at = |entries: usize| Stamp {
        at: Instant(1_767_600_000 + i64::try_from(entries).unwrap()),
        source: TimeSource::SystemClock,
    };
    let due: Vec<Date> = all("due ").iter().map(|day| day.parse().unwrap()).collect();
    Ok(CaseRow {
        case_id: format!("rd-{}", cover.len()),
        cover: cover.clone(),
        opened: at(cover.len()),
        last_at: at(100 + lines.len()),
        entries: u64::try_from(lines.len()).unwrap(),
        head: Sha256([0; 32]),
        marks: all("mark "),
        states: said
            .iter()
            .filter_map(|said| said.split_once('='))
            .map(|(a, b)| (a.into(), b.into()))
            .collect(),
        numbers: all("no "),
        next_due: due.into_iter().min(),
        due_unseen: false,
        handed_over: false,
        terms: all("term "),
    })
}

/// A case of this name with these entries.
fn case(cabinet: &Path, name: &str, said: &[&str]) {
    let mut store = CaseFolder::create(&cabinet.join(name), [7; 32]).unwrap();
    for words in said {
        append(&mut store, words).unwrap();
    }
}

fn cabinet() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    case(
        root,
        "a",
        &["春天", "private=filed", "no （2026）沪01刑初7号", "due 2026-04-01", "mark key", "more"],
    );
    case(root, "b", &["Summer harbour", "private=open", "police=asked", "due 2026-03-01", "term 快递"]);
    case(root, "c", &["Autumn 100%_"]);
    folder
}

fn refresh(register: &mut FolderRegister) -> Refreshed {
    register.refresh(&mut fold, &mut Quiet).unwrap()
}

fn places(register: &FolderRegister, ask: &Ask) -> String {
    let listing = register.list(ask).unwrap();
    listing.rows.iter().map(|one| one.place.as_str()).collect::<Vec<_>>().join(" ")
}

fn words(words: &str) -> Ask {
    Ask { words: words.to_owned(), ..Ask::default() }
}

#[test]
fn cases_are_listed_and_found_by_what_is_asked() {
    let folder = cabinet();
    let mut register = FolderRegister::open(folder.path()).unwrap();
    assert_eq!(refresh(&mut register), Refreshed { cases: 3, folded: 3, ..Refreshed::default() });
    let found = |ask: Ask| places(&register, &ask);
    // By every word, in whatever case; in cover, id, marks, states, numbers and terms.
    assert_eq!(found(words("")), "a b c");
    assert_eq!(found(words("春")), "a");
    assert_eq!(found(words("HARB summer")), "b");
    assert_eq!(found(words("harbour 春天")), "");
    assert_eq!(found(words("沪01")), "a");
    assert_eq!(found(words("快递")), "b");
    // What a person types is no pattern and no SQL.
    assert_eq!(found(words("%_")), "c");
    assert_eq!(found(words("%")), "c");
    assert_eq!(found(words("'; DROP TABLE cases; --")), "");
    let state = |track: &str, state: Option<&str>| Ask {
        states: vec![(track.to_owned(), state.map(str::to_owned))],
        ..Ask::default()
    };
    assert_eq!(found(state("private", None)), "a b");
    assert_eq!(found(state("private", Some("open"))), "b");
    assert_eq!(found(state("privat", None)), "");
    assert_eq!(found(state("police", Some("ask"))), "");
    assert_eq!(found(Ask { mark: Some("key".into()), ..Ask::default() }), "a");
    assert_eq!(found(Ask { mark: Some("ke".into()), ..Ask::default() }), "");
    assert_eq!(found(Ask { number: Some("（2026）沪01刑初7号".into()), ..Ask::default() }), "a");
    let day = |day: &str| Some(day.parse::<Date>().unwrap());
    assert_eq!(found(Ask { due_by: day("2026-03-31"), ..Ask::default() }), "b");
    let order = |order: Order, reverse: bool| found(Ask { order, reverse, ..Ask::default() });
    assert_eq!(order(Order::NextDue, false), "b a c");
    assert_eq!(order(Order::NextDue, true), "a b c");
    assert_eq!(order(Order::Cover, false), "c b a");
    assert_eq!(order(Order::Entries, true), "c b a");
    assert_eq!(order(Order::LastAt, false), "a b c");
    assert_eq!(order(Order::Opened, false), "b c a");
    let page = register.list(&Ask { order: Order::CaseId, skip: 1, take: 1, ..Ask::default() }).unwrap();
    assert_eq!((page.rows[0].place.as_str(), page.rows.len(), page.total), ("b", 1, 3));
    assert_eq!(page.rows[0].row.states[0], ("private".to_owned(), "open".to_owned()));
}

#[test]
fn every_change_is_noticed_and_nothing_else_is_read_again() {
    let folder = cabinet();
    let mut register = FolderRegister::open(folder.path()).unwrap();
    refresh(&mut register);
    // A change within the same tick of the disk's clock, in a file of the same length, is seen too.
    for round in 0..5 {
        append(&mut open(&folder.path().join("a")), &format!("round={round}")).unwrap();
        refresh(&mut register);
        let rows = register.list(&words(&format!("round\t{round}"))).unwrap();
        assert_eq!(rows.total, 1, "round {round}");
    }
    std::thread::sleep(Duration::from_millis(4_100));
    assert_eq!(refresh(&mut register).folded, 3, "they were young when they were last read");
    assert_eq!(refresh(&mut register).folded, 0);
    drop(register);
    let mut register = FolderRegister::open(folder.path()).unwrap();
    assert_eq!(refresh(&mut register), Refreshed { cases: 3, ..Refreshed::default() });
    append(&mut open(&folder.path().join("b")), "later").unwrap();
    fs::rename(folder.path().join("c"), folder.path().join("d")).unwrap();
    case(folder.path(), "e", &["new"]);
    let done = refresh(&mut register);
    assert_eq!((done.cases, done.folded, done.gone), (4, 3, 1));
    assert_eq!(places(&register, &Ask { order: Order::Cover, ..Ask::default() }), "d b e a");
    // A copy of another case in the place of one.
    fs::copy(folder.path().join("b/case.sqlite"), folder.path().join("d/case.sqlite")).unwrap();
    refresh(&mut register);
    assert_eq!(register.list(&words("summer")).unwrap().total, 2);
}

#[test]
fn a_register_that_is_gone_or_damaged_comes_back_and_a_foreign_file_stays() {
    let folder = cabinet();
    let file = folder.path().join("register.sqlite");
    refresh(&mut FolderRegister::open(folder.path()).unwrap());
    let sound = fs::read(&file).unwrap();
    let mut torn = sound.clone();
    torn[4096..].fill(0xa5);
    let mut other_schema = sound.clone();
    let at = other_schema.windows(8).position(|eight| eight == b"row TEXT").unwrap();
    other_schema[at] = b'R';
    let spoilt = [b"not a database, but long enough to look like one".repeat(9), torn, other_schema];
    for bytes in spoilt.iter().map(Some).chain([None]) {
        match bytes {
            Some(bytes) => fs::write(&file, bytes).unwrap(),
            None => fs::remove_file(&file).unwrap(),
        }
        let mut register = FolderRegister::open(folder.path()).unwrap();
        assert_eq!(refresh(&mut register).folded, 3);
        let noticed = register.notices().iter().any(|one| one.code == "store-register-rebuilt");
        assert_eq!(noticed, bytes.is_some());
        assert_eq!(places(&register, &words("")), "a b c");
    }
    fs::remove_file(&file).unwrap();
    rusqlite::Connection::open(&file).unwrap().execute_batch("CREATE TABLE theirs (x)").unwrap();
    assert_eq!(told(FolderRegister::open(folder.path())), "Usage store-register-foreign");
    assert!(file.exists());
    assert_eq!(told(FolderRegister::open(&folder.path().join("none"))), "Input store-file-vanished");
}

#[test]
fn a_case_that_cannot_be_read_is_named_and_its_row_stays() {
    let folder = cabinet();
    let mut register = FolderRegister::open(folder.path()).unwrap();
    refresh(&mut register);
    let file = folder.path().join("a/case.sqlite");
    let mut bytes = fs::read(&file).unwrap();
    bytes[5000..].fill(0xa5);
    fs::write(&file, bytes).unwrap();
    let mut held = open(&folder.path().join("b"));
    append(&mut held, "while it is listed").unwrap();
    let findings = refresh(&mut register).findings;
    let said: Vec<String> = findings.iter().map(|one| format!("{} {:?}", one.code, one.args)).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].starts_with("store-register-unread") && said[0].contains("\"a\""), "{said:?}");
    assert!(said[1].starts_with("store-register-busy") && said[1].contains("\"b\""), "{said:?}");
    assert_eq!(places(&register, &words("")), "a b c");
    drop(held);
    assert_eq!(refresh(&mut register).findings.len(), 1);
    assert_eq!(register.list(&words("harbour")).unwrap().rows[0].row.entries, 6);
}

#[test]
fn links_hidden_names_and_other_things_are_no_cases() {
    let folder = cabinet();
    let outside = tempfile::tempdir().unwrap();
    case(outside.path(), "x", &["outside"]);
    symlink(outside.path().join("x"), folder.path().join("linked")).unwrap();
    case(folder.path(), ".hidden", &["hidden"]);
    fs::create_dir(folder.path().join("empty")).unwrap();
    fs::write(folder.path().join("file"), "x").unwrap();
    fs::create_dir(folder.path().join("link-inside")).unwrap();
    symlink(outside.path().join("x/case.sqlite"), folder.path().join("link-inside/case.sqlite")).unwrap();
    let mut register = FolderRegister::open(folder.path()).unwrap();
    assert_eq!(refresh(&mut register).cases, 3);
    let row = register.list(&Ask::default()).unwrap().rows.remove(0).row;
    for place in ["linked", "../x", "", ".hidden", "empty", "none", "link-inside"] {
        assert_eq!(told(register.upsert(place, &row)), "Usage store-not-a-case", "{place}");
    }
    register.upsert("c", &CaseRow { cover: "told".into(), ..row }).unwrap();
    assert_eq!(places(&register, &words("told")), "c");
    // A row that was handed in is looked into at the next refreshing.
    refresh(&mut register);
    assert_eq!(places(&register, &words("told")), "");
}

#[test]
fn two_registers_on_one_folder_agree() {
    let folder = cabinet();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..10 {
                    let mut register = FolderRegister::open(folder.path()).unwrap();
                    assert_eq!(refresh(&mut register).findings, []);
                    assert_eq!(register.list(&Ask::default()).unwrap().total, 3);
                }
            });
        }
    });
}

#[test]
fn stopping_keeps_what_was_read() {
    struct Stop(u64);
    impl redress_workbench::ports::Progress for Stop {
        fn begin(&mut self, _: &str, total: Option<u64>) {
            assert_eq!(total, Some(3));
        }
        fn advance(&mut self, amount: u64) {
            self.0 += amount;
        }
        fn end(&mut self) {}
        fn stopped(&self) -> bool {
            self.0 == 2
        }
    }
    let folder = cabinet();
    let mut register = FolderRegister::open(folder.path()).unwrap();
    assert_eq!(told(register.refresh(&mut fold, &mut Stop(0))), "Interrupted store-register-stopped");
    assert_eq!(register.list(&Ask::default()).unwrap().total, 2);
}

/// Called where a disk was made read-only, with one case in it.
pub(crate) fn in_a_folder_that_cannot_be_written(folder: &Path) {
    let mut register = FolderRegister::open(folder).unwrap();
    assert_eq!(register.notices().first().unwrap().code, "store-register-in-memory");
    assert_eq!((refresh(&mut register).folded, places(&register, &words("kept")).as_str()), (1, "case"));
}
