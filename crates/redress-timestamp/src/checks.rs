//! The checks that need no search: each looks at one thing and gives one line.

use crate::algorithm::{Digester, oid_der};
use crate::ber::{self, OCTET_STRING, context_constructed, wrap};
use crate::certificate::Certificate;
use crate::extension::TIME_STAMPING;
use crate::name;
use crate::number::Number;
use crate::query::Query;
use crate::report::{Check, Line};
use crate::signature::{Scheme, Verdict};
use crate::signed::{Signer, TST_INFO};
use crate::status::Granted;
use crate::token::{Answer, Token};
use crate::verification::Asked;
use der::asn1::ObjectIdentifier;
use redress_base::Finding;

const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");

pub(crate) fn status(answer: &Answer) -> Line {
    let Some(status) = &answer.status else {
        return Line::open(Check::Status, Finding::note("timestamp-status-absent"));
    };
    match status.granted {
        Granted::Granted => Line::holds(Check::Status),
        Granted::GrantedWithMods => {
            Line::holds(Check::Status).noting(Some(Finding::note("timestamp-status-modified")))
        }
        _ => {
            let reasons: Vec<String> = status.reasons.iter().map(u32::to_string).collect();
            let finding = Finding::error("timestamp-status-refused")
                .with("text", status.text.join(" / "))
                .with("reasons", reasons.join(", "));
            Line::fails(Check::Status, finding)
        }
    }
}

pub(crate) fn form(token: &Token) -> Line {
    let fails = |finding| Line::fails(Check::Form, finding);
    if token.info.version != Number::from_content(&[1]) {
        let version = token.info.version.to_string();
        return fails(Finding::error("timestamp-version").with("version", version));
    }
    let [signer] = token.signed.signers.as_slice() else {
        let count = token.signed.signers.len();
        return fails(Finding::error("timestamp-signers").with("count", count));
    };
    // Whoever reads in one pass has to begin all of them (RFC 5652 §5.1); OpenSSL refuses what it cannot begin.
    if let Some(unknown) = token.signed.digests.iter().find(|one| one.digester().is_none()) {
        let finding = Finding::error("timestamp-digest-algorithm");
        return Line::open(Check::Form, finding.with("algorithm", unknown.oid.to_string()));
    }
    if !token.signed.digests.iter().any(|one| one.oid == signer.digest.oid) {
        let algorithm = signer.digest.oid.to_string();
        return fails(Finding::error("timestamp-digest-not-announced").with("algorithm", algorithm));
    }
    match token.info.extensions.iter().find(|(_, critical)| *critical) {
        Some((extension, _)) => {
            fails(Finding::error("timestamp-critical-extension").with("extension", extension.to_string()))
        }
        None => Line::holds(Check::Form),
    }
}

pub(crate) fn imprint(token: &Token, asked: Asked<'_>) -> Line {
    let stamped = &token.info.stamped;
    let Some(algorithm) = stamped.algorithm.digester() else {
        let algorithm = stamped.algorithm.oid.to_string();
        return Line::open(
            Check::Imprint,
            Finding::error("timestamp-imprint-algorithm").with("algorithm", algorithm),
        );
    };
    let name = algorithm.to_string();
    if algorithm == Digester::Sha1 {
        return Line::fails(Check::Imprint, Finding::error("timestamp-imprint-weak").with("algorithm", name));
    }
    let other_question = asked
        .query
        .map(Query::imprint)
        .is_some_and(|imprint| imprint.algorithm() != algorithm || imprint.digest() != stamped.digest);
    if other_question {
        return Line::fails(Check::Imprint, Finding::error("timestamp-imprint-not-asked"));
    }
    match asked.imprints.digest(algorithm) {
        None => {
            Line::open(Check::Imprint, Finding::error("timestamp-imprint-not-known").with("algorithm", name))
        }
        Some(digest) if digest == stamped.digest => Line::holds(Check::Imprint),
        Some(_) => {
            Line::fails(Check::Imprint, Finding::error("timestamp-imprint-differs").with("algorithm", name))
        }
    }
}

pub(crate) fn nonce(token: &Token, query: Option<&Query>) -> Line {
    match (query.and_then(Query::nonce), &token.info.nonce) {
        (None, _) => Line::open(Check::Nonce, Finding::note("timestamp-nonce-not-known")),
        (Some(_), None) => Line::fails(Check::Nonce, Finding::error("timestamp-nonce-missing")),
        (Some(asked), Some(answered)) if asked == answered => Line::holds(Check::Nonce),
        (Some(_), Some(_)) => Line::fails(Check::Nonce, Finding::error("timestamp-nonce-differs")),
    }
}

pub(crate) fn policy(token: &Token, query: Option<&Query>) -> Line {
    let stated = token.info.policy.to_string();
    match query.and_then(Query::policy) {
        None => Line::open(Check::Policy, Finding::note("timestamp-policy-not-asked").with("policy", stated)),
        Some(asked) if asked == stated => Line::holds(Check::Policy),
        Some(asked) => {
            let finding =
                Finding::error("timestamp-policy-differs").with("asked", asked).with("policy", stated);
            Line::fails(Check::Policy, finding)
        }
    }
}

