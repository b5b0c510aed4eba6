//! A clock that was set back: an entry whose time lies before that of the entry ahead of it.
//!
//! The ledger is in the order of its lines, which the chain fixes; times are what a clock said. So such an entry is made as
//! the clock has it and put nowhere else, and it is told: whoever reads the times has to know that one of two clocks was wrong.

use crate::{CustodyLink, Ledger};
use redress_base::{Finding, Stamp};

/// What is told where an entry is made at `now` behind the last one of `ledger`; nothing where time goes on.
pub fn set_back(ledger: &Ledger, now: Stamp) -> Option<Finding> {
    let last = ledger.entries.last()?;
    told(last.seq.saturating_add(1), now, last.at)
}

/// The links of a chain of custody that are dated before the one ahead of them.
pub fn ran_back(links: &[CustodyLink]) -> Vec<Finding> {
    let pairs = links.iter().zip(links.iter().skip(1));
    pairs.filter_map(|(last, link)| told(link.entry, link.when, last.when)).collect()
}

fn told(entry: u64, now: Stamp, last: Stamp) -> Option<Finding> {
    let found = || Finding::warning("case-clock-set-back").with("entry", entry);
    let back = now.at < last.at;
    back.then(|| found().with("last", last.at.beijing_text()).with("now", now.at.beijing_text()))
}

#[cfg(test)]
mod tests {
    use super::{ran_back, set_back};
    use crate::{Ledger, What, chain, chain_of_custody};
    use redress_base::{Instant, Level, Stamp, TimeSource};

    fn at(second: i64) -> Stamp {
        Stamp { at: Instant(second), source: TimeSource::SystemClock }
    }

    #[test]
    fn an_earlier_time_is_told_and_the_same_or_a_later_one_is_not() {
        let empty = Ledger::read::<&str>(&[]).unwrap();
        assert_eq!(set_back(&empty, at(0)), None);
        let opened =
            What::Opened { case_id: "rd-1".into(), cover: "Spring".into(), software: "redress 0".into() };
        let mut ledger = Ledger::read(&chain(&empty, at(1_767_600_000), "A", vec![opened]).unwrap()).unwrap();
        for later in [1_767_600_000, 1_767_600_001] {
            assert_eq!(set_back(&ledger, at(later)), None);
        }
        let told = set_back(&ledger, at(1_767_599_999)).unwrap();
        assert_eq!((told.level, told.args["entry"].clone()), (Level::Warning, 2_u64.into()));
        assert_eq!(told.args["now"], "2026-01-05T15:59:59+08:00".into());
        // Once it stands there, the chain of custody tells the same of it.
        for (second, name) in [(1_767_599_999, "One"), (1_767_599_999, "Two")] {
            let renamed = What::Renamed { cover: name.into() };
            ledger.push(&chain(&ledger, at(second), "A", vec![renamed]).unwrap()[0]).unwrap();
        }
        let exported = ["a", "b"].map(|_| What::Packed { checkpoint: String::new(), to: vec![] });
        ledger.push(&chain(&ledger, at(1_767_600_009), "A", vec![exported[0].clone()]).unwrap()[0]).unwrap();
        ledger.push(&chain(&ledger, at(1_767_600_000), "A", vec![exported[1].clone()]).unwrap()[0]).unwrap();
        let back = ran_back(&chain_of_custody(&ledger, None));
        assert_eq!(back.len(), 1);
        assert_eq!(back[0].args["entry"], 5_u64.into());
    }
}
