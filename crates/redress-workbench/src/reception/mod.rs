//! The reception of an office: who is there, what they may do, and what is written down of it.
//!
//! Every way to a case of an office leads through [`Reception::may`]. It asks one question of the roster,
//! which joins the membership of the asker: a case that somebody is not on and a case that there is not
//! come back alike, before anything else is looked at.

mod accounts;
mod entry;
mod log;
mod members;
mod release;

pub use entry::{Wanted, Whose, body_of, marking_act, notice_bodies, step_bodies};
pub use log::{LogLine, Logged, Outcome};
pub use members::{NewMember, Opening};
pub use release::{Given, LEAST_THRESHOLD, ReleaseTerms, WantedRelease};

use crate::ports::{Clock, Roster};
use redress_base::{Fault, Finding, Instant, Refusal, Sha256};
use redress_evidence::hash::digests;
use redress_rights::{
    AccountName, Decision, Membership, NO_SUCH_CASE, Object, Password, Role, SALT_BYTES, Thing, UseCase,
    check, denial, hash, in_office, on_case,
};
use std::collections::BTreeSet;

/// Somebody who signed in. Only [`Reception::sign_in`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    name: AccountName,
    holds: BTreeSet<Role>,
    proof: Sha256,
}

impl Person {
    /// The name of their account.
    pub const fn name(&self) -> &AccountName {
        &self.name
    }

    /// The roles that their account holds.
    pub const fn holds(&self) -> &BTreeSet<Role> {
        &self.holds
    }

    /// By what they signed in: another one after every change of their password. It says nothing of the password.
    pub const fn proof(&self) -> &Sha256 {
        &self.proof
    }
}

/// A right that was given for one act on one case.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "an entry may have to stand first"]
pub struct Granted {
    /// By this membership.
    pub membership: Membership,
    /// Whether an entry has to be appended to the case's ledger before the act is done.
    pub entry: bool,
}

/// What is kept of a password, told apart from every other: it was made with a salt of its own.
pub(super) fn proof(kept: &str) -> Sha256 {
    digests(kept.as_bytes()).sha256
}

/// Where people of an office are received.
pub struct Reception<'a> {
    /// Keeps accounts, memberships and the log.
    pub roster: &'a mut dyn Roster,
    /// Tells the time.
    pub clock: &'a dyn Clock,
}

