//! Failures to sign in, by where they come from and for which account, so that whoever guesses waits and nobody else does
//! (OWASP ASVS 4.0, 2.2.1).
//!
//! How often one account may be failed on from everywhere together is kept with the accounts, and outlives the server.

use crate::connections::Peer;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// Failures count for this long.
const COUNTS: Duration = Duration::from_secs(60);
/// Failures from one place on one account.
const ON_ONE: usize = 10;
/// Failures from one place on any account.
const FROM_ONE: usize = 60;
/// Places and accounts that are kept in mind.
const MOST: usize = 20_000;
/// Letters of a name that are looked at; no account has a longer one.
const NAME: usize = 64;

/// A place, and the account that was tried from there; no account stands for all of them.
type Key = (Peer, Option<String>);

/// Failures of the last minute.
#[derive(Default)]
pub(crate) struct Tries {
    failed: BTreeMap<Key, Vec<Instant>>,
}

fn keys(from: Peer, name: &str) -> [(Key, usize); 2] {
    let name = name.trim().to_lowercase().chars().take(NAME).collect();
    [((from, Some(name)), ON_ONE), ((from, None), FROM_ONE)]
}

impl Tries {
    /// Whether somebody may try now. It counts as a failure until [`Tries::succeeded`] says otherwise, so that many at the
    /// same moment count as many.
    pub(crate) fn begin(&mut self, now: Instant, from: Peer, name: &str) -> bool {
        self.begin_among(now, from, name, MOST)
    }

    fn begin_among(&mut self, now: Instant, from: Peer, name: &str, most: usize) -> bool {
        self.failed.retain(|_, failed| {
            failed.retain(|one| now.duration_since(*one) < COUNTS);
            !failed.is_empty()
        });
        let keys = keys(from, name);
        let full = |(key, many): &(Key, usize)| {
            // Everybody behind a proxy on this computer seems to be in one place.
            let everybody = key.1.is_none() && from.here();
            !everybody && self.failed.get(key).is_some_and(|failed| failed.len() >= *many)
        };
        if keys.iter().any(full) {
            return false;
        }
        for (key, _) in keys {
            if self.failed.len() >= most && !self.failed.contains_key(&key) {
                let oldest = self.failed.iter().min_by_key(|(_, failed)| failed.last().copied());
                if let Some(oldest) = oldest.map(|(key, _)| key.clone()) {
                    self.failed.remove(&oldest);
                }
            }
            self.failed.entry(key).or_default().push(now);
        }
        true
    }

    /// The try was none of a guesser: it and those before on that account are forgotten.
    pub(crate) fn succeeded(&mut self, from: Peer, name: &str) {
        let [(own, _), (all, _)] = keys(from, name);
        let forgiven = self.failed.remove(&own).unwrap_or_default().len();
        if let Some(failed) = self.failed.get_mut(&all) {
            failed.truncate(failed.len().saturating_sub(forgiven));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{COUNTS, FROM_ONE, ON_ONE, Tries};
    use crate::connections::Peer;
    use std::time::Instant;

    fn at(host: usize) -> Peer {
        Peer::of(format!("192.0.{}.{}:1", host / 256, host % 256).parse().unwrap())
    }

    #[test]
    fn whoever_guesses_waits_and_nobody_else() {
        let (mut tries, now) = (Tries::default(), Instant::now());
        assert_eq!((0..100).filter(|_| tries.begin(now, at(1), "ann")).count(), ON_ONE);
        assert!(!tries.begin(now, at(1), " ANN "), "a name is the same however it is written");
        assert!(tries.begin(now, at(1), "bob") && tries.begin(now, at(2), "ann"));
        assert!(tries.begin(now + COUNTS, at(1), "ann"));
    }

    #[test]
    fn many_names_from_one_place_are_as_many_failures() {
        let (mut tries, now) = (Tries::default(), Instant::now());
        let from = |tries: &mut Tries, place| {
            (0..100).filter(|n| tries.begin(now, place, &format!("name{n}"))).count()
        };
        assert_eq!(from(&mut tries, at(1)), FROM_ONE);
        // Behind a proxy on this computer everybody has one address.
        assert_eq!(from(&mut tries, Peer::of("127.0.0.1:1".parse().unwrap())), 100);
    }

    #[test]
    fn who_comes_in_has_failed_at_nothing() {
        let (mut tries, now) = (Tries::default(), Instant::now());
        for _ in 0..500 {
            assert!(tries.begin(now, at(1), "ann"));
            tries.succeeded(at(1), "ann");
        }
        assert!(tries.failed.values().all(Vec::is_empty));
    }

    #[test]
    fn what_is_kept_in_mind_is_bounded() {
        let (mut tries, now) = (Tries::default(), Instant::now());
        for host in 0..8 {
            for name in 0..40 {
                tries.begin_among(now, at(host), &name.to_string(), 100);
            }
        }
        assert_eq!(tries.failed.len(), 100);
    }
}
