//! What the case file itself records about how its evidence was taken in and sealed, beside a fact that somebody may state:
//! who, when, with which program, under which check values, in which log. It states what is on record and never that it
//! suffices: 法释〔2019〕19号 93 (in force 2020-05-01) and 法释〔2021〕12号 16-18 (in force 2021-08-01) leave that to the court.

use super::{captured, moment_zh};
use crate::Source;
use redress_base::{Instant, Stamp, TimeSource};
use redress_case::{KeptItem, Role};
use redress_paper::{Fixed, Pen, Run, Style};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum KeptFact {
    /// SHA-256 of every item.
    Sha256,
    /// SM3 of every item.
    Sm3,
    /// The items stand in the evidence log, in order, under one root (RFC 6962).
    Logged,
    /// Heads of the ledger that were sealed in the log, and checkpoints of the log that were given out.
    Witnessed,
    /// Who took the items in, and when they were sealed.
    SealedBy,
    /// With which program.
    Tool,
    /// By whose clock.
    Clock,
    /// Items of which it is recorded when they were seen or captured.
    Observed,
    /// Items of which it is recorded where they come from.
    Sources,
    /// The ledger: entries that name each other by check value.
    Ledger,
    /// Rows read, and rows that were not.
    Rows,
    /// Accounts in what was read, and those that the export masks.
    Accounts,
    /// The log is no blockchain and no depository.
    NoChain,
    /// Exhibits whose capture is recorded, and in what role somebody captured them.
    Captured,
    /// What whoever captured has to do with the outcome.
    CapturedInterest,
    /// With which device and system, by which network.
    CapturedSystem,
    /// Steps for a clean environment.
    CapturedClean,
    /// The capturing device's clock beside another, and by how many milliseconds it was off at most.
    CapturedClock,
    /// The capturing program, with the check value of its file.
    CapturedTool,
    /// The address that was open.
    CapturedFrom,
    /// The account number that the page showed.
    CapturedAccount,
    /// The steps, one after another.
    CapturedSteps,
    /// Raw responses kept beside.
    CapturedRaw,
    /// The page as it was drawn.
    CapturedPicture,
    /// Second captures, made independently.
    Corroborating,
    /// Exhibits of addresses that were captured more than once.
    CapturedAgain,
    /// Exhibits of which it is recorded whether they were still online later.
    Online,
    /// Sealed proofs of OpenTimestamps.
    OpenTimestamps,
    /// Checkpoints of the log that a timestamp authority stamped.
    Stamped,
    /// Checkpoints of the log that somebody else signed too.
    Cosigned,
    /// Notarial deeds.
    Notarised,
    /// What platforms and timestamp services attest.
    Platform,
    /// Records of a judicial chain.
    ChainRecord,
}

/// One thing that is recorded, with its numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptPart {
    /// What.
    pub what: KeptFact,
    /// How many.
    #[serde(default)]
    pub count: u64,
    /// Out of how many, or how many of another kind.
    #[serde(default)]
    pub of: u64,
    /// Who, or with what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// The first moment (Beijing).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<String>,
    /// The last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<String>,
    /// A check value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
}

/// What of it speaks to which fact of the vocabulary.
const SPEAKS: &[(&str, &[KeptFact])] = &[
    ("hash_sha256", &[KeptFact::Sha256]),
    ("hash_sm3", &[KeptFact::Sm3]),
    ("log_inclusion_ok", &[KeptFact::Logged]),
    ("kept_completely", &[KeptFact::SealedBy, KeptFact::Witnessed, KeptFact::Cosigned]),
    ("content_complete", &[KeptFact::Rows]),
    ("system_dependable", &[KeptFact::Tool, KeptFact::CapturedSystem]),
    ("environment_log", &[KeptFact::CapturedClean]),
    ("clock_checked", &[KeptFact::Clock, KeptFact::CapturedClock]),
    ("process_repeatable", &[KeptFact::CapturedSteps]),
    ("error_prevention", &[KeptFact::Ledger]),
    ("operator_proper", &[KeptFact::SealedBy, KeptFact::Captured]),
    ("operator_interest", &[KeptFact::CapturedInterest]),
    ("capture_operator", &[KeptFact::SealedBy, KeptFact::Captured]),
    ("onchain_recorded", &[KeptFact::NoChain, KeptFact::ChainRecord]),
    ("truth_before_capture_shown", &[KeptFact::Corroborating]),
    ("notarised", &[KeptFact::Notarised]),
    ("third_party_platform", &[KeptFact::Platform]),
    ("chain_platform_compliant", &[KeptFact::NoChain]),
    ("chain_system_standard", &[KeptFact::Tool]),
    ("chain_technique_standard", &[KeptFact::Sha256, KeptFact::Sm3, KeptFact::Logged]),
    ("source_address_recorded", &[KeptFact::Sources, KeptFact::CapturedFrom]),
    ("access_method_recorded", &[KeptFact::CapturedSteps]),
    ("capture_method_recorded", &[KeptFact::CapturedSteps]),
    ("capture_pictured", &[KeptFact::CapturedPicture]),
    ("raw_response_kept", &[KeptFact::CapturedRaw]),
    (
        "capture_time_recorded",
        &[KeptFact::Observed, KeptFact::SealedBy, KeptFact::CapturedAgain, KeptFact::Online],
    ),
    ("capture_tool_hash", &[KeptFact::Tool, KeptFact::CapturedTool]),
    ("account_id_recorded", &[KeptFact::Accounts, KeptFact::CapturedAccount]),
    ("custody_log_kept", &[KeptFact::Ledger]),
    ("tsa_token_valid", &[KeptFact::Clock, KeptFact::Stamped, KeptFact::OpenTimestamps]),
];

