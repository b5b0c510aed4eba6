//! The manifests: a digest and a path on each line. Whatever their number, a path is held once.

use super::declaration::{Declaration, lines};
use super::digests::{Found, Kind};
use crate::verify::report::{Claim, Report};
use redress_base::Finding;
use std::collections::BTreeMap;

/// A manifest that was read.
pub(crate) struct Head {
    pub(crate) kind: Kind,
    /// Its own path.
    pub(crate) path: String,
    /// Whether it lists the payload, and not the tag files.
    pub(crate) payload: bool,
}

/// What one of them says of one path.
pub(crate) struct Listed {
    /// Which of them.
    pub(crate) head: usize,
    digest: Box<[u8]>,
}

/// All manifests of a bag.
#[derive(Default)]
pub(crate) struct Listings {
    pub(crate) heads: Vec<Head>,
    /// Path → what is said of it, in the order of the manifests.
    pub(crate) paths: BTreeMap<String, Vec<Listed>>,
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

impl Listings {
    /// Reads one more; each line that is not one is a fault with its row.
    pub(crate) fn read(&mut self, head: Head, text: &str, declaration: &Declaration, report: &mut Report) {
        let manifest = head.path.clone();
        self.heads.push(head);
        for (line, row) in lines(text).into_iter().zip(1usize..) {
            let told = self.take(line, declaration);
            let Err((code, name)) = told else { continue };
            let warns = matches!(code, "evidence-bag-star" | "evidence-bag-dot" | "evidence-bag-blank")
                || code == "evidence-bag-twice-same";
            // What the drafts only advised against, RFC 8493 forbids (§2.1.3).
            let forbidden =
                declaration.strict() && matches!(code, "evidence-bag-blank" | "evidence-bag-twice-same");
            let finding = if warns && !forbidden { Finding::warning(code) } else { Finding::error(code) };
            let finding = finding.with("path", manifest.as_str()).with("row", row).with("name", name);
            if warns && !forbidden {
                report.note(finding);
            } else {
                report.fail(Claim::Integrity, finding);
            }
        }
    }

    /// Those that list a sort of file, each with its number.
    pub(crate) fn of(&self, payload: bool) -> impl Iterator<Item = (usize, &Head)> {
        self.heads.iter().enumerate().filter(move |(_, head)| head.payload == payload)
    }

    /// Whether a manifest lists a path.
    pub(crate) fn lists(&self, head: usize, path: &str) -> bool {
        self.paths.get(path).is_some_and(|listed| listed.iter().any(|one| one.head == head))
    }

    /// The manifests that state another digest of a path than was found.
    pub(crate) fn differing(&self, path: &str, found: &Found) -> Vec<&str> {
        let listed = self.paths.get(path).map(Vec::as_slice).unwrap_or_default();
        let differs = |one: &&Listed| {
            let kind = self.heads.get(one.head).map(|head| head.kind);
            // One that is not computed was told already.
            found.iter().any(|(other, digest)| Some(*other) == kind && **digest != *one.digest)
        };
        let named = listed.iter().filter(differs).filter_map(|one| self.heads.get(one.head));
        named.map(|head| head.path.as_str()).collect()
    }

    /// Takes one line of the last of them in; what is to be said of it, and the name in it. A line that is only odd is taken in all the same.
    fn take(&mut self, line: &str, declaration: &Declaration) -> Result<(), (&'static str, String)> {
        let place = self.heads.len().saturating_sub(1);
        let Some((kind, payload)) = self.heads.last().map(|head| (head.kind, head.payload)) else {
            return Ok(());
        };
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
        let digest = digest.into_boxed_slice();
        let listed = match self.paths.get_mut(path) {
            Some(listed) => listed,
            None => self.paths.entry(path.to_owned()).or_default(),
        };
        let twice = match listed.iter_mut().find(|one| one.head == place) {
            None => {
                listed.push(Listed { head: place, digest });
                None
            }
            Some(one) => {
                let same = one.digest == digest;
                one.digest = digest;
                Some(same)
            }
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
