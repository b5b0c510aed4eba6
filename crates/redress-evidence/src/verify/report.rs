//! What verification found: seven lines, and the findings behind them.

use redress_base::{Arg, Fault, Finding, Instant, ItemId, Level, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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
    /// The material existed no later than a time that a timestamp authority, or a cosigner whom the reader knows, signed.
    ExistedBy,
    /// The signatures are of a key that the reader knows to be the maker's.
    Signer,
    /// Somebody whom the reader knows, and who is not the maker, signed for the same log.
    Corroboration,
    /// The material is what was published, by whom it says: what happened before capture.
    Origin,
}

impl Claim {
    /// The sentence that names it.
    pub const fn code(self) -> &'static str {
        match self {
            Claim::Integrity => "evidence-claim-integrity",
            Claim::Inclusion => "evidence-claim-inclusion",
            Claim::AppendOnly => "evidence-claim-append-only",
            Claim::ExistedBy => "evidence-claim-existed-by",
            Claim::Signer => "evidence-claim-signer",
            Claim::Corroboration => "evidence-claim-corroboration",
            Claim::Origin => "evidence-claim-origin",
        }
    }
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

impl Outcome {
    /// Its mark and the sentence that says it; [`Line::told`] says it with what belongs to it.
    const fn told(self) -> (&'static str, &'static str) {
        match self {
            Outcome::Held => ("✓", "evidence-outcome-held"),
            Outcome::Failed => ("✗", "evidence-outcome-failed"),
            Outcome::NotProvable => ("–", "evidence-outcome-not-provable"),
            Outcome::NotPresent => ("–", "evidence-outcome-not-present"),
        }
    }
}

/// What RFC 8493 says of a bag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BagVerdict {
    /// The version of BagIt that it declares.
    pub version: String,
    /// What can be said of it.
    pub verdict: Verdict,
}

/// What a timestamp token stamped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "stamped", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Stamped {
    /// A checkpoint of the log: every item up to it.
    Checkpoint {
        /// How many items.
        size: u64,
    },
    /// One item.
    Item {
        /// Which.
        item: ItemId,
    },
    /// A tag manifest: every byte of the bundle.
    Everything,
}

impl Stamped {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Stamped::Checkpoint { .. } => "checkpoint",
            Stamped::Item { .. } => "item",
            Stamped::Everything => "everything",
        }
    }

    /// How many items, or the number of the one.
    pub(crate) fn size(self) -> u64 {
        match self {
            Stamped::Checkpoint { size } => size,
            Stamped::Item { item } => u64::from(item.0),
            Stamped::Everything => 0,
        }
    }
}

/// Something existed no later than a moment that an authority signed, or a cosigner whom the reader knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Existed {
    /// What.
    #[serde(flatten)]
    pub what: Stamped,
    /// No later than this; the accuracy that the token states is added.
    pub by: Instant,
    /// The file with the token, or the checkpoint that was cosigned.
    pub token: String,
    /// The root that the reader chose: subject and SHA-256.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root: Option<String>,
    /// The key (C2SP vkey) of the cosigner, where it is no authority that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cosigner: Option<String>,
}

/// Three answers to whether a bag is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Complete, and every digest right.
    Valid,
    /// Valid, with something that another system may read otherwise.
    Warning,
    /// Not complete, not right, or not a bag.
    Invalid,
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
    /// Of how many items it is shown, where it is not shown of all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// Whether it rests on what the maker alone signed, and can sign anew.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
}

/// A claim that holds of some items and is not shown of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Of how many it is shown.
    pub shown: u64,
    /// How many items the log has.
    pub of: u64,
}

impl Line {
    /// Its mark, the sentence that says what can be said, and the numbers in it: the same wherever a report is shown.
    pub fn told(&self) -> (&'static str, &'static str, Vec<(&'static str, Arg)>) {
        let (mark, code) = self.outcome.told();
        let counts = vec![("checked", self.checked.into()), ("failed", self.failed.into())];
        match (self.outcome, self.part) {
            (Outcome::Held, Some(part)) => {
                let counts = vec![("shown", part.shown.into()), ("items", part.of.into())];
                (mark, "evidence-outcome-held-part", counts)
            }
            (Outcome::Held, None) if self.own => (mark, "evidence-outcome-held-own", counts),
            _ => (mark, code, counts),
        }
    }
}

/// The report on one bundle, or on anybody's bag; schema `redress/verification/2`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// `redress/verification/2`.
    pub schema: String,
    /// The seven lines, always in the order of [`Claim`].
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
    /// What existed no later than when, by timestamp tokens that hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub existed: Vec<Existed>,
    /// What BagIt says of it, where it is not a bundle of redress but somebody's bag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bag: Option<BagVerdict>,
    /// The exit that this report calls for, if it is not a good one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fault: Option<Fault>,
}

