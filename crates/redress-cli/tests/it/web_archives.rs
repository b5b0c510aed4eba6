//! Web archives come in and go out: told as what they state themselves, searched for posts, packed as one WACZ.

use crate::bad_input::refused;
use crate::peers::validator;
use crate::run::{Room, repository};
use crate::workbench::{CASE, example};
use serde_json::{Value, json};
use std::process::Command;

const POSTS: &str = "note_id,content,create_time,create_date_time,liked_count,comments_count,shared_count,last_modify_ts,note_url,creator_hash,nickname,source_keyword\n\
    501,她被公司开除了,1767600000,2026-01-05 16:00:00+08:00,1,1,1,1767600900000,https://weibo.example/501,0011223344556677,某***人,送餐员\n\
    502,转发看看,1767600300,2026-01-05 16:05:00+08:00,2,1,0,1767600900000,https://weibo.example/502,8899aabbccddeeff,路***人,送餐员\n";

/// A file of `vectors/webarchive`.
fn vector(name: &str) -> String {
    repository().join("vectors/webarchive").join(name).to_str().unwrap().to_owned()
}

/// Traffic with a page, an export of posts, and an answer whose body was not recorded.
fn har(posts: &str) -> String {
    let entry = |url: &str, media: &str, text: Option<&str>| {
        let mut content = json!({"size": text.map_or(5, str::len), "mimeType": media});
        if let Some(text) = text {
            content["text"] = json!(text);
        }
        json!({
            "pageref": "p1", "startedDateTime": "2026-01-05T16:20:00+08:00", "time": 1,
            "request": {"method": "GET", "url": url, "httpVersion": "h2", "headers": []},
            "response": {"status": 200, "statusText": "", "httpVersion": "h2",
                "headers": [{"name": "content-type", "value": media}, {"name": "content-encoding", "value": "br"}],
                "content": content},
        })
    };
    let page = "<!doctype html><title>送餐员</title>";
    json!({"log": {
        "version": "1.2", "creator": {"name": "Chromium", "version": "140"},
        "pages": [{"id": "p1", "title": "送餐员", "startedDateTime": "2026-01-05T16:20:00+08:00", "pageTimings": {}}],
        "entries": [
            entry("https://weibo.example/1", "text/html; charset=utf-8", Some(page)),
            entry("https://weibo.example/export/search_contents.csv?k=1", "text/csv", Some(posts)),
            entry("https://weibo.example/lost", "application/json", None),
        ],
    }}).to_string()
}

