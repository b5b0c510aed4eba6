//! Timestamp tokens (RFC 3161) in a bundle: what each stamped, and whether it holds under the roots that the reader chose.
//!
//! A token is a sealed item whose name or format says so, or stands beside the seal. It is held against everything in the
//! bundle whose digest it could be: a checkpoint of the log (then every item up to it existed), one item, or the tag
//! manifest (then everything did). A token of something else is told, and proves nothing here.

use super::Trust;
use super::checks::Bag;
use super::folder::{Folder, read_whole};
use super::report::{Claim, Existed, Outcome, Report, Stamped};
use crate::bag;
use crate::checkpoint::Checkpoint;
use crate::hash::Sums;
use crate::note::{self, Verified};
use redress_base::{Finding, Hex, ItemId};
use redress_timestamp::{
    Answer, Asked, Content, Digester, Imprint, Imprints, Outcome as Told, Trust as Roots,
};
use std::collections::BTreeMap;

/// The longest token that is read, in bytes: those of authorities have 1 to 10 kilobytes.
const LONGEST: u64 = 1 << 20;

/// What may have been stamped: its digests, and what existed then.
struct Candidate {
    what: Stamped,
    digests: Vec<Imprint>,
}

/// Checks every token.
pub(crate) fn check(
    folder: &dyn Folder,
    bag: &Bag,
    (sums, tokens): (&BTreeMap<String, Sums>, &[ItemId]),
    notes: &BTreeMap<String, (Checkpoint, Verified)>,
    trust: Trust,
    report: &mut Report,
) {
    let beside = bag.files.contains_key(bag::STAMP).then(|| bag::STAMP.to_owned());
    let paths: Vec<String> = tokens.iter().map(|item| bag::item_path(*item)).chain(beside).collect();
    if paths.is_empty() {
        return;
    }
    let candidates = candidates(folder, sums, notes);
    for path in paths.iter().filter(|path| bag.files.contains_key(*path)) {
        one(folder, bag, path, &candidates, trust, report);
    }
    // Whoever names a root asks for a token under it: one that leads elsewhere is no answer, however good it is.
    let open = report.findings.iter().any(|finding| finding.code == "evidence-token-not-checkable");
    if open && !trust.roots.is_empty() && report.existed.is_empty() {
        report.fail(Claim::ExistedBy, Finding::error("evidence-token-other-root"));
    }
}

fn one(
    folder: &dyn Folder,
    bag: &Bag,
    path: &str,
    candidates: &[Candidate],
    trust: Trust,
    report: &mut Report,
) {
    let own = path == bag::STAMP;
    let long = bag.files.get(path).is_some_and(|bytes| *bytes > LONGEST);
    let read = if long { None } else { read_whole(folder, path).ok() };
    let answer = read.and_then(|bytes| redress_timestamp::read(&bytes).ok());
    let token = answer.as_ref().and_then(|answer| Some((answer, answer.token.as_ref()?.statement())));
    let Some((answer, statement)) = token else {
        // The token beside the seal is this bundle's own; a file that somebody brought may be whatever it is.
        let finding = Finding::warning("evidence-token-unreadable").with("path", path);
        return match own {
            true => {
                report.fail(Claim::ExistedBy, Finding::error("evidence-token-unreadable").with("path", path))
            }
            false => report.tell(Claim::ExistedBy, Outcome::NotProvable, 0, vec![finding]),
        };
    };
    let stamped = |one: &&Candidate| one.digests.iter().any(|imprint| hex(imprint) == statement.imprint);
    let found: Vec<&Candidate> = candidates.iter().filter(stamped).collect();
    if found.is_empty() {
        let finding = Finding::warning("evidence-token-of-something-else").with("path", path);
        return match own {
            true => {
                let finding = Finding::error("evidence-token-of-something-else").with("path", path);
                report.fail(Claim::ExistedBy, finding);
            }
            false => report.tell(Claim::ExistedBy, Outcome::NotProvable, 0, vec![finding]),
        };
    }
    for candidate in found {
        verdict(path, answer, candidate, trust, report);
    }
}

