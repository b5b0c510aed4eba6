//! A zip as a WACZ whose members are chosen by the bytes, so that the reader gets behind its frame: names,
//! methods and contents of members, then a few bytes of the whole changed.
#![no_main]

use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use redress_webarchive::{Kind, describe};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

#[derive(Arbitrary, Debug)]
struct Archive<'a> {
    members: Vec<Member<'a>>,
    changes: Vec<(u16, u8)>,
}

#[derive(Arbitrary, Debug)]
struct Member<'a> {
    place: Place,
    name: &'a str,
    deflated: bool,
    content: &'a [u8],
}

#[derive(Arbitrary, Debug)]
enum Place {
    Package,
    Digest,
    Pages,
    Index,
    PackedIndex,
    Warc,
    Elsewhere,
}

impl Member<'_> {
    fn path(&self) -> &str {
        match self.place {
            Place::Package => "datapackage.json",
            Place::Digest => "datapackage-digest.json",
            Place::Pages => "pages/pages.jsonl",
            Place::Index => "indexes/index.cdx",
            Place::PackedIndex => "indexes/index.cdx.gz",
            Place::Warc => "archive/data.warc",
            Place::Elsewhere => self.name,
        }
    }
}

fuzz_target!(|archive: Archive<'_>| {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for member in archive.members.iter().take(16) {
        let method = if member.deflated { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        let options = SimpleFileOptions::default().compression_method(method);
        // A name that the writer refuses is left out.
        if zip.start_file(member.path(), options).is_ok() {
            zip.write_all(member.content).unwrap();
        }
    }
    let mut bytes = zip.finish().unwrap().into_inner();
    for (place, byte) in archive.changes.iter().take(8) {
        let place = usize::from(*place) % bytes.len();
        bytes[place] ^= byte;
    }
    let mut source = Cursor::new(bytes);
    let _ = Kind::of(&mut source);
    let (description, findings) = describe(Kind::Wacz, "fuzz", &mut source);
    assert!(description.complete || findings.iter().any(|one| one.level == redress_base::Level::Error));
});
