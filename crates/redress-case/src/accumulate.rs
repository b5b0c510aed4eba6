//! Counts added up over several acts within one year (法释〔2013〕21号 art 4, in force 2013-09-10).
//!
//! Art 4 adds up acts of network defamation that have not been dealt with. Whether an act is one, and
//! whether it was dealt with, a person says: only statements for which somebody claims fabrication or
//! alteration are added, and `year.unprocessed` stays a question of its own. Views and reposts are
//! added up apart, never together. "Within one year" is read as a rolling window from each act; the
//! window with the highest floor is claimed.

use redress_base::{Count, Date, Stamp, Unit};
use redress_facts::{Claim, Datum, Scope, Sheet, Standing};
use std::collections::BTreeSet;

struct Act {
    day: Date,
    views: Option<Count>,
    reposts: Option<Count>,
}

/// Adds `year.views` and `year.reposts`, measured, where there are at least two such statements.
pub(crate) fn year(sheet: &mut Sheet, taken_up: &BTreeSet<String>, as_of: Stamp) {
    let scopes = taken_up.iter().cloned().map(Scope::Statement);
    let acts: Vec<Act> = scopes.filter_map(|scope| act(sheet, &scope)).collect();
    for (term, unit) in [("year.views", Unit::Views), ("year.reposts", Unit::Reposts)] {
        let Some(count) = fullest_year(&acts, unit) else { continue };
        let claim = Claim {
            value: Datum::count(count, unit),
            standing: Standing::Measured,
            by: "redress".to_owned(),
            as_of,
            sources: sources(sheet, taken_up, unit),
            figure: None,
            reason: None,
            opposing: false,
        };
        sheet.add(Scope::Case, term, claim);
    }
}

fn act(sheet: &Sheet, scope: &Scope) -> Option<Act> {
    let yes = |term: &str| sheet.own(scope, term).iter().any(|claim| claim.value == Datum::Yes && !claim.opposing);
    if !(yes("statement.fabricated") || yes("statement.altered")) {
        return None;
    }
    let day = sheet.own(scope, "statement.first_act").iter().find_map(|claim| match claim.value {
        Datum::Date(day) => Some(day),
        _ => None,
    })?;
    Some(Act { day, views: count(sheet, scope, "statement.views"), reposts: count(sheet, scope, "statement.reposts") })
}

/// The interval that holds every claimed count.
fn count(sheet: &Sheet, scope: &Scope, term: &str) -> Option<Count> {
    let counts = sheet.own(scope, term).iter().filter_map(|claim| match claim.value {
        Datum::Count(of) => Some(of.count),
        _ => None,
    });
    counts.reduce(Count::hull)
}

fn fullest_year(acts: &[Act], unit: Unit) -> Option<Count> {
    let counted = |act: &Act| if unit == Unit::Views { act.views } else { act.reposts };
    let windows = acts.iter().filter_map(|first| {
        let last = first.day.checked_add(jiff::Span::new().years(1)).unwrap_or(Date::MAX);
        let inside: Vec<Count> =
            acts.iter().filter(|act| first.day <= act.day && act.day <= last).filter_map(counted).collect();
        (inside.len() > 1).then(|| inside.into_iter().fold(Count::exactly(0), Count::plus))
    });
    windows.max_by_key(|count| (count.lower, count.upper))
}

fn sources(sheet: &Sheet, taken_up: &BTreeSet<String>, unit: Unit) -> Vec<redress_base::Span> {
    let term = if unit == Unit::Views { "statement.views" } else { "statement.reposts" };
    let mut spans: Vec<_> = taken_up
        .iter()
        .flat_map(|id| sheet.own(&Scope::Statement(id.clone()), term))
        .flat_map(|claim| claim.sources.iter().cloned())
        .collect();
    spans.sort();
    spans.dedup();
    spans.truncate(20);
    spans
}
