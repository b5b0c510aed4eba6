//! Manifests: one line `digest␠␠path` for each file, in the order of paths.

use crate::hash::Sums;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The algorithms of manifests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Algorithm {
    Sha256,
    Sha512,
    Sm3,
}

/// RFC 8493 §2.4 knows the first two; SM3 is ours, and other tools leave it alone.
pub(crate) const PAYLOAD_ALGORITHMS: [Algorithm; 3] = [Algorithm::Sha256, Algorithm::Sha512, Algorithm::Sm3];

/// The tag manifests cover `manifest-sm3.txt` with algorithms that every BagIt tool checks.
pub(crate) const TAG_ALGORITHMS: [Algorithm; 2] = [Algorithm::Sha256, Algorithm::Sha512];

impl Algorithm {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Algorithm::Sha256 => "sha256",
            Algorithm::Sha512 => "sha512",
            Algorithm::Sm3 => "sm3",
        }
    }

    pub(crate) fn manifest(self) -> String {
        format!("manifest-{}.txt", self.name())
    }

    pub(crate) fn tag_manifest(self) -> String {
        format!("tagmanifest-{}.txt", self.name())
    }

    fn hex_length(self) -> usize {
        if self == Algorithm::Sha512 { 128 } else { 64 }
    }

    /// The digest in hex; empty when it was not computed.
    pub(crate) fn of(self, sums: &Sums) -> String {
        match self {
            Algorithm::Sha256 => sums.digests.sha256.to_string(),
            Algorithm::Sm3 => sums.digests.sm3.to_string(),
            Algorithm::Sha512 => sums.sha512.map(|digest| digest.to_string()).unwrap_or_default(),
        }
    }
}

/// A manifest as read: its text, which has one form, so that nothing is held beside it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Manifest {
    text: String,
}

impl Manifest {
    pub(crate) fn render(algorithm: Algorithm, files: &BTreeMap<String, Sums>) -> String {
        let mut text = String::new();
        for (path, sums) in files {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{}  {path}", algorithm.of(sums));
        }
        text
    }

    /// Reads a manifest of exactly the form that [`Manifest::render`] writes; otherwise the number of the
    /// first line that differs. RFC 8493 lets others write it more freely, but a bundle of ours has one
    /// spelling only, so that not one byte of it can be changed unseen.
    pub(crate) fn parse(algorithm: Algorithm, text: String) -> Result<Manifest, usize> {
        let mut last = "";
        let mut lines = text.split('\n').zip(1..).peekable();
        while let Some((line, number)) = lines.next() {
            if line.is_empty() && lines.peek().is_none() {
                break;
            }
            let (digest, path) = line.split_once("  ").ok_or(number)?;
            let hex = digest.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
            // Strictly rising, hence no path twice.
            if !hex || digest.len() != algorithm.hex_length() || path <= last || lines.peek().is_none() {
                return Err(number);
            }
            last = path;
        }
        Ok(Manifest { text })
    }

    /// Path and digest in lower-case hex, in the order of paths.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (&str, &str)> {
        self.text
            .split_terminator('\n')
            .filter_map(|line| line.split_once("  "))
            .map(|(digest, path)| (path, digest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_has_one_spelling_and_names_the_row_that_has_another() {
        let files = ["a", "b/c", "b/d"].map(|path| (path.to_owned(), crate::hash::sums(path.as_bytes())));
        let files = BTreeMap::from(files);
        for algorithm in PAYLOAD_ALGORITHMS {
            let text = Manifest::render(algorithm, &files);
            let read = Manifest::parse(algorithm, text).unwrap();
            let read: Vec<(&str, String)> =
                read.lines().map(|(path, digest)| (path, digest.to_owned())).collect();
            let stated = files.iter().map(|(path, sums)| (path.as_str(), algorithm.of(sums)));
            assert_eq!(read, stated.collect::<Vec<_>>());
        }
        let text = Manifest::render(Algorithm::Sha256, &files);
        let lines: Vec<&str> = text.lines().collect();
        let [one, two, three] = lines.as_slice() else { panic!("three lines") };
        for (other, row) in [
            (format!("{two}\n{one}\n{three}\n"), 2),
            (format!("{one}\n{two}\n{two}\n"), 3),
            (format!("{one}\n{two}\n{three}"), 3),
            (format!("{one}\n\n{two}\n"), 2),
            (format!("{one}\r\n{two}\n"), 1),
            (format!("\u{feff}{one}\n"), 1),
            (one.replacen("  ", " ", 1), 1),
            (one.replacen("  ", " *", 1), 1),
            (one.to_uppercase() + "\n", 1),
        ] {
            // A carriage return stays in the path, which then is no file of the bundle.
            match Manifest::parse(Algorithm::Sha256, other.clone()) {
                Err(found) => assert_eq!(found, row, "{other:?}"),
                Ok(read) => assert!(read.lines().any(|(path, _)| path == "a\r"), "{other:?}"),
            }
        }
        assert!(Manifest::parse(Algorithm::Sha512, text.clone()).is_err());
        assert!(Manifest::parse(Algorithm::Sha256, String::new()).unwrap().lines().next().is_none());
    }
}
