//! The compiled law book.

use crate::check;
use crate::combine;
use crate::evaluate::Evaluation;
use crate::ir::{Origin, Rule};
use crate::lines::Spot;
use crate::needs;
use crate::outcome::{Node, NodeKind, Outcome, Shield, Version, VersionOutcome};
use crate::page::{self, FenceKind};
use crate::parse;
use crate::provision::{self, Instrument, Provision};
use crate::{Completions, Family, Question, Rank};
use redress_base::{Fault, Finding, Level, Refusal, Sha256, Truth, Value};
use redress_facts::Vocabulary;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::Digest as _;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/pages.rs"));

/// The JSON form of a law book (schema `redress/law/1`): what every front end compiles to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ir {
    /// `"redress/law/1"`.
    pub schema: String,
    /// The instruments, by folder.
    pub instruments: Vec<Instrument>,
    /// The provisions, by instrument and article.
    pub provisions: Vec<Provision>,
    /// Every version of every rule, by id and date.
    pub rules: Vec<Rule>,
}

impl Ir {
    /// Schema name of this form.
    pub const SCHEMA: &'static str = "redress/law/1";
}

/// Every rule of the law book, in the order of ids and dates.
#[derive(Clone, Debug, Default)]
pub struct Book {
    ir: Ir,
    digest: String,
}

impl Book {
    /// Compiles the pages of a law book, `(path, text)` each, against the standard vocabulary.
    /// Broken rules are left out and reported; see [`Book::compile_with`].
    pub fn compile(sources: &[(String, String)]) -> (Book, Vec<Finding>) {
        Book::compile_with(sources, &Vocabulary::standard())
    }

    /// Compiles the pages of a law book against a vocabulary.
    ///
    /// Pages named `index.md` describe an instrument; every other page is a provision. Findings carry `file`,
    /// `line` and `column` (in characters). A rule with an error is not in the book.
    pub fn compile_with(sources: &[(String, String)], vocabulary: &Vocabulary) -> (Book, Vec<Finding>) {
        let mut findings = Vec::new();
        let mut ir = Ir { schema: Ir::SCHEMA.to_owned(), ..Ir::default() };
        let mut sources: Vec<&(String, String)> = sources.iter().collect();
        sources.sort();
        let is_index = |path: &str| path == "index.md" || path.ends_with("/index.md");
        for (path, text) in sources.iter().copied().filter(|(path, _)| is_index(path)) {
            ir.instruments.extend(instrument(path, text, &mut findings));
        }
        for (path, text) in sources.iter().copied().filter(|(path, _)| !is_index(path)) {
            provision_page(path, text, &mut ir, &mut findings);
        }
        ir.rules.sort_by(|a, b| (&a.id, a.in_force.from).cmp(&(&b.id, b.in_force.from)));
        ir.provisions.sort_by(|a, b| a.article.cmp(&b.article));
        let broken = check::rules(&ir, vocabulary, &mut findings);
        ir.rules.retain(|rule| !broken.contains(&(rule.id.clone(), rule.in_force.from)));
        let digest = digest(&ir);
        (Book { ir, digest }, findings)
    }

