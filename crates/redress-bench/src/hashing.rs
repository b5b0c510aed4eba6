//! SHA-256 and SM3 of the files of a case: our single reading against OpenSSL's two, and against
//! coreutils' one of SHA-256 alone.

use crate::Problem;
use crate::meter::{self, Use, median};
use crate::passage::{export_for, number};
use crate::table::Table;
use redress_evidence::hash;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Our CPU over the CPU of OpenSSL's two passes.
const RATIO: f64 = 1.1;
/// As sealing does it: files are held until this many bytes are there, then digested side by side.
const BATCH: usize = 64 << 20;
/// Posts of the export whose files are hashed: about 90 MB.
const POSTS: u64 = 250_000;

/// The way of each digest in hexadecimal, by file.
pub(crate) type Digests = BTreeMap<PathBuf, String>;

/// Interleaved repeats; the bar is on the ratio of medians.
pub(crate) fn bench(repeats: usize, table: &mut Table) -> Result<(), Problem> {
    let work = tempfile::tempdir()?;
    let (truth, files) = export_for(POSTS, work.path())?;
    table.heading(&format!(
        "hashing {} files, {:.1} MB, {repeats} interleaved repeats, medians of CPU time",
        files.len(),
        number(truth.bytes) / 1e6
    ));
    let mut ours = Vec::new();
    let mut openssl = [Vec::new(), Vec::new()];
    let mut coreutils = Vec::new();
    let mut agree = true;
    for _ in 0..repeats {
        let mut own = Command::new(std::env::current_exe()?);
        let (used, printed) = meter::run(own.arg("part-hash").arg(work.path().join("export")))?;
        ours.push(used);
        let sha256 = openssl_pass("-sha256", &files)?;
        let sm3 = openssl_pass("-sm3", &files)?;
        agree &= same(&printed, &sha256.1, &sm3.1);
        openssl[0].push(sha256.0);
        openssl[1].push(sm3.0);
        let (used, _) = meter::run(Command::new("sha256sum").args(&files))?;
        coreutils.push(used);
    }
    report(&ours, &openssl, &coreutils, truth.bytes, table);
    table.must("our digests and OpenSSL's", agree, "compared file by file");
    Ok(())
}

fn report(ours: &[Use], openssl: &[Vec<Use>; 2], coreutils: &[Use], bytes: u64, table: &mut Table) {
    let middle = |uses: &[Use]| median(uses.iter().map(|used| used.cpu));
    let [sha256, sm3] = openssl.each_ref().map(|uses| middle(uses));
    let (own, sum) = (middle(ours), middle(coreutils));
    let rate = |cpu: f64| format!("{cpu:.3} s   {:.2} GB/s", number(bytes) / 1e9 / cpu);
    table.line("redress, SHA-256 and SM3, one reading", &rate(own));
    table.line("openssl dgst -sha256", &rate(sha256));
    table.line("openssl dgst -sm3", &rate(sm3));
    table.line("coreutils sha256sum", &rate(sum));
    table.bar("redress / OpenSSL's two passes", own / (sha256 + sm3), RATIO, "x");
    table.line("redress (both) / sha256sum (one)", &format!("{:.2} x", own / sum));
}

pub(crate) fn openssl_pass(digest: &str, files: &[PathBuf]) -> Result<(Use, Digests), Problem> {
    let (used, printed) = meter::run(Command::new("openssl").arg("dgst").arg(digest).arg("-r").args(files))?;
    let digests = printed
        .lines()
        .filter_map(|line| line.split_once(" *"))
        .map(|(hex, path)| (PathBuf::from(path), hex.to_owned()))
        .collect();
    Ok((used, digests))
}

/// Whether every printed line says what OpenSSL said, of every file.
pub(crate) fn same(printed: &str, sha256: &Digests, sm3: &Digests) -> bool {
    let mut seen = 0;
    let agree = printed.lines().all(|line| {
        let mut words = line.splitn(3, ' ');
        let (Some(a), Some(b), Some(path)) = (words.next(), words.next(), words.next()) else { return false };
        seen += 1;
        let is =
            |digests: &Digests, hex: &str| digests.get(Path::new(path)).is_some_and(|known| known == hex);
        is(sha256, a) && is(sm3, b)
    });
    agree && seen > 0 && seen == sha256.len() && seen == sm3.len()
}

/// `part-hash FOLDER`: prints both digests of every file below it.
#[expect(clippy::print_stdout, reason = "the parent process reads it")]
pub(crate) fn part(folder: Option<&String>) -> Result<bool, Problem> {
    let folder = PathBuf::from(folder.ok_or("part-hash FOLDER")?);
    let mut paths = vec![folder.join("articles.csv")];
    for entry in fs::read_dir(folder.join("weibo"))? {
        paths.push(entry?.path());
    }
    paths.sort();
    let mut batch: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    let mut held = 0;
    let count = paths.len();
    for (at, path) in paths.into_iter().enumerate() {
        let bytes = fs::read(&path)?;
        held += bytes.len();
        batch.push((path, bytes));
        if held >= BATCH || at + 1 == count {
            let views: Vec<&[u8]> = batch.iter().map(|(_, bytes)| bytes.as_slice()).collect();
            for ((path, _), digests) in batch.iter().zip(hash::digest_many(&views)) {
                println!("{} {} {}", digests.sha256, digests.sm3, path.display());
            }
            batch.clear();
            held = 0;
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::{Digests, same};

    #[test]
    fn a_wrong_or_missing_digest_is_seen() {
        let of = |hex: &str| Digests::from([("a b".into(), hex.to_owned())]);
        assert!(same("11 22 a b\n", &of("11"), &of("22")));
        assert!(!same("11 23 a b\n", &of("11"), &of("22")));
        assert!(!same("", &of("11"), &of("22")));
        assert!(!same("", &Digests::new(), &Digests::new()));
    }
}
