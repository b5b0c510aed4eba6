//! Ten thousand cases with a million entries: opening one, listing and searching all of them.

use crate::Problem;
use crate::appends;
use crate::cabinet::{self, CASES, ENTRIES, place, row, said};
use crate::meter::{median, own_cpu, percentile};
use crate::passage::number;
use crate::table::Table;
use redress_store::{Access, CaseFolder, FolderRegister};
use redress_testkit::Random;
use redress_workbench::ports::{Ask, Order, Quiet, Register, Store};
use std::fs::File;
use std::os::fd::AsRawFd;
use std::path::Path;
use std::time::{Duration, Instant};

/// Milliseconds to open a case and fold its ledger, at the 99th percentile.
const OPEN: f64 = 50.0;
/// Milliseconds to look at every case for changes and to list or search: one thread, and
/// nothing that waits for the disk.
const LIST: f64 = 100.0;
const OPENINGS: usize = 2_000;
const COLD: usize = 500;
const LISTINGS: usize = 40;

/// The whole section. What it writes is taken away at the end.
pub(crate) fn bench(table: &mut Table) -> Result<(), Problem> {
    let work = tempfile::tempdir()?;
    let cabinet = work.path().join("cabinet");
    std::fs::create_dir(&cabinet)?;
    let begun = Instant::now();
    let bytes = cabinet::fill(&cabinet)?;
    table.heading(&format!("{CASES} cases, {ENTRIES} entries on the disk, wall time"));
    table.line(
        "made",
        &format!(
            "{:.0} s; lines of {:.0} bytes on average",
            begun.elapsed().as_secs_f64(),
            number(bytes) / number(ENTRIES as u64)
        ),
    );
    open(&cabinet, table)?;
    register(&cabinet, table)?;
    appends::bench(&cabinet, work.path(), table)
}

pub(crate) fn millis(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1e3
}

/// Median and 99th percentile.
pub(crate) fn spread(times: &[f64]) -> String {
    let at = |hundredth| percentile(times.iter().copied(), hundredth);
    format!("p50 {:.2} ms   p99 {:.2} ms   longest {:.2} ms", median(times.iter().copied()), at(99), at(100))
}

/// Opens drawn cases: lock, whole chain, fold.
fn open(cabinet: &Path, table: &mut Table) -> Result<(), Problem> {
    let mut random = Random::new(137);
    let (mut chain, mut folded, mut cold) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..OPENINGS + COLD {
        let case = place(cabinet, random.place(CASES));
        if round >= OPENINGS {
            forget(&case.join("case.sqlite"))?;
        }
        let begun = Instant::now();
        let store = CaseFolder::open(&case, Access::Write).map_err(said)?;
        let opened = millis(begun);
        row(&store.ledger().map_err(said)?).map_err(said)?;
        if round < OPENINGS {
            chain.push(opened);
            folded.push(millis(begun));
        } else {
            cold.push(millis(begun));
        }
    }
    table.line("open a case, chain checked", &spread(&chain));
    table.line("open a case, chain checked and folded", &spread(&folded));
    table.line("the same, its file not in memory", &spread(&cold));
    table.bar("open and fold, p99", percentile(folded.iter().copied(), 99), OPEN, "ms");
    table.bar("the same, its file not in memory, p99", percentile(cold.iter().copied(), 99), OPEN, "ms");
    Ok(())
}

/// Lets the kernel forget what it holds of a file, so that it is read from the disk.
#[expect(unsafe_code, reason = "posix_fadvise is the only call that empties the cache of one file")]
fn forget(path: &Path) -> Result<(), Problem> {
    let file = File::open(path)?;
    // SAFETY: the descriptor is open for the call.
    let code = unsafe { libc::posix_fadvise(file.as_raw_fd(), 0, 0, libc::POSIX_FADV_DONTNEED) };
    if code == 0 { Ok(()) } else { Err(std::io::Error::from_raw_os_error(code).into()) }
}

/// Lists and searches all cases; each time every case is looked at for changes first.
fn register(cabinet: &Path, table: &mut Table) -> Result<(), Problem> {
    // Whatever was just written counts as young for some seconds and would be read again.
    std::thread::sleep(Duration::from_secs(4));
    let begun = Instant::now();
    let mut register = FolderRegister::open(cabinet).map_err(said)?;
    let done = register.refresh(&mut row, &mut Quiet).map_err(said)?;
    let right = done.cases == CASES as u64 && done.folded == done.cases && done.findings.is_empty();
    table.must(
        "first time: every ledger read and folded",
        right,
        &format!("{:.1} s", begun.elapsed().as_secs_f64()),
    );
    let ask = |words: &str| Ask { words: words.to_owned(), ..Ask::default() };
    let asks: [(&str, Ask, u64); 5] = [
        ("list, latest first", ask(""), CASES as u64),
        (
            "list, next due first, page 20",
            Ask { order: Order::NextDue, skip: 1_000, ..ask("") },
            CASES as u64,
        ),
        ("search by a word of the cover", ask("白鹭"), 0),
        ("search by part of a document number", ask("沪0115刑初777"), 11),
        (
            "filter by mark and state",
            Ask { mark: Some("key".into()), states: vec![("private".into(), None)], ..ask("") },
            100,
        ),
    ];
    for (name, ask, wanted) in asks {
        let mut times = Vec::new();
        let mut total = 0;
        for _ in 0..LISTINGS {
            let begun = Instant::now();
            // As a command does it: opened, every case looked at, answered.
            let mut register = FolderRegister::open(cabinet).map_err(said)?;
            let done = register.refresh(&mut row, &mut Quiet).map_err(said)?;
            total = register.list(&ask).map_err(said)?.total;
            times.push(millis(begun));
            if done.folded > 0 {
                return Err(format!("{} rows were read again for nothing", done.folded).into());
            }
        }
        table.line(name, &format!("{}   {total} found", spread(&times)));
        table.bar(&format!("{name}, p99"), percentile(times.iter().copied(), 99), LIST, "ms");
        table.must(
            &format!("{name}, count"),
            wanted == 0 && total > 0 || total == wanted,
            &total.to_string(),
        );
    }
    let used = own_cpu()?;
    for _ in 0..LISTINGS {
        register.refresh(&mut row, &mut Quiet).map_err(said)?;
    }
    let looked = (own_cpu()? - used) * 1e3 / number(LISTINGS as u64);
    table.line("of that, looking at every case for changes", &format!("{looked:.2} ms of CPU"));
    Ok(())
}
