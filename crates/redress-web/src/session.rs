//! Sessions: who is there, for how long, and what only they may send.
//!
//! A session is a random name in a cookie that no script can read, that is sent to this server alone and ends with the
//! browser. It is kept in memory: when the server ends, every session ends; what outlives it is a visitor's, not a
//! session's ([`Resume`]). Beside it stands a second random value that
//! every form carries, so that a page of somebody else cannot act in its name (OWASP ASVS 4.0, 4.2.2).

use crate::known::Known;
use crate::library::{SignedIn, Visitor};
use crate::resume::{Answers, Part, Resume};
use crate::saved::Saved;
use redress_base::{Finding, Sha256};
use redress_evidence::hash::digests;
use redress_words::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The name of the cookie of the server on that port. Cookies are sent to every port of a host (RFC 6265, 8.5): two servers on
/// one computer would end each other's sessions under one name. Encrypted, no other host of the same site can set it either
/// (RFC 6265bis, 4.1.3.2).
pub(crate) fn cookie(port: u16, encrypted: bool) -> String {
    let prefix = if encrypted { "__Host-" } else { "" };
    format!("{prefix}redress-{port}")
}

/// A session that nobody uses ends after this.
const IDLE: Duration = Duration::from_secs(2 * 60 * 60);
/// And every session after this.
const LONGEST: Duration = Duration::from_secs(12 * 60 * 60);
/// A link that nobody follows is good for this long.
const LINK: Duration = Duration::from_secs(10 * 60);
/// Requests that one session may make each second, where nobody says otherwise; and how many seconds of them at once.
pub(crate) const PER_SECOND: u32 = 60;
const AT_ONCE: f64 = 4.0;

/// One session as a request sees it.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    /// Who it is.
    pub(crate) visitor: Visitor,
    /// By what they signed in, where people sign in.
    pub(crate) proof: Option<Sha256>,
    /// What every form carries.
    pub(crate) token: String,
    /// The language that was chosen; absent, the browser's.
    pub(crate) language: Option<Language>,
    /// The name under which entries are made, on a computer where nobody signs in.
    pub(crate) by: Option<String>,
    /// Where the person stopped last, by case: a page of it.
    pub(crate) stopped: BTreeMap<String, String>,
    /// Whether this session offers no words of posts, because somebody else reads them.
    pub(crate) spared: bool,
    /// Whether single keys do nothing, for whoever dictates or strikes keys without meaning to (WCAG 2.1, 2.1.4).
    pub(crate) keyless: bool,
    /// Whether its own password is being changed: its proof is about to be another.
    pub(crate) renewing: bool,
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

impl Sheet {
    /// What tells this one from every other.
    pub(crate) fn mark(&self) -> String {
        digests(&self.bytes).sha256.to_string().chars().take(16).collect()
    }
}

struct Kept {
    session: Session,
    began: Instant,
    used: Instant,
    /// Requests left, as a bucket that fills again.
    left: f64,
    /// Posts that were asked for and not shown yet, by case.
    shown: BTreeSet<(String, String)>,
    /// The paper that was drawn up last.
    drawn: Option<Arc<Sheet>>,
    /// What was looked for, by the number that stands for it in addresses.
    sought: BTreeMap<u32, String>,
    /// What was saved just now, by case; the next page of that case says so once.
    saved: BTreeMap<String, Saved>,
}

/// Searches of one session whose words are kept.
const SEARCHES: usize = 100;

/// Every session, and the links that lead in.
pub(crate) struct Sessions {
    /// Requests that one session may make each second.
    pace: f64,
    kept: BTreeMap<String, Kept>,
    /// What outlives them.
    pub(crate) known: Known,
    links: BTreeMap<String, Instant>,
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
    /// Nobody is there; one session may make so many requests each second.
    pub(crate) fn new(pace: u32) -> Sessions {
        Sessions {
            pace: f64::from(pace.max(1)),
            kept: BTreeMap::new(),
            known: Known::default(),
            links: BTreeMap::new(),
        }
    }

    /// A link that leads in once.
    pub(crate) fn link(&mut self, now: Instant, secret: String) {
        self.links.retain(|_, made| now.duration_since(*made) < LINK);
        self.links.insert(secret, now);
    }

    /// Uses a link up.
    pub(crate) fn follow(&mut self, now: Instant, secret: &str) -> bool {
        self.links.remove(secret).is_some_and(|made| now.duration_since(made) < LINK)
    }

    /// Begins a session of that name.
    pub(crate) fn begin(&mut self, now: Instant, name: String, mut session: Session) {
        self.sweep(now);
        session.spared = self.arranged(&session.visitor);
        session.by = self.known.of(&session.visitor).and_then(|known| known.by.clone());
        let kept = Kept {
            session,
            began: now,
            used: now,
            left: self.pace * AT_ONCE,
            shown: BTreeSet::new(),
            drawn: None,
            sought: BTreeMap::new(),
            saved: BTreeMap::new(),
        };
        self.kept.insert(name, kept);
    }

