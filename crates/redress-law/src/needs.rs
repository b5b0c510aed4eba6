//! Minimal sets over the explanation tree: bottom-up, with absorption (docs/law-format.md).

use crate::completions::{Completions, Family, Need, Want};
use crate::outcome::{FactUse, Node, NodeKind};
use crate::proportion;
use redress_base::{Article, Count, Truth, Value};
use redress_facts::{Datum, Scope, TermScope, Vocabulary};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// One fact and what it has to be; the rest of a [`Need`] follows from it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Atom {
    term: String,
    want: Want,
    open: bool,
    cites: Vec<Article>,
}

type Set = BTreeSet<Atom>;

/// The search for one family of sets.
struct Search {
    family: Family,
    truncated: bool,
}

/// Most sets that are kept while searching; the answer keeps [`Completions::CAP`].
const WORKING_CAP: usize = 4 * Completions::CAP;

/// The sets of one family, best first, and whether more exist.
pub(crate) fn sets(
    tree: &Node,
    family: Family,
    want: Truth,
    scope: &Scope,
    vocabulary: &Vocabulary,
) -> (Vec<Vec<Need>>, bool) {
    let mut search = Search { family, truncated: false };
    let found = search.node(tree, want, &[]);
    let mut sets: Vec<Vec<Need>> = found.iter().map(|set| needs(set, scope, vocabulary)).collect();
    sets.sort_by_cached_key(|set| rank(set));
    let truncated = search.truncated || sets.len() > Completions::CAP;
    sets.truncate(Completions::CAP);
    (sets, truncated)
}

impl Search {
    /// Every minimal set that brings the step to `want`.
    fn node(&mut self, node: &Node, want: Truth, cites: &[Article]) -> Vec<Set> {
        let cites = if node.cites.is_empty() { cites } else { &node.cites };
        let below = &node.children;
        match node.kind {
            NodeKind::Any => self.some(below, want, want == Truth::T, 1, cites),
            NodeKind::All | NodeKind::Rule | NodeKind::Accumulate => {
                self.some(below, want, want == Truth::F, 1, cites)
            }
            NodeKind::AtLeast => {
                let n = node.n.and_then(|n| usize::try_from(n).ok()).unwrap_or(usize::MAX);
                let enough = if want == Truth::T { n } else { (below.len() + 1).saturating_sub(n) };
                self.some(below, want, true, enough, cites)
            }
            NodeKind::Not | NodeKind::Defeater => match below.first() {
                Some(child) => self.node(child, want.not(), cites),
                None => vec![],
            },
            NodeKind::Versions | NodeKind::Reading => self.some(below, want, false, 1, cites),
            NodeKind::Proportion => self.shares(node, want, cites),
            // Before the first law nothing is needed for "no", and nothing brings a "yes".
            NodeKind::NoVersion if node.value == Value::FF && want == Truth::F => vec![Set::new()],
            NodeKind::NoVersion | NodeKind::Factor => vec![],
            NodeKind::Open
            | NodeKind::Fact
            | NodeKind::Count
            | NodeKind::Choice
            | NodeKind::Date
            | NodeKind::Presumed
            | NodeKind::Weigh => self.atom(node, want, cites),
        }
    }

    /// `n` of the children where `enough`, else all of them.
    fn some(
        &mut self,
        children: &[Node],
        want: Truth,
        enough: bool,
        n: usize,
        cites: &[Article],
    ) -> Vec<Set> {
        let n = if enough { n } else { children.len() };
        if n > children.len() {
            return vec![];
        }
        // at[k]: sets that bring k of the children seen so far to `want`.
        let mut at: Vec<Vec<Set>> = vec![vec![]; n + 1];
        if let Some(none) = at.first_mut() {
            none.push(Set::new());
        }
        for child in children {
            let own = self.node(child, want, cites);
            for k in (1..=n).rev() {
                let with = self.pairs(at.get(k - 1).map_or(&[], Vec::as_slice), &own);
                if let Some(slot) = at.get_mut(k) {
                    slot.extend(with);
                    absorb(slot);
                    self.truncated |= slot.len() > WORKING_CAP;
                    slot.truncate(WORKING_CAP);
                }
            }
        }
        at.pop().unwrap_or_default()
    }

