//! Which cases this server has open, and how long a request waits for one that somebody holds.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long a request waits for another program.
const ANOTHER: Duration = Duration::from_secs(5);
/// How long it waits for other requests of this server: they end.
const OWN: Duration = Duration::from_secs(30);
/// How often it looks meanwhile.
pub(crate) const AGAIN: Duration = Duration::from_millis(40);
/// Requests that wait at once: each of them takes a thread from those that answer.
const MOST: usize = 128;

/// Cases that are open in this server, and for how many requests.
#[derive(Default)]
pub(crate) struct Turns {
    open: Mutex<BTreeMap<String, usize>>,
    waiting: AtomicUsize,
}

/// A request that waits as long as this lives.
pub(crate) struct Waiting<'t>(&'t AtomicUsize);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A case that is open as long as this lives.
pub(crate) struct Turn<'t> {
    of: &'t Turns,
    case: &'t str,
}

impl Turns {
    fn counts(&self) -> MutexGuard<'_, BTreeMap<String, usize>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes that it is open.
    pub(crate) fn begin<'t>(&'t self, case: &'t str) -> Turn<'t> {
        *self.counts().entry(case.to_owned()).or_default() += 1;
        Turn { of: self, case }
    }

    /// A place to wait, unless as many wait as may.
    pub(crate) fn wait(&self) -> Option<Waiting<'_>> {
        let before = self.waiting.fetch_add(1, Ordering::Relaxed);
        let waiting = Waiting(&self.waiting);
        (before < MOST).then_some(waiting)
    }

    /// Whether a request of this server has it open.
    pub(crate) fn are_on(&self, case: &str) -> bool {
        self.counts().contains_key(case)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut counts = self.of.counts();
        match counts.get_mut(self.case) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(counts.remove(self.case)),
        }
    }
}

/// How long one request has waited.
pub(crate) struct Patience {
    began: Instant,
    /// When it was last seen that this server itself has the case open.
    own: Instant,
}

impl Patience {
    /// It begins to wait.
    pub(crate) const fn begin(now: Instant) -> Patience {
        Patience { began: now, own: now }
    }

    /// Whether it goes on waiting; `own` where this server itself has the case open.
    pub(crate) fn lasts(&mut self, now: Instant, own: bool) -> bool {
        if own {
            self.own = now;
        }
        now.duration_since(self.own) < ANOTHER && now.duration_since(self.began) < OWN
    }
}

#[cfg(test)]
mod tests {
    use super::{ANOTHER, MOST, OWN, Patience, Turns};
    use std::time::{Duration, Instant};

    #[test]
    fn a_case_is_open_as_long_as_one_request_has_it_open() {
        let turns = Turns::default();
        let (one, other) = (turns.begin("a"), turns.begin("a"));
        drop(one);
        assert!(turns.are_on("a") && !turns.are_on("b"));
        drop(other);
        assert!(!turns.are_on("a"));
    }

    #[test]
    fn so_many_wait_and_no_more() {
        let turns = Turns::default();
        let mut all: Vec<_> = (0..MOST).map(|_| turns.wait().unwrap()).collect();
        assert!(turns.wait().is_none() && turns.wait().is_none());
        all.pop();
        let again = turns.wait();
        assert!(again.is_some() && turns.wait().is_none());
    }

    #[test]
    fn another_program_is_waited_for_shortly_and_this_server_longer() {
        let (now, moment) = (Instant::now(), Duration::from_millis(1));
        let mut patience = Patience::begin(now);
        assert!(patience.lasts(now + ANOTHER - moment, false) && !patience.lasts(now + ANOTHER, false));
        let mut patience = Patience::begin(now);
        for second in 0..OWN.as_secs() {
            assert!(patience.lasts(now + Duration::from_secs(second), true));
        }
        assert!(!patience.lasts(now + OWN, true));
    }
}