impl Reception<'_> {
    /// Signs somebody in. A name that there is not costs the same work, waits the same and is answered in
    /// the same words as a wrong password. `salt` is 16 fresh random bytes, for a hash that is to be made
    /// anew.
    ///
    /// # Errors
    /// `Usage`: name or password wrong, or the account is locked. `Busy`: too many failures, wait.
    /// `Storage`: the roster would not do it.
    pub fn sign_in(&mut self, name: &str, typed: &str, salt: &[u8; SALT_BYTES]) -> Result<Person, Refusal> {
        let now = self.now();
        let wrong = || Finding::error("workbench-sign-in-wrong").refuse(Fault::Usage);
        let password = Password::typed(typed)?;
        let Ok(name) = AccountName::parse(name) else {
            // No account can be called so; the work is done all the same.
            check(&password, None)?;
            return Err(wrong());
        };
        // The failure is counted before the password is looked at, so that many tries at once count as many.
        self.roster.tries(&name, &mut |tries| tries.require(now).map(|()| tries.failed(now)))?;
        let known = self.roster.credentials(&name)?;
        let checked = check(&password, known.as_ref().map(|known| known.hash.as_str()))?;
        let Some(known) = known.filter(|_| checked.holds) else {
            self.note(&LogLine::of(now, Logged::SignIn, Outcome::Denied("workbench-sign-in-wrong")))?;
            return Err(wrong());
        };
        let line = |outcome| LogLine::of(now, Logged::SignIn, outcome).by(&known.account.name);
        if known.account.locked {
            self.note(&line(Outcome::Denied("workbench-account-locked")))?;
            return Err(Finding::error("workbench-account-locked").refuse(Fault::Usage));
        }
        self.roster.tries(&name, &mut |_| Ok(redress_rights::Throttle::default()))?;
        let line = line(Outcome::Allowed);
        let mut kept = known.hash;
        if checked.rehash {
            kept = hash(&password, salt)?;
            self.roster.set_hash(&name, &kept, &line)?;
        } else {
            self.note(&line)?;
        }
        Ok(Person { name: known.account.name, holds: known.account.holds, proof: proof(&kept) })
    }

    /// Whether somebody who signed in with that proof may still go on: the account is there and open, holds the roles that it
    /// held, and its password is the same (OWASP ASVS 4.0, 3.3.3).
    ///
    /// # Errors
    /// `Storage`: the roster would not do it.
    pub fn stands(&mut self, person: &Person, with: &Sha256) -> Result<bool, Refusal> {
        let known = self.roster.credentials(&person.name)?;
        Ok(known.is_some_and(|known| {
            !known.account.locked && known.account.holds == person.holds && proof(&known.hash) == *with
        }))
    }

    /// May this person do this to this thing of this case? Denials, and acts that need an entry, are logged.
    ///
    /// # Errors
    /// `Usage` with the code of the denial; for a case that the person is not on, and for one that there is
    /// not, [`NO_SUCH_CASE`] and nothing else. `Storage`: the roster would not do it.
    pub fn may(
        &mut self,
        person: &Person,
        case_id: &str,
        use_case: UseCase,
        thing: Thing,
    ) -> Result<Granted, Refusal> {
        let now = self.now();
        let membership = self.roster.membership(case_id, &person.name)?;
        let decision = on_case(membership.as_ref(), use_case, thing, now);
        // Of a case that the person is not on nothing is written down but that they asked: the log is read
        // by others, who must not learn from it that the case exists.
        let named = (decision != Decision::Denied(NO_SUCH_CASE)).then_some(case_id);
        self.note_decision(person, use_case, thing.object, named, decision)?;
        let entry = decision.require()?;
        membership.map(|membership| Granted { membership, entry }).ok_or_else(|| denial(NO_SUCH_CASE))
    }

    /// May this person do this in the office, without a case?
    ///
    /// # Errors
    /// `Usage` with the code of the denial. `Storage`: the roster would not do it.
    pub fn may_in_office(&mut self, person: &Person, use_case: UseCase, thing: Thing) -> Result<(), Refusal> {
        let decision = in_office(&person.holds, use_case, thing);
        self.note_decision(person, use_case, thing.object, None, decision)?;
        decision.require().map(drop)
    }

    /// The cases that the person is on, by their number, with the role on each. No trace of any other.
    ///
    /// # Errors
    /// `Usage`: the account holds no role that is on cases. `Storage`: the roster would not do it.
    pub fn list_cases(&mut self, person: &Person) -> Result<Vec<Membership>, Refusal> {
        self.may_in_office(person, UseCase::ListCases, Thing::any(Object::Case))?;
        let now = self.now();
        let mut own = self.roster.memberships_of(&person.name)?;
        own.retain(|one| one.runs(now));
        Ok(own)
    }

    /// The same, to be searched: what is searched is what one may see.
    ///
    /// # Errors
    /// As [`Reception::list_cases`].
    pub fn search_cases(&mut self, person: &Person) -> Result<Vec<Membership>, Refusal> {
        self.may_in_office(person, UseCase::SearchCases, Thing::any(Object::Case))?;
        self.list_cases(person)
    }

    fn now(&self) -> Instant {
        self.clock.now().at
    }

    fn note(&mut self, line: &LogLine) -> Result<(), Refusal> {
        self.roster.log(line)
    }

    /// The line of an act that changes something, written together with the change.
    fn line(&self, person: &Person, act: UseCase, object: Object) -> LogLine {
        LogLine::of(self.now(), Logged::Act(act, object), Outcome::Allowed).by(&person.name)
    }

    fn note_decision(
        &mut self,
        person: &Person,
        use_case: UseCase,
        object: Object,
        case_id: Option<&str>,
        decision: Decision,
    ) -> Result<(), Refusal> {
        let outcome = match decision {
            Decision::Allowed => return Ok(()),
            Decision::AllowedWithEntry => Outcome::AllowedWithEntry,
            Decision::Denied(code) => Outcome::Denied(code),
        };
        let line = LogLine::of(self.now(), Logged::Act(use_case, object), outcome).by(&person.name);
        self.note(&if let Some(case_id) = case_id { line.on(case_id) } else { line })
    }
}
