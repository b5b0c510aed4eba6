//! A picture of a chat, drawn with boxes: PNG (W3C PNG, second edition) with stored deflate blocks,
//! so that no compressor's version can change a byte.

use crate::Random;

const WIDTH: usize = 180;
const HEIGHT: usize = 320;
/// Background, left bubble, right bubble, ink.
const PALETTE: [u8; 12] = [0xed, 0xed, 0xed, 0xff, 0xff, 0xff, 0xa9, 0xe9, 0x7a, 0x77, 0x77, 0x77];

/// A picture of chat bubbles without readable words; the seed decides where they stand.
pub(crate) fn chat(seed: u64) -> Vec<u8> {
    let mut random = Random::new(seed);
    let mut pixels = vec![0u8; WIDTH * HEIGHT];
    let mut y = 16usize;
    while y + 40 < HEIGHT {
        let lines = random.place(3) + 1;
        let width = random.place(50) + 60;
        let right = random.chance(1, 2);
        let x = if right { WIDTH - width - 14 } else { 14 };
        let height = lines * 10 + 8;
        fill(&mut pixels, (x, y), (width, height), if right { 2 } else { 1 });
        for line in 0..lines {
            let ink = width - 16 - random.place(20);
            fill(&mut pixels, (x + 8, y + 6 + line * 10), (ink, 4), 3);
        }
        y += height + 10 + random.place(8);
    }
    encode(&pixels)
}

fn fill(pixels: &mut [u8], at: (usize, usize), size: (usize, usize), colour: u8) {
    for line in pixels.chunks_exact_mut(WIDTH).skip(at.1).take(size.1) {
        line.iter_mut().skip(at.0).take(size.0).for_each(|pixel| *pixel = colour);
    }
}

/// Two bits a pixel, palette, no filter.
fn encode(pixels: &[u8]) -> Vec<u8> {
    let mut raw = Vec::new();
    for line in pixels.chunks_exact(WIDTH) {
        raw.push(0);
        for four in line.chunks(4) {
            raw.push(four.iter().fold(0u8, |byte, pixel| byte << 2 | (pixel & 3)));
        }
    }
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = Vec::new();
    header.extend_from_slice(&be(WIDTH));
    header.extend_from_slice(&be(HEIGHT));
    header.extend_from_slice(&[2, 3, 0, 0, 0]);
    chunk(&mut out, *b"IHDR", &header);
    chunk(&mut out, *b"PLTE", &PALETTE);
    chunk(&mut out, *b"tEXt", b"Comment\0Fictional. Part of the redress example case.");
    chunk(&mut out, *b"IDAT", &stored(&raw));
    chunk(&mut out, *b"IEND", &[]);
    out
}

fn be(n: usize) -> [u8; 4] {
    u32::try_from(n).unwrap_or(u32::MAX).to_be_bytes()
}

/// zlib (RFC 1950) around stored blocks (RFC 1951 §3.2.4).
fn stored(raw: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let blocks = raw.chunks(0xffff).count();
    for (at, block) in raw.chunks(0xffff).enumerate() {
        let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
        out.push(u8::from(at + 1 == blocks));
        out.extend_from_slice(&length.to_le_bytes());
        out.extend_from_slice(&(!length).to_le_bytes());
        out.extend_from_slice(block);
    }
    let (a, b) = raw.iter().fold((1u32, 0u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    out.extend_from_slice(&(b << 16 | a).to_be_bytes());
    out
}

fn chunk(out: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    out.extend_from_slice(&be(data.len()));
    out.extend_from_slice(&kind);
    out.extend_from_slice(data);
    let sum = crc(kind.iter().chain(data));
    out.extend_from_slice(&sum.to_be_bytes());
}

fn crc<'a>(bytes: impl Iterator<Item = &'a u8>) -> u32 {
    let sum = bytes.fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |s, _| if s & 1 == 1 { s >> 1 ^ 0xedb8_8320 } else { s >> 1 })
    });
    !sum
}

#[cfg(test)]
mod tests {
    use super::{chat, crc};

    #[test]
    fn the_check_value_of_crc_32_is_right() {
        assert_eq!(crc(b"123456789".iter()), 0xcbf4_3926);
    }

    #[test]
    fn the_picture_starts_and_ends_as_a_png() {
        let bytes = chat(1);
        assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
        assert!(bytes.ends_with(b"IEND\xaeB`\x82"));
        assert_ne!(bytes, chat(2));
    }
}
