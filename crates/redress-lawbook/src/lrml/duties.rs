//! Duties and time limits as obligations; a person's own time limit as a permission.

use super::formula::{always, atom, fact, implies, length, made_out};
use super::names::both;
use super::xml::Tag;
use redress_law::{Body, Deadline, Duty, Provision};

/// The keys of the statements of a page.
pub(super) fn keys(page: &Provision) -> Vec<String> {
    let duties = page.duties.iter().map(|one| format!("duty-{}", one.id));
    duties.chain(page.deadlines.iter().map(|one| format!("deadline-{}", one.id))).collect()
}

/// The statements of a page.
pub(super) fn all(page: &Provision) -> Vec<Tag> {
    page.duties.iter().map(duty).chain(page.deadlines.iter().map(deadline)).collect()
}

fn premise(when: Option<&String>) -> Tag {
    when.map_or_else(always, |rule| made_out(rule))
}

/// Who is bound, and to what.
fn bound(name: &'static str, who: Body, says: Tag, what: Tag) -> Tag {
    let bearer = Tag::new("ruleml:Ind").with("iri", format!("body:{}", who.word()));
    Tag::new(name)
        .hold(says)
        .hold(Tag::new("ruleml:slot").hold(Tag::new("lrml:Bearer")).hold(bearer))
        .hold(what)
}

fn prescriptive(key: &str, premise: Tag, conclusion: Tag) -> Tag {
    let logic = implies(&format!("logic-{key}"), vec![], "lrml:DefeasibleStrength", premise, conclusion);
    Tag::new("lrml:PrescriptiveStatement").with("key", key).hold(logic)
}

fn duty(one: &Duty) -> Tag {
    let what = atom(&format!("duty:{}", one.id))
        .holds(one.from.iter().map(|from| fact(from)))
        .holds(one.length.map(length));
    let conclusion = bound("lrml:Obligation", one.who, both("lrml:Comment", &one.label), what);
    prescriptive(&format!("duty-{}", one.id), premise(one.when.as_ref()), conclusion)
}

fn deadline(one: &Deadline) -> Tag {
    let own = matches!(one.who, Body::Person | Body::Actor);
    let name = if own { "lrml:Permission" } else { "lrml:Obligation" };
    let what = atom(&format!("deadline:{}", one.id))
        .holds(one.from.iter().map(|from| fact(from)))
        .hold(length(one.length));
    let conclusion = bound(name, one.who, both("lrml:Comment", &one.label), what);
    prescriptive(&format!("deadline-{}", one.id), premise(one.when.as_ref()), conclusion)
}
