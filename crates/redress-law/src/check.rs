//! The independent checker of a compiled book: what no single rule can see (docs/law-format.md).

use crate::book::Ir;
use crate::cursor::{citation, is_label, is_rule_id};
use crate::ir::{Alternative, Clock, End, Label, Limb, Rank, Ratio, Role, Rule, Share, Test};
use crate::lines::Spot;
use crate::{coverage, decisive, polarity, proportion, resting};
use redress_base::{Article, Date, Finding, Level};
use redress_facts::{Kind, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

/// A version of a rule, by id and first day.
pub(crate) type Key = (String, Date);

/// Checks every rule; the answer names the versions that must not be used.
pub(crate) fn rules(ir: &Ir, vocabulary: &Vocabulary, findings: &mut Vec<Finding>) -> BTreeSet<Key> {
    let mut by_id: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
    for rule in &ir.rules {
        by_id.entry(&rule.id).or_default().push(rule);
    }
    let mut broken = BTreeSet::new();
    for rule in &ir.rules {
        let mut own = Vec::new();
        let mut checker = Checker { rule, vocabulary, by_id: &by_id, unread: &ir.unread, findings: &mut own };
        checker.rule();
        own.sort();
        // The same unknown fact in several conditions is one mistake; two dead conditions are two.
        own.dedup_by(|a, b| {
            a == b && ["law-unknown-term", "law-unknown-term-near"].contains(&a.code.as_str())
        });
        if own.iter().any(|finding| finding.level == Level::Error) {
            broken.insert((rule.id.clone(), rule.in_force.from));
        }
        findings.append(&mut own);
    }
    let helping = helping(ir);
    for versions in by_id.values() {
        nothing_before(versions, &helping, findings, &mut broken);
        periods(versions, findings, &mut broken);
    }
    resting::check(ir, findings, &mut broken);
    coverage::check(ir, vocabulary, findings);
    polarity::check(&by_id, vocabulary, findings);
    broken
}

/// The first line of a rule.
pub(crate) fn at(rule: &Rule, finding: Finding) -> Finding {
    let spot = Spot { path: &rule.origin.path, line: rule.origin.line, column: 1 };
    spot.on(finding).with("rule", rule.id.as_str())
}

/// Rules that speak for the accused: exceptions, protected speech, leniency.
pub(crate) fn helping(ir: &Ir) -> BTreeSet<&str> {
    let defeaters = ir.rules.iter().flat_map(|rule| &rule.unless).map(|defeater| defeater.rule.as_str());
    let by_role = ir.rules.iter().filter(|rule| matches!(rule.role, Role::Leniency | Role::Protected));
    defeaters.chain(by_role.map(|rule| rule.id.as_str())).collect()
}

/// That nothing came before is said of what first punishes: of the first version of a penal or administrative statute,
/// by the day of the act. What helps the accused reaches back as the milder law (刑法 12; 行政处罚法 37), and
/// interpretations work for the life of the law that they explain.
fn nothing_before(
    versions: &[&Rule],
    helping: &BTreeSet<&str>,
    findings: &mut Vec<Finding>,
    broken: &mut BTreeSet<Key>,
) {
    for (place, rule) in versions.iter().enumerate().filter(|(_, rule)| rule.nothing_before) {
        let penal = matches!(rule.rank, Rank::CriminalStatute | Rank::AdministrativeStatute);
        if place > 0 || !penal || rule.clock != Clock::Act || helping.contains(rule.id.as_str()) {
            findings.push(at(rule, Finding::error("law-nothing-before-misplaced")));
            broken.insert((rule.id.clone(), rule.in_force.from));
        }
    }
}

/// Versions of one rule may neither overlap nor leave a silent gap.
fn periods(versions: &[&Rule], findings: &mut Vec<Finding>, broken: &mut BTreeSet<Key>) {
    for pair in versions.windows(2) {
        let [earlier, later] = pair else { continue };
        let last = earlier.in_force.last();
        let next = last.and_then(|day| day.tomorrow().ok());
        if last.is_none_or(|day| later.in_force.from <= day) {
            findings.push(
                at(later, Finding::error("law-versions-overlap"))
                    .with("from", later.in_force.from.to_string())
                    .with("other", earlier.in_force.from.to_string()),
            );
            broken.insert((later.id.clone(), later.in_force.from));
        } else if next != Some(later.in_force.from) {
            findings.push(
                at(later, Finding::warning("law-versions-gap"))
                    .with("from", later.in_force.from.to_string())
                    .with("last", last.map(|day| day.to_string()).unwrap_or_default()),
            );
        }
    }
}

struct Checker<'a> {
    rule: &'a Rule,
    vocabulary: &'a Vocabulary,
    by_id: &'a BTreeMap<&'a str, Vec<&'a Rule>>,
    /// Rules that could not be read: whoever names one rests on something broken, which is told apart.
    unread: &'a [String],
    findings: &'a mut Vec<Finding>,
}

