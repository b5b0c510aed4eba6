//! The power goes at every system call of a whole case folder: its making, its objects, its ledger.
//!
//! A real process on a real disk is recorded once by `strace`, with every byte that it writes. The
//! recording is then played on a model of files and folders, up to each call; what no flush had covered
//! is kept, lost or torn by draw; what is left is written to a folder of its own, and opened.
//! (The way of Pillai et al., "All File Systems Are Not Created Equal", OSDI 2014.)

use crate::child::say;
use crate::support::Chance;
use crate::system_calls::{CALLS, DEVICE, after, traced};
use crate::tear::{lives, put, tear};
use std::collections::BTreeMap;
use std::path::Path;

/// Draws of what survives, for each call.
const DRAWS: u64 = 12;
const MEMORY: &str = "/dev/shm";

/// One call that changes the disk, with paths below the recorded folder; or a line that was said.
#[derive(Debug)]
enum Call {
    Create(String),
    Folder(String),
    /// At a place, or at the end.
    Write(String, Option<usize>, Vec<u8>),
    Length(String, usize),
    Flush(String),
    Move(String, String),
    Remove(String),
    Said(String),
}

/// The bytes of a string that `strace` wrote in hexadecimal digits.
fn bytes(quoted: &str) -> Vec<u8> {
    let digits = quoted.split("\\x").skip(1);
    digits.map(|two| u8::from_str_radix(&two[..2], 16).unwrap()).collect()
}

fn text(quoted: &str) -> String {
    String::from_utf8(bytes(quoted)).unwrap()
}

/// Reads the recording of one thread. Every string in it is in digits, so that commas part arguments only.
fn calls(log: &str, root: &str) -> Vec<Call> {
    let thread = log.lines().find(|line| line.contains(&digits(DEVICE))).unwrap().split(' ').next().unwrap();
    let own = log.lines().filter(|line| line.split(' ').next() == Some(thread));
    own.filter_map(|line| call(line.split_once(' ').unwrap().1.trim_start(), root)).collect()
}

fn digits(text: &str) -> String {
    text.bytes().map(|byte| format!("\\x{byte:02x}")).collect()
}

fn call(line: &str, root: &str) -> Option<Call> {
    let (name, rest) = line.split_once('(')?;
    let (arguments, result) = rest.rsplit_once(") = ")?;
    if result.starts_with('-') {
        return None;
    }
    let arguments: Vec<&str> = arguments.split(", ").collect();
    // Paths that lie elsewhere are nobody's here.
    let below = |path: String| path.strip_prefix(root).map(|rest| rest.trim_start_matches('/').to_owned());
    let file = |at: usize| below(text(arguments[at]));
    let beside = |at: usize| below(format!("{}/{}", text(arguments[at]), text(arguments[at + 1])));
    let number = |at: usize| arguments[at].trim().parse::<usize>().unwrap();
    Some(match name {
        "openat" if line.contains("O_CREAT") => Call::Create(below(text(result))?),
        "write" if line.starts_with("write(1<") => Call::Said(text(arguments[1])),
        "write" => Call::Write(file(0)?, None, bytes(arguments[1])),
        "pwrite64" => Call::Write(file(0)?, Some(number(3)), bytes(arguments[1])),
        "ftruncate" => Call::Length(file(0)?, number(1)),
        "fsync" | "fdatasync" => Call::Flush(file(0)?),
        "rename" => Call::Move(file(0)?, file(1)?),
        "renameat" => Call::Move(beside(0)?, beside(2)?),
        "unlink" | "rmdir" => Call::Remove(file(0)?),
        "unlinkat" => Call::Remove(beside(0)?),
        "mkdir" => Call::Folder(file(0)?),
        "mkdirat" => Call::Folder(beside(0)?),
        "openat" => return None,
        other => panic!("a call that the model does not know: {other}"),
    })
}

/// A file or a folder: as programs see it, as it is safe, and the changes between.
#[derive(Clone, Debug)]
enum Node {
    File {
        seen: Vec<u8>,
        safe: Vec<u8>,
        changes: Vec<(usize, Vec<u8>)>,
    },
    Folder {
        names: BTreeMap<String, usize>,
        safe: BTreeMap<String, usize>,
        changes: Vec<(String, Option<usize>)>,
    },
}

/// The recorded folder, as node 0, and everything in it.
#[derive(Debug)]
struct Model {
    nodes: Vec<Node>,
    said: String,
    /// A disk that does not flush folders: to see that this test can fail.
    forgets_folders: bool,
}

impl Model {
    fn new(forgets_folders: bool) -> Model {
        let mut model = Model { nodes: Vec::new(), said: String::new(), forgets_folders };
        model.node(true);
        model
    }

    fn node(&mut self, folder: bool) -> usize {
        self.nodes.push(match folder {
            true => Node::Folder { names: BTreeMap::new(), safe: BTreeMap::new(), changes: Vec::new() },
            false => Node::File { seen: Vec::new(), safe: Vec::new(), changes: Vec::new() },
        });
        self.nodes.len() - 1
    }

    fn find(&self, path: &str) -> Option<usize> {
        path.split('/').filter(|part| !part.is_empty()).try_fold(0, |at, part| match &self.nodes[at] {
            Node::Folder { names, .. } => names.get(part).copied(),
            Node::File { .. } => None,
        })
    }

