//! A case that takes long to read, made so by the database itself: its ledger is held, and whoever looks is told.

use crate::office_people::{Office, PASSWORD, office};
use crate::serving::{Got, Guest, Serving};
use redress_conformance::shared_cluster;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Child;

/// Holds every ledger of an office, so that nobody reads one, until it is let go.
struct Held(Child);

impl Held {
    fn ledgers(office: &Office) -> Held {
        let config = std::fs::read_to_string(office.room.path("office.toml")).unwrap();
        let database = config.split("dbname=").nth(1).unwrap().split('\'').next().unwrap();
        let mut held = Held(shared_cluster().unwrap().console(database));
        held.say("BEGIN; LOCK TABLE redress.ledger IN ACCESS EXCLUSIVE MODE; SELECT 'held';");
        // The answer comes when the lock is there, and not before.
        let mut line = String::new();
        BufReader::new(held.0.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        assert_eq!(line.trim(), "held");
        held
    }

    fn say(&mut self, sql: &str) {
        writeln!(self.0.stdin.as_mut().unwrap(), "{sql}").unwrap();
    }

    fn let_go(mut self) {
        self.say("COMMIT;");
        drop(self.0.stdin.take());
        assert!(self.0.wait().unwrap().success());
    }
}

/// Asks as a browser does that shows pages.
fn look(serving: &Serving, guest: &Guest<'_>, path: &str, language: &str) -> Got {
    let headers = [("Cookie", guest.cookie.as_str()), ("Accept", "text/html"), ("Accept-Language", language)];
    serving.send("GET", path, &headers, b"")
}

#[test]
fn while_a_case_is_read_the_page_says_so_and_comes_by_itself() {
    let Some(office) = office("while_a_case_is_read_the_page_says_so") else { return };
    let case = format!("/c/{}", office.with_everybody(&["victim"]));
    office.ok("keeper", &["account", "add", "stranger", "--role", "counsel"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let [victim, stranger] = ["victim", "stranger"].map(|name| serving.sign_in(name, PASSWORD).unwrap());
    let page = format!("{case}/facts?statement=x");
    let held = Held::ledgers(&office);
    for (language, title) in [("en", "The case is being read"), ("zh-CN", "正在读案卷")] {
        let got = look(&serving, &victim, &page, language);
        let text = got.text();
        assert!(
            got.status == 200 && text.contains("id=\"waiting\"") && text.contains(title),
            "{language}: {text}"
        );
        // It looks again by itself, at the same page with the same question, and offers to by hand.
        assert!(
            text.contains("http-equiv=\"refresh\"") && text.matches("facts?statement=x").count() >= 2,
            "{text}"
        );
        assert!(!text.contains("id=\"term\"") && text.contains("form=\"leave\""), "{text}");
    }
    // Who is not on the case does not wait, and hears what everybody hears.
    let none = look(&serving, &stranger, &page, "en");
    assert_eq!(none.status, 404);
    assert!(!none.text().contains("id=\"waiting\""));
    held.let_go();
    let comes = (0..60).any(|_| {
        let got = look(&serving, &victim, &page, "en");
        got.status != 200 || !got.text().contains("id=\"waiting\"")
    });
    assert!(comes, "the page never came");
    let got = look(&serving, &victim, &format!("{case}/facts"), "en");
    assert!(got.status == 200 && !got.text().contains("id=\"waiting\""), "{}", got.text());
}