impl KeptPart {
    /// What the file records that speaks to a fact; nothing where nothing is sealed.
    pub(crate) fn of(source: &Source<'_>, term: &str) -> Vec<KeptPart> {
        let speaks = SPEAKS.iter().find(|(of, _)| *of == term).map_or(&[][..], |(_, facts)| facts);
        speaks.iter().filter_map(|what| KeptPart::recorded(source, *what)).collect()
    }

    fn recorded(source: &Source<'_>, what: KeptFact) -> Option<KeptPart> {
        let items: Vec<&KeptItem> = source.state.items.values().collect();
        if items.is_empty() {
            return None;
        }
        let all = KeptPart { count: long(&items), ..KeptPart::empty(what) };
        match what {
            KeptFact::Sha256 | KeptFact::Sm3 => Some(KeptPart { of: count(source.listed()), ..all }),
            // Said only while nothing recorded says otherwise.
            KeptFact::NoChain => captured::recorded(source, KeptFact::ChainRecord).is_none().then_some(all),
            KeptFact::Logged => {
                let root = source.state.log_root().ok()?.to_string();
                Some(KeptPart { digest: Some(root), ..all })
            }
            KeptFact::Witnessed => {
                let (heads, given) = (&source.state.sealed_heads, &source.state.checkpoints);
                Some(KeptPart { count: long(heads), of: long(given), ..all })
            }
            KeptFact::Tool => {
                let tools: BTreeSet<String> = items.iter().map(|kept| kept.item.tool.clone()).collect();
                Some(KeptPart { names: tools.into_iter().collect(), ..all })
            }
            KeptFact::Clock if KeptPart::clocks(source) => None,
            KeptFact::Clock => {
                let signed = items.iter().filter(|kept| kept.item.sealed_at.source == TimeSource::Authority);
                Some(KeptPart { count: count(signed), of: all.count, ..all })
            }
            KeptFact::Ledger => {
                let digest = Some(source.result.ledger_head.to_string());
                Some(KeptPart { count: source.result.ledger_entries, digest, ..all })
            }
            _ => KeptPart::read(source, what).filter(|part| part.count > 0),
        }
    }

    /// Whether a record says more of the time than the sealing clock.
    fn clocks(source: &Source<'_>) -> bool {
        [KeptFact::Stamped, KeptFact::CapturedClock]
            .iter()
            .any(|what| captured::recorded(source, *what).is_some())
    }

    /// What is recorded of the exhibits alone, and of what was read out of them.
    fn read(source: &Source<'_>, what: KeptFact) -> Option<KeptPart> {
        let shown = |kept: &&KeptItem| matches!(kept.role, Role::Material | Role::Paper);
        let shown: Vec<&KeptItem> = source.state.items.values().filter(shown).collect();
        let all = KeptPart { count: long(&shown), ..KeptPart::empty(what) };
        match what {
            KeptFact::SealedBy => {
                let by: BTreeSet<String> = shown.iter().map(|kept| kept.by.clone()).collect();
                let (first, last) = span(shown.iter().map(|kept| kept.item.sealed_at));
                Some(KeptPart { names: by.into_iter().collect(), first, last, ..all })
            }
            KeptFact::Observed => {
                let seen: Vec<Stamp> = shown.iter().filter_map(|kept| kept.item.observed).collect();
                let (first, last) = span(seen.iter().copied());
                Some(KeptPart { count: long(&seen), of: all.count, first, last, ..all })
            }
            KeptFact::Sources => {
                let told = shown.iter().filter(|kept| !kept.item.source.trim().is_empty());
                Some(KeptPart { count: count(told), of: all.count, ..all })
            }
            KeptFact::Rows => {
                let reports = source.result.kept.items.iter().filter_map(|row| row.report.as_ref());
                let (read, skipped) = reports.fold((0_u64, 0_u64), |(read, skipped), one| {
                    (read.saturating_add(one.read), skipped.saturating_add(one.skipped))
                });
                Some(KeptPart { count: read, of: skipped, ..all })
            }
            KeptFact::Accounts => {
                let totals = source.result.kept.totals;
                Some(KeptPart { count: totals.accounts, of: totals.masked_accounts, ..all })
            }
            _ => captured::recorded(source, what),
        }
    }

    pub(super) fn empty(what: KeptFact) -> KeptPart {
        KeptPart { what, count: 0, of: 0, names: Vec::new(), first: None, last: None, digest: None }
    }

