//! Conditions as RuleML formulas.

use super::names::{Names, both, row};
use super::xml::Tag;
use redress_law::{Clock, Label, Limb, Ratio, Share, Test, Window, WindowUnit, period::Length};

/// A contested reading inside a rule: the alternatives, each to be stated by itself.
pub(super) struct Fork<'r> {
    /// The reading.
    pub(super) id: &'r str,
    /// Which one of the rule, from 1.
    pub(super) place: usize,
    /// The alternatives: name and premise.
    pub(super) of: Vec<(&'r str, Tag)>,
}

/// Turns the conditions of one rule into formulas, and gathers its contested readings.
pub(super) struct Formulas<'n, 'r> {
    pub(super) names: &'n Names<'n>,
    pub(super) rule: &'r str,
    pub(super) forks: Vec<Fork<'r>>,
}

impl<'r> Formulas<'_, 'r> {
    /// A condition with its number, name and citations as a remark.
    pub(super) fn limb(&mut self, limb: &'r Limb) -> Tag {
        let formula = self.test(&limb.test);
        let mut parts = Vec::new();
        if let Some(item) = limb.item {
            let number = format!("({item})");
            parts.push(Label::new(&number, &number));
        }
        parts.extend(limb.label.clone());
        parts.extend(limb.cites.iter().map(|cite| self.names.article(cite)));
        if let Test::Weigh { factors, .. } = &limb.test {
            parts.extend(factors.iter().cloned());
        }
        if parts.is_empty() { formula } else { formula.first(both("lrml:Comment", &row(&parts))) }
    }

    fn limbs(&mut self, name: &'static str, of: &'r [Limb]) -> Tag {
        let formulas: Vec<Tag> = of.iter().map(|limb| self.limb(limb)).collect();
        Tag::new(name).holds(formulas)
    }

    fn test(&mut self, test: &'r Test) -> Tag {
        match test {
            Test::Any(of) => self.limbs("ruleml:Or", of),
            Test::All(of) => self.limbs("ruleml:And", of),
            Test::AtLeast { n, of } => {
                self.limbs("ruleml:Operation", of).with("type", format!("op:at-least-{n}-of"))
            }
            Test::Not(inner) => Tag::new("ruleml:Neg").hold(self.test(inner)),
            Test::Fact(term) | Test::Weigh { term, .. } => atom(&format!("fact:{term}")),
            Test::Presumed(term) => operation("op:presumed", atom(&format!("fact:{term}"))),
            Test::Open(term) => operation("op:catch-all", atom(&format!("fact:{term}"))),
            Test::Rule(id) => atom(&format!("rule:{id}")),
            Test::CountAtLeast { term, number } => {
                atom("op:at-least").hold(fact(term)).hold(integer(*number))
            }
            Test::CountAtMost { term, number } => atom("op:at-most").hold(fact(term)).hold(integer(*number)),
            Test::In { term, words } => {
                let words = words.iter().map(|word| Tag::new("ruleml:Ind").text(word));
                atom("op:one-of").hold(fact(term)).holds(words)
            }
            Test::Proportion { reach, shares } => proportion(*reach, shares),
            Test::Accumulate { window, when, of } => {
                let (when, of) = (self.limbs("ruleml:And", when), self.limbs("ruleml:Or", of));
                let name = format!("op:accumulate-{}", duration(*window));
                Tag::new("ruleml:Operation").with("type", name).hold(when).hold(of)
            }
            Test::Reading { id, of } => self.fork(id, of),
            Test::Within { .. } | Test::After { .. } | Test::NotBefore { .. } | Test::Aged { .. } => {
                dated(test)
            }
        }
    }

    /// The atom that stands for a contested reading; its alternatives are stated outside the rule.
    fn fork(&mut self, id: &'r str, of: &'r [redress_law::Alternative]) -> Tag {
        let of: Vec<(&str, Tag)> = of.iter().map(|one| (one.name.as_str(), self.limb(&one.limb))).collect();
        let place = self.forks.len() + 1;
        self.forks.push(Fork { id, place, of });
        reading(id, self.rule, place)
    }
}

