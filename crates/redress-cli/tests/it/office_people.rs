//! People at the command line, on a real PostgreSQL: accounts, members, and what a stranger can learn.

use crate::run::{Answer, Room, answer};
use redress_conformance::{Cluster, shared_cluster};
use serde_json::Value;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

pub(crate) const PASSWORD: &str = "three old boats at noon";

/// An office that is set up, with the keeper's account.
pub(crate) struct Office {
    pub(crate) room: Room,
}

/// An office in a database of its own, used by a plain role; nothing where there is no PostgreSQL.
#[expect(clippy::print_stdout, reason = "what a test leaves out, it says")]
pub(crate) fn office(test: &str) -> Option<Office> {
    let Some(cluster) = shared_cluster() else {
        println!("SKIPPED {test} (no PostgreSQL here)");
        return None;
    };
    let office = Office { room: Room::new() };
    office.room.write("office.toml", config(cluster));
    office.secret("password", PASSWORD);
    office.secret("wrong", "some other boats at noon");
    office.ok("keeper", &["init"]);
    office.ok("keeper", &["account", "add", "keeper", "--first"]);
    Some(office)
}

fn config(cluster: &Cluster) -> String {
    let database = cluster.database();
    let sql =
        format!("CREATE ROLE {database}_plain LOGIN; ALTER DATABASE {database} OWNER TO {database}_plain");
    cluster.sql("postgres", &sql);
    let (socket, port) = (cluster.socket().display(), cluster.port);
    format!(
        "[database]\nurl = 'host={socket} port={port} user={database}_plain dbname={database}'\n\
         [objects]\nfolder = 'objects'\n"
    )
}

impl Office {
    fn secret(&self, name: &str, text: &str) {
        let path = self.room.write(name, format!("{text}\n"));
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).unwrap();
    }

    /// `redress office ARGS` as that account.
    fn command(&self, account: &str, args: &[&str]) -> Command {
        let mut all = vec!["office"];
        all.extend(args);
        all.extend(["--config", "office.toml"]);
        let mut command = self.room.command(&all);
        command.env("REDRESS_ACCOUNT", account);
        command.env("REDRESS_PASSWORD_FILE", "password").env("REDRESS_NEW_PASSWORD_FILE", "password");
        command.stdin(Stdio::null());
        command
    }

    fn run(&self, account: &str, args: &[&str]) -> Answer {
        answer(self.command(account, args).output().unwrap())
    }

    pub(crate) fn ok(&self, account: &str, args: &[&str]) -> String {
        let answer = self.run(account, args);
        assert_eq!(answer.code, 0, "{args:?}\n{}\n{}", answer.out, answer.err);
        answer.out
    }

    fn json(&self, account: &str, args: &[&str]) -> Value {
        let mut all = args.to_vec();
        all.push("--json");
        serde_json::from_str(&self.ok(account, &all)).unwrap()
    }

    /// What somebody sees who is refused: exit code, standard output, standard error; in both languages, as
    /// text and as JSON.
    fn refused(&self, account: &str, args: &[&str]) -> Vec<(i32, String, String)> {
        let mut seen = Vec::new();
        for more in [&["--lang", "en"][..], &["--lang", "zh-Hans"], &["--json"]] {
            let mut all = args.to_vec();
            all.extend(more);
            let answer = self.run(account, &all);
            assert_ne!(answer.code, 0, "{args:?}");
            seen.push((answer.code, answer.out, answer.err));
        }
        seen
    }

    /// A case that `account` brought in; its id.
    fn case(&self, account: &str, folder: &str) -> String {
        self.room.case(folder);
        self.json(account, &["import", folder])["case_id"].as_str().unwrap().to_owned()
    }
}

