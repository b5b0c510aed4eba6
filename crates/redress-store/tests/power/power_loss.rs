//! The power goes at every call, and once more while the case is opened again.

use crate::chance::Chance;
use crate::disk::{Fault, Lie};
use crate::script::{Bench, SCRIPTS, Script, say};
use crate::vfs::disk;

/// Draws of what survives, for each call of each script.
const DRAWS: u64 = 16;
/// Runs with everything drawn.
const SEEDS: u64 = 6_000;

/// One run: how it ends, whether the power went again during the opening, and whether something that
/// was refused is there all the same (which is allowed: the answer was lost, not the entry).
fn run(bench: &Bench, call: u64, lie: Lie, again: Option<u64>, chance: &mut Chance) -> Result<(), String> {
    let said = bench.run(Fault::PowerOff(call), lie, chance.next());
    if let Some(call) = again {
        // Whether this opening comes to its end or not, the next one must.
        let _ = bench.power_back(Fault::PowerOff(call), chance);
    }
    disk(|disk| *disk = disk.after_power_loss(chance));
    bench.check(&said)
}

fn every_call(script: Script) -> u64 {
    let bench = Bench::new(script);
    let (calls, _) = bench.extent();
    let mut runs = 0;
    for call in 0..=calls {
        for draw in 0..DRAWS {
            let mut chance = Chance(call << 16 | draw);
            // Every other time the power goes again, at a call of the recovery.
            let again = (draw % 2 == 1).then(|| chance.below(12));
            if let Err(lost) = run(&bench, call, Lie::None, again, &mut chance) {
                panic!("{}: call {call}, draw {draw}, again {again:?}: {lost}", script.name);
            }
            runs += 1;
        }
    }
    say(&format!("power loss, {}: {calls} calls, {runs} runs, nothing lost", script.name));
    runs
}

#[test]
fn at_every_call_of_every_script_nothing_acknowledged_is_lost() {
    let runs: u64 = SCRIPTS.into_iter().map(every_call).sum();
    assert!(runs > 3_000, "{runs}");
}

#[test]
fn at_drawn_calls_nothing_acknowledged_is_lost() {
    let benches = SCRIPTS.map(|script| {
        let bench = Bench::new(script);
        let (calls, _) = bench.extent();
        (bench, calls)
    });
    let mut chance = Chance(20_260_301);
    for number in 0..SEEDS {
        let seed = chance.next();
        let mut chance = Chance(seed);
        let (bench, calls) = &benches[usize::try_from(chance.below(5)).unwrap()];
        let call = chance.below(calls + 1);
        let again = (chance.below(3) == 0).then(|| chance.below(16));
        if let Err(lost) = run(bench, call, Lie::None, again, &mut chance) {
            panic!("run {number}, seed {seed}, {}, call {call}, {again:?}: {lost}", bench.script.name);
        }
    }
    say(&format!("power loss at drawn calls: {SEEDS} runs, nothing lost"));
}

/// Every call of an opening that rolls an interrupted append back.
#[test]
fn at_every_call_of_the_recovery_nothing_acknowledged_is_lost() {
    let mut runs = 0;
    for script in [SCRIPTS[2], SCRIPTS[4]] {
        let bench = Bench::new(script);
        let (calls, _) = bench.extent();
        for call in 0..calls {
            for again in 0..8 {
                for draw in 0..3 {
                    let mut chance = Chance(call << 20 | again << 8 | draw);
                    let end = run(&bench, call, Lie::None, Some(again), &mut chance);
                    assert_eq!(end, Ok(()), "{}: call {call}, then {again}, draw {draw}", script.name);
                    runs += 1;
                }
            }
        }
    }
    say(&format!("power loss during recovery: {runs} runs, nothing lost"));
}

/// The tests can fail: a disk that lies about flushing loses entries, and so does one that forgets the
/// folder, which is what `synchronous=FULL` would leave to chance and `EXTRA` does not.
#[test]
fn a_disk_that_lies_is_found_out() {
    for (lie, what) in [(Lie::Files, "files"), (Lie::Folder, "the folder")] {
        let (mut lost, mut runs) = (0, 0);
        for script in [SCRIPTS[1], SCRIPTS[4]] {
            let bench = Bench::new(script);
            let (calls, _) = bench.extent();
            for call in 0..=calls {
                for draw in 0..6 {
                    let mut chance = Chance(call << 16 | draw);
                    lost += u64::from(run(&bench, call, lie, None, &mut chance).is_err());
                    runs += 1;
                }
            }
        }
        say(&format!(
            "a disk that does not flush {what}: {lost} of {runs} runs lose something, as they must"
        ));
        assert!(lost > runs / 50, "{lost} of {runs}");
    }
}
