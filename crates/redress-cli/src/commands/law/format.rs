//! `redress law fmt`: the one layout of rules, in pages on the disk.

use super::whole;
use crate::commands::Session;
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_store::Sources;
use std::path::{Path, PathBuf};

/// Lays out the rules of pages; with `--check` only says which ones would change.
///
/// # Errors
/// `Input` where a page cannot be read or its rules cannot be laid out, or, with `--check`, where one would change.
pub(crate) fn run(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let mut changed = Vec::new();
    let mut seen = 0usize;
    for root in own.get_many::<PathBuf>("pages").into_iter().flatten() {
        for page in pages(root)? {
            seen += 1;
            let text = whole(&page)?;
            let name = page.display().to_string();
            let laid =
                redress_law::format_page(&name, &text).map_err(|finding| finding.refuse(Fault::Input))?;
            if laid == text {
                continue;
            }
            if !own.get_flag("check") {
                redress_store::replace(&page, laid.as_bytes())?;
            }
            session.out.line(&name);
            changed.push(name);
        }
    }
    let counted = [("pages", seen.into()), ("changed", changed.len().into())];
    session.out.chat("cli-law-formatted", &counted);
    session.out.document(&crate::documents::Formatted {
        schema: "redress/formatted/1",
        pages: seen,
        changed: changed.clone(),
    });
    match changed.first() {
        Some(first) if own.get_flag("check") => {
            Err(Finding::error("cli-not-formatted").with("path", first.as_str()).refuse(Fault::Input))
        }
        _ => Ok(()),
    }
}

/// The Markdown files under a path, or the file itself.
fn pages(root: &Path) -> Result<Vec<PathBuf>, Refusal> {
    if !root.is_dir() {
        return Ok(vec![root.to_path_buf()]);
    }
    let sources = Sources::at(root)?;
    let names = sources.files().iter().map(|file| file.name.as_str());
    Ok(names.filter(|name| name.ends_with(".md")).map(|name| root.join(name)).collect())
}
