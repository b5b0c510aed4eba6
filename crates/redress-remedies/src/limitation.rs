//! Limitation of prosecution (five years) and of public-security penalties (six months), per statement.
//!
//! 刑法 87-89 (in force 1997-10-01); 治安管理处罚法 22 (to 2025-12-31) and 25 (from 2026-01-01);
//! 公安机关办理行政案件程序规定 154(3) for the complaint that was wrongly not accepted.
//! An act that continues is counted from its end. Where only the later posts of a statement are in
//! time, whether they are enough is a question, not an answer.

use crate::cite::{CRIMINAL_LAW, Cite, POLICE_ADMINISTRATIVE_RULES, PUBLIC_SECURITY, PUBLIC_SECURITY_OLD};
use crate::deadline::deadline;
use crate::desk::{Days, Desk};
use crate::element::Element;
use crate::part::Part;
use crate::{Deadline, Need};
use redress_base::{Date, Value};
use redress_facts::Scope;
use redress_law::period::{Length, Period, Regime};
use std::collections::BTreeSet;
use std::rc::Rc;

/// The limitation of prosecution for a crime whose maximum is below five years (刑法 87(1)(一)).
pub(crate) const FIVE_YEARS: Period = Period::new(Length::Years(5), Regime::CriminalLimitation);
/// The same for a maximum of five to below ten years (刑法 87(1)(二)).
const TEN_YEARS: Period = Period::new(Length::Years(10), Regime::CriminalLimitation);
/// The time within which a violation must come to the notice of the police.
pub(crate) const SIX_MONTHS: Period = Period::new(Length::Months(6), Regime::PenaltyLimitation);

/// Codes of the condition, of the date from the first post and of the date from the last.
const CRIMINAL_CODES: [&str; 3] = [
    "remedies-limitation-criminal",
    "remedies-deadline-criminal-limitation",
    "remedies-deadline-criminal-limitation-last-act",
];
const HEAVIER_CODES: [&str; 3] = [
    "remedies-limitation-criminal-heavier",
    "remedies-deadline-criminal-limitation-heavier",
    "remedies-deadline-criminal-limitation-heavier-last-act",
];
const PENALTY_CODES: [&str; 2] =
    ["remedies-deadline-penalty-limitation", "remedies-deadline-penalty-limitation-last-act"];

const REPORT: &str = "report_date";
const FILED: &str = "private_suit_filed_date";
const FIRST: &str = "act_date";
const LAST: &str = "act_end_date";

/// A time condition and its dates.
pub(crate) struct Timely {
    pub(crate) part: Part,
    pub(crate) deadlines: Vec<Deadline>,
}

/// Whether a crime by this statement can still be complained of: private suit filed, or today.
pub(crate) fn criminal(desk: &Desk<'_>, scope: &Scope) -> Timely {
    prosecuted(desk, scope, FIVE_YEARS, CRIMINAL_CODES, "1(1)")
}

/// The same for a crime whose maximum is between five and ten years.
pub(crate) fn criminal_heavier(desk: &Desk<'_>, scope: &Scope) -> Timely {
    prosecuted(desk, scope, TEN_YEARS, HEAVIER_CODES, "1(2)")
}

fn prosecuted(desk: &Desk<'_>, scope: &Scope, period: Period, codes: [&str; 3], item: &str) -> Timely {
    let [line, from_first, from_last] = codes;
    let cites = || vec![CRIMINAL_LAW.art("87").item(item), CRIMINAL_LAW.art("89")];
    let act = Acts::read(desk, scope);
    let when = filed_on(desk, &act);
    let on_time = act.in_time(desk, scope, period, when);
    let lifted = complaint_refused(desk, act.last_due(period), "criminal_complaint_in_time_refused");
    let mut part = Part::line(line, scope, on_time, cites());
    if part.element.value != Value::TT && lifted.value != Value::FF {
        let cites = vec![CRIMINAL_LAW.art("88").item("2")];
        part =
            Part::any(vec![part, Part::line("remedies-limitation-complaint-refused", scope, lifted, cites)]);
    }
    let filed = desk.days(&Scope::Case, FILED).map(|days| days.latest);
    let deadlines = act.deadlines(desk, scope, period, [from_first, from_last], &cites());
    let deadlines = deadlines.into_iter().map(|one| one.done(filed)).collect();
    Timely { part, deadlines }
}

/// When the private suit was filed. Of a suit that is filed on no known day it is known by when; of none, today counts.
fn filed_on(desk: &Desk<'_>, act: &Acts) -> Days {
    const SUIT: &str = "private_suit_filed";
    let today = desk.today();
    let from = act.first.map(|days| days.earliest);
    let by = || {
        let claims = desk.claims(&Scope::Case, SUIT);
        let latest = redress_law::done_by(desk.vocabulary(), SUIT, claims, from, today)?;
        Some(Days { earliest: from.map_or(latest, |day| day.min(latest)), latest })
    };
    desk.days(&Scope::Case, FILED).or_else(by).unwrap_or(Days { earliest: today, latest: today })
}

