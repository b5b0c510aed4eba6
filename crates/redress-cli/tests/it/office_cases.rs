//! Cases of an office through the commands of every day, on a real PostgreSQL: who may, who may not, and whose
//! name stands in the ledger.

use crate::office_people::{Office, office};
use crate::run::{Answer, answer};
use serde_json::Value;

impl Office {
    /// `redress ARGS --office` as that account.
    pub(crate) fn at(&self, account: &str, args: &[&str]) -> Answer {
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

    /// An office with an account of each of these roles, named as the role, all on the case that the first opened.
    pub(crate) fn with_everybody(&self, roles: &[&str]) -> String {
        for role in roles {
            self.ok("keeper", &["account", "add", role, "--role", role]);
        }
        let opened = self.shown(roles[0], &["new", "Spring"]);
        let case = opened["case_id"].as_str().unwrap().to_owned();
        for role in &roles[1..] {
            self.ok(roles[0], &["member", "add", &case, role, "--role", role]);
        }
        self.done(roles[0], &["party", &case, "add", "victim"]);
        case
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

impl Office {
    /// Refused with this code.
    fn refused_as(&self, account: &str, args: &[&str], code: &str) {
        let mut all = args.to_vec();
        all.push("--json");
        let answer = self.at(account, &all);
        assert_ne!(answer.code, 0, "{account} {args:?}\n{}", answer.out);
        assert!(answer.out.contains(code), "{account} {args:?}\n{}{}", answer.out, answer.err);
    }

    /// The same for `redress office import`.
    fn import_refused_as(&self, account: &str, folder: &str, code: &str) {
        let mut command =
            self.room.command(&["office", "import", folder, "--config", "office.toml", "--json"]);
        command.env("REDRESS_ACCOUNT", account).env("REDRESS_PASSWORD_FILE", "password");
        let answer = answer(command.output().unwrap());
        assert_ne!(answer.code, 0, "{account} {folder}\n{}", answer.out);
        assert!(answer.out.contains(code), "{account} {folder}\n{}{}", answer.out, answer.err);
    }

    /// Somebody more on the case.
    fn joins(&self, case: &str, name: &str, role: &str) {
        self.ok("keeper", &["account", "add", name, "--role", role]);
        self.ok("ann", &["member", "add", case, name, "--role", role]);
    }
}

/// A copy goes on elsewhere and comes back: each entry under the name of whoever brings it, and of a kind that they
/// might have made here.
#[test]
fn what_comes_back_is_asked_for_entry_by_entry() {
    let Some(office) = office("what_comes_back_is_asked_for") else { return };
    let case = office.with_people();
    office.ok("bob", &["export", &case, "copy"]);
    let step = |folder: &str, by: &str, event: &[&str]| {
        let start = ["step", folder, "add", "private-prosecution"];
        office.room.ok(&[&start[..], event, &["--by", by]].concat());
    };
    step("copy", "bob", &["filed", "--on", "2026-03-02"]);
    assert!(office.ok("bob", &["import", "copy"]).contains('1'));
    // In the name of another account of the case, and of nobody's.
    for (name, folder) in [("court", "as-court"), ("Zhou", "as-zhou")] {
        office.ok("bob", &["export", &case, folder]);
        office.room.write("note.txt", "a note");
        office.room.ok(&["add", folder, "note.txt", "--role", "paper", "--by", name]);
        office.import_refused_as("bob", folder, "workbench-brought-author");
    }
    // What belongs to another body, in one's own name: counsel publishes nothing, and marks no case.
    office.ok("bob", &["export", &case, "marked"]);
    let mark = ["record", "marked", "mark", "supervised", "--on", "2026-03-02", "--body", "police"];
    office.room.ok(&[&mark[..], &["--by", "bob"]].concat());
    office.import_refused_as("bob", "marked", "workbench-brought-entry");
    let before = office.shown("ann", &["log", &case]);
    let authors: Vec<&str> = before["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["entry"]["by"].as_str().unwrap())
        .collect();
    assert!(!authors.contains(&"court") && !authors.contains(&"Zhou"), "{authors:?}");
    assert!(!before.to_string().contains("supervised"), "{before}");
}

/// 刑事诉讼法 7 (in force 2018-10-26): whose step it is, the procedure says, whatever is typed or left out.
#[test]
fn a_desk_records_for_no_other_body_by_leaving_the_body_out() {
    let Some(office) = office("a_desk_records_for_no_other_body") else { return };
    let case = office.with_people();
    office.joins(&case, "police", "desk-police");
    office.joins(&case, "pros", "desk-procuratorate");
    office.done("ann", &["party", &case, "add", "victim"]);
    let not_own = |account: &str, line: &str| {
        let line = line.replace("CASE", &case);
        office.refused_as(account, &crate::run::typed(&line), "rights-not-own");
    };
    not_own("court", "step CASE add public-prosecution filed --on 2026-03-12");
    not_own("court", "step CASE add private-prosecution filed --on 2026-03-02");
    not_own(
        "police",
        "step CASE add private-prosecution accepted --on 2026-03-02 --body police --body-name 某分局",
    );
    // The duty of a court, said to have been met by the police, and by the police in the court's name.
    not_own("police", "record CASE notice op17-tell-agent --to party-01 --on 2026-03-02 --body police");
    not_own("police", "record CASE notice op17-tell-agent --to party-01 --on 2026-03-02 --body court");
    not_own("police", "record CASE filing 02 --on 2026-03-02 --body court");
    not_own("pros", "record CASE mark supervised --on 2026-03-02 --body police");
    let over = "--way next-stage --to-body court --on 2026-03-02";
    not_own("police", &format!("transfer CASE x.zip --from-body procuratorate {over}"));
    office.done(
        "court",
        &crate::run::typed(&format!(
            "record {case} notice op17-tell-agent --to party-01 --on 2026-03-02 --body court"
        )),
    );
    office.done(
        "police",
        &crate::run::typed(&format!("record {case} mark supervised --on 2026-03-02 --body police")),
    );
    let handed = format!("transfer {case} x.zip --from-body police {over}");
    office.done("police", &crate::run::typed(&handed));
    // Once more is only for who handed it over.
    not_own("pros", "transfer CASE y.zip --again");
    office.done("police", &["transfer", &case, "y.zip", "--again"]);
}

/// A correction is of the kind of thing that was entered, by the side that entered it, as far as their scope goes.
#[test]
fn what_somebody_entered_is_taken_back_by_their_own_side() {
    let Some(office) = office("what_somebody_entered_is_taken_back") else { return };
    let case = office.with_people();
    office.ok("keeper", &["account", "add", "rel", "--role", "relative"]);
    let scope = ["--part", "fact", "--part", "party"];
    office.ok("ann", &[&["member", "add", &case, "rel", "--role", "relative"][..], &scope].concat());
    let entered = |account: &str, args: &[&str]| {
        office.done(account, args);
        office.shown("ann", &["log", &case])["entries"].as_array().unwrap().len().to_string()
    };
    let claim = ["fact", &case, "set", "case", "work_affected", "yes"];
    let (of_ann, of_rel) = (entered("ann", &claim), entered("rel", &claim));
    let party = entered("ann", &["party", &case, "add", "victim"]);
    let filed = ["step", &case, "add", "private-prosecution", "filed", "--on", "2026-03-02"];
    let filed = entered("ann", &filed);
    let withdraw = |entry: &str| ["fact", &case, "withdraw", entry, "--reason", "x"].map(str::to_owned);
    let strike = |entry: &str| ["record", &case, "strike", entry, "--reason", "x"].map(str::to_owned);
    let refused = |account: &str, args: &[String], code: &str| {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        office.refused_as(account, &args, code);
    };
    let done = |account: &str, args: &[String]| {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        office.done(account, &args);
    };
    // Another body, and a relative with a part of the case, leave it alone.
    refused("court", &withdraw(&of_ann), "rights-not-own");
    refused("court", &strike(&party), "rights-not-own");
    refused("rel", &withdraw(&of_ann), "rights-not-own");
    refused("rel", &strike(&party), "rights-not-own");
    refused("rel", &strike(&filed), "rights-");
    // One's own, and what one's client entered.
    done("rel", &withdraw(&of_rel));
    done("bob", &withdraw(&of_ann));
    done("bob", &strike(&filed));
    done("ann", &strike(&party));
}

/// docs/rights.md: a platform liaison sees what is addressed to the platform, and learns nothing of the case.
#[test]
fn a_platform_liaison_learns_no_cover_name() {
    let Some(office) = office("a_platform_liaison_learns") else { return };
    let case = office.with_people();
    office.joins(&case, "lia", "desk-platform-liaison");
    let seen = office.shown("lia", &["due", &case]);
    assert_eq!((&seen["cases"][0]["cover"], &seen["cases"][0]["undated"]), (&"".into(), &0.into()), "{seen}");
    assert!(!seen.to_string().contains("Spring"), "{seen}");
    assert!(office.shown("court", &["due", &case]).to_string().contains("Spring"));
}

/// 指导意见 18 (in force 2023-09-20): the file goes on with the body that receives it, under the account that did.
#[test]
fn a_file_that_was_handed_over_goes_on_in_the_office_of_who_receives_it() {
    let Some(here) = office("a_file_that_was_handed_over") else { return };
    let Some(there) = office("a_file_that_was_handed_over, there") else { return };
    let case = here.with_people();
    here.joins(&case, "police", "desk-police");
    there.ok("keeper", &["account", "add", "court", "--role", "desk-court"]);
    there.ok("keeper", &["account", "add", "eve", "--role", "auditor"]);
    let over = "--way next-stage --from-body police --to-body court --on 2026-03-02";
    here.done("police", &crate::run::typed(&format!("transfer {case} handed.zip {over}")));
    let handed = std::fs::read(here.room.path("handed.zip")).unwrap();
    there.room.write("handed.zip", handed);
    let receive = |body: &str| {
        let line = format!("receive handed.zip {case} --body {body} --on 2026-03-03");
        line.split(' ').map(str::to_owned).collect::<Vec<_>>()
    };
    let court = receive("court");
    let court: Vec<&str> = court.iter().map(String::as_str).collect();
    let police = receive("police");
    let police: Vec<&str> = police.iter().map(String::as_str).collect();
    // In the other office: the court alone, and nobody in its place; it is there once.
    there.refused_as("eve", &court, "rights-not-own");
    there.refused_as("court", &police, "workbench-received-by-other");
    there.done("court", &court);
    let last = there.shown("court", &["log", &case, "--kind", "received"]);
    assert_eq!(last["entries"][0]["entry"]["by"], "court", "{last}");
    there.refused_as("court", &court, "workbench-received-before");
    there.done("court", &["step", &case, "list"]);
    // In the same office: the court, who is on the case, and no other desk; then the case goes on.
    here.refused_as("police", &court, "rights-not-own");
    here.refused_as("bob", &court, "rights-denied-counsel");
    here.done("court", &court);
    here.done("court", &["record", &case, "decision", "q", "a", "--reason", "x"]);
    // A body that is not on it hears nothing of the case that is there.
    here.ok("keeper", &["account", "add", "court2", "--role", "desk-court"]);
    here.refused_as("court2", &court, "rights-no-such-case");
}
