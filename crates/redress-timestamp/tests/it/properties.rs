//! Properties over many inputs: nothing panics, what is written is read back, one form stays one form.

use crate::mint::{Mint, TIME, loosen};
use proptest::prelude::*;
use redress_timestamp::{Certificate, Digester, Imprint, Number, Query, read};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for bytes in [bytes.clone(), [&[0x30], bytes.as_slice()].concat()] {
            let _answer = read(&bytes);
            let _query = Query::read(&bytes);
            let _certificates = Certificate::read_all(&bytes);
        }
    }

    /// Bytes that look like elements reach deeper than any bytes.
    #[test]
    fn any_elements_are_read_or_refused(parts in prop::collection::vec(element(), 0..6)) {
        let bytes = crate::mint::sequence(&[&parts.concat()]);
        let _query = Query::read(&bytes);
        if let Ok(answer) = read(&bytes) {
            prop_assert!(answer.token.is_none());
        }
    }

    #[test]
    fn questions_are_read_back(
        kind in 0usize..5,
        nonce in prop::option::of(prop::collection::vec(any::<u8>(), 1..=20)),
        policy in prop::option::of((0u32..3, 0u32..40, prop::collection::vec(any::<u32>(), 0..5))),
        certificates in any::<bool>(),
    ) {
        let algorithm = Digester::ALL[kind];
        let imprint = Imprint::new(algorithm, &algorithm.digest(&[1])).unwrap();
        let mut query = Query::new(imprint, Number::nonce(&[1]).unwrap());
        query = match nonce {
            Some(nonce) => Query::new(query.imprint().clone(), Number::nonce(&nonce).unwrap()),
            None => query.without_nonce(),
        };
        if let Some((first, second, rest)) = policy {
            let rest: String = rest.iter().map(|arc| format!(".{arc}")).collect();
            let text = format!("{first}.{second}{rest}");
            query = query.under(&text).unwrap();
            prop_assert_eq!(query.policy(), Some(text));
        }
        if !certificates {
            query = query.without_certificates();
        }
        prop_assert_eq!(Query::read(&query.to_der()).unwrap(), query);
    }

    /// However loosely a token is written, its strict form is the same.
    #[test]
    fn loose_forms_have_one_strict_form(piece in 1usize..200, whole in any::<bool>()) {
        let mint = Mint::p256();
        let token = mint.plain(std::slice::from_ref(&mint.root));
        let mut keep = vec![mint.signer.clone(), mint.root.clone()];
        if whole {
            keep.extend(mint.attributes(&mint.info(TIME, &[])));
        }
        let strict = read(&token).unwrap().token.unwrap().to_der().to_vec();
        let loose = read(&loosen(&token, piece, &keep)).unwrap().token.unwrap();
        prop_assert_eq!(loose.to_der(), strict.as_slice());
        let again = read(&strict).unwrap().token.unwrap();
        prop_assert_eq!(again.to_der(), strict.as_slice());
    }

    /// Several bytes of a token changed at once: it does not hold, or says the same.
    #[test]
    fn changed_tokens_never_say_something_else(changes in prop::collection::vec((any::<prop::sample::Index>(), 1u8..), 1..4)) {
        let mint = Mint::p256();
        let token = mint.plain(&[]);
        let statement = read(&token).unwrap().token.unwrap().statement();
        let mut changed = token.clone();
        for (place, change) in changes {
            changed[place.index(token.len())] ^= change;
        }
        if let Ok(answer) = read(&changed) {
            let roots = mint.roots();
            let asked = redress_timestamp::Asked {
                imprints: &redress_timestamp::Content(crate::mint::CONTENT),
                query: None,
            };
            let trust = redress_timestamp::Trust { roots: &roots, others: &[] };
            let report = redress_timestamp::verify(&answer, asked, trust);
            if report.holds() {
                prop_assert_eq!(report.statement, Some(statement));
            }
        }
    }
}

/// An element with a likely tag, primitive or one level deep.
fn element() -> impl Strategy<Value = Vec<u8>> {
    let tag = prop::sample::select(vec![0x01u8, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0c, 0x18, 0x80, 0xa0, 0xa1]);
    let leaf = (tag, prop::collection::vec(any::<u8>(), 0..12))
        .prop_map(|(tag, bytes)| crate::mint::tlv(tag, &[&bytes]));
    let list = (prop::sample::select(vec![0x30u8, 0x31, 0xa0]), prop::collection::vec(leaf.clone(), 0..5))
        .prop_map(|(tag, parts)| crate::mint::tlv(tag, &[&parts.concat()]));
    prop_oneof![leaf, list]
}
