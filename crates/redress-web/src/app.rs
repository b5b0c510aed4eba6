//! What every request shares: the library, the sentences, the sessions, and what was read of each case.

use crate::library::{Library, Local, Touch, Visitor};
use crate::loaded::{Loaded, load};
use crate::reading::{Reading, Waited};
use crate::server::Limits;
use crate::session::Sessions;
use redress_base::{Fault, Finding, Refusal};
use redress_rights::{Object, UseCase};
use redress_words::{Language, Words};
use redress_workbench::{Desk, Progress, Quiet, Wanted};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Cases that are kept in memory as they were last read.
const CASES: usize = 3;

/// What every request shares.
pub(crate) struct App {
    /// The cases.
    pub(crate) library: Arc<dyn Library>,
    /// What is the most that is taken.
    pub(crate) limits: Limits,
    /// The language of the program, where neither the session nor the browser says one.
    pub(crate) language: Language,
    chinese: Words,
    english: Words,
    sessions: Mutex<Sessions>,
    /// Held while what outlives sessions is written, so that an older state never takes the place of a newer one.
    keeping: Mutex<()>,
    cases: Mutex<VecDeque<Arc<Slot>>>,
}

/// One case: whoever reads it first, the others wait for.
struct Slot {
    key: (Visitor, String),
    loaded: Mutex<Option<Arc<Loaded>>>,
    reading: Arc<Reading>,
}

impl App {
    /// Nobody is there yet, and nothing is read.
    pub(crate) fn new(library: Arc<dyn Library>, limits: Limits, language: Language) -> App {
        App {
            library,
            limits,
            language,
            chinese: Words::new(Language::ZhHans),
            english: Words::new(Language::En),
            sessions: Mutex::new(Sessions::new(limits.pace)),
            keeping: Mutex::new(()),
            cases: Mutex::new(VecDeque::new()),
        }
    }

    /// The sentences of a language.
    pub(crate) const fn words(&self, language: Language) -> &Words {
        match language {
            Language::ZhHans => &self.chinese,
            Language::En => &self.english,
        }
    }

    /// The sessions.
    pub(crate) fn sessions(&self) -> MutexGuard<'_, Sessions> {
        held(&self.sessions)
    }

    /// Keeps what a request changed of what outlives its session.
    ///
    /// # Errors
    /// Whatever the library refuses.
    pub(crate) fn keep(&self, visitor: &Visitor) -> Result<(), Refusal> {
        let _alone = held(&self.keeping);
        let Some(resume) = self.sessions().unkept(visitor) else { return Ok(()) };
        self.library.keep_local(visitor, Local::Resume, &resume.text()?)
    }

    /// Opens a case and does something at its desk.
    ///
    /// # Errors
    /// Whatever the library and `work` refuse.
    pub(crate) fn at<T>(
        &self,
        visitor: &Visitor,
        case: &str,
        wanted: &Wanted,
        touch: Touch,
        progress: &mut dyn Progress,
        work: impl FnOnce(&mut Desk<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let (mut work, mut done) = (Some(work), None);
        self.library.at(visitor, case, wanted, touch, progress, &mut |desk| {
            if let Some(work) = work.take() {
                done = Some(work(desk)?);
            }
            Ok(())
        })?;
        done.ok_or_else(|| Finding::error("web-nothing-done").refuse(Fault::Storage))
    }

    /// The case as it is now. What was read before is used as far as it is still so.
    ///
    /// # Errors
    /// Whatever opening and reading refuse.
    pub(crate) fn loaded(&self, visitor: &Visitor, case: &str) -> Result<Arc<Loaded>, Refusal> {
        self.load(visitor, case, &mut Quiet)
    }

    /// The same in a thread of its own, for whoever waits no longer than `patience`.
    pub(crate) fn awaited(self: &Arc<Self>, visitor: &Visitor, case: &str, patience: Duration) -> Waited {
        let (app, own, of) = (Arc::clone(self), visitor.clone(), case.to_owned());
        let reading = Arc::clone(&self.slot(visitor, case).reading);
        reading.wait(patience, move |told| app.load(&own, &of, told))
    }

    fn load(
        &self,
        visitor: &Visitor,
        case: &str,
        progress: &mut dyn Progress,
    ) -> Result<Arc<Loaded>, Refusal> {
        let wanted = Wanted::of(UseCase::ViewMasked, Object::Result);
        let slot = self.slot(visitor, case);
        // Several pages of one case wait for the first that reads it, in place of reading it each.
        let mut kept = held(&slot.loaded);
        let before = kept.clone();
        let now = self.at(visitor, case, &wanted, Touch::Read, progress, |desk| load(desk, before));
        if now.is_err() {
            *kept = None;
        }
        let now = now?;
        *kept = Some(Arc::clone(&now));
        Ok(now)
    }

    fn slot(&self, visitor: &Visitor, case: &str) -> Arc<Slot> {
        let key = (visitor.clone(), case.to_owned());
        let mut cases = held(&self.cases);
        let found = cases.iter().position(|slot| slot.key == key).and_then(|place| cases.remove(place));
        let slot = found
            .unwrap_or_else(|| Arc::new(Slot { key, loaded: Mutex::new(None), reading: Arc::default() }));
        cases.push_front(Arc::clone(&slot));
        cases.truncate(CASES);
        slot
    }
}

/// What a panic elsewhere left is still whole: every change under these locks is one assignment.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
