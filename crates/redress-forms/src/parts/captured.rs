//! What is recorded of how exhibits were captured, stamped, attested and signed by others: it speaks to the factors of
//! 法释〔2021〕12号 16-18 (in force 2021-08-01), 法释〔2018〕16号 11 (in force 2018-09-07) and 法释〔2019〕19号 93 (in force
//! 2020-05-01) beside what a person states. Where no record says it, nothing is said here: then the factor is "not recorded".

use super::kept::{KeptFact, KeptPart, between};
use crate::Source;
use redress_base::Instant;
use redress_case::{Attestation, Capture, Proof, Role};
use std::collections::{BTreeMap, BTreeSet};

/// What the records say of it; nothing where none does.
pub(super) fn recorded(source: &Source<'_>, what: KeptFact) -> Option<KeptPart> {
    let part = match what {
        KeptFact::Stamped => {
            let names = source.state.stampings.iter().map(|one| one.of.authority.clone());
            with(what, names, 0)
        }
        KeptFact::OpenTimestamps => {
            let items = source.state.items.values();
            let proofs = items.filter(|kept| kept.item.name.to_ascii_lowercase().ends_with(".ots"));
            with(what, proofs.map(|_| String::new()), 0)
        }
        KeptFact::CapturedAgain => again(source),
        KeptFact::Cosigned => {
            let name = |key: &str| key.split('+').next().unwrap_or_default().to_owned();
            with(what, source.state.cosigned.iter().map(|(_, key)| name(key)), 0)
        }
        KeptFact::Notarised => attested(source, what, &[Proof::NotarialDeed]),
        KeptFact::Platform => attested(source, what, &[Proof::PlatformReply, Proof::TimestampCertificate]),
        KeptFact::ChainRecord => attested(source, what, &[Proof::ChainRecord]),
        _ => captured(source, what),
    };
    (part.count > 0).then_some(part)
}

/// As many as there are names, each name once.
fn with(what: KeptFact, names: impl Iterator<Item = String>, of: u64) -> KeptPart {
    let all: Vec<String> = names.collect();
    let count = u64::try_from(all.len()).unwrap_or(u64::MAX);
    let names: BTreeSet<String> = all.into_iter().filter(|name| !name.is_empty()).collect();
    KeptPart { count, of, names: names.into_iter().collect(), ..KeptPart::empty(what) }
}

/// Proofs of these kinds that were not struck: by whom, and how many print a check value that agrees.
fn attested(source: &Source<'_>, what: KeptFact, kinds: &[Proof]) -> KeptPart {
    let standing = source.state.attestations.iter().filter(|one| one.struck.is_none());
    let of: Vec<&Attestation> = standing.map(|one| &one.of).filter(|of| kinds.contains(&of.kind)).collect();
    let digests = |item| source.state.items.get(&item).map(|kept| kept.item.digests);
    let agreeing =
        of.iter().filter(|one| matches!(one.agrees(digests), Some(redress_case::Agreement::With { .. })));
    let agreeing = u64::try_from(agreeing.count()).unwrap_or(u64::MAX);
    with(what, of.iter().map(|one| one.issuer.clone()), agreeing)
}

/// Exhibits of addresses that were open in the captures of more than one exhibit, how many such addresses there are, and when the
/// first and the last of these captures began. What differs between them is in the exhibits.
fn again(source: &Source<'_>) -> KeptPart {
    let mut by_address: BTreeMap<&str, Vec<Option<Instant>>> = BTreeMap::new();
    for kept in source.state.items.values().filter(|kept| matches!(kept.role, Role::Material | Role::Paper)) {
        let Some(capture) = source.state.capture_of(kept.item.id).map(|one| &one.of) else { continue };
        if let Some(address) = &capture.address {
            by_address.entry(address).or_default().push(capture.began);
        }
    }
    by_address.retain(|_, times| times.len() > 1);
    let addresses = u64::try_from(by_address.len()).unwrap_or(u64::MAX);
    let times: Vec<Option<Instant>> = by_address.into_values().flatten().collect();
    let (first, last) = between(times.iter().copied().flatten());
    let count = u64::try_from(times.len()).unwrap_or(u64::MAX);
    KeptPart { count, of: addresses, first, last, ..KeptPart::empty(KeptFact::CapturedAgain) }
}

/// The last record of each exhibit's capture that says it.
fn captured(source: &Source<'_>, what: KeptFact) -> KeptPart {
    let shown = source.state.items.values().filter(|kept| matches!(kept.role, Role::Material | Role::Paper));
    let mut exhibits = 0_u64;
    let (mut said, mut farthest) = (Vec::new(), 0_u64);
    for kept in shown {
        exhibits = exhibits.saturating_add(1);
        let Some(capture) = source.state.capture_of(kept.item.id).map(|one| &one.of) else { continue };
        if let Some(name) = says(capture, what) {
            said.push(name);
        }
        if let Some(clock) = &capture.clock {
            farthest = farthest.max(clock.ahead_ms.unsigned_abs());
        }
    }
    let part = with(what, said.into_iter(), exhibits);
    let digest = (what == KeptFact::CapturedClock).then(|| farthest.to_string());
    KeptPart { digest, ..part }
}

/// What one record says of it: a name where the sentence tells names, else an empty one.
fn says(capture: &Capture, what: KeptFact) -> Option<String> {
    let there = |is: bool| is.then(String::new);
    match what {
        KeptFact::Captured => Some(capture.operator.word().to_owned()),
        KeptFact::CapturedInterest => capture.interest.map(|interest| interest.word().to_owned()),
        KeptFact::CapturedSystem => joined(&[&capture.device, &capture.system, &capture.network]),
        KeptFact::CapturedClean => there(!capture.clean.is_empty()),
        KeptFact::CapturedClock => capture.clock.as_ref().map(|clock| clock.against.clone()),
        KeptFact::CapturedTool => capture.tool.clone().filter(|_| capture.tool_sha256.is_some()),
        KeptFact::CapturedFrom => there(capture.address.is_some()),
        KeptFact::CapturedAccount => there(capture.account.is_some()),
        KeptFact::CapturedSteps => there(!capture.steps.is_empty()),
        KeptFact::CapturedRaw => there(!capture.raw.is_empty()),
        KeptFact::CapturedPicture => there(!capture.rendered.is_empty()),
        KeptFact::Online => capture.online.map(|online| online.word().to_owned()),
        KeptFact::Corroborating => there(capture.corroborates.is_some()),
        _ => None,
    }
}

fn joined(parts: &[&Option<String>]) -> Option<String> {
    let parts: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).collect();
    (!parts.is_empty()).then(|| parts.join(" / "))
}
