//! 电子证据核验说明: one line for each factor of 法释〔2019〕19号 93 (in force 2020-05-01) and of 法释〔2021〕12号 16, 17 and 18 (in force
//! 2021-08-01), each tied to a recorded fact, or "not recorded".

use super::challenges_annex::{self, ChallengePart};
use crate::parts::{FactPart, day_zh};
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_paper::{Block, Cell, Pen, Run, Style};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The input of a verification report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct VerificationReportInput {
    /// Who verified it.
    pub verified_by: Option<String>,
    /// Sealed items.
    pub items: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Entries of the ledger.
    pub entries: u64,
    /// SHA-256 of the last line.
    pub head: Option<String>,
    /// Program and version.
    pub software: Option<String>,
    /// The factors of article 93, in its order.
    pub factors: Vec<FactorPart>,
    /// The factors of articles 16, 17 and 18.
    pub online: Vec<FactorPart>,
    /// How it was captured.
    pub capture: Vec<FactorPart>,
    /// What may be said against the evidence, and what is recorded to answer it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub challenges: Vec<ChallengePart>,
    /// Day of the report.
    pub date: Option<String>,
}

/// A factor: its article, and the facts that speak to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactorPart {
    /// Article and item.
    pub article: String,
    /// The facts, the factor's own first.
    pub facts: Vec<FactPart>,
}

/// 法释〔2019〕19号 93(1), in its order, and the facts of the capture that speak to each.
const CIVIL: [(&str, &[&str]); 7] = [
    ("93(一)", &["system_dependable", "environment_log"]),
    ("93(二)", &["system_ran_normally", "clock_checked"]),
    ("93(三)", &["error_prevention", "process_repeatable"]),
    ("93(四)", &["kept_completely", "content_complete", "hash_sha256", "hash_sm3", "log_inclusion_ok"]),
    ("93(五)", &["ordinary_course"]),
    ("93(六)", &["operator_proper", "capture_operator", "capture_operator_identified"]),
    ("93(七)", &["other_authenticity_doubt"]),
];
/// 法释〔2021〕12号 16, 17 and 18.
const ONLINE: [(&str, &[&str]); 6] = [
    ("16", &["onchain_recorded", "onchain_check_passed"]),
    ("17(一)", &["chain_platform_compliant"]),
    ("17(二)", &["operator_interest", "undue_interference"]),
    ("17(三)", &["chain_system_standard"]),
    ("17(四)", &["chain_technique_standard"]),
    ("18", &["truth_before_capture_shown", "notarised", "third_party_platform"]),
];
/// What the capture has to state (人民检察院办理网络犯罪案件规定 37; 法释〔2018〕16号 11).
const CAPTURE: [(&str, &[&str]); 4] = [
    ("检察网络规定 37", &["source_address_recorded", "access_method_recorded", "capture_time_recorded"]),
    ("检察网络规定 37", &["capture_method_recorded", "capture_tool_hash", "related_metadata_kept"]),
    ("检察网络规定 37", &["capture_pictured", "account_id_recorded", "platform_logo_visible"]),
    ("法释〔2018〕16号 11", &["raw_response_kept", "custody_log_kept", "tsa_token_valid"]),
];

/// What the verifier tells, a line each, in its order.
const LINES: [&str; 7] = [
    "line-integrity",
    "line-inclusion",
    "line-append",
    "line-existed",
    "line-signer",
    "line-corroboration",
    "line-origin",
];

/// The form.
pub(super) struct VerificationReport;

impl FormKind for VerificationReport {
    type Input = VerificationReportInput;
    const ID: &'static str = "verification-report";
    const TEXT: &'static str = include_str!("../../../../forms/verification-report/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = &[];
    const QUOTES: bool = false;

