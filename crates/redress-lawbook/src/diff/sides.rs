//! What the book holds on each of the two days, put side by side.

use super::{
    ChangeKind, InstrumentChange, MeasureChange, PeriodChange, PeriodKind, PeriodSide, ProvisionChange,
    RuleChange, RuleSide, lines,
};
use crate::numeral;
use redress_base::{Article, Date};
use redress_law::{Book, End, Label, Language, Provision, Rule, print};
use std::collections::{BTreeMap, BTreeSet};

/// The kind of a change between two sides; nothing where both are missing.
fn kind<T>(old: Option<&T>, new: Option<&T>) -> Option<ChangeKind> {
    match (old, new) {
        (Some(_), Some(_)) => Some(ChangeKind::Changes),
        (Some(_), None) => Some(ChangeKind::Ends),
        (None, Some(_)) => Some(ChangeKind::Begins),
        (None, None) => None,
    }
}

/// The pages in force on a day.
fn pages(book: &Book, day: Date) -> impl Iterator<Item = &Provision> {
    book.ir().provisions.iter().filter(move |page| page.in_force.holds(day))
}

/// Instruments with a provision in force on one day only.
pub(super) fn instruments(book: &Book, from: Date, to: Date) -> Vec<InstrumentChange> {
    let of = |day| pages(book, day).map(|page| &*page.article.instrument).collect::<BTreeSet<_>>();
    let (old, new) = (of(from), of(to));
    let changes = book.ir().instruments.iter().filter_map(|one| {
        let id = one.id.as_str();
        let (old, new) = (old.get(id), new.get(id));
        let kind = kind(old, new).filter(|kind| *kind != ChangeKind::Changes)?;
        let (title, draft) = (one.title.clone(), one.draft.is_some());
        Some(InstrumentChange { kind, instrument: one.id.clone(), title, draft })
    });
    changes.collect()
}

/// Provisions in force on one day only, or in another version.
pub(super) fn provisions(book: &Book, from: Date, to: Date) -> Vec<ProvisionChange> {
    let of = |day| pages(book, day).map(|page| (&page.article, page)).collect::<BTreeMap<_, _>>();
    let (old, new) = (of(from), of(to));
    let articles: BTreeSet<&Article> = old.keys().chain(new.keys()).copied().collect();
    let mut articles: Vec<&Article> = articles.into_iter().collect();
    articles.sort_by_key(|one| (one.instrument.clone(), numeral::order(&one.article), one.item.clone()));
    let mut changes = Vec::new();
    for article in articles {
        let (before, after) = (old.get(article).copied(), new.get(article).copied());
        let (Some(kind), Some(page)) = (kind(before, after), after.or(before)) else { continue };
        if kind == ChangeKind::Changes && before.map(|page| page.in_force.from) == Some(page.in_force.from) {
            continue;
        }
        let replaced_by = match &page.in_force.end {
            End::Repealed { by, .. } if kind == ChangeKind::Ends => Some(by.clone()),
            _ => None,
        };
        let begins = kind != ChangeKind::Ends;
        changes.push(ProvisionChange {
            kind,
            article: article.clone(),
            title: page.title.clone(),
            in_force: page.in_force.clone(),
            replaced_by,
            replaces: if begins { ended_by(&old, &new, article) } else { vec![] },
        });
    }
    changes
}

/// What ends between the two days by a provision.
fn ended_by(
    old: &BTreeMap<&Article, &Provision>,
    new: &BTreeMap<&Article, &Provision>,
    article: &Article,
) -> Vec<Article> {
    // A page on one paragraph takes the place of what its article took the place of.
    let (name, whole) =
        (article.to_string(), Article::new(&article.instrument, &article.article).to_string());
    let ended = old.iter().filter(|(before, page)| {
        let by = matches!(&page.in_force.end, End::Repealed { by, .. } if *by == name || *by == whole);
        by && !new.contains_key(*before)
    });
    ended.map(|(before, _)| (*before).clone()).collect()
}