    /// The session of that name, if it has not ended and does not ask too much.
    pub(crate) fn get(&mut self, now: Instant, name: &str) -> Result<Session, Shut> {
        self.sweep(now);
        let kept = self.kept.get_mut(name).ok_or(Shut::Out)?;
        kept.left =
            (kept.left + now.duration_since(kept.used).as_secs_f64() * self.pace).min(self.pace * AT_ONCE);
        kept.used = now;
        if kept.left < 1.0 {
            return Err(Shut::TooMany);
        }
        kept.left -= 1.0;
        let mut session = kept.session.clone();
        if let Some(known) = self.known.of(&session.visitor) {
            session.stopped.clone_from(&known.stopped);
        }
        Ok(session)
    }

    /// Changes what outlives the session.
    fn keep<T: Default>(&mut self, name: &str, part: Part, change: impl FnOnce(&mut Resume) -> T) -> T {
        let Some(kept) = self.kept.get(name) else { return T::default() };
        self.known.change(&kept.session.visitor, part, change)
    }

    /// Notes the page on which somebody stopped.
    pub(crate) fn stop(&mut self, name: &str, case: String, page: String) {
        self.keep(name, Some(case.clone()), |resume| {
            resume.stopped.insert(case, page);
        });
    }

    /// Offers words in this session or not; with `lasting`, in the sessions that begin later too.
    pub(crate) fn spare(&mut self, name: &str, spared: bool, lasting: bool) {
        self.change(name, |session| session.spared = spared);
        if lasting {
            self.keep(name, None, |resume| resume.spared = spared);
        }
    }

    /// Chooses the name under which entries are made, in this session; with `lasting`, in the sessions that begin later too.
    pub(crate) fn sign(&mut self, name: &str, by: Option<String>, lasting: bool) {
        self.change(name, |session| session.by.clone_from(&by));
        if lasting {
            self.keep(name, None, |resume| resume.by = by);
        }
    }

    /// Whether sessions of this visitor begin without an offer of words.
    pub(crate) fn arranged(&self, visitor: &Visitor) -> bool {
        self.known.of(visitor).is_some_and(|known| known.spared)
    }

    /// Changes a session.
    pub(crate) fn change(&mut self, name: &str, change: impl FnOnce(&mut Session)) {
        if let Some(kept) = self.kept.get_mut(name) {
            change(&mut kept.session);
        }
    }

    /// The session as it is now, which counts as no request.
    pub(crate) fn now(&self, name: &str) -> Option<Session> {
        self.kept.get(name).map(|kept| kept.session.clone())
    }

