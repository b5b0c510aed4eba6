//! The rows of a result that list what is there: items, statements, facts.

use crate::{FactRow, ItemRow, Kept, State, StatementRow, Totals};
use redress_analysis::{Measures, Statement, Statements};
use redress_base::ItemId;
use redress_facts::Sheet;
use redress_posts::{Corpus, ReaderReport};
use std::collections::{BTreeMap, BTreeSet};

/// How many statements that nobody has taken up are listed, with their figures.
pub(crate) const OTHERS_LISTED: u32 = 20;

pub(crate) fn kept(state: &State, corpus: &Corpus, reports: &BTreeMap<ItemId, ReaderReport>) -> Kept {
    let items: Vec<ItemRow> = state
        .items
        .values()
        .map(|kept| ItemRow {
            item: kept.item.clone(),
            role: kept.role,
            sealed_by: kept.by.clone(),
            mapping: kept.read.as_ref().and_then(|(_, mapping)| *mapping),
            report: reports.get(&kept.item.id).cloned(),
        })
        .collect();
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let totals = Totals {
        items: count(items.len()),
        bytes: items.iter().map(|row| row.item.digests.bytes).fold(0, u64::saturating_add),
        items_read: count(reports.len()),
        rows: reports.values().map(|report| report.rows).fold(0, u64::saturating_add),
        posts: count(corpus.posts().len()),
        accounts: count(corpus.accounts().len()),
        masked_accounts: count(corpus.accounts().iter().filter(|account| account.masked()).count()),
        undated: count(corpus.posts().iter().filter(|post| post.published().is_none()).count()),
    };
    Kept { totals, items }
}

/// The statements to list, which are those that have figures: those taken up, then the others, each the
/// largest first.
pub(crate) fn listed<'s>(
    statements: &'s Statements,
    measures: &Measures,
    taken_up: &BTreeSet<String>,
) -> Vec<&'s Statement> {
    let measured: BTreeSet<&str> = measures.statements.iter().map(|card| card.id.as_str()).collect();
    let listed = statements.list().iter().filter(|statement| measured.contains(statement.id.as_str()));
    let (own, others): (Vec<_>, Vec<_>) = listed.partition(|statement| taken_up.contains(&statement.id));
    own.into_iter().chain(others).collect()
}

pub(crate) fn statement(
    corpus: &Corpus,
    statements: &Statements,
    statement: &Statement,
    taken_up: &BTreeSet<String>,
) -> StatementRow {
    let card = statements.card(corpus, statement);
    let posts = statement.members.iter().filter_map(|member| corpus.post(*member));
    let accounts: BTreeSet<_> = posts.filter_map(redress_posts::Post::account).collect();
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    StatementRow {
        taken_up: taken_up.contains(&card.id),
        id: card.id,
        anchor: card.anchor,
        members: count(card.posts),
        exact: count(card.exact),
        accounts: count(accounts.len()),
        first: card.first,
        last: card.last,
    }
}

pub(crate) fn facts(sheet: &Sheet) -> Vec<FactRow> {
    sheet
        .scopes()
        .flat_map(|scope| {
            sheet.terms(scope).map(|(term, claims)| FactRow {
                scope: scope.clone(),
                term: term.to_owned(),
                claims: claims.to_vec(),
            })
        })
        .collect()
}
