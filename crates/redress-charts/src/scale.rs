//! Exact arithmetic of an axis, so that two machines draw the same.

/// An axis of `length` pixels from 0 to `most`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    most: u64,
    length: i64,
}

impl Scale {
    /// An axis that shows `most`; never empty.
    pub fn new(most: u64, length: i64) -> Scale {
        Scale { most: most.max(1), length: length.max(1) }
    }

    /// Where a number stands, in whole pixels from the start.
    pub fn at(&self, n: u64) -> i64 {
        let along =
            u128::from(n.min(self.most)) * u128::from(self.length.unsigned_abs()) / u128::from(self.most);
        i64::try_from(along).unwrap_or(self.length)
    }

    /// Round numbers on the axis: 0, then steps of 1, 2 or 5 times a power of ten, at most `count` of them.
    pub fn ticks(&self, count: u64) -> Vec<u64> {
        let mut power: u64 = 1;
        let step = loop {
            let fits = |factor: &u64| self.most / power.saturating_mul(*factor) <= count;
            if let Some(factor) = [1, 2, 5].into_iter().find(fits) {
                break power.saturating_mul(factor);
            }
            power = power.saturating_mul(10);
        };
        (0..=self.most / step).map(|place| place * step).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(Scale::new(13_810, 100).ticks(5), [0, 5_000, 10_000]);
        assert_eq!(Scale::new(1, 100).ticks(4), [0, 1]);
        assert_eq!(Scale::new(176, 100).ticks(4), [0, 50, 100, 150]);
        assert!(Scale::new(u64::MAX, 100).ticks(4).len() <= 5);
    }

    #[test]
    fn the_ends_are_the_ends() {
        let scale = Scale::new(500, 300);
        assert_eq!((scale.at(0), scale.at(250), scale.at(500), scale.at(9_000)), (0, 150, 300, 300));
    }
}
