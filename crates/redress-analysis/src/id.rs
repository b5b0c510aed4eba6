//! Names of statements: `st-` and eight hexadecimal digits of its anchor's key.

use crate::text::stir;

/// The 32 bits that a statement with this anchor is named by; `turn` is 0 except after a clash.
///
/// FNV-1a over the key's bytes, then stirred; the upper half counts. The name depends on the
/// platform's own id alone, so that the same material gives the same name on every machine.
pub(crate) fn statement_bits(key: &str, turn: u64) -> u32 {
    let hash = key
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, byte| (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let [a, b, c, d, ..] = stir(hash.wrapping_add(turn)).to_be_bytes();
    u32::from_be_bytes([a, b, c, d])
}

/// The name as it is printed and as facts are kept under it.
pub(crate) fn statement_id(bits: u32) -> String {
    format!("st-{bits:08x}")
}

#[cfg(test)]
mod tests {
    use super::{statement_bits, statement_id};

    #[test]
    fn names_stay_what_they_are() {
        // A change here would orphan every fact that a person has entered.
        assert_eq!(statement_id(statement_bits("weibo/4912000000000001", 0)), "st-bee9e14c");
        assert_ne!(statement_bits("weibo/4912000000000001", 1), statement_bits("weibo/4912000000000001", 0));
    }
}
