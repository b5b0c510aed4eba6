//! The ledger: appended in order, all or nothing, kept byte for byte.

use crate::words::{append, chain, digests, head, line, told, whole};
use crate::{Place, SEED};
use redress_base::Sha256;

const EMPTY: Sha256 = Sha256([0; 32]);

/// What is acknowledged is there when the case is opened again.
pub fn lines_come_back_byte_for_byte_after_reopening(place: &dyn Place) {
    let mut store = place.open(true).unwrap();
    assert_eq!(store.ledger().unwrap(), Vec::<String>::new());
    let lines = chain(0, EMPTY, 3, "开");
    store.append(&lines, &EMPTY).unwrap();
    store.append(&[], &digests(lines[2].as_bytes()).sha256).unwrap();
    assert_eq!(store.ledger().unwrap(), lines);
    drop(store);
    let mut store = place.open(true).unwrap();
    assert_eq!(store.ledger().unwrap(), lines);
    append(&mut *store, "zwei").unwrap();
    drop(store);
    assert_eq!(whole(&*place.open(false).unwrap()).len(), 4);
}

/// Of an append whose last line is bad nothing stays.
pub fn an_append_is_all_or_nothing(place: &dyn Place) {
    let mut store = place.open(true).unwrap();
    let mut lines = chain(0, EMPTY, 5, "x");
    lines.push(lines[0].clone());
    assert_eq!(told(store.append(&lines, &EMPTY)), "Verification chain-broken");
    assert_eq!(store.ledger().unwrap(), Vec::<String>::new());
    lines.pop();
    store.append(&lines, &EMPTY).unwrap();
    drop(store);
    assert_eq!(place.open(false).unwrap().ledger().unwrap(), lines);
}

/// A line has to state the next number and the digest of the line before.
pub fn a_line_that_does_not_follow_is_refused(place: &dyn Place) {
    let mut store = place.open(true).unwrap();
    append(&mut *store, "first").unwrap();
    let (seq, prev) = head(&*store);
    for bad in [
        line(seq, &prev, "the same number"),
        line(seq + 2, &prev, "a gap"),
        line(0, &prev, "nought"),
        line(u64::MAX, &prev, "the last number there is"),
        line(seq + 1, &EMPTY, "another past"),
        line(seq + 1, &prev, "\0"),
        String::new(),
        "no JSON".to_owned(),
        "{}".to_owned(),
        format!(r#"{{"prev":"{prev}","seq":-1}}"#),
        format!(r#"{{"prev":"{prev}","seq":"{}"}}"#, seq + 1),
        format!("{}{{}}", line(seq + 1, &prev, "two things")),
    ] {
        assert_eq!(
            told(store.append(std::slice::from_ref(&bad), &prev)),
            "Verification chain-broken",
            "{bad}"
        );
    }
    assert_eq!(whole(&*store).len(), 1);
    append(&mut *store, "second").unwrap();
}

/// Whoever saw an earlier head adds nothing.
pub fn a_late_writer_is_told_that_the_ledger_has_gone_on(place: &dyn Place) {
    let mut store = place.open(true).unwrap();
    append(&mut *store, "first").unwrap();
    let late = line(1, &EMPTY, "also first");
    for head in [EMPTY, Sha256([1; 32])] {
        assert_eq!(told(store.append(std::slice::from_ref(&late), &head)), "Busy ledger-moved");
    }
    assert_eq!(whole(&*store).len(), 1);
}

/// Nothing that a line can hold breaks out of it, and nothing is changed on the way.
pub fn hostile_words_are_kept_as_they_are(place: &dyn Place) {
    let mut store = place.open(true).unwrap();
    let long = "长".repeat(300_000);
    let words = [
        r"\u0000 nul, \ud800 alone, \udfff\ud800 turned round",
        r#"'); DROP TABLE ledger; --  \" $1 $$ :name ? %s \\x00 E'\\'"#,
        "\u{202e}right to left\u{200b}\u{feff}\u{10ffff}\u{e000}👩‍👩‍👧",
        "e\u{301} and é stay two things, Ａ and A too",
        r"{curly} \\N \\. COPY ledger FROM stdin",
        "\u{7f}\u{80}\u{9f}\u{2028}\u{2029}",
        long.as_str(),
    ];
    let mut given = Vec::new();
    for what in words {
        let (seq, prev) = head(&*store);
        let next = line(seq + 1, &prev, what);
        store.append(std::slice::from_ref(&next), &prev).unwrap();
        given.push(next);
    }
    drop(store);
    assert_eq!(place.open(false).unwrap().ledger().unwrap(), given);
}

/// A long append is one append.
pub fn many_lines_in_one_append(place: &dyn Place) {
    let mut store = place.open(true).unwrap();
    let lines = chain(0, EMPTY, 5_000, "last");
    store.append(&lines, &EMPTY).unwrap();
    append(&mut *store, "after").unwrap();
    assert_eq!(whole(&*store).len(), 5_001);
}

/// A case opened for reading refuses every change and stays as it was.
pub fn reading_changes_nothing(place: &dyn Place) {
    let mut store = place.open(true).unwrap();
    append(&mut *store, "first").unwrap();
    store.put(b"kept", &digests(b"kept")).unwrap();
    drop(store);
    let mut store = place.open(false).unwrap();
    assert_eq!(told(append(&mut *store, "second")), "Storage read-only");
    assert_eq!(told(store.put(b"more", &digests(b"more"))), "Storage read-only");
    assert_eq!(told(store.put_stream(&mut b"more".as_slice(), &mut |_| {})), "Storage read-only");
    assert_eq!(told(store.forget(&digests(b"kept").sha256)), "Storage read-only");
    assert_eq!(store.ledger().unwrap().len(), 1);
    assert_eq!(store.objects().unwrap(), [digests(b"kept").sha256]);
    let other = place.open(false).unwrap();
    assert_eq!(other.ledger().unwrap(), store.ledger().unwrap());
}

/// The key of a case is the one that it was made with.
pub fn the_seed_stays(place: &dyn Place) {
    assert_eq!(place.open(true).unwrap().signing_seed().unwrap(), SEED);
    assert_eq!(place.open(false).unwrap().signing_seed().unwrap(), SEED);
}