/// Runs Python in the room.
fn python(room: &Room, text: &str) {
    let done = Command::new("python3").args(["-c", text]).current_dir(room.dir.path()).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn codes(archive: &Value) -> Vec<&str> {
    archive["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect()
}

#[test]
fn every_kind_is_told_as_what_it_states_itself() {
    let room = Room::new();
    room.case("spring");
    for (file, kind, format) in [
        ("packed.warc.gz", "warc", "warc/1.1"),
        ("plain.warc", "warc", "warc/1.1"),
        ("good.wacz", "wacz", "wacz/1.1.1"),
        ("good.har", "har", "har/1.2"),
        ("good.mhtml", "mhtml", "mhtml/1.0"),
        ("good.html", "saved-page", "saved-page"),
    ] {
        let added = room.json(&["add", "spring", &vector(file)]);
        let row = &added["items"][0];
        assert_eq!(row["archive"]["kind"], kind, "{added:#}");
        assert_eq!(row["archive"]["complete"], true);
        assert_eq!(row["item"]["format"], format);
        assert_eq!(row["archive"]["captured"]["source"], "tool-clock", "{added:#}");
        assert!(row["archive"]["url"].as_str().unwrap().starts_with("https://"), "{added:#}");
        // The list reads it again out of the sealed bytes.
        let listed = room.json(&["items", "spring"]);
        assert_eq!(listed["items"].as_array().unwrap().last().unwrap()["archive"], row["archive"]);
    }
    let wacz = &room.json(&["items", "spring", "good.wacz"])["items"][0]["archive"]["claims"];
    assert!(
        wacz.as_array().unwrap().iter().all(|claim| claim["failed"] == 0 && claim["held"] != 0),
        "{wacz:#}"
    );
    let told = room.ok(&["items", "spring"]);
    assert!(told.contains("as it states itself by the clock of its tool"), "{told}");
    assert!(told.contains("makes no integrity statement of its own") && told.contains("0 do not"), "{told}");
}

#[test]
fn a_digest_that_does_not_match_is_named_and_the_file_is_kept() {
    let room = Room::new();
    room.case("spring");
    let added = room.json(&["add", "spring", &vector("changed-block.warc")]);
    let archive = &added["items"][0]["archive"];
    assert!(codes(archive).contains(&"webarchive-warc-block-differs"), "{archive:#}");
    let failed = |claim: &Value| claim["failed"].as_u64().unwrap();
    assert!(archive["claims"].as_array().unwrap().iter().map(failed).sum::<u64>() > 0);
    // Nothing of that is an error of the request.
    assert!(archive["findings"].as_array().unwrap().iter().all(|one| one["level"] != "error"), "{archive:#}");
    let told = room.redress(&["add", "spring", &vector("behind.wacz")]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(format!("{}{}", told.out, told.err).contains("behind the archive"), "{}{}", told.out, told.err);
}

#[test]
fn posts_inside_an_archive_are_items_of_their_own() {
    let room = Room::new();
    room.case("spring");
    room.write("traffic.har", har(POSTS));
    let added = room.json(&["add", "spring", "traffic.har"]);
    let items = added["items"].as_array().unwrap();
    assert_eq!(items.len(), 2, "{added:#}");
    assert_eq!(items[1]["item"]["parent"], items[0]["item"]["id"]);
    assert_eq!(items[1]["item"]["name"], "record-2/weibo.example/export/search_contents.csv");
    assert_eq!(items[1]["report"]["distinct"], 2);
    let found = added["findings"].as_array().unwrap();
    assert!(found.iter().any(|one| one["code"] == "workbench-inside-found" && one["args"]["record"] == 2));
    assert_eq!(room.json(&["measure", "spring"])["kept"]["totals"]["posts"], 2);
    // Twice is once; with --seal-only nothing is taken out.
    assert_eq!(room.json(&["add", "spring", "traffic.har"])["items"], json!([]));
    room.case("sealed");
    assert_eq!(
        room.json(&["add", "sealed", "traffic.har", "--seal-only"])["items"].as_array().unwrap().len(),
        1
    );
}

/// A body of a capture that breaks off in the middle is no reason to refuse the capture.
#[test]
fn a_body_that_cannot_be_read_stays_in_its_archive() {
    let room = Room::new();
    room.case("spring");
    let cut = POSTS.replace("转发看看", "\"转发看看");
    room.write("traffic.har", har(&cut));
    let added = room.json(&["add", "spring", "traffic.har"]);
    assert_eq!(added["items"].as_array().unwrap().len(), 1, "{added:#}");
    let found = added["findings"].as_array().unwrap();
    assert!(found.iter().any(|one| one["code"] == "workbench-inside-unread"), "{added:#}");
    assert!(found.iter().all(|one| one["level"] != "error"), "{added:#}");
}

/// The body travelled in gzip and in chunks; an archive inside an archive stays what it is.
#[test]
fn posts_are_found_in_a_packed_record_and_in_a_wacz() {
    let room = Room::new();
    room.case("spring");
    room.write("posts.csv", POSTS);
    python(
        &room,
        r#"
import gzip, zipfile, json, hashlib
body = gzip.compress(open("posts.csv", "rb").read(), mtime=0)
def record(url, head, body):
    block = head + body
    h = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Date: 2026-01-05T08:20:00Z\r\nWARC-Target-URI: %s\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % (hashlib.md5(url.encode()).hexdigest(), url, len(block))
    return gzip.compress(h.encode() + block + b"\r\n\r\n", mtime=0)
chunks = b"".join(b"%x\r\n%s\r\n" % (len(body[i:i+50]), body[i:i+50]) for i in range(0, len(body), 50)) + b"0\r\n\r\n"
head = b"HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
page = record("https://weibo.example/", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"<title>x</title>")
open("capture.warc.gz", "wb").write(page + record("https://weibo.example/a.csv", head, chunks))
warc = page + record("https://weibo.example/b.csv", head, chunks)
pages = b'{"format": "json-pages-1.0", "id": "pages"}\n{"url": "https://weibo.example/", "ts": "2026-01-05T08:20:00Z"}\n'
files = {"archive/data.warc.gz": warc, "indexes/index.cdx": b"", "pages/pages.jsonl": pages}
package = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": [
    {"name": p.split("/")[-1], "path": p, "hash": "sha256:" + hashlib.sha256(b).hexdigest(), "bytes": len(b)} for p, b in files.items()]}).encode()
with zipfile.ZipFile("capture.wacz", "w") as z:
    for p, b in files.items(): z.writestr(p, b)
    z.writestr("datapackage.json", package)
"#,
    );
    for (file, inside) in [("capture.warc.gz", "a.csv"), ("capture.wacz", "b.csv")] {
        let added = room.json(&["add", "spring", file]);
        let items = added["items"].as_array().unwrap();
        assert_eq!(items.len(), 2, "{file}: {added:#}");
        assert_eq!(items[1]["item"]["name"], format!("record-2/weibo.example/{inside}"));
        assert_eq!(items[1]["item"]["digests"]["bytes"], POSTS.len());
        assert_eq!(items[1]["item"]["parent"], items[0]["item"]["id"]);
        // The words are those of the export; the second time they are known.
        assert_eq!(items[1]["report"]["read"], 2);
    }
}

