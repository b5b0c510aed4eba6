//! Sums of money that somebody claims, each with the exhibits that show it.

use super::{ExhibitPart, recorded};
use crate::Source;
use redress_base::{Count, Unit};
use redress_facts::{Datum, Scope};
use redress_paper::{ExhibitRef, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One sum.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct MoneyPart {
    /// What for.
    pub what: Option<String>,
    /// How much, in whole yuan.
    pub yuan: Option<u64>,
    /// Numbers of the exhibits that show it.
    pub exhibits: Vec<u32>,
}

impl MoneyPart {
    /// Sums that the file records as facts of the case, by their terms. A sum that is only known as an interval is asked
    /// for again: a claim names one number.
    pub(crate) fn all(source: &Source<'_>, terms: &[&str]) -> Vec<MoneyPart> {
        let of = |term: &&str| {
            let (value, exhibits) = recorded::stated(source, &Scope::Case, term)?;
            let Datum::Count(counted) = value else { return None };
            let exact = counted.count.upper == Some(counted.count.lower);
            Some(MoneyPart {
                what: source.vocabulary.get(term).map(|term| label(&term.zh)),
                yuan: exact.then_some(counted.count.lower),
                exhibits: exhibits.iter().map(|one| one.number).collect(),
            })
        };
        terms.iter().filter_map(of).collect()
    }

    /// Every sum with its exhibits, and what they come to.
    pub(crate) fn lay_all(
        pen: &mut Pen<'_>,
        field: &str,
        all: &[MoneyPart],
        listed: &[ExhibitPart],
    ) -> Vec<Run> {
        let mut runs = Vec::new();
        for (at, one) in all.iter().enumerate() {
            if at > 0 {
                runs.push(Run::plain("；"));
            }
            runs.extend(pen.within(field, |pen| pen.within(at, |pen| one.lay(pen, listed))));
        }
        let total = all.iter().map(|one| one.yuan).try_fold(0_u64, |sum, yuan| sum.checked_add(yuan?));
        if let Some(total) = total.filter(|_| all.len() > 1) {
            let total = vec![Run::filled(yuan(pen, total))];
            runs.extend(pen.say_with("money-total", &[("total", total)]));
        }
        runs
    }

    fn lay(&self, pen: &mut Pen<'_>, listed: &[ExhibitPart]) -> Vec<Run> {
        let mut runs = pen.value("money-what", "what", self.what.as_deref());
        runs.extend(match self.yuan {
            Some(sum) => vec![Run::filled(yuan(pen, sum))],
            None => pen.absent("money-yuan", "yuan"),
        });
        let shown = numbered(&self.exhibits, listed);
        if shown.len() < self.exhibits.len() || shown.is_empty() {
            runs.extend(pen.absent("money-exhibits", "exhibits"));
        }
        runs.extend(pen.exhibits(&shown));
        runs
    }
}

/// The exhibits of the list with these numbers, those that are handed in.
pub(crate) fn numbered(numbers: &[u32], listed: &[ExhibitPart]) -> Vec<ExhibitRef> {
    let find =
        |number: &u32| listed.iter().find(|one| one.at.number == *number && !one.left_out).map(|one| one.at);
    numbers.iter().filter_map(find).collect()
}

/// `12,000元`.
pub(crate) fn yuan(pen: &Pen<'_>, sum: u64) -> String {
    pen.count(Count::exactly(sum), Unit::Yuan)
}

/// A label of the vocabulary without what stands in brackets.
fn label(zh: &str) -> String {
    zh.split('（').next().unwrap_or(zh).to_owned()
}
