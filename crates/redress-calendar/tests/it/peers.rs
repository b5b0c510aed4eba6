//! Our calendar files read by other people's code: the Python packages icalendar and vobject.

use crate::agenda::item;
use crate::ics::{agenda, export};
use crate::voice::{Plain, Spoken};
use jiff::civil::date;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use redress_calendar::ics::write;
use redress_calendar::{Kind, State};
use redress_law::{Body, Label};
use redress_words::Language;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// The Python of the peers that `./test` installs, if it has the package.
fn python(package: &str) -> Option<std::path::PathBuf> {
    let path = std::path::PathBuf::from(std::env::var_os("REDRESS_PEERS")?).join("python");
    let import = format!("import {package}");
    Command::new(&path).args(["-c", &import]).output().ok()?.status.success().then_some(path)
}

/// Written past the test runner's capture, so that a skipped check is counted by name.
fn skipped(package: &str) {
    let line = format!("SKIPPED {package} (run ./test, which installs it)\n");
    std::io::stdout().write_all(line.as_bytes()).unwrap();
}

/// One JSON list an event: uid, summary, description, start, end, status, reminders in seconds before the start.
fn read(python: &std::path::Path, script: &str, ics: &str) -> Vec<Vec<serde_json::Value>> {
    let mut child = Command::new(python)
        .args(["-c", script])
        .env("PYTHONIOENCODING", "utf-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(ics.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

const ICALENDAR: &str = r#"
import icalendar, json, sys
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
assert not calendar.errors, calendar.errors
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    alarms = [int(a.decoded("TRIGGER").total_seconds()) for a in event.walk("VALARM")]
    print(json.dumps([str(event["UID"]), str(event["SUMMARY"]), str(event["DESCRIPTION"]),
        event.decoded("DTSTART").isoformat(), event.decoded("DTEND").isoformat(), str(event["STATUS"]), alarms]))
"#;

const VOBJECT: &str = r#"
import json, sys, vobject
calendar = vobject.readOne(sys.stdin.buffer.read().decode("utf-8"))
for event in calendar.vevent_list:
    alarms = [int(a.trigger.value.total_seconds()) for a in event.contents.get("valarm", [])]
    print(json.dumps([event.uid.value, event.summary.value, event.description.value,
        event.dtstart.value.isoformat(), event.dtend.value.isoformat(), event.status.value, alarms]))
"#;

fn the_agenda_is_read_as_it_was_meant(package: &str, script: &str) {
    let Some(python) = python(package) else { return skipped(package) };
    for language in [Language::En, Language::ZhHans] {
        let (text, _) = write(&agenda(), &export(), &Spoken::new(language)).unwrap();
        let events = read(&python, script, &text);
        let part = |event: usize, field: usize| events[event][field].as_str().unwrap();
        assert_eq!(events.len(), 3);
        assert_eq!((part(0, 3), part(0, 4)), ("2026-10-04", "2026-10-05"));
        assert_eq!((part(1, 3), part(1, 4)), ("2026-12-03T09:30:00+08:00", "2026-12-03T10:30:00+08:00"));
        assert_eq!((part(2, 0), part(2, 5)), ("notice@case", "CONFIRMED"));
        let day = 24 * 3600;
        assert_eq!(events[0][6], serde_json::json!([-6 * day - 15 * 3600, -15 * 3600]));
        assert_eq!(events[1][6], serde_json::json!([-7 * day, -day]));
        assert_eq!(events[2][6], serde_json::json!([]));
        let said = ["[Case 7] Hearing; court room 1, second floor", "【Case 7】开庭；第一法庭，二楼"];
        assert_eq!(part(1, 1), said[usize::from(language == Language::ZhHans)]);
        assert!(part(0, 2).lines().count() >= 4, "{}", part(0, 2));
    }
}

#[test]
fn icalendar_reads_the_agenda_as_it_was_meant() {
    the_agenda_is_read_as_it_was_meant("icalendar", ICALENDAR);
}

#[test]
fn vobject_reads_the_agenda_as_it_was_meant() {
    the_agenda_is_read_as_it_was_meant("vobject", VOBJECT);
}

/// Arbitrary texts, written by us and read by them.
#[test]
fn arbitrary_text_survives_another_reader() {
    let Some(python) = python("icalendar") else { return skipped("icalendar") };
    let mut runner = TestRunner::deterministic();
    let texts: Vec<String> = (0..300)
        .map(|_| {
            let text = "[\\PC\n\t\\\\;,:\"]{0,160}";
            Strategy::new_tree(&text, &mut runner).unwrap().current()
        })
        .collect();
    let items: Vec<_> = texts
        .iter()
        .enumerate()
        .map(|(n, text)| {
            let uid = format!("{n}@case");
            let mut one = item(&uid, Kind::Deadline, Body::Person, Some(date(2026, 3, 1)), State::Upcoming);
            one.title = Label::new(text, "");
            one
        })
        .collect();
    let (text, _) = write(&items, &export(), &Plain).unwrap();
    let events = read(&python, ICALENDAR, &text);
    assert_eq!(events.len(), texts.len());
    for (event, text) in events.iter().zip(&texts) {
        assert_eq!(event[1].as_str().unwrap(), format!("Case 7{text}"));
    }
}
