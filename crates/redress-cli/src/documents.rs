//! The documents of `--json` that only the command line writes. Each names its schema and version;
//! `redress schema NAME` prints it.

use redress_analysis::{Figure, Params, Timeline};
use redress_base::{Fault, Finding};
use redress_case::{Anchor, CaseResult, Kept, MissingRow, StatementRow};
use redress_facts::{Claim, Term};
use redress_remedies::Route;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// `redress/opened/1`: a case was opened.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Opened {
    pub(crate) schema: &'static str,
    /// The folder as named.
    pub(crate) case: String,
    /// Random id of the case.
    pub(crate) case_id: String,
    /// Neutral cover name.
    pub(crate) cover: String,
}

/// `redress/measures/1`: what is measured.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Measures {
    pub(crate) schema: &'static str,
    /// Parameters of the measures.
    pub(crate) params: Params,
    /// What is kept.
    pub(crate) kept: Kept,
    /// The statements listed.
    pub(crate) statements: Vec<StatementRow>,
    /// By what each is told from the others.
    pub(crate) handles: Vec<redress_workbench::Handle>,
    /// How many there are in all.
    pub(crate) statements_total: u64,
    /// Their figures and those of the case.
    pub(crate) figures: Vec<Figure>,
    /// Posts per hour.
    pub(crate) timelines: BTreeMap<String, Timeline>,
}

/// `redress/missing/1`: what would change the answers, and the routes as they stand.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Missing {
    pub(crate) schema: &'static str,
    /// Sets of facts, answer by answer.
    pub(crate) missing: Vec<MissingRow>,
    /// The twelve routes.
    pub(crate) routes: Vec<Route>,
}

/// `redress/entry/1`: the ledger entry that a request made, or set aside.
#[derive(Serialize, JsonSchema)]
pub(crate) struct EntryMade {
    pub(crate) schema: &'static str,
    /// Its number.
    pub(crate) entry: u64,
    /// What it says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) what: Option<redress_case::What>,
}

/// `redress/claims/1`: every claim, also those not relied on any more.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Claims {
    pub(crate) schema: &'static str,
    pub(crate) claims: Vec<ClaimRow>,
}

/// One claim as entered.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ClaimRow {
    /// Number of its ledger entry.
    pub(crate) entry: u64,
    /// Case or post.
    pub(crate) anchor: Anchor,
    /// Term of the vocabulary.
    pub(crate) term: String,
    pub(crate) claim: Claim,
    /// Entry that withdrew it.
    pub(crate) withdrawn: Option<u64>,
}

/// `redress/terms/1`: facts that rules may ask for.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Terms {
    pub(crate) schema: &'static str,
    pub(crate) terms: Vec<TermRow>,
}

/// One term of the vocabulary.
#[derive(Serialize, JsonSchema)]
pub(crate) struct TermRow {
    pub(crate) id: String,
    pub(crate) term: Term,
}

/// `redress/packed/1`: a bundle was written.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Packed {
    pub(crate) schema: &'static str,
    /// The folder as named.
    pub(crate) bundle: String,
    /// The verifier key, to be given to the reader by another way.
    pub(crate) key: String,
    /// Items in it, as originals.
    pub(crate) items: u64,
    /// For whom it was closed, where it was: then it is one encrypted file.
    pub(crate) to: Vec<Named>,
}

/// `redress/bagged/1`: a folder was made a plain bag.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Bagged {
    pub(crate) schema: &'static str,
    /// The bag as named.
    pub(crate) bag: String,
    /// Files of the payload.
    pub(crate) files: u64,
    /// Their bytes.
    pub(crate) bytes: u64,
    /// SHA-256 of `tagmanifest-sha256.txt`: whoever notes it elsewhere can tell later that no byte was changed.
    pub(crate) tag_manifest: String,
    /// What other systems may stumble over.
    pub(crate) findings: Vec<Finding>,
}

