//! Evidence: bags made and validated beside bagit.py, many files and one long file digested beside OpenSSL, the example
//! bundle verified, and the memory of all of it.

use crate::Problem;
use crate::hashing::{openssl_pass, same};
use crate::meter::{self, Use, median};
use crate::python::{BAGIT, Python};
use crate::table::Table;
use redress_evidence::hash::{Also, digest_streams};
use redress_testkit::Random;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Our CPU over that of bagit.py, many small files: SM3 is computed too.
const BAG: f64 = 0.1;
/// Our CPU over that of OpenSSL's two passes, many files.
const MANY: f64 = 0.4;
/// Our wall time over that of OpenSSL's slower digest alone, one long file.
const LONG: f64 = 1.0;
/// Wall time of verifying the example bundle, milliseconds.
const EXAMPLE: f64 = 100.0;
/// Megabytes (10^6) of any of our processes.
const MEMORY: f64 = 100.0;
/// Bytes of the long file.
const LONG_BYTES: u64 = 4 << 30;

/// The programs that are measured.
struct Programs<'p> {
    redress: &'p Path,
    verify: PathBuf,
    python: &'p Python,
    bagit: PathBuf,
}

/// The whole section.
pub(crate) fn bench(redress: &Path, repeats: usize, table: &mut Table) -> Result<(), Problem> {
    let work = tempfile::tempdir()?;
    let python = Python::with(&[&BAGIT], work.path(), table)?;
    let bagit = work.path().join("bagit_program.py");
    fs::write(&bagit, "import bagit\nbagit.main()\n")?;
    let verify = redress.with_file_name("redress-verify");
    if !verify.is_file() {
        return Err(format!("no redress-verify beside {}; build it too", redress.display()).into());
    }
    let programs = Programs { redress, verify, python: &python, bagit };
    let mut peak: f64 = 0.0;
    let small = work.path().join("small");
    fill(&small, 20_000, &|random| 100 + random.below(900))?;
    table.heading(&format!("20,000 small files, {repeats} interleaved repeats, medians of CPU time"));
    bags(&programs, &small, repeats, Some(BAG), &mut peak, table)?;
    fs::remove_dir_all(&small)?;
    let middle = work.path().join("middle");
    fill(&middle, 3_000, &|_| 100_000)?;
    table.heading(&format!("3,000 files of 100 kB, {repeats} interleaved repeats, medians of CPU time"));
    bags(&programs, &middle, repeats, None, &mut peak, table)?;
    digests(&middle, repeats, &mut peak, table)?;
    fs::remove_dir_all(&middle)?;
    long(work.path(), repeats.min(3), &mut peak, table)?;
    example(&programs, work.path(), repeats, &mut peak, table)?;
    table.bar("memory of any of our processes", peak / 1e6, MEMORY, "MB");
    Ok(())
}

/// Files of seeded bytes, a hundred to a folder.
fn fill(folder: &Path, count: u64, length: &dyn Fn(&mut Random) -> u64) -> Result<(), Problem> {
    let mut random = Random::new(count);
    for number in 0..count {
        let below = folder.join(format!("{:03}", number / 100));
        fs::create_dir_all(&below)?;
        let bytes: Vec<u8> =
            (0..length(&mut random)).map(|_| u8::try_from(random.below(256)).unwrap_or_default()).collect();
        fs::write(below.join(format!("file-{number:05}.bin")), bytes)?;
    }
    Ok(())
}

