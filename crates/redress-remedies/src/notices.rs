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
    // What one body told meets no duty of another: each has its own day and proof.
    let (done, proof) = match by {
        Who::Court => ("court_told_right_to_agent_date", "court_told_right_to_agent_proof"),
        _ => ("procuratorate_told_right_to_agent_date", "procuratorate_told_right_to_agent_proof"),
    };
    let dates = Dates::from(from).within(THREE_DAYS).done(done).proof(proof);
    let cites = vec![OPINIONS.art("17"), CRIMINAL_PROCEDURE.art("46").item("2")];
    draft.owes(desk, "remedies-duty-tell-agent", by, dates, cites);
}

/// The day on which that body told of legal aid, and the proof of it.
pub(crate) const fn aid_told(by: Who) -> (&'static str, &'static str) {
    match by {
        Who::Court => ("court_told_right_to_aid_date", "court_told_right_to_aid_proof"),
        Who::Procuratorate => {
            ("procuratorate_told_right_to_aid_date", "procuratorate_told_right_to_aid_proof")
        }
        _ => ("police_told_right_to_aid_date", "police_told_right_to_aid_proof"),
    }
}

/// The right to apply for legal aid, told in time; no number of days is set.
fn aid(desk: &Desk<'_>, draft: &mut Draft, by: Who, from: &'static str) {
    let (done, proof) = aid_told(by);
    let dates = Dates::from(from).done(done).proof(proof);
    draft.owes(desk, "remedies-duty-tell-aid", by, dates, vec![OPINIONS.art("17"), LEGAL_AID.art("35")]);
}

fn progress(desk: &Desk<'_>, draft: &mut Draft, by: Who, from: &'static str) {
    let (done, proof) = match by {
        Who::Court => ("court_progress_notice_date", "court_progress_notice_proof"),
        _ => ("police_progress_notice_date", "police_progress_notice_proof"),
    };
    let dates = Dates::from(from).done(done).proof(proof);
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
