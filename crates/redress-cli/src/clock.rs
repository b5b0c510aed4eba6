//! The clocks: the system's, and one that stands still for the example.

use redress_base::{Instant, Stamp, TimeSource};
use redress_workbench::Clock;
use std::time::{SystemTime, UNIX_EPOCH};

/// The clock of this computer; what it says is recorded as such.
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Stamp {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let at = Instant(i64::try_from(since.as_secs()).unwrap_or(i64::MAX));
        Stamp { at, source: TimeSource::SystemClock }
    }
}

/// A clock that always tells the same time, so that the example gives the same bytes every day.
pub(crate) struct FixedClock(pub Stamp);

impl Clock for FixedClock {
    fn now(&self) -> Stamp {
        self.0
    }
}
