//! Texts taken in one by one: normalised, exact copies kept once.

use super::grams::stir;
use super::groups::Groups;
use super::normalise::normalise_into;
use crate::Params;
use rustc_hash::FxHashMap;

/// Stands for "no text": the words were too few.
const NONE: u32 = u32::MAX;

/// An accumulation of texts, numbered from 0 in the order in which they came.
///
/// Foldable ([`Texts::push`]) and mergeable ([`Texts::merge`]): taking in two halves and merging
/// them is the same as taking in the whole.
#[derive(Clone, Debug)]
pub struct Texts {
    min_chars: usize,
    /// The characters of the distinct normalised texts, one after another.
    chars: Vec<char>,
    /// Where each distinct text ends.
    ends: Vec<usize>,
    /// For each text taken in, the number of its distinct text, or `NONE`.
    distinct: Vec<u32>,
    /// For each distinct text, the first text taken in that reads so.
    first: Vec<u32>,
    /// Hash of a normalised text to the newest distinct text with that hash.
    by_hash: FxHashMap<u64, u32>,
    /// The distinct text with the same hash before this one: a hash only ever suggests equality.
    older: Vec<u32>,
    scratch: Vec<char>,
}

impl Texts {
    /// Nothing yet.
    pub fn new(params: &Params) -> Texts {
        Texts {
            min_chars: usize::try_from(params.min_chars.max(3)).unwrap_or(usize::MAX),
            chars: Vec::new(),
            ends: Vec::new(),
            distinct: Vec::new(),
            first: Vec::new(),
            by_hash: FxHashMap::default(),
            older: Vec::new(),
            scratch: Vec::new(),
        }
    }

    /// Takes in the next text, as it was written.
    pub fn push(&mut self, text: &str) {
        let start = self.chars.len();
        normalise_into(text, &mut self.scratch, &mut self.chars);
        let number = self.settle(start);
        self.place(number);
    }

    /// Takes in the next place without a text of its own (nothing to compare).
    pub fn push_none(&mut self) {
        self.place(NONE);
    }

    /// Appends what another accumulation took in, as if its texts had followed here.
    pub fn merge(&mut self, other: &Texts) {
        let mut renumbered = Vec::with_capacity(other.count());
        for d in 0..other.count() {
            let start = self.chars.len();
            self.chars.extend_from_slice(other.text(d));
            renumbered.push(self.settle(start));
        }
        for old in &other.distinct {
            let new = usize::try_from(*old).ok().and_then(|d| renumbered.get(d));
            self.place(new.copied().unwrap_or(NONE));
        }
    }

    /// Groups the texts: see [`Groups`].
    pub fn group(self, params: &Params) -> Groups {
        Groups::of(&self, params.threshold)
    }

    /// How many texts were taken in.
    pub fn len(&self) -> usize {
        self.distinct.len()
    }

    /// Whether none was.
    pub fn is_empty(&self) -> bool {
        self.distinct.is_empty()
    }

    /// How many distinct normalised texts there are.
    pub(super) fn count(&self) -> usize {
        self.ends.len()
    }

    /// The characters of one distinct text.
    pub(super) fn text(&self, distinct: usize) -> &[char] {
        let start = distinct.checked_sub(1).and_then(|d| self.ends.get(d)).copied().unwrap_or(0);
        let end = self.ends.get(distinct).copied().unwrap_or(start);
        self.chars.get(start..end).unwrap_or(&[])
    }

    /// How many characters all distinct texts have.
    pub(super) fn total_chars(&self) -> usize {
        self.chars.len()
    }

    /// For each text taken in, its distinct text, if it had words enough.
    pub(super) fn distinct(&self) -> impl Iterator<Item = Option<usize>> + '_ {
        self.distinct.iter().map(|d| if *d == NONE { None } else { usize::try_from(*d).ok() })
    }

    /// The first text taken in that reads as this distinct text.
    pub(super) fn first(&self, distinct: usize) -> u32 {
        self.first.get(distinct).copied().unwrap_or(NONE)
    }

    /// Notes that the next text taken in reads as this distinct text.
    fn place(&mut self, number: u32) {
        let place = index(self.distinct.len());
        if let Some(first) = usize::try_from(number).ok().and_then(|d| self.first.get_mut(d)) {
            *first = (*first).min(place);
        }
        self.distinct.push(number);
    }

    /// Decides what the characters from `start` on are: too few (`NONE`), a copy, or a new distinct
    /// text; only a new one stays.
    fn settle(&mut self, start: usize) -> u32 {
        let text = self.chars.get(start..).unwrap_or(&[]);
        if text.len() < self.min_chars {
            self.chars.truncate(start);
            return NONE;
        }
        let hash = text.iter().fold(0, |hash, c| stir(hash ^ u64::from(u32::from(*c))));
        let newest = self.by_hash.get(&hash).copied().unwrap_or(NONE);
        let mut known = newest;
        while let Some(d) = usize::try_from(known).ok().filter(|d| *d < self.ends.len()) {
            if self.text(d) == text {
                self.chars.truncate(start);
                return known;
            }
            known = self.older.get(d).copied().unwrap_or(NONE);
        }
        let number = index(self.ends.len());
        self.by_hash.insert(hash, number);
        self.older.push(newest);
        self.first.push(NONE);
        self.ends.push(self.chars.len());
        number
    }
}

/// Texts are numbered by 32 bits, as posts are.
pub(super) fn index(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(NONE)
}
