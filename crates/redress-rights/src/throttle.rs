//! Wrong passwords: after a few, each next try has to wait; after a hundred, the account is locked.
//!
//! NIST SP 800-63B 5.2.2 allows no more than 100 failed tries in a row on one account, and names waits that
//! grow. The count is kept by the name that was typed, whether such an account exists or not: else the wait
//! would tell which names do.

use redress_base::{Fault, Finding, Instant, Refusal};
use serde::{Deserialize, Serialize};

/// Tries that cost no wait: people mistype.
const FREE_TRIES: u32 = 5;
/// The first wait, in seconds; each further failure doubles it.
const FIRST_WAIT: i64 = 30;
/// The longest wait, in seconds.
const LONGEST_WAIT: i64 = 3600;
/// Failures in a row after which only the keeper opens the account again (NIST SP 800-63B 5.2.2).
const MOST_FAILURES: u32 = 100;

/// Failures in a row, and when the last one was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Throttle {
    /// How many.
    pub failed: u32,
    /// When the last one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Instant>,
}

/// Whether a password may be tried now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Try {
    /// Now.
    Now,
    /// After so many seconds.
    After(u64),
    /// No more, until the keeper opens the account.
    NoMore,
}

impl Throttle {
    /// Whether a password may be tried at `now`.
    pub fn may_try(&self, now: Instant) -> Try {
        if self.failed >= MOST_FAILURES {
            return Try::NoMore;
        }
        let Some(last) = self.last else { return Try::Now };
        let Some(beyond) = self.failed.checked_sub(FREE_TRIES) else { return Try::Now };
        let doubled = 1i64.checked_shl(beyond).filter(|factor| *factor > 0);
        let wait = doubled.map_or(LONGEST_WAIT, |factor| FIRST_WAIT.saturating_mul(factor)).min(LONGEST_WAIT);
        // A clock that was set back must not let anybody try at once, nor lock them out for years.
        let passed = now.0.saturating_sub(last.0).max(0);
        match u64::try_from(wait.saturating_sub(passed)) {
            Ok(seconds) if seconds > 0 => Try::After(seconds),
            _ => Try::Now,
        }
    }

    /// The same as a refusal.
    ///
    /// # Errors
    /// `Busy` with the seconds to wait; `Usage` where there is no more trying.
    pub fn require(&self, now: Instant) -> Result<(), Refusal> {
        match self.may_try(now) {
            Try::Now => Ok(()),
            Try::After(seconds) => {
                Err(Finding::error("rights-wait").with("seconds", seconds).refuse(Fault::Busy))
            }
            Try::NoMore => Err(Finding::error("rights-too-many-failures").refuse(Fault::Usage)),
        }
    }

    /// After a failure at `now`.
    #[must_use]
    pub fn failed(self, now: Instant) -> Throttle {
        Throttle { failed: self.failed.saturating_add(1), last: Some(now) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Throttle, Try};
    use redress_base::Instant;

    fn after(failures: u32) -> Throttle {
        (0..failures).fold(Throttle::default(), |throttle, _| throttle.failed(Instant(1000)))
    }

    #[test]
    fn mistyping_costs_nothing_and_guessing_waits_ever_longer() {
        let waits: Vec<Try> = [0, 4, 5, 6, 7, 11, 12, 99].map(|n| after(n).may_try(Instant(1000))).to_vec();
        let seconds = [30, 60, 120, 1920, 3600, 3600].map(Try::After);
        assert_eq!(waits, [&[Try::Now, Try::Now][..], &seconds[..]].concat());
        assert_eq!(after(5).may_try(Instant(1029)), Try::After(1));
        assert_eq!(after(5).may_try(Instant(1030)), Try::Now);
    }

    /// NIST SP 800-63B 5.2.2: no more than 100 failures in a row.
    #[test]
    fn a_hundred_failures_lock() {
        assert_eq!(after(100).may_try(Instant(i64::MAX)), Try::NoMore);
        assert_eq!(after(100).require(Instant(0)).unwrap_err().finding.code, "rights-too-many-failures");
        assert_eq!(Throttle { failed: u32::MAX, last: None }.failed(Instant(0)).failed, u32::MAX);
    }

    #[test]
    fn a_clock_that_was_set_back_neither_opens_nor_locks() {
        assert_eq!(after(6).may_try(Instant(i64::MIN)), Try::After(60));
        assert_eq!(after(6).require(Instant(1000)).unwrap_err().finding.code, "rights-wait");
    }
}
