//! Runs the binary in a folder of its own.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use tempfile::TempDir;

/// The repository's folder.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A folder to work in.
pub(crate) struct Room {
    pub(crate) dir: TempDir,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Room {
    pub(crate) fn new() -> Room {
        Room { dir: TempDir::new().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Runs `redress` in English, without progress.
    pub(crate) fn redress(&self, args: &[&str]) -> Answer {
        answer(self.command(args).output().unwrap())
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_redress"));
        command.current_dir(self.dir.path()).env_remove("REDRESS_BY").env("REDRESS_LANG", "en").args(args);
        command
    }

    /// Runs it, expects success, and reads its JSON document.
    pub(crate) fn json(&self, args: &[&str]) -> Value {
        let mut all = vec!["--json"];
        all.extend(args);
        let answer = self.redress(&all);
        assert_eq!(answer.code, 0, "{args:?}\n{}\n{}", answer.out, answer.err);
        serde_json::from_str(&answer.out).unwrap()
    }

    /// Runs it and expects success.
    pub(crate) fn ok(&self, args: &[&str]) -> String {
        let answer = self.redress(args);
        assert_eq!(answer.code, 0, "{args:?}\n{}\n{}", answer.out, answer.err);
        answer.out
    }

    /// A new case with this name.
    pub(crate) fn case(&self, name: &str) {
        self.ok(&["new", name, "--cover", "Spring", "--by", "Zhou"]);
    }

    /// Every byte of the folder, by path, to see whether anything changed.
    pub(crate) fn bytes_of(&self, name: &str) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        walk(&self.path(name), &self.path(name), &mut files);
        files.sort();
        files
    }
}

/// The arguments of a line, as somebody types it; none of them holds a space.
pub(crate) fn typed(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}

pub(crate) fn answer(output: Output) -> Answer {
    Answer {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

pub(crate) fn walk(root: &Path, folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            files.push((name, std::fs::read(&path).unwrap()));
        }
    }
}

/// Every file below a folder, by path; empty where there is no folder.
pub(crate) fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { list(&path, files) } else { files.push(path) }
    }
}

/// One run of the demo in each language, shared by every test that looks at it.
pub(crate) struct Demo {
    pub(crate) room: Room,
    pub(crate) english: String,
    pub(crate) chinese: String,
}

impl Demo {
    pub(crate) fn once() -> &'static Demo {
        static DEMO: OnceLock<Demo> = OnceLock::new();
        DEMO.get_or_init(|| {
            let room = Room::new();
            let english = room.ok(&["demo", "--out", "en", "--lang", "en"]);
            let chinese = room.ok(&["demo", "--out", "zh", "--lang", "zh-Hans"]);
            Demo { room, english, chinese }
        })
    }

    pub(crate) fn result(&self) -> Value {
        serde_json::from_slice(&std::fs::read(self.room.path("en/result.json")).unwrap()).unwrap()
    }

    pub(crate) fn page(&self, language: &str) -> String {
        std::fs::read_to_string(self.room.path(language).join("report.html")).unwrap()
    }
}