/// The bundle of a case with one archive of each kind.
fn packed(room: &Room) -> Value {
    room.case("spring");
    room.write("traffic.har", har(POSTS));
    for file in ["packed.warc.gz", "good.wacz", "good.mhtml", "good.html", "changed-block.warc"] {
        room.ok(&["add", "spring", &vector(file)]);
    }
    room.ok(&["add", "spring", "traffic.har"]);
    let said = room.ok(&["pack", "spring", "bundle", "--today", "2026-03-02"]);
    assert!(
        said.contains("data/web.wacz") && said.contains("5 items") && said.contains("One web archive"),
        "{said}"
    );
    python(room, "import zipfile; zipfile.ZipFile('bundle/data/web.wacz').extractall('web')");
    serde_json::from_slice(&std::fs::read(room.path("web/redress/items.json")).unwrap()).unwrap()
}

#[test]
fn the_bundle_has_its_web_material_as_one_wacz() {
    let room = Room::new();
    let list = packed(&room);
    let rows: Vec<(&str, &str)> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["kind"].as_str().unwrap(), row["form"].as_str().unwrap()))
        .collect();
    let expected = [
        ("warc", "as-sealed"),
        ("wacz", "as-sealed"),
        ("mhtml", "made"),
        ("saved-page", "made"),
        ("warc", "left-out"),
        ("har", "made"),
    ];
    assert_eq!(rows, expected);
    assert_eq!(list["items"][4]["why"], "not-whole");
    // As it was sealed, byte for byte.
    let sealed = std::fs::read(vector("packed.warc.gz")).unwrap();
    assert_eq!(std::fs::read(room.path("web/archive/000001.warc.gz")).unwrap(), sealed);
    // Only answers that were recorded, in their own words; fields of a coding that is gone are renamed.
    let made = std::fs::read_to_string(room.path("web/archive/000006.warc")).unwrap();
    assert_eq!(made.matches("WARC-Type: response").count(), 2, "{made}");
    assert!(
        made.contains("X-Archive-Orig-content-encoding: br") && made.contains("WARC-Protocol: h2"),
        "{made}"
    );
    assert!(!made.contains("weibo.example/lost") && !made.contains("\r\ncontent-encoding"), "{made}");
    assert_eq!(list["items"][5]["parts_left_out"], 1);
    let page = std::fs::read_to_string(room.path("web/archive/000004.warc")).unwrap();
    assert!(page.contains("WARC-Type: resource") && !page.contains("HTTP/"), "{page}");
    room.ok(&["verify", "bundle"]);
    let again = room.json(&["recompute", "bundle"]);
    assert_eq!(again["same"], true, "{again:#}");
    // The same case packed again has the same web material.
    room.ok(&["pack", "spring", "again", "--today", "2026-03-02"]);
    let read = |name: &str| std::fs::read(room.path(name)).unwrap();
    assert_eq!(read("bundle/data/web.wacz"), read("again/data/web.wacz"));
    // Another WACZ in its place is found, also by whoever writes the manifests anew.
    std::fs::copy(vector("good.wacz"), room.path("bundle/data/web.wacz")).unwrap();
    let other = room.redress(&["--json", "recompute", "bundle"]);
    assert_ne!(other.code, 0);
    assert!(other.out.contains("data/web.wacz"), "{}", other.out);
    assert_eq!(room.redress(&["verify", "bundle"]).code, 4);
}

