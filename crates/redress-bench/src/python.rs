//! A Python with the peers that are Python packages, at the versions that are named here.

use crate::Problem;
use crate::table::Table;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A peer that comes as a Python package.
pub(crate) struct Peer {
    /// The package, as pip names it.
    pub(crate) name: &'static str,
    /// The version that is measured.
    pub(crate) version: &'static str,
    /// What a script imports.
    module: &'static str,
    /// What pip has to be asked for beside it.
    beside: &'static [&'static str],
}

pub(crate) const RENSA: Peer = Peer { name: "rensa", version: "0.5.0", module: "rensa", beside: &[] };
pub(crate) const DATASKETCH: Peer =
    Peer { name: "datasketch", version: "2.0.0", module: "datasketch", beside: &[] };
pub(crate) const OPENFISCA: Peer = Peer {
    name: "OpenFisca-Core",
    version: "46.0.1",
    module: "openfisca_core, openfisca_web_api",
    beside: &[],
};
pub(crate) const ZEN: Peer = Peer { name: "zen-engine", version: "2.1.3", module: "zen", beside: &[] };

pub(crate) const BAGIT: Peer =
    Peer { name: "bagit", version: "1.9.0", module: "bagit", beside: &["setuptools<81"] };

/// A Python, and those of the wanted peers that it has.
pub(crate) struct Python {
    program: Option<PathBuf>,
    has: Vec<&'static str>,
}

impl Python {
    /// The Python that `REDRESS_BENCH_PYTHON` names, or a fresh environment with what pip gives. A peer that is
    /// absent, or there in another version, is skipped by name.
    pub(crate) fn with(peers: &[&'static Peer], work: &Path, table: &mut Table) -> Result<Python, Problem> {
        let program = match std::env::var_os("REDRESS_BENCH_PYTHON") {
            Some(named) => Some(PathBuf::from(named)),
            None => fresh(peers, work)?,
        };
        let mut has = Vec::new();
        for peer in peers {
            let found = program.as_deref().and_then(|program| version(program, peer));
            if found.as_deref() == Some(peer.version) {
                has.push(peer.name);
            } else {
                let wanted = format!("{}=={}", peer.name, peer.version);
                let why = match found {
                    Some(other) => format!("this Python has {other}, measured is {wanted}"),
                    None => format!(
                        "this Python does not have it (pip install {wanted}, or REDRESS_BENCH_PYTHON)"
                    ),
                };
                table.skip(peer.name, &why);
            }
        }
        Ok(Python { program, has })
    }

    /// A command that runs a script, if there is a Python and the peer is in it.
    pub(crate) fn run(&self, peer: &Peer, script: &Path) -> Option<Command> {
        let program = self.program.as_ref().filter(|_| self.has.contains(&peer.name))?;
        let mut command = Command::new(program);
        command.arg(script);
        Some(command)
    }
}

/// A fresh environment; without a network it stays empty. Each peer by itself: one may fail where another does not.
fn fresh(peers: &[&'static Peer], work: &Path) -> Result<Option<PathBuf>, Problem> {
    let folder = work.join("python");
    let made = Command::new("python3").arg("-m").arg("venv").arg(&folder).output();
    if !made.is_ok_and(|made| made.status.success()) {
        return Ok(None);
    }
    let python = folder.join("bin/python");
    for peer in peers {
        let mut pip = Command::new(&python);
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        let _installed = pip.arg(format!("{}=={}", peer.name, peer.version)).args(peer.beside).output()?;
    }
    Ok(Some(python))
}

/// The version that a Python has of a peer that it can import.
fn version(program: &Path, peer: &Peer) -> Option<String> {
    let ask = format!(
        "import importlib.metadata, {}; print(importlib.metadata.version({:?}))",
        peer.module, peer.name
    );
    let tried =
        Command::new(program).args(["-c", &ask]).output().ok().filter(|tried| tried.status.success())?;
    Some(String::from_utf8_lossy(&tried.stdout).trim().to_owned())
}