#[test]
fn a_case_is_seen_by_who_is_on_it_and_by_nobody_else() {
    let Some(office) = office("a_case_is_seen_by") else { return };
    office.ok("keeper", &["account", "add", "ann", "--role", "victim"]);
    office.ok("keeper", &["account", "add", "bob", "--role", "counsel", "--role", "victim"]);
    let case = office.case("ann", "spring");
    let ids = |account: &str| {
        let list = office.json(account, &["list"]);
        list["cases"].as_array().unwrap().iter().map(|row| row["case_id"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids("ann"), [case.as_str()]);
    assert!(ids("bob").is_empty());
    assert!(office.ok("bob", &["list"]).starts_with("0 cases"));
    office.ok("ann", &["member", "add", &case, "bob", "--role", "counsel"]);
    assert_eq!(ids("bob"), [case.as_str()]);
    let members = office.json("bob", &["member", "list", &case]);
    let roles: Vec<&Value> = members["members"].as_array().unwrap().iter().map(|one| &one["role"]).collect();
    assert_eq!(roles, ["victim", "counsel"]);
    office.ok("ann", &["member", "remove", &case, "bob"]);
    assert!(ids("bob").is_empty());
    // The keeper makes accounts and reads no case.
    let keeper = office.run("keeper", &["list"]);
    assert_eq!((keeper.code, keeper.out.as_str()), (2, ""));
    assert!(keeper.err.contains("reads no case"), "{}", keeper.err);
}

/// A search goes over what one may see: nobody finds a case that they are not on, nor by a number that they do not see.
#[test]
fn a_search_finds_what_one_may_see_and_nothing_else() {
    let Some(office) = office("a_search_finds_what") else { return };
    for (name, role) in
        [("ann", "victim"), ("bob", "counsel"), ("court", "desk-court"), ("site", "desk-platform-liaison")]
    {
        office.ok("keeper", &["account", "add", name, "--role", role]);
    }
    office.room.case("spring");
    for line in [
        "step spring add private-prosecution filed --on 2026-02-01",
        "record spring filing 02 --on 2026-02-02 --body police --receipt 某公受字〔2026〕77号",
    ] {
        office.room.ok(&crate::run::typed(line));
    }
    let case = office.json("ann", &["import", "spring"])["case_id"].as_str().unwrap().to_owned();
    office.ok("ann", &["member", "add", &case, "court", "--role", "desk-court"]);
    office.ok("court", &["member", "add", &case, "site", "--role", "desk-platform-liaison"]);
    let finds = |account: &str, words: &str| {
        let list = office.json(account, &[&["list"], &crate::run::typed(words)[..]].concat());
        list["cases"].as_array().unwrap().len()
    };
    for (account, words, count) in [
        ("ann", "spring", 1),
        ("ann", "刑事自诉", 1),
        ("ann", "Private 77号", 1),
        ("ann", "nothing", 0),
        ("court", "刑事自诉", 1),
        // What was filed with the police, the court does not see.
        ("court", "77号", 0),
        ("site", "spring", 0),
        ("site", &case, 1),
        ("bob", "spring", 0),
        ("bob", &case, 0),
    ] {
        assert_eq!(finds(account, words), count, "{account} {words}");
    }
    let keeper = office.run("keeper", &["list", "spring"]);
    assert_eq!((keeper.code, keeper.out.as_str()), (2, ""));
}

#[test]
fn a_stranger_sees_the_same_whether_a_case_is_there_or_not() {
    let Some(office) = office("a_stranger_sees_the_same") else { return };
    office.ok("keeper", &["account", "add", "ann", "--role", "victim"]);
    office.ok("keeper", &["account", "add", "bob", "--role", "counsel"]);
    office.ok("keeper", &["account", "add", "eve", "--role", "auditor"]);
    let case = office.case("ann", "spring");
    for stranger in ["bob", "eve"] {
        for args in [
            &["member", "list", "CASE"][..],
            &["member", "add", "CASE", "bob", "--role", "counsel"],
            &["member", "remove", "CASE", "ann"],
            &["export", "CASE", "copy"],
        ] {
            let ask = |id: &str| {
                let args: Vec<&str> = args.iter().map(|arg| if *arg == "CASE" { id } else { arg }).collect();
                office.refused(stranger, &args)
            };
            let there = ask(&case);
            assert_eq!(there, ask("rd-ffffffffffffffff"), "{args:?}");
            assert_eq!(there, ask("no such case"), "{args:?}");
            assert!(there[0].2.contains("There is no such case, or you are not on it."), "{there:?}");
            assert!(there[2].1.contains("rights-no-such-case") && there[0].0 == 2, "{there:?}");
        }
    }
    assert!(!office.room.path("copy").exists());
    let log = office.ok("eve", &["log"]);
    assert!(!log.contains(&case) && log.contains("denied"), "{log}");
}

#[test]
fn signing_in_tells_nothing_but_that_it_failed() {
    let Some(office) = office("signing_in_tells_nothing") else { return };
    let wrong = |account: &str| {
        let mut command = office.command(account, &["list"]);
        answer(command.env("REDRESS_PASSWORD_FILE", "wrong").output().unwrap())
    };
    let (known, unknown) = (wrong("keeper"), wrong("nobody"));
    assert_eq!((known.code, known.out, known.err.clone()), (unknown.code, unknown.out, unknown.err));
    assert!(known.err.contains("The account or the password is wrong."), "{}", known.err);
    let again: Vec<String> = (0..6).map(|_| wrong("keeper").err).collect();
    assert!(again[4].contains("wait") && again[5].contains("wait"), "{again:?}");
    let nobody = answer(office.command("", &["list"]).env_remove("REDRESS_ACCOUNT").output().unwrap());
    assert_eq!(nobody.code, 2);
    assert!(nobody.err.contains("It was not said which account signs in."), "{}", nobody.err);
}

#[test]
fn a_password_is_never_an_argument_and_its_file_is_looked_after() {
    let Some(office) = office("a_password_is_never") else { return };
    for args in [&["account", "add", "--help"][..], &["list", "--help"], &["account", "password", "--help"]] {
        let help = answer(office.command("keeper", args).output().unwrap()).out;
        assert!(!help.contains("--password"), "{help}");
    }
    let open = office.room.path("password");
    std::fs::set_permissions(&open, std::fs::Permissions::from_mode(0o644)).unwrap();
    let exposed = office.run("keeper", &["account", "list"]);
    assert_eq!(exposed.code, 0, "{}", exposed.err);
    assert!(
        exposed.err.contains("Other users of this computer may read the password file"),
        "{}",
        exposed.err
    );
    let lost =
        answer(office.command("keeper", &["list"]).env("REDRESS_PASSWORD_FILE", "gone").output().unwrap());
    assert!(lost.code == 2 && lost.err.contains("REDRESS_PASSWORD_FILE"), "{}", lost.err);
}

/// Typed at a terminal of its own (`script` of util-linux): the password is taken, and not shown.
#[test]
fn a_typed_password_is_not_shown() {
    let Some(office) = office("a_typed_password") else { return };
    if !Command::new("script").arg("--version").output().is_ok_and(|done| done.status.success()) {
        println!("SKIPPED a_typed_password_is_not_shown (no script here)");
        return;
    }
    let line = format!("{} office account list --config office.toml", env!("CARGO_BIN_EXE_redress"));
    let typed = |keys: &str| {
        let mut command = Command::new("script");
        command.args(["-qec", &line, "/dev/null"]).current_dir(office.room.dir.path());
        command
            .env("REDRESS_ACCOUNT", "keeper")
            .env("REDRESS_LANG", "en")
            .env_remove("REDRESS_PASSWORD_FILE");
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut keyboard = child.stdin.take().unwrap();
        // The question comes first: what is typed before it would be flushed away.
        std::thread::sleep(std::time::Duration::from_secs(3));
        keyboard.write_all(keys.as_bytes()).unwrap();
        let done = answer(child.wait_with_output().unwrap());
        drop(keyboard);
        done
    };
    // A wrong character is taken back, a whole Chinese one at once.
    let right = typed("three old boats at nox\u{7f}王\u{7f}on\r");
    assert_eq!(right.code, 0, "{}", right.out);
    assert!(right.out.contains("Password:") && right.out.contains("keeper"), "{}", right.out);
    assert!(!right.out.contains("boats"), "{}", right.out);
    let stopped = typed("three\u{3}");
    assert_eq!(stopped.code, 130, "{}", stopped.out);
}
