//! Verifies a WACZ: every member against the manifest, the manifest against its digest, the digest against
//! its signature, each WARC record by record, and the indexes against the records.

use crate::Source;
use crate::date::{by_tool, rfc3339};
use crate::description::{Draft, Outcome, Subject};
use crate::digest::{Stated, Sums};
use crate::findings::{Findings, Step, unreadable};
use crate::limits::{MOST_JSON, PIECE, cut, most_unpacked};
use crate::source::is_of_the_content;
use crate::wacz::container::{self, Member, Zip, damaged};
use crate::wacz::index::{self, Spans};
use crate::wacz::package::{Digest, Package, Resource};
use crate::wacz::{pages, signature};
use crate::warc;
use flate2::read::MultiGzDecoder;
use redress_base::Finding;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};

const PACKAGE: &str = "datapackage.json";
const DIGEST: &str = "datapackage-digest.json";
const PAGES: &str = "pages/pages.jsonl";

/// Reads and verifies a WACZ into a draft. Gives whether it was read to its end.
pub(crate) fn describe(source: &mut dyn Source, draft: &mut Draft, findings: &mut Findings) -> bool {
    match whole(source, draft, findings) {
        Ok(complete) => complete,
        Err(finding) => {
            findings.push(*finding);
            false
        }
    }
}

fn whole(source: &mut dyn Source, draft: &mut Draft, findings: &mut Findings) -> Step<bool> {
    let (mut zip, members) = container::open(source, findings)?;
    let (package, package_sums) = manifest(&mut zip, &members)?;
    stated(&package, draft, findings);
    let listed = listed(&package.resources, findings);
    layout(&members, findings);
    let mut spans = Spans::default();
    let mut budget = Budget::default();
    let mut complete = true;
    // Indexes come after the records that they point to.
    let (indexes, others): (Vec<&Member>, Vec<&Member>) =
        members.iter().partition(|member| member.path.starts_with("indexes/"));
    for member in others.into_iter().chain(indexes) {
        if member.path == PACKAGE || member.path == DIGEST {
            continue;
        }
        let resource = listed.get(member.path.as_str()).copied();
        if resource.is_none() {
            findings.push(Finding::error("webarchive-wacz-not-listed").with("member", member.path.as_str()));
        }
        let wanted = resource.and_then(|resource| resource_hash(resource, findings));
        let (sums, read) =
            content(&mut zip, member, wanted.as_ref(), draft, findings, (&mut spans, &mut budget))?;
        complete &= read;
        if let Some(resource) = resource {
            compare(resource, wanted.as_ref(), &sums, draft, findings);
        }
    }
    let there: BTreeSet<&str> = members.iter().map(|member| member.path.as_str()).collect();
    for path in listed.keys().filter(|path| !there.contains(**path)) {
        findings.push(Finding::error("webarchive-wacz-missing").with("member", cut(path, 240)));
    }
    digest_file(&mut zip, &members, &package, &package_sums, draft, findings)?;
    Ok(complete)
}

/// `datapackage.json`, and its sums.
fn manifest(zip: &mut Zip<'_>, members: &[Member]) -> Step<(Package, Sums)> {
    let Some(member) = members.iter().find(|member| member.path == PACKAGE) else {
        return Err(Box::new(Finding::error("webarchive-wacz-no-package")));
    };
    let bytes = small(zip, member)?;
    let mut sums = Sums::default();
    sums.update(&bytes);
    match serde_json::from_slice(&bytes) {
        Ok(package) => Ok((package, sums)),
        Err(error) => {
            let finding = Finding::error("webarchive-wacz-package-form").with("member", PACKAGE);
            let finding = finding.with("line", error.line()).with("column", error.column());
            Err(Box::new(finding))
        }
    }
}

/// What the manifest states of the whole.
fn stated(package: &Package, draft: &mut Draft, findings: &mut Findings) {
    let version = package.version();
    let known = version.as_deref().is_some_and(|version| matches!(version, "1.1.1" | "1.1.0"));
    if !known {
        let shown = cut(version.as_deref().unwrap_or("-"), 40);
        findings.push(Finding::warning("webarchive-wacz-version").with("version", shown));
    }
    if known && package.profile.as_deref() != Some("data-package") {
        findings.push(Finding::error("webarchive-wacz-profile"));
    }
    draft.whole.version = version.map(|text| cut(&text, 40));
    draft.whole.tool = package.software.as_deref().map(|text| cut(text, 200));
    draft.whole.made = package.created.as_deref().and_then(rfc3339).map(by_tool);
}

/// The manifest by path. A path that stands twice says two things.
fn listed<'p>(resources: &'p [Resource], findings: &mut Findings) -> BTreeMap<&'p str, &'p Resource> {
    let mut listed = BTreeMap::new();
    for resource in resources {
        if listed.insert(resource.path.as_str(), resource).is_some() {
            let finding = Finding::error("webarchive-wacz-listed-twice");
            findings.push(finding.with("member", cut(&resource.path, 240)));
        }
    }
    listed
}

