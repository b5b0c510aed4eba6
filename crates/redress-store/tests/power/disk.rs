//! A disk in memory that forgets: what was written since the last flush may be there after a loss of
//! power, or not, or in part.
//!
//! A file has the bytes that programs read (`seen`) and the bytes that are safe (`safe`); between
//! them stands a list of changes that no flush has covered. The folder's names are kept the same way,
//! since a file's flush says nothing of its name. When the power goes, each change that is not safe
//! survives, vanishes, or is torn, each by its own draw.

use crate::chance::Chance;
use crate::tear::{lives, put, tear};
use std::collections::BTreeMap;

/// What goes wrong, and at which call that changes something (or that reads), counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing.
    #[default]
    None,
    /// The power goes during this call; nothing answers afterwards.
    PowerOff(u64),
    /// From this call on, for so many calls, there is no room.
    Full(u64, u64),
    /// This call fails; what it was to do is done in part.
    Broken(u64),
    /// This read gives only the beginning of what was asked for.
    ShortRead(u64),
}

/// How the disk betrays the program beyond what a sound one does: to see that the tests notice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Lie {
    /// It does what it says.
    #[default]
    None,
    /// It says that a file is flushed and does nothing.
    Files,
    /// It says that the folder is flushed and does nothing.
    Folder,
}

/// Why a call was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    Off,
    Full,
    Broken,
}

#[derive(Clone, Debug)]
enum Change {
    Write(usize, Vec<u8>),
    Length(usize),
}

#[derive(Clone, Debug, Default)]
struct File {
    seen: Vec<u8>,
    safe: Vec<u8>,
    unsafe_yet: Vec<Change>,
}

impl File {
    fn change(&mut self, change: Change) {
        apply(&mut self.seen, &change);
        self.unsafe_yet.push(change);
    }
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Write(at, written) => put(bytes, *at, written),
        Change::Length(length) => bytes.resize(*length, 0),
    }
}

/// The disk of one test.
#[derive(Clone, Debug, Default)]
pub(crate) struct Disk {
    files: BTreeMap<u64, File>,
    names: BTreeMap<String, u64>,
    safe_names: BTreeMap<String, u64>,
    unsafe_names: Vec<(String, Option<u64>)>,
    next: u64,
    /// Calls that change something, so far.
    pub(crate) calls: u64,
    /// Reads, so far.
    pub(crate) reads: u64,
    pub(crate) fault: Fault,
    pub(crate) lie: Lie,
    /// How often the fault has struck.
    pub(crate) struck: u64,
    off: bool,
    chance: Chance,
}

impl Disk {
    /// A disk with these empty files, safely.
    pub(crate) fn with(names: &[&str]) -> Disk {
        let mut disk = Disk::default();
        for name in names {
            let id = disk.file();
            disk.names.insert((*name).to_owned(), id);
        }
        disk.safe_names = disk.names.clone();
        disk
    }

    /// The same disk, with this fault before it.
    pub(crate) fn facing(&self, fault: Fault, lie: Lie, seed: u64) -> Disk {
        let (calls, reads, struck) = (0, 0, 0);
        Disk { fault, lie, calls, reads, struck, chance: Chance(seed), ..self.clone() }
    }

    fn file(&mut self) -> u64 {
        self.next += 1;
        self.files.insert(self.next, File::default());
        self.next
    }

    /// Counts a call that changes something. `Err`: the power is gone already. `Ok(Some(…))`: the fault
    /// strikes during this very call.
    fn step(&mut self) -> Result<Option<Stop>, Stop> {
        if self.off {
            return Err(Stop::Off);
        }
        let at = self.calls;
        self.calls += 1;
        let stop = match self.fault {
            Fault::PowerOff(n) if n == at => Stop::Off,
            Fault::Full(n, many) if (n..n.saturating_add(many)).contains(&at) => Stop::Full,
            Fault::Broken(n) if n == at => Stop::Broken,
            _ => return Ok(None),
        };
        self.struck += 1;
        self.off = stop == Stop::Off;
        Ok(Some(stop))
    }

    pub(crate) fn is_off(&self) -> bool {
        self.off
    }

    /// Opens a file by its name, or one without a name.
    pub(crate) fn open(&mut self, name: Option<&str>, create: bool) -> Result<Option<(u64, bool)>, Stop> {
        if self.off {
            return Err(Stop::Off);
        }
        let Some(name) = name else { return Ok(Some((self.file(), false))) };
        if let Some(id) = self.names.get(name) {
            return Ok(Some((*id, false)));
        }
        if !create {
            return Ok(None);
        }
        let stop = self.step()?;
        if let Some(stop @ (Stop::Full | Stop::Broken)) = stop {
            return Err(stop);
        }
        let id = self.file();
        self.names.insert(name.to_owned(), id);
        self.unsafe_names.push((name.to_owned(), Some(id)));
        stop.map_or(Ok(Some((id, true))), Err)
    }

