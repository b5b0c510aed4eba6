//! Every form, one module a form.

mod challenges_annex;
mod charts_annex;
mod complaint;
mod complaint_defamation;
mod evidence_list;
mod evidence_volume;
mod platform_recommendation;
mod transfer_sheet;
mod verification_report;

use crate::{Form, Typed};

pub use challenges_annex::{ChallengeKind, ChallengePart, ChallengesAnnexInput};
pub use charts_annex::{ChartsAnnexInput, PostsPart, ReachPart, StepPart};
pub use complaint::{ComplaintInput, HelpPart};
pub use evidence_list::EvidenceListInput;
pub use evidence_volume::{EvidenceVolumeInput, PrintedExhibit, PrintedPost};
pub use platform_recommendation::{
    LinkPart, NoticePart, NoticeStepPart, PlatformRecommendationInput, SpreadPart,
};
pub use transfer_sheet::{TrackPart, TransferSheetInput};
pub use verification_report::{FactorPart, VerificationReportInput};

static FORMS: [&dyn Form; 8] = [
    &COMPLAINT_DEFAMATION,
    &EVIDENCE_LIST,
    &EVIDENCE_VOLUME,
    &VERIFICATION_REPORT,
    &CHALLENGES_ANNEX,
    &CHARTS_ANNEX,
    &TRANSFER_SHEET,
    &PLATFORM_RECOMMENDATION,
];
static PLATFORM_RECOMMENDATION: Typed<platform_recommendation::PlatformRecommendation> = Typed::new();
static TRANSFER_SHEET: Typed<transfer_sheet::TransferSheet> = Typed::new();
static VERIFICATION_REPORT: Typed<verification_report::VerificationReport> = Typed::new();
static CHALLENGES_ANNEX: Typed<challenges_annex::ChallengesAnnex> = Typed::new();
static CHARTS_ANNEX: Typed<charts_annex::ChartsAnnex> = Typed::new();
static COMPLAINT_DEFAMATION: Typed<complaint_defamation::ComplaintDefamation> = Typed::new();
static EVIDENCE_LIST: Typed<evidence_list::EvidenceList> = Typed::new();
static EVIDENCE_VOLUME: Typed<evidence_volume::EvidenceVolume> = Typed::new();

/// Every form, in the order in which a case needs them.
pub fn forms() -> &'static [&'static dyn Form] {
    &FORMS
}

/// A form by its id.
pub fn find(id: &str) -> Option<&'static dyn Form> {
    FORMS.iter().copied().find(|form| form.id() == id)
}
