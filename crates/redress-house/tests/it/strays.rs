//! Nothing of one machine or one network in the repository.

use crate::none;
use crate::repository::files;

/// Cargo writes the registry's name into its lock file by itself.
const WRITTEN_BY_CARGO: &str = "Cargo.lock";

#[test]
fn no_path_of_a_machine_and_no_host_of_a_registry() {
    // Put together here, so that this file does not hold what it looks for.
    let paths = ["work", "root", "home", "Users", "var/folders"].map(|top| format!("/{top}/"));
    let hosts = [["crates", "io"].join("."), ["rsproxy", "cn"].join("."), ["tuna", "tsinghua"].join(".")];
    let mut complaints = Vec::new();
    for file in files().into_iter().filter(|file| !file.path.ends_with(WRITTEN_BY_CARGO)) {
        for (at, line) in file.text.lines().enumerate() {
            let path = paths.iter().find(|path| starts_a_path(line, path));
            let host = hosts.iter().find(|host| line.contains(host.as_str()));
            if let Some(stray) = path.or(host) {
                complaints.push(format!("{}:{}: {stray}", file.path, at + 1));
            }
        }
    }
    none(&complaints);
}

/// Whether an absolute path begins here: a top folder in the middle of a path or link is none.
fn starts_a_path(line: &str, top: &str) -> bool {
    line.match_indices(top).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '-' | '_' | '/' | '*' | '}' | '~'))
    })
}

#[test]
fn links_of_the_web_are_not_paths() {
    assert!(starts_a_path("see /top/a", "/top/") && starts_a_path("\"/top/x\"", "/top/"));
    assert!(!starts_a_path("https://example.org/top/a docs/top/x", "/top/"));
}
