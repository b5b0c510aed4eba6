//! The front door from outside: files in, deposits and findings out.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use proptest::prelude::*;
use redress_intake::{Deposit, deposits};
use std::io::{Cursor, Write};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Name, length and parent of a deposit.
type Kept = (String, usize, Option<usize>);
/// Code of a finding and the name it speaks of.
type Told = (String, Option<String>);

fn outcome(name: &str, bytes: Vec<u8>) -> (Vec<Kept>, Vec<Told>) {
    let (deposits, findings) = deposits(name, bytes).unwrap();
    let said = findings.iter().map(|finding| {
        let name = finding.args.get("name").map(|name| format!("{name:?}"));
        (finding.code.clone(), name.map(|name| name.replace("Text(\"", "").replace("\")", "")))
    });
    let kept = deposits.iter().map(|Deposit { name, bytes, parent }| (name.clone(), bytes.len(), *parent));
    (kept.collect(), said.collect())
}

#[test]
fn a_plain_file_is_one_deposit_byte_for_byte() {
    let bytes = b"\xff\x00note_id,content\r\n".to_vec();
    let (deposits, findings) = deposits("导出/a.csv", bytes.clone()).unwrap();
    assert_eq!(deposits, [Deposit { name: "导出/a.csv".to_owned(), bytes, parent: None }]);
    assert!(findings.is_empty());
}

#[test]
fn an_archive_is_kept_with_its_members() {
    let zip =
        archive(&[("weibo/a.csv", b"1,2"), ("weibo/", b""), ("b.json", b"[]"), ("__MACOSX/._b.json", b"x")]);
    let size = zip.len();
    let (kept, said) = outcome("export.zip", zip);
    let member = |name: &str, len| (name.to_owned(), len, Some(0));
    assert_eq!(kept, [("export.zip".to_owned(), size, None), member("weibo/a.csv", 3), member("b.json", 2)]);
    assert_eq!(said, [("intake-litter-left-out".to_owned(), Some("__MACOSX/._b.json".to_owned()))]);
}

#[test]
fn hostile_members_are_left_out_by_name() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default();
    for name in ["../../escape.csv", "/etc/absolute", "C:/drive", "ok.csv"] {
        writer.start_file(name, plain).unwrap();
        writer.write_all(b"1").unwrap();
    }
    writer.add_symlink("link", "/etc/passwd", plain).unwrap();
    writer.start_file("zeros.bin", plain.compression_method(CompressionMethod::Deflated)).unwrap();
    writer.write_all(&vec![0u8; 4 << 20]).unwrap();
    let (kept, said) = outcome("x.zip", writer.finish().unwrap().into_inner());
    let names: Vec<&str> = kept.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(names, ["x.zip", "ok.csv"]);
    let said: Vec<(&str, &str)> =
        said.iter().map(|(code, name)| (code.as_str(), name.as_deref().unwrap())).collect();
    assert_eq!(
        said,
        [
            ("intake-name-climbs", "escape.csv"),
            ("intake-name-climbs", "etc/absolute"),
            ("intake-name-climbs", "drive"),
            ("intake-member-is-link", "link"),
            ("intake-member-too-large", "zeros.bin"),
        ]
    );
}

#[test]
fn an_encrypted_member_is_left_out_by_name() {
    let mut zip = archive(&[("secret.csv", b"1,2,3")]);
    // The encryption bit of the general purpose flag, in the local and the central header.
    let central = zip.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    zip[6] |= 1;
    zip[central + 8] |= 1;
    let (kept, said) = outcome("x.zip", zip);
    assert_eq!(kept.len(), 1);
    assert_eq!(said, [("intake-member-encrypted".to_owned(), Some("secret.csv".to_owned()))]);
}

#[test]
fn names_in_gbk_are_read_and_said() {
    let mut zip = archive(&[("AAAA.csv", b"1")]);
    for at in 0..zip.len() - 4 {
        if &zip[at..at + 4] == b"AAAA" {
            zip[at..at + 4].copy_from_slice(b"\xd6\xd0\xce\xc4");
        }
    }
    let (kept, said) = outcome("x.zip", zip);
    assert_eq!(kept[1].0, "中文.csv");
    assert_eq!(said, [("intake-name-read-as-gb18030".to_owned(), Some("中文.csv".to_owned()))]);
}

#[test]
fn documents_and_inner_archives_stay_whole() {
    let (kept, said) =
        outcome("letter.docx", archive(&[("[Content_Types].xml", b"<a/>"), ("word/a.xml", b"")]));
    assert_eq!((kept.len(), said[0].0.as_str()), (1, "intake-document-kept-whole"));
    let (kept, said) = outcome("x.zip", archive(&[("inner.zip", &archive(&[("a.csv", b"1")]))]));
    assert_eq!((kept.len(), said[0].0.as_str()), (2, "intake-archive-inside"));
}

#[test]
fn damage_is_reported_and_the_archive_kept() {
    let whole = archive(&[("a.csv", &b"note_id,content\n".repeat(50)), ("b.csv", b"2")]);
    let (kept, said) = outcome("x.zip", whole[..whole.len() - 30].to_vec());
    assert_eq!((kept.len(), said[0].0.as_str()), (1, "intake-archive-damaged"));
    let mut flipped = whole;
    flipped[40] ^= 0xff;
    let (kept, said) = outcome("x.zip", flipped);
    assert_eq!((kept.len(), said[0].0.as_str()), (2, "intake-member-damaged"));
}

proptest! {
    #[test]
    fn any_bytes_are_deposited_unaltered(name in ".*", bytes in prop::collection::vec(any::<u8>(), 0..300), zip: bool) {
        let bytes = if zip { [b"PK\x03\x04".as_slice(), &bytes].concat() } else { bytes };
        let (deposits, _) = deposits(&name, bytes.clone()).unwrap();
        prop_assert_eq!(&deposits[0].bytes, &bytes);
    }

    #[test]
    fn a_damaged_archive_never_stops_the_program(at in 0usize..400, change in 1u8..) {
        let mut zip = archive(&[("a.csv", &b"1,2,3\n".repeat(20)), ("dir/b.csv", b"x")]);
        let at = at % zip.len();
        zip[at] ^= change;
        let (deposits, _) = deposits("x.zip", zip.clone()).unwrap();
        prop_assert_eq!(&deposits[0].bytes, &zip);
    }
}
