//! Every file says what it is, is named by a noun of its room, and fits a page or a few.

use crate::none;
use crate::repository::{product_part, rust_files};
use crate::rust_text;

/// Lines of a function that hold code. The same as `too-many-lines-threshold` in `clippy.toml`.
const LONGEST_FUNCTION: usize = 60;
/// Lines of a file without its own tests.
const LONGEST_FILE: usize = 800;
/// Drawers for strays: a stray goes to the room that owns its noun.
const DRAWERS: [&str; 8] = ["utils", "util", "helpers", "helper", "common", "misc", "shared", "stuff"];

#[test]
fn every_file_opens_with_what_it_is() {
    let silent = rust_files().into_iter().filter(|file| !file.text.starts_with("//! "));
    none(&silent.map(|file| format!("{} does not open with //!", file.path)).collect::<Vec<_>>());
}

#[test]
fn no_file_or_folder_is_a_drawer() {
    let drawer = |path: &str| path.split('/').any(|part| DRAWERS.contains(&part.trim_end_matches(".rs")));
    let found = rust_files().into_iter().filter(|file| drawer(&file.path));
    none(&found.map(|file| format!("{} is named like a drawer", file.path)).collect::<Vec<_>>());
}

#[test]
fn files_and_functions_stay_short() {
    let mut complaints = Vec::new();
    for file in rust_files() {
        let lines = product_part(&file.text).lines().count();
        if lines > LONGEST_FILE {
            complaints.push(format!("{} has {lines} lines; at most {LONGEST_FILE}", file.path));
        }
        for (name, line, length) in rust_text::functions(&rust_text::read(&file.text).code) {
            if length > LONGEST_FUNCTION {
                complaints.push(format!(
                    "{}:{line}: {name} has {length} lines; at most {LONGEST_FUNCTION}",
                    file.path
                ));
            }
        }
    }
    none(&complaints);
}
