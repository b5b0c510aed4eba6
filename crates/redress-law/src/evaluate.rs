//! From a rule and a sheet to a tree of values.

use crate::book::Book;
use crate::combine::{self, Readings, group};
use crate::completions::Want;
use crate::fast::Fast;
use crate::ir::{Alternative, Burden, Defeater, Label, Limb, Ratio, Rule, Share, Test};
use crate::outcome::{FactUse, Node, NodeKind};
use crate::proportion;
use crate::question::Question;
use crate::reading::{self, Ask};
use crate::versions::{Milder, choose, favours_the_accused, milder, same_elements};
use crate::{Confidence, Rank};
use redress_base::{Date, Finding, Truth, Value};
use redress_facts::Claim;
use std::borrow::Cow;

/// The reading of an act that straddles a change of the public-security law: both laws, or the law at its end.
pub(crate) const STRADDLE: &str = "psapl-straddle";
/// Its alternatives, the first being what is shown while nobody chooses.
pub(crate) const STRADDLES: [&str; 2] = ["both", AT_THE_END];
pub(crate) const AT_THE_END: &str = "end";

/// One evaluation: what is asked, of which rules, and what was noticed on the way.
pub(crate) struct Evaluation<'a, 'b> {
    pub(crate) question: &'a Question<'a>,
    pub(crate) book: &'b Book,
    /// Whether what is read now speaks for the other side: under an exception or a "not".
    pub(crate) exception: bool,
    /// One claim of one fact that is read alone, to see whether it matters.
    pub(crate) only: Option<(&'a str, usize)>,
    /// A reading that is chosen beside those of the question.
    pub(crate) chosen: Option<(&'a str, &'a str)>,
    /// Rules below the root are answered by value alone, out of this. Steps then carry what decides and nothing that
    /// is only shown: no ids but those of rules, no names, no claims.
    pub(crate) shallow: Option<&'a mut Fast<'b>>,
    pub(crate) findings: Vec<Finding>,
}

/// Stands for the ids of steps that are not shown.
const NOT_SHOWN: &str = "-";

impl<'a, 'b: 'a> Evaluation<'a, 'b> {
    /// A rule in the version or versions that the dates choose.
    pub(crate) fn rule(&mut self, id: &str, parent: &str) -> Node {
        if let (Some(_), false) = (&self.shallow, parent.is_empty()) {
            return self.by_value(id, parent);
        }
        let versions: Vec<&Rule> = self.book.versions(id).iter().collect();
        let administrative = versions.iter().any(|rule| rule.rank == Rank::AdministrativeStatute);
        let end = administrative && self.alternative(STRADDLE) == Some(AT_THE_END);
        let chosen = choose(&versions, self.question.act, self.question.filing, end);
        self.findings.extend(chosen.findings);
        let later = chosen.later.filter(|rule| favours_the_accused(rule.rank));
        let gone = chosen.gone && versions.iter().any(|rule| favours_the_accused(rule.rank));
        match (chosen.versions.as_slice(), later) {
            ([], _) if chosen.not_yet => Node {
                // Not a gap of the book: the law of that time did not punish it.
                value: Value::FF,
                ..no_version(id, parent, &versions, "law-why-no-law-yet")
            },
            ([], _) => no_version(id, parent, &versions, "law-why-no-version"),
            (several, Some(later)) => self.milder(several, later, parent),
            (several, None) if gone => {
                let after =
                    no_version(&format!("{id}/after"), parent, &versions, "law-why-no-longer-in-force");
                let children = vec![self.together(several, parent), after];
                combine::both_laws(id, parent, self.exception, children)
            }
            (several, None) => self.together(several, parent),
        }
    }

    /// A rule that another one names, without its steps.
    fn by_value(&mut self, id: &str, parent: &str) -> Node {
        let book: &'b Book = self.book;
        let versions = book.versions(id);
        let (Some(rule), Some(fast)) = (versions.last(), self.shallow.as_deref_mut()) else {
            return no_version(id, parent, &[], "law-why-rule-not-in-book");
        };
        fast.exception = self.exception;
        let readings = fast.rule(&rule.id);
        let reason = combine::summed(readings);
        let mut node = combine::leaf(NodeKind::Rule, id.to_owned(), Label::default(), readings, reason);
        node.cites.clone_from(&rule.cites);
        node.confidence = versions.iter().any(|v| v.confidence == Confidence::O).then_some(Confidence::O);
        node.unverified = versions.iter().flat_map(|version| &version.unverified).copied().collect();
        node
    }

