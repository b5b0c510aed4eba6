//! What the workbench refuses well: a file that is closed or breaks off, a day at its field, an address before anything is signed,
//! a bundle too long for its memory, a draft of another window.

use crate::run::Room;
use crate::serving::{Guest, Serving};
use crate::workbench::{CASE, example};
use crate::workbench_guard::hide_objects;
use serde_json::Value;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::process::Stdio;

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

fn entries(guest: &Guest<'_>, case: &str) -> usize {
    data(guest, &format!("{case}/history"))["entries"].as_array().unwrap().len()
}

/// A case in the folder of the server; its address.
fn begun(guest: &Guest<'_>) -> String {
    let case = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().replace("/evidence", "");
    assert_eq!(guest.upload(&format!("{case}/add"), &[], &[("a.txt", b"one")]).status, 200);
    case
}

/// A file in the place of a bundle, in each of the ways in which it comes.
struct Brought {
    closed: Vec<u8>,
    cut: Vec<u8>,
    cut_case: Vec<u8>,
}

fn brought(room: &Room) -> Brought {
    room.case("mine");
    room.write("note.txt", "a note of some length, so that there is something to lose");
    room.ok(&["add", "mine", "note.txt", "--role", "paper"]);
    room.ok(&["export", "mine", "copy.zip"]);
    let key = room.json(&["envelope", "key", "aid.key"])["key"].as_str().unwrap().to_owned();
    room.ok(&["pack", "mine", "closed.zip.age", "--to", &format!("Aid={key}")]);
    room.ok(&["envelope", "open", "closed.zip.age", "aid.key", "--out", "whole.zip"]);
    let read = |name: &str| std::fs::read(room.path(name)).unwrap();
    let half = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
    let (cut, cut_case) = (half(read("whole.zip")), half(read("copy.zip")));
    room.write("cut.zip", &cut);
    room.write("cut-case.zip", &cut_case);
    Brought { closed: read("closed.zip.age"), cut, cut_case }
}

/// Numbers without the marks between their digits.
fn plain(text: &str) -> String {
    text.replace(',', "")
}

#[test]
fn what_is_closed_or_breaks_off_is_told_apart_from_what_is_no_bundle() {
    let room = Room::new();
    let files = brought(&room);
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = begun(&guest);
    let receive = [("how", "copy")];
    let breaks = format!("breaks off at byte {}", files.cut.len());
    for (path, fields) in [
        ("/verify".to_owned(), &[][..]),
        ("/recompute".to_owned(), &[]),
        (format!("{case}/verify"), &[]),
        (format!("{case}/recompute"), &[]),
        ("/receive".to_owned(), &receive),
    ] {
        let send = |name: &str, bytes: &[u8]| {
            let got = guest.upload(&path, fields, &[(name, bytes)]);
            assert_eq!(got.status, 422, "{path} {name}: {}", got.text());
            got.text()
        };
        let page = send("closed.zip.age", &files.closed);
        assert!(page.contains("“closed.zip.age” is closed to those who are named"), "{path}: {page}");
        assert!(
            page.contains("href=\"/help#closed\"") && !page.contains("This is no bundle"),
            "{path}: {page}"
        );
        let page = send("cut.zip", &files.cut);
        assert!(plain(&page).contains(&breaks) && page.contains("bring it again"), "{path}: {page}");
        let page = send("cut-case.zip", &files.cut_case);
        assert!(
            plain(&page).contains(&format!("breaks off at byte {}", files.cut_case.len())),
            "{path}: {page}"
        );
        let page = send("a.csv", b"one,two\n");
        assert!(!page.contains("breaks off") && !page.contains("” is closed to"), "{path}: {page}");
    }
    let help = guest.get("/help").text();
    assert!(help.contains("id=\"closed\"") && help.contains("redress envelope open"), "{help}");
    as_evidence(&guest, &case, &files);
    on_the_command_line(&room, &breaks);
}

/// Among other files they are left out and named; a case that breaks off may hold its key and is never taken.
fn as_evidence(guest: &Guest<'_>, case: &str, files: &Brought) {
    let (add, before) = (format!("{case}/add"), entries(guest, case));
    for (name, bytes, said) in [
        ("b.zip.age", &files.closed, "is closed to"),
        ("cut.zip", &files.cut, "breaks off at"),
        ("case.zip", &files.cut_case, "breaks off at"),
    ] {
        let alone = guest.upload(&add, &[], &[(name, bytes)]);
        assert!(alone.status == 422 && alone.text().contains(said), "{name}: {}", alone.text());
        assert_eq!(entries(guest, case), before, "{name}");
    }
    let seal = [("seal-only", "1")];
    assert_eq!(guest.upload(&add, &seal, &[("case.zip", &files.cut_case)]).status, 422, "not even as it is");
    assert_eq!(entries(guest, case), before);
    let mixed: [(&str, &[u8]); 2] = [("b.zip.age", &files.closed), ("c.txt", b"three")];
    let got = guest.upload(&add, &[], &mixed);
    assert!(got.status == 200 && got.text().contains("“b.zip.age” is closed to"), "{}", got.text());
    assert_eq!(guest.upload(&add, &seal, &[("b.zip.age", &files.closed)]).status, 200, "as evidence itself");
}

