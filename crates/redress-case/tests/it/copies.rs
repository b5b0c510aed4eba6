//! Two copies of one case are told apart at exactly the entry at which they went apart.

use crate::kept;
use redress_case::{Copies, Decision, Ledger, What, chain, compare};

/// The first `common` kept lines, and then so many decisions of that author.
fn copy(common: usize, more: usize, by: &str) -> Vec<String> {
    let mut lines: Vec<String> = kept(2)[..common].iter().map(|line| (*line).to_owned()).collect();
    for at in 0..more {
        let ledger = Ledger::read(&lines).unwrap();
        let at_time = ledger.entries.last().unwrap().at;
        let said = |what: &str| format!("{what} {at}");
        let decision = Decision {
            question: said("question"),
            answer: said("answer"),
            reason: said("reason"),
            items: vec![],
        };
        lines.extend(chain(&ledger, at_time, by, vec![What::Decided { decision }]).unwrap());
    }
    lines
}

fn stand(this: &[String], other: &[String]) -> Copies {
    compare((&Ledger::read(this).unwrap(), this), (&Ledger::read(other).unwrap(), other))
}

#[test]
fn every_place_of_divergence_is_named() {
    for common in 1..=kept(2).len() {
        for (mine, theirs) in [(0, 0), (0, 2), (3, 0), (1, 1), (2, 3)] {
            let (this, other) = (copy(common, mine, "A"), copy(common, theirs, "B"));
            let (base, left, right) = (common as u64, mine as u64, theirs as u64);
            match stand(&this, &other) {
                Copies::Same { entries } => assert_eq!((entries, left, right), (base, 0, 0)),
                Copies::OtherAhead { common, more } => assert_eq!((common, 0, more), (base, left, right)),
                Copies::ThisAhead { common, more } => assert_eq!((common, more, 0), (base, left, right)),
                Copies::Apart { common, this, other } => {
                    assert_eq!((common, this.len(), other.len()), (base, mine, theirs));
                    assert!(this.iter().all(|line| line.by == "A" && line.kind == "decided"));
                    assert!(other.iter().all(|line| line.by == "B" && line.seq > base));
                }
                Copies::Foreign { .. } => panic!("the same case"),
            }
        }
    }
}

#[test]
fn another_case_is_another_case() {
    let (this, other) =
        (copy(5, 0, "A"), kept(1)[..5].iter().map(|line| (*line).to_owned()).collect::<Vec<_>>());
    assert!(matches!(stand(&this, &other), Copies::Foreign { .. }));
}
