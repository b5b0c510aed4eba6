//! Membership: which account is on which case, in which role, since when and how far.

use crate::{AccountName, Object, Role, gives};
use redress_base::Instant;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How much of the case a membership covers. It matters for a relative; other roles have their own bounds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// All of it.
    Whole,
    /// These kinds of things.
    Only(BTreeSet<Object>),
}

impl Scope {
    /// Whether it covers that kind of thing.
    pub fn covers(&self, object: Object) -> bool {
        match self {
            Scope::Whole => true,
            Scope::Only(given) => given.contains(&object),
        }
    }
}

/// One account on one case. An account has at most one that runs at a time on a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// The case.
    pub case_id: String,
    /// Who.
    pub account: AccountName,
    /// In which role.
    pub role: Role,
    /// How far.
    pub scope: Scope,
    /// From when.
    pub since: Instant,
    /// Until when, not included; open where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
    /// Who gave it.
    pub given_by: AccountName,
}

impl Membership {
    /// Whether it runs at `now`.
    pub fn runs(&self, now: Instant) -> bool {
        self.since <= now && self.until.is_none_or(|until| now < until)
    }

    /// Whether whoever holds this membership may bring in somebody as `role`.
    pub fn may_add(&self, role: Role) -> bool {
        may_add(self.role, role)
    }

    /// Whether whoever holds this membership may end `other`, of the same case.
    pub fn may_end(&self, other: &Membership) -> bool {
        if self.case_id != other.case_id {
            return false;
        }
        if self.account == other.account {
            return true;
        }
        // Whoever is audited does not end the audit (个人信息保护法 54, in force 2021-11-01).
        if other.role == Role::Auditor {
            return false;
        }
        other.given_by == self.account
            || entry_of(self.role).is_some_and(|one| one.ends.contains(&other.role))
    }
}

/// Whether `giver` brings in `role`.
pub fn may_add(giver: Role, role: Role) -> bool {
    entry_of(giver).is_some_and(|one| one.adds.contains(&role))
}

fn entry_of(role: Role) -> Option<&'static crate::Gives> {
    gives().iter().find(|one| one.from == role)
}

/// Whether a case that these members would be left with can still be reached by somebody who may bring
/// in others (an auditor or a liaison alone would leave it unreachable).
pub fn is_reachable<'m>(members: impl IntoIterator<Item = &'m Membership>, now: Instant) -> bool {
    members.into_iter().any(|one| one.runs(now) && may_add(one.role, Role::Counsel))
}
