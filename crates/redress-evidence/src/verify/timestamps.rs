//! Timestamp tokens (RFC 3161) in a bundle: what each stamped, and whether it holds under the roots that the reader chose.
//!
//! A token is a sealed item whose name or format says so, or stands beside the seal. It is held against everything in the
//! bundle whose digest it could be: a checkpoint of the log (then every item up to it existed), one item, or the tag
//! manifest (then everything did). A token of something else is told, and proves nothing here.

use super::Trust;
use super::checks::Bag;
use super::entries::Token;
use super::folder::{Folder, read_whole};
use super::log::Signed;
use super::report::{Claim, Existed, Outcome, Report, Stamped};
use crate::bag;
use crate::hash::Sums;
use crate::note;
use redress_base::{Finding, Hex, ItemId};
use redress_timestamp::{
    Answer, Asked, Content, Digester, Imprint, Imprints, Outcome as Told, Trust as Roots,
};
use std::collections::{BTreeMap, BTreeSet};

/// The longest token that is read, in bytes: those of authorities have 1 to 10 kilobytes.
const LONGEST: u64 = 1 << 20;

/// The same bytes sealed over and over are named this often: a token says no more of each than of the first.
const MOST_NAMED: usize = 100;

/// What was stamped: its digests, and what existed then.
struct Candidate {
    what: Stamped,
    digests: Vec<Imprint>,
}

/// A token's file.
struct Place {
    path: String,
    /// Whether the maker asked for it. A token that somebody brought may be whatever it is: the log is append-only, and one
    /// that fails says nothing of the bundle.
    asked_for: bool,
}

/// Checks every token.
pub(crate) fn check(
    folder: &dyn Folder,
    bag: &Bag,
    (sums, tokens): (&BTreeMap<String, Sums>, &[Token]),
    notes: &BTreeMap<String, Signed>,
    trust: Trust,
    report: &mut Report,
) {
    let place = |token: &Token| Place { path: bag::item_path(token.item), asked_for: token.asked_for };
    let beside = Place { path: bag::STAMP.to_owned(), asked_for: true };
    let places = tokens.iter().map(place).chain([beside]);
    let places: Vec<Place> = places.filter(|one| bag.files.contains_key(&one.path)).collect();
    // Each is read twice, first for what it is of: so only one of them is held at a time.
    let imprints = places.iter().filter_map(|place| imprint(&answer(folder, bag, &place.path)?));
    let wanted: BTreeSet<String> = imprints.collect();
    let candidates =
        if wanted.is_empty() { BTreeMap::new() } else { candidates(folder, sums, notes, &wanted) };
    for place in &places {
        let answer = answer(folder, bag, &place.path);
        one(place, answer.as_ref(), &candidates, trust, report);
    }
    // Whoever names a root asks for a token under it: none, or one that leads elsewhere, is no answer, however good it is.
    if !trust.roots.is_empty() && report.existed.iter().all(|one| one.cosigner.is_some()) {
        let code = if places.is_empty() { "evidence-token-none" } else { "evidence-token-other-root" };
        report.fail(Claim::ExistedBy, Finding::error(code));
    }
}

/// A token as it can be read; nothing where it cannot, or the authority did not stamp.
fn answer(folder: &dyn Folder, bag: &Bag, path: &str) -> Option<Answer> {
    let short = bag.files.get(path).is_some_and(|bytes| *bytes <= LONGEST);
    let bytes = if short { read_whole(folder, path).ok()? } else { return None };
    redress_timestamp::read(&bytes).ok().filter(|answer| answer.token.is_some())
}

/// The digest that a token is over, in hexadecimal digits.
fn imprint(answer: &Answer) -> Option<String> {
    Some(answer.token.as_ref()?.statement().imprint)
}

fn one(
    place: &Place,
    answer: Option<&Answer>,
    candidates: &BTreeMap<String, Vec<Candidate>>,
    trust: Trust,
    report: &mut Report,
) {
    let found = answer.and_then(|answer| Some((answer, candidates.get(&imprint(answer)?)?)));
    let Some((answer, found)) = found else {
        let code = match answer {
            None => "evidence-token-unreadable",
            Some(_) => "evidence-token-of-something-else",
        };
        // The token beside the seal is this bundle's own; a file that somebody brought may be whatever it is.
        if place.path == bag::STAMP {
            report.fail(Claim::ExistedBy, Finding::error(code).with("path", place.path.as_str()));
        } else {
            let finding = Finding::warning(code).with("path", place.path.as_str());
            report.tell(Claim::ExistedBy, Outcome::NotProvable, 0, vec![finding]);
        }
        return;
    };
    for candidate in found {
        verdict(place, answer, candidate, trust, report);
    }
}