/// The same sentences where `verify`, `recompute`, `import` and `receive` are typed.
fn on_the_command_line(room: &Room, breaks: &str) {
    for line in ["verify F", "recompute F", "import F new", "receive F new --body court --on 2026-03-03"] {
        let typed = |file: &str| {
            let line = line.replace('F', file);
            let got = room.redress(&line.split(' ').collect::<Vec<_>>());
            assert!([3, 4].contains(&got.code), "{line}: {} {}", got.code, got.err);
            got.err
        };
        let said = typed("closed.zip.age");
        assert!(said.contains("closed to those who are named"), "{line}: {said}");
        assert!(said.contains("redress envelope open closed.zip.age"), "{line}: {said}");
        if line.starts_with('v') || line.starts_with("rec") && !line.starts_with("receive") {
            let said = typed("cut.zip");
            assert!(plain(&said).contains(breaks), "{line}: {said}");
        }
        assert!(!room.path("new").exists(), "{line}");
    }
}

/// The tag of a field in the form that came back.
fn tag<'p>(page: &'p str, name: &str) -> &'p str {
    let form = &page[page.find("id=\"refused\"").unwrap()..];
    let form = &form[..form.find("</form>").unwrap()];
    let at = form.find(&format!("name=\"{name}\"")).unwrap();
    &form[at..at + form[at..].find('>').unwrap()]
}

/// Where a form goes, what is right in it, and the field that is not.
type Sent<'s> = (&'s str, &'s [(&'s str, &'s str)], (&'s str, &'s str));

#[test]
fn a_refusal_stands_at_the_field_that_it_is_about() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = begun(&guest);
    let capture = [("captured", "item-000001"), ("operator", "relative"), ("interest", "none")];
    let handling =
        [("act", "medium-given"), ("handled", "item-000001"), ("handled-how", "x"), ("outcome", "y")];
    let days = [("from-day", "2026-01-01"), ("until-day", "2026-12-31")];
    let closed = [("closed", "yes")];
    let rows: [Sent<'_>; 9] = [
        ("record/capture", &capture, ("began", "2099-01-01T10:00")),
        ("record/capture", &capture, ("ended", "2099-01-01T10:00:30")),
        ("record/capture", &[&capture[..], &[("clock-against", "NTSC")]].concat(), ("clock-ahead", "soon")),
        ("record/handling", &handling, ("handled-on", "2099-01-01")),
        ("record/filing", &[("paper", "x"), ("body", "court")], ("on", "2099-01-01")),
        ("bundle/pack", &closed, ("closed-to", "somebody")),
        ("bundle/pack", &closed, ("closed-to", "Aid=AGE-SECRET-KEY-1QQ")),
        ("/statistics", &days, ("threshold", "few")),
        ("/statistics", &days, ("as-of", "2099-01-01")),
    ];
    for (path, fields, (name, typed)) in rows {
        let path = if path.starts_with('/') { path.to_owned() } else { format!("{case}/{path}") };
        let before = entries(&guest, &case);
        let got = guest.post(&path, &[fields, &[(name, typed)]].concat());
        let page = got.text();
        assert_eq!(got.status, 422, "{path} {name}: {page}");
        assert!(tag(&page, name).contains("aria-invalid=\"true\""), "{path} {name}: {}", tag(&page, name));
        let form = &page[page.find("id=\"refused\"").unwrap()..];
        assert_eq!(form.contains(typed), !typed.contains("SECRET"), "{path} {name}: {form}");
        assert_eq!(entries(&guest, &case), before, "{path} {name}: nothing is entered");
    }
}

#[test]
fn the_address_of_an_authority_is_looked_at_before_anything_is_signed() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = begun(&guest);
    let before = entries(&guest, &case);
    for address in
        ["freetsa", "ftp://tsa.example", "https://", "http://a b.example", "https://me@tsa.example"]
    {
        let got = guest.post(&format!("{case}/seals/ask"), &[("authority-address", address)]);
        let page = got.text();
        assert_eq!(got.status, 422, "{address}: {page}");
        assert!(tag(&page, "authority-address").contains("aria-invalid"), "{address}: {page}");
        assert_eq!(entries(&guest, &case), before, "{address}");
    }
    drop(serving);
    let folder = std::fs::read_dir(room.path("cases")).unwrap().map(|one| one.unwrap().path());
    let folder = folder.into_iter().find(|one| one.join("case.sqlite").is_file()).unwrap();
    let folder = folder.to_str().unwrap().to_owned();
    let lines = room.ok(&["log", &folder]).lines().count();
    assert_eq!(room.redress(&["stamp", &folder, "--tsa", "freetsa"]).code, 2);
    assert_eq!(room.ok(&["log", &folder]).lines().count(), lines);
}

