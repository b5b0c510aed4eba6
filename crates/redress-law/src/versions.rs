//! Which version of a rule answers: the two clocks, reaching back, and the milder law.
//!
//! Sources: 刑法 12 (law of the act, unless the later law does not punish or is milder); 行政处罚法 37 (the same for
//! penalties); the joint provision of 2001 on the time effect of judicial interpretations, arts 1-3 (they work for
//! the life of the law; an earlier interpretation of the time of the act prevails unless the new one favours the
//! accused). An act that straddles a change is answered under each version (docs/law-format.md).

use crate::ir::{Clock, End, Limb, Rank, Rule, Test};
use redress_base::{Date, Finding};

/// The versions that answer together, and the later one that would answer instead if it is milder.
#[derive(Debug, Default)]
pub(crate) struct Chosen<'a> {
    pub(crate) versions: Vec<&'a Rule>,
    /// In force at filing but not at the act: decides where it is milder.
    pub(crate) later: Option<&'a Rule>,
    /// None is in force at filing: whether the act is still punished at all is for a person to say.
    pub(crate) gone: bool,
    pub(crate) findings: Vec<Finding>,
}

/// Chooses among the versions of one rule, oldest first.
pub(crate) fn choose<'a>(versions: &[&'a Rule], act: Option<(Date, Date)>, filing: Date) -> Chosen<'a> {
    let Some(first) = versions.first().copied() else { return Chosen::default() };
    let mut chosen = match (first.clock, act) {
        (Clock::Filing, _) => Chosen {
            versions: versions.iter().copied().filter(|v| v.in_force.holds(filing)).collect(),
            ..Chosen::default()
        },
        (Clock::Act, Some((from, to))) => by_act(versions, first, from, to, filing),
        (Clock::Act, None) => undated(versions),
    };
    let unsure = |rule: &&&Rule| rule.in_force.end == End::NotResearched;
    for rule in chosen.versions.iter().filter(unsure) {
        chosen.findings.push(about(Finding::note("law-end-not-researched"), rule));
    }
    chosen
}

fn about(finding: Finding, rule: &Rule) -> Finding {
    let finding = finding.with("rule", rule.id.as_str()).with("from", rule.in_force.from.to_string());
    match rule.cites.first() {
        Some(article) => finding.under(article.clone()),
        None => finding,
    }
}

/// Without a date every version may be the one; with one version only, it is.
fn undated<'a>(versions: &[&'a Rule]) -> Chosen<'a> {
    let findings = versions.first().filter(|_| versions.len() > 1);
    let findings =
        findings.map(|rule| about(Finding::warning("law-act-date-missing"), rule)).into_iter().collect();
    Chosen { versions: versions.to_vec(), findings, ..Chosen::default() }
}

fn by_act<'a>(versions: &[&'a Rule], first: &'a Rule, from: Date, to: Date, filing: Date) -> Chosen<'a> {
    let overlaps =
        |rule: &Rule| rule.in_force.from <= to && rule.in_force.last().is_none_or(|last| from <= last);
    let mut chosen = Chosen {
        versions: versions.iter().copied().filter(|rule| overlaps(rule)).collect(),
        ..Chosen::default()
    };
    let now = versions.iter().copied().find(|rule| rule.in_force.holds(filing));
    // No interpretation at the time of the act: the one of the day of filing explains the old law too; on a day
    // before any, the first one says what that law meant.
    let explains = now.or(Some(first).filter(|rule| filing < rule.in_force.from));
    if let Some(rule) = explains.filter(|_| to < first.in_force.from && reaches_back(first.rank)) {
        chosen.versions.push(rule);
        chosen.findings.push(about(Finding::note("law-reaches-back"), rule));
        return chosen;
    }
    if let Some(rule) =
        chosen.versions.first().filter(|rule| from < rule.in_force.from && !reaches_back(rule.rank))
    {
        chosen.findings.push(about(Finding::warning("law-act-began-before"), rule));
    }
    if let [_, .., last] = chosen.versions.as_slice() {
        chosen.findings.push(about(Finding::warning("law-act-straddles"), last));
    }
    chosen.later = now.filter(|rule| to < rule.in_force.from);
    let gone = |rule: &&&Rule| rule.in_force.last().is_some_and(|last| last < filing);
    if let Some(rule) = chosen.versions.last().filter(|rule| now.is_none() && gone(rule)) {
        chosen.findings.push(about(Finding::warning("law-repealed-at-filing"), rule));
        chosen.gone = true;
    }
    chosen
}

/// Interpretations and the documents that apply them work for the life of the law they explain.
const fn reaches_back(rank: Rank) -> bool {
    matches!(rank, Rank::Interpretation | Rank::NormativeDocument)
}

/// How the later version compares with the one of the act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Milder {
    /// The law of the act stays; equal severity stays with it too (法释〔1997〕12号 art 3).
    Earlier,
    /// The later law punishes less.
    Later,
    /// Neither is milder in every measure: a person must choose.
    Unclear,
}

/// Compares the measures of severity, each on its own; a measure that is not named counts as nothing.
pub(crate) fn milder(earlier: &Rule, later: &Rule) -> Milder {
    let (old, new) = (&earlier.severity, &later.severity);
    let names = || old.keys().chain(new.keys());
    let less = names().any(|name| new.get(name).unwrap_or(&0) < old.get(name).unwrap_or(&0));
    let more = names().any(|name| new.get(name).unwrap_or(&0) > old.get(name).unwrap_or(&0));
    match (less, more) {
        (true, false) => Milder::Later,
        (true, true) => Milder::Unclear,
        (false, _) => Milder::Earlier,
    }
}

/// Whether the milder-law rule applies to provisions of this rank.
pub(crate) const fn favours_the_accused(rank: Rank) -> bool {
    !matches!(rank, Rank::CivilStatute)
}

/// Whether two versions ask the same, whatever they call it and wherever they stand.
pub(crate) fn same_elements(a: &Rule, b: &Rule) -> bool {
    a.unless == b.unless && bare(&a.requires.test) == bare(&b.requires.test)
}

/// The test without numbers, names and citations.
fn bare(test: &Test) -> Test {
    let strip = |limbs: &[Limb]| -> Vec<Limb> {
        limbs.iter().map(|l| Limb { item: None, label: None, cites: vec![], test: bare(&l.test) }).collect()
    };
    match test {
        Test::Any(of) => Test::Any(strip(of)),
        Test::All(of) => Test::All(strip(of)),
        Test::AtLeast { n, of } => Test::AtLeast { n: *n, of: strip(of) },
        Test::Not(inner) => Test::Not(Box::new(bare(inner))),
        Test::Accumulate { window, when, of } => {
            Test::Accumulate { window: *window, when: strip(when), of: strip(of) }
        }
        Test::Weigh { term, .. } => Test::Fact(term.clone()),
        other => other.clone(),
    }
}
