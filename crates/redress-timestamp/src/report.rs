//! What verification found: one line a check, and what may be said of the token as a whole.

use crate::certificate::Holder;
use crate::token::{Form, Statement};
use redress_base::{Finding, Instant};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What one line is about, in the order in which they are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// The authority granted the question (RFC 3161 §2.4.2). Not signed; a bare token has none.
    Status,
    /// Version 1, one signer, its digest announced, no critical extension that is not known (RFC 3161 §2.4.2).
    Form,
    /// The stamped digest is the digest of our bytes, by an algorithm that is not broken (RFC 3161 §2.2).
    Imprint,
    /// The nonce of the question came back (RFC 3161 §2.4.2).
    Nonce,
    /// The policy is the one that was asked for (RFC 3161 §2.4.1).
    Policy,
    /// The certificate that the signer info names is at hand (RFC 5652 §5.3).
    Signer,
    /// That certificate is for timestamps and nothing else, and says so critically (RFC 3161 §2.3).
    Usage,
    /// A signed attribute binds that very certificate (RFC 2634 §5.4, RFC 5035 §4, RFC 5816).
    Binding,
    /// Content type and message digest are signed and are those of the content (RFC 5652 §11.1-2).
    Attributes,
    /// The signature over the signed attributes (RFC 5652 §5.6).
    Signature,
    /// A path to a chosen root, valid at the time in the token (RFC 5280 §6.1).
    Path,
    /// The name of the authority in the token is one of the certificate's (RFC 3161 §2.4.2).
    Authority,
    /// Whether a certificate had been revoked: never checked here, because that needs the network.
    Revocation,
}

impl Check {
    /// All of them, in order.
    pub const ALL: [Check; 13] = [
        Check::Status,
        Check::Form,
        Check::Imprint,
        Check::Nonce,
        Check::Policy,
        Check::Signer,
        Check::Usage,
        Check::Binding,
        Check::Attributes,
        Check::Signature,
        Check::Path,
        Check::Authority,
        Check::Revocation,
    ];

    /// Without these there is no proof of time; the others may be not checkable.
    pub fn is_needed(self) -> bool {
        !matches!(self, Check::Status | Check::Nonce | Check::Policy | Check::Authority | Check::Revocation)
    }

    /// The key of its label in `locales/`.
    pub fn key(self) -> String {
        let name = match self {
            Check::Status => "status",
            Check::Form => "form",
            Check::Imprint => "imprint",
            Check::Nonce => "nonce",
            Check::Policy => "policy",
            Check::Signer => "signer",
            Check::Usage => "usage",
            Check::Binding => "binding",
            Check::Attributes => "attributes",
            Check::Signature => "signature",
            Check::Path => "path",
            Check::Authority => "authority",
            Check::Revocation => "revocation",
        };
        format!("timestamp-check-{name}")
    }
}

/// What can be said of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It was checked and holds.
    Holds,
    /// It was checked and does not hold.
    Fails,
    /// Something is missing that it would need, or the token leaves it open.
    NotCheckable,
}

impl Outcome {
    /// The key of its label in `locales/`.
    pub fn key(self) -> String {
        let name = match self {
            Outcome::Holds => "holds",
            Outcome::Fails => "fails",
            Outcome::NotCheckable => "not-checkable",
        };
        format!("timestamp-outcome-{name}")
    }
}

/// One line of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// What it is about.
    pub check: Check,
    /// What can be said.
    pub outcome: Outcome,
    /// Why, and what else is worth knowing; none where it simply holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
}

impl Line {
    pub(crate) fn holds(check: Check) -> Line {
        Line { check, outcome: Outcome::Holds, findings: Vec::new() }
    }

    pub(crate) fn fails(check: Check, finding: Finding) -> Line {
        Line { check, outcome: Outcome::Fails, findings: vec![finding] }
    }

    pub(crate) fn open(check: Check, finding: Finding) -> Line {
        Line { check, outcome: Outcome::NotCheckable, findings: vec![finding] }
    }

    /// A check whose ground was missing; the line that says what was missing stands before it.
    pub(crate) fn unreached(check: Check) -> Line {
        Line { check, outcome: Outcome::NotCheckable, findings: Vec::new() }
    }

    #[must_use]
    pub(crate) fn noting(mut self, finding: Option<Finding>) -> Line {
        self.findings.extend(finding);
        self
    }
}

/// The report on one answer; schema `redress/timestamp/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// `redress/timestamp/1`.
    pub schema: String,
    /// A response or a bare token.
    pub form: Form,
    /// Holds, if every needed line holds and none fails; fails, if one fails.
    pub outcome: Outcome,
    /// The lines, always all of them, in the order of [`Check`].
    pub lines: Vec<Line>,
    /// What the token says; to be believed only where the outcome is that it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<Statement>,
    /// The content existed no later than this second: the time plus the stated accuracy, rounded up. Only where the
    /// outcome is that it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub existed_by: Option<Instant>,
    /// The certificate of the signer, where it is at hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<Holder>,
    /// The issuers between the signer and the root, the signer's own first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issuers: Vec<Holder>,
    /// The chosen root at the end of the path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root: Option<Holder>,
}

impl Report {
    /// One line.
    pub fn line(&self, check: Check) -> Option<&Line> {
        self.lines.iter().find(|line| line.check == check)
    }

    /// Whether the token proves that the content existed by [`Report::existed_by`].
    pub fn holds(&self) -> bool {
        self.outcome == Outcome::Holds
    }

    /// What the lines say together.
    pub(crate) fn total(lines: &[Line]) -> Outcome {
        let open = |line: &Line| line.check.is_needed() && line.outcome == Outcome::NotCheckable;
        if lines.iter().any(|line| line.outcome == Outcome::Fails) {
            Outcome::Fails
        } else if lines.iter().any(open) {
            Outcome::NotCheckable
        } else {
            Outcome::Holds
        }
    }
}
