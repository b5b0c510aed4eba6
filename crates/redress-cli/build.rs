//! Embeds the example case, so that an installed program can show it without the repository.

use std::io::Write;
use std::path::{Path, PathBuf};

fn main() -> std::io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/courier-rumour");
    println!("cargo:rerun-if-changed={}", root.display());
    let mut files = vec![root.join("answers.toml"), root.join("case.toml")];
    for folder in ["material", "mappings"] {
        walk(&root.join(folder), &mut files)?;
    }
    files.sort();
    let out = PathBuf::from(std::env::var("OUT_DIR").unwrap_or_default()).join("example.rs");
    let mut out = std::fs::File::create(out)?;
    writeln!(out, "/// Path below the example's folder, and bytes.")?;
    writeln!(out, "static FILES: &[(&str, &[u8])] = &[")?;
    for file in files {
        println!("cargo:rerun-if-changed={}", file.display());
        let name = file.strip_prefix(&root).map(|path| path.to_string_lossy().replace('\\', "/"));
        writeln!(out, "    ({:?}, include_bytes!({:?})),", name.unwrap_or_default(), file)?;
    }
    writeln!(out, "];")
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            println!("cargo:rerun-if-changed={}", path.display());
            walk(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
