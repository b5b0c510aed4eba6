//! The log of the office: who did or tried what, when. Append-only; not the ledger of a case.

use redress_base::Instant;
use redress_rights::{AccountName, Object, UseCase};

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Logged {
    /// Somebody signed in or tried to.
    SignIn,
    /// An act on a kind of thing.
    Act(UseCase, Object),
}

impl Logged {
    /// Its spelling in the log: `sign-in`, or the use case.
    pub const fn act(self) -> &'static str {
        match self {
            Logged::SignIn => "sign-in",
            Logged::Act(use_case, _) => use_case.id(),
        }
    }

    /// The kind of thing: an account where somebody signs in.
    pub const fn object(self) -> Object {
        match self {
            Logged::SignIn => Object::Account,
            Logged::Act(_, object) => object,
        }
    }
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Allowed, or done.
    Allowed,
    /// Allowed once an entry stands in the case's ledger.
    AllowedWithEntry,
    /// Denied, with the code that the person heard.
    Denied(&'static str),
}

impl Outcome {
    /// Its spelling in the log.
    pub const fn id(self) -> &'static str {
        match self {
            Outcome::Allowed => "allowed",
            Outcome::AllowedWithEntry => "allowed-with-entry",
            Outcome::Denied(_) => "denied",
        }
    }
}

/// One line to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// When.
    pub at: Instant,
    /// What.
    pub logged: Logged,
    /// How it ended.
    pub outcome: Outcome,
    /// Who; nobody where no account was found: what was typed there may be a password.
    pub by: Option<AccountName>,
    /// On which case; nothing where the person is not on it.
    pub case_id: Option<String>,
    /// Whose account or membership it is about.
    pub about: Option<AccountName>,
    /// With what a release of statistics was made.
    pub release: Option<super::ReleaseTerms>,
}

impl LogLine {
    pub(super) const fn of(at: Instant, logged: Logged, outcome: Outcome) -> LogLine {
        LogLine { at, logged, outcome, by: None, case_id: None, about: None, release: None }
    }

    pub(super) fn by(self, name: &AccountName) -> LogLine {
        LogLine { by: Some(name.clone()), ..self }
    }

    pub(super) fn on(self, case_id: &str) -> LogLine {
        LogLine { case_id: Some(case_id.to_owned()), ..self }
    }

    pub(super) fn about(self, name: &AccountName) -> LogLine {
        LogLine { about: Some(name.clone()), ..self }
    }
}
