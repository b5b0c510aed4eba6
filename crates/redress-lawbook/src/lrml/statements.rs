//! Rules, their exceptions, the values they give, and contested readings as statements.

use super::duties;
use super::formula::{Formulas, atom, implies, integer, made_out, reading};
use super::names::{Names, both, join, key};
use super::xml::Tag;
use redress_law::{Burden, Defeater, Gift, Label, Role, Rule};

const STRICT: &str = "lrml:StrictStrength";
const DEFEASIBLE: &str = "lrml:DefeasibleStrength";
const DEFEATER: &str = "lrml:Defeater";

/// The statements of a book.
#[derive(Default)]
pub(super) struct Statements {
    pub(super) all: Vec<Tag>,
    pub(super) alternatives: Vec<Tag>,
}

/// Every statement, rule by rule, and then duties and time limits page by page.
pub(super) fn all(names: &Names<'_>) -> Statements {
    let mut statements = Statements::default();
    for rule in names.book.rules() {
        statements.rule(names, rule);
        rule.unless.iter().for_each(|one| statements.exception(names, rule, one));
        statements.norm(rule);
    }
    for page in &names.book.ir().provisions {
        statements.all.extend(duties::all(page));
    }
    statements
}

fn constitutive(key: &str, rule: Tag) -> Tag {
    Tag::new("lrml:ConstitutiveStatement").with("key", key).hold(rule)
}

impl Statements {
    /// The conditions of a rule, the readings it turns on and the values it gives.
    fn rule<'r>(&mut self, names: &Names<'_>, rule: &'r Rule) {
        let mut formulas = Formulas { names, rule: &rule.id, forks: Vec::new() };
        let premise = formulas.limb(&rule.requires);
        let given: Vec<(&'r Gift, Tag)> =
            rule.gives.iter().map(|gift| (gift, given(&mut formulas, rule, gift))).collect();
        let strength = if rule.unless.is_empty() { STRICT } else { DEFEASIBLE };
        let name = key("rule", rule);
        let logic = implies(&key("logic", rule), remarks(names, rule), strength, premise, made_out(&rule.id));
        self.all.push(constitutive(&name, logic));
        for fork in formulas.forks {
            self.reading(names, rule, fork.id, fork.place, fork.of);
        }
        for (at, (gift, premise)) in given.into_iter().enumerate() {
            self.gift(
                names,
                rule,
                gift,
                premise,
                at.checked_sub(1).and_then(|before| rule.gives.get(before)),
            );
        }
    }

    /// The alternatives of a reading, none of them chosen.
    fn reading(&mut self, names: &Names<'_>, rule: &Rule, id: &str, place: usize, of: Vec<(&str, Tag)>) {
        let base = format!("{}-{id}-{place}", key("reading", rule));
        let mut said = vec![names.said("lawbook-lrml-readings", &[])];
        if let Some((_, contested)) = names.book.contested(id) {
            said.insert(0, Label::new(&contested.zh, &contested.en));
        }
        let mut list = Tag::new("lrml:Alternatives")
            .with("key", format!("alternatives-{base}"))
            .hold(both("lrml:Comment", &join(&said)));
        for (name, premise) in of {
            let own = format!("{base}-{name}");
            list = list.hold(Tag::new("lrml:hasAlternative").with("keyref", format!("#{own}")));
            let conclusion = reading(id, &rule.id, place);
            let logic = implies(&format!("logic-{own}"), vec![], DEFEASIBLE, premise, conclusion);
            self.all.push(constitutive(&own, logic));
        }
        self.alternatives.push(list);
    }

    /// A value: what it says, its numbers, and that an earlier one of the list goes before it.
    fn gift(&mut self, names: &Names<'_>, rule: &Rule, gift: &Gift, premise: Tag, before: Option<&Gift>) {
        let name = |kind: &str, gift: &Gift| format!("{}-{}", key(kind, rule), gift.name);
        let own = name("gives", gift);
        let says = both("lrml:Comment", &gift.label);
        let logic =
            implies(&format!("logic-{own}"), vec![says.clone()], DEFEASIBLE, premise, value(rule, gift));
        self.all.push(constitutive(&own, logic));
        if let Some(before) = before.filter(|_| gift.in_order) {
            let said = names.said("lawbook-lrml-in-order", &[]);
            self.overrides(&name("gives", before), &own, &said);
        }
        if matches!(rule.role, Role::Offence | Role::Violation | Role::Civil) {
            let penalty = name("penalty", gift);
            let sanction = Tag::new("lrml:PenaltyStatement").with("key", penalty.as_str());
            self.all.push(sanction.hold(value(rule, gift).first(says)));
            let reparation = Tag::new("lrml:Reparation")
                .hold(Tag::new("lrml:appliesPenalty").with("keyref", format!("#{penalty}")))
                .hold(
                    Tag::new("lrml:toPrescriptiveStatement")
                        .with("keyref", format!("#{}", key("norm", rule))),
                );
            self.all.push(
                Tag::new("lrml:ReparationStatement").with("key", name("reparation", gift)).hold(reparation),
            );
        }
    }