    fn fill(source: &Source<'_>) -> VerificationReportInput {
        let result = source.result;
        let of = |(article, terms): &(&str, &[&str])| FactorPart {
            article: (*article).to_owned(),
            facts: FactPart::all(source, terms),
        };
        VerificationReportInput {
            verified_by: None,
            items: result.kept.totals.items,
            bytes: result.kept.totals.bytes,
            entries: result.ledger_entries,
            head: Some(result.ledger_head.to_string()),
            software: Some(result.software.clone()),
            factors: CIVIL.iter().map(of).collect(),
            online: ONLINE.iter().map(of).collect(),
            capture: CAPTURE.iter().map(of).collect(),
            challenges: challenges_annex::of_evidence(source),
            date: Some(day_zh(source.today)),
        }
    }

    fn lay(input: &VerificationReportInput, pen: &mut Pen<'_>) {
        pen.title();
        pen.heading(1, "kept");
        kept(input, pen);
        pen.heading(1, "lines");
        for key in LINES {
            pen.tell(key);
        }
        let parts = [
            ("factors", &input.factors),
            ("factors-online", &input.online),
            ("factors-capture", &input.capture),
        ];
        for (key, factors) in parts {
            if !factors.is_empty() {
                pen.heading(1, key);
                table(key, factors, pen);
            }
        }
        if !input.challenges.is_empty() {
            pen.heading(1, "challenges");
            pen.tell("challenges-note");
            let rows = input.challenges.iter().map(|one| challenges_annex::row(one, &[], pen)).collect();
            pen.table("challenges", vec![5, 3, 8], &["challenge", "basis", "answer"], rows);
        }
        pen.note(&["closing"]);
        let date = pen.value("date", "date", input.date.as_deref());
        let signed = pen.say("kept-by-signed");
        pen.block(Block::Signature { lines: vec![signed, date] });
    }

    fn day(input: &VerificationReportInput) -> Option<&str> {
        input.date.as_deref()
    }
}

fn kept(input: &VerificationReportInput, pen: &mut Pen<'_>) {
    let mut rows = Vec::new();
    pen.row(&mut rows, "kept-items", "items", Some(&input.items.to_string()));
    pen.row(&mut rows, "kept-bytes", "bytes", Some(&input.bytes.to_string()));
    pen.row(&mut rows, "kept-entries", "entries", Some(&input.entries.to_string()));
    if let Some(head) = &input.head {
        let value = Cell::of(vec![Run::new(head.as_str(), Style::Code)]);
        rows.push(vec![Cell::label(pen.say("kept-head")), value]);
    }
    pen.row(&mut rows, "kept-software", "software", input.software.as_deref());
    pen.row(&mut rows, "kept-by", "verified_by", input.verified_by.as_deref());
    pen.grid("kept", rows);
}

fn table(name: &str, factors: &[FactorPart], pen: &mut Pen<'_>) {
    let mut rows = Vec::new();
    for factor in factors {
        for fact in &factor.facts {
            rows.push(vec![
                Cell::of(vec![Run::plain(factor.article.as_str())]),
                Cell::of(fact.name(pen)),
                Cell::tall(fact.told(pen)),
            ]);
        }
    }
    if !rows.is_empty() {
        pen.table(name, vec![2, 6, 6], &["article", "factor", "recorded"], rows);
    }
}

#[cfg(test)]
mod tests {
    use super::{CAPTURE, CIVIL, ONLINE};
    use redress_facts::Vocabulary;

    /// 法释〔2019〕19号 93 (in force 2020-05-01): seven factors; 法释〔2021〕12号 17 (in force 2021-08-01): four.
    #[test]
    fn every_factor_has_a_line_and_every_line_a_fact_that_there_is() {
        let vocabulary = Vocabulary::standard();
        assert_eq!(CIVIL.len(), 7);
        assert_eq!(ONLINE.iter().filter(|(article, _)| article.starts_with("17")).count(), 4);
        for (article, terms) in CIVIL.iter().chain(&ONLINE).chain(&CAPTURE) {
            assert!(
                !terms.is_empty() && terms.iter().all(|term| vocabulary.get(term).is_some()),
                "{article}"
            );
        }
    }
}
