//! Figures as rounded bands: what a reader has to know of a size, and no more.

use redress_base::Count;

/// The steps of the bands. The numbers of the law (500 reposts, 5,000 views: 法释〔2013〕21号 2, in force 2013-09-10) are
/// among them, and a band ends below the next step, so that no band hides on which side of such a number a count lies.
const STEPS: [u64; 16] = [
    0,
    1,
    10,
    50,
    100,
    500,
    1_000,
    5_000,
    10_000,
    50_000,
    100_000,
    500_000,
    1_000_000,
    10_000_000,
    100_000_000,
    1_000_000_000,
];

/// The smallest run of bands that holds the count.
pub(crate) fn band(count: Count) -> Count {
    let lower = STEPS.iter().rev().find(|step| **step <= count.lower).copied().unwrap_or_default();
    let above = |n: u64| STEPS.iter().find(|step| **step > n).map(|step| step.saturating_sub(1));
    match count.upper.map(above) {
        Some(Some(upper)) => Count::between(lower, upper),
        _ => Count::floor(lower),
    }
}

#[cfg(test)]
mod tests {
    use super::band;
    use redress_base::Count;

    /// 法释〔2013〕21号 2(一) (in force 2013-09-10): 5,000 itself reaches the number, and the band shows it.
    #[test]
    fn a_band_never_crosses_a_number_of_the_law() {
        assert_eq!(band(Count::exactly(4_999)), Count::between(1_000, 4_999));
        assert_eq!(band(Count::exactly(5_000)), Count::between(5_000, 9_999));
        assert_eq!(band(Count::exactly(499)), Count::between(100, 499));
        assert_eq!(band(Count::exactly(500)), Count::between(500, 999));
        assert_eq!(band(Count::floor(13_810)), Count::floor(10_000));
        assert_eq!(band(Count::between(450, 549)), Count::between(100, 999));
        assert_eq!(band(Count::exactly(0)), Count::exactly(0));
        assert_eq!(band(Count::exactly(u64::MAX)), Count::floor(1_000_000_000));
    }

    proptest::proptest! {
        #[test]
        fn a_band_holds_its_count(lower in 0u64..2_000_000_000, more in 0u64..1_000_000) {
            let count = Count::between(lower, lower + more);
            let band = band(count);
            proptest::prop_assert!(band.lower <= count.lower);
            proptest::prop_assert!(band.upper.is_none() || band.upper >= count.upper);
        }
    }
}
