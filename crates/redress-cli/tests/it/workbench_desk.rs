//! What people of an office do at its reception, in the browser: accounts, members, audits, the log, their own password; by who
//! may and by nobody else, and with the same answer for a case that there is not as for one that they are not on.

use crate::office_people::{PASSWORD, office};
use crate::serving::{Guest, Serving};
use serde_json::Value;

const OTHER: &str = "seven grey herons by the weir";

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

fn names(members: &Value) -> Vec<&str> {
    members["members"].as_array().unwrap().iter().map(|one| one["account"].as_str().unwrap()).collect()
}

#[test]
fn the_keeper_makes_locks_and_opens_accounts_and_nobody_else_does() {
    let Some(office) = office("the_keeper_makes_locks_and_opens") else { return };
    office.ok("keeper", &["account", "add", "ann", "--role", "victim"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let (keeper, ann) =
        (serving.sign_in("keeper", PASSWORD).unwrap(), serving.sign_in("ann", PASSWORD).unwrap());
    let new = [
        ("account-name", "bob"),
        ("holds", "counsel"),
        ("holds", "victim"),
        ("new-password", OTHER),
        ("new-again", OTHER),
    ];
    // docs/rights.md: only the keeper makes accounts, sees which there are, and reads the log of them.
    assert_eq!(ann.post("/office/account", &new).status, 422);
    assert!(data(&ann, "/office")["accounts"].is_null());
    assert!(
        !ann.get("/office").text().contains("/office/account"),
        "no form is offered that would be refused"
    );
    assert_eq!(ann.get("/office/log").status, 422);
    assert_eq!(ann.post("/office/lock", &[("account-name", "keeper"), ("locked", "yes")]).status, 422);
    assert_eq!(
        ann.post(
            "/office/password",
            &[("account-name", "keeper"), ("new-password", OTHER), ("new-again", OTHER)]
        )
        .status,
        422
    );
    let refused = keeper.post("/office/account", &[&new[..4], &[("new-again", "another")]].concat());
    assert_eq!(refused.status, 422);
    // What was typed stays, but for passwords.
    assert!(
        refused.text().contains("value=\"bob\"") && !refused.text().contains("herons"),
        "{}",
        refused.text()
    );
    assert_eq!(keeper.post("/office/account", &new).status, 303);
    assert_eq!(keeper.post("/office/account", &new).status, 422, "the name is taken");
    let bob = serving.sign_in("bob", OTHER).unwrap();
    assert_eq!(data(&bob, "/office")["holds"], serde_json::json!(["victim", "counsel"]));
    assert_eq!(keeper.post("/office/lock", &[("account-name", "bob"), ("locked", "yes")]).status, 303);
    assert_eq!(bob.get("/").status, 401, "a locked account is out at once");
    assert!(serving.sign_in("bob", OTHER).is_none());
    assert_eq!(keeper.post("/office/lock", &[("account-name", "bob"), ("locked", "no")]).status, 303);
    assert_eq!(keeper.post("/office/lock", &[("account-name", "keeper"), ("locked", "yes")]).status, 422);
    let anew = [("account-name", "bob"), ("new-password", PASSWORD), ("new-again", PASSWORD)];
    assert_eq!(keeper.post("/office/password", &anew).status, 303);
    assert!(serving.sign_in("bob", OTHER).is_none() && serving.sign_in("bob", PASSWORD).is_some());
    let log = data(&keeper, "/office/log?most=50");
    let acts: Vec<&str> =
        log["lines"].as_array().unwrap().iter().map(|line| line["act"].as_str().unwrap()).collect();
    assert!(acts.contains(&"make-account") && acts.contains(&"lock-account"), "{acts:?}");
    assert_eq!(keeper.get("/office/log?most=0").status, 422);
    for language in ["en-GB", "zh-CN"] {
        for page in ["/office", "/office/log", "/settings"] {
            let text = keeper.get_in(page, language).text();
            assert!(!text.contains('⟦'), "{page} {language}");
        }
    }
}

/// Whoever is not on the case: one answer, whether it is there or not, on the page, as data, and for every act.
fn one_answer(stranger: &Guest<'_>, case: &str, given: &[(&str, &str)]) {
    let answer = |path: &str, fields: Option<&[(&str, &str)]>| {
        let got = match fields {
            Some(fields) => stranger.post(path, fields),
            None => stranger.get(path),
        };
        (got.status, got.text().replace(case, "").replace("rd-0000000000000000", ""))
    };
    let none = "/c/rd-0000000000000000";
    type Fields<'f> = Option<&'f [(&'f str, &'f str)]>;
    let acts: [(&str, Fields<'_>); 8] = [
        ("members", None),
        ("members", Some(given)),
        ("members/end", Some(&[("member", "victim"), ("sure", "1")])),
        ("procedure/calendar", None),
        ("procedure/calendar", Some(&[("remind", "1")])),
        ("similar", None),
        ("recompute", None),
        ("hand-over", None),
    ];
    for (page, fields) in acts {
        let there = answer(&format!("/c/{case}/{page}"), fields);
        assert_eq!(there, answer(&format!("{none}/{page}"), fields), "{page}");
        assert_eq!(there.0, 404, "{page}");
    }
    let asked = |id: &str| {
        let got = stranger.post(
            "/statistics/publish",
            &[
                ("what", "summary"),
                ("of-case", id),
                ("figures", "bands"),
                ("dates", "year"),
                ("file-format", "md"),
            ],
        );
        (got.status, got.text().replace(id, ""))
    };
    assert_eq!(asked(case), asked("rd-0000000000000000"));
    assert_eq!(asked(case).0, 404);
}

#[test]
fn members_come_and_go_by_who_may_and_a_stranger_learns_nothing() {
    let Some(office) = office("members_come_and_go_by_who_may") else { return };
    let case = office.with_everybody(&["victim", "counsel", "desk-court", "auditor"]);
    for (name, role) in [("rose", "relative"), ("eve", "counsel")] {
        office.ok("keeper", &["account", "add", name, "--role", role]);
    }
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let [victim, counsel, auditor, stranger] =
        ["victim", "counsel", "auditor", "eve"].map(|name| serving.sign_in(name, PASSWORD).unwrap());
    let at = format!("/c/{case}/members");
    let seen = data(&counsel, &at);
    assert_eq!(names(&seen), ["victim", "counsel", "desk-court", "auditor"]);
    let given = [
        ("member", "rose"),
        ("in-role", "relative"),
        ("part", "fact"),
        ("part", "party"),
        ("last-day", "2099-01-31"),
    ];
    // Counsel does not say who of the family reads along.
    assert_eq!(counsel.post(&at, &given).status, 422);
    assert!(!seen["brings_in"].as_array().unwrap().contains(&Value::from("relative")));
    assert_eq!(auditor.post(&at, &given).status, 422);
    let refused = victim.post(&at, &[("member", "nobody"), ("in-role", "relative")]);
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("value=\"nobody\""), "{}", refused.text());
    assert_eq!(victim.post(&at, &given).status, 303);
    let members = data(&victim, &at);
    let rose = members["members"].as_array().unwrap().iter().find(|one| one["account"] == "rose").unwrap();
    assert_eq!(rose["scope"]["only"], serde_json::json!(["party", "fact"]), "{rose}");
    // The last day is the whole day in Beijing: 2099-02-01T00:00:00+08:00.
    assert_eq!(rose["until"], 4_073_558_400_i64, "{rose}");
    let told = office.ok("victim", &["member", "list", &case, "--json"]);
    assert_eq!(serde_json::from_str::<Value>(&told).unwrap()["members"], members["members"]);
    one_answer(&stranger, &case, &given);
    // Ended by who gave it; the person leaves by themselves, having said that they mean it.
    assert_eq!(counsel.post(&format!("{at}/end"), &[("member", "rose"), ("sure", "1")]).status, 422);
    assert_eq!(victim.post(&format!("{at}/end"), &[("member", "rose")]).status, 422, "not ticked");
    assert_eq!(victim.post(&format!("{at}/end"), &[("member", "rose"), ("sure", "1")]).status, 303);
    assert!(!names(&data(&victim, &at)).contains(&"rose"));
    let left = counsel.post(&format!("{at}/end"), &[("member", "counsel"), ("sure", "1")]);
    assert_eq!((left.status, left.header("location")), (303, Some("/")));
    assert_eq!(counsel.get(&at).status, 404);
}

/// docs/rights.md, "The auditor: decided": the auditor names the mark, and the keeper lets them look without learning which
/// case it is.
#[test]
fn an_audit_goes_by_the_mark_and_the_calendar_leaves_with_an_entry() {
    let Some(office) = office("an_audit_goes_by_the_mark") else { return };
    let case = office.with_everybody(&["victim", "desk-court"]);
    office.ok("keeper", &["account", "add", "eve", "--role", "auditor"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let [victim, court, eve, keeper] =
        ["victim", "desk-court", "eve", "keeper"].map(|name| serving.sign_in(name, PASSWORD).unwrap());
    let entries = || {
        let log = data(&victim, &format!("/c/{case}/history"));
        log["entries"].as_array().unwrap().iter().filter(|one| one["kind"] == "exported").count()
    };
    let before = entries();
    let file = court.post(&format!("/c/{case}/procedure/calendar"), &[("remind", "1")]);
    assert_eq!(file.status, 200, "{}", file.text());
    assert!(file.text().starts_with("BEGIN:VCALENDAR"), "{}", file.text());
    assert_eq!(entries(), before + 1);
    let log = data(&eve, "/office/log");
    let line = log["lines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["act"] == "export-calendar")
        .unwrap()
        .clone();
    let mark = line["mark"].as_str().unwrap().to_owned();
    assert!(!log.to_string().contains(&case), "{log}");
    assert_eq!(eve.get(&format!("/c/{case}/history")).status, 404);
    let audit = [("audit-mark", mark.as_str()), ("auditor", "eve"), ("last-day", "2099-12-31")];
    assert_eq!(victim.post("/office/audit", &audit).status, 422);
    assert_eq!(eve.post("/office/audit", &audit).status, 422);
    assert_eq!(
        keeper
            .post(
                "/office/audit",
                &[("audit-mark", "m-0000"), ("auditor", "eve"), ("last-day", "2099-12-31")]
            )
            .status,
        422
    );
    let done = keeper.post("/office/audit", &audit);
    assert_eq!(done.status, 303, "{}", done.text());
    assert!(names(&data(&victim, &format!("/c/{case}/members"))).contains(&"eve"));
    assert_eq!(keeper.get(&format!("/c/{case}/members")).status, 404, "the keeper reads no case");
    let counted = keeper.post("/office/recount", &[]);
    assert_eq!(counted.status, 200, "{}", counted.text());
    assert!(!counted.text().contains(&case), "{}", counted.text());
    assert_eq!(victim.post("/office/recount", &[]).status, 200);
    assert_eq!(eve.post("/office/recount", &[]).status, 422);
}

/// OWASP ASVS 4.0, 2.1.6 and 3.3.3: the old password is asked for, and every other session of the account ends.
#[test]
fn ones_own_password_is_changed_by_whoever_knows_the_old_one() {
    let Some(office) = office("ones_own_password_is_changed") else { return };
    office.ok("keeper", &["account", "add", "ann", "--role", "victim"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let (here, there) =
        (serving.sign_in("ann", PASSWORD).unwrap(), serving.sign_in("ann", PASSWORD).unwrap());
    let change = |old: &str, new: &str, again: &str| {
        here.post("/settings/password", &[("old-password", old), ("new-password", new), ("new-again", again)])
    };
    assert_eq!(change("not this one at all", OTHER, OTHER).status, 422);
    assert_eq!(change(PASSWORD, OTHER, "another").status, 422);
    assert_eq!(change(PASSWORD, "short", "short").status, 422);
    assert_eq!(there.get("/settings").status, 200, "nothing was changed so far");
    assert_eq!(change(PASSWORD, OTHER, OTHER).status, 303);
    assert_eq!(here.get("/settings").status, 200, "the window in which it was changed goes on");
    assert_eq!(there.get("/settings").status, 401, "every other one ends");
    assert!(serving.sign_in("ann", PASSWORD).is_none() && serving.sign_in("ann", OTHER).is_some());
}
