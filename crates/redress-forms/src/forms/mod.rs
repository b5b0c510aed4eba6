//! Every form, one module a form.

mod complaint;
mod complaint_defamation;
mod evidence_list;
mod evidence_volume;

use crate::{Form, Typed};

pub use complaint::{ComplaintInput, HelpPart};
pub use evidence_list::EvidenceListInput;
pub use evidence_volume::{EvidenceVolumeInput, PrintedExhibit, PrintedPost};

static FORMS: [&dyn Form; 3] = [&COMPLAINT_DEFAMATION, &EVIDENCE_LIST, &EVIDENCE_VOLUME];
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
