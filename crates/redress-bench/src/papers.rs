//! Papers: the full set of the example case, an evidence list of 1,000 exhibits, and LibreOffice turning the same DOCX
//! into PDF, in the same run.

use crate::Problem;
use crate::meter::{self, Use, median};
use crate::table::Table;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Wall time of the full set, seconds.
const FULL_SET: f64 = 3.0;
/// Wall time of 1,000 rows, seconds.
const ROWS: f64 = 5.0;
/// Exhibits of the long list.
const EXHIBITS: usize = 1_000;

/// Interleaved repeats of each; medians.
pub(crate) fn bench(redress: &Path, repeats: usize, table: &mut Table) -> Result<(), Problem> {
    let work = tempfile::tempdir()?;
    let at = |name: &str| work.path().join(name);
    table.heading(&format!("papers, {repeats} repeats, medians"));
    meter::run(Command::new(redress).args(["demo", "-q", "--out"]).arg(at("demo")))?;
    let case = at("demo").join("case");
    let mut sets = Vec::new();
    for repeat in 0..repeats {
        let out = at(&format!("set-{repeat}"));
        let mut command = Command::new(redress);
        command.args(["draft", "-q"]).arg(&case).args(["--all", "--format", "pdf", "--out"]).arg(&out);
        sets.push(meter::run(&mut command)?.0);
    }
    let papers = fs::read_dir(at("set-0"))?.count();
    table.bar(&format!("{papers} papers of the example case, PDF"), wall(&sets), FULL_SET, "s");
    table.line("    CPU time, memory", &used(&sets));
    long_list(redress, repeats, work.path(), table)
}

fn long_list(redress: &Path, repeats: usize, work: &Path, table: &mut Table) -> Result<(), Problem> {
    let (case, files) = (work.join("long"), work.join("files"));
    fs::create_dir_all(&files)?;
    for number in 0..EXHIBITS {
        fs::write(files.join(format!("receipt-{number:04}.txt")), format!("exhibit {number}\n"))?;
    }
    meter::run(Command::new(redress).args(["new", "-q", "--cover", "long", "--by", "bench"]).arg(&case))?;
    let mut add = Command::new(redress);
    meter::run(add.args(["add", "-q", "--role", "paper"]).arg(&case).arg(&files))?;
    // A list as it is handed in: every exhibit has its object of proof.
    let answers = work.join("answers.toml");
    let each = (1..=EXHIBITS).map(|number| format!("[exhibits.{number}]\nproves = \"receipt {number}\"\n"));
    let said = each.collect::<String>();
    fs::write(&answers, format!("[evidence-list]\noriginal = \"kept by the applicant\"\n{said}"))?;
    let (mut ours, mut office) = (Vec::new(), Vec::new());
    let there = Command::new("soffice").arg("--version").output().is_ok();
    for repeat in 0..repeats {
        let out = work.join(format!("list-{repeat}"));
        let draft = |format: &str| {
            let mut command = Command::new(redress);
            command.args(["draft", "-q"]).arg(&case).args(["evidence-list", "--format", format, "--out"]);
            command.arg(&out).arg("--answers").arg(&answers);
            command
        };
        ours.push(meter::run(&mut draft("pdf"))?.0);
        if there {
            meter::run(&mut draft("docx"))?;
            let mut convert = Command::new("soffice");
            convert.arg(format!("-env:UserInstallation=file://{}", work.join("soffice").display()));
            convert.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(work.join("converted"));
            convert.arg(out.join("evidence-list.draft.docx"));
            office.push(meter::run(&mut convert)?.0);
        }
    }
    table.bar(&format!("evidence list of {EXHIBITS} exhibits, PDF, with the volume"), wall(&ours), ROWS, "s");
    table.line("    CPU time, memory", &used(&ours));
    if office.is_empty() {
        table.skip("LibreOffice on the same DOCX", "soffice is not installed");
    } else {
        table.line("LibreOffice, the same DOCX to PDF", &used(&office));
        table.line("    ours over LibreOffice, wall", &format!("{:.2}", wall(&ours) / wall(&office)));
    }
    Ok(())
}

fn wall(uses: &[Use]) -> f64 {
    median(uses.iter().map(|used| used.wall))
}

fn used(uses: &[Use]) -> String {
    let cpu = median(uses.iter().map(|used| used.cpu));
    let peak = median(uses.iter().map(|used| used.peak));
    format!("{:.2} s wall, {cpu:.2} s CPU, {:.0} MB", wall(uses), peak / 1e6)
}
