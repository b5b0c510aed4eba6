//! Certification paths (RFC 5280 §6.1): from the signer to a root that the person chose, every certificate judged at
//! the time in the token.
//!
//! At each step one issuer is taken, by the same rule as OpenSSL's, and there is no way back: a path that would hold only
//! with another choice is refused there and here. Not computed, and therefore refused where a certificate asks for it:
//! constraints on names and every critical extension that is not known. Revocation cannot be looked up offline.

use crate::certificate::{Certificate, Holder};
use crate::extension::{ANY_PURPOSE, TIME_STAMPING};
use crate::signature::{Scheme, Verdict};
use redress_base::{Finding, Instant};

/// How many certificates a path may have. Those of authorities have two to four.
const LONGEST: usize = 10;
/// A path that holds: the signer first, the root last. A signer that is itself a root stands alone.
pub(crate) type Path<'a> = Vec<&'a Certificate>;

/// Why there is no path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NoPath {
    /// Nobody chose a root.
    NoRoots,
    /// The certificate of an issuer is not at hand, or signed by an algorithm that is not known here.
    Open(Box<Finding>),
    /// A path exists and does not hold.
    Broken(Box<Finding>),
}

struct Search<'a> {
    roots: &'a [Certificate],
    others: Vec<&'a Certificate>,
    at: Instant,
}

/// Finds the path from `signer` to one of `roots` by way of `others`, at a moment.
pub(crate) fn find<'a>(
    signer: &'a Certificate,
    roots: &'a [Certificate],
    others: Vec<&'a Certificate>,
    at: Instant,
) -> Result<Path<'a>, NoPath> {
    if roots.is_empty() {
        return Err(NoPath::NoRoots);
    }
    let search = Search { roots, others, at };
    let mut path = vec![signer];
    loop {
        let Some(last) = path.last().copied() else { return Err(NoPath::NoRoots) };
        if let Some(fault) = search.fault(&path) {
            return Err(NoPath::Broken(Box::new(fault)));
        }
        if last.is_root() && roots.contains(last) {
            return own_signature(last).map_or(Ok(path), Err);
        }
        if last.is_root() {
            return Err(missing(last));
        }
        path.push(search.issuer(last, &path)?);
    }
}

impl<'a> Search<'a> {
    /// The certificate that goes on from `last`. A chosen root before any other; of several roots the one that
    /// signed it; of several others the first that is valid at the moment, or else the one that was valid longest.
    fn issuer(&self, last: &Certificate, path: &Path<'a>) -> Result<&'a Certificate, NoPath> {
        let roots: &'a [Certificate] = self.roots;
        let could = |issuer: &&'a Certificate| last.may_be_issued_by(issuer) && !path.contains(issuer);
        let fits = |issuer: &&'a Certificate| {
            issuer.extensions.usage.is_none_or(|usage| usage.key_cert_sign()) && could(issuer)
        };
        if path.len() >= LONGEST {
            return Err(NoPath::Open(Box::new(named(
                Finding::error("timestamp-path-too-long"),
                last.holder(),
            ))));
        }
        let chosen: Vec<&Certificate> = roots.iter().filter(|root| root.is_root()).filter(fits).collect();
        if let Some(root) = chosen.iter().find(|root| link(last, root).is_none()) {
            return Ok(root);
        }
        let candidates =
            roots.iter().filter(|one| !one.is_root()).chain(self.others.iter().copied()).filter(fits);
        let mut best = chosen.first().copied();
        for candidate in candidates {
            if best.is_some_and(|best| best.is_root() || best.is_valid_at(self.at)) {
                break;
            }
            let later = |best: &Certificate| best.holder().not_after < candidate.holder().not_after;
            if best.is_none_or(later) || candidate.is_valid_at(self.at) {
                best = Some(candidate);
            }
        }
        // One whose key may not sign certificates is taken only to say so.
        let issuer = best.or_else(|| roots.iter().chain(self.others.iter().copied()).find(could));
        let issuer = issuer.ok_or_else(|| missing(last))?;
        link(last, issuer).map_or(Ok(issuer), Err)
    }