    /// The law book of this version of the program; a test keeps it free of errors.
    pub fn standard() -> &'static Book {
        static BOOK: OnceLock<Book> = OnceLock::new();
        BOOK.get_or_init(|| Book::compile(&Book::standard_pages()).0)
    }

    /// The pages of the standard book: `(path, text)`.
    pub fn standard_pages() -> Vec<(String, String)> {
        PAGES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
    }

    /// SHA-256 of the JSON form, in lower-case hex.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The JSON form.
    pub const fn ir(&self) -> &Ir {
        &self.ir
    }

    /// Every version of every rule.
    pub fn rules(&self) -> &[Rule] {
        &self.ir.rules
    }

    /// The versions of one rule, oldest first.
    pub fn rule(&self, id: &str) -> Vec<&Rule> {
        self.versions(id).iter().collect()
    }

    /// The same, as they stand in the book: rules are in the order of ids and dates.
    pub(crate) fn versions(&self, id: &str) -> &[Rule] {
        let from = self.ir.rules.partition_point(|rule| rule.id.as_str() < id);
        let to = self.ir.rules.partition_point(|rule| rule.id.as_str() <= id);
        self.ir.rules.get(from..to).unwrap_or_default()
    }

    /// The page of a provision, if the book has one.
    pub fn provision(&self, instrument: &str, article: &str) -> Option<&Provision> {
        let wanted = |p: &&Provision| p.article.instrument == instrument && p.article.article == article;
        self.ir.provisions.iter().find(wanted)
    }

    /// The answer to a question.
    ///
    /// # Errors
    /// `law-no-such-rule` (usage) where the book has no rule of that id.
    pub fn evaluate(&self, question: &Question<'_>) -> Result<Outcome, Refusal> {
        let (tree, mut findings) = self.tree(question)?;
        findings.sort();
        findings.dedup();
        let readings = combine::of(&tree);
        let single = if tree.kind == NodeKind::Rule { self.version_of(&tree) } else { None };
        let versions = if single.is_some() { vec![] } else { self.versions_of(&tree) };
        let mut check_first = Vec::new();
        self.shields(&tree, question.rule, &mut check_first);
        check_first.sort();
        check_first.dedup();
        Ok(Outcome {
            schema: Outcome::SCHEMA.to_owned(),
            rule: question.rule.to_owned(),
            label: tree.label.clone(),
            scope: question.scope.clone(),
            book: self.digest.clone(),
            version: single.or_else(|| versions.first().map(|v| v.version.clone())),
            value: readings.strict,
            presumptive: readings.presumptive,
            enumerated: readings.enumerated,
            open: readings.strict,
            versions_differ: versions.iter().any(|v| v.value != readings.strict),
            check_first,
            versions: if versions.len() > 1 { versions } else { vec![] },
            tree,
            findings,
        })
    }

    /// The smallest sets of facts that would bring the rule to `want`.
    ///
    /// `FF` asks what the other side would need ([`Family::Risk`]). Everything else asks what would make it out: what
    /// is to be collected ([`Family::Gap`]), or, where only disputes are left, what is to be won
    /// ([`Family::Dispute`]).
    ///
    /// # Errors
    /// As [`Book::evaluate`].
    pub fn completions(&self, question: &Question<'_>, want: Value) -> Result<Completions, Refusal> {
        let (tree, findings) = self.tree(question)?;
        let family = match (want, tree.value) {
            (Value::FF, _) => Family::Risk,
            (_, Value::FT) => Family::Dispute,
            _ => Family::Gap,
        };
        Ok(complete(question, family, &tree, findings))
    }

    /// The smallest sets of one family.
    ///
    /// # Errors
    /// As [`Book::evaluate`].
    pub fn completions_of(&self, question: &Question<'_>, family: Family) -> Result<Completions, Refusal> {
        let (tree, findings) = self.tree(question)?;
        Ok(complete(question, family, &tree, findings))
    }

    fn tree(&self, question: &Question<'_>) -> Result<(Node, Vec<Finding>), Refusal> {
        if self.versions(question.rule).is_empty() {
            return Err(Finding::error("law-no-such-rule").with("rule", question.rule).refuse(Fault::Usage));
        }
        let defeats = |rule: &Rule| rule.unless.iter().any(|defeater| defeater.rule == question.rule);
        let exception = self.ir.rules.iter().any(defeats);
        let mut evaluation = Evaluation { question, book: self, exception, findings: Vec::new() };
        let tree = evaluation.rule(question.rule, "");
        Ok((tree, evaluation.findings))
    }

    /// The versions at the root of a tree, the deciding one first.
    fn versions_of(&self, tree: &Node) -> Vec<VersionOutcome> {
        if matches!(tree.kind, NodeKind::Versions | NodeKind::All | NodeKind::Any) {
            return tree.children.iter().flat_map(|child| self.versions_of(child)).collect();
        }
        let readings = combine::of(tree);
        let outcome = |version| VersionOutcome {
            version,
            value: readings.strict,
            presumptive: readings.presumptive,
            enumerated: readings.enumerated,
            open: readings.strict,
            tree: tree.clone(),
        };
        self.version_of(tree).map(outcome).into_iter().collect()
    }

    /// The version that a rule node was read in; its id ends in `rule@from`.
    fn version_of(&self, node: &Node) -> Option<Version> {
        let (id, from) = node.id.rsplit('/').next()?.rsplit_once('@')?;
        let rule = self.versions(id).iter().find(|r| r.in_force.from.to_string() == from)?;
        Some(Version {
            article: rule.cites.first()?.clone(),
            in_force: rule.in_force.clone(),
            clock: rule.clock,
            rank: rule.rank,
            confidence: rule.confidence,
        })
    }

    /// Every exception under a step that is to be checked first.
    fn shields(&self, node: &Node, against: &str, found: &mut Vec<Shield>) {
        let own = node.id.rsplit('/').next().and_then(|last| last.split_once('@')).map(|(id, _)| id);
        let against = own.filter(|_| node.kind == NodeKind::Rule).unwrap_or(against);
        let first = |shield: &str| {
            let mut all = self.versions(against).iter().flat_map(|r| &r.unless);
            all.any(|d| d.check_first && d.rule == shield)
        };
        for child in &node.children {
            if let (NodeKind::Defeater, Some(shield)) = (child.kind, child.children.first()) {
                let id = shield.id.rsplit('/').next().unwrap_or_default();
                let id = id.split('@').next().unwrap_or_default();
                if first(id) {
                    found.push(Shield {
                        rule: id.to_owned(),
                        against: against.to_owned(),
                        value: shield.value,
                        label: shield.label.clone(),
                        cites: shield.cites.clone(),
                    });
                }
            }
            self.shields(child, against, found);
        }
    }
}

