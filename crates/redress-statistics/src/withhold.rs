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
    /// Sums are printed before what they sum up.
    pub(crate) sum: bool,
}

/// Rounds of the second look before everything is withheld. Each round protects one more sum, and no release of the
/// tests needs ten.
const ROUNDS: usize = 100;

/// Says for each count whether it is withheld. `lines` are the numbers of counts that add up to a printed sum.
pub(crate) fn withheld(counts: &[Count<'_>], lines: &[Vec<usize>], threshold: u64) -> Vec<bool> {
    let vectors = vectors(counts);
    let small = |value: u64| value > 0 && value < threshold;
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|at| counts.get(*at).map(|one| (!one.sum, std::cmp::Reverse(one.value), *at)));
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
