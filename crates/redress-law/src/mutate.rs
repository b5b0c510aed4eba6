//! Every small change of a rule that its tests ought to notice.

use crate::ir::{Alternative, Limb, Ratio, Rule, Test, Window};

/// Every mutant of a rule, each with what was changed.
pub(crate) fn all(rule: &Rule) -> Vec<(String, Rule)> {
    let mut found = Vec::new();
    for (what, limb) in limb(&rule.requires) {
        found.push((what, Rule { requires: limb, ..rule.clone() }));
    }
    if rule.nothing_before {
        let what = "nothing before dropped".to_owned();
        found.push((what, Rule { nothing_before: false, ..rule.clone() }));
    }
    for at in 0..rule.unless.len() {
        let mut unless = rule.unless.clone();
        let gone = unless.remove(at);
        found.push((format!("unless {} dropped", gone.rule), Rule { unless, ..rule.clone() }));
    }
    for (at, gift) in rule.gives.iter().enumerate() {
        for (what, when) in limbs(&gift.when, true) {
            let mut gives = rule.gives.clone();
            if let Some(slot) = gives.get_mut(at) {
                slot.when = when;
            }
            found.push((format!("gives {}: {what}", gift.name), Rule { gives, ..rule.clone() }));
        }
    }
    found
}

fn limb(limb: &Limb) -> Vec<(String, Limb)> {
    test(&limb.test).into_iter().map(|(what, test)| (what, Limb { test, ..limb.clone() })).collect()
}

/// One of several changed or dropped.
fn limbs(of: &[Limb], droppable: bool) -> Vec<(String, Vec<Limb>)> {
    let mut found = Vec::new();
    for (at, one) in of.iter().enumerate() {
        if droppable {
            let mut rest = of.to_vec();
            rest.remove(at);
            found.push((format!("limb {} dropped: {}", at + 1, name(&one.test)), rest));
        }
        for (what, changed) in limb(one) {
            let mut all = of.to_vec();
            if let Some(slot) = all.get_mut(at) {
                *slot = changed;
            }
            found.push((format!("{}: {what}", at + 1), all));
        }
    }
    found
}

fn name(test: &Test) -> String {
    match test {
        Test::Rule(id) => id.clone(),
        other => other.terms().first().copied().unwrap_or("group").to_owned(),
    }
}

fn test(of: &Test) -> Vec<(String, Test)> {
    match of {
        Test::Any(of) => group(of, Test::Any, Test::All),
        Test::All(of) => group(of, Test::All, Test::Any),
        Test::AtLeast { n, of } => {
            let mut found: Vec<(String, Test)> = limbs(of, of.len() > 1)
                .into_iter()
                .map(|(what, of)| (what, Test::AtLeast { n: *n, of }))
                .collect();
            found.push((format!("at least {}", n + 1), Test::AtLeast { n: n + 1, of: of.clone() }));
            found
        }
        Test::Not(inner) => {
            let mut found: Vec<(String, Test)> =
                test(inner).into_iter().map(|(what, inner)| (what, Test::Not(Box::new(inner)))).collect();
            found.push((format!("not removed: {}", name(inner)), (**inner).clone()));
            found
        }
        Test::CountAtLeast { term, number } => {
            let number = number.saturating_add(1);
            vec![(format!("{term} > {}", number - 1), Test::CountAtLeast { term: term.clone(), number })]
        }
        Test::CountAtMost { term, number } => {
            let number = number.saturating_sub(1);
            vec![(format!("{term} < {}", number + 1), Test::CountAtMost { term: term.clone(), number })]
        }
        Test::In { term, words } if words.len() > 1 => {
            let without = |word: &String| {
                let words = words.iter().filter(|other| *other != word).cloned().collect();
                (format!("{term}: {word} dropped"), Test::In { term: term.clone(), words })
            };
            words.iter().map(without).collect()
        }
        Test::Accumulate { window, when, of } => {
            let mut found = Vec::new();
            for (what, when) in limbs(when, true) {
                found.push((
                    format!("when {what}"),
                    Test::Accumulate { window: *window, when, of: of.clone() },
                ));
            }
            for (what, of) in limbs(of, of.len() > 1) {
                found.push((what, Test::Accumulate { window: *window, when: when.clone(), of }));
            }
            found
        }
        Test::Reading { id, of } => alternatives(id, of),
        other => dated(other),
    }
}

fn alternatives(id: &str, of: &[Alternative]) -> Vec<(String, Test)> {
    let mut found = Vec::new();
    for (at, one) in of.iter().enumerate() {
        for (what, changed) in limb(&one.limb) {
            let mut all = of.to_vec();
            if let Some(slot) = all.get_mut(at) {
                slot.limb = changed;
            }
            found.push((format!("{id} {}: {what}", one.name), Test::Reading { id: id.to_owned(), of: all }));
        }
    }
    found
}

fn dated(of: &Test) -> Vec<(String, Test)> {
    match of {
        Test::Within { term, window, before } => vec![(
            format!("{term}: window shorter"),
            Test::Within { term: term.clone(), window: shorter(*window), before: *before },
        )],
        Test::After { term, window, after } => vec![(
            format!("{term}: window shorter"),
            Test::After { term: term.clone(), window: shorter(*window), after: after.clone() },
        )],
        Test::Aged { term, years } => {
            vec![(
                format!("{term}: a year more"),
                Test::Aged { term: term.clone(), years: years.saturating_add(1) },
            )]
        }
        Test::NotBefore { .. } => vec![("turned round".to_owned(), Test::Not(Box::new(of.clone())))],
        Test::Proportion { reach, shares } => {
            let more = Ratio {
                num: reach.num.saturating_mul(100_000).saturating_add(1),
                den: reach.den.saturating_mul(100_000),
            };
            let mut found =
                vec![("proportion >".to_owned(), Test::Proportion { reach: more, shares: shares.clone() })];
            for (at, share) in shares.iter().enumerate().filter(|_| shares.len() > 1) {
                let mut rest = shares.clone();
                rest.remove(at);
                found.push((
                    format!("{} dropped", share.term),
                    Test::Proportion { reach: *reach, shares: rest },
                ));
            }
            found
        }
        _ => vec![],
    }
}

fn group(of: &[Limb], same: fn(Vec<Limb>) -> Test, other: fn(Vec<Limb>) -> Test) -> Vec<(String, Test)> {
    let several = of.len() > 1;
    let mut found: Vec<(String, Test)> =
        limbs(of, several).into_iter().map(|(what, of)| (what, same(of))).collect();
    if several {
        found.push(("any and all swapped".to_owned(), other(of.to_vec())));
    }
    found
}

fn shorter(window: Window) -> Window {
    Window { length: window.length.saturating_sub(1), ..window }
}
