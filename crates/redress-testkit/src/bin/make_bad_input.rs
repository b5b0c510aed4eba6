//! Writes `vectors/bad-input/`: `make-bad-input OUT`.
#![expect(clippy::print_stderr, reason = "a maker that people run by hand speaks to them")]

use redress_testkit::bad_input;
use std::path::PathBuf;
use std::process::ExitCode;

fn run(out: PathBuf) -> Result<usize, Box<dyn std::error::Error>> {
    std::fs::create_dir_all(&out)?;
    let files = bad_input::files()?;
    for file in &files {
        std::fs::write(out.join(file.name), &file.bytes)?;
    }
    Ok(files.len())
}

fn main() -> ExitCode {
    let Some(out) = std::env::args_os().nth(1) else {
        eprintln!("usage: make-bad-input OUT");
        return ExitCode::from(2);
    };
    match run(PathBuf::from(out)) {
        Ok(files) => {
            eprintln!("{files} files written");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
