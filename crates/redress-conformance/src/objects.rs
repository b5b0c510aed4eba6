//! The sealed bytes: kept once under their digest, handed out only as they were sealed.

use crate::Place;
use crate::words::{append, digests, read, told};
use redress_evidence::hash::Hasher;
use std::io::Read;

/// Bytes of the long object: more than any store holds in memory at once.
const LONG: u64 = 48 << 20;

/// Put, streamed, or put again: one object.
pub fn the_same_bytes_are_kept_once(place: &dyn Place) {
    let mut store = place.open(true).unwrap();
    let one = digests(b"one");
    store.put(b"one", &one).unwrap();
    store.put(b"one", &one).unwrap();
    assert_eq!(store.put_stream(&mut b"one".as_slice(), &mut |_| {}).unwrap(), one);
    let none = digests(b"");
    assert_eq!(store.put_stream(&mut b"".as_slice(), &mut |_| {}).unwrap(), none);
    store.put(b"", &none).unwrap();
    let mut both = [one.sha256, none.sha256];
    both.sort();
    assert_eq!(store.objects().unwrap(), both);
    drop(store);
    let store = place.open(false).unwrap();
    assert_eq!(store.objects().unwrap(), both);
    assert_eq!(read(&*store, &one.sha256).unwrap(), b"one");
    assert_eq!(read(&*store, &none.sha256).unwrap(), b"");
}

/// So many bytes without end or repetition.
struct Long {
    left: u64,
    state: u8,
}

impl Read for Long {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len()).min(70_001);
        for byte in buffer.iter_mut().take(length) {
            self.state = self.state.wrapping_mul(77).wrapping_add(31);
            *byte = self.state;
        }
        self.left -= u64::try_from(length).unwrap_or_default();
        Ok(length)
    }
}

/// A long object is told as it goes, and comes back the same.
pub fn a_long_object_streams_through(place: &dyn Place) {
    let mut store = place.open(true).unwrap();
    let mut told = 0;
    let kept = store.put_stream(&mut Long { left: LONG, state: 1 }, &mut |bytes| told += bytes).unwrap();
    assert_eq!((kept.bytes, told), (LONG, LONG));
    let mut hasher = Hasher::new();
    let mut object = store.open(&kept.sha256).unwrap();
    let mut block = vec![0; 1 << 20];
    loop {
        let length = object.read(&mut block).unwrap();
        if length == 0 {
            break;
        }
        hasher.update(&block[..length]);
    }
    assert_eq!(hasher.finish(), kept);
}

/// An object that is gone or was altered is refused by name; adding the original mends it.
pub fn an_object_that_is_missing_or_altered_is_named(place: &dyn Place) {
    let mut store = place.open(true).unwrap();
    let one = digests(b"one");
    assert_eq!(told(read(&*store, &one.sha256)), "Verification object-missing");
    store.put(b"one", &one).unwrap();
    place.alter(&one.sha256);
    let refused = read(&*store, &one.sha256).unwrap_err();
    assert!(refused.to_string().contains(&one.sha256.to_string()[2..]), "{refused}");
    assert_eq!(told::<()>(Err(refused)), "Verification object-altered");
    store.put_stream(&mut b"one".as_slice(), &mut |_| {}).unwrap();
    assert_eq!(read(&*store, &one.sha256).unwrap(), b"one");
    place.lose(&one.sha256);
    assert_eq!(told(read(&*store, &one.sha256)), "Verification object-missing");
    store.put(b"one", &one).unwrap();
    assert_eq!(read(&*store, &one.sha256).unwrap(), b"one");
}

/// What a line names stays, whoever asks; what none names goes.
pub fn what_the_ledger_names_is_never_forgotten(place: &dyn Place) {
    let mut store = place.open(true).unwrap();
    let (named, spare) = (digests(b"named"), digests(b"spare"));
    store.put(b"named", &named).unwrap();
    store.put(b"spare", &spare).unwrap();
    append(&mut *store, &named.sha256.to_string()).unwrap();
    for digest in [named.sha256, spare.sha256, spare.sha256] {
        store.forget(&digest).unwrap();
    }
    assert_eq!(read(&*store, &named.sha256).unwrap(), b"named");
    assert_eq!(told(read(&*store, &spare.sha256)), "Verification object-missing");
    assert_eq!(store.objects().unwrap(), [named.sha256]);
}

/// A stick that is pulled out leaves no half an object.
pub fn a_source_that_breaks_off_leaves_nothing_behind(place: &dyn Place) {
    struct Breaks(u32);
    impl Read for Breaks {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            self.0 += 1;
            match self.0 {
                1 => Err(std::io::ErrorKind::Interrupted.into()),
                2 => Ok(buffer.len()),
                _ => Err(std::io::Error::other("pulled out")),
            }
        }
    }
    let mut store = place.open(true).unwrap();
    assert_eq!(told(store.put_stream(&mut Breaks(0), &mut |_| {})), "Input source-unreadable");
    assert_eq!(store.objects().unwrap(), []);
    store.put(b"after", &digests(b"after")).unwrap();
}
