//! The header of a Bitcoin block, as a person looked it up: 80 bytes (Bitcoin developer reference, block headers).

use super::{Attestation, Witness};
use crate::bytes::{Bytes, hex};
use redress_base::{Fault, Finding, Instant, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::Digest as _;

const LENGTH: usize = 80;
/// The easiest target that the main chain ever had, as its headers write it. What is easier was mined elsewhere.
const EASIEST: u32 = 0x1d00_ffff;
/// Since March 2011 every block of the main chain took more than 65,536 times that work; from the beginning of 2012, ten
/// months later, a header that states an easier target was mined elsewhere.
const EASIEST_SINCE: (u32, u32) = (1_325_376_000, 0x1b00_ffff);

/// A block's header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The block's hash, as explorers print it: by it anybody finds the block again, and its height.
    pub hash: String,
    /// The root of its tree of transactions, as explorers print it.
    pub root: String,
    /// The time in the header: by the miner's clock, which may be off by two hours.
    pub time: Instant,
    /// Whether its hash meets the target that it states, and that target is none that is easier than the main chain's
    /// at the time in it.
    /// Making such a header costs work; that it is of the main chain is seen by its hash.
    pub worked: bool,
}

/// What a header says of an attestation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Comparison {
    /// The digest is in the block with this header.
    Agrees,
    /// It is not.
    Differs,
    /// The attestation is not by a block of Bitcoin, or what it commits to is not computed here.
    None,
}

impl Header {
    /// Reads 160 hexadecimal digits.
    ///
    /// # Errors
    /// `media-header-form` where it is none; `media-header-work` where its hash does not meet its own target, so that
    /// nobody mined it.
    pub fn read(text: &str) -> Result<Header, Refusal> {
        let refuse = |code: &str| Finding::error(code).refuse(Fault::Usage);
        let bytes = bytes(text.trim()).ok_or_else(|| refuse("media-header-form"))?;
        let header = Header::of(&bytes).ok_or_else(|| refuse("media-header-form"))?;
        if header.worked { Ok(header) } else { Err(refuse("media-header-work")) }
    }

    fn of(bytes: &[u8]) -> Option<Header> {
        let hash = sha2::Sha256::digest(sha2::Sha256::digest(bytes));
        let backwards = |bytes: &[u8]| bytes.iter().rev().copied().collect::<Vec<u8>>();
        let mut reader = Bytes::new(bytes);
        let _version_and_previous = reader.take(36)?;
        let root = backwards(reader.take(32)?);
        let time = u32::from_le_bytes(reader.array()?);
        let bits = u32::from_le_bytes(reader.array()?);
        let _nonce = reader.array::<4>()?;
        let hash = backwards(&hash);
        Some(Header {
            worked: reader.is_empty() && meets(&hash, bits, time),
            hash: hex(&hash),
            root: hex(&root),
            time: Instant(i64::from(time)),
        })
    }

    /// Whether an attestation is by the block with this header.
    pub fn compare(&self, attestation: &Attestation) -> Comparison {
        match (&attestation.witness, &attestation.commitment) {
            (Witness::Bitcoin { .. }, Some(root)) if *root == self.root => Comparison::Agrees,
            (Witness::Bitcoin { .. }, Some(_)) => Comparison::Differs,
            _ => Comparison::None,
        }
    }
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text.chars().map(|c| u8::try_from(c.to_digit(16)?).ok()).collect::<Option<_>>()?;
    let bytes: Vec<u8> = digits
        .chunks_exact(2)
        .filter_map(|two| <[u8; 2]>::try_from(two).ok())
        .map(|[high, low]| high << 4 | low)
        .collect();
    (digits.len() == LENGTH.checked_mul(2)? && bytes.len() == LENGTH).then_some(bytes)
}

/// Whether a hash, highest byte first, is not above the target: three digits of base 256 and how many there are.
fn meets(hash: &[u8], bits: u32, time: u32) -> bool {
    let [exponent, mantissa @ ..] = bits.to_be_bytes();
    let exponent = usize::from(exponent);
    let (since, harder) = EASIEST_SINCE;
    let easiest = if time < since { EASIEST } else { harder };
    if bits & 0x0080_0000 != 0 || exponent < 3 || bits > easiest {
        return false;
    }
    let mut target = [0u8; 32];
    let Some(begin) = target.len().checked_sub(exponent) else { return false };
    for (place, digit) in target.iter_mut().skip(begin).zip(mantissa) {
        *place = digit;
    }
    hash.len() == target.len() && hash <= target.as_slice()
}

#[cfg(test)]
mod tests {
    use super::{EASIEST, Header, meets};
    use redress_base::Instant;

    /// The first block of Bitcoin.
    const GENESIS: &str = "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c";

    #[test]
    fn the_first_block() {
        let header = Header::read(GENESIS).unwrap();
        assert_eq!(header.hash, "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f");
        assert_eq!(header.root, "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b");
        assert_eq!(header.time, Instant(1_231_006_505));
    }

    /// A target as easy as in the first years can be met at home; since then the main chain has none such.
    #[test]
    fn the_work_of_the_first_years_counts_in_those_years() {
        // As many bytes of zero, then sixteen bits of one: the targets themselves.
        let hash = |zeros: usize| [vec![0; zeros], vec![0xff; 2], vec![0; 30 - zeros]].concat();
        let (first, last, since) = (1_231_006_505, 1_325_375_999, 1_325_376_000);
        assert!(meets(&hash(4), EASIEST, first) && meets(&hash(4), EASIEST, last));
        assert!(!meets(&hash(4), EASIEST, since) && !meets(&hash(4), EASIEST, u32::MAX));
        assert!(meets(&hash(6), 0x1b00_ffff, since) && !meets(&hash(5), 0x1b00_ffff, since));
        assert!(meets(&hash(6), 0x1b01_0000, last) && !meets(&hash(6), 0x1b01_0000, since));
    }

    #[test]
    fn a_changed_header_was_never_mined() {
        let other =
            |from: &str, to: &str| Header::read(&GENESIS.replacen(from, to, 1)).unwrap_err().finding.code;
        assert_eq!(other("29ab5f49", "2aab5f49"), "media-header-work");
        // An easier target than any of the main chain: a regression test network.
        assert_eq!(other("ffff001d", "ffff7f20"), "media-header-work");
        assert_eq!(other("ffff001d", "ffff8002"), "media-header-work");
        assert_eq!(other("01", ""), "media-header-form");
        assert_eq!(other("01", "0g"), "media-header-form");
        assert_eq!(other("01", "零1"), "media-header-form");
    }
}