    /// Every union of one set of each side that does not ask a fact to be two things.
    fn pairs(&mut self, left: &[Set], right: &[Set]) -> Vec<Set> {
        let mut found: Vec<Set> = Vec::new();
        for a in left {
            for b in right {
                let union: Set = a.union(b).cloned().collect();
                if consistent(&union) {
                    found.push(tightest(union));
                }
            }
            if found.len() > WORKING_CAP {
                absorb(&mut found);
                self.truncated |= found.len() > WORKING_CAP;
                found.truncate(WORKING_CAP);
            }
        }
        absorb(&mut found);
        found
    }

    /// A proportion: each count by itself could fill what the others leave open.
    fn shares(&self, node: &Node, want: Truth, cites: &[Article]) -> Vec<Set> {
        let (held, open) = self.ends(node.value, want);
        if held {
            return vec![Set::new()];
        }
        let (true, Some(Want::Shares(reach, shares))) = (open, &node.test) else { return vec![] };
        let counts: Vec<(Count, u64)> =
            shares.iter().zip(&node.facts).map(|(share, fact)| (lowest(fact), share.per)).collect();
        let atom =
            |term: &str, want| Atom { term: term.to_owned(), want, open: false, cites: cites.to_vec() };
        if want == Truth::T {
            let filled = shares.iter().enumerate().filter_map(|(at, share)| {
                let number = proportion::alone(&counts, at, *reach)?;
                Some(Set::from([atom(&share.term, Want::AtLeast(number))]))
            });
            return filled.collect();
        }
        // Nothing beyond what is shown already: one way to fail, not every one.
        let least = shares.iter().zip(&counts);
        vec![least.map(|(share, (count, _))| atom(&share.term, Want::AtMost(count.lower))).collect()]
    }

    /// Whether a value is as wanted, and whether it could become so.
    fn ends(&self, value: Value, want: Truth) -> (bool, bool) {
        // The end of the interval that favours whoever wants it, and the other end.
        let (for_us, against) =
            if want == Truth::T { (value.best(), value.worst()) } else { (value.worst(), value.best()) };
        let at_want = value == Value::certain(want);
        match self.family {
            Family::Gap => (for_us == want, for_us == Truth::U),
            Family::Dispute => (against == want, for_us == want),
            Family::Risk => (at_want, value != Value::certain(want.not())),
        }
    }

    fn atom(&self, node: &Node, want: Truth, cites: &[Article]) -> Vec<Set> {
        match self.ends(node.value, want) {
            (true, _) => vec![Set::new()],
            (false, true) => {
                wanted(node, want, cites).map(|atom| vec![Set::from([atom])]).unwrap_or_default()
            }
            (false, false) => vec![],
        }
    }
}

fn wanted(node: &Node, want: Truth, cites: &[Article]) -> Option<Atom> {
    let asked = node.test.clone()?;
    let want = if want == Truth::T { asked } else { opposite(asked)? };
    let term = node.facts.first()?.term.clone();
    Some(Atom { term, want, open: node.kind == NodeKind::Open, cites: cites.to_vec() })
}

/// The least that the claims which count allow.
fn lowest(fact: &FactUse) -> Count {
    let counted = fact.claims.iter().filter(|claim| claim.set_aside.is_none() && !claim.opposing);
    let lower = counted
        .filter_map(|claim| if let Datum::Count(c) = &claim.value { Some(c.count.lower) } else { None });
    Count::floor(lower.max().unwrap_or(0))
}

/// What the fact has to be for the test to fail; nothing where it cannot fail.
fn opposite(want: Want) -> Option<Want> {
    Some(match want {
        Want::Yes => Want::No,
        Want::No => Want::Yes,
        Want::AtLeast(n) => Want::AtMost(n.checked_sub(1)?),
        Want::AtMost(n) => Want::AtLeast(n.checked_add(1)?),
        Want::OneOf(words) => Want::NoneOf(words),
        Want::NoneOf(words) => Want::OneOf(words),
        Want::Within(window, clock) => Want::Outside(window, clock),
        Want::Outside(window, clock) => Want::Within(window, clock),
        Want::Following(window, term) => Want::NotFollowing(window, term),
        Want::NotFollowing(window, term) => Want::Following(window, term),
        Want::NotBefore(term) => Want::Before(term),
        Want::Before(term) => Want::NotBefore(term),
        Want::Aged(years) => Want::Younger(years),
        Want::Younger(years) => Want::Aged(years),
        Want::Shares(..) => return None,
    })
}

