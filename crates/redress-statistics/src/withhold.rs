//! Small cells withheld, and as many others as it takes that no withheld one can be computed.
//!
//! Every count of a release is a sum of atoms: groups of units that the tables never tell apart. What a reader can
//! compute by adding and subtracting is the span of the printed counts. So cells are printed one by one, the sums and
//! the large ones first, and a cell is withheld as soon as printing it would put a small one into that span; row
//! totals, column totals and other tables are all seen at once. A second look takes care of what is left over in a
//! line: its sum must not be small itself, nor so small that only one set of counts of at least 1 adds up to it.

use std::collections::{BTreeMap, BTreeSet};

/// One count to be printed or withheld.
pub(crate) struct Count<'a> {
    /// What it counts.
    pub(crate) units: &'a BTreeSet<usize>,
    /// How much that is.
    pub(crate) value: u64,
    /// Lower ones are printed first: sums before what they sum up, the funnel before other tables.
    pub(crate) rank: u8,
}

/// Rounds of the second look before everything is withheld. Each round protects one more sum, and no release of the
/// tests needs ten.
const ROUNDS: usize = 100;

/// Says for each count whether it is withheld. `lines` are the numbers of counts that add up to a printed sum.
pub(crate) fn withheld(counts: &[Count<'_>], lines: &[Vec<usize>], threshold: u64) -> Vec<bool> {
    let vectors = vectors(counts);
    let small = |value: u64| value > 0 && value < threshold;
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|at| counts.get(*at).map(|one| (one.rank, std::cmp::Reverse(one.value), *at)));
    let mut guarded: Vec<Vec<u64>> = Vec::new();
    for (count, vector) in counts.iter().zip(&vectors) {
        if small(count.value) {
            guarded.push(vector.clone());
        }
    }
    for _ in 0..ROUNDS {
        let mut span = Span::guarding(guarded.clone());
        let mut kept = vec![true; counts.len()];
        for at in &order {
            let (Some(count), Some(vector)) = (counts.get(*at), vectors.get(*at)) else { continue };
            if !small(count.value)
                && span.print(vector)
                && let Some(place) = kept.get_mut(*at)
            {
                *place = false;
            }
        }
        let more = left_over(counts, &vectors, lines, threshold, &kept, &span);
        if more.is_empty() {
            return kept;
        }
        guarded.extend(more);
    }
    counts.iter().map(|count| count.value > 0).collect()
}

