//! The signature of a claim: COSE_Sign1 with the claim as detached payload (RFC 9052 §4.2, C2PA 2.2 §13.2).

use super::signer::{self, Scheme, Signer};
use crate::Outcome;
use crate::cbor::{self, Value};
use crate::limits::{MOST_LISTED, MOST_TEXT, cut};
use redress_base::Finding;

/// Label of the algorithm (RFC 9052 §3.1) and of the chain of certificates (RFC 9360 §2).
const ALGORITHM: u64 = 1;
/// Label of the list of parameters that have to be understood (RFC 9052 §3.1).
const CRITICAL: u64 = 2;
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
    if !understood(&head, open) {
        tell(Finding::warning("media-c2pa-signature-critical"));
        return signed;
    }
    let message = cbor::structure("Signature1", &[protected, &[], claim]);
    signed.outcome = scheme.check(&leaf, &message, signature);
    match signed.outcome {
        Outcome::Held => {}
        Outcome::Failed => tell(Finding::warning("media-c2pa-signature-differs")),
        Outcome::Unchecked => tell(Finding::warning("media-c2pa-signature-key")),
    }
    signed
}

/// Whether everything that the signature calls critical is understood here: whoever does not, must not call it valid
/// (RFC 9052 §3.1). The list stands in what is signed, and is not empty.
fn understood(head: &Value<'_>, open: &Value<'_>) -> bool {
    let known = |one: &Value<'_>| matches!(one.number(), Some(ALGORITHM | X5CHAIN));
    let list = head.under(CRITICAL).map(|list| list.items().unwrap_or_default());
    open.under(CRITICAL).is_none() && list.is_none_or(|list| !list.is_empty() && list.iter().all(known))
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

#[cfg(test)]
mod tests {
    use super::{check, understood};
    use crate::Outcome;
    use crate::cbor::{self, Value};
    use crate::findings::Findings;
    use crate::pulled::Pulled;
    use crate::source::Reader;
    use crate::{jpeg, jumbf};
    use std::io::Cursor;

    const PICTURE: &[u8] = include_bytes!("../../../../vectors/media/c2pa-es256.jpg");

    fn critical(list: &[u8]) -> Vec<u8> {
        [&[0xa1, 2][..], list].concat()
    }

    /// RFC 9052 §3.1.
    #[test]
    fn what_is_critical_has_to_be_understood() {
        let none = Value::Map(Vec::new());
        for (list, good) in [
            (&[0x81, 1][..], true),
            (&[0x82, 1, 0x18, 33], true),
            // Label 100, a text, an empty list, and none.
            (&[0x82, 1, 0x18, 100], false),
            (&[0x81, 0x61, b'x'], false),
            (&[0x80], false),
            (&[1], false),
        ] {
            let bytes = critical(list);
            let head = cbor::read(&bytes).unwrap();
            assert_eq!(understood(&head, &none), good, "{list:?}");
            assert!(!understood(&none, &head), "outside of what is signed: {list:?}");
        }
        assert!(understood(&none, &none));
    }

    /// The signature of a vector holds, and is not told as holding once it calls critical what nobody here knows.
    #[test]
    fn a_signature_with_an_unknown_parameter_is_unchecked() {
        let mut source = Cursor::new(PICTURE);
        let (mut pulled, mut findings) = (Pulled::default(), Findings::new("a"));
        assert!(jpeg::pull(&mut Reader::new(&mut source).unwrap(), &mut pulled, &mut findings).unwrap());
        let store = pulled.store.unwrap();
        let store = jumbf::read(&store.bytes).unwrap();
        let manifest = store.boxes.last().unwrap();
        let claim = manifest.of_kind(*b"c2cl").unwrap().cbor().unwrap();
        let bytes = manifest.of_kind(*b"c2cs").unwrap().cbor().unwrap();
        let told = |bytes: &[u8]| {
            let mut told = Vec::new();
            let signed = check(bytes, claim, &mut |finding| told.push(finding.code));
            assert!(signed.signer.is_some());
            (signed.outcome, told)
        };
        assert_eq!(told(bytes), (Outcome::Held, vec![]));
        let read = cbor::read(bytes).unwrap();
        let parts = read.items().unwrap();
        let (protected, signature) = (parts[0].bytes().unwrap(), parts[3].bytes().unwrap());
        // A map of one or two parameters gets one more at its end: `2: [100]`.
        let longer = [&[protected[0] + 1], &protected[1..], &[2, 0x81, 0x18, 100]].concat();
        assert!(cbor::read(&longer).unwrap().under(2).is_some());
        let again = [&[0x84][..], &cbor::string(&longer), &[0xa0, 0xf6], &cbor::string(signature)].concat();
        let said = told(&again);
        assert_eq!(said, (Outcome::Unchecked, vec!["media-c2pa-signature-critical".to_owned()]));
    }
}
