//! Anybody's bag by RFC 8493 and its drafts (0.93 to 1.0): valid, valid with a warning, or invalid, with the place.
//!
//! Every digest of every manifest is computed, also those that common tools leave out (SM3). A bag proves that its
//! files are what its manifests say; nobody has signed it, so the manifests can be anyone's.

mod declaration;
mod digests;
mod listing;

use super::folder::{FileKind, Folder, read_whole};
use super::report::{BagVerdict, Claim, Outcome, Report, Verdict};
use declaration::{Declaration, Decoded};
use digests::{Found, Kind};
pub(crate) use listing::good_scope;
use listing::{Head, Listings};
use redress_base::{Finding, Level};
use std::borrow::Cow;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

const BAGIT: &str = "bagit.txt";
const FETCH: &str = "fetch.txt";
/// `bag-info.txt` was called `package-info.txt` up to 0.95.
const INFO: [&str; 2] = ["bag-info.txt", "package-info.txt"];
/// The most that is read of the manifests of one sort, in bytes: each may be long, and there may be any number of them.
const MOST_LISTED: usize = 512 << 20;
/// Files that systems put into folders by themselves.
const OF_SYSTEMS: [&str; 3] = [".ds_store", "thumbs.db", "desktop.ini"];

/// Decides a bag that redress did not make. `progress` is told how many bytes have been read so far.
pub fn verify_bag(folder: &dyn Folder, progress: &mut dyn FnMut(u64)) -> Report {
    let mut report = Report::new();
    folder.remarks().into_iter().for_each(|finding| report.note(finding));
    for claim in [Claim::Inclusion, Claim::Signer] {
        report.set(claim, Outcome::NotPresent);
    }
    report.bag = Some(BagVerdict { version: String::new(), verdict: Verdict::Invalid });
    if let Some(bag) = Bag::open(folder, &mut report) {
        bag.check(&mut report, progress);
    }
    report.note(Finding::note("evidence-bag-unsigned"));
    let worst = report.findings.iter().map(|finding| finding.level).max();
    if let Some(bag) = &mut report.bag {
        bag.verdict = match worst {
            _ if report.fault.is_some() => Verdict::Invalid,
            Some(Level::Warning) => Verdict::Warning,
            _ => Verdict::Valid,
        };
    }
    report.close()
}

/// A bag as it lies there.
struct Bag<'f> {
    folder: &'f dyn Folder,
    declaration: Declaration,
    files: BTreeMap<String, u64>,
}

/// Every path of the left with what the right has at it, in one walk of both.
fn beside<'m, A, B>(
    left: &'m BTreeMap<String, A>,
    right: &'m BTreeMap<String, B>,
) -> impl Iterator<Item = (&'m String, &'m A, Option<&'m B>)> {
    let mut right = right.iter().peekable();
    left.iter().map(move |(path, value)| {
        while right.next_if(|(other, _)| *other < path).is_some() {}
        let at = right.next_if(|(other, _)| *other == path).map(|(_, at)| at);
        (path, value, at)
    })
}

/// Names that another system reads as one, or that a system put there by itself.
pub(crate) fn odd_names<'p>(paths: impl Iterator<Item = &'p String>) -> Vec<Finding> {
    let (mut found, mut seen) = (Vec::new(), Vec::new());
    for path in paths {
        let last = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
        if OF_SYSTEMS.contains(&last.as_str()) {
            found.push(Finding::warning("evidence-bag-system-file").with("path", path.as_str()));
        }
        // A name of ASCII alone is its own normal form.
        let normal = if path.is_ascii() { Cow::Borrowed(path.as_str()) } else { path.nfc().collect() };
        seen.push((normal.to_lowercase(), path.as_str()));
    }
    seen.sort();
    let mut same: Vec<(&str, &str)> = seen
        .windows(2)
        .filter_map(|pair| match pair {
            [(one, other), (two, path)] if one == two => Some((*path, *other)),
            _ => None,
        })
        .collect();
    same.sort_unstable();
    for (path, other) in same {
        found.push(Finding::warning("evidence-bag-same-name").with("path", path).with("other", other));
    }
    found
}

fn wrong(report: &mut Report, code: &str, path: &str) {
    report.fail(Claim::Integrity, Finding::error(code).with("path", path));
}

