//! `signedData` (WACZ-Auth 0.1.0): its form and its ECDSA signature.
//!
//! The timestamp and the chain above a certificate are claims of their own; they are not checked in this
//! room, and are counted as unchecked.

use crate::description::{Draft, Outcome, Subject};
use crate::findings::Findings;
use crate::limits::cut;
use crate::wacz::package::Signed;
use data_encoding::BASE64;
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::signature::hazmat::PrehashVerifier as _;
use p256::pkcs8::DecodePublicKey as _;
use redress_base::Finding;
use sha2::Digest as _;
use x509_cert::Certificate;
use x509_cert::der::{DecodePem as _, Encode as _};
use x509_cert::ext::pkix::SubjectAltName;
use x509_cert::ext::pkix::name::GeneralName;

/// Looks at `signedData`; `package_hash` is the hash that was computed over `datapackage.json`, as
/// `sha256:…`, and `created` the date in it.
pub(crate) fn check(
    value: serde_json::Value,
    package_hash: &str,
    created: Option<&str>,
    draft: &mut Draft,
    findings: &mut Findings,
) {
    let signed: Signed = match serde_json::from_value(value) {
        Ok(signed) => signed,
        Err(_) => {
            findings.push(Finding::error("webarchive-signature-form"));
            return;
        }
    };
    if signed.hash != package_hash {
        findings.push(Finding::error("webarchive-signature-of-other"));
    }
    // wacz validate asks for the same.
    if created.is_some_and(|created| created != signed.created) {
        findings.push(Finding::error("webarchive-signature-date"));
    }
    let anonymous = signed.public_key.is_some();
    let domain = [&signed.domain, &signed.domain_cert, &signed.time_signature, &signed.timestamp_cert];
    let (named, all) = (domain.iter().any(|part| part.is_some()), domain.iter().all(|part| part.is_some()));
    if anonymous == named || named && !all || anonymous && signed.cross_signed_cert.is_some() {
        findings.push(Finding::error("webarchive-signature-form"));
        return;
    }
    let leaf = signed.domain_cert.as_deref().and_then(leaf);
    if let (Some(leaf), Some(domain)) = (&leaf, &signed.domain)
        && !names(leaf).iter().any(|name| covers(name, domain))
    {
        findings.push(Finding::error("webarchive-signature-other-domain").with("domain", cut(domain, 240)));
    }
    let key = match &signed.public_key {
        Some(key) => BASE64.decode(key.as_bytes()).ok(),
        None => leaf.and_then(|leaf| leaf.tbs_certificate().subject_public_key_info().to_der().ok()),
    };
    judged(key.as_deref(), &signed, draft, findings);
    if anonymous {
        findings
            .push(Finding::note("webarchive-signature-anonymous").with("tool", cut(&signed.software, 200)));
        return;
    }
    draft.claim(Subject::Timestamp, "rfc3161", false, Outcome::Unchecked);
    draft.claim(Subject::Certificate, "x509", false, Outcome::Unchecked);
    let domain = signed.domain.unwrap_or_default();
    findings.push(Finding::note("webarchive-signature-domain").with("domain", cut(&domain, 240)));
    findings.push(Finding::note("webarchive-timestamp-not-checked"));
}

/// Counts whether the signature holds under this key.
fn judged(key: Option<&[u8]>, signed: &Signed, draft: &mut Draft, findings: &mut Findings) {
    let verdict = key.and_then(|key| verify(key, &signed.signature, signed.hash.as_bytes()));
    match verdict {
        None => {
            draft.claim(Subject::Signature, "ecdsa", false, Outcome::Unchecked);
            findings.push(Finding::error("webarchive-signature-key"));
        }
        Some((algorithm, holds)) => {
            draft.claim(Subject::Signature, algorithm, false, Outcome::from(holds));
            if !holds {
                findings.push(Finding::error("webarchive-signature-differs"));
            }
        }
    }
}

/// The first certificate of a PEM chain.
fn leaf(chain: &str) -> Option<Certificate> {
    const END: &str = "-----END CERTIFICATE-----";
    let end = chain.find(END)?.saturating_add(END.len());
    Certificate::from_pem(chain.get(..end)?.trim_start()).ok()
}

/// The names of hosts that a certificate is for: RFC 5280 §4.2.1.6.
fn names(leaf: &Certificate) -> Vec<String> {
    let found = leaf.tbs_certificate().get_extension::<SubjectAltName>();
    let Ok(Some((_, names))) = found else { return Vec::new() };
    let dns = |name: &GeneralName| match name {
        GeneralName::DnsName(name) => Some(name.as_str().to_owned()),
        _ => None,
    };
    names.0.iter().filter_map(dns).collect()
}

/// Whether a name of a certificate covers a host; `*.` stands for one label (RFC 9525 §6.3).
fn covers(name: &str, host: &str) -> bool {
    let wild = name.strip_prefix("*.").zip(host.split_once('.')).map(|(name, (_, rest))| (name, rest));
    let (name, host) = wild.unwrap_or((name, host));
    !host.is_empty() && name.eq_ignore_ascii_case(host)
}

/// Whether `signature` (base64; raw r‖s as WebCrypto writes it, or DER as X9.62 has it) is one of `message`
/// with SHA-256. `None` if the key is of no curve that is known here, or the signature is of no form.
fn verify(key: &[u8], signature: &str, message: &[u8]) -> Option<(&'static str, bool)> {
    let signature = BASE64.decode(signature.as_bytes()).ok()?;
    if let Ok(key) = p256::ecdsa::VerifyingKey::from_public_key_der(key) {
        use p256::ecdsa::Signature;
        let parsed = Signature::from_slice(&signature).or_else(|_| Signature::from_der(&signature));
        return Some(("ecdsa-p256", parsed.is_ok_and(|parsed| key.verify(message, &parsed).is_ok())));
    }
    if let Ok(key) = p384::ecdsa::VerifyingKey::from_public_key_der(key) {
        use p384::ecdsa::Signature;
        let parsed = Signature::from_slice(&signature).or_else(|_| Signature::from_der(&signature));
        // ArchiveWeb.page signs with P-384 over SHA-256.
        let sum = sha2::Sha256::digest(message);
        return Some(("ecdsa-p384", parsed.is_ok_and(|parsed| key.verify_prehash(&sum, &parsed).is_ok())));
    }
    None
}