/// A bag made and validated by us and by bagit.py, by turns, of the same folder; it is put back after each.
fn bags(
    programs: &Programs<'_>,
    folder: &Path,
    repeats: usize,
    bar: Option<f64>,
    peak: &mut f64,
    table: &mut Table,
) -> Result<(), Problem> {
    let bag = folder.with_extension("bag");
    let (mut made, mut checked) = (Vec::new(), Vec::new());
    let (mut peer_made, mut peer_checked) = (Vec::new(), Vec::new());
    for _ in 0..repeats {
        let mut make = Command::new(programs.redress);
        made.push(meter::run(make.args(["bag", "-q"]).arg(folder).arg(&bag))?.0);
        checked.push(meter::run(Command::new(&programs.verify).arg(&bag))?.0);
        fs::rename(bag.join("data"), folder)?;
        fs::remove_dir_all(&bag)?;
        let Some(mut make) = programs.python.run(&BAGIT, &programs.bagit) else { continue };
        peer_made.push(meter::run(make.args(["--quiet", "--sha256", "--sha512"]).arg(folder))?.0);
        let Some(mut check) = programs.python.run(&BAGIT, &programs.bagit) else { continue };
        peer_checked.push(meter::run(check.args(["--quiet", "--validate"]).arg(folder))?.0);
        let aside = folder.with_extension("aside");
        fs::rename(folder.join("data"), &aside)?;
        fs::remove_dir_all(folder)?;
        fs::rename(&aside, folder)?;
    }
    for (what, ours, peers) in [("make", &made, &peer_made), ("validate", &checked, &peer_checked)] {
        *peak = ours.iter().map(|used| used.peak).fold(*peak, f64::max);
        table.line(&format!("redress, {what}, SHA-256, SHA-512, SM3"), &spent(ours));
        if peers.is_empty() {
            continue;
        }
        table.line(&format!("bagit.py, {what}, SHA-256, SHA-512"), &spent(peers));
        let (name, ratio) = (format!("redress / bagit.py, {what}"), cpu(ours) / cpu(peers));
        match bar {
            Some(bar) => table.bar(&name, ratio, bar, "x"),
            None => table.line(&name, &format!("{ratio:.3} x")),
        }
    }
    Ok(())
}

fn cpu(uses: &[Use]) -> f64 {
    median(uses.iter().map(|used| used.cpu))
}

fn spent(uses: &[Use]) -> String {
    let (wall, peak) =
        (median(uses.iter().map(|used| used.wall)), uses.iter().map(|used| used.peak).fold(0.0, f64::max));
    format!("{:.3} s CPU, {wall:.3} s wall, {:.0} MB", cpu(uses), peak / 1e6)
}