/// What can be said of a token over something that the bundle has.
fn verdict(path: &str, answer: &Answer, candidate: &Candidate, trust: Trust, report: &mut Report) {
    let asked = Asked { imprints: &List(&candidate.digests), query: None };
    let told = redress_timestamp::verify(answer, asked, Roots { roots: trust.roots, others: trust.issuers });
    let failed = told.lines.iter().find(|line| line.outcome == Told::Fails);
    match (told.outcome, told.existed_by) {
        (Told::Holds, Some(by)) => {
            let root = told.root.as_ref().map(|root| format!("{} ({})", root.subject, root.sha256));
            let finding = Finding::note("evidence-existed-by").with("path", path);
            let finding = finding.with("what", candidate.what.word()).with("size", candidate.what.size());
            let finding = finding.with("time", by.to_string()).with("root", root.clone().unwrap_or_default());
            report.existed.push(Existed { what: candidate.what, by, token: path.to_owned(), root });
            report.tell(Claim::ExistedBy, Outcome::Held, 1, vec![finding]);
        }
        (Told::Fails, _) => {
            let check = failed.map_or_else(|| "form".to_owned(), |line| line.check.key());
            let finding = Finding::error("evidence-token-fails").with("path", path).with("check", check);
            report.tell(Claim::ExistedBy, Outcome::Failed, 1, vec![finding]);
        }
        _ => {
            let open =
                told.lines.iter().find(|line| line.outcome == Told::NotCheckable && line.check.is_needed());
            let check = open.map_or_else(|| "path".to_owned(), |line| line.check.key());
            let finding =
                Finding::warning("evidence-token-not-checkable").with("path", path).with("check", check);
            report.tell(Claim::ExistedBy, Outcome::NotProvable, 1, vec![finding]);
        }
    }
}

fn hex(imprint: &Imprint) -> String {
    Hex(imprint.digest()).to_string()
}

/// The digests of one thing.
struct List<'a>(&'a [Imprint]);

impl Imprints for List<'_> {
    fn digest(&self, algorithm: Digester) -> Option<Vec<u8>> {
        self.0.iter().find(|one| one.algorithm() == algorithm).map(|one| one.digest().to_vec())
    }
}

/// Everything in the bundle that a token may be of.
fn candidates(
    folder: &dyn Folder,
    sums: &BTreeMap<String, Sums>,
    notes: &BTreeMap<String, (Checkpoint, Verified)>,
) -> Vec<Candidate> {
    let mut all = Vec::new();
    for (text, (checkpoint, _)) in notes {
        let what = Stamped::Checkpoint { size: checkpoint.size };
        all.push(Candidate { what, digests: of_bytes(text.as_bytes()) });
        // A cosignature that came later stands under the same checkpoint; stamped was the one without it.
        if let Some(lone) = note::signed_by_origin(text, &checkpoint.origin).filter(|lone| lone != text) {
            all.push(Candidate { what, digests: of_bytes(lone.as_bytes()) });
        }
    }
    for (number, (path, found)) in
        (1u32..).zip(sums.iter().filter(|(path, _)| path.starts_with("data/items/")))
    {
        // Items are listed in the order of their numbers, which are six digits until there are a million.
        let id = path.split('/').nth(2).and_then(|id| id.parse().ok()).unwrap_or(number);
        all.push(Candidate { what: Stamped::Item { item: ItemId(id) }, digests: of_sums(found) });
    }
    for algorithm in bag::TAG_ALGORITHMS {
        let path = algorithm.tag_manifest();
        if let Ok(bytes) = read_whole(folder, &path) {
            all.push(Candidate { what: Stamped::Everything, digests: of_bytes(&bytes) });
        }
    }
    all
}

fn of_bytes(bytes: &[u8]) -> Vec<Imprint> {
    let all = [Digester::Sha256, Digester::Sha384, Digester::Sha512, Digester::Sm3];
    let digest = |algorithm: Digester| {
        Content(bytes).digest(algorithm).and_then(|digest| Imprint::new(algorithm, &digest).ok())
    };
    all.into_iter().filter_map(digest).collect()
}

fn of_sums(sums: &Sums) -> Vec<Imprint> {
    let mut all = vec![Imprint::from(sums.digests.sha256), Imprint::from(sums.digests.sm3)];
    all.extend(sums.sha512.as_ref().and_then(|digest| Imprint::new(Digester::Sha512, &digest.0).ok()));
    all
}