    /// Whether there is a file of this name that is not empty.
    pub(crate) fn holds(&self, name: &str) -> bool {
        self.names.get(name).and_then(|id| self.files.get(id)).is_some_and(|file| !file.seen.is_empty())
    }

    pub(crate) fn length(&self, id: u64) -> usize {
        self.files.get(&id).map_or(0, |file| file.seen.len())
    }

    /// Fills `into` from `at`, and says how much of it could be filled.
    pub(crate) fn read(&mut self, id: u64, at: usize, into: &mut [u8]) -> Result<usize, Stop> {
        if self.off {
            return Err(Stop::Off);
        }
        let number = self.reads;
        self.reads += 1;
        let seen = self.files.get(&id).map_or(&[][..], |file| file.seen.get(at..).unwrap_or_default());
        let mut length = seen.len().min(into.len());
        if self.fault == Fault::ShortRead(number) {
            self.struck += 1;
            length = self.chance.upto(length);
        }
        into[..length].copy_from_slice(&seen[..length]);
        Ok(length)
    }

    pub(crate) fn write(&mut self, id: u64, at: usize, bytes: &[u8]) -> Result<(), Stop> {
        let stop = self.step()?;
        let done = match stop {
            None | Some(Stop::Off) => bytes.len(),
            // A full or a failing disk may have taken the beginning.
            Some(_) => self.chance.upto(bytes.len()),
        };
        if let Some(file) = self.files.get_mut(&id).filter(|_| done > 0) {
            file.change(Change::Write(at, bytes[..done].to_vec()));
        }
        stop.map_or(Ok(()), Err)
    }

    pub(crate) fn set_length(&mut self, id: u64, length: usize) -> Result<(), Stop> {
        let stop = self.step()?;
        if let Some(file) = self.files.get_mut(&id).filter(|_| matches!(stop, None | Some(Stop::Off))) {
            file.change(Change::Length(length));
        }
        stop.map_or(Ok(()), Err)
    }

    /// Flushes one file: not its name.
    pub(crate) fn flush(&mut self, id: u64) -> Result<(), Stop> {
        let stop = self.step()?;
        let Some(file) = self.files.get_mut(&id) else { return Ok(()) };
        match stop {
            None if self.lie == Lie::Files => {}
            None => {
                for change in std::mem::take(&mut file.unsafe_yet) {
                    apply(&mut file.safe, &change);
                }
            }
            Some(Stop::Off) => {}
            // A flush that failed is not made good by the next one: what it could not write counts as
            // written from now on, and only some of it is.
            Some(Stop::Broken | Stop::Full) => {
                for change in std::mem::take(&mut file.unsafe_yet) {
                    if self.chance.below(2) == 0 {
                        apply(&mut file.safe, &change);
                    }
                }
            }
        }
        stop.map_or(Ok(()), Err)
    }

    /// Flushes the folder's names.
    pub(crate) fn flush_names(&mut self) -> Result<(), Stop> {
        let stop = self.step()?;
        if stop.is_none() && self.lie != Lie::Folder {
            self.unsafe_names.clear();
            self.safe_names = self.names.clone();
        }
        stop.map_or(Ok(()), Err)
    }

    /// Takes a name away. `Ok(false)`: there was none.
    pub(crate) fn remove(&mut self, name: &str) -> Result<bool, Stop> {
        let stop = self.step()?;
        if let Some(stop @ (Stop::Full | Stop::Broken)) = stop {
            return Err(stop);
        }
        let was = self.names.remove(name).is_some();
        if was {
            self.unsafe_names.push((name.to_owned(), None));
        }
        stop.map_or(Ok(was), Err)
    }

    /// What is there when the power is back.
    pub(crate) fn after_power_loss(&self, chance: &mut Chance) -> Disk {
        let mood = chance.below(6);
        let mut disk = Disk { next: self.next, safe_names: self.safe_names.clone(), ..Disk::default() };
        let mut gone: Vec<&str> = Vec::new();
        for (name, id) in &self.unsafe_names {
            // The changes to one name happen in their order: once one is lost, so are those after it.
            if gone.contains(&name.as_str()) || !lives(mood, chance) {
                gone.push(name);
                continue;
            }
            match id {
                Some(id) => drop(disk.safe_names.insert(name.clone(), *id)),
                None => drop(disk.safe_names.remove(name)),
            }
        }
        disk.names = disk.safe_names.clone();
        for id in disk.names.values() {
            let Some(file) = self.files.get(id) else { continue };
            let mut bytes = file.safe.clone();
            for change in &file.unsafe_yet {
                if !lives(mood, chance) {
                    continue;
                }
                match change {
                    Change::Write(at, written) if mood > 1 => tear(&mut bytes, *at, written, chance),
                    change => apply(&mut bytes, change),
                }
            }
            disk.files.insert(*id, File { seen: bytes.clone(), safe: bytes, unsafe_yet: Vec::new() });
        }
        disk
    }
}
