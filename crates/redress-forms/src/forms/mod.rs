//! Every form, one module a form.

mod administrative_reconsideration;
mod challenges_annex;
mod complaint;
mod complaint_defamation;
mod counter_notice_reply;
mod criminal_report;
mod evidence_list;
mod evidence_volume;
mod filing_supervision_application;
mod notice;
mod notice_progress;
mod notice_right_to_agent;
mod notice_right_to_legal_aid;
mod platform_notice;
mod public_interest_lead;
mod public_security_report;
mod reconsideration_application;
mod refusal;
mod review_application;
mod transfer_sheet;
mod verification_report;

use crate::{Form, Typed};

pub use administrative_reconsideration::{ActKind, AdministrativeReconsiderationInput, ContestedAct};
pub use challenges_annex::{ChallengeKind, ChallengePart, ChallengesAnnexInput};
pub use complaint::{ComplaintInput, HelpPart};
pub use counter_notice_reply::CounterNoticeReplyInput;
pub use criminal_report::{CriminalReportInput, Offence};
pub use evidence_list::EvidenceListInput;
pub use evidence_volume::{EvidenceVolumeInput, PrintedExhibit, PrintedPost};
pub use notice::{DutyPart, NoticeInput, ServicePart};
pub use platform_notice::{ContentPart, Measure, PlatformNoticeInput};
pub use public_interest_lead::{Field, PublicInterestLeadInput};
pub use public_security_report::{ActPart, Conduct, LawText, PublicSecurityReportInput};
pub use refusal::RefusalInput;
pub use transfer_sheet::{TrackPart, TransferSheetInput};
pub use verification_report::{FactorPart, VerificationReportInput};

static FORMS: [&dyn Form; 18] = [
    &COMPLAINT_DEFAMATION,
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
    &TRANSFER_SHEET,
];
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