#[test]
fn wacz_and_warcio_take_the_web_material() {
    let (Some(wacz), Some(warcio)) = (validator("wacz"), validator("warcio")) else { return };
    let room = Room::new();
    packed(&room);
    let run = |program: &std::path::Path, args: &[&str]| {
        let done = Command::new(program).args(args).current_dir(room.dir.path()).output().unwrap();
        let said =
            format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        (done.status.success(), said)
    };
    let (valid, said) = run(&wacz, &["validate", "-f", "bundle/data/web.wacz"]);
    assert!(valid && said.contains("valid"), "{said}");
    for file in std::fs::read_dir(room.path("web/archive")).unwrap() {
        let path = file.unwrap().path();
        let (sound, said) = run(&warcio, &["check", "-v", path.to_str().unwrap()]);
        assert!(sound, "{said}");
    }
    let (read, said) =
        run(&warcio, &["index", "-f", "warc-type,warc-target-uri,http:status", "web/archive/000006.warc"]);
    assert!(read && said.matches("\"http:status\": \"200\"").count() == 2, "{said}");
}

#[test]
fn hostile_and_broken_archives_are_refused_whole() {
    let room = Room::new();
    room.case("spring");
    python(
        &room,
        r#"
import gzip, zipfile, json
zeros = bytes(100 << 20)
open("zeros.gz", "wb").write(gzip.compress(zeros, mtime=0))
head = b"WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:a:b>\r\nWARC-Date: 2026-01-05T08:20:00Z\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n" % len(zeros)
open("bomb.warc.gz", "wb").write(gzip.compress(head + zeros + b"\r\n\r\n", mtime=0))
with zipfile.ZipFile("bomb.wacz", "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("datapackage.json", json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": []}))
    z.writestr("archive/data.warc", head + zeros + b"\r\n\r\n")
"#,
    );
    for (path, code) in [
        (vector("cut.warc.gz"), "webarchive-gzip-cut"),
        (vector("damaged.warc.gz"), "webarchive-gzip-damaged"),
        (vector("trailing.warc.gz"), "webarchive-gzip-trailing"),
        (vector("long.warc"), "webarchive-warc-end"),
        (vector("no-length.warc"), "webarchive-warc-length-form"),
        (vector("cut.har"), "webarchive-json-cut"),
        (vector("cut.mhtml"), "webarchive-mhtml-cut"),
        (vector("changed.wacz"), "webarchive-zip-member"),
        ("bomb.warc.gz".to_owned(), "webarchive-gzip-bomb"),
        ("bomb.wacz".to_owned(), "webarchive-zip-member"),
    ] {
        let document = refused(&room, &path);
        assert_eq!(document["finding"]["code"], code, "{document:#}");
        let folder = room.json(&["add", "spring", &path, "--seal-only", "--dry-run"]);
        assert_eq!(folder["items"][0]["archive"]["complete"], false, "{folder:#}");
    }
    // With others in one request, they go in and it stays out.
    room.write("fine.txt", "fine");
    let answer = room.redress(&["--json", "add", "spring", &vector("cut.har"), "fine.txt", "--keep-going"]);
    assert_eq!(answer.code, 3, "{}", answer.err);
    assert_eq!(room.json(&["items", "spring"])["items"].as_array().unwrap().len(), 1);
    // Packed zeros are no web archive: kept as they are, and never unpacked.
    let added = room.json(&["add", "spring", "zeros.gz"]);
    assert_eq!(added["items"][0]["item"]["format"], "application/gzip", "{added:#}");
    assert_eq!(added["items"][0]["archive"], Value::Null);
}

#[test]
fn the_page_of_evidence_shows_what_an_archive_states() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let add = format!("{CASE}/add");
    let traffic = har(POSTS);
    let changed = std::fs::read(vector("changed-block.warc")).unwrap();
    let files: [(&str, &[u8]); 2] = [("traffic.har", traffic.as_bytes()), ("changed-block.warc", &changed)];
    let got = guest.upload(&add, &[], &files);
    let told = got.text();
    assert_eq!(got.status, 200, "{told}");
    assert!(
        told.contains("web archive (HAR): 3 parts received") && told.contains("made by Chromium 140"),
        "{told}"
    );
    let mut page = guest.get(&format!("{CASE}/evidence")).text();
    for _ in 0..100 {
        if page.contains("archive-of") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
        page = guest.get(&format!("{CASE}/evidence")).text();
    }
    assert!(page.contains("as it states itself by the clock of its tool"), "{page}");
    // What is in doubt stands open, and nothing else.
    assert_eq!(page.matches("<details class=\"archive-of\" open").count(), 1, "{page}");
    assert!(page.contains("is not what its block digest states"), "{page}");
    // A broken one is refused in the words of a page.
    let cut = std::fs::read(vector("cut.har")).unwrap();
    let refused = guest.upload(&add, &[], &[("cut.har", &cut)]);
    let told = refused.text();
    assert!(refused.status >= 400, "{told}");
    assert!(
        told.contains("breaks off") && told.contains("Seal only") && !told.contains("--seal-only"),
        "{told}"
    );
}
