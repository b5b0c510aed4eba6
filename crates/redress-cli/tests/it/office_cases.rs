//! Cases of an office through the commands of every day, on a real PostgreSQL: who may, who may not, and whose
//! name stands in the ledger.

use crate::office_people::{Office, office};
use crate::run::{Answer, answer};
use serde_json::Value;

impl Office {
    /// `redress ARGS --office` as that account.
    fn at(&self, account: &str, args: &[&str]) -> Answer {
        let mut all = args.to_vec();
        all.extend(["--office", "office.toml"]);
        let mut command = self.room.command(&all);
        command.env("REDRESS_ACCOUNT", account).env("REDRESS_PASSWORD_FILE", "password");
        answer(command.output().unwrap())
    }

    fn done(&self, account: &str, args: &[&str]) -> String {
        let answer = self.at(account, args);
        assert_eq!(answer.code, 0, "{args:?}\n{}\n{}", answer.out, answer.err);
        answer.out
    }

    fn shown(&self, account: &str, args: &[&str]) -> Value {
        let mut all = args.to_vec();
        all.push("--json");
        serde_json::from_str(&self.done(account, &all)).unwrap()
    }

    /// An office with a person, their lawyer, a court, an auditor and a stranger, and the person's case.
    fn with_people(&self) -> String {
        for (name, role) in [
            ("ann", "victim"),
            ("bob", "counsel"),
            ("court", "desk-court"),
            ("eve", "auditor"),
            ("sam", "counsel"),
        ] {
            self.ok("keeper", &["account", "add", name, "--role", role]);
        }
        let opened = self.shown("ann", &["new", "Spring"]);
        let case = opened["case_id"].as_str().unwrap().to_owned();
        self.ok("ann", &["member", "add", &case, "bob", "--role", "counsel"]);
        self.ok("ann", &["member", "add", &case, "court", "--role", "desk-court"]);
        case
    }
}

/// docs/rights.md: the author of an entry is who signed in, whatever `--by` says; a body records its own steps alone.
#[test]
fn a_case_of_an_office_is_worked_on_by_who_may() {
    let Some(office) = office("a_case_of_an_office_is_worked_on") else { return };
    let case = office.with_people();
    office.room.write("paper.txt", "a receipt");
    office.done("ann", &["add", &case, "paper.txt", "--role", "paper", "--by", "somebody else"]);
    office.done("bob", &["party", &case, "add", "victim", "--detail", "name=王小明"]);
    let filed = ["step", &case, "add", "private-prosecution", "filed", "--on", "2026-03-02"];
    office.done("bob", &filed);
    let accepted =
        ["step", &case, "add", "private-prosecution", "accepted", "--on", "2026-03-09", "--body", "court"];
    let named =
        [&accepted[..], &["--body-name", "某区人民法院", "--number", "（2026）浙0110刑初1号"]].concat();
    office.done("court", &named);
    // A court records nothing of the police.
    let police =
        ["step", &case, "add", "public-prosecution", "filed", "--on", "2026-03-12", "--body", "police"];
    let police = [&police[..], &["--body-name", "某区公安分局"]].concat();
    assert_eq!(office.at("court", &police).code, 2);
    let log = office.shown("bob", &["log", &case]);
    let authors: Vec<&str> =
        log["entries"].as_array().unwrap().iter().map(|row| row["entry"]["by"].as_str().unwrap()).collect();
    assert_eq!(authors, ["ann", "ann", "bob", "bob", "court"]);
    assert!(office.done("court", &["due", &case, "--today", "2026-03-10"]).contains("2026"));
}

/// Rule 2 of docs/rights.md: what is unmasked, and what leaves, has its entry first.
#[test]
fn an_unmasked_look_in_an_office_is_an_entry() {
    let Some(office) = office("an_unmasked_look_in_an_office") else { return };
    let case = office.with_people();
    office.done("ann", &["party", &case, "add", "victim", "--detail", "name=王小明"]);
    let look = ["party", &case, "show", "party-01", "--unmask", "--purpose", "form 02"];
    assert!(office.done("bob", &look).contains("王小明"));
    let seen = office.shown("ann", &["log", &case, "--kind", "viewed"]);
    assert_eq!(seen["entries"][0]["entry"]["by"], "bob");
    office.done("ann", &["export", &case, "out.redress.zip", "--purpose", "counsel"]);
    let left = office.shown("ann", &["log", &case, "--kind", "exported"]);
    assert_eq!(left["entries"].as_array().unwrap().len(), 1);
    // The file goes on in a folder, with its history.
    office.room.ok(&["import", "out.redress.zip", "copy"]);
    assert!(office.room.ok(&["log", "copy"]).contains("bob"));
}

/// Rule 1: a stranger sees the same whether there is such a case or not, with every command.
#[test]
fn no_command_tells_a_stranger_of_a_case() {
    let Some(office) = office("no_command_tells_a_stranger") else { return };
    let case = office.with_people();
    for args in [
        &["log", "CASE"][..],
        &["due", "CASE"],
        &["party", "CASE", "list"],
        &["party", "CASE", "show", "party-01", "--unmask"],
        &["step", "CASE", "list"],
        &["assess", "CASE"],
        &["record", "CASE", "seal"],
        &["export", "CASE", "x.zip"],
        &["pack", "CASE", "x"],
    ] {
        let ask = |id: &str| {
            let args: Vec<&str> = args.iter().map(|arg| if *arg == "CASE" { id } else { arg }).collect();
            let answer = office.at("sam", &args);
            (answer.code, answer.out.replace(id, "CASE"), answer.err.replace(id, "CASE"))
        };
        let (there, absent) = (ask(&case), ask("rd-0000000000000000"));
        assert_eq!(there, absent, "{args:?}");
        assert_eq!(there.0, 2, "{args:?}");
    }
}
