//! Who is on a case: opening one, bringing somebody in, ending a membership, appointing an auditor.

use super::{LogLine, Logged, Outcome, Person, Reception};
use crate::ports::MemberChange;
use redress_base::{Fault, Finding, Instant, Refusal};
use redress_rights::{AccountName, Membership, Object, Role, Scope, Thing, UseCase, in_office, is_reachable};
use std::collections::BTreeSet;

/// Whom to bring in, and how far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMember {
    /// Whose account, as typed.
    pub account: String,
    /// In which role.
    pub role: Role,
    /// How much of the case; for a helping relative only.
    pub scope: Scope,
    /// Until when.
    pub until: Option<Instant>,
}

/// A case that somebody may open: its first membership, and the line of the log. The store makes the case
/// and writes both, or does neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    membership: Membership,
    line: LogLine,
}

impl Opening {
    /// The case.
    pub fn case_id(&self) -> &str {
        &self.membership.case_id
    }

    /// Its first membership.
    pub const fn membership(&self) -> &Membership {
        &self.membership
    }

    /// The line of the log.
    pub const fn line(&self) -> &LogLine {
        &self.line
    }
}

impl Reception<'_> {
    /// Lets somebody open a case in one of the roles that their account holds.
    ///
    /// # Errors
    /// `Usage`: the account does not hold the role, or nobody opens a case in it.
    pub fn opening(&mut self, person: &Person, case_id: &str, role: Role) -> Result<Opening, Refusal> {
        let thing = Thing::any(Object::Case);
        if !person.holds.contains(&role) {
            return Err(not_held(role));
        }
        let decision = in_office(&BTreeSet::from([role]), UseCase::OpenCase, thing);
        self.note_decision(person, UseCase::OpenCase, Object::Case, None, decision)?;
        decision.require()?;
        let membership = Membership {
            case_id: case_id.to_owned(),
            account: person.name.clone(),
            role,
            scope: Scope::Whole,
            since: self.now(),
            until: None,
            given_by: person.name.clone(),
        };
        let line = self.line(person, UseCase::OpenCase, Object::Case).on(case_id).about(&person.name);
        Ok(Opening { membership, line })
    }

    /// Brings somebody in.
    ///
    /// # Errors
    /// `Usage`: no such case, not a role that the person brings in, no such account for that role, already
    /// on the case, or a scope that the role does not take.
    pub fn add_member(
        &mut self,
        person: &Person,
        case_id: &str,
        new: NewMember,
    ) -> Result<Membership, Refusal> {
        let thing = Thing::any(Object::Membership);
        let granted = self.may(person, case_id, UseCase::AddMember, thing)?;
        let now = self.now();
        if !granted.membership.may_add(new.role) {
            let found = Finding::error("workbench-member-role").with("role", new.role.id());
            self.note_denied(person, case_id, UseCase::AddMember, "workbench-member-role")?;
            return Err(found.refuse(Fault::Usage));
        }
        // 个人信息保护法 44 (in force 2021-11-01): the person decides how much a relative sees; the bounds of
        // every other role stand in the matrix.
        if new.role != Role::Relative && new.scope != Scope::Whole {
            return Err(Finding::error("workbench-member-scope").refuse(Fault::Usage));
        }
        if new.until.is_some_and(|until| until <= now) {
            return Err(Finding::error("workbench-member-until").refuse(Fault::Usage));
        }
        let membership = Membership {
            case_id: case_id.to_owned(),
            account: self.holder(&new.account, new.role)?,
            role: new.role,
            scope: new.scope,
            since: now,
            until: new.until,
            given_by: person.name.clone(),
        };
        let line = self.line(person, UseCase::AddMember, Object::Membership).on(case_id);
        let line = line.about(&membership.account);
        self.roster.change_members(case_id, &person.name, &line, &mut |members| {
            if members.iter().any(|one| one.account == membership.account && one.runs(now)) {
                let found = Finding::error("workbench-member-already");
                return Err(found.with("account", membership.account.as_str()).refuse(Fault::Usage));
            }
            Ok(MemberChange::Add(membership.clone()))
        })?;
        Ok(membership)
    }

    /// Ends somebody's membership now.
    ///
    /// # Errors
    /// `Usage`: no such case or member, a membership that the person may not end, or the last one by which
    /// the case can be reached.
    pub fn remove_member(&mut self, person: &Person, case_id: &str, account: &str) -> Result<(), Refusal> {
        let thing = Thing::any(Object::Membership);
        let granted = self.may(person, case_id, UseCase::RemoveMember, thing)?;
        let now = self.now();
        let missing = || Finding::error("workbench-no-such-member").refuse(Fault::Usage);
        let account = AccountName::parse(account).map_err(|_| missing())?;
        let line = self.line(person, UseCase::RemoveMember, Object::Membership).on(case_id).about(&account);
        let ended = self.roster.change_members(case_id, &person.name, &line, &mut |members| {
            let running = || members.iter().filter(|one| one.runs(now));
            let leaving = running().find(|one| one.account == account).ok_or_else(missing)?;
            if !granted.membership.may_end(leaving) {
                let found = Finding::error("workbench-member-stays").with("role", leaving.role.id());
                return Err(found.refuse(Fault::Usage));
            }
            if !is_reachable(running().filter(|one| one.account != account), now) {
                return Err(Finding::error("workbench-last-member").refuse(Fault::Usage));
            }
            Ok(MemberChange::End(account.clone()))
        });
        if let Err(refusal) = &ended
            && refusal.finding.code == "workbench-member-stays"
        {
            self.note_denied(person, case_id, UseCase::RemoveMember, "workbench-member-stays")?;
        }
        ended
    }

    /// Who is on a case now.
    ///
    /// # Errors
    /// `Usage`: no such case, or not for this role to see.
    pub fn members(&mut self, person: &Person, case_id: &str) -> Result<Vec<Membership>, Refusal> {
        let _ = self.may(person, case_id, UseCase::ViewMasked, Thing::any(Object::Membership))?;
        let now = self.now();
        let mut members = self.roster.members(case_id, &person.name)?;
        members.retain(|one| one.runs(now));
        Ok(members)
    }

    /// Puts an auditor on the case of that mark, until a day. The keeper does not learn which case it is.
    ///
    /// # Errors
    /// `Usage`: not the keeper, no such mark or auditor, the keeper's own account, or an end that has passed.
    pub fn appoint_auditor(
        &mut self,
        person: &Person,
        mark: &str,
        account: &str,
        until: Instant,
    ) -> Result<(), Refusal> {
        self.may_in_office(person, UseCase::AppointAuditor, Thing::any(Object::Membership))?;
        let now = self.now();
        if until <= now {
            return Err(Finding::error("workbench-member-until").refuse(Fault::Usage));
        }
        let account = self.holder(account, Role::Auditor)?;
        // Two people for one audit: who finds something, and who lets them look.
        if account == person.name {
            return Err(Finding::error("workbench-account-own").refuse(Fault::Usage));
        }
        let line = self.line(person, UseCase::AppointAuditor, Object::Membership).about(&account);
        let known = self.roster.appoint(mark, &account, &person.name, until, &line)?;
        if known { Ok(()) } else { Err(Finding::error("workbench-no-such-mark").refuse(Fault::Usage)) }
    }

    /// The account of that name, if it holds that role and is not locked. Which of these fails is not told.
    fn holder(&mut self, typed: &str, role: Role) -> Result<AccountName, Refusal> {
        let name = AccountName::parse(typed).map_err(|_| not_held(role))?;
        let known = self.roster.credentials(&name)?;
        let fit = known.filter(|one| !one.account.locked && one.account.holds.contains(&role));
        fit.map(|one| one.account.name).ok_or_else(|| not_held(role))
    }

    fn note_denied(
        &mut self,
        person: &Person,
        case_id: &str,
        act: UseCase,
        code: &'static str,
    ) -> Result<(), Refusal> {
        let logged = Logged::Act(act, Object::Membership);
        self.note(&LogLine::of(self.now(), logged, Outcome::Denied(code)).by(&person.name).on(case_id))
    }
}

fn not_held(role: Role) -> Refusal {
    Finding::error("workbench-no-account-for-role").with("role", role.id()).refuse(Fault::Usage)
}
