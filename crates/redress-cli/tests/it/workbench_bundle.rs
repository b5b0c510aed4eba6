//! Bundles and whole cases in the browser: verified and not kept, told apart from evidence, handed over.

use crate::run::Room;
use crate::serving::{Guest, Serving};
use crate::workbench::{CASE, example};
use serde_json::Value;

/// Runs Python in the room.
fn python(room: &Room, text: &str) {
    let done = std::process::Command::new("python3").args(["-c", text]).current_dir(room.dir.path()).output();
    let done = done.unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// The bundle of the example, as the page gives it, and the key that the page shows.
fn packed(room: &Room, guest: &Guest<'_>) -> (Vec<u8>, String) {
    let data: Value = serde_json::from_slice(&guest.get(&format!("/api/v1{CASE}/bundle")).body).unwrap();
    let got = guest.post(&format!("{CASE}/bundle/pack"), &[]);
    assert_eq!(got.status, 200);
    room.write("bundle.zip", &got.body);
    python(room, "import zipfile; zipfile.ZipFile('bundle.zip').extractall('.')");
    (got.body, data["key"].as_str().unwrap().to_owned())
}

fn read(room: &Room, name: &str) -> Vec<u8> {
    std::fs::read(room.path(name)).unwrap()
}

#[test]
fn a_bundle_is_verified_line_by_line_and_not_kept() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let (zip, key) = packed(&room, &guest);
    // The register beside the cases looks at them anew with every page; the cases themselves are not touched.
    let kept = || {
        room.bytes_of("cases").into_iter().filter(|(name, _)| name.starts_with("case-")).collect::<Vec<_>>()
    };
    let there = kept();
    // The same sentences as on the command line, of which each line ends with what came out.
    let line = room.redress(&["verify", "rd-example-courier-rumour-bundle", "--key", &key]);
    let outcomes: Vec<&str> = line.out.lines().filter_map(|line| line.split("  ").last()).collect();
    assert!(outcomes.iter().filter(|said| said.contains("holds (")).count() >= 2, "{}", line.out);
    // From the list of cases and from the case itself; packed here, packed again by another tool, or as a folder.
    python(
        &room,
        "import zipfile, os\nz = zipfile.ZipFile('again.zip', 'w', zipfile.ZIP_DEFLATED)\n\
         for top, _, files in os.walk('rd-example-courier-rumour-bundle'):\n  for f in files: z.write(os.path.join(top, f))\n\
         z.writestr('beside.txt', 'x')\nz.close()",
    );
    let again = read(&room, "again.zip");
    let folder: Vec<(String, Vec<u8>)> = room
        .bytes_of("rd-example-courier-rumour-bundle")
        .into_iter()
        .map(|(name, bytes)| (format!("bundle/{name}"), bytes))
        .collect();
    let folder: Vec<(&str, &[u8])> =
        folder.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let verify = format!("{CASE}/verify");
    assert!(guest.get(&verify).text().contains(&key), "the key of the case stands there already");
    for (path, files) in [
        ("/verify", &[("a.zip", zip.as_slice())][..]),
        (verify.as_str(), &[("a.zip", again.as_slice())]),
        ("/verify", &folder),
    ] {
        let got = guest.upload(path, &[("key", &key)], files);
        let page = got.text();
        assert_eq!(got.status, 200, "{path}: {page}");
        for said in outcomes.iter().filter(|said| said.contains("holds (") || said.contains("provable")) {
            assert!(page.contains(said), "{path}: {said}: {page}");
        }
        assert!(!page.contains("role=\"alert\""), "{path}: {page}");
        assert_eq!(page.contains("no part of it"), files[0].1 == again.as_slice(), "{path}");
    }
    // One byte, one file, another key: what fails is told, and the page is an answer all the same.
    let named = |name: &str| folder.iter().position(|(known, _)| known.ends_with(name)).unwrap();
    let mut altered = folder.clone();
    let changed = [altered[named("data/result.json")].1, b" "].concat();
    altered[named("data/result.json")].1 = &changed;
    let mut short = folder.clone();
    short.remove(named("data/result.json"));
    for files in [&altered, &short] {
        let got = guest.upload("/verify", &[], files);
        assert_eq!(got.status, 200);
        assert!(
            got.text().contains("role=\"alert\"") && got.text().contains("does not hold ("),
            "{}",
            got.text()
        );
    }
    assert_eq!(guest.upload("/verify", &[("key", "nothing")], &[("a.zip", zip.as_slice())]).status, 422);
    // Nothing was written anywhere.
    assert!(kept() == there, "nothing of a bundle is kept");
}

