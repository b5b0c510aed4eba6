//! Passwords: one form for one password, the floor, the work, and the standard's own vector.

use redress_rights::{Cost, MOST_BYTES, Password, SALT_BYTES, check, hash, hash_at};
use std::time::Instant;

const SALT: [u8; SALT_BYTES] = *b"redress-salt-16!";
/// The least that is accepted, so that tests are quick.
const SMALL: Cost = Cost { memory: 19 * 1024, passes: 2, lanes: 1 };

#[expect(clippy::unwrap_used, reason = "made for tests")]
fn password(text: &str) -> Password {
    Password::typed(text).unwrap()
}

#[expect(clippy::unwrap_used, reason = "made for tests")]
fn refused(text: &str) -> String {
    Password::new(text, "wang.lawyer").unwrap_err().finding.code
}

#[test]
fn a_password_is_known_again_and_another_is_not() {
    let stored = hash(&password("床前明月光疑是地上霜举头"), &SALT).unwrap();
    assert!(stored.starts_with("$argon2id$v=19$m=65536,t=3,p=4$"), "{stored}");
    let same = check(&password("床前明月光疑是地上霜举头"), Some(&stored)).unwrap();
    assert!(same.holds && !same.rehash);
    assert!(!check(&password("床前明月光疑是地上霜低头"), Some(&stored)).unwrap().holds);
    assert!(!check(&password("床前明月光疑是地上霜举头"), None).unwrap().holds);
}

/// Made with the reference implementation of the authors of Argon2 (`argon2` of Debian's package of that
/// name: `printf … | argon2 redress-salt-16! -id -t 2 -k 19456 -p 1 -l 32 -e`).
#[test]
fn the_reference_implementation_agrees() {
    let ours = hash_at(&password("correct horse battery"), &SALT, SMALL).unwrap();
    assert_eq!(ours, REFERENCE);
}

const REFERENCE: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$cmVkcmVzcy1zYWx0LTE2IQ$FlhH3VsFaLkKspgK7SkgOobiYT6Ooa0lYJvFZn/IQzE";

#[test]
fn full_width_and_half_width_are_one_password() {
    let stored = hash_at(&password("ｃｏｒｒｅｃｔ　ｈｏｒｓｅ１２３"), &SALT, SMALL).unwrap();
    assert!(check(&password("correct horse123"), Some(&stored)).unwrap().holds);
}

#[test]
fn the_same_password_with_another_salt_is_another_hash() {
    let other = *b"another-salt-16!";
    let make = |salt| hash_at(&password("correct horse battery"), salt, SMALL).unwrap();
    assert_ne!(make(&SALT), make(&other));
}

/// NIST SP 800-63B 5.1.1.2: a floor and a ceiling, no composition; what is expected is refused.
#[test]
fn what_a_new_password_must_be() {
    assert!(Password::new("three old boats at noon", "wang.lawyer").is_ok());
    assert!(Password::new("床前明月光疑是地上霜举头", "wang.lawyer").is_ok());
    assert_eq!(refused("short-one-1"), "rights-password-short");
    assert_eq!(refused("床前明月光"), "rights-password-short");
    assert_eq!(refused(&"ab1-".repeat(300)), "rights-password-long");
    assert_eq!(refused("three old\u{7}boats at noon"), "rights-password-control");
    assert_eq!(refused("123456789012"), "rights-password-guessable");
    assert_eq!(refused("wang.lawyer2026"), "rights-password-guessable");
    // What is short as typed may be long enough in one form, and what grows beyond the ceiling is refused.
    assert_eq!(refused(&"\u{FDFA}".repeat(40)), "rights-password-long");
    assert!(Password::typed(&"x".repeat(MOST_BYTES)).is_ok());
    assert_eq!(
        Password::typed(&"x".repeat(MOST_BYTES + 1)).unwrap_err().finding.code,
        "rights-password-long"
    );
}

#[test]
fn a_weaker_hash_is_to_be_made_anew() {
    let stored = hash_at(&password("correct horse battery"), &SALT, SMALL).unwrap();
    let checked = check(&password("correct horse battery"), Some(&stored)).unwrap();
    assert!(checked.holds && checked.rehash);
}

/// Whoever can write into the table of accounts must not be able to stop the machine, or to weaken a hash
/// to nothing.
#[test]
fn a_stored_hash_that_is_not_ours_is_refused_by_name() {
    let good = hash_at(&password("correct horse battery"), &SALT, SMALL).unwrap();
    let bad = [
        good.replace("m=19456", "m=4194304"),
        good.replace("m=19456", "m=8"),
        good.replace("t=2", "t=4000000"),
        good.replace("argon2id", "argon2i"),
        good.replace("v=19", "v=16"),
        good.rsplit_once('$').unwrap().0.to_owned(),
        "$argon2id$v=19$m=19456,t=2,p=1$cmVkcmVzcy1zYWx0LTE2IQ$AAAAAAAA".to_owned(),
        "plain text".to_owned(),
        String::new(),
    ];
    for stored in bad {
        let refused = check(&password("correct horse battery"), Some(&stored)).unwrap_err();
        assert_eq!(refused.finding.code, "rights-hash-unreadable", "{stored}");
    }
    let cheap = Cost { memory: 64, passes: 1, lanes: 1 };
    assert_eq!(hash_at(&password("x"), &SALT, cheap).unwrap_err().finding.code, "rights-hashing-failed");
}

/// The work of an unknown account is the work of a known one: the same cost (a hash for nobody that was
/// cheaper than today's would be to be made anew), and the time of it. Times are compared loosely, because
/// machines are busy: what must not be is an answer without the work.
#[test]
#[expect(clippy::disallowed_methods, reason = "this test is about time")]
fn an_unknown_account_costs_the_same_work() {
    let wrong = password("a wrong password");
    let stored = hash(&password("three old boats at noon"), &SALT).unwrap();
    assert_eq!(check(&wrong, None).unwrap(), check(&wrong, Some(&stored)).unwrap());
    let time = |stored: Option<&str>| {
        let runs = (0..5).map(|_| {
            let start = Instant::now();
            assert!(!check(&wrong, stored).unwrap().holds);
            start.elapsed()
        });
        runs.min().unwrap()
    };
    let (known, unknown) = (time(Some(&stored)), time(None));
    assert!(unknown < known * 3 && known < unknown * 3, "known {known:?}, unknown {unknown:?}");
}

#[test]
fn a_password_never_prints() {
    let password = password("three old boats at noon");
    assert_eq!(format!("{password:?}"), "Password(▮▮▮)");
}
