//! Every form, one module a form.

mod account_sheet;
mod administrative_reconsideration;
mod challenges_annex;
mod charts_annex;
mod civil_claims;
mod civil_complaint;
mod collection;
mod complaint;
mod complaint_defamation;
mod complaint_insult;
mod counter_notice_reply;
mod criminal_report;
mod evidence_collection_application;
mod evidence_list;
mod evidence_preservation_application;
mod evidence_volume;
mod filing_supervision_application;
mod injunction_application;
mod legal_aid_application;
mod notice;
mod notice_progress;
mod notice_right_to_agent;
mod notice_right_to_legal_aid;
mod platform_notice;
mod platform_recommendation;
mod police_help_request;
mod public_interest_lead;
mod public_security_report;
mod reconsideration_application;
mod refusal;
mod review_application;
mod transfer_sheet;
mod verification_report;

use crate::parts::ClaimantPart;
use crate::{Form, Typed};
use redress_paper::{Align, Block, Pen};

pub use account_sheet::{AccountSheetInput, SheetRow};
pub use administrative_reconsideration::{ActKind, AdministrativeReconsiderationInput, ContestedAct};
pub use challenges_annex::{ChallengeKind, ChallengePart, ChallengesAnnexInput};
pub use charts_annex::{ChartsAnnexInput, DrawnStep, PostsPart, ReachPart};
pub use civil_claims::CivilClaims;
pub use civil_complaint::{Cause, CivilComplaintInput};
pub use collection::{AskPart, Barrier, CollectionInput};
pub use complaint::{ComplaintInput, HelpPart};
pub use counter_notice_reply::CounterNoticeReplyInput;
pub use criminal_report::{CriminalReportInput, Offence};
pub use evidence_list::EvidenceListInput;
pub use evidence_preservation_application::{PreservationInput, PreservationTime, PreservedPart};
pub use evidence_volume::{EvidenceVolumeInput, PrintedCounter, PrintedExhibit, PrintedPost, Unprinted};
pub use injunction_application::InjunctionInput;
pub use legal_aid_application::{
    AidExempt, AidRole, AidService, LegalAidInput, LimitPart, LimitStanding, MeansPart,
};
pub use notice::{DutyPart, NoticeInput, ServicePart};
pub use platform_notice::{ContentPart, Measure, PlatformNoticeInput};
pub use platform_recommendation::{
    LinkPart, NoticePart, NoticeStepPart, PlatformRecommendationInput, SpreadPart,
};
pub use public_interest_lead::{Field, PublicInterestLeadInput};
pub use public_security_report::{ActPart, Conduct, LawText, PublicSecurityReportInput};
pub use refusal::RefusalInput;
pub use transfer_sheet::{TrackPart, TransferSheetInput};
pub use verification_report::{FactorPart, VerificationReportInput};

static FORMS: [&dyn Form; 28] = [
    &COMPLAINT_INSULT,
    &COMPLAINT_DEFAMATION,
    &POLICE_HELP_REQUEST,
    &CIVIL_COMPLAINT,
    &INJUNCTION_APPLICATION,
    &EVIDENCE_COLLECTION_APPLICATION,
    &EVIDENCE_PRESERVATION_APPLICATION,
    &ACCOUNT_SHEET,
    &LEGAL_AID_APPLICATION,
    &PLATFORM_NOTICE,
    &COUNTER_NOTICE_REPLY,
    &CRIMINAL_REPORT,
    &PUBLIC_SECURITY_REPORT,
    &FILING_SUPERVISION_APPLICATION,
    &RECONSIDERATION_APPLICATION,
    &REVIEW_APPLICATION,
    &ADMINISTRATIVE_RECONSIDERATION,
    &NOTICE_RIGHT_TO_AGENT,
    &NOTICE_RIGHT_TO_LEGAL_AID,
    &NOTICE_PROGRESS,
    &PUBLIC_INTEREST_LEAD,
    &EVIDENCE_LIST,
    &EVIDENCE_VOLUME,
    &VERIFICATION_REPORT,
    &CHALLENGES_ANNEX,
    &CHARTS_ANNEX,
    &TRANSFER_SHEET,
    &PLATFORM_RECOMMENDATION,
];
static PLATFORM_RECOMMENDATION: Typed<platform_recommendation::PlatformRecommendation> = Typed::new();
static CHARTS_ANNEX: Typed<charts_annex::ChartsAnnex> = Typed::new();
static LEGAL_AID_APPLICATION: Typed<legal_aid_application::LegalAidApplication> = Typed::new();
static ACCOUNT_SHEET: Typed<account_sheet::AccountSheet> = Typed::new();
static EVIDENCE_PRESERVATION_APPLICATION: Typed<
    evidence_preservation_application::EvidencePreservationApplication,
