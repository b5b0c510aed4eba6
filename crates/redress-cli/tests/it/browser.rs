//! The workbench in a real Chromium: page objects in `tests/browser`, one scenario a test.

use crate::run::{Room, repository};
use crate::serving::Serving;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

/// Chromium, and a Python that drives it.
pub(crate) struct Tools {
    chromium: String,
    python: PathBuf,
}

/// What drives a browser here, or nothing, said by name.
pub(crate) fn tools(name: &str) -> Option<Tools> {
    let chromium = ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(|program| {
        let found = Command::new("which").arg(program).output().ok()?;
        found.status.success().then(|| String::from_utf8_lossy(&found.stdout).trim().to_owned())
    });
    let python = std::env::var_os("REDRESS_PEERS").map(|peers| PathBuf::from(peers).join("python"));
    let there = python.as_ref().is_some_and(|python| {
        let asked = Command::new(python).args(["-c", "import playwright, axe_playwright_python"]).output();
        asked.is_ok_and(|asked| asked.status.success())
    });
    if let (Some(chromium), Some(python), true) = (chromium, python, there) {
        return Some(Tools { chromium, python });
    }
    let line = format!("SKIPPED browser {name} (run ./test, which installs Chromium and playwright)\n");
    std::io::Write::write_all(&mut std::io::stdout(), line.as_bytes()).unwrap();
    None
}

/// Begins a scenario in the room, at the server of that link.
pub(crate) fn drive(tools: &Tools, room: &Room, link: &str, name: &str) -> Child {
    Command::new(&tools.python)
        .arg(repository().join("tests/browser/run.py"))
        .args([link, name])
        .arg(room.dir.path())
        .arg(&tools.chromium)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

impl Tools {
    /// Whether the scenario held; otherwise what it said.
    pub(crate) fn judge(&self, name: &str, room: &Room, ran: &Output) {
        let said = String::from_utf8_lossy(&ran.stderr).into_owned();
        if !ran.status.success() {
            // The picture of the page that failed, for whoever looks.
            let kept = std::env::temp_dir().join(format!("redress-browser-{name}.png"));
            let _ = std::fs::copy(room.path(&format!("{name}-failed.png")), kept);
        }
        std::io::Write::write_all(&mut std::io::stdout(), &ran.stdout).unwrap();
        assert!(ran.status.success(), "{said}");
    }
}

/// Runs a scenario with the material of the example at hand, or says by name why not.
pub(crate) fn scenario(name: &str) {
    let Some(tools) = tools(name) else { return };
    let room = Room::new();
    let serving = Serving::begin(&room);
    let material = room.path("material");
    crate::demo::copy(&repository().join("examples/courier-rumour/material"), &material);
    let ran = drive(&tools, &room, &serving.link, name).wait_with_output().unwrap();
    tools.judge(name, &room, &ran);
}

#[test]
fn every_page_in_both_languages_and_at_three_widths() {
    scenario("pages");
}

#[test]
fn from_the_first_file_to_a_paper() {
    scenario("story");
}

#[test]
fn leaving_keys_dropped_files_and_a_lost_connection() {
    scenario("care");
}
