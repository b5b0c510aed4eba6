//! Embeds every file of `locales/`, so that the program carries its sentences.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a build script reads the repository; the room itself does not"
)]

use std::io::Write;
use std::path::{Path, PathBuf};

fn main() -> std::io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    println!("cargo:rerun-if-changed={}", root.display());
    let out = PathBuf::from(std::env::var("OUT_DIR").unwrap_or_default()).join("locales.rs");
    let mut out = std::fs::File::create(out)?;
    for (name, folder) in [("ZH_HANS", "zh-Hans"), ("EN", "en")] {
        let folder = root.join(folder);
        println!("cargo:rerun-if-changed={}", folder.display());
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(&folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending == "ftl"));
        files.sort();
        writeln!(out, "static {name}: &[(&str, &str)] = &[")?;
        for file in files {
            println!("cargo:rerun-if-changed={}", file.display());
            let stem = file.file_stem().unwrap_or_default().to_string_lossy();
            writeln!(out, "    ({stem:?}, include_str!({file:?})),")?;
        }
        writeln!(out, "];")?;
    }
    Ok(())
}