    /// What is wrong with the last certificate of the path at its place.
    fn fault(&self, path: &Path<'a>) -> Option<Finding> {
        let (last, below) = path.split_last()?;
        let about = |finding: Finding| named(finding, last.holder());
        let holder = last.holder();
        if self.at < holder.not_before {
            return Some(
                named(Finding::error("timestamp-certificate-not-yet-valid"), holder)
                    .with("from", holder.not_before.to_string())
                    .with("at", self.at.to_string()),
            );
        }
        if !last.is_valid_at(self.at) {
            return Some(
                named(Finding::error("timestamp-certificate-expired"), holder)
                    .with("until", holder.not_after.to_string())
                    .with("at", self.at.to_string()),
            );
        }
        if let Some(extension) = last.extensions.obstacle {
            return Some(
                about(Finding::error("timestamp-certificate-extension"))
                    .with("extension", extension.to_string()),
            );
        }
        // The signer's own usage is a line of its own.
        if below.is_empty() {
            return None;
        }
        let Some(basic) = last.extensions.basic.as_ref().filter(|basic| basic.ca) else {
            return Some(about(Finding::error("timestamp-certificate-no-issuer")));
        };
        if last.extensions.usage.is_some_and(|usage| !usage.key_cert_sign()) {
            return Some(about(Finding::error("timestamp-certificate-key-usage")));
        }
        // Issuers between this one and the signer; one that issued itself anew does not count (RFC 5280 §4.2.1.9).
        let between = below.iter().skip(1).filter(|one| !one.is_self_issued()).count();
        if basic.path_len_constraint.is_some_and(|most| between > usize::from(most)) {
            return Some(about(Finding::error("timestamp-certificate-path-length")));
        }
        let purposes = last.extensions.purposes.as_ref().filter(|_| !self.roots.contains(last));
        if purposes.is_some_and(|some| !some.has(TIME_STAMPING) && !some.has(ANY_PURPOSE)) {
            return Some(about(Finding::error("timestamp-certificate-purpose")));
        }
        None
    }
}

/// What is wrong with the signature of `issuer` on `certificate`.
fn link(certificate: &Certificate, issuer: &Certificate) -> Option<NoPath> {
    let about = |finding: Finding| named(finding, certificate.holder());
    match signed_by(certificate, issuer) {
        Verdict::Holds => None,
        Verdict::Differs | Verdict::Mismatch => {
            Some(NoPath::Broken(Box::new(about(Finding::error("timestamp-certificate-signature")))))
        }
        Verdict::Unknown(algorithm) => {
            let finding = about(Finding::error("timestamp-certificate-algorithm"));
            Some(NoPath::Open(Box::new(finding.with("algorithm", algorithm))))
        }
        Verdict::Weak(algorithm) => {
            let finding = about(Finding::error("timestamp-certificate-weak"));
            Some(NoPath::Broken(Box::new(finding.with("algorithm", algorithm))))
        }
    }
}

fn signed_by(certificate: &Certificate, issuer: &Certificate) -> Verdict {
    match Scheme::of_certificate(&certificate.algorithm) {
        Ok(scheme) => scheme.check(&issuer.key, &certificate.signed, &certificate.signature),
        Err(verdict) => verdict,
    }
}

/// A root is trusted because it was chosen, not because it signed itself; so an old algorithm does not matter here.
/// But if its own signature is wrong, it is not the certificate that it was.
fn own_signature(root: &Certificate) -> Option<NoPath> {
    let wrong = matches!(signed_by(root, root), Verdict::Differs | Verdict::Mismatch);
    wrong.then(|| {
        NoPath::Broken(Box::new(named(Finding::error("timestamp-certificate-signature"), root.holder())))
    })
}

fn named(finding: Finding, holder: &Holder) -> Finding {
    finding.with("subject", holder.subject.clone()).with("sha256", holder.sha256.to_string())
}

/// A path that ends where no issuer is at hand, or at a root that nobody chose.
fn missing(last: &Certificate) -> NoPath {
    let holder = last.holder();
    if last.is_root() {
        NoPath::Broken(Box::new(named(Finding::error("timestamp-root-not-chosen"), holder)))
    } else {
        let finding = named(Finding::error("timestamp-issuer-missing"), holder);
        NoPath::Open(Box::new(finding.with("issuer", holder.issuer.clone())))
    }
}
