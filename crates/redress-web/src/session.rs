//! Sessions: who is there, for how long, and what only they may send.
//!
//! A session is a random name in a cookie that no script can read, that is sent to this server alone and ends with the
//! browser. It is kept in memory: when the server ends, every session ends. Beside it stands a second random value that
//! every form carries, so that a page of somebody else cannot act in its name (OWASP ASVS 4.0, 4.2.2).

use crate::Visitor;
use redress_base::Finding;
use redress_words::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The name of the cookie.
pub(crate) const COOKIE: &str = "redress";
/// A session that nobody uses ends after this.
const IDLE: Duration = Duration::from_secs(2 * 60 * 60);
/// And every session after this.
const LONGEST: Duration = Duration::from_secs(12 * 60 * 60);
/// A link that nobody follows is good for this long.
const LINK: Duration = Duration::from_secs(10 * 60);
/// Requests that one session may make at once, and how many come back every second.
const BURST: f64 = 240.0;
const PER_SECOND: f64 = 60.0;
/// Tries to come in, of anybody, in one minute.
const TRIES: usize = 20;

/// One session as a request sees it.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    /// Who it is.
    pub(crate) visitor: Visitor,
    /// What every form carries.
    pub(crate) token: String,
    /// The language that was chosen; absent, the browser's.
    pub(crate) language: Option<Language>,
    /// The name under which entries are made, on a computer where nobody signs in.
    pub(crate) by: Option<String>,
    /// Where the person stopped last, by case: a page of it.
    pub(crate) stopped: BTreeMap<String, String>,
}

/// A paper as it was last drawn up, until the next one or the end of the session.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// The case.
    pub(crate) case: String,
    /// The form.
    pub(crate) form: String,
    /// The name of its file.
    pub(crate) name: String,
    /// Its type.
    pub(crate) kind: &'static str,
    /// The file.
    pub(crate) bytes: Vec<u8>,
    /// Whether it can be signed.
    pub(crate) last: bool,
    /// The entry of the ledger that drew it up, where it was an earlier one.
    pub(crate) entry: Option<u64>,
    /// How many places are still open.
    pub(crate) missing: usize,
    /// What has to be known of it.
    pub(crate) findings: Vec<Finding>,
}

struct Kept {
    session: Session,
    began: Instant,
    used: Instant,
    /// Requests left, as a bucket that fills again.
    left: f64,
    /// Posts that were asked for and not shown yet, by case.
    shown: BTreeSet<(String, String)>,
    /// What was answered for a paper, by case and form.
    answers: BTreeMap<(String, String), BTreeMap<String, String>>,
    /// The paper that was drawn up last.
    drawn: Option<Arc<Sheet>>,
}

/// Every session, and the links that lead in.
#[derive(Default)]
pub(crate) struct Sessions {
    kept: BTreeMap<String, Kept>,
    links: BTreeMap<String, Instant>,
    tries: Vec<Instant>,
}

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shut {
    /// No session, or it has ended.
    Out,
    /// Too many requests at once.
    TooMany,
}

impl Sessions {
    /// A link that leads in once.
    pub(crate) fn link(&mut self, now: Instant, secret: String) {
        self.links.retain(|_, made| now.duration_since(*made) < LINK);
        self.links.insert(secret, now);
    }

    /// Whether somebody may try to come in now; counts the try.
    pub(crate) fn may_try(&mut self, now: Instant) -> bool {
        self.tries.retain(|one| now.duration_since(*one) < Duration::from_secs(60));
        self.tries.push(now);
        self.tries.len() <= TRIES
    }

    /// Uses a link up.
    pub(crate) fn follow(&mut self, now: Instant, secret: &str) -> bool {
        self.links.remove(secret).is_some_and(|made| now.duration_since(made) < LINK)
    }

    /// Begins a session of that name.
    pub(crate) fn begin(&mut self, now: Instant, name: String, session: Session) {
        self.sweep(now);
        let kept = Kept {
            session,
            began: now,
            used: now,
            left: BURST,
            shown: BTreeSet::new(),
            answers: BTreeMap::new(),
            drawn: None,
        };
        self.kept.insert(name, kept);
    }

    /// The session of that name, if it has not ended and does not ask too much.
    pub(crate) fn get(&mut self, now: Instant, name: &str) -> Result<Session, Shut> {
        self.sweep(now);
        let kept = self.kept.get_mut(name).ok_or(Shut::Out)?;
        kept.left = (kept.left + now.duration_since(kept.used).as_secs_f64() * PER_SECOND).min(BURST);
        kept.used = now;
        if kept.left < 1.0 {
            return Err(Shut::TooMany);
        }
        kept.left -= 1.0;
        Ok(kept.session.clone())
    }

    /// Changes a session.
    pub(crate) fn change(&mut self, name: &str, change: impl FnOnce(&mut Session)) {
        if let Some(kept) = self.kept.get_mut(name) {
            change(&mut kept.session);
        }
    }

    /// Ends a session.
    pub(crate) fn end(&mut self, name: &str) {
        self.kept.remove(name);
    }

    /// Notes that the words of a post were asked for, and are to be shown on the next page once.
    pub(crate) fn show(&mut self, name: &str, case: &str, post: &str) {
        if let Some(kept) = self.kept.get_mut(name) {
            kept.shown.insert((case.to_owned(), post.to_owned()));
        }
    }