impl Report {
    pub(crate) fn new() -> Report {
        let line = |claim, outcome| Line { claim, outcome, checked: 0, failed: 0, part: None, own: false };
        Report {
            schema: "redress/verification/2".to_owned(),
            lines: vec![
                line(Claim::Integrity, Outcome::NotProvable),
                line(Claim::Inclusion, Outcome::NotProvable),
                line(Claim::AppendOnly, Outcome::NotPresent),
                line(Claim::ExistedBy, Outcome::NotPresent),
                line(Claim::Signer, Outcome::NotProvable),
                line(Claim::Corroboration, Outcome::NotPresent),
                line(Claim::Origin, Outcome::NotProvable),
            ],
            findings: Vec::new(),
            exhibits: 0,
            bytes: 0,
            case: None,
            software: None,
            key: None,
            existed: Vec::new(),
            bag: None,
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

    /// Whether integrity and inclusion hold and nothing failed; of somebody's bag, which has no log, integrity alone.
    pub fn held(&self) -> bool {
        let holds = |claim| self.outcome(claim) == Outcome::Held;
        self.fault.is_none()
            && holds(Claim::Integrity)
            && (holds(Claim::Inclusion) || self.bag.is_some())
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

    /// Counts things that were looked at, whatever can be said of them.
    pub(crate) fn count(&mut self, claim: Claim, count: u64) {
        if let Some(line) = self.line_mut(claim) {
            line.checked += count;
        }
    }

    /// A fault that was told already counts against another claim too.
    pub(crate) fn also(&mut self, claim: Claim) {
        if let Some(line) = self.line_mut(claim) {
            line.outcome = Outcome::Failed;
            line.failed += 1;
        }
    }

    /// Takes in what another room found of one claim, such as the timestamp tokens beside the log: how many were checked,
    /// what can be said, and the findings behind it. A claim that failed stays failed, and one that held is not taken back
    /// by something that only could not be shown.
    pub fn tell(&mut self, claim: Claim, outcome: Outcome, checked: u64, findings: Vec<Finding>) {
        let failed = findings.iter().filter(|finding| finding.level == Level::Error).count();
        let known = self.outcome(claim);
        if let Some(line) = self.line_mut(claim) {
            line.checked += checked;
            line.failed += failed as u64;
            line.outcome = match (known, outcome) {
                (Outcome::Failed, _) | (_, Outcome::Failed) => Outcome::Failed,
                (Outcome::Held, _) | (_, Outcome::Held) => Outcome::Held,
                (Outcome::NotProvable, _) | (_, Outcome::NotProvable) => Outcome::NotProvable,
                (Outcome::NotPresent, Outcome::NotPresent) => Outcome::NotPresent,
            };
        }
        if self.outcome(claim) == Outcome::Failed {
            self.fault = self.fault.max(Some(Fault::Verification));
        }
        findings.into_iter().for_each(|finding| self.note(finding));
    }

    /// Counts a refusal against a claim and keeps the graver fault.
    pub(crate) fn refuse(&mut self, claim: Claim, refusal: Refusal) {
        if matches!(refusal.fault, Fault::Newer | Fault::Storage) {
            self.fault = self.fault.max(Some(refusal.fault));
        }
        self.fail(claim, *refusal.finding);
    }

    /// The bundle is of a later shape: nothing more can be said of it, and nothing failed either.
    pub(crate) fn newer(&mut self, version: &str, path: &str) {
        self.fault = self.fault.max(Some(Fault::Newer));
        let mut finding = Finding::error("evidence-newer-bundle").with("version", version);
        finding = finding.with("path", path);
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

    /// That the log only grew is shown by what the maker alone signed.
    pub(crate) fn own_past(&mut self) {
        if let Some(line) = self.line_mut(Claim::AppendOnly) {
            line.own = true;
        }
    }

    /// Of how many items it is shown that they existed at a time; nothing where of all, or where no item is meant.
    fn dated(&self) -> Option<Part> {
        let (mut first, mut items) = (0, BTreeSet::new());
        for one in &self.existed {
            match one.what {
                Stamped::Everything => return None,
                Stamped::Checkpoint { size } => first = size.max(first),
                Stamped::Item { item } => drop(items.insert(u64::from(item.0))),
            }
        }
        let first = first.min(self.exhibits);
        let beyond = items.into_iter().filter(|item| *item > first && *item <= self.exhibits).count();
        let shown = first.saturating_add(beyond as u64);
        (shown < self.exhibits).then_some(Part { shown, of: self.exhibits })
    }

    /// The last word: what was not reached is not held, and origin never is.
    pub(crate) fn close(mut self) -> Report {
        self.set(Claim::Origin, Outcome::NotProvable);
        let part = self.dated();
        if let Some(line) = self.line_mut(Claim::ExistedBy).filter(|line| line.outcome == Outcome::Held) {
            line.part = part;
        }
        self.note(Finding::note("evidence-origin"));
        self
    }
}