    /// The versions that the act touches: one, or the interval over several.
    fn together(&mut self, versions: &[&Rule], parent: &str) -> Node {
        match versions {
            [only] => self.version(only, parent),
            several => {
                let id = several.first().map_or("", |rule| rule.id.as_str());
                let children: Vec<Node> = several.iter().map(|rule| self.version(rule, parent)).collect();
                let mut node = combine::versions(id, parent, children);
                if several.iter().all(|rule| rule.rank == Rank::AdministrativeStatute) {
                    node.reading = Some(STRADDLE.to_owned());
                }
                node
            }
        }
    }

    /// The law of the act against a later law that may be milder.
    fn milder(&mut self, versions: &[&Rule], later: &Rule, parent: &str) -> Node {
        let Some(earlier) = versions.last().copied() else { return self.version(later, parent) };
        let told = self.findings.len();
        let compared = milder(earlier, later, &mut |limb| self.limb(limb, "").value);
        self.findings.truncate(told);
        let note = match compared {
            Milder::Earlier => Finding::note("law-earlier-applies"),
            Milder::Later => Finding::note("law-later-is-milder"),
            Milder::Unclear => Finding::warning("law-milder-needs-a-person"),
        };
        let note = note.with("rule", earlier.id.as_str()).with("from", later.in_force.from.to_string());
        self.findings.push(match later.cites.first() {
            Some(article) => note.under(article.clone()),
            None => note,
        });
        let same = versions.iter().all(|rule| same_elements(rule, later));
        match compared {
            Milder::Earlier if same => self.together(versions, parent),
            Milder::Later if same => self.version(later, parent),
            _ => {
                // The later law may have ceased to punish, or may ask for more.
                let mut children = vec![self.together(versions, parent), self.version(later, parent)];
                if compared == Milder::Later {
                    children.reverse();
                }
                combine::both_laws(&earlier.id, parent, self.exception, children)
            }
        }
    }

    /// One version: exceptions that are checked first, the base, the other exceptions.
    fn version(&mut self, rule: &Rule, parent: &str) -> Node {
        let own = format!("{}@{}", rule.id, rule.in_force.from);
        let id = if self.shown() { join(parent, &own) } else { own };
        if rule.confidence == Confidence::O {
            let finding = Finding::warning("law-rests-on-unverified").with("rule", rule.id.as_str());
            self.findings.push(match rule.cites.first() {
                Some(article) => finding.under(article.clone()),
                None => finding,
            });
        }
        if rule.draft {
            self.findings.push(Finding::warning("law-draft-not-in-force").with("rule", rule.id.as_str()));
        }
        let mut children = Vec::new();
        for (at, defeater) in rule.unless.iter().enumerate().filter(|(_, d)| d.check_first) {
            children.push(self.defeater(defeater, &self.step(&id, || format!("u{}", at + 1))));
        }
        children.push(self.limb(&rule.requires, &self.step(&id, || "r".to_owned())));
        for (at, defeater) in rule.unless.iter().enumerate().filter(|(_, d)| !d.check_first) {
            children.push(self.defeater(defeater, &self.step(&id, || format!("u{}", at + 1))));
        }
        let mut node = group(NodeKind::Rule, id, rule.label.clone(), children);
        node.cites.clone_from(&rule.cites);
        node.confidence = (rule.confidence == Confidence::O).then_some(Confidence::O);
        node.unverified.clone_from(&rule.unverified);
        node
    }

    fn defeater(&mut self, defeater: &Defeater, id: &str) -> Node {
        self.exception = !self.exception;
        let child = self.rule(&defeater.rule, id);
        self.exception = !self.exception;
        combine::defeater(self.id(id), child, defeater.burden == Burden::ForTheOtherSide)
    }

    pub(crate) fn limb(&mut self, limb: &Limb, id: &str) -> Node {
        let mut node = self.test(&limb.test, id);
        node.item = limb.item;
        if let Some(label) = limb.label.as_ref().filter(|_| self.shown()) {
            node.label = label.clone();
        }
        node.cites.extend(limb.cites.iter().cloned());
        node
    }

    fn limbs(&mut self, limbs: &[Limb], id: &str) -> Vec<Node> {
        let mut nodes = Vec::with_capacity(limbs.len());
        for (at, limb) in limbs.iter().enumerate() {
            let id = self.step(id, || (at + 1).to_string());
            nodes.push(self.limb(limb, &id));
        }
        nodes
    }

    /// Whether the steps are written out for somebody to read.
    const fn shown(&self) -> bool {
        self.shallow.is_none()
    }

