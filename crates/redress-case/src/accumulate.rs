//! Counts added up over several acts within one year (法释〔2013〕21号 art 4, in force 2013-09-10).
//!
//! Article 4 adds up acts of network defamation that were not dealt with. Whether the acts are those
//! of one person, and whether they were dealt with, only a person can say: so these figures are shown as
//! information and claim no fact. Who relies on them enters `year_view_count`, `year_play_count` or
//! `year_repost_count` and names their sources. Views, plays and reposts are added up apart, never together. "Within one year" is read as a
//! rolling window from each act; the window with the highest floor is shown.

use redress_analysis::{Figure, Part};
use redress_base::{Count, Date, Finding, Unit};
use redress_facts::{Claim, Datum, Scope, Sheet, Standing};
use std::collections::BTreeSet;

/// Parts kept of one figure.
const MOST_PARTS: usize = 50;

struct Act<'f> {
    day: Date,
    figure: &'f Figure,
}

/// `case.year.views`, `case.year.plays` and `case.year.reposts`, where at least two statements are claimed, with evidence
/// or by a person's judgement, to be fabricated or altered, and both have a count and a day.
pub(crate) fn year(sheet: &Sheet, taken_up: &BTreeSet<String>, figures: &[Figure]) -> Vec<Figure> {
    let kinds = [(Unit::Views, "views"), (Unit::Plays, "plays"), (Unit::Reposts, "reposts")];
    let sums = kinds.into_iter().filter_map(|(unit, name)| {
        let acts = taken_up.iter().filter_map(|id| act(sheet, figures, id, name)).collect::<Vec<_>>();
        fullest_year(&acts).map(|acts| sum(&acts, unit, name))
    });
    sums.collect()
}

fn act<'f>(sheet: &Sheet, figures: &'f [Figure], id: &str, name: &str) -> Option<Act<'f>> {
    let scope = Scope::Statement(id.to_owned());
    let holds = |claim: &Claim| {
        let shown = claim.standing == Standing::Judged || !claim.sources.is_empty();
        matches!(&claim.value, Datum::Choice(word) if word != "neither") && !claim.opposing && shown
    };
    if !sheet.own(&scope, "fabricated_or_altered").iter().any(holds) {
        return None;
    }
    let day = sheet.own(&scope, "act_date").iter().find_map(|claim| match claim.value {
        Datum::Date(day) => Some(day),
        _ => None,
    })?;
    let wanted = format!("{id}.{name}");
    figures.iter().find(|figure| figure.id == wanted).map(|figure| Act { day, figure })
}

/// The acts of the year with the highest floor; nothing where no year holds two.
fn fullest_year<'a, 'f>(acts: &'a [Act<'f>]) -> Option<Vec<&'a Act<'f>>> {
    let windows = acts.iter().filter_map(|first| {
        let last = first.day.checked_add(jiff::Span::new().years(1)).unwrap_or(Date::MAX);
        let inside: Vec<&Act<'_>> =
            acts.iter().filter(|act| first.day <= act.day && act.day <= last).collect();
        (inside.len() > 1).then_some(inside)
    });
    windows.max_by_key(|acts| acts.iter().map(|act| act.figure.count.lower).fold(0, u64::saturating_add))
}

