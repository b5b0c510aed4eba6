//! Where everything stands in a bundle, and which paths are safe.

use redress_base::{Digests, ItemId};
use std::fmt::Write;

pub(crate) const BAGIT: &str = "bagit.txt";
pub(crate) const BAG_INFO: &str = "bag-info.txt";
pub(crate) const BUNDLE: &str = "redress-bundle.json";
pub(crate) const SEAL: &str = "redress-seal.note";
/// A timestamp token over `tagmanifest-sha256.txt`, which came after the seal.
pub const STAMP: &str = "redress-seal.tsr";
/// The file that it stamps.
pub const STAMPED: &str = "tagmanifest-sha256.txt";
/// The folder of the log: what C2SP tlog-tiles calls the prefix.
pub(crate) const LOG: &str = "data/log/";
/// Where its tiles stand.
pub(crate) const TILES: &str = "data/log/tile/";
/// All entries of a bundle of the first shape, one a line; since the second they stand in tiles.
pub(crate) const ENTRIES: &str = "data/log/entries.jsonl";
pub(crate) const CHECKPOINT: &str = "data/log/checkpoint";
pub(crate) const KEY: &str = "data/log/key.vkey";
pub(crate) const COSIGNERS: &str = "data/log/cosigners.vkey";
pub(crate) const EARLIER: &str = "data/log/earlier/";

/// The shape of bundles that are written; the first one is read too.
pub(crate) const BUNDLE_VERSION: u32 = 2;

/// The name of a shape.
pub(crate) fn bundle_schema(version: u32) -> String {
    format!("redress/bundle/{version}")
}
/// RFC 8493 §2.1.1: exactly these two lines.
pub(crate) const BAGIT_TEXT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// Windows keeps these names for devices, whatever follows the first dot.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Where the bytes of an item stand: always the same name, so that no hostile name becomes a path.
pub fn item_path(id: ItemId) -> String {
    format!("data/items/{:06}/original", id.0)
}

/// Where the proof of an item stands.
pub fn proof_path(id: ItemId) -> String {
    format!("data/proofs/{:06}.tlog-proof", id.0)
}

pub(crate) fn earlier_path(size: u64) -> String {
    format!("{EARLIER}{size}")
}

/// Whether a path may stand in a bundle: relative, of ASCII letters, digits, `.`, `_` and `-`, no part empty,
/// beginning or ending with a dot (so neither `.` nor `..`), or a device name of Windows; at most 200
/// bytes. Percent signs, spaces and other scripts are left out because BagIt tools disagree on them.
pub fn good_path(path: &str) -> bool {
    path.len() <= 200 && path.split('/').all(good_part)
}

fn good_part(part: &str) -> bool {
    let plain = part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'));
    let stem = part.split('.').next().unwrap_or_default().to_ascii_lowercase();
    plain
        && !part.is_empty()
        && !part.starts_with('.')
        && !part.ends_with('.')
        && !DEVICES.contains(&stem.as_str())
}

pub(crate) fn is_payload(path: &str) -> bool {
    path.starts_with("data/")
}

/// Folders of the payload in which only the plan itself puts files.
pub(crate) fn is_reserved_payload(path: &str) -> bool {
    let folder = path.split('/').nth(1).unwrap_or_default();
    ["items", "log", "proofs"].iter().any(|reserved| folder.eq_ignore_ascii_case(reserved))
}

/// Names outside `data/` that mean something to BagIt or to us.
pub(crate) fn is_reserved_tag(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    let named = [BAGIT, BAG_INFO, BUNDLE, SEAL, STAMP, "fetch.txt", "data"].contains(&path.as_str());
    named || ["data/", "manifest-", "tagmanifest-"].iter().any(|start| path.starts_with(start))
}

/// Whether it is a payload manifest by name, to a system that knows no case too.
pub(crate) fn is_manifest(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    path.starts_with("manifest-") && path.ends_with(".txt") && !path.contains('/')
}

/// Whether it is a tag manifest by name.
pub(crate) fn is_tag_manifest(path: &str) -> bool {
    path.starts_with("tagmanifest-") && path.ends_with(".txt") && !path.contains('/')
}

/// What the seal signs: the schema, the case, and SHA-256 and SM3 of each tag manifest.
pub(crate) fn seal_text(schema: &str, case: &str, tag_manifests: &[(String, Digests)]) -> String {
    let mut text = format!("{schema}\n{case}\n");
    for (path, digests) in tag_manifests {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{path} sha256:{} sm3:{}", digests.sha256, digests.sm3);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_our_own_are_good_and_hostile_ones_are_not() {
        let own = [item_path(ItemId(1)), proof_path(ItemId(u32::MAX)), earlier_path(u64::MAX)];
        let tags = [BAGIT, BAG_INFO, BUNDLE, SEAL, ENTRIES, CHECKPOINT, KEY, COSIGNERS].map(str::to_owned);
        let tiles: Vec<String> =
            crate::tiles::tiles(70_001).map(|tile| format!("{LOG}{}", tile.path())).collect();
        for path in own.iter().chain(&tags).chain(&tiles) {
            assert!(good_path(path), "{path}");
        }
        for path in [
            "",
            "/",
            "/x",
            "x/",
            "x//y",
            ".",
            "..",
            "x/../y",
            "./x",
            ".x",
            "x.",
            "~",
            "~/x",
            "C:x",
            "a\\b",
            "a b",
            "a%25",
            "评论",
            "a\u{0}",
            "a\nb",
            "NUL",
            "com1.txt",
            "data/Aux.csv",
            "a\u{301}",
        ] {
            assert!(!good_path(path), "{path:?}");
        }
        assert!(!good_path(&"x".repeat(201)));
    }

    #[test]
    fn reserved_names_are_reserved_in_any_case() {
        for path in ["data/log", "data/LOG/x", "data/items/000001/original", "data/Proofs"] {
            assert!(is_reserved_payload(path), "{path}");
        }
        assert!(!is_reserved_payload("data/logs/x"));
        for path in
            ["data", "DATA/x", "Manifest-md5.txt", "tagmanifest-sm3.txt", "FETCH.txt", "redress-seal.NOTE"]
        {
            assert!(is_reserved_tag(path), "{path}");
        }
        assert!(!is_reserved_tag("docs/HOW.txt"));
    }
}
