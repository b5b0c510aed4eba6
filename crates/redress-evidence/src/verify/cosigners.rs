//! Who else signed for the log, and when they say that they saw it.

use super::Trust;
use super::log::Signed;
use super::report::{Claim, Existed, Outcome, Report, Stamped};
use redress_base::{Finding, Instant};
use std::collections::{BTreeMap, BTreeSet};

/// Every cosignature that holds: of a key that the reader knows it corroborates the log and says since when it existed; of
/// a key that only the bundle names it says nothing to a reader who does not know whose key it is.
pub(crate) fn check(notes: &BTreeMap<String, Signed>, trust: Trust, report: &mut Report) {
    let mut strangers = BTreeSet::new();
    // An item that is not what the log says did not exist by what somebody signed of the log.
    let carried = report.outcome(Claim::Inclusion) != Outcome::Failed;
    for Signed { path, checkpoint, opened } in notes.values() {
        strangers.extend(opened.unknown.iter().cloned());
        for cosignature in &opened.cosignatures {
            let known = trust.keys.contains(&cosignature.key);
            let code = if known { "evidence-cosigned" } else { "evidence-cosigner-from-bundle" };
            let finding = if known { Finding::note(code) } else { Finding::warning(code) };
            let time = Instant(i64::try_from(cosignature.time).unwrap_or(i64::MAX));
            let finding = finding.with("name", cosignature.key.name()).with("time", time.to_string());
            let finding = finding.with("size", checkpoint.size).with("key", cosignature.key.to_string());
            let outcome = if known { Outcome::Held } else { Outcome::NotProvable };
            report.tell(Claim::Corroboration, outcome, 1, vec![finding]);
            if known && carried {
                let what = Stamped::Checkpoint { size: checkpoint.size };
                let (token, cosigner) = (path.clone(), Some(cosignature.key.to_string()));
                report.existed.push(Existed { what, by: time, token, root: None, cosigner });
                report.tell(Claim::ExistedBy, Outcome::Held, 1, Vec::new());
            }
        }
    }
    for name in strangers {
        let finding = Finding::warning("evidence-signature-unknown").with("name", name);
        report.tell(Claim::Corroboration, Outcome::NotProvable, 0, vec![finding]);
    }
}