/// `reading:several-times` in the first place of a rule.
pub(super) fn reading(id: &str, rule: &str, place: usize) -> Tag {
    let number = integer(u64::try_from(place).unwrap_or(u64::MAX));
    atom(&format!("reading:{id}"))
        .hold(Tag::new("ruleml:Ind").with("iri", format!("rule:{rule}")))
        .hold(number)
}

pub(super) fn atom(relation: &str) -> Tag {
    Tag::new("ruleml:Atom").hold(Tag::new("ruleml:Rel").with("iri", relation))
}

pub(super) fn fact(term: &str) -> Tag {
    Tag::new("ruleml:Ind").with("iri", format!("fact:{term}"))
}

fn operation(name: &str, of: Tag) -> Tag {
    Tag::new("ruleml:Operation").with("type", name).hold(of)
}

fn data(kind: &str, text: &str) -> Tag {
    Tag::new("ruleml:Data").with("xsi:type", kind).text(text)
}

pub(super) fn integer(number: u64) -> Tag {
    data("xs:integer", &number.to_string())
}

fn proportion(reach: Ratio, shares: &[Share]) -> Tag {
    let each = shares.iter().map(|share| {
        let function = Tag::new("ruleml:Fun").with("iri", "op:share");
        Tag::new("ruleml:Expr").hold(function).hold(fact(&share.term)).hold(integer(share.per))
    });
    let reach = data("xs:string", &format!("{}/{}", reach.num, reach.den));
    atom("op:proportion-at-least").hold(reach).holds(each)
}

fn dated(test: &Test) -> Tag {
    match test {
        Test::Within { term, window, before } => {
            let name = if *before == Clock::Act { "op:within-before-act" } else { "op:within-before-filing" };
            atom(name).hold(fact(term)).hold(data("xs:duration", &duration(*window)))
        }
        Test::After { term, window, after } => atom("op:within-after")
            .hold(fact(term))
            .hold(fact(after))
            .hold(data("xs:duration", &duration(*window))),
        Test::NotBefore { term, other } => atom("op:not-before").hold(fact(term)).hold(fact(other)),
        Test::Aged { term, years } => {
            atom("op:aged-at-act").hold(fact(term)).hold(integer(u64::from(*years)))
        }
        // The caller hands over dated conditions only.
        _ => Tag::new("ruleml:And"),
    }
}

/// `P2Y`, `P6M`, `P60D`.
fn duration(window: Window) -> String {
    let unit = match window.unit {
        WindowUnit::Years => 'Y',
        WindowUnit::Months => 'M',
        WindowUnit::Days => 'D',
    };
    format!("P{}{unit}", window.length)
}

/// A length as data; working days have no form of their own in XML Schema.
pub(super) fn length(length: Length) -> Tag {
    match length {
        Length::Hours(n) => data("xs:duration", &format!("PT{n}H")),
        Length::Days(n) => data("xs:duration", &format!("P{n}D")),
        Length::WorkingDays(n) => data("xs:string", &format!("{n} working-days")),
        Length::Months(n) => data("xs:duration", &format!("P{n}M")),
        Length::Years(n) => data("xs:duration", &format!("P{n}Y")),
    }
}

/// A premise that always holds.
pub(super) fn always() -> Tag {
    Tag::new("ruleml:And")
}

/// `if … then …` of a rule with its remarks and strength.
pub(super) fn implies(
    key: &str,
    remarks: Vec<Tag>,
    strength: &'static str,
    premise: Tag,
    conclusion: Tag,
) -> Tag {
    Tag::new("ruleml:Rule")
        .with("key", format!(":{key}"))
        .holds(remarks)
        .hold(Tag::new("lrml:hasStrength").hold(Tag::new(strength)))
        .hold(Tag::new("ruleml:if").hold(premise))
        .hold(Tag::new("ruleml:then").hold(conclusion))
}

/// The atom of a rule: that it is made out.
pub(super) fn made_out(rule: &str) -> Tag {
    atom(&format!("rule:{rule}"))
}