fn sum(acts: &[&Act<'_>], unit: Unit, name: &str) -> Figure {
    let total = |count: fn(&Figure) -> Count| {
        acts.iter().map(|act| count(act.figure)).fold(Count::exactly(0), Count::plus)
    };
    let (all, exact) =
        (total(|figure| figure.count), total(|figure| figure.disputed.unwrap_or(figure.count)));
    let mut parts: Vec<Part> = acts.iter().flat_map(|act| act.figure.parts.iter().cloned()).collect();
    parts.sort_by(|a, b| b.count.lower.cmp(&a.count.lower).then_with(|| a.span.cmp(&b.span)));
    parts.truncate(MOST_PARTS);
    Figure {
        id: format!("case.year.{name}"),
        scope: Scope::Case,
        measure: "year".to_owned(),
        subject: None,
        unit,
        count: all,
        disputed: (exact != all).then_some(exact),
        as_of: acts.iter().filter_map(|act| act.figure.as_of).max(),
        parts,
        parts_total: acts.iter().map(|act| act.figure.parts_total).fold(0, u64::saturating_add),
        findings: vec![Finding::note("case-year-is-information").with("acts", acts.len())],
    }
}

#[cfg(test)]
mod tests {
    use super::year;
    use redress_analysis::{Figure, Part};
    use redress_base::{Count, Date, Instant, ItemId, Span, Stamp, TimeSource, Unit};
    use redress_facts::{Claim, Datum, Scope, Sheet, Standing};
    use std::collections::BTreeSet;

    fn figure(id: &str, count: Count, disputed: Option<Count>) -> Figure {
        let span = Span::whole(ItemId(1));
        let part = Part { span, subject: id.to_owned(), shown: None, count, seen_at: None };
        Figure {
            id: format!("{id}.views"),
            scope: Scope::Statement(id.to_owned()),
            measure: "views".to_owned(),
            subject: None,
            unit: Unit::Views,
            count,
            disputed,
            as_of: None,
            parts: vec![part],
            parts_total: 1,
            findings: vec![],
        }
    }

    fn claim(value: Datum, sources: Vec<Span>) -> Claim {
        let as_of = Stamp { at: Instant(0), source: TimeSource::Declared };
        let (by, standing) = ("A".to_owned(), Standing::Stated);
        Claim {
            value,
            standing,
            by,
            as_of,
            sources,
            figure: None,
            reason: None,
            opposing: false,
            disputed: false,
            named: None,
        }
    }

    fn sheet(acts: &[(&str, Date, bool)]) -> Sheet {
        let mut sheet = Sheet::new();
        for (id, day, shown) in acts {
            let sources = if *shown { vec![Span::whole(ItemId(2))] } else { vec![] };
            let scope = Scope::Statement((*id).to_owned());
            sheet.add(
                scope.clone(),
                "fabricated_or_altered",
                claim(Datum::Choice("fabricated".into()), sources),
            );
            sheet.add(scope, "act_date", claim(Datum::Date(*day), vec![]));
        }
        sheet
    }

    /// 法释〔2013〕21号 art 4: acts within one year; the same day a year later is still inside.
    #[test]
    fn acts_within_one_year_are_added_up_with_their_dispute() {
        let figures = [
            figure("st-a", Count::exactly(3000), None),
            figure("st-b", Count::exactly(2500), Some(Count::exactly(1000))),
            figure("st-c", Count::exactly(9000), None),
        ];
        let taken: BTreeSet<String> = ["st-a", "st-b", "st-c"].map(str::to_owned).into();
        let day = Date::constant;
        let acts = [
            ("st-a", day(2025, 3, 1), true),
            ("st-b", day(2026, 3, 1), true),
            ("st-c", day(2027, 6, 1), true),
        ];
        let sums = year(&sheet(&acts), &taken, &figures);
        assert_eq!(sums.len(), 1);
        assert_eq!((sums[0].id.as_str(), sums[0].count), ("case.year.views", Count::exactly(5500)));
        assert_eq!((sums[0].disputed, sums[0].parts_total), (Some(Count::exactly(4000)), 2));
        let late = [("st-a", day(2025, 3, 1), true), ("st-b", day(2026, 3, 2), true)];
        assert!(year(&sheet(&late), &taken, &figures).is_empty());
    }

    /// A bare word that something is fabricated adds nothing up.
    #[test]
    fn a_claim_without_evidence_is_no_act() {
        let figures =
            [figure("st-a", Count::exactly(3000), None), figure("st-b", Count::exactly(3000), None)];
        let taken: BTreeSet<String> = ["st-a", "st-b"].map(str::to_owned).into();
        let acts = [("st-a", Date::constant(2026, 1, 1), true), ("st-b", Date::constant(2026, 1, 2), false)];
        assert!(year(&sheet(&acts), &taken, &figures).is_empty());
    }
}