/// How often a fact is asked for, as itself and as its opposite.
#[derive(Default)]
struct Uses {
    plain: usize,
    negated: usize,
}

impl Checker<'_> {
    fn report(&mut self, finding: Finding) {
        self.findings.push(at(self.rule, finding));
    }

    fn rule(&mut self) {
        let rule = self.rule;
        if !is_rule_id(&rule.id) {
            self.report(Finding::error("law-expected-rule-id").with("found", rule.id.as_str()));
        }
        self.label(&rule.label);
        if rule.cites.is_empty() {
            self.report(Finding::error("law-no-citation"));
        }
        self.citations(&rule.cites);
        if let End::Repealed { by, .. } = &rule.in_force.end
            && (by.is_empty() || by.contains(char::is_whitespace))
        {
            self.report(Finding::error("law-expected-citation").with("found", by.as_str()));
        }
        if rule.in_force.last().is_some_and(|last| last < rule.in_force.from) {
            self.report(Finding::error("law-ends-before-it-begins"));
        }
        self.limb(&rule.requires);
        for gift in &rule.gives {
            self.label(&gift.label);
            self.name(&gift.name);
            gift.severity.keys().for_each(|measure| self.name(measure));
            gift.when.iter().for_each(|limb| self.limb(limb));
        }
        let names: BTreeSet<&str> = rule.gives.iter().map(|gift| gift.name.as_str()).collect();
        if names.len() < rule.gives.len() {
            self.report(Finding::error("law-line-twice"));
        }
        let mut late = false;
        for defeater in &rule.unless {
            self.known_rule(&defeater.rule);
            if defeater.check_first && late {
                self.report(Finding::error("law-check-first-is-late").with("other", defeater.rule.as_str()));
            }
            late |= !defeater.check_first;
        }
        let below = reachable(&rule.id, self.by_id);
        if below.contains(&rule.id) {
            self.report(Finding::error("law-cycle"));
        }
        if below.iter().any(|id| reachable(id, self.by_id).contains(id)) {
            return;
        }
        // Behind a rule that could not be read there may be the shield.
        let seen = below.iter().all(|id| self.by_id.contains_key(id.as_str()) || !self.unread.contains(id));
        if rule.penalty && seen && !shielded(rule, self.by_id) {
            self.report(Finding::error("law-penalty-without-shield"));
        }
        self.read_once();
        // Of a number that cannot be reached nothing else is worth saying.
        if self.findings.iter().all(|finding| finding.code != "law-at-least-range") {
            self.report_all(decisive::unreachable(rule, self.vocabulary));
        }
    }

    fn report_all(&mut self, findings: Vec<Finding>) {
        findings.into_iter().for_each(|finding| self.report(finding));
    }

    /// Citations of the JSON form can be printed and read back like those of the language.
    fn citations(&mut self, cites: &[Article]) {
        for cite in cites.iter().filter(|cite| citation(&cite.to_string()).as_ref() != Some(*cite)) {
            self.report(Finding::error("law-expected-citation").with("found", cite.to_string()));
        }
    }

    fn label(&mut self, label: &Label) {
        if !is_label(label) {
            let what = if label.zh.is_empty() { &label.en } else { &label.zh };
            self.report(Finding::error("law-missing-label").with("what", &**what));
        }
    }

    fn known_rule(&mut self, id: &str) {
        if !self.by_id.contains_key(id) && !self.unread.iter().any(|unread| unread == id) {
            self.report(Finding::error("law-unknown-rule").with("other", id));
        }
    }

    fn limb(&mut self, limb: &Limb) {
        if let Some(label) = &limb.label {
            self.label(label);
        }
        self.citations(&limb.cites);
        self.test(&limb.test);
    }

    fn limbs(&mut self, limbs: &[Limb]) {
        if limbs.is_empty() {
            self.report(Finding::error("law-empty-group"));
        }
        limbs.iter().for_each(|limb| self.limb(limb));
    }

    fn test(&mut self, test: &Test) {
        match test {
            Test::Any(of) => {
                let open = |limb: &Limb| matches!(limb.test, Test::Open(_));
                if of.first().is_some_and(open) && of.len() > 1 {
                    self.report(Finding::error("law-catch-all-first"));
                }
                self.limbs(of);
            }
            Test::All(of) => self.limbs(of),
            Test::AtLeast { n, of } => {
                if *n == 0 || usize::try_from(*n).is_ok_and(|n| n > of.len()) {
                    self.report(
                        Finding::error("law-at-least-range").with("n", u64::from(*n)).with("of", of.len()),
                    );
                }
                self.limbs(of);
            }
            Test::Not(inner) => self.test(inner),
            Test::Accumulate { when, of, .. } => {
                when.iter().for_each(|limb| self.limb(limb));
                self.limbs(of);
                if of.iter().any(|limb| !matches!(limb.test, Test::CountAtLeast { .. })) {
                    self.report(Finding::error("law-accumulate-counts-only"));
                }
            }
            Test::Weigh { term, factors } => {
                self.term(term, |kind| *kind == Kind::Judgement);
                factors.iter().for_each(|factor| self.label(factor));
            }
            Test::Rule(id) => self.known_rule(id),
            Test::Fact(term) => self.term(term, |kind| matches!(kind, Kind::Truth | Kind::Judgement)),
            Test::Presumed(term) => self.term(term, |kind| *kind == Kind::Truth),
            Test::Open(term) => self.term(term, |kind| *kind == Kind::Judgement),
            Test::CountAtLeast { term, .. } | Test::CountAtMost { term, .. } => {
                self.term(term, |kind| matches!(kind, Kind::Count(_)));
            }
            Test::Within { term, .. } => self.term(term, |kind| *kind == Kind::Date),
            Test::In { term, words } => self.choice(term, words),
            Test::Proportion { reach, shares } => self.proportion(*reach, shares),
            Test::Reading { of, .. } => self.alternatives(of),
            Test::After { term, after: other, .. } | Test::NotBefore { term, other } => {
                self.term(term, |kind| *kind == Kind::Date);
                self.term(other, |kind| *kind == Kind::Date);
            }
            Test::Aged { term, .. } => self.term(term, |kind| *kind == Kind::Date),
        }
    }

    fn proportion(&mut self, reach: Ratio, shares: &[Share]) {
        for share in shares {
            self.term(&share.term, |kind| matches!(kind, Kind::Count(_)));
        }
        if !proportion::fits(shares) || reach.den == 0 || reach.num == 0 || shares.is_empty() {
            self.report(Finding::error("law-proportion-too-fine"));
        }
    }

    fn alternatives(&mut self, of: &[Alternative]) {
        let names: BTreeSet<&str> = of.iter().map(|one| one.name.as_str()).collect();
        if names.len() < of.len() || of.len() < 2 {
            self.report(Finding::error("law-expected-alternative"));
        }
        for one in of {
            self.name(&one.name);
            self.limb(&one.limb);
        }
    }

    /// A name of the JSON form can be printed and read back like one of the language.
    fn name(&mut self, name: &str) {
        if !is_rule_id(name) {
            self.report(Finding::error("law-expected-rule-id").with("found", name));
        }
    }

    fn term(&mut self, term: &str, fits: impl Fn(&Kind) -> bool) {
        match self.vocabulary.get(term) {
            None => {
                let near = self.vocabulary.near(term).join(", ");
                let code = if near.is_empty() { "law-unknown-term" } else { "law-unknown-term-near" };
                let finding = Finding::error(code).with("term", term);
                self.report(if near.is_empty() { finding } else { finding.with("near", near) });
            }
            Some(known) if !fits(&known.kind) => {
                self.report(Finding::error("law-term-of-another-kind").with("term", term));
            }
            Some(_) => {}
        }
    }

    fn choice(&mut self, term: &str, words: &[String]) {
        self.term(term, |kind| matches!(kind, Kind::Choice(_) | Kind::Set(_)));
        let Some(Kind::Choice(known) | Kind::Set(known)) = self.vocabulary.get(term).map(|term| &term.kind)
        else {
            return;
        };
        let strange: Vec<&String> = words.iter().filter(|word| !known.contains(word)).collect();
        for word in strange {
            self.report(Finding::error("law-unknown-choice").with("term", term).with("word", word.as_str()));
        }
        if words.is_empty() {
            self.report(Finding::error("law-empty-group"));
        }
    }

    /// A fact asked for both ways may leave a result open that is decided (docs/law-format.md); asked for twice the same
    /// way it is harmless, and only noted.
    fn read_once(&mut self) {
        let mut uses = BTreeMap::new();
        count(self.rule, self.by_id, false, &mut uses, &mut BTreeMap::new());
        for (term, uses) in uses {
            if uses.plain > 0 && uses.negated > 0 {
                self.report(Finding::warning("law-fact-both-ways").with("term", term));
            } else if uses.plain + uses.negated > 1 {
                self.report(Finding::note("law-fact-twice").with("term", term));
            }
        }
    }
}