/// Keeps the sets that contain no other set; fewest facts first.
fn absorb(sets: &mut Vec<Set>) {
    sets.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    sets.dedup();
    let mut kept: Vec<Set> = Vec::with_capacity(sets.len());
    for set in sets.drain(..) {
        if !kept.iter().any(|smaller| asks_no_more(smaller, &set)) {
            kept.push(set);
        }
    }
    *sets = kept;
}

/// Whether whatever fulfils `b` fulfils `a` too, whatever provision asks.
fn asks_no_more(a: &Set, b: &Set) -> bool {
    a.iter().all(|x| b.iter().any(|y| x.term == y.term && implies(&y.want, &x.want)))
}

/// Whether a fact that is as the first says is also as the second says.
fn implies(a: &Want, b: &Want) -> bool {
    match (a, b) {
        (Want::AtLeast(a), Want::AtLeast(b)) => a >= b,
        (Want::AtMost(a), Want::AtMost(b)) => a <= b,
        (Want::OneOf(a), Want::OneOf(b)) => a.iter().all(|word| b.contains(word)),
        (Want::NoneOf(a), Want::NoneOf(b)) => b.iter().all(|word| a.contains(word)),
        (Want::OneOf(a), Want::NoneOf(b)) => !a.iter().any(|word| b.contains(word)),
        (Want::Aged(a), Want::Aged(b)) => a >= b,
        (Want::Younger(a), Want::Younger(b)) => a <= b,
        (a, b) => a == b,
    }
}

/// Of several demands on one fact only those that no other one contains.
fn tightest(set: Set) -> Set {
    let contained = |x: &Atom| {
        set.iter().any(|y| {
            y != x && y.term == x.term && implies(&y.want, &x.want) && (!implies(&x.want, &y.want) || y < x)
        })
    };
    set.iter().filter(|x| !contained(x)).cloned().collect()
}

/// No fact has to be two things at once.
fn consistent(set: &Set) -> bool {
    let clash = |a: &Atom, b: &Atom| {
        a.term == b.term
            && match (&a.want, &b.want) {
                (Want::AtLeast(n), Want::AtMost(m)) | (Want::AtMost(m), Want::AtLeast(n)) => n > m,
                (Want::OneOf(a), Want::OneOf(b)) => !a.iter().any(|word| b.contains(word)),
                (Want::OneOf(a), Want::NoneOf(b)) | (Want::NoneOf(b), Want::OneOf(a)) => {
                    a.iter().all(|word| b.contains(word))
                }
                (a, b) => opposite(a.clone()).as_ref() == Some(b),
            }
    };
    !set.iter().any(|a| set.iter().any(|b| clash(a, b)))
}

fn needs(set: &Set, scope: &Scope, vocabulary: &Vocabulary) -> Vec<Need> {
    let need = |atom: &Atom| {
        let term = vocabulary.get(&atom.term)?;
        let scope = if term.scope == TermScope::Case { Scope::Case } else { scope.clone() };
        Some(Need {
            term: atom.term.clone(),
            scope,
            want: atom.want.clone(),
            label: crate::Label::new(&term.zh, &term.en),
            perishable: term.perishable,
            source: term.source,
            open: atom.open,
            cites: atom.cites.clone(),
        })
    };
    let mut needs: Vec<Need> = set.iter().filter_map(need).collect();
    needs.sort_by_key(|need| (need.open, !need.perishable, need.source, need.term.clone()));
    // The same fact may be asked for by two provisions; it is listed once.
    needs.dedup_by(|a, b| a.term == b.term && a.want == b.want);
    needs
}

/// Without catch-alls first; then fewest facts; then what may vanish; then the cheapest source.
fn rank(set: &[Need]) -> (bool, usize, Reverse<usize>, usize, Vec<String>) {
    let cost = set.iter().map(|need| need.source as usize).sum();
    (
        set.iter().any(|need| need.open),
        set.len(),
        Reverse(set.iter().filter(|need| need.perishable).count()),
        cost,
        set.iter().map(|need| need.term.clone()).collect(),
    )
}