/// Sums of withheld cells that a reader can compute and that say too much.
fn left_over(
    counts: &[Count<'_>],
    vectors: &[Vec<u64>],
    lines: &[Vec<usize>],
    threshold: u64,
    kept: &[bool],
    span: &Span,
) -> Vec<Vec<u64>> {
    let mut found = Vec::new();
    for line in lines {
        let hidden: Vec<usize> =
            line.iter().copied().filter(|at| kept.get(*at).copied().unwrap_or(false)).collect();
        let sum: u64 = hidden.iter().filter_map(|at| counts.get(*at)).map(|one| one.value).sum();
        let cells = u64::try_from(hidden.len()).unwrap_or(u64::MAX);
        if cells == 0 || sum >= threshold.max(cells.saturating_add(1)) {
            continue;
        }
        let wide = vectors.first().map_or(0, Vec::len);
        let mut all = vec![0; wide];
        for vector in hidden.iter().filter_map(|at| vectors.get(*at)) {
            all.iter_mut().zip(vector).for_each(|(one, other)| *one = add(*one, *other));
        }
        if span.holds(&all) {
            found.push(all);
        }
    }
    found
}

/// Each count as a vector over the atoms.
fn vectors(counts: &[Count<'_>]) -> Vec<Vec<u64>> {
    let mut signatures: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, count) in counts.iter().enumerate() {
        for unit in count.units {
            signatures.entry(*unit).or_default().push(at);
        }
    }
    let atoms: BTreeSet<Vec<usize>> = signatures.into_values().collect();
    let mut vectors = vec![vec![0; atoms.len()]; counts.len()];
    for (atom, signature) in atoms.iter().enumerate() {
        for at in signature {
            if let Some(place) = vectors.get_mut(*at).and_then(|vector| vector.get_mut(atom)) {
                *place = 1;
            }
        }
    }
    vectors
}

/// A prime: sums are followed exactly in whole numbers modulo 2^61 - 1. What is in the span of whole-number vectors is
/// in it here too, so nothing that can be computed is missed.
const PRIME: u64 = (1 << 61) - 1;

fn add(one: u64, other: u64) -> u64 {
    (one + other) % PRIME
}

fn times(one: u64, other: u64) -> u64 {
    u64::try_from(u128::from(one) * u128::from(other) % u128::from(PRIME)).unwrap_or_default()
}

/// By Fermat's little theorem.
fn inverse(one: u64) -> u64 {
    let (mut power, mut base, mut left) = (1, one, PRIME - 2);
    while left > 0 {
        if left & 1 == 1 {
            power = times(power, base);
        }
        base = times(base, base);
        left >>= 1;
    }
    power
}

/// The span of what is printed, and what must stay outside.
struct Span {
    /// Each with a 1 at its pivot and 0 at the pivots of those before it.
    basis: Vec<(usize, Vec<u64>)>,
    /// What must stay outside, less what the basis explains of it.
    guarded: Vec<Vec<u64>>,
}

impl Span {
    const fn guarding(guarded: Vec<Vec<u64>>) -> Span {
        Span { basis: Vec::new(), guarded }
    }

    fn reduced(&self, vector: &[u64]) -> Vec<u64> {
        let mut rest = vector.to_vec();
        self.basis.iter().for_each(|(pivot, row)| clear(&mut rest, *pivot, row));
        rest
    }

    fn holds(&self, vector: &[u64]) -> bool {
        self.reduced(vector).iter().all(|one| *one == 0)
    }

    /// Prints a count, unless something guarded could then be computed. Whether it was printed.
    fn print(&mut self, vector: &[u64]) -> bool {
        let mut rest = self.reduced(vector);
        let Some(pivot) = rest.iter().position(|one| *one != 0) else { return true };
        let scale = inverse(rest.get(pivot).copied().unwrap_or(1));
        rest.iter_mut().for_each(|one| *one = times(*one, scale));
        let told = |one: &Vec<u64>| {
            let factor = one.get(pivot).copied().unwrap_or_default();
            factor != 0 && one.iter().zip(&rest).all(|(left, right)| *left == times(factor, *right))
        };
        if self.guarded.iter().any(told) {
            return false;
        }
        self.guarded.iter_mut().for_each(|one| clear(one, pivot, &rest));
        self.basis.push((pivot, rest));
        true
    }
}

/// Takes the multiple of `row` away that leaves 0 at the pivot.
fn clear(vector: &mut [u64], pivot: usize, row: &[u64]) {
    let factor = vector.get(pivot).copied().unwrap_or_default();
    if factor != 0 {
        let minus = PRIME - factor;
        vector.iter_mut().zip(row).for_each(|(one, other)| *one = add(*one, times(minus, *other)));
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, withheld};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// Whether `target` is a sum of multiples of `given`, in exact whole numbers; shares no code with the room.
    fn in_span(given: &[Vec<i128>], target: &[i128]) -> bool {
        fn gcd(a: i128, b: i128) -> i128 {
            if b == 0 { a.abs() } else { gcd(b, a % b) }
        }
        fn clear(row: &mut [i128], pivot: usize, basis: &[i128]) {
            let (a, b) = (row[pivot], basis[pivot]);
            if a != 0 {
                row.iter_mut().zip(basis).for_each(|(one, other)| *one = *one * b - *other * a);
                let common = row.iter().fold(0, |common, one| gcd(common, *one)).max(1);
                row.iter_mut().for_each(|one| *one /= common);
            }
        }
        let mut basis: Vec<(usize, Vec<i128>)> = Vec::new();
        for row in given {
            let mut row = row.clone();
            basis.iter().for_each(|(pivot, one)| clear(&mut row, *pivot, one));
            basis.extend(row.iter().position(|one| *one != 0).map(|pivot| (pivot, row)));
        }
        let mut target = target.to_vec();
        basis.iter().for_each(|(pivot, one)| clear(&mut target, *pivot, one));
        target.iter().all(|one| *one == 0)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        /// Any counts over any sets whatever, overlapping as they like.
        #[test]
        fn no_withheld_count_is_in_the_span_of_the_printed(
            sets in proptest::collection::vec(proptest::collection::btree_set(0..14_usize, 0..9), 1..24),
            weights in proptest::collection::vec(1..6_u64, 14),
            threshold in 2..9_u64,
        ) {
            let value = |set: &BTreeSet<usize>| set.iter().map(|unit| weights[*unit]).sum::<u64>();
            let counts: Vec<Count<'_>> =
                sets.iter().map(|units| Count { units, value: value(units), rank: 0 }).collect();
            let held = withheld(&counts, &[], threshold);
            let vector = |set: &BTreeSet<usize>| (0..14).map(|unit| i128::from(set.contains(&unit))).collect();
            // A reader who knows which units the tables never tell apart knows more than the single units say.
            let given: Vec<Vec<i128>> =
                sets.iter().zip(&held).filter(|(_, held)| !**held).map(|(set, _)| vector(set)).collect();
            for (count, held) in counts.iter().zip(&held) {
                let small = count.value > 0 && count.value < threshold;
                prop_assert!(!small || *held);
                prop_assert!(!*held || !in_span(&given, &vector(count.units)));
            }
        }
    }

    #[test]
    fn nothing_is_withheld_without_need() {
        let sets = [BTreeSet::from([0]), BTreeSet::from([1]), BTreeSet::from([0, 1])];
        let count = |units, value, rank| Count { units, value, rank };
        let all = [count(&sets[0], 10, 1), count(&sets[1], 20, 1), count(&sets[2], 30, 0)];
        assert_eq!(withheld(&all, &[vec![0, 1]], 5), [false; 3]);
        // 3 takes 20 with it: the sum stays.
        let all = [count(&sets[0], 3, 1), count(&sets[1], 20, 1), count(&sets[2], 23, 0)];
        assert_eq!(withheld(&all, &[vec![0, 1]], 5), [true, true, false]);
        // Two withheld counts that add up to 2 are both 1, because zeros are shown: the sum goes too.
        let all = [count(&sets[0], 1, 1), count(&sets[1], 1, 1), count(&sets[2], 2, 0)];
        assert_eq!(withheld(&all, &[vec![0, 1]], 2), [true, true, true]);
    }
}
