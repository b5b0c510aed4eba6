//! What media files say of themselves comes in, is told as a claim, and `.ots` proofs are bound to what they are about.

use crate::run::{Room, repository};
use serde_json::Value;

/// A file of `vectors/media`.
fn vector(name: &str) -> String {
    repository().join("vectors/media").join(name).to_str().unwrap().to_owned()
}

fn row<'v>(items: &'v Value, name: &str) -> &'v Value {
    let rows = items["items"].as_array().unwrap();
    rows.iter().find(|row| row["item"]["name"] == name).unwrap_or(&Value::Null)
}

fn codes(stated: &Value) -> Vec<&str> {
    stated["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect()
}

/// However lines are broken.
fn one_line(told: &str) -> String {
    told.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_label_and_a_manifest_are_told_when_they_come_in_and_later() {
    let room = Room::new();
    room.case("spring");
    for (file, what) in
        [("label-xmp.jpg", "labels"), ("label-video.mp4", "labels"), ("c2pa-es256.jpg", "provenance")]
    {
        let added = room.json(&["add", "spring", &vector(file)]);
        let stated = &added["items"][0]["stated"];
        assert!(!stated["media"][what].is_null(), "{file}: {added:#}");
        let items = room.json(&["items", "spring"]);
        assert_eq!(row(&items, file)["stated"], *stated, "{file}");
    }
    let items = room.json(&["items", "spring"]);
    let label = &row(&items, "label-xmp.jpg")["stated"]["media"]["labels"][0];
    assert_eq!((&label["meaning"], &label["place"]), (&"generated".into(), &"xmp".into()));
    let found = &row(&items, "c2pa-es256.jpg")["stated"]["media"]["provenance"];
    assert_eq!((&found["signature"], &found["binding"]["outcome"]), (&"held".into(), &"held".into()));
    let told = room.ok(&["items", "spring", "c2pa", "--lang", "en"]);
    assert!(told.contains("the content is as it was signed"), "{told}");
    assert!(told.contains("whether to trust it was not judged"), "{told}");
    assert!(told.contains("what is not written shows nothing"), "{told}");
}

/// Bytes that a hash leaves out can be changed without a trace: then nobody is told that the content is as it was.
#[test]
fn a_manifest_that_leaves_bytes_out_is_told_with_how_many() {
    let room = Room::new();
    room.case("spring");
    let added = room.json(&["add", "spring", &vector("c2pa.mp4")]);
    let bytes = &added["items"][0]["stated"]["media"]["provenance"]["binding"]["left_out"];
    assert!(bytes.as_u64().unwrap() > 0, "{added:#}");
    let told = one_line(&room.ok(&["items", "spring", "c2pa", "--lang", "en"]));
    assert!(
        told.contains(&format!("leaves out {bytes} bytes, which can be changed without a trace: the")),
        "{told}"
    );
    assert!(!told.contains("the content is as it was signed"), "{told}");
}

/// Design §2: unknown never looks like "no". A picture without a label or a manifest is told nothing about.
#[test]
fn what_a_file_does_not_say_is_not_told() {
    let room = Room::new();
    room.case("spring");
    let added = room.json(&["add", "spring", &vector("silent.png")]);
    assert!(added["items"][0]["stated"].is_null(), "{added:#}");
    for lang in ["en", "zh-Hans"] {
        let told = room.ok(&["items", "spring", "--lang", lang]);
        assert!(!["AIGC", "AI ", "C2PA", "标识"].iter().any(|word| told.contains(word)), "{told}");
    }
}

#[test]
fn a_changed_picture_is_sealed_and_what_does_not_hold_is_told() {
    let room = Room::new();
    room.case("spring");
    let added = room.json(&["add", "spring", &vector("c2pa-content.jpg")]);
    let stated = &added["items"][0]["stated"];
    assert_eq!(codes(stated), ["media-c2pa-content-differs"]);
    let odd = room.json(&["add", "spring", &vector("label-value.png")]);
    assert_eq!(codes(&odd["items"][0]["stated"]), ["media-aigc-value"]);
}

/// The head of a proof about a digest, and a calendar that promised it.
fn pending(digest: &[u8]) -> Vec<u8> {
    let whole = std::fs::read(vector("pending.ots")).unwrap();
    let at = whole.windows(32).position(|window| window == [7; 32]).unwrap();
    [&whole[..at], digest, &whole[at + 32..]].concat()
}

#[test]
fn a_proof_is_bound_by_its_digest_and_told_by_whoever_verifies() {
    let room = Room::new();
    room.case("spring");
    let picture = std::fs::read(vector("silent.png")).unwrap();
    room.write("silent.png", &picture);
    room.json(&["add", "spring", "silent.png"]);
    let digest: [u8; 32] = redress_evidence::hash::digests(&picture).sha256.0;
    room.write("silent.png.ots", pending(&digest));
    let added =
        room.json(&["add", "spring", "silent.png.ots", &vector("first-block.ots"), &vector("cut.ots")]);
    let stated = &added["items"][0]["stated"];
    assert_eq!(stated["about"], "item-000001", "{added:#}");
    assert_eq!(stated["proof"]["attestations"][0]["witness"]["witness"], "pending", "{added:#}");
    assert!(added["items"][1]["stated"]["about"].is_null());
    assert_eq!(codes(&added["items"][2]["stated"]), ["media-ots-cut"]);
    let told = room.ok(&["items", "spring", "silent.png.ots", "--lang", "en"]);
    assert!(told.contains("about item-000001") && told.contains("shows no time until"), "{told}");
    room.json(&["pack", "spring", "bundle"]);
    let report = room.json(&["verify", "bundle"]);
    let all: Vec<&str> =
        report["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    for code in ["evidence-ots-pending", "evidence-ots-of-something-else", "evidence-ots-unreadable"] {
        assert!(all.contains(&code), "{code}: {all:?}");
    }
    // A promise is no time.
    assert!(report["existed"].is_null(), "{report:#}");
}

/// What is not computed is told as not computed, and never as absent.
#[test]
fn proofs_that_are_not_compared_are_told_too() {
    let room = Room::new();
    room.case("spring");
    let picture = std::fs::read(vector("silent.png")).unwrap();
    room.write("silent.png", &picture);
    let digest: [u8; 32] = redress_evidence::hash::digests(&picture).sha256.0;
    let whole = std::fs::read(vector("pending.ots")).unwrap();
    let at = whole.windows(32).position(|window| window == [7; 32]).unwrap();
    // A block of Litecoin; and a file that is named by its SHA-1.
    let litecoin = [&whole[..at], &digest, &b"\x00\x06\x86\x9a\x0d\x73\xd7\x1b\x45\x01\x09"[..]].concat();
    room.write("litecoin.ots", litecoin);
    let sha1 = [&whole[..at - 1], &[0x02], &[7; 20], &whole[at + 32..]].concat();
    room.write("sha1.ots", sha1);
    room.json(&["add", "spring", "silent.png", "litecoin.ots", "sha1.ots"]);
    let told = one_line(&room.ok(&["items", "spring", "sha1.ots", "--lang", "en"]));
    assert!(told.contains("was not compared") && !told.contains("about nothing in this case"), "{told}");
    room.json(&["pack", "spring", "bundle"]);
    let report = room.json(&["verify", "bundle"]);
    let all: Vec<&str> =
        report["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    for code in ["evidence-ots-other", "evidence-ots-digest"] {
        assert!(all.contains(&code), "{code}: {all:?}");
    }
    assert!(!all.contains(&"evidence-ots-of-something-else"), "{all:?}");
}

/// The header of the first block of Bitcoin: taken, and one that nobody mined is refused.
#[test]
fn headers_of_blocks_are_read_strictly() {
    let room = Room::new();
    room.case("spring");
    room.json(&["add", "spring", &vector("silent.png")]);
    room.json(&["pack", "spring", "bundle"]);
    let header = "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c";
    room.json(&["verify", "bundle", "--block-header", header]);
    for (text, code) in
        [(header.replacen("1dac", "1dad", 1), "media-header-work"), ("00".to_owned(), "media-header-form")]
    {
        let answer = room.redress(&["--json", "verify", "bundle", "--block-header", &text]);
        assert!(
            answer.code == 2 && answer.out.contains(code),
            "{} {}{}",
            answer.code,
            answer.out,
            answer.err
        );
    }
}
