//! Every form, one module a form.

mod civil_claims;
mod civil_complaint;
mod complaint;
mod complaint_defamation;
mod complaint_insult;

use crate::{Form, Typed};

pub use civil_claims::CivilClaims;
pub use civil_complaint::{Cause, CivilComplaintInput};
pub use complaint::{ComplaintInput, HelpPart};

static FORMS: [&dyn Form; 3] = [&COMPLAINT_INSULT, &COMPLAINT_DEFAMATION, &CIVIL_COMPLAINT];
static CIVIL_COMPLAINT: Typed<civil_complaint::CivilComplaint> = Typed::new();
static COMPLAINT_INSULT: Typed<complaint_insult::ComplaintInsult> = Typed::new();
static COMPLAINT_DEFAMATION: Typed<complaint_defamation::ComplaintDefamation> = Typed::new();

/// Every form, in the order in which a case needs them.
pub fn forms() -> &'static [&'static dyn Form] {
    &FORMS
}

/// A form by its id.
pub fn find(id: &str) -> Option<&'static dyn Form> {
    FORMS.iter().copied().find(|form| form.id() == id)
}
