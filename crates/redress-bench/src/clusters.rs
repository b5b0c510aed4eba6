//! Posts that say the same: our exact join against MinHash peers from Python, on the same file.

use crate::Problem;
use crate::meter::{self, Use, median};
use crate::passage::{MAPPING, export_for, number};
use crate::table::Table;
use redress_analysis::{Params, statements};
use redress_base::ItemId;
use redress_posts::{Corpus, Mapping, NoTables, read};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Posts whose texts are compared.
const POSTS: u64 = 100_000;
const PEERS: &str = include_str!("peers/clusters.py");

/// Peers that this machine's Python can install or has; each is skipped by name where it is absent.
pub(crate) fn bench(repeats: usize, table: &mut Table) -> Result<(), Problem> {
    let work = tempfile::tempdir()?;
    let (truth, files) = export_for(POSTS, work.path())?;
    table.heading(&format!(
        "posts that say the same: {POSTS} posts, {repeats} interleaved repeats, medians of CPU time"
    ));
    table.line(
        "planted",
        &format!("{} clusters of two or more, {} with single ones", truth.shared_statements, truth.clusters),
    );
    let script = work.path().join("clusters.py");
    fs::write(&script, PEERS)?;
    let python = python(work.path())?;
    let peers: Vec<&str> = match &python {
        Some(python) => ["rensa", "datasketch"].into_iter().filter(|peer| has(python, peer)).collect(),
        None => Vec::new(),
    };
    for absent in ["rensa", "datasketch"].iter().filter(|peer| !peers.contains(peer)) {
        table.line(absent, "skipped: this Python does not have it (pip install, or REDRESS_BENCH_PYTHON)");
    }
    let mut ours: Vec<(Use, u64)> = Vec::new();
    let mut theirs: Vec<Vec<(Use, u64)>> = vec![Vec::new(); peers.len()];
    for _ in 0..repeats {
        let mut own = Command::new(std::env::current_exe()?);
        ours.push(counted(own.arg("part-cluster").arg(work.path().join("export")))?);
        for (peer, runs) in peers.iter().zip(&mut theirs) {
            let Some(python) = &python else { continue };
            runs.push(counted(Command::new(python).arg(&script).arg(peer).args(&files))?);
        }
    }
    report(&ours, truth.shared_statements, &peers, &theirs, table);
    Ok(())
}

fn report(ours: &[(Use, u64)], planted: u64, peers: &[&str], theirs: &[Vec<(Use, u64)>], table: &mut Table) {
    let middle = |runs: &[(Use, u64)]| median(runs.iter().map(|(used, _)| used.cpu));
    let peak = |runs: &[(Use, u64)]| median(runs.iter().map(|(used, _)| used.peak)) / 1e6;
    let found = |runs: &[(Use, u64)]| runs.first().map_or(0, |(_, found)| *found);
    let own = middle(ours);
    let rate = number(POSTS) / own;
    table.line(
        "redress, exact, with reading the files",
        &format!("{own:.3} s   {rate:.0} posts/s   peak {:.0} MB", peak(ours)),
    );
    table.must(
        "clusters of two or more found",
        found(ours) == planted,
        &format!("{} of {planted}", found(ours)),
    );
    for (peer, runs) in peers.iter().zip(theirs) {
        let cpu = middle(runs);
        let text = format!(
            "{cpu:.3} s   peak {:.0} MB   {} clusters   redress / {peer} = {:.3} x",
            peak(runs),
            found(runs),
            own / cpu
        );
        table.line(&format!("{peer}, MinHash 128, verified"), &text);
    }
}

/// Runs a command that prints how many clusters of two or more it found.
fn counted(command: &mut Command) -> Result<(Use, u64), Problem> {
    let (used, printed) = meter::run(command)?;
    Ok((used, printed.trim().parse()?))
}

/// A Python that may have the peers: the one that is named, or a fresh environment with what pip gives.
fn python(work: &Path) -> Result<Option<PathBuf>, Problem> {
    if let Some(named) = std::env::var_os("REDRESS_BENCH_PYTHON") {
        return Ok(Some(PathBuf::from(named)));
    }
    let folder = work.join("python");
    let made = Command::new("python3").arg("-m").arg("venv").arg(&folder).output();
    if !made.is_ok_and(|made| made.status.success()) {
        return Ok(None);
    }
    let python = folder.join("bin/python");
    // Without a network this fails, and the peers are skipped by name.
    let _installed = Command::new(&python)
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "rensa==0.5.0",
            "datasketch==2.0.0",
        ])
        .output()?;
    Ok(Some(python))
}

fn has(python: &Path, peer: &str) -> bool {
    let tried = Command::new(python).args(["-c", &format!("import {peer}")]).output();
    tried.is_ok_and(|tried| tried.status.success())
}

/// `part-cluster FOLDER`: reads the export and prints the number of clusters of two or more.
#[expect(clippy::print_stdout, reason = "the parent process reads it")]
pub(crate) fn part(folder: Option<&String>) -> Result<bool, Problem> {
    let folder = PathBuf::from(folder.ok_or("part-cluster FOLDER")?);
    let mapping = Mapping::parse(MAPPING).map_err(|refusal| refusal.to_string())?;
    let mut paths = vec![folder.join("articles.csv")];
    for entry in fs::read_dir(folder.join("weibo"))? {
        paths.push(entry?.path());
    }
    paths.sort();
    let mut corpus = Corpus::default();
    for (number, path) in (1u32..).zip(paths) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mapping = (name == "articles.csv").then_some(&mapping);
        let bytes = fs::read(&path)?;
        let report = read(ItemId(number), &name, &bytes, mapping, &NoTables, &mut corpus);
        report.map_err(|refusal| refusal.to_string())?;
    }
    let found = statements(&corpus, &Params::default());
    println!("{}", found.list().iter().filter(|statement| statement.members.len() > 1).count());
    Ok(true)
}