#[test]
fn what_is_brought_to_the_wrong_page_is_told_and_shown_the_way() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let (zip, _) = packed(&room, &guest);
    let (add, verify) = (format!("{CASE}/add"), format!("{CASE}/verify"));
    let items = || {
        let kept: Value =
            serde_json::from_slice(&guest.get(&format!("/api/v1{CASE}/evidence")).body).unwrap();
        kept["items"].as_array().unwrap().len()
    };
    let before = items();
    let refused = |path: &str, files: &[(&str, &[u8])], said: &str, way: &str| {
        let got = guest.upload(path, &[], files);
        let page = got.text();
        assert_eq!(got.status, 422, "{page}");
        assert!(page.contains(said), "{said}: {page}");
        assert!(page.contains(way), "{way}: {page}");
    };
    refused(&add, &[("a.zip", &zip)], "This is a bundle", &format!("href=\"{verify}\""));
    refused(&add, &[("b/bagit.txt", b"x"), ("b/data/a", b"y")], "This is a bundle", "Verify a bundle");
    refused("/verify", &[("a.csv", b"one,two\n")], "This is no bundle", "href=\"/\"");
    refused(&verify, &[("a.csv", b"one,two\n")], "This is no bundle", &format!("href=\"{CASE}/evidence\""));
    refused("/verify", &[("c/case.sqlite", b"1"), ("c/key", b"2")], "Give it to nobody", "/verify");
    refused("/verify", &[], "No bundle was chosen", "/verify");
    // A zip that is cut, one whose list of members is damaged, and one of which two files have one name.
    refused("/verify", &[("a.zip", &zip[..zip.len() / 2])], "breaks off at byte", "/verify");
    let mut damaged = zip.clone();
    let list = damaged.windows(4).rposition(|bytes| bytes == b"PK\x01\x02").unwrap();
    damaged[list] = b'X';
    refused("/verify", &[("a.zip", &damaged)], "“a.zip” cannot be unpacked", "/verify");
    python(
        &room,
        "import zipfile, warnings\nwarnings.simplefilter('ignore')\nz = zipfile.ZipFile('twice.zip', 'w')\n\
         z.writestr('b/bagit.txt', 'one')\nz.writestr('b/bagit.txt', 'two')\nz.close()",
    );
    refused("/verify", &[("twice.zip", &read(&room, "twice.zip"))], "two files of one name", "/verify");
    // A whole case as one file may hold the key that signs its log.
    room.case("own");
    room.ok(&["export", "own", "own.zip"]);
    let own = read(&room, "own.zip");
    refused(&add, &[("own.zip", &own)], "whole case as one file", "/evidence");
    refused("/verify", &[("own.zip", &own)], "whole case as one file", "/verify");
    assert_eq!(items(), before);
    // Somebody else's bundle may itself be evidence: then it is sealed as it is.
    assert_eq!(guest.upload(&add, &[("seal-only", "1")], &[("theirs.zip", &zip)]).status, 200);
    assert_eq!(items(), before + 1);
}

/// A whole case holds its key also where it was unpacked, packed again in a folder, or where the list of its members is damaged.
#[test]
fn a_whole_case_is_known_in_a_folder_packed_again_or_damaged() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let add = format!("{CASE}/add");
    room.case("own");
    room.ok(&["export", "own", "own.zip"]);
    let own = read(&room, "own.zip");
    let items = || guest.get(&format!("/api/v1{CASE}/evidence")).text().matches("\"sealed_at\"").count();
    let before = items();
    let refused = |files: &[(&str, &[u8])]| {
        let got = guest.upload(&add, &[], files);
        let page = got.text();
        assert!(got.status == 422 && page.contains("whole case as one file"), "{page}");
    };
    // Unpacked, packed again in a folder, or with a damaged list of its members, it holds the same key.
    python(
        &room,
        "import zipfile\nz = zipfile.ZipFile('rezipped.zip', 'w')\nfrom_ = zipfile.ZipFile('own.zip')\n\
         for name in from_.namelist(): z.writestr('copy/' + name, from_.read(name))\nz.close()",
    );
    let folder: &[(&str, &[u8])] =
        &[("copy/case-file.json", b"{}"), ("copy/key", b"2"), ("copy/ledger.jsonl", b"")];
    refused(folder);
    let rezipped = read(&room, "rezipped.zip");
    refused(&[("rezipped.zip", &rezipped)]);
    for whole in [&own, &rezipped] {
        let mut damaged = whole.clone();
        let list = damaged.windows(4).rposition(|bytes| bytes == b"PK\x01\x02").unwrap();
        damaged[list] = b'X';
        for fields in [&[][..], &[("seal-only", "1")]] {
            let got = guest.upload(&add, fields, &[("damaged.zip", &damaged)]);
            assert!(got.status == 422 && got.text().contains("cannot be unpacked"), "{}", got.text());
        }
    }
    // Beside other files it is left out by its folder, and they are taken.
    let mixed = [folder, &[("other/a.txt", b"one")]].concat();
    let dry = guest.upload(&add, &[("dry-run", "1")], &mixed).text();
    assert!(dry.contains("“copy” is a whole case as one file") && dry.contains("other/a.txt"), "{dry}");
    assert_eq!(items(), before);
}

