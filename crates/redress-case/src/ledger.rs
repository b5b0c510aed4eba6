//! The ledger of one case: append-only entries, each bound to the one before by its SHA-256.
//!
//! One entry is one line of canonical JSON. `prev` is the SHA-256 of the line before (64 zeros for
//! the first), so that a line cannot be changed, dropped or inserted without breaking every later one.
//!
//! Every line names its schema and version, `redress/ledger/N`. A kind of entry exists since one version
//! ([`What::since`]) and is written under that version, never a later one: an older program reads every
//! entry that it can understand and refuses the first that it cannot, by its version.

use crate::What;
use redress_base::{Fault, Finding, Refusal, Sha256, Stamp};
use redress_evidence::{canonical, hash};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The schema of ledger lines, without the version.
const SCHEMA: &str = "redress/ledger/";
/// The latest version of the ledger that this program reads and writes.
pub const LEDGER_VERSION: u16 = 5;
/// Schema of the latest version of a ledger line.
pub const LEDGER_SCHEMA: &str = "redress/ledger/5";

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// `redress/ledger/N`, with the version of [`What::since`].
    pub schema: String,
    /// Counted from 1.
    pub seq: u64,
    /// SHA-256 of the line before.
    pub prev: Sha256,
    /// When, and by whose clock.
    pub at: Stamp,
    /// Who.
    pub by: String,
    /// What.
    pub what: What,
}

/// A checked ledger: its entries and the digest of its last line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// In order.
    pub entries: Vec<Entry>,
    /// SHA-256 of the last line; zeros where there is none.
    pub head: Sha256,
}

impl Ledger {
    /// Reads and checks lines: schema, sequence and chain.
    ///
    /// # Errors
    /// `Newer` for a schema of a later version; `Verification` for a line that cannot be read or a broken
    /// chain, with the number of the first bad line.
    pub fn read<S: AsRef<str>>(lines: &[S]) -> Result<Ledger, Refusal> {
        Ledger::read_as(LEDGER_VERSION, lines)
    }

    /// Reads lines as a program does that knows the ledger up to `version`; what the matrix of readers and
    /// writers is tested with.
    ///
    /// # Errors
    /// As [`Ledger::read`].
    pub fn read_as<S: AsRef<str>>(version: u16, lines: &[S]) -> Result<Ledger, Refusal> {
        let mut ledger = Ledger { entries: Vec::with_capacity(lines.len()), head: Sha256([0; 32]) };
        for line in lines {
            ledger.take(version, line.as_ref())?;
        }
        Ok(ledger)
    }

    /// Takes one more line, which must follow the last one.
    ///
    /// # Errors
    /// As [`Ledger::read`]; nothing is taken then.
    pub fn push(&mut self, line: &str) -> Result<(), Refusal> {
        self.take(LEDGER_VERSION, line)
    }

    fn take(&mut self, version: u16, line: &str) -> Result<(), Refusal> {
        let number = self.entries.len().saturating_add(1);
        let entry = read_line(version, line, number)?;
        if entry.prev != self.head || usize::try_from(entry.seq).ok() != Some(number) {
            return Err(Finding::error("case-ledger-chain-broken")
                .with("line", number)
                .refuse(Fault::Verification));
        }
        self.head = hash::digests(line.as_bytes()).sha256;
        self.entries.push(entry);
        Ok(())
    }

    /// The entry of this number.
    pub fn entry(&self, seq: u64) -> Option<&Entry> {
        let at = usize::try_from(seq.checked_sub(1)?).ok()?;
        self.entries.get(at)
    }
}

fn read_line(known: u16, line: &str, number: usize) -> Result<Entry, Refusal> {
    #[derive(Deserialize)]
    struct Head {
        schema: String,
    }
    let unreadable = |problem: String| {
        let found = Finding::error("case-ledger-unreadable").with("line", number);
        found.with("problem", problem).refuse(Fault::Verification)
    };
    let head: Head = serde_json::from_str(line).map_err(|error| unreadable(error.to_string()))?;
    let version = head.schema.strip_prefix(SCHEMA).and_then(|version| version.parse::<u16>().ok());
    let Some(version) = version.filter(|version| (1..=known).contains(version)) else {
        let found =
            Finding::error("case-ledger-newer").with("schema", head.schema.as_str()).with("line", number);
        return Err(found.with("known", format!("{SCHEMA}{known}")).refuse(Fault::Newer));
    };
    let entry: Entry = serde_json::from_str(line).map_err(|error| unreadable(error.to_string()))?;
    if entry.what.since() != version {
        return Err(unreadable(format!("{} / {}", entry.what.kind(), head.schema)));
    }
    Ok(entry)
}

