//! Limitation of civil money claims: three years from knowing the harm *and* the obligor, interrupted
//! by demand, suit or report, with a cap of twenty years (民法典 188, 195; in force 2021-01-01).
//!
//! Claims to stop, remove, apologise and restore know no limitation (民法典 995). The court never raises
//! limitation by itself (193), so nothing here closes a route.

use crate::Deadline;
use crate::cite::{CIVIL_CODE, LIMITATION_RULES};
use crate::deadline::deadline;
use crate::desk::{Days, Desk};
use redress_base::Date;
use redress_facts::Scope;
use redress_law::period::{Length, Period, Regime};

const THREE_YEARS: Period = Period::new(Length::Years(3), Regime::CivilLimitation);
const TWENTY_YEARS: Period = Period::new(Length::Years(20), Regime::CivilLimitation);

const HARM: &str = "know_harm_date";
const OBLIGOR: &str = "know_obligor_date";
/// What interrupts: a demand, an admission, a step before suit, a request to a body, a report; after a report it
/// runs anew from the end of the criminal matter (limitation rules 8-13).
const RESTARTS: [(&str, &str); 8] = [
    ("last_interruption_date", "8"),
    ("demand_reached_date", "8"),
    ("obligor_agreed_date", "8"),
    ("pre_suit_measure_date", "11"),
    ("asked_competent_body_date", "12"),
    ("report_date", "13"),
    ("no_case_known_date", "13"),
    ("criminal_judgment_effective_date", "13"),
];

/// The two dates, or what is missing for them.
pub(crate) fn money_claims(desk: &Desk<'_>) -> Vec<Deadline> {
    let mut dates = vec![three_years(desk)];
    let first = desk.statements().iter().filter_map(|scope| {
        let days = desk.days(scope, "act_date")?;
        Some((days, scope))
    });
    // Each statement has its own cap; the earliest is the one to warn of.
    if let Some((days, scope)) = first.min_by_key(|(days, _)| days.earliest) {
        let cites = [CIVIL_CODE.art("188").item("2")];
        let code = "remedies-deadline-civil-cap";
        dates.push(deadline(desk, scope, code, "act_date", Some(days), TWENTY_YEARS, &cites));
    }
    dates
}

fn three_years(desk: &Desk<'_>) -> Deadline {
    const CODE: &str = "remedies-deadline-civil-limitation";
    let case = |term: &str| desk.days(&Scope::Case, term);
    let cites = [CIVIL_CODE.art("188").item("1"), CIVIL_CODE.art("995")];
    let (harm, obligor) = (case(HARM), case(OBLIGOR));
    let Some((from, term)) = later(harm, obligor) else {
        // It has not begun to run while the obligor is unknown (民法典 188(2)).
        let missing = if harm.is_none() { HARM } else { OBLIGOR };
        return deadline(desk, &Scope::Case, CODE, missing, None, THREE_YEARS, &cites);
    };
    let (from, term) = restart(from, term, RESTARTS.map(|(term, _)| (term, case(term))).to_vec());
    let cites = match RESTARTS.iter().find(|(restart, _)| *restart == term) {
        None => cites.to_vec(),
        Some((_, article)) => {
            vec![CIVIL_CODE.art("195"), LIMITATION_RULES.art(article), CIVIL_CODE.art("995")]
        }
    };
    deadline(desk, &Scope::Case, CODE, term, Some(from), THREE_YEARS, &cites)
        .done(case("civil_suit_filed_date").map(|days| days.latest))
}

/// The later of the two, since both must be known.
fn later(harm: Option<Days>, obligor: Option<Days>) -> Option<(Days, &'static str)> {
    let (harm, obligor) = (harm?, obligor?);
    Some(if harm.earliest > obligor.earliest { (harm, HARM) } else { (obligor, OBLIGOR) })
}

/// Each interruption restarts the three years, if they had not yet run out; they are taken in order of
/// time, so that a report may bridge to a later demand.
fn restart(
    from: Days,
    term: &'static str,
    interruptions: Vec<(&'static str, Option<Days>)>,
) -> (Days, &'static str) {
    let mut known: Vec<(Days, &'static str)> =
        interruptions.into_iter().filter_map(|(term, days)| Some((days?, term))).collect();
    known.sort_by_key(|(days, _)| days.earliest);
    known.into_iter().fold((from, term), |(from, term), (days, by)| {
        let running_out = THREE_YEARS.due(from.earliest).map(|due| due.strict);
        let in_time = days.latest > from.latest && running_out.is_none_or(|due: Date| days.latest <= due);
        if in_time { (days, by) } else { (from, term) }
    })
}