/// Every file below a folder, in order.
fn below(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let (mut open, mut files) = (vec![folder.to_path_buf()], Vec::new());
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { open.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

/// What each used, by turns, and whether all digests agreed.
struct Turns {
    ours: Vec<Use>,
    sha256: Vec<Use>,
    sm3: Vec<Use>,
    agree: bool,
}

/// Both digests of these files by us and by OpenSSL, by turns.
fn turns(
    folder: &Path,
    files: &[PathBuf],
    repeats: usize,
    peak: &mut f64,
    table: &mut Table,
) -> Result<Turns, Problem> {
    let mut turns = Turns { ours: Vec::new(), sha256: Vec::new(), sm3: Vec::new(), agree: true };
    for _ in 0..repeats {
        let (used, printed) = own(folder)?;
        turns.ours.push(used);
        let (used, left) = openssl_pass("-sha256", files)?;
        turns.sha256.push(used);
        let (used, right) = openssl_pass("-sm3", files)?;
        turns.sm3.push(used);
        turns.agree &= same(&printed, &left, &right);
    }
    *peak = turns.ours.iter().map(|used| used.peak).fold(*peak, f64::max);
    table.line("redress, SHA-256 and SM3, one reading", &spent(&turns.ours));
    table.line("openssl dgst -sha256", &spent(&turns.sha256));
    table.line("openssl dgst -sm3", &spent(&turns.sm3));
    Ok(turns)
}

/// SHA-256 and SM3 of many files in one reading, beside OpenSSL's two passes.
fn digests(folder: &Path, repeats: usize, peak: &mut f64, table: &mut Table) -> Result<(), Problem> {
    let files = below(folder)?;
    let Turns { ours, sha256, sm3, agree } = turns(folder, &files, repeats, peak, table)?;
    table.bar("redress / OpenSSL's two passes", cpu(&ours) / (cpu(&sha256) + cpu(&sm3)), MANY, "x");
    table.must("our digests and OpenSSL's", agree, "compared file by file");
    Ok(())
}

/// One long file: nothing can be divided but the two digests from each other.
fn long(work: &Path, repeats: usize, peak: &mut f64, table: &mut Table) -> Result<(), Problem> {
    table.heading(&format!("one file of 4 GiB, {repeats} interleaved repeats, medians"));
    let folder = work.join("long");
    fs::create_dir(&folder)?;
    let path = folder.join("video.bin");
    let (mut file, mut random) = (File::create(&path)?, Random::new(4));
    let mut block: Vec<u8> =
        (0..1 << 20).map(|_| u8::try_from(random.below(256)).unwrap_or_default()).collect();
    for number in 0..LONG_BYTES >> 20 {
        for (slot, byte) in block.iter_mut().zip(number.to_le_bytes()) {
            *slot = byte;
        }
        file.write_all(&block)?;
    }
    drop(file);
    let files = [path];
    let Turns { ours, sha256, sm3, agree } = turns(&folder, &files, repeats, peak, table)?;
    let wall = |uses: &[Use]| median(uses.iter().map(|used| used.wall));
    let slower = wall(&sha256).max(wall(&sm3));
    table.bar("redress / OpenSSL's slower digest, wall time", wall(&ours) / slower, LONG, "x");
    let both = cpu(&ours) / (cpu(&sha256) + cpu(&sm3));
    table.line("redress / OpenSSL's two passes, CPU time", &format!("{both:.3} x"));
    table.must("our digests and OpenSSL's", agree, "compared");
    fs::remove_dir_all(folder)?;
    Ok(())
}

/// The example bundle, by the program that a stranger uses.
fn example(
    programs: &Programs<'_>,
    work: &Path,
    repeats: usize,
    peak: &mut f64,
    table: &mut Table,
) -> Result<(), Problem> {
    table.heading(&format!("the example bundle, {repeats} repeats, medians"));
    let demo = work.join("demo");
    meter::run(Command::new(programs.redress).args(["demo", "-q", "--out"]).arg(&demo))?;
    let mut uses = Vec::new();
    for _ in 0..repeats {
        uses.push(meter::run(Command::new(&programs.verify).arg(demo.join("bundle")))?.0);
    }
    *peak = uses.iter().map(|used| used.peak).fold(*peak, f64::max);
    table.line("redress-verify", &spent(&uses));
    let wall = median(uses.iter().map(|used| used.wall));
    table.bar("verification of the example bundle, wall time", wall * 1e3, EXAMPLE, "ms");
    Ok(())
}

fn own(folder: &Path) -> Result<(Use, String), Problem> {
    meter::run(Command::new(std::env::current_exe()?).arg("part-digests").arg(folder))
}

/// `part-digests FOLDER`: prints both digests of every file below it, each read once where it lies.
#[expect(clippy::print_stdout, reason = "the parent process reads it")]
pub(crate) fn part(folder: Option<&String>) -> Result<bool, Problem> {
    let files = below(Path::new(folder.ok_or("part-digests FOLDER")?))?;
    let mut whole = true;
    digest_streams(
        Also::Nothing,
        &mut |place| {
            let path = files.get(place)?;
            // One that cannot be opened reads as an empty one, and is told by its digests.
            Some(match File::open(path) {
                Ok(file) => Box::new(file) as Box<dyn Read>,
                Err(_) => Box::new(std::io::empty()),
            })
        },
        &mut |place, sums| match (files.get(place), sums) {
            (Some(path), Ok(sums)) => {
                println!("{} {} {}", sums.digests.sha256, sums.digests.sm3, path.display());
            }
            _ => whole = false,
        },
    );
    Ok(whole)
}