    /// Ends every session that began with that proof, but for the one that is changing its password now.
    pub(crate) fn end_all(&mut self, who: &SignedIn) {
        let theirs = |session: &Session| {
            session.visitor == who.visitor && session.proof == Some(who.proof) && !session.renewing
        };
        self.kept.retain(|_, kept| !theirs(&kept.session));
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

    /// Notes that something was saved, so that the next page of that case says so; beside the cases its name is empty.
    pub(crate) fn note_saved(&mut self, name: &str, case: &str, saved: Saved) {
        if let Some(kept) = self.kept.get_mut(name) {
            kept.saved.insert(case.to_owned(), saved);
        }
    }

    /// What was saved of that case since its last page; it is told once.
    pub(crate) fn saved(&mut self, name: &str, case: &str) -> Option<Saved> {
        self.kept.get_mut(name)?.saved.remove(case)
    }

    /// Keeps words that are looked for, and gives the number that stands for them.
    pub(crate) fn seek(&mut self, name: &str, words: String) -> Option<u32> {
        let sought = &mut self.kept.get_mut(name)?.sought;
        if let Some((number, _)) = sought.iter().find(|(_, known)| **known == words) {
            return Some(*number);
        }
        let number = sought.last_key_value().map_or(1, |(last, _)| last.saturating_add(1));
        sought.insert(number, words);
        while sought.len() > SEARCHES {
            sought.pop_first();
        }
        Some(number)
    }

    /// The words of that number.
    pub(crate) fn sought(&self, name: &str, number: u32) -> Option<String> {
        self.kept.get(name)?.sought.get(&number).cloned()
    }

    /// What was answered for a paper so far.
    pub(crate) fn answers(&self, name: &str, case: &str, form: &str) -> Answers {
        let known = self.kept.get(name).and_then(|kept| self.known.of(&kept.session.visitor));
        known.map(|known| known.answered(case, form)).unwrap_or_default()
    }

    /// Adds answers for a paper; an empty one takes back what was answered. Gives all of them.
    pub(crate) fn answer(
        &mut self,
        name: &str,
        case: &str,
        form: &str,
        typed: Vec<(String, String)>,
    ) -> Answers {
        self.keep(name, Some(case.to_owned()), |resume| resume.answer(case, form, typed))
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
    use super::{IDLE, LINK, LONGEST, Session, Sessions, Shut};
    use crate::Visitor;
    use std::collections::BTreeMap;
    use std::time::{Duration, Instant};

    fn session() -> Session {
        let visitor = Visitor::Owner;
        let stopped = BTreeMap::new();
        Session {
            visitor,
            proof: None,
            token: "t".into(),
            language: None,
            by: None,
            stopped,
            spared: false,
            keyless: false,
            renewing: false,
        }
    }

    #[test]
    fn a_link_leads_in_once_and_not_for_ever() {
        let (mut sessions, now) = (Sessions::new(super::PER_SECOND), Instant::now());
        sessions.link(now, "a".into());
        assert!(sessions.follow(now, "a"));
        assert!(!sessions.follow(now, "a"));
        sessions.link(now, "b".into());
        assert!(!sessions.follow(now + LINK, "b"));
        assert!(!sessions.follow(now, "never made"));
    }

    #[test]
    fn a_session_ends_when_it_is_not_used_and_after_a_day_at_the_latest() {
        let (mut sessions, now) = (Sessions::new(super::PER_SECOND), Instant::now());
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
        let (mut sessions, now) = (Sessions::new(super::PER_SECOND), Instant::now());
        sessions.begin(now, "s".into(), session());
        let answered = (0..1000).filter(|_| sessions.get(now, "s").is_ok()).count();
        assert_eq!(answered, 240);
        assert!(sessions.get(now + Duration::from_secs(1), "s").is_ok());
    }

    #[test]
    fn words_that_are_looked_for_are_kept_for_their_session_under_a_number() {
        let (mut sessions, now) = (Sessions::new(super::PER_SECOND), Instant::now());
        for name in ["s", "t"] {
            sessions.begin(now, name.into(), session());
        }
        let number = sessions.seek("s", "a name".into()).unwrap();
        assert_eq!(sessions.seek("s", "a name".into()), Some(number));
        assert_eq!(sessions.sought("s", number).as_deref(), Some("a name"));
        assert_eq!(sessions.sought("t", number), None, "another session has its own");
        let last = (0..300).filter_map(|one| sessions.seek("s", format!("word {one}"))).last().unwrap();
        assert_eq!(sessions.sought("s", last).as_deref(), Some("word 299"));
        assert_eq!(sessions.sought("s", number), None, "so many are kept, and no more");
        sessions.end("s");
        assert_eq!(sessions.sought("s", last), None);
    }

    #[test]
    fn what_was_asked_for_is_shown_once_and_in_its_own_case() {
        let (mut sessions, now) = (Sessions::new(super::PER_SECOND), Instant::now());
        sessions.begin(now, "s".into(), session());
        sessions.show("s", "rd-1", "weibo/1");
        sessions.show("s", "rd-2", "weibo/2");
        assert_eq!(sessions.shown("s", "rd-1").into_iter().collect::<Vec<_>>(), ["weibo/1"]);
        assert!(sessions.shown("s", "rd-1").is_empty());
        assert_eq!(sessions.shown("s", "rd-2").len(), 1);
    }

    #[test]
    fn what_a_visitor_left_is_there_in_their_next_session_and_kept_once_for_each_change() {
        let (mut sessions, now) = (Sessions::new(super::PER_SECOND), Instant::now());
        sessions.known.resume(Visitor::Owner, Ok(crate::resume::Resume::default()));
        sessions.begin(now, "a".into(), session());
        assert!(sessions.known.unkept(&Visitor::Owner).is_none(), "nothing has changed");
        sessions.stop("a", "rd-1".into(), "/c/rd-1/facts".into());
        sessions.answer("a", "rd-1", "f", vec![("x".into(), "1".into())]);
        sessions.spare("a", true, true);
        let (kept, changed) = sessions.known.unkept(&Visitor::Owner).unwrap();
        assert_eq!(changed, [None, Some("rd-1".to_owned())].into());
        assert!(sessions.known.unkept(&Visitor::Owner).is_none());
        sessions.end("a");
        let mut later = Sessions::new(super::PER_SECOND);
        later.known.resume(Visitor::Owner, Ok(kept));
        later.begin(now, "b".into(), session());
        let own = later.get(now, "b").unwrap();
        assert_eq!(own.stopped["rd-1"], "/c/rd-1/facts");
        assert!(own.spared && later.answers("b", "rd-1", "f")["x"] == "1");
        // For this session alone, whoever reads for somebody is offered words.
        later.spare("b", false, false);
        assert!(!later.get(now, "b").unwrap().spared && later.arranged(&Visitor::Owner));
        let other = Visitor::Person("else".into());
        later.begin(now, "c".into(), super::Session { visitor: other, ..session() });
        assert!(
            later.get(now, "c").unwrap().stopped.is_empty(),
            "nobody goes on where somebody else stopped"
        );
    }
}