    fn name(&mut self, path: &str, node: Option<usize>) {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let folder = self.find(folder).unwrap();
        let Node::Folder { names, changes, .. } = &mut self.nodes[folder] else { panic!("{path}") };
        changes.push((name.to_owned(), node));
        match node {
            Some(node) => drop(names.insert(name.to_owned(), node)),
            None => drop(names.remove(name)),
        }
    }

    fn play(&mut self, call: &Call) {
        match call {
            Call::Said(words) => self.said.push_str(words),
            Call::Create(path) if self.find(path).is_some() => {}
            Call::Create(path) | Call::Folder(path) => {
                let node = self.node(matches!(call, Call::Folder(_)));
                self.name(path, Some(node));
            }
            Call::Move(from, to) => {
                let node = self.find(from);
                assert!(node.is_some(), "{from}");
                self.name(from, None);
                self.name(to, node);
            }
            Call::Remove(path) => self.name(path, None),
            Call::Write(path, at, written) => {
                let node = self.find(path).unwrap();
                let Node::File { seen, changes, .. } = &mut self.nodes[node] else { panic!("{path}") };
                let at = at.unwrap_or(seen.len());
                put(seen, at, written);
                changes.push((at, written.clone()));
            }
            // SQLite shortens only what it is about to delete, or a database, which it does not here.
            Call::Length(path, length) => panic!("{path} is cut to {length}"),
            Call::Flush(path) => self.flush(path),
        }
    }

    fn flush(&mut self, path: &str) {
        let node = self.find(path).unwrap();
        match &mut self.nodes[node] {
            Node::File { seen, safe, changes } => {
                changes.clear();
                safe.clone_from(seen);
            }
            Node::Folder { .. } if self.forgets_folders => {}
            Node::Folder { names, safe, changes } => {
                changes.clear();
                safe.clone_from(names);
            }
        }
    }

    /// Writes what is left of a node when the power is back.
    fn survive(&self, node: usize, mood: u64, place: &Path, chance: &mut Chance) {
        match &self.nodes[node] {
            Node::File { safe, changes, .. } => {
                let mut bytes = safe.clone();
                for (at, written) in changes {
                    if lives(mood, chance) {
                        if mood > 1 {
                            tear(&mut bytes, *at, written, chance)
                        } else {
                            put(&mut bytes, *at, written)
                        }
                    }
                }
                std::fs::write(place, bytes).unwrap();
            }
            Node::Folder { safe, changes, .. } => {
                let mut names = safe.clone();
                let mut gone: Vec<&str> = Vec::new();
                for (name, node) in changes {
                    // The changes to one name happen in their order: once one is lost, so are the later.
                    if gone.contains(&name.as_str()) || !lives(mood, chance) {
                        gone.push(name);
                    } else if let Some(node) = node {
                        names.insert(name.clone(), *node);
                    } else {
                        names.remove(name);
                    }
                }
                std::fs::create_dir(place).unwrap();
                for (name, node) in names {
                    self.survive(node, mood, &place.join(name), chance);
                }
            }
        }
    }
}

/// Plays the recording up to every call, and gives how many runs there were and which lost something.
fn play(calls: &[Call], forgets_folders: bool, draws: u64) -> (u64, Vec<String>) {
    // What is opened here needs no disk: in memory, where there is such a folder, it is many times faster.
    let folder = tempfile::tempdir_in(MEMORY).or_else(|_| tempfile::tempdir()).unwrap();
    let mut model = Model::new(forgets_folders);
    let (mut runs, mut lost) = (0, Vec::new());
    for (number, call) in calls.iter().enumerate() {
        model.play(call);
        for draw in 0..draws {
            let mut chance = Chance(u64::try_from(number).unwrap() << 16 | draw);
            let place = folder.path().join("left");
            model.survive(0, draw % 6, &place, &mut chance);
            runs += 1;
            if let Err(wrong) = after(&place.join("case"), &model.said) {
                lost.push(format!("call {number}, draw {draw}: {wrong}"));
            }
            std::fs::remove_dir_all(&place).unwrap();
        }
    }
    (runs, lost)
}

#[test]
fn at_every_system_call_of_a_case_folder_a_loss_of_power_loses_nothing_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    let (case, log) = (root.join("case"), root.join("log"));
    let trace = format!("--trace={}", CALLS.join(","));
    let options = [&trace, "-y", "-xx", "-s", "1000000", "-o", log.to_str().unwrap()];
    let recorded = traced(&case, &options).output();
    if !recorded.is_ok_and(|run| String::from_utf8_lossy(&run.stdout).contains("end\n")) {
        say("SKIPPED at_every_system_call_of_a_case_folder (strace is missing or may not trace here)");
        return;
    }
    let calls = calls(&std::fs::read_to_string(log).unwrap(), root.to_str().unwrap());
    let (runs, lost) = play(&calls, false, DRAWS);
    assert_eq!(lost, Vec::<String>::new());
    say(&format!("power loss of a whole case folder: {} calls, {runs} runs, nothing lost", calls.len()));
    // The test can fail: on a disk that forgets its folders something is lost.
    let (runs, lost) = play(&calls, true, 3);
    say(&format!("a disk that forgets folders: {} of {runs} runs lose something, as they must", lost.len()));
    assert!(u64::try_from(lost.len()).unwrap() > runs / 20, "{} of {runs}", lost.len());
}