pub(crate) fn usage(signer: &Certificate) -> Line {
    let fails = |finding| Line::fails(Check::Usage, finding);
    let Some(purposes) = &signer.extensions.purposes else {
        return fails(Finding::error("timestamp-usage-absent"));
    };
    if purposes.purposes != [TIME_STAMPING] {
        return fails(Finding::error("timestamp-usage-other"));
    }
    if !purposes.critical {
        return fails(Finding::error("timestamp-usage-not-critical"));
    }
    // What the key may do, if it is said: sign, and nothing that is not signing of documents.
    let signs_only = signer.extensions.usage.is_none_or(|usage| {
        let signing = usage.digital_signature() || usage.non_repudiation();
        let more = usage.key_encipherment()
            || usage.data_encipherment()
            || usage.key_agreement()
            || usage.key_cert_sign()
            || usage.crl_sign()
            || usage.encipher_only()
            || usage.decipher_only();
        signing && !more
    });
    if signs_only { Line::holds(Check::Usage) } else { fails(Finding::error("timestamp-usage-key")) }
}

pub(crate) fn attributes(token: &Token, info: &Signer) -> Line {
    let fails = |finding| Line::fails(Check::Attributes, finding);
    let Some(digester) = info.digest.digester() else {
        let finding =
            Finding::error("timestamp-digest-algorithm").with("algorithm", info.digest.oid.to_string());
        return Line::open(Check::Attributes, finding);
    };
    if digester == Digester::Sha1 {
        return fails(Finding::error("timestamp-digest-weak").with("algorithm", digester.to_string()));
    }
    if !info.in_der {
        return fails(Finding::error("timestamp-attributes-form"));
    }
    let digest = wrap(OCTET_STRING, &digester.digest(&token.signed.content));
    let wanted =
        [("contentType", CONTENT_TYPE, oid_der(TST_INFO)), ("messageDigest", MESSAGE_DIGEST, digest)];
    for (name, kind, value) in wanted {
        match info.single(kind) {
            Ok(Some(found)) if found == value => {}
            Ok(Some(_)) => {
                return fails(Finding::error("timestamp-attribute-differs").with("attribute", name));
            }
            Ok(None) => return fails(Finding::error("timestamp-attribute-missing").with("attribute", name)),
            Err(()) => return fails(Finding::error("timestamp-attribute-twice").with("attribute", name)),
        }
    }
    let unordered = (!info.in_order).then(|| Finding::note("timestamp-attributes-unordered"));
    Line::holds(Check::Attributes).noting(unordered)
}

pub(crate) fn signature(token: &Token, info: &Signer, signer: &Certificate) -> Line {
    let Some(digester) = info.digest.digester() else { return Line::unreached(Check::Signature) };
    let verdict = match Scheme::of_signer(&info.algorithm, digester) {
        // Signed data that is named for SM2 is signed with nothing else.
        Ok(scheme) if token.signed.sm2 && scheme != Scheme::Sm2 => Verdict::Mismatch,
        Ok(scheme) => scheme.check(&signer.key, &info.signed, &info.signature),
        Err(verdict) => verdict,
    };
    let fails = |finding| Line::fails(Check::Signature, finding);
    match verdict {
        Verdict::Holds => Line::holds(Check::Signature),
        Verdict::Differs => fails(Finding::error("timestamp-signature-differs")),
        Verdict::Mismatch => fails(Finding::error("timestamp-signature-mismatch")),
        Verdict::Weak(algorithm) => {
            fails(Finding::error("timestamp-signature-weak").with("algorithm", algorithm))
        }
        Verdict::Unknown(algorithm) => {
            let finding = Finding::error("timestamp-signature-algorithm").with("algorithm", algorithm);
            Line::open(Check::Signature, finding)
        }
    }
}

/// The authority's name in the token: the subject of the certificate, or one of its other names.
pub(crate) fn authority(token: &Token, signer: &Certificate) -> Line {
    let Some(name) = &token.info.authority else {
        return Line::open(Check::Authority, Finding::note("timestamp-authority-absent"));
    };
    let alike = comparable(name);
    let others = signer.extensions.other_names.as_deref().and_then(|names| ber::read(names).ok());
    let listed = others.iter().flat_map(|names| names.parts()).any(|other| comparable(other.raw) == alike);
    if alike == (Some(wrap(context_constructed(4), &signer.subject))) || listed {
        Line::holds(Check::Authority)
    } else {
        Line::fails(Check::Authority, Finding::error("timestamp-authority-differs"))
    }
}

/// A GeneralName as it is compared: names of directories by what they say, all others byte for byte.
fn comparable(general: &[u8]) -> Option<Vec<u8>> {
    let root = ber::read(general).ok()?;
    match root.parts() {
        [name] if root.is(context_constructed(4)) => {
            Some(wrap(context_constructed(4), &name::comparable(name, "GeneralName").ok()?))
        }
        _ => Some(root.to_der()),
    }
}

pub(crate) fn revocation() -> Line {
    Line::open(Check::Revocation, Finding::note("timestamp-revocation-not-checked"))
}
