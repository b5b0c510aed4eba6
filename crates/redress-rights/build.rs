//! Turns `src/matrix.toml` into a table of constants, so that a wrong word in it does not compile.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script reads and writes files; the room itself carries the table"
)]

use serde::Deserialize;
use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

/// Column order of the table; `Role::ALL` is the same, and a test holds the two together.
const ROLES: [&str; 10] = [
    "victim",
    "relative",
    "counsel",
    "desk-police",
    "desk-procuratorate",
    "desk-court",
    "desk-legal-aid",
    "desk-platform-liaison",
    "auditor",
    "keeper",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Matrix {
    row: Vec<Row>,
    gives: Vec<Gives>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    does: String,
    on: Vec<String>,
    #[serde(default)]
    yes: Vec<String>,
    #[serde(default)]
    given: Vec<String>,
    #[serde(default)]
    whole: Vec<String>,
    #[serde(default)]
    own: Vec<String>,
    #[serde(default)]
    entry: bool,
    zh: String,
    en: String,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Gives {
    from: String,
    adds: Vec<String>,
    ends: Vec<String>,
    zh: String,
    en: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("src/matrix.toml");
    println!("cargo::rerun-if-changed={}", path.display());
    let matrix: Matrix = toml::from_str(&fs::read_to_string(&path)?)?;
    let mut out = String::from("pub(super) static ROWS: &[Row] = &[\n");
    let mut seen = BTreeSet::new();
    for row in &matrix.row {
        let cells = cells(row)?;
        for object in &row.on {
            if !seen.insert((row.does.clone(), object.clone())) {
                return Err(format!("{} on {object} stands twice", row.does).into());
            }
            writeln!(
                out,
                "Row {{ use_case: UseCase::{}, object: Object::{}, cells: [{}], entry: {}, zh: {:?}, en: {:?}, source: {:?} }},",
                variant(&row.does),
                variant(object),
                cells,
                row.entry,
                row.zh,
                row.en,
                row.source
            )?;
        }
    }
    out.push_str("];\npub(super) static GIVES: &[Gives] = &[\n");
    for one in &matrix.gives {
        writeln!(
            out,
            "Gives {{ from: Role::{}, adds: &[{}], ends: &[{}], zh: {:?}, en: {:?} }},",
            variant(&one.from),
            roles(&one.adds),
            roles(&one.ends),
            one.zh,
            one.en
        )?;
    }
    out.push_str("];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("matrix.rs"), out)?;
    Ok(())
}

/// One cell a role, in column order. A role that two lists name is a mistake.
fn cells(row: &Row) -> Result<String, String> {
    let lists = [("Yes", &row.yes), ("Given", &row.given), ("Whole", &row.whole), ("Own", &row.own)];
    let named = lists.iter().flat_map(|(_, list)| list.iter());
    if let Some(stray) = named.clone().find(|role| !ROLES.contains(&role.as_str())) {
        return Err(format!("{}: no role is called {stray}", row.does));
    }
    let mut cells = Vec::new();
    for role in ROLES {
        let mut found = lists.iter().filter(|(_, list)| list.iter().any(|one| one == role));
        let cell = found.next().map_or("No", |(cell, _)| cell);
        if found.next().is_some() {
            return Err(format!("{}: {role} stands in two lists", row.does));
        }
        cells.push(format!("Cell::{cell}"));
    }
    Ok(cells.join(", "))
}

fn roles(list: &[String]) -> String {
    list.iter().map(|role| format!("Role::{}", variant(role))).collect::<Vec<_>>().join(", ")
}

/// `view-masked` is the variant `ViewMasked`.
fn variant(id: &str) -> String {
    id.split('-')
        .map(|part| {
            let mut letters = part.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
        })
        .map(Option::unwrap_or_default)
        .collect()
}
