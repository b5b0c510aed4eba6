//! Whatever holds here, OpenSSL accepts: tokens whose structure was changed at random, some before they were signed, so
//! that an authority itself made them strange.

use crate::mint::{Draft, Key, Mint, TIME, children, good_signer, name, replace, sequence, tlv};
use proptest::prelude::*;

/// A small generator of numbers: SplitMix64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(most).unwrap()).unwrap()
    }
}

/// Every element of a tree, from the outside in.
fn elements(der: &[u8]) -> Vec<&[u8]> {
    let mut found = vec![der];
    if der[0] & 0x20 != 0 {
        found.extend(children(der).into_iter().flat_map(elements));
    }
    found
}

/// The same tree with one element changed, or two.
fn changed(der: &[u8], dice: &mut Dice) -> Vec<u8> {
    let once = changed_once(der, dice);
    if dice.below(3) == 0 && once.len() > 2 && once[0] & 0x20 != 0 && !children(&once).is_empty() {
        changed_once(&once, dice)
    } else {
        once
    }
}

/// The same tree with one element changed: its content, its tag, its place, or whether it is there. Lengths fit again.
fn changed_once(der: &[u8], dice: &mut Dice) -> Vec<u8> {
    let all = elements(der);
    let one = all[1 + dice.below(all.len() - 1)];
    let constructed = one[0] & 0x20 != 0;
    let content: Vec<u8> =
        if constructed { children(one).concat() } else { one[one.len() - inner(one)..].to_vec() };
    let byte = u8::try_from(dice.below(256)).unwrap();
    let to = match dice.below(8) {
        0 => Vec::new(),
        1 => [one, one].concat(),
        // A tag that promises parts gets them, so that the tree can be walked again.
        2 if constructed => tlv(low(byte) | 0x20, &[&content]),
        2 => tlv(low(byte) & 0xdf, &[&content]),
        3 => tlv(one[0], &[]),
        4 if constructed => {
            let mut parts = children(one);
            parts.reverse();
            tlv(one[0], &[&parts.concat()])
        }
        5 if constructed => tlv(one[0], &[&content, all[dice.below(all.len())]]),
        4 | 5 if !constructed => tlv(one[0], &[&[byte], &content]),
        6 if !constructed => tlv(one[0], &[&content, &[byte]]),
        _ if constructed => tlv(one[0], &[&children(one).into_iter().skip(1).collect::<Vec<_>>().concat()]),
        _ => {
            let mut content = content;
            if !content.is_empty() {
                let place = dice.below(content.len());
                content[place] = byte;
            }
            tlv(one[0], &[&content])
        }
    };
    replace(der, one, &to)
}

/// A tag of one octet.
fn low(tag: u8) -> u8 {
    if tag & 0x1f == 0x1f { tag ^ 1 } else { tag }
}

/// How many content octets an element has.
fn inner(der: &[u8]) -> usize {
    match der[1] {
        short @ 0..0x80 => usize::from(short),
        long => der.len() - 2 - usize::from(long & 0x7f),
    }
}

/// The report is asked for through `Mint::judge`, which asks OpenSSL about whatever holds. Returns whether it held.
fn judge(mint: &Mint, token: &[u8]) -> bool {
    redress_timestamp::read(token).is_ok() && mint.judge(token).holds()
}