    /// The posts of a case that are to be shown now; they are hidden again afterwards.
    pub(crate) fn shown(&mut self, name: &str, case: &str) -> BTreeSet<String> {
        let Some(kept) = self.kept.get_mut(name) else { return BTreeSet::new() };
        let (now, later): (BTreeSet<_>, BTreeSet<_>) =
            std::mem::take(&mut kept.shown).into_iter().partition(|(of, _)| of == case);
        kept.shown = later;
        now.into_iter().map(|(_, post)| post).collect()
    }

    /// What was answered for a paper so far.
    pub(crate) fn answers(&self, name: &str, case: &str, form: &str) -> BTreeMap<String, String> {
        let key = (case.to_owned(), form.to_owned());
        self.kept.get(name).and_then(|kept| kept.answers.get(&key)).cloned().unwrap_or_default()
    }

    /// Adds answers for a paper; an empty one takes back what was answered. Gives all of them.
    pub(crate) fn answer(
        &mut self,
        name: &str,
        case: &str,
        form: &str,
        typed: Vec<(String, String)>,
    ) -> BTreeMap<String, String> {
        let Some(kept) = self.kept.get_mut(name) else { return BTreeMap::new() };
        let own = kept.answers.entry((case.to_owned(), form.to_owned())).or_default();
        for (path, value) in typed {
            if value.is_empty() {
                own.remove(&path);
            } else {
                own.insert(path, value);
            }
        }
        own.clone()
    }

    /// Keeps a paper that was drawn up, in place of the one before.
    pub(crate) fn draw(&mut self, name: &str, sheet: Sheet) {
        if let Some(kept) = self.kept.get_mut(name) {
            kept.drawn = Some(Arc::new(sheet));
        }
    }

    /// The paper that was drawn up last, if it is of that case and that form.
    pub(crate) fn drawn(&self, name: &str, case: &str, form: &str) -> Option<Arc<Sheet>> {
        let last = self.kept.get(name)?.drawn.as_ref()?;
        (last.case == case && last.form == form).then(|| Arc::clone(last))
    }

    fn sweep(&mut self, now: Instant) {
        self.kept.retain(|_, kept| {
            now.duration_since(kept.used) < IDLE && now.duration_since(kept.began) < LONGEST
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{IDLE, LINK, LONGEST, Session, Sessions, Shut, TRIES};
    use crate::Visitor;
    use std::collections::BTreeMap;
    use std::time::{Duration, Instant};

    fn session() -> Session {
        let visitor = Visitor::Owner;
        Session { visitor, token: "t".into(), language: None, by: None, stopped: BTreeMap::new() }
    }

    #[test]
    fn a_link_leads_in_once_and_not_for_ever() {
        let (mut sessions, now) = (Sessions::default(), Instant::now());
        sessions.link(now, "a".into());
        assert!(sessions.follow(now, "a"));
        assert!(!sessions.follow(now, "a"));
        sessions.link(now, "b".into());
        assert!(!sessions.follow(now + LINK, "b"));
        assert!(!sessions.follow(now, "never made"));
    }

    #[test]
    fn a_session_ends_when_it_is_not_used_and_after_a_day_at_the_latest() {
        let (mut sessions, now) = (Sessions::default(), Instant::now());
        sessions.begin(now, "s".into(), session());
        assert!(sessions.get(now + IDLE - Duration::from_secs(1), "s").is_ok());
        assert_eq!(sessions.get(now + IDLE * 2, "s").unwrap_err(), Shut::Out);
        sessions.begin(now, "s".into(), session());
        let mut at = now;
        while at < now + LONGEST - IDLE {
            at += IDLE / 2;
            assert!(sessions.get(at, "s").is_ok());
        }
        assert_eq!(sessions.get(now + LONGEST, "s").unwrap_err(), Shut::Out);
    }

    #[test]
    fn too_many_requests_at_once_are_not_answered_and_the_session_stays() {
        let (mut sessions, now) = (Sessions::default(), Instant::now());
        sessions.begin(now, "s".into(), session());
        let answered = (0..1000).filter(|_| sessions.get(now, "s").is_ok()).count();
        assert_eq!(answered, 240);
        assert!(sessions.get(now + Duration::from_secs(1), "s").is_ok());
    }

    #[test]
    fn tries_to_come_in_are_counted_for_everybody_together() {
        let (mut sessions, now) = (Sessions::default(), Instant::now());
        assert_eq!((0..100).filter(|_| sessions.may_try(now)).count(), TRIES);
        assert!(sessions.may_try(now + Duration::from_secs(61)));
    }

    #[test]
    fn what_was_asked_for_is_shown_once_and_in_its_own_case() {
        let (mut sessions, now) = (Sessions::default(), Instant::now());
        sessions.begin(now, "s".into(), session());
        sessions.show("s", "rd-1", "weibo/1");
        sessions.show("s", "rd-2", "weibo/2");
        assert_eq!(sessions.shown("s", "rd-1").into_iter().collect::<Vec<_>>(), ["weibo/1"]);
        assert!(sessions.shown("s", "rd-1").is_empty());
        assert_eq!(sessions.shown("s", "rd-2").len(), 1);
    }
}
