//! What verification found: five lines, and the findings behind them.

use redress_base::{Fault, Finding, Level, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What one line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Claim {
    /// Every byte is as it was when it was packed and signed.
    Integrity,
    /// Every item is in the signed log, as it was sealed.
    Inclusion,
    /// The log has only grown since earlier checkpoints.
    AppendOnly,
    /// The material existed no later than a time that a timestamp authority signed.
    ExistedBy,
    /// The material is what was published, by whom it says: what happened before capture.
    Origin,
}

/// What can be said of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It was checked and holds.
    Held,
    /// It was checked and does not hold.
    Failed,
    /// This bundle cannot prove it.
    NotProvable,
    /// The bundle carries nothing from which to check it.
    NotPresent,
}

/// One line of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// What it is about.
    pub claim: Claim,
    /// What can be said.
    pub outcome: Outcome,
    /// How many things were checked: files, items, checkpoints.
    pub checked: u64,
    /// How many faults were found; one thing may have several.
    pub failed: u64,
}

/// The report on one bundle; schema `redress/verification/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// `redress/verification/1`.
    pub schema: String,
    /// The five lines, always in the order of [`Claim`].
    pub lines: Vec<Line>,
    /// What was noticed, in the order in which it was; at most 20 of one code.
    pub findings: Vec<Finding>,
    /// How many items the log names.
    pub exhibits: u64,
    /// How many bytes were read and hashed.
    pub bytes: u64,
    /// The case, as the bundle names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    /// The program that packed it, as the bundle says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub software: Option<String>,
    /// The key (C2SP vkey) whose signatures were verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The exit that this report calls for, if it is not a good one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fault: Option<Fault>,
}

impl Report {
    pub(crate) fn new() -> Report {
        let line = |claim, outcome| Line { claim, outcome, checked: 0, failed: 0 };
        Report {
            schema: "redress/verification/1".to_owned(),
            lines: vec![
                line(Claim::Integrity, Outcome::NotProvable),
                line(Claim::Inclusion, Outcome::NotProvable),
                line(Claim::AppendOnly, Outcome::NotPresent),
                line(Claim::ExistedBy, Outcome::NotPresent),
                line(Claim::Origin, Outcome::NotProvable),
            ],
            findings: Vec::new(),
            exhibits: 0,
            bytes: 0,
            case: None,
            software: None,
            key: None,
            fault: None,
        }
    }

    /// What can be said of one claim.
    pub fn outcome(&self, claim: Claim) -> Outcome {
        self.line(claim).map_or(Outcome::NotProvable, |line| line.outcome)
    }

    /// One line.
    pub fn line(&self, claim: Claim) -> Option<&Line> {
        self.lines.iter().find(|line| line.claim == claim)
    }

    /// Whether integrity and inclusion hold and nothing failed.
    pub fn held(&self) -> bool {
        let holds = |claim| self.outcome(claim) == Outcome::Held;
        self.fault.is_none()
            && holds(Claim::Integrity)
            && holds(Claim::Inclusion)
            && self.lines.iter().all(|line| line.outcome != Outcome::Failed)
    }

    fn line_mut(&mut self, claim: Claim) -> Option<&mut Line> {
        self.lines.iter_mut().find(|line| line.claim == claim)
    }

    /// Notes a finding that decides nothing.
    pub(crate) fn note(&mut self, finding: Finding) {
        if !super::too_many(&self.findings, &finding.code) {
            self.findings.push(finding);
        }
    }

    /// Counts a fault against a claim.
    pub(crate) fn fail(&mut self, claim: Claim, mut finding: Finding) {
        finding.level = Level::Error;
        if let Some(line) = self.line_mut(claim) {
            line.outcome = Outcome::Failed;
            line.failed += 1;
        }
        self.fault = self.fault.max(Some(Fault::Verification));
        self.note(finding);
    }

    /// Counts a refusal against a claim and keeps the graver fault.
    pub(crate) fn refuse(&mut self, claim: Claim, refusal: Refusal) {
        if matches!(refusal.fault, Fault::Newer | Fault::Storage) {
            self.fault = self.fault.max(Some(refusal.fault));
        }
        self.fail(claim, *refusal.finding);
    }

    /// The bundle is of a later shape: nothing more can be said of it, and nothing failed either.
    pub(crate) fn newer(&mut self, version: &str) {
        self.fault = self.fault.max(Some(Fault::Newer));
        let mut finding = Finding::error("evidence-newer-bundle").with("version", version);
        finding.level = Level::Error;
        self.note(finding);
    }

    /// Counts things that were checked; the claim holds unless something failed.
    pub(crate) fn checked(&mut self, claim: Claim, count: u64) {
        if let Some(line) = self.line_mut(claim) {
            line.checked += count;
            if line.outcome != Outcome::Failed {
                line.outcome = Outcome::Held;
            }
        }
    }

    pub(crate) fn set(&mut self, claim: Claim, outcome: Outcome) {
        if let Some(line) = self.line_mut(claim).filter(|line| line.outcome != Outcome::Failed) {
            line.outcome = outcome;
        }
    }

    /// The last word: what was not reached is not held, and origin never is.
    pub(crate) fn close(mut self) -> Report {
        self.set(Claim::Origin, Outcome::NotProvable);
        self.note(Finding::note("evidence-origin"));
        self
    }
}