/// What can be said of a token over something that the bundle has.
fn verdict(place: &Place, answer: &Answer, candidate: &Candidate, trust: Trust, report: &mut Report) {
    let path = place.path.as_str();
    let asked = Asked { imprints: &List(&candidate.digests), query: None };
    let told = redress_timestamp::verify(answer, asked, Roots { roots: trust.roots, others: trust.issuers });
    let failed = told.lines.iter().find(|line| line.outcome == Told::Fails);
    match (told.outcome, told.existed_by) {
        (Told::Holds, Some(_)) if !carried(candidate.what, report) => {
            let finding = Finding::warning("evidence-token-not-carried").with("path", path);
            let finding = finding.with("what", candidate.what.word());
            report.tell(Claim::ExistedBy, Outcome::NotProvable, 1, vec![finding]);
        }
        (Told::Holds, Some(by)) => {
            let root = told.root.as_ref().map(|root| format!("{} ({})", root.subject, root.sha256));
            let finding = Finding::note("evidence-existed-by").with("path", path);
            let finding = finding.with("what", candidate.what.word()).with("size", candidate.what.size());
            let finding = finding.with("time", by.to_string()).with("root", root.clone().unwrap_or_default());
            let (what, token) = (candidate.what, path.to_owned());
            report.existed.push(Existed { what, by, token, root, cosigner: None });
            report.tell(Claim::ExistedBy, Outcome::Held, 1, vec![finding]);
        }
        (Told::Fails, _) => {
            let check = failed.map_or_else(|| "form".to_owned(), |line| line.check.key());
            let (finding, outcome) = match place.asked_for {
                true => (Finding::error("evidence-token-fails"), Outcome::Failed),
                false => (Finding::warning("evidence-token-fails"), Outcome::NotProvable),
            };
            report.tell(Claim::ExistedBy, outcome, 1, vec![finding.with("path", path).with("check", check)]);
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

/// Whether what was stamped leads on to what lies here: a tag manifest says nothing of files that are not as it lists them,
/// nor a log of items that are not as it records them.
fn carried(what: Stamped, report: &Report) -> bool {
    let failed = |claim| report.outcome(claim) == Outcome::Failed;
    match what {
        Stamped::Item { .. } => true,
        Stamped::Checkpoint { .. } => !failed(Claim::Inclusion),
        Stamped::Everything => !failed(Claim::Integrity) && !failed(Claim::Inclusion),
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

/// What the tokens are of, by its digest: of everything in the bundle that a token may be of, what is wanted.
fn candidates(
    folder: &dyn Folder,
    sums: &BTreeMap<String, Sums>,
    notes: &BTreeMap<String, Signed>,
    wanted: &BTreeSet<String>,
) -> BTreeMap<String, Vec<Candidate>> {
    let mut all: BTreeMap<String, Vec<Candidate>> = BTreeMap::new();
    let mut take = |what: Stamped, digests: Vec<Imprint>| {
        for imprint in digests.iter().map(hex).filter(|imprint| wanted.contains(imprint)) {
            let named = all.entry(imprint).or_default();
            if named.len() < MOST_NAMED {
                named.push(Candidate { what, digests: digests.clone() });
            }
        }
    };
    for (text, Signed { checkpoint, .. }) in notes {
        let what = Stamped::Checkpoint { size: checkpoint.size };
        take(what, of_bytes(text.as_bytes()));
        // A cosignature that came later stands under the same checkpoint; stamped was the one without it.
        if let Some(lone) = note::signed_by_origin(text, &checkpoint.origin).filter(|lone| lone != text) {
            take(what, of_bytes(lone.as_bytes()));
        }
    }
    for (number, (path, found)) in
        (1u32..).zip(sums.iter().filter(|(path, _)| path.starts_with("data/items/")))
    {
        // Items are listed in the order of their numbers, which are six digits until there are a million.
        let id = path.split('/').nth(2).and_then(|id| id.parse().ok()).unwrap_or(number);
        take(Stamped::Item { item: ItemId(id) }, of_sums(found));
    }
    for algorithm in bag::TAG_ALGORITHMS {
        let path = algorithm.tag_manifest();
        if let Ok(bytes) = read_whole(folder, &path) {
            take(Stamped::Everything, of_bytes(&bytes));
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
