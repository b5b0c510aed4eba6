//! 刑事（附带民事）自诉状（诽谤案）: official form 02 of 法〔2025〕82号, in force 2025-07-14.

use super::complaint::{self, Charge, ComplaintInput};
use crate::{FormKind, Offered, Source};
use redress_case::Capacity;
use redress_paper::Pen;

/// The form.
pub(super) struct ComplaintDefamation;

impl FormKind for ComplaintDefamation {
    type Input = ComplaintInput;
    const ID: &'static str = "complaint-defamation";
    const TEXT: &'static str = include_str!("../../../../forms/complaint-defamation/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = complaint::DETAILS;
    const QUOTES: bool = true;

    fn fill(source: &Source<'_>) -> ComplaintInput {
        complaint::fill(source, Charge::Defamation)
    }

    fn lay(input: &ComplaintInput, pen: &mut Pen<'_>) {
        complaint::lay(input, pen);
    }

    fn offered(input: &ComplaintInput) -> Vec<Offered> {
        complaint::offered(input)
    }

    fn day(input: &ComplaintInput) -> Option<&str> {
        input.date.as_deref()
    }
}