/// Rules named in a rule.
pub(crate) fn references(rule: &Rule) -> Vec<&str> {
    let mut found: Vec<&str> = rule.unless.iter().map(|defeater| defeater.rule.as_str()).collect();
    every_test(rule, &mut |test| {
        if let Test::Rule(id) = test {
            found.push(id.as_str());
        }
    });
    found
}

/// Every test of a rule: of its base and of the values that it gives.
pub(crate) fn every_test<'t>(rule: &'t Rule, each: &mut dyn FnMut(&'t Test)) {
    let gifts = rule.gives.iter().flat_map(|gift| &gift.when);
    for limb in std::iter::once(&rule.requires).chain(gifts) {
        visit(&limb.test, false, &mut |test, _| each(test));
    }
}

/// Every condition of a rule: of its base and of the values that it gives.
pub(crate) fn every_limb<'t>(rule: &'t Rule, each: &mut dyn FnMut(&'t Limb)) {
    let gifts = rule.gives.iter().flat_map(|gift| &gift.when);
    for limb in std::iter::once(&rule.requires).chain(gifts) {
        walk(limb, each);
    }
}

fn walk<'t>(limb: &'t Limb, each: &mut dyn FnMut(&'t Limb)) {
    each(limb);
    let mut test = &limb.test;
    while let Test::Not(inner) = test {
        test = inner;
    }
    match test {
        Test::Any(of) | Test::All(of) | Test::AtLeast { of, .. } => {
            of.iter().for_each(|limb| walk(limb, each))
        }
        Test::Accumulate { when, of, .. } => when.iter().chain(of).for_each(|limb| walk(limb, each)),
        Test::Reading { of, .. } => of.iter().for_each(|one| walk(&one.limb, each)),
        _ => {}
    }
}