/// Where the format puts which files, and how.
fn layout(members: &[Member], findings: &mut Findings) {
    let endings = |path: &str, endings: &[&str]| endings.iter().any(|ending| path.ends_with(ending));
    let (mut warcs, mut indexes) = (0u64, 0u64);
    for member in members {
        let path = member.path.as_str();
        let (folder, name) = path.split_once('/').unwrap_or(("", path));
        let is_warc = endings(name, &[".warc", ".warc.gz"]);
        let is_index = endings(name, &[".cdx", ".cdx.gz", ".cdxj", ".cdxj.gz", ".idx"]);
        let fits = match folder {
            "archive" => is_warc && !name.contains('/'),
            "indexes" => is_index && !name.contains('/'),
            "pages" => name.ends_with(".jsonl") && !name.contains('/'),
            _ => {
                !is_warc
                    && !is_index
                    && !path.ends_with("/pages.jsonl")
                    && path != "pages.jsonl"
                    && !path.ends_with("/datapackage.json")
                    && !path.ends_with("/datapackage-digest.json")
            }
        };
        if !fits {
            findings.push(Finding::error("webarchive-wacz-wrong-place").with("member", path));
        }
        warcs = warcs.saturating_add(u64::from(folder == "archive" && fits));
        indexes = indexes.saturating_add(u64::from(folder == "indexes" && fits));
        let must_be_stored = is_warc || is_index && name.ends_with(".gz");
        if must_be_stored && !member.stored {
            findings.push(Finding::error("webarchive-wacz-compressed").with("member", path));
        }
    }
    let pages = members.iter().any(|member| member.path == PAGES);
    for (there, what) in [(warcs > 0, "archive/*.warc.gz"), (indexes > 0, "indexes/*.cdx"), (pages, PAGES)] {
        if !there {
            findings.push(Finding::error("webarchive-wacz-missing").with("member", what));
        }
    }
}

/// The hash of a resource as it can be compared.
fn resource_hash(resource: &Resource, findings: &mut Findings) -> Option<Stated> {
    let stated = resource.hash().and_then(|text| Stated::read(&text).ok());
    if stated.is_none() {
        findings.push(Finding::error("webarchive-wacz-hash-form").with("member", cut(&resource.path, 240)));
    }
    stated
}

fn compare(
    resource: &Resource,
    wanted: Option<&Stated>,
    sums: &Sums,
    draft: &mut Draft,
    findings: &mut Findings,
) {
    let path = cut(&resource.path, 240);
    if let Some(wanted) = wanted {
        let holds = sums.agree(wanted);
        draft.digest_claim(
            Subject::Resource,
            wanted.algorithm,
            holds.map_or(Outcome::Unchecked, Outcome::from),
        );
        if holds == Some(false) {
            findings.push(Finding::error("webarchive-wacz-differs").with("member", path.as_str()));
        }
        if wanted.algorithm.is_weak() {
            let finding = Finding::warning("webarchive-wacz-weak").with("member", path.as_str());
            findings.push(finding.with("algorithm", wanted.algorithm.label()));
        }
    }
    if resource.bytes() != Some(sums.bytes()) {
        let finding = Finding::error("webarchive-wacz-size-differs").with("member", path);
        findings.push(finding.with("found", sums.bytes()));
    }
}

/// Streams one member through its sums, and reads what it is. Gives whether that was read to its end.
fn content(
    zip: &mut Zip<'_>,
    member: &Member,
    wanted: Option<&Stated>,
    draft: &mut Draft,
    findings: &mut Findings,
    (spans, budget): (&mut Spans, &mut Budget),
) -> Step<(Sums, bool)> {
    let path = member.path.as_str();
    let file = zip.by_index(member.index).map_err(|error| damaged(&error))?;
    let most = budget.most(member.packed).min(member.size);
    let mut summing = Summing { inner: file, sums: Sums::for_all(wanted), most, stopped: None };
    let name = path.strip_prefix("archive/").unwrap_or(path);
    let mut complete = true;
    if path.starts_with("archive/") && (path.ends_with(".warc") || path.ends_with(".warc.gz")) {
        let before = findings.about(path);
        let mut keep = |record: &warc::Record| spans.add(name, record);
        complete = warc::describe(Some(path), &mut summing, draft, findings, &mut keep).complete;
        findings.about(&before);
    } else if path.starts_with("pages/") {
        let read = pages::read(path, &mut summing, draft, findings);
        report(read, path, summing.stopped.is_some(), findings);
    } else if path.starts_with("indexes/") && !path.ends_with(".idx") {
        let compared = if path.ends_with(".gz") {
            let mut unpacked = MultiGzDecoder::new(&mut summing).take(budget.most(member.size));
            let compared = index::compare(path, &mut unpacked, spans, findings);
            budget.spend(0, budget.most(member.size).saturating_sub(unpacked.limit()));
            if unpacked.limit() == 0 {
                findings.push(Finding::error("webarchive-zip-member").with("member", path));
            }
            compared
        } else {
            index::compare(path, &mut summing, spans, findings)
        };
        if let Some(compared) = report(compared, path, summing.stopped.is_some(), findings) {
            let outcomes = [(compared.held, Outcome::Held), (compared.failed, Outcome::Failed)];
            for (count, outcome) in outcomes.into_iter().chain([(compared.unchecked, Outcome::Unchecked)]) {
                (0..count).for_each(|_| draft.claim(Subject::Index, "span", false, outcome));
            }
        }
    }
    let drained = io::copy(&mut summing, &mut io::sink());
    budget.spend(member.packed, summing.sums.bytes());
    if let Some(error) = summing.stopped.or_else(|| drained.err()) {
        if !is_of_the_content(&error) {
            return Err(unreadable(0, &error));
        }
        findings.push(Finding::error("webarchive-zip-member").with("member", path));
        complete = false;
    }
    Ok((summing.sums, complete))
}