/// Somebody for whom a file was closed.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Named {
    /// Whom.
    pub(crate) name: String,
    /// Their public key.
    pub(crate) key: String,
}

impl Named {
    pub(crate) fn of(to: &[redress_envelope::Recipient]) -> Vec<Named> {
        to.iter().map(|one| Named { name: one.name().to_owned(), key: one.key() }).collect()
    }
}

/// `redress/envelope-key/1`: a key to open closed files was made.
#[derive(Serialize, JsonSchema)]
pub(crate) struct EnvelopeKey {
    pub(crate) schema: &'static str,
    /// The file of the secret key.
    pub(crate) file: String,
    /// The public key, to be given to whoever sends files.
    pub(crate) key: String,
}

/// `redress/envelope-closed/1`: a file was closed.
#[derive(Serialize, JsonSchema)]
pub(crate) struct EnvelopeClosed {
    pub(crate) schema: &'static str,
    /// The closed file.
    pub(crate) file: String,
    /// For whom.
    pub(crate) to: Vec<Named>,
}

/// `redress/envelope-opened/1`: a closed file was opened.
#[derive(Serialize, JsonSchema)]
pub(crate) struct EnvelopeOpened {
    pub(crate) schema: &'static str,
    /// The open file.
    pub(crate) file: String,
}

/// `redress/cosigner-made/1`: a cosigner has a key.
#[derive(Serialize, JsonSchema)]
pub(crate) struct CosignerMade {
    pub(crate) schema: &'static str,
    /// The file of the secret key.
    pub(crate) file: String,
    /// The verifier key, to be given to readers.
    pub(crate) key: String,
}

/// `redress/cosigned/1`: a checkpoint was cosigned.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Cosigned {
    pub(crate) schema: &'static str,
    /// The file of the cosigned checkpoint.
    pub(crate) file: String,
    /// The cosigner's verifier key.
    pub(crate) key: String,
    /// The verifier key of the log.
    pub(crate) log: String,
    /// How many entries of the log.
    pub(crate) size: u64,
    /// When, in seconds since 1970 by the cosigner's clock.
    pub(crate) time: i64,
}

/// `redress/law-check/2`: what the checker of the law book found.
#[derive(Serialize, JsonSchema)]
pub(crate) struct LawCheck {
    pub(crate) schema: &'static str,
    /// SHA-256 of the compiled book.
    pub(crate) digest: String,
    /// Whether it holds drafts that are not in force; without them the digest is another.
    pub(crate) drafts: bool,
    /// Rules in it.
    pub(crate) rules: usize,
    /// Lines of tests that gave what they expect.
    pub(crate) tests_passed: usize,
    /// Changes of rules that a test noticed, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) mutants_killed: Option<usize>,
    pub(crate) findings: Vec<Finding>,
}

/// `redress/readings/1`: the contested readings of the book.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ReadingRows {
    pub(crate) schema: &'static str,
    pub(crate) readings: Vec<ReadingRow>,
}

/// One contested reading.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ReadingRow {
    pub(crate) id: String,
    /// What may be chosen.
    pub(crate) alternatives: Vec<String>,
    /// The question in both languages.
    pub(crate) question: Option<redress_law::Contested>,
    /// The page that states it.
    pub(crate) article: Option<redress_base::Article>,
}

/// `redress/vocabulary/2`: the facts that rules ask for.
#[derive(Serialize, JsonSchema)]
pub(crate) struct FactRows {
    pub(crate) schema: &'static str,
    pub(crate) facts: Vec<FactRow>,
}

/// One fact.
#[derive(Serialize, JsonSchema)]
pub(crate) struct FactRow {
    pub(crate) name: String,
    /// Labels, kind, unit, scope, cheapest source, for whom it speaks.
    pub(crate) term: Term,
    /// Who may set it.
    pub(crate) set_by: Vec<Setter>,
    /// Rules that read it by themselves.
    pub(crate) read_by: Vec<String>,
}