/// Every rule below a rule, by reference or exception; itself only where it stands in a cycle.
fn reachable(id: &str, by_id: &BTreeMap<&str, Vec<&Rule>>) -> BTreeSet<String> {
    let next =
        |id: &str| by_id.get(id).into_iter().flatten().flat_map(|rule| references(rule)).collect::<Vec<_>>();
    let mut seen = BTreeSet::new();
    let mut open = next(id);
    while let Some(id) = open.pop() {
        if seen.insert(id.to_owned()) {
            open.extend(next(id));
        }
    }
    seen
}

/// Calls `each` with every test below and whether it stands under an odd number of negations.
pub(crate) fn visit<'t>(test: &'t Test, negated: bool, each: &mut dyn FnMut(&'t Test, bool)) {
    each(test, negated);
    match test {
        Test::Any(of) | Test::All(of) | Test::AtLeast { of, .. } => {
            of.iter().for_each(|limb| visit(&limb.test, negated, each));
        }
        Test::Accumulate { when, of, .. } => {
            when.iter().chain(of).for_each(|limb| visit(&limb.test, negated, each));
        }
        Test::Not(inner) => visit(inner, !negated, each),
        Test::Reading { of, .. } => of.iter().for_each(|one| visit(&one.limb.test, negated, each)),
        _ => {}
    }
}

