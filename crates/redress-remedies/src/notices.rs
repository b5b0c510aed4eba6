//! What Guiding Opinions 17 (in force 2023-09-20) has the bodies tell, with its statutory twins: the right to an
//! agent (刑事诉讼法 46, three days) and the right to apply for legal aid (法律援助法 35), each with date and proof;
//! the progress of the case; the actor's apology.

use crate::Who;
use crate::cite::{CRIMINAL_PROCEDURE, LEGAL_AID, OPINIONS};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::duty::Dates;
use crate::police::ACCEPTED;
use redress_base::Value;
use redress_facts::Scope;
use redress_law::period::{Length, Period, Regime};

const THREE_DAYS: Period = Period::new(Length::Days(3), Regime::CriminalProcedure);
const REVIEW: &str = "prosecution_review_date";
const POLICE_FILED: &str = "police_filed_date";

/// The right to an agent, told within three days.
fn agent(desk: &Desk<'_>, draft: &mut Draft, by: Who, from: &'static str) {
    let dates = Dates::from(from)
        .within(THREE_DAYS)
        .done("told_right_to_agent_date")
        .proof("told_right_to_agent_proof");
    let cites = vec![OPINIONS.art("17"), CRIMINAL_PROCEDURE.art("46").item("2")];
    draft.owes(desk, "remedies-duty-tell-agent", by, dates, cites);
}

/// The right to apply for legal aid, told in time; no number of days is set.
fn aid(desk: &Desk<'_>, draft: &mut Draft, by: Who, from: &'static str) {
    let dates = Dates::from(from).done("told_right_to_aid_date").proof("told_right_to_aid_proof");
    draft.owes(desk, "remedies-duty-tell-aid", by, dates, vec![OPINIONS.art("17"), LEGAL_AID.art("35")]);
}

fn progress(desk: &Desk<'_>, draft: &mut Draft, by: Who, from: &'static str) {
    let dates = Dates::from(from).done("progress_notice_date").proof("progress_notice_proof");
    draft.owes(desk, "remedies-duty-progress", by, dates, vec![OPINIONS.art("17")]);
}

/// What a court owes that has accepted a private suit.
pub(crate) fn private_case(desk: &Desk<'_>, draft: &mut Draft) {
    agent(desk, draft, Who::Court, ACCEPTED);
    aid(desk, draft, Who::Court, ACCEPTED);
    progress(desk, draft, Who::Court, ACCEPTED);
}

/// What police and procuratorate owe in a public case.
pub(crate) fn public_case(desk: &Desk<'_>, draft: &mut Draft) {
    agent(desk, draft, Who::Procuratorate, REVIEW);
    aid(desk, draft, Who::Police, POLICE_FILED);
    aid(desk, draft, Who::Procuratorate, REVIEW);
    progress(desk, draft, Who::Police, POLICE_FILED);
    if desk.value(&Scope::Case, "accepts_facts_and_penalty") == Value::TT {
        let dates = Dates::standing().done("public_apology_date");
        draft.owes(desk, "remedies-duty-apology", Who::Actor, dates, vec![OPINIONS.art("17")]);
    }
}
