//! A whole case among files, known by what they are called: as one file, or as its folder. Either may hold the key that signs
//! the case's log, and neither may become evidence.

use crate::given::{Given, MOST_MEMBERS, declared, given, names};
use std::io::{self, Read, Seek};
use zip::ZipArchive;

/// A whole case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// As one file, or what was unpacked out of it.
    File,
    /// As its folder, with the key.
    Folder,
}

/// The whole case among files of these names, in whatever folder they lie.
pub fn whole_case<'n>(names: impl Iterator<Item = &'n str>) -> Option<Whole> {
    let (mut store, mut key) = (false, false);
    for name in names {
        // Programs on Windows have packed with their own sign between folders.
        match name.rsplit(['/', '\\']).next() {
            Some("case-file.json") => return Some(Whole::File),
            Some("case.sqlite") => store = true,
            Some("key") => key = true,
            _ => {}
        }
    }
    (store && key).then_some(Whole::Folder)
}

/// What the members of a zip are called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members {
    /// Their names, out of the list at its end; where that cannot be read or is too long, as they stand before each of them.
    pub names: Vec<String>,
    /// Why the list cannot be read.
    pub broken: Option<String>,
}

/// The members of a zip that has its end; the source is left at its beginning.
///
/// # Errors
/// Where it cannot be read.
pub fn members(source: &mut (impl Read + Seek)) -> io::Result<Members> {
    if usize::try_from(declared(source)?).map_or(true, |count| count > MOST_MEMBERS) {
        return Ok(Members { names: names(source)?, broken: None });
    }
    let listed: Result<Vec<String>, _> = ZipArchive::new(&mut *source).map(|archive| {
        let raw = archive.file_names_raw();
        let plain = |raw: &[u8]| String::from_utf8_lossy(raw).into_owned();
        archive
            .file_names()
            .zip(raw)
            .map(|(name, raw)| {
                name.map_or_else(|_| plain(raw), |name| AsRef::<str>::as_ref(&name).to_owned())
            })
            .collect()
    });
    let members = match listed {
        Ok(names) => Members { names, broken: None },
        Err(error) => Members { names: names(source)?, broken: Some(error.to_string()) },
    };
    source.rewind()?;
    Ok(members)
}

/// The whole case that a file is, if it is a zip of one: also where it breaks off, or is damaged.
///
/// # Errors
/// Where it cannot be read.
pub fn whole_case_in(source: &mut (impl Read + Seek)) -> io::Result<Option<Whole>> {
    let names = match given(source)? {
        Given::Cut { names, .. } => names,
        Given::Zip => members(source)?.names,
        Given::Closed | Given::Secret | Given::Other => Vec::new(),
    };
    Ok(whole_case(names.iter().map(String::as_str)))
}

#[cfg(test)]
mod tests {
    use super::{Whole, members, whole_case, whole_case_in};
    use crate::given::declared;
    use std::io::{Cursor, Write as _};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn zip(names: &[&str], large: bool) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for name in names {
            zip.start_file(*name, SimpleFileOptions::default().large_file(large)).unwrap();
            zip.write_all(b"some bytes").unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn a_whole_case_is_known_in_whatever_folder_it_lies() {
        let of = |names: &[&str]| whole_case(names.iter().copied());
        for file in ["case-file.json", "copy/case-file.json", "a/b/case-file.json", "copy\\case-file.json"] {
            assert_eq!(of(&["key", file]), Some(Whole::File), "{file}");
        }
        assert_eq!(of(&["c/case.sqlite", "c/key", "c/objects/a"]), Some(Whole::Folder));
        assert_eq!(of(&["my-case-file.json", "case-file.json.txt", "case.sqlite", "keys"]), None);
    }

    #[test]
    fn a_case_is_known_in_a_zip_that_is_whole_damaged_or_cut() {
        let of = |bytes: &[u8]| whole_case_in(&mut Cursor::new(bytes)).unwrap();
        for (names, whole) in [
            (&["copy/case-file.json", "copy/key"][..], Some(Whole::File)),
            (&["c/objects/a", "c/case.sqlite", "c/key"], Some(Whole::Folder)),
            (&["a.csv", "b/key"], None),
        ] {
            let bytes = zip(names, false);
            assert_eq!(of(&bytes), whole);
            assert_eq!(of(&bytes[..bytes.len() - 30]), whole);
            let mut damaged = bytes.clone();
            let list = damaged.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
            damaged[list] = b'X';
            let found = members(&mut Cursor::new(&damaged)).unwrap();
            assert!(found.broken.is_some() && found.names == names, "{found:?}");
            assert_eq!(of(&damaged), whole);
        }
    }

    #[test]
    fn how_many_members_there_are_is_known_before_the_list_is_read() {
        let of = |bytes: &[u8]| declared(&mut Cursor::new(bytes)).unwrap();
        let mut bytes = zip(&["a", "b"], false);
        assert_eq!(of(&bytes), 2);
        // The record says more than there are: it is believed here, and the list is not read.
        let end = bytes.len() - 22;
        bytes[end + 8..end + 12].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
        assert_eq!(of(&bytes), 0xffff);
        let mut long = bytes[..end].to_vec();
        let place = long.len() as u64;
        long.extend(
            [&b"PK\x06\x06"[..], &[0; 20], &300_000u64.to_le_bytes(), &300_000u64.to_le_bytes()].concat(),
        );
        long.extend([0; 16]);
        long.extend([&b"PK\x06\x07"[..], &[0; 4], &place.to_le_bytes(), &[1, 0, 0, 0]].concat());
        long.extend(&bytes[end..]);
        assert_eq!(of(&long), 300_000);
        let found = members(&mut Cursor::new(&long)).unwrap();
        assert_eq!((found.names.as_slice(), found.broken), (&["a".to_owned(), "b".to_owned()][..], None));
    }
}