    /// An exception: a defeater that goes before the rule, with who has to show it.
    fn exception(&mut self, names: &Names<'_>, rule: &Rule, one: &Defeater) {
        let burden = match one.burden {
            Burden::MustBeExcluded => "lawbook-lrml-must-be-excluded",
            Burden::ForTheOtherSide => "lawbook-lrml-for-the-other-side",
        };
        let mut said = vec![names.said(burden, &[])];
        if one.check_first {
            said.insert(0, names.said("lawbook-lrml-check-first", &[]));
        }
        let own = format!("{}-{}", key("unless", rule), one.rule);
        let opposite = Tag::new("ruleml:Neg").hold(made_out(&rule.id));
        let logic = implies(&format!("logic-{own}"), vec![], DEFEATER, made_out(&one.rule), opposite);
        self.all.push(constitutive(&own, logic));
        self.overrides(&own, &key("rule", rule), &join(&said));
    }

    fn overrides(&mut self, over: &str, under: &str, said: &Label) {
        let pair = Tag::new("lrml:Override")
            .with("over", format!("#{over}"))
            .with("under", format!("#{under}"))
            .hold(both("lrml:Comment", said));
        self.all.push(
            Tag::new("lrml:OverrideStatement").with("key", format!("override-{over}-{under}")).hold(pair),
        );
    }

    /// What follows for conduct: a prohibition, a permission or a right.
    fn norm(&mut self, rule: &Rule) {
        let name = match rule.role {
            Role::Offence | Role::Violation | Role::Civil => "lrml:Prohibition",
            Role::Protected => "lrml:Permission",
            Role::Relief => "lrml:Right",
            _ => return,
        };
        let own = key("norm", rule);
        let conduct = Tag::new(name).hold(atom(&format!("conduct:{}", rule.id)));
        let logic = implies(&format!("logic-{own}"), vec![], DEFEASIBLE, made_out(&rule.id), conduct);
        self.all.push(Tag::new("lrml:PrescriptiveStatement").with("key", own).hold(logic));
    }
}

/// The premise of a value: the rule and what is needed beside it.
fn given<'r>(formulas: &mut Formulas<'_, 'r>, rule: &Rule, gift: &'r Gift) -> Tag {
    let further: Vec<Tag> = gift.when.iter().map(|limb| formulas.limb(limb)).collect();
    if further.is_empty() {
        return made_out(&rule.id);
    }
    Tag::new("ruleml:And").hold(made_out(&rule.id)).holds(further)
}

/// The value itself, each number beside its name.
fn value(rule: &Rule, gift: &Gift) -> Tag {
    let numbers = gift.severity.iter().flat_map(|(name, n)| [Tag::new("ruleml:Ind").text(name), integer(*n)]);
    atom(&format!("gives:{}/{}", rule.id, gift.name)).holds(numbers.collect::<Vec<_>>())
}

/// The name of a rule, its kind, whether it was verified, and the paraphrase of its page.
fn remarks(names: &Names<'_>, rule: &Rule) -> Vec<Tag> {
    let of = |say: &crate::say::Say<'_>| {
        let mut said =
            vec![say.label(&rule.label).to_owned(), say.role(rule.role), say.confidence(rule.confidence)];
        if rule.draft {
            said.push(say.text("lawbook-draft"));
        }
        say.row(&said)
    };
    let comment = both("lrml:Comment", &Label::new(&of(&names.zh), &of(&names.en)));
    let page = names.book.ir().provisions.iter().find(|page| page.page == rule.origin.path);
    let paraphrase =
        page.map(|page| &page.paraphrase).filter(|text| !text.zh.is_empty() || !text.en.is_empty());
    std::iter::once(comment).chain(paraphrase.map(|text| both("lrml:Paraphrase", text))).collect()
}
