//! Several streams of SM3 side by side, one in each lane of a vector.

use super::{BLOCK, INITIAL, compress_words};

/// The states of `L` streams, word by word.
pub(crate) struct Lanes<const L: usize>([[u32; L]; 8]);

impl<const L: usize> Lanes<L> {
    pub(crate) fn new() -> Self {
        Lanes(INITIAL.map(|word| [word; L]))
    }

    /// Starts a new stream in one lane.
    pub(crate) fn reset(&mut self, lane: usize) {
        self.set(lane, &INITIAL);
    }

    /// The state of one lane.
    pub(crate) fn get(&self, lane: usize) -> [u32; 8] {
        self.0.map(|words| words.get(lane).copied().unwrap_or_default())
    }

    /// Puts a state into one lane.
    pub(crate) fn set(&mut self, lane: usize, state: &[u32; 8]) {
        for (words, word) in self.0.iter_mut().zip(state) {
            if let Some(slot) = words.get_mut(lane) {
                *slot = *word;
            }
        }
    }

    /// The loop over lanes is what the compiler turns into vectors: its body has no branch and touches
    /// nothing but its own lane.
    #[inline(always)]
    #[expect(
        clippy::indexing_slicing,
        reason = "lanes count to L and words to 8 and 16, the lengths of the arrays"
    )]
    fn compress(&mut self, inputs: &[&[[u8; BLOCK]]; L], blocks: usize) {
        let mut w = [[0u32; L]; 16];
        for number in 0..blocks {
            for (lane, input) in inputs.iter().enumerate() {
                let Some(block) = input.get(number) else { continue };
                for (words, bytes) in w.iter_mut().zip(block.as_chunks::<4>().0) {
                    words[lane] = u32::from_be_bytes(*bytes);
                }
            }
            for lane in 0..L {
                let state = std::array::from_fn(|word| self.0[word][lane]);
                let made = compress_words(state, std::array::from_fn(|word| w[word][lane]));
                for (words, word) in self.0.iter_mut().zip(made) {
                    words[lane] = word;
                }
            }
        }
    }
}

/// Compresses `blocks` blocks in each of 16 lanes; the state of a lane with fewer becomes worthless.
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