/// Whether the police learned of the violation in time, or still can.
pub(crate) fn penalty(desk: &Desk<'_>, scope: &Scope) -> Timely {
    let act = Acts::read(desk, scope);
    let old = act.first.is_some_and(|first| first.earliest < Date::constant(2026, 1, 1));
    let law = if old { PUBLIC_SECURITY_OLD.art("22") } else { PUBLIC_SECURITY.art("25") };
    let found =
        desk.days(&Scope::Case, "reported_or_discovered_date").or_else(|| desk.days(&Scope::Case, REPORT));
    let on_time = found
        .map_or_else(|| act.not_yet_found(desk, scope), |found| act.in_time(desk, scope, SIX_MONTHS, found));
    let mut part = Part::line("remedies-limitation-penalty", scope, on_time, vec![law.clone()]);
    let lifted = complaint_refused(desk, act.last_due(SIX_MONTHS), "complaint_in_time_refused");
    if part.element.value != Value::TT && lifted.value != Value::FF {
        let cites = vec![POLICE_ADMINISTRATIVE_RULES.art("154").item("3")];
        part =
            Part::any(vec![part, Part::line("remedies-limitation-complaint-refused", scope, lifted, cites)]);
    }
    let deadlines = act.deadlines(desk, scope, SIX_MONTHS, PENALTY_CODES, &[law]);
    let deadlines = deadlines.into_iter().map(|one| one.done(found.map(|days| days.latest))).collect();
    Timely { part, deadlines }
}

/// Whether the victim complained in time and was wrongly not accepted, which lifts the limit. A
/// complaint made after the limit cannot lift it.
fn complaint_refused(desk: &Desk<'_>, last_due: Option<Date>, refused: &str) -> Element {
    let stated = desk.fact(&Scope::Case, refused);
    let reported = desk.days(&Scope::Case, REPORT);
    let late = reported.zip(last_due).is_some_and(|(report, due)| report.earliest > due);
    let none_made = reported.is_none() && desk.mentions("decision", &["none"]);
    if stated.value == Value::UU && (late || none_made) { Element::fixed(Value::FF) } else { stated }
}

/// The days on which one statement was made.
struct Acts {
    first: Option<Days>,
    last: Option<Days>,
}

impl Acts {
    fn read(desk: &Desk<'_>, scope: &Scope) -> Acts {
        Acts { first: desk.days(scope, FIRST), last: desk.days(scope, LAST) }
    }

    /// The latest day that any claim gives to the act.
    fn end(&self) -> Option<Date> {
        [self.first, self.last].into_iter().flatten().map(|days| days.latest).max()
    }

    fn last_due(&self, period: Period) -> Option<Date> {
        self.end().and_then(|day| period.due(day)).map(|due| due.strict)
    }

    /// Whether something done on `when` is in time.
    fn in_time(&self, desk: &Desk<'_>, scope: &Scope, period: Period, when: Days) -> Element {
        let (Some(last_due), Some(first)) = (self.last_due(period), self.first) else {
            let fails = self.last_due(period).is_some_and(|due| when.earliest > due);
            let value = if fails { Value::FF } else { Value::UU };
            return Element::leaf(desk.vocabulary(), scope, FIRST, value);
        };
        let Some(first_due) = period.due(first.earliest).map(|due| due.strict) else {
            return Element::fixed(Value::TT);
        };
        if when.latest <= first_due {
            return Element { needs: Rc::default(), ..Element::fixed(Value::TT) };
        }
        let going_on = desk.fact(scope, "continuing_state");
        if when.earliest > last_due {
            // An act that went on is counted from its end. While its end is on no file and nobody has judged that it
            // did not go on, the last known day is only the last one known.
            let open = if self.last.is_none() { going_on.value.and(Value::UU) } else { Value::FF };
            let needs = Element::leaf(desk.vocabulary(), scope, LAST, open).needs;
            return Element { value: open, bringable: false, needs };
        }
        // Later posts are in time by themselves; earlier ones only if the act went on.
        let value = going_on.value.or(Value::UU);
        Element { value, bringable: false, ..going_on }
    }

    /// No day is known on which the police learned of it: in time while the first limit runs.
    fn not_yet_found(&self, desk: &Desk<'_>, scope: &Scope) -> Element {
        let today = Days { earliest: desk.today(), latest: desk.today() };
        let as_of_today = self.in_time(desk, scope, SIX_MONTHS, today);
        if as_of_today.value == Value::TT || self.end().is_none() {
            return as_of_today;
        }
        let need = |term: &str| Need { term: term.to_owned(), scope: Scope::Case };
        let none_made = desk.mentions("decision", &["none"]);
        let missing = if none_made { as_of_today.value } else { as_of_today.value.or(Value::UU) };
        Element {
            value: missing,
            bringable: missing == Value::UU && !none_made,
            needs: Rc::new(BTreeSet::from([need("reported_or_discovered_date"), need(REPORT)])),
        }
    }

    fn deadlines(
        &self,
        desk: &Desk<'_>,
        scope: &Scope,
        period: Period,
        codes: [&str; 2],
        cites: &[Cite],
    ) -> Vec<Deadline> {
        let [from_first, from_last] = codes;
        let first = deadline(desk, scope, from_first, FIRST, self.first, period, cites);
        let last = deadline(desk, scope, from_last, LAST, self.last, period, cites);
        let differ = last.due.is_some() && last.due != first.due;
        if self.first.is_none() && last.due.is_some() {
            return vec![last];
        }
        if differ { vec![first, last] } else { vec![first] }
    }
}
