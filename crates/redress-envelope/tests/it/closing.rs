//! What is closed opens whole for those who are named, or not at all.

use proptest::prelude::*;
use redress_base::Fault;
use redress_envelope::{Key, Recipient, close, looks_closed, open};

fn recipient(name: &str, key: &Key) -> Recipient {
    format!("{name}={}", key.public()).parse().unwrap()
}

fn closed(bytes: &[u8], to: &[Recipient]) -> Vec<u8> {
    let mut out = Vec::new();
    close(&mut &*bytes, to, &mut out, &mut |_| true).unwrap();
    out
}

fn opened(mut closed: &[u8], key: &Key) -> Result<Vec<u8>, (Fault, String)> {
    let mut out = Vec::new();
    let keys = Key::read(key.file().as_bytes()).unwrap();
    match open(&mut closed, &keys, &mut out, &mut |_| true) {
        Ok(()) => Ok(out),
        Err(refusal) => Err((refusal.fault, refusal.finding.code.as_str().to_owned())),
    }
}

#[test]
fn each_who_is_named_opens_it_and_nobody_else() {
    let (aid, court, other) = (Key::make(), Key::make(), Key::make());
    let bytes: Vec<u8> = (0..200_000u32).flat_map(u32::to_le_bytes).collect();
    let file = closed(&bytes, &[recipient("Legal aid", &aid), recipient("法院", &court)]);
    assert!(looks_closed(&file) && !looks_closed(&bytes));
    assert_eq!(opened(&file, &aid).as_ref(), Ok(&bytes));
    assert_eq!(opened(&file, &court).as_ref(), Ok(&bytes));
    assert_eq!(opened(&file, &other), Err((Fault::Verification, "envelope-other-key".to_owned())));
}

#[test]
fn a_name_and_a_public_key_and_nothing_else() {
    let key = Key::make();
    let one = recipient(" Legal aid = the office ", &key);
    assert_eq!((one.name(), one.key()), ("Legal aid = the office", key.public()));
    let secret = key.file().lines().nth(1).unwrap().to_owned();
    for (text, code) in [
        (String::new(), "envelope-recipient"),
        (key.public(), "envelope-recipient"),
        (format!("={}", key.public()), "envelope-recipient"),
        ("Legal aid=age1".to_owned(), "envelope-recipient"),
        (format!("a\u{1b}[2J={}", key.public()), "envelope-recipient"),
        (format!("{}={}", "x".repeat(81), key.public()), "envelope-recipient"),
        (format!("Legal aid={secret}"), "envelope-secret"),
        (format!("Legal aid={}", secret.to_lowercase()), "envelope-secret"),
    ] {
        let refusal = text.parse::<Recipient>().unwrap_err();
        assert_eq!(refusal.finding.code.as_str(), code, "{text:?}");
        // A secret that was given by mistake is not said again.
        assert!(!format!("{refusal:?}").to_uppercase().contains(&secret), "{refusal:?}");
    }
    assert!(!format!("{key:?}").to_uppercase().contains("SECRET-KEY-1"));
}

#[test]
fn a_key_file_is_remarks_and_keys() {
    let key = Key::make();
    let both = format!("{}\r\n{}", key.file(), Key::make().file());
    assert_eq!(Key::read(both.as_bytes()).unwrap().len(), 2);
    for (text, row) in [
        (String::new(), "1"),
        ("# only a remark\n".to_owned(), "1"),
        (format!("# x\n\n{}\n", key.public()), "3"),
        (format!("{}AGE-PLUGIN-X-1\n", key.file()), "3"),
    ] {
        let refusal = Key::read(text.as_bytes()).unwrap_err();
        assert_eq!(refusal.finding.code.as_str(), "envelope-key-file", "{text:?}");
        assert!(format!("{:?}", refusal.finding).contains(row), "{refusal:?}");
    }
    let refused = Key::read(&[0xff; 100_000][..]).unwrap_err();
    assert_eq!(refused.fault, Fault::Input);
}

#[test]
fn what_is_no_age_file_or_a_newer_one_says_so() {
    let key = Key::make();
    let code = |bytes: &[u8]| opened(bytes, &key).unwrap_err().1;
    assert_eq!(code(b""), "envelope-not-age");
    assert_eq!(code(b"PK\x03\x04"), "envelope-not-age");
    assert_eq!(code(b"age-encryption.org/v9\n-> X25519 x\n--- y\n"), "envelope-newer");
    let nobody = close(&mut &b"x"[..], &[], &mut Vec::new(), &mut |_| true).unwrap_err();
    assert_eq!((nobody.fault, nobody.finding.code.as_str()), (Fault::Usage, "envelope-nobody"));
    let stopped =
        close(&mut &b"x"[..], &[recipient("a", &key)], &mut Vec::new(), &mut |_| false).unwrap_err();
    assert_eq!(stopped.fault, Fault::Interrupted);
}

#[test]
fn no_byte_can_be_changed_and_none_can_be_missing() {
    let key = Key::make();
    let bytes: Vec<u8> = (0..70_000u32).map(|at| at.to_le_bytes()[0]).collect();
    let file = closed(&bytes, &[recipient("a", &key)]);
    // Every byte of the header, whose three lines end before byte 200, and places throughout the two blocks.
    let step = (file.len() / 40).max(1);
    for at in (0..200).chain((200..file.len()).step_by(step)).chain([file.len() - 1]) {
        let mut changed = file.clone();
        changed[at] ^= 1;
        assert!(opened(&changed, &key).is_err(), "byte {at} was changed");
    }
    for at in (0..file.len()).step_by(step) {
        assert!(opened(&file[..at], &key).is_err(), "cut before byte {at}");
    }
    let longer = [file.as_slice(), b"x"].concat();
    assert!(opened(&longer, &key).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_come_back(bytes in proptest::collection::vec(any::<u8>(), 0..150_000)) {
        let key = Key::make();
        prop_assert_eq!(opened(&closed(&bytes, &[recipient("a", &key)]), &key), Ok(bytes));
    }

    #[test]
    fn nothing_that_is_brought_makes_it_fall(mut bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let key = Key::make();
        let _ = opened(&bytes, &key);
        bytes.splice(0..0, b"age-encryption.org/v1\n-> ".iter().copied());
        prop_assert!(opened(&bytes, &key).is_err());
        let _ = Key::read(bytes.as_slice());
    }
}
