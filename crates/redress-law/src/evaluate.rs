//! From a rule and a sheet to a tree of values.

use crate::Confidence;
use crate::book::Book;
use crate::combine::{self, Readings, group};
use crate::completions::Want;
use crate::ir::{Burden, Defeater, Label, Limb, Rule, Test};
use crate::outcome::{Node, NodeKind};
use crate::question::Question;
use crate::reading::{self, Ask};
use crate::versions::{Milder, choose, favours_the_accused, milder, same_elements};
use redress_base::{Finding, Value};

/// One evaluation: what is asked, of which rules, and what was noticed on the way.
pub(crate) struct Evaluation<'a> {
    pub(crate) question: &'a Question<'a>,
    pub(crate) book: &'a Book,
    /// Whether what is read now speaks for the other side: under an exception or a "not".
    pub(crate) exception: bool,
    pub(crate) findings: Vec<Finding>,
}

impl Evaluation<'_> {
    /// A rule in the version or versions that the dates choose.
    pub(crate) fn rule(&mut self, id: &str, parent: &str) -> Node {
        let versions: Vec<&Rule> = self.book.versions(id).iter().collect();
        let chosen = choose(&versions, self.question.act, self.question.filing);
        self.findings.extend(chosen.findings);
        let later = chosen.later.filter(|rule| favours_the_accused(rule.rank));
        let gone = chosen.gone && versions.iter().any(|rule| favours_the_accused(rule.rank));
        match (chosen.versions.as_slice(), later) {
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

    /// The versions that the act touches: one, or the interval over several.
    fn together(&mut self, versions: &[&Rule], parent: &str) -> Node {
        match versions {
            [only] => self.version(only, parent),
            several => {
                let id = several.first().map_or("", |rule| rule.id.as_str());
                let children: Vec<Node> = several.iter().map(|rule| self.version(rule, parent)).collect();
                combine::versions(id, parent, children)
            }
        }
    }

    /// The law of the act against a later law that may be milder.
    fn milder(&mut self, versions: &[&Rule], later: &Rule, parent: &str) -> Node {
        let Some(earlier) = versions.last().copied() else { return self.version(later, parent) };
        let compared = milder(earlier, later);
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
        let id = join(parent, &format!("{}@{}", rule.id, rule.in_force.from));
        if rule.confidence == Confidence::O {
            let finding = Finding::warning("law-rests-on-unverified").with("rule", rule.id.as_str());
            self.findings.push(match rule.cites.first() {
                Some(article) => finding.under(article.clone()),
                None => finding,
            });
        }
        let mut children = Vec::new();
        for (at, defeater) in rule.unless.iter().enumerate().filter(|(_, d)| d.check_first) {
            children.push(self.defeater(defeater, &format!("{id}/u{}", at + 1)));
        }
        children.push(self.limb(&rule.requires, &format!("{id}/r")));
        for (at, defeater) in rule.unless.iter().enumerate().filter(|(_, d)| !d.check_first) {
            children.push(self.defeater(defeater, &format!("{id}/u{}", at + 1)));
        }
        let mut node = group(NodeKind::Rule, id, rule.label.clone(), children);
        node.cites.clone_from(&rule.cites);
        node.confidence = (rule.confidence == Confidence::O).then_some(Confidence::O);
        node
    }

    fn defeater(&mut self, defeater: &Defeater, id: &str) -> Node {
        self.exception = !self.exception;
        let child = self.rule(&defeater.rule, id);
        self.exception = !self.exception;
        combine::defeater(id, child, defeater.burden == Burden::ForTheOtherSide)
    }

    fn limb(&mut self, limb: &Limb, id: &str) -> Node {
        let mut node = self.test(&limb.test, id);
        node.item = limb.item;
        if let Some(label) = &limb.label {
            node.label = label.clone();
        }
        node.cites.extend(limb.cites.iter().cloned());
        node
    }

    fn limbs(&mut self, limbs: &[Limb], id: &str) -> Vec<Node> {
        limbs.iter().enumerate().map(|(at, limb)| self.limb(limb, &format!("{id}/{}", at + 1))).collect()
    }

    fn test(&mut self, test: &Test, id: &str) -> Node {
        let none = Label::default;
        match test {
            Test::Any(of) => group(NodeKind::Any, id.to_owned(), none(), self.limbs(of, id)),
            Test::All(of) => group(NodeKind::All, id.to_owned(), none(), self.limbs(of, id)),
            Test::AtLeast { n, of } => combine::at_least(*n, id, self.limbs(of, id)),
            Test::Not(inner) => {
                self.exception = !self.exception;
                let child = self.test(inner, &format!("{id}/1"));
                self.exception = !self.exception;
                combine::negation(id, child)
            }
            Test::Accumulate { when, of, .. } => {
                let counts =
                    group(NodeKind::Any, format!("{id}/n"), none(), self.limbs(of, &format!("{id}/n")));
                let mut children = self.limbs(when, id);
                children.push(counts);
                group(NodeKind::Accumulate, id.to_owned(), none(), children)
            }
            Test::Weigh { term, factors } => {
                let mut node = self.atom(NodeKind::Weigh, term, Ask::Yes, Want::Yes, id);
                node.children = combine::factors(id, factors);
                node
            }
            Test::Rule(rule) => self.rule(rule, id),
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

    fn atom(&mut self, kind: NodeKind, name: &str, ask: Ask<'_>, want: Want, id: &str) -> Node {
        let term = self.question.vocabulary.get(name);
        let judgement = matches!(kind, NodeKind::Open | NodeKind::Weigh);
        let claims = self.question.sheet.claims(&self.question.scope, name);
        let read = reading::read(name, term, judgement, ask, claims);
        self.findings.extend(read.findings);
        if term.is_none() {
            self.findings.push(Finding::error("law-unknown-term-asked").with("term", name));
        }
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
        let mut node = combine::leaf(kind, id, read.fact.label.clone(), readings, reason);
        node.test = Some(want);
        node.facts = vec![read.fact];
        node
    }
}

/// The id of a step below another.
fn join(parent: &str, id: &str) -> String {
    if parent.is_empty() { id.to_owned() } else { format!("{parent}/{id}") }
}

/// No version is in force at the dates: unknown, never "no".
fn no_version(id: &str, parent: &str, versions: &[&Rule], reason: &str) -> Node {
    let reason = if versions.is_empty() { "law-why-rule-not-in-book" } else { reason };
    let label = versions.first().map_or_else(Label::default, |rule| rule.label.clone());
    let mut node =
        combine::leaf(NodeKind::NoVersion, &join(parent, id), label, Readings::same(Value::UU), reason);
    node.cites = versions.first().map(|rule| rule.cites.clone()).unwrap_or_default();
    node
}
