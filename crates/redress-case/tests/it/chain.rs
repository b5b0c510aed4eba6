//! No byte of a ledger can be changed unseen.

use crate::kept;
use redress_base::Arg;
use redress_case::{Ledger, State, What};

/// Changes every byte of every line in three ways: the refusal names that line or the one after it; a change of the
/// last line, which nothing follows, changes the head that the store, the manifest and the checkpoints hold.
#[test]
fn every_changed_byte_is_found_and_its_place_named() {
    let good = &kept(2)[..14];
    let head = Ledger::read(good).unwrap().head;
    let (mut named, mut last) = (0, 0);
    for (at, line) in good.iter().enumerate() {
        for byte in 0..line.len() {
            for change in [1u8, 2, 32] {
                let mut bytes = line.as_bytes().to_vec();
                bytes[byte] ^= change;
                // What is no text does not reach the ledger: the store and the case file refuse it before.
                let Ok(changed) = String::from_utf8(bytes) else { continue };
                let mut lines: Vec<&str> = good.to_vec();
                lines[at] = &changed;
                match Ledger::read(&lines) {
                    Ok(ledger) => {
                        assert!(at + 1 == good.len() && ledger.head != head, "line {at} byte {byte}");
                        last += 1;
                    }
                    Err(refusal) => {
                        let told = &refusal.finding.args["line"];
                        let right = [Arg::from(at + 1), Arg::from(at + 2)].contains(told);
                        assert!(right, "line {} byte {byte}: {told:?}", at + 1);
                        named += 1;
                    }
                }
            }
        }
    }
    assert!(named > 10_000 && last > 100, "{named} {last}");
}

#[test]
fn lines_cannot_be_dropped_doubled_swapped_or_put_in() {
    let good = kept(2);
    let broken = |lines: &[&str], at: usize| {
        let refusal = Ledger::read(lines).unwrap_err();
        assert_eq!(refusal.finding.code, "case-ledger-chain-broken");
        assert_eq!(refusal.finding.args["line"], Arg::from(at + 1));
    };
    for at in 0..good.len() - 1 {
        let mut dropped = good.clone();
        dropped.remove(at);
        broken(&dropped, at);
        let mut swapped = good.clone();
        swapped.swap(at, at + 1);
        broken(&swapped, at);
        let mut doubled = good.clone();
        doubled.insert(at + 1, good[at]);
        broken(&doubled, at + 1);
        let mut put_in = good.clone();
        put_in.insert(at + 1, kept(1)[at + 1]);
        broken(&put_in, at + 1);
    }
}

/// Files of a bundle are named by the form of a paper: a ledger from elsewhere names no path by it.
#[test]
fn a_form_that_is_no_form_is_refused_with_its_entry() {
    let good = Ledger::read(&kept(3)).unwrap();
    assert!(State::fold(&good).is_ok());
    let at = good.entries.iter().position(|one| matches!(one.what, What::DrawnUp { .. })).unwrap();
    let long = "x".repeat(61);
    for id in ["../x", "", "a/b", "A", "诉状", "a.b", "a\u{0}", &long] {
        let mut ledger = good.clone();
        let What::DrawnUp { paper } = &mut ledger.entries[at].what else { panic!() };
        paper.form = id.to_owned();
        let refusal = State::fold(&ledger).unwrap_err();
        assert_eq!(refusal.finding.code, "case-ledger-form", "{id:?}");
        assert_eq!(refusal.finding.args["line"], Arg::from(at + 1));
    }
}
