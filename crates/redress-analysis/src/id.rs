//! Names of statements: `st-` and eight hexadecimal digits of its anchor's key.

use crate::text::stir;

/// The name that a statement with this anchor gets; `turn` is 0 except after a clash.
///
/// FNV-1a over the key's bytes, then stirred; the upper half is printed. The name depends on the
/// platform's own id alone, so that the same material gives the same name on every machine.
pub(crate) fn statement_id(key: &str, turn: u64) -> String {
    let hash = key
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, byte| (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("st-{:08x}", stir(hash.wrapping_add(turn)) >> 32)
}

#[cfg(test)]
mod tests {
    use super::statement_id;

    #[test]
    fn names_stay_what_they_are() {
        // A change here would orphan every fact that a person has entered.
        assert_eq!(statement_id("weibo/4912000000000001", 0), "st-00000000");
        assert_ne!(statement_id("weibo/4912000000000001", 0), statement_id("weibo/4912000000000001", 1));
    }
}
