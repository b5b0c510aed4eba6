//! Bundles on a disk, and zips of them written byte by byte, so that they can be wrong.

use redress_base::{Date, Instant, ItemId, Stamp, TimeSource};
use redress_evidence::bag::{BagInput, Content, plan};
use redress_evidence::hash::{Also, Hasher};
use redress_evidence::note::SigningKey;
use redress_evidence::{ItemSchema, SealedItem};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The files of a bundle by path.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

pub(crate) fn key() -> SigningKey {
    SigningKey::from_seed("redress.example/case-1", [7; 32]).unwrap()
}

/// A bundle of two items.
pub(crate) fn bundle() -> Files {
    let contents: [&[u8]; 2] = ["第一件，第一件，第一件，第一件\n".as_bytes(), b"second\n"];
    let item = |number: u32, bytes: &[u8]| {
        let mut hasher = Hasher::with(Also::Sha512);
        hasher.update(bytes);
        let sums = hasher.finish_sums();
        let item = SealedItem {
            schema: ItemSchema::V1,
            id: ItemId(number),
            name: format!("{number}.txt"),
            format: "text/plain".to_owned(),
            digests: sums.digests,
            sealed_at: Stamp { at: Instant(1_772_330_000), source: TimeSource::SystemClock },
            observed: None,
            clock_ahead_ms: None,
            source: "handed in".to_owned(),
            tool: "redress 0.1.0".to_owned(),
            parent: None,
        };
        (item, sums.sha512.unwrap())
    };
    let key = key();
    let input = BagInput {
        case_id: "case-1".to_owned(),
        items: (1u32..).zip(contents).map(|(number, bytes)| item(number, bytes)).collect(),
        key: &key,
        earlier: vec![],
        cosigners: vec![],
        extra: vec![],
        tags: vec![],
        bagging_date: Date::constant(2026, 3, 1),
        software: "redress 0.1.0".to_owned(),
    };
    let mut objects = contents.iter();
    let entries = plan(&input).unwrap().entries.into_iter().map(|entry| {
        let bytes = match entry.content {
            Content::Bytes(bytes) => bytes,
            Content::Object(_) => objects.next().unwrap().to_vec(),
        };
        (entry.path, bytes)
    });
    entries.collect()
}

/// A bag that redress did not make.
pub(crate) fn bag() -> Files {
    let digest = redress_evidence::hash::sums(b"hello\n").sha512.unwrap();
    BTreeMap::from([
        ("bagit.txt".to_owned(), b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_vec()),
        ("data/hello.txt".to_owned(), b"hello\n".to_vec()),
        ("manifest-sha512.txt".to_owned(), format!("{digest}  data/hello.txt\n").into_bytes()),
    ])
}

pub(crate) fn write(folder: &Path, files: &Files) -> PathBuf {
    for (path, bytes) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder.to_path_buf()
}

/// One member of a zip as it is written, which need not be as it ought to be.
#[derive(Clone, Default)]
pub(crate) struct Member {
    pub(crate) name: String,
    /// The name before the bytes, where it is another one.
    pub(crate) local_name: Option<String>,
    pub(crate) bytes: Vec<u8>,
    pub(crate) packed: bool,
    /// The bytes as they stand in the zip, where they are others.
    pub(crate) raw: Option<Vec<u8>>,
    /// The length that the zip declares, where it is another one.
    pub(crate) declared: Option<u32>,
    /// The packed length that it declares, where it is another one.
    pub(crate) declared_packed: Option<u32>,
    /// The check sum that it declares, where it is another one; and the one before the bytes.
    pub(crate) crc: Option<u32>,
    pub(crate) local_crc: Option<u32>,
    /// Bytes before the member that belong to none.
    pub(crate) gap: Vec<u8>,
    /// Check sum and lengths stand behind the bytes, in this many bytes: 12, 16, 20 or 24; any other number is left out.
    pub(crate) behind: Option<usize>,
    /// The Unix mode.
    pub(crate) mode: u32,
}

