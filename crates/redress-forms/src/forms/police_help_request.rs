//! 申请公安机关协助取证申请书 (刑法 246(3), in force 2015-11-01; 法释〔2021〕1号 325, in force 2021-03-01;
//! 指导意见 11, in force 2023-09-20, text not read).

use super::collection::{self, CollectionInput, Within};
use super::complaint::{Charge, passed_over};
use crate::parts::StatementPart;
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_paper::Pen;

/// The form.
pub(super) struct PoliceHelpRequest;

impl FormKind for PoliceHelpRequest {
    type Input = CollectionInput;
    const ID: &'static str = "police-help-request";
    const TEXT: &'static str = include_str!("../../../../forms/police-help-request/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = collection::DETAILS;
    const QUOTES: bool = true;

    fn fill(source: &Source<'_>) -> CollectionInput {
        // It goes with one complaint, and names no statement that this one leaves out: with that for defamation where the file
        // has anything for it.
        let passed = passed_over(source, Charge::Defamation);
        if source.left_out.is_some() || passed.len() == StatementPart::all(source).len() {
            return collection::fill(source, Within::PrivateProsecution);
        }
        collection::fill(&Source { left_out: Some(&passed), ..*source }, Within::PrivateProsecution)
    }

    fn lay(input: &CollectionInput, pen: &mut Pen<'_>) {
        collection::lay(input, pen, Within::PrivateProsecution);
        pen.note_with_caution(&[], "unverified-basis");
    }

    fn day(input: &CollectionInput) -> Option<&str> {
        input.date.as_deref()
    }
}
