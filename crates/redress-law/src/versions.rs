//! Which version of a rule answers: the two clocks, reaching back, and the milder law.
//!
//! Sources: 刑法 12 (law of the act, unless the later law does not punish or is milder); 行政处罚法 37 (the same for
//! penalties); the joint provision of 2001 on the time effect of judicial interpretations, arts 1-3 (they work for
//! the life of the law; an earlier interpretation of the time of the act prevails unless the new one favours the
//! accused). An act that straddles a change is answered under each version (docs/law-format.md).

use crate::ir::{Alternative, Clock, End, Gift, Limb, Rank, Rule, Test};
use redress_base::{Date, Finding, Value};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// The versions that answer together, and the later one that would answer instead if it is milder.
#[derive(Debug, Default)]
pub(crate) struct Chosen<'a> {
    pub(crate) versions: Vec<&'a Rule>,
    /// In force at filing but not at the act: decides where it is milder.
    pub(crate) later: Option<&'a Rule>,
    /// None is in force at filing: whether the act is still punished at all is for a person to say.
    pub(crate) gone: bool,
    /// The act ended before the first version, and the book says that nothing came before it: not made out.
    pub(crate) not_yet: bool,
    pub(crate) findings: Vec<Finding>,
}

/// Chooses among the versions of one rule, oldest first.
pub(crate) fn choose<'a>(
    versions: &[&'a Rule],
    act: Option<(Date, Date)>,
    filing: Date,
    law_at_the_end: bool,
) -> Chosen<'a> {
    let Some(first) = versions.first().copied() else { return Chosen::default() };
    let mut chosen = match (first.clock, act) {
        (Clock::Filing, _) => Chosen {
            versions: versions.iter().copied().filter(|v| v.in_force.holds(filing)).collect(),
            ..Chosen::default()
        },
        (Clock::Act, Some((from, to))) => {
            let mut chosen = by_act(versions, first, from, to, filing);
            if law_at_the_end && chosen.versions.len() > 1 {
                chosen.versions = chosen.versions.split_off(chosen.versions.len() - 1);
            }
            chosen
        }
        (Clock::Act, None) => undated(versions, first, filing),
    };
    chosen.not_yet = not_yet(first, act, filing);
    let unsure = |rule: &&&Rule| rule.in_force.end == End::NotResearched;
    for rule in chosen.versions.iter().filter(unsure) {
        chosen.findings.push(about(Finding::note("law-end-not-researched"), rule));
    }
    chosen
}

/// What the first version punishes was not punished before it, and a new punishment does not reach back (刑法 12;
/// 行政处罚法 37). An act without a day has happened by the day of filing.
pub(crate) fn not_yet(first: &Rule, act: Option<(Date, Date)>, filing: Date) -> bool {
    let last = act.map_or(filing, |(_, to)| to);
    first.nothing_before && first.clock == Clock::Act && last < first.in_force.from
}

fn about(finding: Finding, rule: &Rule) -> Finding {
    let finding = finding.with("rule", rule.id.as_str()).with("from", rule.in_force.from.to_string());
    match rule.cites.first() {
        Some(article) => finding.under(article.clone()),
        None => finding,
    }
}