/// Who may set a fact, and out of what.
#[derive(Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Setter {
    /// A person judges it.
    Person,
    /// Measured from own capture, or stated with evidence.
    Measure,
    /// Own papers.
    Papers,
    /// A party states it with evidence.
    Party,
    /// The platform's answer or export.
    Platform,
    /// What the police help to get.
    PoliceHelp,
    /// An authority's document.
    Authority,
    /// A bare statement counts.
    Word,
}

impl Setter {
    /// The code of its name.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Setter::Person => "cli-set-by-person",
            Setter::Measure => "cli-set-by-measure",
            Setter::Papers => "cli-set-by-papers",
            Setter::Party => "cli-set-by-party",
            Setter::Platform => "cli-set-by-platform",
            Setter::PoliceHelp => "cli-set-by-police-help",
            Setter::Authority => "cli-set-by-authority",
            Setter::Word => "cli-set-by-word",
        }
    }
}

/// `redress/formatted/1`: pages that were laid out anew.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Formatted {
    pub(crate) schema: &'static str,
    pub(crate) pages: usize,
    pub(crate) changed: Vec<String>,
}

/// `redress/written/1`: a file was written.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Written {
    pub(crate) schema: &'static str,
    pub(crate) path: String,
    pub(crate) bytes: usize,
}

/// `redress/law-texts-added/1`: copies of official texts that were taken in.
#[derive(Serialize, JsonSchema)]
pub(crate) struct TextAdded {
    pub(crate) schema: &'static str,
    pub(crate) copies: Vec<ShelfCopy>,
}

/// `redress/law-texts-list/1`: copies on the shelf.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ShelfList {
    pub(crate) schema: &'static str,
    pub(crate) copies: Vec<ShelfCopy>,
}

/// One copy of an official text.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ShelfCopy {
    pub(crate) name: String,
    pub(crate) source: String,
    /// The instrument that it is a copy of.
    pub(crate) instrument: Option<String>,
    pub(crate) sha256: redress_base::Sha256,
    /// Articles in it.
    pub(crate) articles: usize,
    /// Of these, with a page in the book.
    pub(crate) beside: usize,
}

/// `redress/law-texts-compared/1`: where two copies differ.
#[derive(Serialize, JsonSchema)]
pub(crate) struct TextComparison {
    pub(crate) schema: &'static str,
    pub(crate) differences: Vec<redress_lawbook::texts::Difference>,
}

/// `redress/similar/1`: published cases that turn on the same facts.
#[derive(Serialize, JsonSchema)]
pub(crate) struct SimilarCases {
    pub(crate) schema: &'static str,
    pub(crate) id: String,
    pub(crate) similar: Vec<redress_inquiry::Similar>,
}

/// `redress/demo/1`: what the demo wrote.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Demo {
    pub(crate) schema: &'static str,
    /// The folder as named.
    pub(crate) out: String,
    /// Program and version.
    pub(crate) software: &'static str,
    /// The verifier key of the example.
    pub(crate) key: String,
    /// Material that is there to be refused.
    pub(crate) refused: Vec<Finding>,
    pub(crate) result: CaseResult,
}

/// `redress/serving/1`: where the workbench answers.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Serving {
    pub(crate) schema: &'static str,
    /// The address that leads in, once.
    pub(crate) link: String,
    /// The port on 127.0.0.1.
    pub(crate) port: u16,
}

/// `redress/refusal/1`: nothing was done, and why.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Refused {
    pub(crate) schema: &'static str,
    /// The kind of refusal.
    pub(crate) fault: Fault,
    /// The exit code.
    pub(crate) exit: u8,
    /// Code and arguments.
    pub(crate) finding: Finding,
    /// What, in the person's language.
    pub(crate) sentence: String,
    /// Where.
    pub(crate) place: Option<String>,
    /// What to do.
    pub(crate) advice: Option<String>,
    /// What else is wrong with the same line, in the person's language.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub(crate) more: Vec<String>,
}
