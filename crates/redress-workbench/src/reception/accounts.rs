//! Accounts: the first keeper, new accounts, locking, passwords, and reading the log.

use super::{LogLine, Logged, Outcome, Person, Reception};
use crate::ports::ShownLine;
use redress_base::{Fault, Finding, Refusal, Sha256};
use redress_rights::{
    Account, AccountName, Object, Password, Role, SALT_BYTES, Thing, Throttle, UseCase, hash,
};
use std::collections::BTreeSet;

impl Reception<'_> {
    /// Makes the first account of an office, its keeper. Nobody is there yet who could be asked, so it is
    /// made only where there is no account at all.
    ///
    /// # Errors
    /// `Usage`: the name or the password will not do, or there are accounts already.
    pub fn first_keeper(
        &mut self,
        name: &str,
        typed: &str,
        salt: &[u8; SALT_BYTES],
    ) -> Result<Person, Refusal> {
        let name = AccountName::parse(name)?;
        let hash = hash(&Password::new(typed, name.as_str())?, salt)?;
        let holds = BTreeSet::from([Role::Keeper]);
        let account = Account { name: name.clone(), holds: holds.clone(), locked: false };
        let logged = Logged::Act(UseCase::MakeAccount, Object::Account);
        let line = LogLine::of(self.now(), logged, Outcome::Allowed).by(&name).about(&name);
        if !self.roster.add_first(&account, &hash, &line)? {
            return Err(Finding::error("workbench-office-has-accounts").refuse(Fault::Usage));
        }
        Ok(Person { name, holds, proof: super::proof(&hash) })
    }

    /// Makes an account that holds these roles.
    ///
    /// # Errors
    /// `Usage`: not the keeper, no role, the name or the password will not do, or the name is taken.
    pub fn add_account(
        &mut self,
        person: &Person,
        name: &str,
        holds: BTreeSet<Role>,
        typed: &str,
        salt: &[u8; SALT_BYTES],
    ) -> Result<Account, Refusal> {
        self.may_in_office(person, UseCase::MakeAccount, Thing::any(Object::Account))?;
        let name = AccountName::parse(name)?;
        if holds.is_empty() {
            return Err(Finding::error("workbench-account-without-role").refuse(Fault::Usage));
        }
        let hash = hash(&Password::new(typed, name.as_str())?, salt)?;
        let account = Account { name, holds, locked: false };
        let line = self.about(person, UseCase::MakeAccount, &account.name);
        if !self.roster.add_account(&account, &hash, &line)? {
            let found = Finding::error("workbench-account-exists").with("account", account.name.as_str());
            return Err(found.refuse(Fault::Usage));
        }
        Ok(account)
    }

    /// Locks an account, or opens it again. Opening also forgives the failures that were counted.
    ///
    /// # Errors
    /// `Usage`: not the keeper, no such account, or the keeper's own.
    pub fn lock_account(&mut self, person: &Person, name: &str, locked: bool) -> Result<(), Refusal> {
        self.may_in_office(person, UseCase::LockAccount, Thing::any(Object::Account))?;
        let name = AccountName::parse(name)?;
        // An office whose only keeper is locked out could not be opened again by anybody.
        if name == person.name {
            return Err(Finding::error("workbench-account-own").refuse(Fault::Usage));
        }
        let line = self.about(person, UseCase::LockAccount, &name);
        if !self.roster.set_locked(&name, locked, &line)? {
            return Err(no_such_account(&name));
        }
        if locked { Ok(()) } else { self.roster.tries(&name, &mut |_| Ok(Throttle::default())) }
    }

    /// Sets a password anew for somebody who forgot theirs. The log tells it apart from a lock: whoever sets a password could
    /// come in with it.
    ///
    /// # Errors
    /// `Usage`: not the keeper, no such account, or the password will not do.
    pub fn reset_password(
        &mut self,
        person: &Person,
        name: &str,
        typed: &str,
        salt: &[u8; SALT_BYTES],
    ) -> Result<(), Refusal> {
        self.may_in_office(person, UseCase::ResetPassword, Thing::any(Object::Account))?;
        let name = AccountName::parse(name)?;
        let hash = hash(&Password::new(typed, name.as_str())?, salt)?;
        let line = self.about(person, UseCase::ResetPassword, &name);
        if !self.roster.set_hash(&name, &hash, &line)? {
            return Err(no_such_account(&name));
        }
        self.roster.tries(&name, &mut |_| Ok(Throttle::default()))
    }

    /// Changes one's own password; one has signed in with the old one just before. Gives what one is signed in by from now on.
    ///
    /// # Errors
    /// `Usage`: the password will not do.
    pub fn change_password(
        &mut self,
        person: &Person,
        typed: &str,
        salt: &[u8; SALT_BYTES],
    ) -> Result<Sha256, Refusal> {
        self.may_in_office(person, UseCase::ChangePassword, Thing::own(Object::Account))?;
        let hash = hash(&Password::new(typed, person.name.as_str())?, salt)?;
        let line = self.about(person, UseCase::ChangePassword, &person.name);
        let known = self.roster.set_hash(&person.name, &hash, &line)?;
        if known { Ok(super::proof(&hash)) } else { Err(no_such_account(&person.name)) }
    }

    /// Every account, by name.
    ///
    /// # Errors
    /// `Usage`: not the keeper.
    pub fn list_accounts(&mut self, person: &Person) -> Result<Vec<Account>, Refusal> {
        self.may_in_office(person, UseCase::ListAccounts, Thing::any(Object::Account))?;
        self.roster.accounts()
    }

    /// The log, newest first: an auditor sees cases by their mark alone; the keeper only the lines that are
    /// about no case.
    ///
    /// # Errors
    /// `Usage`: neither auditor nor keeper.
    pub fn read_log(&mut self, person: &Person, most: u32) -> Result<Vec<ShownLine>, Refusal> {
        let log = Thing::own(Object::OfficeLog);
        self.may_in_office(person, UseCase::ReadOfficeLog, log)?;
        let with_cases = person.holds.contains(&Role::Auditor);
        self.roster.read_log(with_cases, most)
    }

    fn about(&self, person: &Person, act: UseCase, name: &AccountName) -> LogLine {
        self.line(person, act, Object::Account).about(name)
    }
}

fn no_such_account(name: &AccountName) -> Refusal {
    Finding::error("workbench-no-such-account").with("account", name.as_str()).refuse(Fault::Usage)
}