/// Makes the lines that append `happened` after `ledger`, all at the same moment by the same author.
///
/// # Errors
/// Where an entry cannot be written canonically (a finding of the evidence room).
pub fn chain(ledger: &Ledger, at: Stamp, by: &str, happened: Vec<What>) -> Result<Vec<String>, Refusal> {
    let mut prev = ledger.head;
    let mut seq = ledger.entries.last().map_or(0, |entry| entry.seq);
    let mut lines = Vec::with_capacity(happened.len());
    for what in happened {
        seq = seq.saturating_add(1);
        let schema = format!("{SCHEMA}{}", what.since());
        let entry = Entry { schema, seq, prev, at, by: by.to_owned(), what };
        let line = canonical::to_vec(&entry)?;
        prev = hash::digests(&line).sha256;
        lines.push(String::from_utf8_lossy(&line).into_owned());
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::{Ledger, What, chain};
    use crate::{Anchor, State};
    use redress_base::{Fault, Instant, Refusal, Stamp, TimeSource};
    use redress_facts::{Claim, Datum, Standing};

    const AT: Stamp = Stamp { at: Instant(1_767_600_000), source: TimeSource::SystemClock };

    fn opened() -> What {
        What::Opened { case_id: "rd-1".into(), cover: "Spring".into(), software: "redress 0".into() }
    }

    fn claimed(term: &str) -> What {
        let (value, standing) = (Datum::Yes, Standing::Stated);
        let (by, sources) = ("A".to_owned(), vec![]);
        let claim = Claim {
            value,
            standing,
            by,
            as_of: AT,
            sources,
            figure: None,
            reason: None,
            opposing: false,
            disputed: false,
            named: None,
        };
        What::Claimed { anchor: Anchor::Case, term: term.to_owned(), claim }
    }

    fn lines() -> Vec<String> {
        let empty = Ledger::read::<&str>(&[]).unwrap();
        chain(&empty, AT, "A", vec![opened(), claimed("work_affected"), claimed("consequence_person")])
            .unwrap()
    }

    fn code(refused: Result<Ledger, Refusal>) -> (Fault, String) {
        let refusal = refused.unwrap_err();
        (refusal.fault, refusal.finding.code)
    }

    #[test]
    fn what_was_appended_is_read_again() {
        let ledger = Ledger::read(&lines()).unwrap();
        assert_eq!((ledger.entries.len(), ledger.entries[2].seq), (3, 3));
        let more = chain(&ledger, AT, "B", vec![claimed("work_affected")]).unwrap();
        let all: Vec<String> = lines().into_iter().chain(more).collect();
        assert_eq!(State::fold(&Ledger::read(&all).unwrap()).unwrap().claims.len(), 3);
    }

    /// Every way to touch an earlier line breaks the chain: change, drop, swap, insert twice.
    #[test]
    fn the_past_cannot_be_edited() {
        let good = lines();
        let changed: Vec<String> =
            good.iter().map(|line| line.replace("work_affected", "harm.none")).collect();
        let dropped = vec![good[0].clone(), good[2].clone()];
        let swapped = vec![good[0].clone(), good[2].clone(), good[1].clone()];
        let doubled = vec![good[0].clone(), good[1].clone(), good[1].clone()];
        for bad in [changed, dropped, swapped, doubled] {
            assert_eq!(
                code(Ledger::read(&bad)),
                (Fault::Verification, "case-ledger-chain-broken".to_owned())
            );
        }
    }

    #[test]
    fn a_later_form_is_newer_and_a_torn_line_is_named() {
        let newer: Vec<String> = lines().iter().map(|line| line.replace("ledger/1", "ledger/9")).collect();
        assert_eq!(code(Ledger::read(&newer)), (Fault::Newer, "case-ledger-newer".to_owned()));
        let torn: Vec<String> = vec![lines()[0].chars().take(40).collect()];
        assert_eq!(code(Ledger::read(&torn)), (Fault::Verification, "case-ledger-unreadable".to_owned()));
    }

    #[test]
    fn entries_out_of_turn_are_refused() {
        let empty = Ledger::read::<&str>(&[]).unwrap();
        let fold = |happened: Vec<What>| {
            let lines = chain(&empty, AT, "A", happened).unwrap();
            State::fold(&Ledger::read(&lines).unwrap()).map_err(|refusal| refusal.finding.code)
        };
        assert_eq!(fold(vec![claimed("work_affected")]).unwrap_err(), "case-ledger-not-opened");
        assert_eq!(fold(vec![opened(), opened()]).unwrap_err(), "case-ledger-illegal");
        let lost = What::Withdrawn { entry: 9, reason: "x".into() };
        assert_eq!(fold(vec![opened(), lost]).unwrap_err(), "case-ledger-illegal");
        let gone = What::Withdrawn { entry: 2, reason: "x".into() };
        let state = fold(vec![opened(), claimed("work_affected"), gone]).unwrap();
        assert_eq!((state.claims.len(), state.standing_claims().count()), (1, 0));
    }
}
