//! SM3 (GB/T 32905-2016; also ISO/IEC 10118-3:2018), for one stream and for several side by side.
//!
//! One stream is bound by its long chain of additions, so several independent streams are hashed in the
//! lanes of a vector ([`lanes`]). Tests hold both against the `sm3` crate and the standard's own examples.

mod lanes;

pub(crate) use lanes::{Lanes, compress_8, compress_16, widest};

/// Bytes in a block.
pub(crate) const BLOCK: usize = 64;

/// The initial value (GB/T 32905-2016 §4.1).
pub(crate) const INITIAL: [u32; 8] =
    [0x7380_166f, 0x4914_b2b9, 0x1724_42d7, 0xda8a_0600, 0xa96f_30bc, 0x1631_38aa, 0xe38d_ee4d, 0xb0fb_0e4e];

/// `T_j <<< j` for every round (§4.2).
const ROUND: [u32; 64] = {
    let mut table = [0u32; 64];
    let mut j = 0;
    while j < 64 {
        let base: u32 = if j < 16 { 0x79cc_4519 } else { 0x7a87_9d8a };
        #[expect(clippy::indexing_slicing, reason = "a constant expression: out of range would not compile")]
        #[expect(clippy::cast_possible_truncation, reason = "j is below 64")]
        {
            table[j] = base.rotate_left(j as u32 % 32);
        }
        j += 1;
    }
    table
};

/// `P0`, `P1` (§4.4).
#[inline(always)]
fn p0(x: u32) -> u32 {
    x ^ x.rotate_left(9) ^ x.rotate_left(17)
}

#[inline(always)]
fn p1(x: u32) -> u32 {
    x ^ x.rotate_left(15) ^ x.rotate_left(23)
}

/// One round. The eight words keep their places; the caller renames them instead of moving them.
macro_rules! round {
    ($early:expr, $w:ident, $j:expr, $a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident) => {
        // From round 12 on, the word four ahead is made in the place of the word twelve behind (§5.3.2).
        if $j >= 12 {
            let fresh = p1($w[($j + 4) % 16] ^ $w[($j + 11) % 16] ^ $w[($j + 1) % 16].rotate_left(15));
            $w[($j + 4) % 16] = fresh ^ $w[($j + 7) % 16].rotate_left(7) ^ $w[($j + 14) % 16];
        }
        let turned = $a.rotate_left(12);
        let ss1 = turned.wrapping_add($e.wrapping_add(ROUND[$j])).rotate_left(7);
        let word = $w[$j % 16];
        let (ff, gg) = if $early {
            ($a ^ $b ^ $c, $e ^ $f ^ $g)
        } else {
            (($a & $b) | (($a | $b) & $c), (($f ^ $g) & $e) ^ $g)
        };
        let ahead = word ^ $w[($j + 4) % 16];
        $d = ff.wrapping_add($d.wrapping_add(ahead)).wrapping_add(ss1 ^ turned);
        $h = p0(gg.wrapping_add($h.wrapping_add(word)).wrapping_add(ss1));
        $b = $b.rotate_left(9);
        $f = $f.rotate_left(19);
    };
}

macro_rules! four {
    ($early:expr, $w:ident, $j:expr, $a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident) => {
        round!($early, $w, $j, $a $b $c $d $e $f $g $h);
        round!($early, $w, $j + 1, $d $a $b $c $h $e $f $g);
        round!($early, $w, $j + 2, $c $d $a $b $g $h $e $f);
        round!($early, $w, $j + 3, $b $c $d $a $f $g $h $e);
    };
}

/// Compresses one block into the state (§5.3.3). Unrolled, so that every index is a constant.
#[inline(always)]
pub(crate) fn compress_words(state: [u32; 8], mut w: [u32; 16]) -> [u32; 8] {
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = state;
    four!(true, w, 0, a b c d e f g h);
    four!(true, w, 4, a b c d e f g h);
    four!(true, w, 8, a b c d e f g h);
    four!(true, w, 12, a b c d e f g h);
    four!(false, w, 16, a b c d e f g h);
    four!(false, w, 20, a b c d e f g h);
    four!(false, w, 24, a b c d e f g h);
    four!(false, w, 28, a b c d e f g h);
    four!(false, w, 32, a b c d e f g h);
    four!(false, w, 36, a b c d e f g h);
    four!(false, w, 40, a b c d e f g h);
    four!(false, w, 44, a b c d e f g h);
    four!(false, w, 48, a b c d e f g h);
    four!(false, w, 52, a b c d e f g h);
    four!(false, w, 56, a b c d e f g h);
    four!(false, w, 60, a b c d e f g h);
    let [a0, b0, c0, d0, e0, f0, g0, h0] = state;
    [a ^ a0, b ^ b0, c ^ c0, d ^ d0, e ^ e0, f ^ f0, g ^ g0, h ^ h0]
}

