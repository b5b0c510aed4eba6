//! What every request shares: the library, the sentences, the sessions, and what was read of each case.

use crate::library::{Holder, Library, Touch, Visitor};
use crate::loaded::{Loaded, load};
use crate::memory::Memory;
use crate::reading::{Reading, Waited};
use crate::server::Limits;
use crate::session::Sessions;
use crate::tries::Tries;
use crate::turns::{AGAIN, Patience, Turns};
use crate::upload::Sending;
use redress_base::{Fault, Finding, Refusal};
use redress_rights::{NO_SUCH_CASE, Object, SALT_BYTES, UseCase};
use redress_words::{Language, Words};
use redress_workbench::{Desk, Person, Progress, Quiet, Reception, Wanted};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Passwords that are looked at at once.
const DOORS: usize = 4;

/// What every request shares.
pub(crate) struct App {
    /// The cases.
    pub(crate) library: Arc<dyn Library>,
    /// What is the most that is taken.
    pub(crate) limits: Limits,
    /// The name of the cookie in which a session is named.
    pub(crate) cookie: String,
    /// The language of the program, where neither the session nor the browser says one.
    pub(crate) language: Language,
    chinese: Words,
    english: Words,
    sessions: Mutex<Sessions>,
    /// Failures to sign in.
    tries: Mutex<Tries>,
    /// Passwords that are looked at now: each takes its time and its memory.
    pub(crate) doors: Arc<Semaphore>,
    /// Whose turn it is to derive a bundle's figures again.
    pub(crate) recounting: Semaphore,
    /// Whose turn it is to read much at once into memory.
    bulky: Mutex<()>,
    /// Who is sending files now.
    pub(crate) sending: Arc<Sending>,
    /// Held while what outlives sessions is written, so that an older state never takes the place of a newer one.
    keeping: Mutex<()>,
    /// Cases that are open.
    turns: Turns,
    /// Cases as they were last read.
    cases: Memory<Loaded>,
    /// Readings that somebody waits for.
    readings: Mutex<BTreeMap<(Visitor, String), Weak<Reading>>>,
}

impl App {
    /// Nobody is there yet, and nothing is read.
    pub(crate) fn new(library: Arc<dyn Library>, limits: Limits, language: Language, cookie: String) -> App {
        App {
            library,
            limits,
            cookie,
            language,
            chinese: Words::new(Language::ZhHans),
            english: Words::new(Language::En),
            sessions: Mutex::new(Sessions::new(limits.pace)),
            tries: Mutex::default(),
            doors: Arc::new(Semaphore::new(DOORS)),
            recounting: Semaphore::new(1),
            bulky: Mutex::new(()),
            sending: Arc::default(),
            keeping: Mutex::new(()),
            turns: Turns::default(),
            cases: Memory::new(limits.memory),
            readings: Mutex::default(),
        }
    }

    /// The sentences of a language.
    pub(crate) const fn words(&self, language: Language) -> &Words {
        match language {
            Language::ZhHans => &self.chinese,
            Language::En => &self.english,
        }
    }

