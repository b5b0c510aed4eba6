//! Lists the pages of `/law` so that the crate embeds them; each page is a source of the build.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script reads and writes files; the room itself receives text"
)]

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../law");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut pages = Vec::new();
    walk(&root, &mut pages)?;
    pages.sort();
    let mut out = String::from(
        "/// The pages of the law book: path inside `law/`, text.\nconst PAGES: &[(&str, &str)] = &[\n",
    );
    for page in &pages {
        println!("cargo::rerun-if-changed={}", page.display());
        let name = page.strip_prefix(&root)?.to_string_lossy().replace('\\', "/");
        writeln!(out, "    ({name:?}, include_str!({:?})),", page.display().to_string())?;
    }
    out.push_str("];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("pages.rs"), out)?;
    Ok(())
}

fn walk(folder: &Path, pages: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            println!("cargo::rerun-if-changed={}", path.display());
            walk(&path, pages)?;
        } else if path.extension().is_some_and(|ext| ext == "md")
            && path.file_name().is_some_and(|n| n != "README.md")
        {
            pages.push(path);
        }
    }
    Ok(())
}
