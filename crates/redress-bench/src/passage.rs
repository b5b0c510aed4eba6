//! The whole passage with the built program: new, add, assess; and what `measure` costs by itself.

use crate::meter::{self, Use};
use crate::table::Table;
use crate::{Problem, meter::median};
use redress_testkit::export::{Plan, Truth, write};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// 58,000 posts end to end: seconds of CPU.
const GUIDING_CASE_CPU: f64 = 2.0;
/// 1,000,000 posts: gigabytes (10^9) of resident memory in any step.
const MILLION_PEAK: f64 = 1.5;

/// How the export's table of articles is read.
pub(crate) const MAPPING: &str = include_str!("../../../examples/courier-rumour/mappings/articles.toml");

/// One run of every step.
struct Passage {
    /// `new`, `add` twice (posts, articles), `assess`; `assess` measures.
    whole: Use,
    add: Use,
    measure: Use,
    assess: Use,
}

/// 58,000 posts, repeated; the bar is on the median.
pub(crate) fn guiding_case(redress: &Path, repeats: usize, table: &mut Table) -> Result<(), Problem> {
    let work = tempfile::tempdir()?;
    let truth = export(Plan::GUIDING_CASE, work.path())?;
    table.heading(&format!("58,000 posts, {repeats} runs, medians"));
    described(&truth, table);
    let mut runs = Vec::new();
    for run in 0..repeats {
        runs.push(passage(redress, work.path(), &format!("case-{run}"))?);
    }
    let cpu = median(runs.iter().map(|run| run.whole.cpu));
    table.bar("import + seal + measure + assess, CPU", cpu, GUIDING_CASE_CPU, "s");
    steps(&truth, &runs, cpu, table);
    counted(redress, &work.path().join("case-0"), &truth, table)
}

/// 1,000,000 posts, once; the bar is on memory.
pub(crate) fn million(redress: &Path, table: &mut Table) -> Result<(), Problem> {
    let work = tempfile::tempdir()?;
    let truth = export(Plan::MILLION, work.path())?;
    table.heading("1,000,000 posts, one run");
    described(&truth, table);
    let run = passage(redress, work.path(), "case-0")?;
    table.bar("peak memory of any step", run.whole.peak.max(run.measure.peak) / 1e9, MILLION_PEAK, "GB");
    let cpu = run.whole.cpu;
    steps(&truth, std::slice::from_ref(&run), cpu, table);
    counted(redress, &work.path().join("case-0"), &truth, table)
}

/// A folder with a case of 58,000 posts, for whoever looks at it in a browser.
pub(crate) fn browsed(redress: &Path, work: &Path) -> Result<PathBuf, Problem> {
    export(Plan::GUIDING_CASE, work)?;
    let folder = work.join("cases");
    fs::create_dir(&folder)?;
    passage(redress, work, "cases/case")?;
    Ok(folder)
}

/// The export is made in a process of its own: this one stays small, since a child's peak memory
/// begins with its parent's.
fn export(plan: Plan, work: &Path) -> Result<Truth, Problem> {
    let folder = work.join("export");
    fs::create_dir(&folder)?;
    fs::write(work.join("articles.toml"), MAPPING)?;
    let numbers = [plan.posts, plan.days, plan.seed].map(|n| n.to_string());
    let mut maker = Command::new(std::env::current_exe()?);
    let (_, printed) = meter::run(maker.arg("part-export").arg(&folder).args(&numbers))?;
    Ok(serde_json::from_str(&printed)?)
}

/// `part-export FOLDER POSTS DAYS SEED`: writes the export and prints its truth.
#[expect(clippy::print_stdout, reason = "the parent process reads it")]
pub(crate) fn part(words: &[String]) -> Result<bool, Problem> {
    let [_, folder, posts, days, seed] = words else {
        return Err("part-export FOLDER POSTS DAYS SEED".into());
    };
    let plan = Plan { posts: posts.parse()?, days: days.parse()?, seed: seed.parse()? };
    println!("{}", serde_json::to_string(&write(plan, Path::new(folder))?)?);
    Ok(true)
}