/// TSTInfo with everything that it may have.
fn full_info(mint: &Mint) -> Vec<u8> {
    let accuracy = sequence(&[&tlv(0x02, &[&[1]]), &tlv(0x80, &[&[5]]), &tlv(0x81, &[&[7]])]);
    let extension = crate::mint::extension("1.2.3.4.9", false, &[0x05, 0x00]);
    let rest = [
        accuracy,
        tlv(0x01, &[&[0xff]]),
        tlv(0x02, &[&[0x12, 0x34]]),
        tlv(0xa0, &[&tlv(0xa4, &[&name("signer")])]),
        tlv(0xa1, &[&extension]),
    ];
    mint.info(TIME, &rest.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_token_changed_after_it_was_signed(seed in any::<u64>()) {
        let mint = Mint::p256();
        let token = crate::mint::response(&mint.token(&full_info(&mint), &[mint.signer.clone(), mint.root.clone()]));
        judge(&mint, &changed(&token, &mut Dice(seed)));
    }

    #[test]
    fn a_statement_changed_before_it_was_signed(seed in any::<u64>()) {
        let mint = Mint::p256();
        let info = changed(&full_info(&mint), &mut Dice(seed));
        judge(&mint, &mint.token(&info, std::slice::from_ref(&mint.signer)));
    }

    #[test]
    fn attributes_changed_before_they_were_signed(seed in any::<u64>()) {
        let mint = Mint::p256();
        let info = full_info(&mint);
        let set = changed(&tlv(0x31, &[&mint.attributes(&info).concat()]), &mut Dice(seed));
        let attributes: Vec<Vec<u8>> = children(&set).into_iter().map(<[u8]>::to_vec).collect();
        judge(&mint, &mint.assemble(&info, std::slice::from_ref(&mint.signer), &[mint.signer_info(&attributes)]));
    }

    #[test]
    fn a_certificate_changed_before_it_was_signed(seed in any::<u64>(), which in 0..3) {
        let mut dice = Dice(seed);
        let mut mint = Mint::p256();
        let issuer = Key::p256(3);
        let key_ids = |below: u8| vec![
            crate::mint::extension("2.5.29.14", false, &tlv(0x04, &[&[below; 20]])),
            crate::mint::extension("2.5.29.35", false, &sequence(&[&tlv(0x80, &[&[below + 1; 20]])])),
        ];
        let issuing = |most| vec![crate::mint::issuing(most), crate::mint::key_usage(0x04)];
        let mut drafts = [
            (Draft::new("signer", "issuer", 2, [good_signer(), key_ids(1)].concat()), mint.key.clone(), issuer.clone()),
            (Draft::new("issuer", "root", 3, [issuing(Some(0)), key_ids(2)].concat()), issuer, mint.root_key.clone()),
            (Draft::new("root", "root", 1, [issuing(None), key_ids(3)].concat()), mint.root_key.clone(), mint.root_key.clone()),
        ];
        // The root issued itself, so that both of its identifiers are its own.
        drafts[2].0.extensions[3] = crate::mint::extension("2.5.29.35", false, &sequence(&[&tlv(0x80, &[&[3; 20]])]));
        let mut made: Vec<Vec<u8>> = drafts.iter().map(|(draft, key, by)| draft.sign(key, by)).collect();
        let place = usize::try_from(which).unwrap();
        let parts = children(&made[place]);
        let signed = changed(parts[0], &mut dice);
        let by = &drafts[place].2;
        made[place] = sequence(&[&signed, parts[1], &tlv(0x03, &[&[0], &by.sign(&signed)])]);
        mint.signer.clone_from(&made[0]);
        mint.issuer = "issuer".to_owned();
        mint.root.clone_from(&made[2]);
        if redress_timestamp::Certificate::read_all(&mint.root).is_ok() {
            judge(&mint, &mint.plain(&[made[1].clone()]));
        }
    }
}

/// The four above look at something: unchanged, their tokens hold.
#[test]
fn what_is_changed_above_held_before() {
    let mint = Mint::p256();
    assert!(judge(&mint, &mint.token(&full_info(&mint), &[mint.signer.clone(), mint.root.clone()])));
    let set = tlv(0x31, &[&mint.attributes(&full_info(&mint)).concat()]);
    let held = (0..200)
        .filter(|seed| {
            let set = changed(&set, &mut Dice(*seed));
            let attributes: Vec<Vec<u8>> = children(&set).into_iter().map(<[u8]>::to_vec).collect();
            let signer = mint.signer_info(&attributes);
            judge(&mint, &mint.assemble(&full_info(&mint), std::slice::from_ref(&mint.signer), &[signer]))
        })
        .count();
    assert!((1..150).contains(&held), "{held} of 200 strange sets of attributes hold");
}