/// Counts the facts of a rule and of every rule it names (one version each: versions do not add up).
fn count<'a>(
    rule: &'a Rule,
    by_id: &BTreeMap<&'a str, Vec<&'a Rule>>,
    negated: bool,
    uses: &mut BTreeMap<String, Uses>,
    seen: &mut BTreeMap<(&'a str, bool), usize>,
) {
    // Twice is enough to know that a fact is asked for more than once.
    let times = seen.entry((&rule.id, negated)).or_default();
    *times += 1;
    if *times > 2 {
        return;
    }
    let mut further: Vec<(String, bool)> =
        rule.unless.iter().map(|defeater| (defeater.rule.clone(), !negated)).collect();
    visit(&rule.requires.test, negated, &mut |test, negated| match test {
        Test::Rule(id) => further.push((id.clone(), negated)),
        Test::CountAtMost { term, .. } => note(uses, term, !negated),
        other => other.terms().into_iter().for_each(|term| note(uses, term, negated)),
    });
    for (id, negated) in further {
        if let Some(next) = by_id.get(id.as_str()).and_then(|versions| versions.last()) {
            count(next, by_id, negated, uses, seen);
        }
    }
}

fn note(uses: &mut BTreeMap<String, Uses>, term: &str, negated: bool) {
    let entry = uses.entry(term.to_owned()).or_default();
    if negated {
        entry.negated += 1;
    } else {
        entry.plain += 1;
    }
}

/// Whether something that is checked first stands at the root, or at the root of every rule that could make it out.
fn shielded(rule: &Rule, by_id: &BTreeMap<&str, Vec<&Rule>>) -> bool {
    if rule.unless.iter().any(|defeater| defeater.check_first) {
        return true;
    }
    covers(&rule.requires.test, by_id)
}

/// Whether the test cannot hold without a shielded rule holding.
fn covers(test: &Test, by_id: &BTreeMap<&str, Vec<&Rule>>) -> bool {
    match test {
        Test::All(of) => of.iter().any(|limb| covers(&limb.test, by_id)),
        Test::Any(of) | Test::AtLeast { of, .. } => of.iter().all(|limb| covers(&limb.test, by_id)),
        Test::Rule(id) => {
            by_id.get(id.as_str()).is_some_and(|versions| versions.iter().all(|rule| shielded(rule, by_id)))
        }
        _ => false,
    }
}
