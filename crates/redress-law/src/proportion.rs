//! Adding up counts as shares of their numbers, exactly (法释〔2017〕10号 art 5(1)(六), 法释〔2019〕15号 art 3).

use crate::ir::{Ratio, Share};
use redress_base::{Count, Truth, Value};

/// Whether Σ nᵢ/numberᵢ reaches the fraction: with the lowest counts for sure, with the highest at all.
pub(crate) fn reaches(counts: &[(Count, u64)], reach: Ratio) -> Truth {
    let Some(common) = common(counts.iter().map(|(_, per)| *per)) else { return Truth::U };
    let target = common * u128::from(reach.num);
    let den = u128::from(reach.den);
    let sum = |pick: &dyn Fn(&Count) -> u64| {
        counts.iter().fold(0u128, |sum, (count, per)| {
            let share = u128::from(pick(count)).saturating_mul(common / u128::from(*per));
            sum.saturating_add(share)
        })
    };
    if sum(&|count| count.lower).saturating_mul(den) >= target {
        return Truth::T;
    }
    let bounded = counts.iter().all(|(count, _)| count.upper.is_some());
    let most = sum(&|count| count.upper.unwrap_or(u64::MAX)).saturating_mul(den);
    if bounded && most < target { Truth::F } else { Truth::U }
}

/// The same with every dispute settled against, and for, the complainant.
pub(crate) fn value(against: &[(Count, u64)], best: &[(Count, u64)], reach: Ratio) -> Value {
    Value::spanning(reaches(against, reach), reaches(best, reach))
}

/// The least that one count must be, the others being at their least, for the fraction to be reached.
pub(crate) fn alone(counts: &[(Count, u64)], at: usize, reach: Ratio) -> Option<u64> {
    let common = common(counts.iter().map(|(_, per)| *per))?;
    let target = common * u128::from(reach.num);
    let den = u128::from(reach.den);
    let others = counts.iter().enumerate().filter(|(other, _)| *other != at);
    let sum = others.fold(0u128, |sum, (_, (count, per))| {
        sum.saturating_add(u128::from(count.lower).saturating_mul(common / u128::from(*per)))
    });
    let left = target.saturating_sub(sum.saturating_mul(den));
    let unit = common / u128::from(counts.get(at)?.1) * den;
    u64::try_from(left.div_ceil(unit)).ok()
}

/// The least common multiple of the numbers; nothing where it does not fit, which the checker refuses.
fn common(numbers: impl Iterator<Item = u64>) -> Option<u128> {
    let mut all = 1u128;
    for number in numbers {
        if number == 0 {
            return None;
        }
        all = all / gcd(all, u128::from(number)) * u128::from(number);
        if all > u128::from(u64::MAX) {
            return None;
        }
    }
    Some(all)
}

/// Whether the numbers can be added up exactly.
pub(crate) fn fits(shares: &[Share]) -> bool {
    common(shares.iter().map(|share| share.per)).is_some()
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::{alone, reaches};
    use crate::ir::Ratio;
    use redress_base::{Count, Truth};

    const ONE: Ratio = Ratio { num: 1, den: 1 };
    const HALF: Ratio = Ratio { num: 1, den: 2 };

    /// 法释〔2017〕10号 art 5(1)(六): 25/50 + 250/500 is exactly one.
    #[test]
    fn shares_add_up_exactly() {
        let of = |a: u64, b: u64, c: u64| {
            [(Count::exactly(a), 50), (Count::exactly(b), 500), (Count::exactly(c), 5000)]
        };
        assert_eq!(reaches(&of(25, 250, 0), ONE), Truth::T);
        assert_eq!(reaches(&of(25, 249, 9), ONE), Truth::F);
        assert_eq!(reaches(&of(25, 249, 10), ONE), Truth::T);
        // Insiders: half is enough (item 8).
        assert_eq!(reaches(&of(12, 129, 9), HALF), Truth::F);
        assert_eq!(reaches(&of(12, 129, 10), HALF), Truth::T);
        let open = [(Count::floor(10), 50), (Count::exactly(100), 500)];
        assert_eq!(reaches(&open, ONE), Truth::U);
        assert_eq!(alone(&of(10, 100, 0), 0, ONE), Some(40));
        assert_eq!(alone(&of(10, 100, 0), 2, HALF), Some(500));
    }

    #[test]
    fn a_third_is_never_rounded() {
        let thirds = |n: u64| [(Count::exactly(n), 3), (Count::exactly(1), 3), (Count::exactly(1), 3)];
        assert_eq!(reaches(&thirds(1), ONE), Truth::T);
        assert_eq!(reaches(&[(Count::exactly(u64::MAX), 1), (Count::exactly(u64::MAX), 1)], ONE), Truth::T);
    }
}
