//! More than one writer: one holds the case, and whatever they do, the chain stays one.

use crate::Place;
use crate::words::{append, told, whole};
use redress_base::Fault;
use redress_base::Refusal;
use redress_workbench::ports::Store;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;
use std::time::{Duration, Instant};

/// Entries that each racer adds.
const EACH: usize = 12;
/// Racers.
const RACERS: usize = 4;
/// Nobody waits longer for the case.
const PATIENCE: Duration = Duration::from_secs(60);

/// Plays the other process: `open` opens its case, `job` is what [`Place::other_process`] was given. Prints
/// a line for everything acknowledged.
pub fn act(job: &str, open: &dyn Fn() -> Result<Box<dyn Store>, Refusal>) {
    // Whatever the test harness has begun to print stays on a line of its own.
    say("");
    match job.split_once(' ') {
        None => {
            let mut store = open().unwrap();
            append(&mut *store, "from the other process").unwrap();
            say("held");
            let mut line = String::new();
            std::io::stdin().read_line(&mut line).unwrap();
        }
        Some((_, name)) => race(name, open, &|what| say(&format!("added {what}"))),
    }
}

fn say(words: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{words}").unwrap();
    out.flush().unwrap();
}

/// Adds entries, opening the case for each of them as soon as nobody else holds it.
fn race(name: &str, open: &dyn Fn() -> Result<Box<dyn Store>, Refusal>, added: &dyn Fn(&str)) {
    for number in 0..EACH {
        let what = format!("{name}-{number}");
        let begun = Instant::now();
        loop {
            match open().and_then(|mut store| append(&mut *store, &what)) {
                Ok(()) => break,
                Err(refusal) if refusal.fault == Fault::Busy && begun.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(2));
                }
                Err(refusal) => panic!("{name}: {refusal}"),
            }
        }
        added(&what);
    }
}

/// What every racer was told is in is there once, on one chain.
fn check(place: &dyn Place, names: &[String]) {
    let lines = whole(&*place.open(false).unwrap());
    let wanted: BTreeSet<String> =
        names.iter().flat_map(|name| (0..EACH).map(move |number| format!("{name}-{number}"))).collect();
    let found: Vec<&str> = lines.iter().filter_map(|line| line.split('"').nth_back(1)).collect();
    assert_eq!(found.len(), wanted.len());
    assert!(found.iter().all(|what| wanted.contains(*what)), "{found:?}");
    assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len());
}

/// Threads that take the case from each other.
pub fn racing_threads_never_fork_the_chain(place: &dyn Place) {
    let names: Vec<String> = (0..RACERS).map(|racer| format!("thread-{racer}")).collect();
    std::thread::scope(|scope| {
        for name in &names {
            scope.spawn(move || race(name, &|| place.open(true), &|_| {}));
        }
    });
    check(place, &names);
}

/// Processes that take the case from each other.
pub fn racing_processes_never_fork_the_chain(place: &dyn Place) {
    let names: Vec<String> = (0..2).map(|racer| format!("process-{racer}")).collect();
    let started: Vec<_> = names
        .iter()
        .map(|name| place.other_process(&format!("race {name}")).stdout(Stdio::piped()).spawn().unwrap())
        .collect();
    for mut racer in started {
        let mut said = String::new();
        racer.stdout.take().unwrap().read_to_string(&mut said).unwrap();
        assert!(racer.wait().unwrap().success(), "{said}");
        assert_eq!(said.lines().filter(|line| line.starts_with("added ")).count(), EACH, "{said}");
    }
    check(place, &names);
}

/// One writer, in this process or in another one.
pub fn a_second_writer_is_refused_until_the_first_one_ends(place: &dyn Place) {
    let first = place.open(true).unwrap();
    assert_eq!(told(place.open(true)), "Busy busy");
    drop(first);
    let mut other = place.other_process("hold").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut out = BufReader::new(other.stdout.take().unwrap());
    let mut said = String::new();
    while !said.ends_with("held\n") {
        assert_ne!(out.read_line(&mut said).unwrap(), 0, "{said}");
    }
    assert_eq!(told(place.open(true)), "Busy busy");
    drop(other.stdin.take());
    assert!(other.wait().unwrap().success());
    // A server may notice a moment later that the other process has gone.
    let begun = Instant::now();
    let mut store = loop {
        match place.open(true) {
            Ok(store) => break store,
            Err(refusal) if refusal.fault == Fault::Busy && begun.elapsed() < PATIENCE => {}
            Err(refusal) => panic!("{refusal}"),
        }
    };
    append(&mut *store, "after it").unwrap();
    assert_eq!(whole(&*store).len(), 2);
}