    /// Waits until nobody else reads much at once into memory; the turn is over with what it gives.
    pub(crate) fn bulky(&self) -> MutexGuard<'_, ()> {
        held(&self.bulky)
    }

    /// The sessions.
    pub(crate) fn sessions(&self) -> MutexGuard<'_, Sessions> {
        held(&self.sessions)
    }

    /// Failures to sign in.
    pub(crate) fn tries(&self) -> MutexGuard<'_, Tries> {
        held(&self.tries)
    }

    /// Keeps what a request changed of what outlives its session.
    ///
    /// # Errors
    /// Whatever the library refuses.
    pub(crate) fn keep(&self, visitor: &Visitor) -> Result<(), Refusal> {
        let _alone = held(&self.keeping);
        let Some((resume, parts)) = self.sessions().known.unkept(visitor) else { return Ok(()) };
        let kept = self.library.keep_resume(visitor, &resume, &parts);
        if kept.is_err() {
            self.sessions().known.not_kept(visitor, parts);
        }
        kept
    }

    /// Goes on with what was kept of whoever comes in. In an office another program may have kept something since.
    pub(crate) fn resume(&self, visitor: &Visitor) {
        let _alone = held(&self.keeping);
        if self.library.holder() == Holder::Office || self.sessions().known.of(visitor).is_none() {
            let kept = self.library.resume(visitor);
            self.sessions().known.resume(visitor.clone(), kept);
        }
    }

    /// Opens a case and does something at its desk. Where somebody else holds it, it waits some seconds for it.
    ///
    /// # Errors
    /// Whatever the library and `work` refuse; `Busy` where the case is still held then.
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
        let (mut patience, mut waiting) = (Patience::begin(Instant::now()), None);
        let opened = loop {
            let opened = self.library.at(visitor, case, wanted, touch, progress, &mut |desk| {
                if let Some(work) = work.take() {
                    let _turn = self.turns.begin(case);
                    done = Some(work(desk)?);
                }
                Ok(())
            });
            match opened {
                // Nothing was begun: whoever holds the case, often another request of this server, is soon done with it.
                Err(held) if held.fault == Fault::Busy && work.is_some() => {
                    let own = self.turns.are_on(case);
                    waiting = waiting.or_else(|| self.turns.wait());
                    if waiting.is_none() || !patience.lasts(Instant::now(), own) {
                        let ours = || Finding::error("web-case-held").refuse(Fault::Busy);
                        return Err(if own { ours() } else { held });
                    }
                    std::thread::sleep(AGAIN);
                }
                opened => break opened,
            }
        };
        // With a membership ends what was answered on its case; a folder that is away for a while takes nothing along.
        if self.library.holder() == Holder::Office
            && opened.as_ref().is_err_and(|refusal| refusal.finding.code == NO_SUCH_CASE)
        {
            self.sessions().known.forget(visitor, case);
        }
        opened?;
        done.ok_or_else(|| Finding::error("web-nothing-done").refuse(Fault::Storage))
    }

    /// Does something at the reception of the office.
    ///
    /// # Errors
    /// Whatever the library and `work` refuse.
    pub(crate) fn front<T>(
        &self,
        visitor: &Visitor,
        work: impl FnOnce(&mut Reception<'_>, &Person) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let (mut work, mut done) = (Some(work), None);
        self.library.front(visitor, &mut |front, person| {
            if let Some(work) = work.take() {
                done = Some(work(front, person)?);
            }
            Ok(())
        })?;
        done.ok_or_else(|| Finding::error("web-nothing-done").refuse(Fault::Storage))
    }

    /// A turn at working a password, which takes its time and its memory, and fresh salt for its hash.
    ///
    /// # Errors
    /// `Busy` where others are at it; `Storage` where the system gives no randomness.
    pub(crate) fn hashing(&self) -> Result<(OwnedSemaphorePermit, [u8; SALT_BYTES]), Refusal> {
        let busy = |_| Finding::error("web-too-many-tries").refuse(Fault::Busy);
        let turn = Arc::clone(&self.doors).try_acquire_owned().map_err(busy)?;
        let mut salt = [0; SALT_BYTES];
        salt.iter_mut().zip(self.library.random()?).for_each(|(to, from)| *to = from);
        Ok((turn, salt))
    }

    /// The case as it is now. What was read before is used as far as it is still so.
    ///
    /// # Errors
    /// Whatever opening and reading refuse.
    pub(crate) fn loaded(&self, visitor: &Visitor, case: &str) -> Result<Arc<Loaded>, Refusal> {
        self.load(visitor, case, &mut Quiet)
    }

    /// How many bytes of its items posts are read from.
    pub(crate) fn bytes_read(&self, visitor: &Visitor, case: &str) -> Result<u64, Refusal> {
        let wanted = Wanted::of(UseCase::ViewMasked, Object::Result);
        self.at(visitor, case, &wanted, Touch::Read, &mut Quiet, |desk| {
            let (_, state) = desk.state()?;
            let read = state.items.values().filter(|kept| kept.read.is_some());
            Ok(read.map(|kept| kept.item.digests.bytes).fold(0, u64::saturating_add))
        })
    }

    /// The same in a thread of its own, for whoever waits no longer than `patience`.
    pub(crate) fn awaited(self: &Arc<Self>, visitor: &Visitor, case: &str, patience: Duration) -> Waited {
        let (app, own, of) = (Arc::clone(self), visitor.clone(), case.to_owned());
        self.reading(visitor, case).wait(patience, move |told| app.load(&own, &of, told))
    }

    /// Several pages that one visitor waits for are one reading.
    fn reading(&self, visitor: &Visitor, case: &str) -> Arc<Reading> {
        let mut readings = held(&self.readings);
        readings.retain(|_, reading| reading.strong_count() > 0);
        let key = (visitor.clone(), case.to_owned());
        if let Some(reading) = readings.get(&key).and_then(Weak::upgrade) {
            return reading;
        }
        let reading = Arc::new(Reading::default());
        readings.insert(key, Arc::downgrade(&reading));
        reading
    }

    fn load(
        &self,
        visitor: &Visitor,
        case: &str,
        progress: &mut dyn Progress,
    ) -> Result<Arc<Loaded>, Refusal> {
        let wanted = Wanted::of(UseCase::ViewMasked, Object::Result);
        // What was read of a case is the same for everybody who may see it, and looked for only after the library let this
        // visitor in: whoever asks for what is not theirs takes nothing from anybody.
        self.at(visitor, case, &wanted, Touch::Read, progress, |desk| {
            self.cases.read(case, |before| load(desk, before))
        })
    }
}

/// What a panic elsewhere left is still whole: every change under these locks is one assignment.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
