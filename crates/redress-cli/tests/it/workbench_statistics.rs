//! Statistics in the browser with events and breaks, and as a paper: the same as on the command line.

use crate::office_people::{PASSWORD, office};
use crate::run::Room;
use crate::serving::{BOUNDARY, Got, Guest, Serving};
use crate::stats::cases;
use serde_json::Value;

const EVENTS: &str =
    "[[event]]\nname = \"A rumour\"\nfrom = \"2024-01-05\"\nto = \"2024-01-20\"\nsource = \"a newspaper\"\n";
const BREAKS: &str =
    "[[break]]\ntable = \"funnel\"\non = \"2024-01-15\"\nreason = \"another way of entering\"\n";

/// Sends lists as files, each in its own field.
fn with_files(serving: &Serving, guest: &Guest<'_>, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Got {
    let mut body = Vec::new();
    for (name, value) in [("token", guest.token.as_str())].iter().chain(fields) {
        let head =
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(head.into_bytes());
    }
    for (name, bytes) in files {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{name}.toml\"\r\n\r\n"
        );
        body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
    }
    body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let headers = [("Cookie", guest.cookie.as_str()), ("Content-Type", kind.as_str())];
    serving.send("POST", "/statistics", &headers, &body)
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn events_and_breaks_are_taken_as_the_command_line_takes_them() {
    let room = Room::new();
    cases(&room);
    room.write("events.toml", EVENTS);
    room.write("breaks.toml", BREAKS);
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let line = room.json(&[
        "stats",
        "cases",
        "--threshold",
        "0",
        "--scope",
        "a desk",
        "--events",
        "events.toml",
        "--breaks",
        "breaks.toml",
    ]);
    let question =
        format!("threshold=0&register=a+desk&events={}&breaks={}", encoded(EVENTS), encoded(BREAKS));
    let got = guest.get(&format!("/api/v1/statistics?{question}"));
    let own: Value = serde_json::from_slice(&got.body).unwrap();
    assert_eq!((&own["release"]["tables"], &own["release"]["events"]), (&line["tables"], &line["events"]));
    // Written into the form, or brought as files: the page shows both in its charts, and says them once more in the form.
    let plain = [("threshold", "0"), ("register", "a desk")];
    let written =
        guest.post("/statistics", &[&plain[..], &[("events", EVENTS), ("breaks", BREAKS)]].concat());
    let files = [("events-file", EVENTS.as_bytes()), ("breaks-file", BREAKS.as_bytes())];
    let brought =
        with_files(&serving, &guest, &[("threshold", "0"), ("register", "a desk"), ("events", "x")], &files);
    for got in [written, brought] {
        let page = got.text();
        assert_eq!(got.status, 200, "{page}");
        assert!(page.contains("A rumour") && page.contains("another way of entering"), "{page}");
        assert!(page.contains("class=\"break\""), "the chart is cut at the break: {page}");
        assert!(page.contains("<details open>"), "{page}");
    }
    for (name, list) in [
        ("events", "[[event]]\nname = \"x\"\nfrom = \"2024-02-01\"\nto = \"2024-01-01\"\nsource = \"y\"\n"),
        ("breaks", "[[break]]\ntable = \"nothing\"\non = \"2024-01-15\"\nreason = \"x\"\n"),
        ("events", "{"),
    ] {
        let got = guest.post("/statistics", &[(name, list)]);
        assert!(got.status == 422 && got.text().contains("role=\"alert\""), "{list}: {}", got.text());
    }
    let long = vec![b'#'; (1 << 20) + 1];
    for bytes in [&b"\xff\xfe"[..], &long] {
        assert_eq!(with_files(&serving, &guest, &[], &[("events-file", bytes)]).status, 422);
    }
    for (language, said) in [("en", "With hot events and breaks"), ("zh-Hans", "加上热点事件和口径变化")]
    {
        assert!(guest.get_in("/statistics", language).text().contains(said), "{language}");
    }
}

#[test]
fn a_release_is_fetched_as_a_paper() {
    let room = Room::new();
    cases(&room);
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let fields = [
        ("threshold", "0"),
        ("register", "a desk"),
        ("compiled-by", "某院研究室"),
        ("as-of", "2025-06-30"),
        ("events", EVENTS),
    ];
    let page = guest.get("/statistics?threshold=0").text();
    assert!(page.contains("action=\"/statistics/paper\"") && page.contains("name=\"compiled-by\""), "{page}");
    for (format, begins) in [("pdf", &b"%PDF-1.7"[..]), ("docx", b"PK\x03\x04")] {
        let got = guest.post("/statistics/paper", &[&fields[..], &[("format", format)]].concat());
        assert_eq!(got.status, 200, "{}", got.text());
        assert!(got.body.starts_with(begins), "{format}");
        let named = format!("attachment; filename=\"statistics.{format}\"");
        assert_eq!(got.header("content-disposition"), Some(named.as_str()));
        // The same bytes as on the command line.
        room.write("events.toml", EVENTS);
        let file = format!("own.{format}");
        let mut line =
            vec!["stats", "cases", "--threshold", "0", "--scope", "a desk", "--as-of", "2025-06-30"];
        line.extend([
            "--events",
            "events.toml",
            "--compiled-by",
            "某院研究室",
            "--format",
            format,
            "--out",
            &file,
        ]);
        line.extend(["--lang", "en"]);
        room.ok(&line);
        assert!(std::fs::read(room.path(&file)).unwrap() == got.body, "{format}");
    }
    assert_eq!(guest.post("/statistics/paper", &[("format", "svg")]).status, 422);
    assert_eq!(guest.post("/statistics/paper", &[("format", "pdf"), ("period", "week")]).status, 422);
    assert_eq!(guest.get("/statistics/paper").status, 405);
}

/// A release of an office keeps its lists, and is printed by whoever may see it.
#[test]
fn a_release_of_an_office_is_made_with_its_lists_and_printed() {
    let Some(office) = office("a_release_of_an_office_is_made_with_its_lists") else { return };
    office.with_everybody(&["victim", "desk-court"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let [victim, court] = ["victim", "desk-court"].map(|name| serving.sign_in(name, PASSWORD).unwrap());
    let days = [("from-day", "2024-01-01"), ("until-day", "2024-12-31"), ("register", "a desk")];
    let print = [&days[..], &[("format", "docx")]].concat();
    assert_eq!(court.post("/statistics/paper", &print).status, 422, "nothing was made yet");
    let made = court.post("/statistics", &[&days[..], &[("breaks", BREAKS)]].concat());
    assert_eq!(made.status, 200, "{}", made.text());
    let kept = court.get("/api/v1/statistics?from-day=2024-01-01&until-day=2024-12-31");
    let kept: Value = serde_json::from_slice(&kept.body).unwrap();
    let tables = kept["release"]["tables"].as_array().unwrap();
    assert!(tables.iter().any(|table| table.to_string().contains("another way of entering")), "{kept}");
    assert!(court.post("/statistics/paper", &print).body.starts_with(b"PK"));
    assert_eq!(victim.post("/statistics/paper", &print).status, 422, "a party sees no statistics");
    assert_eq!(court.post("/statistics/paper", &[("format", "pdf")]).status, 422, "no days, no release");
}
