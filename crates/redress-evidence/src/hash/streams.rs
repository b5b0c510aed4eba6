//! Many files at once: SM3 in lanes, each lane taking the next file when its own has ended.

use super::{Also, BESIDE, Sha2, Sums};
use crate::sm3::{self, BLOCK, Lanes};
use redress_base::Digests;
use std::io::Read;

/// Bytes that a lane reads at a time.
const CHUNK: usize = 64 * 1024;

/// Bytes that a stream reads at a time once it is read by itself; two such pieces are held.
const LONG: usize = 1 << 20;

/// With this many streams or fewer, one after the other is as quick as side by side.
const FEW: usize = 3;

/// Both digests of each of several byte strings.
pub fn digest_many(parts: &[&[u8]]) -> Vec<Digests> {
    let mut order: Vec<usize> = (0..parts.len()).collect();
    // The longest first: a long one begun last would run alone at the end.
    order.sort_by_key(|index| std::cmp::Reverse(parts.get(*index).map_or(0, |part| part.len())));
    let mut out: Vec<Option<Digests>> = vec![None; parts.len()];
    let mut open = |place: usize| -> Option<Box<dyn Read + '_>> {
        let part = parts.get(*order.get(place)?)?;
        Some(Box::new(*part))
    };
    digest_streams(Also::Nothing, &mut open, &mut |place, sums| {
        if let (Some(index), Ok(sums)) = (order.get(place), sums)
            && let Some(slot) = out.get_mut(*index)
        {
            *slot = Some(sums.digests);
        }
    });
    // Reading from memory cannot fail, so every slot is filled; were one not, it is hashed by itself.
    out.into_iter().zip(parts).map(|(made, part)| made.unwrap_or_else(|| super::digests(part))).collect()
}

/// What one lane is reading.
struct Reading<'a> {
    place: usize,
    reader: Box<dyn Read + 'a>,
    sha2: Sha2,
    /// Bytes read and not yet compressed are `buffer[start..end]`.
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    /// The padding is in the buffer: what is left to compress is all there is.
    ended: bool,
}

impl<'a> Reading<'a> {
    fn new(place: usize, reader: Box<dyn Read + 'a>, also: Also, mut buffer: Vec<u8>) -> Self {
        buffer.resize(CHUNK + 2 * BLOCK, 0);
        Reading { place, reader, sha2: Sha2::new(also), buffer, start: 0, end: 0, ended: false }
    }

    fn blocks(&self) -> &[[u8; BLOCK]] {
        self.buffer.get(self.start..self.end).unwrap_or_default().as_chunks::<BLOCK>().0
    }

