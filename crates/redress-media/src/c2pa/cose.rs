//! The signature of a claim: COSE_Sign1 with the claim as detached payload (RFC 9052 §4.2, C2PA 2.2 §13.2).

use super::signer::{self, Scheme, Signer};
use crate::Outcome;
use crate::cbor::{self, Value};
use crate::limits::{MOST_LISTED, MOST_TEXT, cut};
use redress_base::Finding;

/// Label of the algorithm (RFC 9052 §3.1) and of the chain of certificates (RFC 9360 §2).
const ALGORITHM: u64 = 1;
const X5CHAIN: u64 = 33;

/// What a signature comes down to.
pub(crate) struct Signed {
    pub(crate) outcome: Outcome,
    pub(crate) signer: Option<Signer>,
    pub(crate) tokens: Vec<TimeToken>,
}

/// A timestamp beside the signature: whoever verifies tokens compares its imprint with the digest of `over`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeToken {
    /// The token or the answer of the authority (RFC 3161), in DER.
    pub token: Vec<u8>,
    /// The bytes that it is over.
    pub over: Vec<u8>,
}

/// Whether the claim was signed with the key of the first certificate in the signature.
pub(crate) fn check(signature: &[u8], claim: &[u8], tell: &mut dyn FnMut(Finding)) -> Signed {
    let mut signed = Signed { outcome: Outcome::Unchecked, signer: None, tokens: Vec::new() };
    let Some(value) = cbor::read(signature) else {
        tell(Finding::warning("media-c2pa-signature-form"));
        return signed;
    };
    let parts = match value.items() {
        Some([protected, open, payload, signature]) => protected
            .bytes()
            .zip(signature.bytes())
            .map(|(protected, signature)| (protected, open, payload, signature)),
        _ => None,
    };
    let Some((protected, open, payload, signature)) = parts else {
        tell(Finding::warning("media-c2pa-signature-form"));
        return signed;
    };
    let head = if protected.is_empty() { Some(Value::Map(Vec::new())) } else { cbor::read(protected) };
    let Some(head) = head.filter(|_| *payload == Value::Nothing) else {
        tell(Finding::warning("media-c2pa-signature-form"));
        return signed;
    };
    signed.tokens = tokens(open, protected, claim, signature);
    let named = head.under(ALGORITHM).and_then(Value::signed);
    // Older manifests have the chain outside of what is signed, under its name.
    let chain = head.under(X5CHAIN).or_else(|| head.get("x5chain"));
    let chain = chain.or_else(|| open.under(X5CHAIN)).or_else(|| open.get("x5chain"));
    let leaf = chain.and_then(|chain| match chain.items() {
        Some(all) => all.first()?.bytes(),
        None => chain.bytes(),
    });
    let Some(leaf) = leaf.and_then(signer::certificate) else {
        tell(Finding::warning("media-c2pa-certificate"));
        return signed;
    };
    let scheme = named.and_then(Scheme::of);
    signed.signer = Some(leaf.signer(scheme));
    let Some(scheme) = scheme else {
        let shown = named.map_or_else(|| "–".to_owned(), |named| named.to_string());
        tell(Finding::warning("media-c2pa-signature-algorithm").with("algorithm", cut(&shown, MOST_TEXT)));
        return signed;
    };
    let message = cbor::structure("Signature1", &[protected, &[], claim]);
    signed.outcome = scheme.check(&leaf, &message, signature);
    match signed.outcome {
        Outcome::Held => {}
        Outcome::Failed => tell(Finding::warning("media-c2pa-signature-differs")),
        Outcome::Unchecked => tell(Finding::warning("media-c2pa-signature-key")),
    }
    signed
}

/// Timestamps (C2PA 2.2 §13.2.4): `sigTst` is over the claim, `sigTst2` over the signature.
fn tokens(open: &Value<'_>, protected: &[u8], claim: &[u8], signature: &[u8]) -> Vec<TimeToken> {
    let mut found = Vec::new();
    for (key, second) in [("sigTst2", true), ("sigTst", false)] {
        let list = open.get(key).and_then(|value| value.get("tstTokens")?.items()).unwrap_or_default();
        for token in list.iter().take(MOST_LISTED).filter_map(|one| one.get("val")?.bytes()) {
            let over = match second {
                true => cbor::string(signature),
                false => cbor::structure("CounterSignature", &[protected, &[], claim]),
            };
            found.push(TimeToken { token: token.to_vec(), over });
        }
    }
    found
}