fn complete(question: &Question<'_>, family: Family, tree: &Node, mut findings: Vec<Finding>) -> Completions {
    let (want, truth) = if family == Family::Risk { (Value::FF, Truth::F) } else { (Value::TT, Truth::T) };
    let (sets, truncated) = needs::sets(tree, family, truth, &question.scope, question.vocabulary);
    findings.sort();
    findings.dedup();
    Completions {
        schema: Completions::SCHEMA.to_owned(),
        rule: question.rule.to_owned(),
        scope: question.scope.clone(),
        want,
        family,
        sets,
        truncated,
        findings,
    }
}

/// The digest does not depend on where a rule was read.
fn digest(ir: &Ir) -> String {
    // Strings, numbers and lists always have a JSON form.
    let bytes = serde_json::to_vec(ir).unwrap_or_default();
    Sha256(sha2::Sha256::digest(&bytes).into()).to_string()
}

fn instrument(path: &str, text: &str, findings: &mut Vec<Finding>) -> Option<Instrument> {
    let page = page::read(text);
    let Some((front, line)) = &page.front else {
        findings.push(Spot { path, line: 1, column: 1 }.error("law-front-missing"));
        return None;
    };
    provision::instrument(path, front, *line, findings)
}

fn provision_page(path: &str, text: &str, ir: &mut Ir, findings: &mut Vec<Finding>) {
    let page = page::read(text);
    let spot = Spot { path, line: 1, column: 1 };
    let Some((front, line)) = &page.front else {
        findings.push(spot.error("law-front-missing"));
        return;
    };
    let Some(front) = provision::front(path, front, *line, findings) else { return };
    let Some(rank) = rank_of(ir, &front.article.instrument) else {
        findings.push(spot.error("law-no-instrument").with("instrument", front.article.instrument.as_str()));
        return;
    };
    if page.paraphrase.zh.is_empty() || page.paraphrase.en.is_empty() {
        findings.push(spot.on(Finding::warning("law-no-paraphrase")));
    }
    let before = ir.rules.len();
    for fence in &page.fences {
        let read = match fence.kind {
            FenceKind::Rule => parse::rule(path, &fence.text, fence.line, &front, rank, findings),
            FenceKind::Json => from_json(path, &fence.text, fence.line, findings),
        };
        ir.rules.extend(read);
    }
    let rules = ir.rules.iter().skip(before).map(|rule| rule.id.clone()).collect();
    ir.provisions.push(front.into_provision(page.paraphrase, rules));
}

fn rank_of(ir: &Ir, instrument: &str) -> Option<Rank> {
    ir.instruments.iter().find(|known| known.id == instrument).map(|known| known.rank)
}

fn from_json(path: &str, text: &str, line: usize, findings: &mut Vec<Finding>) -> Option<Rule> {
    match serde_json::from_str::<Rule>(text) {
        Ok(rule) => Some(Rule { origin: Origin { path: path.to_owned(), line }, ..rule }),
        Err(error) => {
            let spot =
                Spot { path, line: line + error.line().saturating_sub(1), column: error.column().max(1) };
            findings.push(spot.error("law-json").with("detail", error.to_string()));
            None
        }
    }
}

/// The JSON schemas of the room's stored forms, by name: the book, an explanation, completion sets.
pub fn schemas() -> Vec<(&'static str, schemars::Schema)> {
    vec![
        (Ir::SCHEMA, schemars::schema_for!(Ir)),
        (Outcome::SCHEMA, schemars::schema_for!(Outcome)),
        (Completions::SCHEMA, schemars::schema_for!(Completions)),
    ]
}

/// Whether a book can be used: nothing worse than a warning.
pub fn is_sound(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.level != Level::Error)
}