fn passage(redress: &Path, work: &Path, name: &str) -> Result<Passage, Problem> {
    let case = work.join(name);
    let command = |words: &[&str]| -> Command {
        let mut command = Command::new(redress);
        command.arg("--quiet").arg(words.first().copied().unwrap_or_default()).arg(&case);
        command.args(words.iter().skip(1)).current_dir(work).env("REDRESS_BY", "bench");
        command
    };
    let (new, _) = meter::run(&mut command(&["new"]))?;
    let (posts, _) = meter::run(&mut command(&["add", "export/weibo"]))?;
    let (articles, _) =
        meter::run(&mut command(&["add", "export/articles.csv", "--mapping", "articles.toml"]))?;
    let (assess, _) = meter::run(&mut command(&["assess", "--today", "2026-04-20"]))?;
    let (measure, _) = meter::run(&mut command(&["measure"]))?;
    let add = posts.then(articles);
    Ok(Passage { whole: new.then(add).then(assess), add, measure, assess })
}

fn described(truth: &Truth, table: &mut Table) {
    let text = format!(
        "{} posts in {} rows, {} files, {:.1} MB; {} clusters, {} of two or more",
        truth.posts,
        truth.rows,
        truth.files,
        number(truth.bytes) / 1e6,
        truth.clusters,
        truth.shared_statements
    );
    table.line("export", &text);
}

/// One of a run's steps.
type Part = fn(&Passage) -> Use;

fn steps(truth: &Truth, runs: &[Passage], cpu: f64, table: &mut Table) {
    table.line("posts per CPU-second", &format!("{:.0}", number(truth.posts) / cpu));
    let parts: [(&str, Part); 3] = [
        ("add (import + seal)", |run| run.add),
        ("assess (with measure)", |run| run.assess),
        ("measure alone", |run| run.measure),
    ];
    for (name, part) in parts {
        let middle = |value: fn(Use) -> f64| median(runs.iter().map(|run| value(part(run))));
        let (cpu, wall, peak) = (middle(|u| u.cpu), middle(|u| u.wall), middle(|u| u.peak));
        table.line(name, &format!("{cpu:.3} s CPU, {wall:.3} s wall, peak {:.0} MB", peak / 1e6));
    }
}

/// Speed without the right answer is none: the program's own count against the generator's.
fn counted(redress: &Path, case: &Path, truth: &Truth, table: &mut Table) -> Result<(), Problem> {
    let mut command = Command::new(redress);
    let (_, printed) = meter::run(command.args(["--quiet", "--json", "measure"]).arg(case))?;
    let measured: serde_json::Value = serde_json::from_str(&printed)?;
    let figures = measured.get("figures").and_then(serde_json::Value::as_array);
    let posts = figures.and_then(|figures| {
        let figure = figures.iter().find(|figure| figure.get("id").is_some_and(|id| id == "case.posts"))?;
        figure.get("count")?.get("lower")?.as_u64()
    });
    let posts = posts.ok_or("measure gave no figure case.posts")?;
    table.must("posts counted", posts == truth.posts, &format!("{posts} of {}", truth.posts));
    let statements = measured.get("statements_total").and_then(serde_json::Value::as_u64);
    let statements = statements.ok_or("measure gave no statements_total")?;
    table.line("statements as the program counts them", &statements.to_string());
    Ok(())
}

/// A count for a ratio; exact up to 2^53.
pub(crate) fn number(n: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "printed with four digits")]
    let out = n as f64;
    out
}

/// A folder of the workspace's own; deleted at the end.
pub(crate) fn export_for(posts: u64, work: &Path) -> Result<(Truth, Vec<PathBuf>), Problem> {
    let truth = export(Plan { posts, days: 30, seed: 77 }, work)?;
    let mut files = vec![work.join("export/articles.csv")];
    for entry in fs::read_dir(work.join("export/weibo"))? {
        files.push(entry?.path());
    }
    files.sort();
    Ok((truth, files))
}
