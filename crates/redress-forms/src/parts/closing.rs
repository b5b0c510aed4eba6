//! What most applications share: statements and evidence in their sections, a person's own words, ticks, and the end
//! with the organ, the signature and the annexes.

use super::{ExhibitPart, StatementPart};
use crate::Source;
use redress_base::{Date, Value};
use redress_facts::Scope;
use redress_law::Stand;
use redress_paper::{Align, Block, Pen, Run};

/// The last day of a time limit that runs on this file, computed strictly; the earliest where it runs more than once.
pub(crate) fn last_day(source: &Source<'_>, ids: &[&str], scope: Option<&Scope>) -> Option<Date> {
    let runs = source.due.deadlines.iter().filter(|one| {
        ids.contains(&one.id.as_str())
            && one.applies == Value::TT
            && scope.is_none_or(|scope| one.scope == *scope)
            && matches!(one.standing, Stand::Running | Stand::Passed | Stand::Kept | Stand::Late)
    });
    runs.filter_map(|one| one.due).min()
}

/// The statements in a section, or the mark that there is none.
pub(crate) fn lay_statements(pen: &mut Pen<'_>, statements: &[StatementPart]) {
    if statements.is_empty() {
        let runs = pen.absent("statements-none", "statements");
        pen.paragraph(runs);
    }
    for statement in statements {
        statement.lay(pen);
    }
}

/// The evidence list, or the mark that there is none.
pub(crate) fn lay_evidence(pen: &mut Pen<'_>, exhibits: &[ExhibitPart]) {
    pen.heading(1, "exhibit-list");
    if exhibits.iter().all(|one| one.left_out) {
        let mut runs = pen.say("exhibit-none");
        runs.extend(pen.absent("exhibit-list", "exhibits"));
        pen.paragraph(runs);
    } else {
        ExhibitPart::lay_short(pen, &exhibits.iter().collect::<Vec<_>>());
    }
}

/// What a person says in their own words, after its label; nothing where they said nothing and need not.
pub(crate) fn lay_own(pen: &mut Pen<'_>, key: &str, field: &str, words: Option<&str>) {
    let value = pen.value(key, field, words);
    if value.is_empty() {
        return;
    }
    let mut runs = pen.say(key);
    runs.push(Run::plain("："));
    runs.extend(value);
    pen.paragraph(runs);
}

/// A box that a person ticks: an undertaking or a declaration. Unticked it is asked for.
pub(crate) fn lay_tick(pen: &mut Pen<'_>, key: &str, field: &str, on: Option<bool>) {
    let mut runs = pen.tick(on == Some(true), key);
    if on != Some(true) {
        runs.extend(pen.absent(key, field));
    }
    pen.paragraph(runs);
}

/// The end of a paper: 此致, the organ, the signature with its day, and the annexes.
pub(crate) fn close(
    pen: &mut Pen<'_>,
    organ: (&str, &str, Option<&str>),
    signed: &str,
    date: Option<&str>,
    annexes: &[&str],
) {
    let (key, field, organ) = organ;
    pen.tell("to-organ");
    let organ = pen.value(key, field, organ);
    pen.line(Align::Start, organ);
    sign(pen, signed, date);
    annex(pen, annexes);
}

/// The signature and its day.
pub(crate) fn sign(pen: &mut Pen<'_>, signed: &str, date: Option<&str>) {
    let signed = pen.say(signed);
    let date = pen.value("date", "date", date);
    pen.block(Block::Signature { lines: vec![signed, date] });
}

/// That more posts say the same than are listed, where there are more.
pub(crate) fn tell_more(pen: &mut Pen<'_>, more: u64) {
    if more > 0 {
        let runs = pen.say_with("posts-more", &[("more", vec![Run::filled(pen.number(more))])]);
        pen.paragraph(runs);
    }
}

/// What goes with the paper.
pub(crate) fn annex(pen: &mut Pen<'_>, annexes: &[&str]) {
    let head = pen.say("annexed");
    pen.line(Align::Start, head);
    let items = annexes.iter().map(|key| pen.say(key)).collect();
    pen.block(Block::List { ordered: true, items });
}