/// Metadata beyond what is held in memory is refused by name and size, whatever else is wrong with the bundle.
#[test]
fn a_bundle_that_is_too_long_for_the_memory_of_the_server_is_refused() {
    let room = Room::new();
    room.case("mine");
    room.write("note.txt", "a note");
    room.ok(&["add", "mine", "note.txt", "--role", "paper"]);
    room.ok(&["pack", "mine", "packed"]);
    let mut files = room.bytes_of("packed");
    let result = files.iter_mut().find(|(name, _)| name == "data/result.json").unwrap();
    result.1.resize(65 << 20, b' ');
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let named: Vec<(String, &[u8])> =
        files.iter().map(|(name, bytes)| (format!("packed/{name}"), bytes.as_slice())).collect();
    let named: Vec<(&str, &[u8])> = named.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let got = guest.upload("/recompute", &[], &named);
    assert_eq!(got.status, 422, "{}", got.text());
    let page = got.text();
    assert!(page.contains("data/result.json is longer than 64 MB"), "{page}");
    // On one's own computer it is read, and found to be another one than was packed.
    std::fs::write(room.path("packed/data/result.json"), &files[0].1).unwrap();
    assert_ne!(room.redress(&["recompute", "packed"]).code, 0);
}

#[test]
fn the_draft_of_another_window_is_not_given_out_for_the_one_that_was_read() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let case = CASE.trim_start_matches("/c/");
    let make = |figures: &str| {
        let fields = [
            ("what", "summary"),
            ("of-case", case),
            ("figures", figures),
            ("dates", "month"),
            ("file-format", "md"),
        ];
        let made = guest.post("/statistics/publish", &fields);
        assert_eq!(made.status, 200, "{}", made.text());
        let page = made.text();
        let rest = &page[page.find("/statistics/publish/file?").unwrap()..];
        rest[..rest.find('"').unwrap()].replace("&amp;", "&")
    };
    let (first, second) = (make("bands"), make("exact"));
    assert_ne!(first, second);
    let got = guest.get(&first);
    assert_eq!(got.status, 422);
    assert!(got.text().contains("not the one you saw"), "{}", got.text());
    assert_eq!(guest.get(&second).status, 200);
    assert_eq!(guest.get(second.split("&draft").next().unwrap()).status, 422, "one has to be named");
}

/// Items never change: what was looked at once is told again without its bytes; what cannot be looked at is said.
#[test]
fn a_web_archive_is_looked_at_once_and_one_that_cannot_be_is_named() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().replace("/evidence", "");
    let folder = crate::run::repository().join("vectors/webarchive");
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|one| one.unwrap().path()).collect();
    names.sort();
    let wacz = names.iter().find(|path| path.extension().is_some_and(|ending| ending == "wacz")).unwrap();
    let bytes = std::fs::read(wacz).unwrap();
    let added = guest.upload(&format!("{case}/add"), &[("seal-only", "1")], &[("a.wacz", &bytes)]);
    assert_eq!(added.status, 200, "{}", added.text());
    let page = || guest.get(&format!("{case}/evidence")).text();
    let first = page();
    assert!(first.contains("class=\"archive-of\"") && !first.contains("id=\"unlooked\""), "{first}");
    let mut folders = std::fs::read_dir(room.path("cases")).unwrap().map(|one| one.unwrap().path());
    hide_objects(&folders.find(|folder| folder.join("objects").is_dir()).unwrap().join("objects"));
    // Something that changes the answers: all is read again but what never changes.
    let party = [("capacity", "respondent"), ("identity", "unknown")];
    assert_eq!(guest.post(&format!("{case}/people/add"), &party).status, 303);
    let again = page();
    assert!(again.contains("class=\"archive-of\"") && !again.contains("id=\"unlooked\""), "{again}");
    drop(serving);
    let serving = Serving::begin(&room);
    let page = serving.enter().get(&format!("{case}/evidence")).text();
    assert!(page.contains("id=\"unlooked\"") && !page.contains("class=\"archive-of\""), "{page}");
}

#[test]
fn a_key_that_others_can_read_is_warned_of_wherever_it_is_used() {
    let room = Room::new();
    room.ok(&["cosign", "key", "aid.key", "--name", "aid.example"]);
    for (mode, warned) in [(0o600, false), (0o644, true)] {
        std::fs::set_permissions(room.path("aid.key"), std::fs::Permissions::from_mode(mode)).unwrap();
        let mut command = room.command(&["serve", "--no-browser", "cases", "--cosign-with", "aid.key"]);
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let mut before: Vec<String> = lines.take_while(|line| !line.contains("/enter/")).collect();
        child.kill().unwrap();
        let told = child.wait_with_output().unwrap();
        before.push(String::from_utf8_lossy(&told.stderr).into_owned());
        let said = before.join("\n");
        assert_eq!(said.contains("Other users of this computer may read the key file"), warned, "{said}");
    }
}
