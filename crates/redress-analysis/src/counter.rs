//! One counter seen several times: what its sightings come to together.

use redress_base::{Count, Finding};
use redress_posts::{Corpus, Observation};
use std::cmp::Ordering;

/// What several sightings of one counter come to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settled<'a> {
    /// The interval that the latest allows, raised to the highest; the hull where they contradict
    /// each other.
    pub(crate) count: Count,
    /// The latest dated sighting; where none is dated, the highest.
    pub(crate) latest: &'a Observation,
    /// The highest sighting, where it is not the latest and shows another figure.
    pub(crate) highest: Option<&'a Observation>,
    /// The code of what is odd about them.
    odd: Option<&'static str>,
}

/// Settles the sightings of one counter, given in reading order; nothing if there is none.
///
/// Counters grow. One that was once higher has reached that height, so the highest lower bound holds
/// for the latest sighting too, as long as its interval allows it. Where it does not, the counter
/// went down: both stay in the interval, and a finding says so.
pub(crate) fn settle<'a>(corpus: &Corpus, seen: &[&'a Observation]) -> Option<Settled<'a>> {
    let at = |o: &Observation| corpus.seen_at(o).map(|stamp| stamp.at);
    let height = |o: &Observation| (o.count().lower, o.count().upper.unwrap_or(u64::MAX));
    let highest = seen.iter().copied().enumerate().max_by_key(|(n, o)| (height(o), *n)).map(|(_, o)| o)?;
    // Among sightings of one moment the last read counts as the latest.
    let dated = seen.iter().copied().enumerate().filter_map(|(n, o)| Some(((at(o)?, n), o)));
    let latest = dated.max_by_key(|(when, _)| *when).map_or(highest, |(_, o)| o);
    let allowed = latest.count().intersect(Count::floor(highest.count().lower));
    let differ = seen.iter().any(|o| o.count() != latest.count());
    let odd = if differ && seen.iter().any(|o| at(o).is_none()) {
        Some("analysis-counter-undated")
    } else if allowed.is_some() {
        None
    } else if at(highest).cmp(&at(latest)) == Ordering::Equal {
        Some("analysis-counter-disagrees")
    } else {
        Some("analysis-counter-decreased")
    };
    Some(Settled {
        count: allowed.unwrap_or_else(|| latest.count().hull(highest.count())),
        latest,
        highest: (highest.count() != latest.count()).then_some(highest),
        odd,
    })
}

impl Settled<'_> {
    /// What is odd, as a finding about `subject`.
    pub(crate) fn finding(&self, corpus: &Corpus, subject: &str) -> Option<Finding> {
        let highest = self.highest.unwrap_or(self.latest);
        let finding = Finding::warning(self.odd?)
            .with("subject", subject)
            .with("unit", self.latest.unit().word())
            .with("highest", corpus.shown(highest).as_ref())
            .with("latest", corpus.shown(self.latest).as_ref());
        Some(match corpus.observation_span(self.latest) {
            Some(span) => finding.at(span),
            None => finding,
        })
    }
}
