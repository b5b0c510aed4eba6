//! The wish to stop: Ctrl-C, or the system's own (SIGTERM).
//!
//! Where work asks between its steps (a bar is shown), the first wish is a flag and that work ends by itself; everywhere
//! else, and at the second wish, the program ends at once, which every store survives.

use redress_base::{Fault, Finding};
use redress_words::{Language, Words};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Whether somebody wished to stop: one wish for the whole program, so that none is lost between two stages.
static WISHED: AtomicBool = AtomicBool::new(false);
/// How much work under way asks for it.
static ASKING: AtomicUsize = AtomicUsize::new(0);

/// Begins to listen. Where that cannot be had, a signal simply ends the program.
pub(crate) fn listen(language: Language) {
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else { return };
    std::thread::spawn(move || {
        for _ in &mut signals {
            // Asked first, and the wish left unsaid where nobody asks: work that sees the wish says itself that it stopped,
            // and one stop is told once.
            let nobody_asks = ASKING.load(Ordering::SeqCst) == 0;
            if nobody_asks || WISHED.swap(true, Ordering::SeqCst) {
                let refusal = Finding::error("cli-stopped-at-once").refuse(Fault::Interrupted);
                crate::out::complain(&Words::new(language), &refusal.finding);
                // Without the way out of a program: another thread may be in the middle of anything.
                signal_hook::low_level::exit(i32::from(crate::out::exit_code(refusal.fault)));
            }
        }
    });
}

/// Work that asks between its steps, for as long as this value lives.
pub(crate) struct Asks(());

impl Asks {
    pub(crate) fn begin() -> Asks {
        ASKING.fetch_add(1, Ordering::SeqCst);
        Asks(())
    }

    /// Whether somebody wished to stop.
    pub(crate) fn stopped(&self) -> bool {
        WISHED.load(Ordering::SeqCst)
    }
}

impl Drop for Asks {
    fn drop(&mut self) {
        ASKING.fetch_sub(1, Ordering::SeqCst);
    }
}
