//! The index of contested readings.

use super::page::{Page, anchor_of_page};
use maud::{Markup, html};
use redress_law::{Contested, Limb, Provision, Rule, Test};
use std::collections::{BTreeMap, BTreeSet};

/// Every contested reading that the page states or a printed rule turns on.
pub(crate) fn section(page: &Page<'_>) -> Markup {
    let stated: BTreeMap<&str, (&Provision, &Contested)> = page
        .provisions()
        .flat_map(|one| one.contested.iter().map(move |contested| (contested.id.as_str(), (one, contested))))
        .collect();
    let users = users(page);
    let name = |column: &str| page.text(&format!("lawbook-reading-{column}"));
    html! {
        section.card #readings aria-labelledby="h-readings" {
            header { h2 #h-readings { (page.text("lawbook-readings")) } }
            p.muted { (page.text("lawbook-readings-lead")) }
            table.tbl.cards {
                thead { tr { @for column in ["question", "alternatives", "place", "rules"] { th scope="col" { (name(column)) } } } }
                tbody {
                    @for (id, (one, contested)) in &stated {
                        tr {
                            td { (if page.say.zh() { &contested.zh } else { &contested.en }) " " a.term href={"#c-" (id)} { (id) } }
                            td data-l=(name("alternatives")) { @for alt in page.book.alternatives(id) { span.term.alt { (alt) } " " } }
                            td data-l=(name("place")) { a href={"#" (anchor_of_page(one))} { (page.say.article(&one.article)) } }
                            td data-l=(name("rules")) {
                                @if !users.contains_key(id) {
                                    @let code = if page.book.alternatives(id).is_empty() { "lawbook-reading-unused" } else { "lawbook-reading-versions" };
                                    span.faint { (page.text(code)) }
                                }
                                @for rule in users.get(id).into_iter().flatten() { span.one { (page.rule_link(&rule.id, rule.in_force.from)) } " " }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The rules that turn on each reading, each once.
fn users<'a>(page: &Page<'a>) -> BTreeMap<&'a str, Vec<&'a Rule>> {
    let mut users: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
    for rule in page.book.rules().iter().filter(|rule| page.printed(rule)) {
        let mut found = BTreeSet::new();
        gather(&rule.requires, &mut found);
        rule.gives.iter().flat_map(|gift| &gift.when).for_each(|limb| gather(limb, &mut found));
        for id in found {
            let own = users.entry(id).or_default();
            if own.iter().all(|known| known.id != rule.id) {
                own.push(rule);
            }
        }
    }
    users
}

fn gather<'r>(limb: &'r Limb, found: &mut BTreeSet<&'r str>) {
    let mut test = &limb.test;
    while let Test::Not(inner) = test {
        test = inner;
    }
    match test {
        Test::Reading { id, of } => {
            found.insert(id);
            of.iter().for_each(|one| gather(&one.limb, found));
        }
        Test::Any(of) | Test::All(of) | Test::AtLeast { of, .. } => {
            of.iter().for_each(|one| gather(one, found))
        }
        Test::Accumulate { when, of, .. } => when.iter().chain(of).for_each(|one| gather(one, found)),
        _ => {}
    }
}