    /// The names, for each language; words of a closed list are said in it.
    fn named(&self, pen: &Pen<'_>) -> Fixed {
        let list = match self.what {
            KeptFact::Captured => "operator",
            KeptFact::CapturedInterest => "interest",
            KeptFact::Online => "online",
            _ => return Fixed::new(self.names.join("、"), self.names.join(", ")),
        };
        let all: Vec<Fixed> =
            self.names.iter().map(|name| pen.text_both(&format!("{list}-{name}"))).collect();
        let each =
            |pick: fn(&Fixed) -> &str, between: &str| all.iter().map(pick).collect::<Vec<_>>().join(between);
        Fixed::new(each(|one| &one.zh, "、"), each(|one| &one.en, ", "))
    }

    /// In words.
    pub(crate) fn told(&self, pen: &Pen<'_>) -> Vec<Run> {
        let key = match self.what {
            KeptFact::Sha256 => "file-sha256",
            KeptFact::Sm3 => "file-sm3",
            KeptFact::Logged => "file-logged",
            KeptFact::Witnessed => "file-witnessed",
            KeptFact::SealedBy => "file-sealed-by",
            KeptFact::Tool => "file-tool",
            KeptFact::Clock if self.count == 0 => "file-clock",
            KeptFact::Clock => "file-clock-signed",
            KeptFact::Observed => "file-observed",
            KeptFact::Sources => "file-sources",
            KeptFact::Ledger => "file-ledger",
            KeptFact::Rows => "file-rows",
            KeptFact::Accounts => "file-accounts",
            KeptFact::NoChain => "file-no-chain",
            KeptFact::Captured => "file-captured",
            KeptFact::CapturedInterest => "file-captured-interest",
            KeptFact::CapturedSystem => "file-captured-system",
            KeptFact::CapturedClean => "file-captured-clean",
            KeptFact::CapturedClock => "file-captured-clock",
            KeptFact::CapturedTool => "file-captured-tool",
            KeptFact::CapturedFrom => "file-captured-from",
            KeptFact::CapturedAccount => "file-captured-account",
            KeptFact::CapturedSteps => "file-captured-steps",
            KeptFact::CapturedRaw => "file-captured-raw",
            KeptFact::CapturedPicture => "file-captured-picture",
            KeptFact::Corroborating => "file-corroborating",
            KeptFact::CapturedAgain if self.first.is_none() => "file-captured-again-undated",
            KeptFact::CapturedAgain => "file-captured-again",
            KeptFact::Online => "file-online",
            KeptFact::OpenTimestamps => "file-open-timestamps",
            KeptFact::Stamped => "file-stamped",
            KeptFact::Cosigned => "file-cosigned",
            KeptFact::Notarised => "file-notarised",
            KeptFact::Platform => "file-platform",
            KeptFact::ChainRecord => "file-chain-record",
        };
        let text = |value: &Option<String>, style: Style| {
            value.iter().map(|value| Run::new(value.as_str(), style)).collect::<Vec<_>>()
        };
        let named = self.named(pen);
        let values = [
            ("count", vec![Run::filled(pen.number(self.count))]),
            ("of", vec![Run::filled(pen.number(self.of))]),
            ("names", vec![Run::filled(named.zh)]),
            ("first", text(&self.first, Style::Filled)),
            ("last", text(&self.last, Style::Filled)),
            ("digest", text(&self.digest, Style::Code)),
        ];
        pen.say_each(key, &values, &[("names", named.en)])
    }
}

fn long<T>(all: &[T]) -> u64 {
    u64::try_from(all.len()).unwrap_or(u64::MAX)
}

fn count<T>(all: impl Iterator<Item = T>) -> u64 {
    u64::try_from(all.count()).unwrap_or(u64::MAX)
}

/// The first and the last of these moments, in Beijing time.
fn span(stamps: impl Iterator<Item = Stamp>) -> (Option<String>, Option<String>) {
    between(stamps.map(|stamp| stamp.at))
}

/// The same of moments alone.
pub(super) fn between(moments: impl Iterator<Item = Instant>) -> (Option<String>, Option<String>) {
    let mut at: Vec<Instant> = moments.collect();
    at.sort();
    let told = |one: Option<&Instant>| one.map(|at| moment_zh(*at));
    (told(at.first()), told(at.last()))
}

#[cfg(test)]
mod tests {
    use super::SPEAKS;
    use redress_facts::{Kind, Vocabulary};

    /// 法释〔2019〕19号 93 (in force 2020-05-01): what the file records speaks to facts that there are, each once.
    #[test]
    fn what_speaks_speaks_to_a_fact_that_there_is() {
        let vocabulary = Vocabulary::standard();
        let mut seen = Vec::new();
        for (term, facts) in SPEAKS {
            assert!(vocabulary.get(term).is_some(), "{term}");
            assert!(!facts.is_empty() && !seen.contains(term), "{term}");
            seen.push(term);
        }
        assert_eq!(
            vocabulary.get("operator_proper").unwrap().kind,
            Kind::Judgement,
            "told beside, never judged"
        );
    }
}
