//! What was read, kept as long as it fits: one state for each name, whoever asks for it.

use redress_base::Refusal;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Names that are kept at most, however little each of them weighs.
const MOST: usize = 256;

/// Something that takes memory.
pub(crate) trait Weighs {
    /// About how many bytes.
    fn bytes(&self) -> u64;
}

/// What was read, the last used first.
pub(crate) struct Memory<T> {
    kept: Mutex<VecDeque<Arc<Slot<T>>>>,
    most: u64,
}

/// One of them: whoever reads it first, the others wait for.
struct Slot<T> {
    name: String,
    now: Mutex<Option<Arc<T>>>,
    bytes: Mutex<u64>,
}

impl<T: Weighs> Memory<T> {
    /// Nothing is read. What weighs more than `most` bytes together goes, but for what was used last.
    pub(crate) const fn new(most: u64) -> Memory<T> {
        Memory { kept: Mutex::new(VecDeque::new()), most }
    }

    /// Reads it with `read`, which is handed what was read before. Must not be called for what the asker may not see: it
    /// takes the place of something else.
    ///
    /// # Errors
    /// Whatever `read` refuses; nothing of it is kept then.
    pub(crate) fn read(
        &self,
        name: &str,
        read: impl FnOnce(Option<Arc<T>>) -> Result<Arc<T>, Refusal>,
    ) -> Result<Arc<T>, Refusal> {
        let slot = self.slot(name);
        // Several who want the same wait for the first that reads it, in place of reading it each.
        let mut now = held(&slot.now);
        let read = read(now.take())?;
        *held(&slot.bytes) = read.bytes();
        *now = Some(Arc::clone(&read));
        drop(now);
        self.fit();
        Ok(read)
    }

    fn slot(&self, name: &str) -> Arc<Slot<T>> {
        let mut kept = held(&self.kept);
        let found = kept.iter().position(|slot| slot.name == name).and_then(|place| kept.remove(place));
        let new = || Slot { name: name.to_owned(), now: Mutex::new(None), bytes: Mutex::new(0) };
        let slot = found.unwrap_or_else(|| Arc::new(new()));
        kept.push_front(Arc::clone(&slot));
        slot
    }

    /// Lets go of what was not used for longest, until the rest fits.
    fn fit(&self) {
        let mut kept = held(&self.kept);
        let (mut bytes, mut fitting) = (0u64, 0);
        for slot in kept.iter().take(MOST) {
            bytes = bytes.saturating_add(*held(&slot.bytes));
            if fitting > 0 && bytes > self.most {
                break;
            }
            fitting += 1;
        }
        kept.truncate(fitting);
    }
}

/// What a panic elsewhere left is still whole: every change under these locks is one assignment.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::{MOST, Memory, Weighs};
    use redress_base::{Fault, Finding};
    use std::sync::Arc;

    impl Weighs for u64 {
        fn bytes(&self) -> u64 {
            *self
        }
    }

    /// What was kept under that name; it is read anew as `bytes`.
    fn before(memory: &Memory<u64>, name: &str, bytes: u64) -> Option<u64> {
        let mut kept = None;
        let read = memory.read(name, |before| {
            kept = before.map(|before| *before);
            Ok(Arc::new(bytes))
        });
        assert_eq!(*read.unwrap(), bytes);
        kept
    }

    #[test]
    fn what_was_not_used_for_longest_goes_first() {
        let memory = Memory::new(100);
        for name in ["a", "b", "c"] {
            assert_eq!(before(&memory, name, 30), None, "{name}");
        }
        assert_eq!(before(&memory, "a", 30), Some(30));
        assert_eq!(before(&memory, "d", 30), None);
        assert_eq!((before(&memory, "a", 30), before(&memory, "c", 30)), (Some(30), Some(30)));
        assert_eq!(before(&memory, "b", 30), None, "it did not fit");
        // What is used stays, whatever it weighs, and everything else goes.
        assert_eq!(before(&memory, "large", 1000), None);
        assert_eq!(before(&memory, "large", 1), Some(1000));
        assert_eq!(before(&memory, "a", 30), None);
    }

    #[test]
    fn what_is_refused_is_not_kept_and_small_things_are_not_endless() {
        let memory = Memory::new(u64::MAX);
        before(&memory, "a", 7);
        let refuse = |_| Err(Finding::error("web-nothing-done").refuse(Fault::Storage));
        assert!(memory.read("a", refuse).is_err());
        assert_eq!(before(&memory, "a", 7), None);
        for n in 0..1000 {
            before(&memory, &n.to_string(), 0);
        }
        assert_eq!(memory.kept.lock().unwrap().len(), MOST);
    }
}
