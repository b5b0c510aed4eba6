//! Several streams of SM3 side by side, one in each lane of a vector.

use super::{compress_words, Word, BLOCK, INITIAL};

/// One word of each of `L` streams.
#[derive(Clone, Copy)]
pub(crate) struct Vector<const L: usize>([u32; L]);

impl<const L: usize> Vector<L> {
    #[inline(always)]
    fn pairwise(self, other: Self, f: impl Fn(u32, u32) -> u32) -> Self {
        let mut out = self.0;
        for (a, b) in out.iter_mut().zip(other.0) {
            *a = f(*a, b);
        }
        Vector(out)
    }
}

impl<const L: usize> Word for Vector<L> {
    #[inline(always)]
    fn splat(value: u32) -> Self {
        Vector([value; L])
    }
    #[inline(always)]
    fn add(self, other: Self) -> Self {
        self.pairwise(other, u32::wrapping_add)
    }
    #[inline(always)]
    fn xor(self, other: Self) -> Self {
        self.pairwise(other, |a, b| a ^ b)
    }
    #[inline(always)]
    fn and(self, other: Self) -> Self {
        self.pairwise(other, |a, b| a & b)
    }
    #[inline(always)]
    fn or(self, other: Self) -> Self {
        self.pairwise(other, |a, b| a | b)
    }
    #[inline(always)]
    fn left<const N: u32>(self) -> Self {
        let mut out = self.0;
        for word in &mut out {
            *word = word.rotate_left(N);
        }
        Vector(out)
    }
}

/// The states of `L` streams, word by word.
pub(crate) struct Lanes<const L: usize>([Vector<L>; 8]);

impl<const L: usize> Lanes<L> {
    pub(crate) fn new() -> Self {
        Lanes(INITIAL.map(|word| Vector([word; L])))
    }

    /// Starts a new stream in one lane.
    pub(crate) fn reset(&mut self, lane: usize) {
        self.set(lane, &INITIAL);
    }

    /// The state of one lane.
    pub(crate) fn get(&self, lane: usize) -> [u32; 8] {
        self.0.map(|vector| vector.0.get(lane).copied().unwrap_or_default())
    }

    /// Puts a state into one lane.
    pub(crate) fn set(&mut self, lane: usize, state: &[u32; 8]) {
        for (vector, word) in self.0.iter_mut().zip(state) {
            if let Some(slot) = vector.0.get_mut(lane) {
                *slot = *word;
            }
        }
    }

    #[inline(always)]
    fn compress(&mut self, inputs: &[&[[u8; BLOCK]]; L], blocks: usize) {
        for number in 0..blocks {
            let mut w = [Vector([0u32; L]); 16];
            for (lane, input) in inputs.iter().enumerate() {
                let Some(block) = input.get(number) else { continue };
                for (vector, bytes) in w.iter_mut().zip(block.as_chunks::<4>().0) {
                    if let Some(slot) = vector.0.get_mut(lane) {
                        *slot = u32::from_be_bytes(*bytes);
                    }
                }
            }
            compress_words(&mut self.0, w);
        }
    }
}

/// Compresses `blocks` blocks in each of 16 lanes; a lane with fewer gets zeros, and a worthless state.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512bw", "x86_64+avx2"))]
pub(crate) fn compress_16(lanes: &mut Lanes<16>, inputs: &[&[[u8; BLOCK]]; 16], blocks: usize) {
    lanes.compress(inputs, blocks);
}

/// The same in 8 lanes.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512vl", "x86_64+avx2"))]
pub(crate) fn compress_8(lanes: &mut Lanes<8>, inputs: &[&[[u8; BLOCK]]; 8], blocks: usize) {
    lanes.compress(inputs, blocks);
}

/// How many lanes this machine fills best: 16 with AVX-512, else 8.
pub(crate) fn widest() -> usize {
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx512f") && std::arch::is_x86_feature_detected!("avx512bw") {
        return 16;
    }
    8
}
