//! Posts that say the same: our exact join against MinHash peers from Python, on the same file.

use crate::Problem;
use crate::meter::{self, Use, median};
use crate::passage::{MAPPING, export_for, number};
use crate::python::{DATASKETCH, Peer, Python, RENSA};
use crate::table::Table;
use redress_analysis::{Params, statements};
use redress_base::ItemId;
use redress_posts::{Corpus, Mapping, NoTables, read};
use std::fs;
use std::path::PathBuf;
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
    let python = Python::with(&[&RENSA, &DATASKETCH], work.path(), table)?;
    let peers = [&RENSA, &DATASKETCH];
    let mut ours: Vec<(Use, u64)> = Vec::new();
    let mut theirs = [Vec::new(), Vec::new()];
    for _ in 0..repeats {
        let mut own = Command::new(std::env::current_exe()?);
        ours.push(counted(own.arg("part-cluster").arg(work.path().join("export")))?);
        for (peer, runs) in peers.iter().zip(&mut theirs) {
            if let Some(mut command) = python.run(peer, &script) {
                runs.push(counted(command.arg(peer.name).args(&files))?);
            }
        }
    }
    report(&ours, truth.shared_statements, &peers, &theirs, table);
    Ok(())
}

fn report(ours: &[(Use, u64)], planted: u64, peers: &[&Peer], theirs: &[Vec<(Use, u64)>], table: &mut Table) {
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
    for (Peer { name: peer, .. }, runs) in peers.iter().zip(theirs).filter(|(_, runs)| !runs.is_empty()) {
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