> = Typed::new();
static POLICE_HELP_REQUEST: Typed<police_help_request::PoliceHelpRequest> = Typed::new();
static EVIDENCE_COLLECTION_APPLICATION: Typed<
    evidence_collection_application::EvidenceCollectionApplication,
> = Typed::new();
static INJUNCTION_APPLICATION: Typed<injunction_application::InjunctionApplication> = Typed::new();
static CIVIL_COMPLAINT: Typed<civil_complaint::CivilComplaint> = Typed::new();
static COMPLAINT_INSULT: Typed<complaint_insult::ComplaintInsult> = Typed::new();
static COMPLAINT_DEFAMATION: Typed<complaint_defamation::ComplaintDefamation> = Typed::new();
static PLATFORM_NOTICE: Typed<platform_notice::PlatformNotice> = Typed::new();
static COUNTER_NOTICE_REPLY: Typed<counter_notice_reply::CounterNoticeReply> = Typed::new();
static CRIMINAL_REPORT: Typed<criminal_report::CriminalReport> = Typed::new();
static PUBLIC_SECURITY_REPORT: Typed<public_security_report::PublicSecurityReport> = Typed::new();
static FILING_SUPERVISION_APPLICATION: Typed<filing_supervision_application::FilingSupervisionApplication> =
    Typed::new();
static RECONSIDERATION_APPLICATION: Typed<reconsideration_application::ReconsiderationApplication> =
    Typed::new();
static REVIEW_APPLICATION: Typed<review_application::ReviewApplication> = Typed::new();
static ADMINISTRATIVE_RECONSIDERATION: Typed<administrative_reconsideration::AdministrativeReconsideration> =
    Typed::new();
static NOTICE_RIGHT_TO_AGENT: Typed<notice_right_to_agent::NoticeRightToAgent> = Typed::new();
static NOTICE_RIGHT_TO_LEGAL_AID: Typed<notice_right_to_legal_aid::NoticeRightToLegalAid> = Typed::new();
static NOTICE_PROGRESS: Typed<notice_progress::NoticeProgress> = Typed::new();
static PUBLIC_INTEREST_LEAD: Typed<public_interest_lead::PublicInterestLead> = Typed::new();
static EVIDENCE_LIST: Typed<evidence_list::EvidenceList> = Typed::new();
static EVIDENCE_VOLUME: Typed<evidence_volume::EvidenceVolume> = Typed::new();
static VERIFICATION_REPORT: Typed<verification_report::VerificationReport> = Typed::new();
static CHALLENGES_ANNEX: Typed<challenges_annex::ChallengesAnnex> = Typed::new();
static TRANSFER_SHEET: Typed<transfer_sheet::TransferSheet> = Typed::new();

/// Every form, in the order in which a case needs them.
pub fn forms() -> &'static [&'static dyn Form] {
    &FORMS
}

/// A form by its id.
pub fn find(id: &str) -> Option<&'static dyn Form> {
    FORMS.iter().copied().find(|form| form.id() == id)
}

/// The end of an application to a court: addressee, signatures, day, annexes.
fn close(
    pen: &mut Pen<'_>,
    claimant: &ClaimantPart,
    court: Option<&str>,
    date: Option<&str>,
    account_sheet: bool,
) {
    let runs = pen.say("to-court");
    pen.paragraph(runs);
    let court = pen.value("court-name", "court", court);
    pen.line(Align::Start, court);
    let date = pen.value("date", "date", date);
    let mut lines = claimant.signatures(pen, "applicant-signed");
    lines.push(date);
    pen.block(Block::Signature { lines });
    pen.tell("annexes");
    let more = [
        ("annex-evidence", true),
        ("annex-account-sheet", account_sheet),
        ("annex-identity", true),
        ("annex-mandate", !claimant.agents.is_empty()),
        ("annex-relation", claimant.for_the_dead() || !claimant.guardians.is_empty()),
    ];
    let items = more.into_iter().filter(|(_, there)| *there).map(|(key, _)| pen.say(key)).collect();
    pen.block(Block::List { ordered: true, items });
}
