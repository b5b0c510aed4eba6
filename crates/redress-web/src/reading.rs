//! A case that takes long to read: it is read in a thread of its own, and whoever waits is told how far it has come.

use crate::loaded::Loaded;
use redress_base::Refusal;
use redress_workbench::Progress;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How far a reading has come, in bytes of sealed items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Far {
    /// So much is read.
    pub(crate) done: u64,
    /// Of so much; nothing before that is known.
    pub(crate) total: Option<u64>,
}

/// What came of waiting.
pub(crate) enum Waited {
    /// It was read for whoever waited.
    Read(Result<Arc<Loaded>, Refusal>),
    /// Somebody else's reading has ended; it may have begun before this request.
    Elsewhere,
    /// It is still being read.
    Still(Far),
}

/// The reading of one case.
#[derive(Default)]
pub(crate) struct Reading {
    state: Mutex<State>,
    over: Condvar,
}

#[derive(Default)]
struct State {
    running: bool,
    far: Far,
    /// What was read, for whoever began it.
    read: Option<Result<Arc<Loaded>, Refusal>>,
}

impl Reading {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins to read with `read`, unless somebody does already, and waits for it as long as `patience` lasts.
    pub(crate) fn wait(
        self: &Arc<Self>,
        patience: Duration,
        read: impl FnOnce(&mut Told) -> Result<Arc<Loaded>, Refusal> + Send + 'static,
    ) -> Waited {
        let mut state = self.state();
        let began = !state.running;
        if began {
            *state = State { running: true, ..State::default() };
            let own = Arc::clone(self);
            std::thread::spawn(move || {
                // Whatever becomes of the reading, nobody waits for it any longer.
                let end = End(own);
                let done = read(&mut Told(Arc::clone(&end.0)));
                end.0.state().read = Some(done);
            });
        }
        let waited = self.over.wait_timeout_while(state, patience, |state| state.running);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        match (state.running, state.read.take_if(|_| began)) {
            (true, _) => Waited::Still(state.far),
            (false, Some(read)) => Waited::Read(read),
            (false, None) => Waited::Elsewhere,
        }
    }
}

/// Ends a reading when it is dropped.
struct End(Arc<Reading>);

impl Drop for End {
    fn drop(&mut self) {
        self.0.state().running = false;
        self.0.over.notify_all();
    }
}

/// Tells whoever waits how far it has come.
pub(crate) struct Told(Arc<Reading>);

impl Progress for Told {
    fn begin(&mut self, _stage: &str, total: Option<u64>) {
        self.0.state().far = Far { done: 0, total };
    }

    fn advance(&mut self, amount: u64) {
        let mut state = self.0.state();
        state.far.done = state.far.done.saturating_add(amount);
    }

    fn end(&mut self) {}

    fn stopped(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::{Far, Reading, Waited};
    use redress_base::{Fault, Finding};
    use redress_workbench::Progress as _;
    use std::sync::{Arc, mpsc};
    use std::time::Duration;

    const LONG: Duration = Duration::from_secs(60);

    #[test]
    fn whoever_waits_is_told_how_far_it_is_and_then_gets_what_was_read() {
        let reading = Arc::new(Reading::default());
        let (go, gone) = mpsc::channel::<()>();
        let (half, halfway) = mpsc::channel::<()>();
        let first = reading.wait(Duration::ZERO, move |told| {
            told.begin("workbench-stage-reading", Some(10));
            told.advance(4);
            half.send(()).unwrap();
            gone.recv().unwrap();
            Err(Finding::error("web-nothing-done").refuse(Fault::Storage))
        });
        assert!(matches!(first, Waited::Still(_)));
        halfway.recv().unwrap();
        let Waited::Still(far) = reading.wait(Duration::ZERO, |_| unreachable!("it is read already")) else {
            panic!("it is still being read")
        };
        assert_eq!(far, Far { done: 4, total: Some(10) });
        go.send(()).unwrap();
        // Whoever came meanwhile reads anew: the reading may have begun before what they did.
        assert!(!matches!(reading.wait(LONG, |_| Err(ended())), Waited::Still(_)));
        assert!(matches!(reading.wait(LONG, |_| Err(ended())), Waited::Read(Err(_))));
    }

    fn ended() -> redress_base::Refusal {
        Finding::error("web-not-found").refuse(Fault::Usage)
    }

    #[test]
    fn a_reading_that_panics_is_over() {
        let reading = Arc::new(Reading::default());
        let waited = reading.wait(LONG, |_| panic!("for the test"));
        assert!(matches!(waited, Waited::Elsewhere));
        assert!(matches!(reading.wait(LONG, |_| Err(ended())), Waited::Read(Err(_))));
    }
}
