//! Who else signed for the log, and when they say that they saw it.

use super::Trust;
use super::report::{Claim, Outcome, Report};
use crate::checkpoint::Checkpoint;
use crate::note::Verified;
use redress_base::{Finding, Instant};
use std::collections::{BTreeMap, BTreeSet};

/// Every cosignature that holds: of a key that the reader knows it corroborates the log and says since when it existed; of
/// a key that only the bundle names it says nothing to a reader who does not know whose key it is.
pub(crate) fn check(notes: &BTreeMap<String, (Checkpoint, Verified)>, trust: Trust, report: &mut Report) {
    let mut strangers = BTreeSet::new();
    for (checkpoint, opened) in notes.values() {
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
            if known {
                report.tell(Claim::ExistedBy, Outcome::Held, 1, Vec::new());
            }
        }
    }
    for name in strangers {
        let finding = Finding::warning("evidence-signature-unknown").with("name", name);
        report.tell(Claim::Corroboration, Outcome::NotProvable, 0, vec![finding]);
    }
}