    /// The id of a step below another; none where steps are not shown. Never empty: the root alone has no parent.
    fn step(&self, id: &str, own: impl FnOnce() -> String) -> Cow<'static, str> {
        if self.shown() { format!("{id}/{}", own()).into() } else { Cow::Borrowed(NOT_SHOWN) }
    }

    /// The id that a step carries.
    fn id(&self, id: &str) -> String {
        if self.shown() { id.to_owned() } else { String::new() }
    }

    fn test(&mut self, test: &Test, id: &str) -> Node {
        let none = Label::default;
        match test {
            Test::Any(of) => group(NodeKind::Any, self.id(id), none(), self.limbs(of, id)),
            Test::All(of) => group(NodeKind::All, self.id(id), none(), self.limbs(of, id)),
            Test::AtLeast { n, of } => combine::at_least(*n, self.id(id), self.limbs(of, id)),
            Test::Not(inner) => {
                self.exception = !self.exception;
                let child = self.test(inner, &self.step(id, || "1".to_owned()));
                self.exception = !self.exception;
                combine::negation(self.id(id), child)
            }
            Test::Accumulate { when, of, .. } => {
                let below = self.step(id, || "n".to_owned());
                let counts = group(NodeKind::Any, self.id(&below), none(), self.limbs(of, &below));
                let mut children = self.limbs(when, id);
                children.push(counts);
                group(NodeKind::Accumulate, self.id(id), none(), children)
            }
            Test::Weigh { term, factors } => {
                let mut node = self.atom(NodeKind::Weigh, term, Ask::Yes, Want::Yes, id);
                if self.shown() {
                    node.children = combine::factors(id, factors);
                }
                node
            }
            Test::Rule(rule) => self.rule(rule, id),
            Test::Proportion { reach, shares } => self.proportion(*reach, shares, id),
            Test::Reading { id: name, of } => self.reading(name, of, id),
            Test::After { .. } | Test::NotBefore { .. } | Test::Aged { .. } => self.dated(test, id),
            Test::Fact(term) => self.atom(NodeKind::Fact, term, Ask::Yes, Want::Yes, id),
            Test::Open(term) => self.atom(NodeKind::Open, term, Ask::Yes, Want::Yes, id),
            Test::Presumed(term) => self.atom(NodeKind::Presumed, term, Ask::Yes, Want::Yes, id),
            Test::CountAtLeast { term, number } => {
                self.atom(NodeKind::Count, term, Ask::AtLeast(*number), Want::AtLeast(*number), id)
            }
            Test::CountAtMost { term, number } => {
                self.atom(NodeKind::Count, term, Ask::AtMost(*number), Want::AtMost(*number), id)
            }
            Test::In { term, words } => {
                self.atom(NodeKind::Choice, term, Ask::OneOf(words), Want::OneOf(words.clone()), id)
            }
            Test::Within { term, window, before } => {
                let days = reading::days_of(*before, self.question.act, self.question.filing);
                self.atom(
                    NodeKind::Date,
                    term,
                    Ask::Within(*window, days),
                    Want::Within(*window, *before),
                    id,
                )
            }
        }
    }

    /// The claims about a fact; one alone where it is looked at by itself.
    fn claims(&self, name: &str) -> &'a [Claim] {
        let claims = match &self.shallow {
            Some(fast) => fast.claims(name),
            None => self.question.sheet.claims(&self.question.scope, name),
        };
        match self.only {
            Some((term, at)) if term == name => claims.get(at..=at).unwrap_or_default(),
            _ => claims,
        }
    }

    fn known(&mut self, name: &str) {
        if self.question.vocabulary.get(name).is_none() {
            self.findings.push(Finding::error("law-unknown-term-asked").with("term", name));
        }
    }

    /// The alternative of a reading that is chosen, if one is.
    fn alternative(&self, reading: &str) -> Option<&str> {
        let own = self.chosen.filter(|(chosen, _)| *chosen == reading).map(|(_, alternative)| alternative);
        own.or_else(|| self.question.readings.get(reading).map(String::as_str))
    }

    /// A contested reading: the alternative that is chosen, or the span over all of them.
    fn reading(&mut self, name: &str, of: &[Alternative], id: &str) -> Node {
        let chosen = self.alternative(name).map(str::to_owned);
        let wanted = |one: &&Alternative| chosen.as_deref().is_none_or(|name| one.name == name);
        let mut children = Vec::new();
        for one in of.iter().filter(wanted) {
            let mut child = self.limb(&one.limb, &self.step(id, || one.name.clone()));
            child.reading.get_or_insert_with(|| one.name.clone());
            children.push(child);
        }
        if children.is_empty() {
            self.findings.push(Finding::warning("law-no-such-reading").with("reading", name));
            return self.every(name, of, id);
        }
        combine::reading(self.id(id), name, children)
    }

    fn every(&mut self, name: &str, of: &[Alternative], id: &str) -> Node {
        let children = of
            .iter()
            .map(|one| self.limb(&one.limb, &self.step(id, || one.name.clone())))
            .collect::<Vec<_>>();
        combine::reading(self.id(id), name, children)
    }

    /// Σ nᵢ/numberᵢ against a fraction, with every dispute settled against and for the complainant.
    fn proportion(&mut self, reach: Ratio, shares: &[Share], id: &str) -> Node {
        let mut facts = Vec::new();
        let (mut against, mut best) = (Vec::new(), Vec::new());
        for share in shares {
            self.known(&share.term);
            let term = self.question.vocabulary.get(&share.term);
            let claims = self.claims(&share.term);
            let (low, high) = reading::range(term, claims);
            against.push((low, share.per));
            best.push((high, share.per));
            facts.push(self.fact(&share.term, claims, Ask::AtLeast(0)));
        }
        let value = proportion::value(&against, &best, reach);
        let reason = match (value.worst(), value.best()) {
            (Truth::T, Truth::T) => "law-why-proportion-reached",
            (Truth::F, Truth::F) => "law-why-proportion-not-reached",
            (Truth::U, Truth::U) => "law-why-proportion-open",
            _ => "law-why-disputed",
        };
        let mut node =
            combine::leaf(NodeKind::Proportion, self.id(id), Label::default(), Readings::same(value), reason);
        node.test = self.shown().then(|| Want::Shares(reach, shares.to_vec()));
        node.facts = facts;
        node
    }

    /// A date against another date, or against the age at the act; each value of the other is tried.
    fn dated(&mut self, test: &Test, id: &str) -> Node {
        let (name, other, want) = match test {
            Test::After { term, window, after } => {
                (term, Some(after), Want::Following(*window, after.clone()))
            }
            Test::NotBefore { term, other } => (term, Some(other), Want::NotBefore(other.clone())),
            Test::Aged { term, years } => {
                let ask = Ask::Aged(*years, self.question.act);
                return self.atom(NodeKind::Date, term, ask, Want::Aged(*years), id);
            }
            _ => return no_version(id, "", &[], "law-why-rule-not-in-book"),
        };
        let ask = |day: Option<Date>| match test {
            Test::After { window, .. } => Ask::After(*window, day),
            _ => Ask::NotBefore(day),
        };
        let mut days: Vec<Option<Date>> = other
            .map(|other| reading::days(self.question.vocabulary.get(other), self.claims(other)))
            .unwrap_or_default()
            .into_iter()
            .map(Some)
            .collect();
        if days.is_empty() {
            days.push(None);
        }
        let nodes: Vec<Node> =
            days.into_iter().map(|day| self.atom(NodeKind::Date, name, ask(day), want.clone(), id)).collect();
        let mut node = combine::widest(nodes);
        if let Some(other) = other {
            node.facts.push(self.fact(other, self.claims(other), Ask::Yes));
        }
        node
    }

    fn atom(&mut self, kind: NodeKind, name: &str, ask: Ask<'_>, want: Want, id: &str) -> Node {
        let term = self.question.vocabulary.get(name);
        let judgement = matches!(kind, NodeKind::Open | NodeKind::Weigh);
        let claims = self.claims(name);
        let read = reading::read(name, term, judgement, ask, claims, self.shown());
        self.findings.extend(read.findings);
        self.known(name);
        let readings = match kind {
            NodeKind::Open => Readings { enumerated: Value::FF, ..Readings::same(read.value) },
            NodeKind::Presumed => {
                Readings { presumptive: combine::presume(read.value), ..Readings::same(read.value) }
            }
            _ => Readings::same(read.value),
        };
        let reason = match (kind, read.value, read.reason) {
            (NodeKind::Open, Value::UU, "law-why-judgement-missing") => "law-why-catch-all",
            (NodeKind::Presumed, Value::UU, _) => "law-why-presumed",
            (_, _, reason) => reason,
        };
        let mut node = combine::leaf(kind, self.id(id), read.fact.label.clone(), readings, reason);
        node.test = self.shown().then_some(want);
        node.facts = vec![read.fact];
        node
    }

    /// A fact as it was read, for show.
    fn fact(&self, name: &str, claims: &[Claim], ask: Ask<'_>) -> FactUse {
        reading::used(name, self.question.vocabulary.get(name), claims, ask, self.shown())
    }
}

/// The id of a step below another.
fn join(parent: &str, id: &str) -> String {
    if parent.is_empty() { id.to_owned() } else { format!("{parent}/{id}") }
}

/// No version is in force at the dates: unknown, never "no", but where nothing came before the first.
fn no_version(id: &str, parent: &str, versions: &[&Rule], reason: &str) -> Node {
    let reason = if versions.is_empty() { "law-why-rule-not-in-book" } else { reason };
    let label = versions.first().map_or_else(Label::default, |rule| rule.label.clone());
    let mut node =
        combine::leaf(NodeKind::NoVersion, join(parent, id), label, Readings::same(Value::UU), reason);
    node.cites = versions.first().map(|rule| rule.cites.clone()).unwrap_or_default();
    // That there is none rests on the first day of the first.
    node.unverified = versions.first().map(|rule| rule.unverified.clone()).unwrap_or_default();
    node
}
