//! Lists the files of `/procedure` so that the crate embeds them, and reads out of the pages of `/law` from which
//! day to which day each article is in force; each file is a source of the build.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script reads and writes files; the room itself receives text"
)]

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../..");
    let mut out =
        String::from("/// The files of `/procedure`: name, text.\nconst FILES: &[(&str, &str)] = &[\n");
    for file in listed(&root.join("procedure"), "toml")? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        writeln!(out, "    ({name:?}, include_str!({:?})),", file.display().to_string())?;
    }
    out.push_str("];\n");
    let folder = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(folder.join("procedures.rs"), out)?;
    let mut out = String::from(
        "/// Articles: instrument, number, first day, day on which it was repealed (or nothing).\n\
         const DATES: &[(&str, &str, &str, &str)] = &[\n",
    );
    for instrument in listed(&root.join("law/cn"), "")? {
        for page in listed(&instrument, "md")? {
            if let Some([instrument, article, from, repealed]) = dates(&fs::read_to_string(&page)?) {
                writeln!(out, "    ({instrument:?}, {article:?}, {from:?}, {repealed:?}),")?;
            }
        }
    }
    out.push_str("];\n");
    fs::write(folder.join("dates.rs"), out)?;
    Ok(())
}

/// The files with that ending in a folder (its folders where none is given), in order.
fn listed(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let wanted = match ending {
            "" => path.is_dir(),
            ending => path.extension().is_some_and(|ext| ext == ending),
        };
        if wanted {
            println!("cargo::rerun-if-changed={}", path.display());
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The front data of a page, up to its first table. A page without an article, such as an index, has none.
fn dates(page: &str) -> Option<[String; 4]> {
    let front = page.strip_prefix("+++\n")?;
    let lines: Vec<&str> = front.lines().take_while(|line| !line.starts_with(['[', '+'])).collect();
    let value = |name: &str| {
        let found = lines.iter().find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix('='));
        found.map(|value| value.trim().trim_matches('"').to_owned())
    };
    let repealed = value("end").unwrap_or_default();
    let repealed = repealed.split_once("repealed = ").map_or("", |(_, after)| after).get(..10).unwrap_or("");
    Some([value("instrument")?, value("article")?, value("from")?, repealed.to_owned()])
}
