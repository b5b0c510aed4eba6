//! The repository as it lies on the disk: its text files, and the Rust files of each room.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold no source: build output, history, what a demo wrote.
const NOT_OURS: [&str; 3] = ["target", ".git", "redress-demo"];

pub(crate) struct File {
    /// Relative to the repository, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().parent().unwrap().to_path_buf()
}

pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Whether this run writes what is derived instead of comparing it.
pub(crate) fn writing() -> bool {
    std::env::var_os("REDRESS_HOUSE_WRITE").is_some()
}

/// Every text file of the repository, in order. Files that are not UTF-8 are material, not text.
pub(crate) fn files() -> Vec<File> {
    let mut found = Vec::new();
    gather(&root(), "", &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn gather(folder: &Path, prefix: &str, found: &mut Vec<File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        let kind = entry.file_type().unwrap();
        if kind.is_dir() && !NOT_OURS.contains(&name.as_str()) {
            gather(&entry.path(), &format!("{path}/"), found);
        } else if kind.is_file()
            && let Ok(text) = fs::read_to_string(entry.path())
        {
            found.push(File { path, text });
        }
    }
}

/// Every Rust file under `crates/`.
pub(crate) fn rust_files() -> Vec<File> {
    files()
        .into_iter()
        .filter(|file| file.path.starts_with("crates/") && file.path.ends_with(".rs"))
        .collect()
}

/// The room of a path under `crates/`: `store` of `crates/redress-store/src/lib.rs`.
pub(crate) fn room(path: &str) -> &str {
    let name = path.split('/').nth(1).unwrap_or_default();
    name.strip_prefix("redress-").unwrap_or(name)
}

/// The part of a source file that is in the product: what comes before its own tests.
pub(crate) fn product_part(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod ").next().unwrap_or(text)
}

/// The files that are in the product: `src` of every room but those for development.
pub(crate) fn product_files() -> Vec<File> {
    let plan = crate::plan::read();
    rust_files()
        .into_iter()
        .filter(|file| file.path.split('/').nth(2) == Some("src"))
        .filter(|file| {
            plan.room.get(room(&file.path)).is_some_and(|room| room.kind != crate::plan::Kind::Dev)
        })
        .map(|file| File { text: product_part(&file.text).to_owned(), path: file.path })
        .collect()
}