/// Rules in force on one day only, or in another version.
pub(super) fn rules(book: &Book, from: Date, to: Date) -> Vec<RuleChange> {
    let of = |day| {
        let held = book.rules().iter().filter(|rule| rule.in_force.holds(day));
        held.map(|rule| (rule.id.as_str(), rule)).collect::<BTreeMap<_, _>>()
    };
    let (old, new) = (of(from), of(to));
    let ids: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
    ids.into_iter().filter_map(|id| rule(old.get(id).copied(), new.get(id).copied())).collect()
}

fn rule(old: Option<&Rule>, new: Option<&Rule>) -> Option<RuleChange> {
    let kind = kind(old, new)?;
    let shown = new.or(old)?;
    if kind == ChangeKind::Changes && old == new {
        return None;
    }
    let (old_side, new_side) = (old.map(side), new.map(side));
    let both = |pick: fn(&Label) -> &str| match (&old_side, &new_side) {
        (Some(old), Some(new)) => lines::between(pick(&old.printed), pick(&new.printed)),
        _ => vec![],
    };
    Some(RuleChange {
        kind,
        rule: shown.id.clone(),
        label: shown.label.clone(),
        severity: severity(old, new),
        lines_zh: both(|label| &label.zh),
        lines_en: both(|label| &label.en),
        old: old_side,
        new: new_side,
    })
}

fn side(rule: &Rule) -> RuleSide {
    RuleSide {
        cites: rule.cites.clone(),
        in_force: rule.in_force.clone(),
        role: rule.role,
        confidence: rule.confidence,
        draft: rule.draft,
        printed: Label::new(&print(rule, Language::Zh), &print(rule, Language::En)),
    }
}

/// A measure by the value it belongs to and its name.
type Measures<'r> = BTreeMap<(Option<&'r str>, &'r str), u64>;

fn measures(rule: &Rule) -> Measures<'_> {
    let own = rule.severity.iter().map(|(name, n)| ((None, name.as_str()), *n));
    let given = rule.gives.iter().flat_map(|gift| {
        gift.severity.iter().map(|(name, n)| ((Some(gift.name.as_str()), name.as_str()), *n))
    });
    own.chain(given).collect()
}

/// Measures that differ between two versions; a rule that begins or ends changes none.
fn severity(old: Option<&Rule>, new: Option<&Rule>) -> Vec<MeasureChange> {
    let (Some(old), Some(new)) = (old, new) else { return vec![] };
    let (old, new) = (measures(old), measures(new));
    let keys: BTreeSet<_> = old.keys().chain(new.keys()).copied().collect();
    let changed = keys.into_iter().filter(|key| old.get(key) != new.get(key));
    let change = changed.map(|(gift, measure)| MeasureChange {
        gift: gift.map(str::to_owned),
        measure: measure.to_owned(),
        old: old.get(&(gift, measure)).copied(),
        new: new.get(&(gift, measure)).copied(),
    });
    change.collect()
}

/// Time limits and duties of pages in force on one day only, or that differ.
pub(super) fn periods(book: &Book, from: Date, to: Date) -> Vec<PeriodChange> {
    let (old, new) = (periods_of(book, from), periods_of(book, to));
    let keys: BTreeSet<_> = old.keys().chain(new.keys()).cloned().collect();
    let changes = keys.into_iter().filter_map(|key| {
        let (old, new) = (old.get(&key).cloned(), new.get(&key).cloned());
        let kind = kind(old.as_ref(), new.as_ref())?;
        let (what, id) = key;
        (old != new).then_some(PeriodChange { kind, what, id, old, new })
    });
    changes.collect()
}

fn periods_of(book: &Book, day: Date) -> BTreeMap<(PeriodKind, String), PeriodSide> {
    let mut found = BTreeMap::new();
    for page in pages(book, day) {
        for one in &page.deadlines {
            let side = PeriodSide {
                label: one.label.clone(),
                who: one.who,
                length: Some(one.length),
                from: one.from.clone(),
                when: one.when.clone(),
                article: page.article.clone(),
            };
            found.insert((PeriodKind::Deadline, one.id.clone()), side);
        }
        for one in &page.duties {
            let side = PeriodSide {
                label: one.label.clone(),
                who: one.who,
                length: one.length,
                from: one.from.iter().cloned().collect(),
                when: one.when.clone(),
                article: page.article.clone(),
            };
            found.insert((PeriodKind::Duty, one.id.clone()), side);
        }
    }
    found
}