impl<'f> Bag<'f> {
    /// The files and the declaration; `None` where there is nothing more to say.
    fn open(folder: &'f dyn Folder, report: &mut Report) -> Option<Bag<'f>> {
        let list = match folder.list() {
            Ok(list) => list,
            Err(refusal) => {
                report.refuse(Claim::Integrity, refusal);
                return None;
            }
        };
        let mut files = BTreeMap::new();
        for entry in list {
            let code = match entry.kind {
                FileKind::Symlink => "evidence-path-link",
                FileKind::Other => "evidence-path-not-a-file",
                FileKind::File if !good_scope(&entry.path) => "evidence-path-unsafe",
                FileKind::File => {
                    files.insert(entry.path, entry.bytes);
                    continue;
                }
            };
            wrong(report, code, &entry.path);
        }
        if !files.contains_key(BAGIT) {
            wrong(report, "evidence-file-missing", BAGIT);
            return None;
        }
        let bytes =
            read_whole(folder, BAGIT).map_err(|refusal| report.refuse(Claim::Integrity, refusal)).ok()?;
        let declaration = match Declaration::parse(&bytes) {
            Ok(declaration) => declaration,
            Err(row) => {
                let finding = Finding::error("evidence-bag-declaration").with("path", BAGIT);
                report.fail(Claim::Integrity, finding.with("row", row));
                return None;
            }
        };
        if let Some(bag) = &mut report.bag {
            bag.version = declaration.version.to_string();
        }
        if declaration.newer() {
            report.newer(&declaration.version.to_string(), BAGIT);
            return None;
        }
        Some(Bag { folder, declaration, files })
    }

    fn check(&self, report: &mut Report, progress: &mut dyn FnMut(u64)) {
        for finding in odd_names(self.files.keys()) {
            report.note(finding);
        }
        let mut listings = Listings::default();
        self.listings("manifest-", &mut listings, report);
        self.listings("tagmanifest-", &mut listings, report);
        if listings.of(true).next().is_none() {
            wrong(report, "evidence-manifest-missing", "manifest-sha512.txt");
        }
        // §2.1.2: the folder has to be there, be it empty.
        if !self.files.keys().any(|path| path.starts_with("data/")) && !self.folder.has_folder("data") {
            wrong(report, "evidence-bag-no-payload", "data/");
        }
        self.fetched(&listings, report);
        self.info(report);
        self.complete(&listings, report);
        let asked = digests::asked(listings.heads.iter().map(|head| &head.kind), &self.files);
        let judge = |path: &str, found: &Found, report: &mut Report| {
            let differing = listings.differing(path, found);
            if !differing.is_empty() {
                let finding = Finding::error("evidence-file-differs").with("path", path);
                report.fail(Claim::Integrity, finding.with("manifest", differing.join(", ")));
            }
        };
        digests::compute(self.folder, &self.files, &asked, (report, &judge), progress);
        Self::covered(&listings, report);
        report.checked(Claim::Integrity, self.files.len() as u64);
    }

    /// The manifests of one sort, each read whole.
    fn listings(&self, prefix: &str, listings: &mut Listings, report: &mut Report) {
        let mut left = MOST_LISTED;
        for path in self.files.keys().filter(|path| path.starts_with(prefix)) {
            let Some(name) = path.strip_prefix(prefix).and_then(|name| name.strip_suffix(".txt")) else {
                continue;
            };
            let kind = Kind::of(name);
            if kind == Kind::Other {
                // RFC 8493 §3: valid is a bag of which every digest of every manifest was verified.
                wrong(report, "evidence-bag-algorithm", path);
            }
            let Some(text) = self.text(path, report) else { continue };
            let Some(rest) = left.checked_sub(text.len()) else {
                let finding = Finding::error("evidence-file-too-large").with("path", path.as_str());
                report.fail(Claim::Integrity, finding.with("most", MOST_LISTED));
                return;
            };
            left = rest;
            let head = Head { kind, path: path.clone(), payload: prefix == "manifest-" };
            listings.read(head, &text, &self.declaration, report);
        }
    }

    /// A tag file in the encoding that the bag declares.
    fn text(&self, path: &str, report: &mut Report) -> Option<String> {
        let bytes = match read_whole(self.folder, path) {
            Ok(bytes) => bytes,
            Err(refusal) => {
                report.refuse(Claim::Integrity, refusal);
                return None;
            }
        };
        match self.declaration.decode(&bytes) {
            Decoded::Text(text) => return Some(text),
            Decoded::Marked(text) => {
                report.note(Finding::warning("evidence-bag-mark").with("path", path));
                return Some(text);
            }
            Decoded::Broken(byte) => {
                let finding = Finding::error("evidence-bag-text").with("path", path);
                let finding = finding.with("encoding", self.declaration.encoding.as_str());
                report.fail(Claim::Integrity, finding.with("byte", byte));
            }
            Decoded::Unknown => {
                let finding = Finding::error("evidence-bag-encoding").with("path", BAGIT);
                let finding = finding.with("encoding", self.declaration.encoding.as_str());
                report.fail(Claim::Integrity, finding);
            }
        }
        None
    }

    /// Every payload file in the manifests: in each since 1.0 (§2.1.3), in one of them before. Every listed file is there.
    fn complete(&self, listings: &Listings, report: &mut Report) {
        let count = listings.of(true).count();
        for (path, _, listed) in beside(&self.files, &listings.paths) {
            let listed = listed.map(Vec::as_slice).unwrap_or_default();
            if !path.starts_with("data/") || listed.len() == count {
                continue;
            }
            if self.declaration.strict() || listed.is_empty() {
                let lacks = |place: usize| !listed.iter().any(|one| one.head == place);
                let without = listings.of(true).filter(|(place, _)| lacks(*place));
                let without: Vec<&str> = without.map(|(_, head)| head.path.as_str()).collect();
                let finding = Finding::error("evidence-file-not-listed").with("path", path.as_str());
                report.fail(Claim::Integrity, finding.with("manifest", without.join(", ")));
            }
        }
        for (path, listed, there) in beside(&listings.paths, &self.files) {
            if there.is_none() {
                let heads = listed.iter().filter_map(|one| listings.heads.get(one.head));
                let heads: Vec<&str> = heads.map(|head| head.path.as_str()).collect();
                let finding = Finding::error("evidence-file-missing").with("path", path.as_str());
                report.fail(Claim::Integrity, finding.with("manifest", heads.join(", ")));
            }
        }
    }

    /// A tag manifest that leaves a payload manifest out says less than it seems to.
    fn covered(listings: &Listings, report: &mut Report) {
        for (place, tag) in listings.of(false) {
            for path in listings.of(true).map(|(_, head)| &head.path) {
                if !listings.lists(place, path) {
                    let finding = Finding::warning("evidence-bag-uncovered").with("path", path.as_str());
                    report.note(finding.with("manifest", tag.path.as_str()));
                }
            }
        }
    }

    /// `fetch.txt` (§2.2.3): nothing is fetched; what it names has to be listed, and is missing if it is not there.
    fn fetched(&self, listings: &Listings, report: &mut Report) {
        if !self.files.contains_key(FETCH) {
            return;
        }
        report.note(Finding::note("evidence-bag-fetch").with("path", FETCH));
        let Some(text) = self.text(FETCH, report) else { return };
        for (line, row) in declaration::lines(&text).into_iter().zip(1usize..) {
            let (url, rest) = field(line);
            let (length, path) = field(rest);
            let path = Some(path).filter(|path| !path.is_empty());
            let form = declaration::absolute(url)
                && (length == "-"
                    || (!length.is_empty() && length.bytes().all(|byte| byte.is_ascii_digit())));
            let path = path.filter(|_| form).map(|path| self.declaration.path(path));
            let fault = match &path {
                Some(Some(path)) if !path.starts_with("data/") || !good_scope(path) => "evidence-bag-scope",
                Some(Some(path)) if !listings.paths.contains_key(path) => "evidence-bag-fetch-unlisted",
                Some(Some(_)) => continue,
                _ => "evidence-bag-line",
            };
            let shown = path.flatten().unwrap_or_default();
            let finding = Finding::error(fault).with("path", FETCH).with("row", row);
            report.fail(Claim::Integrity, finding.with("name", shown));
        }
    }

    /// `bag-info.txt` (§2.2.2): lines `label: value`, and a count of the payload that is right.
    fn info(&self, report: &mut Report) {
        let Some(path) = INFO.into_iter().find(|path| self.files.contains_key(*path)) else { return };
        let Some(text) = self.text(path, report) else { return };
        let counts = self.counts(path, &text, report);
        let payload: Vec<u64> = self
            .files
            .iter()
            .filter(|(path, _)| path.starts_with("data/"))
            .map(|(_, bytes)| *bytes)
            .collect();
        let bytes = payload.iter().fold(0u64, |sum, bytes| sum.saturating_add(*bytes));
        let found = format!("{bytes}.{}", payload.len());
        if counts.iter().any(|stated| *stated != found) {
            let finding = Finding::error("evidence-oxum").with("path", path);
            let finding = finding.with("stated", counts.join(" ")).with("found", found);
            report.fail(Claim::Integrity, finding);
        }
    }

    /// What `bag-info.txt` states of the payload. A line that begins with white space goes on with the value before it, and
    /// each line that is neither that nor `label: value` is a fault.
    fn counts(&self, path: &str, text: &str, report: &mut Report) -> Vec<String> {
        let (mut counts, mut counting) = (Vec::<String>::new(), false);
        for (line, row) in declaration::lines(text).into_iter().zip(1usize..) {
            if line.trim().is_empty() {
                continue;
            }
            if row > 1 && line.starts_with([' ', '\t']) {
                if let Some(count) = counts.last_mut().filter(|_| counting) {
                    // Folded as bagit.py folds it: the line end and the white space stay within the value.
                    if !count.is_empty() {
                        count.push(' ');
                    }
                    count.push_str(line.trim());
                }
                continue;
            }
            let label = line.split_once(':');
            counting = label.is_some_and(|(label, _)| label.trim().eq_ignore_ascii_case("payload-oxum"));
            match label {
                Some((_, value)) if counting => counts.push(value.trim().to_owned()),
                Some(_) => {}
                None => {
                    let finding = Finding::error("evidence-bag-line").with("path", path);
                    report.fail(Claim::Integrity, finding.with("row", row).with("name", ""));
                }
            }
        }
        counts
    }
}

/// The first field of a line of `fetch.txt`, and what stands behind the white space that ends it.
fn field(line: &str) -> (&str, &str) {
    let (first, rest) = line.split_once([' ', '\t']).unwrap_or((line, ""));
    (first, rest.trim_start_matches([' ', '\t']))
}
