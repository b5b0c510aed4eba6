//! Stages of a spread: spans of bins between the points at which the pace of posting changes. docs/measures/stages.md.
//!
//! Counts are made comparable by the square root of Anscombe (1948), which gives a count its own variance of one; the segmentation
//! is the exact optimum of squared error with a penalty of `3 ln n` for each change (the leading term of Zhang and Siegmund
//! 2007), found by PELT (Killick, Fearnhead and Eckley 2012). All in whole numbers, so that every machine gives the same.

/// More bins than this and nothing is divided: a page of stages would say nothing.
pub(crate) const MOST_BINS: usize = 10_000;
/// Roots are kept in thousandths, errors in millionths.
const SCALE: u128 = 1_000_000;
/// What rounding may take from an error of a span.
const SLACK: i128 = 2;

/// Where each stage begins, by bin; the first begins at 0. Empty where there is no bin, or more than can be divided.
pub(crate) fn stages(counts: &[u64]) -> Vec<usize> {
    if counts.is_empty() || counts.len() > MOST_BINS {
        return Vec::new();
    }
    let sums = Sums::of(counts);
    let penalty = 3_i128.saturating_mul(ln(counts.len()));
    // best[t] is the least error of the first t bins and the beginning of their last stage.
    let mut best: Vec<(i128, usize)> = vec![(-penalty, 0)];
    let mut open: Vec<usize> = vec![0];
    for end in 1..=counts.len() {
        let error = |start: usize| {
            let (before, _) = best.get(start).copied().unwrap_or_default();
            before.saturating_add(sums.error(start, end))
        };
        let tried = open.iter().map(|start| (error(*start), *start));
        // The earliest of several, so that nothing is divided without a gain.
        let Some((least, start)) = tried.min() else { return Vec::new() };
        let least = least.saturating_add(penalty);
        open.retain(|start| error(*start) <= least.saturating_add(SLACK));
        open.push(end);
        best.push((least, start));
    }
    let mut found = Vec::new();
    let mut at = counts.len();
    while at > 0 {
        let Some((_, start)) = best.get(at) else { break };
        found.push(*start);
        at = *start;
    }
    found.reverse();
    found
}

/// Sums of the roots, and of their squares, of the bins before each.
struct Sums(Vec<(i128, i128)>);

impl Sums {
    fn of(counts: &[u64]) -> Sums {
        let mut sums = vec![(0_i128, 0_i128)];
        let (mut plain, mut squares) = (0_i128, 0_i128);
        for count in counts {
            // 2 √(x + 3/8) in thousandths.
            let root = u128::from(*count).saturating_mul(4 * SCALE).saturating_add(SCALE / 2 * 3).isqrt();
            let root = i128::try_from(root).unwrap_or(i128::MAX);
            plain = plain.saturating_add(root);
            squares = squares.saturating_add(root.saturating_mul(root));
            sums.push((plain, squares));
        }
        Sums(sums)
    }

    /// Squared distance of the bins from their mean, in millionths.
    fn error(&self, start: usize, end: usize) -> i128 {
        let at = |bin: usize| self.0.get(bin).copied().unwrap_or_default();
        let ((before, before_squares), (all, all_squares)) = (at(start), at(end));
        let bins = i128::try_from(end.saturating_sub(start)).unwrap_or(1).max(1);
        let sum = all.saturating_sub(before);
        all_squares.saturating_sub(before_squares).saturating_sub(sum.saturating_mul(sum) / bins)
    }
}

/// The natural logarithm in millionths: bits of the logarithm to the base of two, by squaring.
fn ln(number: usize) -> i128 {
    const LN_2: u128 = 693_147;
    const ONE: u128 = 1 << 32;
    let number = u128::try_from(number).unwrap_or(u128::MAX).max(1);
    let whole = number.ilog2();
    // Between one and two, with 32 bits behind the point.
    let mut rest = (number << 32) >> whole;
    let mut log = u128::from(whole) << 20;
    for bit in (0..20).rev() {
        rest = (rest * rest) >> 32;
        if rest >= 2 * ONE {
            rest >>= 1;
            log |= 1 << bit;
        }
    }
    i128::try_from((log * LN_2) >> 20).unwrap_or(i128::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Sums, ln, stages};
    use proptest::prelude::*;

    #[test]
    fn logarithms_are_right_to_the_third_place() {
        for (number, micro) in [(1, 0), (2, 693_147), (3, 1_098_612), (100, 4_605_170), (10_000, 9_210_340)] {
            assert!((ln(number) - micro).abs() < 20, "{number}: {}", ln(number));
        }
    }

    #[test]
    fn a_rise_and_a_fall_are_three_stages_and_an_even_pace_is_one() {
        let quiet = [2, 1, 3, 2, 2, 1, 2, 3, 1, 2];
        let flood = [240, 255, 231, 262, 248];
        assert_eq!(stages(&[&quiet[..], &flood, &quiet].concat()), [0, 10, 15]);
        assert_eq!(stages(&quiet), [0]);
        assert_eq!(stages(&[7]), [0]);
        assert_eq!(stages(&[0, 0, 0]), [0]);
    }

    #[test]
    fn nothing_and_too_much_are_not_divided() {
        assert!(stages(&[]).is_empty());
        assert!(stages(&vec![1; 10_001]).is_empty());
        assert_eq!(stages(&[u64::MAX, 0, u64::MAX]).first(), Some(&0));
    }

    /// Every division there is.
    fn brute(counts: &[u64]) -> i128 {
        let sums = Sums::of(counts);
        let penalty = 3 * ln(counts.len());
        (0_u32..1 << (counts.len() - 1))
            .map(|cuts| {
                let (mut start, mut error, mut parts) = (0, 0, 0);
                for end in 1..=counts.len() {
                    if end == counts.len() || cuts & (1 << (end - 1)) != 0 {
                        error += sums.error(start, end);
                        parts += 1;
                        start = end;
                    }
                }
                error + penalty * (parts - 1)
            })
            .min()
            .unwrap()
    }

    proptest! {
        /// Killick, Fearnhead and Eckley 2012: pruning loses no optimum.
        #[test]
        fn the_division_is_the_best_there_is(counts in prop::collection::vec(prop_oneof![0_u64..6, 0_u64..400], 1..12)) {
            let found = stages(&counts);
            let sums = Sums::of(&counts);
            let ends = found.iter().skip(1).copied().chain([counts.len()]);
            let error: i128 = found.iter().zip(ends).map(|(start, end)| sums.error(*start, end)).sum();
            let cuts = i128::try_from(found.len() - 1).unwrap();
            // What rounding takes from each span is less than a millionth.
            prop_assert!((error + cuts * 3 * ln(counts.len()) - brute(&counts)).abs() <= 24);
        }
    }
}
