//! The files that a person adds: one file, or every plain file of a folder, in a fixed order.

use crate::tree::{Kind, Listed, Tree, open_named, shown};
use redress_base::{Fault, Finding, Refusal};
use std::fs::File;
use std::path::{Path, PathBuf};

/// One file to take in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name: for a file of a folder the path below that folder, with `/`. Odd bytes of a name that
    /// is not UTF-8 show as U+FFFD; hostile characters are for the intake room to clean.
    pub name: String,
    /// Its length when it was listed.
    pub bytes: u64,
    listed: Option<Listed>,
}

#[derive(Debug)]
enum From {
    File(PathBuf),
    Folder(Tree),
}

/// The files under one path that a person named.
#[derive(Debug)]
pub struct Sources {
    from: From,
    files: Vec<Source>,
    findings: Vec<Finding>,
}

impl Sources {
    /// Looks at the path. A link is not followed, neither here nor inside a folder.
    ///
    /// # Errors
    /// `Input`: nothing is there, it is neither a plain file nor a folder, or it cannot be read.
    pub fn at(path: &Path) -> Result<Sources, Refusal> {
        let meta = path.symlink_metadata();
        if meta.as_ref().is_ok_and(std::fs::Metadata::is_dir) {
            let tree = Tree::at(path)?;
            let (files, findings) = sort_out(tree.list()?);
            return Ok(Sources { from: From::Folder(tree), files, findings });
        }
        let bytes = open_named(path)?.metadata().map_or(0, |meta| meta.len());
        let file = Source { name: shown(path), bytes, listed: None };
        Ok(Sources { from: From::File(path.to_path_buf()), files: vec![file], findings: Vec::new() })
    }

    /// The files, in byte order of their paths.
    pub fn files(&self) -> &[Source] {
        &self.files
    }

    /// What was left out, by name: links, pipes and devices, folders that cannot be read.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Opens one of the files.
    ///
    /// # Errors
    /// `Input`: it has vanished, has become something else, or cannot be read.
    pub fn open(&self, source: &Source) -> Result<File, Refusal> {
        match (&self.from, &source.listed) {
            (From::Folder(tree), Some(listed)) => tree.open_listed(listed),
            (From::File(path), None) => open_named(path),
            // A source of another list.
            _ => Err(Finding::error("store-file-vanished")
                .with("file", source.name.as_str())
                .refuse(Fault::Input)),
        }
    }
}

fn sort_out(listed: Vec<Listed>) -> (Vec<Source>, Vec<Finding>) {
    let mut files = Vec::new();
    let mut findings = Vec::new();
    for one in listed {
        let left_out = match one.kind {
            Kind::File => {
                if !one.is_text() {
                    findings.push(Finding::note("store-name-not-text").with("file", one.path.as_str()));
                }
                files.push(Source { name: one.path.clone(), bytes: one.bytes, listed: Some(one) });
                continue;
            }
            Kind::Link => Finding::warning("store-skipped-link"),
            Kind::Special => Finding::warning("store-skipped-special"),
            Kind::Unreadable => Finding::warning("store-skipped-unreadable"),
        };
        findings.push(left_out.with("file", one.path));
    }
    (files, findings)
}
