//! What survives of a write that no flush has covered.

use crate::chance::Chance;

/// A device keeps or loses no less than this; within it bytes may also come out as nobody wrote them.
const SECTOR: usize = 512;

/// Whether a change survives. Whole histories come up as often as mixed ones: with mood 0 everything is
/// lost, with mood 1 everything is kept, with any other each change has its own draw.
pub(crate) fn lives(mood: u64, chance: &mut Chance) -> bool {
    match mood {
        0 => false,
        1 => true,
        _ => chance.below(2) == 0,
    }
}

/// Puts bytes in their place; what lies between the old end and them is noughts.
pub(crate) fn put(bytes: &mut Vec<u8>, at: usize, written: &[u8]) {
    let end = at + written.len();
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    bytes[at..end].copy_from_slice(written);
}

/// Some of a write: all of it, a part to the byte, some of its sectors, or sectors that hold neither
/// the old nor the new.
pub(crate) fn tear(bytes: &mut Vec<u8>, at: usize, written: &[u8], chance: &mut Chance) {
    let cut = chance.upto(written.len());
    match chance.below(5) {
        0 | 1 => put(bytes, at, written),
        2 => put(bytes, at, &written[..cut]),
        3 => put(bytes, at + cut, &written[cut..]),
        _ => {
            for (number, sector) in written.chunks(SECTOR).enumerate() {
                let place = at + number * SECTOR;
                match chance.below(4) {
                    0 => {}
                    1 => put(bytes, place, &chance.bytes(sector.len())),
                    _ => put(bytes, place, sector),
                }
            }
        }
    }
}
