//! Writes the material of the example case: `make-courier-rumour OUT`.
#![expect(clippy::print_stderr, reason = "a maker that people run by hand speaks to them")]

use redress_testkit::courier;
use std::path::PathBuf;
use std::process::ExitCode;

fn run(out: PathBuf) -> Result<usize, Box<dyn std::error::Error>> {
    let files = courier::material()?;
    for file in &files {
        let path = out.join(file.path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, &file.bytes)?;
    }
    Ok(files.len())
}

fn main() -> ExitCode {
    let Some(out) = std::env::args_os().nth(1) else {
        eprintln!("usage: make-courier-rumour OUT");
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
