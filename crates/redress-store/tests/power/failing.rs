//! A disk without room, one that fails, one that reads too little: one refusal, and the case goes on.

use crate::chance::Chance;
use crate::disk::{Fault, Lie};
use crate::script::{Bench, SCRIPTS, say};
use crate::vfs::disk;
use std::collections::BTreeMap;

/// Runs every script with the fault at every place that `faults` names, looks at the case without a loss
/// of power and with one, and says which refusals came.
fn at_every_place(what: &str, faults: impl Fn(u64, u64) -> Vec<Fault>) {
    let mut codes: BTreeMap<String, u64> = BTreeMap::new();
    let (mut runs, mut struck) = (0, 0);
    for script in SCRIPTS {
        let bench = Bench::new(script);
        let (calls, reads) = bench.extent();
        for fault in faults(calls, reads) {
            for draw in 0..4 {
                let said = bench.run(fault, Lie::None, draw);
                struck += u64::from(disk(|disk| disk.struck > 0));
                for code in &said.codes {
                    *codes.entry(code.clone()).or_default() += 1;
                }
                if draw % 2 == 1 {
                    let mut chance = Chance(draw);
                    disk(|disk| *disk = disk.after_power_loss(&mut chance));
                }
                let end = bench.check(&said);
                assert_eq!(end, Ok(()), "{}: {fault:?}, draw {draw}: {:?}", script.name, said.codes);
                runs += 1;
            }
        }
    }
    say(&format!("{what}: {runs} runs, {struck} struck, nothing lost; told {codes:?}"));
    assert!(struck > runs / 2, "{struck} of {runs}");
}

#[test]
fn a_disk_that_is_full_from_any_call_on_loses_nothing() {
    at_every_place("no room", |calls, _| {
        (0..calls).flat_map(|call| [1, 3, u64::MAX].map(|many| Fault::Full(call, many))).collect()
    });
}

#[test]
fn a_call_that_fails_loses_nothing() {
    at_every_place("a failing call", |calls, _| (0..calls).map(Fault::Broken).collect());
}

#[test]
fn a_read_that_is_cut_short_loses_nothing() {
    at_every_place("a short read", |_, reads| (0..reads).map(Fault::ShortRead).collect());
}