    /// Reads until there is a block to compress, or the stream has ended and been padded.
    fn fill(&mut self) -> std::io::Result<()> {
        if self.ended || self.end - self.start >= BLOCK {
            return Ok(());
        }
        self.buffer.copy_within(self.start..self.end, 0);
        self.end -= self.start;
        self.start = 0;
        let from = self.end;
        while self.end < CHUNK {
            let Some(room) = self.buffer.get_mut(self.end..CHUNK) else { break };
            match self.reader.read(room) {
                Ok(0) => {
                    self.ended = true;
                    break;
                }
                Ok(count) => self.end += count.min(CHUNK - self.end),
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        self.sha2.update(self.buffer.get(from..self.end).unwrap_or_default());
        if self.ended {
            self.pad();
        }
        Ok(())
    }

    fn pad(&mut self) {
        let rest_at = self.end - self.end % BLOCK;
        let rest = self.buffer.get(rest_at..self.end).unwrap_or_default();
        let (end, blocks) = sm3::padding(rest, self.sha2.bytes);
        self.end = rest_at + blocks * BLOCK;
        for (slot, byte) in self.buffer.iter_mut().skip(rest_at).zip(end.iter().take(blocks * BLOCK)) {
            *slot = *byte;
        }
    }

    /// The rest of the stream by itself: long ones with SM3 and SHA-2 on threads of their own, while this one reads what comes
    /// next. SM3 takes several times as long as either and cannot be divided, so nothing else should make it wait.
    fn alone(mut self, mut state: [u32; 8]) -> std::io::Result<Sums> {
        sm3::compress(&mut state, self.blocks());
        self.start += self.blocks().len() * BLOCK;
        if self.ended {
            return Ok(self.sha2.finish(sm3::digest(&state)));
        }
        let Reading { mut reader, mut sha2, buffer, start, end, .. } = self;
        let (mut now, mut next) = (Piece::default(), Piece::default());
        now.read(&mut *reader, buffer.get(start..end).unwrap_or_default())?;
        while !now.last {
            let (blocks, rest) = now.blocks();
            let fresh = now.fresh();
            let read = std::thread::scope(|scope| {
                scope.spawn(|| sm3::compress(&mut state, blocks));
                scope.spawn(|| sha2.update(fresh));
                next.read(&mut *reader, rest)
            });
            read?;
            std::mem::swap(&mut now, &mut next);
        }
        now.digest(&mut sha2, &mut state);
        let (_, rest) = now.blocks();
        let (end, count) = sm3::padding(rest, sha2.bytes);
        sm3::compress(&mut state, end.as_chunks::<BLOCK>().0.get(..count).unwrap_or_default());
        Ok(sha2.finish(sm3::digest(&state)))
    }

    fn done(&self) -> bool {
        self.ended && self.start == self.end
    }
}

/// A part of a long stream: what the piece before it left of a block, and then what was read.
#[derive(Default)]
struct Piece {
    bytes: Vec<u8>,
    /// Where what was read begins: SHA-2 has taken what stands before it.
    from: usize,
    end: usize,
    /// Nothing comes after it.
    last: bool,
}

impl Piece {
    fn read(&mut self, reader: &mut dyn Read, rest: &[u8]) -> std::io::Result<()> {
        self.bytes.resize(LONG, 0);
        self.from = rest.len().min(BLOCK);
        self.end = self.from;
        self.last = false;
        for (slot, byte) in self.bytes.iter_mut().zip(rest.iter().take(BLOCK)) {
            *slot = *byte;
        }
        while !self.last && self.end < LONG {
            let Some(free) = self.bytes.get_mut(self.end..) else { break };
            match reader.read(free) {
                Ok(0) => self.last = true,
                Ok(count) => self.end += count.min(LONG - self.end),
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Whole blocks, and what is left after them.
    fn blocks(&self) -> (&[[u8; BLOCK]], &[u8]) {
        self.bytes.get(..self.end).unwrap_or_default().as_chunks::<BLOCK>()
    }

    fn fresh(&self) -> &[u8] {
        self.bytes.get(self.from..self.end).unwrap_or_default()
    }

    /// Both digests of it, on two threads where it is worth that.
    fn digest(&self, sha2: &mut Sha2, state: &mut [u32; 8]) {
        let (blocks, _) = self.blocks();
        if self.fresh().len() < BESIDE {
            sha2.update(self.fresh());
            return sm3::compress(state, blocks);
        }
        std::thread::scope(|scope| {
            scope.spawn(|| sm3::compress(state, blocks));
            sha2.update(self.fresh());
        });
    }
}

/// Digests of many streams, side by side, with bounded memory (about 64 KiB a lane, two mebibytes for one that is left alone).
///
/// `open(place)` lends the stream at each place 0, 1, 2 …, and `None` after the last; `each(place, sums)` is
/// told every result, in the order in which the streams end. Long streams should come first. A stream
/// that cannot be read gives its error and no digest; the others go on.
pub fn digest_streams<'a>(
    also: Also,
    open: &mut dyn FnMut(usize) -> Option<Box<dyn Read + 'a>>,
    each: &mut dyn FnMut(usize, std::io::Result<Sums>),
) {
    if sm3::widest() == 16 {
        run::<16>(also, open, each, sm3::compress_16);
    } else {
        run::<8>(also, open, each, sm3::compress_8);
    }
}

type Kernel<const L: usize> = fn(&mut Lanes<L>, &[&[[u8; BLOCK]]; L], usize);

fn run<'a, const L: usize>(
    also: Also,
    open: &mut dyn FnMut(usize) -> Option<Box<dyn Read + 'a>>,
    each: &mut dyn FnMut(usize, std::io::Result<Sums>),
    kernel: Kernel<L>,
) {
    let mut lanes = Lanes::<L>::new();
    let mut readings: [Option<Reading<'a>>; L] = std::array::from_fn(|_| None);
    let mut next = Some(0);
    loop {
        for (lane, slot) in readings.iter_mut().enumerate() {
            refill(lane, slot, &mut lanes, &mut next, also, open, each);
        }
        let active = readings.iter().flatten();
        let Some(blocks) = active.clone().map(|reading| reading.blocks().len()).min() else { return };
        if active.count() <= FEW && next.is_none() {
            // Nothing comes after them: each is read to its end by itself.
            for (lane, slot) in readings.iter_mut().enumerate() {
                let Some(reading) = slot.take() else { continue };
                let place = reading.place;
                each(place, reading.alone(lanes.get(lane)));
            }
            return;
        }
        let inputs: [&[[u8; BLOCK]]; L] =
            std::array::from_fn(|lane| match readings.get(lane).and_then(Option::as_ref) {
                Some(reading) => reading.blocks(),
                None => &[],
            });
        kernel(&mut lanes, &inputs, blocks);
        for reading in readings.iter_mut().flatten() {
            reading.start += blocks * BLOCK;
        }
    }
}

/// Leaves the lane with at least one block to compress, or empty when there are no more streams.
fn refill<'a, const L: usize>(
    lane: usize,
    slot: &mut Option<Reading<'a>>,
    lanes: &mut Lanes<L>,
    next: &mut Option<usize>,
    also: Also,
    open: &mut dyn FnMut(usize) -> Option<Box<dyn Read + 'a>>,
    each: &mut dyn FnMut(usize, std::io::Result<Sums>),
) {
    loop {
        // Most lanes have something left; a reading is large to move.
        if slot.as_ref().is_some_and(|reading| !reading.blocks().is_empty()) {
            return;
        }
        let mut buffer = Vec::new();
        if let Some(mut reading) = slot.take() {
            let filled = if reading.done() { Ok(()) } else { reading.fill() };
            if let Err(error) = filled {
                each(reading.place, Err(error));
            } else if reading.done() {
                each(reading.place, Ok(reading.sha2.finish(sm3::digest(&lanes.get(lane)))));
            } else {
                *slot = Some(reading);
                return;
            }
            buffer = reading.buffer;
        }
        let Some(place) = *next else { return };
        let Some(reader) = open(place) else {
            *next = None;
            return;
        };
        *next = Some(place + 1);
        lanes.reset(lane);
        *slot = Some(Reading::new(place, reader, also, buffer));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// This machine takes one width; the other must be as right.
    fn both_widths(parts: &[Vec<u8>]) {
        for width in [8, 16] {
            let mut results = vec![None; parts.len()];
            let mut open = |place: usize| -> Option<Box<dyn Read + '_>> {
                parts.get(place).map(|part| Box::new(part.as_slice()) as Box<dyn Read + '_>)
            };
            let mut each = |place: usize, sums: std::io::Result<Sums>| results[place] = sums.ok();
            if width == 8 {
                run::<8>(Also::Nothing, &mut open, &mut each, sm3::compress_8);
            } else {
                run::<16>(Also::Nothing, &mut open, &mut each, sm3::compress_16);
            }
            for (part, sums) in parts.iter().zip(&results) {
                assert_eq!(sums.map(|sums| sums.digests), Some(crate::hash::digests(part)), "width {width}");
            }
        }
    }

    #[test]
    fn long_streams_by_themselves_agree_with_the_single_stream() {
        let long = (1 << 20) + 70_000;
        both_widths(&[vec![1; long], vec![2; 3], vec![3; 2 * long + 1], vec![4; (1 << 20) - 64]]);
        both_widths(&[vec![5; BESIDE - 1], vec![6; BESIDE], vec![7; LONG]]);
    }

    #[test]
    fn both_widths_agree_with_the_single_stream() {
        for count in [1usize, 4, 9, 17, 33] {
            let length = |number: usize| [3, 64, 700, 0, 70_000, 129][number % 6];
            both_widths(&(0..count).map(|number| vec![7u8; length(number)]).collect::<Vec<_>>());
        }
    }
}