#[inline(always)]
fn words(block: &[u8; BLOCK]) -> [u32; 16] {
    let mut out = [0u32; 16];
    for (word, bytes) in out.iter_mut().zip(block.as_chunks::<4>().0) {
        *word = u32::from_be_bytes(*bytes);
    }
    out
}

/// Compresses whole blocks of one stream.
#[multiversion::multiversion(targets("x86_64+bmi1+bmi2"))]
pub(crate) fn compress(state: &mut [u32; 8], blocks: &[[u8; BLOCK]]) {
    for block in blocks {
        *state = compress_words(*state, words(block));
    }
}

/// The end of a stream: what is left of the last block, the 1 bit, zeros, and the length in bits
/// (§5.2); one block or two. `rest` is shorter than a block.
pub(crate) fn padding(rest: &[u8], length: u64) -> ([u8; 2 * BLOCK], usize) {
    let mut end = [0u8; 2 * BLOCK];
    for (slot, byte) in end.iter_mut().zip(rest.iter().chain(&[0x80])) {
        *slot = *byte;
    }
    let blocks = if rest.len() < BLOCK - 8 { 1 } else { 2 };
    let bits = length.wrapping_mul(8).to_be_bytes();
    for (slot, byte) in end.iter_mut().take(blocks * BLOCK).rev().zip(bits.iter().rev()) {
        *slot = *byte;
    }
    (end, blocks)
}

/// The digest out of a finished state.
pub(crate) fn digest(state: &[u32; 8]) -> [u8; 32] {
    let mut out = [0u8; 32];
    for (bytes, word) in out.as_chunks_mut::<4>().0.iter_mut().zip(state) {
        *bytes = word.to_be_bytes();
    }
    out
}

/// SM3 of one stream, fed in pieces.
#[derive(Clone)]
pub(crate) struct Stream {
    state: [u32; 8],
    rest: Vec<u8>,
    length: u64,
}

impl Stream {
    pub(crate) fn new() -> Stream {
        Stream { state: INITIAL, rest: Vec::with_capacity(BLOCK), length: 0 }
    }

    pub(crate) fn update(&mut self, mut bytes: &[u8]) {
        self.length = self.length.wrapping_add(bytes.len() as u64);
        if !self.rest.is_empty() {
            let take = bytes.len().min(BLOCK - self.rest.len());
            let Some((head, tail)) = bytes.split_at_checked(take) else { return };
            self.rest.extend_from_slice(head);
            bytes = tail;
            if let Ok(block) = <[u8; BLOCK]>::try_from(self.rest.as_slice()) {
                compress(&mut self.state, &[block]);
                self.rest.clear();
            }
        }
        let (blocks, rest) = bytes.as_chunks::<BLOCK>();
        compress(&mut self.state, blocks);
        self.rest.extend_from_slice(rest);
    }

    pub(crate) fn finish(mut self) -> [u8; 32] {
        let (end, blocks) = padding(&self.rest, self.length);
        let (all, _) = end.as_chunks::<BLOCK>();
        compress(&mut self.state, all.get(..blocks).unwrap_or_default());
        digest(&self.state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::sm3::Digest;

    #[test]
    fn the_standard_s_own_example() {
        let mut stream = Stream::new();
        stream.update(b"abc");
        let hex: String = stream.finish().iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    #[test]
    fn every_length_up_to_three_blocks_in_every_split_equals_the_crate() {
        let message: Vec<u8> = (0..=192u8).collect();
        for length in 0..=message.len() {
            let expected: [u8; 32] = ::sm3::Sm3::digest(&message[..length]).into();
            for split in [0, 1, 63, 64, 65, 128] {
                let split = split.min(length);
                let mut stream = Stream::new();
                stream.update(&message[..split]);
                stream.update(&message[split..length]);
                assert_eq!(stream.finish(), expected, "{length} split at {split}");
            }
        }
    }

    #[test]
    fn lanes_do_not_touch_each_other() {
        let blocks: Vec<[u8; BLOCK]> = (0..16u8).map(|number| [number; BLOCK]).collect();
        let mut lanes = Lanes::<16>::new();
        lanes.set(3, &[9; 8]);
        let inputs: [&[[u8; BLOCK]]; 16] = std::array::from_fn(|lane| &blocks[lane..=lane]);
        compress_16(&mut lanes, &inputs, 1);
        for (lane, block) in blocks.iter().enumerate() {
            let mut state = if lane == 3 { [9; 8] } else { INITIAL };
            compress(&mut state, &[*block]);
            assert_eq!(lanes.get(lane), state, "lane {lane}");
        }
        lanes.reset(3);
        assert_eq!(lanes.get(3), INITIAL);
    }
}
