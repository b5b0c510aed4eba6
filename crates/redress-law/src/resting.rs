//! What rests on a broken rule: a book does not answer by the rest of it.

use crate::Rule;
use crate::book::Ir;
use crate::check::{Key, at, references};
use redress_base::Finding;
use std::collections::{BTreeMap, BTreeSet};

/// Rules named in the note on what rests on a broken one; the others are counted.
const NAMED: usize = 6;

/// A rule of which one version is broken does not answer by the others, and nothing answers that rests on it. Of each
/// broken rule all of that is told once.
pub(crate) fn check(ir: &Ir, findings: &mut Vec<Finding>, broken: &mut BTreeSet<Key>) {
    let mut above: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
    for rule in &ir.rules {
        references(rule).into_iter().for_each(|below| above.entry(below).or_default().push(rule));
    }
    let own: BTreeSet<String> =
        broken.iter().map(|(id, _)| id.clone()).chain(ir.unread.iter().cloned()).collect();
    let mut gone: BTreeSet<&str> = own.iter().map(String::as_str).collect();
    for root in &own {
        let (mut resting, mut open): (Vec<&Rule>, Vec<&str>) = (Vec::new(), vec![root]);
        while let Some(next) = open.pop() {
            for rule in above.get(next).into_iter().flatten().filter(|rule| !own.contains(&rule.id)) {
                if gone.insert(&rule.id) {
                    resting.push(rule);
                    open.push(&rule.id);
                }
            }
        }
        resting.sort_by_key(|rule| (&rule.origin.path, rule.origin.line));
        if let Some(first) = resting.first() {
            let names: Vec<&str> = resting.iter().take(NAMED).map(|rule| rule.id.as_str()).collect();
            let finding = at(first, Finding::warning("law-rests-on-broken")).with("other", root.as_str());
            let more = if resting.len() > NAMED { " …" } else { "" };
            let names = format!("{}{more}", names.join(", "));
            findings.push(finding.with("count", resting.len()).with("rules", names));
        }
    }
    let keys = ir.rules.iter().filter(|rule| gone.contains(rule.id.as_str()));
    broken.extend(keys.map(|rule| (rule.id.clone(), rule.in_force.from)));
}
