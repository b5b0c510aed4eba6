//! Character 3-grams as whole numbers, and the likeness of two texts by the definition.

use super::normalise::normalise;

/// Characters of a gram.
pub(super) const GRAM: usize = 3;

/// One gram as a number: three code points of 21 bits each, stirred so that every bit depends on
/// every character. Stirring is a bijection, so equal numbers mean equal grams: nothing is lost.
pub(super) fn gram(a: char, b: char, c: char) -> u64 {
    stir(u64::from(u32::from(a)) << 42 | u64::from(u32::from(b)) << 21 | u64::from(u32::from(c)))
}

/// A bijection on 64-bit numbers: each xor-shift and each multiplication by an odd number can be
/// undone. Only 0 maps to 0, and no gram of letters is 0.
pub(crate) const fn stir(mut key: u64) -> u64 {
    key ^= key >> 32;
    key = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    key ^= key >> 29;
    key = key.wrapping_mul(0xd1b5_4a32_d192_ed03);
    key ^ key >> 32
}

/// Every gram of a normalised text, in order, repeats included.
pub(super) fn grams(text: &[char]) -> impl Iterator<Item = u64> + '_ {
    text.windows(GRAM).filter_map(|window| match window {
        [a, b, c] => Some(gram(*a, *b, *c)),
        _ => None,
    })
}

/// How many 3-grams two texts share, and how many they have together. Both 0 when a text is too
/// short to have one.
pub(crate) fn likeness(a: &str, b: &str) -> (u64, u64) {
    let set = |text: &str| {
        let chars: Vec<char> = normalise(text).chars().collect();
        grams(&chars).collect::<std::collections::BTreeSet<u64>>()
    };
    let (a, b) = (set(a), set(b));
    let shared = a.intersection(&b).count();
    let union = a.len() + b.len() - shared;
    (u64::try_from(shared).unwrap_or(u64::MAX), u64::try_from(union).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::{likeness, stir};
    use proptest::prelude::*;

    /// The inverse of [`stir`], to prove that it is a bijection.
    fn unstir(mut key: u64) -> u64 {
        let inverse =
            |odd: u64| (0..6).fold(odd, |x, _| x.wrapping_mul(2u64.wrapping_sub(odd.wrapping_mul(x))));
        let unshift = |key: u64, by: u32| (0..3).fold(key, |x, _| key ^ (x >> by));
        key = unshift(key, 32).wrapping_mul(inverse(0xd1b5_4a32_d192_ed03));
        key = unshift(key, 29).wrapping_mul(inverse(0x9e37_79b9_7f4a_7c15));
        unshift(key, 32)
    }

    proptest! {
        #[test]
        fn stirring_can_be_undone(key in any::<u64>()) {
            prop_assert_eq!(unstir(stir(key)), key);
        }
    }

    #[test]
    fn likeness_counts_sets_not_repeats() {
        assert_eq!(likeness("哈哈哈哈哈哈", "哈哈哈"), (1, 1));
        assert_eq!(likeness("一二三四五", "一二三四六"), (2, 4));
        assert_eq!(likeness("一二", "一二"), (0, 0));
    }
}
