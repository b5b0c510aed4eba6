//! One manifest: a digest and a path on each line.

use super::declaration::{Declaration, lines};
use super::digests::Kind;
use crate::verify::report::{Claim, Report};
use redress_base::Finding;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A manifest as read.
pub(crate) struct Listing {
    /// Its own path.
    pub(crate) path: String,
    /// Path → digest.
    pub(crate) digests: BTreeMap<String, Vec<u8>>,
}

/// Whether a path stays in the bag, on every system: relative, no part empty, `.` or `..`, no shortcut to a home, no
/// drive, no backslash.
pub(crate) fn good_scope(path: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part != "." && part != "..";
    let drive = path.as_bytes().get(1) == Some(&b':');
    path.split('/').all(part) && !path.starts_with('~') && !drive && !path.contains(['\\', '\0'])
}

/// The bytes of hexadecimal digits, large or small.
fn bytes(digits: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
    let nibble = |digit: u8| char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
    let both = |[high, low]: &[u8; 2]| Some(nibble(*high)? << 4 | nibble(*low)?);
    if rest.is_empty() { pairs.iter().map(both).collect() } else { None }
}

impl Listing {
    /// Reads a manifest; each line that is not one is a fault with its row.
    pub(crate) fn parse(
        manifest: &str,
        text: &str,
        kind: Kind,
        payload: bool,
        declaration: &Declaration,
        report: &mut Report,
    ) -> Listing {
        let mut listing = Listing { path: manifest.to_owned(), digests: BTreeMap::new() };
        for (line, row) in lines(text).into_iter().zip(1usize..) {
            let told = listing.take(line, kind, payload, declaration);
            let Err((code, name)) = told else { continue };
            let warns = matches!(code, "evidence-bag-star" | "evidence-bag-dot" | "evidence-bag-blank")
                || code == "evidence-bag-twice-same";
            // What the drafts only advised against, RFC 8493 forbids (§2.1.3).
            let forbidden =
                declaration.strict() && matches!(code, "evidence-bag-blank" | "evidence-bag-twice-same");
            let finding = if warns && !forbidden { Finding::warning(code) } else { Finding::error(code) };
            let finding = finding.with("path", manifest).with("row", row).with("name", name);
            if warns && !forbidden {
                report.note(finding);
            } else {
                report.fail(Claim::Integrity, finding);
            }
        }
        listing
    }

    /// Takes one line in; what is to be said of it, and the name in it. A line that is only odd is taken in all the same.
    fn take(
        &mut self,
        line: &str,
        kind: Kind,
        payload: bool,
        declaration: &Declaration,
    ) -> Result<(), (&'static str, String)> {
        if line.is_empty() {
            return Err(("evidence-bag-blank", String::new()));
        }
        let form = || ("evidence-bag-line", line.chars().take(200).collect::<String>());
        let (digest, rest) = line.split_once([' ', '\t']).ok_or_else(form)?;
        let digest = bytes(digest).filter(|bytes| kind.is_long(bytes.len())).ok_or_else(form);
        let rest = rest.trim_start_matches([' ', '\t']);
        let (starred, name) = rest.strip_prefix('*').map_or((false, rest), |name| (true, name));
        let path = declaration.path(name).filter(|path| !path.is_empty()).ok_or_else(form)?;
        let digest = digest?;
        let (dotted, path) = path.strip_prefix("./").map_or((false, path.as_str()), |path| (true, path));
        let data = path.starts_with("data/");
        if !good_scope(path) || data != payload {
            return Err(("evidence-bag-scope", path.to_owned()));
        }
        let twice = match self.digests.entry(path.to_owned()) {
            Entry::Vacant(place) => {
                place.insert(digest);
                None
            }
            Entry::Occupied(mut place) => Some(place.insert(digest.clone()) == digest),
        };
        let name = || path.to_owned();
        match twice {
            Some(true) => Err(("evidence-bag-twice-same", name())),
            Some(false) => Err(("evidence-bag-twice", name())),
            None if starred => Err(("evidence-bag-star", name())),
            None if dotted => Err(("evidence-bag-dot", name())),
            None => Ok(()),
        }
    }
}