/// A plain file of these bytes, stored.
pub(crate) fn more(name: &str, bytes: &[u8]) -> Member {
    Member { name: name.to_owned(), bytes: bytes.to_vec(), mode: 0o100_644, ..Member::default() }
}

pub(crate) fn members(files: &Files, folder: &str, packed: bool) -> Vec<Member> {
    let member =
        |(path, bytes): (&String, &Vec<u8>)| Member { packed, ..more(&format!("{folder}{path}"), bytes) };
    files.iter().map(member).collect()
}

/// The numbers of a member's head, in the form of a local header or of the directory (APPNOTE 4.3.7, 4.3.12).
fn head(member: &Member, name: &str, numbers: [u32; 3]) -> Vec<u8> {
    let mut head = Vec::new();
    head.extend(20u16.to_le_bytes());
    let flags = if member.behind.is_some() { 0x0808u16 } else { 0x0800 };
    head.extend(flags.to_le_bytes());
    head.extend(if member.packed { 8u16 } else { 0 }.to_le_bytes());
    head.extend([0, 0, 0x21, 0x5c]);
    numbers.into_iter().for_each(|number| head.extend(number.to_le_bytes()));
    head.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
    head.extend(0u16.to_le_bytes());
    head
}

/// A zip of these members (APPNOTE 4.3).
pub(crate) fn zip(members: &[Member]) -> Vec<u8> {
    let (mut all, mut directory) = (Vec::new(), Vec::new());
    for member in members {
        all.extend(&member.gap);
        let packed = || if member.packed { deflate(&member.bytes) } else { member.bytes.clone() };
        let data = member.raw.clone().unwrap_or_else(packed);
        let size = member.declared.unwrap_or(u32::try_from(member.bytes.len()).unwrap());
        let length = member.declared_packed.unwrap_or(u32::try_from(data.len()).unwrap());
        let start = u32::try_from(all.len()).unwrap();
        let mut crc = flate2::Crc::new();
        crc.update(&member.bytes);
        let crc = member.crc.unwrap_or(crc.sum());
        let local = member.local_name.as_ref().unwrap_or(&member.name);
        let numbers = match member.behind {
            Some(_) => [0, 0, 0],
            None => [member.local_crc.unwrap_or(crc), length, size],
        };
        all.extend(b"PK\x03\x04");
        all.extend(head(member, local, numbers));
        all.extend(local.as_bytes());
        all.extend(&data);
        if let Some(bytes @ (12 | 16 | 20 | 24)) = member.behind {
            if bytes % 8 == 0 {
                all.extend(b"PK\x07\x08");
            }
            all.extend(member.local_crc.unwrap_or(crc).to_le_bytes());
            for number in [length, size] {
                all.extend(number.to_le_bytes());
                all.extend(if bytes > 16 { &[0; 4][..] } else { &[] });
            }
        }
        directory.extend(b"PK\x01\x02");
        directory.extend(0x0314u16.to_le_bytes());
        directory.extend(head(member, &member.name, [crc, length, size]));
        directory.extend([0; 6]);
        directory.extend((member.mode << 16).to_le_bytes());
        directory.extend(start.to_le_bytes());
        directory.extend(member.name.as_bytes());
    }
    let (count, at) = (u16::try_from(members.len()).unwrap(), u32::try_from(all.len()).unwrap());
    let length = u32::try_from(directory.len()).unwrap();
    all.extend(directory);
    all.extend(b"PK\x05\x06\x00\x00\x00\x00");
    all.extend(count.to_le_bytes());
    all.extend(count.to_le_bytes());
    all.extend(length.to_le_bytes());
    all.extend(at.to_le_bytes());
    all.extend(0u16.to_le_bytes());
    all
}

pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::new(6));
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// What the program answered.
pub(crate) struct Answer {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs the program file itself, in English.
pub(crate) fn program(arguments: &[&str]) -> Answer {
    let mut command = Command::new(env!("CARGO_BIN_EXE_redress-verify"));
    let output = command.args(arguments).env("REDRESS_LANG", "en").output().unwrap();
    Answer {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