/// A broken list ends the list, and nothing else. Where the member itself `stopped`, that is told once, for
/// the member; where only what is packed in it is damaged, it is told here.
fn report<T>(step: Step<T>, path: &str, stopped: bool, findings: &mut Findings) -> Option<T> {
    let finding = match step {
        Ok(value) => return Some(value),
        Err(finding) => finding,
    };
    if finding.code != "webarchive-unreadable" {
        findings.push(*finding);
    } else if !stopped {
        findings.push(Finding::error("webarchive-zip-member").with("member", path));
    }
    None
}

/// `datapackage-digest.json`: the hash of the manifest, and who signed it.
fn digest_file(
    zip: &mut Zip<'_>,
    members: &[Member],
    package: &Package,
    sums: &Sums,
    draft: &mut Draft,
    findings: &mut Findings,
) -> Step<()> {
    let Some(member) = members.iter().find(|member| member.path == DIGEST) else {
        findings.push(Finding::warning("webarchive-wacz-no-digest"));
        return Ok(());
    };
    let bytes = small(zip, member)?;
    let Ok(digest) = serde_json::from_slice::<Digest>(&bytes) else {
        findings.push(Finding::error("webarchive-wacz-digest-form"));
        return Ok(());
    };
    let computed = format!("sha256:{}", sums.sha256());
    let holds = digest.path == PACKAGE && digest.hash == computed;
    draft.claim(Subject::Package, "sha256", false, Outcome::from(holds));
    if !holds {
        findings.push(Finding::error("webarchive-wacz-package-differs"));
    }
    if let Some(signed) = digest.signed {
        signature::check(signed, &computed, package.created.as_deref(), draft, findings);
    }
    Ok(())
}

/// All bytes of a member that has to be small.
fn small(zip: &mut Zip<'_>, member: &Member) -> Step<Vec<u8>> {
    let too_large = || Finding::error("webarchive-zip-member").with("member", member.path.as_str());
    if member.size > MOST_JSON {
        return Err(Box::new(too_large()));
    }
    let file = zip.by_index(member.index).map_err(|error| damaged(&error))?;
    let mut bytes = Vec::new();
    match file.take(MOST_JSON + 1).read_to_end(&mut bytes) {
        Ok(_) if bytes.len() as u64 == member.size => Ok(bytes),
        Err(error) if !is_of_the_content(&error) => Err(unreadable(0, &error)),
        _ => Err(Box::new(too_large())),
    }
}

/// What has been unpacked of all members together: many small bombs are one large one.
#[derive(Default)]
struct Budget {
    packed: u64,
    unpacked: u64,
}

impl Budget {
    /// How much the next member of this packed size may unpack to.
    fn most(&self, packed: u64) -> u64 {
        most_unpacked(self.packed.saturating_add(packed)).saturating_sub(self.unpacked)
    }

    fn spend(&mut self, packed: u64, unpacked: u64) {
        self.packed = self.packed.saturating_add(packed);
        self.unpacked = self.unpacked.saturating_add(unpacked);
    }
}

/// A reader that sums what it gives, and stops where a member unpacks to more than it may.
struct Summing<R> {
    inner: R,
    sums: Sums,
    most: u64,
    /// Why it stopped, also for a reader that does not look at errors.
    stopped: Option<io::Error>,
}

impl<R: Read> Read for Summing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if let Some(error) = &self.stopped {
            return Err(io::Error::new(error.kind(), "stopped"));
        }
        let room = buffer.len().min(PIECE);
        let count = match self.inner.read(buffer.get_mut(..room).unwrap_or_default()) {
            Ok(count) => count,
            Err(error) => {
                self.stopped = Some(io::Error::new(error.kind(), error.to_string()));
                return Err(error);
            }
        };
        self.sums.update(buffer.get(..count).unwrap_or_default());
        if self.sums.bytes() > self.most {
            self.stopped = Some(io::Error::from(io::ErrorKind::InvalidData));
            return Err(io::Error::from(io::ErrorKind::InvalidData));
        }
        Ok(count)
    }
}
