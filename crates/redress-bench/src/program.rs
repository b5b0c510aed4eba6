//! The `redress` program under measurement: given, or built beside this one.

use crate::Problem;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Finds the program. Without a path it is built first, so that what is measured is what is checked out.
pub(crate) fn find(given: Option<&str>) -> Result<PathBuf, Problem> {
    if let Some(path) = given {
        return Ok(Path::new(path).canonicalize().map_err(|error| format!("{path}: {error}"))?);
    }
    let own = std::env::current_exe()?;
    let beside = own.with_file_name("redress");
    if let Some(cargo) = std::env::var_os("CARGO") {
        let profile = own.parent().and_then(Path::file_name).is_some_and(|folder| folder == "release");
        let mut build = Command::new(cargo);
        build
            .args(["build", "--quiet", "-p", "redress-cli", "-p", "redress-verify"])
            .args(profile.then_some("--release"));
        if !build.status()?.success() {
            return Err("redress-cli does not build".into());
        }
    }
    if beside.is_file() {
        return Ok(beside);
    }
    Err(format!("no redress program beside {}; build redress-cli or say --redress PATH", own.display())
        .into())
}