#[test]
fn a_case_is_handed_over_with_its_sheet_and_goes_on_there() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().replace("/evidence", "");
    let page = format!("{case}/hand-over");
    assert_eq!(guest.post(&format!("{case}/add/text"), &[("pasted", "https://example.com/1")]).status, 200);
    assert!(guest.get(&format!("{case}/bundle")).text().contains(&format!("href=\"{page}\"")));
    let today = guest.get(&page).text();
    assert!(today.contains("nothing more can be entered here until"), "{today}");
    let fields = [
        ("way", "next-stage"),
        ("from-body", "police"),
        ("from-body-name", "某市公安局"),
        ("to-body", "procuratorate"),
        ("on", "2026-03-02"),
        ("number", "某公移字〔2026〕1号"),
    ];
    // A second look first: to whom, when and what; nothing is entered by it, and what cannot be is told before it.
    let entries = |text: &str| text.matches("/history#").count();
    let look = guest.post(&page, &fields);
    let text = look.text();
    for said in [
        "Is this right?",
        "某市公安局",
        "某公移字〔2026〕1号",
        "days ago",
        "name=\"sure\"",
        "value=\"procuratorate\"",
    ] {
        assert!(look.status == 200 && text.contains(said), "{said}: {text}");
    }
    let now: Value = serde_json::from_slice(&guest.get(&format!("/api/v1{page}")).body).unwrap();
    assert!(now["sheet"].is_null() && entries(&text) == entries(&today), "{now}");
    let ahead = guest.post(&page, &[&fields[..4], &[("on", "2999-01-01")]].concat());
    assert!(ahead.status == 422 && !ahead.text().contains("Is this right?"), "{}", ahead.text());
    let nowhere = guest
        .post(&page, &[&fields[..3], &[("to-body", "moon"), ("on", "2026-03-02"), ("sure", "1")]].concat());
    assert_eq!(nowhere.status, 422, "{}", nowhere.text());
    assert_eq!(guest.post(&format!("{page}/file"), &[]).status, 422, "nothing was handed over");
    let sent = guest.post(&page, &[&fields[..], &[("sure", "1")]].concat());
    assert_eq!(sent.header("location"), Some(page.as_str()), "{}", sent.text());
    // The sheet, in the words of the paper; and as data.
    let sheet = guest.get(&page).text();
    for said in ["某市公安局", "某公移字〔2026〕1号", "item-000001", "pasted-"] {
        assert!(sheet.contains(said), "{said}: {sheet}");
    }
    let data: Value = serde_json::from_slice(&guest.get(&format!("/api/v1{page}")).body).unwrap();
    assert_eq!(data["sheet"]["to"]["kind"], "procuratorate");
    // Nothing more is entered here, and the file comes as often as it is needed; it says itself when it was made.
    let more = guest.post(&format!("{case}/add/text"), &[("pasted", "https://example.com/2")]);
    assert_eq!(more.status, 422, "{}", more.text());
    let file = guest.post(&format!("{page}/file"), &[]);
    assert_eq!((file.status, file.header("content-type")), (200, Some("application/zip")));
    assert_eq!(guest.post(&format!("{page}/file"), &[]).body.len(), file.body.len());
    room.write("sent.zip", &file.body);
    drop(serving);
    room.ok(&["receive", "sent.zip", "there", "--body", "procuratorate", "--on", "2026-03-03"]);
    room.ok(&["fact", "there", "set", "case", "victim_minor", "no"]);
}
