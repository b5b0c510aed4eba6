//! What two articles state in common, once: a statute and the rules under it often set the same duty, and one act meets both.

use crate::NoticeRow;
use redress_base::Finding;
use redress_calendar::{Item, State};
use redress_facts::Scope;
use redress_law::Book;

/// The dates with twins once, in the order of the first of each.
pub(crate) fn once(book: &Book, items: Vec<(Scope, Item)>) -> Vec<Item> {
    let mut found: Vec<(Scope, Item)> = Vec::new();
    for (scope, item) in items {
        match found.iter_mut().find(|(of, one)| *of == scope && same(book, one, &item)) {
            Some((_, one)) => join(book, one, item),
            None => found.push((scope, item)),
        }
    }
    found.into_iter().map(|(_, item)| item).collect()
}

/// The same for rows of notices.
pub(crate) fn rows(book: &Book, rows: Vec<(Scope, NoticeRow)>) -> Vec<NoticeRow> {
    let mut found: Vec<(Scope, NoticeRow)> = Vec::new();
    for (scope, row) in rows {
        match found.iter_mut().find(|(of, one)| *of == scope && same(book, &one.item, &row.item)) {
            Some((_, one)) => {
                let new = row.served.into_iter().filter(|served| !one.served.contains(served));
                let new: Vec<_> = new.collect();
                one.served.extend(new);
                one.owed_to.retain(|party| row.owed_to.contains(party));
                join(book, &mut one.item, row.item);
                one.duty = one.item.names.first().cloned().unwrap_or_default();
            }
            None => found.push((scope, row)),
        }
    }
    found.into_iter().map(|(_, row)| row).collect()
}

/// What is stated first of a time limit or duty.
fn stated<'b>(book: &'b Book, name: &'b str) -> &'b str {
    let pages = &book.ir().provisions;
    let limit = pages.iter().flat_map(|page| &page.deadlines).find(|one| one.id == name);
    let duty = pages.iter().flat_map(|page| &page.duties).find(|one| one.id == name);
    let again =
        limit.map_or_else(|| duty.and_then(|one| one.same_as.as_deref()), |one| one.same_as.as_deref());
    again.unwrap_or(name)
}

/// Whether two dates of one statement are one: the same thing by the same body, on the same day, where both have one.
fn same(book: &Book, one: &Item, other: &Item) -> bool {
    let root = |item: &Item| item.names.first().map(|name| stated(book, name).to_owned());
    let day = one.day.zip(other.day).is_none_or(|(a, b)| a == b);
    let done = |item: &Item| matches!(item.state, State::Kept | State::Late);
    root(one).is_some() && root(one) == root(other) && one.who == other.who && day && done(one) == done(other)
}

/// Puts `other` into `one`. What is certain and dated leads; every article and every name is kept, and where only one
/// of the articles was checked against a text, that is said.
fn join(book: &Book, one: &mut Item, other: Item) {
    let lead = |item: &Item| {
        let first = item.names.first().is_some_and(|name| stated(book, name) == name);
        (item.tentative, item.day.is_none(), !first)
    };
    let other = if lead(&other) < lead(one) { std::mem::replace(one, other) } else { other };
    let open = |item: &Item| item.marks.iter().any(|mark| mark.code == "workbench-due-unverified");
    let either = open(one) != open(&other);
    one.names.extend(other.names);
    for cite in other.cites {
        if !one.cites.contains(&cite) {
            one.cites.push(cite);
        }
    }
    if either {
        one.marks.retain(|mark| mark.code != "workbench-due-unverified");
        if !one.marks.iter().any(|mark| mark.code == "workbench-due-some-unverified") {
            one.marks.push(Finding::note("workbench-due-some-unverified"));
        }
    }
}