/// Without a date every version may be the one that has begun by the day of filing; with one only, it is. What is
/// asked about has happened by then, so a version that begins later cannot govern it: before the first one there is
/// none, unless it explains a law that is older than itself.
fn undated<'a>(versions: &[&'a Rule], first: &'a Rule, filing: Date) -> Chosen<'a> {
    let mut begun: Vec<&Rule> =
        versions.iter().copied().filter(|rule| rule.in_force.from <= filing).collect();
    if begun.is_empty() && reaches_back(first, filing) {
        begun.push(first);
    }
    let findings = begun.first().filter(|_| begun.len() > 1);
    let findings =
        findings.map(|rule| about(Finding::warning("law-act-date-missing"), rule)).into_iter().collect();
    Chosen { versions: begun, findings, ..Chosen::default() }
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
    if let Some(rule) = explains.filter(|_| to < first.in_force.from && reaches_back(first, to)) {
        chosen.versions.push(rule);
        chosen.findings.push(about(Finding::note("law-reaches-back"), rule));
        return chosen;
    }
    if first.rank == Rank::CivilStatute {
        return civil(chosen, first, from, to);
    }
    if let Some(rule) =
        chosen.versions.first().filter(|rule| from < rule.in_force.from && !reaches_back(rule, to))
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

/// Civil statutes, by 法释〔2020〕15号 (in force 2021-01-01): what goes on past the change is governed by the law of its
/// end (art 1(3)); what ended before it is governed by the old law, which this book does not hold, unless a person
/// finds that art 2, 3 or 24 opens the Code.
fn civil<'a>(mut chosen: Chosen<'a>, first: &'a Rule, from: Date, to: Date) -> Chosen<'a> {
    if to < first.in_force.from {
        // 法释〔2020〕15号 (in force 2021-01-01) opens the Code to older acts; of other statutes it says nothing.
        let code = first.cites.iter().any(|cite| &*cite.instrument == "cn/civil-code");
        let note = if code { "law-civil-time-effect" } else { "law-civil-older-act" };
        chosen.findings.push(about(Finding::warning(note), first));
    } else if let Some(last) = chosen.versions.last().copied() {
        if from < last.in_force.from {
            chosen.findings.push(about(Finding::note("law-civil-continuing"), last));
        }
        chosen.versions = vec![last];
    }
    chosen
}

/// Interpretations and the documents that apply them work for the life of the law they explain, and for that alone: what
/// ended before the Civil Code is not the matter of an interpretation of the Code.
fn reaches_back(rule: &Rule, to: Date) -> bool {
    matches!(rule.rank, Rank::Interpretation | Rank::NormativeDocument)
        && rule.explains_from.is_none_or(|first| first <= to)
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

/// Principal penalties, the graver first; all others (fines, added penalties) are compared after them.
const PRINCIPAL: [&str; 4] =
    ["imprisonment-months-max", "imprisonment-months-min", "detention-days-max", "detention-days-min"];

/// Measures of severity by name.
type Measures = BTreeMap<String, u64>;

/// Compares two laws by 法释〔1997〕12号 arts 1-3 (in force 1997-10-01). Of several ranges the one that applies is
/// compared (art 2): `holds` answers what a range is given for. Where the file leaves open which one applies and the
/// ranges that may apply do not all point one way, a person must choose.
pub(crate) fn milder<'r>(
    earlier: &'r Rule,
    later: &'r Rule,
    holds: &mut dyn FnMut(&'r Limb) -> Value,
) -> Milder {
    let (old, new) = (ranges(earlier, holds), ranges(later, holds));
    let alike = |(a, b): (&&Gift, &&Gift)| a.name == b.name && strip(&a.when) == strip(&b.when);
    let of_page = |own: &[&'r Gift], rule: &'r Rule| -> Vec<&'r Measures> {
        let given = own.iter().map(|gift| &gift.severity);
        if own.is_empty() { vec![&rule.severity] } else { given.collect() }
    };
    let (then, now) = (of_page(&old, earlier), of_page(&new, later));
    let pairs: Vec<(&Measures, &Measures)> = if old.len() == new.len() && old.iter().zip(&new).all(alike) {
        // The same conditions choose in both laws, so that the ranges of one name meet.
        then.into_iter().zip(now).collect()
    } else {
        then.iter().flat_map(|old| now.iter().map(|new| (*old, *new))).collect()
    };
    let mut answers = pairs.into_iter().map(|(old, new)| compare(earlier.rank, old, new));
    match answers.next() {
        Some(first) if answers.all(|other| other == first) => first,
        _ => Milder::Unclear,
    }
}

/// The ranges of a law that may apply: of those in order, none behind one that certainly does.
fn ranges<'r>(rule: &'r Rule, holds: &mut dyn FnMut(&'r Limb) -> Value) -> Vec<&'r Gift> {
    let mut found = Vec::new();
    for gift in &rule.gives {
        let value = gift.when.iter().map(&mut *holds).fold(Value::TT, Value::and);
        if value != Value::FF && !gift.severity.is_empty() {
            found.push(gift);
        }
        if value == Value::TT && gift.in_order {
            break;
        }
    }
    found
}

/// Compares two ranges: the higher maximum is heavier, then the higher minimum (法释〔1997〕12号 art 1), and of equal
/// ones the law of the act stays (art 3). Fines and added penalties are not settled there: where they point the other
/// way, a person must choose. A measure that is not named counts as nothing.
fn compare(rank: Rank, old: &Measures, new: &Measures) -> Milder {
    let of = |measures: &Measures, name: &str| measures.get(name).copied().unwrap_or(0);
    let principal = PRINCIPAL.iter().map(|name| of(new, name).cmp(&of(old, name))).find(|o| o.is_ne());
    let others = || old.keys().chain(new.keys()).filter(|name| !PRINCIPAL.contains(&name.as_str()));
    let less = others().any(|name| of(new, name) < of(old, name));
    let more = others().any(|name| of(new, name) > of(old, name));
    match (principal, less, more) {
        (Some(Ordering::Less), _, false) => Milder::Later,
        (Some(Ordering::Greater) | None, false, _) => Milder::Earlier,
        (None, true, false) if rank == Rank::AdministrativeStatute => Milder::Later,
        _ => Milder::Unclear,
    }
}

/// Whether the milder-law rule applies to provisions of this rank.
pub(crate) const fn favours_the_accused(rank: Rank) -> bool {
    !matches!(rank, Rank::CivilStatute | Rank::ProcedureStatute)
}

/// Whether two versions ask the same, whatever they call it and wherever they stand.
pub(crate) fn same_elements(a: &Rule, b: &Rule) -> bool {
    a.unless == b.unless && bare(&a.requires.test) == bare(&b.requires.test)
}

fn strip(limbs: &[Limb]) -> Vec<Limb> {
    limbs.iter().map(|l| Limb { item: None, label: None, cites: vec![], test: bare(&l.test) }).collect()
}

/// The test without numbers, names and citations.
fn bare(test: &Test) -> Test {
    match test {
        Test::Any(of) => Test::Any(strip(of)),
        Test::All(of) => Test::All(strip(of)),
        Test::AtLeast { n, of } => Test::AtLeast { n: *n, of: strip(of) },
        Test::Not(inner) => Test::Not(Box::new(bare(inner))),
        Test::Accumulate { window, when, of } => {
            Test::Accumulate { window: *window, when: strip(when), of: strip(of) }
        }
        Test::Weigh { term, .. } => Test::Fact(term.clone()),
        Test::Reading { id, of } => {
            let one = |a: &Alternative| Alternative {
                name: a.name.clone(),
                limb: Limb { item: None, label: None, cites: vec![], test: bare(&a.limb.test) },
            };
            Test::Reading { id: id.clone(), of: of.iter().map(one).collect() }
        }
        other => other.clone(),
    }
}
